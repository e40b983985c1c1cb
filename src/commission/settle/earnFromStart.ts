import type { Fraction } from '../../kernel/number/fraction.js'
import * as fraction from '../../kernel/number/fraction.js'
import { type ExactPlan, NO_CAP_ON_AMOUNTS } from '../plan/exactPlan.js'
import type { AccountPeriod, AccountYear } from './account.js'
import { beginPeriod, type Coming, type Earned, openedWith } from './coming.js'
import { earnPeriod } from './earnPeriod.js'
import { handedMore } from './handedParts.js'
import type { OpenLines } from './readBalance.js'

/** The year by this plan alone, less what its periods have earned by whatever plan: each period counts, and so what was due. */
export function earnFromStart(
  year: AccountYear,
  coming: Coming,
  lines: OpenLines,
  plan: ExactPlan,
): Earned {
  const opened = openedWith(year, coming, lines)
  const own = new Map(year.periods[0]?.lines ?? opened ?? lines)
  let alone: AccountYear = { ...year, outside: [], periods: [], walked: null }
  let last: Earned | null = null
  for (const { read, rows, isFinal, byHand } of [...year.periods, { ...coming, byHand: null }]) {
    last = earnPeriod(
      alone,
      { read, rows, change: null, byHand, isFinal, lastYear: coming.lastYear },
      own,
      plan,
    )
    alone = last.year
  }
  const earned = last as Earned
  lines.clear()
  for (const [id, line] of own) lines.set(id, line)
  const less = (of: (period: AccountPeriod) => Fraction) =>
    fraction.subtract(fraction.sum(alone.periods.map(of)), fraction.sum(year.periods.map(of)))
  const withHand = (of: (period: AccountPeriod) => Fraction) =>
    fraction.add(less(of), coming.byHand ?? fraction.ZERO)
  const period: AccountPeriod = {
    ...beginPeriod(coming, plan),
    caps: NO_CAP_ON_AMOUNTS,
    lines: opened,
    shares: new Map(alone.periods.flatMap(({ shares }) => [...shares])),
    earned: less((one) => one.capped),
    isToDate: true,
    capped: withHand((one) => one.capped),
    due: withHand((one) => one.due),
    handed: handedMore(handedIn(alone), handedIn(year)),
  }
  // What its parts pay is of the year from the start, and so are what they paid before.
  return {
    ...earned,
    parts: [],
    period,
    year: { ...year, periods: [...year.periods, period], walked: null },
  }
}

function handedIn({ periods }: AccountYear) {
  return periods.flatMap(({ handed }) => handed)
}
