import type { ExactPlan } from '../plan/exactPlan.js'
import type { AccountYear } from './account.js'
import type { Coming, Earned } from './coming.js'
import { earnFromStart } from './earnFromStart.js'
import { earnPeriod } from './earnPeriod.js'
import type { OpenLines } from './readBalance.js'

/**
 * Earns one more period of a year, by its own plan from where that comes, or by the year from its start. It knows nothing of what was
 * paid, so that a year that is computed again after a correction comes to what it would have come to at once. The open lines change with it.
 */
export function earnAccount(
  year: AccountYear,
  coming: Coming,
  lines: OpenLines,
  plan: ExactPlan,
): Earned {
  const earn = isFromStart(year, coming) ? earnFromStart : earnPeriod
  return earn(year, coming, lines, plan)
}

/** Whether the plan at hand is taken as if it had held from the beginning of the year. */
function isFromStart({ periods }: AccountYear, { change }: Coming): boolean {
  const changes = [...periods.map((one) => one.change), change]
  return changes.filter((one) => one !== null).at(-1) === 'from-start-of-year'
}
