import type { Issue } from '../../kernel/index.js'
import { MOST_ROWS } from '../refusals.js'
import type { RowIssues } from '../types.js'
import { countCode, firstCode, writeTally } from './refusedTally.js'
import type { ReadColumns } from './requireColumns.js'
import type { PayeeIssues, RefusedCounts } from './types.js'

/** What a result says of rows and payees who were refused. */
export interface UnpaidPayees extends RefusedCounts {
  readonly issues: readonly (RowIssues | PayeeIssues)[]
  readonly refused: number
}

/** Puts payees who could not be paid beside the rows that were refused. */
export function unpaidPayees({ payees, issues, refused, tally }: ReadColumns) {
  const unpaid: PayeeIssues[] = []
  let count = 0
  return {
    /** Whether further payees are only counted, so that nobody need find out what they lack besides. */
    isFull: () => count >= MOST_ROWS,
    add: (payee: number, found: readonly Issue[], code = firstCode(found)): void => {
      count += 1
      countCode(tally, code)
      if (count <= MOST_ROWS) unpaid.push({ row: null, id: payees[payee] ?? '', issues: found })
    },
    finish: (): UnpaidPayees => ({
      issues: [...issues, ...unpaid],
      refused: refused + count,
      ...writeTally(tally),
    }),
  }
}
