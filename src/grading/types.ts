import type {
  Band,
  Check,
  Condition,
  DecimalInput,
  Defined,
  PeriodUnit,
  PolicyHeader,
  PolicyReference,
  RoundingMode,
  StreakRule,
} from '../kernel/index.js'

/** Which score is which grade, and what follows from a grade. */
export interface GradingPolicy extends PolicyHeader {
  /** From the best grade to the lowest; a grade starts at `from`, included. */
  readonly grades: readonly Band[]
  /** Decimals, 0 to 12, to which a score is rounded before it is graded. They decide on which side of a threshold 89.995 is. */
  readonly decimals: number
  readonly rounding: RoundingMode
  readonly consequences: readonly ConsequenceRule[]
  readonly raises: RaiseRules
  /** What binds a calibration; nothing but reasons and vetoes, unless told. */
  readonly calibration?: CalibrationRules
  /** Each id once. */
  readonly mentoring: readonly MentoringRule[]
  /** Which weak indicator asks for which course. */
  readonly training?: TrainingRules
  /** Moves to other work, and who they are for. */
  readonly moves: readonly MoveRule[]
  /** How the histories of those who left are analysed. */
  readonly leavers?: LeaverRules
}

/** Which weak indicator asks for which course. */
export interface TrainingRules {
  readonly clause: string
  /** An indicator of fewer points is weak. */
  readonly weakBelow: number
  readonly courses: readonly CourseRule[]
}

/** A course against a weakness. */
export interface CourseRule {
  readonly id: string
  /** The indicator of the appraisal. */
  readonly indicator: string
  /** Instead of that of all. */
  readonly weakBelow?: number
  /** Whom it is for, such as a group of those who are trained; everybody, unless told. */
  readonly requires?: Condition
  /** Instead of that of all. */
  readonly clause?: string
}

/** A move to other work, such as a rotation or a transfer. */
export interface MoveRule {
  readonly id: string
  readonly clause: string
  /** Where it may lead. */
  readonly to: readonly string[]
  readonly requires: Condition
}

/** How the histories of those who left are analysed. */
export interface LeaverRules {
  readonly clause: string
  /** The kinds of leaving that are of one's own accord. */
  readonly kinds: readonly string[]
  /** The latest so many graded periods say whether somebody rose or fell. */
  readonly periods: number
  /** Of fewer people no rate is given. */
  readonly minimum: number
  /** Whoever leaves with one of these grades as the latest is missed. */
  readonly regretted: readonly string[]
}

/** Who may be paired as mentor and mentee. */
export interface MentoringRule {
  /** `peer`, `career`, … */
  readonly id: string
  readonly clause: string
  /** The grades of those who may be mentors; null where the grade does not count. */
  readonly mentorGrades: readonly string[] | null
  readonly menteeGrades: readonly string[] | null
  /** Whether a mentor must be known to be eligible by other rules. */
  readonly mentorsEligible: boolean
  /** `mutual`: both must have chosen the other. `open`: whoever chose nobody goes with everybody. */
  readonly choice: 'mutual' | 'open'
  /** The side that asks where both have chosen: of all stable pairings it gets the best. */
  readonly proposes: 'mentees' | 'mentors'
  /** How many a mentor takes who does not say, 1 to 1000. */
  readonly capacity: number
}

/** How raises share a budget that is too small for all of them. */
export interface RaiseRules {
  /** The consequence whose values are the raises by grade, such as `raise`; of several, the first. It follows from single grades. */
  readonly kind: string
  /** What a salary cannot take because its band ends: `to-pool` is shared among the others, `lapses` is left in the budget. */
  readonly aboveMaximum: 'to-pool' | 'lapses'
  /** How what somebody's rate comes to is rounded to the decimals of the currency. */
  readonly rounding: RoundingMode
}

