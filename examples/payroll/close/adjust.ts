import {
  type CommissionCorrection,
  type DefinedCommissionPlan,
  defineCommissionPlan,
  restateCommission,
  subtract,
} from 'sales-rules'
import { totalOf } from '../../close-the-quarter/exact.js'
import type { PayeeBooks } from './books.js'
import { targetOf } from './settle.js'

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
 * Restates the months that were paid, with every refund in the month whose cash it gives back.
 *
 * What was paid are years to date, each named here by the month it ends with, so that a correction of April holds that of March: a
 * month's own is what it adds. Each counts as one period of its own, by the same plan without what it says of a year.
 */
export function adjustPast(books: PayeeBooks, plan: DefinedCommissionPlan): Adjustment[] {
  const { corrections } = restateCommission(
    {
      paid: books.paid.map(({ month, statement }) => ({ ...statement, period: month })),
      corrected: books.corrected,
      now: books.paid.map(({ month }) => yearToDate(books, month)),
    },
    defineCommissionPlan({ ...plan, payment: {} }),
  )
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

function yearToDate(books: PayeeBooks, month: string) {
  const collected = books.credits.filter(({ belongsTo }) => belongsTo <= month)
  const months = books.months.filter((one) => one <= month)
  return {
    payee: books.payee,
    period: month,
    sales: totalOf(collected.map(({ amount }) => amount)),
    target: totalOf(months.map((one) => targetOf(books, one))),
  }
}
