import type {
  Band,
  Criterion,
  Defined,
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
export type HealthFacts = object

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
