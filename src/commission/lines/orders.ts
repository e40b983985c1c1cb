/** Order lines as orders: what awards and new customers look at. */
import type { Issue } from '../../kernel/index.js'
import * as issue from '../../kernel/input/issue.js'
import type { Fraction } from '../../kernel/number/fraction.js'
import * as fraction from '../../kernel/number/fraction.js'
import { FIRST_ORDER_TWICE, ORDER_LINES_DIFFER } from '../issues.js'
import type { ExactAward, ExactPlan } from '../plan/exactPlan.js'
import { flagOf, isLargeEnough } from './findAwards.js'
import type { GivenLine } from './readLine.js'

/** A line as far as its order goes. */
export interface OrderLine {
  readonly id: string
  readonly sales: Fraction
  readonly given: Pick<GivenLine, 'path' | 'order' | OrderFact>
  /** Of several statements together, the place of its own; and what refunds have left of one that came earlier. */
  readonly at?: number
  readonly left?: Fraction
}

/** A line of an order, and what refunds have left of it. */
export interface LineOfOrder extends OrderLine {
  readonly left: Fraction
}

/** What a line says of its order; one that says nothing leaves it to the others. */
type OrderFact = 'customer' | 'firstOrder' | 'newMarket'

/** The lines with one `order`, or a line without. */
export interface Order extends Pick<GivenLine, OrderFact> {
  /** Those of the statement. */
  readonly lines: readonly LineOfOrder[]
  /** With those of earlier periods. */
  readonly all: readonly LineOfOrder[]
  /** With those of earlier periods. */
  readonly sales: Fraction
  /** What refunds have left of it. */
  readonly left: Fraction
  /** What an earlier period has earned for it. */
  readonly earned?: ReadonlySet<Earnable>
  /** Why it is not the first order that it says it is, or why that is not known. */
  readonly issue: Issue | null
}

/** What an order earns once: an award, or that its customer counts as a new one. */
export type Earnable = ExactAward | 'new-customer'

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
  const groups = new Map<string | OrderLine, OrderLine[]>()
  for (const line of lines) {
    if (!isToKeep(line, plan)) continue
    const name = line.given.order ?? line
    const own = groups.get(name)
    if (own === undefined) groups.set(name, [line])
    else own.push(line)
  }
  const firsts = new Map<string, Order>()
  return [...groups.values()].map((own) => {
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

function joinLines(lines: readonly OrderLine[], refunded: Refunded): Order {
  let found: Issue | null = null
  /** What the lines say, if they agree. */
  const said = <Key extends OrderFact>(key: Key): GivenLine[Key] | undefined => {
    const [one, ...others] = lines.filter(({ given }) => given[key] !== undefined)
    const other = others.find(({ given }) => given[key] !== one?.given[key])
    if (other === undefined) return one?.given[key]
    const params = { first: one?.id ?? '', customer: null }
    found ??= issue.asWarning(issue.at(ORDER_LINES_DIFFER, [...other.given.path, key], params))
    return undefined
  }
  const customer = said('customer')
  // Of lines of two customers nothing else is known either.
  const flags = found === null && { firstOrder: said('firstOrder'), newMarket: said('newMarket') }
  const sales = fraction.sum(lines.map((line) => line.sales))
  const all = lines.map((line) => ({
    ...line,
    left: line.left ?? fraction.add(line.sales, refunded.get(line.id) ?? fraction.ZERO),
  }))
  const left = fraction.sum(all.map((line) => line.left))
  return { ...NO_FLAGS, ...flags, lines: all, all, sales, left, customer, issue: found }
}

const NO_FLAGS = { firstOrder: undefined, newMarket: undefined }

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
