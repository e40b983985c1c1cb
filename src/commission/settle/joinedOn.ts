import type { Issue } from '../../kernel/index.js'
import * as issue from '../../kernel/input/issue.js'
import type { Fields } from '../../kernel/input/read.js'
import * as time from '../../kernel/time/time.js'
import type { ExactPlan } from '../plan/exactPlan.js'
import { fieldThatNeeds } from '../plan/needs.js'
import { JOINED_CHANGED, JOINED_MISSING, PERIOD_WITHOUT_MONTHS } from './issues.js'
import { readJoined } from './readBalance.js'
import type { ReadPeriod } from './readPeriodRow.js'

/** The periods to settle, and the first day of service as it was known before. */
interface Settling {
  readonly periods: readonly ReadPeriod[]
  readonly before: string | undefined
}

/** The first day of service, as it is given or was before; where the plan needs it, periods have whole months. */
export function joinedOn(
  fields: Fields,
  { periods, before }: Settling,
  plan: ExactPlan,
  issues: Issue[],
): string | undefined {
  const given = readJoined(fields['joined'], ['joined'], issues)
  const [first] = periods
  const isAgain = given !== undefined && first !== undefined && given >= first.period.from
  if (given !== undefined && before !== undefined && given !== before && !isAgain)
    issues.push(issue.at(JOINED_CHANGED, ['joined'], { given, expected: before }))
  const joined = given ?? before
  if (fieldThatNeeds(plan, 'service') === null) return joined
  if (joined === undefined) issues.push(issue.at(JOINED_MISSING, ['joined'], {}))
  for (const { path, period } of periods)
    if (time.monthsOf(period) === null)
      issues.push(issue.at(PERIOD_WITHOUT_MONTHS, [...path, 'period'], { given: period.name }))
  return joined
}
