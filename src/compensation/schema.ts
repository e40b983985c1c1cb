import * as z from 'zod'
import type { DecimalInput, Issue, RoundingMode } from '../kernel/index.js'
import { at } from '../kernel/input/issue.js'
import { ID_DUPLICATE } from '../kernel/issues.js'
import * as defined from '../kernel/policy/defined.js'
import {
  checked,
  completeRounding,
  currencyIssues,
  decimalsKept,
  headerShape,
  type MoneyRoundingInput,
  moneyRounding,
  name,
  type PolicyHeaderInput,
  positive,
  provenanceIssues,
  readPolicy,
  roundingMode,
  strict,
} from '../kernel/schema.js'
import type { BonusRule, CompensationPlan, DefinedCompensationPlan } from './types.js'

interface PartOfPeriodInput {
  readonly proration?: BonusRule['proration']
  readonly leavers?: BonusRule['leavers']
}

/** How consequences of one kind are paid, as it is written down. By default in proportion to the days served, whatever the attendance. */
type PayRuleInput =
  | (PartOfPeriodInput & {
      readonly kind: string
      readonly pays: 'bonus'
      readonly months?: DecimalInput
      readonly attendance?: BonusRule['attendance']
    })
  | { readonly kind: string; readonly pays: 'base-pay' }
  | (PartOfPeriodInput & {
      readonly kind: string
      readonly pays: 'leave'
      readonly rounding?: { readonly mode?: RoundingMode; readonly decimals?: number }
    })

/** A compensation plan as it is written down: half-up to the decimals of the currency, unless told. */
export interface CompensationPlanInput extends PolicyHeaderInput {
  readonly currency: string
  readonly rounding?: MoneyRoundingInput
  readonly consequences?: readonly PayRuleInput[]
}

const partOfPeriod = {
  proration: z.enum(['day', 'month-started', 'month-whole', 'none']).default('day'),
  leavers: z.enum(['pro-rata', 'none']).default('pro-rata'),
}

const payRule = z.discriminatedUnion('pays', [
  strict({
    kind: name(),
    pays: z.literal('bonus'),
    months: positive().prefault('1'),
    ...partOfPeriod,
    attendance: z.enum(['pro-rata', 'ignore']).default('ignore'),
  }),
  strict({ kind: name(), pays: z.literal('base-pay') }),
  strict({
    kind: name(),
    pays: z.literal('leave'),
    ...partOfPeriod,
    rounding: strict({
      mode: roundingMode().default('down'),
      decimals: decimalsKept().default(0),
    }).prefault({}),
  }),
])

const planSchema = strict({
  ...headerShape('compensation'),
  currency: z.string(),
  rounding: moneyRounding(),
  consequences: z.array(payRule).max(1000).default([]),
})
  .superRefine(
    checked((plan) => [
      ...currencyIssues(plan),
      ...duplicateKinds(plan.consequences),
      ...provenanceIssues(plan),
    ]),
  )
  .transform((plan) => ({ ...plan, rounding: completeRounding(plan) }))

/** Each kind is paid in one way. */
function duplicateKinds(rules: readonly { readonly kind: string }[]): Issue[] {
  const seen = new Set<string>()
  return rules.flatMap(({ kind }, index) => {
    const isNew = !seen.has(kind)
    seen.add(kind)
    return isNew ? [] : [at(ID_DUPLICATE, ['consequences', index, 'kind'], { id: kind })]
  })
}

/**
 * Checks and freezes a compensation plan. What is left out is filled in, so that the plan names every choice.
 *
 * @throws SalesRulesError with everything that is wrong, each with its path: `CURRENCY_UNKNOWN`, `ID_DUPLICATE` for a kind that is paid twice,
 *   `VALUE_NOT_ALLOWED`, `UNKNOWN_KEY`, …
 *
 * @example A bonus of days worked, and nothing for leavers
 * ```ts
 * import { defineCompensationPlan } from 'sales-rules'
 *
 * const plan = defineCompensationPlan({
 *   currency: 'CNY',
 *   consequences: [{ kind: 'bonus', pays: 'bonus', attendance: 'pro-rata', leavers: 'none' }],
 * })
 * plan.consequences[0]
 * // => { kind: 'bonus', pays: 'bonus', months: '1', proration: 'day', leavers: 'none', attendance: 'pro-rata' }
 * ```
 */
export function defineCompensationPlan(plan: CompensationPlanInput): DefinedCompensationPlan {
  return defined.seal<CompensationPlan>('CompensationPlan', readPolicy(planSchema, plan))
}
