import type { Issue } from '../../kernel/index.js'
import * as issue from '../../kernel/input/issue.js'
import { asWarning, issueAt, show } from '../../kernel/input/issue.js'
import * as fraction from '../../kernel/number/fraction.js'
import * as write from '../../kernel/number/write.js'
import { REFUND_TOO_LARGE } from '../issues.js'
import type { ExactPlan } from '../plan/exactPlan.js'
import { compareText, type Holdings, holdersOn } from './holdersOn.js'
import type { ReadCredit, ReadOrder } from './readCredit.js'
import type { ReadOwner } from './readOwners.js'
import { shareUnits } from './shareUnits.js'
import { takeUnits } from './takeUnits.js'
import type { LineCredit } from './types.js'

/** An order line, and what of it each owner is credited with. */
export interface CreditedOrder {
  readonly order: ReadOrder
  readonly by: LineCredit['by']
  readonly owners: readonly ReadOwner[]
  /** In units of the order's currency, in the order of the owners. */
  readonly units: readonly bigint[]
  /** The order itself; for a refund that goes to the owners of its original, that original. */
  readonly sale: ReadOrder
}

/** An order line that is credited to nobody, and why. */
interface OrderSetAside {
  readonly order: ReadOrder
  readonly issue: Issue
}

type Outcome = CreditedOrder | OrderSetAside

/** Credits each line to its owners, to the owner of its customer, or to the owners of what it refunds; in the order given. */
export function creditEach({ orders, ownership }: ReadCredit, plan: ExactPlan): Outcome[] {
  const outcomes = new Map<ReadOrder, Outcome>()
  const credited = new Map<string, CreditedOrder>()
  for (const order of orders.filter((one) => !isMirrored(one))) {
    const outcome = creditOne(order, ownership, plan)
    outcomes.set(order, outcome)
    if ('owners' in outcome) credited.set(order.id, outcome)
  }
  for (const [original, refunds] of byOriginal(orders.filter(isMirrored))) {
    for (const outcome of mirrorEach(refunds, credited.get(original), plan))
      outcomes.set(outcome.order, outcome)
  }
  return orders.flatMap((order) => outcomes.get(order) ?? [])
}

/** A refund of a line of the same input that does not name owners itself. */
function isMirrored({ given, owners, issue }: ReadOrder): boolean {
  return issue === null && typeof given?.refundOf === 'string' && owners === undefined
}

function creditOne(order: ReadOrder, ownership: Holdings, plan: ExactPlan): Outcome {
  if (order.issue !== null) return setAside(order, order.issue)
  if (order.owners !== undefined) return creditOwners(order, order.owners, plan)
  const owner = ownerOf(order, ownership)
  return 'code' in owner ? setAside(order, owner) : share(order, 'customer', [owner], plan)
}

/** It is reported with the line, and stops no other line. */
function setAside(order: ReadOrder, issue: Issue): OrderSetAside {
  return { order, issue: asWarning(issue) }
}

/** What a line of another statement earned is one payee's; a refund of it must say whose. */
function creditOwners(order: ReadOrder, owners: readonly ReadOwner[], plan: ExactPlan): Outcome {
  if (typeof order.given?.refundOf !== 'object' || owners.length === 1)
    return share(order, 'owners', owners, plan)
  const reason = `what its original earned is the commission of one payee, and the refund has ${owners.length} owners. Give a refund for each of them.`
  return setAside(order, issueAt('POLICY_CONFLICT', [...order.path, 'owners'], { reason }, reason))
}

function share(
  order: ReadOrder,
  by: LineCredit['by'],
  owners: readonly ReadOwner[],
  plan: ExactPlan,
): CreditedOrder {
  const units = shareUnits(order.units, owners, plan.rounding.mode)
  return { order, by, owners, units, sale: order }
}

