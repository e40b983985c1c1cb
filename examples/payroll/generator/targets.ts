import { isAway } from './absences.js'
import { payees } from './payees.js'
import { seasons } from './seasons.js'

/** A target for each month in which a payee is there for a day at least: the year's, by season. */
export function drawTargets() {
  return payees.flatMap(({ id, joinedOn, target }) =>
    Object.entries(seasons)
      .filter(([month]) => month >= joinedOn.slice(0, 7) && !isAway(id, month))
      .map(([month, percent]) => ({ payee: id, month, amount: `${(target / 100) * percent}.00` })),
  )
}
