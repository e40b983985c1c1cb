import type { Issue } from '../../kernel/index.js'
import * as issue from '../../kernel/input/issue.js'
import * as time from '../../kernel/time/time.js'
import { PERIOD_LONGER_THAN_CAP, PERIOD_OF_TIERS_MISSING, SPAN_OF_OTHER_LENGTH } from '../issues.js'
import type { ExactPlan } from '../plan/exactPlan.js'
import { CAPPED, cappedSpans, type Period, spanOf } from './periods.js'

/** Sales of nobody knows which span, where the tiers are those of a named one: a year's would be paid as those of one quarter. */
export function periodMissing(period: unknown, { tiersPer }: ExactPlan): Issue[] {
  if (tiersPer === null || (period ?? null) !== null) return []
  return [issue.at(PERIOD_OF_TIERS_MISSING, ['period'], { unit: tiersPer })]
}

/** Tiers that are meant for a quarter pay too little for a month, and a cap of a quarter does not hold for a year. */
export function lengthIssues(period: Period, plan: ExactPlan): Issue[] {
  const { tiersPer } = plan
  const path = ['period']
  const other = period.name
  if (tiersPer !== null && time.monthsOf(spanOf(period, plan)) !== time.MONTHS[tiersPer])
    return [issue.at(SPAN_OF_OTHER_LENGTH, path, { first: 'tiersPer', other, unit: tiersPer })]
  const [shortest] = cappedSpans(plan)
  if (shortest === undefined || (time.monthsOf(period) ?? 0) <= time.MONTHS[CAPPED[shortest]])
    return []
  const params = { first: `cap.${shortest}`, other, unit: CAPPED[shortest] }
  return [issue.at(PERIOD_LONGER_THAN_CAP, path, params)]
}
