import type { Calendar, Issue } from '../kernel/index.js'
import * as issue from '../kernel/input/issue.js'
import * as read from '../kernel/input/read.js'
import { readCoverage } from './exactCoverage.js'
import { CALENDAR_DAY_TWICE } from './issues.js'
import type { CalendarCoverage, CalendarDay } from './types.js'

/**
 * Makes a calendar of a list of the days that are not what their weekday is, as public lists of holidays have them. `defineCalendar` checks
 * it.
 *
 * @throws SalesRulesError `DATE_INVALID`, `ID_DUPLICATE`, `VALUE_INVALID`, `DATES_OUT_OF_ORDER`.
 *
 * @example
 * ```ts
 * import { calendarFromDays, defineCalendar, isWorkingDay } from 'sales-rules'
 *
 * const list = [
 *   { name: '元旦', date: '2026-01-01', isOffDay: true },
 *   { name: '元旦', date: '2026-01-04', isOffDay: false },
 * ]
 * const coverage = { from: '2026-01-01', to: '2026-01-31', weekend: [6, 7] }
 * const calendar = defineCalendar(calendarFromDays(list, coverage))
 * isWorkingDay('2026-01-04', calendar) // => true
 * ```
 */
export function calendarFromDays(
  days: readonly CalendarDay[],
  coverage: CalendarCoverage,
): Calendar {
  const issues: Issue[] = []
  const covered = readCoverage(coverage, issues)
  const rows = (read.array(days, ['days'], issues) ?? []).flatMap((row, index) => {
    const path = ['days', index]
    const fields = read.fields(row, path, ['date', 'isOffDay', 'name'], issues)
    if (fields === undefined) return []
    const { required } = read.of(fields, path, issues)
    const date = required('date', read.date)
    const isOff = required('isOffDay', read.boolean)
    return date === undefined || isOff === undefined ? [] : [{ date, isOff, path }]
  })
  const seen = new Set<string>()
  for (const { date, path } of rows) {
    if (seen.has(date))
      issue.add(issues, issue.at(CALENDAR_DAY_TWICE, [...path, 'date'], { id: date }))
    seen.add(date)
  }
  issue.refuseIfAny(issues)
  return {
    ...(covered as CalendarCoverage),
    holidays: rows.filter(({ isOff }) => isOff).map(({ date }) => date),
    workdays: rows.filter(({ isOff }) => !isOff).map(({ date }) => date),
  }
}
