import {
  type CommissionLine,
  type CommissionStatement,
  type DefinedCommissionPlan,
  type SettledPeriod,
  type Settlement,
  settleCommission,
  subtract,
} from 'sales-rules'
import { totalOf } from '../../close-the-quarter/exact.js'
import { type Adjustment, adjustPast } from './adjust.js'
import type { PayeeBooks } from './books.js'
import type { Credit } from './credits.js'

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
  /** What the next month opens with. */
  readonly closing: Settlement['closing']
  readonly adjustments: readonly Adjustment[]
}

/**
 * Settles the last month of a payee's books, from the balance that the month before closed with.
 *
 * A refund counts in the run that books it, so that nothing paid is touched: the year to date falls by what was refunded. How much of
 * that is the month's own doing, and how much corrects the months before, is what the adjustments say.
 */
export function settlePayee(books: PayeeBooks, plan: DefinedCommissionPlan): SettledMonth {
  const { payee, months, credits, paid } = books
  const month = months.at(-1) ?? ''
  const booked = credits.filter(({ bookedIn }) => bookedIn === month)
  const period = { period: month, target: targetOf(books, month), lines: booked.map(lineOf) }
  const opening = paid.at(-1)?.closing
  const settlement = settleCommission(
    { payee, periods: [period], ...(opening && { opening }) },
    plan,
  )
  const [settled] = settlement.periods as [SettledPeriod]
  const adjustments = adjustPast(books, plan)
  const corrected = totalOf(adjustments.map(({ amount }) => amount))
  return {
    payee,
    month,
    collected: totalOf(booked.map(({ amount }) => amount)),
    earned: subtract(settled.earned, corrected),
    corrected,
    paid: settled.paid,
    carried: settled.carried,
    statement: settled.statement,
    closing: settlement.closing,
    adjustments,
  }
}

function lineOf({ payment, amount, refundOf }: Credit): CommissionLine {
  return { id: payment, amount, ...(refundOf !== null && { refundOf }) }
}

/** A month without a target would pass for one of nothing in the year to date, so it stops the run. */
export function targetOf({ payee, targetOf }: PayeeBooks, month: string): string {
  const target = targetOf.get(month)
  if (target === undefined) throw new RangeError(`${payee} has no target for ${month}`)
  return target
}
