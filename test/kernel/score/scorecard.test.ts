import { describe, expect, it } from 'vitest'
import { writeDecimal } from '../../../src/kernel/number/decimal.js'
import { ZERO } from '../../../src/kernel/number/fraction.js'
import type { RoundingMode } from '../../../src/kernel/number/rounding.js'
import {
  type Criterion,
  compileScorecard,
  highestScore,
  type MissingRule,
  type ScorecardRules,
} from '../../../src/kernel/score/scorecard.js'
import { scoreFacts } from '../../scoring.js'
import { answered, collected, problemsOf, refused } from '../refused.js'

const criteria = (...weights: readonly (readonly [string, number])[]): Criterion[] =>
  weights.map(([id, weight]) => ({ id, weight, curve: { kind: 'points', maximum: 1000 } }))

const rules = (change: Partial<ScorecardRules> = {}): ScorecardRules => ({
  missing: 'refuse',
  decimals: 2,
  rounding: 'half-up',
  ...change,
})

/** The score as a decimal, beside its parts. */
const score = (
  facts: Readonly<Record<string, unknown>>,
  list: readonly Criterion[],
  change?: Partial<ScorecardRules>,
) =>
  collected((issues) => {
    const outcome = scoreFacts(facts, list, rules(change), ['facts'], issues)
    return { score: writeDecimal(outcome?.score ?? ZERO), parts: outcome?.parts }
  })

const three = criteria(['sales', 50], ['collection', 30], ['service', 20])

describe('the most that a score can be', () => {
  const most = (list: readonly Criterion[], change?: Partial<ScorecardRules>) =>
    writeDecimal(highestScore(compileScorecard(list, rules(change))))
  const worth = (maximum: number, weight: number, missing: MissingRule): Criterion => ({
    id: `${maximum}`,
    weight,
    curve: { kind: 'points', maximum },
    missing,
  })

  it('is the weighted sum of the most of all parts that are in it: 50 × 80% + 100 × 20%', () => {
    for (const missing of ['refuse', 'zero'] as const)
      expect(most([worth(50, 80, missing), worth(100, 20, missing)])).toBe('60')
  })

  it('leaves out what would lower it, where the rule leaves that out: 100, or 100 × 20% + 50 × 80%', () => {
    expect(most([worth(50, 80, 'reweight'), worth(100, 20, 'reweight')])).toBe('100')
    expect(most([worth(50, 80, 'reweight'), worth(100, 20, 'refuse')])).toBe('100')
    expect(most([worth(50, 80, 'refuse'), worth(100, 20, 'reweight')])).toBe('60')
  })

  it('takes of several parts that may be left out those above the rest: (50 × 50 + 100 × 30) ÷ 80', () => {
    const list = [worth(50, 50, 'zero'), worth(60, 20, 'reweight'), worth(100, 30, 'reweight')]
    expect(most(list)).toBe('68.75')
  })

  it('counts no part of weight 0', () => {
    expect(most([worth(900, 0, 'reweight'), worth(50, 100, 'reweight')])).toBe('50')
  })

  it('is rounded as the score is, and no score is above it', () => {
    const thirds = criteria(['a', 1], ['b', 1], ['c', 1]).map((one, index) => ({
      ...one,
      curve: { kind: 'points', maximum: [100, 100, 0][index] ?? 0 } as const,
    }))
    const up = { weights: 'parts', decimals: 1, rounding: 'up' } as const
    expect(most(thirds, up)).toBe('66.7')
    expect(most(thirds, { ...up, decimals: 0, rounding: 'floor' })).toBe('66')
    expect(score({ a: 100, b: 100, c: 0 }, thirds, up)).toMatchObject({ value: { score: '66.7' } })
  })
})

