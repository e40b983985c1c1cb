/** How long a customer stays with whoever owns them. */
import * as time from '../kernel/time/time.js'
import type { CustomerTenure, ProtectionRules, TenureEnd } from './types.js'

/** What the owners of a customer have done. */
export interface OwnerRecords {
  /** The days of their follow-ups, and of their deals, which are follow-ups as well: by rep, from the earliest on. */
  readonly contacts: DaysByRep
  readonly deals: DaysByRep
  /** The last days of those who left; null while somebody is there. Null altogether where nobody said who there is. */
  readonly reps: ReadonlyMap<string, string | null> | null
}

export interface OwnerRecord {
  readonly rep: string
  readonly date: string
}

export type DaysByRep = ReadonlyMap<string, readonly string[]>

/** The days of each rep, each once, from the earliest on. */
export function daysByRep(records: readonly OwnerRecord[]): DaysByRep {
  const days = new Map<string, Set<string>>()
  for (const { rep, date } of records) {
    const own = days.get(rep) ?? new Set<string>()
    days.set(rep, own.add(date))
  }
  return new Map([...days].map(([rep, own]) => [rep, [...own].sort()]))
}

/** Whether somebody is there on a day. */
export function isThere(rep: string, date: string, { reps }: Pick<OwnerRecords, 'reps'>): boolean {
  if (reps === null) return true
  const lastDay = reps.get(rep)
  return lastDay !== undefined && (lastDay === null || date <= lastDay)
}

/** What may end a tenure, and on which last day. */
export type PossibleEnd = readonly [because: TenureEnd, lastDay: string | null]

/** A tenure as things stand: its last day is the earliest that anything ends it on. */
export function tenureOf(
  rep: string,
  from: string,
  rules: ProtectionRules,
  { contacts, deals, reps }: OwnerRecords,
): CustomerTenure {
  const { withoutFollowUpDays, withoutDealDays } = rules.pool ?? {}
  const dealDays = deals.get(rep) ?? []
  return {
    ...{ rep, from },
    ...firstEnd([
      ['left', reps?.get(rep) ?? null],
      ['period-over', rules.days === undefined ? null : periodEnd(from, rules.days, dealDays)],
      ['no-follow-up', lastDayWith(from, contacts.get(rep) ?? [], withoutFollowUpDays)],
      ['no-deal', lastDayWith(from, dealDays, withoutDealDays)],
    ]),
  }
}

/** The earliest end; of those on one day the first that is named. */
export function firstEnd(ends: readonly PossibleEnd[]): Pick<CustomerTenure, 'to' | 'because'> {
  let first: Pick<CustomerTenure, 'to' | 'because'> = { to: null, because: null }
  for (const [because, to] of ends)
    if (to !== null && (first.to === null || to < first.to)) first = { to, because }
  return first
}

/** The last day that a report protects; null where a deal has come of it. */
function periodEnd(from: string, days: number, deals: readonly string[]): string | null {
  const last = lastDayAfter(from, days)
  const deal = deals[firstFrom(from, deals)]
  return deal !== undefined && deal <= last ? null : last
}

/** The last day until which there was always one within so many days, counted from the start or from the one before. */
function lastDayWith(
  from: string,
  dates: readonly string[],
  withinDays: number | undefined,
): string | null {
  if (withinDays === undefined) return null
  let last = from
  for (let index = firstFrom(from, dates); index < dates.length; index += 1) {
    const date = dates[index] ?? last
    if (time.daysBetween(last, date) > withinDays) break
    last = date
  }
  return lastDayAfter(last, withinDays)
}

/** The position of the first that is not before a day, by halving what is sorted. */
function firstFrom(from: string, dates: readonly string[]): number {
  let [low, high] = [0, dates.length]
  while (low < high) {
    const middle = Math.floor((low + high) / 2)
    if ((dates[middle] ?? '') < from) low = middle + 1
    else high = middle
  }
  return low
}

/** So many days later, or the last day there is. */
export function lastDayAfter(date: string, days: number): string {
  const day = Math.min(time.dayNumber(date) + days, time.dayNumber(time.LAST_DATE))
  return time.dateOfDay(day)
}

/** Whether a rep claims again whom they let fall only so many days ago. */
export function isTooSoon(fell: string | null, date: string, { limits }: ProtectionRules): boolean {
  const days = limits?.reclaimAfterDays
  if (days === undefined || fell === null || fell >= date) return false
  return time.daysBetween(fell, date) <= days
}
