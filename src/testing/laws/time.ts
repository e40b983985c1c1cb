/** What holds for any calendar, any working hours and any standards of service. */
import { addWorkingDays, countWorkingDays, type DefinedCalendar } from '../../kernel/index.js'
import { attempt } from '../../kernel/input/attempt.js'
import * as read from '../../kernel/input/read.js'
import * as defined from '../../kernel/policy/defined.js'
import * as time from '../../kernel/time/time.js'
import {
  checkServiceLevel,
  type DefinedServiceStandards,
  type DefinedWorkingHours,
  dueAt,
  workingTimeBetween,
} from '../../service/index.js'
import { type AnyLaw, differing, law } from '../law.js'
import type { FastCheck } from '../types.js'

/** The laws of a calendar. */
export function calendarLaws(fc: FastCheck, calendar: DefinedCalendar): AnyLaw[] {
  const { from, to } = calendar
  const most = countWorkingDays(from, to, calendar)
  if (most < 2) return []
  const cases = fc.record({
    day: fc.nat({ max: time.daysBetween(from, to) }).map((days) => time.addDays(from, days)),
    count: fc.nat({ max: 60 }),
  })
  return [
    law(fc, {
      name: 'each added working day moves the date forward, and as many working days are counted',
      of: 'library',
      cases,
      broken: ({ day, count }) => {
        // So many as are left after the day itself.
        const left = day === to ? 0 : countWorkingDays(time.addDays(day, 1), to, calendar)
        const added = Math.min(count, left)
        if (added < 1) return null
        const [before, after] = [added - 1, added].map((days) =>
          addWorkingDays(day, days, calendar),
        )
        if (before === undefined || after === undefined) return null
        if (after <= before) return `${added} working days from ${day} is ${after}, after ${before}`
        const counted = countWorkingDays(time.addDays(day, 1), after, calendar)
        return differing(`working days from ${day} to ${after}`, counted, added)
      },
    }),
  ]
}

/** The laws of working hours. */
export function workingHoursLaws(fc: FastCheck, hours: DefinedWorkingHours): AnyLaw[] {
  const dueAfter = (start: string, minutes: number) =>
    attempt(() => dueAt(start, { within: minutes, unit: 'working-minutes' }, hours))
  return [
    law(fc, {
      name: 'what is due in working time has exactly that much of it, and is due later with each minute more',
      of: 'library',
      cases: fc.record({
        start: drawInstant(fc, hours.calendar),
        minutes: fc.integer({ min: 1, max: 900 }),
      }),
      broken: ({ start, minutes }) => {
        const [due, next] = [dueAfter(start, minutes), dueAfter(start, minutes + 1)]
        // Beyond the calendar nobody knows.
        if (!due.ok || !next.ok) return null
        if (instantOf(next.value) <= instantOf(due.value))
          return `${minutes} minutes from ${start} are due at ${due.value}, and one more at ${next.value}`
        const worked = workingTimeBetween(start, due.value, hours)
        return differing('working time', worked, time.writeDuration(minutes * MINUTE))
      },
    }),
    law(fc, {
      name: 'what starts later is never due earlier',
      of: 'library',
      cases: fc.record({
        start: drawInstant(fc, hours.calendar),
        later: fc.nat({ max: 5_000 }),
        minutes: fc.integer({ min: 1, max: 900 }),
      }),
      broken: ({ start, later, minutes }) => {
        const [due, other] = [dueAfter(start, minutes), dueAfter(after(start, later), minutes)]
        if (!due.ok || !other.ok || instantOf(other.value) >= instantOf(due.value)) return null
        return `from ${start} it is due at ${due.value}, and ${later} minutes later at ${other.value}`
      },
    }),
  ]
}

const DAY_OF_WORK = ['09:00-12:00', '13:00-17:00']

/** A week of five days, for standards that count days or working time. */
const OFFICE = /* @__PURE__ */ defined.seal('WorkingHours', {
  timeZone: 'UTC',
  week: { 1: DAY_OF_WORK, 2: DAY_OF_WORK, 3: DAY_OF_WORK, 4: DAY_OF_WORK, 5: DAY_OF_WORK },
  holidays: ['2026-05-01'],
  worked: {},
})

/** The laws of standards of service, of those that say how long a case may take. */
export function serviceLaws(fc: FastCheck, policy: DefinedServiceStandards): AnyLaw[] {
  const timed = policy.standards.filter(({ unit }) => unit !== undefined)
  if (timed.length === 0) return []
  return [
    law(fc, {
      name: 'a case is met at the latest instant that its standard leaves, and late right after',
      of: 'library',
      cases: fc.record({
        standard: fc.constantFrom(...timed.map(({ id }) => id)),
        started: drawInstant(fc),
      }),
      broken: ({ standard, started }) => {
        const levelAt = (done: string | null) =>
          checkServiceLevel({ standard, started, contact: 'C', done, asOf: FAR }, policy, OFFICE)
        const { latest } = levelAt(null)
        if (latest === null) return null
        return (
          differing(`done at ${latest}`, levelAt(latest).state, 'met') ??
          differing(`done after ${latest}`, levelAt(after(latest, 1)).state, 'late')
        )
      },
    }),
  ]
}

const MINUTE = 60_000
const DAY = 24 * 60
const FAR = '2030-01-01T00:00:00Z'

/** An instant on the minute: in 2026, or in the first three quarters of a calendar. */
function drawInstant(fc: FastCheck, covered?: { readonly from: string; readonly to: string }) {
  const { from, to } = covered ?? { from: '2026-01-01', to: '2026-12-31' }
  const days = Math.ceil(time.daysBetween(from, to) * 0.75)
  return fc.nat({ max: days * DAY }).map((minutes): string => after(`${from}T12:00:00Z`, minutes))
}

function instantOf(text: string): number {
  return read.instant(text, [], [])?.at ?? 0
}

function after(instant: string, minutes: number): string {
  return time.writeInstant({ at: instantOf(instant) + minutes * MINUTE, offset: 0 })
}
