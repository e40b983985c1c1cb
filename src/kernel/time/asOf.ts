/** The period in which something is asked: `2026-Q1`, a shorter one in it, or a day. */
import { add, at, type Issue, invalid, type Path } from '../input/issue.js'
import { A_PERIOD_WITHIN, OUTSIDE_YEARS } from '../issues.js'
import { FIRST_DATE, isDateText, LAST_DATE, readDate } from './dates.js'
import { periodAround, periodWith } from './period.js'
import { type PeriodPosition, type PeriodUnit, readPeriod } from './periodText.js'

/** Reads the period of a length that is asked in; a longer one does not say which. */
export function readPeriodAsOf(
  value: unknown,
  per: PeriodUnit,
  path: Path,
  issues: Issue[],
): PeriodPosition | undefined {
  if (isDateText(value)) return readPeriodWith(value, per, path, issues)
  const asOf = readPeriod(value, path, issues)
  const around = asOf && periodAround(asOf, per)
  if (asOf !== undefined && around === undefined)
    add(issues, invalid(value, path, A_PERIOD_WITHIN, { unit: per }))
  return around
}

function readPeriodWith(
  given: unknown,
  per: PeriodUnit,
  path: Path,
  issues: Issue[],
): PeriodPosition | undefined {
  const date = readDate(given, path, issues)
  if (date === undefined) return undefined
  const within = periodWith(date, per)
  if (within === undefined)
    add(issues, at(OUTSIDE_YEARS, path, { date, from: FIRST_DATE, to: LAST_DATE }))
  return within
}