/** How far a calibration may go. */
interface CalibrationRules {
  readonly clause: string
  /** The most who may end with another grade than they came with, as a ratio of all: `0.2` of 19 people is 3. */
  readonly movedAtMost?: string
  /** How many grades up or down somebody may be moved at most. */
  readonly gradesAtMost?: number
  /** The shares, in percent by grade, that the outcome is held against. They bind nobody. */
  readonly shares?: Readonly<Record<string, string>>
}

/** What a consequence is counted in. */
export type ConsequenceUnit =
  | 'days'
  | 'ratio'
  | 'months-of-base-salary'
  | 'quarters-of-base-salary'
  | 'measure'

interface ConsequenceBase {
  /** `extra-leave`, `bonus`, `raise`, `commission-coefficient`, `base-pay`, `improvement-plan`, … */
  readonly kind: string
  readonly clause: string
  readonly unit: ConsequenceUnit
  /**
   * What ends it, whichever comes first; with an empty list nothing does. It holds from the period after the one that earned it. Without
   * the field it is a single event, such as a bonus.
   */
  readonly ends?: readonly ConsequenceEnd[]
}

/** What ends a consequence. */
export type ConsequenceEnd =
  /** The last of so many periods in which it holds. */
  | { readonly after: 'periods'; readonly periods: number }
  /** The end of the calendar year in which it begins. */
  | { readonly after: 'year' }
  /** A run of grades, counted from the period after the one that earned it: a cut is lifted after two quarters at B or better. */
  | ({ readonly after: 'run' } & GradeRun)

/** Grades in a row. */
interface GradeRun extends Omit<StreakRule, 'repeat'> {
  readonly grades: readonly string[]
}

/** Follows from one grade: a bonus for each quarter at A. */
export interface GradeRule extends ConsequenceBase {
  /** The periods whose grade counts; null is any. */
  readonly per: PeriodUnit | null
  /** `period`: for each of them; `year`: at most once in a calendar year. */
  readonly once: 'period' | 'year'
  /** How much by grade; a grade that is absent has none. */
  readonly values: Readonly<Record<string, string>>
}

/** Follows from a run of grades: two quarters in a row at A or better. */
export interface StreakConsequenceRule extends ConsequenceBase {
  readonly streak: StreakRule & { readonly grades: readonly string[]; readonly per: PeriodUnit }
  readonly value: string
}

/** What follows from grades. */
export type ConsequenceRule = GradeRule | StreakConsequenceRule

/** A grading policy that `defineGradingPolicy` has checked. */
export type DefinedGradingPolicy<Id extends string = string> = Defined<
  GradingPolicy,
  { readonly grade: Id }
>

/** The grade above, and what is missing to it. */
interface NextGrade<Id extends string = string> {
  readonly grade: Id
  readonly from: number
  /** Points from the score to it. */
  readonly remaining: number
}

/** A score with what its grade is not to exceed, as an appraisal says it. */
export interface ScoreToGrade {
  readonly score: DecimalInput
  readonly gradeAtMost: readonly { readonly grade: string; readonly because: string }[]
}

/** A score's grade. */
export interface Grade<Id extends string = string> {
  readonly grade: Id
  /** What the score alone would be graded. */
  readonly gradeByScore: Id
  /** What holds the grade below that of the score; null where nothing does. */
  readonly because: string | null
  /** The grade above that of the score, whatever holds it. */
  readonly next: NextGrade<Id> | null
  /** The score as it was graded: rounded by the policy. */
  readonly score: number
  readonly policy: PolicyReference
  readonly clauses: readonly string[]
}

/** One period of a person, such as `2026-Q1`, `2026-H1` or `2026`: its grade, or why it has none and is passed over, such as `leave`. */
export type GradedPeriod =
  | { readonly period: string; readonly grade: string }
  | { readonly period: string; readonly excused: string }

