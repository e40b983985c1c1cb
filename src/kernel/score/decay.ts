/** What dated events are still worth: an event loses half of its points with each half-life that has passed. */
import { Decimal as SharedDecimal } from 'decimal.js'
import { known } from '../number/decimal.js'
import type { Fraction } from '../number/fraction.js'

/** The library's own copy: a host that calls `Decimal.set` cannot change our results. */
const Decimal = SharedDecimal.clone({
  defaults: true,
  precision: 40,
  rounding: SharedDecimal.ROUND_HALF_EVEN,
})

/** Powers of a half do not end; they are computed to 40 digits and kept to 20 decimals, the same on every machine. */
const KEPT_DECIMALS = 20

/** A power takes a quarter of a millisecond, and a book of leads asks for the same few hundred ages again and again. */
const remembered = new Map<string, Fraction>()
const MOST_REMEMBERED = 10_000

/** `0.5 ^ (age / halfLife)`, both in whole days, age 0 or more. */
export function remainingShare(ageDays: number, halfLifeDays: number): Fraction {
  const key = `${ageDays}/${halfLifeDays}`
  const before = remembered.get(key)
  if (before !== undefined) return before
  const share = new Decimal('0.5').pow(new Decimal(ageDays).div(halfLifeDays))
  const exact = known(share.toFixed(KEPT_DECIMALS))
  if (remembered.size >= MOST_REMEMBERED) remembered.clear()
  remembered.set(key, exact)
  return exact
}
