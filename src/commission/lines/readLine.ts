import type { Issue, Path } from '../../kernel/index.js'
import * as issue from '../../kernel/input/issue.js'
import type { Fields } from '../../kernel/input/read.js'
import * as read from '../../kernel/input/read.js'
import type { Fraction } from '../../kernel/number/fraction.js'
import * as fraction from '../../kernel/number/fraction.js'
import { LINE_TWICE } from '../issues.js'
import { readLineFacts } from './readLineFacts.js'
import { type ReadPayment, readPayments } from './readPayments.js'

/** One order line as it was given, read exactly; what was left out is undefined. */
export interface GivenLine {
  readonly id: string
  readonly path: Path
  readonly amount: Fraction
  readonly cost: Fraction | undefined
  readonly tax: Fraction | undefined
  readonly listPrice: Fraction | undefined
  readonly quantity: Fraction | undefined
  readonly date: string | undefined
  readonly paidOn: string | undefined
  /** Its payments, where they are given one by one. */
  readonly payments: readonly ReadPayment[] | undefined
  readonly dueOn: string | undefined
  readonly status: string | undefined
  readonly product: string | undefined
  readonly category: string | undefined
  readonly region: string | undefined
  readonly customer: string | undefined
  readonly order: string | undefined
  readonly currency: string | undefined
  readonly firstOrder: boolean | undefined
  readonly newMarket: boolean | undefined
  readonly facts: Fields | undefined
  /** A line of the same statement, or one of an earlier statement. */
  readonly refundOf: string | EarlierLine | undefined
}

/** A line of an earlier statement that is refunded now. */
export interface EarlierLine {
  readonly id: string
  readonly amount: Fraction
  readonly commission: Fraction
  readonly refundedBefore: Fraction
  /** The day of its order. */
  readonly date: string | undefined
  /** What converted it. */
  readonly rate: Fraction | undefined
  /** Its currency, where an account has the line and the refund names only its id. */
  readonly currency?: string
  /** An earlier refund of it, in an account. */
  readonly first?: GivenLine
}

/** Which line a refund takes back, however it names it. */
export function refundedId(refundOf: string | EarlierLine): string {
  return typeof refundOf === 'string' ? refundOf : refundOf.id
}

/** A line, and what is wrong with it; the others go on. */
export interface RefusedLine {
  readonly line: Pick<GivenLine, 'id' | 'amount' | 'path' | 'currency'>
  readonly issue: Issue
}

/** Order lines that were read, and those whose id came before. */
export interface ReadLines {
  readonly given: readonly GivenLine[]
  readonly twice: readonly RefusedLine[]
}

/** The figures that a line may have beside its amount; they are shared as it is. */
export const LINE_FIGURES = ['cost', 'listPrice', 'tax', 'quantity'] as const

/** What else a line may say. */
export const LINE_FACTS = [
  'date',
  'paidOn',
  'dueOn',
  'status',
  'product',
  'category',
  'region',
  'customer',
  'order',
  'currency',
  'firstOrder',
  'newMarket',
  'facts',
] as const

export const LINE_KEYS = [
  'id',
  'amount',
  ...LINE_FIGURES,
  ...LINE_FACTS,
  'payments',
  'refundOf',
] as const

type LineKey = (typeof LINE_KEYS)[number]

const AT = /* @__PURE__ */ Object.fromEntries<Path>(
  LINE_KEYS.map((key) => [key, [key]]),
) as Readonly<Record<LineKey, Path>>

/** Reads order lines, whatever their ids. */
export function readEach(lines: unknown, path: Path, issues: Issue[]): GivenLine[] {
  const given: GivenLine[] = []
  const rows = read.array(lines, path, issues) ?? []
  for (let index = 0; index < rows.length; index += 1) {
    const line = readLine(rows[index], [...path, index], issues)
    if (line !== undefined) given.push(line)
  }
  return given
}

/** Of lines with the same id only the first counts. */
export function withoutTwice(lines: readonly GivenLine[]): ReadLines {
  const seen = new Set<string>()
  const given: GivenLine[] = []
  const twice: RefusedLine[] = []
  for (const line of lines) {
    if (seen.has(line.id)) twice.push({ line, issue: duplicate(line) })
    else given.push(line)
    seen.add(line.id)
  }
  return { given, twice }
}

/** Reads one order line; on failure adds issues and returns undefined. */
export function readLine(row: unknown, path: Path, issues: Issue[]): GivenLine | undefined {
  const before = issues.length
  const fields = read.fields(row, path, LINE_KEYS, issues)
  const line = fields && lineIn(fields, path, issues)
  return issues.length === before ? line : undefined
}

/** The line among the fields of a row; on failure adds issues and returns undefined. */
export function lineIn(fields: Fields, path: Path, issues: Issue[]): GivenLine | undefined {
  // Where the line stands is put before what is wrong with it, so that no path is made for a field that is right.
  const found: Issue[] = []
  /** A field that may be absent; null stands for absent, as it does in a database. */
  const optional = <Value>(key: LineKey, reader: Reader<Value>): Value | undefined => {
    const value = fields[key] ?? undefined
    return value === undefined ? undefined : reader(value, AT[key], found)
  }
  const line = {
    id: read.name(fields['id'], AT.id, found) ?? '',
    path,
    amount: read.decimal(fields['amount'], AT.amount, found) ?? fraction.ZERO,
    cost: optional('cost', read.decimal),
    listPrice: optional('listPrice', read.decimal),
    quantity: optional('quantity', read.decimal),
    tax: optional('tax', read.decimal),
    date: optional('date', read.date),
    paidOn: optional('paidOn', read.date),
    payments: optional('payments', readPayments),
    dueOn: optional('dueOn', read.date),
    status: optional('status', read.name),
    product: optional('product', read.name),
    category: optional('category', read.name),
    region: optional('region', read.name),
    customer: optional('customer', read.name),
    order: optional('order', read.name),
    currency: optional('currency', read.name),
    firstOrder: optional('firstOrder', read.boolean),
    newMarket: optional('newMarket', read.boolean),
    facts: optional('facts', readLineFacts),
    refundOf: optional('refundOf', readRefundOf),
  }
  if (found.length === 0) return line
  for (const one of found) issue.add(issues, issue.under(path, one))
  return undefined
}

type Reader<Value> = (value: unknown, path: Path, issues: Issue[]) => Value | undefined

const EARLIER_KEYS = ['id', 'amount', 'commission', 'refundedBefore', 'date', 'rate']

function readRefundOf(value: unknown, path: Path, issues: Issue[]) {
  if (typeof value !== 'object') return read.name(value, path, issues)
  const fields = read.fields(value, path, EARLIER_KEYS, issues)
  if (fields === undefined) return undefined
  const { required } = read.of(fields, path, issues)
  const before = issues.length
  const { refundedBefore = null, date = null, rate = null } = fields
  const atLeast = { minimum: fraction.ZERO }
  const earlier = {
    id: required('id', read.name) ?? '',
    amount: required('amount', read.positive) ?? fraction.ZERO,
    commission: required('commission', read.decimal) ?? fraction.ZERO,
    refundedBefore:
      read.within(refundedBefore ?? 0, [...path, 'refundedBefore'], issues, atLeast) ??
      fraction.ZERO,
    date: date === null ? undefined : required('date', read.date),
    rate: rate === null ? undefined : required('rate', read.positive),
  }
  return issues.length === before ? earlier : undefined
}

function duplicate({ id, path }: GivenLine): Issue {
  return issue.asWarning(issue.at(LINE_TWICE, [...path, 'id'], { id }))
}
