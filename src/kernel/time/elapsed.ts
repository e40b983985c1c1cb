/**
 * How long ago a date is, in days, months and years that are complete: the tenure of somebody, the age of something. By hand and not with
 * date-fns, as every gate has conditions, and a bundle of a statement should have no more.
 */
import { dateOfDay, dayNumber, daysInMonth, LAST_DATE } from './dates.js'
import { monthNumber } from './period.js'
import { writePeriod } from './periodText.js'

/** What is counted. */
export type ElapsedUnit = 'day' | 'month' | 'year'

/**
 * How many units are complete from one date to another; none where it is the later one. A month is complete on the same day of the next
 * one or, where that is too short, on its last day.
 */
export function completeSince(date: string, asOf: string, unit: ElapsedUnit): number {
  if (asOf <= date) return 0
  if (unit === 'day') return dayNumber(asOf) - dayNumber(date)
  const begun = monthNumber(asOf) - monthNumber(date)
  const months = monthsOn(date, begun) > asOf ? begun - 1 : begun
  return unit === 'month' ? months : Math.floor(months / MONTHS_OF_A_YEAR)
}

/** The day on which so many units are complete; null after the year 9999. */
export function completeOn(date: string, count: number, unit: ElapsedUnit): string | null {
  if (unit === 'day')
    return dayNumber(LAST_DATE) - dayNumber(date) < count
      ? null
      : dateOfDay(dayNumber(date) + count)
  const months = unit === 'month' ? count : count * MONTHS_OF_A_YEAR
  return monthNumber(LAST_DATE) - monthNumber(date) < months ? null : monthsOn(date, months)
}

/** The same day so many months on, or the last one of that month. */
function monthsOn(date: string, months: number): string {
  const month = writePeriod({ unit: 'month', position: monthNumber(date) + months })
  const day = Math.min(Number(date.slice(8)), daysInMonth(month))
  return `${month}-${String(day).padStart(2, '0')}`
}

const MONTHS_OF_A_YEAR = 12
