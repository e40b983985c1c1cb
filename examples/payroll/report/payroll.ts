import { totalOf } from '../../close-the-quarter/exact.js'
import { groupBy } from '../../close-the-quarter/groupBy.js'
import { columns, grouped, title, wrapped } from '../../close-the-quarter/report/layout.js'
import type { Year } from './year.js'

/** What goes to payroll, by earning code. */
export function payrollSection({ payroll }: Year): string[] {
  const codes = [...groupBy(payroll, ({ earningCode }) => earningCode)]
  const total = (rows: Year['payroll']) => grouped(totalOf(rows.map(({ amount }) => amount)))
  return [
    ...title('5. What payroll gets'),
    ...columns(
      [
        ['earning code', 'rows', 'amount'],
        ...codes.map(([code, rows]) => [code, String(rows.length), total(rows)]),
        ['Total', String(payroll.length), total(payroll)],
      ],
      'lrr',
    ),
    ...wrapped(
      'The rows of a payee and month add up to what is paid. Commission: what the month earned, corrections in it. Carried: what came over from the month before, less what goes over to the next.',
    ),
  ]
}
