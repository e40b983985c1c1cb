import type { Issue, Path } from '../../kernel/index.js'
import { asWarning, issueAt, show } from '../../kernel/input/issue.js'
import * as read from '../../kernel/input/read.js'
import type { Fields } from '../../kernel/input/values.js'
import type { Fraction } from '../../kernel/number/fraction.js'
import * as time from '../../kernel/time/time.js'
import type { PaymentTerms } from '../plan/terms.js'
import type { ReadPeriod } from './readSettlement.js'
import type { Settlement } from './types.js'

/** A part of a line that was invoiced or collected. */
export interface ProgressRow {
  readonly path: Path
  readonly line: string
  readonly amount: Fraction
  /** The last day of its period. */
  readonly to: string
}

/** What was invoiced or collected in the periods that are settled; what lies outside them is set aside. */
export interface Progress {
  readonly rows: readonly ProgressRow[]
  readonly notCounted: Settlement['notCounted']
}

const LISTS = ['invoiced', 'collected'] as const

/** Reads the list that the plan pays on; another one is refused, since nothing would look at it. */
export function readProgress(
  fields: Fields,
  periods: readonly ReadPeriod[],
  { on }: PaymentTerms,
  issues: Issue[],
): Progress {
  for (const list of LISTS) {
    if (list === on || fields[list] === undefined) continue
    const reason = `the plan pays what is ${on}, and nothing looks at what is ${list}. Leave it out, or set payment.on to "${list}".`
    issues.push(issueAt('POLICY_CONFLICT', [list], { reason }, reason))
  }
  if (on === 'booked') return { rows: [], notCounted: [] }
  const list = read.array(fields[on], [on], issues) ?? []
  const rows = list.flatMap((row, index) => readRow(row, [on, index], issues))
  const outside = rows.filter((row) => !isWithin(row, periods))
  return {
    rows: rows.filter((row) => isWithin(row, periods)),
    notCounted: outside.map((row) => ({ line: row.line, issue: notSettled(row, periods) })),
  }
}

type NamedRow = ProgressRow & { readonly period: string }

function readRow(value: unknown, path: Path, issues: Issue[]): NamedRow[] {
  const fields = read.fields(value, path, ['line', 'period', 'amount'], issues)
  if (fields === undefined) return []
  const line = read.name(fields['line'], [...path, 'line'], issues)
  const at = read.period(fields['period'], [...path, 'period'], issues)
  const amount = read.decimal(fields['amount'], [...path, 'amount'], issues)
  if (line === undefined || at === undefined || amount === undefined) return []
  const period = String(fields['period'])
  return [{ path, line, amount, period, to: time.periodRange(period).to }]
}

function isWithin({ to }: ProgressRow, periods: readonly ReadPeriod[]): boolean {
  const [first] = periods
  const last = periods.at(-1)
  if (first === undefined || last === undefined) return false
  return first.from <= to && to <= last.to
}

function notSettled({ path, period }: NamedRow, periods: readonly ReadPeriod[]): Issue {
  const from = periods[0]?.name ?? null
  const to = periods.at(-1)?.name ?? null
  const covers = from === null ? 'no period' : `${from} to ${to}`
  const text = `got ${show(period)}, and this settlement covers ${covers}. What was learned late belongs to the period in which it was learned.`
  return asWarning(
    issueAt('DATE_NOT_COVERED', [...path, 'period'], { date: period, from, to }, text),
  )
}
