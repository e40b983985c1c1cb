import type { DecimalInput, Issue } from '../../kernel/index.js'
import type { OwnPeriod } from '../../kernel/time/time.js'

/** What every calculation may know beside the sales. */
export interface CommissionFacts {
  /** Whom the statement is for. */
  readonly payee?: string
  /** `2026-03`, `2026-Q1`, `2026-H1`, `2026-W07` or `2026`; a company's own is `{ id, from, to }`, with its first and its last day. */
  readonly period?: string | OwnPeriod
  /**
   * Needed where the plan has a gate by attainment, an accelerator or tiers by attainment; more than 0. Where the plan counts to date, a
   * figure is the target of the period alone, and `{ period, amount }` that of the whole year, or quarter, over which it counts.
   */
  readonly target?: DecimalInput | TargetOfPeriod
  /** The figure that chooses the tier, where the plan's scale has a separate measure. */
  readonly measure?: DecimalInput
  /** What good grades have earned (GRA-5): a ratio, `0.005` for half a point. */
  readonly coefficientUplift?: DecimalInput
  /** What the payee earns on target, where the plan's tiers pay ratios of it; more than 0. */
  readonly targetIncentive?: DecimalInput
  /** What the plan's conditions and its multipliers look at, by name. A ratio may be given as what it is made of; bare, one of 10 or more is refused. */
  readonly facts?: Readonly<Record<string, DecimalInput | boolean | RatioOfTwo>>
  /** What was sold and earned before this period, where the plan caps a year, half-year or quarter, or counts to date. */
  readonly yearToDate?: YearToDate
}

/** A ratio as what it is made of: actual ÷ target. */
interface RatioOfTwo {
  readonly actual: DecimalInput
  readonly target: DecimalInput
}

/** A target, and the period that it is of. */
interface TargetOfPeriod {
  readonly period: string | OwnPeriod
  readonly amount: DecimalInput
}

/** What a year, half-year or quarter sold and earned before a period: one earlier period of the same plan. */
export interface YearToDate {
  /** Needed where the plan counts to date: in the span that it counts over. */
  readonly sales?: DecimalInput
  /** What that span has earned, before caps of spans; by a plan that counts by period, the longest span that is capped, before its cap. */
  readonly earned: DecimalInput
  /** What spans that the plan caps have earned, each before its own cap, where `earned` is that of another one. */
  readonly quarter?: DecimalInput
  readonly half?: DecimalInput
  readonly year?: DecimalInput
  /** Its target, where the period has one and the plan counts to date. */
  readonly target?: DecimalInput
}

/** One order line; a refund has a negative amount. What the plan does not look at may be left out. */
export interface CommissionLine {
  readonly id: string
  readonly amount: DecimalInput
  /** What the line cost the company; needed for margins. */
  readonly cost?: DecimalInput
  /** The tax that is in the amount; needed where the plan counts amounts or margins without it. */
  readonly tax?: DecimalInput
  /** What it would have cost the customer without a discount; needed for discounts. */
  readonly listPrice?: DecimalInput
  /** How many units it is of; those of a refund may be written below zero. */
  readonly quantity?: DecimalInput
  /** The day of the order. */
  readonly date?: string
  /** The day it was paid; needed where the plan converts at that day's rate. */
  readonly paidOn?: string
  /** Or its payments, each on its day, which together are the line; where the plan converts at the day of payment, each has its own rate. */
  readonly payments?: readonly LinePayment[]
  /** The day it was due; needed for how late it was paid. */
  readonly dueOn?: string
  readonly status?: string
  readonly product?: string
  readonly category?: string
  readonly region?: string
  readonly customer?: string
  /** The order that it is a line of; without it, the line is an order of its own. A refund belongs to the order of what it takes back. */
  readonly order?: string
  /** Whether it is the customer's first order. */
  readonly firstOrder?: boolean
  /** Whether it is the first order in a new market. */
  readonly newMarket?: boolean
  /** What else conditions and measures look at, by name. */
  readonly facts?: Readonly<Record<string, DecimalInput | boolean>>
  /** The currency of the line's amounts; the plan's unless told. */
  readonly currency?: string
  /**
   * For a refund or a credit note: the id of the line it takes back, of the same statement or of one that the settlement's account has; or
   * that line itself, as another statement has paid it. A line that the account has counts as the account has it.
   */
  readonly refundOf?: string | RefundedLine
}

/** A part of a line that was paid on a day. */
interface LinePayment {
  readonly on: string
  /** In the currency of the line; below zero where it bounced. */
  readonly amount: DecimalInput
  /** What a unit of the currency was worth in the plan's; without it, by the rates given. */
  readonly rate?: DecimalInput
}

/** A line of an earlier statement, as it was paid. */
interface RefundedLine {
  readonly id: string
  /** In the currency of the refund. */
  readonly amount: DecimalInput
  /** What it earned, as `attributeCommission` said. */
  readonly commission: DecimalInput
  /** How much of its amount was refunded before. */
  readonly refundedBefore?: DecimalInput
  /** The day of its order: whoever was the manager on it gives back the override, and its rate converts the refund. */
  readonly date?: string
  /** What converted it, as `converted` of its statement says; it comes before the rate of the date. */
  readonly rate?: DecimalInput
}

/** What one unit of a currency is worth in the plan's, from a day on. */
export interface ExchangeRate {
  readonly currency: string
  /** The first day it holds. */
  readonly from: string
  /** The last day; without it, until the next rate of the same currency. */
  readonly to?: string
  readonly rate: DecimalInput
}

/** Sales as one figure. */
export interface CommissionSalesInput extends CommissionFacts {
  readonly sales: DecimalInput
  readonly lines?: never
  readonly exchangeRates?: never
}

/** Sales as order lines, in the order in which the deals were made. */
export interface CommissionLinesInput extends CommissionFacts {
  readonly lines: readonly CommissionLine[]
  readonly sales?: never
  readonly exchangeRates?: readonly ExchangeRate[]
}

/** Sales as one figure, or as order lines. */
export type CommissionInput = CommissionSalesInput | CommissionLinesInput

/** A line that earned nothing, why, and what would make it count. */
export interface LineNotCounted {
  readonly id: string
  readonly amount: string
  /** The currency of the amount; present where it is not the plan's. */
  readonly currency?: string
  readonly issue: Issue
}

/** A line that came in another currency. */
export interface ConvertedLine {
  readonly id: string
  readonly currency: string
  readonly given: string
  /** The day whose rate it is; null for payments on several days, and for a refund whose original is named with a rate and no date. */
  readonly date: string | null
  /** Of several payments the one that they come to, a quotient where it does not end. */
  readonly rate: string
  /** Its payments, each at its own rate. */
  readonly payments?: readonly {
    readonly on: string
    readonly given: string
    readonly rate: string
  }[]
  /** In the plan's currency. */
  readonly amount: string
}

/** The new customers of a statement: those who count, and those whose first order was too small. */
export interface NewCustomers {
  /** Customers, each once; for an order that names no customer, the id of its first line. */
  readonly effective: readonly string[]
  readonly tooSmall: readonly {
    /** The first line of the order. */
    readonly line: string
    readonly customer: string | null
    readonly remaining: string
  }[]
}
