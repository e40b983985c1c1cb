/** How long a customer stays with whoever owns them. */
import * as time from '../kernel/time/time.js'
import type { CustomerTenure, ProtectionRules, TenureEnd } from './types.js'

/** What the owners of a customer have done, each list from the earliest on. */
export interface OwnerRecords {
  readonly followUps: readonly OwnerRecord[]
  readonly deals: readonly OwnerRecord[]
  /** The last days of those who left; null while somebody is there. Null altogether where nobody said who there is. */
  readonly reps: ReadonlyMap<string, string | null> | null
}

export interface OwnerRecord {
  readonly rep: string
  readonly date: string
}

/** Whether somebody is there on a day. */
export function isThere(rep: string, date: string, { reps }: OwnerRecords): boolean {
  if (reps === null) return true
  const lastDay = reps.get(rep)
  return lastDay !== undefined && (lastDay === null || date <= lastDay)
}

/** A tenure as things stand: its last day is the earliest that anything ends it on. */
export function tenureOf(
  rep: string,
  from: string,
  rules: ProtectionRules,
  records: OwnerRecords,
): CustomerTenure {
  const own = ({ rep: by, date }: OwnerRecord) => by === rep && date >= from
  const deals = records.deals.filter(own).map(({ date }) => date)
  const followUps = records.followUps.filter(own).map(({ date }) => date)
  const { withoutFollowUpDays, withoutDealDays } = rules.pool ?? {}
  const ends: (readonly [TenureEnd, string | null])[] = [
    ['left', records.reps?.get(rep) ?? null],
    ['period-over', rules.days === undefined ? null : periodEnd(from, rules.days, deals)],
    ['no-follow-up', lastDayWith(from, [...followUps, ...deals].sort(), withoutFollowUpDays)],
    ['no-deal', lastDayWith(from, deals, withoutDealDays)],
  ]
  let [because, to]: readonly [TenureEnd | null, string | null] = [null, null]
  for (const [end, day] of ends)
    if (day !== null && (to === null || day < to)) [because, to] = [end, day]
  return { rep, from, to, because }
}

/** The last day that a report protects; null where a deal has come of it. */
function periodEnd(from: string, days: number, deals: readonly string[]): string | null {
  const last = time.addDays(from, days)
  return deals.some((date) => date <= last) ? null : last
}

/** The last day until which there was always one within so many days, counted from the start or from the one before. */
export function lastDayWith(
  from: string,
  dates: readonly string[],
  withinDays: number | undefined,
): string | null {
  if (withinDays === undefined) return null
  let last = from
  for (const date of dates) {
    if (time.daysBetween(last, date) > withinDays) break
    last = date
  }
  return time.addDays(last, withinDays)
}
