import type { GradeLimit } from '../appraisal/index.js'
import type { Issue, PolicyReference } from '../kernel/index.js'

/** A row that was refused, and why. */
export interface RowIssues {
  /** Its place, counted from 0 over all rows that were given. */
  readonly row: number
  /** Whose row it is, where that could be read. */
  readonly id?: string
  /** What the single call says of the row; each path starts inside of it. */
  readonly issues: readonly Issue[]
}

/** The rows of a batch that were refused. One wrong row stops nothing; a mistaken column must not take all memory. */
export interface RefusedRows {
  /** The first of them, 1,000 at most, in the order of the rows. */
  readonly issues: readonly RowIssues[]
  /** How many there are, those that are not in `issues` with them. */
  readonly refused: number
}

/** The scores of many rows, one entry for each. */
export interface RowScores extends RefusedRows {
  /** Rounded as the policy says; NaN where a row was refused. */
  readonly scores: Float64Array
  readonly policy: PolicyReference
  readonly clauses: readonly string[]
}

/** The scores of many appraisals; the id of a refused row is the employee. */
export interface AppraisalScores extends RowScores {
  /** The rows whose grade is capped whatever they score, in their order, and by what. */
  readonly capped: readonly CappedRow[]
}

/** A row whose grade is capped. */
export interface CappedRow {
  readonly row: number
  readonly gradeAtMost: readonly GradeLimit[]
}

/** The health of many customers. */
export interface HealthScores extends RowScores {
  /** Positions in `bandNames`; −1 where a row was refused. */
  readonly bands: Int8Array
  /** From the healthiest to the least healthy. */
  readonly bandNames: readonly string[]
}

/** The scores of many leads; NaN also for a disqualified lead whose facts are not complete. */
export interface LeadScores extends RowScores {
  /** Positions in `bandNames`; −1 where a row was refused or disqualified. */
  readonly bands: Int8Array
  /** From the best to the worst. */
  readonly bandNames: readonly string[]
  /** The position of the lowest band whose leads are of high value (LEA-3). */
  readonly highValueUpTo: number
  /** The leads that are invalid whatever they score, in the order of the rows (LEA-2). */
  readonly disqualified: readonly LeadDisqualified[]
}

/** A lead that is invalid, and why. */
export interface LeadDisqualified {
  readonly row: number
  readonly reasons: readonly string[]
}