describe('a score', () => {
  it('is the weighted sum of the parts: 80 × 50% + 90 × 30% + 70 × 20% = 40 + 27 + 14', () => {
    expect(score({ sales: 80, collection: 90, service: 70 }, three)).toEqual(
      answered({
        score: '81',
        parts: [
          { id: 'sales', points: 80, weight: 50, weightUsed: 50, contribution: 40 },
          { id: 'collection', points: 90, weight: 30, weightUsed: 30, contribution: 27 },
          { id: 'service', points: 70, weight: 20, weightUsed: 20, contribution: 14 },
        ],
      }),
    )
  })

  it('runs each fact through its own curve', () => {
    const mixed: Criterion[] = [
      { id: 'sales', weight: 60, curve: { kind: 'ratio', floor: 0, cap: 120 } },
      { id: 'complaints', weight: 30, curve: { kind: 'lower-is-better', floor: 0, cap: 100 } },
      { id: 'attitude', weight: 10, curve: { kind: 'choice', choices: { good: 100, poor: 20 } } },
    ]
    const facts = {
      sales: { actual: 110, target: 100 },
      complaints: { actual: 8, target: 6 },
      attitude: 'poor',
    }
    // 110 × 60% + 75 × 30% + 20 × 10% = 66 + 22.5 + 2
    expect(score(facts, mixed)).toEqual(
      answered({
        score: '90.5',
        parts: [
          { id: 'sales', points: 110, weight: 60, weightUsed: 60, contribution: 66 },
          { id: 'complaints', points: 75, weight: 30, weightUsed: 30, contribution: 22.5 },
          { id: 'attitude', points: 20, weight: 10, weightUsed: 10, contribution: 2 },
        ],
      }),
    )
  })

  it.each<[RoundingMode, string]>([
    ['half-up', '87.5'],
    ['half-down', '87.4'],
    ['half-even', '87.4'],
    ['up', '87.5'],
    ['down', '87.4'],
    ['ceiling', '87.5'],
    ['floor', '87.4'],
  ])('is rounded once, and as the policy says: 87.45 %s is %s', (rounding, expected) => {
    const halves = criteria(['a', 50], ['b', 50])
    expect(score({ a: '84.9', b: 90 }, halves, { rounding, decimals: 1 })).toMatchObject({
      value: { score: expected },
    })
  })

  it('is not rounded part by part: three times 33.3 × 33.3% and 0.1% are not lost', () => {
    const thirds = criteria(['a', 33.3], ['b', 33.3], ['c', 33.4])
    const facts = { a: '66.6', b: '66.6', c: '66.6' }
    // Exactly 22.1778 + 22.1778 + 22.2444 = 66.6.
    expect(score(facts, thirds, { decimals: 1 })).toEqual(
      answered({
        score: '66.6',
        parts: [
          { id: 'a', points: 66.6, weight: 33.3, weightUsed: 33.3, contribution: 22.2 },
          { id: 'b', points: 66.6, weight: 33.3, weightUsed: 33.3, contribution: 22.2 },
          { id: 'c', points: 66.6, weight: 33.4, weightUsed: 33.4, contribution: 22.2 },
        ],
      }),
    )
  })

  it('shows the points of a part rounded as the policy says', () => {
    const [part] = [
      { id: 'sales', weight: 100, curve: { kind: 'ratio', floor: 0, cap: 100 } },
    ] as const
    expect(score({ sales: { actual: 2, target: 3 } }, [part])).toEqual(
      answered({
        score: '66.67',
        parts: [{ id: 'sales', points: 66.67, weight: 100, weightUsed: 100, contribution: 66.67 }],
      }),
    )
  })
})

describe('the contributions', () => {
  const quarters = criteria(['a', 25], ['b', 25], ['c', 25], ['d', 25])

  it.each([
    // 12.5 each is 50: the two units left over go to the first two.
    ['ties, first come', [50, 50, 50, 50], '50', [13, 13, 12, 12]],
    // 0.25 + 0.5 + 0.75 + 0 = 1.5, rounded up to 2: one for 0.75, one for 0.5.
    ['the largest remainders', [1, 2, 3, 0], '2', [0, 1, 1, 0]],
    // 21.25 + 21.5 + 21.75 + 21 = 85.5, rounded up to 86.
    ['a sum that is rounded up', [85, 86, 87, 84], '86', [21, 22, 22, 21]],
    ['nothing', [0, 0, 0, 0], '0', [0, 0, 0, 0]],
  ])('add up to the score: %s', (_, [a, b, c, d], total, contributions) => {
    const outcome = score({ a, b, c, d }, quarters, { decimals: 0 })
    expect(outcome).toMatchObject({ value: { score: total } })
    expect(outcome.ok ? outcome.value.parts?.map((part) => part.contribution) : []).toEqual(
      contributions,
    )
  })
})

const facts = { sales: 80, collection: 90 }

describe('a part without a fact', () => {
  it('refuses the score, and is named', () => {
    const issue = refused({
      code: 'FACT_MISSING',
      path: ['facts', 'service'],
      params: { id: 'service', reason: 'refused' },
      message: 'facts.service: is missing, and the policy refuses to score without it.',
    })
    expect(score(facts, three)).toEqual(issue)
    expect(score({ ...facts, service: null }, three)).toEqual(issue)
    expect(score({ ...facts, service: undefined }, three)).toEqual(issue)
  })

  it('has no points: 40 + 27 + 0', () => {
    expect(score(facts, three, { missing: 'zero' })).toEqual(
      answered({
        score: '67',
        parts: [
          { id: 'sales', points: 80, weight: 50, weightUsed: 50, contribution: 40 },
          { id: 'collection', points: 90, weight: 30, weightUsed: 30, contribution: 27 },
          { id: 'service', points: null, weight: 20, weightUsed: 20, contribution: 0 },
        ],
      }),
    )
  })

  it('is left out, and the others count for all of it: (40 + 27) ÷ 80%', () => {
    expect(score(facts, three, { missing: 'reweight' })).toEqual(
      answered({
        score: '83.75',
        parts: [
          { id: 'sales', points: 80, weight: 50, weightUsed: 62.5, contribution: 50 },
          { id: 'collection', points: 90, weight: 30, weightUsed: 37.5, contribution: 33.75 },
          { id: 'service', points: null, weight: 20, weightUsed: 0, contribution: 0 },
        ],
      }),
    )
  })

  it('is not the same as one with no points: 0 counts', () => {
    expect(score({ ...facts, service: 0 }, three, { missing: 'reweight' })).toMatchObject({
      value: { score: '67' },
    })
  })

  it('scores nothing when all are missing and missing is zero', () => {
    expect(score({}, three, { missing: 'zero' })).toMatchObject({ value: { score: '0' } })
  })

  it.each([
    ['no fact at all', three, {}, ['sales', 'collection', 'service']],
    ['facts without weight only', criteria(['a', 100], ['b', 0]), { b: 50 }, ['a']],
  ])('leaves nothing to reweight: %s', (_, list, given, missing) => {
    expect(score(given, list, { missing: 'reweight' })).toEqual(
      refused(
        ...missing.map((id) => ({
          code: 'FACT_MISSING' as const,
          path: ['facts', id],
          params: { id, reason: 'nothing-left' },
          message: `facts.${id}: is missing, and the policy has no other part to score.`,
        })),
      ),
    )
  })
})

