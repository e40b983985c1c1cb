/** How the time of a standard is counted: around the clock, while it is open, or by days; without what was on hold. */
import * as issue from '../kernel/input/issue.js'
import { WORKING_DAY_OUTSIDE_CALENDAR } from '../kernel/issues.js'
import * as time from '../kernel/time/time.js'
import { coveredDay, type ExactWorkingHours } from './exactWorkingHours.js'
import { HOURS_MISSING, OUTSIDE_WORKING_HOURS } from './issues.js'
import type { ServiceTarget, ServiceUnit } from './types.js'

/** An amount of time: milliseconds, or days. */
export interface ExactTime {
  readonly unit: ServiceUnit
  readonly amount: number
  readonly until: NonNullable<ServiceTarget['until']>
}

/** What was on hold: stretches that are over, in order, and since when it is on hold now. */
export interface Holds {
  readonly past: readonly time.Stretch[]
  readonly since: number | null
}

export const NO_HOLDS: Holds = { past: [], since: null }

/** A way to count time. Amounts are milliseconds, or days. */
export interface Clock {
  /** When so much has passed; null where it is on hold before. */
  readonly after: (from: number, amount: number) => number | null
  /** From when on so much passes until a later instant; from the first one where less passes between them. */
  readonly since: (from: number, to: number, amount: number) => number
  /** How much passes, up to what is asked for. */
  readonly between: (from: number, to: number, most: number) => number
  readonly write: (amount: number) => string
}

/** Where to mend a calendar that ends too early. */
const CALENDAR: issue.Path = ['hours', 'calendar']

export const isInDays = (unit: ServiceUnit) => unit === 'days' || unit === 'working-days'
export const isWorkingTime = (unit: ServiceUnit) => unit.startsWith('working-')

/** The clock by which a time is counted. */
export function exactClock(
  { unit, until }: Pick<ExactTime, 'unit' | 'until'>,
  holds: Holds,
  hours: ExactWorkingHours | null,
): Clock {
  if (!isWorkingTime(unit) && !isInDays(unit)) return hourClock(aroundTheClock, holds)
  if (hours === null) return issue.refuse(HOURS_MISSING, ['hours'], { unit })
  return isInDays(unit)
    ? dayClock({ isWorking: isWorkingTime(unit), until }, holds, hours)
    : hourClock(whileOpen(hours), holds)
}

/** Hours without holds. */
type Counted = Pick<time.OpenTime, 'between'> & {
  readonly after: (from: number, amount: number) => number
  readonly before: (to: number, amount: number) => number
}

const aroundTheClock: Counted = {
  between: (from, to) => to - from,
  after: (from, amount) => from + amount,
  before: (to, amount) => to - amount,
}

function whileOpen(hours: ExactWorkingHours): Counted {
  const { open, first, last } = hours
  const covered = (instant: number) => {
    coveredDay(instant, hours, CALENDAR)
    return instant
  }
  const leadsOut = (instant: number): never => {
    const [date = '', from = '', to = ''] = [open.dayOf(instant), first, last].map(time.dateOfDay)
    return issue.refuse(OUTSIDE_WORKING_HOURS, CALENDAR, { date, from, to })
  }
  return {
    between: (from, to) => open.between(covered(from), covered(to)),
    after: (from, amount) => open.after(covered(from), amount) ?? leadsOut(from),
    // Only asked for what was counted up to there.
    before: (to, amount) => open.before(to, amount) as number,
  }
}

/** A stretch that was not on hold; open where none follows that is. */
interface Run {
  readonly from: number
  readonly to: number | null
}

/** What was not on hold from one instant to another, or from one on. */
function runsOf({ past, since }: Holds, from: number, to: number | null): Run[] {
  const end = since !== null && (to === null || since < to) ? since : to
  const runs: Run[] = []
  let at = from
  for (const hold of past.filter((one) => one.to > from && (end === null || one.from < end))) {
    if (hold.from > at) runs.push({ from: at, to: hold.from })
    at = hold.to
  }
  if (end === null || end > at) runs.push({ from: at, to: end })
  return runs
}

