import {
  addDays,
  ageReceivables,
  type ConditionInput,
  checkStage,
  collectionPeriod,
  defineSalesProcess,
  handbook,
  measureFunnel,
  prioritise,
  salesVelocity,
} from 'sales-rules'
import { describe, expect, it } from 'vitest'
import { processOf, reachedOf } from './process.js'

/** Cases of practice, most of them faults of other products: each with where it was reported. */
const { pipeline } = handbook

describe('the funnel', () => {
  it.each<[number[], (string | null)[], string | null]>([
    // funnel-01 (capgo 2977): 0 of 8 is 0, and 0 of 0 no rate.
    [[10, 8, 0, 0], ['0.8', '0', null], '0'],
    // funnel-03 (posthog 12460): one deal that stopped is no 100%.
    [[1, 1, 0], ['1', '0'], '0'],
    [[0, 0, 0], [null, null], null],
    [[3, 3, 3], ['1', '1'], '1'],
    // Cut, so that it is never 1 when one is missing.
    [[7, 3, 1], ['0.428571428571', '0.333333333333'], '0.142857142857'],
    [[1_000_000_000, 999_999_999, 1], ['0.999999999', '0.000000001'], '0.000000001'],
  ])('of %j converts %j, overall %s', (reached, conversion, overall) => {
    const funnel = measureFunnel({ reached: reachedOf(reached) }, processOf(reached.length))
    expect(funnel.steps.map((step) => step.conversion)).toEqual(conversion)
    expect(funnel.overall).toBe(overall)
  })

  it('bottleneck-01 (TelemetryDeck 282): the lowest conversion and the longest stay are one step', () => {
    const input = {
      reached: reachedOf([100, 60, 45, 9, 8]),
      medianDays: { s1: 2, s2: 5, s3: 20, s4: 3 },
    }
    const { steps, bottleneck } = measureFunnel(input, processOf(5))
    expect(steps.map(({ conversion }) => conversion)).toEqual([
      '0.6',
      '0.75',
      '0.2',
      '0.888888888888',
    ])
    expect(bottleneck.byConversion.map(({ from, to }) => [from, to])).toEqual([['s3', 's4']])
    expect(bottleneck.byDays).toEqual([{ stage: 's3', medianDays: '20', deals: 45 }])
  })

  it('bottleneck-03: 0 of 2 deals are too few to judge', () => {
    const { steps, bottleneck } = measureFunnel(
      { reached: reachedOf([100, 90, 2, 0]) },
      processOf(4, { minimumSample: 10 }),
    )
    expect(steps.map(({ conversion }) => conversion)).toEqual(['0.9', '0.022222222222', '0'])
    expect(bottleneck.judged).toEqual(['s1', 's2'])
    expect(bottleneck.tooFew).toEqual(['s3'])
    expect(bottleneck.byConversion.map(({ from }) => from)).toEqual(['s2'])
  })

  it('names all steps that tie, and none where all have too few deals', () => {
    const tied = measureFunnel({ reached: reachedOf([80, 40, 20, 15]) }, processOf(4))
    expect(tied.bottleneck.byConversion.map(({ from }) => from)).toEqual(['s1', 's2'])
    const few = measureFunnel({ reached: reachedOf([9, 1, 0]) }, processOf(3))
    expect(few.bottleneck).toEqual({
      minimumSample: 10,
      byConversion: [],
      byDays: [],
      judged: [],
      tooFew: ['s1', 's2'],
    })
  })
})

