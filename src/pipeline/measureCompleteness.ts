import type { Issue, Path } from '../kernel/index.js'
import * as issue from '../kernel/input/issue.js'
import * as read from '../kernel/input/read.js'
import * as fraction from '../kernel/number/fraction.js'
import * as write from '../kernel/number/write.js'
import * as time from '../kernel/time/time.js'
import {
  type ExactRecordKind,
  type ExactRecords,
  type ExactSalesProcess,
  exactSalesProcess,
} from './exactSalesProcess.js'
import { AFTER_AS_OF, RECORD_KIND_UNKNOWN, RECORDED_BEFORE } from './issues.js'
import { byText, readInput, readPlace, readRows, sectionOf, writeShare } from './read.js'
import type { Completeness, DefinedSalesProcess, RecordsInput } from './types.js'

/**
 * Measures how complete records are and how many were made in time, by rep and kind (PIP-10).
 *
 * A field is filled unless it is missing, null, an empty list or blank; 0 and false are answers. Two figures are named: of the fields that
 * are asked for, and of the records that have all of theirs; the process says which one its target is of. A record that was not made yet
 * is late once its hours are over, and pending until then.
 *
 * @throws SalesRulesError `POLICY_NOT_DEFINED`, `INSTANT_INVALID` for `asOf`, `NOT_IN_POLICY` for a process without rules of records. What
 *   is wrong with a record is in `notCounted`.
 *
 * @example Two visits: one on record the same evening, one with a field too few after two days
 * ```ts
 * import { handbook, measureCompleteness } from 'sales-rules'
 *
 * const visit = { customer: 'Acme', contact: 'Zhao', purpose: 'needs', result: 'a second meeting', nextStep: 'proposal' }
 * const records = [
 *   { id: 'V-1', kind: 'visit', occurred: '2026-03-02T10:00:00+08:00', recorded: '2026-03-02T19:00:00+08:00', fields: visit },
 *   {
 *     ...{ id: 'V-2', kind: 'visit', occurred: '2026-03-02T10:00:00+08:00', recorded: '2026-03-04T10:00:00+08:00' },
 *     fields: { ...visit, nextStep: ' ' },
 *   },
 * ]
 * const measured = measureCompleteness({ asOf: '2026-03-05T09:00:00+08:00', records }, handbook.pipeline)
 * const { ofFields, ofRecords, onTime } = measured.total
 * ofFields // => '0.9'
 * ofRecords // => '0.5'
 * onTime // => '0.5'
 * measured.met // => false
 * measured.remaining // => 1
 * measured.groups[0]?.missing // => [{ field: 'nextStep', records: 1 }]
 * ```
 */
export function measureCompleteness(
  input: RecordsInput,
  policy: DefinedSalesProcess,
): Completeness {
  const exact = exactSalesProcess(policy)
  const rules = sectionOf(exact, 'records')
  const { asOf, values } = readRecords(input)
  const at = { path: ['input', 'records'], keys: KEYS }
  const { rows, notRead } = readRows(values, at, (fields, path, issues) =>
    readOne(fields, path, { rules, asOf }, issues),
  )
  return {
    asOf: time.writeInstant(asOf),
    ...writeCompleteness(rows, rules, exact),
    notCounted: notRead.map(({ id: record, ...row }) => ({ record, ...row })),
  }
}

const KEYS = ['id', 'rep', 'kind', 'occurred', 'recorded', 'fields']

function readRecords(input: unknown) {
  const issues: Issue[] = []
  const fields = readInput(input, ['input'], ['asOf', 'records'], issues)
  const { required } = read.of(fields, ['input'], issues)
  const asOf = required('asOf', read.instant)
  const values = required('records', read.array)
  issue.refuseIfAny(issues)
  return { asOf, values } as {
    readonly asOf: time.Instant
    readonly values: readonly unknown[]
  }
}

interface RecordContext {
  readonly rules: ExactRecords
  readonly asOf: time.Instant
}

interface ExactRecord {
  readonly rep: string | null
  readonly kind: ExactRecordKind
  readonly missing: readonly string[]
  /** Null of a kind without hours. */
  readonly timeliness: 'in-time' | 'late' | 'pending' | null
}

