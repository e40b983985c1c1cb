import { percent, totalOf } from '../../close-the-quarter/exact.js'
import { columns, grouped, wrapped } from '../../close-the-quarter/report/layout.js'
import { blankIfZero } from './amounts.js'
import type { MonthRow } from './year.js'

/** The year so far, month by month. */
export function monthLines(months: readonly MonthRow[]): string[] {
  const total = (figure: 'collected' | 'earned' | 'corrected' | 'byHand' | 'paid') =>
    totalOf(months.map((row) => row[figure]))
  return [
    '  Month by month',
    ...filledColumns([
      ['', 'collected', 'to date', 'target', 'earned', 'corrected', 'by hand', 'paid', 'carried'],
      ...months.map(monthRow),
      [
        'together',
        grouped(total('collected')),
        '',
        '',
        grouped(total('earned')),
        blankIfZero(total('corrected')),
        blankIfZero(total('byHand')),
        grouped(total('paid')),
        '',
      ],
    ]),
    ...wrapped(
      'Target: how much of that to date was reached. Earned: the commission of the year to date, less that of the year to the month before. Paid: what was earned, corrected and decided by hand, with what was carried over. No month pays less than nothing; what was paid too much is carried over and taken off the next payment.',
      '  ',
      '  ',
    ),
    ...versionLines(months),
    '',
  ]
}

/** The columns in which some month has something. */
function filledColumns([heads = [], ...rows]: readonly (readonly string[])[]): string[] {
  const isFilled = (_: string, column: number) => rows.some((row) => row[column] !== '')
  const filled = [heads, ...rows].map((row) => row.filter(isFilled))
  return columns(filled, `l${'r'.repeat(heads.length - 1)}`)
}

function monthRow(row: MonthRow): string[] {
  const { attainment } = row.statement
  return [
    row.month,
    grouped(row.collected),
    grouped(row.statement.sales),
    attainment === null ? '' : `${percent(attainment, 1)}%`,
    grouped(row.earned),
    blankIfZero(row.corrected),
    blankIfZero(row.byHand),
    grouped(row.paid),
    blankIfZero(row.carried),
  ]
}

/** Where a version of the plan came into the year. */
function versionLines(months: readonly MonthRow[]): string[] {
  return months.flatMap(({ month, statement }, index) => {
    const { version } = statement.policy
    const before = months[index - 1]?.statement.policy.version
    if (before === undefined || before === version) return []
    return wrapped(
      `From ${month} on version ${version} of the plan holds, for all of the year: ${month} makes good what the months before would have earned by it.`,
      '  ',
      '  ',
    )
  })
}
