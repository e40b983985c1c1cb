/**
 * The limits within which a score is computed in plain numbers. Random rows hardly ever come near them, so each limit is met here from
 * both sides.
 */
import { describe, expect, it } from 'vitest'
import { fastScorecard } from '../../../src/batch/score/fastScorecard.js'
import { factForm, noTally, unitsOfFacts } from '../../../src/batch/score/scoreFacts.js'
import type { Criterion, Curve, Issue, ScorecardRules } from '../../../src/kernel/index.js'
import { powerOfTen } from '../../../src/kernel/number/fraction.js'
import { compileScorecard } from '../../../src/kernel/score/scorecard.js'
import { scoreFacts } from '../../scoring.js'

const half: ScorecardRules = { missing: 'refuse', decimals: 2, rounding: 'half-up' }
const points = (maximum: number): Curve => ({ kind: 'points', maximum })
const one = (curve: Curve): Criterion[] => [{ id: 'a', weight: 100, curve }]

type Facts = Record<string, unknown>

function fastly(facts: Facts, criteria: readonly Criterion[], rules = half): number {
  const card = compileScorecard(criteria, rules)
  const form = factForm(card, card.ids, [])
  return form === undefined ? Number.NaN : unitsOfFacts(facts, form, noTally())
}

const fastForm = (criteria: readonly Criterion[], rules: ScorecardRules) =>
  fastScorecard(compileScorecard(criteria, rules))

function exactly(facts: Facts, criteria: readonly Criterion[], rules = half): number | undefined {
  const issues: Issue[] = []
  const score = scoreFacts(facts, criteria, rules, [], issues)?.score
  return score && Number((score.n * powerOfTen(rules.decimals)) / score.d)
}

/** All parts at their most, and a little below it. */
function topFacts(criteria: readonly Criterion[]): Facts[] {
  return [0, 1, 2, 3, 5].map((near) =>
    Object.fromEntries(
      criteria.map(({ id, curve }, index) => {
        const top = curve.kind === 'points' ? curve.maximum : 0
        return [id, Number((top - (near * index) / 1e9).toFixed(9))]
      }),
    ),
  )
}

describe('the numerator of a compiled scorecard', () => {
  const weights = [[100], [99.999999, 0.000001], [33.3333333, 33.3333333, 33.3333334], [12.5, 87.5]]
  const tops = [100, 1000, 99.99, 0.001, 999.999999999]

  const cards = weights.flatMap((list) =>
    tops.map((top) =>
      list.map((weight, index) => ({ id: `${index}`, weight, curve: points(top) })),
    ),
  )

  it('is at most 2^53 − 1 with all that rounding adds, whatever the weights, the points and the decimals', () => {
    const compiled = cards.flatMap((criteria) =>
      Array.from({ length: 13 }, (_, decimals) => fastForm(criteria, { ...half, decimals })).filter(
        (card) => card !== undefined,
      ),
    )
    expect(compiled.length).toBeGreaterThan(100)
    for (const { parts, rounding } of compiled) {
      const most = parts.reduce((sum, part) => sum + BigInt(part.most) * BigInt(part.perPoint), 0n)
      expect(most + BigInt(rounding.divisor) <= 2n ** 53n - 1n).toBe(true)
      expect(rounding.divisor % 2).toBe(0)
    }
  })

  it.each(['half-up', 'half-even', 'half-down', 'up', 'floor'] as const)(
    'is exact at the very top of its range, rounded %s',
    (rounding) => {
      const rules = { ...half, rounding, decimals: 3 }
      for (const criteria of cards)
        for (const facts of topFacts(criteria)) {
          const units = fastly(facts, criteria, rules)
          if (!Number.isNaN(units)) expect(units).toBe(exactly(facts, criteria, rules))
        }
    },
  )

  it('has no room for weights and decimals that are too fine: every row is for the rule', () => {
    const criteria = [
      { id: 'a', weight: 99.999999999, curve: points(1000) },
      { id: 'b', weight: 0.000000001, curve: points(1000) },
    ]
    expect(fastForm(criteria, { ...half, decimals: 6 })).toBeUndefined()
    expect(
      fastForm(
        one({ kind: 'steps', below: 0, steps: [{ from: '1234567890123456', points: 1 }] }),
        half,
      ),
    ).toBeUndefined()
  })
})

