import type { Issue } from '../kernel/index.js'
import { refuseIfAny } from '../kernel/input/issue.js'
import * as read from '../kernel/input/read.js'
import * as defined from '../kernel/policy/defined.js'
import type { HistoryEntry } from '../kernel/time/streak.js'
import * as time from '../kernel/time/time.js'
import type {
  Consequence,
  ConsequenceRule,
  DefinedGradingPolicy,
  GradedPeriod,
  GradeRule,
  StreakConsequenceRule,
} from './types.js'

/**
 * What follows from a person's grades, oldest first: bonuses and leave from single grades, raises from yearly ones, a higher
 * commission coefficient or a base-pay cut from runs of quarters (GRA-2 to GRA-7).
 *
 * The history may be in any order; its periods are of one length. A quarter without a grade (leave) neither extends nor breaks a
 * run, unless the policy says so, and a run counts once, when it reaches its length.
 *
 * @throws SalesRulesError `POLICY_NOT_DEFINED`, `PERIOD_INVALID`, `PERIODS_MIXED`, `ID_DUPLICATE`, `VALUE_NOT_ALLOWED`.
 *
 * @example Two quarters at A: two bonuses of half a month's base salary, and half a point on the commission rates
 * ```ts
 * import { gradeConsequences, handbook } from 'sales-rules'
 *
 * const history = [{ period: '2026-Q1', grade: 'A' }, { period: '2026-Q2', grade: 'A' }]
 * gradeConsequences(history, handbook.grading).map(({ kind, value, clause }) => [kind, value, clause])
 * // => [['bonus', '0.5', 'GRA-3'], ['bonus', '0.5', 'GRA-3'], ['commission-coefficient', '0.005', 'GRA-5']]
 * ```
 */
export function gradeConsequences(
  history: readonly GradedPeriod[],
  policy: DefinedGradingPolicy,
): Consequence[] {
  defined.check(policy, 'GradingPolicy')
  const issues: Issue[] = []
  const grades = policy.grades.map(({ id }) => id)
  const entries = read.history(history, ['history'], issues, 'grade', (value, path, found) =>
    read.word(value, path, grades, found),
  )
  refuseIfAny(issues)
  const order = new Map(entries.map(({ at }, index) => [time.writePeriod(at), index]))
  return policy.consequences
    .flatMap((rule) => follow(rule, entries))
    .sort((a, b) => (order.get(a.period) ?? 0) - (order.get(b.period) ?? 0))
}

type Entries = readonly HistoryEntry<string>[]

function follow(rule: ConsequenceRule, entries: Entries): Consequence[] {
  return 'streak' in rule ? fromRuns(rule, entries) : fromGrades(rule, entries)
}

function fromGrades(rule: GradeRule, entries: Entries): Consequence[] {
  const found: Consequence[] = []
  const years = new Set<string>()
  for (const { at, value: grade } of entries) {
    // A grade may be named like what every object has: "constructor".
    const value = Object.hasOwn(rule.values, grade) ? rule.values[grade] : undefined
    if (value === undefined || value === '0' || (rule.per !== null && rule.per !== at.unit))
      continue
    const year = time.yearOf(at)
    if (rule.once === 'year' && years.has(year)) continue
    years.add(year)
    found.push(describe(rule, [time.writePeriod(at)], value))
  }
  return found
}

function fromRuns(rule: StreakConsequenceRule, entries: Entries): Consequence[] {
  if (entries[0]?.at.unit !== rule.streak.per) return []
  const held = entries.map(({ at, value }) => ({ at, value: rule.streak.grades.includes(value) }))
  return time.streaksIn(held, rule.streak).map(({ periods }) => describe(rule, periods, rule.value))
}

function describe(
  { kind, clause, unit }: ConsequenceRule,
  periods: readonly string[],
  value: string,
): Consequence {
  return { kind, clause, periods, period: periods.at(-1) ?? '', value, unit }
}
