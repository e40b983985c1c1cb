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
  /** From when on so much passes until an instant. */
  readonly before: (to: number, amount: number) => number
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
    before: (to, amount) => open.before(covered(to), amount) ?? leadsOut(to),
  }
}

function hourClock({ between, after, before }: Counted, { past, since }: Holds): Clock {
  const heldUntil = (to: number) =>
    since !== null && since < to ? [...past, { from: since, to }] : past
  return {
    after: (from, amount) => {
      let [at, left] = [from, amount]
      for (const hold of since === null ? past : [...past, { from: since, to: null }]) {
        if (hold.to !== null && hold.to <= at) continue
        if (hold.from > at) {
          const passed = between(at, hold.from)
          if (left <= passed) return after(at, left)
          left -= passed
        }
        if (hold.to === null) return null
        at = hold.to
      }
      return after(at, left)
    },
    before: (to, amount) => {
      let [at, left] = [to, amount]
      for (const hold of [...heldUntil(to)].reverse()) {
        if (hold.from >= at) continue
        if (hold.to < at) {
          const passed = between(hold.to, at)
          if (left <= passed) return before(at, left)
          left -= passed
        }
        at = hold.from
      }
      return before(at, left)
    },
    between: (from, to, most) => {
      let passed = between(from, to)
      for (const hold of heldUntil(to)) {
        const held = { from: Math.max(from, hold.from), to: Math.min(to, hold.to) }
        if (held.from < held.to) passed -= between(held.from, held.to)
      }
      return Math.min(passed, most)
    },
    write: time.writeDuration,
  }
}

/** The first day does not count, and one that was on hold from its first to its last hour does not either. */
function dayClock(
  { isWorking, until }: { readonly isWorking: boolean; readonly until: ExactTime['until'] },
  { past, since }: Holds,
  hours: ExactWorkingHours,
): Clock {
  const { open, isWorked } = hours
  const held = since === null ? past : [...past, { from: since, to: Number.POSITIVE_INFINITY }]
  const isHeld = (day: number) => {
    const parts = isWorking ? open.stretchesOf(day) : [open.wholeDay(day)]
    const covers = (part: time.Stretch) =>
      held.some(({ from, to }) => from <= part.from && to >= part.to)
    return parts.every(covers)
  }
  const counts = (day: number) =>
    (!isWorking || isWorked(day)) && (held.length === 0 || !isHeld(day))
  const endOf = (day: number) =>
    until === 'closing' ? (open.stretchesOf(day).at(-1)?.to ?? 0) : open.wholeDay(day).to - 1
  const dayOf = (instant: number) =>
    isWorking ? coveredDay(instant, hours, CALENDAR) : open.dayOf(instant)
  return {
    after: (from, amount) => {
      const start = dayOf(from)
      let [day, left] = [start, amount]
      while (left > 0) {
        day += 1
        if (isWorking && day > hours.last) return refuseDay(start, amount, hours)
        if (since !== null && open.wholeDay(day).from >= since) return null
        if (counts(day)) left -= 1
      }
      return endOf(day)
    },
    before: (to, amount) => {
      let [day, left] = [dayOf(to), amount]
      while (left > 0 || !counts(day)) {
        if (isWorking && day < hours.first) return refuseDay(dayOf(to), -amount, hours)
        if (counts(day)) left -= 1
        day -= 1
      }
      return endOf(day)
    },
    between: (from, to, most) => {
      const last = dayOf(to)
      let days = 0
      for (let day = dayOf(from) + 1; day <= last && days < most; day += 1)
        if (counts(day) && endOf(day) <= to) days += 1
      return days
    },
    write: (days) => `P${days}D`,
  }
}

function refuseDay(start: number, days: number, { first, last }: ExactWorkingHours): never {
  const [date = '', from = '', to = ''] = [start, first, last].map(time.dateOfDay)
  return issue.refuse(WORKING_DAY_OUTSIDE_CALENDAR, CALENDAR, { date, days, from, to })
}
