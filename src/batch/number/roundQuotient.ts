import type { RoundingMode } from '../../kernel/index.js'

/**
 * How to round a quotient of whole numbers by a mode, in plain numbers: what is added to the size of the dividend before the quotient
 * is cut, where the dividend is above zero and where it is below; and whether a tie goes to the even neighbour.
 */
export interface QuotientRounding {
  readonly divisor: number
  readonly above: number
  readonly below: number
  readonly toEven: boolean
}

/** The rounding of quotients by an even divisor. {@link roundToUnits} says the same of fractions of any size. */
export function quotientRounding(divisor: number, mode: RoundingMode): QuotientRounding {
  const half = divisor / 2
  const all = divisor - 1
  switch (mode) {
    case 'half-up':
      return { divisor, above: half, below: half, toEven: false }
    case 'half-down':
      return { divisor, above: half - 1, below: half - 1, toEven: false }
    case 'half-even':
      return { divisor, above: half, below: half, toEven: true }
    case 'up':
      return { divisor, above: all, below: all, toEven: false }
    case 'down':
      return { divisor, above: 0, below: 0, toEven: false }
    case 'ceiling':
      return { divisor, above: all, below: 0, toEven: false }
    case 'floor':
      return { divisor, above: 0, below: all, toEven: false }
  }
}

/**
 * A quotient of whole numbers, rounded to a whole number.
 *
 * The dividend with what is added to its size is a whole number y of at most 2^53 − 1; the caller proves it. Then the computed y/d, cut,
 * is the true one: below the next integer by 1/d or more, while numbers of at most 2^53/d lie less than 2/d apart, so that it is not
 * rounded up to it. A tie is where nothing is left once the half was added.
 */
export function roundQuotient(
  dividend: number,
  { divisor, above, below, toEven }: QuotientRounding,
): number {
  const raised = dividend < 0 ? below - dividend : above + dividend
  const units = cutQuotient(raised, divisor, toEven)
  return dividend < 0 ? 0 - units : units
}

/**
 * A quotient of whole numbers cut to a whole number, where the dividend has been raised by what rounding adds. See
 * {@link roundQuotient}, which is exact under the same condition.
 */
export function cutQuotient(
  raised: number,
  divisor: number,
  toEven: QuotientRounding['toEven'],
): number {
  const cut = Math.floor(raised / divisor)
  return toEven && cut * divisor === raised && cut % 2 === 1 ? cut - 1 : cut
}
