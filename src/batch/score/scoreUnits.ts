import { quotientRounding, roundQuotient } from '../number/roundQuotient.js'
import type { CompiledScorecard } from './compileScorecard.js'
import { factNumerator, type Tally } from './numerators.js'

/** @internal */
export const emptyTally = (): Tally => ({ numerator: 0, parts: 0, weight: 0, isNear: false })

/**
 * A score in units of its last decimal, rounded once; NaN where the rule itself must decide.
 *
 * @internal
 */
export function scoreUnits(tally: Tally, card: CompiledScorecard): number {
  const isComplete = tally.parts === card.parts.length
  if (!(tally.numerator >= 0) || (!isComplete && card.missing === 'refuse')) return Number.NaN
  const weight = card.missing === 'reweight' ? tally.weight : card.weight
  // Nothing is left to score: a matter of issues.
  if (weight === 0) return Number.NaN
  const divisor = card.divisorPerWeight * weight
  if (tally.isNear) return nearUnits(tally.numerator, divisor, card)
  const rounding = weight === card.weight ? card.rounding : quotientRounding(divisor, card.mode)
  return roundQuotient(tally.numerator, rounding)
}

/**
 * Rounds a numerator that is only near the true one: where a tie, or for the other modes a whole unit, is no nearer than the tolerance, both
 * round alike.
 */
function nearUnits(
  numerator: number,
  divisor: number,
  { raised, addedAfter, tolerance }: CompiledScorecard,
): number {
  const lifted = numerator + divisor * raised
  const cut = Math.floor(lifted / divisor)
  const rest = lifted - cut * divisor
  return rest > tolerance && rest < divisor - tolerance ? cut + addedAfter : Number.NaN
}

/**
 * The units of a score whose facts are given by the ids of its parts, beside others that the room reads itself.
 *
 * @internal
 */
export function unitsOfFacts(
  facts: Readonly<Record<string, unknown>>,
  card: CompiledScorecard,
  others: ReadonlySet<string>,
): number {
  const tally = emptyTally()
  for (const id in facts) {
    const position = card.positions.get(id)
    if (position === undefined) {
      if (!others.has(id)) return Number.NaN
    } else {
      tallyFact(facts[id], position, card, tally)
    }
  }
  return scoreUnits(tally, card)
}

function tallyFact(fact: unknown, position: number, card: CompiledScorecard, tally: Tally): void {
  const part = card.parts[position]
  if (fact === null || fact === undefined || part === undefined) return
  tally.parts += 1
  tally.weight += part.weight
  tally.numerator += factNumerator(fact, part, card.decimals, tally)
}
