import type {
  Check,
  ChecksOutcome,
  Condition,
  Criterion,
  Defined,
  PeriodUnit,
  PolicyHeader,
  PolicyReference,
  ScorecardRules,
  ScorePart,
} from '../kernel/index.js'

/** The rungs of a company's ladders and what each asks for; the moves beside them, and how somebody is led from one to the next. */
export interface CareerPolicy extends PolicyHeader {
  readonly ladders: readonly Ladder[]
  /** Whether what the holder of a level does (PRO-4, PRO-13) is only reported, or required for the promotion to it. */
  readonly levelStandards: 'report' | 'require'
  /** Whether it is only reported that somebody comes from a rung that leads to the one asked about, or required. */
  readonly rungOrder: 'report' | 'require'
  /** Moves to other work without a higher rung (PRO-3). */
  readonly sidewaysMoves: readonly SidewaysMove[]
  /** What a promotion weighs besides its conditions (PRO-14). */
  readonly dimensions?: PromotionDimensions
  /** How reviews from all sides are put together (PRO-11). */
  readonly reviews?: ReviewRules
  /** What follows an application (PRO-11). */
  readonly procedure?: PromotionProcedure
  /** Who may be a career mentor, and what a mentor does (PRO-12). */
  readonly mentors?: MentorRules
  /** Who of a team is a newcomer (PRO-5). */
  readonly newcomers?: NewcomerRules
  /** What each group of people is trained in (PRO-15). */
  readonly programmes: readonly TrainingProgramme[]
}

/** A way up: rungs from the lowest to the highest. */
export interface Ladder {
  readonly id: string
  readonly clause: string
  readonly rungs: readonly Rung[]
  /** What is defended before a promotion on this ladder, such as a management case; any defence where it is left out. */
  readonly defence?: string
}

/** A level, and what leads to it. */
export interface Rung {
  readonly id: string
  /** The rungs and sideways moves from which somebody may come; the rung below, where it is left out. */
  readonly from?: readonly string[]
  /** What a promotion to this rung asks for. */
  readonly requires: Condition
  /** What somebody on this rung does, where the company says so. */
  readonly standard?: Condition
}

/** Other work that is no higher: market development, customer success, training. */
export interface SidewaysMove {
  readonly id: string
  readonly clause: string
  /** The rungs and sideways moves from which somebody may come; any, where it is left out. */
  readonly from?: readonly string[]
  readonly requires: Condition
}

/** Ability, contribution and potential as one score, and what it must reach. */
export interface PromotionDimensions extends Omit<ScorecardRules, 'missing'> {
  readonly clause: string
  readonly criteria: readonly Criterion[]
  /** In points of the score. */
  readonly passMark: number
  /** Whether the pass mark is only reported, or required. */
  readonly applies: 'report' | 'require'
}

/** Who reviews somebody, and how much each group of reviewers weighs. */
export interface ReviewRules extends Omit<ScorecardRules, 'missing'> {
  readonly clause: string
  readonly groups: readonly ReviewGroup[]
  /** An anonymous group of fewer reviewers than this is not shown on its own. */
  readonly anonymityFloor: number
  /** The highest score of a single review. */
  readonly maximum: number
  /** What the score must reach, where the company asks for it. */
  readonly passMark?: number
}

/** Reviewers of one kind. */
export interface ReviewGroup {
  readonly id: string
  readonly weight: number
  /** Fewer reviews than this are none. */
  readonly minimum: number
  /** Whether its members answer without their names. */
  readonly anonymous: boolean
}

/** The way from an application to its decision. */
export interface PromotionProcedure {
  readonly clause: string
  readonly publication: {
    /** At least so many. */
    readonly workingDays: number
    /** Whether the day of publication, where it is a working day, is one of them. */
    readonly firstDay: 'excluded' | 'included'
  }
}

