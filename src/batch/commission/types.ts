import type { CommissionFacts } from '../../commission/index.js'
import type { DecimalInput, Issue, IssueCode, PolicyReference } from '../../kernel/index.js'
import type { RefusedRows, RowIssues } from '../types.js'

/**
 * One order line of a payee; a refund has a negative amount. Other fields of a line are not looked at. These six are read wherever they
 * come from, be it an accessor of a class, which a single call refuses: so none is passed over.
 */
export interface CommissionRow {
  readonly payee: string
  readonly amount: DecimalInput
  /** The currency of the plan; a row in another is refused. */
  readonly currency?: string
  /** The order that it is a line of; where the plan pays an award for orders of its kind, it is refused, as rows are not joined. */
  readonly order?: string
  /** Whether it is the customer's first order; one that the plan pays an award for is refused. */
  readonly firstOrder?: boolean
  /** Whether it is the first order in a new market; one that the plan pays an award for is refused. */
  readonly newMarket?: boolean
}

/** A payee who could not be paid, and why. */
export interface PayeeIssues {
  /** It is none of their rows alone. */
  readonly row: null
  /** The payee's name. */
  readonly id: string
  readonly issues: readonly Issue[]
}

/** How many rows were refused, by payee and by what is wrong: what a payee is paid lacks these rows. */
export interface RefusedCounts {
  /**
   * By the payee's name, how many of their rows were refused; those who have no other row are here, and not in `payees`. Of rows whose payee
   * could not be read, and of payees after the first 10,000, nothing is here.
   */
  readonly refusedByPayee: ReadonlyMap<string, number>
  /** By the code of its first issue, how many rows were refused, and payees where they are paid. */
  readonly refusedByCode: { readonly [Code in IssueCode]?: number }
}

/** Order lines as columns. Nothing in them may be changed while they are in use. */
export interface CommissionColumns extends RefusedRows, Partial<RefusedCounts> {
  /** The names of the payees, each once, in the order in which they first came. */
  readonly payees: readonly string[]
  /** Of each line, the place of its payee in `payees`. */
  readonly payee: Int32Array
  /** Of each line, its amount times 10 to the power of `decimals`, a whole number; NaN where it is in `wide`. */
  readonly amounts: Float64Array
  /** 0 to 15. */
  readonly decimals: number
  /** By the place of the line, the amounts that are no such whole number, or larger than 2^53 − 1, as decimals. */
  readonly wide: ReadonlyMap<number, string>
  /** Where lines are totals: of each, how many rows it is the sum of, a whole number from 1 on. */
  readonly counts?: Float64Array
  /** How many rows were given, those refused with them. */
  readonly rows: number
}

/** What may be said of the payees: one value for all of them; one for each, in the order of `payees`; or by their names. */
export type PerPayee<Value = DecimalInput> =
  | Value
  | ArrayLike<Value | undefined>
  | ReadonlyMap<string, Value>

/** What a calculation over many payees may know beside their sales. */
export interface CommissionColumnsFacts {
  /** The period in which all of it was sold; needed where the plan says `tiersPer`. */
  readonly period?: NonNullable<CommissionFacts['period']>
  /** Needed where the plan has a gate or tiers by attainment; more than 0. One that names its period is that of `period`. */
  readonly target?: PerPayee<NonNullable<CommissionFacts['target']>>
  /** The figure that chooses the tier, where the plan's scale has a separate measure. */
  readonly measure?: PerPayee
  /** What good grades have earned (GRA-5): a ratio, `0.005` for half a point. */
  readonly coefficientUplift?: PerPayee
  /** What each earns on target, where the plan's tiers pay ratios of it; more than 0. */
  readonly targetIncentive?: PerPayee
  /** What the plan's conditions and its KPI multiplier look at, by name. */
  readonly facts?: PerPayee<NonNullable<CommissionFacts['facts']>>
  /** What was sold and earned before this period, where the plan caps a year, half-year or quarter, or counts to date. */
  readonly yearToDate?: PerPayee<NonNullable<CommissionFacts['yearToDate']>>
}

/** A builder of columns. It grows as it goes; a row that is wrong is refused and named, and stops nothing. */
export interface CommissionColumnsBuilder {
  /** Adds one order line. */
  readonly addRow: (row: CommissionRow) => void
  /** Adds one order line after another. */
  readonly addRows: (rows: Iterable<CommissionRow>) => void
  /** Adds order lines from columns of texts, equally long. */
  readonly addTexts: (payees: readonly string[], amounts: readonly string[]) => void
  /**
   * Adds order lines from slices of UTF-8, as a parser finds them. A line is four places in the bytes: where its payee starts and ends, and
   * where its amount does. Starts are part of a slice, ends are not.
   */
  readonly addBytes: (bytes: Uint8Array, slices: Int32Array) => void
  /** Adds all that another builder has come to, its refused rows after those of this one; nothing, where it throws. */
  readonly addColumns: (columns: CommissionColumns) => void
  /** The columns so far, as a copy: they may be transferred to another thread, and the builder goes on. */
  readonly finish: () => CommissionColumns & RefusedCounts
}

/** How columns are built. */
export interface CommissionColumnsOptions {
  /** `lines`, the default: a line for each row. `totals`: one line for each payee, the sum of theirs. */
  readonly keep?: 'lines' | 'totals'
  /** The decimals of the amounts, 0 to 15; by default those of the plan's currency and tiers. Others are kept, but slower. */
  readonly decimals?: number
}

/** The sales and the commission of each payee, as columns. */
export interface CommissionPayColumns extends RefusedCounts {
  readonly payees: readonly string[]
  /** Of each payee, the sales times 10 to the power of `salesDecimals`; NaN where they are in `wide`, or unknown. */
  readonly sales: Float64Array
  readonly salesDecimals: number
  /** Of each payee, what is paid, times 10 to the power of `commissionDecimals`; NaN where it is in `wide`, or refused. */
  readonly commission: Float64Array
  /** As the plan rounds. */
  readonly commissionDecimals: number
  /** By the payee's place, figures that do not fit a column. */
  readonly wide: ReadonlyMap<number, { readonly sales: string; readonly commission: string }>
  /** The rows that were refused, the first 1,000 of them; then the payees who could not be paid, the first 1,000 of them. */
  readonly issues: readonly (RowIssues | PayeeIssues)[]
  /** How many rows were refused, and payees. */
  readonly refused: number
  readonly currency: string
  /** The plan that it was paid by. */
  readonly policy: PolicyReference
}

/** The share of each line in its payee's commission, as a column. */
export interface CommissionShareColumns extends RefusedCounts {
  readonly payees: readonly string[]
  /** Of each line (of each row, where rows were given), its share times 10 to the power of `decimals`; NaN where it is in `wide`, or refused. */
  readonly shares: Float64Array
  /** As the plan rounds. */
  readonly decimals: number
  /** By the place of the line, shares that do not fit the column. */
  readonly wide: ReadonlyMap<number, string>
  /** The rows that were refused, the first 1,000 of them; then the payees who could not be paid, the first 1,000 of them. */
  readonly issues: readonly (RowIssues | PayeeIssues)[]
  /** How many rows were refused, and payees. */
  readonly refused: number
  readonly currency: string
  /** The plan that it was paid by. */
  readonly policy: PolicyReference
}
