import { compareAmounts } from 'sales-rules'
import { date, idFrom, money, oneOf, optional, readFields, text } from './fields.js'
import { firstCounts, openTable, refuse, step, type Table } from './table.js'

export interface Order {
  readonly order: string
  readonly rep: string
  readonly customer: string
  readonly date: string
  readonly product: string
  readonly amount: string
  readonly kind: 'sale' | 'refund'
  readonly refundOf: string | null
}

/** The customer is not looked up in customers.csv: what is wrong there must not hold up anybody's pay. */
export function readOrders(folder: URL, reps: ReadonlySet<string>): Table<Order> {
  const readers = {
    order: text,
    rep: idFrom(reps, 'reps.csv'),
    customer: text,
    date,
    product: text,
    amount: money,
    kind: oneOf(['sale', 'refund']),
    refundOf: optional(text),
  }
  const signed = step(openTable(folder, 'orders.csv'), (row) => checkSign(readFields(row, readers)))
  const orders = firstCounts(signed, ({ order }) => order)
  const sales = new Set(
    orders.accepted.flatMap(({ value }) => (value.kind === 'sale' ? [value.order] : [])),
  )
  return step(orders, (order) => checkRefund(order, sales))
}

function checkSign(order: Order): Order {
  const sign = compareAmounts(order.amount, '0')
  if (order.kind === 'sale' && sign <= 0) refuse('amount', order.amount, 'a sale above 0')
  if (order.kind === 'refund' && sign >= 0) refuse('amount', order.amount, 'a refund below 0')
  return order
}

/** A refund takes back a sale that counts. It may be larger than all that the rep sold in its month. */
function checkRefund(order: Order, sales: ReadonlySet<string>): Order {
  if (order.kind === 'refund' && !sales.has(order.refundOf ?? ''))
    refuse('refundOf', order.refundOf ?? 'a blank cell', 'a sale that was accepted')
  return order
}
