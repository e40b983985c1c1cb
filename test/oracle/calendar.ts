/**
 * Working days by walking: one day at a time, asking each day whether it is worked. Dates are
 * `YYYY-MM-DD`; a day is a number of milliseconds in UTC, so no time zone can shift it.
 */
import { Refusal } from './fraction.js'

export interface Calendar {
  readonly from: string
  readonly to: string
  /** ISO weekdays: 1 is Monday, 7 is Sunday. */
  readonly weekend: readonly number[]
  readonly holidays: readonly string[]
  /** Weekend days that are worked. */
  readonly workdays: readonly string[]
}

const dayLength = 24 * 60 * 60 * 1000

export function isWorkingDay(date: string, calendar: Calendar): boolean {
  if (date < calendar.from || date > calendar.to) throw new Refusal(`not covered: ${date}`)
  if (calendar.holidays.includes(date)) return false
  if (calendar.workdays.includes(date)) return true
  return !calendar.weekend.includes(weekdayOf(date))
}

/** The n-th working day after the date, before it for a negative n, the date itself for 0. */
export function addWorkingDays(date: string, n: number, calendar: Calendar): string {
  isWorkingDay(date, calendar)
  const step = n < 0 ? -1 : 1
  let day = date
  let left = Math.abs(n)
  while (left > 0) {
    day = daysFrom(day, step)
    if (isWorkingDay(day, calendar)) left -= 1
  }
  return day
}

/** How many days are worked, both ends included; below zero where the walk goes back. */
export function countWorkingDays(from: string, to: string, calendar: Calendar): number {
  const step = from > to ? -1 : 1
  const end = daysFrom(to, step)
  let count = 0
  for (let day = from; day !== end; day = daysFrom(day, step)) {
    if (isWorkingDay(day, calendar)) count += step
  }
  return count
}

/** The date so many days later, or earlier for a negative number. */
export function daysFrom(date: string, days: number): string {
  return new Date(instantOf(date) + days * dayLength).toISOString().slice(0, 10)
}

function weekdayOf(date: string): number {
  // 1970-01-05 was a Monday.
  const daysSinceMonday = (instantOf(date) - Date.UTC(1970, 0, 5)) / dayLength
  return (((daysSinceMonday % 7) + 7) % 7) + 1
}

function instantOf(date: string): number {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number)
  return Date.UTC(year, month - 1, day)
}
