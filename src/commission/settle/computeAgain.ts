import * as fraction from '../../kernel/number/fraction.js'
import type { ExactPlan } from '../plan/exactPlan.js'
import { isAtOnce } from '../plan/paymentParts.js'
import {
  type Account,
  type AccountPeriod,
  type AccountYear,
  hasLeft,
  periodsOf,
  sumYear,
} from './account.js'
import { earnAccount } from './earnAccount.js'
import { dropSettled, earnByProgress, payOpenLines } from './earnByProgress.js'
import type { OpenLines } from './readBalance.js'
import type { Plans } from './readPeriodRow.js'

/** The lines that are followed, which go on with the account; the plan at hand, and all that are known. */
export interface Following {
  readonly lines: OpenLines
  readonly plan: ExactPlan
  readonly plans: Plans
}

/**
 * The account once more: each period by its facts, where its plan is known; else by its figures under the caps of then, and by what was
 * invoiced or collected of its lines under the shares of then.
 */
export function computeAgain(
  account: Account,
  isChanged: (period: AccountPeriod) => boolean,
  following: Following,
): Account {
  const { lines, plans } = following
  const [first] = periodsOf(account)
  lines.clear()
  for (const [id, line] of first?.lines ?? []) lines.set(id, line)
  let isSame = true
  const earnYear = (year: AccountYear, lastYear: AccountYear | null) => {
    let done: AccountYear = { ...year, periods: [] }
    for (const period of year.periods) {
      isSame &&= !isChanged(period)
      const plan = period.isFigure ? undefined : plans.get(period.plan)
      done =
        plan === undefined
          ? keep(done, period, isSame, following)
          : earn({ lastYear, year: done }, period, lines, plan)
      isSame &&= fraction.compare(done.periods.at(-1)?.due ?? period.due, period.due) === 0
    }
    return done
  }
  const lastYear = account.lastYear && earnYear(account.lastYear, null)
  if (lastYear !== null) dropSettled(lines)
  return { lastYear, year: earnYear(account.year, lastYear) }
}

/** A period that stands at its figure. Where nothing before it has changed, what was due in it is what it was, as then rounded. */
function keep(
  year: AccountYear,
  period: AccountPeriod,
  isSame: boolean,
  following: Following,
): AccountYear {
  const periods = [...year.periods, period]
  const capped = sumYear({ ...year, periods }, following.plan).capped.at(-1) ?? period.capped
  const again = becomeDueAgain(year, { ...period, capped }, following)
  const isAsBefore = isSame && fraction.compare(capped, period.capped) === 0
  const { due, handed } = isAsBefore ? period : again
  const kept = guarantee({ ...period, capped, due, handed })
  return { ...year, walked: null, periods: [...year.periods, kept] }
}

function becomeDueAgain(
  year: AccountYear,
  { read, rows, parts, capped: amount, shares }: AccountPeriod,
  { lines, plan }: Following,
): Pick<AccountPeriod, 'due' | 'handed'> {
  if (isAtOnce(parts)) return { due: fraction.add(amount, payOpenLines(lines, plan)), handed: [] }
  const given = [...shares.keys()].map((id) => ({ id }))
  const progress = { lines, rows, parts, isAfter: hasLeft(year) }
  const earned = earnByProgress({ amount, shares, given }, read, progress, plan)
  return { due: earned.amount, handed: earned.handed }
}

function earn(
  { lastYear, year }: Account,
  { read, rows, change, byHand, lines: _, ...was }: AccountPeriod,
  lines: OpenLines,
  plan: ExactPlan,
): AccountYear {
  const isFinal = was.isFinal
  const earned = earnAccount(year, { read, rows, change, byHand, isFinal, lastYear }, lines, plan)
  const periods = [
    ...earned.year.periods.slice(0, -1),
    guarantee({ ...earned.period, guarantee: was.guarantee, corrected: was.corrected }),
  ]
  return { ...earned.year, periods }
}

/** A guarantee tops up what became due in its period, and never takes anything back. */
export function guarantee(period: AccountPeriod): AccountPeriod {
  if (period.guarantee === null) return period
  const lacking = fraction.subtract(period.guarantee, fraction.larger(fraction.ZERO, period.due))
  return { ...period, guaranteed: fraction.larger(fraction.ZERO, lacking) }
}
