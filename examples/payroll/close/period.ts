// A payee's month as the library takes it, from the books alone: the same for a month that is closed as for the one that is settled.
import type { CommissionLine, CommissionLinesInput, SettlementPeriodInput } from 'sales-rules'
import { totalOf } from '../../close-the-quarter/exact.js'
import { isAway } from './absences.js'
import type { PayeeBooks } from './books.js'
import type { Credit } from './credits.js'

export function periodOfMonth(books: PayeeBooks, month: string): SettlementPeriodInput {
  const byHand = books.byHand.filter(({ paidIn }) => paidIn === month)
  return {
    period: month,
    lines: books.credits.filter(({ bookedIn }) => bookedIn === month).map(lineOf),
    adjustments: byHand.map(({ adjustment }) => adjustment),
    ...withTarget(targetsOf(books, [month])),
  }
}

/** The year up to and with a month as one period, with every line that was booked until then. */
export function yearToDate(books: PayeeBooks, month: string): CommissionLinesInput {
  const months = books.months.filter((one) => one <= month)
  return {
    payee: books.payee,
    period: month,
    lines: books.credits.filter(({ bookedIn }) => bookedIn <= month).map(lineOf),
    ...withTarget(targetsOf(books, months)),
  }
}

function lineOf({ payment, amount, refundOf }: Credit): CommissionLine {
  return { id: payment, amount, ...(refundOf !== null && { refundOf }) }
}

/** A month without a target would pass for one of nothing in the year to date, so it stops the run; who is away has none. */
export function targetsOf(books: PayeeBooks, months: readonly string[]): readonly string[] {
  const { payee, absences, targetOf } = books
  return months.flatMap((month) => {
    const target = targetOf.get(month)
    if (target === undefined && !isAway(absences, payee, month))
      throw new RangeError(`${payee} has no target for ${month}`)
    return target ?? []
  })
}

export function withTarget(targets: readonly string[]) {
  return targets.length > 0 && { target: totalOf(targets) }
}
