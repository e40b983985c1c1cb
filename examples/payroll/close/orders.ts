import { attributeCommission, subtract, sumOf } from 'sales-rules'
import { groupBy } from '../../close-the-quarter/groupBy.js'
import type { PayeeBooks } from './books.js'
import { yearToDate } from './period.js'
import type { PlanInForce } from './plans.js'

/** What an order has earned its owner in a month. */
export interface OrderCommission {
  readonly order: string
  readonly amount: string
}

/**
 * What each order earned in a month: its share of the year to date, less what it had earned before. Where the gate opens, that is all
 * that was collected of it in the year; where a refund takes cash back, it is below zero.
 */
export function commissionByOrder(
  books: PayeeBooks,
  month: string,
  { alone }: PlanInForce,
): OrderCommission[] {
  const orderOf = new Map(books.credits.map(({ payment, order }) => [payment, order]))
  const { lines } = attributeCommission(yearToDate(books, month), alone)
  const shares = groupBy(lines, ({ id }) => orderOf.get(id) ?? '')
  return [...shares].flatMap(([order, own]) => {
    const toDate = sumOf(own.map(({ amount }) => amount))
    const amount = subtract(toDate, books.earnedByOrder.get(order) ?? '0.00')
    return amount === '0.00' ? [] : [{ order, amount }]
  })
}
