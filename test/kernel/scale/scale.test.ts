import { describe, expect, it } from 'vitest'
import { applyScale, attempt, type DefinedScale, round } from '../../../src/kernel/index.js'
import { defineScale, type ScaleInput } from '../../../src/kernel/schema.js'
import { problemsOf, refused } from '../refused.js'

const TIERS = [
  { id: 'first', upTo: '1000000', rate: '0.03' },
  { id: 'second', upTo: '2000000', rate: '0.04' },
  { id: 'top', upTo: null, rate: '0.05' },
]
const marginal = defineScale({ mode: 'marginal', tiers: TIERS })
const whole = defineScale({ mode: 'whole-amount', tiers: TIERS })

/** Two tiers that meet at 100. */
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

function pays(bases: readonly string[], scale: DefinedScale, options = {}): string[] {
  return bases.map((base) => applyScale(base, scale, options).amount)
}

describe('a marginal scale', () => {
  it.each([
    ['0', '0'],
    ['1', '0.03'],
    ['999999.99', '29999.9997'],
    ['1000000', '30000'],
    ['1000000.01', '30000.0004'],
    ['1500000', '50000'],
    ['2000000', '70000'],
    ['2500000', '95000'],
    ['-1500000', '-50000'],
  ])('pays on %s: %s, whoever owns the thresholds', (base, amount) => {
    const lower = defineScale({ ...marginal, boundary: 'lower-tier' })
    expect(pays([base], marginal)).toEqual([amount])
    expect(pays([base], lower)).toEqual([amount])
  })

  it('shows each slice, the tier reached and the way to the next', () => {
    expect(applyScale('1500000', marginal)).toEqual({
      amount: '50000',
      slices: [
        {
          tier: 'first',
          from: '0',
          upTo: '1000000',
          rate: '0.03',
          base: '1000000',
          amount: '30000',
        },
        {
          tier: 'second',
          from: '1000000',
          upTo: '2000000',
          rate: '0.04',
          base: '500000',
          amount: '20000',
        },
      ],
      tier: 'second',
      next: { tier: 'top', rate: '0.05', remaining: '500000', reached: 'at' },
    })
  })

  it('has no slice and no amount at 0, and the first tier is still to be filled', () => {
    expect(applyScale('0', marginal)).toEqual({
      amount: '0',
      slices: [],
      tier: 'first',
      next: { tier: 'second', rate: '0.04', remaining: '1000000', reached: 'at' },
    })
  })

  it('mirrors a base below 0, which is in the first tier and a long way from the next', () => {
    expect(applyScale('-1500000', marginal)).toEqual({
      amount: '-50000',
      slices: [
        {
          tier: 'first',
          from: '0',
          upTo: '1000000',
          rate: '0.03',
          base: '-1000000',
          amount: '-30000',
        },
        {
          tier: 'second',
          from: '1000000',
          upTo: '2000000',
          rate: '0.04',
          base: '-500000',
          amount: '-20000',
        },
      ],
      tier: 'first',
      next: { tier: 'second', rate: '0.04', remaining: '2500000', reached: 'at' },
    })
  })

  it('pays nothing below 0 where its policy says so', () => {
    const zero = defineScale({ ...marginal, negative: 'zero' })
    expect(applyScale('-1', zero)).toMatchObject({ amount: '0', slices: [] })
  })

  it('refuses a base below 0 where its policy says so, and never 0 itself', () => {
    const strict = defineScale({ ...marginal, negative: 'refuse' })
    expect(attempt(() => applyScale('-0.50', strict))).toEqual(
      refused({
        code: 'BASE_NEGATIVE',
        path: ['base'],
        params: { given: '-0.5' },
        message: 'base: got -0.5, and this scale refuses a base below 0.',
      }),
    )
    expect(pays(['-0', '0', '1'], strict)).toEqual(['0', '0', '0.03'])
  })

  it('pays a flat amount once its tier is reached, by who owns the threshold', () => {
    const bases = ['0', '0.01', '99.99', '100', '100.01', '-0.01', '-100']
    const upper = twoTiers({ amount: '5' }, { amount: '50' })
    const lower = twoTiers({ amount: '5' }, { amount: '50' }, { boundary: 'lower-tier' })
    expect(pays(bases, upper)).toEqual(['0', '5', '5', '55', '55', '-5', '-55'])
    expect(pays(bases, lower)).toEqual(['0', '5', '5', '5', '55', '-5', '-5'])
  })

  it('shows the slice of a tier that pays nothing', () => {
    const later = twoTiers({}, { rate: '0.1' })
    expect(applyScale('150', later).slices).toEqual([
      { tier: 'low', from: '0', upTo: '100', rate: '0', base: '100', amount: '0' },
      { tier: 'high', from: '100', upTo: null, rate: '0.1', base: '50', amount: '5' },
    ])
  })

  it('bounds what a tier pays, its flat amount included, and only once it is reached', () => {
    const bounded = twoTiers(
      { rate: '0.1', minimum: '4', maximum: '8' },
      { rate: '0.1', amount: '1', minimum: '3' },
    )
    const bases = ['0', '1', '40', '60', '80', '90', '100', '110', '120', '150', '-60', '-90']
    expect(pays(bases, bounded)).toEqual([
      '0',
      '4',
      '4',
      '6',
      '8',
      '8',
      '11',
      '11',
      '11',
      '14',
      '-6',
      '-8',
    ])
  })

  it('earns nothing above the end it stops at', () => {
    const stopping = twoTiers({ rate: '0.1' }, { upTo: '200', rate: '0.2' }, { beyond: 'stop' })
    expect(pays(['199', '200', '201', '999', '-999'], stopping)).toEqual([
      '29.8',
      '30',
      '30',
      '30',
      '-30',
    ])
    expect(applyScale('999', stopping)).toMatchObject({ tier: 'high', next: null })
  })

  it('multiplies attainment thresholds by the target, and shows them as they are stated', () => {
    const scale = twoTiers(
      { upTo: '0.8', rate: '0.1' },
      { rate: '0.2' },
      { thresholds: 'attainment' },
    )
    expect(pays(['100', '40', '80', '-100'], scale, { target: '100' })).toEqual([
      '12',
      '4',
      '8',
      '-12',
    ])
    const half = applyScale('100', scale, { target: 50 })
    expect(half.amount).toBe('16')
    expect(half.slices.map(({ from, upTo, base }) => [from, upTo, base])).toEqual([
      ['0', '0.8', '40'],
      ['0.8', null, '60'],
    ])
    expect(applyScale('30', scale, { target: 50 }).next?.remaining).toBe('10')
  })

  it('pays money per unit where thresholds count units', () => {
    const perUnit = defineScale({
      mode: 'marginal',
      thresholds: 'units',
      tiers: [
        { id: 'first ten', upTo: 10, rate: 25 },
        { id: 'more', upTo: null, rate: '40.5' },
      ],
    })
    expect(pays(['10', '12'], perUnit)).toEqual(['250', '331'])
  })

  // IRS, Revenue Procedure 2023-34, section 3.01, table 3 (unmarried individuals, 2024): the tax at each
  // bracket's start is printed there ("$1,160 plus 12% of the excess over $11,600", and on).
  const tax = defineScale({
    mode: 'marginal',
    tiers: [
      { id: '10%', upTo: 11_600, rate: '0.10' },
      { id: '12%', upTo: 47_150, rate: '0.12' },
      { id: '22%', upTo: 100_525, rate: '0.22' },
      { id: '24%', upTo: 191_950, rate: '0.24' },
      { id: '32%', upTo: 243_725, rate: '0.32' },
      { id: '35%', upTo: 609_350, rate: '0.35' },
      { id: '37%', upTo: null, rate: '0.37' },
    ],
  })
  it.each([
    ['11600', '1160', '12%'],
    ['47150', '5426', '22%'],
    ['100525', '17168.5', '24%'],
    ['191950', '39110.5', '32%'],
    ['243725', '55678.5', '35%'],
    ['609350', '183647.25', '37%'],
    // 17,168.50 + 24% of 24,475, and 183,647.25 + 37% of 390,650.
    ['125000', '23042.5', '24%'],
    ['1000000', '328187.75', '37%'],
  ])('taxes %s at %s, as published for 2024, in the %s bracket', (income, due, bracket) => {
    expect(applyScale(income, tax)).toMatchObject({ amount: due, tier: bracket })
  })

  // Individual Income Tax Law of the PRC (2018), table 1, with the quick deductions that the State Taxation
  // Administration publishes beside it (Announcement 2018 No. 61): tax = income * rate - deduction.
  const annual = defineScale({
    mode: 'marginal',
    boundary: 'lower-tier',
    tiers: [
      { id: '1', upTo: 36_000, rate: '0.03' },
      { id: '2', upTo: 144_000, rate: '0.1' },
      { id: '3', upTo: 300_000, rate: '0.2' },
      { id: '4', upTo: 420_000, rate: '0.25' },
      { id: '5', upTo: 660_000, rate: '0.3' },
      { id: '6', upTo: 960_000, rate: '0.35' },
      { id: '7', upTo: null, rate: '0.45' },
    ],
  })
  it.each([
    [30_000, '1', 0.03, 0],
    [36_000, '1', 0.03, 0],
    [100_000, '2', 0.1, 2_520],
    [200_000, '3', 0.2, 16_920],
    [400_000, '4', 0.25, 31_920],
    [500_000, '5', 0.3, 52_920],
    [900_000, '6', 0.35, 85_920],
    [2_000_000, '7', 0.45, 181_920],
  ])('taxes %i in level %s: times %d less the quick deduction %i', (income, level, rate, less) => {
    const outcome = applyScale(income, annual)
    expect(outcome.tier).toBe(level)
    expect(round(outcome.amount, { decimals: 2 })).toBe((income * rate - less).toFixed(2))
  })
})

