import type { Readable } from 'node:stream'
import { parse } from 'csv-parse'
import type { CommissionColumnsBuilder, CommissionRow } from 'sales-rules'

/** Adds every record of a CSV with the columns payee and amount, one at a time: the file is never in memory as a whole. */
export async function addCsv(csv: Readable, builder: CommissionColumnsBuilder): Promise<void> {
  // A record with too few fields lacks one of its columns; the builder refuses it by name.
  const records = csv.pipe(parse({ columns: true, relax_column_count: true }))
  for await (const record of records) builder.addRow(record as CommissionRow)
}
