import type { Issue, Path } from '../../kernel/index.js'
import { issueAt } from '../../kernel/input/issue.js'
import * as read from '../../kernel/input/read.js'
import * as time from '../../kernel/time/time.js'

/** A period whose books are open can still change, so that nothing is paid for it and nothing corrected. */
export function stillOpen(
  periods: readonly { readonly path: Path; readonly name: string }[],
  closedThrough: unknown,
  issues: Issue[],
): Issue[] {
  if (closedThrough === undefined) return []
  if (read.period(closedThrough, ['closedThrough'], issues) === undefined) return []
  const closed = String(closedThrough)
  const lastDay = time.periodRange(closed).to
  return periods
    .filter(({ name }) => time.periodRange(name).to > lastDay)
    .map(({ path, name }) => {
      const text = `got ${name}, and the books are closed through ${closed}. Close the period first, or leave it out.`
      const params = { period: name, closedThrough: closed }
      return issueAt('PERIOD_NOT_CLOSED', [...path, 'period'], params, text)
    })
}