describe('a whole-amount scale', () => {
  it.each([
    ['0', '0', '0'],
    ['999999.99', '29999.9997', '29999.9997'],
    ['1000000', '40000', '30000'],
    ['1500000', '60000', '60000'],
    ['2000000', '100000', '80000'],
    ['2500000', '125000', '125000'],
    ['-1000000', '-40000', '-30000'],
  ])('pays on %s: %s by the upper tier, %s by the lower', (base, upper, lower) => {
    expect(pays([base], whole)).toEqual([upper])
    expect(pays([base], defineScale({ ...whole, boundary: 'lower-tier' }))).toEqual([lower])
  })

  it('has one slice: the whole base in the tier it falls in', () => {
    expect(applyScale('1500000', whole).slices).toEqual([
      {
        tier: 'second',
        from: '1000000',
        upTo: '2000000',
        rate: '0.04',
        base: '1500000',
        amount: '60000',
      },
    ])
    expect(applyScale('0', whole).slices).toEqual([])
  })

  it('says whether the next tier is reached at its threshold or above it', () => {
    const lower = defineScale({ ...whole, boundary: 'lower-tier' })
    expect(applyScale('1000000', whole)).toMatchObject({
      tier: 'second',
      next: { tier: 'top', remaining: '1000000', reached: 'at' },
    })
    expect(applyScale('1000000', lower)).toMatchObject({
      tier: 'first',
      next: { tier: 'second', remaining: '0', reached: 'above' },
    })
  })

  it('pays only the flat amount of the tier the base falls in, within its bounds', () => {
    const scale = twoTiers(
      { rate: '0.1', amount: '1' },
      { amount: '20', maximum: '15' },
      { mode: 'whole-amount' },
    )
    expect(pays(['0', '50', '99', '100', '-50'], scale)).toEqual(['0', '6', '10.9', '15', '-6'])
  })

  it('stays at its last end when it stops there', () => {
    const tiers = [{ rate: '0.1' }, { upTo: '200', rate: '0.2' }] as const
    const upper = twoTiers(...tiers, { mode: 'whole-amount', beyond: 'stop' })
    const lower = defineScale({ ...upper, boundary: 'lower-tier' })
    const bases = ['100', '200', '201', '999', '-999']
    expect(pays(bases, upper)).toEqual(['20', '40', '40', '40', '-40'])
    expect(pays(bases, lower)).toEqual(['10', '40', '40', '40', '-40'])
    expect(applyScale('999', upper).slices[0]).toMatchObject({ tier: 'high', base: '200' })
  })
})

