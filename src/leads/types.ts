import type {
  Band,
  Condition,
  Criterion,
  DecimalInput,
  Defined,
  FactsNamed,
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
  /** How well the customer's profile fits the target market (LEA-5), beside the score. */
  readonly fit?: LeadAxis
  /** How much behaviour says of buying (LEA-6), beside the score. */
  readonly intent?: LeadAxis
  /** How leads are handed over to reps (LEA-3). */
  readonly routing: RoutingRules
  /** How sources are judged by their conversion (LEA-4). */
  readonly sources: SourceRules
  /** How market segments are ranked (LEA-7). */
  readonly segments?: SegmentRules
  /** When a customer profile is stale (LEA-8). */
  readonly profiles: ProfileRules
}

/**
 * A score of its own, put together by the rules of the model. Its facts are given with the others; a lead that has none of them has no
 * such score.
 */
export interface LeadAxis {
  readonly criteria: readonly Criterion[]
  /** From the best to the worst. */
  readonly bands: readonly Band[]
}

/** To whom leads go. */
export interface RoutingRules {
  /** From the most senior to the most junior. */
  readonly ranks: readonly string[]
  /** The lowest rank that counts as senior. */
  readonly seniorFrom: string
  /** What happens to a lead of high value when no senior has a place: it goes on to the others, or waits. */
  readonly seniorsFull: 'overflow' | 'wait'
  /** Who of one rank is next: whoever has the fewest leads, or each in proportion to their places. */
  readonly balance: 'least-loaded' | 'pro-rata'
}

/** When a source is worth its budget. */
export interface SourceRules {
  /** A source is kept whose conversion is surely at least this, a ratio. */
  readonly threshold: string
  /** One that is surely below the threshold loses its budget to others; one that is surely below this is dropped. */
  readonly dropBelow: string
  /** How sure is sure. */
  readonly confidence: '0.9' | '0.95' | '0.99'
  /** Below so many leads that are decided nothing is judged. */
  readonly minimumSample: number
}

/** How market segments are scored, by the rules of the model. */
interface SegmentRules {
  readonly criteria: readonly Criterion[]
}

/** How often customer profiles are refreshed. */
export interface ProfileRules {
  /** A profile is due so many calendar months after it was refreshed, and stale from the day after. */
  readonly refreshEveryMonths: number
}

/** A reason to drop a lead, and the condition under which it holds. A fact that is not given drops nobody. */
export interface Disqualifier {
  readonly reason: string
  readonly when: Condition
}

/** A lead model that `defineLeadModel` has checked. */
export type DefinedLeadModel<Fact extends string = string, Band extends string = string> = Defined<
  LeadModel,
  { readonly fact: Fact; readonly band: Band }
>

/**
 * What is known of a lead, by the ids of the model's criteria and the facts of its disqualifiers: points, a choice, a figure,
 * or dated events, as the criterion's curve takes them.
 */
export type LeadFacts<Fact extends string = string> = FactsNamed<Fact | 'asOf'>

/** A lead's score and what it means. */
export interface LeadScore<Band extends string = string> {
  /** 0 to 100; null for a disqualified lead whose facts are not complete. */
  readonly score: number | null
  /** Null for a disqualified lead. */
  readonly band: Band | null
  /** The band above, and the points missing to it. */
  readonly next: NextBand<Band> | null
  readonly highValue: boolean
  readonly parts: readonly ScorePart[]
  /** Why the lead is invalid; null when it is not. */
  readonly disqualified: { readonly reasons: readonly string[]; readonly clause: 'LEA-2' } | null
  /** How well the profile fits; only where the model has a fit and the lead one of its facts. */
  readonly fit?: LeadAxisScore
  /** What behaviour says of buying; only where the model has it and the lead one of its facts. */
  readonly intent?: LeadAxisScore
  /** The bands of fit and intent side by side, such as `A1`; only where there are both. */
  readonly cell?: string
  readonly policy: PolicyReference
  readonly clauses: readonly string[]
}

