import type { Issue } from '../kernel/index.js'

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
