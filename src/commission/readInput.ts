import type { Issue, Path } from '../kernel/index.js'
import {
  add,
  asWarning,
  type Fields,
  type Fraction,
  issueAt,
  ONE,
  readArray,
  readDecimal,
  readFields,
  readName,
  readPeriod,
  refuseIfAny,
  show,
  ZERO,
} from '../kernel/inside.js'

/** One order line, read exactly. */
export interface ReadLine {
  readonly id: string
  readonly amount: Fraction
}

/** A line that was set aside, and why. */
export interface ReadNotCounted extends ReadLine {
  readonly issue: Issue
}

/** What a calculation was given, read exactly. */
export interface ReadInput {
  readonly payee: string | null
  readonly period: string | null
  readonly sales: Fraction
  /** The lines that count, in the order given; null where sales came as one figure. */
  readonly lines: readonly ReadLine[] | null
  readonly target: Fraction | undefined
  readonly measure: Fraction | undefined
  readonly uplift: Fraction
  readonly notCounted: readonly ReadNotCounted[]
}

const KEYS = ['payee', 'period', 'sales', 'lines', 'target', 'measure', 'coefficientUplift']

/** Reads the input of a calculation, or throws everything that is wrong with it. */
export function readInput(input: unknown): ReadInput {
  const issues: Issue[] = []
  const fields = readFields(input, [], KEYS, issues)
  refuseIfAny(issues)
  const read: Fields = fields ?? {}
  const optional = <Value>(key: string, reader: (value: unknown, path: Path) => Value) =>
    read[key] === undefined ? undefined : reader(read[key], [key])
  const given = {
    payee: optional('payee', (value, path) => readName(value, path, issues)) ?? null,
    period: optional('period', (value, path) => readPeriodName(value, path, issues)) ?? null,
    target: optional('target', (value, path) =>
      readDecimal(value, path, issues, { minimum: ZERO, above: true }),
    ),
    measure: optional('measure', (value, path) => readDecimal(value, path, issues)),
    uplift:
      optional('coefficientUplift', (value, path) =>
        readDecimal(value, path, issues, { minimum: ZERO, maximum: ONE }),
      ) ?? ZERO,
    ...readSales(read['sales'], read['lines'], issues),
  }
  refuseIfAny(issues)
  return given
}

function readPeriodName(value: unknown, path: Path, issues: Issue[]): string | undefined {
  return readPeriod(value, path, issues) === undefined ? undefined : (value as string)
}

type Sales = Pick<ReadInput, 'sales' | 'lines' | 'notCounted'>

function readSales(sales: unknown, lines: unknown, issues: Issue[]): Sales {
  if (sales !== undefined && lines !== undefined) {
    const reason = 'sales are given twice, as a figure and as lines. Give one of them.'
    issues.push(issueAt('POLICY_CONFLICT', ['sales'], { reason }, reason))
  }
  if (lines !== undefined) return readLines(lines, issues)
  return { sales: readDecimal(sales, ['sales'], issues) ?? ZERO, lines: null, notCounted: [] }
}

/** A line that cannot be read stops the statement; one whose id came before is set aside and named. */
function readLines(lines: unknown, issues: Issue[]): Sales {
  const seen = new Set<string>()
  const counted: ReadLine[] = []
  const notCounted: ReadNotCounted[] = []
  let sales = ZERO
  for (const [index, line] of (readArray(lines, ['lines'], issues) ?? []).entries()) {
    const path: Path = ['lines', index]
    const fields = readFields(line, path, ['id', 'amount'], issues)
    if (fields === undefined) continue
    const id = readName(fields['id'], [...path, 'id'], issues)
    const amount = readDecimal(fields['amount'], [...path, 'amount'], issues)
    if (id === undefined || amount === undefined) continue
    if (seen.has(id)) {
      notCounted.push({ id, amount, issue: duplicate(id, path) })
      continue
    }
    seen.add(id)
    counted.push({ id, amount })
    sales = add(sales, amount)
  }
  return { sales, lines: counted, notCounted }
}

function duplicate(id: string, path: Path): Issue {
  const text = `got ${show(id)} a second time; only its first line counts. Remove it, or give it an id of its own.`
  return asWarning(issueAt('ID_DUPLICATE', [...path, 'id'], { id }, text))
}
