import type { Fraction } from '../../kernel/number/fraction.js'
import * as fraction from '../../kernel/number/fraction.js'
import type { AwardTurn, ExactAward, ExactPlan } from '../plan/exactPlan.js'
import type { CountedLine } from './countLine.js'
import type { EligibleSales } from './countSales.js'
import { matches } from './matchLine.js'

/** By award, what each line is paid. */
export type Turns = ReadonlyMap<ExactAward, ReadonlyMap<string, Fraction>>

type Sold = Pick<EligibleSales, 'refunded' | 'walked'>

/**
 * What lines are paid by awards that look at those before them: from where on they have their turn, what all of them come to, and what each
 * is paid afterwards. Lines of earlier periods that the tiers count have had their turn; one that was refunded as a whole has none.
 */
export function awardsInTurn(sold: Sold, plan: ExactPlan): Turns {
  const turns = new Map<ExactAward, ReadonlyMap<string, Fraction>>()
  for (const award of plan.awards)
    if (award.turn !== null) turns.set(award, paidInTurn(award, award.turn, sold, plan))
  return turns
}

function paidInTurn(
  award: ExactAward,
  { after, most, afterwards }: AwardTurn,
  { walked, refunded }: Sold,
  plan: ExactPlan,
): ReadonlyMap<string, Fraction> {
  const paid = new Map<string, Fraction>()
  let earning = fraction.ZERO
  let left = most
  for (const line of walked) {
    const isReached = fraction.compare(earning, after) >= 0
    earning = fraction.add(earning, line.base)
    if (!isReached || !hasTurn(line, award, refunded, plan)) continue
    const part = left?.n === 0n ? afterwards : upTo(left, award.amount)
    left &&= fraction.larger(fraction.subtract(left, fraction.absolute(part)), fraction.ZERO)
    paid.set(line.id, part)
  }
  return paid
}

/** No more of an amount, or of a fee, than is left. */
function upTo(left: Fraction | null, amount: Fraction): Fraction {
  if (left === null || fraction.compare(fraction.absolute(amount), left) <= 0) return amount
  return amount.n < 0n ? fraction.negate(left) : left
}

function hasTurn(
  { id, given, sales }: CountedLine,
  { award: { when } }: ExactAward,
  refunded: Sold['refunded'],
  plan: ExactPlan,
): boolean {
  const taken = plan.refunds === 'net' ? refunded.get(id) : undefined
  const left = taken === undefined ? sales : fraction.add(sales, taken)
  if (given.refundOf !== undefined || left.n <= 0n) return false
  const isMatch = when === undefined || matches({ line: given, amount: sales }, when, plan)
  return isMatch === true
}
