import * as z from 'zod'
import type { Band, Issue } from '../kernel/index.js'
import { at, closest } from '../kernel/input/issue.js'
import * as defined from '../kernel/policy/defined.js'
import {
  type BandInput,
  bandsSchema,
  type ConditionInput,
  type CriterionInput,
  checked,
  conditionSchema,
  criteriaIssues,
  criterionShape,
  headerShape,
  name,
  type PolicyHeaderInput,
  provenanceIssues,
  readPolicy,
  type ScorecardRulesInput,
  scorecardShape,
  strict,
} from '../kernel/schema.js'
import { HIGH_VALUE_UNKNOWN } from './issues.js'
import type { DefinedLeadModel, LeadModel } from './types.js'

/** A lead model as it is written down. Left out: the best band is of high value, and no lead is invalid. */
export interface LeadModelInput extends PolicyHeaderInput, ScorecardRulesInput {
  readonly criteria: readonly CriterionInput[]
  readonly bands: readonly BandInput[]
  readonly highValueFrom?: string
  readonly disqualifiers?: readonly { readonly reason: string; readonly when: ConditionInput }[]
}

const modelSchema = strict({
  ...headerShape('leads'),
  ...scorecardShape,
  criteria: z.array(strict(criterionShape)).min(1).max(100),
  bands: bandsSchema,
  highValueFrom: name().exactOptional(),
  disqualifiers: z
    .array(strict({ reason: name(), when: conditionSchema }))
    .max(100)
    .default([]),
})
  .superRefine(
    checked((model) => [
      ...criteriaIssues(model.criteria, ['criteria'], model),
      ...highValueIssues(model.bands, model.highValueFrom),
      ...provenanceIssues(model),
    ]),
  )
  // The order of the keys is the same, whether the band is given or not.
  .transform(({ highValueFrom, disqualifiers, ...model }) => ({
    ...model,
    highValueFrom: highValueFrom ?? model.bands[0]?.id ?? '',
    disqualifiers,
  }))

function highValueIssues(bands: readonly Band[], given: string | undefined): Issue[] {
  const known = bands.map(({ id }) => id)
  if (given === undefined || known.includes(given)) return []
  const suggestion = closest(given, known)
  return [at(HIGH_VALUE_UNKNOWN, ['highValueFrom'], { given, known, suggestion })]
}

/**
 * Checks and freezes a lead model.
 *
 * @throws SalesRulesError with everything that is wrong: `WEIGHTS_NOT_100`, `OUT_OF_ORDER`, `NOT_IN_POLICY`, `UNKNOWN_KEY`, …
 *
 * @example Budgets in money, authority by name, recent visits counting more than old ones
 * ```ts
 * import { defineLeadModel, scoreLead } from 'sales-rules'
 *
 * const model = defineLeadModel({
 *   criteria: [
 *     { id: 'budget', weight: 40, curve: { kind: 'linear', knots: [{ at: 0, points: 0 }, { at: 500000, points: 100 }] } },
 *     { id: 'authority', weight: 30, curve: { kind: 'choice', choices: { decides: 100, advises: 60, none: 0 } } },
 *     { id: 'visits', weight: 30, curve: { kind: 'decay', halfLifeDays: 30, events: { visit: 50 } } },
 *   ],
 *   missing: 'zero',
 *   bands: [{ id: 'hot', from: 80 }, { id: 'warm', from: 50 }, { id: 'cold', from: 0 }],
 * })
 * const visits = { asOf: '2026-03-31', events: [{ date: '2026-03-01', kind: 'visit' }] }
 * const lead = scoreLead({ budget: '250000', authority: 'decides', visits }, model)
 * lead.parts.map((part) => part.contribution) // => [20, 30, 7.5]
 * lead.band // => 'warm'
 * ```
 */
export function defineLeadModel(model: LeadModelInput): DefinedLeadModel {
  return defined.seal<LeadModel>('LeadModel', readPolicy(modelSchema, model))
}
