import * as z from 'zod'
import * as defined from '../kernel/policy/defined.js'
import {
  type BandInput,
  bandsSchema,
  type CriterionInput,
  checked,
  criteriaIssues,
  criterionShape,
  headerShape,
  type PolicyHeaderInput,
  provenanceIssues,
  readPolicy,
  type ScorecardRulesInput,
  scorecardShape,
  strict,
  wholeNumber,
} from '../kernel/schema.js'
import type { DefinedHealthModel, HealthModel } from './types.js'

/** A health model as it is written down: three follow-ups without an answer are a warning, unless told. */
export interface HealthModelInput extends PolicyHeaderInput, ScorecardRulesInput {
  readonly criteria: readonly CriterionInput[]
  readonly bands: readonly BandInput[]
  readonly unansweredInARow?: number
}

const modelSchema = strict({
  ...headerShape('health'),
  ...scorecardShape,
  criteria: z.array(strict(criterionShape)).min(1).max(100),
  bands: bandsSchema,
  unansweredInARow: wholeNumber(1, 1000).default(3),
}).superRefine(
  checked((model) => [
    ...criteriaIssues(model.criteria, ['criteria'], model),
    ...provenanceIssues(model),
  ]),
)

/**
 * Checks and freezes a health model.
 *
 * @throws SalesRulesError with everything that is wrong: `WEIGHTS_NOT_100`, `OUT_OF_ORDER`, `UNKNOWN_KEY`, …
 *
 * @example Purchases a year on a curve, satisfaction as it was surveyed, what is missing left out
 * ```ts
 * import { defineHealthModel, scoreHealth } from 'sales-rules'
 *
 * const model = defineHealthModel({
 *   criteria: [
 *     { id: 'purchases', weight: 60, curve: { kind: 'linear', knots: [{ at: 0, points: 0 }, { at: 12, points: 100 }] } },
 *     { id: 'satisfaction', weight: 40, curve: 'points' },
 *   ],
 *   missing: 'reweight',
 *   bands: [{ id: 'healthy', from: 70 }, { id: 'at-risk', from: 0 }],
 * })
 * scoreHealth({ purchases: 6, satisfaction: 95 }, model).score // => 68
 * scoreHealth({ purchases: 9 }, model).score // => 75
 * ```
 */
export function defineHealthModel(model: HealthModelInput): DefinedHealthModel {
  return defined.seal<HealthModel>('HealthModel', readPolicy(modelSchema, model))
}
