/** A file as a table: what spreadsheets save, with the dirt that they leave in it. */
import { parse } from 'csv-parse/browser/esm/sync'

/** Cells are texts as they stand in the file. */
export interface Table {
  readonly heads: readonly string[]
  readonly rows: readonly TableRow[]
}

export interface TableRow {
  /** The line of the file that it starts in, from 1. */
  readonly line: number
  readonly cells: readonly string[]
}

export type TableProblem =
  | { readonly kind: 'empty' }
  | { readonly kind: 'quote'; readonly line: number }
  | { readonly kind: 'too-long'; readonly most: number }

export type TableRead =
  | { readonly ok: true; readonly table: Table }
  | { readonly ok: false; readonly problem: TableProblem }

export const MOST_ROWS = 50_000
const SEPARATORS = [',', ';', '\t', '|'] as const

export function readTable(text: string): TableRead {
  const clean = text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n')
  const records = recordsOf(clean)
  if (typeof records === 'number') return { ok: false, problem: { kind: 'quote', line: records } }
  const [head, ...rows] = records.filter(({ cells }) => cells.some((cell) => cell !== ''))
  if (head === undefined) return { ok: false, problem: { kind: 'empty' } }
  if (rows.length > MOST_ROWS) return { ok: false, problem: { kind: 'too-long', most: MOST_ROWS } }
  return { ok: true, table: { heads: head.cells, rows } }
}

/** The line where a quotation begins that never ends, in the place of the records. */
function recordsOf(text: string): readonly TableRow[] | number {
  const records: TableRow[] = []
  let read = 0
  try {
    parse(text, {
      delimiter: separatorOf(text),
      relax_column_count: true,
      relax_quotes: true,
      trim: true,
      on_record: (cells, { lines }) => {
        records.push({ line: read + 1, cells })
        read = lines
        return null
      },
    })
    return records
  } catch {
    return read + 1
  }
}

/** The one that the first line has most of, outside of quotations. */
function separatorOf(text: string): string {
  const [line = ''] = text
    .trimStart()
    .replace(/"[^"]*"/g, '')
    .split('\n', 1)
  const counts = SEPARATORS.map((separator) => line.split(separator).length)
  return SEPARATORS[counts.indexOf(Math.max(...counts))] ?? ','
}
