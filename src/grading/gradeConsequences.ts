import type { Issue } from '../kernel/index.js'
import { refuseIfAny } from '../kernel/input/issue.js'
import * as read from '../kernel/input/read.js'
import * as time from '../kernel/time/time.js'
import {
  type ExactConsequence,
  type ExactGradingPolicy,
  exactGradingPolicy,
  type GradeConsequence,
  type RunConsequence,
} from './exactGradingPolicy.js'
import type { Consequence, ConsequenceRule, DefinedGradingPolicy, GradedPeriod } from './types.js'

/**
 * Lists what follows from a person's grades, oldest first: bonuses and leave from single grades, raises from yearly ones, a higher
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
  const exact = exactGradingPolicy(policy)
  const grades = readGrades(history, exact)
  return computeConsequences(grades, exact).map(writeConsequence)
}

/** The grades of a person, oldest first. */
type Grades = readonly time.HistoryEntry<string>[]

function readGrades(history: unknown, policy: ExactGradingPolicy): Grades {
  const issues: Issue[] = []
  const known = policy.grades.map(({ id }) => id)
  const grades = read.history(history, ['history'], issues, {
    key: 'grade',
    read: (value, path, found) => read.word(value, path, known, found),
  })
  refuseIfAny(issues)
  return grades
}

/** Something that follows, and the periods it follows from, oldest first. */
interface Following {
  readonly rule: ConsequenceRule
  readonly value: string
  readonly periods: readonly string[]
}

/** In the order of the periods in which they take effect; of one period, in that of the policy. */
function computeConsequences(grades: Grades, { consequences }: ExactGradingPolicy): Following[] {
  const order = new Map(grades.map(({ at }, index) => [time.writePeriod(at), index]))
  const orderOf = ({ periods }: Following) => order.get(periods.at(-1) ?? '') ?? 0
  return consequences
    .flatMap((consequence) => computeConsequence(consequence, grades))
    .sort((a, b) => orderOf(a) - orderOf(b))
}

function computeConsequence(consequence: ExactConsequence, grades: Grades): Following[] {
  return 'streak' in consequence ? fromRuns(consequence, grades) : fromGrades(consequence, grades)
}

function fromRuns({ rule, streak, grades: wanted }: RunConsequence, grades: Grades): Following[] {
  if (grades[0]?.at.unit !== rule.streak.per) return []
  const held = grades.map(({ at, value }) => ({ at, value: wanted.has(value) }))
  return time.streaksIn(held, streak).map(({ periods }) => ({ rule, value: rule.value, periods }))
}

function fromGrades({ rule, values }: GradeConsequence, grades: Grades): Following[] {
  const found: Following[] = []
  const years = new Set<string>()
  for (const { at, value: grade } of grades) {
    const value = values.get(grade)
    if (value === undefined || (rule.per !== null && rule.per !== at.unit)) continue
    const year = time.yearOf(at)
    if (rule.once === 'year' && years.has(year)) continue
    years.add(year)
    found.push({ rule, value, periods: [time.writePeriod(at)] })
  }
  return found
}

function writeConsequence({ rule, value, periods }: Following): Consequence {
  const { kind, clause, unit } = rule
  return { kind, clause, periods, period: periods.at(-1) ?? '', value, unit }
}
