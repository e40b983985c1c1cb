import type { Issue } from '../kernel/index.js'
import * as issue from '../kernel/input/issue.js'
import * as read from '../kernel/input/read.js'
import * as time from '../kernel/time/time.js'
import { exactWorkingHours } from './exactWorkingHours.js'
import { LOCAL_TIME_MISSING } from './issues.js'
import type { DefinedWorkingHours } from './types.js'

/**
 * When the clock on the wall shows a time, where the hours are kept: one instant, or two in the night in which the clock is put back. A time
 * that it never shows, as it is put forward over it, is refused: it is never moved.
 *
 * @throws SalesRulesError `LOCAL_TIME_MISSING`, `INSTANT_INVALID`, `DATE_NOT_COVERED`, `POLICY_NOT_DEFINED`.
 *
 * @example The two nights of New York in 2026
 * ```ts
 * import { attempt, defineWorkingHours, instantsOf } from 'sales-rules'
 *
 * const newYork = defineWorkingHours({ timeZone: 'America/New_York', week: { 1: ['09:00-17:00'] } })
 * instantsOf('2026-11-01T01:30', newYork) // => ['2026-11-01T01:30:00-04:00', '2026-11-01T01:30:00-05:00']
 * attempt(() => instantsOf('2026-03-08T02:30', newYork)).ok // => false
 * ```
 */
export function instantsOf(localTime: string, hours: DefinedWorkingHours): readonly string[] {
  const { open, zone } = exactWorkingHours(hours)
  const issues: Issue[] = []
  const local = read.localTime(localTime, ['localTime'], issues)
  issue.refuseIfAny(issues)
  const instants = open.instantsAt(local as number)
  if (instants.length > 0)
    return instants.map((at) => time.writeInstant({ at, offset: open.offsetAt(at) }))
  return issue.refuse(LOCAL_TIME_MISSING, ['localTime'], { given: localTime, zone })
}
