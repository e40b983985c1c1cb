import type { Issue } from '../kernel/index.js'
import * as issue from '../kernel/input/issue.js'
import * as read from '../kernel/input/read.js'
import * as time from '../kernel/time/time.js'
import { exactClock, NO_HOLDS } from './exactClock.js'
import { NO_TIME_OF_ITS_OWN } from './issues.js'
import { readHours, readTime } from './read.js'
import type { DefinedWorkingHours, ServiceStandard, ServiceTarget } from './types.js'

/**
 * Says when something is due that has to be done within a time (SLA-1 to SLA-7, SLA-11). What was on hold is for
 * {@link checkServiceLevel}, which also says whether it was done in time.
 *
 * Hours and minutes are counted in real time, around the clock or while it is open; working time that is up at closing is due at that
 * closing, and not at the next opening. A time in days gives a day, until its end; the first day does not count, worked or not.
 *
 * @throws SalesRulesError `INSTANT_INVALID` for an instant without an offset, `VALUE_MISSING` for working time or days without hours,
 *   `DATE_NOT_COVERED` beyond the calendar, `NUMBER_OUT_OF_RANGE` for a time of 0, `VALUE_INVALID`, `POLICY_NOT_DEFINED`.
 *
 * @example Friday 16:00 and four hours of 08–17
 * ```ts
 * import { defineWorkingHours, dueAt } from 'sales-rules'
 *
 * const day = ['08:00-17:00']
 * const hours = defineWorkingHours({ timeZone: '+08:00', week: { 1: day, 2: day, 3: day, 4: day, 5: day } })
 * dueAt('2026-03-06T16:00:00+08:00', { within: 4, unit: 'working-hours' }, hours) // => '2026-03-09T11:00:00+08:00'
 * dueAt('2026-03-06T16:00:00+08:00', { within: 24, unit: 'hours' }) // => '2026-03-07T16:00:00+08:00'
 * ```
 *
 * @example Five working days over the Spring Festival of 2026
 * ```ts
 * import { defineWorkingHours, dueAt, handbook } from 'sales-rules'
 *
 * const day = ['09:00-18:00']
 * const hours = defineWorkingHours({
 *   timeZone: 'Asia/Shanghai',
 *   week: { 1: day, 2: day, 3: day, 4: day, 5: day },
 *   calendar: handbook.chinaCalendar,
 *   makeUpDays: 5,
 * })
 * const received = '2026-02-13T10:00:00+08:00'
 * dueAt(received, { within: 5, unit: 'working-days' }, hours) // => '2026-02-27T23:59:59.999+08:00'
 * dueAt(received, { within: 5, unit: 'working-days', until: 'closing' }, hours) // => '2026-02-27T18:00:00+08:00'
 * ```
 */
export function dueAt(
  instant: string,
  standard: ServiceTarget | ServiceStandard,
  hours?: DefinedWorkingHours | null,
): string {
  const exact = readHours(hours)
  const issues: Issue[] = []
  const from = read.instant(instant, ['instant'], issues)
  const target = readTarget(standard, issues)
  issue.refuseIfAny(issues)
  if (from === undefined || target === undefined) return ''
  const at = exactClock(target, NO_HOLDS, exact).after(from.at, target.amount) ?? from.at
  return time.writeInstant({ at, offset: exact === null ? from.offset : exact.open.offsetAt(at) })
}

const KEYS = ['id', 'clauses', 'within', 'unit', 'until', 'buffer', 'warning', 'namedContact']

function readTarget(standard: unknown, issues: Issue[]) {
  const path = ['standard']
  const fields = read.fields(standard, path, KEYS, issues)
  if (fields === undefined) return undefined
  if ((fields['within'] ?? fields['unit'] ?? null) !== null)
    return readTime(fields, 'within', path, issues)
  issue.add(issues, issue.at(NO_TIME_OF_ITS_OWN, [...path, 'within'], {}))
  return undefined
}
