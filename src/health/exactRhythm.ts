/** When care is due: after the last time it was done, or on the days of a schedule. */
import type { DefinedCalendar } from '../kernel/index.js'
import * as issue from '../kernel/input/issue.js'
import * as time from '../kernel/time/time.js'
import { CALENDAR_MISSING } from './issues.js'
import type { CareInterval } from './types.js'

/** How long an interval is, and the working days that it may count. */
export interface Rhythm extends Pick<CareInterval, 'every' | 'unit'> {
  readonly care: string
  readonly calendar: DefinedCalendar | null
}

const MONTHS = { month: 1, quarter: 3, 'half-year': 6, year: 12 } as const
const DAYS = { day: 1, week: 7 } as const

const inMonths = (unit: CareInterval['unit']): unit is keyof typeof MONTHS => unit in MONTHS

/** The day so many intervals after a start; months are counted from the start, so that from 31 January they end on 28 February and 31 March. */
export function dayAfterIntervals(start: string, count: number, rhythm: Rhythm): string {
  const { every, unit } = rhythm
  return issue.within(['calendar'], () => {
    if (inMonths(unit)) return time.addMonths(start, count * every * MONTHS[unit])
    if (unit !== 'working-day') return time.addDays(start, count * every * DAYS[unit])
    return time.addWorkingDays(start, count * every, calendarOf(rhythm))
  })
}

function calendarOf({ calendar, care }: Rhythm): DefinedCalendar {
  return calendar ?? issue.refuse(CALENDAR_MISSING, [], { field: care })
}

/** The days on which care is due, in order: how many lie before a day, and which one it is. */
export interface Schedule {
  readonly before: (date: string) => number
  /** Undefined after the last. */
  readonly at: (index: number) => string | undefined
}

/** A schedule from a start on, the first day of it an interval later. */
export function scheduleFrom(start: string, rhythm: Rhythm): Schedule {
  return {
    before: (date) => Math.max(intervalsBefore(start, date, rhythm), 0),
    at: (index) => dayAfterIntervals(start, index + 1, rhythm),
  }
}

/** How many whole intervals after a start end before a day. */
function intervalsBefore(start: string, date: string, rhythm: Rhythm): number {
  const { every, unit } = rhythm
  if (date <= start) return 0
  if (unit === 'working-day') {
    const worked = issue.within(['calendar'], () => {
      const calendar = calendarOf(rhythm)
      const through = time.countWorkingDays(start, time.addDays(date, -1), calendar)
      return through - (time.isWorkingDay(start, calendar) ? 1 : 0)
    })
    return Math.floor(worked / every)
  }
  if (!inMonths(unit)) {
    return Math.floor((time.daysBetween(start, date) - 1) / (every * DAYS[unit]))
  }
  // No month ends later than this one; it may end earlier by one.
  const months = monthsOf(date) - monthsOf(start)
  const most = Math.floor(months / (every * MONTHS[unit]))
  return dayAfterIntervals(start, most, rhythm) < date ? most : most - 1
}

const monthsOf = (date: string) => Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7))

/** The days of every year, from the first that is after a start; 29 February is 28 February in a common year. */
export function yearlySchedule(date: string, start: string): Schedule {
  const inYear = (year: number) => time.addMonths(date, 12 * (year - yearOf(date)))
  const first = Math.max(yearOf(start), yearOf(date))
  const from = inYear(first) > start ? first : first + 1
  return {
    before: (day) => Math.max(yearOf(day) - from + (inYear(yearOf(day)) < day ? 1 : 0), 0),
    at: (index) => inYear(from + index),
  }
}

const yearOf = (date: string) => Number(date.slice(0, 4))

/** Days that are listed, those after a start. */
export function listedSchedule(dates: readonly string[], start: string): Schedule {
  const days = [...new Set(dates)].filter((date) => date > start).sort()
  return {
    before: (day) => days.filter((date) => date < day).length,
    at: (index) => days[index],
  }
}

/**
 * The first day of a schedule for which nothing was done. What was done late is for all days missed up to then; what was done early is for the next
 * day, once, and where `aheadDays` is given from so many days ahead. There the next day also takes what comes after a day that was missed, where it
 * is nearer. A day that was let go by then takes nothing.
 */
export function firstOpen(
  done: readonly string[],
  schedule: Schedule,
  bounds: Bounds = {},
): number {
  const { lapsesAfterDays } = bounds
  let open = 0
  // Twice on one day is once.
  for (const date of new Set(done)) {
    const kept = lapsesAfterDays === undefined ? 0 : schedule.before(earlier(date, lapsesAfterDays))
    open = openAfter(date, Math.max(open, kept), schedule, bounds)
  }
  return open
}

/** The first open day after one more was seen to. */
function openAfter(
  date: string,
  open: number,
  { before, at }: Schedule,
  { aheadDays }: Bounds,
): number {
  const next = before(date)
  const day = at(next)
  if (day === undefined) return Math.max(open, next)
  if (day === date) return Math.max(open, next + 1)
  if (open > next) return open
  const isNext = isAhead(date, day, aheadDays)
  if (open === next) return isNext ? next + 1 : next
  return isNext && isNearer(date, at(next - 1), day, aheadDays) ? next + 1 : next
}

/** How early what is done counts for a day, and how late. */
interface Bounds {
  readonly aheadDays?: number
  readonly lapsesAfterDays?: number | undefined
}

/** So many days earlier, or the first day there is. */
export function earlier(date: string, days: number): string {
  const day = time.dayNumber(date) - days
  return time.dateOfDay(Math.max(day, time.dayNumber(time.FIRST_DATE)))
}

/** Whether what is done between a day that was missed and the next is nearer to the next; on a schedule it is always for the missed one. */
function isNearer(
  date: string,
  missed: string | undefined,
  next: string,
  aheadDays: number | undefined,
): boolean {
  if (aheadDays === undefined || missed === undefined) return false
  return time.daysBetween(date, next) < time.daysBetween(missed, date)
}

function isAhead(date: string, day: string, aheadDays: number | undefined): boolean {
  return aheadDays === undefined || time.daysBetween(date, day) <= aheadDays
}
