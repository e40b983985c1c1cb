/** Running totals as plain JSON: how they are written, and how they are read again when they come back from storage. */
import type { Issue, Path } from '../../kernel/index.js'
import * as issue from '../../kernel/input/issue.js'
import type { Fields } from '../../kernel/input/read.js'
import * as read from '../../kernel/input/read.js'
import type { Fraction } from '../../kernel/number/fraction.js'
import * as fraction from '../../kernel/number/fraction.js'
import * as write from '../../kernel/number/write.js'
import { A_TEXT, TOTALS_OF_OTHER_PLAN } from '../issues.js'
import {
  type Bases,
  countFigure,
  type Dates,
  type EligibleSales,
  mergeSales,
} from '../lines/countSales.js'
import type { Order, Refunded } from '../lines/orders.js'
import type { RefusedLine } from '../lines/readLine.js'
import type { ConvertedLine } from '../lines/types.js'
import type { ExactPlan } from '../plan/exactPlan.js'
import { fieldThatNeeds } from '../plan/needs.js'
import type { CommissionTotals, PendingOrder } from './types.js'
import { writeNotCounted } from './writeMoney.js'

/** How many lines were added, and what they come to. */
export interface Totals {
  readonly lines: number
  /** Their sums; what is kept line by line is beside it. */
  readonly sums: EligibleSales
  readonly orders: Log<Order>
  readonly refunded: Log<RefundOfOrder>
  readonly converted: Log<ConvertedLine>
  readonly notCounted: Log<RefusedLine>
}

/** What was refunded of an order, below zero. */
type RefundOfOrder = readonly [order: string, sales: Fraction]

/** A list that later ones share and go on with: to add to the latest costs the same however long it is. */
interface Log<Entry> {
  readonly entries: Entry[]
  /** So many of the entries are its own. */
  readonly length: number
}

function append<Entry>({ entries, length }: Log<Entry>, added: Iterable<Entry>): Log<Entry> {
  const isLatest = entries.length === length
  const own = isLatest ? entries : entries.slice(0, length)
  for (const entry of added) own.push(entry)
  return { entries: own, length: own.length }
}

function listOf<Entry>({ entries, length }: Log<Entry>): readonly Entry[] {
  return entries.length === length ? entries : entries.slice(0, length)
}

function logOf<Entry>(entries: Entry[]): Log<Entry> {
  return { entries, length: entries.length }
}

/** The most lines that a total counts. */
const MOST_LINES = Number.MAX_SAFE_INTEGER

/** Totals of nothing. */
export function noLines(plan: ExactPlan): Totals {
  const sums = countFigure(fraction.ZERO, plan)
  return {
    lines: 0,
    sums: { ...sums, bases: plan.groups.map(({ noBases }) => noBases) },
    ...noLogs(),
  }
}

function noLogs() {
  return {
    orders: logOf<Order>([]),
    refunded: logOf<RefundOfOrder>([]),
    converted: logOf<ConvertedLine>([]),
    notCounted: logOf<RefusedLine>([]),
  }
}

/** Totals with the sales of one more line. */
export function addSales({ lines, sums, ...logs }: Totals, sales: EligibleSales): Totals {
  return {
    lines: lines + 1,
    sums: mergeSales(sums, {
      ...sales,
      orders: [],
      refunded: new Map(),
      converted: [],
      notCounted: [],
    }),
    orders: append(logs.orders, sales.orders),
    refunded: append(logs.refunded, sales.refunded),
    converted: append(logs.converted, sales.converted),
    notCounted: append(logs.notCounted, sales.notCounted),
  }
}

/** Two totals as one. */
export function mergeTotals(first: Totals, second: Totals): Totals {
  return {
    lines: first.lines + second.lines,
    sums: mergeSales(first.sums, second.sums),
    orders: append(first.orders, listOf(second.orders)),
    refunded: append(first.refunded, listOf(second.refunded)),
    converted: append(first.converted, listOf(second.converted)),
    notCounted: append(first.notCounted, listOf(second.notCounted)),
  }
}

