import type { Issue, Path } from '../kernel/index.js'
import * as issue from '../kernel/input/issue.js'
import * as read from '../kernel/input/read.js'
import { ID_DUPLICATE } from '../kernel/issues.js'
import * as fraction from '../kernel/number/fraction.js'
import * as time from '../kernel/time/time.js'
import { type ExactRenewals, exactCarePolicy } from './exactCarePolicy.js'
import { byText, readInput, readPast, readRows, sectionOf } from './read.js'
import type { DefinedCarePolicy, PurchaseHistory, RenewalsDue } from './types.js'

/**
 * Finds renewals, expected reorders and add-on sales in the purchase history (HEA-10).
 *
 * A contract is to be renewed unless the customer has ended it, or has a later one of the same product. A reorder is expected after the median of
 * the times between the days of a customer's orders of a product, or after an interval that the policy knows; with orders on too few days
 * there is no interval, and nothing is guessed. Expected on a day is due on it, and late once the multiple that the policy names has passed. A row
 * that is wrong is left out, and named in `issues`.
 *
 * @throws SalesRulesError `VALUE_MISSING` for a policy without renewals, `DATE_INVALID` for `asOf`, `POLICY_NOT_DEFINED`.
 *
 * @example A licence that ends in 30 days, and paper that is ordered about every four weeks
 * ```ts
 * import { handbook, renewalsDue } from 'sales-rules'
 *
 * const contracts = [{ id: 'C-1', customer: 'Acme', product: 'licence', from: '2025-05-01', to: '2026-04-30' }]
 * const orders = ['2026-01-02', '2026-01-30', '2026-03-01'].map((date) => ({ customer: 'Acme', product: 'paper', date }))
 * const found = renewalsDue({ asOf: '2026-03-31', contracts, orders }, handbook.care)
 * found.renewals.map(({ contract, state, daysLeft }) => [contract, state, daysLeft]) // => [['C-1', 'due', 30]]
 * const [paper] = found.reorders
 * paper?.intervalDays // => 29
 * paper?.expected // => '2026-03-30'
 * paper?.state // => 'due'
 * ```
 */
export function renewalsDue(history: PurchaseHistory, policy: DefinedCarePolicy): RenewalsDue {
  const exact = exactCarePolicy(policy)
  sectionOf(exact, 'renewals')
  const rules = exact.renewals as ExactRenewals
  const known = readHistory(history)
  const { reorders, noInterval } = computeReorders(known, rules)
  return {
    asOf: known.asOf,
    renewals: computeRenewals(known, rules),
    reorders,
    noInterval,
    addOns: computeAddOns(known, rules),
    issues: known.issues,
    policy: exact.policy,
    clauses: [rules.rules.clause],
  }
}

interface Contract {
  readonly id: string
  readonly customer: string
  readonly product: string
  readonly from: string
  readonly to: string
  readonly ended: boolean
}

interface Order {
  readonly customer: string
  readonly product: string
  readonly date: string
}

interface History {
  readonly asOf: string
  readonly contracts: readonly Contract[]
  readonly orders: readonly Order[]
  readonly issues: readonly Issue[]
}

function readHistory(value: unknown): History {
  const issues: Issue[] = []
  const ofRows: Issue[] = []
  const path = ['history']
  const fields = readInput(value, path, ['asOf', 'contracts', 'orders'], issues)
  const asOf = read.date(fields['asOf'], [...path, 'asOf'], issues)
  const seen = new Set<string>()
  const rows = (key: string) => ({ path: [...path, key], issues, ofRows })
  const contracts = readRows(fields['contracts'], rows('contracts'), (row, at, found) =>
    readContract(row, at, seen, found),
  )
  const orders = readRows(fields['orders'], rows('orders'), (row, at, found) =>
    readOrder(row, at, asOf, found),
  )
  issue.refuseIfAny(issues)
  return { asOf: asOf as string, contracts, orders, issues: ofRows }
}

function readContract(
  row: unknown,
  path: Path,
  seen: Set<string>,
  issues: Issue[],
): Contract | undefined {
  const keys = ['id', 'customer', 'product', 'from', 'to', 'ended']
  const fields = read.fields(row, path, keys, issues)
  if (fields === undefined) return undefined
  const { required, optional } = read.of(fields, path, issues)
  const id = required('id', read.name)
  const customer = required('customer', read.name)
  const product = required('product', read.name)
  const span = read.closedSpan(fields, path, issues)
  const ended = optional('ended', read.boolean) ?? false
  if (id === undefined || customer === undefined || product === undefined) return undefined
  if (span === undefined) return undefined
  if (seen.has(id)) issue.add(issues, issue.at(ID_DUPLICATE, [...path, 'id'], { id }))
  seen.add(id)
  return { id, customer, product, ...span, ended }
}

function readOrder(
  row: unknown,
  path: Path,
  asOf: string | undefined,
  issues: Issue[],
): Order | undefined {
  const fields = read.fields(row, path, ['customer', 'product', 'date'], issues)
  if (fields === undefined) return undefined
  const { required } = read.of(fields, path, issues)
  const customer = required('customer', read.name)
  const product = required('product', read.name)
  const date = required('date', (given, at, found) => readPast(given, at, asOf, found))
  if (customer === undefined || product === undefined || date === undefined) return undefined
  return { customer, product, date }
}

/** Whose product it is. */
const keyOf = ({ customer, product }: Pick<Order, 'customer' | 'product'>) =>
  JSON.stringify([customer, product])

