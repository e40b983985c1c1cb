import { quotientRounding, roundQuotient } from '../number/roundQuotient.js'
import type { Tally } from './factNumerator.js'
import type { FastScorecard } from './fastScorecard.js'

/** A score in units of its last decimal, rounded once; NaN where the rule itself must decide. */
export function scoreUnits(
  numerator: number,
  weight: number,
  { isNear }: Tally,
  card: FastScorecard,
): number {
  if (!(numerator >= 0)) return Number.NaN
  const divisor = card.divisorPerWeight * weight
  if (isNear) return nearUnits(numerator, divisor, card)
  const rounding = weight === card.weight ? card.rounding : quotientRounding(divisor, card.mode)
  return roundQuotient(numerator, rounding)
}

/**
 * Rounds a numerator that is only near the true one: where a tie, or for the other modes a whole unit, is no nearer than the tolerance,
 * both round alike.
 */
function nearUnits(numerator: number, divisor: number, { mode, tolerance }: FastScorecard): number {
  const lifted = mode.startsWith('half') ? numerator + divisor / 2 : numerator
  const cut = Math.floor(lifted / divisor)
  const rest = lifted - cut * divisor
  if (!(rest > tolerance && rest < divisor - tolerance)) return Number.NaN
  return mode === 'up' || mode === 'ceiling' ? cut + 1 : cut
}

/** The weight that a score is divided by, of so many parts that have a fact; NaN where the rule itself must decide. */
export function weightOf(parts: number, weight: number, card: FastScorecard): number {
  if (parts === card.parts.length || card.missing === 'zero') return card.weight
  // Where nothing is left to score it is a matter of issues.
  return card.missing === 'reweight' && weight > 0 ? weight : Number.NaN
}
