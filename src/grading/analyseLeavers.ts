import type { Issue, Path } from '../kernel/index.js'
import * as issue from '../kernel/input/issue.js'
import * as read from '../kernel/input/read.js'
import { ID_DUPLICATE } from '../kernel/issues.js'
import * as fraction from '../kernel/number/fraction.js'
import * as write from '../kernel/number/write.js'
import * as time from '../kernel/time/time.js'
import { type ExactGradingPolicy, exactGradingPolicy } from './exactGradingPolicy.js'
import { GRADED_AFTER_LEAVING } from './issues.js'
import { requirePart } from './read.js'
import type {
  AppraisedPerson,
  DefinedGradingPolicy,
  GradeTrend,
  LeaverAnalysis,
  LeaverHistory,
  LeaverRules,
  LeaverShare,
} from './types.js'

/**
 * Analyses the appraisal history of those who left of their own accord, beside those who stayed: with which grade they left, and whether
 * their grades rose or fell before (GRA-10).
 *
 * The policy says which kinds of leaving are of one's own accord; who left otherwise is named, and counts on neither side. Of a group of
 * fewer people than the policy's minimum no rate is given, as it would say nothing. A trend compares the first and the last of the latest
 * graded periods; periods that are excused are passed over.
 *
 * @throws SalesRulesError `POLICY_NOT_DEFINED`, `VALUE_MISSING` for a policy without `leavers`, `DATES_OUT_OF_ORDER` for a grade of a period
 *   that begins after somebody left, `ID_DUPLICATE`, and what is wrong with a history.
 *
 * @example One of two left, after a fall from S to B
 * ```ts
 * import { analyseLeavers, handbook } from 'sales-rules'
 *
 * const fallen = [{ period: '2026-Q1', grade: 'S' }, { period: '2026-Q2', grade: 'B' }]
 * const steady = [{ period: '2026-Q1', grade: 'B' }, { period: '2026-Q2', grade: 'B' }]
 * const people = [
 *   { id: 'Li', history: fallen, left: { on: '2026-07-15', kind: 'own-accord' } },
 *   { id: 'Wang', history: steady },
 * ]
 * const { all, leavers } = analyseLeavers(people, handbook.grading)
 * all // => { left: 1, of: 2, rate: null }
 * leavers.map(({ id, lastGrade, trend }) => [id, lastGrade, trend]) // => [['Li', 'B', 'falling']]
 * ```
 */
export function analyseLeavers(
  people: readonly AppraisedPerson[],
  policy: DefinedGradingPolicy,
): LeaverAnalysis {
  const exact = exactGradingPolicy(policy)
  const rules = requirePart(exact.leavers, 'leavers')
  const known = readPeople(people, rules, exact)
  return writeAnalysis(known, rules, exact)
}

/** Somebody with the latest graded periods, oldest first; grades by their position, from the best. */
interface Person {
  readonly id: string
  readonly grades: readonly { readonly period: string; readonly position: number }[]
  readonly trend: GradeTrend
  readonly left: { readonly on: string; readonly isOwnAccord: boolean } | null
}

function readPeople(value: unknown, rules: LeaverRules, policy: ExactGradingPolicy): Person[] {
  const issues: Issue[] = []
  const seen = new Set<string>()
  const rows = read.array(value, ['people'], issues) ?? []
  const people = rows.flatMap((row, index): Person[] => {
    const path = ['people', index]
    const fields = read.fields(row, path, ['id', 'history', 'left'], issues)
    if (fields === undefined) return []
    const { required, optional } = read.of(fields, path, issues)
    const id = required('id', read.name)
    const left = optional('left', (one, at, found) => readLeft(one, at, rules, found)) ?? null
    const history = required('history', (one, at, found) => readHistory(one, at, policy, found))
    for (const late of lateIssues(history, left?.on ?? null, [...path, 'history']))
      issue.add(issues, late)
    if (id === undefined) return []
    if (seen.has(id)) issue.add(issues, issue.at(ID_DUPLICATE, [...path, 'id'], { id }))
    seen.add(id)
    const grades = history
      .flatMap((entry) =>
        'excused' in entry ? [] : [{ period: time.writePeriod(entry.at), position: entry.value }],
      )
      .slice(-rules.periods)
    return [{ id, grades, trend: trendOf(grades), left }]
  })
  issue.refuseIfAny(issues)
  return people.sort((a, b) => (a.id < b.id ? -1 : 1))
}

