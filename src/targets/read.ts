import type { Issue, Path } from '../kernel/index.js'
import * as issue from '../kernel/input/issue.js'
import * as read from '../kernel/input/read.js'
import * as time from '../kernel/time/time.js'
import { LEAVES_OVERLAP } from './issues.js'

/** Positions in a period from one up to, and without, another. */
export type Run = readonly [from: number, upTo: number]

/** When somebody was there, in days counted from the first of the period, which is 0. */
export interface ExactEmployment {
  readonly period: time.ExactPeriod
  /** How many days the period has. */
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
  const { period: name, from, to, leave } = fields
  const at = read.period(name, [...path, 'period'], issues)
  const dates = { from: from ?? time.FIRST_DATE, to: to ?? time.LAST_DATE }
  const stay = read.closedSpan(dates, path, issues)
  const leaves = readLeaves(leave ?? [], [...path, 'leave'], issues)
  if (issues.length > before || at === undefined || stay === undefined) return undefined
  const period = time.rangeOf(at)
  const days = time.daysBetween(period.from, period.to) + 1
  const run = (first: string, last: string): Run => [
    Math.max(0, time.daysBetween(period.from, first)),
    Math.min(days, time.daysBetween(period.from, last) + 1),
  ]
  const off = leaves.map((one) => run(one.from, one.lastDay))
  return { period, days, runs: without(run(stay.from, stay.to), off) }
}

/** Leaves, the earliest first; a day that is in two of them would be taken out twice by whoever adds them up. */
function readLeaves(value: unknown, path: Path, issues: Issue[]): time.Placed<Leave>[] {
  const leaves = (read.array(value, path, issues) ?? []).flatMap((leave, index): Leave[] => {
    const at = [...path, index]
    const fields = read.fields(leave, at, ['from', 'to'], issues)
    const span = fields && read.closedSpan(fields, at, issues)
    return span === undefined ? [] : [{ ...span, path: at }]
  })
  const ordered = time.inOrder(leaves)
  for (const [before, leave] of time.overlaps(ordered)) {
    const params = { first: before.from, second: leave.from, lastDay: before.lastDay }
    issues.push(issue.at(LEAVES_OVERLAP, leave.path, params))
  }
  return ordered
}

interface Leave extends time.Span {
  readonly path: Path
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
