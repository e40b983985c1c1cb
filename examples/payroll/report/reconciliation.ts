import { totalOf } from '../../close-the-quarter/exact.js'
import { columns, grouped, title, wrapped } from '../../close-the-quarter/report/layout.js'
import { months } from '../policy.js'
import type { Reconciled } from '../reconcile.js'

/** The year of every payee: what SQL makes of the payments on its own, beside what was paid. */
export function reconciliationSection(all: readonly Reconciled[]): string[] {
  const rows = all.filter(({ month }) => month === months.at(-1))
  const total = (figure: keyof Reconciled) => grouped(totalOf(rows.map((row) => row[figure])))
  const figures = [
    'collected',
    'commission',
    'earned',
    'corrected',
    'byHand',
    'paid',
    'carried',
  ] as const
  return [
    ...title('6. The year, reconciled with SQL'),
    ...columns(
      [
        ['', 'collected', 'by SQL', 'earned', 'corrected', 'by hand', 'paid', 'carried', 'off by'],
        ...rows.map((row) => [
          row.payee,
          ...figures.map((figure) => grouped(row[figure])),
          row.paidOff,
        ]),
        ['Total', ...figures.map(total), total('paidOff')],
      ],
      'lrrrrrrrr',
    ),
    ...wrapped(
      'By SQL: reconcile.sql computes every commission again from payments, owners, absences and targets, with tiers of its own. Earned + corrected = by SQL = paid + carried − by hand.',
    ),
  ]
}
