/**
 * Working days of a country: weekends off, public holidays off, make-up working days worked. A calendar covers the years that
 * were published and refuses every other date: a holiday nobody has announced cannot be guessed.
 */

import { at, type Issue, refuse, refuseIfAny } from '../input/issue.js'
import { readInteger } from '../input/values.js'
import { OUTSIDE_CALENDAR, WORKING_DAY_OUTSIDE_CALENDAR } from '../issues.js'
import type { Defined } from '../policy/defined.js'
import * as defined from '../policy/defined.js'
import { dateOfDay, dayNumber, readDate, weekdayOf } from './dates.js'

/** A calendar of working days. */
export interface Calendar {
  /** The first day covered. */
  readonly from: string
  /** The last day covered. */
  readonly to: string
  /** The weekdays off, by ISO 8601: 1 is Monday, 7 is Sunday. */
  readonly weekend: readonly number[]
  /** Days off that would be worked. */
  readonly holidays: readonly string[]
  /** Days worked that would be off: make-up days at weekends. */
  readonly workdays: readonly string[]
}

/** A calendar that `defineCalendar` has checked. */
export type DefinedCalendar = Defined<Calendar>

/** The working days covered, in order, and how many there are up to each day. */
interface WorkingDays {
  readonly first: number
  readonly last: number
  /** Day numbers of the working days. */
  readonly days: readonly number[]
  /** At index i: the number of working days before day `first + i`. */
  readonly before: readonly number[]
}

const workingDaysOf = /* @__PURE__ */ defined.oncePerPolicy((calendar: Calendar): WorkingDays => {
  const first = dayNumber(calendar.from)
  const last = dayNumber(calendar.to)
  const weekend = new Set(calendar.weekend)
  const holidays = new Set(calendar.holidays)
  const workdays = new Set(calendar.workdays)
  const days: number[] = []
  const before: number[] = []
  for (let day = first; day <= last; day += 1) {
    before.push(days.length)
    const date = dateOfDay(day)
    const isUsual = !weekend.has(weekdayOf(day)) && !holidays.has(date)
    if (isUsual || workdays.has(date)) days.push(day)
  }
  before.push(days.length)
  return { first, last, days, before }
})

/**
 * Whether a date is worked.
 *
 * @throws SalesRulesError `DATE_NOT_COVERED`, `DATE_INVALID`, `POLICY_NOT_DEFINED`.
 *
 * @example The first days of 2026 in mainland China (State Council notice of November 2025)
 * ```ts
 * import { attempt, defineCalendar, isWorkingDay } from 'sales-rules'
 *
 * const calendar = defineCalendar({
 *   from: '2026-01-01', to: '2026-01-31', weekend: [6, 7],
 *   holidays: ['2026-01-01', '2026-01-02', '2026-01-03'], workdays: ['2026-01-04'],
 * })
 * isWorkingDay('2026-01-02', calendar) // => false
 * isWorkingDay('2026-01-04', calendar) // => true
 * attempt(() => isWorkingDay('2027-01-04', calendar)).ok // => false
 * ```
 */
export function isWorkingDay(date: string, calendar: DefinedCalendar): boolean {
  defined.check(calendar, 'Calendar')
  const { first, before } = workingDaysOf(calendar)
  const index = readCovered({ date }, calendar)[0] - first
  return (before[index + 1] ?? 0) > (before[index] ?? 0)
}

/**
 * The n-th working day after a date, or before it when n is negative; for 0 the date itself, worked or not.
 *
 * @throws SalesRulesError `DATE_NOT_COVERED` when the answer lies outside the calendar; `NUMBER_OUT_OF_RANGE`.
 *
 * @example Three working days over a weekend that is partly worked
 * ```ts
 * import { addWorkingDays, defineCalendar } from 'sales-rules'
 *
 * const calendar = defineCalendar({
 *   from: '2026-01-01', to: '2026-01-31', weekend: [6, 7],
 *   holidays: ['2026-01-01', '2026-01-02', '2026-01-03'], workdays: ['2026-01-04'],
 * })
 * addWorkingDays('2026-01-01', 1, calendar) // => '2026-01-04'
 * addWorkingDays('2026-01-09', 3, calendar) // => '2026-01-14'
 * addWorkingDays('2026-01-12', -1, calendar) // => '2026-01-09'
 * ```
 */
export function addWorkingDays(date: string, n: number, calendar: DefinedCalendar): string {
  defined.check(calendar, 'Calendar')
  const { first, last, days, before } = workingDaysOf(calendar)
  const [day] = readCovered({ date }, calendar)
  const issues: Issue[] = []
  readInteger(n, ['n'], issues, { minimum: -MOST_COVERED_DAYS, maximum: MOST_COVERED_DAYS })
  refuseIfAny(issues)
  if (n === 0) return date
  const through = before[day - first + 1] ?? 0
  const index = n > 0 ? through + n - 1 : (before[day - first] ?? 0) + n
  const found = days[index]
  if (found !== undefined) return dateOfDay(found)
  const params = { date, days: n, from: dateOfDay(first), to: dateOfDay(last) }
  return refuse(WORKING_DAY_OUTSIDE_CALENDAR, ['n'], params)
}

/** The longest coverage of a calendar, about a century and a half. */
export const MOST_COVERED_DAYS = 55_000

/**
 * How many working days lie from one date to another, both included; negative from a later date to an earlier one. NETWORKDAYS of a
 * spreadsheet counts like this.
 *
 * @throws SalesRulesError `DATE_NOT_COVERED`, `DATE_INVALID`, `POLICY_NOT_DEFINED`.
 *
 * @example
 * ```ts
 * import { countWorkingDays, defineCalendar } from 'sales-rules'
 *
 * const calendar = defineCalendar({
 *   from: '2026-01-01', to: '2026-01-31', weekend: [6, 7],
 *   holidays: ['2026-01-01', '2026-01-02', '2026-01-03'], workdays: ['2026-01-04'],
 * })
 * countWorkingDays('2026-01-01', '2026-01-11', calendar) // => 6
 * countWorkingDays('2026-01-11', '2026-01-01', calendar) // => -6
 * ```
 */
export function countWorkingDays(from: string, to: string, calendar: DefinedCalendar): number {
  defined.check(calendar, 'Calendar')
  const { first, before } = workingDaysOf(calendar)
  const [start, end = start] = readCovered({ from, to }, calendar)
  const through = (day: number) => before[day - first + 1] ?? 0
  const until = (day: number) => before[day - first] ?? 0
  // Not the negative of a count: that of 0 would be −0.
  return start <= end ? through(end) - until(start) : until(end) - through(start)
}

function readCovered(
  dates: Readonly<Record<string, unknown>>,
  { from, to }: Calendar,
): readonly [number, ...number[]] {
  const issues: Issue[] = []
  const days: number[] = []
  for (const [name, value] of Object.entries(dates)) {
    const date = readDate(value, [name], issues)
    if (date === undefined) continue
    if (date < from || date > to) issues.push(at(OUTSIDE_CALENDAR, [name], { date, from, to }))
    else days.push(dayNumber(date))
  }
  refuseIfAny(issues)
  return days as unknown as readonly [number, ...number[]]
}
