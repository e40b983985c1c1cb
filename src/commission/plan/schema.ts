import * as z from 'zod'
import type { DecimalInput, Issue, Path, RoundingMode, Scale } from '../../kernel/index.js'
import { attempt } from '../../kernel/input/attempt.js'
import * as issue from '../../kernel/input/issue.js'
import { ID_DUPLICATE } from '../../kernel/issues.js'
import * as currencies from '../../kernel/number/currency.js'
import * as decimal from '../../kernel/number/decimal.js'
import * as fraction from '../../kernel/number/fraction.js'
import * as defined from '../../kernel/policy/defined.js'
import {
  checked,
  completeRounding,
  currencyIssues,
  decimalsKept,
  duplicateIds,
  headerShape,
  type PolicyHeaderInput,
  positive,
  provenanceIssues,
  ratio,
  ratioIssues,
  readPolicy,
  roundingMode,
  strict,
  wholeNumber,
} from '../../kernel/schema.js'
import { AMOUNT_NOT_PAYABLE, AMOUNT_OFF_INCREMENT, PRORATION_MOVED } from '../issues.js'
import { planConflicts } from './schema/conflicts.js'
import {
  type AcceleratorInput,
  accelerator,
  type KpiMultiplierInput,
  kpiMultiplier,
  type LineFactorInput,
  type LineScaleInput,
  lineFactors,
  lineScale,
  type MultiplierInput,
  measuredBy,
  multipliers,
  type RateRuleInput,
  rateRules,
} from './schema/rates.js'
import {
  type AwardInput,
  awards,
  type CapInput,
  cap,
  type EligibilityInput,
  eligibility,
  type TargetGateInput,
  targetGate,
} from './schema/rules.js'
import { isShared } from './schema/spreadConflicts.js'
import {
  type ClawbackInput,
  clawback,
  type PaymentTermsInput,
  paymentTerms,
} from './schema/terms.js'
import type {
  AttainmentRounding,
  CommissionPlan,
  CommissionRounding,
  DefinedCommissionPlan,
  ExchangeRules,
  TierMeasure,
} from './types.js'

export type {
  AcceleratorInput,
  KpiMultiplierInput,
  LineFactorInput,
  LineMatchInput,
  MultiplierInput,
  MultiplierStepInput,
  RateRuleInput,
} from './schema/rates.js'
export type { AwardInput, CapInput, EligibilityInput, TargetGateInput } from './schema/rules.js'
export type { ClawbackInput, PaymentTermsInput } from './schema/terms.js'

/**
 * A plan as it is written down; only the currency and the scale must be. Left out: what a line earns on is its amount, tiers pay
 * money, refunds lower the sales they come with, a coefficient adds to the rates, rounding is half-up to the currency's decimals at
 * the total, lines share in deal order, no overlays; and nothing that the plan does not name.
 */
export interface CommissionPlanInput extends PolicyHeaderInput {
  readonly currency: string
  readonly base?: CommissionPlan['base']
  readonly scale: LineScaleInput
  readonly measuredBy?: TierMeasure
  readonly payout?: CommissionPlan['payout']
  readonly attainmentRounding?: Pick<AttainmentRounding, 'mode'> & Partial<AttainmentRounding>
  readonly rates?: readonly RateRuleInput[]
  readonly factors?: readonly LineFactorInput[]
  readonly tiersOver?: CommissionPlan['tiersOver']
  readonly accelerator?: AcceleratorInput
  readonly gate?: TargetGateInput
  readonly coefficient?: { readonly applies: 'add-to-rate' | 'multiply' }
  readonly kpiMultiplier?: KpiMultiplierInput
  readonly multipliers?: readonly MultiplierInput[]
  readonly awards?: readonly AwardInput[]
  readonly cap?: CapInput
  readonly floor?: { readonly line: DecimalInput }
  readonly eligibility?: EligibilityInput
  readonly refunds?: CommissionPlan['refunds']
  readonly exchange?: ExchangeRules
  readonly rounding?: {
    readonly mode?: RoundingMode
    readonly decimals?: number
    readonly at?: 'total' | 'line'
    readonly increment?: DecimalInput
  }
  readonly attribution?: CommissionPlan['attribution']
  readonly credit?: {
    readonly overlays?: 'refuse' | 'allow'
    readonly override?: { readonly levels: readonly DecimalInput[] }
    readonly team?: { readonly levels?: number }
    readonly handover?: { readonly share: DecimalInput; readonly months: number }
  }
  readonly clawback?: ClawbackInput
  readonly payment?: PaymentTermsInput
  readonly tiersPer?: CommissionPlan['tiersPer']
  readonly yearStartsIn?: number
}

