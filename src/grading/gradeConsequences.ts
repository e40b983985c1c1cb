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
 * The history may be in any order; its periods are of one length. A run is made of adjacent periods and counts once, when it reaches its
 * length. A period that is named as excused (`{ period, excused: 'leave' }`) is passed over; one that is left out breaks the run, unless
 * the policy says so.
 *
 * @throws SalesRulesError `POLICY_NOT_DEFINED`, `PERIOD_INVALID`, `PERIODS_MIXED`, `ID_DUPLICATE`, `VALUE_NOT_ALLOWED`, `POLICY_CONFLICT`
 *   for a period that is excused and has a grade.
 *
 * @example Two quarters at A: two bonuses of half a month's base salary, and half a point on the commission rates
 * ```ts
 * import { gradeConsequences, handbook } from 'sales-rules'
 *
 * const history = [{ period: '2026-Q1', grade: 'A' }, { period: '2026-Q2', grade: 'A' }]
 * gradeConsequences(history, handbook.grading).map(({ kind, value, clause }) => [kind, value, clause])
 * // => [['bonus', '0.5', 'GRA-3'], ['bonus', '0.5', 'GRA-3'], ['commission-coefficient', '0.005', 'GRA-5']]
 * ```
 *
 * @example A quarter of leave between two at C, and the same quarters with nothing said of the one between
 * ```ts
 * import { gradeConsequences, handbook } from 'sales-rules'
 *
 * const [first, last] = [{ period: '2026-Q1', grade: 'C' }, { period: '2026-Q3', grade: 'C' }]
 * const kinds = (history: Parameters<typeof gradeConsequences>[0]) =>
 *   gradeConsequences(history, handbook.grading).map(({ kind }) => kind)
 * kinds([first, { period: '2026-Q2', excused: 'leave' }, last]) // => ['base-pay', 'improvement-plan']
 * kinds([first, last]) // => []
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
  const held = time.holdIn(grades, (grade) => wanted.has(grade))
  return time.streaksIn(held, streak).map(({ periods }) => ({ rule, value: rule.value, periods }))
}

function fromGrades({ rule, values }: GradeConsequence, grades: Grades): Following[] {
  const found: Following[] = []
  const years = new Set<string>()
  for (const { at, ...entry } of grades) {
    const value = 'excused' in entry ? undefined : values.get(entry.value)
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