/** Something that follows from a person's grades. */
export interface Consequence {
  readonly kind: string
  readonly clause: string
  /** The graded periods it follows from, oldest first. */
  readonly periods: readonly string[]
  /** The period that earned it: the latest of them. */
  readonly period: string
  readonly value: string
  readonly unit: ConsequenceUnit
  /** The first period in which it holds: the one after `period`. Null for a single event, such as a bonus. */
  readonly from: string | null
  /** The last period in which it holds; null while nothing has ended it, and for a single event. */
  readonly until: string | null
  /** What ends it; null while nothing does. */
  readonly endedBy: ConsequenceEnd['after'] | null
  /** In the period asked in: not begun, running, or over. Null for a single event. */
  readonly state: 'coming' | 'running' | 'ended' | null
}

/** Up to when grades are looked at. */
export interface GradesAsOf {
  /** A period of the history's length, a shorter one or a day in it; the latest of the history unless told. */
  readonly asOf?: string
}

/** A run of grades that goes on, and how far it is from what follows from it. */
export interface RunningGrades {
  readonly kind: string
  readonly clause: string
  /** The grades that are counted. */
  readonly grades: readonly string[]
  readonly length: number
  /** The periods of the run, oldest first; none where no run goes on. */
  readonly periods: readonly string[]
  /** How many more periods at one of the grades reach the length; 0 once it is reached. */
  readonly remaining: number
}

/** A budget for raises, and those who share it. Salaries and the budget are of one length of time: of a month, or of a year. */
export interface MeritBudget {
  /** A code of ISO 4217, whose decimals the raises have. */
  readonly currency: string
  readonly budget: DecimalInput
  /** Each at most once. */
  readonly people: readonly MeritCandidate[]
}

/** Somebody who may get a raise: by the grade of the year, or by a rate of their own. */
export type MeritCandidate = MeritCandidateBase &
  ({ readonly grade: string } | { readonly rate: DecimalInput })

interface MeritCandidateBase {
  readonly id: string
  readonly salary: DecimalInput
  /** The end of the salary's band, above which no raise takes it. */
  readonly maximum?: DecimalInput
}

/** A budget for raises, as it was shared. The people are in the order given. */
export interface MeritShares {
  readonly currency: string
  readonly budget: string
  /** What all rates together come to. */
  readonly wanted: string
  /** What is given: never more than the budget. */
  readonly amount: string
  /** What is left of the budget. */
  readonly left: string
  /** Why something is left: nobody is short of anything (`all-granted`), or who is has reached the end of their band (`maximum`). */
  readonly because: 'all-granted' | 'maximum' | null
  /** Which part of what was wanted is given to those whom no band stops: 1 where the budget has enough; null where nobody wants anything. */
  readonly factor: string | null
  readonly people: readonly MeritShare[]
  readonly policy: PolicyReference
  readonly clauses: readonly string[]
}

/** What one person gets of a budget for raises. `wanted` = `amount` + `cutByMaximum` + `cutByBudget`. */
export interface MeritShare {
  readonly id: string
  readonly grade: string | null
  readonly salary: string
  /** The raise that the grade, or the person's own rate, grants: `0.15` is 15%. */
  readonly grantedRate: string
  readonly wanted: string
  readonly amount: string
  /** What the amount is of the salary. */
  readonly effectiveRate: string
  readonly newSalary: string
  /** What the end of the band takes away. */
  readonly cutByMaximum: string
  /** What the budget has not. */
  readonly cutByBudget: string
}
/** Shares of the grades, from the best to the lowest. Grades that are whole numbers are written as a list, as an object would sort them. */
export type GradeShares =
  | Readonly<Record<string, DecimalInput>>
  | readonly { readonly grade: string; readonly share: DecimalInput }[]

/** How many of a ranking get which grade. */
export interface ShareRules {
  readonly shares: GradeShares
  /** `percent`: they add up to 100. `parts`: to anything, as 1, 2 and 1 do. By default percent. */
  readonly weights?: 'percent' | 'parts'
}

