import type { DefinedCalendar } from '../kernel/index.js'
import * as issue from '../kernel/input/issue.js'
import * as fraction from '../kernel/number/fraction.js'
import * as time from '../kernel/time/time.js'
import { type CustomerCare, daysDone, readCustomerCare } from './exactCareFacts.js'
import {
  DISSATISFIED,
  type ExactCarePolicy,
  exactCarePolicy,
  intervalOf,
} from './exactCarePolicy.js'
import {
  dayAfterIntervals,
  earlier,
  firstOpen,
  listedSchedule,
  type Rhythm,
  type Schedule,
  scheduleFrom,
  yearlySchedule,
} from './exactRhythm.js'
import { HOLIDAYS_UNKNOWN } from './issues.js'
import { byText } from './read.js'
import type {
  CareDue,
  CareFacts,
  CareItem,
  CareRhythm,
  DefinedCarePolicy,
  OccasionRules,
} from './types.js'

/**
 * Says what care a customer is due on a day, what is overdue, and since when (HEA-5 to HEA-9, LEA-8).
 *
 * One mechanism serves every rhythm: follow-ups by tier, on working days or any others, checks and surveys each quarter, reports each month,
 * profiles to refresh, the customer's own dates and holidays, and the measure that a dissatisfied answer opens. Care counts from the last time it was
 * done, or, on a schedule, from the start: whoever is early has done the next day of it, and whoever is late all that were missed. Care is due
 * on its day and overdue from the next, until it is done. An entry that is wrong is left out, and named in `issues`, so that what it was for
 * stays due.
 *
 * @throws SalesRulesError `NOT_IN_POLICY` for a tier or a start of care that the policy does not have, `VALUE_MISSING` for a calendar where
 *   working days count, `DATE_NOT_COVERED` outside of it, `DATE_INVALID`, `POLICY_NOT_DEFINED`.
 *
 * @example A VIP on the Monday after National Day: daily is each working day, and the Saturday before is one
 * ```ts
 * import { careDue, handbook } from 'sales-rules'
 *
 * const customer = {
 *   customer: 'Acme', tier: 'vip', asOf: '2026-10-12', since: '2026-10-01',
 *   done: [{ care: 'follow-up', date: '2026-10-09' }],
 *   dates: [{ id: 'birthday', date: '1980-10-15', of: 'Wang' }],
 * }
 * const [followUp, birthday] = careDue(customer, handbook.care, handbook.chinaCalendar).items
 * followUp?.care // => 'follow-up'
 * followUp?.due // => '2026-10-10'
 * followUp?.state // => 'overdue'
 * followUp?.daysOverdue // => 2
 * birthday?.for // => 'Wang'
 * birthday?.due // => '2026-10-15'
 * birthday?.state // => 'due'
 * ```
 */
export function careDue(
  customer: CareFacts,
  policy: DefinedCarePolicy,
  calendar: DefinedCalendar | null = null,
): CareDue {
  const exact = exactCarePolicy(policy)
  const facts = readCustomerCare(customer, exact)
  const context = { facts, exact, calendar }
  const rhythms = exact.rules.rhythms.flatMap((rhythm) => rhythmItem(rhythm, context) ?? [])
  const items = [...rhythms, ...occasionItems(context), ...answerItems(context)]
  return writeCare(items, context)
}

interface Context {
  readonly facts: CustomerCare
  readonly exact: ExactCarePolicy
  readonly calendar: DefinedCalendar | null
}

/** An item as far as its dates go. */
interface Due {
  readonly care: string
  readonly for: string | null
  readonly from: string
  readonly due: string
  readonly last: string | null
  readonly clause: string
}

/** The next time that care of a rhythm is due; undefined where the tier has none. */
function rhythmItem(rhythm: CareRhythm, context: Context): Due | undefined {
  const { facts, calendar } = context
  const interval = intervalOf(rhythm.intervals, facts.tier)
  if (interval === undefined) return undefined
  const { id: care, clause } = rhythm
  const start = facts.starts.get(care) ?? facts.since
  const done = daysDone(care, null, facts)
  const last = done.at(-1) ?? null
  const exact: Rhythm = { ...interval, care, calendar }
  const due =
    rhythm.countsFrom === 'last'
      ? dayAfterIntervals(last === null || last < start ? start : last, 1, exact)
      : openDay(done, scheduleFrom(start, exact), start)
  return { care, for: null, from: due, due, last, clause }
}

/** The first day of a schedule for which nothing was done since its start. */
function openDay(done: readonly string[], schedule: Schedule, start: string): string {
  const since = done.filter((date) => date > start)
  return schedule.at(firstOpen(since, schedule)) as string
}

