import * as issue from '../../kernel/input/issue.js'
import * as fraction from '../../kernel/number/fraction.js'
import { type Commission, computeCommission } from '../earn/computeCommission.js'
import { countGiven } from '../lines/readInput.js'
import type { ExactPlan } from '../plan/exactPlan.js'
import { type AccountYear, sumYear } from './account.js'
import type { Coming } from './coming.js'
import { type Figures, inMoney, type Place } from './figures.js'
import { nameInFull } from './nameInFull.js'

/** What a period earns on its own. A cap for the year has to know what the year has earned before. */
export function earnAlone(
  year: AccountYear,
  { read, change, lastYear }: Coming,
  place: Place,
  plan: ExactPlan,
): Figures {
  const before = [...(lastYear?.periods ?? []), ...year.periods]
  const earned = change === 'restart' ? fraction.ZERO : sumYear(year).total
  const commission = issue.within(read.path, () =>
    computeCommission(
      countGiven(nameInFull(read.sales, before, plan), read.period, plan),
      { ...read.facts, yearToDate: { sales: undefined, earned } },
      plan,
    ),
  )
  return {
    ...place,
    earned: {
      earned: fraction.add(inMoney(commission.earned, plan), place.trueUp),
      cut: inMoney(cutOf(commission), plan),
      refunded: inMoney(commission.refunded, plan),
      owed: fraction.ZERO,
      isToDate: false,
    },
    commission,
    given: read.sales,
    place: null,
  }
}

/** What the cap of the period took. */
function cutOf({ sums }: Commission): bigint {
  const index = sums.findIndex(({ kind }) => kind === 'cap')
  return index <= 0 ? 0n : (sums[index - 1]?.units ?? 0n) - (sums[index]?.units ?? 0n)
}
