import * as time from '../../kernel/time/time.js'
import type { ExactPlan } from '../plan/exactPlan.js'

/** A period by its name, with its first and last day. */
export type Period = Omit<time.AnyPeriod, 'position'>

/** Whether a statement of the period counts all that its year, half-year or quarter has sold so far. */
export function countsToDate(period: Period | null, plan: ExactPlan): boolean {
  if (plan.payment === null || plan.payment.accrual === 'period') return false
  return period === null || isTruedUp(period, plan)
}

/** Whether a plan that trues up at the end of a quarter, half-year or year does so after the period. */
export function isTruedUp(period: Period, { payment, yearStartsIn }: ExactPlan): boolean {
  const { trueUp: unit = 'every-period' } = payment ?? {}
  return unit === 'every-period' || time.isLast(period, { unit, yearStartsIn })
}

/** The year that a period belongs to: the one in which it ends. */
export function yearOf(period: Pick<Period, 'to'>, { yearStartsIn }: ExactPlan): string {
  return time.spanOf(period, { unit: 'year', yearStartsIn }).name
}

/** What a plan counts over, where it is not the period. */
const SPANS = {
  period: null,
  'quarter-to-date': 'quarter',
  'half-year-to-date': 'half-year',
  'year-to-date': 'year',
} as const

/** The span over which a plan counts: the year, half-year or quarter that a period belongs to, or the period itself where it is no shorter. */
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

/** Whether two periods, of whatever names, have the same days. */
export function isSameSpan(a: Period, b: Period): boolean {
  return a.from === b.from && a.to === b.to
}

/** The spans that a plan may cap, the shorter first, and their lengths. */
export const CAPPED = { quarter: 'quarter', half: 'half-year', year: 'year' } as const

/** A span that a plan may cap. */
export type CapSpan = keyof typeof CAPPED

export const CAP_SPANS = ['quarter', 'half', 'year'] as const

/** The spans that a plan caps, the shorter first. */
export function cappedSpans({ cap }: Pick<ExactPlan, 'cap'>): CapSpan[] {
  return CAP_SPANS.filter((span) => cap[span] !== null)
}

/** Whether a period begins a span that a plan caps. */
export function beginsSpan(period: Period, span: CapSpan, { yearStartsIn }: ExactPlan): boolean {
  return time.isFirst(period, { unit: CAPPED[span], yearStartsIn })
}

/** Whether a period is all of a span that a plan caps. */
export function isWholeSpan(period: Period, span: CapSpan, { yearStartsIn }: ExactPlan): boolean {
  return time.isWhole(period, { unit: CAPPED[span], yearStartsIn })
}

/** The span that a day, or the last of a period, belongs to. */
export function nameOfSpan(
  period: Pick<Period, 'to'>,
  span: CapSpan,
  { yearStartsIn }: ExactPlan,
): string {
  return time.spanOf(period, { unit: CAPPED[span], yearStartsIn }).name
}

/** The span over which a plan counts, as one that it may cap; null where that is the period. */
export function countedSpan({ payment }: ExactPlan): CapSpan | null {
  const unit = SPANS[payment?.accrual ?? 'period']
  return CAP_SPANS.find((span) => CAPPED[span] === unit) ?? null
}
