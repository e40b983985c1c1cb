import { describe, expect, it } from 'vitest'
import { widthOf } from '../../examples/close-the-quarter/report/layout.js'
import { reconcile } from '../../examples/pipeline-review/reconcile.js'
import { deals } from '../../examples/pipeline-review/records.js'
import { reportOn } from '../../examples/pipeline-review/report.js'
import { review } from '../../examples/pipeline-review/review.js'
import { golden } from './golden.js'
import { runExample } from './runExample.js'

const outcome = review()
const page = reportOn(outcome)

describe('the pipeline review', () => {
  it('reconciles', () => {
    expect(reconcile(outcome).filter(({ holds }) => !holds)).toEqual([])
  })

  it('notices a deal that is lost, a month that is wrong and money that is in no bucket', () => {
    const [month, ...rest] = outcome.forecast.periods
    const failing = reconcile({
      ...outcome,
      deals: deals.slice(1),
      forecast: {
        ...outcome.forecast,
        periods: month ? [{ ...month, expected: '1.00' }, ...rest] : [],
      },
      ageing: { ...outcome.ageing, undated: '5.00' },
    }).filter(({ holds }) => !holds)
    expect(failing.map(({ rule }) => rule)).toEqual([
      'deals = won + lost + open + not read',
      'the months of a forecast add up to it',
      'the buckets add up to what was invoiced and not paid',
      'the order of deals decides nothing',
    ])
  })

  it('says what was worked out by hand', () => {
    const { funnel, forecast, collection, ageing, stages } = outcome
    expect([funnel.won, funnel.lost, funnel.open, funnel.winRate]).toEqual([
      5,
      4,
      7,
      '0.555555555555',
    ])
    expect(funnel.stages.map(({ reached }) => reached)).toEqual([16, 13, 10, 7, 5, 0])
    // 110,000 × 0.5 + 65,000 × 0.9; 240,000 × 0.75; 85,000 × 0.25 + 90,000 × 0.1.
    expect(forecast.periods.map(({ expected }) => expected)).toEqual([
      '113500.00',
      '180000.00',
      '30250.00',
    ])
    // 60,000 after 15 and 60 days, 50,000 after 35, 60,000 after 30.
    expect(collection.days).toBe('35')
    expect(ageing.buckets.map(({ amount }) => amount)).toEqual([
      ...['165000.00', '-5000.00', '30000.00', '0.00', '0.00'],
    ])
    expect(Object.fromEntries(stages.map(({ id, checked }) => [id, checked.mayMove]))).toEqual({
      ...{ 'D-10': false, 'D-11': true, 'D-12': false, 'D-13': true },
      ...{ 'D-14': 'unknown', 'D-15': 'unknown', 'D-16': true },
    })
    expect(outcome.discounts.map(({ checked }) => checked.decision)).toEqual([
      ...['granted', 'needs-approval', 'refused'],
    ])
  })

  it('prints no line that is too long', () => {
    expect(page.filter((line) => widthOf(line) > 100)).toEqual([])
  })

  it('ends well, and prints the same page in another process and time zone', async () => {
    const { code, stdout, stderr } = await runExample('pipeline-review', 'America/New_York')
    expect(stderr).toBe('')
    expect(code).toBe(0)
    expect(stdout.startsWith(page.join('\n'))).toBe(true)
    expect(stdout).toContain('\nChecks: 7 of 7 hold\n')
    await expect(stdout).toMatchFileSnapshot(golden('pipeline-review', 'page.txt'))
  })
})
