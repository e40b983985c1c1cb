import type { Issue } from '../kernel/index.js'
import type { RefusedRows, RowIssues } from './types.js'

/** The rows that are refused, while a batch is at work. */
export interface Refusals {
  readonly issues: RowIssues[]
  refused: number
  /** How many issues the rows that are kept have together. */
  kept: number
}

/** More rows would tell nobody anything: a column was mistaken, or the whole input. */
export const MOST_ROWS = 1_000
/** A row may have a thousand issues itself. */
const MOST_ISSUES = 10_000

/** No row has been refused yet. */
export const noRefusals = (): Refusals => ({ issues: [], refused: 0, kept: 0 })

/** Counts a row that is refused; the first ones are kept with all their issues. */
export function refuseRow(
  refusals: Refusals,
  row: number,
  issues: readonly Issue[],
  id?: string,
): void {
  refusals.refused += 1
  if (isFull(refusals)) return
  refusals.issues.push(id === undefined ? { row, issues } : { row, id, issues })
  refusals.kept += issues.length
}

/** Whether further rows are only counted, so that nobody need write what is wrong with them. */
export function isFull({ issues, kept }: Refusals): boolean {
  return issues.length >= MOST_ROWS || kept >= MOST_ISSUES
}

/** What a result says of the rows that were refused. */
export function refusedRows({ issues, refused }: Refusals): RefusedRows {
  return { issues, refused }
}
