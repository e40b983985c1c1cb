import type { Fraction } from '../../kernel/number/fraction.js'
import * as fraction from '../../kernel/number/fraction.js'
import type { ExactScale, ExactTier } from '../../kernel/scale/scales.js'
import * as scales from '../../kernel/scale/scales.js'
import type { CountedSales } from '../lines/countSales.js'
import type { ExactGroup, ExactPlan } from '../plan/exactPlan.js'
import { raisedScale, type Terms, withScales } from './computeTerms.js'
import { attained } from './earn.js'
import { countedBy } from './openGate.js'
import { tierAbove } from './scaleAbove.js'
import { countedFor } from './spreadLines.js'

/**
 * Terms by which all sales of a span earn in the tier that it has reached, where one tier pays for all of them: what an earlier stretch
 * sold keeps what it earned, and only what came after it earns this tier's rate.
 */
export function inTierOf(sold: CountedSales, terms: Terms, plan: ExactPlan): Terms {
  return withScales(terms, (exact, group) => {
    const { mode, measure } = exact.scale
    const base = attained(countedFor(group, sold, plan), terms.facts, plan)
    const isEach = plan.groups[group]?.per !== null
    if (mode !== 'whole-amount' || measure === 'separate' || isEach) return exact
    if (group === 0 && plan.gate?.startsIn === 'own-tier') return ownTier(base, terms, plan)
    return oneTier(exact, group === 0 ? countedBy(terms.gate, base) : base, terms)
  })
}

/** Where sales stay in their own tier, it is the one that all of them have reached, be they below the level from which they count. */
function ownTier(sales: Fraction, { gate, facts }: Terms, plan: ExactPlan): ExactScale {
  const [{ scale }] = plan.groups as readonly [ExactGroup, ...ExactGroup[]]
  const stretched = scales.stretch(raisedScale(scale, facts, plan), facts)
  const { tier, isLast } = reachedBy(sales, stretched)
  const own = tierAbove(tier, gate?.countsFrom ?? fraction.ZERO, 'whole-amount')
  return paidBy(own, isLast, stretched)
}

function oneTier(exact: ExactScale, base: Fraction, { facts }: Terms): ExactScale {
  const stretched = scales.stretch(exact, facts)
  const { tier, isLast } = reachedBy(base, stretched)
  return paidBy(tier, isLast, stretched)
}

function reachedBy(sales: Fraction, stretched: ExactScale) {
  const owner = scales.ownerOf(fraction.absolute(sales), stretched)
  const tier = stretched.tiers[owner] ?? stretched.tiers[0]
  return { tier, isLast: owner === stretched.tiers.length - 1 }
}

/**
 * A scale of one tier: below the tier's own beginning its rate up to its maximum, from there on what is flat as well. So whoever comes to
 * the tier is paid no less for it.
 */
function paidBy(tier: ExactTier, isLast: boolean, stretched: ExactScale): ExactScale {
  const whole: ExactTier = { ...tier, from: fraction.ZERO, upTo: isLast ? tier.upTo : null }
  const scale = { ...stretched.scale, mode: 'marginal' as const, thresholds: 'money' as const }
  const isFlat = !fraction.isZero(tier.amount) || tier.minimum !== null || tier.maximum !== null
  if (!isFlat || fraction.isZero(tier.from)) return { scale, tiers: [whole] }
  const earned = fraction.atMost(fraction.multiply(tier.from, tier.rate), tier.maximum)
  const less = (bound: Fraction | null) => bound && fraction.subtract(bound, earned)
  const below = {
    ...whole,
    id: `${tier.id}/below`,
    upTo: tier.from,
    amount: fraction.ZERO,
    minimum: null,
  }
  const own = {
    ...tier,
    upTo: whole.upTo,
    minimum: less(tier.minimum),
    maximum: less(tier.maximum),
  }
  return { scale, tiers: [below, own] }
}
