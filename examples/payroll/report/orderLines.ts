import { totalOf } from '../../close-the-quarter/exact.js'
import { columns, grouped, wrapped } from '../../close-the-quarter/report/layout.js'
import type { MonthRow, Year } from './year.js'

/** What came in in the month, payment by payment, and what each order earned by it. */
export function orderLines({ payments, orders }: Year, row: MonthRow): string[] {
  const isOwn = (one: { readonly payee: string; readonly month: string }) =>
    one.payee === row.payee && one.month === row.month
  return [
    ...paymentLines(payments.filter(isOwn), row),
    ...earnedLines(orders.filter(isOwn), row.month),
  ]
}

function paymentLines(payments: Year['payments'], { month, collected }: MonthRow): string[] {
  if (payments.length === 0) return [`  Nothing came in in ${month}.`, '']
  return [
    `  What you collected in ${month}`,
    ...columns(
      [
        ['', 'payment', 'order', 'customer', '', 'amount', 'yours'],
        ...payments.map(({ bookedOn, payment, order, customer, product, amount, share }) => [
          bookedOn,
          payment,
          order,
          customer,
          product,
          grouped(amount),
          grouped(share),
        ]),
        ['together', '', '', '', '', '', grouped(collected)],
      ],
      'lllllrr',
    ),
    '',
  ]
}

function earnedLines(orders: Year['orders'], month: string): string[] {
  if (orders.length === 0) return []
  return [
    `  What your orders earned in ${month}`,
    ...columns(
      [
        ['order', 'customer', '', 'commission', 'in the year'],
        ...orders.map(({ order, customer, product, amount, toDate }) => [
          order,
          customer,
          product,
          grouped(amount),
          grouped(toDate),
        ]),
        ['together', '', '', grouped(totalOf(orders.map(({ amount }) => amount))), ''],
      ],
      'lllrr',
    ),
    ...wrapped(
      'Commission: the share of the order in that of the year to date, less its share to the month before; corrections are in it. A refund takes back what the last of the sales earned, which may be more than its own order did.',
      '  ',
      '  ',
    ),
    '',
  ]
}
