import type { Issue, Path, PeriodRange } from '../../kernel/index.js'
import * as read from '../../kernel/input/read.js'
import * as time from '../../kernel/time/time.js'
import type { ExactPlan } from '../plan/exactPlan.js'
import type { PaymentTerms } from '../plan/terms.js'

/** A period by its name, with its first and last day. */
export interface Period extends PeriodRange {
  readonly name: string
}

/** Reads a period, with its days. */
export function readPeriod(value: unknown, path: Path, issues: Issue[]): Period | undefined {
  const at = read.period(value, path, issues)
  return at && time.rangeOf(at)
}

/** Whether a statement of the period counts all that its year, or its quarter, has sold so far. */
export function countsToDate(period: Period | null, { payment }: ExactPlan): boolean {
  if (payment === null || payment.accrual === 'period') return false
  return period === null || endsWith(period, payment.trueUp)
}

/** Whether a plan that trues up at the end of a quarter, or of a year, does so after the period. */
export function endsWith({ to }: Pick<Period, 'to'>, trueUp: PaymentTerms['trueUp']): boolean {
  const month = Number(to.slice(5, 7))
  if (trueUp === 'quarter') return month % 3 === 0
  return trueUp === 'every-period' || month === 12
}

/** The span over which a plan counts: the year or the quarter that a period is in, or the period itself. */
export function spanOf({ name, unit, to }: Period, { payment }: ExactPlan): string {
  const year = to.slice(0, 4)
  if (payment?.accrual === 'year-to-date') return year
  if (payment?.accrual === 'quarter-to-date' && unit !== 'year')
    return `${year}-Q${Math.ceil(Number(to.slice(5, 7)) / 3)}`
  return name
}
