import type { RefundNote } from '../close/refunds.js'
import { type Company, tablesOf } from '../read/company.js'
import type { Rejected } from '../read/table.js'
import { grouped, title, widthOf, wrapped } from './layout.js'

/** What was left out, file by file and line by line, and what was left in although it looks odd. */
export function rejectedSection(company: Company, refunds: readonly RefundNote[]): string[] {
  const tables = tablesOf(company)
  const total = tables.reduce((rows, { rejected }) => rows + rejected.length, 0)
  return [
    ...title(`1. Rejected rows: ${total}`),
    ...tables.flatMap(({ file, counted, rejected }) =>
      rejected.length === 0
        ? []
        : [`${file}: ${rejected.length} of ${grouped(String(counted))} rows`, ...list(rejected)],
    ),
    ...refunds.flatMap(({ rep, month, sales, refunds: back }) =>
      wrapped(
        `Note: in ${month} the refunds of ${rep} (${grouped(back)}) are larger than the sales (${grouped(sales)}). ` +
          'That is legal and counts.',
        '',
      ),
    ),
  ]
}

function list(rejected: readonly Rejected[]): string[] {
  return rejected.flatMap(({ row, issues }) => {
    const line = String(row.line).padStart(6)
    const reason = issues.map(({ message }) => message).join(' ')
    const [id = ''] = Object.values(row.cells)
    const whose = row.cells['quarter'] ?? row.cells['rep'] ?? ''
    const indent = `${line}  ${`${id} ${whose}`.padEnd(12)}  `
    return wrapped(reason, indent, ' '.repeat(widthOf(indent)))
  })
}
