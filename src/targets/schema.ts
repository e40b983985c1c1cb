import * as z from 'zod'
import * as defined from '../kernel/policy/defined.js'
import {
  checked,
  completeRounding,
  currencyIssues,
  headerShape,
  type MoneyRoundingInput,
  moneyRounding,
  type PolicyHeaderInput,
  provenanceIssues,
  readPolicy,
  strict,
} from '../kernel/schema.js'
import type { DefinedTargetPlan, Proration, TargetPlan } from './types.js'

/** A target plan as it is written down: half-up to the decimals of the currency, and a month that was started counts, unless told. */
export interface TargetPlanInput extends PolicyHeaderInput {
  readonly currency: string
  readonly rounding?: MoneyRoundingInput
  readonly proration: {
    readonly by: Proration['by']
    readonly months?: Proration['months']
  }
}

const planSchema = strict({
  ...headerShape('targets'),
  currency: z.string(),
  rounding: moneyRounding(),
  proration: strict({
    by: z.enum(['day', 'month', 'working-day']),
    months: z.enum(['started', 'whole']).default('started'),
  }),
})
  .superRefine(checked((plan) => [...currencyIssues(plan), ...provenanceIssues(plan)]))
  .transform((plan) => ({ ...plan, rounding: completeRounding(plan) }))

/**
 * Checks and freezes a target plan. What is left out is filled in, so that the plan names every choice.
 *
 * @throws SalesRulesError with everything that is wrong, each with its path: `CURRENCY_UNKNOWN`, `NUMBER_OUT_OF_RANGE`,
 *   `VALUE_NOT_ALLOWED`, `UNKNOWN_KEY`, …
 *
 * @example A plan that counts months, and only whole ones
 * ```ts
 * import { defineTargetPlan, prorateTarget } from 'sales-rules'
 *
 * const plan = defineTargetPlan({ currency: 'CNY', proration: { by: 'month', months: 'whole' } })
 * plan.rounding // => { mode: 'half-up', decimals: 2 }
 * prorateTarget('900000', { period: '2026-Q2', from: '2026-05-18' }, plan).target // => '300000.00'
 * ```
 */
export function defineTargetPlan(plan: TargetPlanInput): DefinedTargetPlan {
  return defined.seal<TargetPlan>('TargetPlan', readPolicy(planSchema, plan))
}
