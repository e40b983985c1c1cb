import type { DecimalInput, Issue, PolicyReference } from '../../kernel/index.js'
import type { TeamOverride } from '../credit/types.js'
import type { CommissionInput, CommissionLinesInput, CommissionSalesInput } from '../lines/types.js'
import type { PaymentTerms } from '../plan/terms.js'
import type { CommissionStatement } from '../statement/types.js'

/** A correction of something that was paid: what was paid stays, and this is added to it. */
export interface CommissionCorrection {
  readonly payee: string
  /** The period that is corrected, not the one in which the correction is paid. */
  readonly period: string
  /** Paid for the period so far, earlier corrections included. */
  readonly paid: string
  /** What is due by a clean run. */
  readonly due: string
  /** Due less paid: what is to be paid now, or taken back. */
  readonly amount: string
  readonly currency: string
  /** What differs from the statement that was paid. */
  readonly reasons: readonly CorrectionReason[]
}

/**
 * A figure that was corrected.
 *
 * - `sales`, `target`, `coefficient`, `policy`: the figure, or the version, that was given
 * - `gate`: whether it let the commission through
 * - `kpi-multiplier`: the step of the KPI multiplier
 * - `measure`: the tiers that a separate measure, or the lines' own, chose
 * - `lines`: other lines of the same sum; `not-paid-before`, `earlier-correction`: amounts
 */
export interface CorrectionReason {
  readonly field:
    | 'sales'
    | 'target'
    | 'coefficient'
    | 'policy'
    | 'gate'
    | 'kpi-multiplier'
    | 'measure'
    | 'lines'
    | 'not-paid-before'
    | 'earlier-correction'
  readonly was: string | null
  readonly is: string | null
}

/** What was paid, what was corrected already, and what is known now. */
export interface RestatementInput {
  /** The statements as they were paid, from the archive. */
  readonly paid: readonly CommissionStatement[]
  /** Corrections that were paid before. */
  readonly corrected?: readonly CommissionCorrection[]
  /** The inputs as they should have been, each with its payee and period; a period that is not named stays as it is. */
  readonly now: readonly CommissionInput[]
  /** The last period whose books are closed; a later one has nothing to correct yet and is refused. */
  readonly closedThrough?: string
}

/** The corrections of a run, and the statements that are right now. */
export interface Restatement {
  readonly corrections: readonly CommissionCorrection[]
  /** The clean run: what would have been paid had all been known. */
  readonly statements: readonly CommissionStatement[]
}

/** Something paid or taken back beside the period's own commission. */
export interface SettlementAdjustment {
  readonly id: string
  /** Below zero takes back. */
  readonly amount: DecimalInput
  readonly reason: string
}

/** What a period pays beside its own sales. */
interface SettlementExtras {
  /** Corrections, clawbacks and overrides can be given as the functions that compute them return them. */
  readonly adjustments?: readonly (
    | SettlementAdjustment
    | CommissionCorrection
    | ClawbackEntry
    | TeamOverride
  )[]
}

/** One period of a payee: its sales, and what a calculation may know beside them. */
export type SettlementPeriodInput = SettlementExtras &
  (
    | Omit<CommissionSalesInput, 'payee' | 'earnedYearToDate'>
    | Omit<CommissionLinesInput, 'payee' | 'earnedYearToDate'>
  )

/** A part of a line that was invoiced or collected in a period. */
export interface LineProgress {
  /** The id of a line of this or an earlier period. */
  readonly line: string
  /** The period in which it happened. */
  readonly period: string
  /** In the line's own currency; below zero where a payment bounced. */
  readonly amount: DecimalInput
}

/** A part held back. */
interface HoldbackEntry {
  readonly amount: string
  readonly releasedIn: string
}

/** What stands open between two settlements; what one closes with, the next can open with. */
export interface SettlementBalance {
  /** Parts held back, and the period in which each is released. */
  readonly held: readonly HoldbackEntry[]
  /** Not paid yet; below zero where too much was paid before. */
  readonly carried: string
  /** Advances still to be recovered. */
  readonly draw: string
  /** The first and the last period that were settled. Recovery of advances counts from the first; the next settlement follows the last. */
  readonly settled?: { readonly from: string; readonly to: string }
  /** The calendar year so far; present where the plan looks at it: a year to date, a cap for the year. */
  readonly year?: YearToDate
  /** Lines whose invoices or payments are followed; present where the plan pays on them. */
  readonly lines?: readonly OpenLine[]
}

/** A calendar year, as far as it was settled. */
export interface YearToDate {
  readonly year: string
  /** What its sales have earned, paid or not. */
  readonly earned: string
  /** Its periods as they were given; present where the plan computes a year to date. */
  readonly periods?: readonly SettlementPeriodInput[]
}

/** A line that is, or was in this year, not wholly invoiced or collected. */
export interface OpenLine {
  readonly line: string
  readonly amount: string
  /** Its share of the commission. */
  readonly commission: string
  /** Invoiced or collected so far. */
  readonly progress: string
  /** Taken back by refunds that name it. */
  readonly refunded: string
  /** For a refund that has not counted yet: the line it takes back. */
  readonly refundOf?: string
}

