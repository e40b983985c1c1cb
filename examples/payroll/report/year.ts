// What is printed is read back from the books: the page says what was written, not what was meant.
import type { CommissionCorrection, CommissionStatement } from 'sales-rules'
import type { Absence } from '../close/absences.js'
import { readCredits } from '../close/credits.js'
import { planOf, readPlans } from '../close/plans.js'
import type { Books } from '../database/open.js'
import { rowsOf } from '../database/rows.js'
import { months } from '../policy.js'
import * as queries from './queries.js'

/** A payee's month as it stands in the books. */
export interface MonthRow {
  readonly payee: string
  readonly name: string
  readonly joinedOn: string
  readonly month: string
  readonly collected: string
  readonly earned: string
  readonly corrected: string
  readonly byHand: string
  readonly paid: string
  readonly carried: string
  readonly statement: CommissionStatement
}

export interface AdjustmentRow {
  readonly payee: string
  readonly month: string
  readonly paidIn: string
  readonly amount: string
  readonly correction: CommissionCorrection | null
}

/** An amount that somebody decided. */
export interface ByHandRow {
  readonly id: string
  readonly payee: string
  readonly forMonth: string
  readonly paidIn: string
  readonly amount: string
  readonly reason: string
  readonly givenBy: string
  readonly givenOn: string
}

/** A payment that was given back in a later month than it came in. */
export interface LateRefund {
  readonly payee: string
  readonly order: string
  readonly customer: string
  readonly product: string
  readonly refundedOn: string
  readonly paidOn: string
  readonly amount: string
  readonly owners: string
}

/** A payee's part of a payment. */
interface PaymentRow {
  readonly payee: string
  readonly month: string
  readonly payment: string
  readonly bookedOn: string
  readonly order: string
  readonly customer: string
  readonly product: string
  readonly amount: string
  /** What of it is credited to the payee. */
  readonly share: string
}

/** What an order earned a payee in a month, and in the year up to it. */
export interface OrderRow {
  readonly payee: string
  readonly month: string
  readonly order: string
  readonly customer: string
  readonly product: string
  readonly amount: string
  readonly toDate: string
}

export interface PayrollLine {
  readonly payee: string
  readonly month: string
  readonly earningCode: string
  readonly amount: string
  readonly currency: string
}

export interface Year {
  readonly months: readonly MonthRow[]
  readonly absences: readonly Absence[]
  readonly adjustments: readonly AdjustmentRow[]
  readonly byHand: readonly ByHandRow[]
  readonly lateRefunds: readonly LateRefund[]
  readonly payments: readonly PaymentRow[]
  readonly orders: readonly OrderRow[]
  readonly payroll: readonly PayrollLine[]
}

export async function readYear(books: Books): Promise<Year> {
  return {
    months: await rowsOf<MonthRow>(books, queries.statements),
    absences: await rowsOf<Absence>(books, queries.absences),
    adjustments: await rowsOf<AdjustmentRow>(books, queries.adjustments),
    byHand: await rowsOf<ByHandRow>(books, queries.byHand),
    lateRefunds: await rowsOf<LateRefund>(books, queries.lateRefunds),
    payments: await readPayments(books),
    orders: await rowsOf<OrderRow>(books, queries.orders),
    payroll: await rowsOf<PayrollLine>(books, queries.payroll),
  }
}

async function readPayments(books: Books): Promise<PaymentRow[]> {
  const last = months.at(-1) ?? ''
  const { plan } = planOf(await readPlans(books), last)
  const rows = await rowsOf<Omit<PaymentRow, 'payee' | 'month' | 'share'>>(books, queries.payments)
  const byId = new Map(rows.map((row) => [row.payment, row]))
  const credits = await readCredits(books, `${last}-31`, plan)
  return credits
    .flatMap(({ payee, payment, amount, bookedIn }) => {
      const row = byId.get(payment)
      return row === undefined ? [] : [{ ...row, payee, month: bookedIn, share: amount }]
    })
    .sort((left, right) => (left.bookedOn < right.bookedOn ? -1 : 1))
}
