import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'

/** One row of a file, not looked at yet. */
export interface Row {
  /** The line it starts on; the header is line 1. */
  readonly line: number
  readonly cells: Readonly<Record<string, string>>
  /** How many fields it has, and how many the header has. */
  readonly fields: { readonly found: number; readonly expected: number }
}

/** The rows of a CSV file, every one of them: a row with too few or too many fields is for the next step to judge. */
export function readCsv(folder: URL, file: string): { rows: Row[]; counted: number } {
  const text = readFileSync(new URL(file, folder), 'utf8')
  const [header = [], ...records] = parse(text, {
    bom: true,
    record_delimiter: ['\r\n', '\n'],
    relax_column_count: true,
    relax_quotes: true,
  })
  let line = 1 + linesOf(header)
  const rows = records.map((record) => {
    const fields = { found: record.length, expected: header.length }
    const row = { line, cells: named(header, record), fields }
    line += linesOf(record)
    return row
  })
  return { rows, counted: countRows(text) }
}

/** A quoted cell may run over several lines. The parser's own count of lines is not used: it takes a stray \r for one. */
function linesOf(record: readonly string[]): number {
  return record.join('').split('\n').length
}

function named(header: readonly string[], record: readonly string[]): Record<string, string> {
  return Object.fromEntries(record.map((cell, index) => [header[index] ?? `extra${index}`, cell]))
}

const QUOTED_CELL = /(?<=^|[,\n])"(?:[^"]|"")*"(?=[,\r\n]|$)/g

/** The rows below the header, counted without the parser: line breaks outside quotes. */
function countRows(text: string): number {
  const lines = text.replaceAll(QUOTED_CELL, '').split('\n')
  return lines.length - (lines.at(-1) === '' ? 2 : 1)
}
