import type { Fraction } from '../../kernel/number/fraction.js'
import * as fraction from '../../kernel/number/fraction.js'
import type { ExactScale, ExactTier } from '../../kernel/scale/scales.js'

/**
 * A scale as the sales above a level see it, each of which stays in the tier where it lies among all sales: the tiers above the level, and
 * the rest of the one that the level cuts. Their ends are amounts of what is above it.
 *
 * A flat amount is paid once, where its tier begins, and so not by a tier that begins below the level; an interpolated one is spread over
 * the width of its tier, of which the rest counts. In a scale for the whole amount the tier is that of all sales, and pays what it pays.
 */
export function scaleAbove({ scale, tiers }: ExactScale, level: Fraction): ExactScale {
  const [last] = tiers.slice(-1)
  const above = tiers
    .filter((tier) => tier === last || tier.upTo === null || fraction.compare(tier.upTo, level) > 0)
    .map((tier) => tierAbove(tier, level, scale.mode))
  // What was a ratio of the target is an amount of the base already.
  return {
    scale: { ...scale, thresholds: 'money' },
    tiers: above as unknown as ExactScale['tiers'],
  }
}

/** One tier of such a scale. */
export function tierAbove(
  tier: ExactTier,
  level: Fraction,
  mode: ExactScale['scale']['mode'],
): ExactTier {
  const from = fraction.subtract(tier.from, level)
  const upTo = tier.upTo && fraction.subtract(tier.upTo, level)
  if (from.n >= 0n) return { ...tier, from, upTo }
  const rest = { ...tier, from: fraction.ZERO, upTo }
  const isOver = upTo !== null && upTo.n <= 0n
  if (mode === 'whole-amount') return isOver ? { ...rest, upTo: fraction.ZERO } : rest
  // Beyond the end of a scale that stops nothing more is earned.
  if (isOver) return { ...rest, upTo: null, rate: fraction.ZERO, amount: fraction.ZERO }
  return { ...rest, amount: mode === 'interpolated' ? amountOf(tier, upTo) : fraction.ZERO }
}

/** The part of an interpolated amount that the rest of its tier pays. */
function amountOf({ from, upTo, amount }: ExactTier, rest: Fraction | null): Fraction {
  if (rest === null || upTo === null) return amount
  return fraction.divide(fraction.multiply(amount, rest), fraction.subtract(upTo, from))
}
