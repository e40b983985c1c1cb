/** Rows that hold for some days: versions of a policy, exchange rates, who owned what when, days off. One reader for all of them. */
import { add, at, type Issue, type Path } from '../input/issue.js'
import type { Fields } from '../input/values.js'
import { ENDS_BEFORE_START, VERSIONS_OVERLAP } from '../issues.js'
import { dateOfDay, dayNumber, LAST_DATE, readDate } from './dates.js'

/** The days that a row holds, both included. */
export interface Span {
  readonly from: string
  /** Null: until the next row begins, or for good. */
  readonly to: string | null
}

/** A row in its place among others. */
export type Placed<Row extends Span> = Row & {
  /** The last day that it holds: its own, or the day before a later row begins. */
  readonly lastDay: string
}

/** Reads the days of a row, which may be open at the end. */
export function readSpan(
  { from: first, to: last }: Fields,
  path: Path,
  issues: Issue[],
): Span | undefined {
  const from = readDate(first, [...path, 'from'], issues)
  const to = (last ?? null) === null ? null : readDate(last, [...path, 'to'], issues)
  return spanOf(from, to, path, issues)
}

/** Reads the days of a row that must say when it ends. */
export function readClosedSpan(
  { from: first, to: last }: Fields,
  path: Path,
  issues: Issue[],
): (Span & { readonly to: string }) | undefined {
  const from = readDate(first, [...path, 'from'], issues)
  const to = readDate(last, [...path, 'to'], issues)
  return spanOf(from, to, path, issues)
}

function spanOf<End extends string | null>(
  from: string | undefined,
  to: End | undefined,
  path: Path,
  issues: Issue[],
): { readonly from: string; readonly to: End } | undefined {
  if (from === undefined || to === undefined) return undefined
  if (to === null || to >= from) return { from, to }
  add(issues, at(ENDS_BEFORE_START, path, { from, to }))
  return undefined
}

/** The oldest first, whatever order they came in; of those that begin on one day, the first given first. */
export function inOrder<Row extends Span>(rows: readonly Row[]): Placed<Row>[] {
  const placed: Placed<Row>[] = []
  let next: string | undefined
  let end = LAST_DATE
  for (const row of [...rows].sort(byFirstDay).reverse()) {
    if (next !== undefined && row.from < next) end = dateOfDay(dayNumber(next) - 1)
    next = row.from
    placed.push({ ...row, lastDay: row.to ?? end })
  }
  return placed.reverse()
}

function byFirstDay(a: Span, b: Span): number {
  if (a.from === b.from) return 0
  return a.from < b.from ? -1 : 1
}

/** Neighbours of which the second begins before the first has ended; none where no two rows hold on one day. */
export function overlaps<Row extends Span>(
  ordered: readonly Placed<Row>[],
): (readonly [first: Placed<Row>, second: Placed<Row>])[] {
  return ordered.flatMap((first, index) => {
    const second = ordered[index + 1]
    return second === undefined || second.from > first.lastDay ? [] : [[first, second] as const]
  })
}

/** Rows from the oldest to the newest, of which no two may hold on one day; adds an issue for each that does not end before the next begins. */
export function timeline<Row extends Span & { readonly path: Path }>(
  rows: readonly Row[],
  issues: Issue[],
): Row[] {
  const ordered = [...rows].sort(byFirstDay)
  for (const [index, { from, to, path }] of ordered.entries()) {
    const next = ordered[index + 1]
    // One without an end holds until the next begins.
    if (next !== undefined && next.from <= (to ?? from))
      add(issues, at(VERSIONS_OVERLAP, path, { first: from, second: next.from }))
  }
  return ordered
}

/** The row of a timeline that holds on a day: the last that has begun, unless it has ended. */
export function rowOn<Row extends Span>(ordered: readonly Row[], date: string): Row | undefined {
  return ordered.find(({ from, to }, index) => {
    const next = ordered[index + 1]
    if (from > date || (next !== undefined && next.from <= date)) return false
    return to === null || date <= to
  })
}
