import type { Issue } from '../kernel/index.js'
import * as issue from '../kernel/input/issue.js'
import * as read from '../kernel/input/read.js'
import { COVERAGE_TOO_LONG } from '../kernel/issues.js'
import * as time from '../kernel/time/time.js'
import type { CalendarCoverage } from './types.js'

/** As long as a calendar may be. */
const MOST_DAYS = 55_000

/** Reads which days a calendar covers. */
export function readCoverage(value: unknown, issues: Issue[]): CalendarCoverage | undefined {
  const path = ['coverage']
  const fields = read.fields(value, path, ['from', 'to', 'weekend'], issues)
  if (fields === undefined) return undefined
  const span = read.closedSpan(fields, path, issues)
  const rows = read.array(fields['weekend'], [...path, 'weekend'], issues) ?? []
  const weekend = rows
    .slice(0, 7)
    .flatMap(
      (day, index) =>
        read.integer(day, [...path, 'weekend', index], issues, { minimum: 1, maximum: 7 }) ?? [],
    )
  if (span === undefined) return undefined
  if (time.daysBetween(span.from, span.to) >= MOST_DAYS)
    issue.add(
      issues,
      issue.at(COVERAGE_TOO_LONG, [...path, 'to'], { given: span.to, maximum: String(MOST_DAYS) }),
    )
  return { ...span, weekend }
}
