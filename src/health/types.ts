import type {
  Band,
  Criterion,
  Defined,
  Issue,
  NextBand,
  PolicyHeader,
  PolicyReference,
  ScorecardRules,
  ScorePart,
} from '../kernel/index.js'

/** How a customer's health is scored, and when it is time to worry. */
export interface HealthModel extends PolicyHeader, ScorecardRules {
  readonly criteria: readonly Criterion[]
  /** From the healthiest to the least healthy. */
  readonly bands: readonly Band[]
  /** So many follow-ups in a row without an answer are a churn warning (HEA-2). */
  readonly unansweredInARow: number
}

/** A health model that `defineHealthModel` has checked. */
export type DefinedHealthModel = Defined<HealthModel>

/** What is known of a customer, by the ids of the model's criteria, as each criterion's curve takes it. */
export type HealthFacts = Readonly<Record<string, unknown>>

/** What is known of many customers: a number for each of them, by the ids of the model's criteria; NaN where it is not known. */
export type HealthColumns = Readonly<Record<string, Float64Array>>

/** A customer's health and what it means. */
export interface HealthScore {
  /** 0 to 100. */
  readonly score: number
  readonly band: string
  /** The band above, and the points missing to it. */
  readonly next: NextBand | null
  readonly parts: readonly ScorePart[]
  /** The criteria that had no fact. */
  readonly missing: readonly string[]
  readonly policy: PolicyReference
  readonly clauses: readonly string[]
}

/** The health of many customers, one entry per row. */
export interface HealthScores {
  /** Rounded as the model says; NaN where the row was refused. */
  readonly scores: Float64Array
  /** Positions in `bandNames`; −1 where the row was refused. */
  readonly bands: Int8Array
  /** From the healthiest to the least healthy. */
  readonly bandNames: readonly string[]
  /** What is wrong with the rows that were refused; each path starts with the position of the row. */
  readonly issues: readonly Issue[]
  readonly policy: PolicyReference
  readonly clauses: readonly string[]
}

/** One attempt to reach a customer. */
export interface FollowUp {
  readonly date: string
  readonly answered: boolean
}

/** A reason to act before the customer is gone. */
export interface ChurnWarning {
  readonly kind: 'unanswered'
  /** The first of the follow-ups that were not answered. */
  readonly since: string
  /** How many in a row, up to the latest. */
  readonly followUps: number
  readonly clause: 'HEA-2'
}
