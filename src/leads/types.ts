import type {
  Band,
  Condition,
  Criterion,
  Defined,
  NextBand,
  PolicyHeader,
  PolicyReference,
  ScorecardRules,
  ScorePart,
} from '../kernel/index.js'

/** How leads are scored, sorted and filtered. */
export interface LeadModel extends PolicyHeader, ScorecardRules {
  readonly criteria: readonly Criterion[]
  /** From the best to the worst. */
  readonly bands: readonly Band[]
  /** The lowest band whose leads are marked as high value and go to senior reps first (LEA-3). */
  readonly highValueFrom: string
  /** What makes a lead invalid whatever it would score (LEA-2). */
  readonly disqualifiers: readonly Disqualifier[]
}

/** A reason to drop a lead, and the condition under which it holds. A fact that is not given drops nobody. */
export interface Disqualifier {
  readonly reason: string
  readonly when: Condition
}

/** A lead model that `defineLeadModel` has checked. */
export type DefinedLeadModel = Defined<LeadModel>

/**
 * What is known of a lead, by the ids of the model's criteria and the facts of its disqualifiers: points, a choice, a figure,
 * or dated events, as the criterion's curve takes them.
 */
export type LeadFacts = object

/** A lead's score and what it means. */
export interface LeadScore {
  /** 0 to 100; null for a disqualified lead whose facts are not complete. */
  readonly score: number | null
  /** Null for a disqualified lead. */
  readonly band: string | null
  /** The band above, and the points missing to it. */
  readonly next: NextBand | null
  readonly highValue: boolean
  readonly parts: readonly ScorePart[]
  /** Why the lead is invalid; null when it is not. */
  readonly disqualified: { readonly reasons: readonly string[]; readonly clause: 'LEA-2' } | null
  readonly policy: PolicyReference
  readonly clauses: readonly string[]
}
