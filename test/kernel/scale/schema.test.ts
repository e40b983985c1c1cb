import { describe, expect, it } from 'vitest'
import { attempt } from '../../../src/kernel/input/attempt.js'
import type { IssueParams } from '../../../src/kernel/input/issue.js'
import { defineScale, type ScaleInput } from '../../../src/kernel/scale/schema.js'
import { answered, problemsOf, refused } from '../refused.js'

const handbook = {
  mode: 'marginal',
  tiers: [
    { id: 'base', upTo: 1_000_000, rate: '0.03' },
    { id: 'middle', upTo: '2e6', rate: 0.04 },
    { id: 'top', upTo: null, rate: '0.050' },
  ],
} as const

const define = (change: object) =>
  attempt(() => defineScale({ ...handbook, ...change } as unknown as ScaleInput))

const tiers = (...list: readonly object[]) => ({ tiers: list })
const open = { id: 'open', upTo: null, rate: '0.1' }
const conflict = (
  path: readonly (string | number)[],
  params: IssueParams['POLICY_CONFLICT'],
  message: string,
) => refused({ code: 'POLICY_CONFLICT', path, params, message })

describe('defineScale', () => {
  it('names every choice and writes every number in one way', () => {
    expect(define({})).toEqual(
      answered({
        mode: 'marginal',
        boundary: 'upper-tier',
        negative: 'mirror',
        thresholds: 'money',
        measure: 'base',
        tiers: [
          { id: 'base', upTo: '1000000', rate: '0.03' },
          { id: 'middle', upTo: '2000000', rate: '0.04' },
          { id: 'top', upTo: null, rate: '0.05' },
        ],
      }),
    )
  })

  it('takes what a tier may have beside its rate, and no rate at all for 0', () => {
    const tier = { id: 'open', upTo: null, amount: 100, minimum: '5.0', maximum: 5 }
    expect(define({ mode: 'whole-amount', ...tiers(tier) })).toMatchObject({
      value: {
        tiers: [{ id: 'open', upTo: null, rate: '0', amount: '100', minimum: '5', maximum: '5' }],
      },
    })
  })

  it('freezes what it returns', () => {
    const scale = defineScale(handbook)
    expect(Object.isFrozen(scale)).toBe(true)
    expect(Object.isFrozen(scale.tiers)).toBe(true)
    expect(Object.isFrozen(scale.tiers[0])).toBe(true)
  })

  it.each([
    ['mode', 'marginl', 'marginal'],
    ['boundary', 'upper', null],
    ['negative', 'mirorr', 'mirror'],
    ['thresholds', 'unit', 'units'],
    ['measure', 'seperate', 'separate'],
    ['beyond', 'stops', 'stop'],
  ])('knows the words for %s: %s is refused', (key, word, suggestion) => {
    expect(define({ [key]: word })).toMatchObject({
      issues: [{ code: 'VALUE_NOT_ALLOWED', path: [key], params: { suggestion } }],
    })
  })

  it.each([
    ['no mode', { mode: undefined }, ['VALUE_MISSING mode']],
    ['no tiers', { tiers: undefined }, ['VALUE_MISSING tiers']],
    ['an empty list of tiers', { tiers: [] }, ['VALUE_INVALID tiers']],
    ['a key that nothing reads', { tier: [] }, ['UNKNOWN_KEY tier']],
    ['a tier without an id', tiers({ upTo: null }), ['VALUE_MISSING tiers[0].id']],
    ['a tier without an end', tiers({ id: 'a' }), ['VALUE_MISSING tiers[0].upTo']],
    [
      'a tier that ends at 0',
      tiers({ id: 'a', upTo: 0 }, open),
      ['NUMBER_OUT_OF_RANGE tiers[0].upTo'],
    ],
    [
      'a tier that ends below 0',
      tiers({ id: 'a', upTo: -1 }, open),
      ['NUMBER_OUT_OF_RANGE tiers[0].upTo'],
    ],
    [
      'an end that is no number',
      tiers({ id: 'a', upTo: Number.NaN }, open),
      ['NUMBER_INVALID tiers[0].upTo'],
    ],
    ['a rate below 0', tiers({ ...open, rate: -0.1 }), ['NUMBER_OUT_OF_RANGE tiers[0].rate']],
    ['an amount below 0', tiers({ ...open, amount: -1 }), ['NUMBER_OUT_OF_RANGE tiers[0].amount']],
    [
      'a minimum below 0',
      tiers({ ...open, minimum: -1 }),
      ['NUMBER_OUT_OF_RANGE tiers[0].minimum'],
    ],
    [
      'a maximum below 0',
      tiers({ ...open, maximum: -1 }),
      ['NUMBER_OUT_OF_RANGE tiers[0].maximum'],
    ],
    ['a tier with a start', tiers({ ...open, from: 0 }), ['UNKNOWN_KEY tiers[0].from']],
    ['the same id twice', tiers({ ...open, upTo: 1 }, open), ['ID_DUPLICATE tiers[1].id']],
    [
      'a Date for an end',
      tiers({ id: 'a', upTo: new Date(0) }, open),
      ['VALUE_INVALID tiers[0].upTo'],
    ],
  ])('refuses %s', (_, change, problems) => {
    expect(problemsOf(define(change))).toEqual(problems)
  })

  it.each([undefined, null, 'marginal', []])('refuses %j for a scale', (value) => {
    expect(attempt(() => defineScale(value as unknown as ScaleInput))).toMatchObject({
      ok: false,
      issues: [{ path: [] }],
    })
  })
})

