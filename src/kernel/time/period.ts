/** Periods of the books: a month `2026-03`, a quarter `2026-Q1`, a half-year `2026-H1`, a year `2026`, a week `2026-W07`. */

import { type Issue, refuse, refuseIfAny } from '../input/issue.js'
import { readInteger, readWord } from '../input/values.js'
import { OUTSIDE_YEARS } from '../issues.js'
import { dateOfDay, dayNumber, daysInMonth, FIRST_DATE, LAST_DATE, readDate } from './dates.js'
import {
  MONTHS,
  PERIOD_UNITS,
  type PeriodPosition,
  type PeriodUnit,
  readPeriod,
  writePeriod,
} from './periodText.js'
import { lastWeek, mondayOf, weekAt } from './weeks.js'

/** A period with its first and last day. */
export interface PeriodRange {
  readonly unit: PeriodUnit
  readonly from: string
  /** The last day, included. */
  readonly to: string
}

/**
 * The first and the last day of a period.
 *
 * @throws SalesRulesError `PERIOD_INVALID`.
 *
 * @example
 * ```ts
 * import { periodRange } from 'sales-rules'
 *
 * periodRange('2026-Q1') // => { unit: 'quarter', from: '2026-01-01', to: '2026-03-31' }
 * periodRange('2028-02') // => { unit: 'month', from: '2028-02-01', to: '2028-02-29' }
 * periodRange('2026-W01') // => { unit: 'week', from: '2025-12-29', to: '2026-01-04' }
 * ```
 */
export function periodRange(period: string): PeriodRange {
  const { unit, from, to } = rangeOf(read(period))
  return { unit, from, to }
}

/** A period that was read, with its name and its days. */
export interface ExactPeriod extends PeriodPosition {
  readonly name: string
  readonly from: string
  /** The last day, included. */
  readonly to: string
}

/** The days of a period that was read: made once, and looked at for every line. */
export function rangeOf(at: PeriodPosition): ExactPeriod {
  if (at.unit === 'week') {
    const monday = mondayOf(at.position)
    return { ...at, name: writePeriod(at), from: dateOfDay(monday), to: dateOfDay(monday + 6) }
  }
  const months = MONTHS[at.unit]
  const first = writePeriod({ unit: 'month', position: at.position * months })
  const last = writePeriod({ unit: 'month', position: (at.position + 1) * months - 1 })
  const { unit, position } = at
  const [from, to] = [`${first}-01`, `${last}-${daysInMonth(last)}`]
  return { unit, position, name: writePeriod(at), from, to }
}

/**
 * The period that a date falls in.
 *
 * @throws SalesRulesError `DATE_INVALID`, `VALUE_NOT_ALLOWED`; `DATE_NOT_COVERED` in the last days of 9999, whose week has no end.
 *
 * @example
 * ```ts
 * import { periodOf } from 'sales-rules'
 *
 * periodOf('2026-03-31', 'quarter') // => '2026-Q1'
 * periodOf('2026-03-31', 'month') // => '2026-03'
 * periodOf('2025-12-29', 'week') // => '2026-W01'
 * ```
 */
export function periodOf(date: string, unit: PeriodUnit): string {
  const issues: Issue[] = []
  readDate(date, ['date'], issues)
  readWord(unit, ['unit'], PERIOD_UNITS, issues)
  refuseIfAny(issues)
  const at = periodWith(date, unit)
  if (at !== undefined) return writePeriod(at)
  return refuse(OUTSIDE_YEARS, ['date'], { date, from: FIRST_DATE, to: LAST_DATE })
}

/** The period of a length that a date is in; undefined in the last days of 9999, whose week has no end. */
export function periodWith(date: string, unit: PeriodUnit): PeriodPosition | undefined {
  const at = placeOf(date, unit)
  return at.position > bounds(unit).last ? undefined : at
}

/** The period of a length that a day is in. */
function placeOf(date: string, unit: PeriodUnit): PeriodPosition {
  if (unit === 'week') return { unit, position: weekAt(dayNumber(date)) }
  return { unit, position: Math.floor(monthNumber(date) / MONTHS[unit]) }
}

/** Months since the year 0 of the month that a date is in. */
export function monthNumber(date: string): number {
  return Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1
}

/** The position of the first period of a length. */
export function firstPosition(unit: PeriodUnit): number {
  return bounds(unit).first
}

/** Whether a period is in the years from 1 to 9999. */
export function isWithinYears({ unit, position }: PeriodPosition): boolean {
  const { first, last } = bounds(unit)
  return position >= first && position <= last
}

/** The first and the last period of a length. */
function bounds(unit: PeriodUnit): { readonly first: number; readonly last: number } {
  const first = placeOf(FIRST_DATE, unit).position
  return { first, last: unit === 'week' ? lastWeek() : placeOf(LAST_DATE, unit).position }
}

/**
 * The period so many periods later, or earlier when negative.
 *
 * @throws SalesRulesError `PERIOD_INVALID`, `NUMBER_OUT_OF_RANGE`.
 *
 * @example
 * ```ts
 * import { addPeriods } from 'sales-rules'
 *
 * addPeriods('2026-Q4', 1) // => '2027-Q1'
 * addPeriods('2026-01', -1) // => '2025-12'
 * ```
 */
export function addPeriods(period: string, count: number): string {
  const { unit, position } = read(period)
  const issues: Issue[] = []
  const { first, last } = bounds(unit)
  readInteger(count, ['count'], issues, { minimum: first - position, maximum: last - position })
  refuseIfAny(issues)
  return writePeriod({ unit, position: position + count })
}

/**
 * The period of a length that a period belongs to, which is the one in which it ends; undefined where that length is shorter than the
 * period.
 */
export function periodAround(at: PeriodPosition, per: PeriodUnit): PeriodPosition | undefined {
  if (at.unit === per) return at
  if (PERIOD_UNITS.indexOf(per) < PERIOD_UNITS.indexOf(at.unit)) return undefined
  return placeOf(rangeOf(at).to, per)
}

/** The calendar year that a period belongs to: the one in which it ends. */
export function yearOf(at: PeriodPosition): string {
  return rangeOf(at).to.slice(0, 4)
}

function read(period: unknown): PeriodPosition {
  const issues: Issue[] = []
  const position = readPeriod(period, ['period'], issues)
  refuseIfAny(issues)
  return position as PeriodPosition
}
