type Cell = string | number | boolean | null

/** The columns of a file: the name of each, and what an item has in it. */
export type Columns<Item> = Readonly<Record<string, (item: Item) => Cell>>

/** Items as CSV by RFC 4180, with plain line feeds. */
export function toCsv<Item>(items: readonly Item[], columns: Columns<Item>): string {
  const rows = items.map((item) => Object.values(columns).map((cellOf) => cellOf(item)))
  return [Object.keys(columns), ...rows].map((row) => `${row.map(write).join(',')}\n`).join('')
}

const NUMBER = /^-?\d+(\.\d+)?$/

/** A text that a spreadsheet would run as a formula gets an apostrophe in front; a negative number is a number. */
function write(cell: Cell): string {
  const text = cell === null ? '' : String(cell)
  const safe = /^[=+\-@\t\r]/.test(text) && !NUMBER.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
