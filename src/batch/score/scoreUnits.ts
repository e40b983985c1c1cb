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
  // False for NaN, too.
  if (!(numerator >= 0 && weight > 0)) return Number.NaN
  const divisor = card.divisorPerWeight * weight
  if (isNear) return nearUnits(numerator, divisor, card)
  const rounding = weight === card.weight ? card.rounding : quotientRounding(divisor, card.mode)
  return roundQuotient(numerator, rounding)
}

/**
 * Rounds a numerator that is only near the true one: where a tie, or for the other modes a whole unit, is no nearer than the tolerance,
 * both round alike.
 */
function nearUnits(
  numerator: number,
  divisor: number,
  { raised, addedAfter, tolerance }: FastScorecard,
): number {
  const lifted = numerator + divisor * raised
  const cut = Math.floor(lifted / divisor)
  const rest = lifted - cut * divisor
  return rest > tolerance && rest < divisor - tolerance ? cut + addedAfter : Number.NaN
}

/** The weight that a score is divided by where some parts are missing; NaN where the rule itself must decide. */
export function weightWithout(card: FastScorecard, isMissing: (at: number) => boolean): number {
  if (card.missing === 'by-rule') return Number.NaN
  if (card.missing === 'zero') return card.weight
  let weight = 0
  for (const [at, part] of card.parts.entries()) if (!isMissing(at)) weight += part.weight
  // Where nothing is left to score it is a matter of issues.
  return weight > 0 ? weight : Number.NaN
}
