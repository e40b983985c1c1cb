import type { Issue, Path } from '../../kernel/index.js'
import * as issue from '../../kernel/input/issue.js'
import * as read from '../../kernel/input/read.js'
import * as fraction from '../../kernel/number/fraction.js'
import * as time from '../../kernel/time/time.js'
import { type GivenLine, refundedId } from '../lines/readLine.js'
import { isAtOnce } from '../plan/paymentParts.js'
import type { Account, AccountPeriod } from './account.js'
import { PERIODS_TO_RESTATE, PLAN_OF_PERIOD_MISSING, REFUND_NOT_RESTATED } from './issues.js'
import type { ReadCorrection, Restated } from './readAdjustments.js'
import type { Plans } from './readPeriodRow.js'
import { sharesOrders } from './sharedOrders.js'

interface Given {
  readonly plans: Plans
  /** Of the period that the corrections come with. */
  readonly path: Path
}

/** Whether a correction is taken by its facts: the plan of then is known, and computed it. */
export function isByFacts(
  { plan: then }: Pick<AccountPeriod, 'plan'>,
  { plan: by }: Restated,
  plans: Plans,
): boolean {
  return then === by && plans.has(then)
}

/**
 * Refuses a correction whose figure does not say all that it changes. Where a period counts to date, those after it in its stretch must be
 * corrected as well; and what counts sales of another stretch, or waits for invoices or cash, only its own plan computes again.
 */
export function refuseIncomplete(
  corrections: readonly ReadCorrection[],
  account: Account,
  { plans, path }: Given,
): void {
  const given = new Set(corrections.map(({ period }) => period.name))
  issue.refuseIfAny(
    corrections.flatMap((one): Issue[] => {
      const { plan, periods } = needsOf(one, account, plans)
      if (plan !== null) {
        const params = { period: plan.read.period.name }
        return [issue.at(PLAN_OF_PERIOD_MISSING, ['earlierPlans'], params)]
      }
      const missing = periods.filter((name) => !given.has(name))
      if (missing.length === 0) return []
      const params = { period: one.period.name, periods: missing }
      return [issue.at(PERIODS_TO_RESTATE, [...path, ...one.path], params)]
    }),
  )
}

/** What a correction needs beside itself: corrections of other periods; the plan of one. */
interface Needs {
  readonly plan: AccountPeriod | null
  readonly periods: readonly string[]
}

const NOTHING: Needs = { plan: null, periods: [] }

function needsOf({ period, from }: ReadCorrection, account: Account, plans: Plans): Needs {
  if (from === null) return NOTHING
  const years = [account.lastYear, account.year].map((year) => year?.periods ?? [])
  const isOwn = (one: AccountPeriod) => time.isSamePeriod(one.read.period, period)
  const year = years.find((periods) => periods.some(isOwn))
  if (year === undefined) return { plan: null, periods: from.alsoRestate }
  const all = years.flat()
  const later = all.slice(all.findIndex(isOwn) + 1)
  return needsIn({ year, index: year.findIndex(isOwn), all, later }, from, plans)
}

/** A period among those of its year, all of the account, and those that were settled after it. */
interface Standing {
  readonly year: readonly AccountPeriod[]
  readonly index: number
  readonly all: readonly AccountPeriod[]
  readonly later: readonly AccountPeriod[]
}

function needsIn({ year, index, all, later }: Standing, from: Restated, plans: Plans): Needs {
  const own = year[index] as AccountPeriod
  const isKin = sharesOrders([...(own.read.sales.lines ?? []), ...linesOf(from)])
  const isFigure = !isByFacts(own, from, plans)
  // What a refund takes back of a line, now or later, is what its plan paid for it.
  const hasLines = own.read.sales.lines !== undefined || from.now['lines'] !== undefined
  const isKnown = plans.has(own.plan) || !hasLines
  const isAlone = !hasAwards(own, from, plans) || !all.some((one) => one !== own && isKin(one))
  const isWhole = isKnown && saysAll(year, index) && !refundsOthers(from) && isAlone
  const plan =
    isFigure && !isWhole
      ? own
      : (countingWithout(plans, year, index) ??
        refundingWithout(plans, own, later) ??
        later.find((one) => one.hasAwards && isKept(one, plans) && isKin(one)) ??
        null)
  const isStretch = plan === null && isFigure && own.isToDate
  return { plan, periods: isStretch ? restOfStretch(year, index) : [] }
}

/** Whether a period has awards, by the plan that settled it or by the one that computed its figure. */
function hasAwards({ hasAwards: own }: AccountPeriod, { plan }: Restated, plans: Plans): boolean {
  return own || (plans.get(plan)?.awards.length ?? 0) > 0
}

/** Whether a period is not computed again. */
function isKept({ plan, isFigure }: AccountPeriod, plans: Plans): boolean {
  return isFigure || !plans.has(plan)
}

