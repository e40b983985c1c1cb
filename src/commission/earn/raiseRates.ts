import type { Fraction } from '../../kernel/number/fraction.js'
import * as fraction from '../../kernel/number/fraction.js'
import type { ExactScale } from '../../kernel/scale/scales.js'

/** A scale whose tiers all pay so much more for each unit. */
export function raiseRates(exact: ExactScale, uplift: Fraction): ExactScale {
  if (fraction.isZero(uplift)) return exact
  const [first, ...others] = exact.tiers
  const raise = (tier: typeof first) => ({ ...tier, rate: fraction.add(tier.rate, uplift) })
  return { scale: exact.scale, tiers: [raise(first), ...others.map(raise)] }
}
