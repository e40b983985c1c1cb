import type { Fraction } from '../../kernel/number/fraction.js'
import * as fraction from '../../kernel/number/fraction.js'
import type { CommissionPlan } from '../types.js'
import { flagOf, isLargeEnough } from './findAwards.js'
import type { GivenLine } from './readLine.js'

/** An order as awards and new customers look at it. */
export interface Order {
  readonly id: string
  readonly sales: Fraction
  readonly given: Pick<GivenLine, 'customer' | 'firstOrder' | 'newMarket'>
}

/** What was refunded of which line, below zero. */
export type Refunded = ReadonlyMap<string, Fraction>

/** The orders that an award or a new customer may depend on. A refund only makes one smaller, so that no other need be kept. */
export function ordersToKeep(orders: readonly Order[], plan: CommissionPlan): Order[] {
  const { awards = [], eligibility } = plan
  return orders.filter(
    (order) =>
      (eligibility?.newCustomer !== undefined && order.given.firstOrder === true) ||
      awards.some((award) => flagOf(order, award) !== false && isLargeEnough(order.sales, award)),
  )
}

/** Whether a plan looks at single orders at all. */
export function looksAtOrders({ awards, eligibility }: CommissionPlan): boolean {
  return awards !== undefined || eligibility?.newCustomer !== undefined
}

/** What was refunded in two parts, as a whole. */
export function mergeRefunded(first: Refunded, second: Refunded): Refunded {
  const all = new Map(first)
  for (const [line, sales] of second) {
    const before = all.get(line)
    all.set(line, before === undefined ? sales : fraction.add(before, sales))
  }
  return all
}
