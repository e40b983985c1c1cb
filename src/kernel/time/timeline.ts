/** What was in force when: values that hold from a date to a date. The past is never edited; a change is a new version. */

import { type Issue, type Path, refuse, refuseIfAny } from '../input/issue.js'
import { readArray, readFields } from '../input/values.js'
import { NOT_IN_FORCE } from '../issues.js'
import { LAST_DATE, readDate } from './dates.js'
import { readSpan, rowOn, type Span, timeline } from './spans.js'

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
  const rows = readVersions(versions, ['versions'], issues)
  refuseIfAny(issues)
  const ordered = timeline(rows, issues)
  refuseIfAny(issues)
  const found = rowOn(ordered, date)
  return found === undefined ? refuseDate(date, ordered) : (found.version as Version<Value>)
}

/** A version as it was given, with its dates read. */
interface ReadVersion extends Span {
  readonly path: Path
  readonly version: unknown
}

function readVersions(versions: unknown, path: Path, issues: Issue[]): ReadVersion[] {
  return (readArray(versions, path, issues) ?? []).flatMap((version, index) => {
    const at = [...path, index]
    const fields = readFields(version, at, ['from', 'to', 'value'], issues)
    const span = fields && readSpan(fields, at, issues)
    return span === undefined ? [] : [{ ...span, path: at, version }]
  })
}

function refuseDate(date: string, ordered: readonly Span[]): never {
  const from = ordered[0]?.from ?? null
  const to = ordered.length === 0 ? null : (ordered.at(-1)?.to ?? LAST_DATE)
  return refuse(NOT_IN_FORCE, ['date'], { date, from, to })
}
