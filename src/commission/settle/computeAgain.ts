import * as fraction from '../../kernel/number/fraction.js'
import type { ExactPlan } from '../plan/exactPlan.js'
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
import { planOfBalance } from './planOfBalance.js'
import type { OpenLines } from './readBalance.js'

/** The lines that are followed, which go on with the account, and the plan at hand. */
interface Following {
  readonly lines: OpenLines
  readonly plan: ExactPlan
}

/**
 * The account once more: by the facts as far back as the plan at hand has held; before that, by its figures under the caps of then, and
 * by what was invoiced or collected of its lines under the shares of then.
 */
export function computeAgain(
  account: Account,
  isChanged: (period: AccountPeriod) => boolean,
  following: Following,
): Account {
  const { lines, plan } = following
  const all = periodsOf(account)
  const byFacts = new Set(all.slice(beginOf(all, plan)).filter(({ isFigure }) => !isFigure))
  lines.clear()
  for (const [id, line] of all[0]?.lines ?? []) lines.set(id, line)
  let isSame = true
  const earnYear = (year: AccountYear, lastYear: AccountYear | null) => {
    let done: AccountYear = { ...year, periods: [] }
    for (const period of year.periods) {
      isSame &&= !isChanged(period)
      done = byFacts.has(period)
        ? earn({ lastYear, year: done }, period, following)
        : keep(done, period, isSame, following)
      isSame &&= fraction.compare(done.periods.at(-1)?.due ?? period.due, period.due) === 0
    }
    return done
  }
  const lastYear = account.lastYear && earnYear(account.lastYear, null)
  if (lastYear !== null) dropSettled(lines)
  return { lastYear, year: earnYear(account.year, lastYear) }
}

/** Since when the plan at hand has held without a break. */
function beginOf(periods: readonly AccountPeriod[], { json }: ExactPlan): number {
  const { digest } = planOfBalance(json)
  let from = periods.length
  while (from > 0 && periods[from - 1]?.plan === digest) from -= 1
  return from
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
  const amount = becomeDueAgain(year, { ...period, capped }, following)
  const isAsBefore = isSame && fraction.compare(capped, period.capped) === 0
  const due = isAsBefore ? period.due : amount
  return { ...year, periods: [...year.periods, guarantee({ ...period, capped, due })] }
}

function becomeDueAgain(
  year: AccountYear,
  { read, rows, on, capped: amount, shares }: AccountPeriod,
  { lines, plan }: Following,
) {
  if (on === 'booked') return fraction.add(amount, payOpenLines(lines, plan))
  const given = [...shares.keys()].map((id) => ({ id }))
  return earnByProgress(
    { amount, shares, given },
    read,
    { lines, rows, isAfter: hasLeft(year) },
    plan,
  ).amount
}

function earn(
  { lastYear, year }: Account,
  { read, rows, change, byHand, lines: _, ...was }: AccountPeriod,
  { lines, plan }: Following,
): AccountYear {
  const isFinal = was.isFinal
  const earned = earnAccount(year, { read, rows, change, byHand, isFinal, lastYear }, lines, plan)
  const periods = [
    ...earned.year.periods.slice(0, -1),
    guarantee({ ...earned.period, guarantee: was.guarantee }),
  ]
  return { ...earned.year, periods }
}

/** A guarantee tops up what became due in its period, and never takes anything back. */
export function guarantee(period: AccountPeriod): AccountPeriod {
  if (period.guarantee === null) return period
  const lacking = fraction.subtract(period.guarantee, fraction.larger(fraction.ZERO, period.due))
  return { ...period, guaranteed: fraction.larger(fraction.ZERO, lacking) }
}
