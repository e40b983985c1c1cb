import type { Issue } from '../../kernel/index.js'
import { invalid } from '../../kernel/input/issue.js'
import * as read from '../../kernel/input/read.js'
import { A_MAP } from '../issues.js'
import type { RowIssues } from '../types.js'
import { isMap } from './isMap.js'
import { type Counts, MOST_PAYEES, type RefusedTally, tallyOf } from './refusedTally.js'
import type { CommissionColumns } from './types.js'

/**
 * Reads how many rows columns say that they refused, as a copy. Columns that somebody made themselves need not say it: then it is counted of
 * the rows that they name.
 */
export function readTally(
  { refused, refusedByPayee, refusedByCode }: CommissionColumns,
  rows: readonly RowIssues[],
  issues: Issue[],
): RefusedTally {
  const { byPayee, byCode } = tallyOf(rows)
  return {
    byPayee:
      refusedByPayee === undefined
        ? byPayee
        : readCounts(entriesOf(refusedByPayee, issues), ['refusedByPayee', refused], issues),
    byCode:
      refusedByCode === undefined
        ? byCode
        : readCounts(fieldsOf(refusedByCode, issues), ['refusedByCode', refused], issues),
  }
}

type Entries = Iterable<readonly [name: unknown, rows: unknown]>

function entriesOf(value: unknown, issues: Issue[]): Entries {
  if (isMap(value)) return Map.prototype.entries.call(value)
  issues.push(invalid(value, ['refusedByPayee'], A_MAP))
  return []
}

function fieldsOf(value: unknown, issues: Issue[]): Entries {
  return Object.entries(read.record(value, ['refusedByCode'], issues) ?? {})
}

function readCounts(
  entries: Entries,
  [key, maximum]: readonly [key: string, maximum: number],
  issues: Issue[],
): Counts {
  const counts: Counts = new Map()
  for (const [name, given] of entries) {
    if (counts.size === MOST_PAYEES) break
    const rows = Number.isInteger(given) ? (given as number) : 0
    if (read.isName(name) && rows >= 1 && rows <= maximum) counts.set(name, { rows })
    else {
      const own = read.name(name, [key], issues)
      read.integer(given, [key, own ?? ''], issues, { minimum: 1, maximum })
    }
  }
  return counts
}
