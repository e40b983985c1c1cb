import type { Check, Issue, PolicyReference, Scale, Slice } from '../../kernel/index.js'
import type { OwnPeriod } from '../../kernel/time/time.js'
import type { AdjustmentKind } from '../earn/earn.js'
import type {
  CommissionFacts,
  CommissionLine,
  ConvertedLine,
  LineNotCounted,
  NewCustomers,
} from '../lines/types.js'
import type {
  Coefficient,
  CommissionPlan,
  CommissionRounding,
  LineFactor,
  TargetGate,
} from '../plan/types.js'

/** Whether the gate let the commission through, and what is missing. */
export interface GateOutcome {
  readonly clause: 'COM-2'
  readonly outcome: 'met' | 'unmet'
  /** The attainment required; null where only conditions are. */
  readonly attainment: string | null
  readonly counts: TargetGate['counts']
  /** The sales that are missing to reach the attainment; null when none are. */
  readonly remaining: string | null
  /** What would have been paid more with it open; null when it is. */
  readonly forgone: string | null
  /** The conditions, one by one, where the plan has some. */
  readonly checks?: readonly Check[]
}

/** One tier's part in a commission: base × rate, and what the tier pays beside it, if anything. */
export interface CommissionSlice<Tier extends string = string> extends Slice<Tier> {
  /** The rate rule whose scale it is; absent where it is the plan's own. */
  readonly rule?: string
  /** What the tier pays flat; where it has a width, in proportion to how much of that is filled. */
  readonly flat?: string
  /** In an interpolated scale, how much of the base fills the tier. */
  readonly width?: string
  /** Where each line, or each order, goes through the tiers on its own: how many of them have reached this one. */
  readonly times?: number
  /** The least that the tier pays, and the most. */
  readonly minimum?: string
  readonly maximum?: string
}

/** An amount added to, or taken from, what the slices earned. */
export interface CommissionAdjustment {
  readonly kind: AdjustmentKind
  readonly amount: string
  readonly clause: string | null
  /** For a cap: the most that it lets through. */
  readonly limit?: string
}

/** The conditions of a part of the plan, one by one. Where they are not met, that part is not applied. */
export interface ConditionOutcome {
  readonly of: 'accelerator' | 'award' | 'rate'
  /** Of a rate rule or an award; null for the accelerator. */
  readonly id: string | null
  readonly outcome: 'met' | 'unmet'
  readonly checks: readonly Check[]
}

/** An order that an award is for. */
export interface AwardOutcome {
  readonly award: string
  /** The first line of the order. */
  readonly line: string
  /** `unknown`: the order is large enough, and its lines do not say, or not alike, whether it is a first one. Nothing is paid for it. */
  readonly outcome: 'paid' | 'forgone' | 'unknown'
  /** What the award comes to where it is paid. */
  readonly amount: string
  readonly clause: string | null
}

/** A refund that took back what its original earned. */
export interface RefundOutcome {
  readonly line: string
  readonly refundOf: string
  /** The sales taken back, below zero. */
  readonly sales: string
  /** The commission taken back, below zero. */
  readonly amount: string
}

/** A line that factors have made to count, or to earn, more or less than it is. */
export interface WeighedLine {
  readonly line: string
  /** What it counts towards the target and the tiers, and what it earns on. */
  readonly credited: string
  readonly base: string
  /** The factors that matched it. */
  readonly by: readonly {
    readonly factor: string
    readonly applies: LineFactor['applies']
    readonly multiplier: string
    /** The level above which the line is multiplied, where it is not all of it. */
    readonly above?: string
    /** The figure, or the fact, of the line that says how often, what it is, and the step that it has reached. */
    readonly fact?: string
    readonly value?: string
    readonly step?: string
    readonly reason: string | null
  }[]
}

/** The nearest change that pays more than going on at the rate of now would, and what is missing to it. */
export interface NextChange {
  /**
   * What brings it: the gate opens, sales begin to count above the target, an accelerator or a tier is reached, or the rate earns more than
   * the tier's minimum. `measure`: no more sales do, but another tier of the separate measure.
   */
  readonly by: 'accelerator' | 'gate' | 'measure' | 'minimum' | 'target' | 'tier'
  /** The tier that sales are in there. */
  readonly tier: string
  /** What each further unit of sales earns from there on. */
  readonly rate: string
  /** The sales to it, by the plan's own scale; where a measure brings it, how much more of that. */
  readonly remaining: string
  /** `above`: with exactly that much nothing more is paid yet. */
  readonly reached: 'above' | 'at'
}

