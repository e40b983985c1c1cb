import {
  add,
  compare,
  type Fraction,
  known,
  subtract,
  writeMoney,
  ZERO,
} from '../../kernel/inside.js'
import type { CommissionPlan, NewCustomers } from '../types.js'
import type { Order } from './orders.js'

/** APP-3: the customers whose first order is large enough, and those whose first order is not. */
export function findNewCustomers(
  orders: readonly Order[],
  refunded: ReadonlyMap<string, Fraction>,
  { eligibility, currency }: CommissionPlan,
): NewCustomers {
  const least = eligibility?.newCustomer?.firstOrderAtLeast
  if (least === undefined) return { effective: [], tooSmall: [] }
  const effective = new Set<string>()
  const tooSmall: NewCustomers['tooSmall'][number][] = []
  for (const { id, sales, given } of orders) {
    if (given.firstOrder !== true) continue
    const missing = subtract(known(least), add(sales, refunded.get(id) ?? ZERO))
    const customer = given.customer ?? null
    if (compare(missing, ZERO) <= 0) effective.add(customer ?? id)
    else tooSmall.push({ line: id, customer, remaining: writeMoney(missing, currency) })
  }
  return { effective: [...effective], tooSmall }
}
