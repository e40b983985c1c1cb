import type { Issue } from '../kernel/index.js'
import * as issue from '../kernel/input/issue.js'
import * as read from '../kernel/input/read.js'
import * as time from '../kernel/time/time.js'
import { exactWorkingHours } from './exactWorkingHours.js'
import type { DefinedWorkingHours } from './types.js'

/**
 * The calendar date of an instant where the hours are kept: what belongs to which month is decided there.
 *
 * @throws SalesRulesError `INSTANT_INVALID`, `POLICY_NOT_DEFINED`.
 *
 * @example The last afternoon of January in London is the first night of February in Shanghai
 * ```ts
 * import { defineWorkingHours, localDateOf, periodOf } from 'sales-rules'
 *
 * const shanghai = defineWorkingHours({ timeZone: 'Asia/Shanghai', week: { 1: ['09:00-18:00'] } })
 * localDateOf('2026-01-31T16:30:00Z', shanghai) // => '2026-02-01'
 * periodOf(localDateOf('2026-01-31T16:30:00Z', shanghai), 'month') // => '2026-02'
 * ```
 */
export function localDateOf(instant: string, hours: DefinedWorkingHours): string {
  const { open } = exactWorkingHours(hours)
  const issues: Issue[] = []
  const given = read.instant(instant, ['instant'], issues)
  issue.refuseIfAny(issues)
  return time.dateOfDay(open.dayOf((given as time.Instant).at))
}
