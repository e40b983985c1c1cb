import { type ConditionInput, checkPromotion, defineCareerPolicy, lintPolicy } from 'sales-rules'
import { describe, expect, it } from 'vitest'

type Facts = Parameters<typeof checkPromotion>[0]

const requiring = (requires: ConditionInput) =>
  defineCareerPolicy({
    ladders: [{ id: 'sales', clause: 'PRO-1', rungs: [{ id: 'rep', requires }] }],
  })

/** The facts that lint shows of a condition which nobody meets: those that meet the first part of it, and those that meet the last. */
function factsShown(first: ConditionInput, last: ConditionInput): Facts[] {
  const { findings } = lintPolicy(requiring({ all: [first, last] }))
  expect(findings.map(({ code }) => code)).toEqual(['CONDITION_NEVER_MET'])
  return findings.flatMap(({ example }) => (example?.given ?? []).map(([facts]) => facts as Facts))
}

describe('a condition that nobody meets', () => {
  it.each<[string, object]>([
    ['a count', { unit: 'count' }],
    ['money', { unit: 'money' }],
    ['points', { unit: 'points' }],
    ['a ratio', { unit: 'ratio' }],
    ['days since a date', { unit: 'days-since' }],
    ['months since a date', { unit: 'months-since' }],
    ['years since a date', { unit: 'years-since' }],
    ['three weeks in a row', { unit: 'count', inARow: { length: 3, per: 'week' } }],
    ['two months in a row', { unit: 'count', inARow: { length: 2, per: 'month' } }],
    [
      'two of the last four quarters',
      { unit: 'count', ofLast: { atLeast: 2, periods: 4, per: 'quarter' } },
    ],
    ['the mean of two years', { unit: 'count', over: { take: 'mean', periods: 2, per: 'year' } }],
    [
      'the total of three months',
      { unit: 'money', over: { take: 'total', periods: 3, per: 'month' } },
    ],
    [
      'the ratio of three months',
      { unit: 'ratio', over: { take: 'total', periods: 3, per: 'month' } },
    ],
  ])('is shown with facts that meet each of two parts: %s', (_, how) => {
    for (const comparisons of [
      ['at-least', 'below'],
      ['at-most', 'above'],
    ] as const) {
      const parts = comparisons.map(
        (comparison) => ({ id: 'x', comparison, required: 3, ...how }) as ConditionInput,
      )
      const [first, last] = parts as [ConditionInput, ConditionInput]
      const eligible = factsShown(first, last).map(
        (facts, index) =>
          checkPromotion(facts, 'rep', requiring(parts[index] as ConditionInput)).eligible,
      )
      expect(eligible).toEqual([true, true])
    }
  })

  // The day that lint asks about is the last of 2026.
  it.each([
    ['days-since', '2026-12-28'],
    ['months-since', '2026-09-30'],
    ['years-since', '2023-12-31'],
  ] as const)('is shown with a date that is just long enough ago: %s', (unit, date) => {
    const than = { id: 'x', required: 3, unit } as const
    const [facts] = factsShown(
      { ...than, comparison: 'at-least' },
      { ...than, comparison: 'below' },
    )
    expect(facts).toEqual({ x: date, asOf: '2026-12-31' })
  })
})