describe('the ends of tiers', () => {
  it('rise', () => {
    const list = [
      { id: 'a', upTo: 10 },
      { id: 'b', upTo: '10.0' },
      { id: 'c', upTo: 9 },
    ]
    expect(define(tiers(...list, open))).toEqual(
      refused(
        {
          code: 'OUT_OF_ORDER',
          path: ['tiers', 1, 'upTo'],
          params: { given: '10', previous: '10' },
          message: 'tiers[1].upTo: got 10, expected more than the 10 before it.',
        },
        {
          code: 'OUT_OF_ORDER',
          path: ['tiers', 2, 'upTo'],
          params: { given: '9', previous: '10' },
          message: 'tiers[2].upTo: got 9, expected more than the 10 before it.',
        },
      ),
    )
  })

  it('rise also where they are written with a hundred decimals', () => {
    const tiny = `0.${'0'.repeat(93)}1e-30`
    const list = [
      { id: 'a', upTo: tiny },
      { id: 'b', upTo: '1' },
    ]
    expect(define(tiers(...list, open))).toMatchObject({ ok: true })
    expect(problemsOf(define(tiers(...list.reverse(), open)))).toEqual([
      'OUT_OF_ORDER tiers[1].upTo',
    ])
  })

  it.each([
    [
      'an end on the last tier',
      tiers({ id: 'last', upTo: 10 }),
      0,
      { tier: 'last', given: '10', reason: 'last-tier-closed' },
      'got 10, expected null: nothing says what is earned above it. Use null, or "beyond": "stop".',
    ],
    [
      'an open tier before the last',
      tiers({ id: 'first', upTo: null }, open),
      0,
      { tier: 'first', given: null, reason: 'inner-tier-open' },
      'got null, expected an end: only the last tier is open.',
    ],
    [
      'an open last tier where the scale stops',
      { beyond: 'stop', ...tiers(open) },
      0,
      { tier: 'open', given: null, reason: 'last-tier-open' },
      'got null, but the scale stops beyond its last tier. Give the end, or leave "beyond" out.',
    ],
  ])('say what is earned above: %s is refused', (_, change, index, params, text) => {
    expect(define(change)).toEqual(
      refused({
        code: 'SCALE_END',
        path: ['tiers', index, 'upTo'],
        params,
        message: `tiers[${index}].upTo: ${text}`,
      }),
    )
  })

  it('may all be ends where the scale stops', () => {
    expect(define({ beyond: 'stop', ...tiers({ id: 'last', upTo: 10 }) })).toMatchObject({
      value: { beyond: 'stop', tiers: [{ upTo: '10' }] },
    })
  })
})

