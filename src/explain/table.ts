/** Tables of rows that an outcome has: which fields, in which order, written how. */
import type { Issue } from '../kernel/index.js'
import type { OwnPeriod } from '../kernel/time/time.js'
import type { Block, Cell, Column, Fact } from './document.js'
import type { Keyword, Voice } from './voice.js'
import type { Words } from './words/words.js'

/** How the value of a field is written. */
type Kind<Value> =
  | ([NonNullable<Value>] extends [Keyword | boolean] ? 'word' : never)
  | ([NonNullable<Value>] extends [string]
      ? 'text' | 'date' | 'money' | 'number' | 'percent' | 'percentage'
      : never)
  | ([NonNullable<Value>] extends [number] ? 'number' | 'percentage' : never)
  | ([NonNullable<Value>] extends [boolean] ? 'yes-no' : never)
  | ([NonNullable<Value>] extends [readonly string[]] ? 'list' : never)
  | ([NonNullable<Value>] extends [string | OwnPeriod] ? 'period' : never)
  | ([NonNullable<Value>] extends [string | boolean | readonly string[]] ? 'value' : never)
  | ([NonNullable<Value>] extends [Issue] ? 'issue' : never)

type AnyKind =
  | Kind<string>
  | Kind<Keyword>
  | Kind<number>
  | Kind<boolean>
  | Kind<string[]>
  | Kind<Issue>

type Label = keyof Words['fields']

/** Of a row: how each field is written, in the order of the columns; a head of its own where the field's usual one would mislead. */
type Columns<Row> = {
  readonly [Field in keyof Row]?:
    | (Field extends Label ? Kind<Row[Field]> : never)
    | { readonly as: Kind<Row[Field]>; readonly head: string }
}

interface TableOf<Row> {
  readonly title: string
  readonly rows: readonly Row[]
  readonly columns: Columns<Row>
  /** In which the amounts are. */
  readonly currency?: string
  /** What the outcome says the rows add up to, by field. */
  readonly total?: Partial<Row>
  readonly sentences?: readonly string[]
  /** What people read where a row has null in a column. */
  readonly absent?: { readonly [Field in keyof Row]?: string }
  /** Columns that stand only where some row has more than zero there. */
  readonly unlessZero?: readonly (keyof Row)[]
}

/** A block with a table; none where there are no rows. */
export function tableOf<Row extends object>(voice: Voice, table: TableOf<Row>): readonly Block[] {
  const { title, rows, currency, total, sentences = [], unlessZero = [], absent } = table
  if (rows.length === 0) return []
  const isShown = (field: keyof Row) =>
    !unlessZero.includes(field) || rows.some((row) => !isZero(row[field]))
  const all = Object.entries(table.columns) as Field[]
  const fields = all.filter(([field]) => isShown(field as keyof Row))
  const summed = total ? [...rows, total] : rows
  const voices = fields.map((field) => voiceOf(voice, field, summed))
  const cellsOf = (row: Partial<Row>) =>
    fields.map(([name, how], at) => {
      const field = name as keyof Row
      const said = row[field] === null ? absent?.[field] : undefined
      if (said !== undefined) return insteadOf(how, said)
      return cellOf(voices[at] ?? voice, kindOf(how), row[field])
    })
  const columns = fields.map((field) => columnOf(voice, field, currency))
  const sum = total && totalOf(voice, cellsOf(total))
  return [
    { title, sentences, table: { columns, rows: rows.map(cellsOf), ...(sum && { total: sum }) } },
  ]
}

type Field = readonly [field: string, how: AnyKind | Titled]

interface Titled {
  readonly as: AnyKind
  readonly head: string
}

function kindOf(how: AnyKind | Titled): AnyKind {
  return typeof how === 'string' ? how : how.as
}

/** A column of amounts says in its head in which currency they are. */
function columnOf({ words }: Voice, [id, how]: Field, currency: string | undefined): Column {
  const name = typeof how === 'string' ? words.fields[id as Label] : how.head
  const kind = kindOf(how)
  const head = kind === 'money' && currency !== undefined ? words.inCurrency(name, currency) : name
  return { id, head, isNumber: NUMBERS.includes(kind) }
}

