// How a cell becomes a value. Where the library has the rule, the library reads: decimals, dates, periods, targets.
import {
  attempt,
  calculateCommission,
  handbook,
  type Issue,
  periodOf,
  periodRange,
  round,
  SalesRulesError,
} from 'sales-rules'
import type { Row } from './csv.js'
import { refuse } from './table.js'

/** Reads the text of a cell, or throws what is wrong with it. */
export type Reader<Value> = (text: string) => Value

type Readers = Readonly<Record<string, Reader<unknown>>>
type Fields<Each extends Readers> = { readonly [Column in keyof Each]: ReturnType<Each[Column]> }

/** Reads the cells of a row by column, or throws everything that is wrong with them, each with its column. */
export function readFields<Each extends Readers>({ cells }: Row, readers: Each): Fields<Each> {
  const fields: Record<string, unknown> = {}
  const issues: Issue[] = []
  for (const [column, read] of Object.entries(readers)) {
    const result = attempt(() => read(cells[column] ?? ''))
    if (result.ok) fields[column] = result.value
    else issues.push(...result.issues.map((issue) => inColumn(column, issue)))
  }
  if (issues.length > 0) throw new SalesRulesError(issues)
  return fields as Fields<Each>
}

/** The issue, named after the column in the place of the argument that the library was given. */
function inColumn(column: string, issue: Issue): Issue {
  const { message, path } = issue
  const text = path.length === 0 ? message : message.slice(message.indexOf(': ') + 2)
  return { ...issue, path: [column], message: `${column}: ${text}` }
}

/** Runs a rule on what a row says; where it refuses, the column is the innermost argument it names. */
export function ask<Value>(rule: () => Value): Value {
  const result = attempt(rule)
  if (result.ok) return result.value
  throw new SalesRulesError(
    result.issues.map((issue) => inColumn(String(issue.path.at(-1) ?? ''), issue)),
  )
}

/** A cell that may be blank. */
export const optional =
  <Value>(read: Reader<Value>): Reader<Value | null> =>
  (text) =>
    text === '' ? null : read(text)

const filled =
  <Value>(read: Reader<Value>): Reader<Value> =>
  (text) =>
    text === '' ? refuse('', 'a blank cell', 'a value') : read(text)

export const text = filled((cell) => cell)

export const date = filled((cell) => {
  periodOf(cell, 'month')
  return cell
})

const MOST_DIGITS = 12

/**
 * An amount in CNY, which has two decimals: one with more is refused and not rounded, for nobody said which way. So is one of more digits
 * than a quarter's sales can have: a key was stuck.
 */
export const money = filled((cell) => {
  const floor = round(cell, { mode: 'floor', decimals: 2 })
  if (floor !== round(cell, { mode: 'ceiling', decimals: 2 }))
    refuse('', JSON.stringify(cell), 'at most 2 decimals, as CNY has')
  if (floor.replace(/^-|\..*/g, '').length > MOST_DIGITS)
    refuse('', JSON.stringify(cell), `an amount of at most ${MOST_DIGITS} digits before the point`)
  return floor
})

/** A sales target: what the commission takes for one. */
export const salesTarget = filled((cell) => {
  calculateCommission({ sales: 0, target: cell }, handbook.commission)
  return money(cell)
})

export const quarterName = filled((cell) => {
  if (periodRange(cell).unit !== 'quarter') refuse('', JSON.stringify(cell), 'a quarter 2026-Q1')
  return cell
})

export const count = filled((cell) =>
  /^\d{1,9}$/.test(cell) ? Number(cell) : refuse('', JSON.stringify(cell), 'a count 0, 1, 2, …'),
)

/** A decimal without a unit: a ratio, points. */
export const decimal = filled((cell) => {
  round(cell, { decimals: 0 })
  return cell
})

export const oneOf = <Word extends string>(words: readonly Word[]): Reader<Word> =>
  filled(
    (cell) =>
      words.find((word) => word === cell) ??
      refuse('', JSON.stringify(cell), `one of ${words.join(', ')}`),
  )

/** The id of something that another file has. */
export const idFrom = (ids: ReadonlySet<string>, place: string): Reader<string> =>
  filled((cell) => (ids.has(cell) ? cell : refuse('', JSON.stringify(cell), `an id of ${place}`)))

const ANSWERS: Readonly<Record<string, boolean>> = {
  yes: true,
  no: false,
  passed: true,
  failed: false,
}

export const yesOrNo = filled(
  (cell) => ANSWERS[cell] ?? refuse('', JSON.stringify(cell), 'yes or no, passed or failed'),
)
