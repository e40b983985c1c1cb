import { type DefinedCommissionPlan, periodOf, splitCredit } from 'sales-rules'
import type { Books } from '../database/open.js'
import { rowsOf } from '../database/rows.js'

/** A payee's part of a payment or of a refund. */
export interface Credit {
  readonly payee: string
  readonly payment: string
  readonly amount: string
  /** The payment that a refund gives back. */
  readonly refundOf: string | null
  /** The month in which it was booked, and whose run counts it first. */
  readonly bookedIn: string
  /** The month to which it belongs: a refund takes back what came in then. */
  readonly belongsTo: string
}

interface PaymentRow {
  readonly id: string
  readonly amount: string
  readonly booked_on: string
  readonly paid_on: string
  readonly refund_of: string | null
  readonly owners: readonly string[]
}

const payments = `
  select payment.id, payment.amount, payment.booked_on, payment.refund_of,
    coalesce(original.booked_on, payment.booked_on) as paid_on,
    array_agg(owner.payee order by owner.position) as owners
  from payments payment
    join order_owners owner using (order_line)
    left join payments original on original.id = payment.refund_of
  where payment.booked_on <= $1
  group by payment.id, original.id
  order by payment.id`

/** The payments booked up to a day, each split between the owners of its order: in thirds too, to the cent. */
export async function readCredits(
  books: Books,
  upTo: string,
  plan: DefinedCommissionPlan,
): Promise<Credit[]> {
  const rows = await rowsOf<PaymentRow>(books, payments, [upTo])
  return rows.flatMap(({ id, amount, booked_on, paid_on, refund_of, owners }) => {
    const equal = owners.map((payee) => ({ payee, parts: 1 }))
    return splitCredit(amount, equal, plan).map((share) => ({
      payee: share.payee,
      payment: id,
      amount: share.amount,
      refundOf: refund_of,
      bookedIn: periodOf(booked_on, 'month'),
      belongsTo: periodOf(paid_on, 'month'),
    }))
  })
}