/** A commission and how it came about. The slices and the adjustments add up to the amount, to the cent. */
export interface CommissionStatement<Tier extends string = string> {
  readonly payee: string | null
  readonly period: string | OwnPeriod | null
  /** What is paid. */
  readonly amount: string
  readonly currency: string
  /** All sales that were given and counted. */
  readonly sales: string
  /** What earned: all that counted, what is above the target, or nothing while the gate is shut and has no flat rate. */
  readonly base: string
  readonly target: string | null
  /** What counted ÷ target; one that does not end is cut after 12 decimals. Null without a target. */
  readonly attainment: string | null
  /** The attainment as gate, accelerator and tiers looked it up; present where the plan rounds it. */
  readonly attainmentRounded?: string
  readonly gate: GateOutcome | null
  /** By tier; `below` is what the gate keeps from the tiers. */
  readonly slices: readonly CommissionSlice<Tier | 'below'>[]
  readonly adjustments: readonly CommissionAdjustment[]
  /** The nearest change that pays more; null where no sales do, and where each line chooses its tier. */
  readonly next: NextChange | null
  /** Amount ÷ base; null when nothing earned. */
  readonly effectiveRate: string | null
  readonly coefficient: (Coefficient & { readonly uplift: string }) | null
  /** The step of the accelerator that the attainment reached; present where the plan has one for the whole amount. */
  readonly accelerator?: { readonly step: string; readonly multiplier: string }
  /** The step of the KPI multiplier; present where the plan has one. */
  readonly kpiMultiplier?: {
    readonly fact: string
    readonly step: string
    readonly multiplier: string
  }
  /** What counts towards the target and the tiers, and the lines that count, or earn, more or less than they are; present where the plan has factors. */
  readonly credited?: string
  readonly factors?: readonly WeighedLine[]
  /** The steps of further multipliers; present where the plan has some. */
  readonly multipliers?: readonly {
    readonly fact: string
    readonly step: string
    readonly multiplier: string
  }[]
  /** Present where the plan puts conditions on its accelerator, a rate rule or an award. */
  readonly conditions?: readonly ConditionOutcome[]
  /** Present where the plan has awards. */
  readonly awards?: readonly AwardOutcome[]
  /** Present where the plan mirrors refunds. */
  readonly refunds?: readonly RefundOutcome[]
  /** Present where the plan converts currencies. */
  readonly converted?: readonly ConvertedLine[]
  /** Present where the plan says which new customers count. */
  readonly newCustomers?: NewCustomers
  /** What is wrong with orders whose sales count all the same; present where something is. */
  readonly issues?: readonly Issue[]
  /** The exact commission before rounding, awards, refunds and the caps on amounts. */
  readonly unrounded: string
  readonly rounding: CommissionRounding
  readonly notCounted: readonly LineNotCounted[]
  readonly mode: Scale['mode']
  /** Present where the plan's tiers count units: sales, base and target are then counts, and a rate is money for each. */
  readonly inUnits?: true
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
  readonly slices: readonly CommissionSlice[]
  readonly adjustments: readonly CommissionAdjustment[]
}

/** A commission shared out to the lines it came from. */
export interface CommissionAttribution {
  readonly payee: string | null
  readonly period: string | OwnPeriod | null
  /** What the statement pays; the lines' amounts add up to it, but for the minimum of a tier that is paid while no line earns. */
  readonly amount: string
  readonly currency: string
  readonly attribution: CommissionPlan['attribution']
  /** Present where the plan's tiers count units: sales are then counts, and a rate is money for each. */
  readonly inUnits?: true
  readonly lines: readonly LineShare[]
  readonly notCounted: readonly LineNotCounted[]
  readonly policy: PolicyReference
}

/** The sales that earn a commission, and the statement they would have. */
export interface SalesForCommission {
  readonly sales: string
  readonly statement: CommissionStatement
}

/** A line of an order that an award or a new customer may depend on. */
export interface PendingOrder {
  readonly line: string
  readonly sales: string
  readonly order?: string
  readonly customer?: string
  readonly firstOrder?: boolean
  readonly newMarket?: boolean
}

/** Running totals of order lines: plain JSON, to be stored and sent. */
export interface CommissionTotals {
  /** How many lines were added. */
  readonly lines: number
  /** The exact sum of those that count. */
  readonly sales: string
  /** Where it is not the sales alone that earn by the plan's own scale: what earns by each scale, one figure or one for each tier. */
  readonly bases?: readonly (readonly string[])[]
  /** The first and the last day of lines with a date. */
  readonly dates?: { readonly first: string; readonly last: string }
  readonly orders?: readonly PendingOrder[]
  /** What was refunded of which line, where the plan has orders to look at. */
  readonly refunded?: readonly { readonly line: string; readonly sales: string }[]
  readonly converted?: readonly ConvertedLine[]
  readonly notCounted?: readonly LineNotCounted[]
}

/** Adds up lines for one statement. */
export interface CommissionAccumulator {
  /** `merge`: totals of any lines can be added to one another. A plan whose lines must stay together (`group`) has no accumulator. */
  readonly combine: 'merge'
  /** Totals of nothing. */
  readonly create: () => CommissionTotals
  /** The totals with one more line. */
  readonly add: (totals: CommissionTotals, line: CommissionLine) => CommissionTotals
  /** Two totals as one. */
  readonly merge: (first: CommissionTotals, second: CommissionTotals) => CommissionTotals
  /** The statement of all lines added. */
  readonly finish: (totals: CommissionTotals, facts?: CommissionFacts) => CommissionStatement
}

/** A point where the payout curve of a plan bends or jumps. */
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

/** The payout curve of a plan, from sales of 0 upward. */
export interface CommissionCurve {
  readonly currency: string
  readonly points: readonly CurvePoint[]
}
