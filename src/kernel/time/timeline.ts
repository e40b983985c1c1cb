/** What was in force when: values that hold from a date to a date. The past is never edited; a change is a new version. */

import { type Issue, issueAt, type Path, refuseIfAny } from '../input/issue.js'
import { readArray, readFields } from '../input/values.js'
import { addDays, dayNumber, readDate } from './dates.js'

/** A value and the days it is in force. */
export interface Version<Value> {
  /** The first day in force. */
  readonly from: string
  /** The last day in force; null or absent is until the next version, or for good. */
  readonly to?: string | null
  readonly value: Value
}

/**
 * The version in force on a date.
 *
 * A version without an end lasts until the next one starts. Two versions with ends that overlap are refused, and so is a date
 * before the first version or after the end of the last: a rule that has ended is not the same as one not yet renewed.
 *
 * @throws SalesRulesError `VERSIONS_OVERLAP`, `DATE_NOT_COVERED`, `DATE_INVALID`, `DATES_OUT_OF_ORDER`.
 *
 * @example
 * ```ts
 * import { attempt, versionOn } from 'sales-rules'
 *
 * const rates = [
 *   { from: '2025-01-01', value: '0.03' },
 *   { from: '2026-01-01', to: '2026-12-31', value: '0.035' },
 * ]
 * versionOn(rates, '2025-12-31').value // => '0.03'
 * versionOn(rates, '2026-01-01').value // => '0.035'
 * attempt(() => versionOn(rates, '2027-01-01')).ok // => false
 * ```
 */
export function versionOn<Value>(
  versions: readonly Version<Value>[],
  date: string,
): Version<Value> {
  const issues: Issue[] = []
  readDate(date, ['date'], issues)
  const ordered = readVersions(versions, ['versions'], issues)
  refuseIfAny(issues)
  const found = ordered.find((version) => version.from <= date && date <= version.lastDay)
  if (found === undefined) refuseIfAny([notInForce(date, ordered)])
  return versions[found?.index ?? 0] as Version<Value>
}

/** A version with its place in the list given and the last day it is in force. */
interface Span {
  readonly index: number
  readonly from: string
  readonly lastDay: string
}

const FOR_GOOD = '9999-12-31'

/**
 * Reads the dates of versions and returns them oldest first; adds an issue for each overlap.
 *
 * @internal
 */
export function readVersions(versions: unknown, path: Path, issues: Issue[]): Span[] {
  const before = issues.length
  const list = readArray(versions, path, issues) ?? []
  const spans = list.flatMap((version, index) => readSpan(version, index, [...path, index], issues))
  if (issues.length > before) return []
  const ordered = spans.sort((a, b) => dayNumber(a.from) - dayNumber(b.from))
  for (const [order, span] of ordered.entries()) {
    const issue = spanIssue(span, ordered[order + 1], [...path, span.index])
    if (issue !== undefined) issues.push(issue)
  }
  if (issues.length > before) return []
  return ordered.map(({ index, from, to }, order) => ({
    index,
    from,
    lastDay: to ?? dayBefore(ordered[order + 1]?.from),
  }))
}

function readSpan(version: unknown, index: number, path: Path, issues: Issue[]) {
  const fields = readFields(version, path, ['from', 'to', 'value'], issues)
  if (fields === undefined) return []
  const end = fields['to'] ?? null
  const from = readDate(fields['from'], [...path, 'from'], issues)
  const to = end === null ? null : readDate(end, [...path, 'to'], issues)
  return from === undefined || to === undefined ? [] : [{ index, from, to }]
}

function dayBefore(date: string | undefined): string {
  return date === undefined ? FOR_GOOD : addDays(date, -1)
}

function spanIssue(
  { from, to }: { from: string; to: string | null },
  next: { from: string } | undefined,
  path: Path,
): Issue | undefined {
  if (to !== null && to < from) {
    const text = `ends on ${to}, before it starts on ${from}. Swap the dates.`
    return issueAt('DATES_OUT_OF_ORDER', path, { from, to }, text)
  }
  if (next === undefined || next.from > (to ?? from)) return undefined
  const text = `the version from ${from} is still in force on ${next.from}, when the next one starts. End it the day before.`
  return issueAt('VERSIONS_OVERLAP', path, { first: from, second: next.from }, text)
}

function notInForce(date: string, spans: readonly Span[]): Issue {
  const from = spans[0]?.from ?? null
  const to = spans.at(-1)?.lastDay ?? null
  const text = `no version is in force on ${date}; the versions given run from ${from ?? 'nowhere'} to ${to ?? 'nowhere'}. Add one.`
  return issueAt('DATE_NOT_COVERED', ['date'], { date, from, to }, text)
}