describe('points', () => {
  it('are taken with 15 digits and refused with 16, as the rule refuses them', () => {
    const criteria = one(points(100))
    expect(fastly({ a: 0.3 }, criteria)).toBe(30)
    expect(fastly({ a: 0.1 + 0.2 }, criteria)).toBeNaN()
    expect(fastly({ a: 100.00000000000001 }, criteria)).toBeNaN()
    expect(fastly({ a: 100 }, criteria)).toBe(10_000)
    expect(fastly({ a: 100.01 }, criteria)).toBeNaN()
    expect(fastly({ a: -0.01 }, criteria)).toBeNaN()
    expect(fastly({ a: -0 }, criteria)).toBe(0)
    for (const wrong of [Number.NaN, Infinity, -Infinity, 1e21, true, 5n, [], new Date(0)])
      expect(fastly({ a: wrong }, criteria)).toBeNaN()
  })

  it('below zero are refused, though the other parts make up for them', () => {
    const criteria = ['a', 'b'].map((id) => ({ id, weight: 50, curve: points(100) }))
    expect(fastly({ a: { points: -1 }, b: 50 }, criteria)).toBeNaN()
    expect(fastly({ a: '-0.01', b: 50 }, criteria)).toBeNaN()
  })

  it('are taken as texts in the same way', () => {
    const criteria = one(points(100))
    expect(fastly({ a: '89.995' }, criteria)).toBe(9000)
    expect(fastly({ a: '89.994999999999' }, criteria)).toBe(8999)
    for (const wrong of [
      '',
      '-',
      '.5',
      '5.',
      '1,0',
      '1e1',
      ' 1',
      '1 ',
      '100.01',
      '-0.01',
      '0.12345678901234567',
    ])
      expect(fastly({ a: wrong }, criteria)).toBeNaN()
  })
})

