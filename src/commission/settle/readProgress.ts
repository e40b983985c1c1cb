import type { Issue, Path } from '../../kernel/index.js'
import * as issue from '../../kernel/input/issue.js'
import type { Fields } from '../../kernel/input/read.js'
import * as read from '../../kernel/input/read.js'
import type { Fraction } from '../../kernel/number/fraction.js'
import type { Period } from '../lines/periods.js'
import type { ExactPlan } from '../plan/exactPlan.js'
import { LISTS, listsOf, type ProgressList } from '../plan/paymentParts.js'
import { partsOf } from './exactTerms.js'
import { NOBODY, type Others, readOthers } from './handedParts.js'
import { NOT_IN_SETTLEMENT, NOT_PAID_ON } from './issues.js'
import type { ReadPeriod } from './readPeriodRow.js'
import type { Settlement } from './types.js'

/** A part of a line that was invoiced or collected. */
export interface ProgressRow {
  readonly path: Path
  readonly list: ProgressList
  readonly line: string
  readonly amount: Fraction
  readonly period: Period
  /** To whom it belongs beside the payee, and with which share. */
  readonly others: Others
  /** The day on which it came. */
  readonly on: string | undefined
}

/** What was invoiced or collected in the periods that are settled; what lies outside them is set aside. */
export interface Progress {
  /** By the place of the period in which it happened. */
  readonly rows: readonly (readonly ProgressRow[])[]
  readonly notCounted: Settlement['notCounted']
}

/** Reads the lists that the plan pays on; another one is refused, since nothing would look at it. */
export function readProgress(
  fields: Fields,
  periods: readonly ReadPeriod[],
  reading: Reading,
  issues: Issue[],
): Progress {
  const lists = listsOf(partsOf(reading.plan))
  for (const list of LISTS) {
    if (lists.includes(list) || (fields[list] ?? null) === null) continue
    issues.push(issue.at(NOT_PAID_ON, [list], { given: list, expected: lists[0] ?? 'booked' }))
  }
  const read = lists.flatMap((list) =>
    readRows(fields[list] ?? undefined, { list, ...reading }, issues),
  )
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

interface Reading {
  readonly payee: string | null
  readonly plan: ExactPlan
}

function readRows(
  value: unknown,
  { list, ...reading }: Reading & { readonly list: ProgressList },
  issues: Issue[],
): ProgressRow[] {
  const periods = new Map<unknown, Period>()
  return (read.array(value, [list], issues) ?? []).flatMap((row, index): ProgressRow[] => {
    const path = [list, index]
    const fields = read.fields(row, path, KEYS[list], issues)
    if (fields === undefined) return []
    const line = read.name(fields['line'], [...path, 'line'], issues)
    const when = readWhen(fields, path, periods, issues)
    const amount = read.decimal(fields['amount'], [...path, 'amount'], issues)
    const others = readOthersIn(fields, path, reading, issues)
    if (line === undefined || when.period === undefined || amount === undefined) return []
    return [{ path, list, line, amount, period: when.period, others, on: when.on }]
  })
}

const KEYS = {
  invoiced: ['line', 'period', 'amount', 'on'],
  collected: ['line', 'period', 'amount', 'on', 'owners'],
}

/** A payment that does not say to whom it belongs is the payee's. */
function readOthersIn(
  { owners = null }: Fields,
  path: Path,
  reading: Reading,
  issues: Issue[],
): Others {
  return owners === null ? NOBODY : readOthers(owners, [...path, 'owners'], reading, issues)
}

/** In which period a row counts, and the day on which it came: a day that is given alone says its period. */
function readWhen(
  { period: name = null, on: given = null }: Fields,
  path: Path,
  known: Map<unknown, Period>,
  issues: Issue[],
): { readonly period: Period | undefined; readonly on: string | undefined } {
  const on = given === null ? undefined : read.date(given, [...path, 'on'], issues)
  if (name === null && given !== null) return { period: dayOf(on), on }
  // Many rows speak of few periods.
  const period = known.get(name) ?? read.anyPeriod(name ?? undefined, [...path, 'period'], issues)
  if (period !== undefined) known.set(name, period)
  return { period, on }
}

function dayOf(on: string | undefined): Period | undefined {
  return on === undefined ? undefined : { unit: 'own', name: on, from: on, to: on }
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