/** The customer's own dates, and holidays. */
function occasionItems(context: Context): Due[] {
  const { facts, exact } = context
  const { occasions } = exact.rules
  if (occasions === undefined || occasions.tiers?.includes(facts.tier) === false) return []
  const { yearly, holidays } = occasions
  const own = yearly.flatMap((id) =>
    facts.dates
      .filter((date) => date.id === id)
      .flatMap(({ date, of }) => {
        const start = startOf(id, facts)
        return occasionItem({ care: id, for: of }, yearlySchedule(date, start), occasions, facts)
      }),
  )
  if (holidays === undefined) return own
  nameUnknownHolidays(holidays, occasions.daysAhead, facts)
  const ids = [...new Set(holidays.days.map(({ id }) => id))]
  const common = ids.flatMap((id) => {
    const dates = holidays.days.flatMap((day) => (day.id === id ? [day.date] : []))
    const schedule = listedSchedule(dates, startOf(id, facts))
    return occasionItem({ care: id, for: null }, schedule, occasions, facts)
  })
  return [...own, ...common]
}

const startOf = (care: string, { starts, since }: CustomerCare) => starts.get(care) ?? since

/** A holiday of a year that nobody has announced cannot be guessed: what is not looked at is said. */
function nameUnknownHolidays(
  { from, to }: NonNullable<OccasionRules['holidays']>,
  daysAhead: number,
  { asOf, issues }: CustomerCare,
): void {
  const date = issue.within(['customer', 'asOf'], () => time.addDays(asOf, daysAhead))
  if (date <= to && asOf >= from) return
  const params = { date: asOf < from ? asOf : date, from, to }
  issue.add(issues, issue.at(HOLIDAYS_UNKNOWN, ['customer', 'asOf'], params))
}

function occasionItem(
  { care, for: whose }: Pick<Due, 'care' | 'for'>,
  schedule: Schedule,
  { daysAhead, lapsesAfterDays, clause }: OccasionRules,
  facts: CustomerCare,
): Due[] {
  const done = daysDone(care, whose, facts)
  const start = startOf(care, facts)
  const since = done.filter((date) => date > start)
  const open = firstOpen(since, schedule, { aheadDays: daysAhead, lapsesAfterDays })
  const kept =
    lapsesAfterDays === undefined
      ? open
      : Math.max(open, schedule.before(earlier(facts.asOf, lapsesAfterDays)))
  const due = schedule.at(kept)
  if (due === undefined) return []
  return [
    { care, for: whose, from: earlier(due, daysAhead), due, last: done.at(-1) ?? null, clause },
  ]
}

/** The measures that dissatisfied answers have opened, until they are closed: due at the next follow-up, and at the latest when they must be closed. */
function answerItems({ facts, exact, calendar }: Context): Due[] {
  const { dissatisfaction } = exact
  if (dissatisfaction === null) return []
  const { rules, below } = dissatisfaction
  const open = facts.answers.filter(
    ({ rating, closed }) => closed === null && fraction.compare(rating, below) < 0,
  )
  return open.map(({ id, date }) => {
    const done = daysDone(DISSATISFIED, id, facts).filter((day) => day >= date)
    const rhythm: Rhythm = { every: rules.every, unit: rules.unit, care: DISSATISFIED, calendar }
    const last = done.at(-1) ?? null
    const next = dayAfterIntervals(last ?? date, 1, rhythm)
    const close = issue.within(['calendar'], () => time.addDays(date, rules.closeWithinDays))
    const due = next < close ? next : close
    return { care: DISSATISFIED, for: id, from: due, due, last, clause: rules.clause }
  })
}

function writeCare(items: readonly Due[], { facts, exact }: Context): CareDue {
  const { customer, tier, asOf, issues } = facts
  const { rhythms, occasions } = exact.rules
  const written = items
    .map((item) => writeItem(item, asOf))
    .sort(
      (a, b) => byText(a.due, b.due) || byText(a.care, b.care) || byText(a.for ?? '', b.for ?? ''),
    )
  const isForAll = occasions === undefined || occasions.tiers?.includes(tier) !== false
  return {
    customer,
    tier,
    asOf,
    items: written,
    notForTier: [
      ...rhythms
        .filter(({ intervals }) => intervalOf(intervals, tier) === undefined)
        .map(({ id }) => id),
      ...(isForAll ? [] : exact.cares.filter((care) => isOccasion(care, occasions))),
    ],
    issues,
    policy: exact.policy,
    clauses: [...new Set(written.map(({ clause }) => clause))],
  }
}

function isOccasion(care: string, { yearly, holidays }: OccasionRules): boolean {
  return yearly.includes(care) || (holidays?.days.some(({ id }) => id === care) ?? false)
}

function writeItem({ care, for: whose, from, due, last, clause }: Due, asOf: string): CareItem {
  const daysOverdue = Math.max(time.daysBetween(due, asOf), 0)
  const isOverdue = daysOverdue > 0
  const state = isOverdue ? 'overdue' : asOf >= from ? 'due' : 'upcoming'
  return {
    care,
    for: whose,
    from,
    due,
    state,
    overdueSince: isOverdue ? time.addDays(due, 1) : null,
    daysOverdue,
    last,
    clause,
  }
}