/** A score beside the lead score. */
export interface LeadAxisScore {
  readonly score: number
  readonly band: string
  readonly next: NextBand | null
  readonly parts: readonly ScorePart[]
}

/** A lead on a list: with its facts, or with the score that it was given already. */
export type LeadToRank = LeadToScore | ScoredLead

interface LeadOnList {
  readonly id: string
  /** The instant at which it came in, with its offset. */
  readonly arrived?: string | null
}

interface LeadToScore extends LeadOnList {
  readonly facts: LeadFacts
  readonly score?: null | undefined
}

interface ScoredLead extends LeadOnList {
  /** Of the same model: 0 to the most points that it gives. */
  readonly score: DecimalInput
  readonly facts?: null | undefined
}

/** Leads from the best to the last. */
export interface RankedLeads {
  readonly leads: readonly RankedLead[]
  /** Leads that are invalid, in the order given. */
  readonly disqualified: readonly DisqualifiedLead[]
  readonly notCounted: readonly LeadNotCounted[]
  readonly policy: PolicyReference
  readonly clauses: readonly string[]
}

/** A lead on its place. */
export interface RankedLead {
  /** 1 for the best; leads of one score share it. */
  readonly rank: number
  readonly id: string
  /** Its place among those given. */
  readonly index: number
  readonly score: number
  readonly band: string
  readonly highValue: boolean
  /** The lead just before it; null for the first. */
  readonly behind: {
    readonly id: string
    /** The points missing to it; 0 where the two have the same score. */
    readonly remaining: number
    /** What decides between the two. */
    readonly by: 'score' | 'arrival' | 'id'
  } | null
  /** How its score came about; null where it was given. */
  readonly outcome: LeadScore | null
}

export interface DisqualifiedLead {
  readonly id: string
  readonly index: number
  readonly reasons: readonly string[]
  readonly clause: 'LEA-2'
}

/** A row that could not be read. */
export interface LeadNotCounted {
  /** Where that much could be read. */
  readonly id: string | null
  readonly index: number
  readonly issues: readonly Issue[]
}

/** Leads, and who may get them. */
export interface LeadsToRoute {
  readonly leads: readonly LeadToRank[]
  /** In the order in which they take turns. */
  readonly reps: readonly RepWithPlaces[]
}

/** A rep, and how many leads they can work on. */
export interface RepWithPlaces {
  readonly id: string
  /** One of the ranks of the model. Reps without one come after all others. */
  readonly rank?: string | null
  /** The most leads at a time. */
  readonly capacity: number
  /** The leads that they have already; 0 by default. */
  readonly load?: number | null
  /** False for one who is away; true by default. */
  readonly active?: boolean | null
}

/** Who gets which lead. */
export interface RoutedLeads {
  /** The best lead first. */
  readonly assigned: readonly AssignedLead[]
  readonly waiting: readonly WaitingLead[]
  readonly reps: readonly RepLoad[]
  readonly disqualified: readonly DisqualifiedLead[]
  readonly notCounted: readonly LeadNotCounted[]
  readonly policy: PolicyReference
  readonly clauses: readonly string[]
}

export interface AssignedLead {
  readonly lead: string
  /** Its place among those given. */
  readonly index: number
  readonly score: number
  readonly highValue: boolean
  readonly rep: string
  readonly rank: string | null
  /** Why them: high value goes to seniors first, or on to others when no senior has a place; any other lead goes by turn. */
  readonly because: 'senior-first' | 'seniors-full' | 'turn'
}

export interface WaitingLead {
  readonly lead: string
  readonly index: number
  readonly score: number
  readonly highValue: boolean
  readonly because: 'no-place' | 'no-senior-place'
}

export interface RepLoad {
  readonly id: string
  readonly rank: string | null
  readonly active: boolean
  readonly capacity: number
  /** Before. */
  readonly load: number
  readonly assigned: number
  /** The places that are left; 0 for one who is away. */
  readonly places: number
}

