import * as check from '../kernel/check/check.js'
import type { Issue, Path } from '../kernel/index.js'
import * as issue from '../kernel/input/issue.js'
import * as read from '../kernel/input/read.js'
import { ID_DUPLICATE } from '../kernel/issues.js'
import * as decimal from '../kernel/number/decimal.js'
import * as fraction from '../kernel/number/fraction.js'
import {
  type ExactCourse,
  type ExactGradingPolicy,
  type ExactTraining,
  exactGradingPolicy,
} from './exactGradingPolicy.js'
import { requirePart, SCORES, writeAnswer } from './read.js'
import type {
  DefinedGradingPolicy,
  SuggestedCourse,
  TrainingNeed,
  TrainingSuggestions,
  Weakness,
} from './types.js'

/**
 * Suggests the courses that the weak indicators of an appraisal ask for, that of the weakest first (GRA-8).
 *
 * An indicator is weak below the points that the policy names, by default or for one course. A course may be for some people alone, such as
 * newcomers (PRO-15): its condition looks at the facts, and where these do not say, the course is neither suggested nor left out. What of a
 * programme is still to be done says `checkTraining`.
 *
 * @throws SalesRulesError `POLICY_NOT_DEFINED`, `VALUE_MISSING` for a policy without `training`, `UNKNOWN_KEY` for a fact that no course looks
 *   at, `ID_DUPLICATE`, and what is wrong with a fact.
 *
 * @example Too few new customers
 * ```ts
 * import { appraise, handbook, suggestTraining } from 'sales-rules'
 *
 * const results = {
 *   sales: { actual: 90, target: 100, source: 'crm' },
 *   newCustomers: { actual: 4, target: 10 },
 *   satisfaction: { points: 85, source: 'survey' },
 *   collectionRate: { points: 95, source: 'crm' },
 * }
 * const appraisal = appraise({ employee: 'Li', results }, handbook.appraisal)
 * const { courses, weak } = suggestTraining({ appraisal }, handbook.grading)
 * courses // => ['key-account-development']
 * weak.map(({ indicator, points, remaining }) => [indicator, points, remaining]) // => [['newCustomers', 40, 20]]
 * ```
 */
export function suggestTraining(
  need: TrainingNeed,
  policy: DefinedGradingPolicy,
): TrainingSuggestions {
  const exact = exactGradingPolicy(policy)
  const training = requirePart(exact.training, 'training')
  const known = readNeed(need, training)
  return writeSuggestions(known, training, exact)
}

/** What is known of a person. */
interface KnownNeed {
  readonly employee: string | null
  readonly parts: readonly Part[]
  readonly conditions: ReadonlyMap<ExactCourse, check.KnownCondition>
}

interface Part {
  readonly id: string
  readonly points: fraction.Fraction | null
}

const AT = ['need']

function readNeed(value: unknown, { courses }: ExactTraining): KnownNeed {
  const issues: Issue[] = []
  const fields = read.fields(value, AT, ['appraisal', 'facts'], issues)
  if (fields === undefined) issue.refuseIfAny(issues)
  const path = [...AT, 'appraisal']
  // An appraisal is an outcome, which has much more than is looked at here.
  const appraisal = read.record(fields?.['appraisal'], path, issues)
  if (appraisal === undefined) issue.refuseIfAny(issues)
  const { optional } = read.of(appraisal ?? {}, path, issues)
  const employee = optional('employee', read.name) ?? null
  const parts = readParts(appraisal?.['parts'], [...path, 'parts'], issues)
  const names = courses.flatMap(({ requires }) =>
    requires === null ? [] : check.factsOf(requires),
  )
  const facts = read.fields(fields?.['facts'] ?? {}, [...AT, 'facts'], [...new Set(names)], issues)
  const conditions = new Map<ExactCourse, check.KnownCondition>()
  for (const course of courses)
    if (course.requires !== null)
      conditions.set(course, check.read(course.requires, facts ?? {}, [...AT, 'facts'], issues))
  issue.refuseIfAny(issues)
  return { employee, parts, conditions }
}

function readParts(value: unknown, path: Path, issues: Issue[]): Part[] {
  const seen = new Set<string>()
  return (read.array(value, path, issues) ?? []).flatMap((row, index): Part[] => {
    const at = [...path, index]
    const fields = read.record(row, at, issues)
    if (fields === undefined) return []
    const { required, optional } = read.of(fields, at, issues)
    const id = required('id', read.name)
    const points = optional('points', (one, where, found) => read.within(one, where, found, SCORES))
    if (id === undefined) return []
    if (seen.has(id)) issue.add(issues, issue.at(ID_DUPLICATE, [...at, 'id'], { id }))
    seen.add(id)
    return [{ id, points: points ?? null }]
  })
}

function writeSuggestions(
  { employee, parts, conditions }: KnownNeed,
  training: ExactTraining,
  { policy }: ExactGradingPolicy,
): TrainingSuggestions {
  const weak = parts
    .flatMap(({ id, points }) =>
      points === null ? [] : (writeWeakness({ id, points }, conditions, training) ?? []),
    )
    .sort((a, b) => a.points - b.points)
  const suggested = weak.flatMap(({ courses }) => courses.filter((one) => one.suggested === true))
  const missing = parts.filter(({ points }) => points === null).map(({ id }) => id)
  const cited = weak.flatMap(({ courses }) => courses.map(({ clause }) => clause))
  return {
    employee,
    courses: [...new Set(suggested.map(({ course }) => course))],
    weak,
    missing,
    policy,
    clauses: [...new Set([training.rules.clause, ...cited])],
  }
}

/** Weak by one of its courses, or by what holds for all. */
function writeWeakness(
  { id, points }: { readonly id: string; readonly points: fraction.Fraction },
  conditions: KnownNeed['conditions'],
  { courses, weakBelow }: ExactTraining,
): Weakness | null {
  const own = courses.filter(({ rule }) => rule.indicator === id)
  const against = own.filter((course) => fraction.compare(points, course.weakBelow) < 0)
  const bounds = against.length > 0 ? against.map((course) => course.weakBelow) : [weakBelow]
  const highest = bounds.reduce((a, b) => (fraction.compare(a, b) < 0 ? b : a))
  if (against.length === 0 && (own.length > 0 || fraction.compare(points, weakBelow) >= 0))
    return null
  return {
    indicator: id,
    points: decimal.toNumber(points),
    weakBelow: decimal.toNumber(highest),
    remaining: decimal.toNumber(fraction.subtract(highest, points)),
    courses: against.map((course) => writeCourse(course, conditions.get(course))),
  }
}

function writeCourse(
  { rule, clause }: ExactCourse,
  condition: check.KnownCondition | undefined,
): SuggestedCourse {
  const found = condition && check.compute(condition)
  return {
    course: rule.id,
    clause,
    suggested: found === undefined ? true : writeAnswer(found.outcome),
    checks: found === undefined ? [] : check.write(found).checks,
  }
}