describe('a tie', () => {
  const ratio = { kind: 'ratio', floor: 0, cap: 100 } as const

  it('that a quotient makes, or comes near to, is left to the rule', () => {
    const criteria = one(ratio)
    // 89.995%: a tie. The next two are 1e-7 and 9e-12 of a unit beside one, which is more, and less, than a quotient may be off.
    expect(fastly({ a: { actual: 1799.9, target: 2000 } }, criteria)).toBeNaN()
    expect(fastly({ a: { actual: 89_994_999_999, target: 1e11 } }, criteria)).toBe(8999)
    expect(
      fastly({ a: { actual: 899_950_000_000_000, target: 999_999_999_999_999 } }, criteria),
    ).toBeNaN()
    expect(fastly({ a: { actual: 2, target: 3 } }, criteria)).toBe(6667)
  })

  it('is told from none by a hundred quotients at their worst', () => {
    const criteria = Array.from({ length: 100 }, (_, index) => ({
      id: `${index}`,
      weight: 1,
      curve: ratio,
    }))
    for (let target = 3; target < 400; target += 7) {
      const facts = Object.fromEntries(
        criteria.map(({ id }, index) => [
          id,
          { actual: Math.floor((target * index) / 101), target },
        ]),
      )
      const units = fastly(facts, criteria)
      if (!Number.isNaN(units)) expect(units).toBe(exactly(facts, criteria))
    }
  })

  it('is found however the quotients that make it are off: k/n and (n − k)/n, and 69.995 in all', () => {
    const criteria = [
      { id: 'a', weight: 20, curve: ratio },
      { id: 'b', weight: 20, curve: ratio },
      { id: 'c', weight: 60, curve: points(100) },
    ]
    for (let n = 3; n < 120; n += 1)
      for (let k = 1; k < n; k += 1) {
        const facts = { a: { actual: k, target: n }, b: { actual: n - k, target: n }, c: 83.325 }
        expect(fastly(facts, criteria)).toBeNaN()
      }
    expect(
      exactly({ a: { actual: 1, target: 3 }, b: { actual: 2, target: 3 }, c: 83.325 }, criteria),
    ).toBe(7000)
  })

  it('is found on a line far from zero, where the quotient is off by more than its points are', () => {
    const steep: Curve = {
      kind: 'linear',
      knots: [
        { at: '9999', points: 0 },
        { at: '10000', points: 100 },
      ],
    }
    const rules = { ...half, decimals: 4 }
    let fast = 0
    for (let target = 3; target < 3000; target += 7) {
      const fact = { a: { actual: 9999 * target + 1, target } }
      const units = fastly(fact, one(steep), rules)
      if (Number.isNaN(units)) continue
      fast += 1
      expect(units).toBe(exactly(fact, one(steep), rules))
    }
    expect(fast).toBeGreaterThan(100)
    // Ties: 9999.3332505 is 33.32505 points, whatever the target.
    for (let target = 3; target < 300; target += 2) {
      const actual = Number((9999.333250_5 * target).toFixed(7))
      expect(fastly({ a: { actual, target } }, one(steep), rules)).toBeNaN()
    }
  })

  it('of a part on its cap, or exactly on target, needs no rule: there the quotient is sure', () => {
    const criteria = [
      { id: 'a', weight: 50, curve: ratio },
      { id: 'b', weight: 50, curve: points(100) },
    ]
    for (const actual of [3, 4, 3e9])
      expect(fastly({ a: { actual, target: 3 }, b: 79.99 }, criteria)).toBe(9000)
    expect(fastly({ a: { actual: 0, target: 3 }, b: 79.99 }, criteria)).toBe(4000)
    expect(fastly({ a: { actual: -5, target: 3 }, b: 79.99 }, criteria)).toBe(4000)
  })

  it.each([
    ['just below a cap', { kind: 'ratio', floor: 0, cap: 89.995 }, 'half-up', 0n],
    ['just above a floor', { kind: 'ratio', floor: 89.995, cap: 100 }, 'half-down', 1n],
  ] as const)('is not made by a quotient %s that looks as if on it', (_, curve, rounding, more) => {
    for (let less = 1n; less < 400n; less += 1n) {
      const target = 10n ** 15n - less
      const actual = (target * 89_995n) / 100_000n + more
      const fact = { actual: Number(actual) / 1e9, target: Number(target) / 1e9 }
      const rules = { ...half, rounding }
      const units = fastly({ a: fact }, one(curve), rules)
      if (!Number.isNaN(units)) expect(units).toBe(exactly({ a: fact }, one(curve), rules))
    }
  })

  it('is looked for at whole units where a mode turns on them', () => {
    const rules = { ...half, rounding: 'up' } as const
    expect(fastly({ a: { actual: 1, target: 4 } }, one(ratio), rules)).toBeNaN()
    expect(fastly({ a: { actual: 1, target: 3 } }, one(ratio), rules)).toBe(3334)
    expect(
      fastly({ a: { actual: 1, target: 3 } }, one(ratio), { ...rules, rounding: 'floor' }),
    ).toBe(3333)
  })
})

