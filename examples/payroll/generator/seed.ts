import { defineCommissionPlan } from 'sales-rules'
import type { Books } from '../database/open.js'
import { insert } from '../database/rows.js'
import { plan2025, plan2026, planOfJuly } from '../policy.js'
import { absences } from './absences.js'
import { amountsByHand } from './amountsByHand.js'
import { drawOrders } from './orders.js'
import { payees } from './payees.js'
import { drawPayments } from './payments.js'
import { drawTargets } from './targets.js'

/** Writes the company into empty books: the same rows on every run and every machine. */
export async function seedBooks(books: Books): Promise<void> {
  const orders = drawOrders()
  const payments = drawPayments(orders)
  const orderIds = new Map(orders.map((order, index) => [order, idOf('O', index)]))
  const paymentIds = new Map(payments.map((payment, index) => [payment, idOf('M', index)]))

  await insert(
    books,
    'payees',
    payees.map(({ id, name, joinedOn }) => ({ id, name, joined_on: joinedOn })),
  )
  await insert(books, 'absences', absences)
  await insert(books, 'plan_versions', [
    { ...version(plan2025), valid_from: '2025-04-01', change: 'continue' },
    { ...version(plan2026), valid_from: '2026-04-01', change: 'continue' },
    { ...version(planOfJuly), valid_from: '2026-07-01', change: 'from-start-of-year' },
  ])
  await insert(books, 'targets', drawTargets())
  await insert(
    books,
    'order_lines',
    orders.map((order) => ({
      id: orderIds.get(order),
      customer: order.customer,
      product: order.product,
      ordered_on: order.orderedOn,
      amount: money(order.cents),
    })),
  )
  await insert(
    books,
    'order_owners',
    orders.flatMap((order) =>
      order.owners.map((payee, index) => ({
        order_line: orderIds.get(order),
        position: index + 1,
        payee,
      })),
    ),
  )
  await insert(
    books,
    'payments',
    payments.map((payment) => ({
      id: paymentIds.get(payment),
      order_line: orderIds.get(payment.order),
      booked_on: payment.bookedOn,
      amount: money(payment.cents),
      refund_of: payment.refundOf ? paymentIds.get(payment.refundOf) : null,
    })),
  )
  await insert(books, 'amounts_by_hand', amountsByHand)
}

function version(plan: typeof plan2026) {
  const { id, version } = defineCommissionPlan(plan)
  return { id, version, plan }
}

function idOf(letter: string, index: number): string {
  return `${letter}${String(index + 1).padStart(4, '0')}`
}

/** Whole cents as text: -5 as `-0.05`. */
function money(cents: number): string {
  const digits = String(Math.abs(cents)).padStart(3, '0')
  return `${cents < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`
}