/** How grades are given by rank. By default a tie across a cut is refused, and scores are rounded half-up to two decimals. */
export interface RankingRules extends ShareRules {
  /** What becomes of those who tie where a cut runs through them: `better` and `worse` give all of them that grade. */
  readonly ties?: 'refuse' | 'better' | 'worse'
  /** Figures that part those who tie before `ties` does, the first one first; more is better. */
  readonly tieBreakers?: readonly string[]
  /** Decimals, 0 to 12, to which a score is rounded before it is ranked: whoever reads the same figure ties. */
  readonly decimals?: number
  readonly rounding?: RoundingMode
  /** The score that a grade asks for besides a place; the lowest grade asks for none. */
  readonly atLeast?: Readonly<Record<string, DecimalInput>>
  /** A place for which no score is enough: `move-down` adds it to the grade below, `lapse` drops it. By default it moves down. */
  readonly unfilled?: 'move-down' | 'lapse'
  /** Groups that are ranked together, under one share. Every other group is ranked on its own. */
  readonly pools?: readonly (readonly string[])[]
  /** A ranking of fewer people is joined with the other small ones and, while that is not enough, with the next smallest. 1 by default. */
  readonly minimumGroup?: number
}

/** Somebody to be graded by rank. */
export interface RankedPerson {
  readonly id: string
  /** 0 to 1000 points; whoever has none is not ranked, and takes no place. */
  readonly score?: DecimalInput | null
  /** The team, region or rung within which a person is ranked: everybody has one, or nobody. */
  readonly group?: string | null
  /** By the names of the tie breakers. */
  readonly figures?: Readonly<Record<string, DecimalInput | null>>
  /** What the grade is not to exceed, as an appraisal says it. */
  readonly gradeAtMost?: readonly { readonly grade: string; readonly because: string }[]
}

/** The grade that somebody gets by rank. */
export interface RankedGrade {
  readonly id: string
  /** Null for somebody without a score. */
  readonly grade: string | null
  /** By competition (1 2 2 4), within those who are ranked together. */
  readonly rank: number | null
  /** As it was ranked: rounded by the rules. */
  readonly score: number | null
  /** What the place alone would be graded. */
  readonly gradeByRank: string | null
  /**
   * Why the grade is not that of the place: `no-score`, `at-least` for a score below what the grade asks for, `lapsed` where places above were
   * dropped, or what the lowest of `gradeAtMost` names. Null where it is.
   */
  readonly because: string | null
  /** Those with the same score, this person among them, where a cut runs through them, at most 20 of them; and what decided. */
  readonly tie: {
    readonly ids: readonly string[]
    readonly decidedBy: 'better' | 'worse' | 'tie-breakers'
  } | null
  /** The next better grade that anybody has by rank, the score of the last who has it, and the points to it; null where nobody has. */
  readonly next: {
    readonly grade: string
    readonly from: number
    readonly remaining: number
  } | null
  readonly group: string | null
  /** The groups that were ranked together, in the order of the alphabet. */
  readonly pool: readonly string[]
  /** How many were ranked together: those who have a score. */
  readonly base: number
  readonly clause: string
}

/** How many have a grade, and how many should by the shares. */
export interface GradePlaces {
  readonly grade: string
  /** Of the shares' total, in percent; one that does not end is cut after 12 decimals. */
  readonly share: string
  /** Headcount × share, before any rounding; one that does not end is cut after 12 decimals. */
  readonly exact: string
  readonly places: number
  readonly proposed: number
  /** How many to add to the grade, or below zero to take out of it. All moves add up to 0. */
  readonly move: number
}

/** Whether a distribution of grades is the one that the shares ask for. */
export interface DistributionCheck {
  readonly fits: boolean
  readonly headcount: number
  /** From the best grade to the lowest. */
  readonly grades: readonly GradePlaces[]
  readonly clauses: readonly string[]
}

/** Those who are to be paired. The order of the lists means nothing. */
export interface MentoringCandidates {
  readonly mentors: readonly MentorCandidate[]
  readonly mentees: readonly MenteeCandidate[]
}

export interface MenteeCandidate {
  readonly id: string
  /** Needed where the rule asks for grades. */
  readonly grade?: string
  /** Ids of the other side whom this person would go with, the first choice first; left out by whoever has no choice. */
  readonly choices?: readonly string[]
}