const MOST_LEVELS = 20
const MOST_MONTHS = 1200

export const planSchema = strict({
  ...headerShape('commission'),
  currency: z.string(),
  base: z.enum(['amount', 'margin', 'amount-without-tax', 'margin-without-tax']).default('amount'),
  scale: lineScale(),
  measuredBy: measuredBy(),
  payout: z.enum(['money', 'of-target-incentive']).default('money'),
  attainmentRounding: strict({
    mode: z.enum(['down', 'half-up']),
    decimals: decimalsKept().default(2),
  }).exactOptional(),
  rates: rateRules().exactOptional(),
  factors: lineFactors().exactOptional(),
  tiersOver: z.enum(['each-scale', 'all-lines']).exactOptional(),
  accelerator: accelerator().exactOptional(),
  gate: targetGate().exactOptional(),
  coefficient: strict({ applies: z.enum(['add-to-rate', 'multiply']) }).default({
    applies: 'add-to-rate',
  }),
  kpiMultiplier: kpiMultiplier().exactOptional(),
  multipliers: multipliers().exactOptional(),
  awards: awards().exactOptional(),
  cap: cap().exactOptional(),
  floor: strict({ line: positive() }).exactOptional(),
  eligibility: eligibility().exactOptional(),
  refunds: z.enum(['net', 'mirror']).default('net'),
  exchange: strict({ on: z.enum(['order-date', 'payment-date']) }).exactOptional(),
  rounding: strict({
    mode: roundingMode().default('half-up'),
    decimals: decimalsKept().exactOptional(),
    at: z.enum(['total', 'line']).default('total'),
    increment: positive().exactOptional(),
  }).prefault({}),
  attribution: z.enum(['deal-order', 'pro-rata']).default('deal-order'),
  credit: strict({
    overlays: z.enum(['refuse', 'allow']).default('refuse'),
    override: strict({ levels: z.array(ratio()).min(1).max(MOST_LEVELS) }).exactOptional(),
    team: strict({ levels: wholeNumber(1, MOST_LEVELS).default(1) }).exactOptional(),
    handover: strict({ share: ratio(), months: wholeNumber(1, MOST_MONTHS) }).exactOptional(),
  }).prefault({}),
  clawback: clawback().exactOptional(),
  payment: paymentTerms().exactOptional(),
  tiersPer: z.enum(['month', 'quarter', 'half-year', 'year']).exactOptional(),
  yearStartsIn: wholeNumber(1, 12).exactOptional(),
})
  .superRefine(checked(planIssues))
  .transform((plan) => ({
    ...plan,
    rounding: { ...plan.rounding, ...completeRounding(plan) },
    ...(isShared(plan) ? { tiersOver: 'all-lines' as const } : {}),
  }))

type WrittenRounding = Omit<CommissionRounding, 'decimals'> & { decimals?: number }

type WrittenPlan = Omit<CommissionPlan, 'rounding'> & { rounding: WrittenRounding }

function planIssues(plan: WrittenPlan): Issue[] {
  const decimals = currencies.decimalsOf(plan.currency)
  if (decimals === undefined) return currencyIssues(plan)
  return [
    ...provenanceIssues(plan),
    ...currencyIssues(plan),
    ...amountIssues(plan, decimals),
    ...capRateIssues(plan),
    ...belowIssues(plan),
    ...duplicateIds(plan.rates ?? [], ['rates']),
    ...duplicateFacts(plan),
    ...planConflicts(plan),
  ]
}

/** A fact multiplies once. */
function duplicateFacts({ kpiMultiplier, multipliers = [] }: WrittenPlan): Issue[] {
  const seen = new Set(kpiMultiplier === undefined ? [] : [kpiMultiplier.fact])
  return multipliers.flatMap(({ fact }, index) => {
    const isNew = !seen.has(fact)
    seen.add(fact)
    return isNew ? [] : [issue.at(ID_DUPLICATE, ['multipliers', index, 'fact'], { id: fact })]
  })
}

