import type { Fraction } from '../../kernel/number/fraction.js'
import { isOfSpan } from '../earn/caps.js'
import { type Commission, withoutSpans } from '../earn/computeCommission.js'
import { type PaidLines, payLines } from '../earn/payLines.js'
import type { ExactPlan } from '../plan/exactPlan.js'
import type { LineShare, PaidByCap, Shares } from './account.js'
import { inMoney } from './figures.js'

/** What each line of a statement is paid, before caps of spans and after them; null where sales came as a figure. */
export function payByCap(
  commission: Commission,
  plan: ExactPlan,
  before: PaidByCap | null,
): PaidByCap | null {
  if (commission.sales.lines === null) return null
  const earned = payLines(withoutSpans(commission), plan, before?.earned)
  const isCapped = commission.terms.caps.some(isOfSpan)
  return { earned, capped: isCapped ? payLines(commission, plan, before?.capped) : earned }
}

/** Each line's share of a commission, refunds that mirror among them. */
export function sharesOf(
  { mirrored }: Commission,
  paid: PaidByCap | null,
  plan: ExactPlan,
): Shares {
  const shares = new Map<string, LineShare>()
  if (paid === null) return shares
  const { earned, capped } = paid
  const of = ({ units }: PaidLines, index: number): Fraction => inMoney(units[index] ?? 0n, plan)
  for (const [index, { id }] of earned.lines.entries())
    shares.set(id, { earned: of(earned, index), capped: of(capped, index) })
  for (const { refund, units } of mirrored) {
    const taken = inMoney(units, plan)
    shares.set(refund.line.id, { earned: taken, capped: taken })
  }
  return shares
}
