import fc from 'fast-check'
import { addDays, attempt, type RfmOrder, scoreRfm, segmentCustomers, sumOf } from 'sales-rules'
import { describe, expect, it } from 'vitest'

const asOf = '2026-06-30'

/** One customer for each pair of scores, by bounds that make them what they are named. */
const grid: RfmOrder[] = [1, 2, 3, 4, 5].flatMap((recency) =>
  [1, 2, 3, 4, 5].flatMap((frequency) =>
    Array.from({ length: frequency }, () => ({
      customer: `${recency}${frequency}`,
      date: addDays(asOf, -(5 - recency)),
      amount: 1,
    })),
  ),
)

const bounds = { recency: [3, 2, 1, 0], frequency: [2, 3, 4, 5] }

describe('segmentCustomers', () => {
  it('has the ten usual segments, which share out each pair of recency and frequency', () => {
    const { segments, customers } = segmentCustomers(grid, { asOf, bounds })
    const named = (segment: string) =>
      customers.filter((one) => one.segment === segment).map(({ customer }) => customer)
    expect(Object.fromEntries(segments.map(({ segment }) => [segment, named(segment)]))).toEqual({
      champions: ['54', '55'],
      loyal: ['34', '35', '44', '45'],
      'potential-loyalists': ['42', '43', '52', '53'],
      new: ['51'],
      promising: ['41'],
      'need-attention': ['33'],
      'about-to-sleep': ['31', '32'],
      'cannot-lose': ['15', '25'],
      'at-risk': ['13', '14', '23', '24'],
      hibernating: ['11', '12', '21', '22'],
    })
    expect(segments[0]).toEqual({ segment: 'champions', customers: 2, orders: 9, amount: '9' })
  })

  it('leaves out an order that is wrong, names it, and goes on', () => {
    const orders = [
      { customer: 'Acme', date: '2026-06-30', amount: '0.10' },
      { customer: 'Acme', date: '2026-07-01', amount: 1 },
      { customer: 'Acme', date: '2026-06-30', amount: 'free' },
      { customer: 'Beta', date: '2026-06-30', amount: '0.2' },
    ]
    const { customers, issues } = segmentCustomers(orders, { asOf })
    expect(customers.map(({ customer, amount }) => [customer, amount])).toEqual([
      ['Acme', '0.1'],
      ['Beta', '0.2'],
    ])
    expect(issues.map(({ code, path }) => [code, path[1]])).toEqual([
      ['DATES_OUT_OF_ORDER', 1],
      ['NUMBER_INVALID', 2],
    ])
  })

  it('refuses options that are wrong, and what is no list', () => {
    expect(attempt(() => segmentCustomers([], { asOf: '2026-06-31' })).ok).toBe(false)
    expect(attempt(() => segmentCustomers({} as never, { asOf })).ok).toBe(false)
  })

  it('segments partition customers, orders and money, and hold who scoreRfm says', () => {
    const order = fc.record({
      customer: fc.integer({ min: 0, max: 9 }).map(String),
      date: fc.integer({ min: 0, max: 60 }).map((age) => addDays(asOf, -age)),
      amount: fc.integer({ min: -5, max: 50 }),
    })
    fc.assert(
      fc.property(
        fc.array(order, { maxLength: 30 }),
        fc.integer({ min: 2, max: 10 }),
        (orders, bins) => {
          const { customers, segments } = segmentCustomers(orders, { asOf, bins })
          expect(customers).toEqual(scoreRfm(orders, { asOf, bins }))
          const total = (key: 'customers' | 'orders') =>
            segments.reduce((sum, one) => sum + one[key], 0)
          expect(total('customers')).toBe(new Set(orders.map((one) => one.customer)).size)
          expect(total('orders')).toBe(orders.filter(({ amount }) => amount >= 0).length)
          const money = orders.reduce((sum, { amount }) => sum + amount, 0)
          expect(Number(sumOf(segments.map(({ amount }) => amount)))).toBe(money)
        },
      ),
    )
  })
})
