import type { Issue } from '../../kernel/index.js'
import * as issue from '../../kernel/input/issue.js'
import * as fraction from '../../kernel/number/fraction.js'
import {
  CUSTOMER_MISSING,
  DATE_OF_OWNER_MISSING,
  OWNER_UNKNOWN,
  OWNER_WHO_WAS_PAID_MISSING,
  OWNERS_OVERLAP,
  REFUND_OF_SEVERAL,
} from '../issues.js'
import { isIssue } from '../lines/lineFigures.js'
import type { ExactPlan } from '../plan/exactPlan.js'
import { creditRefunds, isMirrored } from './creditRefunds.js'
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
import type { LineCredit } from './types.js'

/** An order line, and what of it each owner is credited with. */
export interface Credit {
  readonly order: ReadOrder
  readonly by: LineCredit['by']
  readonly shares: readonly OwnerShare[]
  /** The order itself; for a refund of a line among those credited, that line. */
  readonly sale: ReadOrder
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
  for (const [refund, outcome] of creditRefunds(orders.filter(isMirrored), credits, plan))
    outcomes.set(refund, outcome)
  return orders.flatMap((order) => withSale(outcomes.get(order), credits) ?? [])
}

/** A refund that names owners itself takes back the same sale as one that does not. */
function withSale(
  outcome: Credit | OrderSetAside | undefined,
  credits: ReadonlyMap<string, Credit>,
): Credit | OrderSetAside | undefined {
  if (outcome === undefined || isSetAside(outcome)) return outcome
  const { refundOf } = outcome.order.given
  const original = typeof refundOf === 'string' ? credits.get(refundOf) : undefined
  return original === undefined ? outcome : { ...outcome, sale: original.order }
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
