import * as issue from '../../kernel/input/issue.js'
import * as fraction from '../../kernel/number/fraction.js'
import { type Commission, computeCommission } from '../earn/computeCommission.js'
import { countGiven, unlessIdle } from '../lines/readInput.js'
import type { ExactPlan } from '../plan/exactPlan.js'
import { type AccountYear, earnedBefore } from './account.js'
import type { Coming } from './coming.js'
import { type Figures, inMoney, type Place } from './figures.js'
import { joinEarlier } from './joinEarlier.js'
import { nameInFull } from './nameInFull.js'

/** What a period earns on its own. A cap for the year has to know what the year has earned before. */
export function earnAlone(
  year: AccountYear,
  { read, change, lastYear }: Coming,
  place: Place,
  plan: ExactPlan,
): Figures {
  const before = [...(lastYear?.periods ?? []), ...year.periods]
  const spans = earnedBefore(year, { read, change }, plan)
  const commission = issue.within(read.path, () => {
    const sales = countGiven(nameInFull(read.sales, before, plan), read.facts, plan)
    const facts = unlessIdle(read.facts, read.sales)
    return computeCommission(
      joinEarlier(sales, { lastYear, year, start: place.start }, plan),
      { ...facts, yearToDate: { ...NOTHING_BEFORE, ...spans } },
      plan,
    )
  })
  const cut = inMoney(cutOf(commission), plan)
  const refunded = inMoney(commission.refunded, plan)
  const counted = fraction.add(inMoney(commission.earned - commission.refunded, plan), cut)
  const own = fraction.add(counted, place.trueUp)
  const most = fraction.atMost(own, plan.cap.amount)
  return {
    ...place,
    earned: {
      earned: fraction.add(most, refunded),
      cut: fraction.subtract(own, most),
      refunded,
      owed: fraction.ZERO,
    },
    commission,
    given: read.sales,
    place: null,
    counted: null,
  }
}

const NOTHING_BEFORE = { sales: undefined, earned: fraction.ZERO, target: undefined }

/** What the cap of the period took. */
function cutOf({ sums }: Commission): bigint {
  const index = sums.findIndex(({ kind }) => kind === 'cap')
  return index <= 0 ? 0n : (sums[index - 1]?.units ?? 0n) - (sums[index]?.units ?? 0n)
}
