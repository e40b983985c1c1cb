import type { DecimalInput, Issue, PolicyReference } from '../../kernel/index.js'
import type { OwnPeriod } from '../../kernel/time/time.js'
import type { CreditOwner, TeamOverride } from '../credit/types.js'
import type {
  CommissionInput,
  CommissionLinesInput,
  CommissionSalesInput,
  YearToDate,
} from '../lines/types.js'
import type { PaymentPart, PaymentTerms } from '../plan/terms.js'
import type { DefinedCommissionPlan } from '../plan/types.js'
import type { CommissionStatement } from '../statement/types.js'

/** A correction of something that was paid: what was paid stays, and this is added to it. */
export interface CommissionCorrection {
  readonly payee: string
  /** The period that is corrected, as it was given; not the one in which the correction is paid. */
  readonly period: string | OwnPeriod
  /** Which correction of its period it is, counted from 1: of several, the last counts. */
  readonly number: number
  /** Paid for the period so far, earlier corrections included. */
  readonly paid: string
  /** What is due by a clean run. */
  readonly due: string
  /** Due less paid: what is to be paid now, or taken back. */
  readonly amount: string
  readonly currency: string
  /** What differs from the statement that was paid. */
  readonly reasons: readonly CorrectionReason[]
  /** What the period has really earned, before the cap of the year. */
  readonly earned: string
  /** What it would have earned to date beyond that; present before a true-up. */
  readonly owed?: string
  /** What the period really was: a settlement computes it, and what looks at it, again. */
  readonly now: Omit<CommissionInput, 'yearToDate'>
  /** The plan that computed it. */
  readonly policy: PlanOfBalance
  /**
   * Refunds that did not count, as they name a line of another period by its id alone, and only an account knows that; absent where there
   * are none. With them `due` and `amount` hold for nothing but a settlement whose account has the line.
   */
  readonly issues?: readonly Issue[]
  /** Later periods that it changes as well, because they count to date or the cap of the year cut them, and that are not corrected. */
  readonly alsoRestate: readonly string[]
}

/**
 * A figure that was corrected.
 *
 * - `sales`, `target`, `coefficient`, `policy`: the figure, or the version, that was given
 * - `gate`: whether it let the commission through
 * - `kpi-multiplier`, `multiplier`: the step of the KPI multiplier, the steps of further ones
 * - `measure`: the tiers that a separate measure, or the lines' own, chose
 * - `lines`: other lines, of the same sum as far as the statement says; `not-paid-before`, `earlier-correction`: amounts
 * - `earlier-period`: nothing but an earlier period, which it counts
 * - `true-up`: nothing that a statement says, which may be of the period alone or to date
 */
export interface CorrectionReason {
  readonly field:
    | 'sales'
    | 'target'
    | 'coefficient'
    | 'policy'
    | 'gate'
    | 'kpi-multiplier'
    | 'multiplier'
    | 'measure'
    | 'lines'
    | 'not-paid-before'
    | 'earlier-correction'
    | 'earlier-period'
    | 'true-up'
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
  readonly closedThrough?: string | OwnPeriod
  /** The month in which the years of these payees start, where it is not the plan's: an anniversary. */
  readonly yearStartsIn?: number
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
  /** Who gave it, and on which day. */
  readonly by?: string
  readonly on?: string
  /** The period that it corrects: it then counts under the cap of that year, and in that period's guarantee. */
  readonly period?: string | OwnPeriod
}

/** In which currency a payee is paid where it is not the plan's. */
interface PayIn {
  readonly currency: string
  /** What a unit of the plan's currency is worth in it. */
  readonly rate: DecimalInput
  /** The day whose rate it is. */
  readonly on: string
}

/** What a period pays, in the currency of the payee. */
export interface Payout {
  readonly currency: string
  readonly amount: string
  readonly rate: string
  readonly on: string
}

