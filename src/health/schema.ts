import * as z from 'zod'
import type { DecimalInput, Issue } from '../kernel/index.js'
import { at } from '../kernel/input/issue.js'
import * as defined from '../kernel/policy/defined.js'
import {
  type BandInput,
  bandsSchema,
  type CriterionInput,
  checked,
  criteriaIssues,
  criterionShape,
  headerShape,
  name,
  type PolicyHeaderInput,
  points,
  provenanceIssues,
  readPolicy,
  type ScorecardRulesInput,
  scorecardShape,
  strict,
  wholeNumber,
} from '../kernel/schema.js'
import { RECORD_KEYS } from './exactHealthModel.js'
import { ID_TAKEN, MEASURE_OF_NO_FIGURE } from './issues.js'
import { notNamed } from './read.js'
import type { DefinedHealthModel, HealthModel, RecordMeasure } from './types.js'

/**
 * A health model as it is written down. By default three days of follow-ups without an answer are a warning, and no bad part holds the
 * band down.
 */
export interface HealthModelInput extends PolicyHeaderInput, ScorecardRulesInput {
  readonly criteria: readonly (CriterionInput & { readonly measure?: RecordMeasure })[]
  readonly bands: readonly BandInput[]
  readonly worstPart?: {
    readonly below: DecimalInput
    readonly bandAtMost: string
    readonly criteria?: readonly string[]
  }
  readonly unansweredInARow?: number
  readonly unansweredBy?: HealthModel['unansweredBy']
}

/** A hundred years. */
const MOST_DAYS = 36_500

const measureSchema = strict({
  kinds: z.array(name()).min(1).max(100),
  by: z.enum(['count', 'days', 'total', 'mean', 'latest', 'days-since']),
  windowDays: wholeNumber(0, MOST_DAYS).exactOptional(),
})

const modelSchema = strict({
  ...headerShape('health'),
  ...scorecardShape,
  criteria: z
    .array(strict({ ...criterionShape, measure: measureSchema.exactOptional() }))
    .min(1)
    .max(100),
  bands: bandsSchema,
  worstPart: strict({
    below: points(),
    bandAtMost: name(),
    criteria: z.array(name()).min(1).max(100).exactOptional(),
  }).exactOptional(),
  unansweredInARow: wholeNumber(1, 1000).default(3),
  unansweredBy: z.enum(['day', 'follow-up']).default('day'),
}).superRefine(
  checked((model) => [
    ...criteriaIssues(model.criteria, ['criteria'], model),
    ...measureIssues(model),
    ...worstPartIssues(model),
    ...provenanceIssues(model),
  ]),
)

/** The curves that take a figure, as one that is measured is. */
const OF_FIGURES: readonly string[] = ['points', 'ratio', 'rating', 'steps', 'linear']

function measureIssues({ criteria }: Pick<HealthModel, 'criteria'>): Issue[] {
  const isMeasured = criteria.some(({ measure }) => measure !== undefined)
  return criteria.flatMap(({ id, curve, measure }, index) => {
    const path = ['criteria', index]
    const isTaken = isMeasured && (RECORD_KEYS as readonly string[]).includes(id)
    return [
      ...(isTaken ? [at(ID_TAKEN, [...path, 'id'], { id })] : []),
      ...(measure === undefined || OF_FIGURES.includes(curve.kind)
        ? []
        : [at(MEASURE_OF_NO_FIGURE, [...path, 'curve'], { given: curve.kind })]),
    ]
  })
}

function worstPartIssues({ worstPart, bands, criteria }: HealthModel): Issue[] {
  if (worstPart === undefined) return []
  const ids = criteria.map(({ id }) => id)
  return [
    ...notNamed(
      worstPart.bandAtMost,
      ['worstPart', 'bandAtMost'],
      bands.map(({ id }) => id),
    ),
    ...(worstPart.criteria ?? []).flatMap((id, index) =>
      notNamed(id, ['worstPart', 'criteria', index], ids),
    ),
  ]
}

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
