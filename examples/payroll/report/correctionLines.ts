import { totalOf } from '../../close-the-quarter/exact.js'
import { groupBy } from '../../close-the-quarter/groupBy.js'
import { columns, grouped, wrapped } from '../../close-the-quarter/report/layout.js'
import type { AdjustmentRow, LateRefund, MonthRow, Year } from './year.js'

/** Run by run: the refunds that came late, and what they change in the months that were paid. */
export function correctionLines(
  { adjustments, lateRefunds }: Year,
  { payee, month }: MonthRow,
): string[] {
  const own = adjustments.filter((row) => row.payee === payee && row.paidIn <= month)
  if (own.length === 0) return ['  Corrections: none.', '']
  const runs = [...groupBy(own, ({ paidIn }) => paidIn)]
  const tables = runs.flatMap(([paidIn, rows]) => [
    `  Corrected in ${paidIn}: the year up to each month, as it was paid and as it is now`,
    ...lateRefunds
      .filter((refund) => refund.payee === payee && refund.refundedOn.startsWith(paidIn))
      .flatMap(refundLines),
    ...columns(
      [
        ['for', 'collected', 'now', 'commission', 'now', 'difference'],
        ...rows.map(correctionRow),
        ['', '', '', '', 'together', grouped(totalOf(rows.map(({ amount }) => amount)))],
      ],
      'lrrrrr',
    ),
    '',
  ])
  const legend =
    'Difference: what a month changes beyond the months before it. A month that is not listed changes nothing more.'
  return [...tables, ...wrapped(legend, '  ', '  '), '']
}

function refundLines(refund: LateRefund): string[] {
  const { order, customer, product, refundedOn, paidOn, amount, owners } = refund
  const part = owners === '1' ? '' : `, which ${owners} of you share`
  return wrapped(
    `On ${refundedOn} customer ${customer} was given back ${grouped(amount)} of order ${order} (${product})${part}. They came in on ${paidOn} and do not count from then on.`,
    '  ',
    '  ',
  )
}

/** The difference of a month is what it adds to that of the months before it: more where a higher rate is no longer reached. */
function correctionRow({ month, amount, correction }: AdjustmentRow): string[] {
  const sales = correction?.reasons.find(({ field }) => field === 'sales')
  return [
    month,
    grouped(sales?.was ?? ''),
    grouped(sales?.is ?? ''),
    grouped(correction?.paid ?? ''),
    grouped(correction?.due ?? ''),
    grouped(amount),
  ]
}
