import * as z from 'zod'
import type { DecimalInput, Issue, Path, RoundingMode } from '../kernel/index.js'
import {
  countDecimals,
  currencyDecimals,
  issueAt,
  known,
  percentIssues,
  seal,
  show,
} from '../kernel/inside.js'
import {
  checked,
  checkPolicy,
  decimalsKept,
  headerShape,
  type PolicyHeaderInput,
  positive,
  provenanceIssues,
  ratio,
  roundingMode,
  type ScaleInput,
  scaleSchema,
  strict,
  wholeNumber,
} from '../kernel/schema.js'
import type {
  CommissionPlan,
  CommissionRounding,
  DefinedCommissionPlan,
  Draw,
  PaymentTerms,
} from './types.js'

/**
 * A plan as it is written down. Left out: no gate, no cap, a coefficient that adds to the rates, and rounding half-up to the
 * currency's decimals at the total, shares of lines in deal order, no
 * overlays.
 */
export interface CommissionPlanInput extends PolicyHeaderInput {
  readonly currency: string
  readonly scale: ScaleInput
  readonly gate?: { readonly attainment: DecimalInput; readonly counts?: 'all' | 'above-target' }
  readonly coefficient?: { readonly applies: 'add-to-rate' | 'multiply' }
  readonly cap?: { readonly amount: DecimalInput }
  readonly rounding?: {
    readonly mode?: RoundingMode
    readonly decimals?: number
    readonly at?: 'total' | 'line'
  }
  readonly attribution?: CommissionPlan['attribution']
  readonly credit?: { readonly overlays: 'refuse' | 'allow' }
  readonly payment?: PaymentTermsInput
}

/**
 * Payment terms as they are written down: each period on its own; a draw is recovered at once, from what is above it, unless told.
 */
export interface PaymentTermsInput {
  readonly accrual?: PaymentTerms['accrual']
  readonly holdback?: { readonly share: DecimalInput; readonly releaseAfter: number }
  readonly draw?: {
    readonly amount: DecimalInput
    readonly kind: Draw['kind']
    readonly recoverFrom?: Draw['recoverFrom']
    readonly recoverAfter?: number
    readonly recoverAtMost?: DecimalInput
  }
  readonly minimumPayout?: DecimalInput
}

const roundingSchema = strict({
  mode: roundingMode().default('half-up'),
  decimals: decimalsKept().exactOptional(),
  at: z.enum(['total', 'line']).default('total'),
})

const MOST_PERIODS = 1000

const paymentSchema: z.ZodType<PaymentTerms> = strict({
  accrual: z.enum(['period', 'year-to-date']).default('period'),
  holdback: strict({ share: ratio(), releaseAfter: wholeNumber(1, MOST_PERIODS) }).exactOptional(),
  draw: strict({
    amount: positive(),
    kind: z.enum(['recoverable', 'non-recoverable']),
    recoverFrom: z.enum(['all', 'above-draw']).default('above-draw'),
    recoverAfter: wholeNumber(0, MOST_PERIODS).default(0),
    recoverAtMost: ratio().prefault('1'),
  }).exactOptional(),
  minimumPayout: positive().exactOptional(),
})

const planSchema: z.ZodType<CommissionPlan> = strict({
  ...headerShape('commission'),
  currency: z.string(),
  scale: scaleSchema,
  gate: strict({
    attainment: positive(),
    counts: z.enum(['all', 'above-target']).default('all'),
  }).exactOptional(),
  coefficient: strict({ applies: z.enum(['add-to-rate', 'multiply']) }).default({
    applies: 'add-to-rate',
  }),
  cap: strict({ amount: positive() }).exactOptional(),
  rounding: roundingSchema.prefault({}),
  attribution: z.enum(['deal-order', 'in-proportion']).default('deal-order'),
  credit: strict({ overlays: z.enum(['refuse', 'allow']) }).default({ overlays: 'refuse' }),
  payment: paymentSchema.exactOptional(),
})
  .superRefine(checked(planIssues))
  .transform((plan) => ({ ...plan, rounding: withDecimals(plan.rounding, plan.currency) }))

