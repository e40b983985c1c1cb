import type { Issue } from '../kernel/index.js'
import * as issue from '../kernel/input/issue.js'
import * as read from '../kernel/input/read.js'
import type * as time from '../kernel/time/time.js'
import { exactClock, NO_HOLDS } from './exactClock.js'
import { exactWorkingHours } from './exactWorkingHours.js'
import { readInOrder } from './read.js'
import type { DefinedWorkingHours } from './types.js'

/**
 * How much working time lies between two instants (SLA-10), as a duration by ISO 8601. An hour that the clock skips when it is put forward
 * is none; one that it shows twice is two.
 *
 * @throws SalesRulesError `INSTANT_INVALID`, `DATES_OUT_OF_ORDER`, `DATE_NOT_COVERED`, `POLICY_NOT_DEFINED`.
 *
 * @example Five minutes in the evening and five in the morning
 * ```ts
 * import { defineWorkingHours, workingTimeBetween } from 'sales-rules'
 *
 * const day = ['08:00-18:00']
 * const hours = defineWorkingHours({ timeZone: 'UTC', week: { 1: day, 2: day, 3: day, 4: day, 5: day } })
 * workingTimeBetween('2026-03-02T17:55:00Z', '2026-03-03T08:05:00Z', hours) // => 'PT10M'
 * ```
 */
export function workingTimeBetween(from: string, to: string, hours: DefinedWorkingHours): string {
  const exact = exactWorkingHours(hours)
  const issues: Issue[] = []
  const first = read.instant(from, ['from'], issues)
  const last = read.instant(to, ['to'], issues)
  if (first !== undefined && last !== undefined) readInOrder(first, last, ['to'], issues)
  issue.refuseIfAny(issues)
  const clock = exactClock({ unit: 'working-hours', until: 'end-of-day' }, NO_HOLDS, exact)
  const { at } = first as time.Instant
  return clock.write(clock.between(at, (last as time.Instant).at, Number.POSITIVE_INFINITY))
}
