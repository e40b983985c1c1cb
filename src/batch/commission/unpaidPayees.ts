import type { Issue } from '../../kernel/index.js'
import { MOST_ROWS } from '../refusals.js'
import type { CommissionColumns, CommissionPayColumns, PayeeIssues } from './types.js'

/** Puts payees who could not be paid beside the rows that were refused. */
export function unpaidPayees({ payees, issues, refused }: CommissionColumns) {
  const unpaid: PayeeIssues[] = []
  let count = 0
  return {
    /** Whether further payees are only counted, so that nobody need find out what they lack besides. */
    isFull: () => count >= MOST_ROWS,
    add: (payee: number, found: readonly Issue[]): void => {
      count += 1
      if (count <= MOST_ROWS) unpaid.push({ row: null, id: payees[payee] ?? '', issues: found })
    },
    finish: (): Pick<CommissionPayColumns, 'issues' | 'refused'> => ({
      issues: [...issues, ...unpaid],
      refused: refused + count,
    }),
  }
}
