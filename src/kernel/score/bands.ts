/** Bands name the ranges of a score: hot, warm, cold; S, A, B, C; healthy, watch, at risk. */
import { known, toNumber } from '../number/decimal.js'
import { compare, type Fraction, subtract } from '../number/fraction.js'

/** A named range of a score; it starts at `from`, included, and ends where the band above starts. */
export interface Band {
  readonly id: string
  readonly from: number
}

/** The band above the one a score is in, and what is missing to it. */
export interface NextBand {
  readonly band: string
  readonly from: number
  /** How many more points reach it. */
  readonly remaining: number
}

/**
 * The band of a score, and the distance to the next one up. `bands` run from the highest to the lowest; a score below the
 * lowest belongs to it.
 *
 * @internal
 */
export function bandOf(
  score: Fraction,
  bands: readonly Band[],
): { readonly band: string; readonly next: NextBand | null } {
  const found = bands.findIndex((band) => compare(score, known(band.from)) >= 0)
  const index = found === -1 ? bands.length - 1 : found
  const above = bands[index - 1]
  return {
    band: bands[index]?.id ?? '',
    next:
      above === undefined
        ? null
        : {
            band: above.id,
            from: above.from,
            remaining: toNumber(subtract(known(above.from), score)),
          },
  }
}
