import * as issue from '../../kernel/input/issue.js'
import { TARGET_FOR_THRESHOLDS_MISSING } from '../../kernel/issues.js'
import type { Fraction } from '../../kernel/number/fraction.js'
import * as fraction from '../../kernel/number/fraction.js'
import type { ExactScale } from '../../kernel/scale/scales.js'
import * as scales from '../../kernel/scale/scales.js'
import type { EligibleSales } from '../lines/countSales.js'
import type { ExactPlan } from '../plan/exactPlan.js'
import type { StatementMeasure } from '../plan/types.js'
import { type Terms, withScales } from './computeTerms.js'

/** Terms at which all lines of a scale earn in one tier: that which the attainment, or the units, of all sales have chosen. */
export function chooseTiers(sales: EligibleSales, terms: Terms, plan: ExactPlan): Terms {
  if (plan.groups.every(({ measuredTogether }) => measuredTogether === null)) return terms
  return withScales(terms, (exact, group) => {
    const measure = plan.groups[group]?.measuredTogether ?? null
    return measure === null ? exact : inTier(exact, figureOf(measure, sales, terms, plan))
  })
}

function figureOf(
  measure: StatementMeasure,
  sales: EligibleSales,
  { facts }: Terms,
  { json: { attainmentRounding } }: ExactPlan,
): Fraction {
  if (measure === 'units') return sales.units
  const target = facts.target ?? issue.refuse(TARGET_FOR_THRESHOLDS_MISSING, ['target'], {})
  const attainment = fraction.divide(sales.credited, target)
  return attainmentRounding ? fraction.round(attainment, attainmentRounding) : attainment
}

function inTier(exact: ExactScale, figure: Fraction): ExactScale {
  const tier = exact.tiers[scales.ownerOf(figure, exact)] ?? exact.tiers[0]
  const scale = { ...exact.scale, mode: 'marginal' as const, measure: 'base' as const }
  return { scale, tiers: [{ ...tier, from: fraction.ZERO, upTo: null }] }
}