/** Who may be a career mentor, and what is asked of one. */
export interface MentorRules {
  readonly clause: string
  readonly requires: Condition
  readonly sessionsPerMonth: number
  /** How often the mentoring is assessed. */
  readonly assessedPer: Exclude<PeriodUnit, 'week'>
  /** What a mentor has when the mentee is promoted, in the company's words. */
  readonly reward: string
}

/** Who counts as a newcomer. */
export interface NewcomerRules {
  readonly clause: string
  /** Somebody who joined in so many months up to the day asked about. */
  readonly joinedWithinMonths: number
}

/** What a group of people is trained in. */
export interface TrainingProgramme {
  readonly id: string
  readonly clause: string
  /** Whom it is for. */
  readonly for: Condition
  /** What must be done of it. */
  readonly complete: Condition
}

/** A career policy that `defineCareerPolicy` has checked. */
export type DefinedCareerPolicy<Rung extends string = string> = Defined<
  CareerPolicy,
  { readonly rung: Rung }
>

/**
 * What is known of a person, by the ids of the policy's conditions, in a plain object of any type; what is not known is left out or
 * null. A ratio may be given as `{ actual, target }`; a fact of several periods is a history, `[{ period, value }]` or
 * `{ period, excused }` for a period to pass over. `asOf` is the day or the period in which you ask, `currentRung` the rung or sideways
 * move that somebody is on.
 */
export type CareerFacts = object

/** Whether somebody may be promoted or move sideways, and what is missing. */
export interface PromotionCheck {
  readonly rung: string
  readonly kind: 'promotion' | 'sideways'
  /** Null for a sideways move. */
  readonly ladder: string | null
  /** The rung below; null for the lowest, and for a sideways move. */
  readonly from: string | null
  /** `unknown` as long as a fact that could decide is not given. */
  readonly eligible: boolean | 'unknown'
  readonly checks: readonly Check[]
  /** The conditions that are unmet or unknown; none when eligible. */
  readonly missing: readonly string[]
  /** The shortest way: of these checks, the fewest that are enough once they are met; none when eligible. */
  readonly nearest: readonly Check[]
  /** What somebody on the rung does (PRO-4, PRO-13), checked against the same facts. */
  readonly standard: ChecksOutcome | null
  /** Whether somebody comes from a rung that leads here; null where any does. */
  readonly order: ChecksOutcome | null
  /** Ability, contribution and potential (PRO-14); null where the policy does not weigh them, and for a sideways move. */
  readonly dimensions: DimensionScore | null
  readonly policy: PolicyReference
  readonly clauses: readonly string[]
}

/** What the three dimensions come to. */
export interface DimensionScore {
  readonly clause: string
  /** Null while one of them is not known. */
  readonly score: number | null
  readonly outcome: 'met' | 'unmet' | 'unknown'
  readonly passMark: number
  /** Points to the pass mark; 0 where it is reached, null while the score is not known. */
  readonly remaining: number | null
  readonly parts: readonly ScorePart[]
  /** The dimensions that are not known. */
  readonly missing: readonly string[]
}

/** The moves that are open to somebody, the nearest first. */
export interface NextRungs {
  /** The rung or sideways move that somebody is on. */
  readonly from: string
  readonly moves: readonly NextMove[]
  readonly policy: PolicyReference
  readonly clauses: readonly string[]
}

/** One possible move. */
export interface NextMove extends PromotionCheck {
  /** How many conditions away it is: those of `nearest`. */
  readonly remaining: number
}

/** Reviews by the group of their reviewers; each is a score of one reviewer. */
export type ReviewScores = Readonly<Record<string, readonly (string | number)[]>>

/** What reviews from all sides come to. */
export interface ReviewSummary {
  /** Null while a group has too few reviews, or where it would tell what an anonymous few have said. */
  readonly score: number | null
  /** Whether the pass mark is reached; null where there is none, or no score. */
  readonly passed: boolean | null
  readonly groups: readonly ReviewedGroup[]
  /** The groups of too few reviews. */
  readonly missing: readonly string[]
  readonly policy: PolicyReference
  readonly clauses: readonly string[]
}

