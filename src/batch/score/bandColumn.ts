import { known } from '../../kernel/number/decimal.js'
import { powerOfTen } from '../../kernel/number/fraction.js'
import type { Band } from '../../kernel/score/bands.js'

/**
 * The fewest units of a score's last decimal that are in each band. A rounded score is a whole number of units, so that comparing
 * those is exact, however many decimals the start of the band has: a whole number is at least `from` in units exactly when it is at least the
 * next whole number from there up.
 *
 * @internal
 */
export function bandStartsOf(bands: readonly Band[], decimals: number): Float64Array {
  return Float64Array.from(bands, ({ from }) => {
    const { n, d } = known(from)
    return Number((n * powerOfTen(decimals) + d - 1n) / d)
  })
}

/**
 * The position of the band that a score is in; the lowest takes what is left.
 *
 * @internal
 */
export function bandAt(units: number, starts: Float64Array): number {
  const lowest = starts.length - 1
  let band = 0
  while (band < lowest && units < (starts[band] as number)) band += 1
  return band
}
