import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { parse } from 'csv-parse'
import type { CommissionColumnsBuilder, CommissionRow } from 'sales-rules/batch'
import { type LinesOfRows, lineCounter } from './lineCounter.js'
import { refuseRow } from './refuseRow.js'

/**
 * Adds every record of a CSV with the columns payee and amount, one at a time: the file is never in memory as a whole.
 *
 * Every record is one row, refused or not, a blank line too. What it returns says on which lines a row of the builder was, which its
 * number does not tell: a cell in quotes may run over several. A quote that nothing closes takes the lines up to the next quote, or to
 * the end, for a part of its cell; they are refused together, and named from the first to the last.
 */
export async function addCsv(
  csv: Readable,
  builder: CommissionColumnsBuilder,
): Promise<LinesOfRows> {
  const lines = lineCounter(builder.finish().rows)
  const parser = parse({
    bom: true,
    columns: true,
    record_delimiter: ['\r\n', '\n'],
    // Stray quotes are for us to judge: the parser would take the lines after one for a part of its field.
    relax_quotes: true,
    // A record with too few fields lacks one of its columns; the builder refuses it by name.
    relax_column_count_less: true,
    skip_records_with_error: true,
    raw: true,
    on_record: ({ record, raw }: RawRecord) => {
      lines.count(raw)
      if (isWellQuoted(raw)) builder.addRow(record)
      else refuseRow(builder, 'a quote within a field', 'quotes around the whole field')
      // Nothing is handed on, so that records are added in their order, with those that are skipped between them.
      return null
    },
    on_skip: (error, raw = '') => {
      lines.count(raw)
      const fields = error?.['record']
      if (Array.isArray(fields))
        refuseRow(builder, `${fields.length} fields`, 'as many as the header has')
      else refuseRow(builder, 'a quote that is not closed', 'one at the end of its field')
    },
  })
  await pipeline(csv, parser.resume())
  return lines.linesOf
}

/** What the parser makes of a record where it is to keep its text. */
interface RawRecord {
  readonly record: CommissionRow
  readonly raw: string
}

function isWellQuoted(raw: string): boolean {
  return !raw.includes('"') || WELL_QUOTED.test(raw)
}

const FIELD = '(?:"[^"]*(?:""[^"]*)*"|[^",]*)'
const WELL_QUOTED = new RegExp(`^${FIELD}(?:,${FIELD})*[\\r\\n]?$`)