/** Amounts that a plan states are payable as they stand. */
function amountIssues(
  { cap, floor, awards, payment, rounding }: WrittenPlan,
  currencyHas: number,
): Issue[] {
  const decimals = rounding.decimals ?? currencyHas
  const amounts: readonly (readonly [Path, string | undefined])[] = [
    [['cap', 'line'], cap?.line],
    [['floor', 'line'], floor?.line],
    [['cap', 'amount'], cap?.amount],
    [['cap', 'quarter'], cap?.quarter],
    [['cap', 'half'], cap?.half],
    [['cap', 'year'], cap?.year],
    ...(awards ?? []).flatMap((award, index) =>
      (['amount', 'most', 'afterwards'] as const).map(
        (key) => [['awards', index, key], award[key]] as const,
      ),
    ),
    [['payment', 'draw', 'amount'], payment?.draw?.amount],
    ...(payment?.draw?.schedule ?? []).map(
      ({ amount }, index) => [['payment', 'draw', 'schedule', index, 'amount'], amount] as const,
    ),
    [['payment', 'draw', 'owedAtMost'], payment?.draw?.owedAtMost],
    [['payment', 'minimumPayout'], payment?.minimumPayout],
    [['rounding', 'increment'], rounding.increment],
  ]
  const increment = decimal.knownOrNull(rounding.increment)
  return amounts.flatMap(([path, amount]) => {
    if (amount === undefined) return []
    const exact = decimal.known(amount)
    if ((decimal.countDecimals(exact) ?? 0) > decimals)
      return [issue.at(AMOUNT_NOT_PAYABLE, path, { total: amount, decimals })]
    const isWhole = increment === null || fraction.divide(exact, increment).d === 1n
    const params = { given: amount, other: rounding.increment ?? '' }
    return isWhole ? [] : [issue.at(AMOUNT_OFF_INCREMENT, path, params)]
  })
}

/** A cap on the rate is a ratio, like the rates it caps; money per unit, as multiples of an incentive are; or a multiple of 1 like them. */
function capRateIssues({ cap, scale, rates = [], payout }: WrittenPlan): Issue[] {
  const path = ['cap', 'rate']
  const tiers = [scale, ...rates.map((rule) => rule.scale)].flatMap((one) => one.tiers)
  if (tiers.every(({ multiple }) => multiple === undefined))
    return rateIssues(cap?.rate, path, scale)
  if (cap?.rate === undefined || payout !== 'money') return []
  return decimal.percentIssues(cap.rate, decimal.known(cap.rate), path)
}

/** So is the rate below the gate. */
function belowIssues({ gate, scale }: WrittenPlan): Issue[] {
  return rateIssues(gate?.below, ['gate', 'below'], scale)
}

function rateIssues(rate: string | undefined, path: Path, { thresholds }: Scale): Issue[] {
  if (rate === undefined || thresholds === 'units') return []
  return ratioIssues(rate, decimal.known(rate)).map((one) => issue.under(path, one))
}

/**
 * Checks and freezes a commission plan. What is left out is filled in, so that the plan names every choice.
 *
 * @throws SalesRulesError with everything that is wrong, each with its path: `CURRENCY_UNKNOWN`, `NUMBER_LOOKS_LIKE_PERCENT`,
 *   `OUT_OF_ORDER`, `SCALE_END`, `POLICY_CONFLICT`, `UNKNOWN_KEY`, …
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
  const outcome = attempt((): CommissionPlan => readPolicy(planSchema, plan))
  if (!outcome.ok) throw new issue.SalesRulesError(outcome.issues.map(tellWhereItMoved))
  const checkedPlan = outcome.value
  defined.seal('Scale', checkedPlan.scale)
  for (const { scale } of checkedPlan.rates ?? []) defined.seal('Scale', scale)
  return defined.seal('CommissionPlan', checkedPlan)
}

/** Whoever looks for the proration of targets here learns where it is. */
function tellWhereItMoved(found: Issue): Issue {
  const { code, path } = found
  const isProration = code === 'UNKNOWN_KEY' && path.length === 1 && path[0] === 'proration'
  return isProration ? issue.at(PRORATION_MOVED, path, {}) : found
}
