import type { FactUnit } from '../../kernel/check/check.js'
import type { Condition, Defined, PolicyHeader, Rounding, Scale } from '../../kernel/index.js'
import type { Clawback, PaymentTerms } from './terms.js'

/** How a commission is computed. Everything a company decides is a field of it; what is absent is not done. */
export interface CommissionPlan extends PolicyHeader {
  /** ISO 4217; the plan pays in it, and its decimals are those of every amount. */
  readonly currency: string
  /** What of a line earns: its `amount`, or its `margin`, which is the amount less the cost; either less the tax that is in the amount. Targets count the same figure. */
  readonly base: 'amount' | 'margin' | 'amount-without-tax' | 'margin-without-tax'
  readonly scale: LineScale
  /** Where the scale's measure is separate: what chooses the tier, of each line or of all sales. Without it, the statement's `measure`. */
  readonly measuredBy?: TierMeasure
  /** What the flat amounts of tiers are: `money`, or ratios of the payee's target incentive. */
  readonly payout: 'money' | 'of-target-incentive'
  /** Attainment is cut (`down`) or rounded (`half-up`) before gate, accelerator and tiers look it up; what is paid on it is paid on that. */
  readonly attainmentRounding?: AttainmentRounding
  /** Lines that earn by a scale of their own. */
  readonly rates?: readonly RateRule[]
  /** Lines that count, or earn, more or less than they are. */
  readonly factors?: readonly LineFactor[]
  /**
   * What the tiers of each scale count: `each-scale` what earns by it; `all-lines` all that counts, so that the scales have one quota, and
   * `attribution` says which part of which line lies in which tier. A marginal accelerator beside rates has `all-lines`.
   */
  readonly tiersOver?: 'each-scale' | 'all-lines'
  /** Multiplies the commission by attainment: an accelerator above 1, a decelerator below. */
  readonly accelerator?: Accelerator
  /** Without it, every sale is paid whatever the target. */
  readonly gate?: TargetGate
  readonly coefficient: Coefficient
  /** Multiplies the commission by a process indicator (COM-6). */
  readonly kpiMultiplier?: KpiMultiplier
  /** Multiply the commission by further facts, one after the other: an appraisal by its grade, the attendance. */
  readonly multipliers?: readonly Multiplier[]
  /** Paid on top, order by order (COM-3, COM-4). */
  readonly awards?: readonly Award[]
  /** Without it, there is no most that the plan pays. */
  readonly cap?: Cap
  /** The least that the plan pays: `line`, for each line that counts. A refund takes back what its line has earned. */
  readonly floor?: { readonly line: string }
  /** Which lines count. Without it, all of them. */
  readonly eligibility?: Eligibility
  /** A refund lowers the sales it is given with (`net`), or takes back exactly what its original earned (`mirror`). */
  readonly refunds: 'net' | 'mirror'
  /** How lines of other currencies become the plan's. Without it, they are set aside. */
  readonly exchange?: ExchangeRules
  readonly rounding: CommissionRounding
  /** How the commission is shared out to order lines: each earns what it adds, in order; or all the same share of their sales. */
  readonly attribution: 'deal-order' | 'pro-rata'
  readonly credit: CreditRules
  /** What a cancelled sale gives back. */
  readonly clawback?: Clawback
  /** When and how what was earned is paid. Without it, a statement is paid as it is. */
  readonly payment?: PaymentTerms
  /** The length of the span that the tiers are meant for, and whose period sales then name; without it, any. */
  readonly tiersPer?: 'month' | 'quarter' | 'half-year' | 'year'
  /** The month in which a year starts, 1 to 12; without it, that of the calendar. Its quarters and halves go by it. */
  readonly yearStartsIn?: number
}

/** How an attainment is rounded: to 2 decimals, it is one of whole percents. */
export interface AttainmentRounding {
  /** `down` cuts, `half-up` rounds. */
  readonly mode: 'down' | 'half-up'
  /** Decimals of the ratio: `2` is whole percent. 0 to 12. */
  readonly decimals: number
}

/** A scale through which all sales go together or, with `per`, each line or each order on its own. */
export interface LineScale extends Scale {
  readonly per?: 'line' | 'order'
}

/**
 * What chooses a tier: of each line a figure that is computed of it, or a number among its facts; of all sales together their `attainment`,
 * or their `units`, which are the quantities of all lines that count.
 */
export type TierMeasure =
  | LineFigure
  | StatementMeasure
  | {
      /** The name of the fact that chooses the tier. */
      readonly fact: string
    }

