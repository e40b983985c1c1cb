/** Natural logarithms, the same on every machine. */
import { type Fraction, toUnits } from './fraction.js'

/** Logarithms are computed in units of 2^−160, that is with 48 decimals. */
const BITS = 160n
/** The natural logarithm of 2 in these units, cut. */
const LN2 = 1013035739299659071135698605846798551586536899366n

/**
 * The natural logarithm of a number above 0, to 30 decimals.
 *
 * The number is a power of 2 times one between 1 and 2, whose logarithm is twice the area tangent of `(x − 1) ÷ (x + 1)`, at most a third: each
 * term of the series is less than a ninth of the one before. Its hundred terms are cut, each by less than a unit.
 */
export function logarithmOf({ n, d }: Fraction): Fraction {
  const power = BigInt(n.toString(2).length - d.toString(2).length)
  const [over, under] = power >= 0n ? [n, d << power] : [n << -power, d]
  const ratio = ((over - under) << BITS) / (over + under)
  const square = (ratio * ratio) >> BITS
  let total = 0n
  let term = ratio
  for (let odd = 1n; term !== 0n && odd < MOST_TERMS; odd += 2n) {
    total += term / odd
    term = (term * square) >> BITS
  }
  const value = { n: 2n * total + power * LN2, d: 1n << BITS }
  return { n: toUnits(value, 30, 'half-even'), d: 10n ** 30n }
}

/** From a third down, the term of this number is less than a unit. */
const MOST_TERMS = 400n
