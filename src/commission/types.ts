import type {
  DecimalInput,
  Defined,
  Issue,
  NextTier,
  PolicyHeader,
  PolicyReference,
  Rounding,
  Scale,
  Slice,
} from '../kernel/index.js'

/** How a commission is computed. Everything a company decides is a field of it. */
export interface CommissionPlan extends PolicyHeader {
  /** ISO 4217; the plan pays in it, and its decimals are those of every amount. */
  readonly currency: string
  readonly scale: Scale
  /** Without it, every sale is paid whatever the target. */
  readonly gate?: TargetGate
  readonly coefficient: Coefficient
  /** Without it, there is no most that the plan pays. */
  readonly cap?: Cap
  readonly rounding: CommissionRounding
  /** How the commission is shared out to order lines: each earns what it adds, in order; or all the same share of their sales. */
  readonly attribution: 'deal-order' | 'in-proportion'
  readonly credit: CreditRules
  /** When and how what was earned is paid. Without it, a statement is paid as it is. */
  readonly payment?: PaymentTerms
}

/** How earned commission becomes payments, period by period. */
export interface PaymentTerms {
  /** Each `period` on its own, or `year-to-date` with a true-up: what the year has earned less what it earned before. */
  readonly accrual: 'period' | 'year-to-date'
  readonly holdback?: Holdback
  readonly draw?: Draw
  /** A smaller payment is carried over to the next period. */
  readonly minimumPayout?: string
}

/** A part of each period's commission that is paid later. */
export interface Holdback {
  /** A ratio from 0 to 1. */
  readonly share: string
  /** So many periods later it is released. */
  readonly releaseAfter: number
}

/** An amount that each period pays at least. */
export interface Draw {
  readonly amount: string
  /** `recoverable`: an advance on later commission. `non-recoverable`: a guarantee that is never taken back. */
  readonly kind: 'recoverable' | 'non-recoverable'
  /** What an advance is recovered from: `all` that is available, or only what is `above-draw`. */
  readonly recoverFrom: 'all' | 'above-draw'
  /** Recovery starts so many periods after the first. */
  readonly recoverAfter: number
  /** The most of a period's available amount that goes into recovery, a ratio. */
  readonly recoverAtMost: string
}

/** Who may be credited with a sale. */
export interface CreditRules {
  /** Whether somebody may be credited on top of the whole. */
  readonly overlays: 'refuse' | 'allow'
}

/** Nothing is paid until the target is met. */
export interface TargetGate {
  /** The attainment that opens it: `1` is on target. */
  readonly attainment: string
  /** Once it is open: `all` sales count from the first unit, or only those `above-target`. */
  readonly counts: 'all' | 'above-target'
}

/** How an uplift earned by good grades raises the commission. */
export interface Coefficient {
  /** `add-to-rate`: 0.005 makes 3% into 3.5%. `multiply`: 0.005 makes the commission 1.005 times as much. */
  readonly applies: 'add-to-rate' | 'multiply'
}

/** The most that a statement pays. */
export interface Cap {
  readonly amount: string
}

/** When and how amounts become payable: once for the total, or line by line in the order given. */
export interface CommissionRounding extends Rounding {
  readonly at: 'total' | 'line'
}

/** A plan that `defineCommissionPlan` has checked. */
export type DefinedCommissionPlan = Defined<CommissionPlan>

/** What every calculation may know beside the sales. */
export interface CommissionFacts {
  /** Whom the statement is for. */
  readonly payee?: string
  /** `2026-03`, `2026-Q1` or `2026`. */
  readonly period?: string
  /** Needed where the plan has a gate or tiers by attainment; more than 0. */
  readonly target?: DecimalInput
  /** The figure that chooses the tier, where the plan's scale has a separate measure. */
  readonly measure?: DecimalInput
  /** What good grades have earned (GRA-5): a ratio, `0.005` for half a point. */
  readonly coefficientUplift?: DecimalInput
}

/** One order line; a refund has a negative amount. */
export interface CommissionLine {
  readonly id: string
  readonly amount: DecimalInput
}

/** Sales as one figure. */
export interface CommissionSalesInput extends CommissionFacts {
  readonly sales: DecimalInput
  readonly lines?: never
}

/** Sales as order lines, in the order in which the deals were made. */
export interface CommissionLinesInput extends CommissionFacts {
  readonly lines: readonly CommissionLine[]
  readonly sales?: never
}

/** Sales as one figure, or as order lines. */
export type CommissionInput = CommissionSalesInput | CommissionLinesInput

/** Whether the gate let the commission through, and what is missing. */
export interface GateOutcome {
  readonly clause: 'COM-2'
  readonly outcome: 'met' | 'unmet'
  /** The attainment required. */
  readonly attainment: string
  readonly counts: TargetGate['counts']
  /** The sales that are missing to open it; null when it is open. */
  readonly missing: string | null
  /** What would have been paid without the gate; null when it is open. */
  readonly withheld: string | null
}

/** An amount added to, or taken from, what the slices earned. */
export interface CommissionAdjustment {
  readonly kind: 'coefficient' | 'line-rounding' | 'cap'
  readonly amount: string
  readonly clause: string | null
}

/** A line that earned nothing, and why. */
export interface LineNotCounted {
  readonly id: string
  readonly amount: string
  readonly issue: Issue
}

