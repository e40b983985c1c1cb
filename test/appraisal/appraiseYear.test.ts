import fc from 'fast-check'
import {
  appraiseYear,
  attempt,
  daysBetween,
  defineAppraisalScheme,
  handbook,
  periodRange,
} from 'sales-rules'
import { describe, expect, it } from 'vitest'
import { modes, shuffled } from '../arbitraries.rooms.js'
import {
  divide,
  type Fraction,
  fraction,
  multiply,
  parse,
  sum,
  toDecimal,
} from '../oracle/fraction.js'

type Input = Parameters<typeof appraiseYear>[0]
type YearRule = NonNullable<Parameters<typeof defineAppraisalScheme>[0]['year']>

const schemeBy = (year: YearRule, more: object = {}) =>
  defineAppraisalScheme({ ...handbook.appraisal, ...more, year })
const quarters = (...scores: readonly (number | string)[]): Input['periods'] =>
  scores.map((score, index) => ({ period: `2026-Q${index + 1}`, score }))

function problemsOf(input: unknown, scheme = handbook.appraisal) {
  const outcome = attempt(() => appraiseYear(input as Input, scheme))
  return outcome.ok ? [] : outcome.issues.map(({ code, path }) => `${code} ${path.join('.')}`)
}

describe('the score of a year (APP-9)', () => {
  it('is the mean of its quarters, and says how', () => {
    const year = appraiseYear(
      { employee: 'E-1', year: '2026', periods: quarters(91.5, 80, 70, 88) },
      handbook.appraisal,
    )
    expect(year).toMatchObject({
      employee: 'E-1',
      year: '2026',
      score: 82.38,
      by: 'mean',
      clauses: ['APP-9'],
    })
    expect(year.periods.map(({ contribution }) => contribution)).toEqual([22.88, 20, 17.5, 22])
    expect(year.periods[0]).toEqual({
      period: '2026-Q1',
      score: 91.5,
      days: 90,
      of: 90,
      weightUsed: 25,
      contribution: 22.88,
      notCounted: null,
      excused: null,
    })
  })

  it('is by days, where the scheme says so: a joiner’s short quarter counts less', () => {
    const scheme = schemeBy({ per: 'quarter', by: 'days' })
    const input = { year: '2026', from: '2026-05-18', periods: quarters(0, 70, 88, 94).slice(1) }
    const { score, periods } = appraiseYear(input, scheme)
    // (70 × 44 + 88 × 92 + 94 × 92) ÷ 228
    expect([score, periods.map(({ days }) => days)]).toEqual([86.95, [44, 92, 92]])
  })

  it('is the mean of the best ones; of equal ones the earlier counts', () => {
    const scheme = schemeBy({ per: 'quarter', by: 'best', best: 2 })
    const { score, periods } = appraiseYear(
      { year: '2026', periods: quarters(90, 80, 90, 90) },
      scheme,
    )
    expect([score, periods.map(({ notCounted }) => notCounted)]).toEqual([
      90,
      [null, 'not-among-the-best', null, 'not-among-the-best'],
    ])
    const one = appraiseYear(
      { year: '2026', from: '2026-10-01', periods: quarters(0, 0, 0, 77).slice(3) },
      scheme,
    )
    expect(one.score).toBe(77)
  })

  it('takes half-years and months', () => {
    const halves = [
      { period: '2026-H2', score: 90 },
      { period: '2026-H1', score: 80 },
    ]
    expect(
      appraiseYear({ year: '2026', periods: halves }, schemeBy({ per: 'half-year', by: 'mean' }))
        .score,
    ).toBe(85)
    const months = Array.from({ length: 12 }, (_, month) => ({
      period: `2028-${String(month + 1).padStart(2, '0')}`,
      score: month === 1 ? 100 : 0,
    }))
    const byDays = appraiseYear(
      { year: '2028', periods: months },
      schemeBy({ per: 'month', by: 'days' }),
    )
    // 100 × 29 ÷ 366
    expect([byDays.score, byDays.periods[1]?.days]).toEqual([7.92, 29])
  })

  it('joins the parts of a period whose target was revised, by their days', () => {
    const periods = [
      ...quarters(80, 80, 80),
      { period: '2026-Q4', score: 70, to: '2026-10-31' },
      { period: '2026-Q4', score: 100, from: '2026-11-01' },
    ]
    const year = appraiseYear({ year: '2026', periods }, handbook.appraisal)
    // (70 × 31 + 100 × 61) ÷ 92 = 89.891…
    expect(year.periods[3]).toMatchObject({ score: 89.89, days: 92, of: 92 })
    expect(year.score).toBe(82.47)
  })

  it('passes over what is excused, and what is too short where the scheme says', () => {
    const scheme = schemeBy({ per: 'quarter', by: 'mean', daysAtLeast: 45 })
    const periods = [
      { period: '2026-Q2', score: 100 },
      { period: '2026-Q3', excused: 'leave' },
      { period: '2026-Q4', score: 80 },
    ]
    const year = appraiseYear({ year: '2026', from: '2026-05-18', periods }, scheme)
    expect(year.score).toBe(80)
    expect(
      year.periods.map(({ notCounted, excused, score }) => [notCounted, excused, score]),
    ).toEqual([
      ['too-short', null, 100],
      ['excused', 'leave', null],
      [null, null, 80],
    ])
    const exactly = appraiseYear({ year: '2026', from: '2026-05-17', periods }, scheme)
    expect(exactly.score).toBe(90)
  })

  it.each<[string, object, readonly string[]]>([
    ['a quarter left out', { periods: quarters(1, 2, 3) }, ['FACT_MISSING periods']],
    ['a quarter after the last day', { to: '2026-08-01' }, ['PERIOD_INVALID periods.3.period']],
    [
      'a half-year',
      { periods: [{ period: '2026-H1', score: 1 }] },
      ['PERIOD_INVALID periods.0.period'],
    ],
    [
      'a quarter of another year',
      { periods: [{ period: '2025-Q1', score: 1 }] },
      ['PERIOD_INVALID periods.0.period'],
    ],
    ['a quarter for a year', { year: '2026-Q1' }, ['PERIOD_INVALID year']],
    [
      'days of another quarter',
      { periods: [...quarters(1, 2, 3), { period: '2026-Q4', score: 4, from: '2026-09-30' }] },
      ['DATE_NOT_COVERED periods.3'],
    ],
    [
      'days before the first one',
      { from: '2026-11-01', periods: [{ period: '2026-Q4', score: 4, from: '2026-10-15' }] },
      ['DATE_NOT_COVERED periods.0'],
    ],
    [
      'a day in two parts',
      { periods: [...quarters(1, 2, 3, 4), { period: '2026-Q4', score: 4 }] },
      ['VERSIONS_OVERLAP periods.4'],
    ],
    [
      'a quarter that is excused and has a score',
      { periods: [...quarters(1, 2, 3), { period: '2026-Q4', score: 4, excused: 'leave' }] },
      ['POLICY_CONFLICT periods.3.excused'],
    ],
    [
      'a quarter that is excused and has another row',
      { periods: [...quarters(1, 2, 3, 4), { period: '2026-Q4', excused: 'leave' }] },
      ['ID_DUPLICATE periods.4.excused'],
    ],
    [
      'a row that says nothing',
      { periods: [...quarters(1, 2, 3), { period: '2026-Q4' }] },
      ['VALUE_MISSING periods.3.score'],
    ],
    [
      'a score of 1001',
      { periods: [...quarters(1, 2, 3, 1001)] },
      ['NUMBER_OUT_OF_RANGE periods.3.score'],
    ],
    [
      'nothing that counts',
      { periods: quarters(1, 2, 3, 4).map(({ period }) => ({ period, excused: 'leave' })) },
      ['FACT_MISSING periods'],
    ],
    [
      'a last day before the first',
      { from: '2026-05-01', to: '2026-04-01' },
      ['DATES_OUT_OF_ORDER '],
    ],
    ['somebody who was not there', { to: '2025-12-31', periods: [] }, ['FACT_MISSING periods']],
  ])('is refused with %s', (_, change, problems) => {
    expect(problemsOf({ year: '2026', periods: quarters(1, 2, 3, 4), ...change })).toEqual(problems)
  })

  it('needs a scheme that says how', () => {
    const { year: _, provenance: __, ...scheme } = handbook.appraisal
    const input = { year: '2026', periods: quarters(1, 2, 3, 4) }
    expect(problemsOf(input, defineAppraisalScheme(scheme))).toEqual(['POLICY_CONFLICT scheme'])
  })
})

