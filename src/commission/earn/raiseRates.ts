import { add, type ExactScale, type Fraction, isZero } from '../../kernel/inside.js'

/** A scale whose tiers all pay so much more for each unit. */
export function raiseRates(exact: ExactScale, uplift: Fraction): ExactScale {
  if (isZero(uplift)) return exact
  const [first, ...others] = exact.tiers
  const raise = (tier: typeof first) => ({ ...tier, rate: add(tier.rate, uplift) })
  return { scale: exact.scale, tiers: [raise(first), ...others.map(raise)] }
}
