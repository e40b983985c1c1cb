/** Periods of the books: a month `2026-03`, a quarter `2026-Q1`, a year `2026`. */
import { dateOfDay, firstOfMonth, readDate } from './dates.js'
import { type Issue, issueAt, type Path, refuseIfAny, show } from './issue.js'
import { invalid, readInteger, readWord } from './read.js'

/** How long a period is. */
export type PeriodUnit = 'month' | 'quarter' | 'year'

/** A period with its first and last day. */
export interface PeriodRange {
  readonly unit: PeriodUnit
  readonly from: string
  /** The last day, included. */
  readonly to: string
}

const PERIOD_TEXT = /^(\d{4})(?:-(?:(0[1-9]|1[0-2])|Q([1-4])))?$/
const MONTHS = { month: 1, quarter: 3, year: 12 } as const
const UNITS = ['month', 'quarter', 'year'] as const

/** A period as a position on the line of all periods of its length, so that neighbours differ by 1. */
export interface PeriodPosition {
  readonly unit: PeriodUnit
  readonly position: number
}

/**
 * Reads a period; on failure adds an issue and returns undefined.
 *
 * @internal
 */
export function readPeriod(
  value: unknown,
  path: Path,
  issues: Issue[],
): PeriodPosition | undefined {
  const match = typeof value === 'string' ? PERIOD_TEXT.exec(value) : null
  if (match === null || match[1] === '0000') {
    issues.push(periodIssue(value, path))
    return undefined
  }
  const [, year, month, quarter] = match
  if (month !== undefined) return { unit: 'month', position: Number(year) * 12 + Number(month) - 1 }
  if (quarter !== undefined)
    return { unit: 'quarter', position: Number(year) * 4 + Number(quarter) - 1 }
  return { unit: 'year', position: Number(year) }
}

function periodIssue(value: unknown, path: Path): Issue {
  const expected = 'a period 2026-03, 2026-Q1 or 2026'
  if (value === undefined || value === null) return invalid(value, path, expected)
  const given = show(value)
  return issueAt('PERIOD_INVALID', path, { given }, `got ${given}, expected ${expected}.`)
}

/** @internal */
export function writePeriod({ unit, position }: PeriodPosition): string {
  const perYear = 12 / MONTHS[unit]
  const year = String(Math.floor(position / perYear)).padStart(4, '0')
  const part = (position % perYear) + 1
  if (unit === 'year') return year
  return unit === 'quarter' ? `${year}-Q${part}` : `${year}-${String(part).padStart(2, '0')}`
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
 * ```
 */
export function periodRange(period: string): PeriodRange {
  const { unit, position } = read(period)
  const months = MONTHS[unit]
  return {
    unit,
    from: dateOfDay(firstOfMonth(position * months)),
    to: dateOfDay(firstOfMonth((position + 1) * months) - 1),
  }
}

/**
 * The period that a date falls in.
 *
 * @throws SalesRulesError `DATE_INVALID`, `VALUE_NOT_ALLOWED`.
 *
 * @example
 * ```ts
 * import { periodOf } from 'sales-rules'
 *
 * periodOf('2026-03-31', 'quarter') // => '2026-Q1'
 * periodOf('2026-03-31', 'month') // => '2026-03'
 * ```
 */
export function periodOf(date: string, unit: PeriodUnit): string {
  const issues: Issue[] = []
  readDate(date, ['date'], issues)
  readWord(unit, ['unit'], UNITS, issues)
  refuseIfAny(issues)
  const month = Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1
  return writePeriod({ unit, position: Math.floor(month / MONTHS[unit]) })
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
  const perYear = 12 / MONTHS[unit]
  const range = { minimum: perYear - position, maximum: 10_000 * perYear - 1 - position }
  readInteger(count, ['count'], issues, range)
  refuseIfAny(issues)
  return writePeriod({ unit, position: position + count })
}

function read(period: unknown): PeriodPosition {
  const issues: Issue[] = []
  const position = readPeriod(period, ['period'], issues)
  refuseIfAny(issues)
  return position as PeriodPosition
}
