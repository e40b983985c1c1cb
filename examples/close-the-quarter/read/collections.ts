import { compareAmounts, subtract } from 'sales-rules'
import { date, money, readFields, text } from './fields.js'
import type { Order } from './orders.js'
import { openTable, refuse, step, type Table } from './table.js'

/** Cash that came in for an order. */
export interface Collection {
  readonly order: string
  readonly paidOn: string
  readonly amount: string
}

/** Cash counts up to the amount of its order; what is more was booked twice, or belongs to another order. */
export function readCollections(folder: URL, orders: Table<Order>): Table<Collection> {
  const readers = { order: text, paidOn: date, amount: money }
  const read = step(openTable(folder, 'collections.csv'), (row) => readFields(row, readers))
  const open = new Map(orders.accepted.map(({ value }) => [value.order, value.amount]))
  return step(read, (collection) => {
    const { order, amount } = collection
    const due = open.get(order)
    if (due === undefined) return refuseOrder(order, orders)
    if (compareAmounts(amount, due) > 0)
      return refuse('amount', amount, `at most the ${due} still open on ${order}`)
    open.set(order, subtract(due, amount))
    return collection
  })
}

function refuseOrder(order: string, { rejected }: Table<Order>): never {
  const line = rejected.find(({ row }) => row.cells['order'] === order)?.row.line
  const why =
    line === undefined
      ? 'an order of orders.csv'
      : `an accepted order; orders.csv:${line} was rejected`
  return refuse('order', order, why)
}