/** Amounts that stand one under the other are in one unit, their total too. */
function voiceOf(voice: Voice, [name, how]: Field, rows: readonly object[]): Voice {
  if (!['money', 'number'].includes(kindOf(how))) return voice
  const values = rows.map((row): unknown => row[name as keyof object])
  return voice.column(
    values.filter((value) => typeof value === 'string' || typeof value === 'number'),
  )
}

const NUMBERS: readonly AnyKind[] = ['money', 'number', 'percent', 'percentage']

/** The first column names the row; it is the total where it has nothing else to say. */
function totalOf({ words }: Voice, [first, ...others]: readonly Cell[]): readonly Cell[] {
  return [first === undefined || first.text === '' ? textCell(words.total) : first, ...others]
}

/** Whether an amount is none, as it is written: `0.00`. */
export function isZero(amount: unknown): boolean {
  return typeof amount === 'string' && /^-?[0.]+$/.test(amount)
}

/** A single value with its name. */
export function factOf(voice: Voice, label: Label, value: unknown, kind: AnyKind = 'text'): Fact[] {
  return namedFact(voice, voice.words.fields[label], value, kind)
}

/** A single value with a name of its own. */
export function namedFact(voice: Voice, label: string, value: unknown, kind: AnyKind): Fact[] {
  const cell = cellOf(voice, kind, value)
  return cell.text === '' ? [] : [{ label, cell }]
}

/** Values with their names as a block; none where there is nothing to say. */
export function factsBlock(block: Pick<Block, 'title' | 'sentences' | 'facts'>): readonly Block[] {
  const { facts = [], sentences = [] } = block
  return facts.length === 0 && sentences.length === 0 ? [] : [block]
}

export function textCell(text: string): Cell {
  return { text, plain: text, isNumber: false }
}

const NOTHING = textCell('')

/** What people read where there is no value; machines read nothing. */
function insteadOf(how: AnyKind | Titled, text: string): Cell {
  return { text, plain: '', isNumber: NUMBERS.includes(kindOf(how)) }
}

/** A value as it is written. What is not of its kind is no outcome of ours, and is thrown as a `TypeError`. */
function cellOf(voice: Voice, kind: AnyKind, value: unknown): Cell {
  if (value === null || value === undefined) return NOTHING
  if (typeof value === 'number' || NUMBERS.includes(kind)) return numberCell(voice, kind, value)
  if (typeof value === 'boolean') return answerCell(voice, value)
  if (Array.isArray(value)) return textCell(voice.list(value.map(String)))
  if (kind === 'issue') return textCell(voice.issue(value as Issue))
  if (kind === 'period') return textCell(voice.period(value as string))
  if (kind === 'word') return wordCell(voice, value)
  if (typeof value !== 'string') throw new TypeError(typeof value)
  return kind === 'value' ? factCell(voice, value) : textCell(value)
}

function answerCell({ words }: Voice, value: boolean): Cell {
  return textCell(value ? words.yes : words.no)
}

/** A fact that is a number keeps its sign in a spreadsheet. A whole one of up to four digits may be a year, and has no commas. */
function factCell(voice: Voice, value: string): Cell {
  const isNumber = /^-?\d+(\.\d+)?$/.test(value)
  const text = isNumber && /^-?\d{5}|\./.test(value) ? voice.number(value) : value
  return { text, plain: value, isNumber }
}

function wordCell(voice: Voice, value: unknown): Cell {
  const text = Object.hasOwn(voice.words.values, String(value))
    ? voice.word(value as Keyword)
    : String(value)
  return { text, plain: String(value), isNumber: false }
}

function numberCell(voice: Voice, kind: AnyKind, value: unknown): Cell {
  if (typeof value !== 'string' && typeof value !== 'number') throw new TypeError(typeof value)
  const text = voice.number(value)
  const plain = voice.plain(value)
  if (kind === 'percent') return { text: voice.percent(plain), plain, isNumber: true }
  if (kind === 'percentage') return { text: voice.percentage(value), plain, isNumber: true }
  return { text, plain, isNumber: true }
}
