import * as issue from '../../kernel/input/issue.js'
import * as fraction from '../../kernel/number/fraction.js'
import type { ExactPlan } from '../plan/exactPlan.js'
import { type AccountYear, hasLeft, sumYear } from './account.js'
import { becomeDue } from './becomeDue.js'
import { beginPeriod, type Coming, type Earned, openedWith } from './coming.js'
import { earnFigures } from './earnFigures.js'
import type { OpenLines } from './readBalance.js'
import { salesAfterFinal } from './salesAfterFinal.js'
import { payByCap, sharesOf } from './shareLines.js'
import { withoutFollowed } from './withoutFollowed.js'

/**
 * What one more period of a year earns: on its own, or what the stretch has earned to date less what its earlier periods have earned; capped
 * by period and by year; and due as booked, or as its lines are invoiced or collected.
 */
export function earnPeriod(
  year: AccountYear,
  coming: Coming,
  lines: OpenLines,
  plan: ExactPlan,
): Earned {
  const isAfter = hasLeft(year)
  if (isAfter) issue.refuseIfAny(salesAfterFinal(coming.read))
  const opened = openedWith(year, coming, lines)
  const { period: read, notCounted } = withoutFollowed(coming.read, lines, plan)
  const own = coming.read === read ? coming : { ...coming, read }
  const { commission, ...figures } = earnFigures(year, own, plan)
  // What another plan has paid its lines is nothing to go on from.
  const before = coming.change === null ? (year.walked?.paid ?? null) : null
  const paid = payByCap(commission, plan, before)
  const shares = sharesOf(commission, paid, plan)
  const given = figures.given.lines ?? []
  const goesOn = figures.start < year.periods.length
  const isToDate = plan.payment?.accrual !== 'period'
  const begun = beginPeriod(own, plan)
  const base = { ...begun, ...figures.earned, goesOn, isToDate, shares, lines: opened }
  const together = { ...year, periods: [...year.periods, base] }
  const capped = sumYear(together, plan).capped.at(-1) ?? fraction.ZERO
  const due = becomeDue(own, { amount: capped, shares, given }, { lines, isAfter }, plan)
  const period = { ...base, read: coming.read, capped, due: due.amount, handed: due.handed }
  // Lines that were left out here stand in the year, and are set aside where all of it is counted.
  const counted = coming.read === read ? figures.counted : null
  return {
    year: {
      ...year,
      periods: [...year.periods, period],
      walked: { start: figures.start, place: figures.place, counted, paid },
    },
    period,
    commission,
    given: read,
    parts: due.parts,
    notCounted: [...notCounted, ...due.notCounted],
  }
}
