import type { Issue, Path } from '../../kernel/index.js'
import { asWarning, issueAt, show } from '../../kernel/input/issue.js'
import * as read from '../../kernel/input/read.js'
import type { Fields } from '../../kernel/input/values.js'
import type { Fraction } from '../../kernel/number/fraction.js'
import * as fraction from '../../kernel/number/fraction.js'

/** One order line as it was given, read exactly; what was left out is undefined. */
export interface GivenLine {
  readonly id: string
  readonly path: Path
  readonly amount: Fraction
  readonly cost: Fraction | undefined
  readonly listPrice: Fraction | undefined
  readonly date: string | undefined
  readonly paidOn: string | undefined
  readonly status: string | undefined
  readonly product: string | undefined
  readonly category: string | undefined
  readonly region: string | undefined
  readonly customer: string | undefined
  readonly currency: string | undefined
  readonly firstOrder: boolean | undefined
  readonly newMarket: boolean | undefined
  /** A line of the same statement, or one of an earlier statement. */
  readonly refundOf: string | EarlierLine | undefined
}

/** A line of an earlier statement that is refunded now. */
export interface EarlierLine {
  readonly id: string
  readonly amount: Fraction
  readonly commission: Fraction
  readonly refundedBefore: Fraction
}

/** A line, and what is wrong with it; the others go on. */
export interface RefusedLine {
  readonly line: Pick<GivenLine, 'id' | 'amount' | 'path' | 'currency'>
  readonly issue: Issue
}

const NAMES = ['status', 'product', 'category', 'region', 'customer', 'currency'] as const
const KEYS = [
  'id',
  'amount',
  'cost',
  'listPrice',
  'date',
  'paidOn',
  ...NAMES,
  'firstOrder',
  'newMarket',
  'refundOf',
]

/** Reads order lines. One that cannot be read adds an issue; one whose id came before is set aside. */
export function readLines(lines: unknown, path: Path, issues: Issue[]) {
  const seen = new Set<string>()
  const given: GivenLine[] = []
  const twice: RefusedLine[] = []
  for (const [index, row] of (read.array(lines, path, issues) ?? []).entries()) {
    const line = readLine(row, [...path, index], issues)
    if (line === undefined) continue
    if (seen.has(line.id)) twice.push({ line, issue: duplicate(line) })
    else given.push(line)
    seen.add(line.id)
  }
  return { given, twice }
}

/** Reads one order line; on failure adds issues and returns undefined. */
export function readLine(row: unknown, path: Path, issues: Issue[]): GivenLine | undefined {
  const before = issues.length
  const fields = read.fields(row, path, KEYS, issues)
  if (fields === undefined) return undefined
  const reader = readerOf(fields, path, issues)
  const line = {
    id: read.name(fields['id'], [...path, 'id'], issues) ?? '',
    path,
    amount: read.decimal(fields['amount'], [...path, 'amount'], issues) ?? fraction.ZERO,
    cost: reader('cost', read.decimal),
    listPrice: reader('listPrice', read.decimal),
    date: reader('date', read.date),
    paidOn: reader('paidOn', read.date),
    status: reader('status', read.name),
    product: reader('product', read.name),
    category: reader('category', read.name),
    region: reader('region', read.name),
    customer: reader('customer', read.name),
    currency: reader('currency', read.name),
    firstOrder: reader('firstOrder', read.boolean),
    newMarket: reader('newMarket', read.boolean),
    refundOf: reader('refundOf', readRefundOf),
  }
  return issues.length === before ? line : undefined
}

/** Reads a field that may be absent; null stands for absent, as it does in a database. */
function readerOf(fields: Fields, path: Path, issues: Issue[]) {
  return <Value>(
    key: string,
    readValue: (value: unknown, path: Path, issues: Issue[]) => Value | undefined,
  ): Value | undefined => {
    const value = fields[key] ?? undefined
    return value === undefined ? undefined : readValue(value, [...path, key], issues)
  }
}

function readRefundOf(value: unknown, path: Path, issues: Issue[]) {
  if (typeof value !== 'object') return read.name(value, path, issues)
  const fields = read.fields(value, path, ['id', 'amount', 'commission', 'refundedBefore'], issues)
  if (fields === undefined) return undefined
  const above = { minimum: fraction.ZERO, above: true }
  const id = read.name(fields['id'], [...path, 'id'], issues)
  const amount = read.decimal(fields['amount'], [...path, 'amount'], issues, above)
  const commission = read.decimal(fields['commission'], [...path, 'commission'], issues)
  const bounds = { minimum: fraction.ZERO }
  const refundedBefore = read.decimal(
    fields['refundedBefore'] ?? 0,
    [...path, 'refundedBefore'],
    issues,
    bounds,
  )
  if (!id || !amount || !commission || !refundedBefore) return undefined
  return { id, amount, commission, refundedBefore }
}

function duplicate({ id, path }: GivenLine): Issue {
  const text = `got ${show(id)} a second time; only its first line counts. Remove it, or give it an id of its own.`
  return asWarning(issueAt('ID_DUPLICATE', [...path, 'id'], { id }, text))
}
