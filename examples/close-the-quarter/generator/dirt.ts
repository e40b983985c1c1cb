// What real exports bring along, planted on purpose. The number is the line of the finished file, the header being line 1.
// Two more kinds come from the tables themselves: customers.csv opens with a byte-order mark, and product
// and company names hold quoted commas. The dirt is fixed to lines: after a change in a table, read these lines again.
import type { Table } from './csv.js'

type Change = (table: Table, rows: string[][], index: number) => void

const dirt: Readonly<Record<string, readonly (readonly [line: number, change: Change])[]>> = {
  'targets.csv': [
    [101, set('salesTarget', '-590000')], // a target below zero
  ],
  'orders.csv': [
    [624, set('date', '2026-02-30')], // a day that does not exist
    [4101, repeat()], // the line above once more
    [4513, repeat('amount', '28663.89')], // the order above once more, with another amount
    [4762, set('rep', 'R77')], // a rep who is not in reps.csv
    // a refund of October's order, above all that the rep sold in November
    [
      4780,
      insert('O9001', 'R36', 'C766', '2026-11-27', 'Software', '-74894.94', 'refund', 'O4169'),
    ],
    [4814, set('date', '2026-11-31')], // a day that does not exist, in the quarter that is closed
    [4906, insert('O9002', 'R16', 'C340', '2026-12-03', 'Drives', '12,000', 'sale', '')], // a thousands separator
    [5105, set('amount', '20529.075')], // three decimals
    [5207, insert('O9003', 'R15', 'C314', '2026-12-16', 'Sensors', '１２３４', 'sale', '')], // full-width digits
    [5408, set('amount', '')], // no amount
    [5456, cut(4)], // too few fields
  ],
  'collections.csv': [
    [5201, insert('O8888', '2026-12-14', '30000.00')], // an order that is not in orders.csv
    [5400, repeat()], // paid in full twice: more than the order's amount
  ],
  'surveys.csv': [
    [127, set('points', '105')], // more than 100 points
    [134, set('source', 'self')], // reported by the rep
    [146, remove()], // R31 has no survey for 2026-Q4
  ],
  'leads.csv': [
    [121, set('authority', 'gatekeeper')], // not one of the four authorities
    [202, repeat()], // the line above once more
    [303, repeat('lead', 'L301')], // the company above once more, as another lead
  ],
  'customers.csv': [
    [200, set('satisfaction', 'n/a')], // not a number, where others are blank
  ],
}

/** The table with its dirt; line by line from the top, so that each number holds in the finished file. */
export function spoil(table: Table): Table {
  const rows = table.rows.map((row) => [...row])
  for (const [line, change] of dirt[table.file] ?? []) change(table, rows, line - 2)
  return { ...table, rows }
}

function set(column: string, value: string): Change {
  return (table, rows, index) => {
    rows[index] = replaced(table, rows[index], column, value)
  }
}

function repeat(column?: string, value = ''): Change {
  return (table, rows, index) => {
    const above = [...(rows[index - 1] ?? [])]
    rows.splice(index, 0, column === undefined ? above : replaced(table, above, column, value))
  }
}

function insert(...cells: string[]): Change {
  return (_table, rows, index) => {
    rows.splice(index, 0, cells)
  }
}

function cut(fields: number): Change {
  return (_table, rows, index) => {
    rows[index] = (rows[index] ?? []).slice(0, fields)
  }
}

function remove(): Change {
  return (_table, rows, index) => {
    rows.splice(index, 1)
  }
}

function replaced(table: Table, row: string[] = [], column: string, value: string): string[] {
  return table.header.map((name, index) => (name === column ? value : (row[index] ?? '')))
}
