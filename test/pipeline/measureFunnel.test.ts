import {
  type Deal,
  defineSalesProcess,
  forecastPipeline,
  handbook,
  measureFunnel,
} from 'sales-rules'
import { describe, expect, it } from 'vitest'
import { problemsOf, processOf, reachedOf, written } from './process.js'

const { pipeline } = handbook
const asOf = '2026-06-30'
const entered = (...stages: readonly (readonly [stage: string, on: string])[]) =>
  stages.map(([stage, on]) => ({ stage, on: `2026-${on}` }))

/** Worked out by hand: two won, one of them by its date alone, one lost, two open, of which one fell back. */
const deals: readonly Deal[] = [
  {
    ...{ id: 'D-1', customer: 'Acme', created: '2026-01-01', value: '90000' },
    stages: entered(
      ['needs-analysis', '01-11'],
      ['solution-design', '01-21'],
      ['negotiation-signing', '02-10'],
      ['delivery', '03-02'],
      ['after-sales-care', '04-01'],
    ),
  },
  {
    ...{ id: 'D-2', customer: 'Acme', created: '2026-01-01', value: '30000', won: '2026-01-31' },
    stages: entered(['prospecting', '01-01'], ['negotiation-signing', '01-21']),
  },
  {
    ...{ id: 'D-3', customer: 'Beta', created: '2026-02-01', value: '60000', lost: '2026-03-03' },
    stages: entered(['needs-analysis', '02-05']),
  },
  {
    ...{ id: 'D-4', customer: 'Gamma', created: '2026-03-01', value: '40000' },
    stages: entered(['solution-design', '03-11'], ['needs-analysis', '03-21']),
  },
  { id: 'D-5', created: '2026-06-01' },
]
const funnel = measureFunnel({ asOf, deals }, pipeline)
const stageOf = (id: string) => funnel.stages.find(({ stage }) => stage === id)

