import type { Issue } from '../../kernel/index.js'
import * as issue from '../../kernel/input/issue.js'
import * as fraction from '../../kernel/number/fraction.js'
import {
  CREDITED_REFUND_CURRENCY,
  CUSTOMER_MISSING,
  DATE_OF_OWNER_MISSING,
  OWNER_UNKNOWN,
  OWNER_WHO_WAS_PAID_MISSING,
  OWNERS_OVERLAP,
  REFUND_NOT_CREDITED,
  REFUND_OF_SEVERAL,
} from '../issues.js'
import { isIssue } from '../lines/countLine.js'
import type { GivenLine } from '../lines/readLine.js'
import { refundSizeIssue } from '../lines/refundSizeIssue.js'
import type { ExactPlan } from '../plan/exactPlan.js'
import { compareText } from './compareText.js'
import { holdersOn, overlapOf } from './holdersOn.js'
import {
  isSetAside,
  type OrderSetAside,
  type ReadCredit,
  type ReadOrder,
  setAside,
} from './readCredit.js'
import type { Holdings } from './readHoldings.js'
import type { ReadOwner } from './readOwners.js'
import { type OwnerShare, shareUnits } from './shareUnits.js'
import { takeUnits } from './takeUnits.js'
import type { LineCredit } from './types.js'

/** An order line, and what of it each owner is credited with. */
export interface Credit {
  readonly order: ReadOrder
  readonly by: LineCredit['by']
  readonly shares: readonly OwnerShare[]
  /** The order itself; for a refund that goes to the owners of its original, that original. */
  readonly sale: ReadOrder
}

/** A refund of a line of the same input that does not name owners itself. */
interface MirroredRefund extends ReadOrder {
  readonly given: GivenLine & { readonly refundOf: string }
}

/** Credits each line to its owners, to the owner of its customer, or to the owners of what it refunds; in the order given. */
export function computeCredits(
  { orders, ownership }: ReadCredit,
  plan: ExactPlan,
): (Credit | OrderSetAside)[] {
  const outcomes = new Map<object, Credit | OrderSetAside>()
  const credits = new Map<string, Credit>()
  for (const order of orders) {
    if (isMirrored(order)) continue
    const outcome = isSetAside(order) ? order : creditOne(order, ownership, plan)
    outcomes.set(order, outcome)
    if (!isSetAside(outcome)) credits.set(outcome.order.id, outcome)
  }
  for (const [original, refunds] of byOriginal(orders.filter(isMirrored))) {
    for (const [refund, outcome] of mirrorEach(refunds, credits.get(original), plan))
      outcomes.set(refund, outcome)
  }
  return orders.flatMap((order) => outcomes.get(order) ?? [])
}

function isMirrored(order: ReadOrder | OrderSetAside): order is MirroredRefund {
  return !isSetAside(order) && typeof order.given.refundOf === 'string' && order.owners === null
}

function creditOne(order: ReadOrder, ownership: Holdings, plan: ExactPlan): Credit | OrderSetAside {
  if (order.owners !== null) return creditOwners(order, order.owners, plan)
  const owner = ownerOf(order, ownership)
  return isIssue(owner) ? setAside(order, owner) : share(order, 'customer', [owner], plan)
}

/** What a line of another statement earned is one payee's; a refund of it must say whose. */
function creditOwners(
  order: ReadOrder,
  owners: readonly ReadOwner[],
  plan: ExactPlan,
): Credit | OrderSetAside {
  if (typeof order.given.refundOf !== 'object' || owners.length === 1)
    return share(order, 'owners', owners, plan)
  const given = String(owners.length)
  return setAside(order, issue.at(REFUND_OF_SEVERAL, [...order.path, 'owners'], { given }))
}

function share(
  order: ReadOrder,
  by: LineCredit['by'],
  owners: readonly ReadOwner[],
  { rounding }: ExactPlan,
): Credit {
  return { order, by, shares: shareUnits(order.units, owners, rounding.mode), sale: order }
}