type History = readonly time.HistoryEntry<number>[]

function readHistory(
  value: unknown,
  path: Path,
  { grades }: ExactGradingPolicy,
  issues: Issue[],
): History {
  const names = grades.map(({ id }) => id)
  return read.history(value, path, issues, {
    key: 'grade',
    read: (one, at, found) => {
      const grade = read.word(one, at, names, found)
      return grade === undefined ? undefined : names.indexOf(grade)
    },
  })
}

function readLeft(value: unknown, path: Path, { kinds }: LeaverRules, issues: Issue[]) {
  const fields = read.fields(value, path, ['on', 'kind'], issues)
  if (fields === undefined) return undefined
  const on = read.date(fields['on'], [...path, 'on'], issues)
  const kind = read.name(fields['kind'], [...path, 'kind'], issues)
  if (on === undefined || kind === undefined) return undefined
  return { on, isOwnAccord: kinds.includes(kind) }
}

/** Nobody is graded for a time after they left. */
function lateIssues(history: History, leftOn: string | null, path: Path): Issue[] {
  const late = history.find(({ at }) => leftOn !== null && time.rangeOf(at).from > leftOn)
  if (late === undefined || leftOn === null) return []
  return [issue.at(GRADED_AFTER_LEAVING, path, { from: leftOn, to: time.rangeOf(late.at).from })]
}

function trendOf(grades: Person['grades']): GradeTrend {
  const [first, last] = [grades[0], grades.at(-1)]
  if (first === undefined || last === undefined || grades.length < 2) return 'unknown'
  if (first.position === last.position) return 'steady'
  return last.position < first.position ? 'rising' : 'falling'
}

const TRENDS = ['rising', 'steady', 'falling', 'unknown'] as const

function writeAnalysis(
  people: readonly Person[],
  rules: LeaverRules,
  policy: ExactGradingPolicy,
): LeaverAnalysis {
  const isOtherwise = ({ left }: Person) => left !== null && !left.isOwnAccord
  const counted = people.filter((one) => !isOtherwise(one))
  const positions = [...policy.grades.keys(), null]
  return {
    all: writeShare(counted, rules),
    leftOtherwise: people.filter(isOtherwise).map(({ id }) => id),
    byLastGrade: positions.map((position) => ({
      grade: nameAt(position, policy),
      ...writeShare(
        counted.filter((one) => lastOf(one) === position),
        rules,
      ),
    })),
    byTrend: TRENDS.map((trend) => ({
      trend,
      ...writeShare(
        counted.filter((one) => one.trend === trend),
        rules,
      ),
    })),
    leavers: counted.flatMap((one) => writeLeaver(one, rules, policy)).sort(byDay),
    policy: policy.policy,
    clauses: [rules.clause],
  }
}

function lastOf({ grades }: Person): number | null {
  return grades.at(-1)?.position ?? null
}

function nameAt(position: number | null, { grades }: ExactGradingPolicy): string | null {
  return position === null ? null : (grades[position]?.id ?? null)
}

/** Of too few people there is no rate. */
function writeShare(people: readonly Person[], { minimum }: LeaverRules): LeaverShare {
  const left = people.filter((one) => one.left !== null).length
  const of = people.length
  const rate = of < minimum ? null : fraction.divide(fraction.whole(left), fraction.whole(of))
  return { left, of, rate: rate && write.decimal(rate) }
}

function writeLeaver(
  one: Person,
  { regretted }: LeaverRules,
  policy: ExactGradingPolicy,
): LeaverHistory[] {
  if (one.left === null) return []
  const lastGrade = nameAt(lastOf(one), policy)
  return [
    {
      id: one.id,
      leftOn: one.left.on,
      lastGrade,
      trend: one.trend,
      grades: one.grades.map(({ period, position }) => ({
        period,
        grade: nameAt(position, policy) ?? '',
      })),
      regretted: lastGrade !== null && regretted.includes(lastGrade),
    },
  ]
}

/** People are in the order of their ids already. */
function byDay(a: LeaverHistory, b: LeaverHistory): number {
  if (a.leftOn === b.leftOn) return 0
  return a.leftOn < b.leftOn ? -1 : 1
}
