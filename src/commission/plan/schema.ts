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
export interface CommissionPlanInput<Tier extends string = string> extends PolicyHeaderInput {
  /** ISO 4217; the plan pays in it, and its decimals are those of every amount. */
  readonly currency: string
  /**
   * What of a line earns: its `amount`, or its `margin`, which is the amount less the cost; either less the tax that is in the amount.
   * Targets count the same figure. `amount` by default.
   */
  readonly base?: CommissionPlan['base']
  /** The tiers by which all lines earn that no rule of `rates` is for. */
  readonly scale: LineScaleInput<Tier>
  /**
   * Where the scale's measure is separate: what chooses the tier, of each line or of all sales. Without it, the statement's `measure`.
   */
  readonly measuredBy?: TierMeasure
  /** What the flat amounts of tiers are: `money`, or ratios of the payee's target incentive. `money` by default. */
  readonly payout?: CommissionPlan['payout']
  /**
   * Attainment is cut (`down`) or rounded (`half-up`) before gate, accelerator and tiers look it up; what is paid on it is paid on that.
   */
  readonly attainmentRounding?: Pick<AttainmentRounding, 'mode'> & Partial<AttainmentRounding>
  /** Lines that earn by a scale of their own. */
  readonly rates?: readonly RateRuleInput<Tier>[]
  /** Lines that count, or earn, more or less than they are. */
  readonly factors?: readonly LineFactorInput[]
  /**
   * What the tiers of each scale count: `each-scale` what earns by it; `all-lines` all that counts, so that the scales have one quota,
   * and `attribution` says which part of which line lies in which tier. A marginal accelerator beside rates has `all-lines`.
   */
  readonly tiersOver?: CommissionPlan['tiersOver']
  /** Multiplies the commission by attainment: an accelerator above 1, a decelerator below. */
  readonly accelerator?: AcceleratorInput
  /** Without it, every sale is paid whatever the target. */
  readonly gate?: TargetGateInput
  /** How an uplift earned by good grades (`coefficientUplift` of the input) raises the commission. */
  readonly coefficient?: {
    /** `add-to-rate`: 0.005 makes 3% into 3.5%. `multiply`: 0.005 makes the commission 1.005 times as much. */
    readonly applies: 'add-to-rate' | 'multiply'
  }
  /** Multiplies the commission by a process indicator (COM-6). */
  readonly kpiMultiplier?: KpiMultiplierInput
  /** Multiply the commission by further facts, one after the other: an appraisal by its grade, the attendance. */
  readonly multipliers?: readonly MultiplierInput[]
  /** Paid on top, order by order (COM-3, COM-4). */
  readonly awards?: readonly AwardInput[]
  /** Without it, there is no most that the plan pays. */
  readonly cap?: CapInput
  /** The least that the plan pays: `line`, for each line that counts. A refund takes back what its line has earned. */
  readonly floor?: {
    /** The least that each line that counts earns. Above 0. */
    readonly line: DecimalInput
  }
  /** Which lines count. Without it, all of them. */
  readonly eligibility?: EligibilityInput
  /** A refund lowers the sales it is given with (`net`), or takes back exactly what its original earned (`mirror`). `net` by default. */
  readonly refunds?: CommissionPlan['refunds']
  /** How lines of other currencies become the plan's. Without it, they are set aside. */
  readonly exchange?: ExchangeRules
  /** Where and how commission is rounded. */
  readonly rounding?: {
    /** How what lies between is rounded. `half-up` by default. */
    readonly mode?: RoundingMode
    /** Decimals kept, 0 to 12. */
    readonly decimals?: number
    /** `total`: once, and lines share the rounded total; `line`: each line. `total` by default. */
    readonly at?: 'total' | 'line'
    /** Amounts are whole multiples of it: 0.05, 10. Without it, of the last decimal. Above 0. */
    readonly increment?: DecimalInput
  }
  /**
   * How the commission is shared out to order lines: each earns what it adds, in order; or all the same share of their sales. `deal-
   * order` by default.
   */
  readonly attribution?: CommissionPlan['attribution']
  /** Who gets credit for a line, for `creditLines`. */
  readonly credit?: {
    /** Whether somebody may be credited on top of the whole. `refuse` by default. */
    readonly overlays?: 'refuse' | 'allow'
    /** What managers earn on the sales of those who report to them: the rate of the direct manager, of the manager above, and so on. */
    readonly override?: {
      /**
       * What managers earn on the sales of those who report to them: the rate of the direct manager, of the manager above, and so on; ratios
       * from 0 to 1.
       */
      readonly levels: readonly DecimalInput[]
    }
    /** Gives managers the lines of those who report to them, so many levels up: for a plan on the quota of a team. */
    readonly team?: {
      /** How many levels of managers a line counts for. 1 to 20; `1` by default. */
      readonly levels?: number
    }
    /** What whoever takes a customer over has of later cash: for so many months a share, a ratio, then all of it. */
    readonly handover?: {
      /** What whoever takes a customer over has of later cash in those months, a ratio; the one before has the rest. 0 to 1. */
      readonly share: DecimalInput
      /** Months after which all of it is theirs. 1 to 1,200. */
      readonly months: number
    }
  }
  /** What a cancelled sale gives back. */
  readonly clawback?: ClawbackInput
  /** When and how what was earned is paid. Without it, a statement is paid as it is. */
  readonly payment?: PaymentTermsInput
  /** The length of the span that the tiers are meant for, and whose period sales then name; without it, any. */
  readonly tiersPer?: CommissionPlan['tiersPer']
  /** The month in which a year starts, 1 to 12; without it, that of the calendar. Its quarters and halves go by it. */
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
export function defineCommissionPlan<const Tier extends string>(
  plan: CommissionPlanInput<Tier>,
): DefinedCommissionPlan<Tier> {
  const written: CommissionPlanInput = plan
  const outcome = attempt((): CommissionPlan => readPolicy(planSchema, written))
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
