import * as decimal from '../../kernel/number/decimal.js'
import type { Fraction } from '../../kernel/number/fraction.js'
import * as fraction from '../../kernel/number/fraction.js'
import type { ExactScale, ExactTier } from '../../kernel/scale/scales.js'
import * as scales from '../../kernel/scale/scales.js'
import type { Accelerator } from '../types.js'

/**
 * A marginal scale with its tiers cut at the thresholds of an accelerator, each piece at that step's multiple of its tier's rate. So the
 * slices of a statement show what was sold in which tier at which multiplier, and every law of marginal scales holds as before. Where
 * only the sales above a level earn, the first of them is already at the attainment of that level.
 */
export function accelerateScale(
  exact: ExactScale,
  { steps }: Accelerator,
  target: Fraction,
  level: Fraction,
): ExactScale {
  const isByTarget = exact.scale.thresholds === 'attainment'
  const state = (base: Fraction) => (isByTarget ? fraction.divide(base, target) : base)
  const stretched = scales.stretch(exact, { target, measure: undefined })
  const pieces = stretched.tiers.flatMap((tier) => {
    let from = fraction.ZERO
    return steps.flatMap((step): ExactTier[] => {
      const upTo =
        step.upTo === null
          ? null
          : fraction.subtract(fraction.multiply(decimal.known(step.upTo), target), level)
      const start = fraction.larger(from, tier.from)
      const end = lower(upTo, tier.upTo)
      from = upTo ?? from
      if (end !== null && fraction.compare(end, start) <= 0) return []
      return [
        {
          ...tier,
          id: `${tier.id}/${step.id}`,
          stated: { from: state(start), upTo: end && state(end) },
          from: start,
          upTo: end,
          rate: fraction.multiply(tier.rate, decimal.known(step.multiplier)),
          // A flat amount is paid once, where its tier begins.
          amount: fraction.compare(start, tier.from) === 0 ? tier.amount : fraction.ZERO,
        },
      ]
    })
  })
  // Its ends are amounts of the base already.
  const scale = { ...exact.scale, thresholds: 'money' as const }
  return { scale, tiers: pieces as unknown as ExactScale['tiers'] }
}

/** The lower of two ends; null is no end. */
function lower(a: Fraction | null, b: Fraction | null): Fraction | null {
  if (a === null || b === null) return a ?? b
  return fraction.compare(a, b) <= 0 ? a : b
}