describe('the facts of a score', () => {
  it('are all named when wrong, and the one meant by a misspelt key with them', () => {
    expect(score({ sals: 80, sales: '8O', collection: 1001 }, three)).toEqual(
      refused(
        {
          code: 'UNKNOWN_KEY',
          path: ['facts', 'sals'],
          params: {
            key: 'sals',
            known: ['sales', 'collection', 'service'],
            suggestion: 'sales',
          },
          message:
            'facts.sals: is not a known key. Known: sales, collection, service. Did you mean "sales"?',
        },
        {
          code: 'NUMBER_INVALID',
          path: ['facts', 'sales'],
          params: { given: '"8O"', suggestion: null },
          message: 'facts.sales: got "8O", expected a plain decimal.',
        },
        {
          code: 'NUMBER_OUT_OF_RANGE',
          path: ['facts', 'collection'],
          params: { given: '1001', minimum: '0', maximum: '1000' },
          message: 'facts.collection: got 1001, expected from 0 to 1000.',
        },
      ),
    )
  })

  it.each(['__proto__', 'constructor', 'prototype'])('have no key %s', (key) => {
    const given = JSON.parse(`{"sales":80,"collection":90,"service":70,"${key}":1}`)
    expect(problemsOf(score(given, three))).toEqual([`KEY_FORBIDDEN facts.${key}`])
  })
})

describe('a part with a rule of its own', () => {
  const ruled = (missing: Criterion['missing'], weight = 40): Criterion[] => [
    { id: 'goals', weight: 100 - weight, curve: { kind: 'points', maximum: 100 } },
    { id: 'self', weight, curve: { kind: 'points', maximum: 100 }, ...(missing && { missing }) },
  ]

  it('is left out where the scorecard refuses others, and the weight used is shown', () => {
    expect(score({ goals: 80 }, ruled('reweight'))).toMatchObject({
      value: { score: '80', parts: [{ weightUsed: 100 }, { weightUsed: 0 }] },
    })
    expect(problemsOf(score({ self: 80 }, ruled('reweight')))).toEqual(['FACT_MISSING facts.goals'])
  })

  it('is asked for where the scorecard leaves others out', () => {
    const change = { missing: 'reweight' } as const
    expect(problemsOf(score({ goals: 80 }, ruled('refuse'), change))).toEqual([
      'FACT_MISSING facts.self',
    ])
    expect(score({ self: 80 }, ruled('refuse'), change)).toMatchObject({ value: { score: '80' } })
  })

  it('has no points, and its weight counts', () => {
    expect(score({ goals: 80 }, ruled('zero'))).toMatchObject({ value: { score: '48' } })
  })

  it('is never asked for at weight 0', () => {
    expect(score({ goals: 80 }, ruled('refuse', 0))).toMatchObject({ value: { score: '80' } })
  })
})

describe('a least known weight', () => {
  const parts = criteria(['a', 25], ['b', 35], ['c', 40])
  const change = { missing: 'reweight', knownWeightAtLeast: 50 } as const

  it('refuses a score of a quarter of the weight, and says what was known', () => {
    expect(score({ a: 90 }, parts, change)).toEqual(
      refused(
        ...['b', 'c'].map((id) => ({
          code: 'FACT_MISSING' as const,
          path: ['facts', id],
          params: { id, knownWeight: '25', atLeast: '50', reason: 'too-little-known' },
          message: `facts.${id}: is missing, and what is known has 25% of the weight, expected at least 50%.`,
        })),
      ),
    )
  })

  it('is enough exactly', () => {
    const half = { missing: 'reweight', knownWeightAtLeast: 65 } as const
    expect(score({ a: 90, c: 90 }, parts, half)).toMatchObject({ value: { score: '90' } })
    expect(problemsOf(score({ a: 90, b: 90 }, parts, half))).toEqual(['FACT_MISSING facts.c'])
  })

  it('is not asked for where nothing is left out', () => {
    const weightless = criteria(['a', 100], ['b', 0])
    const all = { missing: 'reweight', knownWeightAtLeast: 100 } as const
    expect(score({ a: 90 }, weightless, all)).toMatchObject({ value: { score: '90' } })
  })
})