export type StatementMeasure = 'attainment' | 'units'

export function isStatementMeasure(name: unknown): name is StatementMeasure {
  return name === 'attainment' || name === 'units'
}

/** What a line must be for a rule to speak of it. Of each key, one of the names; all keys given must match. */
export interface LineMatch {
  readonly product?: readonly string[]
  readonly category?: readonly string[]
  readonly region?: readonly string[]
  readonly customer?: readonly string[]
  /** What else must hold of it: a condition on its facts, and on its `amount`, `margin`, `discount`, `quantity` and `daysLate`. */
  readonly is?: Condition
}

/**
 * The figures that are computed of a line, and what each counts: its size, its ratios, its units, and the days from the day it was due to
 * the day it was paid. The size and the units of a refund are those of the line that it takes back.
 */
export const LINE_FIGURE_UNITS = {
  amount: ['money', 'count'],
  margin: ['ratio'],
  discount: ['ratio'],
  quantity: ['count'],
  daysLate: ['count'],
} as const satisfies Readonly<Record<string, readonly FactUnit[]>>

export type LineFigure = keyof typeof LINE_FIGURE_UNITS

export function isLineFigure(name: string): name is LineFigure {
  return Object.hasOwn(LINE_FIGURE_UNITS, name)
}

/**
 * A scale for some lines. Of the rules that match a line the most specific wins: a product is more specific than its category, and
 * each further key makes a rule more specific. Where neither of two is, the line is set aside.
 */
export interface RateRule {
  readonly id: string
  readonly when: LineMatch
  readonly scale: LineScale
  /** Where the scale's measure is separate: what chooses the tier, of each line or of all sales. */
  readonly measuredBy?: TierMeasure
  /** What must be met for it to be one of the rules: otherwise its lines earn as if it were not there. */
  readonly conditions?: Condition
}

/**
 * A rule that makes lines count, or earn, more or less than they are. All rules that match a line multiply, and each looks at what the line
 * comes to without any of them.
 */
export interface LineFactor {
  readonly id: string
  /** Without it, every line. */
  readonly when?: LineMatch
  /** What it multiplies: what a line `counts` towards the target and the tiers, what it `earns` on, or `both`. */
  readonly applies: 'both' | 'counts' | 'earns'
  /** Only what of a line lies above it is multiplied; without it, all of the line. */
  readonly above?: string
  /** From 0 to below 10; `1` changes nothing. One of it, `by` and `part`. */
  readonly multiplier?: string
  /** A multiplier by a figure of the line, or by a fact that it says: how many days late it was paid. */
  readonly by?: KpiMultiplier
  /** The fact of the line whose part in its amount multiplies: the first year of a contract of several. */
  readonly part?: string
  /** Why, for whoever reads a statement. */
  readonly reason?: string
}

/** A multiplier from the end of the step before it up to its own end. */
export interface MultiplierStep {
  readonly id: string
  /** Null is the open end, and only the last step has it. */
  readonly upTo: string | null
  /** From 0 to below 10; `1` changes nothing. */
  readonly multiplier: string
}

/** Multipliers by attainment; thresholds are ratios of the target. */
export interface Accelerator {
  /** `marginal`: sales between two thresholds earn that step's multiple of their rate. `whole-amount`: all earn that of the attainment reached. */
  readonly mode: 'marginal' | 'whole-amount'
  /** Which step owns an attainment exactly on a threshold. */
  readonly boundary: Scale['boundary']
  readonly steps: readonly MultiplierStep[]
  /** What must be met for it to be looked at: the year so far on quota. Without them, it always is. */
  readonly conditions?: Condition
}

/** Multipliers by a fact that each statement gives: the rate of proposals on time, say. */
export interface KpiMultiplier {
  /** The name of the fact. */
  readonly fact: string
  readonly boundary: Scale['boundary']
  readonly steps: readonly MultiplierStep[]
}

/** A multiplier by a figure, or by a word: a grade, say. */
export type Multiplier = KpiMultiplier | WordMultiplier

/** Multipliers by a fact that is one of some words. */
export interface WordMultiplier {
  readonly fact: string
  /** From 0 to below 10; `1` changes nothing. A word that is not among them is refused. */
  readonly values: Readonly<Record<string, string>>
}