describe('a scale with a separate measure', () => {
  const scale = twoTiers(
    { rate: '0.1', amount: '5' },
    { rate: '0.2', amount: '7', maximum: '206' },
    { mode: 'whole-amount', measure: 'separate' },
  )

  it.each([
    ['-1', '100'],
    ['0', '100'],
    ['0.01', '105'],
    ['99.99', '105'],
    ['100', '206'],
    ['101', '206'],
  ])('takes the tier from the measure %s and pays on the base', (measure, amount) => {
    expect(pays(['1000'], scale, { measure })).toEqual([amount])
  })

  it('pays the flat amount on a base of 0, and mirrors it with the rest below 0', () => {
    expect(pays(['0', '10', '-10', '-1000'], scale, { measure: '100' })).toEqual([
      '7',
      '9',
      '-9',
      '-206',
    ])
    const zero = defineScale({ ...scale, negative: 'zero' })
    expect(pays(['-10'], zero, { measure: '100' })).toEqual(['0'])
  })

  it('counts the way to the next tier in the measure', () => {
    expect(applyScale('-1000', scale, { measure: '40' }).next).toEqual({
      tier: 'high',
      rate: '0.2',
      remaining: '60',
      reached: 'at',
    })
  })

  it('refuses to pay without the measure', () => {
    expect(attempt(() => applyScale('1', scale))).toEqual(
      refused({
        code: 'VALUE_MISSING',
        path: ['measure'],
        params: { expected: 'measure' },
        message: 'measure: is missing, expected the figure that chooses the tier.',
      }),
    )
  })
})

