/** What dated events are still worth: an event loses half of its points with each half-life that has passed, or a share of them in steps. */
import {
  type Fraction,
  larger,
  multiply,
  ONE,
  powerOfTen,
  round,
  subtract,
  toUnits,
  whole,
  ZERO,
} from '../number/fraction.js'

/** Powers of a half do not end; they are kept to 20 decimals, the same on every machine. */
const KEPT_DECIMALS = 20

/** From so many half-lives on, less than half a unit of the last decimal is left: 2^−68 is 0.34 units. */
const NOTHING_LEFT = 68

/** Powers are computed in units of 2^−160, that is with 48 decimals. */
const BITS = 160n
/** The natural logarithm of 2 in these units, cut. */
const LN2 = 1013035739299659071135698605846798551586536899366n

/**
 * `0.5 ^ (age ÷ half-life)`, rounded half-even to 20 decimals; both in whole days, the age 0 or more.
 *
 * Whole half-lives halve exactly. The rest of the exponent, below 1, is a power of e with an exponent x of at most ln 2, of which the
 * series has a term less than a unit after 40 terms. Each term is cut twice, so that all of them together are off by less than 100
 * units, 10^−46: far less than what rounding to 20 decimals could notice, but for a tie, and an irrational power has none.
 */
export function remainingShare(ageDays: number, halfLifeDays: number): Fraction {
  const halvings = Math.floor(ageDays / halfLifeDays)
  if (halvings >= NOTHING_LEFT) return ZERO
  const rest = ageDays - halvings * halfLifeDays
  const power = powerOfE((LN2 * BigInt(rest)) / BigInt(halfLifeDays))
  const share = { n: power, d: 1n << (BITS + BigInt(halvings)) }
  return { n: toUnits(share, KEPT_DECIMALS, 'half-even'), d: powerOfTen(KEPT_DECIMALS) }
}

/** `e ^ −x` by its series, 1 − x + x²/2! − x³/3! …, in units of 2^−160. */
function powerOfE(x: bigint): bigint {
  let power = 0n
  let term = 1n << BITS
  for (let step = 1n; term !== 0n; step += 1n) {
    power += step % 2n === 1n ? term : -term
    term = ((term * x) >> BITS) / step
  }
  return power
}

/** `1 − loses × steps`, and never below 0. */
export function linearShare(steps: number, loses: Fraction): Fraction {
  return larger(subtract(ONE, multiply(loses, whole(steps))), ZERO)
}

/**
 * `(1 − loses) ^ steps`, rounded half-even to 20 decimals.
 *
 * Products on the way keep 40 decimals: one of the power that has no more is exact, a tie of the 20th among them; of the others each of
 * the at most 44 products is off by half a unit of the last.
 */
export function compoundShare(steps: number, loses: Fraction): Fraction {
  const wide = { mode: 'half-even', decimals: 2 * KEPT_DECIMALS } as const
  let power = ONE
  let square = subtract(ONE, loses)
  for (let left = steps; left > 0; left = Math.floor(left / 2)) {
    if (left % 2 === 1) power = round(multiply(power, square), wide)
    square = round(multiply(square, square), wide)
  }
  return round(power, { mode: 'half-even', decimals: KEPT_DECIMALS })
}