type WrittenRounding = Omit<CommissionRounding, 'decimals'> & { decimals?: number }

function withDecimals(
  { mode, decimals, at }: WrittenRounding,
  currency: string,
): CommissionRounding {
  return { mode, decimals: decimals ?? currencyDecimals(currency) ?? 0, at }
}

type WrittenPlan = Omit<CommissionPlan, 'rounding'> & { rounding: WrittenRounding }

function planIssues(plan: WrittenPlan): Issue[] {
  const decimals = currencyDecimals(plan.currency)
  if (decimals === undefined) {
    const given = show(plan.currency)
    const text = `got ${given}, expected a currency code of ISO 4217, like "CNY".`
    return [issueAt('CURRENCY_UNKNOWN', ['currency'], { given }, text)]
  }
  return [
    ...provenanceIssues(plan),
    ...roundingIssues(plan, decimals),
    ...amountIssues(plan, decimals),
    ...accrualIssues(plan),
    ...(plan.gate === undefined
      ? []
      : percentIssues(plan.gate.attainment, known(plan.gate.attainment), ['gate', 'attainment'])),
  ]
}

/** Fewer decimals than the currency has is a choice; more cannot be paid. */
function roundingIssues({ rounding, currency }: WrittenPlan, decimals: number): Issue[] {
  if ((rounding.decimals ?? 0) <= decimals) return []
  const given = String(rounding.decimals)
  const params = { given, minimum: '0', maximum: String(decimals) }
  const text = `got ${given}, expected at most ${decimals}, the decimals of ${currency}.`
  return [issueAt('NUMBER_OUT_OF_RANGE', ['rounding', 'decimals'], params, text)]
}

/** Amounts that a plan states are payable as they stand. */
function amountIssues({ cap, payment, rounding }: WrittenPlan, currencyHas: number): Issue[] {
  const decimals = rounding.decimals ?? currencyHas
  const amounts: readonly (readonly [Path, string | undefined])[] = [
    [['cap', 'amount'], cap?.amount],
    [['payment', 'draw', 'amount'], payment?.draw?.amount],
    [['payment', 'minimumPayout'], payment?.minimumPayout],
  ]
  return amounts.flatMap(([path, amount]) => {
    if (amount === undefined || (countDecimals(known(amount)) ?? 0) <= decimals) return []
    const text = `got ${amount}, expected at most ${decimals} decimals, as amounts are rounded.`
    return [issueAt('TOTAL_TOO_PRECISE', path, { total: amount, decimals }, text)]
  })
}

function accrualIssues({ payment, rounding }: WrittenPlan): Issue[] {
  if (payment?.accrual !== 'year-to-date' || rounding.at === 'total') return []
  const reason =
    'a year to date is computed from running totals, which have no lines to round. Round at the total.'
  return [issueAt('POLICY_CONFLICT', ['payment', 'accrual'], { reason }, reason)]
}

/**
 * Checks and freezes a commission plan. What is left out is filled in, so that the plan names every choice.
 *
 * @throws SalesRulesError with everything that is wrong, each with its path: `CURRENCY_UNKNOWN`, `NUMBER_LOOKS_LIKE_PERCENT`,
 *   `OUT_OF_ORDER`, `SCALE_END`, `UNKNOWN_KEY`, …
 *
 * @example A plan with nothing but tiers
 * ```ts
 * import { calculateCommission, defineCommissionPlan } from 'sales-rules'
 *
 * const plan = defineCommissionPlan({
 *   currency: 'EUR',
 *   scale: { mode: 'marginal', tiers: [{ id: 'all', upTo: null, rate: '0.025' }] },
 * })
 * calculateCommission({ sales: '1000' }, plan).amount // => '25.00'
 * plan.rounding // => { mode: 'half-up', decimals: 2, at: 'total' }
 * ```
 */
export function defineCommissionPlan(plan: CommissionPlanInput): DefinedCommissionPlan {
  const checkedPlan = checkPolicy(planSchema, plan)
  seal('Scale', checkedPlan.scale)
  return seal('CommissionPlan', checkedPlan)
}