describe('an interpolated scale', () => {
  const scale = defineScale({
    mode: 'interpolated',
    tiers: [
      { id: 'low', upTo: '30', amount: '100' },
      { id: 'high', upTo: '50', amount: '300', rate: '1' },
      { id: 'open', upTo: null, rate: '0.5' },
    ],
  })

  it('pays the filled share of each tier, and the rate on top', () => {
    const bases = ['0', '15', '30', '40', '50', '60', '-15']
    expect(pays(bases, scale)).toEqual(['0', '50', '100', '260', '420', '425', '-50'])
  })

  it('cuts what does not end after 12 decimals, toward zero', () => {
    expect(pays(['10', '20', '-20'], scale)).toEqual([
      '33.333333333333',
      '66.666666666666',
      '-66.666666666666',
    ])
  })

  it('has no slice for a tier that is only touched', () => {
    expect(applyScale('30', scale).slices.map(({ tier }) => tier)).toEqual(['low'])
    expect(applyScale('30', scale).tier).toBe('high')
  })

  it('stops at its end', () => {
    const stopping = defineScale({
      mode: 'interpolated',
      beyond: 'stop',
      tiers: [{ id: 'all', upTo: '4', amount: '10' }],
    })
    expect(pays(['1', '4', '5'], stopping)).toEqual(['2.5', '10', '10'])
  })
})