/** The sales that totals stand for. */
export function salesOf({ sums, orders, refunded, converted, notCounted }: Totals): EligibleSales {
  return {
    ...sums,
    orders: listOf(orders),
    refunded: sumRefunds(listOf(refunded)),
    converted: listOf(converted),
    notCounted: listOf(notCounted),
  }
}

function sumRefunds(refunds: readonly RefundOfOrder[]): Refunded {
  const sums = new Map<string, Fraction>()
  for (const [order, sales] of refunds)
    sums.set(order, fraction.add(sums.get(order) ?? fraction.ZERO, sales))
  return sums
}

export function writeTotals(totals: Totals, plan: ExactPlan): CommissionTotals {
  const { lines, sums, orders, refunded, converted, notCounted } = totals
  const json: CommissionTotals = {
    lines,
    sales: write.decimal(sums.sales),
    ...(isPlain(plan) || lines === 0
      ? {}
      : { bases: sums.bases.map((parts) => parts.map(write.decimal)) }),
    ...(sums.dates === null ? {} : { dates: sums.dates }),
  }
  writeLater(json, 'orders', orders, (entries) => entries.map(writeOrder))
  writeLater(json, 'refunded', refunded, (entries) => [...sumRefunds(entries)].map(writeRefunded))
  writeLater(json, 'converted', converted, (entries) => [...entries])
  writeLater(json, 'notCounted', notCounted, (entries) => writeNotCounted(entries, plan))
  return Object.freeze(json)
}

/**
 * What is kept line by line is written when somebody looks at it: most totals are added to at once, and to write all of it each time
 * would make of n lines n × n.
 */
function writeLater<Entry>(
  json: CommissionTotals,
  key: keyof CommissionTotals,
  log: Log<Entry>,
  writeAll: (entries: readonly Entry[]) => unknown,
): void {
  if (log.length === 0) return
  let value: unknown
  const get = () => {
    value ??= writeAll(listOf(log))
    return value
  }
  Object.defineProperty(json, key, { get, enumerable: true })
}

/** Whether all sales earn by the plan's own scale, so that they are its base. */
function isPlain({ base, groups: [own, ...others] }: ExactPlan): boolean {
  return base === 'amount' && own?.measuredBy === null && others.length === 0
}

function writeOrder({
  id,
  sales,
  given: { customer, firstOrder, newMarket },
}: Order): PendingOrder {
  return {
    line: id,
    sales: write.decimal(sales),
    ...(customer === undefined ? {} : { customer }),
    ...(firstOrder === undefined ? {} : { firstOrder }),
    ...(newMarket === undefined ? {} : { newMarket }),
  }
}

function writeRefunded([line, sales]: RefundOfOrder) {
  return { line, sales: write.decimal(sales) }
}

const KEYS = ['lines', 'sales', 'bases', 'dates', 'orders', 'refunded', 'converted', 'notCounted']

/** Reads totals like any input; what is wrong adds issues. */
export function readTotals(value: unknown, name: string, plan: ExactPlan, issues: Issue[]): Totals {
  const fields: Fields = read.fields(value, [name], KEYS, issues) ?? {}
  const list = (key: string) => fields[key] ?? []
  const bounds = { minimum: 0, maximum: MOST_LINES }
  const lines = read.integer(fields['lines'], [name, 'lines'], issues, bounds) ?? 0
  const sales = read.written(fields['sales'], [name, 'sales'], issues) ?? fraction.ZERO
  const bases = readBases(fields['bases'], sales, [name, 'bases'], plan, issues)
  return {
    lines,
    sums: {
      ...countFigure(sales, plan),
      credited: fraction.sum(bases.flat()),
      bases,
      dates: readDates(fields['dates'], [name, 'dates'], issues),
    },
    orders: logOf(readOrders(list('orders'), [name, 'orders'], plan, issues)),
    refunded: logOf(readRefunded(list('refunded'), [name, 'refunded'], issues)),
    converted: logOf(readConverted(list('converted'), [name, 'converted'], issues)),
    notCounted: logOf(readNotCounted(list('notCounted'), [name, 'notCounted'], issues)),
  }
}

