import { type CommissionCorrection, restateCommission, subtract } from 'sales-rules'
import { totalOf } from '../../close-the-quarter/exact.js'
import { groupBy } from '../../close-the-quarter/groupBy.js'
import type { PayeeBooks } from './books.js'
import { targetsOf, withTarget } from './period.js'
import { type Plans, planOf } from './plans.js'

/** What a month that was paid should have been paid beside what it was. */
export interface Adjustment {
  readonly month: string
  /** For the month itself. */
  readonly amount: string
  /** For the year up to and with it. */
  readonly toDate: string
  /** The restatement of that year to date; null where it stays as it was paid. */
  readonly correction: CommissionCorrection | null
}

/**
 * Restates the months that were paid, each by the plan of then, with every refund in the month whose cash it gives back.
 *
 * What was paid are years to date, each named here by the month it ends with, so that a correction of April holds that of March: a
 * month's own is what it adds. Each counts as one period of its own, by the same plan without what it says of a year.
 */
export function adjustPast(books: PayeeBooks, plans: Plans): Adjustment[] {
  const byVersion = groupBy(books.paid, ({ month }) => planOf(plans, month).plan.version)
  const corrections = [...byVersion.values()].flatMap((paid) => restate(books, paid, plans))
  const byMonth = new Map(corrections.map((correction) => [correction.period, correction]))
  let before = '0.00'
  const adjustments = books.paid.map(({ month }) => {
    const correction = byMonth.get(month) ?? null
    const toDate = correction?.amount ?? '0.00'
    const amount = subtract(toDate, before)
    before = toDate
    return { month, amount, toDate, correction }
  })
  return adjustments.filter(({ amount, correction }) => correction !== null || amount !== '0.00')
}

function restate(
  books: PayeeBooks,
  paid: PayeeBooks['paid'],
  plans: Plans,
): readonly CommissionCorrection[] {
  const { alone } = planOf(plans, paid[0]?.month ?? '')
  const input = {
    paid: paid.map(({ month, statement }) => ({ ...statement, period: month })),
    corrected: books.corrected,
    now: paid.map(({ month }) => asItReallyWas(books, month)),
  }
  return restateCommission(input, alone).corrections
}

function asItReallyWas(books: PayeeBooks, month: string) {
  const collected = books.credits.filter(({ belongsTo }) => belongsTo <= month)
  const months = books.months.filter((one) => one <= month)
  return {
    payee: books.payee,
    period: month,
    sales: totalOf(collected.map(({ amount }) => amount)),
    ...withTarget(targetsOf(books, months)),
  }
}
