/** Order lines as orders: what awards and new customers look at. */
import type { Issue } from '../../kernel/index.js'
import * as issue from '../../kernel/input/issue.js'
import type { Fraction } from '../../kernel/number/fraction.js'
import * as fraction from '../../kernel/number/fraction.js'
import { FIRST_ORDER_TWICE, ORDER_LINES_DIFFER } from '../issues.js'
import type { ExactPlan } from '../plan/exactPlan.js'
import { flagOf, isLargeEnough } from './findAwards.js'
import type { GivenLine } from './readLine.js'

/** A line as far as its order goes. */
export interface OrderLine {
  readonly id: string
  readonly sales: Fraction
  readonly given: Pick<GivenLine, 'path' | 'order' | OrderFact>
}

/** What lines say of their order; one that says nothing leaves it to the others. */
const ORDER_FACTS = ['customer', 'firstOrder', 'newMarket'] as const

type OrderFact = (typeof ORDER_FACTS)[number]

/** The lines with one `order`, or a line without. */
export interface Order extends Pick<GivenLine, OrderFact> {
  readonly lines: readonly OrderLine[]
  readonly sales: Fraction
  /** What refunds in the same statement have left of it. */
  readonly left: Fraction
  /** Why it is not the first order that it says it is, or why that is not known. */
  readonly issue: Issue | null
}

/** What was refunded of which line, below zero. */
export type Refunded = ReadonlyMap<string, Fraction>

/** Whether an award or a new customer may depend on a line. A refund only makes its order smaller, so that no other need be kept. */
export function isToKeep({ given, sales }: OrderLine, plan: ExactPlan): boolean {
  const { awards, eligibility } = plan
  if (awards.length === 0 && eligibility.firstOrderAtLeast === null) return false
  if (given.order !== undefined || (given.firstOrder === true && asksForFirst(plan))) return true
  return awards.some((award) => flagOf(given, award) !== false && isLargeEnough(sales, award))
}

/** Whether a plan looks at which order of a customer is the first. */
function asksForFirst({ awards, eligibility }: ExactPlan): boolean {
  return (
    eligibility.firstOrderAtLeast !== null ||
    awards.some(({ award }) => award.for === 'first-order')
  )
}

/** Joins lines into orders. Of two first orders of a customer, the one that comes first in the list is it. */
export function joinOrders(
  lines: readonly OrderLine[],
  refunded: Refunded,
  plan: ExactPlan,
): Order[] {
  const firsts = new Map<string, Order>()
  return groupLines(lines).map((own) => {
    const order = joinLines(own, refunded)
    const { customer, firstOrder, left } = order
    // An order that was refunded as a whole is nobody's first.
    const isFirst = firstOrder === true && left.n > 0n && asksForFirst(plan)
    if (customer === undefined || !isFirst) return order
    const first = firsts.get(customer)
    if (first !== undefined) return notFirst(order, first, customer)
    firsts.set(customer, order)
    return order
  })
}

function groupLines(lines: readonly OrderLine[]): OrderLine[][] {
  const byOrder = new Map<string, OrderLine[]>()
  const groups: OrderLine[][] = []
  for (const line of lines) {
    const { order } = line.given
    const own = order === undefined ? undefined : byOrder.get(order)
    if (own !== undefined) {
      own.push(line)
      continue
    }
    const group = [line]
    groups.push(group)
    if (order !== undefined) byOrder.set(order, group)
  }
  return groups
}

function joinLines(lines: readonly OrderLine[], refunded: Refunded): Order {
  const sales = fraction.sum(lines.map((line) => line.sales))
  const taken = lines.map(({ id }) => refunded.get(id) ?? fraction.ZERO)
  const order = {
    lines,
    sales,
    left: fraction.add(sales, fraction.sum(taken)),
    customer: saidOf(lines, 'customer'),
    firstOrder: saidOf(lines, 'firstOrder'),
    newMarket: saidOf(lines, 'newMarket'),
    issue: null,
  }
  const differing = ORDER_FACTS.filter((key) => lineThatDiffers(order, key) !== undefined)
  return differing.length === 0 ? order : unclear(order, differing)
}

function saidOf<Key extends OrderFact>(
  lines: readonly OrderLine[],
  key: Key,
): GivenLine[Key] | undefined {
  return lines.find(({ given }) => given[key] !== undefined)?.given[key]
}

function lineThatDiffers(order: Pick<Order, 'lines' | OrderFact>, key: OrderFact) {
  return order.lines.find(({ given }) => (given[key] ?? order[key]) !== order[key])
}

/** An order whose lines say different things; where they name two customers, nothing else is known of it either. */
function unclear(order: Order, differing: readonly OrderFact[]): Order {
  const isKnown = (key: OrderFact) => !differing.includes('customer') && !differing.includes(key)
  const [key = 'customer'] = differing
  const path = [...(lineThatDiffers(order, key)?.given.path ?? []), key]
  const params = { first: order.lines[0]?.id ?? '', customer: order.customer ?? null }
  return {
    ...order,
    firstOrder: isKnown('firstOrder') ? order.firstOrder : undefined,
    newMarket: isKnown('newMarket') ? order.newMarket : undefined,
    issue: issue.asWarning(issue.at(ORDER_LINES_DIFFER, path, params)),
  }
}

function notFirst(order: Order, { lines: [first] }: Order, customer: string): Order {
  const path = order.lines.find(({ given }) => given.firstOrder === true)?.given.path ?? []
  const params = { first: first?.given.order ?? first?.id ?? '', customer }
  const twice = issue.at(FIRST_ORDER_TWICE, [...path, 'firstOrder'], params)
  return { ...order, firstOrder: false, issue: order.issue ?? issue.asWarning(twice) }
}

/** What was refunded in two parts, as a whole. */
export function mergeRefunded(first: Refunded, second: Refunded): Refunded {
  if (second.size === 0) return first
  const all = new Map(first)
  for (const [line, sales] of second) {
    const before = all.get(line)
    all.set(line, before === undefined ? sales : fraction.add(before, sales))
  }
  return all
}
