import type { Fraction } from '../../kernel/number/fraction.js'
import * as fraction from '../../kernel/number/fraction.js'
import type { ExactScale, ExactTier } from '../../kernel/scale/scales.js'
import * as scales from '../../kernel/scale/scales.js'
import type { Bases } from '../lines/countSales.js'
import type { Terms } from './computeTerms.js'
import { countedBy } from './openGate.js'

/**
 * Terms by which all sales of a span earn in the tier that it has reached, where one tier pays for all of them: what an earlier stretch
 * sold keeps what it earned, and only what came after it earns this tier's rate.
 */
export function inTierOf(bases: Bases, terms: Terms): Terms {
  return {
    ...terms,
    scales: terms.scales.map((exact, group) => {
      const { mode, measure } = exact.scale
      const [base = fraction.ZERO] = bases[group] ?? []
      if (mode !== 'whole-amount' || measure === 'separate') return exact
      return oneTier(exact, group === 0 ? countedBy(terms.gate, base) : base, terms)
    }),
  }
}

/** A scale of one tier: below the tier's own beginning its rate alone, from there on what is flat as well. */
function oneTier(exact: ExactScale, base: Fraction, { facts }: Terms): ExactScale {
  const stretched = scales.stretch(exact, facts)
  const owner = scales.ownerOf(fraction.absolute(base), stretched)
  const tier = stretched.tiers[owner] ?? stretched.tiers[0]
  const isLast = owner === stretched.tiers.length - 1
  const whole: ExactTier = { ...tier, from: fraction.ZERO, upTo: isLast ? tier.upTo : null }
  const scale = { ...exact.scale, mode: 'marginal' as const, thresholds: 'money' as const }
  const isFlat = !fraction.isZero(tier.amount) || tier.minimum !== null || tier.maximum !== null
  if (!isFlat || fraction.isZero(tier.from)) return { scale, tiers: [whole] }
  const earned = fraction.multiply(tier.from, tier.rate)
  const less = (bound: Fraction | null) => bound && fraction.subtract(bound, earned)
  const below = { ...whole, id: `${tier.id}/below`, upTo: tier.from, ...NOTHING_FLAT }
  const own = {
    ...tier,
    upTo: whole.upTo,
    minimum: less(tier.minimum),
    maximum: less(tier.maximum),
  }
  return { scale, tiers: [below, own] }
}

const NOTHING_FLAT = { amount: fraction.ZERO, minimum: null, maximum: null }
