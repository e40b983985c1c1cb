/** Runs of consecutive periods in which something held: two quarters at A, three quarters at C, on target two years in a row. */
import { type Issue, at as issueAt, type Path, refuseIfAny } from '../input/issue.js'
import { readArray, readBoolean, readFields, readInteger, readWord } from '../input/values.js'
import { PERIOD_DUPLICATE, PERIODS_MIXED } from '../issues.js'
import { type PeriodPosition, readPeriod, writePeriod } from './periodText.js'

/** One period of a history, and whether what is counted held in it. */
export interface PeriodHeld {
  readonly period: string
  readonly held: boolean
}

/** How runs are counted. */
export interface StreakRule {
  /** So many consecutive periods make a streak. */
  readonly length: number
  /** A period without an entry: `ignore` neither extends nor breaks a run; `break` ends it. */
  readonly gap: 'ignore' | 'break'
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
 * @throws SalesRulesError `PERIOD_INVALID`, `PERIODS_MIXED`, `ID_DUPLICATE`, `VALUE_INVALID`.
 *
 * @example Two quarters in a row, with a quarter of leave between
 * ```ts
 * import { findStreaks } from 'sales-rules'
 *
 * const history = [
 *   { period: '2025-Q4', held: true },
 *   { period: '2026-Q2', held: true },
 *   { period: '2026-Q3', held: true },
 * ]
 * findStreaks(history, { length: 2, gap: 'ignore', repeat: 'once' })
 * // => [{ reachedIn: '2026-Q2', periods: ['2025-Q4', '2026-Q2'] }]
 * findStreaks(history, { length: 2, gap: 'break', repeat: 'once' })
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
  for (const run of runsOf(entries, rule.gap)) {
    for (let end = rule.length; end <= run.length; end += rule.length) {
      const periods = run.slice(end - rule.length, end)
      streaks.push({ reachedIn: periods.at(-1) ?? '', periods })
      if (rule.repeat === 'once') break
    }
  }
  return streaks
}

const LONGEST_STREAK = 1000

function readRule(rule: StreakRule, issues: Issue[]): void {
  const fields = readFields(rule, ['rule'], ['length', 'gap', 'repeat'], issues)
  if (fields === undefined) return
  const bounds = { minimum: 1, maximum: LONGEST_STREAK }
  readInteger(fields['length'], ['rule', 'length'], issues, bounds)
  readWord(fields['gap'], ['rule', 'gap'], ['ignore', 'break'], issues)
  readWord(fields['repeat'], ['rule', 'repeat'], ['once', 'each-multiple'], issues)
}

/** One period of a history that was read. */
export interface HistoryEntry<Value> {
  readonly at: PeriodPosition
  readonly value: Value
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
  { key, read: readValue }: HistoryField<Value>,
): HistoryEntry<Value>[] {
  const entries: HistoryEntry<Value>[] = []
  const seen = new Set<string>()
  for (const [index, row] of (readArray(history, path, issues) ?? []).entries()) {
    const fields = readFields(row, [...path, index], ['period', key], issues)
    if (fields === undefined) continue
    const at = readPeriod(fields['period'], [...path, index, 'period'], issues)
    const value = readValue(fields[key], [...path, index, key], issues)
    if (at === undefined || value === undefined) continue
    const [{ at: first } = { at }] = entries
    const where = [...path, index, 'period']
    const id = writePeriod(at)
    if (first.unit !== at.unit) {
      const params = { first: writePeriod(first), other: id, unit: first.unit }
      issues.push(issueAt(PERIODS_MIXED, where, params))
    } else if (seen.has(id)) issues.push(issueAt(PERIOD_DUPLICATE, where, { id }))
    else entries.push({ at, value })
    seen.add(id)
  }
  return entries.sort((a, b) => a.at.position - b.at.position)
}

/** The longest runs of held periods, oldest first. */
export function runsOf(
  entries: readonly HistoryEntry<boolean>[],
  gap: StreakRule['gap'],
): string[][] {
  const runs: string[][] = [[]]
  let previous: PeriodPosition | undefined
  for (const { at, value } of entries) {
    const isGap = previous !== undefined && at.position > previous.position + 1
    if (!value || (isGap && gap === 'break')) runs.push([])
    if (value) runs.at(-1)?.push(writePeriod(at))
    previous = at
  }
  return runs
}
