import * as defined from '../../kernel/policy/defined.js'
import { type DefinedLeadModel, scoreLead } from '../../leads/index.js'
import { drawCardFacts } from '../draw/scoreFacts.js'
import type { AnyLaw } from '../law.js'
import type { Arbitrary, FastCheck } from '../types.js'
import { type ScoreRule, scoreLaws } from './score.js'

/** The laws of a lead model: of its score, of the fit and of the intent beside it. */
export function leadLaws(fc: FastCheck, model: DefinedLeadModel): AnyLaw[] {
  const { criteria, bands, missing, knownWeightAtLeast } = model
  const rules = { missing, knownWeightAtLeast }
  const lead: ScoreRule = {
    ...{ of: 'lead', criteria, bands, ...rules },
    score: (facts) => {
      const { score, parts, band, next } = scoreLead(facts, model)
      return { score: score ?? 0, contributions: contributionsOf(parts), band, next }
    },
  }
  const others = drawCardFacts(fc, { criteria, ...rules })
  const axes = (['fit', 'intent'] as const).flatMap((of): ScoreRule[] => {
    const axis = model[of]
    if (axis === undefined) return []
    return [
      {
        ...{ of, criteria: axis.criteria, bands: axis.bands, ...rules, others },
        score: (facts) => {
          const {
            score = 0,
            parts = [],
            band = null,
            next = null,
          } = scoreLead(facts, model)[of] ?? {}
          return { score, contributions: contributionsOf(parts), band, next }
        },
      },
    ]
  })
  return [lead, ...axes].flatMap((rule) => scoreLaws(fc, rule))
}

function contributionsOf(parts: readonly { readonly contribution: number }[]): number[] {
  return parts.map(({ contribution }) => contribution)
}

/**
 * What is known of a lead, as a model's curves take it: on their steps, knots and ends, and beside them. What the model can do without is
 * left out now and then.
 *
 * @throws SalesRulesError `POLICY_NOT_DEFINED`.
 *
 * @example
 * ```ts
 * import fc from 'fast-check'
 * import { handbook, scoreLead } from 'sales-rules'
 * import { arbitraryLeadFacts } from 'sales-rules/testing'
 *
 * const leads = arbitraryLeadFacts(fc, handbook.leads)
 * fc.assert(fc.property(leads, (facts) => (scoreLead(facts, handbook.leads).score ?? 0) <= 100))
 * ```
 */
export function arbitraryLeadFacts(fc: FastCheck, model: DefinedLeadModel): Arbitrary<object> {
  defined.check(model, 'LeadModel')
  return drawCardFacts(fc, model)
}