/** The last contract of each customer and product, unless it is ended. */
function computeRenewals(
  { asOf, contracts }: History,
  { rules }: ExactRenewals,
): RenewalsDue['renewals'] {
  const last = new Map<string, Contract>()
  for (const contract of contracts) {
    const before = last.get(keyOf(contract))
    if (before === undefined || isLater(contract, before)) last.set(keyOf(contract), contract)
  }
  return [...last.values()]
    .filter(({ ended }) => !ended)
    .map(({ id, customer, product, to }) => {
      const dueFrom = earlier(to, rules.daysBefore)
      const daysLeft = time.daysBetween(asOf, to)
      const state = daysLeft < 0 ? 'lapsed' : asOf >= dueFrom ? 'due' : 'upcoming'
      return { contract: id, customer, product, ends: to, dueFrom, state, daysLeft } as const
    })
    .sort((a, b) => byText(a.ends, b.ends) || byText(a.contract, b.contract))
}

/** The one that ends later; of two that end together the one that starts later, and then the later name. */
function isLater(one: Contract, other: Contract): boolean {
  const order = byText(one.to, other.to) || byText(one.from, other.from) || byText(one.id, other.id)
  return order > 0
}

/** So many days earlier, or the first day there is. */
function earlier(date: string, days: number): string {
  const day = Math.max(time.dayNumber(date) - days, time.dayNumber(time.FIRST_DATE))
  return time.dateOfDay(day)
}

/** What a customer ordered, and the days, from the earliest on. */
interface Ordered extends Omit<Order, 'date'> {
  readonly days: readonly string[]
}

function orderDays(orders: readonly Order[]): Ordered[] {
  const groups = new Map<string, { customer: string; product: string; days: Set<string> }>()
  for (const order of orders) {
    const { customer, product, date } = order
    const group = groups.get(keyOf(order)) ?? { customer, product, days: new Set<string>() }
    group.days.add(date)
    groups.set(keyOf(order), group)
  }
  return [...groups.values()]
    .map(({ customer, product, days }) => ({ customer, product, days: [...days].sort() }))
    .sort((a, b) => byText(a.customer, b.customer) || byText(a.product, b.product))
}

function computeReorders(
  history: History,
  exact: ExactRenewals,
): Pick<RenewalsDue, 'reorders' | 'noInterval'> {
  const required = exact.rules.reorders.atLeastOrders
  const hasInterval = ({ product, days }: Ordered) =>
    exact.intervals.has(product) || days.length >= required
  const ordered = orderDays(history.orders)
  return {
    reorders: ordered
      .filter(hasInterval)
      .map((one) => expectReorder(one, history.asOf, exact))
      .sort(
        (a, b) =>
          byText(a.expected, b.expected) ||
          byText(a.customer, b.customer) ||
          byText(a.product, b.product),
      ),
    noInterval: ordered
      .filter((one) => !hasInterval(one))
      .map(({ customer, product, days }) => ({
        customer,
        product,
        orderDays: days.length,
        required,
      })),
  }
}

function expectReorder(
  { customer, product, days }: Ordered,
  asOf: string,
  { lateAfter, intervals }: ExactRenewals,
): RenewalsDue['reorders'][number] {
  const gaps = days.slice(1).map((day, index) => time.daysBetween(days[index] ?? day, day))
  const known = intervals.get(product)
  const intervalDays = known ?? medianOf(gaps)
  const late = fraction.multiply(lateAfter, fraction.whole(intervalDays))
  const lateDays = Number(fraction.toUnits(late, 0, 'floor')) + 1
  const last = days.at(-1) ?? ''
  const after = (count: number) => issue.within(['history'], () => time.addDays(last, count))
  const [expected, lateFrom] = [after(intervalDays), after(lateDays)]
  return {
    customer,
    product,
    last,
    intervalDays,
    basis: known === undefined ? 'history' : 'policy',
    orderDays: days.length,
    shortest: gaps.length === 0 ? null : gaps.reduce((a, b) => Math.min(a, b)),
    longest: gaps.length === 0 ? null : gaps.reduce((a, b) => Math.max(a, b)),
    expected,
    lateFrom,
    state: asOf >= lateFrom ? 'late' : asOf >= expected ? 'due' : 'upcoming',
  }
}

/** The middle one, or the mean of the two in the middle, half a day rounded up. */
function medianOf(gaps: readonly number[]): number {
  const sorted = [...gaps].sort((a, b) => a - b)
  const [low, high] = [Math.floor((sorted.length - 1) / 2), Math.floor(sorted.length / 2)]
  return Math.ceil(((sorted[low] ?? 0) + (sorted[high] ?? 0)) / 2)
}

/** Who has bought the one, and never the other; a contract is bought on its first day. */
function computeAddOns(
  { orders, contracts }: History,
  { rules }: ExactRenewals,
): RenewalsDue['addOns'] {
  const bought = orderDays([...orders, ...contracts.map((one) => ({ ...one, date: one.from }))])
  const has = new Set(bought.map(keyOf))
  return rules.addOns.flatMap(({ bought: product, offer }) =>
    bought
      .filter((one) => one.product === product)
      .filter(({ customer }) => !has.has(keyOf({ customer, product: offer })))
      .map(({ customer, days }) => ({ customer, bought: product, offer, last: days.at(-1) ?? '' })),
  )
}
