import type { Table } from '../document.js'

/** The table without columns in which nothing stands. */
export function withoutEmpty({ columns, rows, total }: Table): Table {
  const kept = columns.map((_, at) => at).filter((at) => rows.some((row) => row[at]?.text !== ''))
  const pick = <Value>(values: readonly Value[]) => kept.flatMap((at) => values[at] ?? [])
  return { columns: pick(columns), rows: rows.map(pick), ...(total && { total: pick(total) }) }
}
