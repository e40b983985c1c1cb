import { roundQuotient } from '../number/roundQuotient.js'
import type { CompiledScorecard } from './compileScorecard.js'
import { NO_FRACTION } from './numerators.js'

/**
 * What a bare number of points adds to the numerator; NaN for all else. It is what most facts are, and small enough for an engine to
 * put it into the loop over the rows: that is why it does not call {@link scaleNumber}, of which it is a copy for points.
 *
 * Points are at most 1,000 and have at most 12 decimals, so that the scaled ones are at most 10^15: fifteen digits name one number, and
 * 10^15 itself is the number 1,000 and no other.
 *
 * @internal
 */
export function bareNumerator(fact: unknown, part: number, card: CompiledScorecard): number {
  if (typeof fact !== 'number') return Number.NaN
  const points = fact * card.power + NO_FRACTION - NO_FRACTION
  const isPoints =
    points / card.power === fact && points >= 0 && points <= (card.most[part] as number)
  return isPoints ? points * (card.perPoint[part] as number) : Number.NaN
}

/**
 * Rounds a block of numerators without a part missing; NaN stays.
 *
 * @internal
 */
export function roundBlock(numerators: Float64Array, { rounding }: CompiledScorecard): void {
  for (let at = 0; at < numerators.length; at += 1) {
    const numerator = numerators[at] as number
    if (numerator >= 0) numerators[at] = roundQuotient(numerator, rounding)
  }
}
