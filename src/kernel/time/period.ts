/** Periods of the books: a month `2026-03`, a quarter `2026-Q1`, a year `2026`. */

import { type Issue, refuseIfAny } from '../input/issue.js'
import { readInteger, readWord } from '../input/values.js'
import { daysInMonth, readDate } from './dates.js'
import {
  MONTHS,
  type PeriodPosition,
  type PeriodUnit,
  readPeriod,
  writePeriod,
} from './periodText.js'

const UNITS = ['month', 'quarter', 'year'] as const

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
  const months = MONTHS[at.unit]
  const first = writePeriod({ unit: 'month', position: at.position * months })
  const last = writePeriod({ unit: 'month', position: (at.position + 1) * months - 1 })
  return { ...at, name: writePeriod(at), from: `${first}-01`, to: `${last}-${daysInMonth(last)}` }
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
