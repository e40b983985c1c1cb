/**
 * Amounts as scaled integers in plain numbers: 12.34 with two decimals is 1234. Sums and products of them are exact while they stay
 * at or below {@link LARGEST}. Reading takes only what it can read exactly; all else is NaN, and the strict reader decides.
 *
 * What all of this rests on, and what the fast scores rest on, too:
 *
 * - *Fifteen digits name one number.* Doubles lie closer together than decimals of 15 significant digits do, so that no two of these have
 *   the same nearest double. Integer and power of ten being exact, their quotient is the double nearest to the decimal; if it is the
 *   number given, the integer is what its decimal says.
 * - *Rounding keeps the order.* Of two decimals of 15 digits, the nearest doubles compare as the decimals do, equality included.
 * - *An overflow shows.* Products and sums of integers are exact up to 2^53 − 1; a true result of 2^53 or more is computed as 2^53 or more,
 *   since 2^53 is a double and rounding keeps the order. So a computed result within {@link LARGEST} is the true one.
 */

import type { Fraction } from '../../kernel/number/fraction.js'
import { powerOfTen } from '../../kernel/number/fraction.js'

/** Up to here a number holds every integer. */
export const LARGEST = Number.MAX_SAFE_INTEGER

/** No amount that was read is larger; it has 15 digits, and so has one text and one number. */
const MOST_READ = 999_999_999_999_999
const MOST_DIGITS = 15
/** A sign, a point and 15 digits. */
const LONGEST = MOST_DIGITS + 2

const MINUS = 45
const POINT = -2
const ZERO_DIGIT = 48

/** The powers of ten that scale; every one of them is exact. */
export const scalingPowers: readonly number[] = /* @__PURE__ */ Array.from(
  { length: 16 },
  (_, index) => Number(`1e${index}`),
)

/**
 * A number times a power of ten, where that is what its shortest decimal says.
 *
 * The integer nearest to the product has at most 15 digits. Where dividing it gives the number back, the number is the nearest one to
 * that decimal, and no other decimal of so few digits is as near: the integer is exact.
 */
export function scaleNumber(value: number, power: number): number {
  // 1.5 · 2^52: added and taken away again, it leaves the nearest integer of a number below 2^51, having no room for a fraction.
  const noFraction = 6_755_399_441_055_744
  const scaled = value * power
  const integer = scaled + noFraction - noFraction
  return Math.abs(scaled) <= 999_999_999_999_999 && integer / power === value ? integer : Number.NaN
}

/** A plain decimal text as an integer of so many decimals. */
export function scaleText(text: string, decimals: number): number {
  const { length } = text
  if (length > LONGEST) return Number.NaN
  const first = text.charCodeAt(0) === MINUS ? 1 : 0
  let integer = 0
  let point = length
  for (let at = first; at < length; at += 1) {
    const digit = text.charCodeAt(at) - ZERO_DIGIT
    if (digit >= 0 && digit <= 9) integer = integer * 10 + digit
    else if (digit === POINT && point === length && at > first) point = at
    else return Number.NaN
  }
  const signed = first === 0 ? integer : 0 - integer
  return place(signed, length - first, length - point, decimals)
}

/** A plain decimal in UTF-8, as an integer of so many decimals. */
export function scaleBytes(
  bytes: Uint8Array,
  start: number,
  end: number,
  decimals: number,
): number {
  if (end - start > LONGEST) return Number.NaN
  const first = bytes[start] === MINUS ? start + 1 : start
  let integer = 0
  let point = end
  for (let at = first; at < end; at += 1) {
    const digit = (bytes[at] ?? 0) - ZERO_DIGIT
    if (digit >= 0 && digit <= 9) integer = integer * 10 + digit
    else if (digit === POINT && point === end && at > first) point = at
    else return Number.NaN
  }
  const signed = first === start ? integer : 0 - integer
  return place(signed, end - first, end - point, decimals)
}

/**
 * Puts the point where it belongs: of so many characters it and the decimals are the last, none of them where there is no point. No more
 * than 15 digits were added up, so that the integer is exact; so is its product.
 */
function place(integer: number, characters: number, fromPoint: number, decimals: number): number {
  const places = fromPoint === 0 ? 0 : fromPoint - 1
  const digits = fromPoint === 0 ? characters : characters - 1
  const hasDigits = digits > 0 && digits <= MOST_DIGITS && fromPoint !== 1
  const scaled = integer * (scalingPowers[decimals - places] ?? Number.NaN)
  return hasDigits && Math.abs(scaled) <= MOST_READ ? scaled : Number.NaN
}

/** A fraction as an integer of so many decimals, NaN where it is none or too large for a number. */
export function scaleFraction({ n, d }: Fraction, decimals: number): number {
  const scaled = n * powerOfTen(decimals)
  if (scaled % d !== 0n) return Number.NaN
  const integer = Number(scaled / d)
  return Math.abs(integer) <= LARGEST ? integer : Number.NaN
}

/** The fraction that an integer of so many decimals stands for. */
export function unscale(integer: number, decimals: number): Fraction {
  return { n: BigInt(integer), d: powerOfTen(decimals) }
}

/** Units of any size as a number, NaN where it would not hold them. */
export function scaleUnits(units: bigint): number {
  return scaleFraction({ n: units, d: 1n }, 0)
}
