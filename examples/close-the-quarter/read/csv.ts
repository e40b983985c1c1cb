import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'

/** One row of a file, not looked at yet. */
export interface Row {
  /** The line it starts on; the header is line 1. */
  readonly line: number
  readonly cells: Readonly<Record<string, string>>
  /** How many fields it has, and how many the header has. */
  readonly fields: { readonly found: number; readonly expected: number }
  /** Whether a cell starts with a quote that does not end it. */
  readonly hasOpenQuote: boolean
}

/** The rows of a CSV file, every one of them: a row with a wrong quote or number of fields is for the next step to judge. */
export function readCsv(folder: URL, file: string): { rows: Row[]; counted: number } {
  const original = readFileSync(new URL(file, folder), 'utf8')
  const { text, openAt } = closeQuotes(original)
  const [header = [], ...records] = parse(text, {
    bom: true,
    record_delimiter: ['\r\n', '\n'],
    relax_column_count: true,
    relax_quotes: true,
  })
  let line = 1 + linesOf(header)
  const rows = records.map((record) => {
    const fields = { found: record.length, expected: header.length }
    const start = line
    line += linesOf(record)
    const hasOpenQuote = openAt.some((at) => at >= start && at < line)
    return { line: start, cells: named(header, record), fields, hasOpenQuote }
  })
  return { rows, counted: countRows(original) }
}

const QUOTED = /(?<=^|[,\n])"[^"]*(?:""[^"]*)*"(?=,|\r?\n|$)/g
const STARTING_WITH_QUOTE = new RegExp(
  `${QUOTED.source}|(?<=^|[,\\n])"[^,\\n]*?(?=,|\\r?\\n|$)`,
  'g',
)

/**
 * Makes a quote that does not end its cell ordinary text, and says on which lines there was one. The parser would read on to the next
 * quote, however many rows away that is, or stop.
 */
function closeQuotes(text: string): { text: string; openAt: number[] } {
  const openAt: number[] = []
  const closed = text.replaceAll(STARTING_WITH_QUOTE, (cell, index: number) => {
    if (cell.match(QUOTED)?.[0] === cell) return cell
    openAt.push(text.slice(0, index).split('\n').length)
    return `"${cell.replaceAll('"', '""')}"`
  })
  return { text: closed, openAt }
}

/** A quoted cell may run over several lines. The parser's own count of lines is not used: it takes a stray \r for one. */
function linesOf(record: readonly string[]): number {
  return record.join('').split('\n').length
}

function named(header: readonly string[], record: readonly string[]): Record<string, string> {
  return Object.fromEntries(record.map((cell, index) => [header[index] ?? `extra${index}`, cell]))
}

/** The rows below the header, counted without the parser: line breaks outside quotes. A file may be empty. */
function countRows(text: string): number {
  const lines = text.replaceAll(QUOTED, 'quoted').split('\n')
  return Math.max(0, lines.length - (lines.at(-1) === '' ? 2 : 1))
}
