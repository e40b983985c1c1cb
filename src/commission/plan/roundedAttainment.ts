/** An attainment that is rounded before it is looked up: what is reached by it, and what is paid on it. */
import type { Rounding, Scale } from '../../kernel/index.js'
import type { Fraction } from '../../kernel/number/fraction.js'
import * as fraction from '../../kernel/number/fraction.js'
import type { ExactScale, ExactTier } from '../../kernel/scale/scales.js'

/** Whether a scale pays on the attainment itself, and not on sales whose rate it chooses. */
export function paysOnAttainment(
  { mode, thresholds }: Pick<Scale, 'mode' | 'thresholds'>,
  payout: 'money' | 'of-target-incentive',
): boolean {
  return thresholds === 'attainment' && (mode === 'interpolated' || payout !== 'money')
}

/** The attainment from which on a rounded one is at a level, or above it: of whole percents, 90% is reached at 89.5%, or at 90% where they are cut. */
export function reachOf(level: Fraction, isAt: boolean, { mode, decimals }: Rounding): Fraction {
  const step = { n: 1n, d: fraction.powerOfTen(decimals) }
  const reached = isAt
    ? fraction.round(level, { mode: 'ceiling', decimals })
    : fraction.add(fraction.round(level, { mode: 'floor', decimals }), step)
  return mode === 'down' ? reached : fraction.subtract(reached, { n: 1n, d: 2n * step.d })
}

/** A scale that one attainment chooses the tier of, with its tiers where a rounded one reaches them. */
export function reachedScale({ scale, tiers }: ExactScale, rounding: Rounding): ExactScale {
  let from = fraction.ZERO
  const reached = tiers.map((tier, index): ExactTier => {
    const next = tiers[index + 1]
    // Where a scale stops, nothing is reached.
    const upTo = next && tier.upTo ? reachOf(tier.upTo, next.ownsStart, rounding) : tier.upTo
    const moved = { ...tier, from, upTo, ownsStart: true }
    from = upTo ?? from
    return moved
  })
  return { scale, tiers: reached as unknown as ExactScale['tiers'] }
}
