import * as z from 'zod'
import * as defined from '../kernel/policy/defined.js'
import {
  type ConditionInput,
  checked,
  conditionSchema,
  duplicateIds,
  headerShape,
  name,
  type PolicyHeaderInput,
  provenanceIssues,
  readPolicy,
  strict,
} from '../kernel/schema.js'
import type { CareerPolicy, DefinedCareerPolicy } from './types.js'

/** A career policy as it is written down. By default the standards of a level are reported, and not required. */
export interface CareerPolicyInput extends PolicyHeaderInput {
  readonly ladders: readonly {
    readonly id: string
    readonly clause: string
    readonly rungs: readonly {
      readonly id: string
      readonly requires: ConditionInput
      readonly standard?: ConditionInput
    }[]
  }[]
  readonly levelStandards?: 'report' | 'require'
}

const rungSchema = strict({
  id: name(),
  requires: conditionSchema,
  standard: conditionSchema.exactOptional(),
})

const policySchema = strict({
  ...headerShape('careers'),
  ladders: z
    .array(strict({ id: name(), clause: name(), rungs: z.array(rungSchema).min(1).max(100) }))
    .min(1)
    .max(100),
  levelStandards: z.enum(['report', 'require']).default('report'),
}).superRefine(
  checked((policy) => [
    ...duplicateIds(policy.ladders, ['ladders']),
    ...duplicateIds(
      policy.ladders.flatMap(({ rungs }) => rungs),
      ['ladders', 'rungs'],
    ),
    ...provenanceIssues(policy),
  ]),
)

/**
 * Checks and freezes a career policy.
 *
 * @throws SalesRulesError with everything that is wrong: `ID_DUPLICATE`, `POLICY_CONFLICT`, `VALUE_NOT_ALLOWED`, `UNKNOWN_KEY`, …
 *
 * @example One rung, two of three conditions
 * ```ts
 * import { checkPromotion, defineCareerPolicy } from 'sales-rules'
 *
 * const policy = defineCareerPolicy({
 *   ladders: [
 *     {
 *       id: 'sales',
 *       clause: 'HR-7',
 *       rungs: [
 *         {
 *           id: 'senior',
 *           requires: {
 *             atLeast: 2,
 *             of: [
 *               { id: 'attainment', comparison: 'at-least', required: 1.1, unit: 'ratio' },
 *               { id: 'yearsOfService', comparison: 'at-least', required: 3, unit: 'count' },
 *               { id: 'trained', comparison: 'equals', required: true },
 *             ],
 *           },
 *         },
 *       ],
 *     },
 *   ],
 * })
 * checkPromotion({ attainment: 1.2, trained: true }, 'senior', policy).eligible // => true
 * checkPromotion({ attainment: 1.2 }, 'senior', policy).eligible // => 'unknown'
 * ```
 */
export function defineCareerPolicy(policy: CareerPolicyInput): DefinedCareerPolicy {
  return defined.seal<CareerPolicy>('CareerPolicy', readPolicy(policySchema, policy))
}
