import { totalOf } from '../../close-the-quarter/exact.js'
import { columns, grouped, title, wrapped } from '../../close-the-quarter/report/layout.js'
import type { AdjustmentRow, Year } from './year.js'

/** Every month that was paid and came out differently later: the month, the run that made it good, and why. */
export function adjustmentsSection({ adjustments, lateRefunds }: Year): string[] {
  const refunds = new Set(lateRefunds.map(({ order, refundedOn }) => `${order} ${refundedOn}`))
  return [
    ...title('3. Adjustments of months that were paid'),
    ...columns(
      [
        ['paid in', 'payee', 'for', 'to date: paid', 'due', 'collected was', 'is', 'adjustment'],
        ...adjustments.map(row),
        [
          'Total',
          '',
          '',
          '',
          '',
          '',
          '',
          grouped(totalOf(adjustments.map(({ amount }) => amount))),
        ],
      ],
      'lllrrrrr',
    ),
    ...wrapped(
      `From ${refunds.size} refunds booked in a later month than the payment. The statements of those months stand as they were paid.`,
    ),
  ]
}

function row({ paidIn, payee, month, amount, correction }: AdjustmentRow): string[] {
  const sales = correction?.reasons.find(({ field }) => field === 'sales')
  const figures = [correction?.paid, correction?.due, sales?.was, sales?.is, amount]
  return [paidIn, payee, month, ...figures.map((figure) => grouped(figure ?? ''))]
}
