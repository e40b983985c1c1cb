import * as time from '../kernel/time/time.js'
import { exactGradingPolicy, type RunConsequence } from './exactGradingPolicy.js'
import { type GradesUpTo, readGrades } from './read.js'
import type { DefinedGradingPolicy, GradedPeriod, GradesAsOf, RunningGrades } from './types.js'

/**
 * The runs of grades that go on in a period, one for each consequence that follows from a run, and how many more periods reach it (GRA-5 to
 * GRA-7).
 *
 * A run goes on when it reaches the period asked in or, while that one has no grade yet, the one before: two years graded S in 2010 and
 * 2011 are no run in 2026. For what has followed already use {@link gradeConsequences}.
 *
 * @throws SalesRulesError what {@link gradeConsequences} throws.
 *
 * @example One quarter at C: another one cuts pay
 * ```ts
 * import { gradeRuns, handbook } from 'sales-rules'
 *
 * const history = [{ period: '2026-Q1', grade: 'B' }, { period: '2026-Q2', grade: 'C' }]
 * gradeRuns(history, handbook.grading).map(({ kind, periods, remaining }) => [kind, periods, remaining])
 * // => [['commission-coefficient', [], 2], ['base-pay', ['2026-Q2'], 1], ['improvement-plan', ['2026-Q2'], 1], ['observation', ['2026-Q2'], 2]]
 * gradeRuns(history, handbook.grading, { asOf: '2026-Q4' }).map(({ periods }) => periods) // => [[], [], [], []]
 * ```
 */
export function gradeRuns(
  history: readonly GradedPeriod[],
  policy: DefinedGradingPolicy,
  options: GradesAsOf = {},
): RunningGrades[] {
  const exact = exactGradingPolicy(policy)
  const grades = readGrades(history, options, exact)
  return exact.consequences.flatMap((consequence) =>
    'streak' in consequence ? [writeRun(consequence, grades)] : [],
  )
}

function writeRun(
  { rule, streak, grades: wanted }: RunConsequence,
  { grades, asOf }: GradesUpTo,
): RunningGrades {
  const isOfLength = grades[0]?.at.unit === rule.streak.per
  const held = time.holdIn(isOfLength ? grades : [], (grade) => wanted.has(grade))
  const periods = isOfLength ? time.runUpTo(asOf, held, streak) : []
  return {
    kind: rule.kind,
    clause: rule.clause,
    grades: rule.streak.grades,
    length: streak.length,
    periods,
    remaining: Math.max(0, streak.length - periods.length),
  }
}
