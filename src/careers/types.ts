import type {
  Check,
  ChecksOutcome,
  Condition,
  Defined,
  PolicyHeader,
  PolicyReference,
} from '../kernel/index.js'

/** The rungs of a company's ladders and what each asks for. */
export interface CareerPolicy extends PolicyHeader {
  readonly ladders: readonly Ladder[]
  /** Whether what the holder of a level does (PRO-4) is only reported, or required for the promotion to it. */
  readonly levelStandards: 'report' | 'require'
}

/** A way up: rungs from the lowest to the highest. */
export interface Ladder {
  readonly id: string
  readonly clause: string
  readonly rungs: readonly Rung[]
}

/** A level, and what leads to it. */
export interface Rung {
  readonly id: string
  /** What a promotion to this rung asks for. */
  readonly requires: Condition
  /** What somebody on this rung does, where the company says so. */
  readonly standard?: Condition
}

/** A career policy that `defineCareerPolicy` has checked. */
export type DefinedCareerPolicy = Defined<CareerPolicy>

/**
 * What is known of a person, by the ids of the policy's conditions, in a plain object of any type; what is not known is left out or
 * null. A ratio may be given as `{ actual, target }`; a fact of a run of periods is a history, `[{ period, value }]` or
 * `{ period, excused }` for a period to pass over, and `asOf` the period in which you ask.
 */
export type CareerFacts = object

/** Whether somebody may be promoted, and what is missing. */
export interface PromotionCheck {
  readonly rung: string
  readonly ladder: string
  /** The rung below; null for the lowest. */
  readonly from: string | null
  /** `unknown` as long as a fact that could decide is not given. */
  readonly eligible: boolean | 'unknown'
  readonly checks: readonly Check[]
  /** The conditions that are unmet or unknown; none when eligible. */
  readonly missing: readonly string[]
  /** What somebody on the rung does (PRO-4), checked against the same facts. */
  readonly standard: ChecksOutcome | null
  readonly policy: PolicyReference
  readonly clauses: readonly string[]
}
