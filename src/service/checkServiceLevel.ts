import * as time from '../kernel/time/time.js'
import { computeStanding, type ExactCase, readCase, type Standing } from './exactCase.js'
import { exactServiceStandards } from './exactServiceStandards.js'
import type { ExactWorkingHours } from './exactWorkingHours.js'
import { readHours } from './read.js'
import type {
  DefinedServiceStandards,
  DefinedWorkingHours,
  Lateness,
  ServiceCase,
  ServiceLevel,
} from './types.js'

/**
 * Says whether a case was done in time, how late it is, or how much of its time is left (SLA-1 to SLA-8, SLA-11).
 *
 * On time is until the due instant, that instant included, and until the end of the buffer where the standard has one. What was on hold does
 * not count: of working time its hours, of days those at whose closing it was on hold. While it is on hold nothing is due, and what
 * was used and what is left stand still. Once time is up, no hold brings it back.
 *
 * @throws SalesRulesError `NOT_IN_POLICY` for a standard that the policy does not have, `INSTANT_INVALID`, `DATES_OUT_OF_ORDER`,
 *   `DATE_NOT_COVERED`, `VALUE_MISSING` for hours, a contact or the instant as of which you ask, `POLICY_CONFLICT`, `POLICY_NOT_DEFINED`.
 *
 * @example A complaint that waits for the customer from Friday to Monday, and a lead that was called too late
 * ```ts
 * import { checkServiceLevel, handbook } from 'sales-rules'
 *
 * const complaint = {
 *   standard: 'complaint-resolution',
 *   started: '2026-03-05T12:00:00+08:00',
 *   holds: [{ from: '2026-03-06T12:00:00+08:00', to: '2026-03-09T12:00:00+08:00' }],
 *   asOf: '2026-03-10T12:00:00+08:00',
 * }
 * const open = checkServiceLevel(complaint, handbook.service)
 * open.due // => '2026-03-11T12:00:00+08:00'
 * open.state // => 'open'
 * open.used // => 'PT48H'
 * open.left // => 'PT24H'
 * open.held // => 'PT72H'
 *
 * const lead = { standard: 'first-contact', started: '2026-03-05T12:00:00+08:00', done: '2026-03-06T13:30:00+08:00' }
 * checkServiceLevel(lead, handbook.service).late // => { elapsed: 'PT1H30M', working: null }
 * ```
 */
export function checkServiceLevel(
  serviceCase: ServiceCase,
  policy: DefinedServiceStandards,
  hours?: DefinedWorkingHours | null,
): ServiceLevel {
  const context = { policy: exactServiceStandards(policy), hours: readHours(hours) }
  const one = readCase(serviceCase, ['case'], context)
  return {
    ...writeLevel(one, computeStanding(one, context), context.hours),
    policy: context.policy.policy,
    clauses: one.standard.standard.clauses,
  }
}

function writeLevel(
  one: ExactCase,
  standing: Standing,
  hours: ExactWorkingHours | null,
): Omit<ServiceLevel, 'policy' | 'clauses'> {
  const { started, agreed, done, asOf } = one
  const { state, due, latest, warnAt, spent, lateBy, end } = standing
  const offset = (started ?? agreed)?.offset ?? 0
  const write = (at: number | null) =>
    at === null ? null : time.writeInstant({ at, offset: hours?.open.offsetAt(at) ?? offset })
  const amount = (key: 'used' | 'left' | 'held') =>
    spent === null ? null : spent.clock.write(spent[key])
  return {
    case: one.id,
    rep: one.rep,
    customerKind: one.customerKind,
    contact: one.contact,
    standard: one.standard.standard.id,
    state,
    started: write(started?.at ?? null),
    done: write(done?.at ?? null),
    asOf: write(asOf?.at ?? null),
    due: write(due),
    latest: write(latest),
    warnAt: write(warnAt),
    atRisk: state === 'open' && warnAt !== null && end >= warnAt,
    onHold: done === null && one.holds.since !== null,
    insideBuffer: state === 'met' && due !== null && end > due,
    used: amount('used'),
    left: amount('left'),
    held: amount('held'),
    late: lateBy && writeLateness(lateBy),
  }
}

export function writeLateness({ elapsed, working }: NonNullable<Standing['lateBy']>): Lateness {
  return {
    elapsed: time.writeDuration(elapsed),
    working: working === null ? null : time.writeDuration(working),
  }
}
