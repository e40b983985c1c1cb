import type { Issue, Path } from '../../kernel/index.js'
import * as issue from '../../kernel/input/issue.js'
import type { Fields } from '../../kernel/input/read.js'
import * as read from '../../kernel/input/read.js'
import type { Fraction } from '../../kernel/number/fraction.js'
import type { Period } from '../lines/periods.js'
import type { PaymentTerms } from '../plan/terms.js'
import { NOT_IN_SETTLEMENT, NOT_PAID_ON } from './issues.js'
import type { ReadPeriod } from './readPeriodRow.js'
import type { Settlement } from './types.js'

/** A part of a line that was invoiced or collected. */
export interface ProgressRow {
  readonly path: Path
  readonly line: string
  readonly amount: Fraction
  readonly period: Period
}

/** What was invoiced or collected in the periods that are settled; what lies outside them is set aside. */
export interface Progress {
  /** By the place of the period in which it happened. */
  readonly rows: readonly (readonly ProgressRow[])[]
  readonly notCounted: Settlement['notCounted']
}

/** The lists of what came in. */
export const LISTS = ['invoiced', 'collected'] as const

/** Reads the list that the plan pays on; another one is refused, since nothing would look at it. */
export function readProgress(
  fields: Fields,
  periods: readonly ReadPeriod[],
  { on }: PaymentTerms,
  issues: Issue[],
): Progress {
  for (const list of LISTS) {
    if (list === on || (fields[list] ?? null) === null) continue
    issues.push(issue.at(NOT_PAID_ON, [list], { given: list, expected: on }))
  }
  if (on === 'booked') return { rows: [], notCounted: [] }
  const read = readRows(fields[on] ?? undefined, on, issues)
  const rows: ProgressRow[][] = periods.map(() => [])
  const notCounted: Settlement['notCounted'][number][] = []
  for (const row of read) {
    const place = periods.findIndex(({ period }) => isIn(row, period))
    if (place === -1)
      notCounted.push({ period: null, line: row.line, issue: notSettled(row, periods) })
    else rows[place]?.push(row)
  }
  return { rows, notCounted }
}

function readRows(list: unknown, on: string, issues: Issue[]): ProgressRow[] {
  const periods = new Map<unknown, Period>()
  return (read.array(list, [on], issues) ?? []).flatMap((row, index): ProgressRow[] => {
    const path = [on, index]
    const fields = read.fields(row, path, ['line', 'period', 'amount'], issues)
    if (fields === undefined) return []
    const line = read.name(fields['line'], [...path, 'line'], issues)
    const name = fields['period']
    // Many rows speak of few periods.
    const period = periods.get(name) ?? read.anyPeriod(name, [...path, 'period'], issues)
    const amount = read.decimal(fields['amount'], [...path, 'amount'], issues)
    if (period !== undefined) periods.set(name, period)
    if (line === undefined || period === undefined || amount === undefined) return []
    return [{ path, line, amount, period }]
  })
}

/** What happened in a part of a period happened in the period. */
function isIn({ period: { to } }: ProgressRow, period: Period): boolean {
  return period.from <= to && to <= period.to
}

function notSettled({ path, period }: ProgressRow, periods: readonly ReadPeriod[]): Issue {
  const from = periods[0]?.period.name ?? null
  const to = periods.at(-1)?.period.name ?? null
  const params = { date: period.name, from, to }
  return issue.asWarning(issue.at(NOT_IN_SETTLEMENT, [...path, 'period'], params))
}
