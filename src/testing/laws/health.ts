import { type DefinedHealthModel, scoreHealth } from '../../health/index.js'
import * as defined from '../../kernel/policy/defined.js'
import { drawCardFacts } from '../draw/scoreFacts.js'
import type { AnyLaw } from '../law.js'
import type { Arbitrary, FastCheck } from '../types.js'
import { scoreLaws } from './score.js'

/** The laws of a health model. */
export function healthLaws(fc: FastCheck, model: DefinedHealthModel): AnyLaw[] {
  const { criteria, missing, knownWeightAtLeast, bands, worstPart } = model
  return scoreLaws(fc, {
    ...{ of: 'health', criteria, missing, knownWeightAtLeast },
    // One bad part holds the band down, whatever the score.
    ...(worstPart === undefined ? { bands } : {}),
    score: (facts) => {
      const { score, parts, band, next } = scoreHealth(facts, model)
      return { score, contributions: parts.map((part) => part.contribution), band, next }
    },
  })
}

/**
 * What is known of a customer, as a model's curves take it: on their steps, knots and ends, and beside them. What the model can do without
 * is left out now and then.
 *
 * @throws SalesRulesError `POLICY_NOT_DEFINED`.
 *
 * @example
 * ```ts
 * import fc from 'fast-check'
 * import { handbook, scoreHealth } from 'sales-rules'
 * import { arbitraryHealthFacts } from 'sales-rules/testing'
 *
 * const customers = arbitraryHealthFacts(fc, handbook.health)
 * fc.assert(fc.property(customers, (facts) => scoreHealth(facts, handbook.health).score <= 100))
 * ```
 */
export function arbitraryHealthFacts(fc: FastCheck, model: DefinedHealthModel): Arbitrary<object> {
  defined.check(model, 'HealthModel')
  return drawCardFacts(fc, model)
}
