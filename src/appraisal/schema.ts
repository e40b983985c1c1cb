import * as z from 'zod'
import * as defined from '../kernel/policy/defined.js'
import {
  type CriterionInput,
  checked,
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
import type { AppraisalScheme, DefinedAppraisalScheme } from './types.js'

/** A scheme as it is written down. An indicator without a curve scores attainment × 100, at most 100 (APP-10). */
export interface AppraisalSchemeInput extends PolicyHeaderInput, ScorecardRulesInput {
  readonly indicators: readonly (CriterionInput & {
    readonly acceptedSources?: readonly string[]
  })[]
}

const schemeSchema = strict({
  ...headerShape('appraisal'),
  ...scorecardShape,
  indicators: z
    .array(
      strict({
        ...criterionShape,
        acceptedSources: z.array(name()).min(1).max(100).exactOptional(),
      }),
    )
    .min(1)
    .max(100),
}).superRefine(
  checked((scheme) => [
    ...criteriaIssues(scheme.indicators, ['indicators'], scheme),
    ...provenanceIssues(scheme),
  ]),
)

/**
 * Checks and freezes an appraisal scheme. The weights add up to exactly 100; what happens to a missing result is part of it.
 *
 * @throws SalesRulesError with everything that is wrong: `WEIGHTS_NOT_100`, `ID_DUPLICATE`, `OUT_OF_ORDER`, `UNKNOWN_KEY`, …
 *
 * @example Two indicators
 * ```ts
 * import { appraise, defineAppraisalScheme } from 'sales-rules'
 *
 * const scheme = defineAppraisalScheme({
 *   indicators: [
 *     { id: 'sales', weight: 70 },
 *     { id: 'complaints', weight: 30, curve: 'lower-is-better' },
 *   ],
 *   missing: 'refuse',
 * })
 * const results = { sales: { actual: 90, target: 100 }, complaints: { actual: 4, target: 2 } }
 * appraise({ results }, scheme).score // => 78
 * ```
 */
export function defineAppraisalScheme(scheme: AppraisalSchemeInput): DefinedAppraisalScheme {
  return defined.seal<AppraisalScheme>('AppraisalScheme', readPolicy(schemeSchema, scheme))
}
