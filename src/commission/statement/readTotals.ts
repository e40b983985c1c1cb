import type { Issue, Path } from '../../kernel/index.js'
import * as issue from '../../kernel/input/issue.js'
import type { Fields } from '../../kernel/input/read.js'
import * as read from '../../kernel/input/read.js'
import * as fraction from '../../kernel/number/fraction.js'
import { A_PATH_STEP, A_TEXT, TOTALS_OF_OTHER_PLAN } from '../issues.js'
import { type Bases, countFigure, type EligibleSales } from '../lines/countSales.js'
import type { OrderLine } from '../lines/orders.js'
import type { RefusedLine } from '../lines/readLine.js'
import type { ConvertedLine } from '../lines/types.js'
import type { ExactPlan } from '../plan/exactPlan.js'
import { fieldThatNeeds } from '../plan/needs.js'
import { logOf } from './log.js'
import { type Dates, isPlain, type RefundOfOrder, type Totals } from './totals.js'

/** The most lines that a total counts. */
const MOST_LINES = Number.MAX_SAFE_INTEGER

const KEYS = ['lines', 'sales', 'bases', 'dates', 'orders', 'refunded', 'converted', 'notCounted']

/** Reads totals like any input; what is wrong adds issues. */
export function readTotals(value: unknown, name: string, plan: ExactPlan, issues: Issue[]): Totals {
  const fields: Fields = read.fields(value, [name], KEYS, issues) ?? {}
  const list = (key: string) => fields[key] ?? []
  const bounds = { minimum: 0, maximum: MOST_LINES }
  const lines = read.integer(fields['lines'], [name, 'lines'], issues, bounds) ?? 0
  return {
    lines,
    sums: readSums(fields, name, plan, issues),
    dates: readDates(fields['dates'], [name, 'dates'], issues),
    orders: logOf(readOrders(list('orders'), [name, 'orders'], plan, issues)),
    refunded: logOf(readRefunded(list('refunded'), [name, 'refunded'], issues)),
    converted: logOf(readConverted(list('converted'), [name, 'converted'], issues)),
    notCounted: logOf(readNotCounted(list('notCounted'), [name, 'notCounted'], issues)),
  }
}

/** The sales, and what earns by each scale, where it is not the sales alone. */
function readSums(fields: Fields, name: string, plan: ExactPlan, issues: Issue[]): EligibleSales {
  const sales = read.written(fields['sales'], [name, 'sales'], issues) ?? fraction.ZERO
  const given = fields['bases']
  const sums = countFigure(sales, plan)
  if (isPlain(plan)) {
    if (given !== undefined) issues.push(wrongShape([name, 'bases']))
    return sums
  }
  // Totals of no lines are written without, and stood with zeros once.
  const isLeftOut = given === undefined && fields['lines'] === 0 && sales.n === 0n
  const bases = isLeftOut ? shapeOf(plan) : readBases(given, [name, 'bases'], plan, issues)
  return { ...sums, credited: fraction.sum(bases.flat()), bases }
}

/** One figure for each scale, or one for each tier: the shape is the plan's. */
function readBases(value: unknown, path: Path, plan: ExactPlan, issues: Issue[]): Bases {
  const shape = shapeOf(plan)
  const groups = read.array(value, path, issues) ?? []
  const bases = groups.map((group, index) =>
    (read.array(group, [...path, index], issues) ?? []).map(
      (figure, tier) => read.written(figure, [...path, index, tier], issues) ?? fraction.ZERO,
    ),
  )
  const fits =
    bases.length === shape.length &&
    bases.every((parts, index) => parts.length === shape[index]?.length)
  if (!fits) issues.push(wrongShape(path))
  return bases
}

function shapeOf({ groups }: ExactPlan): Bases {
  return groups.map(({ noBases }) => noBases)
}

function wrongShape(path: Path): Issue {
  return issue.at(TOTALS_OF_OTHER_PLAN, path, {})
}

function readDates(value: unknown, path: Path, issues: Issue[]): Dates | null {
  if (value === undefined) return null
  const fields = read.fields(value, path, ['first', 'last'], issues)
  const first = read.date(fields?.['first'], [...path, 'first'], issues)
  const last = read.date(fields?.['last'], [...path, 'last'], issues)
  return first === undefined || last === undefined ? null : { first, last }
}

function readOrders(value: unknown, path: Path, plan: ExactPlan, issues: Issue[]): OrderLine[] {
  const rows = read.array(value, path, issues) ?? []
  if (rows.length > 0 && fieldThatNeeds(plan, 'first-order') === null) issues.push(wrongShape(path))
  return rows.map((row, index) => readOrder(row, [...path, index], issues))
}