function readOne(
  fields: read.Fields,
  path: Path,
  { rules, asOf }: RecordContext,
  issues: Issue[],
): ExactRecord | undefined {
  const { required, optional } = read.of(fields, path, issues)
  const rep = optional('rep', read.name) ?? null
  const kind = required('kind', (value, at, found) => readKind(value, at, rules, found))
  const past = (value: unknown, at: Path, found: Issue[]) => readInstantBy(value, at, asOf, found)
  const occurred = required('occurred', past)
  const recorded = optional('recorded', past) ?? null
  const filled = required('fields', (value, at, found) => read.record(value, at, found))
  if (occurred !== undefined && recorded !== null && recorded.at < occurred.at) {
    const params = { from: time.writeInstant(recorded), to: time.writeInstant(occurred) }
    issue.add(issues, issue.at(RECORDED_BEFORE, [...path, 'recorded'], params))
  }
  if (kind === undefined || occurred === undefined || filled === undefined) return undefined
  const missing = kind.fields.filter((field) => isBlank(filled[field]))
  return { rep, kind, missing, timeliness: timelinessOf(kind, occurred, recorded, asOf) }
}

function readKind(
  value: unknown,
  path: Path,
  { kinds, kindNames: known }: ExactRecords,
  issues: Issue[],
): ExactRecordKind | undefined {
  return kinds[readPlace(value, path, { known, unknown: RECORD_KIND_UNKNOWN }, issues) ?? -1]
}

function readInstantBy(
  value: unknown,
  path: Path,
  asOf: time.Instant,
  issues: Issue[],
): time.Instant | undefined {
  const instant = read.instant(value, path, issues)
  if (instant === undefined || instant.at <= asOf.at) return instant
  const params = { from: time.writeInstant(instant), to: time.writeInstant(asOf) }
  issue.add(issues, issue.at(AFTER_AS_OF, path, params))
  return undefined
}

/** What says nothing; 0 and false say something. */
function isBlank(value: unknown): boolean {
  if (value === undefined || value === null || Number.isNaN(value)) return true
  if (typeof value === 'string') return value.trim() === ''
  return read.length(value, [], []) === 0
}

function timelinessOf(
  { milliseconds }: ExactRecordKind,
  occurred: time.Instant,
  recorded: time.Instant | null,
  asOf: time.Instant,
): ExactRecord['timeliness'] {
  if (milliseconds === null) return null
  const due = occurred.at + milliseconds
  if (recorded !== null) return recorded.at <= due ? 'in-time' : 'late'
  return asOf.at > due ? 'late' : 'pending'
}

function writeCompleteness(
  records: readonly ExactRecord[],
  { rules, target }: ExactRecords,
  { policy }: ExactSalesProcess,
): Omit<Completeness, 'asOf' | 'notCounted'> {
  const total = measure(records)
  const [part, all] =
    rules.of === 'fields' ? [total.filled, total.required] : [total.complete, total.records]
  const needed = Number(
    fraction.toUnits(fraction.multiply(target, fraction.whole(all)), 0, 'ceiling'),
  )
  return {
    groups: groupsOf(records),
    total,
    target: write.decimal(target),
    of: rules.of,
    met: all === 0 ? null : part >= needed,
    remaining: Math.max(0, needed - part),
    policy,
    clauses: ['PIP-10'],
  }
}

/** By rep, then by kind; records of nobody last. */
function groupsOf(records: readonly ExactRecord[]): Completeness['groups'] {
  const groups = new Map<string, [ExactRecord, ...ExactRecord[]]>()
  for (const record of records) {
    const key = JSON.stringify([record.rep, record.kind.kind])
    const others = groups.get(key)
    if (others === undefined) groups.set(key, [record])
    else others.push(record)
  }
  return [...groups.values()]
    .sort(([one], [other]) => byText(one.rep, other.rep) || byText(one.kind.kind, other.kind.kind))
    .map((group) => ({
      rep: group[0].rep,
      kind: group[0].kind.kind,
      ...measure(group),
      missing: missingOf(group),
    }))
}

function measure(records: readonly ExactRecord[]): Completeness['total'] {
  const required = records.reduce((sum, { kind }) => sum + kind.fields.length, 0)
  const missing = records.reduce((sum, one) => sum + one.missing.length, 0)
  const complete = records.filter((one) => one.missing.length === 0).length
  const count = (timeliness: ExactRecord['timeliness']) =>
    records.filter((one) => one.timeliness === timeliness).length
  const [inTime, late] = [count('in-time'), count('late')]
  return {
    records: records.length,
    complete,
    ofRecords: writeShare(complete, records.length),
    required,
    filled: required - missing,
    ofFields: writeShare(required - missing, required),
    inTime,
    late,
    pending: count('pending'),
    onTime: writeShare(inTime, inTime + late),
  }
}

/** What is missing most, first; as often, in the order of the policy. */
function missingOf(records: readonly ExactRecord[]) {
  const counts = new Map(records[0]?.kind.fields.map((field) => [field, 0]))
  for (const { missing } of records)
    for (const field of missing) counts.set(field, (counts.get(field) ?? 0) + 1)
  return [...counts]
    .map(([field, count]) => ({ field, records: count }))
    .filter((one) => one.records > 0)
    .sort((a, b) => b.records - a.records)
}
