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

/** Sales as one figure, or as order lines. */
export type CommissionInput = CommissionFacts &
  (
    | { readonly sales: DecimalInput; readonly lines?: never }
    | { readonly lines: readonly CommissionLine[]; readonly sales?: never }
  )

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
