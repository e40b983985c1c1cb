import type { Fraction } from '../../kernel/number/fraction.js'
import * as fraction from '../../kernel/number/fraction.js'
import type { CountedLine } from '../lines/countLine.js'
import type { ExactPlan } from '../plan/exactPlan.js'

/** What lines have earned at the least, by their ids; it grows with each of them. */
export type FlooredLines = Map<string, { readonly amount: Fraction; readonly earned: Fraction }>

/**
 * What a line earns at the least where the plan has a floor, be its base zero or below. A refund takes back its part of what its line has
 * earned: that line comes before it.
 */
export function raiseLine(
  earned: Fraction,
  { id, given: { amount, refundOf } }: CountedLine,
  floored: FlooredLines,
  { leastOfLine }: ExactPlan,
): Fraction {
  if (leastOfLine === null) return earned
  if (refundOf === undefined) {
    const raised = fraction.larger(earned, leastOfLine)
    floored.set(id, { amount, earned: raised })
    return raised
  }
  if (typeof refundOf === 'object') return takenBack(amount, refundOf.amount, refundOf.commission)
  const original = floored.get(refundOf)
  return original === undefined ? earned : takenBack(amount, original.amount, original.earned)
}

function takenBack(amount: Fraction, sold: Fraction, earned: Fraction): Fraction {
  return fraction.multiply(earned, fraction.divide(amount, sold))
}
