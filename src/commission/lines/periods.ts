import * as time from '../../kernel/time/time.js'
import type { ExactPlan } from '../plan/exactPlan.js'

/** A period by its name, with its first and last day. */
export type Period = Omit<time.AnyPeriod, 'position'>

/** Whether a statement of the period counts all that its year, or its quarter, has sold so far. */
export function countsToDate(period: Period | null, plan: ExactPlan): boolean {
  if (plan.payment === null || plan.payment.accrual === 'period') return false
  return period === null || isTruedUp(period, plan)
}

/** Whether a plan that trues up at the end of a quarter, or of a year, does so after the period. */
export function isTruedUp(period: Period, { payment, yearStartsIn }: ExactPlan): boolean {
  const { trueUp: unit = 'every-period' } = payment ?? {}
  return unit === 'every-period' || time.isLast(period, { unit, yearStartsIn })
}

/** Whether a period is all of its year. */
export function isWholeYear(period: Period | null, { yearStartsIn }: ExactPlan): boolean {
  return period !== null && time.isWhole(period, { unit: 'year', yearStartsIn })
}

/** The year that a period belongs to: the one in which it ends. */
export function yearOf(period: Pick<Period, 'to'>, { yearStartsIn }: ExactPlan): string {
  return time.spanOf(period, { unit: 'year', yearStartsIn }).name
}

/** What a plan counts over, where it is not the period. */
const SPANS = { period: null, 'quarter-to-date': 'quarter', 'year-to-date': 'year' } as const

/** The span over which a plan counts: the year or the quarter that a period belongs to, or the period itself where it is no shorter. */
export function spanOf(period: Period, { payment, yearStartsIn }: ExactPlan): Period {
  const unit = SPANS[payment?.accrual ?? 'period']
  if (unit === null || time.isWhole(period, { unit, yearStartsIn })) return period
  return time.spanOf(period, { unit, yearStartsIn })
}

/** Whether a period is the first of the span over which a plan counts. */
export function isFirstOfSpan(period: Period, { payment, yearStartsIn }: ExactPlan): boolean {
  const unit = SPANS[payment?.accrual ?? 'period']
  return unit === null || time.isFirst(period, { unit, yearStartsIn })
}

/** Whether a period begins its year. */
export function isFirstOfYear(period: Period, { yearStartsIn }: ExactPlan): boolean {
  return time.isFirst(period, { unit: 'year', yearStartsIn })
}

/** Whether two periods, of whatever names, have the same days. */
export function isSameSpan(a: Period, b: Period): boolean {
  return a.from === b.from && a.to === b.to
}
