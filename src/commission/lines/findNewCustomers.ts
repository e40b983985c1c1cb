import * as fraction from '../../kernel/number/fraction.js'
import * as write from '../../kernel/number/write.js'
import type { ExactPlan } from '../plan/exactPlan.js'
import type { Order, Refunded } from './orders.js'
import type { NewCustomers } from './types.js'

/** APP-3: the customers whose first order is large enough, and those whose first order is not. */
export function findNewCustomers(
  orders: readonly Order[],
  refunded: Refunded,
  { eligibility, currency }: ExactPlan,
): NewCustomers {
  const least = eligibility.firstOrderAtLeast
  if (least === null) return { effective: [], tooSmall: [] }
  const effective = new Set<string>()
  const tooSmall: NewCustomers['tooSmall'][number][] = []
  for (const { id, sales, given } of orders) {
    if (given.firstOrder !== true) continue
    const order = fraction.add(sales, refunded.get(id) ?? fraction.ZERO)
    const remaining = fraction.subtract(least, order)
    const customer = given.customer ?? null
    if (remaining.n <= 0n) effective.add(customer ?? id)
    else tooSmall.push({ line: id, customer, remaining: write.money(remaining, currency) })
  }
  return { effective: [...effective], tooSmall }
}