/** What one group has said. */
export interface ReviewedGroup {
  readonly id: string
  readonly weight: number
  readonly reviews: number
  readonly minimum: number
  /** The mean of its reviews; null without any, and where it is withheld. */
  readonly average: number | null
  /** What it adds to the score; null where there is no score, and where the average is withheld. */
  readonly contribution: number | null
  /** Why the average is not shown: too few anonymous reviewers; or it would tell the average of such a group. */
  readonly withheld: 'anonymity' | 'would-disclose' | null
}

/** An application as it is handed in. */
export interface ApplicationInput {
  readonly applicant: string
  readonly rung: string
  /** The day on which it is handed in. */
  readonly on: string
  /** At least one. */
  readonly proofs: readonly ApplicationProof[]
}

/** What proves that a condition is met. */
export interface ApplicationProof {
  /** The condition of the rung that it proves. */
  readonly for: string
  /** The document, by its name or number. */
  readonly document: string
}

/** The names of the steps of an application. */
export type ApplicationStepName =
  | 'application'
  | 'review-360'
  | 'defence'
  | 'publication'
  | 'objection'
  | 'answer'
  | 'decision'
  | 'withdrawal'

/** A step after the application, as it is given. */
export type ApplicationStep =
  | { readonly step: 'review-360'; readonly on: string; readonly reviews: ReviewScores }
  | {
      readonly step: 'defence'
      readonly on: string
      /** What was defended; the ladder may ask for it. */
      readonly kind: string
      readonly passed: boolean
    }
  | {
      readonly step: 'publication'
      readonly on: string
      /** More than the policy asks for, if wanted. */
      readonly workingDays?: number
    }
  | {
      readonly step: 'objection'
      readonly on: string
      /** Names the objection in its answer. */
      readonly id: string
      readonly by: string
      readonly reason: string
    }
  | {
      readonly step: 'answer'
      readonly on: string
      /** The objection that is answered. */
      readonly id: string
      readonly by: string
      readonly upheld: boolean
      readonly reason: string
    }
  | {
      readonly step: 'decision'
      readonly on: string
      readonly by: string
      readonly promoted: boolean
      readonly reason?: string
    }
  | { readonly step: 'withdrawal'; readonly on: string; readonly reason?: string }

/** A step as it is kept: a review as what it came to, and a publication with its last day. */
export type ApplicationEntry =
  | {
      readonly step: 'application'
      readonly on: string
      readonly proofs: readonly ApplicationProof[]
    }
  | { readonly step: 'review-360'; readonly on: string; readonly review: KeptReview }
  | {
      readonly step: 'publication'
      readonly on: string
      readonly workingDays: number
      readonly lastDay: string
    }
  | Exclude<ApplicationStep, { readonly step: 'review-360' | 'publication' }>

/** What is kept of a review. */
export type KeptReview = Pick<ReviewSummary, 'passed' | 'groups'> & { readonly score: number }

/** Where an application stands. It is stored as it is, and given again with the next step. */
export interface PromotionApplication {
  readonly format: 1
  readonly applicant: string
  readonly rung: string
  readonly ladder: string
  /** `failed` by a review or a defence that was not passed. */
  readonly status: 'open' | 'promoted' | 'rejected' | 'failed' | 'withdrawn'
  /** What may follow; nothing once it is closed. */
  readonly next: readonly NextStep[]
  /** The conditions of the rung that no proof was handed in for. */
  readonly unproven: readonly string[]
  /** The objections that still wait for an answer. */
  readonly openObjections: readonly string[]
  /** Everything that was done, in order. */
  readonly history: readonly ApplicationEntry[]
  readonly policy: PolicyReference
  readonly clauses: readonly string[]
}

/** A step that may follow, and the days on which it may. */
export interface NextStep {
  readonly step: ApplicationStepName
  readonly from: string
  /** The last day, included; null where there is none. */
  readonly until: string | null
}

