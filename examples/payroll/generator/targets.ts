import { months } from '../policy.js'
import { isAway } from './absences.js'
import { payees } from './payees.js'
import { shareOf } from './seasons.js'

/** A target for each month in which a payee is there for a day at least: the year's, by season. */
export function drawTargets() {
  return payees.flatMap(({ id, joinedOn, target }) =>
    months
      .filter((month) => month >= joinedOn.slice(0, 7) && !isAway(id, month))
      .map((month) => ({ payee: id, month, amount: `${(target / 100) * shareOf(month)}.00` })),
  )
}
