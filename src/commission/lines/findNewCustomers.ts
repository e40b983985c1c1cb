import * as fraction from '../../kernel/number/fraction.js'
import * as write from '../../kernel/number/write.js'
import type { ExactPlan } from '../plan/exactPlan.js'
import type { Order } from './orders.js'
import type { NewCustomers } from './types.js'

/** APP-3: the customers whose first order is large enough, and those whose first order is not. */
export function findNewCustomers(
  orders: readonly Order[],
  { eligibility, currency }: ExactPlan,
): NewCustomers {
  const least = eligibility.firstOrderAtLeast
  if (least === null) return { effective: [], tooSmall: [] }
  const effective = new Set<string>()
  const tooSmall: NewCustomers['tooSmall'][number][] = []
  for (const { lines, left, customer = null, firstOrder, earned } of orders) {
    if (firstOrder !== true || earned?.has('new-customer')) continue
    const line = lines[0]?.id ?? ''
    const remaining = fraction.subtract(least, left)
    if (remaining.n <= 0n) effective.add(customer ?? line)
    else tooSmall.push({ line, customer, remaining: write.money(remaining, currency) })
  }
  return { effective: [...effective], tooSmall }
}
