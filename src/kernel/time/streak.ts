/** Runs of consecutive periods in which something held: two quarters at A, three quarters at C, on target two years in a row. */
import { type Issue, at as issueAt, type Path, refuseIfAny } from '../input/issue.js'
import {
  type Fields,
  readArray,
  readBoolean,
  readFields,
  readInteger,
  readName,
  readWord,
} from '../input/values.js'
import { EXCUSED_WITH_VALUE, GAP_BREAKS, PERIOD_DUPLICATE, PERIODS_MIXED } from '../issues.js'
import { type PeriodPosition, readPeriod, writePeriod } from './periodText.js'

/** One period of a history, and whether what is counted held in it; or why it is passed over, such as `leave`. */
export type PeriodHeld =
  | { readonly period: string; readonly held: boolean }
  | { readonly period: string; readonly excused: string }

/** How runs are counted. */
export interface StreakRule {
  /** So many consecutive periods make a streak. */
  readonly length: number
  /** A period without an entry: `break` ends a run; `ignore` passes it over, like one that is excused. */
  readonly gap: 'ignore' | 'break'
  /** With `ignore`, how many of them in a row are passed over at most; more end a run. 1 unless told. */
  readonly gapAtMost?: number
  /** `once`: a run counts when it reaches its length; `each-multiple`: again at twice, three times the length. */
  readonly repeat: 'once' | 'each-multiple'
}

/** A run that reached the length. */
export interface Streak {
  /** The period in which the length was reached. */
  readonly reachedIn: string
  /** The periods that make it up, oldest first. */
  readonly periods: readonly string[]
}

/**
 * The streaks in a history of periods, oldest first. The history may be in any order; its periods are of one length.
 *
 * A run is made of adjacent periods. One that is named as excused neither extends nor breaks it; one that is left out breaks it, unless
 * the rule says `gap: 'ignore'`, which passes over one, or as many in a row as `gapAtMost` says.
 *
 * @throws SalesRulesError `PERIOD_INVALID`, `PERIODS_MIXED`, `ID_DUPLICATE`, `VALUE_INVALID`, `POLICY_CONFLICT` for a period that is
 *   excused and has a value, or a `gapAtMost` where a gap breaks a run.
 *
 * @example Two quarters in a row, with a quarter of leave between
 * ```ts
 * import { findStreaks } from 'sales-rules'
 *
 * const rule = { length: 2, gap: 'break', repeat: 'once' } as const
 * const before = { period: '2025-Q4', held: true }
 * const after = [{ period: '2026-Q2', held: true }, { period: '2026-Q3', held: true }]
 * findStreaks([before, { period: '2026-Q1', excused: 'leave' }, ...after], rule)
 * // => [{ reachedIn: '2026-Q2', periods: ['2025-Q4', '2026-Q2'] }]
 * findStreaks([before, ...after], rule)
 * // => [{ reachedIn: '2026-Q3', periods: ['2026-Q2', '2026-Q3'] }]
 * ```
 */
export function findStreaks(history: readonly PeriodHeld[], rule: StreakRule): Streak[] {
  const issues: Issue[] = []
  const entries = readHistory(history, ['history'], issues, { key: 'held', read: readBoolean })
  readRule(rule, issues)
  refuseIfAny(issues)
  return streaksIn(entries, rule)
}

/** The streaks in a history that was read. */
export function streaksIn(entries: readonly HistoryEntry<boolean>[], rule: StreakRule): Streak[] {
  const streaks: Streak[] = []
  for (const run of runsOf(entries, rule)) {
    for (let end = rule.length; end <= run.length; end += rule.length) {
      const periods = run.slice(end - rule.length, end)
      streaks.push({ reachedIn: periods.at(-1) ?? '', periods })
      if (rule.repeat === 'once') break
    }
  }
  return streaks
}

const LONGEST_STREAK = 1000

/** How many periods without an entry are passed over says nothing where one breaks a run. */
export function gapIssues({ gap, gapAtMost }: GapRule, path: Path): Issue[] {
  if (gap === 'ignore' || gapAtMost === undefined) return []
  return [issueAt(GAP_BREAKS, [...path, 'gapAtMost'], {})]
}

function readRule(rule: StreakRule, issues: Issue[]): void {
  const fields = readFields(rule, ['rule'], ['length', 'gap', 'gapAtMost', 'repeat'], issues)
  if (fields === undefined) return
  const bounds = { minimum: 1, maximum: LONGEST_STREAK }
  readInteger(fields['length'], ['rule', 'length'], issues, bounds)
  const gap = readWord(fields['gap'], ['rule', 'gap'], ['break', 'ignore'], issues)
  if ((fields['gapAtMost'] ?? null) !== null) {
    const most = readInteger(fields['gapAtMost'], ['rule', 'gapAtMost'], issues, bounds)
    if (gap !== undefined && most !== undefined)
      issues.push(...gapIssues({ gap, gapAtMost: most }, ['rule']))
  }
  readWord(fields['repeat'], ['rule', 'repeat'], ['once', 'each-multiple'], issues)
}

