import type { Issue, Path } from '../../kernel/index.js'
import { issueAt, periodRange, readPeriod } from '../../kernel/inside.js'

/** A period whose books are open can still change, so that nothing is paid for it and nothing corrected. */
export function stillOpen(
  periods: readonly { readonly path: Path; readonly name: string }[],
  closedThrough: unknown,
  issues: Issue[],
): Issue[] {
  if (closedThrough === undefined) return []
  if (readPeriod(closedThrough, ['closedThrough'], issues) === undefined) return []
  const closed = String(closedThrough)
  const lastDay = periodRange(closed).to
  return periods
    .filter(({ name }) => periodRange(name).to > lastDay)
    .map(({ path, name }) => {
      const text = `got ${name}, and the books are closed through ${closed}. Close the period first, or leave it out.`
      const params = { period: name, closedThrough: closed }
      return issueAt('PERIOD_NOT_CLOSED', [...path, 'period'], params, text)
    })
}