export interface MentorCandidate extends MenteeCandidate {
  /** What other rules say of this mentor, such as `checkMentor`. Needed where the rule asks for it. */
  readonly eligible?: boolean
  /** How many mentees at most, 0 to 1000. */
  readonly capacity?: number
}

/** Who is paired with whom, and who is with nobody and why. The best grade stands first among mentors, the lowest among mentees, then the id. */
export interface MentorPairs {
  readonly mentoring: string
  /** `both`: a stable pairing by the choices of both sides. `turn`: one side chose nobody, so that the other chooses in turn. */
  readonly by: 'both' | 'turn'
  /** The side that asks, or chooses in turn. */
  readonly proposedBy: 'mentees' | 'mentors'
  readonly pairs: readonly MentorPair[]
  readonly mentors: readonly PairedMentor[]
  readonly mentees: readonly PairedMentee[]
  readonly policy: PolicyReference
  readonly clauses: readonly string[]
}

/** A pair, and which choice of each the other is; null for whoever gave no choices. */
interface MentorPair {
  readonly mentor: string
  readonly mentee: string
  readonly choiceOfMentor: number | null
  readonly choiceOfMentee: number | null
}

/**
 * Why somebody is paired with nobody: their grade, not eligible, no capacity, they chose nobody, nobody whom they would go with would go with them
 * (`no-match`), or all of those are paired with others (`taken`).
 */
export type UnpairedReason =
  | 'grade'
  | 'not-eligible'
  | 'no-capacity'
  | 'chose-nobody'
  | 'no-match'
  | 'taken'

interface PairedMentor {
  readonly id: string
  readonly capacity: number
  readonly mentees: readonly string[]
  /** Null for a mentor of anybody. */
  readonly because: UnpairedReason | null
}

interface PairedMentee {
  readonly id: string
  readonly mentor: string | null
  /** Null for whoever has a mentor. */
  readonly because: UnpairedReason | null
}

/** A session in which proposed grades are compared across teams, and some are changed. */
export interface CalibrationSession {
  readonly people: readonly CalibratedPerson[]
  /** In the order in which they were taken; the latest on somebody holds. */
  readonly decisions: readonly CalibrationDecision[]
}

/** Somebody with the grade that they come with. */
interface CalibratedPerson {
  readonly id: string
  readonly grade: string
  readonly score?: DecimalInput | null
  /** What no decision exceeds, as an appraisal says it. */
  readonly gradeAtMost?: readonly { readonly grade: string; readonly because: string }[]
}

/** A decision of the session; one that leaves somebody the grade confirms it. */
export interface CalibrationDecision {
  readonly id: string
  readonly grade: string
  /** Who decided; nobody decides on themselves. */
  readonly by: string
  readonly on: string
  readonly reason: string
}

/** A decision as it is kept. */
interface RecordedMove {
  readonly from: string
  readonly to: string
  /** How many grades up; below zero down. */
  readonly moved: number
  readonly by: string
  readonly on: string
  readonly reason: string
}

/** What became of somebody's grade. */
export interface CalibrationRow {
  readonly id: string
  readonly score: number | null
  readonly before: string
  readonly after: string
  /** How many grades up in all; below zero down. */
  readonly moved: number
  readonly decisions: readonly RecordedMove[]
}

/** How many had a grade before and have it after. */
export interface CalibratedGrade {
  readonly grade: string
  readonly before: number
  readonly after: number
  readonly change: number
  /** Places by the shares of the policy, and how many would still have to move in, or out below zero; null without shares. */
  readonly places: number | null
  readonly move: number | null
}

/** Grades before and after a calibration, with everybody's decisions. */
export interface Calibration {
  /** By id. */
  readonly people: readonly CalibrationRow[]
  /** How many ended with another grade, and how many may by the policy; null where it does not bind. */
  readonly moved: {
    readonly up: number
    readonly down: number
    readonly count: number
    readonly atMost: number | null
  }
  /** From the best grade to the lowest; the changes add up to 0. */
  readonly grades: readonly CalibratedGrade[]
  readonly policy: PolicyReference
  readonly clauses: readonly string[]
}

