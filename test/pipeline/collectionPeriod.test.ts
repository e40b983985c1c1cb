import { attempt, collectionPeriod, handbook, type Invoice } from 'sales-rules'
import { describe, expect, it } from 'vitest'
import { problemsOf, processOf } from './process.js'

const { pipeline } = handbook
const asOf = '2026-03-31'

describe('collectionPeriod', () => {
  const invoices: readonly Invoice[] = [
    {
      ...{
        id: 'I-1',
        amount: '1000',
        invoiced: '2026-01-01',
        delivered: '2026-01-06',
        due: '2026-01-31',
      },
      payments: [
        { amount: '400', on: '2026-01-11' },
        { amount: '100', on: '2026-04-30' },
      ],
    },
    {
      ...{ id: 'I-2', amount: '600', invoiced: '2026-02-01', due: '2026-03-03' },
      payments: [{ amount: '600', on: '2026-03-03' }],
    },
    { id: 'C-1', amount: '-50', invoiced: '2026-02-01' },
    { id: 'I-3', amount: '70' },
  ]

  it('weighs the days from the invoice to each payment by what was paid (PIP-2)', () => {
    // 400 after 10 days, 600 after 30; 600 are open for 89 days.
    expect(collectionPeriod({ asOf, invoices }, pipeline)).toEqual({
      ...{ method: 'invoices', days: '22', moreThan: null, months: [] },
      ...{ paid: '1000.00', open: '600.00', openDays: '89' },
      setAside: [
        { invoice: 'C-1', index: 2, reason: 'credit-note' },
        { invoice: 'I-3', index: 3, reason: 'no-date' },
      ],
      ...{ notCounted: [], policy: { id: 'handbook-pipeline', version: '1' }, clauses: ['PIP-2'] },
    })
  })

  it.each([
    ['invoiced', '22', ['C-1', 'I-3']],
    ['delivered', '5', ['I-2', 'C-1', 'I-3']],
    ['due', '-8', ['C-1', 'I-3']],
  ] as const)('starts from the day %s, where the process says so', (startsAt, days, setAside) => {
    const process = processOf(2, { collection: { startsAt } })
    const measured = collectionPeriod({ asOf, invoices }, process)
    expect(measured.days).toBe(days)
    expect(measured.setAside.map(({ invoice }) => invoice)).toEqual(setAside)
  })

  it('sets aside what is delivered later, as nothing has begun to wait for its money', () => {
    const process = processOf(2, { collection: { startsAt: 'delivered' } })
    const paid = [{ amount: '400', on: '2026-01-11' }]
    const of = (delivered: string) =>
      collectionPeriod(
        { asOf, invoices: [{ id: 'I-1', amount: '1000', delivered, payments: paid }] },
        process,
      )
    expect(of(asOf)).toMatchObject({ days: '-79', openDays: '0', setAside: [] })
    expect(of('2026-04-01')).toMatchObject({
      ...{ days: null, paid: '0.00', open: '0.00', openDays: null },
      setAside: [{ invoice: 'I-1', index: 0, reason: 'not-delivered' }],
    })
  })

  it('names an invoice that cannot be read, and goes on', () => {
    const future = { id: 'I-9', amount: '5', invoiced: '2026-04-01' }
    const { days, notCounted } = collectionPeriod(
      { asOf, invoices: [...invoices, future] },
      pipeline,
    )
    expect([days, notCounted.map(({ invoice }) => invoice)]).toEqual(['22', ['I-9']])
  })

  it('has no days of no sales, and none of none receivables', () => {
    const ratio = (receivables: string, sales: string) =>
      collectionPeriod({ receivables, sales, days: 90 }, pipeline).days
    expect([ratio('100', '0'), ratio('0', '100'), ratio('50', '100')]).toEqual([null, '0', '45'])
  })

  it('shows which months count, and for how much', () => {
    const months = [
      { month: '2026-05', sales: '80000' },
      { month: '2026-06', sales: '100000' },
    ]
    const { months: counted } = collectionPeriod({ receivables: '140000', months }, pipeline)
    expect(counted).toEqual([
      { month: '2026-06', sales: '100000.00', days: '30' },
      { month: '2026-05', sales: '80000.00', days: '15.5' },
    ])
  })

  const month = (name: string) => ({ month: name, sales: '1' })
  it('says which month is missing', () => {
    const months = [month('2026-01'), month('2025-10')]
    const outcome = attempt(() => collectionPeriod({ receivables: '1', months }, pipeline))
    expect(outcome.ok ? [] : outcome.issues.map(({ message }) => message)).toEqual([
      'input.months[1].month: got 2025-10, expected 2025-12: months are counted back in a row.',
    ])
  })

  it.each([
    [{ receivables: '1', sales: '1', days: 0 }, ['NUMBER_OUT_OF_RANGE input.days']],
    [{ receivables: '-1', sales: '1', days: 30 }, ['NUMBER_OUT_OF_RANGE input.receivables']],
    [{ receivables: '1' }, ['VALUE_MISSING input.sales', 'VALUE_MISSING input.days']],
    [{ receivables: '1', months: [] }, ['NUMBER_OUT_OF_RANGE input.months.length']],
    [
      { receivables: '1', months: [month('2026-06'), month('2026-04')] },
      ['PERIODS_NOT_CONSECUTIVE input.months.1.month'],
    ],
    [
      { receivables: '1', months: [month('2026-06'), month('2026-06')] },
      ['ID_DUPLICATE input.months.1.month'],
    ],
    [{ receivables: '1', months: [month('2026-Q2')] }, ['VALUE_INVALID input.months.0.month']],
    [{ receivables: '1', months: [month('2026-13')] }, ['PERIOD_INVALID input.months.0.month']],
    [
      { receivables: '1', months: [{ month: '2026-01', sales: '-5' }] },
      ['NUMBER_OUT_OF_RANGE input.months.0.sales'],
    ],
    [{ receivables: '1', months: [month('2026-06')], days: 3 }, ['UNKNOWN_KEY input.days']],
    [7, ['VALUE_INVALID input']],
  ])('refuses %j by name', (input, problems) => {
    expect(problemsOf(() => collectionPeriod(input as never, pipeline))).toEqual(problems)
  })
})
