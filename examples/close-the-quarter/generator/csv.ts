/** One CSV file: its name, its column names and its rows in order. */
export interface Table {
  readonly file: string
  readonly header: readonly string[]
  readonly rows: readonly (readonly string[])[]
  /** Whether the file opens with a UTF-8 byte-order mark, as spreadsheets write it. */
  readonly byteOrderMark?: boolean
}

/** The text of a table by RFC 4180, but with plain line feeds. */
export function toCsv(table: Table): string {
  const lines = [table.header, ...table.rows].map((row) => row.map(quoted).join(','))
  return `${table.byteOrderMark ? '\uFEFF' : ''}${lines.join('\n')}\n`
}

function quoted(cell: string): string {
  return /[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell
}
