import type { Issue } from '../../kernel/index.js'
import * as issue from '../../kernel/input/issue.js'
import type { Fraction } from '../../kernel/number/fraction.js'
import * as fraction from '../../kernel/number/fraction.js'
import * as time from '../../kernel/time/time.js'
import { yearOf } from '../lines/periods.js'
import type { ExactPlan } from '../plan/exactPlan.js'
import {
  type Account,
  type AccountPeriod,
  type AccountYear,
  type Outside,
  periodsOf,
} from './account.js'
import { computeAgain } from './computeAgain.js'
import { CORRECTED_TOO_EARLY, CORRECTED_TWICE, PERIODS_TO_RESTATE } from './issues.js'
import { planOfBalance } from './planOfBalance.js'
import type { ReadCorrection, Restated } from './readAdjustments.js'
import type { OpenLines } from './readBalance.js'
import { type ReadPeriod, readPeriodRow } from './readPeriodRow.js'

/** What corrections change in a closed period. */
export interface ChangedPeriod {
  readonly period: string
  readonly was: Fraction
  readonly is: Fraction
  readonly guaranteed: Fraction
}

/** An account as it really was. */
export interface Corrected {
  readonly account: Account
  readonly changes: readonly ChangedPeriod[]
  /** Amounts for periods that the account does not have. */
  readonly outside: Fraction
}

const NOTHING = { changes: [], outside: fraction.ZERO }

/**
 * Takes corrections into an account: the facts of a period are replaced, or the figure that it earned, and everything after it is computed
 * again. What that changes is paid; the corrections' own amounts are not added. So their order does not matter, and the same correction
 * twice changes nothing the second time.
 */
export function applyCorrections(
  account: Account,
  period: ReadPeriod,
  lines: OpenLines,
  plan: ExactPlan,
): Corrected {
  const { corrections } = period.adjustments
  if (corrections.length === 0) return { account, ...NOTHING }
  refuseTooEarly(period)
  const latest = latestOf(period)
  const closed = periodsOf(account)
  refuseIncomplete(latest, closed, { plan, path: period.path })
  let outside = fraction.ZERO
  const ofYear: Outside[] = []
  for (const { period: own, amount } of latest) {
    if (closed.some(({ read }) => time.isSamePeriod(read.period, own))) continue
    outside = fraction.add(outside, amount)
    if (yearOf(own, plan) === account.year.name) ofYear.push({ to: own.to, amount })
  }
  const replaced = mapPeriods(account, (one) => replace(one, latest, plan))
  const year = { ...replaced.year, outside: [...replaced.year.outside, ...ofYear] }
  const isChanged = (one: AccountPeriod) => !closed.includes(one)
  const again = computeAgain({ ...replaced, year }, isChanged, { lines, plan })
  return { account: again, changes: changesOf(closed, periodsOf(again)), outside }
}

/** Only what is closed can be corrected. */
function refuseTooEarly({ path, period, adjustments }: ReadPeriod): void {
  issue.refuseIfAny(
    adjustments.corrections
      .filter((one) => one.period.to >= period.to)
      .map((one) => {
        const params = { period: one.period.name, closedThrough: period.name }
        return issue.at(CORRECTED_TOO_EARLY, [...path, ...one.path, 'period'], params)
      }),
  )
}

/** Of two corrections of a period, the one that follows the other; amounts by hand are all taken. */
function latestOf({ path, adjustments }: ReadPeriod): ReadCorrection[] {
  const byPeriod = new Map<string, ReadCorrection>()
  const byHand: ReadCorrection[] = []
  const issues: Issue[] = []
  for (const one of adjustments.corrections) {
    if (one.from === null) {
      byHand.push(one)
      continue
    }
    const { name } = one.period
    const other = byPeriod.get(name)
    if (other?.from === undefined || other.from === null || follows(one.from, other.from))
      byPeriod.set(name, one)
    else if (!follows(other.from, one.from))
      issues.push(issue.at(CORRECTED_TWICE, [...path, ...one.path, 'period'], { id: name }))
  }
  issue.refuseIfAny(issues)
  return [...byPeriod.values(), ...byHand]
}

function follows(later: Restated, earlier: Restated): boolean {
  return fraction.compare(later.paid, earlier.due) === 0
}