describe('measureFunnel', () => {
  it('counts who got as far as a stage, whatever was skipped on the way (PIP-2)', () => {
    expect(funnel.stages.map(({ reached }) => reached)).toEqual([5, 4, 3, 2, 2, 1])
    expect(funnel.stages.map(({ current }) => current)).toEqual([1, 1, 0, 0, 1, 1])
    expect(funnel.steps.map(({ conversion }) => conversion)).toEqual([
      '0.8',
      '0.75',
      '0.666666666666',
      '1',
      '0.5',
    ])
    expect(funnel.overall).toBe('0.2')
  })

  it('says what of a step is open still, what was lost, and how the decided went on', () => {
    expect(funnel.steps[0]).toEqual({
      ...{ from: 'prospecting', to: 'needs-analysis', reached: 5, wentOn: 4 },
      ...{ stillOpen: 1, lost: 0, conversion: '0.8', conversionOfDecided: '1' },
    })
    expect(funnel.steps[1]).toMatchObject({ lost: 1, stillOpen: 0, conversionOfDecided: '0.75' })
    expect(funnel.steps[2]).toMatchObject({ lost: 0, stillOpen: 1, conversionOfDecided: '1' })
    expect(funnel.steps[4]).toMatchObject({ lost: 0, stillOpen: 1, conversionOfDecided: '1' })
  })

  it('counts won, lost and open, and the win rate of what is decided', () => {
    expect([funnel.won, funnel.lost, funnel.open]).toEqual([2, 1, 2])
    expect(funnel.winRate).toBe('0.666666666666')
  })

  it('measures the days from lead to deal, and those in each stage that was left', () => {
    // 1 January to 2 March, and to 31 January.
    expect(funnel.leadToDeal).toEqual({
      ...{ count: 2, mean: '45', median: '45', lowerQuartile: '37.5', upperQuartile: '52.5' },
      ...{ shortest: '30', longest: '60' },
    })
    // 10, 20, 4 and 10 days; D-5 is still there.
    expect(stageOf('prospecting')?.days).toEqual({
      ...{ count: 4, mean: '11', median: '10', lowerQuartile: '8.5', upperQuartile: '12.5' },
      ...{ shortest: '4', longest: '20' },
    })
    // D-1 stayed 10 days, D-3 was lost after 26; D-4 is back in it.
    expect(stageOf('needs-analysis')?.days).toMatchObject({ count: 2, median: '18' })
    // D-1 until delivery, D-2 until it was won.
    expect(stageOf('negotiation-signing')?.days).toMatchObject({ count: 2, median: '15' })
    expect(stageOf('delivery')?.medianDays).toBe('30')
    expect(stageOf('after-sales-care')?.days).toBeNull()
  })

  it('adds up the visits of a deal that came back', () => {
    const back = {
      created: '2026-01-01',
      stages: entered(
        ['needs-analysis', '01-03'],
        ['prospecting', '01-10'],
        ['needs-analysis', '01-15'],
        ['solution-design', '01-16'],
      ),
    }
    const { stages } = measureFunnel({ asOf, deals: [back] }, pipeline)
    expect(stages.map(({ medianDays }) => medianDays)).toEqual(['7', '8', null, null, null, null])
  })

  it('keeps sales per customer who bought and per order apart (PIP-2)', () => {
    expect(funnel.sales).toEqual({
      ...{ total: '120000.00', orders: 2, customers: 1 },
      ...{ salesPerOrder: '60000.00', salesPerCustomer: '120000.00' },
      ...{ withoutValue: [], withoutCustomer: [] },
    })
    const won = { created: '2026-01-01', won: '2026-01-02' }
    const { sales } = measureFunnel(
      {
        asOf,
        deals: [
          { ...won, id: 'a', customer: 'A', value: '100' },
          { ...won, id: 'b', value: '200' },
          { ...won, id: 'c', customer: 'C' },
        ],
      },
      pipeline,
    )
    expect(sales).toEqual({
      ...{ total: '300.00', orders: 2, customers: 1 },
      ...{ salesPerOrder: '150.00', salesPerCustomer: '100.00' },
      ...{ withoutValue: ['c'], withoutCustomer: ['b'] },
    })
  })

  it('takes the velocity from the deals: 2 open of 60,000, two of three won, in 45 days', () => {
    expect(funnel.velocity).toMatchObject({
      ...{ open: '2', dealSize: '60000.00', winRate: '0.666666666666', cycleDays: '45' },
      ...{ perDay: '1777.78', per30Days: '53333.33' },
    })
  })

  it('says what deals are worth as far as it is known, and no zero where nothing is', () => {
    expect(stageOf('prospecting')).toMatchObject({ value: '220000.00', currentValue: null })
    expect(stageOf('solution-design')).toMatchObject({ value: '160000.00', currentValue: '0.00' })
  })

  it('finds the bottleneck by conversion and by days, with its evidence (PIP-3)', () => {
    const many = Array.from({ length: 20 }, (_, at) => ({
      created: '2026-01-01',
      stages: entered(
        ['needs-analysis', '01-05'],
        ...(at < 14 ? ([['solution-design', '02-01']] as const) : []),
        ...(at < 3 ? ([['negotiation-signing', '02-02']] as const) : []),
      ),
      ...(at < 5 ? {} : { lost: '2026-03-01' }),
    }))
    const { bottleneck, stages } = measureFunnel({ asOf, deals: many }, pipeline)
    expect(bottleneck.byConversion).toEqual([
      {
        ...{ from: 'solution-design', to: 'negotiation-signing', reached: 14, wentOn: 3 },
        ...{ stillOpen: 2, lost: 9, conversion: '0.214285714285', conversionOfDecided: '0.25' },
      },
    ])
    // 14 stayed 27 days, six 55; nine stayed 28 days in the next stage and three one.
    expect(bottleneck.byDays).toEqual([{ stage: 'solution-design', medianDays: '28', deals: 12 }])
    expect(bottleneck.tooFew).toEqual(['negotiation-signing', 'delivery'])
    expect(stages[2]?.currentDays).toMatchObject({ count: 2, median: '149' })
  })

  it('does not call a step a bottleneck because its deals are young', () => {
    const young = Array.from({ length: 12 }, (_, at) => ({
      created: '2026-01-01',
      stages: entered(['s2', '02-01'], ['s3', at < 9 ? '06-20' : '03-01']),
      ...(at < 9 ? {} : { lost: '2026-04-01' }),
    }))
    const process = processOf(4, { minimumSample: 3 })
    const { bottleneck, steps } = measureFunnel({ asOf, deals: young }, process)
    expect(steps.map(({ conversion }) => conversion)).toEqual(['1', '1', '0'])
    expect(bottleneck.byConversion).toEqual([steps[2]])
    expect(steps[2]).toMatchObject({ stillOpen: 9, lost: 3 })
    const none = young.map(({ lost: _, ...deal }) => deal)
    const open = measureFunnel({ asOf, deals: none }, process)
    expect(open.bottleneck.tooFew).toEqual(['s3'])
    expect(open.bottleneck).toMatchObject({ judged: ['s1', 's2'], byConversion: [] })
  })

  it('names no step that loses nobody, and no stage that takes no time', () => {
    const process = processOf(3)
    const counted = measureFunnel(
      { reached: reachedOf([50, 50, 49]), medianDays: { s1: 0, s2: 0 } },
      process,
    )
    expect(counted.bottleneck.byConversion.map(({ from }) => from)).toEqual(['s2'])
    expect(counted.bottleneck.byDays).toEqual([])
    const all = measureFunnel({ reached: reachedOf([50, 50, 50]) }, process)
    expect(all.bottleneck).toMatchObject({ byConversion: [], judged: ['s1', 's2'] })
  })

  it.each<[string, Partial<Deal>, number, string]>([
    ['a stage entered twice', { stages: entered(['s1', '05-01'], ['s1', '06-20']) }, 0, '149'],
    ['a stage entered again', { stages: entered(['s2', '02-01'], ['s2', '06-20']) }, 1, '149'],
    [
      'one left and entered again',
      { stages: entered(['s2', '02-01'], ['s1', '03-01'], ['s2', '06-20']) },
      1,
      '10',
    ],
    [
      'one entered again after it was won',
      { won: '2026-04-01', stages: entered(['s2', '02-01'], ['s2', '06-20']) },
      1,
      '10',
    ],
  ])('counts the days in %s from when the deal came to stay', (_, rest, at, days) => {
    const created = '2026-02-01'
    const { stages } = measureFunnel({ asOf, deals: [{ created, ...rest }] }, processOf(3))
    expect(stages[at]?.currentDays).toMatchObject({ count: 1, median: days })
  })

  it('measures the probability of a stage by the decided deals that reached it (PIP-9)', () => {
    const process = processOf(3, { minimumSample: 3 })
    const lead = { created: '2026-01-01', value: '100' }
    const measured = measureFunnel(
      {
        asOf,
        deals: [
          { ...lead, stages: entered(['s2', '01-02'], ['s3', '01-03']) },
          { ...lead, stages: entered(['s2', '01-02']), lost: '2026-01-09' },
          { ...lead, lost: '2026-01-09' },
          { ...lead, stages: entered(['s2', '01-02']) },
        ],
      },
      process,
    )
    expect(measured.probabilities).toEqual({ s1: '0.333333333333', s2: null, s3: null })
    const forecast = forecastPipeline(
      {
        asOf,
        deals: [{ stage: 's1', value: '300', expected: '2026-07-01' }],
        probabilities: measured.probabilities,
      },
      process,
    )
    expect(forecast.deals[0]).toMatchObject({ probability: '0.333333333333', source: 'given' })
  })

  it('names each deal that cannot be read with what is wrong, and goes on with the others', () => {
    const wrong: readonly [deal: unknown, problems: string[]][] = [
      [{ created: '2026-02-30' }, ['DATE_INVALID created']],
      [{}, ['VALUE_MISSING created']],
      [{ created: '2026-07-01' }, ['DATES_OUT_OF_ORDER created']],
      [{ created: '2026-02-01', won: '2026-01-31' }, ['DATES_OUT_OF_ORDER won']],
      [{ created: '2026-02-01', lost: '2026-07-01' }, ['DATES_OUT_OF_ORDER lost']],
      [
        { created: '2026-02-01', stages: entered(['delivery', '01-31']) },
        ['DATES_OUT_OF_ORDER stages.0.on'],
      ],
      [
        { created: '2026-02-01', stages: entered(['needs-analysis', '07-01']) },
        ['DATES_OUT_OF_ORDER stages.0.on'],
      ],
      [
        { created: '2026-02-01', stages: entered(['needs-analysis', '03-05']), lost: '2026-03-01' },
        ['DATES_OUT_OF_ORDER stages.0.on'],
      ],
      [
        { created: '2026-02-01', stages: entered(['delivery', '03-05']), lost: '2026-04-01' },
        ['POLICY_CONFLICT lost'],
      ],
      [{ created: '2026-02-01', won: '2026-03-01', lost: '2026-03-01' }, ['POLICY_CONFLICT lost']],
      [
        { created: '2026-02-01', stages: entered(['delivry', '03-05']) },
        ['NOT_IN_POLICY stages.0.stage'],
      ],
      [{ created: '2026-02-01', value: '-1' }, ['NUMBER_OUT_OF_RANGE value']],
      [{ created: '2026-02-01', value: '12,000' }, ['NUMBER_INVALID value']],
      [{ created: '2026-02-01', currency: 'USD' }, ['CURRENCY_MIXED currency']],
      [{ created: '2026-02-01', amount: 5 }, ['UNKNOWN_KEY amount']],
      [{ id: 'D-1', created: '2026-02-01' }, ['ID_DUPLICATE id']],
      [{ id: 7, created: '2026-02-01' }, ['VALUE_INVALID id']],
      [null, ['VALUE_MISSING ']],
      ['D-9', ['VALUE_INVALID ']],
    ]
    const given = [...deals, ...wrong.map(([deal]) => deal as Deal)]
    const measured = measureFunnel({ asOf, deals: given }, pipeline)
    expect(measured.stages).toEqual(funnel.stages)
    const found = measured.notCounted.map(({ index, issues }) => [
      index,
      issues.map((one) => written({ ...one, path: one.path.slice(3) })),
    ])
    expect(found).toEqual(wrong.map(([, problems], at) => [deals.length + at, problems]))
    expect(measured.notCounted[15]?.deal).toBe('D-1')
  })

  it('names a deal with a history of 200,000 wrong days, and goes on with the other', () => {
    const day = { stage: 'delivery', on: '2025-12-31' }
    const long = { created: '2026-01-01', stages: Array.from({ length: 200_000 }, () => day) }
    const measured = measureFunnel({ asOf, deals: [long, { created: '2026-01-01' }] }, pipeline)
    expect(measured.open).toBe(1)
    expect(measured.notCounted.map(({ index, issues }) => [index, issues[0]?.code])).toEqual([
      [0, 'DATES_OUT_OF_ORDER'],
    ])
  })

  it.each([
    [{ deals: [] }, ['VALUE_MISSING input.asOf']],
    [{ asOf, deals: {} }, ['VALUE_INVALID input.deals']],
    [{ asOf: 'today', deals: [] }, ['DATE_INVALID input.asOf']],
    [{ reached: reachedOf([10, 11, 3]) }, ['OUT_OF_ORDER input.reached.s2']],
    [{ reached: reachedOf([10, -1, 0]) }, ['NUMBER_OUT_OF_RANGE input.reached.s2', 'OUT']],
    [{ reached: { s1: 4, s2: 2 } }, ['VALUE_MISSING input.reached.s3']],
    [{ reached: { ...reachedOf([4, 2, 1]), s4: 1 } }, ['UNKNOWN_KEY input.reached.s4']],
    [{ reached: reachedOf([4, 2, 1.5]) }, ['VALUE_INVALID input.reached.s3']],
    [
      { reached: reachedOf([4, 2, 1]), medianDays: { s9: 1 } },
      ['NOT_IN_POLICY input.medianDays.s9'],
    ],
    [
      { reached: reachedOf([4, 2, 1]), medianDays: { s1: -1 } },
      ['NUMBER_OUT_OF_RANGE input.medianDays.s1'],
    ],
  ])('refuses %j by name', (input, problems) => {
    const found = problemsOf(() => measureFunnel(input as never, processOf(3)))
    expect(found).toEqual(problems.filter((problem) => problem !== 'OUT'))
  })

  it('measures nothing of no deals', () => {
    const none = measureFunnel({ asOf, deals: [] }, pipeline)
    expect([none.overall, none.winRate, none.leadToDeal, none.velocity?.perDay]).toEqual([
      ...[null, null, null, null],
    ])
    expect(none.stages.every(({ reached, value }) => reached === 0 && value === '0.00')).toBe(true)
  })

  it('takes a process of one stage', () => {
    const process = defineSalesProcess({ currency: 'EUR', stages: [{ id: 'sold' }] })
    const { won, steps, overall } = measureFunnel(
      { asOf, deals: [{ created: '2026-01-01' }] },
      process,
    )
    expect([won, steps, overall]).toEqual([1, [], '1'])
  })
})
