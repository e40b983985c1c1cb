import type { Issue } from '../kernel/index.js'
import * as issue from '../kernel/input/issue.js'
import { RECORD_EMPTY } from '../kernel/issues.js'
import { NOTHING_COMPUTED } from './issues.js'
import type { RowCounts } from './types.js'

/** Refuses to answer from nothing: a total of no rows looks like a total. Where all are refused, the first one says why. */
export function requireComputed(
  { rows, computed }: Pick<RowCounts, 'rows' | 'computed'>,
  issuesOfFirst: readonly Issue[] = [],
): void {
  if (computed > 0) return
  if (rows === 0) issue.refuse(RECORD_EMPTY, ['rows'], {})
  throw new issue.SalesRulesError([
    issue.at(NOTHING_COMPUTED, ['rows'], { given: String(rows) }),
    ...issuesOfFirst.map((one) => issue.under(['rows', 0, 'input'], one)),
  ])
}
