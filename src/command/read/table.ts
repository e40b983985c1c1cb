import { extname } from 'node:path'
import { type Io, say } from '../io.js'
import { type CellFault, cellReader, type ReadCell, type Writing } from './cells.js'
import { type OnRecord, readCsv, type Source } from './csv.js'
import { decode, type Encoding } from './encoding.js'
import { type Columns, type Fields, hasKnownHeader, mapColumns, type ToMap } from './headers.js'
import { parseLine, readLines } from './ndjson.js'
import { nameOf, openBytes } from './source.js'

/** A row of a file, by the fields of the command. Blank cells are not there. */
export interface Row {
  /** The line it starts on; the header is line 1. */
  readonly line: number
  readonly values: Readonly<Record<string, unknown>>
  /** As it was written, for whoever mends it. */
  readonly cells: readonly string[]
  /** What is wrong with it already: cells that cannot be read, or too few of them. */
  readonly faults: readonly RowFault[]
}

/** What is wrong with a row, and in which column; in none where it is the row as a whole. */
export interface RowFault extends CellFault {
  readonly column: string
}

/** What a table has, before its first row. */
export interface Head {
  readonly header: readonly string[]
  /** The fields that it has, each with its column. */
  readonly columns: ReadonlyMap<string, string>
}

export interface ToRead extends ToMap, Writing {
  readonly file: string
  readonly fields: Fields
  readonly encoding?: Encoding | undefined
  readonly from?: 'csv' | 'ndjson' | undefined
}

type TakeRow = (row: Row) => void

/** Reads a table, CSV or lines of JSON, and says how it was understood. */
export async function readTable(
  given: ToRead,
  io: Io,
  begin: (head: Head) => TakeRow,
): Promise<void> {
  const name = nameOf(given.file)
  const place = { line: 1 }
  const { bytes, encoding, isGuessed } = await decode({
    name,
    place,
    bytes: await openBytes(given.file, io),
    encoding: given.encoding,
    isKnown: (line) => hasKnownHeader(line, given.fields),
  })
  if (encoding !== 'utf-8' && isGuessed)
    say(
      io,
      `${name}: read as ${encoding.toUpperCase()}, by its headers. --encoding names another one.`,
    )
  const source = { bytes, name, place }
  if (formatOf(given) === 'ndjson') return readJsonRows(source, given, begin)
  return readCsv(source, (header, delimiter) => {
    const columns = mapColumns(header, name, given)
    tell({ name, columns, delimiter }, io)
    const take = begin({ header, columns: columnsOf(columns) })
    return onRecord(columns, header.length, given, take)
  })
}

function formatOf({ file, from }: ToRead): 'csv' | 'ndjson' {
  if (from !== undefined) return from
  return ['.ndjson', '.jsonl'].includes(extname(file).toLowerCase()) ? 'ndjson' : 'csv'
}

function columnsOf({ read }: Columns): ReadonlyMap<string, string> {
  return new Map(read.map(({ field, header }) => [field, header.trim()]))
}

/** What is read from what is no secret: a wrong column pays wrong amounts. */
function tell(found: { name: string; columns: Columns; delimiter: string }, io: Io): void {
  const { name, columns, delimiter } = found
  if (delimiter !== ',')
    say(io, `${name}: columns are parted by ${delimiter === ';' ? '";"' : 'tabs'}.`)
  const renamed = columns.read.filter(({ header, field }) => header.trim() !== field)
  if (renamed.length > 0)
    say(
      io,
      `${name}: ${renamed.map(({ header, field }) => `"${header.trim()}" is ${field}`).join(', ')}.`,
    )
  if (columns.unread.length > 0)
    say(io, `${name}: not read: ${columns.unread.map((one) => `"${one.trim()}"`).join(', ')}.`)
}

function onRecord({ read }: Columns, width: number, writing: Writing, take: TakeRow): OnRecord {
  const columns = read.map(({ at, field, kind, header }) => ({
    at,
    field,
    header: header.trim(),
    readCell: kind === 'text' ? null : cellReader(kind, writing),
  }))
  return (cells, line) => {
    if (cells.length === width) {
      const { values, faults } = readCells(cells, columns)
      take({ line, cells, values, faults })
      return
    }
    const reason = `got ${cells.length} cells, expected ${width}.`
    take({ line, values: {}, cells, faults: [{ column: '', code: 'ROW_INCOMPLETE', reason }] })
  }
}

/** A column that is read; a text as it stands. */
interface ReadColumn {
  readonly at: number
  readonly field: string
  readonly header: string
  readonly readCell: ReadCell | null
}

function readCells(
  cells: readonly string[],
  columns: readonly ReadColumn[],
): Pick<Row, 'values' | 'faults'> {
  const values: Record<string, unknown> = {}
  let faults: RowFault[] = NONE
  for (const { at, field, header, readCell } of columns) {
    const text = (cells[at] as string).trim()
    if (text === '') continue
    const cell = readCell === null ? null : readCell(text)
    if (cell === null) values[field] = text
    else if ('value' in cell) values[field] = cell.value
    else faults = [...faults, { column: header, ...cell }]
  }
  return { values, faults }
}

const NONE: RowFault[] = []

/** Rows of JSON have no header: each key is mapped as one would be when it first comes, and values are what JSON says. */
function readJsonRows(
  source: Source,
  given: ToRead,
  begin: (head: Head) => TakeRow,
): Promise<void> {
  const take = begin({ header: ['json'], columns: new Map() })
  const known = new Map<string, string | undefined>()
  const fieldOf = (key: string): string | undefined => {
    if (!known.has(key)) known.set(key, jsonField(key, given))
    return known.get(key)
  }
  return readLines(source, (text, line) => {
    const parsed = parseLine(text)
    if ('fault' in parsed) {
      const faults = [{ column: '', code: 'VALUE_INVALID', reason: parsed.fault }]
      take({ line, values: {}, cells: [text.trim()], faults })
      return
    }
    const values: Record<string, unknown> = {}
    const faults: RowFault[] = []
    for (const [key, value] of Object.entries(parsed.object)) {
      const field = fieldOf(key)
      if (field === undefined || value === null) continue
      if (Object.hasOwn(values, field)) faults.push(twice(key, field))
      values[field] = value
    }
    take({ line, values, cells: [text.trim()], faults })
  })
}

function twice(key: string, field: string): RowFault {
  const reason = `is ${field}, which another key of the line is too.`
  return { column: key, code: 'VALUE_INVALID', reason }
}

function jsonField(key: string, given: ToRead): string | undefined {
  const [column] = mapColumns([key], nameOf(given.file), {
    ...given,
    required: [],
    map: given.map.filter((entry) => entry.startsWith(`${key}=`)),
  }).read
  return column?.field
}
