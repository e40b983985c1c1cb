import {
  type CommissionStatement,
  payrollRows,
  type SettledPeriod,
  type Settlement,
  settleCommission,
  subtract,
} from 'sales-rules'
import { totalOf } from '../../close-the-quarter/exact.js'
import { isLast } from './absences.js'
import { type Adjustment, adjustPast } from './adjust.js'
import type { PayeeBooks } from './books.js'
import { commissionByOrder, type OrderCommission } from './orders.js'
import { periodOfMonth } from './period.js'
import { type Plans, planOf } from './plans.js'

/** A payee's month, as it is paid. */
export interface SettledMonth {
  readonly payee: string
  readonly month: string
  readonly collected: string
  /** What the month itself earned. */
  readonly earned: string
  /** What it makes good of the months before. */
  readonly corrected: string
  /** What was decided by hand. */
  readonly byHand: string
  readonly paid: string
  readonly carried: string
  /** The year to date that it rests on. */
  readonly statement: CommissionStatement
  /** What the next month opens with. */
  readonly closing: Settlement['closing']
  readonly adjustments: readonly Adjustment[]
  readonly orders: readonly OrderCommission[]
  readonly payroll: ReturnType<typeof payrollRows>
}

/**
 * Settles the last month of a payee's books, from the balance that the month before closed with.
 *
 * A refund counts in the run that books it, so that nothing paid is touched: the year to date falls by what was refunded. How much of
 * that is the month's own doing, and how much corrects the months before, is what the adjustments say.
 */
export function settlePayee(books: PayeeBooks, plans: Plans): SettledMonth {
  const { payee, months, credits, paid, absences } = books
  const month = months.at(-1) ?? ''
  const inForce = planOf(plans, month)
  const opening = paid.at(-1)?.closing
  const settlement = settleCommission(
    {
      payee,
      periods: [periodOfMonth(books, month)],
      ...(opening && { opening }),
      planChange: inForce.planChange,
      final: isLast(absences, payee, month),
    },
    inForce.plan,
  )
  const [settled] = settlement.periods as [SettledPeriod]
  const adjustments = adjustPast(books, plans)
  const corrected = totalOf(adjustments.map(({ amount }) => amount))
  const booked = credits.filter(({ bookedIn }) => bookedIn === month)
  return {
    payee,
    month,
    collected: totalOf(booked.map(({ amount }) => amount)),
    earned: subtract(settled.earned, corrected),
    corrected,
    byHand: settled.adjusted,
    paid: settled.paid,
    carried: settled.carried,
    statement: settled.statement,
    closing: settlement.closing,
    adjustments,
    orders: commissionByOrder(books, month, inForce),
    payroll: payrollRows(settlement),
  }
}
