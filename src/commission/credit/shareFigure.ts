import {
  countDecimals,
  divide,
  type Fraction,
  multiply,
  ONE,
  powerOfTen,
  roundTogether,
  roundToUnits,
  sum,
} from '../../kernel/inside.js'
import type { CreditedOrder } from './creditEach.js'

/** So many decimals, and no more, are written of a number that does not end. */
const DECIMALS = 12

/**
 * What of a line's cost or list price belongs to each owner: as much of it as of the amount, so that each part has the margin and the
 * discount of the whole. Rounded to cents it would not: thirds of 100.00 that cost 55.00 are 33.34 at a cost of 18.34, and a margin of
 * exactly 45% would fall below 45%. Owners' parts add up to the figure; one that does not end is cut after 12 decimals.
 */
export function shareFigure(figure: Fraction, credited: CreditedOrder): Fraction[] {
  const { owners } = credited
  const decimals = Math.max(DECIMALS, countDecimals(figure) ?? 0)
  const unit = { n: powerOfTen(decimals), d: 1n }
  const scaled = multiply(figure, unit)
  const exact = ratiosOf(credited).map((ratio) => multiply(scaled, ratio))
  const parts = roundTogether(
    exact.filter((_, index) => owners[index]?.overlay === false),
    roundToUnits(scaled, 0, 'down'),
  )
  return owners.map(({ overlay }, index) => {
    const own = overlay ? roundToUnits(exact[index] ?? scaled, 0, 'half-up') : (parts.shift() ?? 0n)
    return divide({ n: own, d: 1n }, unit)
  })
}

/** Each credit as a ratio of the line; of a line of 0, each owner's weight. */
function ratiosOf({ order, owners, units }: CreditedOrder): Fraction[] {
  if (order.units !== 0n)
    return units.map((unit) => divide({ n: unit, d: 1n }, { n: order.units, d: 1n }))
  const whole = sum(owners.flatMap(({ overlay, weight }) => (overlay ? [] : [weight])))
  return owners.map(({ overlay, weight }) => divide(weight, overlay ? ONE : whole))
}
