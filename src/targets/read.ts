import type { Issue, Path, PeriodUnit } from '../kernel/index.js'
import * as issue from '../kernel/input/issue.js'
import * as read from '../kernel/input/read.js'
import * as time from '../kernel/time/time.js'
import { LEAVES_OVERLAP } from './issues.js'

/** Positions in a period from one up to, and without, another. */
export type Run = readonly [from: number, upTo: number]

/** When somebody was there, in days counted from the first of the period, which is 0. */
export interface ExactEmployment {
  readonly period: string
  readonly unit: PeriodUnit
  /** The first day of the period. */
  readonly first: string
  /** How many days it has. */
  readonly days: number
  readonly runs: readonly Run[]
}

/** Reads when somebody was there; leave is taken out, and what lies outside the period is passed over. */
export function readEmployment(
  value: unknown,
  path: Path,
  issues: Issue[],
): ExactEmployment | undefined {
  const before = issues.length
  const fields = read.fields(value, path, ['period', 'from', 'to', 'leave'], issues)
  if (fields === undefined) return undefined
  const { period, from, to, leave = [] } = fields
  read.period(period, [...path, 'period'], issues)
  const stay = readSpan({ from: from ?? FIRST_DATE, to: to ?? LAST_DATE }, path, issues)
  const leaves = readLeaves(leave, [...path, 'leave'], issues)
  if (issues.length > before || stay === undefined) return undefined
  const range = time.periodRange(String(period))
  const days = time.daysBetween(range.from, range.to) + 1
  const offset = ({ from: start, to: end }: Span): Run => [
    Math.max(0, time.daysBetween(range.from, start)),
    Math.min(days, time.daysBetween(range.from, end) + 1),
  ]
  const runs = without(offset(stay), leaves.map(offset))
  return { period: String(period), unit: range.unit, first: range.from, days, runs }
}

const FIRST_DATE = '0001-01-01'
const LAST_DATE = '9999-12-31'

interface Span {
  readonly from: string
  /** The last day, included. */
  readonly to: string
}

function readSpan(
  { from, to }: { readonly from: unknown; readonly to: unknown },
  path: Path,
  issues: Issue[],
): Span | undefined {
  const start = read.date(from, [...path, 'from'], issues)
  const end = read.date(to, [...path, 'to'], issues)
  if (start === undefined || end === undefined) return undefined
  if (end >= start) return { from: start, to: end }
  const text = `ends on ${end}, before it starts on ${start}. Swap the dates.`
  issues.push(issue.issueAt('DATES_OUT_OF_ORDER', path, { from: start, to: end }, text))
  return undefined
}

/** Leaves, the earliest first; a day that is in two of them would be taken out twice by whoever adds them up. */
function readLeaves(value: unknown, path: Path, issues: Issue[]): Span[] {
  const leaves: (Span & { readonly path: Path })[] = []
  for (const [index, leave] of (read.array(value, path, issues) ?? []).entries()) {
    const at = [...path, index]
    const fields = read.fields(leave, at, ['from', 'to'], issues)
    const span = fields && readSpan({ from: fields['from'], to: fields['to'] }, at, issues)
    if (span !== undefined) leaves.push({ ...span, path: at })
  }
  leaves.sort((a, b) => time.daysBetween(b.from, a.from))
  for (const [index, leave] of leaves.entries()) {
    const before = leaves[index - 1]
    if (before === undefined || before.to < leave.from) continue
    const params = { first: before.from, second: leave.from, lastDay: before.to }
    issues.push(issue.at(LEAVES_OVERLAP, leave.path, params))
  }
  return leaves
}

/** What is left of a run without others, which are in order and do not overlap. */
function without([from, upTo]: Run, others: readonly Run[]): Run[] {
  const left: Run[] = []
  let start = from
  for (const [otherFrom, otherUpTo] of others) {
    left.push([start, Math.min(otherFrom, upTo)])
    start = Math.max(start, otherUpTo)
  }
  left.push([start, upTo])
  return left.filter(([first, last]) => first < last)
}