describe('the velocity', () => {
  const levers = { open: 40, dealSize: '25000', winRate: '0.25', cycleDays: 90 }

  it('velocity-01 (mavenlb.com): the month comes from the exact day', () => {
    const { perDay, per30Days } = salesVelocity(levers, pipeline)
    expect([perDay, per30Days]).toEqual(['2777.78', '83333.33'])
  })

  it('velocity-03 (winsabove): a cycle a tenth shorter gains more than a tenth, as it divides', () => {
    const base = { open: 10, dealSize: '100', winRate: '0.5', cycleDays: '10' }
    const times = { winRate: '1.1', cycleDays: '0.9' }
    expect(salesVelocity({ ...base, times }, pipeline).gains).toEqual({
      winRate: '0.1',
      cycleDays: '0.111111111111',
    })
  })

  it('velocity-06: of ten open deals of which none is decided nothing is known', () => {
    const deals = Array.from({ length: 10 }, (_, at) => ({
      id: `D-${at}`,
      created: '2026-01-01',
      value: '100',
    }))
    const { won, lost, open, winRate, velocity } = measureFunnel(
      { asOf: '2026-02-01', deals },
      pipeline,
    )
    expect([won, lost, open, winRate, velocity?.winRate, velocity?.perDay]).toEqual([
      ...[0, 0, 10],
      ...[null, null, null],
    ])
    const unknown = salesVelocity({ ...levers, winRate: null }, pipeline)
    expect([unknown.perDay, unknown.per30Days]).toEqual([null, null])
  })

  it.each([
    [0, 0, null, null],
    [1, 3, '0.25', '2777.78'],
    [0, 5, '0', '0.00'],
    [5, 0, '1', '11111.11'],
    [1, 2, '0.333333333333', '3703.70'],
  ])('of %i won and %i lost has the win rate %s and the velocity %s', (won, lost, rate, perDay) => {
    const { open, dealSize, cycleDays } = levers
    const found = salesVelocity({ open, dealSize, cycleDays, won, lost }, pipeline)
    expect([found.winRate, found.perDay]).toEqual([rate, perDay])
  })

  it('is nothing of no open deals, and not known where deals take no time', () => {
    expect(salesVelocity({ ...levers, open: 0 }, pipeline).perDay).toBe('0.00')
    expect(salesVelocity({ ...levers, cycleDays: 0 }, pipeline).perDay).toBeNull()
  })
})

describe('the collection period', () => {
  it('collect-01 (trymesha): the ratio is not rounded before it is multiplied', () => {
    const { days } = collectionPeriod(
      { receivables: '150000', sales: '1800000', days: 365 },
      pipeline,
    )
    expect(days).toBe('30.416666666666')
  })

  const months = [
    { month: '2026-06', sales: '100000' },
    { month: '2026-05', sales: '80000' },
    { month: '2026-04', sales: '70000' },
  ]

  it.each([
    ['212000', '74.714285714285', null],
    ['100000', '30', null],
    ['180000', '61', null],
    ['50000', '15', null],
    ['250000', '91', null],
    ['250000.01', null, '91'],
    ['0', '0', null],
  ])(
    'collect-03 (highako): %s count back %s days by the real months',
    (receivables, days, more) => {
      const counted = collectionPeriod({ receivables, months }, pipeline)
      expect([counted.days, counted.moreThan]).toEqual([days, more])
      const shuffled = collectionPeriod({ receivables, months: [...months].reverse() }, pipeline)
      expect(shuffled).toEqual(counted)
    },
  )

  it('counts a leap February, and a month without sales as a whole one', () => {
    const leap = [
      { month: '2028-03', sales: '0' },
      { month: '2028-02', sales: '100' },
    ]
    expect(collectionPeriod({ receivables: '50', months: leap }, pipeline).days).toBe('45.5')
  })

  const invoice = { id: 'I-1', amount: '100', invoiced: '2026-01-10' }
  const ofPayments = (payments: { amount: string; on: string }[]) =>
    collectionPeriod({ asOf: '2026-06-30', invoices: [{ ...invoice, payments }] }, pipeline)

  it('collect-06: what was paid in advance is negative, and lowers the mean', () => {
    expect(ofPayments([{ amount: '100', on: '2026-01-05' }]).days).toBe('-5')
    const mixed = ofPayments([
      { amount: '25', on: '2026-01-05' },
      { amount: '75', on: '2026-01-30' },
    ])
    expect(mixed.days).toBe('13.75')
    expect(ofPayments([]).days).toBeNull()
  })
})

