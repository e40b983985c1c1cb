/** Rows, read once for many runs over them. */
import type { CommissionColumns } from '../batch/index.js'
import type { DecimalInput, Issue } from '../kernel/index.js'
import { isIterable } from '../kernel/input/attempt.js'
import * as issue from '../kernel/input/issue.js'
import * as read from '../kernel/input/read.js'
import { NOT_ITERABLE } from '../kernel/issues.js'
import type { Fraction } from '../kernel/number/fraction.js'
import * as fraction from '../kernel/number/fraction.js'
import * as defined from '../kernel/policy/defined.js'
import { ROW_TWICE } from './issues.js'
import { type PlainLines, readPlainLines } from './plainLines.js'
import { type Run, reportDone, stopIfAborted } from './run.js'

/** A row that was read; its input is for the rule to read. */
export interface ReadRow {
  readonly id: string
  readonly group: string | null
  readonly input: unknown
}

/** All rows, as columns. */
export interface Roster {
  readonly ids: readonly string[]
  readonly groups: readonly (string | null)[]
  readonly inputs: readonly unknown[]
}

/** Reads rows one by one. A row without an id, or with one that came before, is a fault of whoever gives them, and is thrown. */
export function* eachRow(rows: Iterable<unknown>, run: Run): Generator<ReadRow> {
  if (!isIterable(rows)) issue.refuse(NOT_ITERABLE, ['rows'], { given: issue.show(rows) })
  const seen = new Set<string>()
  const of = Array.isArray(rows) ? rows.length : null
  stopIfAborted(run, 0, of)
  for (const row of rows) {
    const one = readRow(row, seen)
    yield one
    seen.add(one.id)
    reportDone(run, seen.size, of)
  }
}

/** Reads all rows. */
export function readRoster(rows: Iterable<unknown>, run: Run): Roster {
  const all = [...eachRow(rows, { ...run, onProgress: null })]
  return {
    ids: all.map(({ id }) => id),
    groups: all.map(({ group }) => group),
    inputs: all.map(({ input }) => input),
  }
}

const ROW_KEYS = ['id', 'group', 'input']

function readRow(row: unknown, seen: ReadonlySet<string>): ReadRow {
  const issues: Issue[] = []
  const path = ['rows', seen.size]
  const fields = read.fields(row, path, ROW_KEYS, issues) ?? {}
  const { required, optional } = read.of(fields, path, issues)
  const id = required('id', read.name) ?? ''
  const group = optional('group', read.name) ?? null
  if (seen.has(id)) issues.push(issue.at(ROW_TWICE, [...path, 'id'], { id }))
  issue.refuseIfAny(issues)
  return { id, group, input: fields['input'] }
}

/** The rows that give sales, be it as lines, and no more than a target and an uplift, as columns for a batch. */
export interface SalesColumns {
  readonly columns: CommissionColumns
  /** Of each payee of the columns, the place of their row. */
  readonly rows: readonly number[]
  /** Of each, the lines that were given; undefined for a figure. */
  readonly lines: readonly (PlainLines | undefined)[]
  readonly target: readonly (DecimalInput | undefined)[]
  readonly coefficientUplift: readonly (DecimalInput | undefined)[]
}

const PLAIN_KEYS = ['payee', 'period', 'sales', 'lines', 'target', 'coefficientUplift']
/** The decimals of sales in the columns; sales that have more are left to the rule. */
const SALES_DECIMALS = 2

/** Made once for each roster. */
export const salesColumns = /* @__PURE__ */ defined.oncePerPolicy(
  ({ ids, inputs }: Roster): SalesColumns => {
    const plain = inputs.flatMap((input, row) => {
      const one = plainSales(input)
      return one === undefined ? [] : [{ ...one, row }]
    })
    const columns: CommissionColumns = {
      payees: plain.map(({ row }) => ids[row] ?? ''),
      payee: Int32Array.from(plain.keys()),
      amounts: Float64Array.from(plain, ({ units }) => units),
      decimals: SALES_DECIMALS,
      wide: new Map(),
      rows: plain.length,
      issues: [],
      refused: 0,
    }
    return {
      columns,
      rows: plain.map(({ row }) => row),
      lines: plain.map(({ lines }) => lines),
      target: plain.map(({ target }) => target),
      coefficientUplift: plain.map(({ uplift }) => uplift),
    }
  },
)

/** What a plain row says; undefined for one that says more, or that the rule has to look at. */
function plainSales(input: unknown) {
  const issues: Issue[] = []
  const fields = read.fields(input, [], PLAIN_KEYS, issues) ?? {}
  const { required, optional } = read.of(fields, [], issues)
  optional('payee', read.name)
  const period = optional('period', read.anyPeriod)
  // What gives both, or neither, is refused by the rule.
  const isOneOfBoth = (fields['sales'] ?? null) === null || (fields['lines'] ?? null) === null
  const lines = optional('lines', (value) => readPlainLines(value, period ?? null))
  const sales = lines?.sales ?? required('sales', read.decimal)
  const target = optional('target', figure)
  const uplift = optional('coefficientUplift', figure)
  const units = sales && unitsOfSales(sales)
  if (issues.length > 0 || units === undefined || !isOneOfBoth) return undefined
  return { units, lines, target, uplift }
}

function figure(value: unknown, path: issue.Path, issues: Issue[]): DecimalInput | undefined {
  return read.decimal(value, path, issues) && (value as DecimalInput)
}

function unitsOfSales({ n, d }: Fraction): number | undefined {
  const scaled = n * fraction.powerOfTen(SALES_DECIMALS)
  const units = Number(scaled / d)
  return scaled % d === 0n && Number.isSafeInteger(units) ? units : undefined
}
