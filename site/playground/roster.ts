/** The rows of a table as what the rules take: whose they are, their input, and the lines of the file that it comes from. */
import { type Column, columnsOf, yesNoNames } from './columns.js'
import { isObject, type JsonObject } from './document.js'
import type { Kind } from './kinds.js'
import {
  type DecimalSign,
  decimalSignOf,
  readDay,
  readNumber,
  readPeriod,
  readYesNo,
} from './numbers.js'
import type { Table, TableRow } from './table.js'

/** A row of a roster, or the order lines of one payee. */
export interface Person {
  readonly id: string
  readonly group?: string
  readonly input: object
  /** The line that it starts in; of order lines, the line of each. */
  readonly lines: readonly number[]
}

export interface Roster {
  readonly people: readonly Person[]
  readonly problems: readonly RowProblem[]
  /** The heads of columns that nothing is read from. */
  readonly unused: readonly string[]
  /** How numbers were read. */
  readonly decimalSign: DecimalSign
}

/** What is wrong with the table itself; what is wrong with a value, the rules say. */
export type RowProblem =
  | { readonly kind: 'no-columns'; readonly line: number }
  | { readonly kind: 'column-twice'; readonly line: number; readonly head: string }
  | { readonly kind: 'mixed-numbers'; readonly line: number }
  | {
      readonly kind: 'who-twice'
      readonly line: number
      readonly who: string
      readonly first: number
    }
  | { readonly kind: 'differs'; readonly line: number; readonly who: string; readonly head: string }

interface Reading {
  readonly kind: Kind
  readonly document: JsonObject
  readonly columns: readonly (Column | null)[]
  readonly heads: readonly string[]
  readonly sign: DecimalSign
  readonly yesNo: readonly string[]
}

export function readRoster(table: Table, kind: Kind, document: JsonObject): Roster {
  const { heads, rows } = table
  const { columns, problems } = distinct(columnsOf(heads, kind, document), heads)
  const sign = decimalSignOf(numbersIn(rows, columns))
  if (sign === null) problems.push({ kind: 'mixed-numbers', line: 1 })
  const decimalSign = sign ?? '.'
  const reading = { kind, document, columns, heads, sign: decimalSign, yesNo: yesNoNames(document) }
  const isKnown = columns.some((column) => column !== null && column.field !== 'who')
  if (!isKnown) problems.push({ kind: 'no-columns', line: 1 })
  const people = isKnown ? peopleOf(rows, reading, problems) : []
  const unused = heads.filter((head, at) => columns[at] === null && head !== '')
  return { people, problems, unused, decimalSign }
}

/** Of two columns that say the same, the first is read. */
function distinct(columns: readonly (Column | null)[], heads: readonly string[]) {
  const seen = new Set<string>()
  const problems: RowProblem[] = []
  const kept = columns.map((column, at) => {
    if (column === null) return null
    const name = JSON.stringify([column.field, column.isFact, column.part])
    if (!seen.has(name)) {
      seen.add(name)
      return column
    }
    problems.push({ kind: 'column-twice', line: 1, head: heads[at] ?? '' })
    return null
  })
  return { columns: kept, problems }
}

const TEXTS = new Set(
  'who group status product category region customer order line currency refundOf'.split(' '),
)
const DAYS = new Set(['date', 'paidOn', 'dueOn'])
const FLAGS = new Set(['firstOrder', 'newMarket'])

function* numbersIn(rows: readonly TableRow[], columns: readonly (Column | null)[]) {
  const numeric = columns.map((column) => column !== null && isNumeric(column))
  for (const { cells } of rows)
    for (const [at, cell] of cells.entries()) if (numeric[at] && cell !== '') yield cell
}

function isNumeric({ field, isFact, part }: Column): boolean {
  if (isFact) return part !== 'source'
  return !TEXTS.has(field) && !DAYS.has(field) && !FLAGS.has(field) && field !== 'period'
}

function peopleOf(
  rows: readonly TableRow[],
  reading: Reading,
  problems: RowProblem[],
): readonly Person[] {
  const { kind, columns } = reading
  const has = (field: string) => columns.some((column) => column?.field === field && !column.isFact)
  if (kind === 'commission' && (has('amount') || has('line') || has('order')))
    return peopleOfLines(rows, reading, problems)
  return eachOnce(
    rows.map((row) => personOf(row, reading)),
    problems,
  )
}

function eachOnce(people: readonly Person[], problems: RowProblem[]): readonly Person[] {
  const first = new Map<string, number>()
  return people.filter(({ id, lines: [line = 0] }) => {
    const before = first.get(id)
    if (before === undefined) first.set(id, line)
    else problems.push({ kind: 'who-twice', line, who: id, first: before })
    return before === undefined
  })
}

/** One row, one person; whoever has no name is called by the line. */
function personOf(row: TableRow, reading: Reading): Person {
  const { fields, facts } = valuesOf(row, reading)
  const { who, group, region, period, ...figures } = fields
  const id = String(who ?? `#${row.line}`)
  const team = group ?? region
  return {
    id,
    ...(team !== undefined && { group: String(team) }),
    input: inputOf(reading, { id, period, figures, facts }),
    lines: [row.line],
  }
}

interface Given {
  readonly id: string
  readonly period: unknown
  readonly figures: object
  readonly facts: object
}

function inputOf({ kind }: Reading, { id, period, figures, facts }: Given): object {
  if (kind === 'leads') return facts
  const when = period === undefined ? {} : { period }
  const known = Object.keys(facts).length === 0 ? {} : { facts }
  if (kind === 'commission') return { payee: id, ...when, ...figures, ...known }
  return { employee: id, ...when, ...facts }
}

