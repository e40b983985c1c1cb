import * as allocation from '../../kernel/number/allocate.js'
import * as decimal from '../../kernel/number/decimal.js'
import type { Fraction } from '../../kernel/number/fraction.js'
import * as fraction from '../../kernel/number/fraction.js'
import type { Credit } from './computeCredits.js'

/** So many decimals, and no more, are written of a number that does not end. */
const DECIMALS = 12

/**
 * What of a line's cost or list price belongs to each owner: as much of it as of the amount, so that each part has the margin and the
 * discount of the whole. Rounded to cents it would not: thirds of 100.00 that cost 55.00 are 33.34 at a cost of 18.34, and a margin of
 * exactly 45% would fall below 45%. Owners' parts add up to the figure; one that does not end is cut after 12 decimals.
 */
export function shareFigure(figure: Fraction, credit: Credit): Fraction[] {
  const { shares } = credit
  const decimals = Math.max(DECIMALS, decimal.countDecimals(figure) ?? 0)
  const unit = { n: fraction.powerOfTen(decimals), d: 1n }
  const scaled = fraction.multiply(figure, unit)
  const exact = ratiosOf(credit).map((ratio) => fraction.multiply(scaled, ratio))
  const parts = allocation.roundTogether(
    exact.filter((_, index) => shares[index]?.overlay === false),
    fraction.toUnits(scaled, 0, 'down'),
  )
  return shares.map(({ overlay }, index) => {
    const own = overlay
      ? fraction.toUnits(exact[index] ?? scaled, 0, 'half-up')
      : (parts.shift() ?? 0n)
    return fraction.divide({ n: own, d: 1n }, unit)
  })
}

/** Each credit as a ratio of the line; of a line of 0, each owner's weight. */
function ratiosOf({ order, shares }: Credit): Fraction[] {
  if (order.units !== 0n)
    return shares.map(({ units }) =>
      fraction.divide({ n: units, d: 1n }, { n: order.units, d: 1n }),
    )
  const whole = fraction.sum(shares.flatMap(({ overlay, weight }) => (overlay ? [] : [weight])))
  return shares.map(({ overlay, weight }) =>
    fraction.divide(weight, overlay ? fraction.ONE : whole),
  )
}
