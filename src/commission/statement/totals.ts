/** Running totals as plain JSON: how they are written, and how they are read again when they come back from storage. */
import type { Issue, Path } from '../../kernel/index.js'
import { issueAt } from '../../kernel/input/issue.js'
import * as read from '../../kernel/input/read.js'
import type { Fields } from '../../kernel/input/values.js'
import type { Fraction } from '../../kernel/number/fraction.js'
import * as fraction from '../../kernel/number/fraction.js'
import * as write from '../../kernel/number/write.js'
import { looksAtOrders, type Order, type Refunded } from '../lines/orders.js'
import type { RefusedLine } from '../lines/readLine.js'
import {
  type Bases,
  type Dates,
  noBases,
  ordersOf,
  type Sold,
  soldAsFigure,
} from '../lines/sold.js'
import type { CommissionPlan, CommissionTotals, ConvertedLine, PendingOrder } from '../types.js'
import { writeNotCounted } from './writeMoney.js'

/** How many lines were added, and what they come to. */
export interface Totals {
  readonly lines: number
  readonly sold: Sold
}

/** The most lines that a total counts. */
const MOST_LINES = Number.MAX_SAFE_INTEGER

export function writeTotals({ lines, sold }: Totals, plan: CommissionPlan): CommissionTotals {
  const { dates, orders, refunded, converted, notCounted } = sold
  return {
    lines,
    sales: write.decimal(sold.sales),
    ...(isPlain(plan) ? {} : { bases: sold.bases.map((parts) => parts.map(write.decimal)) }),
    ...(dates === null ? {} : { dates }),
    ...(orders.length === 0 ? {} : { orders: orders.map(writeOrder) }),
    ...(refunded.size === 0 ? {} : { refunded: [...refunded].map(writeRefunded) }),
    ...(converted.length === 0 ? {} : { converted }),
    ...(notCounted.length === 0 ? {} : { notCounted: writeNotCounted(notCounted, plan) }),
  }
}

/** Whether all sales earn by the plan's own scale, so that they are its base. */
function isPlain({ base, measuredBy, rates }: CommissionPlan): boolean {
  return base === 'amount' && measuredBy === undefined && rates === undefined
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

function writeRefunded([line, sales]: readonly [string, Fraction]) {
  return { line, sales: write.decimal(sales) }
}

const KEYS = ['lines', 'sales', 'bases', 'dates', 'orders', 'refunded', 'converted', 'notCounted']

/** Reads totals like any input; what is wrong adds issues. */
export function readTotals(
  value: unknown,
  name: string,
  plan: CommissionPlan,
  issues: Issue[],
): Totals {
  const fields: Fields = read.fields(value, [name], KEYS, issues) ?? {}
  const bounds = { minimum: 0, maximum: MOST_LINES }
  const lines = read.integer(fields['lines'], [name, 'lines'], issues, bounds) ?? 0
  const sales = read.written(fields['sales'], [name, 'sales'], issues) ?? fraction.ZERO
  const bases = readBases(fields['bases'], sales, [name, 'bases'], plan, issues)
  return {
    lines,
    sold: {
      ...soldAsFigure(sales, plan),
      credited: fraction.sum(bases.flat()),
      bases,
      dates: readDates(fields['dates'], [name, 'dates'], issues),
      ...ordersOf(
        readOrders(fields['orders'] ?? [], [name, 'orders'], plan, issues),
        readRefunded(fields['refunded'] ?? [], [name, 'refunded'], issues),
        plan,
      ),
      converted: readConverted(fields['converted'] ?? [], [name, 'converted'], issues),
      notCounted: readNotCounted(fields['notCounted'] ?? [], [name, 'notCounted'], issues),
    },
  }
}

/** One figure for each scale, or one for each tier: the shape is the plan's. Totals of nothing need not name them. */
function readBases(
  value: unknown,
  sales: Fraction,
  path: Path,
  plan: CommissionPlan,
  issues: Issue[],
): Bases {
  if (isPlain(plan)) {
    if (value !== undefined) issues.push(wrongShape(path))
    return [[sales]]
  }
  const shape = noBases(plan)
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
  const reason =
    'these totals were made for another plan. Use the totals of each plan with that plan.'
  return issueAt('POLICY_CONFLICT', path, { reason }, reason)
}

function readDates(value: unknown, path: Path, issues: Issue[]): Dates | null {
  if (value === undefined) return null
  const fields = read.fields(value, path, ['first', 'last'], issues)
  const first = read.date(fields?.['first'], [...path, 'first'], issues)
  const last = read.date(fields?.['last'], [...path, 'last'], issues)
  return first === undefined || last === undefined ? null : { first, last }
}

function readOrders(
  value: unknown,
  path: Path,
  plan: CommissionPlan,
  issues: Issue[],
): readonly Order[] {
  const rows = read.array(value, path, issues) ?? []
  if (rows.length > 0 && !looksAtOrders(plan)) issues.push(wrongShape(path))
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

function readRefunded(value: unknown, path: Path, issues: Issue[]): Refunded {
  const rows = read.array(value, path, issues) ?? []
  return new Map(
    rows.map((row, index) => {
      const fields = read.fields(row, [...path, index], ['line', 'sales'], issues)
      const line = read.name(fields?.['line'], [...path, index, 'line'], issues) ?? ''
      const sales =
        read.written(fields?.['sales'], [...path, index, 'sales'], issues) ?? fraction.ZERO
      return [line, sales]
    }),
  )
}

/** Lines that were converted are evidence, and come back as they were written. */
function readConverted(value: unknown, path: Path, issues: Issue[]): ConvertedLine[] {
  return (read.array(value, path, issues) ?? []).map((row, index) => {
    const fields = read.record(row, [...path, index], issues) ?? {}
    return { ...fields } as unknown as ConvertedLine
  })
}

function readNotCounted(value: unknown, path: Path, issues: Issue[]): RefusedLine[] {
  return (read.array(value, path, issues) ?? []).flatMap((row, index) => {
    const at = [...path, index]
    const fields = read.fields(row, at, ['id', 'amount', 'currency', 'issue'], issues)
    const id = read.name(fields?.['id'], [...at, 'id'], issues)
    const amount = read.written(fields?.['amount'], [...at, 'amount'], issues)
    const issue = read.record(fields?.['issue'], [...at, 'issue'], issues)
    const given = fields?.['currency']
    const currency = given === undefined ? given : read.name(given, [...at, 'currency'], issues)
    if (id === undefined || amount === undefined || issue === undefined) return []
    const line = { id, amount, currency, path: at }
    return [{ line, issue: { ...issue } as unknown as Issue }]
  })
}
