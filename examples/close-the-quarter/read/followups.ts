import { date, idFrom, readFields, yesOrNo } from './fields.js'
import { openTable, step, type Table } from './table.js'

/** One attempt to reach a customer. */
export interface Followup {
  readonly customer: string
  readonly date: string
  readonly answered: boolean
}

export function readFollowups(folder: URL, customers: ReadonlySet<string>): Table<Followup> {
  const readers = {
    customer: idFrom(customers, 'customers.csv'),
    date,
    answered: yesOrNo,
  }
  return step(openTable(folder, 'followups.csv'), (row) => readFields(row, readers))
}
