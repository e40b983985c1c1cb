import type {
  Band,
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
export type DefinedGradingPolicy = Defined<GradingPolicy>

/** The grade above, and what is missing to it. */
interface NextGrade {
  readonly grade: string
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
export interface Grade {
  readonly grade: string
  /** What the score alone would be graded. */
  readonly gradeByScore: string
  /** What holds the grade below that of the score; null where nothing does. */
  readonly because: string | null
  /** The grade above that of the score, whatever holds it. */
  readonly next: NextGrade | null
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
  /** The period in which it takes effect: the latest of them. */
  readonly period: string
  readonly value: string
  readonly unit: ConsequenceUnit
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
