/**
 * Calendar dates `YYYY-MM-DD`, without a time and so without a time zone. A date that does not exist is refused, never
 * moved to the next month.
 */
import { addDays as daysLater } from 'date-fns/addDays'
import { addMonths as monthsLater } from 'date-fns/addMonths'
import { add, type Issue, missingOr, type Path, refuse, refuseIfAny } from '../input/issue.js'
import { readInteger } from '../input/values.js'
import { A_DATE, DATE_INVALID, OUTSIDE_YEARS } from '../issues.js'
import { UtcDate } from './utcDate.js'

const DATE_TEXT = /^\d{4}-\d{2}-\d{2}$/
const DAY = 86_400_000
export const FIRST_DATE = '0001-01-01'
export const LAST_DATE = '9999-12-31'

/** Whether a value has the form of a date, whatever its day. */
export function isDateText(value: unknown): boolean {
  return typeof value === 'string' && DATE_TEXT.test(value)
}

/** Reads a calendar date; on failure adds an issue and returns undefined. */
export function readDate(value: unknown, path: Path, issues: Issue[]): string | undefined {
  if (typeof value === 'string' && DATE_TEXT.test(value) && value >= FIRST_DATE) {
    if (exists(value)) return value
  }
  add(issues, missingOr(DATE_INVALID, value, path, A_DATE))
  return undefined
}

const MONTH_LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

/** Without a Date, which takes a hundred times as long: every line has a date. */
function exists(date: string): boolean {
  const day = Number(date.slice(8))
  return day >= 1 && day <= daysInMonth(date)
}

/** How many days the month of a date or of a period `2026-02` has. */
export function daysInMonth(date: string): number {
  const month = Number(date.slice(5, 7))
  return month === 2 && isLeapYear(Number(date.slice(0, 4))) ? 29 : (MONTH_LENGTHS[month - 1] ?? 0)
}

function isLeapYear(year: number): boolean {
  return year % 400 === 0 || (year % 4 === 0 && year % 100 !== 0)
}

/** The day that a date is, for date-fns. */
function utcDate(date: string): UtcDate {
  return new UtcDate(`${date}T00:00:00Z`)
}

/** The date of a day in the years 1 to 9999. */
function dateOf(day: Date): string {
  return day.toISOString().slice(0, 10)
}

/** Days since 1970-01-01. */
export function dayNumber(date: string): number {
  return new Date(`${date}T00:00:00Z`).getTime() / DAY
}

export function dateOfDay(day: number): string {
  return dateOf(new Date(day * DAY))
}

/** The weekday by ISO 8601: 1 is Monday, 7 is Sunday. */
export function weekdayOf(day: number): number {
  return ((((day + 3) % 7) + 7) % 7) + 1
}

const MOST_DAYS = 3_700_000

/**
 * The date a number of days later, or earlier when negative.
 *
 * @throws SalesRulesError `DATE_INVALID`; `DATE_NOT_COVERED` outside the years 1 to 9999.
 *
 * @example
 * ```ts
 * import { addDays } from 'sales-rules'
 *
 * addDays('2028-02-28', 1) // => '2028-02-29'
 * addDays('2026-01-01', -1) // => '2025-12-31'
 * ```
 */
export function addDays(date: string, days: number): string {
  const issues: Issue[] = []
  readDate(date, ['date'], issues)
  readInteger(days, ['days'], issues, { minimum: -MOST_DAYS, maximum: MOST_DAYS })
  refuseIfAny(issues)
  return existing(daysLater(utcDate(date), days), ['days'])
}

/**
 * The date a number of months later; a day that the month does not have becomes its last day.
 *
 * Months are not all the same length: 31 January and 28 January both lead to 28 February.
 *
 * @throws SalesRulesError `DATE_INVALID`; `DATE_NOT_COVERED` outside the years 1 to 9999.
 *
 * @example
 * ```ts
 * import { addMonths } from 'sales-rules'
 *
 * addMonths('2026-01-31', 1) // => '2026-02-28'
 * addMonths('2028-01-31', 1) // => '2028-02-29'
 * addMonths('2026-11-30', 3) // => '2027-02-28'
 * ```
 */
export function addMonths(date: string, months: number): string {
  const issues: Issue[] = []
  readDate(date, ['date'], issues)
  readInteger(months, ['months'], issues, { minimum: -120_000, maximum: 120_000 })
  refuseIfAny(issues)
  return existing(monthsLater(utcDate(date), months), ['months'])
}

function existing(day: Date, path: Path): string {
  if (day >= utcDate(FIRST_DATE) && day <= utcDate(LAST_DATE)) return dateOf(day)
  const date = String(day.getTime() / DAY)
  return refuse(OUTSIDE_YEARS, path, { date, from: FIRST_DATE, to: LAST_DATE })
}

/**
 * How many days lie between two dates; negative when the second is earlier.
 *
 * @throws SalesRulesError `DATE_INVALID`.
 *
 * @example
 * ```ts
 * import { daysBetween } from 'sales-rules'
 *
 * daysBetween('2026-02-28', '2026-03-01') // => 1
 * ```
 */
export function daysBetween(from: string, to: string): number {
  const issues: Issue[] = []
  readDate(from, ['from'], issues)
  readDate(to, ['to'], issues)
  refuseIfAny(issues)
  return dayNumber(to) - dayNumber(from)
}
