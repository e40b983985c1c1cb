import fc from 'fast-check'
import { addPeriods, attempt, handbook, healthTrend, type PeriodScore } from 'sales-rules'
import { describe, expect, it } from 'vitest'
import { shuffled, throughJson } from '../arbitraries.rooms.js'

/** Scores of one month after the other from January 2026 on. */
const monthly = (...scores: readonly (number | null)[]): PeriodScore[] =>
  scores.map((score, at) => ({ period: addPeriods('2026-01', at), score }))

const trendOf = (...scores: readonly (number | null)[]) =>
  healthTrend(monthly(...scores), handbook.health)

function issuesOf(history: unknown) {
  const outcome = attempt(() => healthTrend(history as PeriodScore[], handbook.health))
  return outcome.ok ? [] : outcome.issues
}

describe('healthTrend', () => {
  it('falls by 7.5 a month from 80 over 72 to 65 (HEA-1, trend-01)', () => {
    expect(trendOf(80, 72, 65)).toEqual({
      from: '2026-01',
      to: '2026-03',
      scores: 3,
      change: -15,
      sincePrevious: { period: '2026-02', change: -7 },
      perPeriod: '-7.5',
      direction: 'falling',
      lowest: 65,
      highest: 80,
      bandChanges: [{ period: '2026-03', from: 'healthy', to: 'watch' }],
      policy: { id: 'handbook-health', version: '1' },
      clauses: ['HEA-1'],
    })
  })

  it('gives a month without a score its room (trend-03)', () => {
    expect(trendOf(80, null, 65)).toMatchObject({ perPeriod: '-7.5', change: -15, scores: 2 })
    const without = [monthly(80, null, 65)[0], monthly(80, null, 65)[2]] as PeriodScore[]
    expect(healthTrend(without, handbook.health)).toEqual(trendOf(80, null, 65))
    const excused = [...without, { period: '2026-02', excused: 'new' }] as PeriodScore[]
    expect(healthTrend(excused, handbook.health)).toEqual(trendOf(80, null, 65))
  })

  it('is mixed, not steady, where it goes up and down again (trend-06)', () => {
    expect(trendOf(50, 90, 50)).toMatchObject({
      perPeriod: '0',
      change: 0,
      direction: 'mixed',
      lowest: 50,
      highest: 90,
    })
    expect(trendOf(50, 50)).toMatchObject({ perPeriod: '0', direction: 'steady' })
    expect(trendOf(50, 50, 60)).toMatchObject({ direction: 'rising', perPeriod: '5' })
  })

  it('reports a band that a small change crosses, and none that a large one does not (trend-08)', () => {
    expect(trendOf(71, 69)).toMatchObject({
      change: -2,
      bandChanges: [{ period: '2026-02', from: 'healthy', to: 'watch' }],
    })
    expect(trendOf(69.99, 40).bandChanges).toEqual([])
    expect(trendOf(70, 39, 70).bandChanges).toEqual([
      { period: '2026-02', from: 'healthy', to: 'at-risk' },
      { period: '2026-03', from: 'at-risk', to: 'healthy' },
    ])
  })

  it('is the least-squares line, not that from the first to the last', () => {
    // x 0 1 2 3, y 0 0 0 10: (4 × 30 − 6 × 10) ÷ (4 × 14 − 36) = 60 ÷ 20
    expect(trendOf(0, 0, 0, 10)).toMatchObject({ perPeriod: '3', change: 10 })
  })

  it.each([
    [[], null, null],
    [[50], '2026-01', '2026-01'],
    [[null, 50, null], '2026-02', '2026-02'],
  ] as const)('says nothing of a trend with fewer than two scores: %j', (scores, from, to) => {
    expect(trendOf(...scores)).toMatchObject({
      from,
      to,
      change: null,
      sincePrevious: null,
      perPeriod: null,
      direction: 'unknown',
      lowest: null,
      highest: null,
      bandChanges: [],
    })
  })

  it.each([
    ['a quarter among months', [...monthly(1), { period: '2026-Q2', score: 1 }], 'PERIODS_MIXED'],
    ['a period twice', [...monthly(1), ...monthly(2)], 'ID_DUPLICATE'],
    ['a score below 0', monthly(-1), 'NUMBER_OUT_OF_RANGE'],
    ['a score as words', [{ period: '2026-01', score: 'good' }], 'NUMBER_INVALID'],
    ['no period', [{ score: 1 }], 'VALUE_MISSING'],
    ['no list', {}, 'VALUE_INVALID'],
  ])('refuses %s', (_, history, code) => {
    expect(issuesOf(history).map((one) => one.code)).toEqual([code])
  })

  it('is the same in any order, turns with its sign, and is JSON', () => {
    const scores = fc.array(fc.option(fc.integer({ min: 0, max: 100 })), { maxLength: 12 })
    const histories = scores.map((list) => monthly(...list))
    fc.assert(
      fc.property(
        histories.chain((list) => fc.tuple(fc.constant(list), shuffled(list))),
        ([list, others]) => {
          const trend = healthTrend(list, handbook.health)
          expect(healthTrend(others, handbook.health)).toEqual(trend)
          expect(throughJson(trend)).toStrictEqual(trend)
          const turned = list.map(({ period, score }) => ({
            period,
            score: score === null ? null : 100 - Number(score),
          }))
          const other = healthTrend(turned, handbook.health)
          expect(Number(other.perPeriod)).toBeCloseTo(-Number(trend.perPeriod), 9)
        },
      ),
    )
  })
})