/** What came of the leads of each source. */
export interface SourcesToReview {
  /** A code of ISO 4217; needed where costs are given. */
  readonly currency?: string | null
  readonly sources: readonly LeadSource[]
}

export interface LeadSource {
  readonly id: string
  /** All leads that came from it. */
  readonly leads: number
  /** Those of them that are neither won nor lost yet; 0 by default. */
  readonly open?: number | null
  readonly won: number
  /** What it cost in all. */
  readonly cost?: DecimalInput | null
}

/** What each source is worth. */
export interface SourceReview {
  readonly currency: string | null
  readonly threshold: string
  /** In the order given. */
  readonly sources: readonly ReviewedSource[]
  /** The sources that are kept, to which a budget may move: first whoever costs the least per won customer, then the best conversion. */
  readonly shiftTo: readonly string[]
  readonly notCounted: readonly LeadNotCounted[]
  readonly policy: PolicyReference
  readonly clauses: readonly string[]
}

export interface ReviewedSource {
  readonly id: string
  readonly index: number
  readonly leads: number
  readonly open: number
  /** Leads that are won or lost: what the rate is of. */
  readonly decided: number
  readonly won: number
  /** Won ÷ decided; null where nothing is decided. */
  readonly rate: string | null
  /** Wilson's interval of the rate, 4 decimals; null where nothing is decided. */
  readonly interval: readonly [string, string] | null
  /** Where the rate is, as far as the sample can tell. */
  readonly compared: 'above' | 'below' | 'undecided'
  readonly verdict: 'keep' | 'shift-budget' | 'drop' | 'undecided'
  /** What stops a verdict; null where there is one. */
  readonly because: 'sample-too-small' | 'interval-contains-threshold' | null
  /**
   * How many decided leads of the same rate would settle it, the minimum sample at the least; null where it is settled, or the rate is the
   * threshold itself.
   */
  readonly decidedNeeded: number | null
  readonly cost: string | null
  readonly costPerLead: string | null
  /** Null where nobody was won. */
  readonly costPerWin: string | null
}

/** A lead that was scored, and what came of it. */
export interface ScoredOutcome {
  /** Names the row in `notCounted`. */
  readonly id?: string | null
  /** The probability where there is none. */
  readonly score?: DecimalInput | null
  /** What was predicted, a ratio from 0 to 1: in all rows, or in none. */
  readonly probability?: DecimalInput | null
  /** True for won, false for lost; null while it is open. */
  readonly outcome: boolean | null
}

/** How a score is evaluated. */
export interface EvaluationOptions {
  /** From the best down; ten groups of the same size by default. */
  readonly bands?: readonly Band[]
  /** The share of leads that is called first; 0.1 by default. */
  readonly top?: DecimalInput
  /** Bins of predicted probabilities: how many of the same width, or the edges from 0 to 1; 10 by default. */
  readonly bins?: number | readonly DecimalInput[]
  /** Below so many decided leads there is a warning; 100 by default. */
  readonly minimumSample?: number
  /** Below so many won, or so many lost, there is a warning; 10 by default. */
  readonly minimumPerOutcome?: number
  /** The leads of an earlier period, to see what has changed since. */
  readonly before?: readonly ScoredOutcome[]
}

/** How well a score tells who is won. Ratios are decimals of up to 12 places, null where they are not defined. */
export interface ScoreEvaluation {
  /** Leads that are won or lost. */
  readonly decided: number
  readonly open: number
  readonly won: number
  /** Won ÷ decided. */
  readonly rate: string | null
  /** The chance that a won lead scores more than a lost one; a tie counts half. */
  readonly auc: string | null
  /** Precision averaged over the won leads, by groups of equal scores. */
  readonly averagePrecision: string | null
  /** The rate of the best-scored ÷ that of all; leads that tie across the cut count in proportion. */
  readonly lift: string | null
  /** The share of leads that the lift is of. */
  readonly top: string
  readonly bands: readonly EvaluatedBand[]
  /** Decided leads whose probability could be read: what Brier's score and the calibration are of. */
  readonly predicted: number
  /** The mean of (probability − outcome)², and of the rate in its place; how much better the first is. Null without probabilities. */
  readonly brier: string | null
  readonly brierReference: string | null
  readonly brierSkill: string | null
  readonly calibration: Calibration | null
  readonly drift: ScoreDrift | null
  readonly warnings: readonly Issue[]
  /** Rows that have a score, but no probability that could be read: they count for everything else. The first 1,000. */
  readonly notPredicted: readonly LeadNotCounted[]
  /** Rows that count for nothing; the first 1,000, those of `before` after the others. */
  readonly notCounted: readonly LeadNotCounted[]
  /** How many rows count for nothing, those that are not in `notCounted` with them. */
  readonly refused: number
}

