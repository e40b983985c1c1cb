import {
  type CommissionStatement,
  type DefinedCommissionPlan,
  type SettledPeriod,
  settleCommission,
} from 'sales-rules'
import { fromUnits, sumOf, toUnits } from '../../close-the-quarter/exact.js'
import { type Adjustment, adjustPast } from './adjust.js'
import type { PayeeBooks } from './books.js'

/** A payee's month, as it is paid. */
export interface SettledMonth {
  readonly payee: string
  readonly month: string
  readonly collected: string
  /** What the month itself earned. */
  readonly earned: string
  /** What it makes good of the months before. */
  readonly corrected: string
  readonly paid: string
  readonly carried: string
  /** The year to date that it rests on. */
  readonly statement: CommissionStatement
  readonly adjustments: readonly Adjustment[]
}

/**
 * Settles the last month of a payee's books.
 *
 * A refund counts in the run that books it, so that nothing paid is touched: the year to date falls by what was refunded. How much of
 * that is the month's own doing, and how much corrects the months before, is what the adjustments say.
 */
export function settlePayee(books: PayeeBooks, plan: DefinedCommissionPlan): SettledMonth {
  const { payee } = books
  const periods = books.months.map((month) => ({
    period: month,
    target: targetOf(books, month),
    lines: books.credits
      .filter(({ bookedIn }) => bookedIn === month)
      .map(({ payment, amount }) => ({ id: payment, amount })),
  }))
  const settlement = settleCommission({ payee, periods }, plan)
  const last = settlement.periods.at(-1) as SettledPeriod
  requireUnchanged(books, settlement.periods)
  const adjustments = adjustPast(books, plan)
  const corrected = sumOf(adjustments.map(({ amount }) => amount))
  return {
    payee,
    month: last.period,
    collected: sumOf((periods.at(-1)?.lines ?? []).map(({ amount }) => amount)),
    earned: fromUnits(toUnits(last.earned) - toUnits(corrected)),
    corrected,
    paid: last.paid,
    carried: last.carried,
    statement: last.statement,
    adjustments,
  }
}

/** A month without a target would pass for one of nothing in the year to date, so it stops the run. */
export function targetOf({ payee, targetOf }: PayeeBooks, month: string): string {
  const target = targetOf.get(month)
  if (target === undefined) throw new RangeError(`${payee} has no target for ${month}`)
  return target
}

/** Nothing that was paid may come out differently now; what changed comes as an adjustment. */
function requireUnchanged({ payee, paid }: PayeeBooks, periods: readonly SettledPeriod[]): void {
  for (const [index, before] of paid.entries()) {
    if (periods[index]?.paid === before.paid) continue
    throw new RangeError(
      `${payee} was paid ${before.paid} for ${before.month}, and the books now say ${periods[index]?.paid}`,
    )
  }
}
