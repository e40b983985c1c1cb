import { calculateCommission } from 'sales-rules'
import { describe, expect, it } from 'vitest'
import { flatPlan, issuesOf } from '../flatPlan.js'

const good = { id: 'a', amount: '100' }
const earlier = { id: 'x', amount: '100', commission: '10' }

describe('readLine', () => {
  it.each([
    ['an id by number', { ...good, id: 7 }, 'VALUE_INVALID', ['id']],
    ['an empty id', { ...good, id: '' }, 'VALUE_INVALID', ['id']],
    ['an amount that is true', { ...good, amount: true }, 'NUMBER_INVALID', ['amount']],
    ['a cost with a separator', { ...good, cost: '1,000' }, 'NUMBER_INVALID', ['cost']],
    ['an endless cost', { ...good, cost: Infinity }, 'NUMBER_INVALID', ['cost']],
    ['a cost of 0.1 + 0.2', { ...good, cost: 0.1 + 0.2 }, 'NUMBER_TOO_PRECISE', ['cost']],
    ['an object as list price', { ...good, listPrice: {} }, 'NUMBER_INVALID', ['listPrice']],
    ['a date that is none', { ...good, date: '2026-02-29' }, 'DATE_INVALID', ['date']],
    ['a Date', { ...good, date: new Date(0) }, 'DATE_INVALID', ['date']],
    ['an instant', { ...good, date: '2026-01-01T00:00:00Z' }, 'DATE_INVALID', ['date']],
    ['a payment date that is none', { ...good, paidOn: 'soon' }, 'DATE_INVALID', ['paidOn']],
    ['a status by number', { ...good, status: 3 }, 'VALUE_INVALID', ['status']],
    ['an empty product', { ...good, product: '' }, 'VALUE_INVALID', ['product']],
    ['a list of categories', { ...good, category: ['a'] }, 'VALUE_INVALID', ['category']],
    ['an object as region', { ...good, region: {} }, 'VALUE_INVALID', ['region']],
    ['a customer that is true', { ...good, customer: true }, 'VALUE_INVALID', ['customer']],
    ['a currency by number', { ...good, currency: 156 }, 'VALUE_INVALID', ['currency']],
    ['a word as truth', { ...good, firstOrder: 'yes' }, 'VALUE_INVALID', ['firstOrder']],
    ['a number as truth', { ...good, newMarket: 1 }, 'VALUE_INVALID', ['newMarket']],
    ['a refund of a number', { ...good, refundOf: 7 }, 'VALUE_INVALID', ['refundOf']],
    ['a refund of nothing', { ...good, refundOf: '' }, 'VALUE_INVALID', ['refundOf']],
    ['a refund of a list', { ...good, refundOf: ['x'] }, 'VALUE_INVALID', ['refundOf']],
    [
      'a refund of an original without a commission',
      { ...good, refundOf: { id: 'x', amount: '100' } },
      'VALUE_MISSING',
      ['refundOf', 'commission'],
    ],
    [
      'a refund of an original of 0',
      { ...good, refundOf: { ...earlier, amount: 0 } },
      'NUMBER_OUT_OF_RANGE',
      ['refundOf', 'amount'],
    ],
    [
      'less than nothing refunded before',
      { ...good, refundOf: { ...earlier, refundedBefore: '-1' } },
      'NUMBER_OUT_OF_RANGE',
      ['refundOf', 'refundedBefore'],
    ],
    [
      'an original with another key',
      { ...good, refundOf: { ...earlier, share: '0.1' } },
      'UNKNOWN_KEY',
      ['refundOf', 'share'],
    ],
    [
      'an original of no day of the calendar',
      { ...good, refundOf: { ...earlier, date: '2026-02-30' } },
      'DATE_INVALID',
      ['refundOf', 'date'],
    ],
    [
      'an original at a rate of 0',
      { ...good, refundOf: { ...earlier, rate: '0' } },
      'NUMBER_OUT_OF_RANGE',
      ['refundOf', 'rate'],
    ],
    ['an order without a name', { ...good, order: '' }, 'VALUE_INVALID', ['order']],
  ] as const)('an order line with %s is refused, with its path', (_, line, code, path) => {
    expect(issuesOf({ lines: [{ id: 'z', amount: '1' }, line] })).toMatchObject([
      { code, severity: 'error', path: ['lines', 1, ...path] },
    ])
  })

  it('an order line may leave out, or say null or undefined for, whatever the plan does not look at', () => {
    const told = {
      cost: null,
      listPrice: undefined,
      date: null,
      paidOn: null,
      status: null,
      product: undefined,
      category: null,
      region: null,
      customer: null,
      order: null,
      currency: null,
      firstOrder: null,
      newMarket: null,
      refundOf: null,
    }
    expect(issuesOf({ lines: [{ ...good, ...told }] })).toEqual([])
  })

  it('an order line names every field that is wrong', () => {
    const line = { id: '', amount: 'x', cost: 'x', date: 'x', firstOrder: 'x', refundOf: {} }
    expect(issuesOf({ lines: [line] }).map(({ path }) => path.slice(2).join('.'))).toEqual([
      'id',
      'amount',
      'cost',
      'date',
      'firstOrder',
      'refundOf.id',
      'refundOf.amount',
      'refundOf.commission',
    ])
  })

  it('an order line is taken as it is: a cost below zero and one above the amount are figures', () => {
    const plan = flatPlan({ base: 'margin' })
    const lines = [
      { ...good, cost: '-50' },
      { id: 'b', amount: '100', cost: '300' },
    ]
    expect(calculateCommission({ lines }, plan).base).toBe('-50.00')
  })
})
