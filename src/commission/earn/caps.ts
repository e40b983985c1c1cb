/** The caps of a plan, in the order in which they bite: on the base, on the rate, on a line, on the statement, on its quarter, half-year and year. */
import type { Fraction } from '../../kernel/number/fraction.js'
import * as fraction from '../../kernel/number/fraction.js'
import * as scales from '../../kernel/scale/scales.js'
import { CAP_SPANS, type CapSpan, cappedSpans } from '../lines/periods.js'
import type { ReadFacts } from '../lines/readFacts.js'
import { earnedIn } from '../lines/readYearToDate.js'
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

/** A cap on an amount. What is above the cap already, sales below zero use up before they lower what is paid. */
export interface AmountCap {
  readonly kind: 'cap' | `cap-${CapSpan}`
  readonly most: Fraction
  readonly above: Fraction
}

/** The most that the statement may pay, and what is left of its spans: with E earned before, min(E + amount, cap) − min(E, cap). */
export function amountCaps({ period, yearToDate }: ReadFacts, plan: ExactPlan): AmountCap[] {
  const { cap } = plan
  const caps: AmountCap[] = []
  if (cap.amount !== null) caps.push({ kind: 'cap', most: cap.amount, above: fraction.ZERO })
  for (const span of cappedSpans(plan))
    caps.push(...capOfSpan(span, earnedIn(span, yearToDate, period, plan), plan))
  return caps
}

/** What the cap of a span leaves when so much of it was earned before. */
export function capOfSpan(span: CapSpan, earned: Fraction, { cap }: ExactPlan): AmountCap[] {
  const most = cap[span]
  if (most === null) return []
  const left = fraction.subtract(most, earned)
  const kind = `cap-${span}` as const
  return fraction.isNegative(left)
    ? [{ kind, most: fraction.ZERO, above: fraction.negate(left) }]
    : [{ kind, most: left, above: fraction.ZERO }]
}

/** Whether a cap is of the statement's quarter, half-year or year. */
export function isOfSpan({ kind }: { readonly kind: string }): boolean {
  return CAP_SPANS.some((span) => kind === `cap-${span}`)
}

/** Not above the most, and as far below zero as that at the least. */
function within(amount: Fraction, most: Fraction): Fraction {
  return fraction.larger(fraction.smaller(amount, most), fraction.negate(most))
}