function readOrder(row: unknown, path: Path, issues: Issue[]): OrderLine {
  const keys = ['line', 'sales', 'order', 'customer', 'firstOrder', 'newMarket']
  const fields: Fields = read.fields(row, path, keys, issues) ?? {}
  const { order, customer, firstOrder, newMarket } = { ...fields }
  return {
    id: read.name(fields['line'], [...path, 'line'], issues) ?? '',
    sales: read.written(fields['sales'], [...path, 'sales'], issues) ?? fraction.ZERO,
    given: {
      path,
      order: order === undefined ? undefined : read.name(order, [...path, 'order'], issues),
      customer:
        customer === undefined ? undefined : read.name(customer, [...path, 'customer'], issues),
      firstOrder: readFlag(firstOrder, [...path, 'firstOrder'], issues),
      newMarket: readFlag(newMarket, [...path, 'newMarket'], issues),
    },
  }
}

function readFlag(value: unknown, path: Path, issues: Issue[]): boolean | undefined {
  return value === undefined ? undefined : read.boolean(value, path, issues)
}

function readRefunded(value: unknown, path: Path, issues: Issue[]): RefundOfOrder[] {
  const rows = read.array(value, path, issues) ?? []
  return rows.map((row, index) => {
    const at = [...path, index]
    const fields = read.fields(row, at, ['line', 'sales'], issues)
    const line = read.name(fields?.['line'], [...at, 'line'], issues) ?? ''
    return [line, read.written(fields?.['sales'], [...at, 'sales'], issues) ?? fraction.ZERO]
  })
}

const CONVERTED = ['id', 'currency', 'given', 'date', 'rate', 'amount'] as const

/** How lines were converted is evidence: it is checked, and comes back as it was written. */
function readConverted(value: unknown, path: Path, issues: Issue[]): ConvertedLine[] {
  return (read.array(value, path, issues) ?? []).map((row, index) => {
    const at = [...path, index]
    const fields: Fields = read.fields(row, at, CONVERTED, issues) ?? {}
    for (const key of ['id', 'currency'] as const) read.name(fields[key], [...at, key], issues)
    for (const key of ['given', 'rate', 'amount'] as const)
      readNumberText(fields[key], [...at, key], issues)
    if (fields['date'] !== null) read.date(fields['date'], [...at, 'date'], issues)
    return { ...fields } as unknown as ConvertedLine
  })
}

/** A number comes back as the text that it was written as, or the statement would hold another type. */
function readNumberText(value: unknown, path: Path, issues: Issue[]): void {
  if (typeof value === 'number') issues.push(issue.invalid(value, path, A_TEXT))
  else read.written(value, path, issues)
}

function readNotCounted(value: unknown, path: Path, issues: Issue[]): RefusedLine[] {
  return (read.array(value, path, issues) ?? []).flatMap((row, index) => {
    const at = [...path, index]
    const fields = read.fields(row, at, ['id', 'amount', 'currency', 'issue'], issues)
    if (fields === undefined) return []
    const id = read.name(fields['id'], [...at, 'id'], issues)
    const amount = read.written(fields['amount'], [...at, 'amount'], issues)
    const given = fields['currency']
    const currency = given === undefined ? given : read.name(given, [...at, 'currency'], issues)
    const reason = readIssue(fields['issue'], [...at, 'issue'], issues)
    if (id === undefined || amount === undefined || reason === undefined) return []
    return [{ line: { id, amount, currency, path: at }, issue: reason }]
  })
}

const ISSUE = ['code', 'severity', 'path', 'params', 'message', 'clause'] as const

/** The reason is evidence, too. */
function readIssue(value: unknown, path: Path, issues: Issue[]): Issue | undefined {
  const fields = read.fields(value, path, ISSUE, issues)
  if (fields === undefined) return undefined
  const { clause } = fields
  read.name(fields['code'], [...path, 'code'], issues)
  read.word(fields['severity'], [...path, 'severity'], ['error', 'warning'], issues)
  readPath(fields['path'], [...path, 'path'], issues)
  read.record(fields['params'], [...path, 'params'], issues)
  if (typeof fields['message'] !== 'string')
    issues.push(issue.invalid(fields['message'], [...path, 'message'], A_TEXT))
  if (clause !== undefined) read.name(clause, [...path, 'clause'], issues)
  return { ...fields } as unknown as Issue
}

function readPath(value: unknown, path: Path, issues: Issue[]): void {
  for (const [index, step] of (read.array(value, path, issues) ?? []).entries()) {
    if (typeof step === 'string' || Number.isInteger(step)) continue
    issues.push(issue.invalid(step, [...path, index], A_PATH_STEP))
  }
}