describe('steps', () => {
  const criteria = one({
    kind: 'steps',
    below: 0,
    steps: [
      { from: '1', points: 60 },
      { from: '1.2', points: 100 },
    ],
  })

  it.each([
    [{ actual: 120, target: 100 }, 10_000],
    [{ actual: 119.999, target: 100 }, 6000],
    [{ actual: 0.36, target: 0.3 }, 10_000],
    [{ actual: 3, target: 3 }, 6000],
    [1.2, 10_000],
    ['1.199999999', 6000],
  ])('reach %j as the rule does', (fact, units) => {
    expect(fastly({ a: fact }, criteria)).toBe(units)
    expect(exactly({ a: fact }, criteria)).toBe(units)
  })

  it('are not reached by a quotient that only looks so', () => {
    const fine = one({ kind: 'steps', below: 0, steps: [{ from: '0.333333333333', points: 30 }] })
    // The first two are beside the step by 3e-13 and by nothing, the third by too little for a quotient or a product to tell.
    const facts = [
      { actual: 1, target: 3 },
      { actual: '0.333333333333', target: 1 },
      { actual: 333_333_333_332.999, target: 999_999_999_999 },
      { actual: 0.3, target: 0.900000001 },
    ]
    for (const fact of facts) {
      const units = fastly({ a: fact }, fine)
      if (!Number.isNaN(units)) expect(units).toBe(exactly({ a: fact }, fine))
    }
    expect(
      fastly({ a: { actual: 119_999_999_999.999, target: 100_000_000_000 } }, criteria),
    ).not.toBe(10_000)
  })

  it('are not reached by what is less by the last of 15 digits', () => {
    const fine = one({ kind: 'steps', below: 0, steps: [{ from: '1.001', points: 60 }] })
    for (let more = 1n; more < 400n; more += 1n) {
      const target = 900_000_000_000_000n + more
      const actual = (target * 1001n) / 1000n
      const fact = { actual: Number(actual) / 1e3, target: Number(target) / 1e3 }
      const units = fastly({ a: fact }, fine)
      if (!Number.isNaN(units)) expect(units).toBe(exactly({ a: fact }, fine))
    }
    for (let target = 1; target < 400; target += 1) {
      const fact = { actual: Number((target * 1.001).toFixed(3)), target }
      expect(fastly({ a: fact }, fine)).toBe(6000)
      expect(
        fastly({ a: { ...fact, actual: Number((fact.actual - 0.001).toFixed(3)) } }, fine),
      ).toBe(0)
    }
  })
})

describe('a line', () => {
  it.each([
    ['wide', ['0', '500000']],
    ['in thirds', ['0', '3']],
    ['steep', ['1', '1.001']],
    ['far from zero', ['999999999990', '999999999999.99']],
  ])('that is %s is what the rule says, knot by knot', (_, [from = '', to = '']) => {
    const criteria = one({
      kind: 'linear',
      knots: [
        { at: from, points: 0 },
        { at: to, points: 99.99 },
      ],
    })
    const [low, high] = [Number(from), Number(to)]
    let fast = 0
    for (let share = -2; share <= 22; share += 1) {
      const at = Number((low + ((high - low) * share) / 20).toFixed(2))
      for (const fact of [at, { actual: at, target: 1 }, { actual: 7 * at, target: 7 }]) {
        const units = fastly({ a: fact }, criteria)
        if (Number.isNaN(units)) continue
        fast += 1
        expect(units).toBe(exactly({ a: fact }, criteria))
      }
    }
    expect(fast).toBeGreaterThan(20)
  })

  it('may make a tie though its slope does not end', () => {
    const criteria = one({
      kind: 'linear',
      knots: [
        { at: '0', points: 0 },
        { at: '3', points: 0.05 },
      ],
    })
    expect([0.29, 0.3, '0.30', 0.31].map((fact) => fastly({ a: fact }, criteria))).toEqual([
      0, 1, 1, 1,
    ])
  })
})

describe('a scorecard', () => {
  it('of dated events is for the rule: powers of a half have more digits than a plain number', () => {
    const decay = { kind: 'decay', halfLifeDays: 30, events: { visit: 1 }, maximum: 100 } as const
    expect(fastForm(one(decay), half)).toBeUndefined()
  })

  it('may weigh in parts', () => {
    const criteria = ['a', 'b', 'c'].map((id) => ({ id, weight: 1, curve: points(100) }))
    const facts = { a: 100, b: 100, c: 39.985 }
    expect(fastly(facts, criteria, { ...half, weights: 'parts' })).toBe(8000)
    expect(exactly(facts, criteria, { ...half, weights: 'parts' })).toBe(8000)
  })
})
