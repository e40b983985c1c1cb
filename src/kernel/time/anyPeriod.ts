/** Periods of the calendar, and those that a company names itself: a month from the 26th to the 25th, two weeks. */
import type { Issue, Path } from '../input/issue.js'
import { readFields, readName } from '../input/values.js'
import { dateOfDay, dayNumber } from './dates.js'
import { type ExactPeriod, monthNumber, rangeOf } from './period.js'
import { MONTHS, readPeriod } from './periodText.js'
import { readClosedSpan } from './spans.js'

/** A company's own period. */
export interface OwnPeriod {
  readonly id: string
  readonly from: string
  /** The last day, included. */
  readonly to: string
}

/** A period by its name, with its first and last day. */
export interface AnyPeriod extends Omit<ExactPeriod, 'unit'> {
  readonly unit: ExactPeriod['unit'] | 'own'
  /** Of a company's own period only whoever has those before it knows the place. */
  readonly position: number
}

/** Reads a period of the calendar, or a company's own. */
export function readAnyPeriod(value: unknown, path: Path, issues: Issue[]): AnyPeriod | undefined {
  const found: Issue[] = []
  const isObject = typeof value === 'object' && value !== null
  const fields = isObject ? readFields(value, path, ['id', 'from', 'to'], found) : undefined
  // A Date, or a list, is no period of either kind.
  if (fields === undefined && found.every(({ code }) => code === 'VALUE_INVALID')) {
    const at = readPeriod(value, path, issues)
    return at && rangeOf(at)
  }
  issues.push(...found)
  if (fields === undefined) return undefined
  const name = readName(fields['id'], [...path, 'id'], issues)
  const days = readClosedSpan(fields, path, issues)
  return name === undefined || days === undefined
    ? undefined
    : { unit: 'own', position: 0, name, ...days }
}

type Named = Pick<AnyPeriod, 'unit' | 'name' | 'from' | 'to'>

/** A period as it was given. */
export function writeAnyPeriod({ unit, name, from, to }: Named): string | OwnPeriod {
  return unit === 'own' ? { id: name, from, to } : name
}

/** Whether two periods are one. */
export function isSamePeriod(a: Named, b: Named): boolean {
  return a.name === b.name && a.from === b.from && a.to === b.to
}

/** How many months a period has, as the one from 26 January to 25 February has one; null where it has no whole ones. */
export function monthsOf({ unit, from, to }: Named): number | null {
  if (unit === 'week') return null
  if (unit !== 'own') return MONTHS[unit]
  const next = dayAfter(to)
  return next.slice(8) === from.slice(8) ? monthNumber(next) - monthNumber(from) : null
}

/** The month in which a period ends that is as long, and follows. */
export function endOfNext(period: Named): number {
  const { from, to } = period
  const months = monthsOf(period)
  if (months !== null) return monthNumber(to) + months
  const last = dayNumber(to)
  return monthNumber(dateOfDay(last + last - dayNumber(from) + 1))
}

export function dayAfter(date: string): string {
  return dateOfDay(dayNumber(date) + 1)
}

/** A month by its number since the year 0. */
export function monthText(month: number): string {
  const year = String(Math.floor(month / 12)).padStart(4, '0')
  return `${year}-${String((month % 12) + 1).padStart(2, '0')}`
}
