import type { Fraction } from '../../kernel/number/fraction.js'
import * as fraction from '../../kernel/number/fraction.js'
import type { EligibleSales } from '../lines/countSales.js'
import { isFor } from '../lines/findAwards.js'

import { type Earnable, isToKeep, joinOrders, type Order } from '../lines/orders.js'
import type { ExactPlan } from '../plan/exactPlan.js'
import { earlierLines, knownBy } from './earlierLines.js'
import { type BeforeStatement, earlierStatements } from './earlierStatements.js'

/**
 * Sales with the orders that they make together with what the account has counted before: what was sold of an order then, and which one was
 * the first of its customer. An order earns an award in the first statement that has a line of it and by which it qualifies.
 */
export function joinEarlier(
  sales: EligibleSales,
  before: BeforeStatement,
  plan: ExactPlan,
): EligibleSales {
  const own = sales.orders.filter((line) => isToKeep(line, plan))
  if (!own.some(({ given }) => given.order !== undefined || given.firstOrder)) return sales
  const statements = earlierStatements(before, plan)
  const earlier = earlierLines(own, sales, statements, plan)
  if (earlier.length === 0) return sales
  const through = (last: number) =>
    earlier.filter(({ at }) => at <= last).map((line) => knownBy(last, line, plan))
  const earned: Earned = new Map()
  for (const at of new Set(earlier.map((line) => line.at)))
    addEarned(earned, ordersIn(at, joinOrders(through(at), NOTHING, plan), earned), plan)
  const now = statements.length
  const lines = [...through(now), ...own.map((line) => ({ ...line, at: now }))]
  return { ...sales, joined: ordersIn(now, joinOrders(lines, sales.refunded, plan), earned) }
}

const NOTHING = /* @__PURE__ */ new Map<string, Fraction>()

/** What orders of several lines have earned, by their names. */
type Earned = Map<string | undefined, Set<Earnable>>

/** The orders that have lines in a statement, with those lines, and what they have earned before. */
function ordersIn(statement: number, orders: readonly Order[], earned: Earned): Order[] {
  return orders.flatMap((order) => {
    const lines = order.lines.filter(({ at }) => at === statement)
    const before = earned.get(nameOf(order))
    return lines.length === 0 ? [] : [{ ...order, lines, ...(before && { earned: before }) }]
  })
}

function addEarned(earned: Earned, orders: readonly Order[], plan: ExactPlan): void {
  const add = (order: Order, what: Earnable) => {
    const name = nameOf(order)
    if (name !== undefined) earned.set(name, new Set([...(earned.get(name) ?? []), what]))
  }
  for (const order of orders) {
    for (const award of plan.awards) if (isFor(award, order, plan) === true) add(order, award)
    if (isEffective(order, plan)) add(order, 'new-customer')
  }
}

function nameOf({ lines: [line] }: Order): string | undefined {
  return line?.given.order
}

/** Whether an order makes its customer one that counts (APP-3). */
function isEffective({ firstOrder, left }: Order, { eligibility }: ExactPlan): boolean {
  const least = eligibility.firstOrderAtLeast
  return firstOrder === true && least !== null && fraction.compare(left, least) >= 0
}
