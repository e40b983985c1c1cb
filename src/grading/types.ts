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