/** Whether somebody may be a mentor. */
export interface MentorCheck {
  readonly eligible: boolean | 'unknown'
  readonly checks: readonly Check[]
  readonly missing: readonly string[]
  readonly policy: PolicyReference
  readonly clauses: readonly string[]
}

/** A mentoring, with what was done of it up to a day. */
export interface Mentoring {
  readonly mentor: string
  readonly mentee: string
  /** Who chose whom; both must have. */
  readonly chosenBy: readonly ('mentor' | 'mentee')[]
  readonly from: string
  /** The last day; null or absent while it goes on. */
  readonly to?: string | null
  readonly asOf: string
  /** The days of the coaching sessions. */
  readonly sessions: readonly string[]
  /** The periods that were assessed. */
  readonly assessments?: readonly string[]
  /** The promotion of the mentee. */
  readonly promotion?: { readonly on: string; readonly rung: string } | null
}

/** What a mentor owes and has done, and what is due for it. */
export interface MentoringReview {
  readonly mentor: string
  readonly mentee: string
  /** Whether all that could be judged was done, of the whole months and periods that are over; `unmet` where it is not mutual. */
  readonly outcome: 'met' | 'unmet' | 'unknown'
  /** Whether both have chosen each other. */
  readonly mutual: boolean
  readonly months: readonly MentoringMonth[]
  readonly assessments: readonly MentoringAssessment[]
  /** What the mentor has for the promotion of the mentee; null without one while the mentoring lasted. */
  readonly reward: MentorReward | null
  readonly policy: PolicyReference
  readonly clauses: readonly string[]
}

/** The sessions of a month. */
export interface MentoringMonth {
  readonly month: string
  readonly sessions: number
  readonly required: number
  readonly remaining: number
  /** `unknown` while the month goes on and sessions are missing; `not-applicable` where the mentoring began or ended within it. */
  readonly outcome: 'met' | 'unmet' | 'unknown' | 'not-applicable'
}

/** The assessment of a period. */
export interface MentoringAssessment {
  readonly period: string
  readonly outcome: MentoringMonth['outcome']
}

/** What a mentor has when the mentee is promoted. */
export interface MentorReward {
  readonly kind: string
  readonly on: string
  readonly rung: string
}

/** A team, and the day that is asked about. */
export interface TeamOnDay {
  readonly asOf: string
  readonly people: readonly TeamMember[]
}

/** Somebody who is, or was, of a team. */
interface TeamMember {
  readonly id: string
  readonly joined: string
  /** The last day in service; null or absent while it goes on. */
  readonly left?: string | null
}

/** How many newcomers of a team stayed. */
export interface NewcomerRetention {
  /** The first day on which somebody who joined is a newcomer. */
  readonly joinedFrom: string
  readonly asOf: string
  readonly newcomers: number
  readonly retained: number
  /** The part that stayed; null without newcomers. */
  readonly rate: string | null
  /** The newcomers who left. */
  readonly left: readonly string[]
  /** The people who are no newcomers: they joined before, or later than the day asked about. */
  readonly notCounted: readonly string[]
  /** What {@link checkPromotion} takes. */
  readonly facts: {
    readonly newcomersInTeam: number
    readonly newcomerRetention: { readonly actual: number; readonly target: number } | null
  }
  readonly policy: PolicyReference
  readonly clauses: readonly string[]
}

/** What somebody has done of each training programme, and what is missing. */
export interface TrainingCheck {
  readonly programmes: readonly ProgrammeCheck[]
  readonly policy: PolicyReference
  readonly clauses: readonly string[]
}

/** One programme. */
export interface ProgrammeCheck {
  readonly programme: string
  readonly clause: string
  /** Whether it is for this person, */
  readonly applies: boolean | 'unknown'
  /** and by which conditions. */
  readonly for: readonly Check[]
  readonly complete: boolean | 'unknown'
  readonly checks: readonly Check[]
  /** What is still to be done, or not known to be. */
  readonly missing: readonly string[]
}