/** Whose the customer was on the day of the order. */
function ownerOf({ path, given }: ReadOrder, ownership: Holdings): ReadOwner | Issue {
  const { date, customer, refundOf } = given
  if (typeof refundOf === 'object')
    return issue.at(OWNER_WHO_WAS_PAID_MISSING, [...path, 'owners'], {})
  if (customer === undefined) return issue.at(CUSTOMER_MISSING, [...path, 'customer'], {})
  if (date === undefined) return issue.at(DATE_OF_OWNER_MISSING, [...path, 'date'], {})
  const [one, other] = holdersOn(ownership, customer, date)
  if (one === undefined) return issue.at(OWNER_UNKNOWN, [...path, 'customer'], { customer, date })
  if (other !== undefined)
    return issue.at(OWNERS_OVERLAP, [...path, 'customer'], overlapOf(customer, [one, other], date))
  return { payee: one.holder, weight: fraction.ONE, by: 'share', overlay: false }
}

/** Refunds by the line they take back, the earliest first, so that the order in which they are given does not matter. */
function byOriginal(refunds: readonly MirroredRefund[]): Map<string, MirroredRefund[]> {
  const groups = new Map<string, MirroredRefund[]>()
  for (const refund of refunds) {
    const { refundOf } = refund.given
    const group = groups.get(refundOf) ?? []
    group.push(refund)
    groups.set(refundOf, group)
  }
  for (const group of groups.values())
    group.sort(
      (a, b) => compareText(a.given.date ?? '', b.given.date ?? '') || compareText(a.id, b.id),
    )
  return groups
}

/** Each refund takes from each owner what it adds to the refunds before it; all together take exactly what was credited. */
function mirrorEach(
  refunds: readonly MirroredRefund[],
  original: Credit | undefined,
  plan: ExactPlan,
): [MirroredRefund, Credit | OrderSetAside][] {
  let refunded = 0n
  return refunds.map((refund) => {
    if (original === undefined) return [refund, setAside(refund, notCredited(refund))]
    const fault =
      otherCurrency(refund, original.order) ?? tooLarge(refund, original.order, refunded)
    if (fault !== null) return [refund, setAside(refund, fault)]
    const before = takenUnits(original, refunded, plan)
    refunded -= refund.units
    const after = takenUnits(original, refunded, plan)
    const shares = original.shares.map((owner, index) => {
      return { ...owner, units: (before[index] ?? 0n) - (after[index] ?? 0n) }
    })
    return [refund, { order: refund, by: 'refund', shares, sale: original.order }]
  })
}

function notCredited({ path, given: { refundOf } }: MirroredRefund): Issue {
  return issue.at(REFUND_NOT_CREDITED, [...path, 'refundOf'], { refundOf })
}

function otherCurrency({ path, currency }: MirroredRefund, original: ReadOrder): Issue | null {
  if (currency === original.currency) return null
  const params = { given: currency, expected: original.currency, line: original.id }
  return issue.at(CREDITED_REFUND_CURRENCY, [...path, 'currency'], params)
}

function tooLarge(
  refund: MirroredRefund,
  { id, units, decimals }: ReadOrder,
  refunded: bigint,
): Issue | null {
  const left = { n: units - refunded, d: fraction.powerOfTen(decimals) }
  return refundSizeIssue(refund, { id, left }, decimals)
}

/** What of each owner's credit is taken, when so much of the line is. */
function takenUnits(
  { shares, order }: Credit,
  refunded: bigint,
  { rounding }: ExactPlan,
): bigint[] {
  const base = shares.filter(({ overlay }) => !overlay)
  const taken = takeUnits(
    base.map(({ units }) => units),
    refunded,
  )
  return shares.map((owner) =>
    owner.overlay
      ? fraction.toUnits({ n: owner.units * refunded, d: order.units }, 0, rounding.mode)
      : (taken[base.indexOf(owner)] ?? 0n),
  )
}
