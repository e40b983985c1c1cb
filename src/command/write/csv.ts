/** A row of CSV as RFC 4180 has it, but for the end of the line. */
export function csvRow(cells: readonly unknown[]): string {
  return `${cells.map(cellOf).join(',')}\n`
}

/** As it came: for rows that go back to whoever mends them. */
export function csvRowAsIs(cells: readonly string[]): string {
  return `${cells.map(quoted).join(',')}\n`
}

function cellOf(value: unknown): string {
  if (value === null || value === undefined) return ''
  return typeof value === 'string' ? quoted(guarded(value)) : String(value)
}

const NUMBER = /^[+-]?\d+(?:\.\d+)?$/

/** A spreadsheet takes a text that begins like a formula for one; an apostrophe before it says that it is text. Numbers keep their sign. */
function guarded(text: string): string {
  return /^\s*[=+\-@\uff0b\uff0d\uff1d\uff20]/.test(text) && !NUMBER.test(text) ? `'${text}` : text
}

function quoted(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
