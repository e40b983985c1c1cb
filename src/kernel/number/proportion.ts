/** Shares of a whole that are counted, what they may be in truth, and how they are written. */
import { writeDecimal, writePadded } from './decimal.js'
import {
  add,
  compare,
  divide,
  type Fraction,
  isNegative,
  isZero,
  larger,
  multiply,
  ONE,
  powerOfTen,
  smaller,
  subtract,
  toUnits,
  whole,
  ZERO,
} from './fraction.js'

/** How sure an interval is, and how many standard deviations of a normal distribution that takes. */
export const CONFIDENCES = { '0.9': '1.644854', '0.95': '1.959964', '0.99': '2.575829' } as const

/** How many of how many, of which there is at least one. */
export interface Counted {
  readonly count: number
  readonly of: number
}

/** The share that was counted. */
export function shareOf({ count, of }: Counted): Fraction {
  return divide(whole(count), whole(of))
}

/**
 * Whether the true share is below or above a value, as far as the count can tell: 0 where the interval contains the value.
 *
 * Wilson's interval contains a share p exactly where `(counted − p)² ≤ z² · p · (1 − p) ÷ n`, which takes no root.
 */
export function compareWith(counted: Counted, value: Fraction, z: Fraction): -1 | 0 | 1 {
  const distance = subtract(shareOf(counted), value)
  const most = divide(spread(value, z), whole(counted.of))
  return compare(multiply(distance, distance), most) > 0 ? compare(distance, ZERO) : 0
}

/** From how many on the same share would be told from a value; null where the two are equal. */
export function countToTell(counted: Counted, value: Fraction, z: Fraction): number | null {
  const distance = subtract(shareOf(counted), value)
  if (isZero(distance)) return null
  const { n, d } = divide(spread(value, z), multiply(distance, distance))
  return Number(n / d) + 1
}

/** `z² · p · (1 − p)`. */
function spread(value: Fraction, z: Fraction): Fraction {
  return multiply(multiply(z, z), multiply(value, subtract(ONE, value)))
}

/** Roots are cut after so many decimals. */
const ROOT_DECIMALS = 40

/** Wilson's interval: `(p + z²/2n ± z · √(p(1 − p)/n + z²/4n²)) ÷ (1 + z²/n)`. It stays within 0 and 1, and says something of 0 of 5, too. */
export function intervalOf(counted: Counted, z: Fraction): readonly [Fraction, Fraction] {
  const share = shareOf(counted)
  const size = whole(counted.of)
  const square = divide(multiply(z, z), size)
  const variance = divide(multiply(share, subtract(ONE, share)), size)
  const quarter = divide(square, multiply(whole(4), size))
  const half = multiply(z, rootOf(add(variance, quarter)))
  const middle = add(share, divide(square, whole(2)))
  const all = add(ONE, square)
  const lower = counted.count === 0 ? ZERO : divide(subtract(middle, half), all)
  const upper = counted.count === counted.of ? ONE : divide(add(middle, half), all)
  return [larger(lower, ZERO), smaller(upper, ONE)]
}

/** The square root of a number of 0 or more. */
export function rootOf({ n, d }: Fraction): Fraction {
  const scale = powerOfTen(ROOT_DECIMALS)
  return { n: wholeRoot((n * scale * scale) / d), d: scale }
}

/** By Newton's method, from above. */
function wholeRoot(value: bigint): bigint {
  if (value < 2n) return value
  let root = 1n << BigInt(Math.ceil(value.toString(2).length / 2))
  for (let next = (root + value / root) >> 1n; next < root; next = (root + value / root) >> 1n)
    root = next
  return root
}

/** A share with a fixed number of decimals. One that is not 0 is not written as 0, and one that is not 1 not as 1. */
export function writeShare(share: Fraction, decimals: number): string {
  if (isNegative(share)) return `-${writeShare({ n: -share.n, d: share.d }, decimals)}`
  const unit = powerOfTen(decimals)
  const units = toUnits(share, decimals, 'half-up')
  if (units === 0n && !isZero(share)) return writePadded({ n: 1n, d: unit }, decimals)
  if (units === unit && compare(share, ONE) < 0)
    return writePadded({ n: unit - 1n, d: unit }, decimals)
  return writePadded({ n: units, d: unit }, decimals)
}

/** The share that was counted, as a canonical decimal; null of nothing. One that does not end is cut, never rounded up to 1. */
export function writeCounted(counted: Counted): string | null {
  return counted.of === 0 ? null : writeDecimal(shareOf(counted))
}
