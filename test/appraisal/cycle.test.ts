import {
  appraise,
  appraiseYear,
  gradeScore,
  handbook,
  prorateTarget,
  reviseTarget,
  setTarget,
  signOffTarget,
  splitTarget,
  suggestTraining,
  sumOf,
  targetOn,
} from 'sales-rules'
import { describe, expect, it } from 'vitest'

const { appraisal, grading, targets } = handbook

const results = (actual: string, target: string, newCustomers = 10) => ({
  sales: { actual, target, source: 'crm' },
  newCustomers: { actual: newCustomers, target: 10 },
  satisfaction: { points: 90, source: 'survey' },
  collectionRate: { value: '0.9', source: 'crm' },
})

describe('the cycle of an appraisal (APP-9)', () => {
  const { parts: months } = splitTarget('4800000', '2026', { into: 'month' })
  const quarter = (at: number) => sumOf(months.slice(at * 3, at * 3 + 3).map((one) => one.amount))

  it('splits the target of the year by quarter, and loses nothing', () => {
    const quarters = [0, 1, 2, 3].map(quarter)
    expect(quarters).toEqual(Array(4).fill('1200000.00'))
    expect(sumOf(quarters)).toBe('4800000.00')
  })

  it('tracks each month by the month’s target, and the quarter is what its months come to', () => {
    const sold = ['400000', '300000', '380000']
    const attained = sold.map((actual, at) => {
      const input = {
        period: `2026-0${at + 1}`,
        results: results(actual, months[at]?.amount ?? ''),
      }
      return appraise(input, appraisal).parts[0]?.attainment
    })
    expect(attained).toEqual(['1', '0.75', '0.95'])
    const whole = { period: '2026-Q1', results: results(sumOf(sold), quarter(0)) }
    expect(appraise(whole, appraisal).parts[0]?.attainment).toBe('0.9')
  })

  it('closes each quarter with a result, and the year with their mean', () => {
    const sold = ['1200000', '960000', '1080000', '1200000']
    const periods = sold.map((actual, at) => {
      const period = `2026-Q${at + 1}`
      const { score } = appraise({ period, results: results(actual, quarter(at)) }, appraisal)
      return { period, score }
    })
    // 30 + 18 + 9, and 40, 32, 36 and 40 of sales.
    expect(periods.map(({ score }) => score)).toEqual([97, 89, 93, 97])
    const year = appraiseYear({ year: '2026', periods }, appraisal)
    expect([year.score, gradeScore(year.score, grading).grade]).toEqual([94, 'S'])
  })

  it('takes the target that holds, where it was revised and signed by quarter', () => {
    const given = { owner: 'Li', measure: 'sales', amount: '4800000.00', period: '2026' }
    const sign = (history: Parameters<typeof signOffTarget>[0], on: string) =>
      (['person', 'direct-manager'] as const).reduce(
        (signed, as) => signOffTarget(signed, { as, by: as === 'person' ? 'Li' : 'Wang', on }),
        history,
      )
    const first = sign(setTarget({ ...given, reason: 'plan of the year' }, targets), '2026-01-05')
    const change = { from: '2026-07-01', amount: '3840000.00', reason: 'a market that fell' }
    const revised = sign(reviseTarget(first, change, targets), '2026-06-30')
    const scoreOn = (date: string, at: number) => {
      const split = splitTarget(targetOn(revised, date)?.amount ?? '0', '2026', { into: 'month' })
      const target = sumOf(split.parts.slice(at * 3, at * 3 + 3).map((one) => one.amount))
      return appraise({ results: results('960000', target) }, appraisal).score
    }
    // 960,000 of 1,200,000 and, from July, of 960,000.
    const scores = ['03-31', '06-30', '09-30', '12-31'].map((day, at) => scoreOn(`2026-${day}`, at))
    expect(scores).toEqual([89, 89, 97, 97])
    const periods = scores.map((score, at) => ({ period: `2026-Q${at + 1}`, score }))
    expect(appraiseYear({ year: '2026', periods }, appraisal).score).toBe(93)
  })

  it('measures a joiner by the part of the target that is theirs', () => {
    const { target } = prorateTarget(quarter(0), { period: '2026-Q1', from: '2026-02-15' }, targets)
    const score = appraise({ results: results('600000', target) }, appraisal)
    expect([target, score.parts[0]?.attainment]).toEqual(['600000.00', '1'])
  })

  it('ends in a talk that knows what is weak, what it costs, and what is nearest', () => {
    const outcome = appraise(
      { employee: 'Li', results: results('1200000', '1200000', 5) },
      appraisal,
    )
    expect(
      outcome.parts.map(({ id, weight, contribution }) => [id, weight - contribution]),
    ).toEqual([
      ['sales', 0],
      ['newCustomers', 15],
      ['satisfaction', 2],
      ['collectionRate', 1],
    ])
    expect(gradeScore(outcome.score, grading).next).toEqual({ grade: 'S', from: 90, remaining: 8 })
    expect(suggestTraining({ appraisal: outcome }, grading).courses).toEqual([
      'key-account-development',
    ])
  })
})
