import type { Issue, Path } from '../../kernel/index.js'
import * as issue from '../../kernel/input/issue.js'
import * as read from '../../kernel/input/read.js'
import type { Period } from '../lines/periods.js'
import { PERIOD_NOT_CLOSED } from './issues.js'

/** A period whose books are open can still change, so that nothing is paid for it and nothing corrected. */
export function stillOpen(
  periods: readonly { readonly path: Path; readonly period: Period }[],
  closedThrough: unknown,
  issues: Issue[],
): Issue[] {
  if (closedThrough === undefined || closedThrough === null) return []
  const closed = read.anyPeriod(closedThrough, ['closedThrough'], issues)
  if (closed === undefined) return []
  return periods
    .filter(({ period }) => period.to > closed.to)
    .map(({ path, period }) => {
      const params = { period: period.name, closedThrough: closed.name }
      return issue.at(PERIOD_NOT_CLOSED, [...path, 'period'], params)
    })
}
