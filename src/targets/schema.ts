import * as z from 'zod'
import type { DecimalInput, Issue } from '../kernel/index.js'
import * as issue from '../kernel/input/issue.js'
import { NUMBER_NOT_ABOVE, WEIGHTS_NOT_POSITIVE } from '../kernel/issues.js'
import { known } from '../kernel/number/decimal.js'
import * as defined from '../kernel/policy/defined.js'
import {
  checked,
  completeRounding,
  currencyIssues,
  duplicateIds,
  headerShape,
  type MoneyRoundingInput,
  moneyRounding,
  name,
  notNegative,
  onceEach,
  type PolicyHeaderInput,
  positive,
  provenanceIssues,
  ratio,
  readPolicy,
  strict,
  wholeNumber,
} from '../kernel/schema.js'
import { MEASURES, MONTHS_OF_YEAR, TARGET_FIELDS } from './read.js'
import type {
  DefinedTargetPlan,
  Goal,
  Proration,
  SeasonalProfile,
  SigningRules,
  TargetField,
  TargetMeasure,
  TargetPlan,
} from './types.js'

/**
 * A target plan as it is written down. By default targets are of sales, cash and new customers, rounded half-up to the decimals of the
 * currency; a revision holds from the first of a month, nobody signs, nothing is required, and a month that was started counts.
 */
export interface TargetPlanInput extends PolicyHeaderInput {
  /** The currency of targets of money, a code of ISO 4217. */
  readonly currency: string
  /** How a part of a target of money is rounded; one of a count is whole, and goes the same way. */
  readonly rounding?: MoneyRoundingInput
  /** What targets are set of. */
  readonly measures?: readonly TargetMeasure[]
  /** The part of a target that a head carries in person, from 0 to 1, where the tree does not say it. */
  readonly headShare?: DecimalInput
  /** What each month of the year weighs, 01 to 12; months weigh the same where it is left out. */
  readonly profile?: Readonly<Record<string, DecimalInput>>
  /** A revision holds from the first day of a month, or of a quarter. `month` by default. */
  readonly revisedFrom?: TargetPlan['revisedFrom']
  /** The month in which a year starts, 1 to 12; without it, that of the calendar. Its quarters go by it. */
  readonly yearStartsIn?: number
  /** Who signs a target, and in what order. */
  readonly signing?: Partial<SigningRules>
  /** What a target has to name. None by default. */
  readonly requires?: readonly TargetField[]
  /** Small goals on the way. */
  readonly goals?: readonly (Omit<Goal, 'amount'> & {
    /** What has to be reached, above 0. Above 0. */
    readonly amount: DecimalInput
  })[]
  /** How the target of a period in part is worked out. */
  readonly proration: {
    /** What is counted: calendar days, months, or the working days of a calendar. */
    readonly by: Proration['by']
    /** Which months count: those `started`, or only those that are `whole`. `started` by default. */
    readonly months?: Proration['months']
  }
  /** The part of a target, from 0 to 1, in each month of service from the first; the last one holds from then on. */
  readonly ramp?: readonly DecimalInput[]
}

const measure = strict({ id: name(), unit: z.enum(['money', 'count']) })

const goal = strict({ id: name(), per: z.enum(['week', 'month']), amount: positive() })

const signing = strict({
  by: z.array(name()).max(10).default([]),
  unsigned: z.enum(['not-counted', 'counted']).default('not-counted'),
  revised: z.enum(['again', 'once']).default('again'),
}).prefault({})

/** By the months of the year, each of them once. */
const profile = strict(
  Object.fromEntries(MONTHS_OF_YEAR.map((month) => [month, notNegative()])),
).superRefine(checked(profileIssues))

export const planSchema = strict({
  ...headerShape('targets'),
  currency: z.string(),
  rounding: moneyRounding(),
  measures: z
    .array(measure)
    .min(1)
    .max(100)
    .default(() => [...MEASURES]),
  headShare: ratio().exactOptional(),
  profile: profile.exactOptional(),
  revisedFrom: z.enum(['month', 'quarter']).default('month'),
  yearStartsIn: wholeNumber(1, 12).exactOptional(),
  signing,
  requires: z.array(z.enum(TARGET_FIELDS)).max(10).default([]),
  goals: z.array(goal).max(100).default([]),
  proration: strict({
    by: z.enum(['day', 'month', 'working-day']),
    months: z.enum(['started', 'whole']).default('started'),
  }),
  ramp: z.array(ratio()).min(1).max(120).exactOptional(),
})
  .superRefine(
    checked((plan) => [
      ...currencyIssues(plan),
      ...duplicateIds(plan.measures, ['measures']),
      ...duplicateIds(plan.goals, ['goals']),
      ...onceEach(plan.signing.by, ['signing', 'by']),
      ...onceEach(plan.requires, ['requires']),
      ...rampIssues(plan),
      ...provenanceIssues(plan),
    ]),
  )
  .transform((plan) => ({ ...plan, rounding: completeRounding(plan) }))

function profileIssues(weights: SeasonalProfile): Issue[] {
  if (Object.values(weights).some((weight) => known(weight).n > 0n)) return []
  return [issue.at(WEIGHTS_NOT_POSITIVE, [], { weights: MONTHS_OF_YEAR.length })]
}

/** Somebody for whom the ramp ends at nothing would never have a target. */
function rampIssues({ ramp }: { readonly ramp?: readonly string[] }): Issue[] {
  if (ramp?.at(-1) !== '0') return []
  const params = { given: '0', minimum: '0', maximum: '1' }
  return [issue.at(NUMBER_NOT_ABOVE, ['ramp', ramp.length - 1], params)]
}

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