/** The mean of scores by weights, another way. */
const meanOf = (rows: readonly { readonly score: string; readonly weight: number }[]): Fraction =>
  divide(
    sum(rows.map(({ score, weight }) => multiply(parse(score), fraction(BigInt(weight))))),
    fraction(BigInt(rows.reduce((total, { weight }) => total + weight, 0))),
  )
const drawn = fc.record({
  scores: fc.array(
    fc.integer({ min: 0, max: 100_000 }).map((units) => String(units / 1000)),
    {
      minLength: 4,
      maxLength: 4,
    },
  ),
  rounding: modes,
  decimals: fc.integer({ min: 0, max: 4 }),
  by: fc.constantFrom('mean' as const, 'days' as const),
})

describe('the laws of a year', () => {
  it('it is the mean, or the mean by days, computed another way; its contributions add up to it', () => {
    fc.assert(
      fc.property(drawn, ({ scores, rounding, decimals, by }) => {
        const scheme = schemeBy({ per: 'quarter', by }, { rounding, decimals })
        const year = appraiseYear({ year: '2026', periods: quarters(...scores) }, scheme)
        const rows = scores.map((score, index) => {
          const { from, to } = periodRange(`2026-Q${index + 1}`)
          return { score, weight: by === 'days' ? daysBetween(from, to) + 1 : 1 }
        })
        expect(year.score).toBe(Number(toDecimal(meanOf(rows), decimals, rounding)))
        const texts = year.periods.map(({ contribution }) => contribution.toFixed(decimals))
        expect(toDecimal(sum(texts.map(parse)), decimals, 'down')).toBe(
          year.score.toFixed(decimals),
        )
      }),
    )
  })

  it('depends on no order of rows, and a better quarter never lowers it', () => {
    const rules = fc.constantFrom<YearRule>(
      { per: 'quarter', by: 'mean' },
      { per: 'quarter', by: 'days' },
      { per: 'quarter', by: 'best', best: 2 },
    )
    fc.assert(
      fc.property(
        drawn.chain((one) => fc.tuple(fc.constant(one), shuffled(quarters(...one.scores)))),
        rules,
        fc.nat(3),
        ([{ scores }, turned], rule, at) => {
          const scheme = schemeBy(rule)
          const year = appraiseYear({ year: '2026', periods: quarters(...scores) }, scheme)
          expect(appraiseYear({ year: '2026', periods: turned }, scheme)).toEqual(year)
          const better = scores.map((score, index) =>
            index === at ? String(Number(score) + 5) : score,
          )
          const raised = appraiseYear({ year: '2026', periods: quarters(...better) }, scheme)
          expect(raised.score).toBeGreaterThanOrEqual(year.score)
        },
      ),
    )
  })

  it('a quarter appraised in two parts with one score is that quarter', () => {
    fc.assert(
      fc.property(drawn, fc.integer({ min: 1, max: 30 }), ({ scores, by }, day) => {
        const scheme = schemeBy({ per: 'quarter', by })
        const [q1 = '0', ...others] = quarters(...scores)
        const row = q1 as { readonly period: string; readonly score: string }
        const date = (one: number) => `2026-01-${String(one).padStart(2, '0')}`
        const parts = [
          { ...row, to: date(day) },
          { ...row, from: date(day + 1) },
        ]
        const whole = appraiseYear({ year: '2026', periods: quarters(...scores) }, scheme)
        expect(appraiseYear({ year: '2026', periods: [...parts, ...others] }, scheme)).toEqual(
          whole,
        )
      }),
    )
  })
})
