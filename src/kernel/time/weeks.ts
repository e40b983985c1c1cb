/**
 * Weeks by ISO 8601, from Monday to Sunday: a week is of the year that its Thursday is in. By hand and not with date-fns, as every
 * statement reads a period, and a bundle that has one should have no more.
 */
import { dateOfDay, dayNumber, LAST_DATE } from './dates.js'

/** The place of the week that a day, counted from 1970-01-01, is in; neighbours differ by 1. */
export function weekAt(day: number): number {
  return Math.floor((day + 3) / 7)
}

/** The first day of a week, which has seven. */
export function mondayOf(week: number): number {
  return week * 7 - 3
}

/** The last week of which all days are in the years 1 to 9999. */
export function lastWeek(): number {
  return weekAt(dayNumber(LAST_DATE) + 1) - 1
}

/** The place of a week of a year; undefined where the year has no such week. */
export function readWeek(year: string, week: string): number | undefined {
  const position = firstOf(year) + Number(week) - 1
  return position <= lastWeek() && writeWeek(position) === `${year}-W${week}` ? position : undefined
}

export function writeWeek(week: number): string {
  const year = dateOfDay(mondayOf(week) + 3).slice(0, 4)
  return `${year}-W${String(week - firstOf(year) + 1).padStart(2, '0')}`
}

/** The week that 4 January is in. */
function firstOf(year: string): number {
  return weekAt(dayNumber(`${year}-01-04`))
}
