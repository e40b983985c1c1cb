import type {
  Band,
  Condition,
  Criterion,
  Defined,
  Issue,
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
export type LeadFacts = Readonly<Record<string, unknown>>

/**
 * What is known of many leads, by the ids of the model's criteria and of the facts that disqualify: numbers, NaN where one is not known, or
 * 0 and 1 for no and yes.
 */
export type LeadColumns = Readonly<Record<string, Float64Array | Uint8Array>>

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

/** The scores of many leads, one entry per row. */
export interface LeadScores {
  /** Rounded as the model says; NaN where the row was refused, and for a disqualified lead whose facts are not complete. */
  readonly scores: Float64Array
  /** Positions in `bandNames`; −1 where the row was refused or disqualified. */
  readonly bands: Int8Array
  /** From the best to the worst. */
  readonly bandNames: readonly string[]
  /** The position of the lowest band whose leads are of high value (LEA-3). */
  readonly highValueUpTo: number
  /** The leads that are invalid whatever they score, in the order of the rows (LEA-2). */
  readonly disqualified: readonly LeadDisqualified[]
  /** What is wrong with the rows that were refused; each path starts with the position of the row. */
  readonly issues: readonly Issue[]
  readonly policy: PolicyReference
  readonly clauses: readonly string[]
}

/** A lead that is invalid, and why. */
export interface LeadDisqualified {
  readonly row: number
  readonly reasons: readonly string[]
}
