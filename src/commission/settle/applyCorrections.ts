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
import { computeAgain, type Following } from './computeAgain.js'
import { type Handed, handedMore } from './handedParts.js'
import { CORRECTED_TOO_EARLY } from './issues.js'
import { eachOnce, lastOf, refuseOlder } from './lastCorrections.js'
import type { ReadCorrection, Restated } from './readAdjustments.js'
import { type ReadPeriod, readPeriodRow } from './readPeriodRow.js'
import {
  isByFacts,
  refuseIncomplete,
  refuseLostRefunds,
  refuseUncounted,
} from './refuseIncomplete.js'

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
  /** What more, or less, of closed periods belongs to others. */
  readonly handed: readonly Handed[]
  /** Those of periods that the account does not have: their amounts are paid as they are. */
  readonly outside: readonly ReadCorrection[]
}

const NOTHING = { changes: [], handed: [], outside: [] }

/**
 * Takes corrections into an account: the facts of a period are replaced, or the figure that it earned, and everything after it is computed
 * again. What that changes is paid; the corrections' own amounts are not added. So their order does not matter, and the same correction
 * twice changes nothing the second time.
 */
export function applyCorrections(
  account: Account,
  period: ReadPeriod,
  following: Following,
): Corrected {
  const { corrections } = period.adjustments
  if (corrections.length === 0) return { account, ...NOTHING }
  refuseTooEarly(period)
  const each = eachOnce(period)
  const latest = lastOf(each)
  const { plan, plans } = following
  const closed = periodsOf(account)
  refuseOlder(latest, closed, period.path)
  refuseIncomplete(latest, account, { plans, path: period.path })
  const outside = each.filter(
    (one) => !closed.some(({ read }) => time.isSamePeriod(read.period, one.period)),
  )
  refuseUncounted(outside, period.path)
  const ofYear = outside
    .filter((one) => yearOf(one.period, plan) === account.year.name)
    .map(({ period: { to }, amount }): Outside => ({ to, amount }))
  const replaced = mapPeriods(account, (one) => replace(one, latest, following))
  const year = { ...replaced.year, outside: [...replaced.year.outside, ...ofYear] }
  const isChanged = (one: AccountPeriod) => !closed.includes(one)
  const again = computeAgain({ ...replaced, year }, isChanged, following)
  refuseLostRefunds(latest, closed, periodsOf(again), period.path)
  const handedIn = (periods: readonly AccountPeriod[]) => periods.flatMap(({ handed }) => handed)
  const handed = handedMore(handedIn(periodsOf(again)), handedIn(closed))
  return { account: again, changes: changesOf(closed, periodsOf(again)), handed, outside }
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

function replace(
  period: AccountPeriod,
  corrections: readonly ReadCorrection[],
  { plan, plans }: Following,
): AccountPeriod {
  let replaced = period
  for (const { period: corrected, from, amount, path } of corrections) {
    if (!time.isSamePeriod(corrected, period.read.period)) continue
    if (from === null) {
      const byHand = fraction.add(replaced.byHand ?? fraction.ZERO, amount)
      replaced = { ...replaced, byHand }
      continue
    }
    const own = plans.get(period.plan)
    const isFigure = !isByFacts(period, from, plans)
    const reading = { path, plan: own ?? plan, isOfAnotherPlan: isFigure }
    const { adjustments } = period.read
    const read = { ...readNow(period, from, reading), adjustments }
    replaced = { ...replaced, read, corrected: from.number, isFigure: from.plan !== period.plan }
    if (isFigure) replaced = { ...replaced, earned: from.earned, owed: from.owed, ...UNSAID }
  }
  return replaced
}

/** What a figure does not say: what the cap took, and what each line has earned. */
const UNSAID = { cut: fraction.ZERO, refunded: fraction.ZERO, shares: new Map() }

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
