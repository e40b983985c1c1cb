// What is printed is read back from the books: the page says what was written, not what was meant.
import { type CommissionCorrection, type CommissionStatement, periodRange } from 'sales-rules'
import { planOf } from '../close/books.js'
import { readCredits } from '../close/credits.js'
import type { Books } from '../database/open.js'
import { rowsOf } from '../database/rows.js'
import { months } from '../policy.js'

/** A payee's month as it stands in the books. */
export interface MonthRow {
  readonly payee: string
  readonly name: string
  readonly joinedOn: string
  readonly month: string
  readonly collected: string
  readonly earned: string
  readonly corrected: string
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

/** A payee's part of a payment in the last month. */
interface PaymentRow {
  readonly payee: string
  readonly payment: string
  readonly bookedOn: string
  readonly order: string
  readonly customer: string
  readonly product: string
  readonly amount: string
  /** What of it is credited to the payee. */
  readonly share: string
}

export interface Year {
  readonly months: readonly MonthRow[]
  readonly adjustments: readonly AdjustmentRow[]
  readonly lateRefunds: readonly LateRefund[]
  readonly lastPayments: readonly PaymentRow[]
}

export async function readYear(books: Books): Promise<Year> {
  return {
    months: await rowsOf<MonthRow>(books, statements),
    adjustments: await rowsOf<AdjustmentRow>(books, adjustments),
    lateRefunds: await rowsOf<LateRefund>(books, lateRefunds),
    lastPayments: await readLastPayments(books),
  }
}

async function readLastPayments(books: Books): Promise<PaymentRow[]> {
  const month = months.at(-1) ?? ''
  const { from, to } = periodRange(month)
  const rows = await rowsOf<Omit<PaymentRow, 'share'>>(books, paymentsOf, [from, to])
  const credits = await readCredits(books, to, await planOf(books, month))
  const shares = new Map(credits.map((one) => [`${one.payee} ${one.payment}`, one.amount]))
  return rows.map((row) => ({ ...row, share: shares.get(`${row.payee} ${row.payment}`) ?? '' }))
}

const statements = `
  select payee, name, joined_on as "joinedOn", month, collected, earned, corrected, paid, carried, statement
  from statements join payees on payees.id = payee
  order by payee, month`

const adjustments = `
  select payee, month, paid_in as "paidIn", amount, correction
  from adjustments
  where amount <> 0
  order by paid_in, payee, month`

const lateRefunds = `
  select owner.payee, refund.order_line as "order", line.customer, line.product,
    refund.booked_on as "refundedOn", original.booked_on as "paidOn", -refund.amount as amount,
    (select count(*) from order_owners where order_line = line.id) as owners
  from payments refund
    join payments original on original.id = refund.refund_of
    join order_lines line on line.id = refund.order_line
    join order_owners owner on owner.order_line = line.id
  where to_char(refund.booked_on, 'YYYY-MM') > to_char(original.booked_on, 'YYYY-MM')
  order by refund.booked_on, refund.id, owner.position`

const paymentsOf = `
  select payee, payment.id as payment, booked_on as "bookedOn", order_line as "order", customer, product, payment.amount
  from payments payment
    join order_lines line on line.id = order_line
    join order_owners using (order_line)
  where booked_on between $1 and $2
  order by booked_on, payment.id`