/** A payee's periods, consecutive and of one length. */
export interface SettlementInput {
  readonly payee: string
  readonly periods: readonly SettlementPeriodInput[]
  /** What the settlement before closed with. */
  readonly opening?: SettlementBalance
  /** The last period whose books are closed; a later one is refused. */
  readonly closedThrough?: string
  /** Where the plan pays on invoices. */
  readonly invoiced?: readonly LineProgress[]
  /** Where the plan pays on cash. */
  readonly collected?: readonly LineProgress[]
}

/** What became of one period's commission. */
export interface SettledPeriod {
  readonly period: string
  /** What the period earned, as far as it is payable; with a true-up it can be negative. */
  readonly earned: string
  /** Corrections, clawbacks and overrides that came with it. */
  readonly adjusted: string
  readonly heldBack: string
  /** Held back earlier, and released now. */
  readonly released: string
  /** Advanced on later commission. */
  readonly drawn: string
  /** Paid on top by a non-recoverable draw. */
  readonly guaranteed: string
  /** Advances taken back. */
  readonly recovered: string
  readonly paid: string
  /** Carried over to the next period; negative where too much was paid before. */
  readonly carried: string
  /** Advances still to be recovered. */
  readonly drawOwed: string
  /** The statement it rests on: the period's own, or the year to date. */
  readonly statement: CommissionStatement
}

/** A payee's payments over several periods. */
export interface Settlement {
  readonly payee: string
  readonly currency: string
  readonly periods: readonly SettledPeriod[]
  readonly earned: string
  readonly adjusted: string
  readonly paid: string
  /** What stands open after the last period. */
  readonly closing: SettlementBalance
  /** Invoices and payments that were set aside, and lines that an earlier period has, and why. */
  readonly notCounted: readonly { readonly line: string; readonly issue: Issue }[]
  /** By which terms it was paid. */
  readonly terms: PaymentTerms
  readonly policy: PolicyReference
}

/**
 * What an amount is to a payroll.
 *
 * - `commission`: what the period earned; `guarantee`: what was paid on top of it
 * - `held-back`, `released`: parts that are paid later, and that are paid now
 * - `adjustment`: corrections, clawbacks, overrides and amounts by hand
 * - `drawn`, `recovered`: advances, and what was taken back of them
 * - `carried`: what came over from the period before, less what goes over to the next
 */
export type EarningCode =
  | 'commission'
  | 'guarantee'
  | 'held-back'
  | 'released'
  | 'adjustment'
  | 'drawn'
  | 'recovered'
  | 'carried'

/** An amount that a payroll pays, or takes off. */
export interface PayrollRow {
  readonly payee: string
  readonly period: string
  readonly earningCode: EarningCode
  /** Never zero; below zero where it is taken off. */
  readonly amount: string
  readonly currency: string
}

/** What stands open after the last period of a settlement. */
export interface CommissionAccrual {
  readonly payee: string
  /** The last period that was settled; null where none was. */
  readonly period: string | null
  readonly currency: string
  /** Earned and not paid: held back and carried over. Below zero where more was paid than earned. */
  readonly unpaid: string
  /** The part of it that is released in later periods. */
  readonly held: string
  /** The part of it that the next period pays, or makes up for. */
  readonly carried: string
  /** Paid and not earned yet: advances that are still to be recovered. */
  readonly advanced: string
}

/**
 * A sale that was cancelled after its commission was paid, or a part of one. A sale that was cancelled in parts has a row for each, with
 * the same id, commission and day of sale; all of them are given each time.
 */
export interface CancelledSale {
  readonly id: string
  /** What was paid for the whole of it. */
  readonly commission: DecimalInput
  /** The day from which time is counted. */
  readonly soldOn: string
  readonly cancelledOn: string
  /** The part that was cancelled on that day, a ratio; all of it unless told. */
  readonly share?: DecimalInput
  /** What was taken back before for this row. */
  readonly takenBefore?: DecimalInput
}

/** What a cancelled sale gives back. */
export interface ClawbackEntry {
  readonly id: string
  /** What is taken back now, below zero or zero. */
  readonly amount: string
  readonly currency: string
  /** Of what was paid, the part that this cancellation gives back. */
  readonly share: string
  /** Days since the sale. */
  readonly elapsedDays: number
  /** The last day on which something is given back; null where there is none. */
  readonly until: string | null
}

/** What cancelled sales give back. */
export interface CommissionClawback {
  readonly lines: readonly ClawbackEntry[]
  /** The sum of the lines, below zero or zero. */
  readonly total: string
  readonly currency: string
  /** Rows that were set aside, and why; the id is null where the row has none. */
  readonly notCounted: readonly { readonly id: string | null; readonly issue: Issue }[]
  readonly policy: PolicyReference
}
