import * as z from 'zod'
import { at, type Issue, type Path } from '../input/issue.js'
import {
  calendarDate,
  checked,
  readPolicy,
  type SchemaNamed,
  strict,
  wholeNumber,
} from '../input/schema.js'
import {
  COVERAGE_TOO_LONG,
  DATE_DUPLICATE,
  DATES_OUT_OF_ORDER,
  HOLIDAY_AND_WORKDAY,
  OUTSIDE_COVERAGE,
  WEEKDAY_DUPLICATE,
} from '../issues.js'
import { seal } from '../policy/defined.js'
import { type Calendar, type DefinedCalendar, MOST_COVERED_DAYS } from './calendar.js'
import { daysBetween } from './dates.js'
import { PERIOD_UNITS } from './periodText.js'

/** A calendar as it is written down: dates in any order. */
export interface CalendarInput {
  /** The first day covered. */
  readonly from: string
  /** The last day covered. */
  readonly to: string
  /** The weekdays off, by ISO 8601: 1 is Monday, 7 is Sunday. */
  readonly weekend: readonly number[]
  /** Days off that would be worked. */
  readonly holidays?: readonly string[]
  /** Days worked that would be off: make-up days at weekends. */
  readonly workdays?: readonly string[]
}

/** How long a period is. */
export const periodUnit = () => z.enum(PERIOD_UNITS)

/** What a period without an entry does to a run. */
export const gapShape = {
  gap: z.enum(['break', 'ignore']).default('break'),
  gapAtMost: wholeNumber(1, 1000).exactOptional(),
}

const dates = () =>
  z
    .array(calendarDate())
    .max(MOST_COVERED_DAYS)
    .default([])
    .transform((list) => [...list].sort())

export const calendarSchema = strict({
  from: calendarDate(),
  to: calendarDate(),
  weekend: z
    .array(z.int().min(1).max(7))
    .max(6)
    .transform((list) => [...list].sort()),
  holidays: dates(),
  workdays: dates(),
}).superRefine(checked(calendarIssues))

function calendarIssues(calendar: Calendar): Issue[] {
  const { from, to, weekend, holidays, workdays } = calendar
  if (from > to) return [at(DATES_OUT_OF_ORDER, ['from'], { from, to })]
  if (daysBetween(from, to) >= MOST_COVERED_DAYS) {
    return [at(COVERAGE_TOO_LONG, ['to'], { given: to, maximum: String(MOST_COVERED_DAYS) })]
  }
  const off = new Set(holidays)
  const twice = weekend.filter((day, index) => day === weekend[index - 1])
  const both = workdays.filter((date) => off.has(date))
  return [
    ...twice.map((day) => at(WEEKDAY_DUPLICATE, ['weekend'], { id: String(day) })),
    ...listIssues(holidays, ['holidays'], calendar),
    ...listIssues(workdays, ['workdays'], calendar),
    ...both.map((date) => at(HOLIDAY_AND_WORKDAY, ['workdays'], { date })),
  ]
}

function listIssues(list: readonly string[], path: Path, { from, to }: Calendar): Issue[] {
  return list.flatMap((date, index) => {
    if (date === list[index - 1]) return [at(DATE_DUPLICATE, path, { id: date })]
    return date >= from && date <= to ? [] : [at(OUTSIDE_COVERAGE, path, { date, from, to })]
  })
}

/**
 * Checks and freezes a calendar of working days. It says which days it covers, and answers for no other.
 *
 * @throws SalesRulesError `DATE_INVALID`, `DATES_OUT_OF_ORDER`, `DATE_NOT_COVERED`, `POLICY_CONFLICT`, `ID_DUPLICATE`, …
 *
 * @example
 * ```ts
 * import { defineCalendar } from 'sales-rules'
 *
 * defineCalendar({ from: '2026-01-01', to: '2026-01-31', weekend: [7, 6], holidays: ['2026-01-01'] })
 * // => { from: '2026-01-01', to: '2026-01-31', weekend: [6, 7], holidays: ['2026-01-01'], workdays: [] }
 * ```
 */
export function defineCalendar(calendar: CalendarInput & SchemaNamed): DefinedCalendar {
  return seal<Calendar>('Calendar', readPolicy(calendarSchema, calendar))
}