/** Whether a figure says all of a period: it was booked, and what its stretch counts began with that. */
function saysAll(periods: readonly AccountPeriod[], index: number): boolean {
  const own = periods[index]
  if (own === undefined || !isAtOnce(own.parts)) return false
  const change = periods
    .slice(0, index + 1)
    .map((one) => one.change)
    .filter((one) => one !== null)
  if (change.at(-1) === 'from-start-of-year') return false
  let start = index
  while (periods[start]?.goesOn) start -= 1
  return !own.isToDate || start === 0 || !hasPlace(periods, start)
}

/** Whether a line takes back one of an earlier period, by its id or in full: of that a figure leaves open how much is left. */
function refundsOthers(from: Restated): boolean {
  const lines = linesOf(from)
  const ids = new Set(lines.map((line) => line?.['id']))
  return lines.some((line) => {
    const refundOf = line?.['refundOf'] ?? null
    const id = typeof refundOf === 'object' ? read.record(refundOf, [], [])?.['id'] : refundOf
    return refundOf !== null && !ids.has(id)
  })
}

/** Refuses to pay, as it is, an amount that leaves out refunds of lines that only an account knows. */
export function refuseUncounted(outside: readonly ReadCorrection[], path: Path): void {
  issue.refuseIfAny(
    outside.flatMap(({ from, path: own }) =>
      (from?.uncounted ?? []).map((refundOf) =>
        issue.at(REFUND_NOT_RESTATED, [...path, ...own, 'issues'], { refundOf }),
      ),
    ),
  )
}

/** The lines of a correction, which are read later. */
function linesOf({ now }: Restated) {
  return (read.array(now['lines'] ?? [], [], []) ?? []).map((line) => read.record(line, [], []))
}

/** Whether a stretch goes on from what another had sold, and not with a new quarter. */
function hasPlace(periods: readonly AccountPeriod[], start: number): boolean {
  const [before, own] = [periods[start - 1], periods[start]]
  if (before === undefined || own === undefined || own.change === 'restart') return false
  return own.change !== null || isOtherUplift(before, own)
}

function isOtherUplift(a: AccountPeriod, b: AccountPeriod): boolean {
  return fraction.compare(a.read.facts.uplift, b.read.facts.uplift) !== 0
}

/** The first later period, of a plan that is not known, whose stretch counts what was sold in this one. */
function countingWithout(
  plans: Plans,
  periods: readonly AccountPeriod[],
  index: number,
): AccountPeriod | null {
  let isSameSpan = true
  for (const start of [...periods.keys()].slice(index + 1)) {
    const { goesOn, change, isToDate, plan } = periods[start] as AccountPeriod
    if (goesOn) continue
    if (change === 'restart') return null
    isSameSpan = hasPlace(periods, start) && (isSameSpan || change !== null)
    if (isSameSpan && isToDate && !plans.has(plan)) return periods[start] ?? null
  }
  return null
}

/** The first later period, of a plan that is not known, that takes back a line of this one. */
function refundingWithout(
  plans: Plans,
  own: AccountPeriod,
  later: readonly AccountPeriod[],
): AccountPeriod | null {
  const ids = new Set((own.read.sales.lines ?? []).map(({ id }) => id))
  const takesBack = ({ refundOf }: GivenLine) =>
    refundOf !== undefined && ids.has(refundedId(refundOf))
  const refunding = later.find(
    (one) => !plans.has(one.plan) && (one.read.sales.lines ?? []).some(takesBack),
  )
  return refunding ?? null
}

/** Refuses a correction that leaves a refund in a later period with more than there is to take back. */
export function refuseLostRefunds(
  corrections: readonly ReadCorrection[],
  before: readonly AccountPeriod[],
  after: readonly AccountPeriod[],
  path: Path,
): void {
  const isCorrected = ({ read }: AccountPeriod) =>
    corrections.some(({ period, from }) => from && time.isSamePeriod(period, read.period))
  const lost = before.flatMap((was, index) => {
    const shares = after[index]?.shares ?? was.shares
    const isLost = ({ id, refundOf }: GivenLine) =>
      refundOf !== undefined && was.shares.has(id) && !shares.has(id)
    const [line] = isCorrected(was) ? [] : (was.read.sales.lines ?? []).filter(isLost)
    const refunded = refundedId(line?.refundOf ?? '')
    return line === undefined ? [] : [{ name: was.read.period.name, refunded }]
  })
  issue.refuseIfAny(
    lost.map(({ name, refunded }) => {
      const of = before.find((one) => one.read.sales.lines?.some(({ id }) => id === refunded))
      const own = corrections.find(({ period }) => period.name === of?.read.period.name)
      const [first] = corrections
      const { period = name } = { period: (own ?? first)?.period.name }
      const at = [...path, ...((own ?? first)?.path ?? [])]
      return issue.at(PERIODS_TO_RESTATE, at, { period, periods: [name] })
    }),
  )
}

function restOfStretch(periods: readonly AccountPeriod[], index: number): string[] {
  const after = periods.slice(index + 1)
  const end = after.findIndex(({ goesOn }) => !goesOn)
  return after.slice(0, end === -1 ? after.length : end).map((one) => one.read.period.name)
}