export interface EvaluatedBand {
  readonly id: string
  /** Where it starts; of a group of leads the lowest score in it, null where nobody is in it. */
  readonly from: string | null
  readonly decided: number
  readonly won: number
  readonly rate: string | null
  /** Wilson's interval of 95%, 4 decimals. */
  readonly interval: readonly [string, string] | null
  /** The rate ÷ that of all. */
  readonly lift: string | null
}

/** Whether who is given 30% is won three times in ten. */
interface Calibration {
  readonly bins: readonly CalibrationBin[]
  /** The distance between what was predicted and what came, averaged over the leads. */
  readonly expectedError: string | null
}

/** From `from`, included, to `to`, which only the last bin includes. */
export interface CalibrationBin {
  readonly from: string
  readonly to: string
  readonly decided: number
  readonly won: number
  /** The mean probability. */
  readonly predicted: string | null
  readonly rate: string | null
  readonly interval: readonly [string, string] | null
}

/** What has changed since an earlier period. */
export interface ScoreDrift {
  readonly before: {
    readonly decided: number
    readonly won: number
    readonly rate: string | null
    readonly auc: string | null
  }
  /** Now less before. */
  readonly rateChange: string | null
  readonly aucChange: string | null
  /** Kolmogorov and Smirnov's distance of the two distributions of scores: 0 for the same, 1 for two that do not meet. */
  readonly distance: string | null
  /** Population stability index over the bands, 4 decimals: the sum of (now − before) · ln(now ÷ before). Null where a band is empty on one side only. */
  readonly stabilityIndex: string | null
  readonly bands: readonly {
    readonly id: string
    readonly before: string | null
    readonly now: string | null
  }[]
}

/** Market segments, by the ids of the model's criteria. */
export interface SegmentToRank {
  readonly id: string
  readonly facts: object
}

/** Segments in the order in which to develop them. */
export interface RankedSegments {
  readonly segments: readonly RankedSegment[]
  readonly notCounted: readonly LeadNotCounted[]
  readonly policy: PolicyReference
  readonly clauses: readonly string[]
}

export interface RankedSegment {
  /** 1 for the first; segments of one score share it. */
  readonly rank: number
  readonly id: string
  readonly index: number
  readonly score: number
  readonly parts: readonly ScorePart[]
  /** The segment just before it, and the points missing to it. */
  readonly behind: { readonly id: string; readonly remaining: number } | null
}

/** When customer profiles were refreshed, and the day on which it is asked. */
export interface ProfilesToCheck {
  readonly asOf: string
  readonly profiles: readonly {
    readonly id: string
    /** Null for one that never was. */
    readonly refreshed: string | null
  }[]
}

/** The profiles to refresh. */
export interface StaleProfiles {
  readonly asOf: string
  /** Those that never were refreshed first, then those that are overdue for longest. */
  readonly stale: readonly StaleProfile[]
  /** How many are not stale. */
  readonly current: number
  readonly notCounted: readonly LeadNotCounted[]
  readonly policy: PolicyReference
  readonly clauses: readonly string[]
}

export interface StaleProfile {
  readonly id: string
  readonly index: number
  readonly refreshed: string | null
  /** The last day on which it was current. */
  readonly refreshBy: string | null
  readonly daysOverdue: number | null
}
