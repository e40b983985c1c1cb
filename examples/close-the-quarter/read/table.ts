// A table on its way in. Each step looks at the rows that are still accepted and moves those it refuses, with the reason, to the
// rejected; so a row is always in one of the two, and none is lost.
import { attemptEach, type Issue, SalesRulesError } from 'sales-rules'
import { type Row, readCsv } from './csv.js'

export interface Table<Value> {
  readonly file: string
  /** How many rows the file has, counted apart from reading them. */
  readonly counted: number
  readonly accepted: readonly Accepted<Value>[]
  readonly rejected: readonly Rejected[]
}

interface Accepted<Value> {
  readonly row: Row
  readonly value: Value
}

export interface Rejected {
  readonly file: string
  readonly row: Row
  readonly issues: readonly Issue[]
}

/** A file as a table of rows; one with a wrong quote or number of fields is rejected, since its cells may be in the wrong columns. */
export function openTable(folder: URL, file: string): Table<Row> {
  const { rows, counted } = readCsv(folder, file)
  const accepted = rows.map((row) => ({ row, value: row }))
  return step({ file, counted, accepted, rejected: [] }, (row) => {
    if (row.hasOpenQuote) refuse('', 'a quote that is not closed', 'quotes around the whole cell')
    const { found, expected } = row.fields
    if (found !== expected) refuse('', `${found} fields`, `${expected}`)
    return row
  })
}

/** Runs a rule over the accepted rows; those that it throws on are rejected with its issues. */
export function step<From, To>(
  { file, counted, accepted, rejected }: Table<From>,
  rule: (value: From, row: Row) => To,
): Table<To> {
  const kept: Accepted<To>[] = []
  const refused: Rejected[] = [...rejected]
  for (const attempted of attemptEach(accepted, ({ value, row }) => ({
    row,
    value: rule(value, row),
  }))) {
    if (attempted.ok) kept.push(attempted.value)
    else refused.push({ file, row: rowAt(accepted, attempted.index), issues: attempted.issues })
  }
  refused.sort((left, right) => left.row.line - right.row.line)
  return { file, counted, accepted: kept, rejected: refused }
}

function rowAt(accepted: readonly Accepted<unknown>[], index: number): Row {
  const found = accepted[index]
  if (found === undefined)
    throw new RangeError(`attemptEach named a row ${index} that it never had`)
  return found.row
}

/** Of accepted rows with the same key the first one counts; a later one is rejected, and the reason says whether it is a plain copy. */
export function firstCounts<Value>(
  table: Table<Value>,
  keyOf: (value: Value) => string,
): Table<Value> {
  const first = new Map<string, Row>()
  return step(table, (value, row) => {
    const id = keyOf(value)
    const before = first.get(id)
    if (before === undefined) {
      first.set(id, row)
      return value
    }
    const message = `is on line ${before.line} already, which counts; ${compare(row, before)}.`
    throw new SalesRulesError([
      { code: 'ID_DUPLICATE', severity: 'error', path: [], params: { id }, message },
    ])
  })
}

function compare({ cells }: Row, before: Row): string {
  const differing = Object.keys(cells).filter((column) => cells[column] !== before.cells[column])
  if (differing.length === 0) return 'this is an exact copy'
  const values = differing.map(
    (column) => `${column} is ${cells[column]}, there ${before.cells[column]}`,
  )
  return `here ${values.join('; ')}`
}

/** Refuses a cell in the words of the library. */
export function refuse(column: string, given: string, expected: string): never {
  const text = `got ${given}, expected ${expected}.`
  const path = column === '' ? [] : [column]
  const message = column === '' ? text : `${column}: ${text}`
  throw new SalesRulesError([
    { code: 'VALUE_INVALID', severity: 'error', path, params: { given, expected }, message },
  ])
}
