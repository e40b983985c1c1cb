import { type DefinedCommissionPlan, periodOf, splitCredit } from 'sales-rules'
import { totalOf } from '../../close-the-quarter/exact.js'
import { groupBy } from '../../close-the-quarter/groupBy.js'
import type { Books } from '../database/open.js'
import { rowsOf } from '../database/rows.js'
import { type Absence, creditedOn } from './absences.js'

/** A payee's part of a payment or of a refund. */
export interface Credit {
  readonly payee: string
  readonly payment: string
  readonly order: string
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
  readonly order: string
  readonly amount: string
  readonly booked_on: string
  readonly paid_on: string
  readonly refund_of: string | null
  readonly owners: readonly string[]
}

const payments = `
  select payment.id, payment.order_line as "order", payment.amount, payment.booked_on, payment.refund_of,
    coalesce(original.booked_on, payment.booked_on) as paid_on,
    array_agg(owner.payee order by owner.position) as owners
  from payments payment
    join order_owners owner using (order_line)
    left join payments original on original.id = payment.refund_of
  where payment.booked_on <= $1
  group by payment.id, original.id
  order by payment.id`

/**
 * The payments booked up to a day, each split between the owners of its order: in thirds too, to the cent. Who was away on the day of
 * the payment is not credited with it, but whoever stands in; a refund takes back from whoever was credited.
 */
export async function readCredits(
  books: Books,
  upTo: string,
  plan: DefinedCommissionPlan,
): Promise<Credit[]> {
  const absences = await rowsOf<Absence>(books, 'select * from absences')
  const rows = await rowsOf<PaymentRow>(books, payments, [upTo])
  return rows.flatMap((row) => {
    const equal = row.owners.map((payee) => ({ payee, parts: 1 }))
    const shares = groupBy(splitCredit(row.amount, equal, plan), ({ payee }) =>
      creditedOn(absences, payee, row.paid_on),
    )
    return [...shares].map(([payee, parts]) => creditOf(row, payee, parts))
  })
}

function creditOf(
  { id, order, refund_of, booked_on, paid_on }: PaymentRow,
  payee: string,
  parts: readonly { readonly amount: string }[],
): Credit {
  return {
    payee,
    payment: id,
    order,
    amount: totalOf(parts.map(({ amount }) => amount)),
    refundOf: refund_of,
    bookedIn: periodOf(booked_on, 'month'),
    belongsTo: periodOf(paid_on, 'month'),
  }
}