interface Values {
  readonly fields: Readonly<Record<string, string | boolean>>
  readonly facts: object
}

/** What a row says; an empty cell says nothing. */
function valuesOf(row: TableRow, reading: Reading): Values {
  const fields: Record<string, string | boolean> = {}
  const parts = new Map<string, Map<string, unknown>>()
  for (const [at, column] of reading.columns.entries()) {
    const cell = row.cells[at] ?? ''
    if (column === null || cell === '') continue
    const { field, isFact, part } = column
    if (!isFact) fields[field] = fieldValue(field, cell, reading)
    else {
      const given = parts.get(field) ?? new Map<string, unknown>()
      parts.set(field, given.set(part ?? '', factValue(column, cell, reading)))
    }
  }
  return { fields, facts: factsOf(parts, reading) }
}

function fieldValue(field: string, cell: string, { sign }: Reading): string | boolean {
  if (TEXTS.has(field)) return cell
  if (DAYS.has(field)) return readDay(cell)
  if (FLAGS.has(field)) return readYesNo(cell)
  return field === 'period' ? readPeriod(cell) : readNumber(cell, sign)
}

function factValue({ field, part }: Column, cell: string, { sign, yesNo }: Reading) {
  if (part === 'source') return cell
  return part === null && yesNo.includes(field) ? readYesNo(cell) : readNumber(cell, sign)
}

type Parts = ReadonlyMap<string, ReadonlyMap<string, unknown>>

/** Of an appraisal the results, and apart from them the facts that cap a grade. */
function factsOf(parts: Parts, { kind, document }: Reading): object {
  const entries = [...parts]
  const bare = (given: typeof entries) =>
    Object.fromEntries(given.map(([id, values]) => [id, bareOr(values)]))
  if (kind !== 'appraisal') return bare(entries)
  const scored = curvesOf(document)
  const results = entries.flatMap(([id, values]) => {
    const curve = scored.get(id)
    return curve === undefined ? [] : [[id, resultOf(values, curve)] as const]
  })
  const others = entries.filter(([id]) => !scored.has(id))
  return {
    results: Object.fromEntries(results),
    ...(others.length > 0 && { facts: bare(others) }),
  }
}

/** A value without a part is the fact itself. */
function bareOr(values: ReadonlyMap<string, unknown>): unknown {
  return values.has('') ? values.get('') : Object.fromEntries(values)
}

/** A result without a part is what its curve takes: points, or a value. */
function resultOf(values: ReadonlyMap<string, unknown>, curve: string): object {
  const bare = curve === 'points' ? 'points' : 'value'
  return Object.fromEntries([...values].map(([part, value]) => [part === '' ? bare : part, value]))
}

/** The kind of the curve of everything that an appraisal scores. */
function curvesOf(document: JsonObject): ReadonlyMap<string, string> {
  const scored = ['indicators', 'bonuses', 'deductions'].flatMap((key) => {
    const list = document[key]
    const standard = key === 'indicators' ? 'ratio' : 'points'
    return (Array.isArray(list) ? list : []).filter(isObject).map(({ id, curve }) => {
      const kind = isObject(curve) ? curve['kind'] : curve
      return [String(id), String(kind ?? standard)] as const
    })
  })
  return new Map(scored)
}

/** Facts of a payee, which all of the payee's lines have to say alike. */
const OF_PAYEE = ['group', 'period', 'target', 'measure', 'coefficientUplift', 'targetIncentive']

interface Payee {
  readonly id: string
  readonly known: Record<string, string | boolean>
  readonly facts: object
  readonly orderLines: object[]
  readonly lines: number[]
}

/** Each row is an order line, and those of one payee belong together. */
function peopleOfLines(
  rows: readonly TableRow[],
  reading: Reading,
  problems: RowProblem[],
): readonly Person[] {
  const payees = new Map<string, Payee>()
  for (const row of rows) {
    const { fields, facts } = valuesOf(row, reading)
    const id = String(fields['who'] ?? '#')
    const payee = payees.get(id) ?? { id, known: {}, facts, orderLines: [], lines: [] }
    payees.set(id, payee)
    const problem = addKnown(payee, fields, row.line)
    if (problem) problems.push(problem)
    payee.orderLines.push(orderLineOf(fields, facts, row.line))
    payee.lines.push(row.line)
  }
  return [...payees.values()].map(
    ({ id, known: { group, ...figures }, facts, orderLines, lines }) => ({
      id,
      ...(group !== undefined && { group: String(group) }),
      input: {
        payee: id,
        ...figures,
        ...(Object.keys(facts).length > 0 && { facts }),
        lines: orderLines,
      },
      lines,
    }),
  )
}

function addKnown({ id, known }: Payee, fields: Values['fields'], line: number): RowProblem | null {
  for (const key of OF_PAYEE) {
    const value = fields[key]
    if (value === undefined) continue
    if (known[key] !== undefined && known[key] !== value)
      return { kind: 'differs', line, who: id, head: key }
    known[key] = value
  }
  return null
}

/** A column of sales is that of the amounts where each row is a line. */
function orderLineOf(fields: Values['fields'], facts: object, line: number): object {
  const { who: _, line: id, sales, amount, ...others } = fields
  const ofLine = Object.entries(others).filter(([key]) => !OF_PAYEE.includes(key))
  const earns = amount ?? sales
  return {
    id: id ?? `${line}`,
    ...(earns !== undefined && { amount: earns }),
    ...Object.fromEntries(ofLine),
    ...(Object.keys(facts).length > 0 && { facts }),
  }
}