/** One figure for each scale, or one for each tier: the shape is the plan's. Totals of nothing need not name them. */
function readBases(
  value: unknown,
  sales: Fraction,
  path: Path,
  plan: ExactPlan,
  issues: Issue[],
): Bases {
  if (isPlain(plan)) {
    if (value !== undefined) issues.push(wrongShape(path))
    return [[sales]]
  }
  const shape = plan.groups.map(({ noBases }) => noBases)
  if (value === undefined && sales.n === 0n) return shape
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

function readOrders(value: unknown, path: Path, plan: ExactPlan, issues: Issue[]): Order[] {
  const rows = read.array(value, path, issues) ?? []
  if (rows.length > 0 && fieldThatNeeds(plan, 'first-order') === null) issues.push(wrongShape(path))
  return rows.map((row, index) => readOrder(row, [...path, index], issues))
}

function readOrder(row: unknown, path: Path, issues: Issue[]): Order {
  const keys = ['line', 'sales', 'customer', 'firstOrder', 'newMarket']
  const fields: Fields = read.fields(row, path, keys, issues) ?? {}
  const { customer, firstOrder, newMarket } = { ...fields }
  return {
    id: read.name(fields['line'], [...path, 'line'], issues) ?? '',
    sales: read.written(fields['sales'], [...path, 'sales'], issues) ?? fraction.ZERO,
    given: {
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

/** Lines that were converted are evidence, and come back as they were written. */
function readConverted(value: unknown, path: Path, issues: Issue[]): ConvertedLine[] {
  return (read.array(value, path, issues) ?? []).map((row, index) => {
    const at = [...path, index]
    const fields: Fields = read.fields(row, at, CONVERTED, issues) ?? {}
    for (const key of ['id', 'currency'] as const) read.name(fields[key], [...at, key], issues)
    for (const key of ['given', 'rate', 'amount'] as const)
      read.written(fields[key], [...at, key], issues)
    read.date(fields['date'], [...at, 'date'], issues)
    return { ...fields } as unknown as ConvertedLine
  })
}

function readNotCounted(value: unknown, path: Path, issues: Issue[]): RefusedLine[] {
  return (read.array(value, path, issues) ?? []).flatMap((row, index) => {
    const at = [...path, index]
    const fields = read.fields(row, at, ['id', 'amount', 'currency', 'issue'], issues)
    const id = read.name(fields?.['id'], [...at, 'id'], issues)
    const amount = read.written(fields?.['amount'], [...at, 'amount'], issues)
    const reason = readIssue(fields?.['issue'], [...at, 'issue'], issues)
    const given = fields?.['currency']
    const currency = given === undefined ? given : read.name(given, [...at, 'currency'], issues)
    if (id === undefined || amount === undefined || reason === undefined) return []
    return [{ line: { id, amount, currency, path: at }, issue: reason }]
  })
}

const ISSUE = ['code', 'severity', 'path', 'params', 'message', 'clause'] as const

/** The reason is evidence, too, and comes back as it was written. */
function readIssue(value: unknown, path: Path, issues: Issue[]): Issue | undefined {
  const fields = read.fields(value, path, ISSUE, issues)
  if (fields === undefined) return undefined
  read.name(fields['code'], [...path, 'code'], issues)
  read.word(fields['severity'], [...path, 'severity'], ['error', 'warning'], issues)
  read.array(fields['path'], [...path, 'path'], issues)
  read.record(fields['params'], [...path, 'params'], issues)
  if (typeof fields['message'] !== 'string')
    issues.push(issue.invalid(fields['message'], [...path, 'message'], A_TEXT))
  return { ...fields } as unknown as Issue
}
