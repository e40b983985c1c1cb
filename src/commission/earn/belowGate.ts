/** What sales earn that a gate keeps from the tiers, where that is a flat rate: as a scale, like all the others. */
import type { Fraction } from '../../kernel/number/fraction.js'
import * as fraction from '../../kernel/number/fraction.js'
import type { ExactScale, ExactTier } from '../../kernel/scale/scales.js'
import type { GateLevel } from './openGate.js'

/** One tier for all sales: that of a gate which is shut. */
export function flatScale({ scale }: ExactScale, rate: Fraction): ExactScale {
  const flat = { ...scale, mode: 'marginal', measure: 'base', thresholds: 'money' } as const
  return { scale: flat, tiers: [tierBelow(rate, null, null)] }
}

/** Sales below zero are below any level. */
export function belowZero(base: Fraction, exact: ExactScale, gate: GateLevel | null): ExactScale {
  const isFlat = base.n < 0n && gate !== null && gate.counts !== 'all'
  return isFlat && gate.below !== null ? flatScale(exact, gate.below) : exact
}

/** The flat rate up to a level, and above it the tiers of a marginal scale, whose ends are amounts; `target` where they are stated as ratios of it. */
export function scaleFrom(
  { scale, tiers }: ExactScale,
  { level, rate, target }: { level: Fraction; rate: Fraction; target: Fraction | undefined },
): ExactScale {
  const isByTarget = scale.thresholds === 'attainment' && target !== undefined
  const stated = isByTarget ? fraction.divide(level, target) : level
  const above = tiers.map((tier, index) => ({
    ...tier,
    from: fraction.add(tier.from, level),
    upTo: tier.upTo && fraction.add(tier.upTo, level),
    // Exactly at the level nothing is above it.
    ownsStart: tier.ownsStart && index > 0,
  }))
  return {
    scale: { ...scale, thresholds: 'money' },
    tiers: [tierBelow(rate, level, stated), ...above],
  }
}

function tierBelow(rate: Fraction, upTo: Fraction | null, stated: Fraction | null): ExactTier {
  return {
    id: 'below',
    stated: { from: fraction.ZERO, upTo: stated },
    from: fraction.ZERO,
    upTo,
    ownsStart: false,
    multiple: null,
    rate,
    amount: fraction.ZERO,
    minimum: null,
    maximum: null,
  }
}
