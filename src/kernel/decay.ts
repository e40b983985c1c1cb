/** What dated events are still worth: an event loses half of its points with each half-life that has passed. */
import { Decimal as SharedDecimal } from 'decimal.js'
import { known } from './decimal.js'
import type { Fraction } from './fraction.js'

/** The library's own copy: a host that calls `Decimal.set` cannot change our results. */
const Decimal = SharedDecimal.clone({
  defaults: true,
  precision: 40,
  rounding: SharedDecimal.ROUND_HALF_EVEN,
})

/** Powers of a half do not end; they are computed to 40 digits and kept to 20 decimals, the same on every machine. */
const KEPT_DECIMALS = 20

/** `0.5 ^ (age / halfLife)`, both in days, age 0 or more. */
export function remainingShare(ageDays: number, halfLifeDays: number): Fraction {
  const share = new Decimal('0.5').pow(new Decimal(ageDays).div(halfLifeDays))
  return known(share.toFixed(KEPT_DECIMALS))
}
