import * as issue from '../kernel/input/issue.js'
import { OUTSIDE_CALENDAR } from '../kernel/issues.js'
import * as defined from '../kernel/policy/defined.js'
import * as time from '../kernel/time/time.js'
import { exactZone } from './exactZone.js'
import type { WeekHours, WorkingHours } from './types.js'

/** Working hours as rules read them. Days are numbered from 1970-01-01. */
export interface ExactWorkingHours {
  readonly zone: string
  readonly open: time.OpenTime
  readonly isWorked: (day: number) => boolean
  readonly first: number
  readonly last: number
}

/** The exact form of working hours; those that were not defined are refused. */
export const exactWorkingHours = /* @__PURE__ */ defined.compiler(
  'WorkingHours',
  compileWorkingHours,
)

function compileWorkingHours(hours: WorkingHours): ExactWorkingHours {
  const { timeZone, calendar } = hours
  const first = Math.max(time.FIRST_DAY, dayOr(calendar?.from, time.FIRST_DAY))
  const last = Math.min(time.LAST_DAY, dayOr(calendar?.to, time.LAST_DAY))
  const spansOf = compileDays(hours)
  const open = time.openTime({ offsetAt: exactZone(timeZone), first, last, spansOf })
  return {
    zone: timeZone,
    open,
    // A day that the clock skips, as Samoa's 30 December 2011, has no hours.
    isWorked: (day) => spansOf(day).length > 0 && open.stretchesOf(day).length > 0,
    first,
    last,
  }
}

const dayOr = (date: string | undefined, otherwise: number) =>
  date === undefined ? otherwise : time.dayNumber(date)

/** The hours of each day: its own, none on a holiday, those of a make-up day, or those of its weekday. */
function compileDays({ week, calendar, makeUpDays, holidays, worked }: WorkingHours) {
  const weekdays = Array.from({ length: 8 }, (_, day) => exactSpans(hoursOf(week, day)))
  const spansOn = (weekday: number | undefined) => weekdays[weekday ?? 0] ?? []
  const days = new Map<number, readonly time.HoursSpan[]>()
  for (const date of calendar?.workdays ?? []) {
    const day = time.dayNumber(date)
    const usual = spansOn(time.weekdayOf(day))
    days.set(day, usual.length > 0 ? usual : spansOn(makeUpDays))
  }
  for (const date of [...(calendar?.holidays ?? []), ...holidays])
    days.set(time.dayNumber(date), [])
  for (const [date, spans] of Object.entries(worked))
    days.set(time.dayNumber(date), exactSpans(spans))
  return (day: number) => days.get(day) ?? spansOn(time.weekdayOf(day))
}

/** The spans of a weekday. */
export function hoursOf(week: WeekHours, weekday: number): readonly string[] {
  return (week as Readonly<Record<number, readonly string[]>>)[weekday] ?? []
}

const exactSpans = (spans: readonly string[]) => spans.flatMap((span) => parseSpan(span) ?? [])

/** A span of a day `09:00-12:00`; undefined where it is none. */
export function parseSpan(text: string): time.HoursSpan | undefined {
  if (text.length !== 11 || text[5] !== '-') return undefined
  const [from, to] = [time.parseTimeOfDay(text.slice(0, 5)), time.parseTimeOfDay(text.slice(6))]
  return from === undefined || to === undefined || from >= to ? undefined : { from, to }
}

/** Refuses an instant on a day that is not covered. */
export function coveredDay(
  instant: number,
  { open, first, last }: ExactWorkingHours,
  path: issue.Path,
): number {
  const day = open.dayOf(instant)
  if (day >= first && day <= last) return day
  const dates = [day, first, last].map(time.dateOfDay)
  const [date = '', from = '', to = ''] = dates
  return issue.refuse(OUTSIDE_CALENDAR, path, { date, from, to })
}
