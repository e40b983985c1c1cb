import type { AppraisalInput, DefinedAppraisalScheme } from '../appraisal/index.js'
import type { CommissionInput, DefinedCommissionPlan } from '../commission/index.js'
import type { CompensationInput, DefinedCompensationPlan } from '../compensation/index.js'
import type { DefinedGradingPolicy, ScoreToGrade } from '../grading/index.js'
import type { DefinedHealthModel, HealthFacts } from '../health/index.js'
import type { DecimalInput, Issue, PolicyReference } from '../kernel/index.js'
import type { DefinedLeadModel, LeadFacts } from '../leads/index.js'
import type { Edit } from '../policy/index.js'

/** The policies that say something of one row, each with the rule that says it. */
export type ScenarioPolicy =
  | DefinedAppraisalScheme
  | DefinedCommissionPlan
  | DefinedCompensationPlan
  | DefinedGradingPolicy
  | DefinedHealthModel
  | DefinedLeadModel

/** What the rule of a policy is given: of a commission plan, the input of `calculateCommission`. */
export type InputOf<Policy> = Policy extends DefinedCommissionPlan
  ? CommissionInput
  : Policy extends DefinedAppraisalScheme
    ? AppraisalInput
    : Policy extends DefinedCompensationPlan
      ? CompensationInput
      : Policy extends DefinedGradingPolicy
        ? DecimalInput | ScoreToGrade
        : Policy extends DefinedHealthModel
          ? HealthFacts
          : Policy extends DefinedLeadModel
            ? LeadFacts
            : never

/** Somebody on a roster, or one of their periods. */
export interface RosterRow<Input> {
  /** Each once. */
  readonly id: string
  /** A team, a region, a grade: what results are told apart by. */
  readonly group?: string
  readonly input: Input
}

/** How a long run says how far it is, and is stopped. */
export interface RunOptions {
  /** Called now and then, with how many rows, points or runs are done, and of how many; null where a stream does not say. */
  readonly onProgress?: (progress: Progress) => void
  /** An `AbortSignal`, or anything that has `aborted`: once that is true, the run throws `RUN_STOPPED`. */
  readonly signal?: { readonly aborted: boolean }
}

export interface Progress {
  readonly done: number
  readonly of: number | null
}

/** What a policy comes to over all rows that could be computed. */
export interface Totals {
  readonly now: string
  readonly then: string
  /** Then less now. */
  readonly difference: string
}

/** A share of sales, paid out: commissions alone have it. */
export interface CostRatio {
  /** Paid ÷ sales that count; one that does not end is cut after 12 decimals. Null where there are none. */
  readonly now: string | null
  readonly then: string | null
}

/** Where the rows are, by what they reached: a tier, a shut gate, a band, a grade. */
export interface ClassCount {
  readonly class: string
  readonly now: number
  readonly then: number
}

/** The figure that so large a part of the rows does not exceed, by each policy on its own. */
export interface Quantile {
  readonly at: string
  readonly now: string
  readonly then: string
}

/** How many rows there are, by what became of them. */
export interface RowCounts {
  readonly rows: number
  readonly computed: number
  readonly gain: number
  readonly lose: number
  readonly unchanged: number
  /** Could not be computed by one of the policies, or both: their figures are in no total. */
  readonly refused: number
}

/**
 * The first step of the derivation that differs; where that step drew the figure the other way, the first after it that drew it as it went. `now` and
 * `then` are what it is by each policy; null where it has no such step.
 *
 * Of a commission: `sales` (what counts), `gate`, `mode` (of the scale, for whoever is beyond its first tier), `tier` (how much lies in it), `rate`,
 * `tier-pay` (what the tier pays), the kind of an adjustment (`accelerator`, `cap`, …), `earned`, `rounding`. Of a score: `part`, `bonus`, `deduction`, `limit`, `band`, `disqualified`. Of a grade:
 * `score`, `threshold`, `cap`. Of a compensation: `component`, `cap`.
 */
export interface Reason {
  readonly step: string
  /**
   * Of the tier, the part, the component, or the rate rule whose mode it is. Null where each policy has another one in this place: `now` and
   * `then` are their ids then.
   */
  readonly id: string | null
  readonly now: string | null
  readonly then: string | null
}

/** A row that gains or loses. */
export interface ChangedRow {
  readonly id: string
  readonly group: string | null
  readonly now: string
  readonly then: string
  readonly difference: string
  readonly reason: Reason
}

/** A row that could not be computed, and why. */
export interface NotComputedRow {
  readonly id: string
  readonly group: string | null
  /** By which policy. */
  readonly by: 'both' | 'now' | 'then'
  readonly issues: readonly Issue[]
}

/** The rows of one group. */
export interface GroupComparison extends RowCounts {
  /** Null for rows that have none. */
  readonly group: string | null
  readonly totals: Totals
  readonly costRatio: CostRatio | null
}

/** Two policies over the same rows. */
export interface PolicyComparison extends RowCounts {
  readonly now: PolicyReference
  readonly then: PolicyReference
  /** What makes the policy of now into that of then, as `diffPolicies` says it, without where its values come from. */
  readonly changes: readonly Edit[]
  /** What people are assumed to do differently then; null where nothing is. */
  readonly assumes: string | null
  /** A currency, `points` or `grades`: a grade counts as many as are below it. */
  readonly unit: string
  readonly totals: Totals
  readonly costRatio: CostRatio | null
  readonly quantiles: readonly Quantile[]
  readonly classes: readonly ClassCount[]
  /** How many rows reach another class, be their figure the same or not. */
  readonly reclassified: number
  readonly groups: readonly GroupComparison[]
  /** From the largest gain. */
  readonly winners: readonly ChangedRow[]
  /** From the largest loss. */
  readonly losers: readonly ChangedRow[]
  /** The first 1,000 of them. */
  readonly notComputed: readonly NotComputedRow[]
}
