import { powerOfTen } from '../../kernel/number/fraction.js'
import type { ExactBand } from '../../kernel/score/score.js'

/**
 * The fewest units of a score's last decimal that are in each band. A rounded score is a whole number of units, so that comparing those is
 * exact, however many decimals the start of a band has.
 */
export function bandStartsOf(bands: readonly ExactBand[], decimals: number): Float64Array {
  return Float64Array.from(bands, ({ start: { n, d } }) =>
    Number((n * powerOfTen(decimals) + d - 1n) / d),
  )
}

/** The position of the band that a score is in; the lowest takes what is left. */
export function bandOfUnits(units: number, starts: Float64Array): number {
  const lowest = starts.length - 1
  let band = 0
  while (band < lowest && units < (starts[band] as number)) band += 1
  return band
}