/** What a period pays beside its own sales, and in what. */
interface SettlementExtras {
  /** Converts what is paid, at the end; balances stay in the plan's currency. */
  readonly payIn?: PayIn
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
  (Omit<CommissionSalesInput, 'payee'> | Omit<CommissionLinesInput, 'payee'>)

/** A part of a line that was invoiced or collected in a period. */
export interface LineProgress {
  /** The id of a line of this or an earlier period. */
  readonly line: string
  /** The period in which it happened; may be left out where the day is given. */
  readonly period?: string | OwnPeriod
  /** The day on which it came. */
  readonly on?: string
  /** Of what is collected: who shares it, where the customer has changed hands. */
  readonly owners?: readonly CreditOwner[]
  /** In the line's own currency; below zero where a payment bounced. */
  readonly amount: DecimalInput
}

/** A part held back. */
interface HoldbackEntry {
  readonly amount: string
  readonly releasedIn: string | number
}

/**
 * What stands open between two settlements; what one closes with, the next can open with. Whose it is, in which currency and by which
 * plan is checked then; a balance written by hand need not say it.
 */
export interface SettlementBalance {
  /** The form in which it is stored. */
  readonly format?: 1
  readonly payee?: string
  readonly currency?: string
  readonly plan?: PlanOfBalance
  /** Parts held back, and the period in which each is released; of a company's own, its number, counted from the first that was settled. */
  readonly held: readonly HoldbackEntry[]
  /** Not paid yet; below zero where too much was paid before. */
  readonly carried: string
  /** Advances still to be recovered. */
  readonly draw: string
  /** The first period that was settled by a plan with a draw; recovery counts from it. Absent where the plan has none. */
  readonly drawFrom?: string | number
  /** The payee's first day of service, where it was given. */
  readonly joined?: string
  /** The first and the last period that were settled, and of a company's own how many they were; the next settlement follows the last. */
  readonly settled?: {
    readonly from: string | OwnPeriod
    readonly to: string | OwnPeriod
    readonly periods?: number
  }
  /** Present once the payee's last period is settled. */
  readonly final?: true
  /** The year so far, and the one before: what a correction or a new plan computes again. */
  readonly year?: SettledYear
  readonly lastYear?: SettledYear
  /** Lines whose invoices or payments are followed; present where the plan pays on them. */
  readonly lines?: readonly OpenLine[]
}

/** The plan by which a balance was made. */
export interface PlanOfBalance extends PolicyReference {
  /** Of what the plan decides, without its id, version and provenance: SHA-256 over canonical JSON. */
  readonly digest: string
}

/** A year, as far as it was settled: what a correction or a new plan computes again. */
export interface SettledYear {
  /** `2026`, or its months where it does not start in January: `2026-04/2027-03`. */
  readonly year: string
  /** What it sold and earned before its first period. */
  readonly before?: YearToDate & {
    /** The span over which its plan counted its sales, and its target. */
    readonly span?: 'quarter' | 'half' | 'year'
  }
  /** What corrections of periods that are not among these add to what it has earned, with the last day of each. */
  readonly outside?: readonly { readonly to: string; readonly amount: string }[]
  /** Whether the payee's last period was before it. */
  readonly isAfterFinal?: true
  readonly periods: readonly PeriodOfAccount[]
  /** Where a plan begins: its digest, what its coming meant; what it pays on where that is not what is booked, whether it mirrors refunds, and has awards. */
  readonly stretches: readonly {
    readonly from: string | OwnPeriod
    readonly plan: string
    readonly change?: PlanChange
    readonly on?: 'invoiced' | 'collected'
    readonly parts?: readonly PaymentPart[]
    readonly refunds?: 'mirror'
    readonly awards?: true
  }[]
}

/** What lines have earned by a statement, before caps of spans; and after them, where that is less. */
export type SharesOfLines = readonly {
  readonly line: string
  readonly earned: string
  readonly capped?: string
}[]

/** What came of a line, as an account keeps it: beside whom it belongs to. */
interface KeptProgress extends Omit<LineProgress, 'period' | 'owners'> {
  readonly others?: readonly PartOfOther[]
}

/** What belongs to another: an amount, or a share. */
interface PartOfOther {
  readonly payee: string
  readonly amount: string
}

/** A cancelled sale that an account has taken back, so that it is not taken twice. */
export type ClawbackOfAccount = Pick<ClawbackEntry, 'id' | 'amount' | 'elapsedDays'> &
  Partial<Pick<ClawbackEntry, 'share'>>

/** The facts of a period: its sales as a figure, or as lines. */
export type FactsOfPeriod<Period = SettlementPeriodInput> = Period extends unknown
  ? Omit<Period, 'adjustments'>
  : never

/** A settled period: its facts, and what became of them. */
export type PeriodOfAccount = FactsOfPeriod & {
  readonly adjustments?: readonly ClawbackOfAccount[]
  /** Before caps of its quarter, half-year and year, and after them. */
  readonly earned: string
  readonly capped: string
  /** What became due in it: all of it, or what was invoiced or collected. */
  readonly due: string
  readonly guaranteed: string
  /** What the cap of the period took, and mirrored refunds took back. */
  readonly cut?: string
  readonly refunded?: string
  /** What a true-up still owes. */
  readonly owed?: string
  /** What corrections by hand add. */
  readonly byHand?: string
  /** What its plan lets the quarter, half-year and year earn, and guarantees the period. */
  readonly capOfQuarter?: string
  readonly capOfHalf?: string
  readonly capOfYear?: string
  readonly guarantee?: string
  /** Whether it goes on with the stretch of the period before it: one plan, one uplift, one span. */
  readonly goesOn?: true
  readonly isToDate?: true
  /** The number of the last correction of it that was taken. */
  readonly corrected?: number
  /** Whether a correction gave its figure. */
  readonly isFigure?: true
  readonly isFinal?: true
  readonly invoiced?: readonly KeptProgress[]
  readonly collected?: readonly KeptProgress[]
  /** What of its lines belongs to others. */
  readonly handed?: readonly {
    readonly line: string
    readonly payee: string
    readonly amount: string
  }[]
  /** What its lines have earned, and those of earlier periods of its stretch, where that changed. */
  readonly shares?: SharesOfLines
  /** Lines that were open before it, where a year or a plan begins with it. */
  readonly opened?: readonly OpenLine[]
}

/** A line that is, or was in this year, not wholly invoiced or collected. */
export interface OpenLine {
  readonly line: string
  readonly amount: string
  /** Its share of the commission. */
  readonly commission: string
  /** Invoiced or collected so far; of a line that waits for both, collected, and what is invoiced stands beside it. */
  readonly progress: string
  readonly invoiced?: string
  /** What of the cash belongs to others. */
  readonly others?: readonly PartOfOther[]
  /** How many periods ago it came, and its parts, where it is paid in parts. */
  readonly age?: number
  readonly parts?: readonly PaymentPart[]
  /** Taken back by refunds that name it. */
  readonly refunded: string
  /** For a refund that has not counted yet: the line it takes back. For one that has: the same. */
  readonly refundOf?: string
  readonly takesBack?: string
  /** What became due of it, and of refunds of it, since the payee left; before the plan's share of that. */
  readonly sinceFinal?: string
}

/** What becomes of the year where another plan comes. */
export type PlanChange = 'continue' | 'restart' | 'from-start-of-year'

/** A payee's periods, one after the other: of the calendar and of one length, or a company's own. */
export interface SettlementInput {
  readonly payee: string
  readonly periods: readonly SettlementPeriodInput[]
  /** What the settlement before closed with. */
  readonly opening?: SettlementBalance
  /**
   * What becomes of the year where another plan closed the settlement before: its place in tiers, target and cap stays (`continue`), it
   * begins anew (`restart`), or it is computed as if this plan had always held (`from-start-of-year`). A plan of another id needs it.
   */
  readonly planChange?: PlanChange
  /** The plans that held before, by which corrections of their periods are computed. Others than those of the account may be among them. */
  readonly earlierPlans?: readonly DefinedCommissionPlan[]
  /** The last period whose books are closed; a later one is refused. */
  readonly closedThrough?: string | OwnPeriod
  /** The month in which the payee's year starts, 1 to 12, where it is not the plan's: an anniversary. */
  readonly yearStartsIn?: number
  /** The payee's first day of service, where the plan's draw goes by months of service; the balance passes it on. */
  readonly joined?: string
  /**
   * Whether the last of the periods is the payee's last: nothing waits for the end of the year, or for the minimum payout, any more. Later
   * periods have no sales.
   */
  readonly final?: boolean
  /** Where the plan pays on invoices. */
  readonly invoiced?: readonly LineProgress[]
  /** Where the plan pays on cash. */
  readonly collected?: readonly LineProgress[]
}

/** What of a payee's commission belongs to another, who has taken the customer over: an amount by hand of theirs. */
export interface HandedOver extends SettlementAdjustment {
  readonly payee: string
  readonly amount: string
  readonly currency: string
}

/**
 * Something paid or taken back beside a period's own commission.
 *
 * - `by-hand`: an amount that somebody gave
 * - `clawback`: what a cancelled sale gives back
 * - `override`: what a manager earns on a line of another
 * - `correction`: of a period that the account does not have; those of others stand in `corrections`
 */
export interface SettledAdjustment {
  readonly kind: 'by-hand' | 'clawback' | 'override' | 'correction'
  /** By hand, its own; else the sale that was cancelled, the line that is earned on, or the corrected period. Null where none was given. */
  readonly id: string | null
  readonly amount: string
  /** Of an amount by hand: why, who gave it, and on which day. */
  readonly reason?: string
  readonly by?: string
  readonly on?: string
  /** The period that it corrects. */
  readonly period?: string | OwnPeriod
  /** Whether what it moves stands in `corrections`, as it corrects a period of the account. */
  readonly inCorrections?: true
  /** Of a clawback: the part of what was paid that comes back, and the days since the sale. */
  readonly share?: string
  readonly elapsedDays?: number
  /** Of an override: who made the sale, and what the manager earns on it, a ratio. */
  readonly payee?: string
  readonly rate?: string
  /** Which correction of its period it is. */
  readonly number?: number
}

/** What became of one period's commission. */
export interface SettledPeriod {
  /** Its name; `id` of a company's own. */
  readonly period: string
  /** What the period earned, as far as it is payable; with a true-up it can be negative. */
  readonly earned: string
  /** What corrections changed, and the clawbacks, overrides and amounts that came with it. */
  readonly adjusted: string
  /** What caps of the period, and of its quarter, half-year and year took. */
  readonly cut: string
  /** Which closed periods the corrections changed: what was due in them, what is, and what their guarantees change by. */
  readonly corrections: readonly {
    readonly period: string
    readonly was: string
    readonly is: string
    readonly guaranteed: string
  }[]
  /**
   * What was paid or taken back beside, one by one, in the order in which it was given. These amounts and what `corrections` changed (`is`
   * less `was`) add up to `adjusted`, without those that are `inCorrections`.
   */
  readonly adjustments: readonly SettledAdjustment[]
  /**
   * Where the plan pays in parts: what became due of which part of which line, the first part being 1; below zero where it is taken back.
   * What no line has a share of, and a share after leaving, is not among it.
   */
  readonly parts?: readonly {
    readonly line: string
    readonly part: number
    readonly amount: string
  }[]
  /** What belongs to those who share what was collected: each an adjustment of theirs, in their own settlement. */
  readonly handedOver?: readonly HandedOver[]
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
  /** The same in the payee's currency, where the period says one. */
  readonly payout?: Payout
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
  /** What the periods pay in other currencies, each added up. */
  readonly payouts?: readonly Pick<Payout, 'currency' | 'amount'>[]
  /** What stands open after the last period. */
  readonly closing: SettlementBalance
  /** Lines that do not count, lines that an earlier period has, invoices and payments that were set aside: in which period, and why. */
  readonly notCounted: readonly {
    readonly period: string | null
    readonly line: string
    readonly issue: Issue
  }[]
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
  /** The same in the payee's currency; the rows of a period add up to its payout. */
  readonly payIn?: Payout
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