describe('applyScale', () => {
  const byAttainment = defineScale({
    mode: 'marginal',
    thresholds: 'attainment',
    tiers: [{ id: 'all', upTo: null, rate: '0.1' }],
  })

  it('refuses a base, a target and a measure that are wrong, all at once', () => {
    const options = { target: '0', measure: 'x', targt: 1 } as never
    expect(attempt(() => applyScale('1 000', byAttainment, options))).toEqual(
      refused(
        {
          code: 'NUMBER_INVALID',
          path: ['base'],
          params: { given: '"1 000"', suggestion: '1000' },
          message: 'base: got "1 000", expected a plain decimal. Did you mean "1000"?',
        },
        {
          code: 'UNKNOWN_KEY',
          path: ['options', 'targt'],
          params: { key: 'targt', known: ['target', 'measure'], suggestion: 'target' },
          message:
            'options.targt: is not a known key. Known: target, measure. Did you mean "target"?',
        },
        {
          code: 'NUMBER_OUT_OF_RANGE',
          path: ['target'],
          params: { given: '"0"', minimum: '0', maximum: null, expected: 'above-minimum' },
          message: 'target: got "0", expected more than 0.',
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

  it('refuses options that are no object', () => {
    expect(attempt(() => applyScale('1', marginal, 2 as never))).toEqual(
      refused({
        code: 'VALUE_INVALID',
        path: ['options'],
        params: { given: '2', expected: 'plain-object' },
        message: 'options: got 2, expected a plain object.',
      }),
    )
  })

  it('refuses attainment thresholds without a target', () => {
    expect(attempt(() => applyScale('1', byAttainment))).toEqual(
      refused({
        code: 'TARGET_MISSING',
        path: ['target'],
        params: { needed: 'attainment-thresholds' },
        message: 'target: is missing, and the tiers are ratios of it. Give a target above 0.',
      }),
    )
  })

  it('refuses a scale that was not defined, even a copy of one that was', () => {
    for (const scale of [{ mode: 'marginal', tiers: TIERS }, { ...marginal }]) {
      expect(attempt(() => applyScale('1', scale as never))).toEqual(
        refused({
          code: 'POLICY_NOT_DEFINED',
          path: [],
          params: { define: 'defineScale' },
          message:
            'the policy given does not come from defineScale: it is a copy, or was read from JSON. Pass what that returns.',
        }),
      )
    }
  })
})

describe('defineScale', () => {
  const tiers = (...changes: readonly object[]) =>
    ({
      mode: 'marginal',
      tiers: changes.map((change, id) => ({ id: `t${id}`, ...change })),
    }) as never

  it('fills in every choice, writes numbers one way and freezes the result', () => {
    const scale = defineScale({
      mode: 'marginal',
      tiers: [
        { id: 'a', upTo: 1e3, rate: 0.05, minimum: '01.50' },
        { id: 'b', upTo: null, amount: 10n },
      ],
    })
    expect(scale).toEqual({
      mode: 'marginal',
      boundary: 'upper-tier',
      negative: 'mirror',
      thresholds: 'money',
      measure: 'base',
      tiers: [
        { id: 'a', upTo: '1000', rate: '0.05', minimum: '1.5' },
        { id: 'b', upTo: null, rate: '0', amount: '10' },
      ],
    })
    expect(Object.isFrozen(scale)).toBe(true)
    expect(Object.isFrozen(scale.tiers[0])).toBe(true)
  })

  it('takes a rate so small that its plain form is longer than what may be written', () => {
    const scale = defineScale({
      mode: 'marginal',
      tiers: [{ id: 'all', upTo: null, rate: `0.${'0'.repeat(75)}1e-30` }],
    })
    expect(applyScale('1', scale).amount).toBe(`0.${'0'.repeat(105)}1`)
  })

  it('refuses tiers that are out of order', () => {
    const scale = tiers({ upTo: '200' }, { upTo: '100' }, { upTo: '100' }, { upTo: null })
    expect(attempt(() => defineScale(scale))).toEqual(
      refused(
        {
          code: 'OUT_OF_ORDER',
          path: ['tiers', 1, 'upTo'],
          params: { given: '100', previous: '200' },
          message: 'tiers[1].upTo: got 100, expected more than the 200 before it.',
        },
        {
          code: 'OUT_OF_ORDER',
          path: ['tiers', 2, 'upTo'],
          params: { given: '100', previous: '100' },
          message: 'tiers[2].upTo: got 100, expected more than the 100 before it.',
        },
      ),
    )
  })

  it('refuses a rate of 3, and says that it looks like a percentage', () => {
    expect(attempt(() => defineScale(tiers({ upTo: null, rate: 3 })))).toEqual(
      refused({
        code: 'NUMBER_LOOKS_LIKE_PERCENT',
        path: ['tiers', 0, 'rate'],
        params: { given: '3', suggestion: '0.03', maximum: '1', percent: '3' },
        message: 'tiers[0].rate: got 3, expected a ratio from 0 to 1. Did you mean 0.03 (3%)?',
      }),
    )
    expect(defineScale(tiers({ upTo: null, rate: 1 })).tiers[0]?.rate).toBe('1')
  })

  it('refuses rates that are no ratio in any reading, amounts below 0 and an end at 0', () => {
    const scale = tiers({ upTo: '0', rate: '-0.1', amount: -5 }, { upTo: null, rate: 0.1 })
    expect(attempt(() => defineScale(scale))).toEqual(
      refused(
        {
          code: 'NUMBER_OUT_OF_RANGE',
          path: ['tiers', 0, 'upTo'],
          params: { given: '"0"', minimum: '0', maximum: null, expected: 'above-minimum' },
          message: 'tiers[0].upTo: got "0", expected more than 0.',
        },
        {
          code: 'NUMBER_OUT_OF_RANGE',
          path: ['tiers', 0, 'rate'],
          params: { given: '"-0.1"', minimum: '0', maximum: null },
          message: 'tiers[0].rate: got "-0.1", expected 0 or more.',
        },
        {
          code: 'NUMBER_OUT_OF_RANGE',
          path: ['tiers', 0, 'amount'],
          params: { given: '-5', minimum: '0', maximum: null },
          message: 'tiers[0].amount: got -5, expected 0 or more.',
        },
      ),
    )
    expect(attempt(() => defineScale(tiers({ upTo: null, rate: 101 })))).toEqual(
      refused({
        code: 'NUMBER_OUT_OF_RANGE',
        path: ['tiers', 0, 'rate'],
        params: { given: '101', minimum: '0', maximum: '1', expected: 'ratio' },
        message: 'tiers[0].rate: got 101, expected a ratio from 0 to 1.',
      }),
    )
  })

  it.each([
    [
      [{ upTo: '1' }],
      { tier: 't0', given: '1', reason: 'last-tier-closed' },
      'tiers[0].upTo: got 1, expected null: nothing says what is earned above it. Use null, or "beyond": "stop".',
    ],
    [
      [{ upTo: null }, { upTo: null }],
      { tier: 't0', given: null, reason: 'inner-tier-open' },
      'tiers[0].upTo: got null, expected an end: only the last tier is open.',
    ],
  ])('refuses the ends of %j', (changes, params, message) => {
    expect(attempt(() => defineScale(tiers(...changes)))).toEqual(
      refused({ code: 'SCALE_END', path: ['tiers', 0, 'upTo'], params, message }),
    )
  })

  it('refuses an open end where it stops', () => {
    const scale = { mode: 'marginal', beyond: 'stop', tiers: [{ id: 'all', upTo: null }] } as const
    expect(attempt(() => defineScale(scale))).toEqual(
      refused({
        code: 'SCALE_END',
        path: ['tiers', 0, 'upTo'],
        params: { tier: 'all', given: null, reason: 'last-tier-open' },
        message:
          'tiers[0].upTo: got null, but the scale stops beyond its last tier. Give the end, or leave "beyond" out.',
      }),
    )
  })

  it('refuses the same id twice', () => {
    const scale = tiers({ upTo: '1' }, { id: 't0', upTo: null })
    expect(attempt(() => defineScale(scale))).toEqual(
      refused({
        code: 'ID_DUPLICATE',
        path: ['tiers', 1, 'id'],
        params: { id: 't0' },
        message: 'tiers[1].id: got "t0" twice, expected each id once.',
      }),
    )
  })

  const conflict = (path: readonly (string | number)[], reason: string, message: string) => ({
    code: 'POLICY_CONFLICT' as const,
    path,
    params: { reason },
    message,
  })

  it('refuses a separate measure with another mode, other thresholds or an end', () => {
    const scale = {
      mode: 'marginal',
      measure: 'separate',
      thresholds: 'units',
      beyond: 'stop',
      tiers: [{ id: 'all', upTo: '1' }],
    } as const
    expect(attempt(() => defineScale(scale))).toEqual(
      refused(
        conflict(
          ['measure'],
          'separate-measure-mode',
          'measure: a separate measure chooses one tier for all of the base, so the mode must be "whole-amount".',
        ),
        conflict(
          ['thresholds'],
          'separate-measure-thresholds',
          'thresholds: the tiers of a separate measure count that measure. Leave "thresholds" out.',
        ),
        conflict(
          ['beyond'],
          'separate-measure-stops',
          'beyond: a separate measure needs an open last tier. Leave "beyond" out.',
        ),
      ),
    )
  })

  it('refuses bounds that cross, and bounds or a flat open tier where shares are paid', () => {
    expect(attempt(() => defineScale(tiers({ upTo: null, minimum: '10', maximum: '9' })))).toEqual(
      refused({
        code: 'POLICY_CONFLICT',
        path: ['tiers', 0],
        params: { reason: 'minimum-above-maximum', minimum: '10', maximum: '9' },
        message: 'tiers[0]: the minimum 10 is more than the maximum 9. Swap them.',
      }),
    )
    const shares = {
      mode: 'interpolated',
      tiers: [
        { id: 'low', upTo: '1', minimum: '0' },
        { id: 'open', upTo: null, amount: '1', maximum: '1' },
      ],
    } as const
    const bounds = 'interpolated-tier-bounds'
    const text = 'a tier that is paid by its filled share has no minimum or maximum.'
    expect(attempt(() => defineScale(shares))).toEqual(
      refused(
        conflict(['tiers', 0], bounds, `tiers[0]: ${text}`),
        conflict(
          ['tiers', 1],
          'open-tier-amount',
          'tiers[1]: an open tier is never full, so its amount is never reached. Give an end or a rate.',
        ),
        conflict(['tiers', 1], bounds, `tiers[1]: ${text}`),
      ),
    )
    expect(
      problemsOf(attempt(() => defineScale(tiers({ upTo: null, minimum: 9, maximum: 9 })))),
    ).toEqual([])
  })

  it('refuses an unknown key and an unknown word, with what was meant', () => {
    const scale = {
      mode: 'marginal',
      boundary: 'uppertier',
      tier: [],
      tiers: [{ id: 'all', upTo: null, Rate: 1 }],
    } as never
    expect(attempt(() => defineScale(scale))).toEqual(
      refused(
        {
          code: 'VALUE_NOT_ALLOWED',
          path: ['boundary'],
          params: {
            given: '"uppertier"',
            allowed: ['upper-tier', 'lower-tier'],
            suggestion: 'upper-tier',
          },
          message:
            'boundary: got "uppertier", expected one of "upper-tier", "lower-tier". Did you mean "upper-tier"?',
        },
        {
          code: 'UNKNOWN_KEY',
          path: ['tiers', 0, 'Rate'],
          params: {
            key: 'Rate',
            known: ['id', 'upTo', 'rate', 'multiple', 'boundary', 'amount', 'minimum', 'maximum'],
            suggestion: 'rate',
          },
          message:
            'tiers[0].Rate: is not a known key. Known: id, upTo, rate, multiple, boundary, amount, minimum, maximum. Did you mean "rate"?',
        },
        {
          code: 'UNKNOWN_KEY',
          path: ['tier'],
          params: {
            key: 'tier',
            known: ['mode', 'boundary', 'negative', 'thresholds', 'measure', 'beyond', 'tiers'],
            suggestion: 'tiers',
          },
          message:
            'tier: is not a known key. Known: mode, boundary, negative, thresholds, measure, beyond, tiers. Did you mean "tiers"?',
        },
      ),
    )
  })

  it.each([
    ['no tiers', [], 'VALUE_INVALID tiers'],
    ['a tier without an end', [{ id: 'a' }], 'VALUE_MISSING tiers[0].upTo'],
    ['a tier without a name', [{ upTo: null }], 'VALUE_MISSING tiers[0].id'],
    ['an empty name', [{ id: '', upTo: null }], 'VALUE_INVALID tiers[0].id'],
    ['a tier that is a text', ['first'], 'VALUE_INVALID tiers[0]'],
    ['1,001 tiers', Array(1001).fill({ id: 'a', upTo: null }), 'VALUE_INVALID tiers'],
  ])('refuses %s', (_, list, problem) => {
    const found = attempt(() => defineScale({ mode: 'marginal', tiers: list } as never))
    expect(problemsOf(found)).toEqual([problem])
  })

  const cyclic: { mode: string; tiers: unknown[] } = { mode: 'marginal', tiers: [] }
  cyclic.tiers.push(cyclic)
  const unreadable = (): never => {
    throw new Error('not for you')
  }
  const hostile = Object.defineProperty({}, 'tiers', { enumerable: true, get: unreadable })
  it.each([
    ['a cycle', cyclic, 'VALUE_UNREADABLE tiers[0]'],
    ['a getter that throws', hostile, 'VALUE_UNREADABLE '],
    ['a proxy that throws', new Proxy({}, { ownKeys: unreadable }), 'VALUE_UNREADABLE '],
    ['a Date', new Date(0), 'VALUE_INVALID '],
    ['__proto__', JSON.parse('{"__proto__": {"mode": "marginal"}}'), 'KEY_FORBIDDEN __proto__'],
    ['nothing', undefined, 'VALUE_MISSING '],
  ])('refuses %s', (_, scale, problem) => {
    expect(problemsOf(attempt(() => defineScale(scale as never)))).toEqual([problem])
  })
})
