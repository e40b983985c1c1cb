import { describe, expect, it } from 'vitest'
import { applyScale, attempt, type DefinedScale, invertScale } from '../../../src/kernel/index.js'
import { defineScale, type ScaleInput } from '../../../src/kernel/schema.js'
import { refused } from '../refused.js'

const TIERS = [
  { id: 'first', upTo: '1000000', rate: '0.03' },
  { id: 'second', upTo: '2000000', rate: '0.04' },
  { id: 'top', upTo: null, rate: '0.05' },
]
const marginal = defineScale({ mode: 'marginal', tiers: TIERS })
const whole = defineScale({ mode: 'whole-amount', tiers: TIERS })

function twoTiers(
  first: Partial<ScaleInput['tiers'][number]>,
  second: Partial<ScaleInput['tiers'][number]>,
  scale: Partial<ScaleInput> = {},
): DefinedScale {
  const tiers = [
    { id: 'low', upTo: '100', ...first },
    { id: 'high', upTo: null, ...second },
  ]
  return defineScale({ mode: 'marginal', ...scale, tiers })
}

describe('invertScale', () => {
  it.each([
    ['0', '0'],
    ['30', '1000'],
    ['30000', '1000000'],
    ['50000', '1500000'],
    ['70000', '2000000'],
    ['95000', '2500000'],
  ])('says what must be sold to earn %s: %s', (amount, base) => {
    expect(invertScale(amount, marginal)).toBe(base)
    expect(applyScale(base, marginal).amount).toBe(amount)
  })

  it('is exact where the answer ends, and else the next number of 12 decimals', () => {
    expect(invertScale('0.0000000000000003', marginal)).toBe('0.00000000000001')
    expect(invertScale('10', marginal)).toBe('333.333333333334')
  })

  it.each([
    [2, '333.34'],
    [0, '334'],
    [12, '333.333333333334'],
  ])('rounds up to %i decimals', (decimals, base) => {
    expect(invertScale('10', marginal, { decimals })).toBe(base)
  })

  it('needs no more than the threshold itself where the whole amount jumps there', () => {
    expect(invertScale('30000', whole)).toBe('1000000')
    expect(invertScale('35000', whole)).toBe('1000000')
    expect(invertScale('40000', whole)).toBe('1000000')
    expect(invertScale('40000.04', whole)).toBe('1000001')
  })

  it('passes a threshold that its lower tier owns by one step of the grid', () => {
    const lower = defineScale({ ...whole, boundary: 'lower-tier' })
    expect(invertScale('30000', lower)).toBe('1000000')
    expect(invertScale('35000', lower)).toBe('1000000.000000000001')
    expect(invertScale('35000', lower, { decimals: 2 })).toBe('1000000.01')
    expect(invertScale('35000', lower, { decimals: 0 })).toBe('1000001')
  })

  it('is the first of several bases where the pay falls again', () => {
    const falling = twoTiers({ rate: '0.1' }, { rate: '0.05' }, { mode: 'whole-amount' })
    expect(invertScale('9', falling)).toBe('90')
    expect(invertScale('10', falling)).toBe('200')
    // 99.5 earns 9.95; rounded up to whole numbers it is 100, and that earns 5.
    expect(invertScale('9.95', falling)).toBe('99.5')
    expect(invertScale('9.95', falling, { decimals: 0 })).toBe('199')
  })

  it('reaches a flat amount or a minimum with one step into its tier', () => {
    const flat = twoTiers({ amount: '5' }, { amount: '50' })
    expect(invertScale('5', flat, { decimals: 2 })).toBe('0.01')
    expect(invertScale('5.01', flat, { decimals: 2 })).toBe('100')
    const lower = defineScale({ ...flat, boundary: 'lower-tier' })
    expect(invertScale('55', lower, { decimals: 2 })).toBe('100.01')
    const least = twoTiers({ rate: '0.1', minimum: '4' }, { rate: '0.1' })
    expect(invertScale('4', least, { decimals: 2 })).toBe('0.01')
    expect(invertScale('5', least, { decimals: 2 })).toBe('50')
  })

  it('skips a tier whose maximum is too low', () => {
    const capped = twoTiers({ rate: '0.1', maximum: '8' }, { rate: '0.1' })
    expect(['8', '8.5'].map((amount) => invertScale(amount, capped))).toEqual(['80', '105'])
  })

  it('moves with the target', () => {
    const scale = twoTiers(
      { upTo: '0.8', rate: '0.1' },
      { rate: '0.2' },
      { thresholds: 'attainment' },
    )
    expect(invertScale('12', scale, { target: '100' })).toBe('100')
    expect(invertScale('12', scale, { target: '50' })).toBe('80')
  })

  it('inverts shares of an amount', () => {
    const shares = defineScale({
      mode: 'interpolated',
      tiers: [
        { id: 'low', upTo: '30', amount: '100' },
        { id: 'high', upTo: '50', amount: '300' },
        { id: 'open', upTo: null },
      ],
    })
    expect(['50', '100', '250', '400'].map((amount) => invertScale(amount, shares))).toEqual([
      '15',
      '30',
      '40',
      '50',
    ])
    expect(invertScale('0.1', shares, { decimals: 2 })).toBe('0.03')
  })

  it('stops where the scale does', () => {
    const tiers = [{ rate: '0.1' }, { upTo: '200', rate: '0.2' }] as const
    const stopping = twoTiers(...tiers, { beyond: 'stop' })
    expect(invertScale('30', stopping)).toBe('200')
    const all = twoTiers(...tiers, { mode: 'whole-amount', beyond: 'stop' })
    expect(invertScale('40', all)).toBe('200')
  })
})

