import { forecastPipeline, handbook, type OpenDeal } from 'sales-rules'
import { describe, expect, it } from 'vitest'
import { problemsOf, processOf, written } from './process.js'

const { pipeline } = handbook
const asOf = '2026-04-01'
const deal = { id: 'D-1', stage: 'negotiation-signing', value: '100000', expected: '2026-04-10' }
const forecastOf = (deals: readonly OpenDeal[], rest = {}, process = pipeline) =>
  forecastPipeline({ asOf, deals, ...rest }, process)

describe('forecastPipeline', () => {
  it('weighs each deal by the probability of its stage (PIP-9)', () => {
    const { deals, total } = forecastOf([
      deal,
      { ...deal, id: 'D-2', stage: 'prospecting', value: '1000.01' },
    ])
    expect(deals).toEqual([
      {
        ...{ deal: 'D-1', index: 0, stage: 'negotiation-signing', period: '2026-04' },
        ...{ value: '100000.00', probability: '0.75', source: 'policy', expected: '75000.00' },
      },
      {
        ...{ deal: 'D-2', index: 1, stage: 'prospecting', period: '2026-04' },
        ...{ value: '1000.01', probability: '0.1', source: 'policy', expected: '100.001' },
      },
    ])
    expect([total.deals, total.value, total.expected]).toEqual([2, '101000.01', '75100.00'])
  })

  it('takes the probability of the deal, then the given one, then that of the policy', () => {
    const probabilities = { 'negotiation-signing': '0.6', prospecting: null }
    const { deals } = forecastOf(
      [
        { ...deal, id: 'a', probability: 0 },
        { ...deal, id: 'b' },
        { ...deal, id: 'c', stage: 'prospecting' },
      ],
      { probabilities },
    )
    expect(deals.map(({ probability, source }) => [probability, source])).toEqual([
      ['0', 'deal'],
      ['0.6', 'given'],
      ['0.1', 'policy'],
    ])
  })

  it.each([
    ['month', ['2026-04', '2026-05', '2026-12']],
    ['quarter', ['2026-Q2', '2026-Q4']],
    ['week', ['2026-W14', '2026-W22', '2026-W53']],
    [undefined, ['2026-04', '2026-05', '2026-12']],
  ])('sums up by %s', (per, periods) => {
    const dates = ['2026-12-31', '2026-05-31', '2026-04-01']
    const deals = dates.map((expected, at) => ({ ...deal, id: `D-${at}`, expected }))
    expect(forecastOf(deals, { per }).periods.map(({ period }) => period)).toEqual(periods)
  })

  it('adds up to the total, to the cent, where each period has a third of one', () => {
    const thirds = ['2026-04-05', '2026-05-05', '2026-06-05'].map((expected, at) => ({
      ...{ id: `D-${at}`, stage: 'prospecting', value: '0.01', expected },
      probability: '0.333333333333',
    }))
    const { periods, total } = forecastOf(thirds)
    expect(total.expected).toBe('0.01')
    expect(periods.map(({ expected }) => expected)).toEqual(['0.01', '0.00', '0.00'])
  })

  it('reaches one standard deviation to each side, and never beyond what can happen', () => {
    // √(100² × 0.5 × 0.5) = 50; of four such deals √(4 × 2500) = 100.
    const coin = { ...deal, value: '100', probability: '0.5' }
    const four = ['a', 'b', 'c', 'd'].map((id) => ({ ...coin, id }))
    const range = ({ low, expected, high }: { low: string; expected: string; high: string }) => [
      ...[low, expected, high],
    ]
    expect(range(forecastOf([coin]).total)).toEqual(['0.00', '50.00', '100.00'])
    expect(range(forecastOf(four).total)).toEqual(['100.00', '200.00', '300.00'])
    const wide = processOf(2, { forecast: { deviations: '3' } })
    const placed = four.map((one) => ({ ...one, stage: 's1' }))
    expect(range(forecastOf(placed, {}, wide).total)).toEqual(['0.00', '200.00', '400.00'])
    const sure = [
      { ...coin, probability: 1 },
      { ...coin, id: 'no', probability: 0 },
    ]
    expect(range(forecastOf(sure).total)).toEqual(['100.00', '100.00', '100.00'])
  })

  it('sets aside by name what no period holds', () => {
    const forecast = forecastOf([
      deal,
      { ...deal, id: 'late', expected: '2026-03-31' },
      { ...deal, id: 'undated', expected: null },
      { ...deal, id: 'won', stage: 'delivery' },
    ])
    expect(forecast.setAside.map(({ deal: id, reason, value }) => [id, reason, value])).toEqual([
      ['late', 'overdue', '100000.00'],
      ['undated', 'no-date', '100000.00'],
      ['won', 'won', '100000.00'],
    ])
    expect(forecast.total.value).toBe('100000.00')
  })

  it('names each deal that cannot be read, and goes on', () => {
    const wrong = [
      { ...deal, id: 'a', stage: 'negotiation' },
      { ...deal, id: 'b', value: '-5' },
      { ...deal, id: 'c', probability: 75 },
      { ...deal, id: 'd', probability: '1.01' },
      { ...deal, id: 'e', expected: '2026-04-31' },
      { ...deal, id: 'f', currency: 'EUR' },
      { ...deal },
      { id: 'g', stage: 'prospecting' },
    ]
    const { notCounted, deals } = forecastOf([deal, ...wrong] as OpenDeal[])
    expect(deals.map((one) => one.deal)).toEqual(['D-1'])
    expect(notCounted.map(({ issues }) => issues.map(written).join())).toEqual([
      'NOT_IN_POLICY input.deals.1.stage',
      'NUMBER_OUT_OF_RANGE input.deals.2.value',
      'NUMBER_LOOKS_LIKE_PERCENT input.deals.3.probability',
      'NUMBER_OUT_OF_RANGE input.deals.4.probability',
      'DATE_INVALID input.deals.5.expected',
      'CURRENCY_MIXED input.deals.6.currency',
      'ID_DUPLICATE input.deals.7.id',
      'VALUE_MISSING input.deals.8.value',
    ])
  })

  it('names a deal that is expected in a week without an end, and loses none', () => {
    const last = { ...deal, expected: '9999-12-31' }
    expect(forecastOf([last]).periods.map(({ period }) => period)).toEqual(['9999-12'])
    const { notCounted, deals } = forecastOf([last], { per: 'week' })
    expect(deals).toEqual([])
    expect(notCounted.map(({ issues }) => issues.map(written).join())).toEqual([
      'DATE_NOT_COVERED input.deals.0.expected',
    ])
  })

  it('asks for a probability where nobody says one', () => {
    const process = processOf(2)
    const { notCounted } = forecastOf([{ ...deal, stage: 's1' }], {}, process)
    expect(notCounted[0]?.issues.map(({ message }) => message)).toEqual([
      'input.deals[0].probability: is missing, and neither what was given nor the sales process says how probable a deal in "s1" is. Give one.',
    ])
  })

  it.each([
    [{ deals: [] }, ['VALUE_MISSING input.asOf']],
    [{ asOf, deals: [], per: 'day' }, ['VALUE_NOT_ALLOWED input.per']],
    [{ asOf, deals: [], probabilities: { lead: 1 } }, ['NOT_IN_POLICY input.probabilities.lead']],
    [
      { asOf, deals: [], probabilities: { delivery: 90 } },
      ['NUMBER_LOOKS_LIKE_PERCENT input.probabilities.delivery'],
    ],
    [{ asOf, deals: 'none' }, ['VALUE_INVALID input.deals']],
  ])('refuses %j by name', (input, problems) => {
    expect(problemsOf(() => forecastPipeline(input as never, pipeline))).toEqual(problems)
  })
})