/** Until it opens nothing is paid, or a flat rate. */
export interface TargetGate {
  /** The attainment that opens it: `1` is on target. Without it, only the conditions do. */
  readonly attainment?: string
  /** Once it is open: `all` sales count from the first unit, or only those `above-target` or `above-gate` (attainment × target). */
  readonly counts: 'all' | 'above-target' | 'above-gate'
  /** Where those above begin to count: in the `first-tier` again, or each in its `own-tier`, where it lies among all sales. */
  readonly startsIn: 'first-tier' | 'own-tier'
  /** The rate that sales earn which the gate keeps from the tiers: all of them while it is shut, then those up to where others begin to count. */
  readonly below?: string
  /** What else must be met: an appraisal of 60, an on-time rate of 95%. */
  readonly conditions?: Condition
}

/** How an uplift earned by good grades raises the commission. */
export interface Coefficient {
  /** `add-to-rate`: 0.005 makes 3% into 3.5%. `multiply`: 0.005 makes the commission 1.005 times as much. */
  readonly applies: 'add-to-rate' | 'multiply'
}

/** What is paid on top for an order of a kind, for each of its lines, or for each unit: an amount, or a rate of the sales. */
export interface Award {
  readonly id: string
  /** Which orders: any, a customer's first one, or the first one in a new market, as the lines say. */
  readonly for: 'any' | 'first-order' | 'new-market'
  /** Which lines of them; without it, all. */
  readonly when?: LineMatch
  /** What those lines of the order must come to, after the refunds in the same statement unless they mirror. Without it, any. */
  readonly order?: { readonly comparison: 'above' | 'at-least'; readonly amount: string }
  /** What the amount is paid for: the `order`, unless told; each `line`; or each `unit` of them. */
  readonly per?: 'order' | 'line' | 'unit'
  /** Below zero it is a fee. */
  readonly amount?: string
  /** Only lines that begin once so much has earned, in all that the tiers count. */
  readonly after?: string
  /** The most that all of these lines come to; the one that reaches it has what is left. */
  readonly most?: string
  /** What each further line is paid instead of `amount`; without it, nothing. */
  readonly afterwards?: string
  /** Instead of an amount, a ratio of the sales of those lines. */
  readonly rate?: string
  /** Whether it is paid while the gate is shut. */
  readonly whileGateShut: 'paid' | 'forgone'
  /** What must be met for it to be paid. */
  readonly conditions?: Condition
  readonly clause?: string
}

/** The most that is paid, each bound on its own. What a cap takes away is an adjustment of the statement. */
export interface Cap {
  /** The most of the base that earns. */
  readonly base?: string
  /** The most that a unit of the base earns on average: a ratio, or money per unit. */
  readonly rate?: string
  /** The most that a line earns, and the most that its refund takes back. */
  readonly line?: string
  /** The most that a statement pays. */
  readonly amount?: string
  /** The most that a quarter, a half-year and a year pay. */
  readonly quarter?: string
  readonly half?: string
  readonly year?: string
}

/** Which lines count, and as what. */
export interface Eligibility {
  /** A line of another status does not count. */
  readonly statuses?: readonly string[]
  /** A line whose margin is below it does not count (APP-5). */
  readonly marginFloor?: string
  /** A new customer counts when the first order comes to at least this (APP-3). */
  readonly newCustomer?: { readonly firstOrderAtLeast: string }
  readonly exclude?: readonly Exclusion[]
}

/** Lines that never count. */
interface Exclusion {
  readonly id: string
  readonly when: LineMatch
  readonly reason: string
}

/** The day whose rate converts a line. */
export interface ExchangeRules {
  /** The day whose rate an amount in another currency is converted at. */
  readonly on: 'order-date' | 'payment-date'
}

/** When and how amounts become payable: once for the total, or line by line in the order given. */
export interface CommissionRounding extends Rounding {
  readonly at: 'total' | 'line'
  /** Amounts are whole multiples of it: 0.05, 10. Without it, of the last decimal. */
  readonly increment?: string
}

/** Who may be credited with a sale. */
interface CreditRules {
  /** Whether somebody may be credited on top of the whole. */
  readonly overlays: 'refuse' | 'allow'
  /** What managers earn on the sales of those who report to them: the rate of the direct manager, of the manager above, and so on. */
  readonly override?: { readonly levels: readonly string[] }
  /** Gives managers the lines of those who report to them, so many levels up: for a plan on the quota of a team. */
  readonly team?: { readonly levels: number }
  /** What whoever takes a customer over has of later cash: for so many months a share, a ratio, then all of it. */
  readonly handover?: { readonly share: string; readonly months: number }
}

/** A plan that `defineCommissionPlan` has checked. */
export type DefinedCommissionPlan<Tier extends string = string> = Defined<
  CommissionPlan,
  { readonly tier: Tier }
>
