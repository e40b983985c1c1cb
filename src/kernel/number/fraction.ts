/**
 * Exact numbers inside the rules: a fraction of two integers of any size. Sums, products and quotients lose nothing, so
 * that a third of an amount, an attainment or an interpolated payout stays exact until the policy says where to round.
 */
import type { Rounding, RoundingMode } from './rounding.js'

/** `n / d` with `d > 0`; not always in lowest terms. */
export interface Fraction {
  readonly n: bigint
  readonly d: bigint
}

export const ZERO: Fraction = { n: 0n, d: 1n }
export const ONE: Fraction = { n: 1n, d: 1n }
export const HUNDRED: Fraction = { n: 100n, d: 1n }

export function whole(value: number): Fraction {
  return { n: BigInt(value), d: 1n }
}

export function add(a: Fraction, b: Fraction): Fraction {
  if (a.n === 0n) return b
  if (b.n === 0n) return a
  if (a.d === b.d) return { n: a.n + b.n, d: a.d }
  if (a.d % b.d === 0n) return { n: a.n + b.n * (a.d / b.d), d: a.d }
  if (b.d % a.d === 0n) return { n: a.n * (b.d / a.d) + b.n, d: b.d }
  return reduce({ n: a.n * b.d + b.n * a.d, d: a.d * b.d })
}

export function subtract(a: Fraction, b: Fraction): Fraction {
  return add(a, negate(b))
}

export function multiply(a: Fraction, b: Fraction): Fraction {
  return { n: a.n * b.n, d: a.d * b.d }
}

/** The caller makes sure that `b` is not zero. */
export function divide(a: Fraction, b: Fraction): Fraction {
  return reduce(quotient(a, b))
}

/** The same, not in lowest terms: for one that is written at once. */
export function quotient(a: Fraction, b: Fraction): Fraction {
  const [n, d] = a.d === b.d ? [a.n, b.n] : [a.n * b.d, a.d * b.n]
  return d < 0n ? { n: -n, d: -d } : { n, d }
}

export function negate(a: Fraction): Fraction {
  return { n: -a.n, d: a.d }
}

export function absolute(a: Fraction): Fraction {
  return a.n < 0n ? negate(a) : a
}

/** Below zero, zero or above zero, as `a` is less than, equal to or greater than `b`. */
export function compare(a: Fraction, b: Fraction): -1 | 0 | 1 {
  const left = a.d === b.d ? a.n : a.n * b.d
  const right = a.d === b.d ? b.n : b.n * a.d
  if (left === right) return 0
  return left < right ? -1 : 1
}

export function smaller(a: Fraction, b: Fraction): Fraction {
  return compare(a, b) <= 0 ? a : b
}

/** Of an amount what is at most so much; null is no bound. */
export function atMost(amount: Fraction, most: Fraction | null): Fraction {
  return most === null ? amount : smaller(amount, most)
}

export function larger(a: Fraction, b: Fraction): Fraction {
  return compare(a, b) >= 0 ? a : b
}

export function isZero(a: Fraction): boolean {
  return a.n === 0n
}

export function isNegative(a: Fraction): boolean {
  return a.n < 0n
}

export function sum(parts: Iterable<Fraction>): Fraction {
  let total = ZERO
  for (const part of parts) total = add(total, part)
  return total
}

/** The same number in lowest terms. */
export function reduce(a: Fraction): Fraction {
  const [n, d] = [Number(a.n), Number(a.d)]
  // Numbers of this size are exact, and so are their remainders; they are several times as fast.
  if (Math.abs(n) <= Number.MAX_SAFE_INTEGER && d <= Number.MAX_SAFE_INTEGER) {
    const divisor = commonDivisor(Math.abs(n), d)
    return divisor === 1 ? a : { n: BigInt(n / divisor), d: BigInt(d / divisor) }
  }
  let divisor = a.n < 0n ? -a.n : a.n
  let rest = a.d
  while (rest !== 0n) [divisor, rest] = [rest, divisor % rest]
  return divisor === 1n ? a : { n: a.n / divisor, d: a.d / divisor }
}

/** By Euclid's algorithm. */
function commonDivisor(first: number, second: number): number {
  let divisor = first
  let rest = second
  while (rest !== 0) {
    const next = divisor % rest
    divisor = rest
    rest = next
  }
  return divisor
}

/** No number that is read has a longer exponent. */
const MOST_POWERS = 100
const powers: bigint[] = [1n]

/** A power of ten; those of the exponents that a text can have are kept. */
export function powerOfTen(exponent: number): bigint {
  return powers[exponent] ?? growPowers(exponent)
}

function growPowers(exponent: number): bigint {
  if (exponent > MOST_POWERS) return 10n ** BigInt(exponent)
  let power = powers.at(-1) ?? 1n
  while (powers.length <= exponent) {
    power *= 10n
    powers.push(power)
  }
  return power
}

/** The number of units of `10^-decimals` that a fraction rounds to. */
export function toUnits(value: Fraction, decimals: number, mode: RoundingMode): bigint {
  const scaled = value.n * powerOfTen(decimals)
  const towardZero = scaled / value.d
  const rest = scaled % value.d
  if (rest === 0n) return towardZero
  const negative = scaled < 0n
  const away = roundsAway(mode, negative, towardZero, 2n * (negative ? -rest : rest) - value.d)
  if (!away) return towardZero
  return negative ? towardZero - 1n : towardZero + 1n
}

/** A fraction rounded to decimals, still a fraction. */
export function round(value: Fraction, rounding: Rounding): Fraction {
  const n = toUnits(value, rounding.decimals, rounding.mode)
  return { n, d: powerOfTen(rounding.decimals) }
}

/** `overHalf` is above, at or below zero as the part cut off is more than, exactly or less than half a unit. */
function roundsAway(
  mode: RoundingMode,
  negative: boolean,
  towardZero: bigint,
  overHalf: bigint,
): boolean {
  switch (mode) {
    case 'half-up':
      return overHalf >= 0n
    case 'half-down':
      return overHalf > 0n
    case 'half-even':
      return overHalf > 0n || (overHalf === 0n && towardZero % 2n !== 0n)
    case 'up':
      return true
    case 'down':
      return false
    case 'ceiling':
      return !negative
    case 'floor':
      return negative
  }
}