/** Where a period counts to date and stands at a figure, those after it in its stretch must be corrected as well. */
function refuseIncomplete(
  corrections: readonly ReadCorrection[],
  closed: readonly AccountPeriod[],
  { plan, path }: { readonly plan: ExactPlan; readonly path: ReadPeriod['path'] },
): void {
  const given = new Set(corrections.map(({ period }) => period.name))
  issue.refuseIfAny(
    corrections.flatMap((one): Issue[] => {
      const missing = alsoNeeded(one, closed, plan).filter((name) => !given.has(name))
      if (missing.length === 0) return []
      const params = { period: one.period.name, periods: missing }
      return [issue.at(PERIODS_TO_RESTATE, [...path, ...one.path], params)]
    }),
  )
}

function alsoNeeded(
  { period, from }: ReadCorrection,
  closed: readonly AccountPeriod[],
  plan: ExactPlan,
): readonly string[] {
  if (from === null) return []
  const index = closed.findIndex(({ read }) => time.isSamePeriod(read.period, period))
  const [first, ...after] = index === -1 ? [] : closed.slice(index)
  if (first === undefined) return from.alsoRestate
  return first.isToDate && !isByFacts(first, from, plan) ? stretchAfter(first, after, plan) : []
}

function stretchAfter(
  first: AccountPeriod,
  after: readonly AccountPeriod[],
  plan: ExactPlan,
): string[] {
  const end = after.findIndex(
    (one) =>
      one.change !== null ||
      yearOf(one.read.period, plan) !== yearOf(first.read.period, plan) ||
      fraction.compare(one.read.facts.uplift, first.read.facts.uplift) !== 0,
  )
  return after.slice(0, end === -1 ? after.length : end).map(({ read }) => read.period.name)
}

/** By its facts where the plan of then, the plan that computed it and the plan that settles now are one. */
function isByFacts(
  { plan: then }: AccountPeriod,
  { plan: by }: Restated,
  plan: ExactPlan,
): boolean {
  const { digest } = planOfBalance(plan.json)
  return then === digest && by === digest
}

function replace(
  period: AccountPeriod,
  corrections: readonly ReadCorrection[],
  plan: ExactPlan,
): AccountPeriod {
  let replaced = period
  for (const { period: own, from, amount, path } of corrections) {
    if (!time.isSamePeriod(own, period.read.period)) continue
    if (from === null) {
      const byHand = fraction.add(replaced.byHand ?? fraction.ZERO, amount)
      replaced = { ...replaced, byHand }
      continue
    }
    const isFigure = !isByFacts(period, from, plan)
    const read = readNow(period, from, { path, plan, isOfAnotherPlan: isFigure })
    replaced = { ...replaced, read, isFigure }
    if (isFigure) replaced = { ...replaced, earned: from.earned, owed: from.owed, ...NOTHING_CUT }
  }
  return replaced
}

const NOTHING_CUT = { cut: fraction.ZERO, refunded: fraction.ZERO }

interface OfCorrection {
  readonly path: ReadCorrection['path']
  readonly plan: ExactPlan
  readonly isOfAnotherPlan: boolean
}

function readNow(
  { read }: AccountPeriod,
  { now }: Restated,
  { path, ...reading }: OfCorrection,
): ReadPeriod {
  const { payee, yearToDate: _, ...facts } = now
  const issues: Issue[] = []
  const own = { payee: typeof payee === 'string' ? payee : null, ...reading }
  const [period = read] = readPeriodRow(facts, [...path, 'now'], own, issues)
  issue.refuseIfAny(issues)
  return period
}

function mapPeriods(
  { lastYear, year }: Account,
  change: (period: AccountPeriod) => AccountPeriod,
): Account {
  const map = (one: AccountYear) => ({ ...one, walked: null, periods: one.periods.map(change) })
  return { lastYear: lastYear && map(lastYear), year: map(year) }
}

function changesOf(
  before: readonly AccountPeriod[],
  after: readonly AccountPeriod[],
): ChangedPeriod[] {
  return after.flatMap((one, index): ChangedPeriod[] => {
    const was = before[index] ?? one
    const guaranteed = fraction.subtract(one.guaranteed, was.guaranteed)
    if (fraction.compare(one.due, was.due) === 0 && fraction.isZero(guaranteed)) return []
    return [{ period: one.read.period.name, was: was.due, is: one.due, guaranteed }]
  })
}
