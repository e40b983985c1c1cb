import { ageReceivables, handbook, type Invoice } from 'sales-rules'
import { describe, expect, it } from 'vitest'
import { problemsOf, processOf, written } from './process.js'

const { pipeline } = handbook
const asOf = '2026-03-31'
const agedOf = (invoices: readonly Invoice[], process = pipeline) =>
  ageReceivables({ asOf, invoices }, process)

describe('ageReceivables', () => {
  it('counts payments up to the day, and no later ones (PIP-2)', () => {
    const payments = [
      { amount: '300', on: '2026-03-31' },
      { amount: '700', on: '2026-04-01' },
    ]
    const invoice = { id: 'I-1', amount: '1000', due: '2026-03-30', payments }
    expect(agedOf([invoice]).total).toBe('700.00')
    expect(ageReceivables({ asOf: '2026-04-01', invoices: [invoice] }, pipeline)).toMatchObject({
      ...{ total: '0.00', invoices: [], customers: [] },
    })
  })

  it('sums up by customer, those without a name last', () => {
    const { customers } = agedOf([
      { amount: '5', due: '2026-01-31' },
      { customer: 'Beta', amount: '10', due: '2026-03-01' },
      { customer: 'Acme', amount: '20', due: '2026-04-30' },
      { customer: 'Beta', amount: '30', due: '2026-02-01' },
    ])
    expect(customers.map(({ customer, open, oldestDays }) => [customer, open, oldestDays])).toEqual(
      [
        ['Acme', '20.00', -30],
        ['Beta', '40.00', 58],
        [null, '5.00', 59],
      ],
    )
    expect(customers[1]?.amounts).toEqual({
      ...{ current: '0.00', '1-30': '10.00', '31-60': '30.00', '61-90': '0.00', 'over 90': '0.00' },
    })
  })

  it('sets apart what has no date, in the total all the same', () => {
    const aged = agedOf([
      { id: 'a', amount: '5', invoiced: '2026-03-01' },
      { id: 'b', amount: '10', due: '2026-03-01' },
    ])
    expect([aged.undated, aged.total]).toEqual(['5.00', '15.00'])
    expect(aged.invoices.map(({ invoice, bucket, days }) => [invoice, bucket, days])).toEqual([
      ['a', null, null],
      ['b', '1-30', 30],
    ])
  })

  it('takes the buckets of the process, with their first and last day', () => {
    const buckets = [
      { id: 'fine', upTo: 5 },
      { id: 'late', upTo: null },
    ]
    const aged = agedOf(
      [{ amount: '10', due: '2026-03-26' }],
      processOf(2, { receivables: { buckets } }),
    )
    expect(aged.buckets).toEqual([
      { id: 'fine', from: null, to: 5, amount: '10.00', invoices: 1 },
      { id: 'late', from: 6, to: null, amount: '0.00', invoices: 0 },
    ])
  })

  it('takes a refund of a credit note, and nothing beyond what is open', () => {
    const credit = { id: 'C-1', amount: '-100', due: '2026-03-01' }
    expect(agedOf([{ ...credit, payments: [{ amount: '-40', on: '2026-03-05' }] }]).total).toBe(
      '-60.00',
    )
    const { notCounted } = agedOf([
      { ...credit, payments: [{ amount: '40', on: '2026-03-05' }] },
      {
        id: 'I-1',
        amount: '100',
        due: '2026-03-01',
        payments: [{ amount: '100.01', on: '2026-03-05' }],
      },
      {
        id: 'I-2',
        amount: '100',
        due: '2026-03-01',
        payments: [{ amount: '-1', on: '2026-03-05' }],
      },
    ])
    expect(notCounted.map(({ issues }) => issues.map(written).join())).toEqual([
      'PAID_TOO_MUCH input.invoices.0.payments.0.amount',
      'PAID_TOO_MUCH input.invoices.1.payments.0.amount',
      'PAID_TOO_MUCH input.invoices.2.payments.0.amount',
    ])
    expect(notCounted[1]?.issues[0]?.params).toMatchObject({
      given: '100.01',
      line: 'I-1',
      open: '100.00',
    })
  })

  it('names each invoice that cannot be read, and goes on', () => {
    const wrong = [
      { amount: 'a lot' },
      { amount: '1', invoiced: '2026-04-01' },
      { amount: '1', invoiced: '2026-03-10', due: '2026-03-09' },
      { amount: '1', invoiced: '2026-03-10', terms: -1 },
      { amount: '1', invoiced: '2026-03-10', terms: '30' },
      { amount: '1', due: '2026-03-10', currency: 'USD' },
      { amount: '1', due: '2026-03-10', payments: [{ amount: '1' }] },
      { amount: '1', duedate: '2026-03-10' },
      7,
    ]
    const { notCounted, total } = agedOf([...wrong, { amount: '2', due: asOf }] as Invoice[])
    expect(total).toBe('2.00')
    expect(notCounted.map(({ issues }) => issues.map(written).join())).toEqual([
      'NUMBER_INVALID input.invoices.0.amount',
      'DATES_OUT_OF_ORDER input.invoices.1.invoiced',
      'DATES_OUT_OF_ORDER input.invoices.2.due',
      'NUMBER_OUT_OF_RANGE input.invoices.3.terms',
      'VALUE_INVALID input.invoices.4.terms',
      'CURRENCY_MIXED input.invoices.5.currency',
      'VALUE_MISSING input.invoices.6.payments.0.on',
      'UNKNOWN_KEY input.invoices.7.duedate',
      'VALUE_INVALID input.invoices.8',
    ])
  })

  it('names the terms that lead out of the years', () => {
    const last = { id: 'a', amount: '1', invoiced: '9999-12-01' }
    const { notCounted, invoices } = ageReceivables(
      {
        asOf: '9999-12-31',
        invoices: [
          { ...last, terms: 31 },
          { ...last, id: 'b', terms: 30 },
        ],
      },
      pipeline,
    )
    expect(notCounted.map(({ issues }) => issues.map(written).join())).toEqual([
      'DATE_NOT_COVERED input.invoices.0.terms',
    ])
    expect(invoices.map(({ due }) => due)).toEqual(['9999-12-31'])
  })

  it('refuses what is no input', () => {
    expect(problemsOf(() => ageReceivables({ asOf: '2026-3-1' } as never, pipeline))).toEqual([
      'DATE_INVALID input.asOf',
      'VALUE_MISSING input.invoices',
    ])
    expect(problemsOf(() => ageReceivables(null as never, pipeline))).toEqual([
      'VALUE_MISSING input',
    ])
  })
})
