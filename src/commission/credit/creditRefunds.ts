/**
 * Whose a refund is: a refund of a line of the same input takes from each owner of that line a part of the credit. This is asked once for all
 * payees, before their commissions are computed. What a refund then takes off the sales of one payee's statement is found in
 * {@link findRefunds}; both ask {@link refundSizeIssue} whether so much of the line is left.
 */
import type { Issue } from '../../kernel/index.js'
import * as issue from '../../kernel/input/issue.js'
import * as fraction from '../../kernel/number/fraction.js'
import { CREDITED_REFUND_CURRENCY, REFUND_NOT_CREDITED } from '../issues.js'
import type { GivenLine } from '../lines/readLine.js'
import { refundSizeIssue } from '../lines/refundSizeIssue.js'
import type { ExactPlan } from '../plan/exactPlan.js'
import { compareText } from './compareText.js'
import type { Credit } from './computeCredits.js'
import { isSetAside, type OrderSetAside, type ReadOrder, setAside } from './readCredit.js'
import { takeUnits } from './takeUnits.js'

/** A refund of a line of the same input that does not name owners itself. */
interface MirroredRefund extends ReadOrder {
  readonly given: GivenLine & { readonly refundOf: string }
}

export function isMirrored(order: ReadOrder | OrderSetAside): order is MirroredRefund {
  return !isSetAside(order) && typeof order.given.refundOf === 'string' && order.owners === null
}

/** Credits each refund to the owners of the line that it takes back; what is wrong with one comes in its place. */
export function creditRefunds(
  refunds: readonly MirroredRefund[],
  credits: ReadonlyMap<string, Credit>,
  plan: ExactPlan,
): [MirroredRefund, Credit | OrderSetAside][] {
  return [...byOriginal(refunds)].flatMap(([original, ofOne]) =>
    mirrorEach(ofOne, credits.get(original), plan),
  )
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
