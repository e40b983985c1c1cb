import type { PeriodUnit } from '../time/periodText.js'
import type { StreakRule } from '../time/streak.js'

/** How a fact is compared with what is required. */
export type Comparison = 'at-least' | 'above' | 'at-most' | 'below' | 'equals' | 'one-of'

/** What a number is: a ratio (1 is 100%), points, a count, or money. */
export type FactUnit = 'ratio' | 'points' | 'count' | 'money'

/** A condition on one fact. */
export interface FactCondition {
  /** Names the condition; the fact of this name is what it looks at. */
  readonly id: string
  readonly comparison: Comparison
  /** A number as a decimal string with `unit`; or true, false, a word, or a list of words. */
  readonly required: string | boolean | readonly string[]
  readonly unit?: FactUnit
  /**
   * The fact is a history of periods, and the condition must hold in so many in a row, up to the period given as the fact `asOf` or,
   * while that one has no value yet, the one before.
   */
  readonly inARow?: {
    readonly length: number
    readonly per: PeriodUnit
    readonly gap: StreakRule['gap']
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
  /** The fact as given (a number as a canonical decimal); for a history the number of periods in a row; null if unknown. */
  readonly actual: string | boolean | null
  readonly required: string | boolean | readonly string[]
  /** Where the condition must hold in several periods in a row: what each of them needs, `required` being how many. */
  readonly each?: {
    readonly comparison: Comparison
    readonly required: string | boolean | readonly string[]
  }
  /** How much is missing to what is required; null where nothing is, or where it is no number. */
  readonly gap: string | null
}

/** What became of a condition and of every condition in it. */
export interface ChecksOutcome {
  readonly outcome: CheckState
  readonly checks: readonly Check[]
}
