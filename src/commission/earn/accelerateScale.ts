import {
  compare,
  divide,
  type ExactScale,
  type ExactTier,
  type Fraction,
  known,
  larger,
  multiply,
  stretch,
  subtract,
  ZERO,
} from '../../kernel/inside.js'
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
  const state = (base: Fraction) => (isByTarget ? divide(base, target) : base)
  const stretched = stretch(exact, { target, measure: undefined })
  const pieces = stretched.tiers.flatMap((tier) => {
    let from = ZERO
    return steps.flatMap((step): ExactTier[] => {
      const upTo = step.upTo === null ? null : subtract(multiply(known(step.upTo), target), level)
      const start = larger(from, tier.from)
      const end = lower(upTo, tier.upTo)
      from = upTo ?? from
      if (end !== null && compare(end, start) <= 0) return []
      return [
        {
          ...tier,
          id: `${tier.id}/${step.id}`,
          stated: { from: state(start), upTo: end && state(end) },
          from: start,
          upTo: end,
          rate: multiply(tier.rate, known(step.multiplier)),
          // A flat amount is paid once, where its tier begins.
          amount: compare(start, tier.from) === 0 ? tier.amount : ZERO,
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
  return compare(a, b) <= 0 ? a : b
}
