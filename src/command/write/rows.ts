import { extname } from 'node:path'
import type { Option } from '../command.js'
import type { Io } from '../io.js'
import { csvRow } from './csv.js'
import { openOutput } from './output.js'
import { tableText } from './table.js'

const FORMATS = ['table', 'csv', 'ndjson'] as const

type Format = (typeof FORMATS)[number]

export const OUTPUT_OPTIONS = {
  format: {
    value: 'FORMAT',
    of: FORMATS,
    help: 'how it is written; a table on a terminal and CSV elsewhere, or as the name of --output ends',
  },
  output: { short: 'o', value: 'FILE', help: 'write to a file, which is there once it is whole' },
} as const satisfies Record<string, Option>

const ENDINGS: Readonly<Record<string, Format>> = {
  '.csv': 'csv',
  '.jsonl': 'ndjson',
  '.ndjson': 'ndjson',
  '.txt': 'table',
}

/** What comes out of a filter, wherever it goes: lines of JSON, unless somebody asks for another form. */
export function asLines(given: OutputGiven): OutputGiven {
  const isNamed = given.text('format') !== undefined || given.text('output') !== undefined
  return { text: (name) => (name === 'format' && !isNamed ? 'ndjson' : given.text(name)) }
}

export interface OutputGiven {
  readonly text: (name: string) => string | undefined
}

function formatOf(given: OutputGiven, io: Io): Format {
  const named = given.text('format') as Format | undefined
  const output = given.text('output')
  const byName = output === undefined ? undefined : ENDINGS[extname(output).toLowerCase()]
  if (named !== undefined || byName !== undefined) return named ?? byName ?? 'csv'
  return output === undefined && io.stdout.isTTY === true ? 'table' : 'csv'
}

/** A column of what comes out; figures stand on the right of a table. */
export interface OutColumn {
  readonly name: string
  readonly isFigure?: true
}

/** Writes rows as a table, CSV, or a line of JSON each. */
export async function writeRows(
  columns: readonly OutColumn[],
  rows: Iterable<readonly unknown[]>,
  given: OutputGiven,
  io: Io,
): Promise<void> {
  const output = openOutput(given.text('output'), io)
  const format = formatOf(given, io)
  const names = columns.map(({ name }) => name)
  if (format === 'table') output.write(tableText(columns, rows))
  else {
    if (format === 'csv') output.write(csvRow(names))
    for (const row of rows) output.write(format === 'csv' ? csvRow(row) : jsonRow(names, row))
  }
  await output.finish()
}

function jsonRow(names: readonly string[], row: readonly unknown[]): string {
  return `${JSON.stringify(Object.fromEntries(names.map((name, at) => [name, row[at] ?? null])))}\n`
}