describe('the rate of a tier', () => {
  it('is no percentage', () => {
    expect(define(tiers({ ...open, rate: 3 }))).toEqual(
      refused({
        code: 'NUMBER_LOOKS_LIKE_PERCENT',
        path: ['tiers', 0, 'rate'],
        params: { given: '3', suggestion: '0.03', maximum: '1', percent: '3' },
        message: 'tiers[0].rate: got 3, expected a ratio from 0 to 1. Did you mean 0.03 (3%)?',
      }),
    )
  })

  it.each(['3', '3.0', '3e0'])(
    'is no percentage written as the text %j, which is shown as it is',
    (rate) => {
      const outcome = define(tiers({ ...open, rate }))
      const shown = JSON.stringify(rate)
      expect(outcome.ok ? [] : outcome.issues.map(({ message }) => message)).toEqual([
        `tiers[0].rate: got ${shown}, expected a ratio from 0 to 1. Did you mean 0.03 (3%)?`,
      ])
    },
  )

  it('may be 100%, and is money where thresholds count units', () => {
    expect(define(tiers({ ...open, rate: 1 }))).toMatchObject({ ok: true })
    expect(define({ thresholds: 'units', ...tiers({ ...open, rate: '25' }) })).toMatchObject({
      value: { tiers: [{ rate: '25' }] },
    })
    expect(
      problemsOf(define({ thresholds: 'attainment', ...tiers({ ...open, rate: 25 }) })),
    ).toEqual(['NUMBER_LOOKS_LIKE_PERCENT tiers[0].rate'])
  })
})

describe('thresholds in attainment', () => {
  const attainment = (upTo: unknown) =>
    define({ thresholds: 'attainment', ...tiers({ id: 'a', upTo }, open) })

  it('are ratios, where 1 is on target', () => {
    expect(attainment('9.99')).toMatchObject({ ok: true })
    expect(attainment(120)).toEqual(
      refused({
        code: 'NUMBER_LOOKS_LIKE_PERCENT',
        path: ['tiers', 0, 'upTo'],
        params: { given: '120', suggestion: '1.2' },
        message: 'tiers[0].upTo: got 120, expected a ratio, where 1 is 100%. Did you mean 1.2?',
      }),
    )
  })
})

describe('what excludes each other in a scale', () => {
  it('is a minimum above the maximum', () => {
    expect(define(tiers({ ...open, minimum: 10, maximum: 9 }))).toEqual(
      conflict(
        ['tiers', 0],
        { reason: 'minimum-above-maximum', minimum: '10', maximum: '9' },
        'tiers[0]: the minimum 10 is more than the maximum 9. Swap them.',
      ),
    )
  })

  it('is an amount on an open tier that is paid by its filled share', () => {
    expect(define({ mode: 'interpolated', ...tiers({ ...open, amount: 5 }) })).toEqual(
      conflict(
        ['tiers', 0],
        { reason: 'open-tier-amount' },
        'tiers[0]: an open tier is never full, so its amount is never reached. Give an end or a rate.',
      ),
    )
  })

  it.each(['minimum', 'maximum'])('is a %s on a tier that is paid by its filled share', (key) => {
    expect(define({ mode: 'interpolated', ...tiers({ ...open, [key]: 5 }) })).toEqual(
      conflict(
        ['tiers', 0],
        { reason: 'interpolated-tier-bounds' },
        'tiers[0]: a tier that is paid by its filled share has no minimum or maximum.',
      ),
    )
  })

  it.each([
    [
      'slices',
      { measure: 'separate' },
      ['measure'],
      'separate-measure-mode',
      'a separate measure chooses one tier for all of the base, so the mode must be "whole-amount".',
    ],
    [
      'thresholds of its own',
      { mode: 'whole-amount', measure: 'separate', thresholds: 'attainment', ...tiers(open) },
      ['thresholds'],
      'separate-measure-thresholds',
      'the tiers of a separate measure count that measure. Leave "thresholds" out.',
    ],
    [
      'an end',
      {
        mode: 'whole-amount',
        measure: 'separate',
        beyond: 'stop',
        ...tiers({ id: 'a', upTo: 1 }),
      },
      ['beyond'],
      'separate-measure-stops',
      'a separate measure needs an open last tier. Leave "beyond" out.',
    ],
  ])('is a separate measure and %s', (_, change, path, reason, text) => {
    expect(define(change)).toEqual(conflict(path, { reason }, `${path.join('.')}: ${text}`))
  })

  it('is nothing else: a separate measure chooses the tier of a whole amount', () => {
    expect(define({ mode: 'whole-amount', measure: 'separate' })).toMatchObject({ ok: true })
  })
})
