import type { Calendar, Issue } from '../kernel/index.js'
import * as issue from '../kernel/input/issue.js'
import { NOT_A_FUNCTION } from '../kernel/issues.js'
import * as time from '../kernel/time/time.js'
import { readCoverage } from './exactCoverage.js'
import { NO_ANSWER } from './issues.js'
import type { CalendarCoverage } from './types.js'

/**
 * Makes a calendar by asking, day by day, a function that knows which are worked, such as `isWorkday` of the packages of holidays. Such a
 * package answers for years that nobody has published yet: cover those only that it knows. `defineCalendar` checks the calendar.
 *
 * @throws SalesRulesError `VALUE_INVALID` for what is no function, or answers neither true nor false; `DATE_INVALID`, `DATES_OUT_OF_ORDER`.
 *
 * @example
 * ```ts
 * import { calendarFromWorkdays, countWorkingDays, defineCalendar } from 'sales-rules'
 *
 * const isWorkday = (date: string) => !['2026-01-01', '2026-01-02'].includes(date) && new Date(date).getUTCDay() % 6 !== 0
 * const coverage = { from: '2026-01-01', to: '2026-01-09', weekend: [6, 7] }
 * const calendar = calendarFromWorkdays(isWorkday, coverage)
 * calendar.holidays // => ['2026-01-01', '2026-01-02']
 * countWorkingDays('2026-01-01', '2026-01-09', defineCalendar(calendar)) // => 5
 * ```
 */
export function calendarFromWorkdays(
  isWorkday: (date: string) => boolean,
  coverage: CalendarCoverage,
): Calendar {
  const issues: Issue[] = []
  const covered = readCoverage(coverage, issues)
  if (typeof isWorkday !== 'function')
    issues.push(issue.at(NOT_A_FUNCTION, ['isWorkday'], { given: issue.show(isWorkday) }))
  issue.refuseIfAny(issues)
  const { from, to, weekend } = covered as CalendarCoverage
  const holidays: string[] = []
  const workdays: string[] = []
  for (let day = time.dayNumber(from); day <= time.dayNumber(to); day += 1) {
    const date = time.dateOfDay(day)
    const isUsual = !weekend.includes(time.weekdayOf(day))
    const isWorked = answerOf(isWorkday, date)
    if (typeof isWorked !== 'boolean')
      return issue.refuse(NO_ANSWER, ['isWorkday'], { given: issue.show(isWorked) })
    if (isUsual && !isWorked) holidays.push(date)
    if (!isUsual && isWorked) workdays.push(date)
  }
  return { from, to, weekend, holidays, workdays }
}

/** What the function says of a day; one that throws says nothing. */
function answerOf(isWorkday: (date: string) => unknown, date: string): unknown {
  try {
    return isWorkday(date)
  } catch {
    return null
  }
}
