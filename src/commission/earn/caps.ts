/** The caps of a plan, in the order in which they bite: on the base, on the rate, on a line, on the statement, on the year. */
import type { Fraction } from '../../kernel/number/fraction.js'
import * as fraction from '../../kernel/number/fraction.js'
import * as scales from '../../kernel/scale/scales.js'
import type { ReadFacts } from '../lines/readFacts.js'
import type { ExactPlan } from '../plan/exactPlan.js'
import type { Terms } from './computeTerms.js'

/** Only a plan without rate rules caps its base, so that its own scale is the only one. A refund mirrors: no more of it takes back. */
export function payOnCappedBase(base: Fraction, most: Fraction, { scales: [scale], facts }: Terms) {
  if (scale === undefined) return fraction.ZERO
  return scales.pay(within(base, most), scale, facts).amount
}

/** A refund mirrors: below zero, no more is taken back than the cap would have paid. */
export function capRate(amount: Fraction, base: Fraction, rate: Fraction): Fraction {
  const most = fraction.multiply(base, rate)
  return base.n < 0n ? fraction.larger(amount, most) : fraction.smaller(amount, most)
}

export function capLine(amount: Fraction, { cap }: ExactPlan): Fraction {
  return cap.line === null ? amount : within(amount, cap.line)
}

/** The most that the statement may pay, and the most that is left of the year. */
export function amountCaps({ earnedYearToDate }: ReadFacts, { cap }: ExactPlan) {
  const caps: { readonly kind: 'cap' | 'cap-year'; readonly most: Fraction }[] = []
  if (cap.amount !== null) caps.push({ kind: 'cap', most: cap.amount })
  if (cap.year !== null) {
    const left = fraction.subtract(cap.year, earnedYearToDate ?? fraction.ZERO)
    caps.push({ kind: 'cap-year', most: fraction.larger(left, fraction.ZERO) })
  }
  return caps
}

/** Not above the most, and as far below zero as that at the least. */
function within(amount: Fraction, most: Fraction): Fraction {
  return fraction.larger(fraction.smaller(amount, most), fraction.negate(most))
}