/** One period of a history that was read; one that is excused has no value. */
export type HistoryEntry<Value> = ValuedEntry<Value> | ExcusedEntry

interface ValuedEntry<Value> {
  readonly at: PeriodPosition
  readonly value: Value
}

interface ExcusedEntry {
  readonly at: PeriodPosition
  /** Why. */
  readonly excused: string
}

/** What an entry of a history says of its period, and how it is read. */
export interface HistoryField<Value> {
  readonly key: string
  readonly read: (value: unknown, path: Path, issues: Issue[]) => Value | undefined
}

/** Reads a history of periods of one length, each at most once; returns it oldest first. */
export function readHistory<Value>(
  history: unknown,
  path: Path,
  issues: Issue[],
  field: HistoryField<Value>,
): HistoryEntry<Value>[] {
  const entries: HistoryEntry<Value>[] = []
  const seen = new Set<string>()
  for (const [index, row] of (readArray(history, path, issues) ?? []).entries()) {
    const entry = readEntry(row, [...path, index], issues, field)
    if (entry === undefined) continue
    const [{ at: first } = entry] = entries
    const where = [...path, index, 'period']
    const id = writePeriod(entry.at)
    if (first.unit !== entry.at.unit) {
      const params = { first: writePeriod(first), other: id, unit: first.unit }
      issues.push(issueAt(PERIODS_MIXED, where, params))
    } else if (seen.has(id)) issues.push(issueAt(PERIOD_DUPLICATE, where, { id }))
    else entries.push(entry)
    seen.add(id)
  }
  return entries.sort((a, b) => a.at.position - b.at.position)
}

function readEntry<Value>(
  row: unknown,
  path: Path,
  issues: Issue[],
  { key, read: readValue }: HistoryField<Value>,
): HistoryEntry<Value> | undefined {
  const fields = readFields(row, path, ['period', key, 'excused'], issues)
  if (fields === undefined) return undefined
  const at = readPeriod(fields['period'], [...path, 'period'], issues)
  if ((fields['excused'] ?? null) === null) {
    const value = readValue(fields[key], [...path, key], issues)
    return at === undefined || value === undefined ? undefined : { at, value }
  }
  const excused = readExcused(fields, key, path, issues)
  return at === undefined || excused === undefined ? undefined : { at, excused }
}

function readExcused(fields: Fields, key: string, path: Path, issues: Issue[]): string | undefined {
  if ((fields[key] ?? null) === null)
    return readName(fields['excused'], [...path, 'excused'], issues)
  issues.push(issueAt(EXCUSED_WITH_VALUE, [...path, 'excused'], { field: key }))
  return undefined
}

/** The same history, seen as whether something held in each of its values. */
export function holdIn<Value>(
  entries: readonly HistoryEntry<Value>[],
  holds: (value: Value) => boolean,
): HistoryEntry<boolean>[] {
  return entries.map((entry) =>
    'excused' in entry ? entry : { at: entry.at, value: holds(entry.value) },
  )
}

/**
 * The run that still goes on in a period: it reaches that period or, while that one has no value yet, the one before. What comes later
 * does not count.
 */
export function runUpTo(
  asOf: PeriodPosition,
  entries: readonly HistoryEntry<boolean>[],
  rule: GapRule,
): string[] {
  const past = entries.filter(({ at }) => at.position <= asOf.position)
  // What is said of the period asked in ends no run: it breaks one that has ended before.
  const isKnown = past.at(-1)?.at.position === asOf.position
  const end = isKnown ? [] : [{ at: asOf, excused: '' }]
  const runs = runsOf([...past, ...end], rule)
  return runs.at(-1) ?? []
}

/** What of a rule says whether a gap ends a run. */
export type GapRule = Pick<StreakRule, 'gap' | 'gapAtMost'>

/** The longest runs of held periods, each oldest first, and those that are empty. What is excused between two values is no gap. */
export function runsOf(
  entries: readonly HistoryEntry<boolean>[],
  { gap, gapAtMost = 1 }: GapRule,
): string[][] {
  const runs: string[][] = [[]]
  const most = gap === 'break' ? 0 : gapAtMost
  let previous: PeriodPosition | undefined
  let without = 0
  for (const entry of entries) {
    without += previous === undefined ? 0 : entry.at.position - previous.position - 1
    if (without > most) {
      runs.push([])
      without = 0
    }
    previous = entry.at
    if ('excused' in entry) continue
    without = 0
    if (entry.value) runs.at(-1)?.push(writePeriod(entry.at))
    else runs.push([])
  }
  return runs
}