function hourClock({ between, after, before }: Counted, holds: Holds): Clock {
  return {
    after: (from, amount) => {
      let left = amount
      for (const run of runsOf(holds, from, null)) {
        const passed = run.to === null ? left : between(run.from, run.to)
        if (left <= passed) return after(run.from, left)
        left -= passed
      }
      return null
    },
    since: (from, to, amount) => {
      let left = amount
      for (const run of runsOf(holds, from, to).reverse()) {
        const passed = between(run.from, run.to ?? to)
        if (left <= passed) return before(run.to ?? to, left)
        left -= passed
      }
      return from
    },
    between: (from, to, most) => {
      let passed = 0
      for (const run of runsOf(holds, from, to)) passed += between(run.from, run.to ?? to)
      return Math.min(passed, most)
    },
    write: time.writeDuration,
  }
}

interface DayCount {
  readonly isWorking: boolean
  readonly until: ExactTime['until']
}

/** The first day does not count, and one that was on hold when its hours were over does not either. */
function dayClock(count: DayCount, holds: Holds, hours: ExactWorkingHours): Clock {
  const { isWorking, until } = count
  const { open, first, last } = hours
  const closingOf = (day: number) =>
    isWorking ? (open.stretchesOf(day).at(-1)?.to ?? 0) : open.wholeDay(day).to
  const counts = dayCounter(count, holds, hours, closingOf)
  const endOf = (day: number) => (until === 'closing' ? closingOf(day) : open.wholeDay(day).to - 1)
  const dayOf = (instant: number) =>
    isWorking ? coveredDay(instant, hours, CALENDAR) : open.dayOf(instant)
  const isOut = (day: number) => isWorking && (day < first || day > last)
  const isHeldFrom = (day: number) => holds.since !== null && open.wholeDay(day).from >= holds.since
  return {
    after: (from, amount) => {
      let [day, left] = [dayOf(from), amount]
      while (left > 0) {
        day += 1
        if (isOut(day)) return refuseDay(dayOf(from), amount, hours)
        if (isHeldFrom(day)) return null
        left -= counts(day)
      }
      return endOf(day)
    },
    since: (from, to, amount) => {
      const start = dayOf(from)
      let [day, left] = [dayOf(to), amount]
      while (left > 0 || counts(day) === 0) {
        left -= counts(day)
        day -= 1
        if (day < start) return from
      }
      return Math.max(from, endOf(day))
    },
    between: (from, to, most) => {
      const end = dayOf(to)
      let days = 0
      for (let day = dayOf(from) + 1; day <= end && days < most; day += 1)
        if (counts(day) > 0 && closingOf(day) <= to) days += 1
      return days
    },
    write: (days) => `P${days}D`,
  }
}

/** What a day counts for: 1, or 0 where it is off, skipped by the clock, or on hold at its closing. */
function dayCounter(
  { isWorking }: DayCount,
  { past, since }: Holds,
  { isWorked, open }: ExactWorkingHours,
  closingOf: (day: number) => number,
) {
  const held = since === null ? past : [...past, { from: since, to: Number.POSITIVE_INFINITY }]
  const isHeld = (closing: number) => {
    const next = held[time.firstAt(held, ({ to }) => to >= closing)]
    return next !== undefined && next.from < closing
  }
  const isThere = (day: number) => {
    const { from, to } = open.wholeDay(day)
    return from < to
  }
  return (day: number) => {
    if (isWorking ? !isWorked(day) : !isThere(day)) return 0
    return held.length > 0 && isHeld(closingOf(day)) ? 0 : 1
  }
}

function refuseDay(start: number, days: number, { first, last }: ExactWorkingHours): never {
  const [date = '', from = '', to = ''] = [start, first, last].map(time.dateOfDay)
  return issue.refuse(WORKING_DAY_OUTSIDE_CALENDAR, CALENDAR, { date, days, from, to })
}