describe('the ageing of receivables', () => {
  const asOf = '2026-07-31'
  const dueBefore = (days: number) => ({
    id: `${days}`,
    amount: '10',
    due: addDays(asOf, -days),
  })

  it.each([
    [0, 'current'],
    [1, '1-30'],
    [30, '1-30'],
    [31, '31-60'],
    [60, '31-60'],
    [61, '61-90'],
    [90, '61-90'],
    [91, 'over 90'],
    [120, 'over 90'],
    [151, 'over 90'],
    [-15, 'current'],
  ])('ageing-01 (bigcapital 1416): %i days overdue are %s', (days, bucket) => {
    const { invoices, buckets } = ageReceivables({ asOf, invoices: [dueBefore(days)] }, pipeline)
    expect(invoices[0]).toMatchObject({ days, bucket })
    expect(buckets.filter(({ amount }) => amount === '10.00').map(({ id }) => id)).toEqual([bucket])
  })

  it('ageing-03 (erpnext 6371): 60 days of terms are not overdue after five, by the due date', () => {
    const input = {
      asOf: '2016-09-20',
      invoices: [{ id: 'I-1', amount: '100', invoiced: '2016-09-15', terms: 60 }],
    }
    const [byDue] = ageReceivables(input, pipeline).invoices
    expect([byDue?.due, byDue?.bucket]).toEqual(['2016-11-14', 'current'])
    const byInvoice = processOf(2, { receivables: { ageBy: 'invoiced' } })
    expect(ageReceivables(input, byInvoice).invoices[0]?.bucket).toBe('1-30')
  })

  it('ageing-06: a credit note lowers the bucket of its own date', () => {
    const invoices = [
      { amount: '100', due: '2026-03-01' },
      { amount: '-30', due: '2026-03-20' },
    ]
    const { buckets, total } = ageReceivables({ asOf: '2026-03-31', invoices }, pipeline)
    expect(buckets.map(({ id, amount }) => [id, amount])).toEqual([
      ['current', '0.00'],
      ['1-30', '70.00'],
      ['31-60', '0.00'],
      ['61-90', '0.00'],
      ['over 90', '0.00'],
    ])
    expect(total).toBe('70.00')
  })
})

describe('a checklist', () => {
  const done = (id: string): ConditionInput => ({ id, comparison: 'equals', required: true })
  const withChecklist = (requires: readonly ConditionInput[]) =>
    defineSalesProcess({ currency: 'CNY', stages: [{ id: 'a', requires }, { id: 'b' }] })
  const stories = withChecklist([
    { id: 'successStories', comparison: 'at-least', required: 3, unit: 'count' },
  ])

  it.each([
    [2, false, [['successStories', '1']]],
    [0, false, [['successStories', '3']]],
    [3, true, []],
    [4, true, []],
  ])('check-01 (PIP-4): of three success stories %i are there', (given, complete, missing) => {
    const checked = checkStage({ successStories: given }, 'a', stories)
    expect(checked.complete).toBe(complete)
    expect(checked.missing.map(({ id, gap }) => [id, gap])).toEqual(missing)
  })

  it.each([
    [{ profile: false }, false, ['profile', 'needsForm']],
    [{ profile: true }, 'unknown', ['needsForm']],
    [{}, 'unknown', ['profile', 'needsForm']],
    [{ profile: true, needsForm: false }, false, ['needsForm']],
    [{ profile: true, needsForm: true }, true, []],
  ])('check-03: %j is complete: %s', (given, complete, missing) => {
    const process = withChecklist([done('profile'), done('needsForm')])
    const checked = checkStage(given, 'a', process)
    expect([checked.complete, checked.mayMove]).toEqual([complete, complete])
    expect(checked.missing.map(({ id }) => id)).toEqual(missing)
  })
})

describe('priorities', () => {
  it('priority-01 (PIP-5): both lines reached is the first quadrant', () => {
    const process = processOf(2, { priorities: { importantFrom: 50, urgentFrom: 50 } })
    const { tasks } = prioritise(
      [
        { id: 't4', important: 20, urgent: 20 },
        { id: 't3', important: 20, urgent: 80 },
        { id: 't5', important: 50, urgent: 50 },
        { id: 't1', important: 80, urgent: 80 },
        { id: 't2', important: 80, urgent: 20 },
      ],
      process,
    )
    expect(tasks.map(({ id, quadrant }) => [id, quadrant])).toEqual([
      ['t1', 1],
      ['t5', 1],
      ['t2', 2],
      ['t3', 3],
      ['t4', 4],
    ])
  })
})
