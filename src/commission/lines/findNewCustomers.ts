import * as decimal from '../../kernel/number/decimal.js'
import type { Fraction } from '../../kernel/number/fraction.js'
import * as fraction from '../../kernel/number/fraction.js'
import * as write from '../../kernel/number/write.js'
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
    const missing = fraction.subtract(
      decimal.known(least),
      fraction.add(sales, refunded.get(id) ?? fraction.ZERO),
    )
    const customer = given.customer ?? null
    if (fraction.compare(missing, fraction.ZERO) <= 0) effective.add(customer ?? id)
    else tooSmall.push({ line: id, customer, remaining: write.money(missing, currency) })
  }
  return { effective: [...effective], tooSmall }
}