/** Whose the customer was on the day of the order. */
function ownerOf({ path, given }: ReadOrder, ownership: Holdings): ReadOwner | Issue {
  const { date, customer, refundOf } = given ?? {}
  if (typeof refundOf === 'object') return missing([...path, 'owners'], WHO_WAS_PAID)
  if (customer === undefined) return missing([...path, 'customer'], WHO_IT_IS)
  if (date === undefined) return missing([...path, 'date'], THE_DAY)
  const [one, other] = holdersOn(ownership, customer, date)
  if (one === undefined) {
    const text = `nobody owns ${show(customer)} on ${date}. Add an owner for that day, or give the line owners of its own.`
    return issueAt('OWNER_UNKNOWN', [...path, 'customer'], { customer, date }, text)
  }
  if (other === undefined)
    return { payee: one.holder, weight: fraction.ONE, by: 'share', overlay: false }
  const params = { first: one.holder, second: other.holder }
  const text = `${show(customer)} belongs to ${show(one.holder)} from ${one.from} and to ${show(other.holder)} from ${other.from}, both on ${date}. End one the day before the other starts.`
  return issueAt('VERSIONS_OVERLAP', [...path, 'customer'], params, text)
}

const WHO_WAS_PAID = 'the owner who was paid for the original, as it is in another statement'
const WHO_IT_IS = 'the customer whose owner is credited, or owners of the line itself'
const THE_DAY = 'the day of the order, on which the customer has an owner'

function missing(path: ReadOrder['path'], expected: string): Issue {
  return issueAt('VALUE_MISSING', path, { expected }, `is missing, expected ${expected}.`)
}

/** Refunds by the line they take back, the earliest first, so that the order in which they are given does not matter. */
function byOriginal(refunds: readonly ReadOrder[]): Map<string, ReadOrder[]> {
  const groups = new Map<string, ReadOrder[]>()
  for (const refund of refunds) {
    const original = String(refund.given?.refundOf)
    const group = groups.get(original) ?? []
    group.push(refund)
    groups.set(original, group)
  }
  for (const group of groups.values())
    group.sort(
      (a, b) => compareText(a.given?.date ?? '', b.given?.date ?? '') || compareText(a.id, b.id),
    )
  return groups
}

/** Each refund takes from each owner what it adds to the refunds before it; all together take exactly what was credited. */
function mirrorEach(
  refunds: readonly ReadOrder[],
  original: CreditedOrder | undefined,
  plan: ExactPlan,
): Outcome[] {
  let refunded = 0n
  return refunds.map((refund) => {
    if (original === undefined) return setAside(refund, unknown(refund))
    const issue = mirrorIssue(refund, original, refunded)
    if (issue !== undefined) return setAside(refund, issue)
    const before = takenUnits(original, refunded, plan)
    refunded -= refund.units
    const taken = takenUnits(original, refunded, plan)
    const units = taken.map((unit, index) => (before[index] ?? 0n) - unit)
    return { order: refund, by: 'refund', owners: original.owners, units, sale: original.order }
  })
}

function unknown({ path, given }: ReadOrder): Issue {
  const original = String(given?.refundOf)
  const text = `refunds ${show(original)}, which is no sale among the lines credited. Give both together, or give the refund owners of its own.`
  return issueAt('REFUND_UNKNOWN', [...path, 'refundOf'], { refundOf: original }, text)
}

function mirrorIssue(
  { path, currency, units, decimals }: ReadOrder,
  { order: original }: CreditedOrder,
  refunded: bigint,
): Issue | undefined {
  if (currency !== original.currency) {
    const text = `got ${currency}, and ${show(original.id)}, which it refunds, is in ${original.currency}. Give both in one currency.`
    const params = { given: currency, expected: original.currency }
    return issueAt('CURRENCY_MIXED', [...path, 'currency'], params, text)
  }
  const left = original.units - refunded
  if (units < 0n && -units <= left) return undefined
  return issue.at(REFUND_TOO_LARGE, [...path, 'amount'], {
    given: write.fixed(units, decimals),
    refundOf: original.id,
    open: write.fixed(left, decimals),
  })
}

/** What of each owner's credit is taken, when so much of the line is. */
function takenUnits(
  { owners, units, order }: CreditedOrder,
  refunded: bigint,
  { rounding }: ExactPlan,
): bigint[] {
  const base = units.filter((_, index) => owners[index]?.overlay === false)
  const taken = takeUnits(base, refunded)
  return units.map((unit, index) =>
    owners[index]?.overlay === false
      ? (taken.shift() ?? 0n)
      : fraction.toUnits({ n: unit * refunded, d: order.units }, 0, rounding.mode),
  )
}