describe('invertScale with a separate measure', () => {
  const separate = twoTiers(
    { rate: '0.1', amount: '5', minimum: '50' },
    { rate: '0.1', maximum: '60' },
    { mode: 'whole-amount', measure: 'separate' },
  )

  it.each([
    ['40', '1', '0'],
    ['50', '1', '0'],
    ['55', '1', '500'],
    ['60', '100', '600'],
    // A measure of zero or less earns the rate, and neither the flat amount nor the minimum.
    ['40', '0', '400'],
    ['40', '-1', '400'],
  ])('earns %s at a measure of %s from %s', (amount, measure, base) => {
    expect(invertScale(amount, separate, { measure })).toBe(base)
    expect(Number(applyScale(base, separate, { measure }).amount)).toBeGreaterThanOrEqual(
      Number(amount),
    )
  })

  it('names the maximum of the chosen tier as the highest amount, whatever the others pay', () => {
    expect(attempt(() => invertScale('60.01', separate, { measure: '100' }))).toEqual(
      refused(unreachable('60.01', '60')),
    )
    const bounded = twoTiers(
      { rate: '0.1', maximum: '8' },
      { rate: '0.1', maximum: '60' },
      { mode: 'whole-amount', measure: 'separate' },
    )
    expect(attempt(() => invertScale('60.01', bounded, { measure: '1' }))).toEqual(
      refused(unreachable('60.01', '8')),
    )
  })
})

const unreachable = (amount: string, highest: string) => ({
  code: 'SCALE_UNREACHABLE' as const,
  path: ['amount'],
  params: { amount, highest },
  message: `amount: got ${amount}, and no base earns so much on this scale: the highest amount is ${highest}.`,
})

describe('an amount that no base earns', () => {
  it.each<[string, DefinedScale, string]>([
    [
      'above an end',
      twoTiers({ rate: '0.1' }, { upTo: '200', rate: '0.2' }, { beyond: 'stop' }),
      '30',
    ],
    [
      'above the maxima',
      twoTiers({ rate: '0.1', maximum: '8' }, { rate: '0.1', maximum: '7' }),
      '15',
    ],
    ['on an open tier without a rate', twoTiers({ rate: '0.1' }, { amount: '3' }), '13'],
    [
      'in the best of whole-amount tiers',
      twoTiers(
        { rate: '0.1', amount: '1' },
        { rate: '0.5', maximum: '9' },
        { mode: 'whole-amount' },
      ),
      '11',
    ],
  ])('is refused with the highest one: %s', (_, scale, highest) => {
    expect(attempt(() => invertScale('1000.50', scale))).toEqual(
      refused(unreachable('1000.5', highest)),
    )
  })
})

describe('the question', () => {
  it('is refused with everything that is wrong with it', () => {
    const options = { decimals: 2.5, digits: 1 } as never
    expect(attempt(() => invertScale('-1', marginal, options))).toEqual(
      refused(
        {
          code: 'NUMBER_OUT_OF_RANGE',
          path: ['amount'],
          params: { given: '"-1"', minimum: '0', maximum: null },
          message: 'amount: got "-1", expected 0 or more.',
        },
        {
          code: 'UNKNOWN_KEY',
          path: ['options', 'digits'],
          params: { key: 'digits', known: ['target', 'measure', 'decimals'], suggestion: null },
          message: 'options.digits: is not a known key. Known: target, measure, decimals.',
        },
        {
          code: 'VALUE_INVALID',
          path: ['options', 'decimals'],
          params: {
            given: '2.5',
            expected: 'whole-number',
            minimum: '0',
            maximum: '12',
          },
          message: 'options.decimals: got 2.5, expected a whole number from 0 to 12.',
        },
      ),
    )
  })

  it('is refused with a target and a measure that are wrong', () => {
    expect(attempt(() => invertScale('1', marginal, { target: '-1', measure: 'x' }))).toEqual(
      refused(
        {
          code: 'NUMBER_OUT_OF_RANGE',
          path: ['target'],
          params: { given: '"-1"', minimum: '0', maximum: null, expected: 'above-minimum' },
          message: 'target: got "-1", expected more than 0.',
        },
        {
          code: 'NUMBER_INVALID',
          path: ['measure'],
          params: { given: '"x"', suggestion: null },
          message: 'measure: got "x", expected a plain decimal.',
        },
      ),
    )
  })

  it('is refused with options that are no object', () => {
    expect(attempt(() => invertScale('1', marginal, 2 as never))).toEqual(
      refused({
        code: 'VALUE_INVALID',
        path: ['options'],
        params: { given: '2', expected: 'plain-object' },
        message: 'options: got 2, expected a plain object.',
      }),
    )
  })

  it('needs a defined scale', () => {
    expect(attempt(() => invertScale('1', { ...marginal } as never))).toMatchObject({
      issues: [{ code: 'POLICY_NOT_DEFINED' }],
    })
  })
})
