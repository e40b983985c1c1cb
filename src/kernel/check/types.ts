import type { PeriodUnit } from '../time/periodText.js'
import type { StreakRule } from '../time/streak.js'

/** How a fact is compared with what is required. */
export type Comparison = 'at-least' | 'above' | 'at-most' | 'below' | 'equals' | 'one-of'

/**
 * What a number is: a ratio (1 is 100%), points, a count, or money; or the days, months or years that are complete since the date that
 * the fact is, up to the day given as the fact `asOf`.
 */
export type FactUnit =
  | 'ratio'
  | 'points'
  | 'count'
  | 'money'
  | 'days-since'
  | 'months-since'
  | 'years-since'

/** A condition on one fact. */
export interface FactCondition {
  /** Names the condition; the fact of this name is what it looks at. */
  readonly id: string
  readonly comparison: Comparison
  /** A number as a decimal string with `unit`; or true, false, a word, or a list of words. */
  readonly required: string | boolean | readonly string[]
  readonly unit?: FactUnit
  /** The end of the scale of points, such as 5; a fact below 0 or above it is refused. */
  readonly maximum?: string
  /**
   * The fact is a history of periods, and the condition must hold in so many in a row, up to the period given as the fact `asOf` or,
   * while that one has no value yet, the one before.
   */
  readonly inARow?: {
    readonly length: number
    readonly per: PeriodUnit
    readonly gap: StreakRule['gap']
    readonly gapAtMost?: number
  }
  /**
   * The fact is a history of periods, and the condition must hold in at least so many of the latest `periods`. The latest is the one given
   * as the fact `asOf` or, while that one has no value yet, the one before; excused ones are passed over.
   */
  readonly ofLast?: {
    readonly atLeast: number
    readonly periods: number
    readonly per: PeriodUnit
  }
  /** The fact is a history of numbers, and the condition is on the mean or the total of the latest `periods`. */
  readonly over?: {
    readonly periods: number
    readonly per: PeriodUnit
    /** The mean of the periods' values; or their sum, which of a ratio is all that was reached ÷ all targets. */
    readonly take: 'mean' | 'total'
  }
  /** What the condition is when the fact is not given; `not-applicable` for an exception that must be claimed. */
  readonly absent?: 'unknown' | 'not-applicable'
  readonly clause?: string
}

/** Conditions joined together. */
export type Condition =
  | FactCondition
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly atLeast: number; readonly of: readonly Condition[] }

/** Whether a condition holds. */
export type CheckState = 'met' | 'unmet' | 'unknown' | 'not-applicable'

/** What became of one condition. */
export interface Check {
  readonly id: string
  readonly clause: string | null
  readonly outcome: CheckState
  readonly comparison: Comparison
  /**
   * The fact as given (a number as a canonical decimal); of a history what is made of it, be it the number of periods that hold, the mean or
   * the total; of a date how much is complete since; null if unknown.
   */
  readonly actual: string | boolean | null
  readonly required: string | boolean | readonly string[]
  /** Where the condition must hold in several periods: what each of them needs, `required` being how many. */
  readonly each?: {
    readonly comparison: Comparison
    readonly required: string | boolean | readonly string[]
  }
  /** Which of the latest periods were looked at, and what was made of them; null where it is not known. */
  readonly window?: CheckWindow | null
  /** The day on which what is unmet will be met, of a condition on a date that waiting alone meets. */
  readonly metOn?: string | null
  /** How much is missing to what is required; null where nothing is, or where it is no number. */
  readonly gap: string | null
}

/** The latest periods, both ends included, with those that were passed over. */
export interface CheckWindow {
  readonly take: 'count' | 'mean' | 'total'
  readonly from: string
  readonly to: string
  /** The periods in it that have no value. */
  readonly missing: readonly string[]
}

/** What became of a condition and of every condition in it. */
export interface ChecksOutcome {
  readonly outcome: CheckState
  readonly checks: readonly Check[]
}