/** An appraisal, and what is known of the person besides. */
export interface TrainingNeed {
  /** An outcome of `appraise`; of it the `employee` and the points of the `parts` are looked at. */
  readonly appraisal: {
    readonly employee?: string | null
    readonly parts: readonly { readonly id: string; readonly points: number | null }[]
  }
  /** What the conditions of courses look at. */
  readonly facts?: object
}

/** A course against a weakness, and whether it is for the person. */
export interface SuggestedCourse {
  readonly course: string
  readonly clause: string
  readonly suggested: boolean | 'unknown'
  readonly checks: readonly Check[]
}

/** An indicator that is weak. */
export interface Weakness {
  readonly indicator: string
  readonly points: number
  readonly weakBelow: number
  /** How many more points are enough. */
  readonly remaining: number
  /** None where the policy names no course for it. */
  readonly courses: readonly SuggestedCourse[]
}

/** Which courses an appraisal asks for. */
export interface TrainingSuggestions {
  readonly employee: string | null
  /** Each once, that of the weakest indicator first. */
  readonly courses: readonly string[]
  /** The weakest first. */
  readonly weak: readonly Weakness[]
  /** The indicators without points, of which nobody can say. */
  readonly missing: readonly string[]
  readonly policy: PolicyReference
  readonly clauses: readonly string[]
}

/** Facts of a person by the names that the conditions of a policy give them. */
export type MoveFacts = object

/** A move, and whether the policy suggests it. */
export interface SuggestedMove {
  readonly move: string
  readonly clause: string
  readonly to: readonly string[]
  readonly suggested: boolean | 'unknown'
  readonly checks: readonly Check[]
  /** Of these, the fewest that are still in the way. */
  readonly nearest: readonly Check[]
}

/** Which moves are suggested to a person. */
export interface MoveSuggestions {
  readonly moves: readonly SuggestedMove[]
  readonly policy: PolicyReference
  readonly clauses: readonly string[]
}

/** Somebody who was appraised, and left or did not. */
export interface AppraisedPerson {
  readonly id: string
  readonly history: readonly GradedPeriod[]
  /** When and how; absent for somebody who is there. */
  readonly left?: { readonly on: string; readonly kind: string } | null
}

/** How grades developed over the latest periods: the first of them against the last. */
export type GradeTrend = 'rising' | 'steady' | 'falling' | 'unknown'

/** How many of those of one kind left of their own accord. */
export interface LeaverShare {
  readonly left: number
  /** Of so many of this kind who left of their own accord, or stayed. */
  readonly of: number
  /** Left ÷ of; one that does not end is cut after 12 decimals. Null below the policy's minimum. */
  readonly rate: string | null
}

/** The history of somebody who left of their own accord. */
export interface LeaverHistory {
  readonly id: string
  readonly leftOn: string
  readonly lastGrade: string | null
  readonly trend: GradeTrend
  /** The latest graded periods, oldest first. */
  readonly grades: readonly { readonly period: string; readonly grade: string }[]
  /** Whether the last grade is one of those that are missed. */
  readonly regretted: boolean
}

/** What the appraisals of those who left of their own accord have in common, beside those who stayed. */
export interface LeaverAnalysis {
  readonly all: LeaverShare
  /** Those who left otherwise, who count on neither side. */
  readonly leftOtherwise: readonly string[]
  /** From the best grade to the lowest, and null for those without one. */
  readonly byLastGrade: readonly ({ readonly grade: string | null } & LeaverShare)[]
  readonly byTrend: readonly ({ readonly trend: GradeTrend } & LeaverShare)[]
  /** By the day they left, and by id. */
  readonly leavers: readonly LeaverHistory[]
  readonly policy: PolicyReference
  readonly clauses: readonly string[]
}