/** A commission and how it came about. The slices and the adjustments add up to the amount, to the cent. */
export interface CommissionStatement {
  readonly payee: string | null
  readonly period: string | null
  /** What is paid. */
  readonly amount: string
  readonly currency: string
  /** All sales that were given and counted as lines. */
  readonly sales: string
  /** The sales that earned: all of them, those above the target, or none while the gate is shut. */
  readonly base: string
  readonly target: string | null
  /** Sales ÷ target; one that does not end is cut after 12 decimals. Null without a target. */
  readonly attainment: string | null
  readonly gate: GateOutcome | null
  readonly slices: readonly Slice[]
  readonly adjustments: readonly CommissionAdjustment[]
  /** The next tier and what is missing to it. */
  readonly next: NextTier | null
  /** Amount ÷ base; null when nothing earned. */
  readonly effectiveRate: string | null
  readonly coefficient: (Coefficient & { readonly uplift: string }) | null
  /** The exact commission before rounding and before the cap. */
  readonly exact: string
  readonly rounding: CommissionRounding
  readonly notCounted: readonly LineNotCounted[]
  readonly mode: Scale['mode']
  readonly policy: PolicyReference
  /** The clauses of the handbook that were applied. */
  readonly clauses: readonly string[]
}

/** One line's share of a commission. Its slices and adjustments add up to its amount. */
export interface LineShare {
  readonly id: string
  /** The amount of the line itself. */
  readonly sales: string
  /** Its share of the commission. */
  readonly amount: string
  readonly slices: readonly Slice[]
  readonly adjustments: readonly CommissionAdjustment[]
}

/** A commission shared out to the lines it came from. */
export interface CommissionAttribution {
  readonly payee: string | null
  readonly period: string | null
  /** What the statement pays; the lines' amounts add up to it. */
  readonly amount: string
  readonly currency: string
  readonly attribution: CommissionPlan['attribution']
  readonly lines: readonly LineShare[]
  readonly notCounted: readonly LineNotCounted[]
  readonly policy: PolicyReference
}

/** The sales that earn a commission, and the statement they would have. */
export interface SalesForCommission {
  readonly sales: string
  readonly statement: CommissionStatement
}

/** Running totals of order lines: plain JSON, to be stored and sent. */
export interface CommissionTotals {
  /** How many lines were added. */
  readonly lines: number
  /** Their exact sum. */
  readonly sales: string
}

/** Adds up lines for one statement. */
export interface CommissionAccumulator {
  /** Totals of nothing. */
  readonly create: () => CommissionTotals
  /** The totals with one more line. */
  readonly add: (totals: CommissionTotals, line: CommissionLine) => CommissionTotals
  /** Two totals as one. */
  readonly merge: (first: CommissionTotals, second: CommissionTotals) => CommissionTotals
  /** The statement of all lines added. */
  readonly finish: (totals: CommissionTotals, facts?: CommissionFacts) => CommissionStatement
}

/** A point where the pay line of a plan bends or jumps. */
export interface CurvePoint {
  readonly sales: string
  /** What sales just below it are paid. */
  readonly below: string
  /** What it is paid itself; less than `below` is a cliff. */
  readonly amount: string
  /** What sales just above it are paid. */
  readonly above: string
  /** What each further unit of sales earns, up to the next point. */
  readonly rate: string
}

/** The pay line of a plan, from sales of 0 upward. */
export interface CommissionCurve {
  readonly currency: string
  readonly points: readonly CurvePoint[]
}

/** Somebody who is credited with a part of a sale. */
export interface CreditOwner {
  readonly payee: string
  /** Parts of the whole: 1 and 1 and 1 are a third each. */
  readonly parts?: DecimalInput
  /** A ratio; the shares of all owners add up to exactly 1. */
  readonly share?: DecimalInput
  /** Credited on top of the whole, where the plan allows it (a specialist, an overlay team). */
  readonly overlay?: boolean
}

/** One owner's part of a sale. */
export interface CreditShare {
  readonly payee: string
  readonly amount: string
  readonly overlay: boolean
}

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

/** A figure that was corrected. */
export interface CorrectionReason {
  readonly field:
    | 'sales'
    | 'target'
    | 'coefficient'
    | 'policy'
    | 'lines'
    | 'not-paid-before'
    | 'earlier-correction'
  readonly was: string | null
  readonly is: string | null
}

/** The corrections of a run, and the statements that are right now. */
export interface Restatement {
  readonly corrections: readonly CommissionCorrection[]
  /** The clean run: what would have been paid had all been known. */
  readonly statements: readonly CommissionStatement[]
}

/** One period of a payee: its sales, and what a calculation may know beside them. */
export type SettlementPeriodInput =
  | Omit<CommissionSalesInput, 'payee'>
  | Omit<CommissionLinesInput, 'payee'>

/** A payee's periods, consecutive and of one length. */
export interface SettlementInput {
  readonly payee: string
  readonly periods: readonly SettlementPeriodInput[]
}

/** What became of one period's commission. */
export interface SettledPeriod {
  readonly period: string
  /** What the period earned; with a true-up it can be negative. */
  readonly earned: string
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
  readonly paid: string
  /** What stands open after the last period. */
  readonly closing: { readonly held: string; readonly carried: string; readonly draw: string }
  readonly policy: PolicyReference
}
