import { commissionAccumulator } from 'sales-rules'
import { describe, expect, it } from 'vitest'
import { throughJson } from '../../arbitraries.rooms.js'
import { flat, flatPlan } from '../flatPlan.js'

const plan = flatPlan({
  rates: [{ id: 'software', when: { category: 'software' }, scale: flat('0.2') }],
  awards: [{ id: 'first', for: 'first-order', amount: '50' }],
  eligibility: { statuses: ['signed'], newCustomer: { firstOrderAtLeast: '100' } },
  exchange: { on: 'order-date' },
})
const exchangeRates = [{ currency: 'USD', from: '2026-01-01', rate: '7.1' }]
const total = commissionAccumulator(plan, { exchangeRates })

const lines = [
  { id: 'a', amount: '100', status: 'signed', customer: 'acme', firstOrder: true },
  { id: 'b', amount: '300', status: 'signed', category: 'software' },
  { id: 'c', amount: '10', status: 'draft' },
  { id: 'd', amount: '10', status: 'signed', currency: 'USD', date: '2026-01-05' },
  { id: 'e', amount: '5', status: 'signed', customer: 'bolt', firstOrder: true },
]

describe('writeTotals', () => {
  const totals = lines.reduce(total.add, total.create())

  it('keeps what each scale earns on, and by name only what a statement names', () => {
    expect(totals).toMatchObject({
      lines: 5,
      sales: '476',
      bases: [['176'], ['300']],
      dates: { first: '2026-01-05', last: '2026-01-05' },
      orders: [
        { line: 'a', sales: '100', customer: 'acme', firstOrder: true },
        { line: 'b', sales: '300' },
        { line: 'd', sales: '71' },
        { line: 'e', sales: '5', customer: 'bolt', firstOrder: true },
      ],
      converted: [{ id: 'd', currency: 'USD', amount: '71.00' }],
      notCounted: [{ id: 'c', amount: '10.00', issue: { code: 'STATUS_NOT_COUNTED' } }],
    })
  })

  it('writes totals that come back from storage as they were', () => {
    expect(throughJson(totals)).toStrictEqual(totals)
    // 17.60 and 60, and two awards of 50.
    const statement = total.finish(throughJson(totals))
    expect(statement.amount).toBe('177.60')
    expect(statement.awards?.map(({ line, outcome }) => [line, outcome])).toEqual([
      ['a', 'paid'],
      ['b', 'unknown'],
      ['d', 'unknown'],
      ['e', 'paid'],
    ])
    expect(statement.newCustomers).toEqual({
      effective: ['acme'],
      tooSmall: [{ line: 'e', customer: 'bolt', remaining: '95.00' }],
    })
    expect(total.merge(throughJson(totals), total.create())).toEqual(totals)
  })

  it('names a line that was not converted in its own currency, also when it comes back', () => {
    const lost = { id: 'f', amount: '10', status: 'signed', currency: 'USD' }
    const given = throughJson(total.add(totals, lost))
    expect(total.finish(given).notCounted.map(({ issue: _, ...one }) => one)).toEqual([
      { id: 'c', amount: '10.00' },
      { id: 'f', amount: '10.00', currency: 'USD' },
    ])
    expect(total.merge(given, total.create())).toEqual(given)
  })

  it('keeps what an order says of a new market', () => {
    const markets = commissionAccumulator(
      flatPlan({ awards: [{ id: 'market', for: 'new-market', amount: '50' }] }),
    )
    const opened = { id: 'a', amount: '100', newMarket: true }
    const given = markets.add(markets.create(), opened)
    expect(given).toEqual({
      lines: 1,
      sales: '100',
      orders: [{ line: 'a', sales: '100', newMarket: true }],
    })
    expect(markets.finish(throughJson(given)).amount).toBe('60.00')
  })

  it('keeps no order that nothing looks at', () => {
    const nothingKept = { lines: 1, sales: '100' }
    const order = { id: 'a', amount: '100', newMarket: false, firstOrder: true }
    const markets = commissionAccumulator(
      flatPlan({ awards: [{ id: 'market', for: 'new-market', amount: '50' }] }),
    )
    expect(markets.add(markets.create(), order)).toEqual(nothingKept)
    const customers = commissionAccumulator(
      flatPlan({ eligibility: { newCustomer: { firstOrderAtLeast: '10' } } }),
    )
    expect(customers.add(customers.create(), { ...order, firstOrder: false })).toEqual(nothingKept)
  })

  it('writes no bases for a plan of one scale', () => {
    const one = commissionAccumulator(flatPlan())
    expect(one.add(one.create(), { id: 'a', amount: '5' })).toEqual({ lines: 1, sales: '5' })
  })

  it('writes totals of no lines alike, merged or not, and takes those that name bases of zero', () => {
    const nothing = { lines: 0, sales: '0' }
    const named = { ...nothing, bases: [['0'], ['0']] }
    expect(total.create()).toEqual(nothing)
    for (const one of [nothing, named, total.create()])
      for (const other of [nothing, named, total.create()])
        expect(total.merge(one, other)).toEqual(nothing)
    expect(total.finish(nothing).amount).toBe('0.00')
    expect(total.finish(named).amount).toBe('0.00')
  })

  it('keeps the bases of sales that came without a count of lines', () => {
    const uncounted = { lines: 0, sales: '5', bases: [['5'], ['0']] }
    expect(total.merge(total.create(), uncounted)).toEqual(uncounted)
    const balanced = { lines: 0, sales: '0', bases: [['-5'], ['5']] }
    expect(total.merge(balanced, total.create())).toEqual(balanced)
  })
})
