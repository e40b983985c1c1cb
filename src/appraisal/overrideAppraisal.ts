import {
  addWorkingDays,
  attempt,
  type DefinedCalendar,
  type Issue,
  type Path,
  SalesRulesError,
} from '../kernel/index.js'
import * as issue from '../kernel/input/issue.js'
import * as read from '../kernel/input/read.js'
import * as decimal from '../kernel/number/decimal.js'
import * as fraction from '../kernel/number/fraction.js'
import { type ExactAppraisalScheme, exactAppraisalScheme } from './exactAppraisalScheme.js'
import {
  APPEAL_NEEDS_CALENDAR,
  APPEAL_TOO_LATE,
  DECIDES_ON_THEMSELVES,
  DECISION_OUT_OF_ORDER,
  NOTHING_DECIDED,
  SCHEME_LACKS,
} from './issues.js'
import { readWhose } from './read.js'
import type {
  DefinedAppraisalScheme,
  OverriddenAppraisal,
  OverrideInput,
  RecordedDecision,
} from './types.js'

/**
 * The result that a review committee decided, beside the one that was computed (APP-8): who decided, when and why.
 *
 * Nothing is edited: the computed score and grade stay, and so does every decision; the latest one holds. A decision may answer an appeal,
 * which is to be filed within the scheme's working days from the day after the result was announced. Where a score is decided and no
 * grade, {@link gradeScore} reads the grade.
 *
 * @throws SalesRulesError `POLICY_NOT_DEFINED`, `VALUE_MISSING` for a decision without a score and a grade, a reason or a name, or for an
 *   appeal without a calendar, `VALUE_INVALID` for somebody who decides on themselves, `DATES_OUT_OF_ORDER` for an appeal that came too
 *   late or a decision before what it decides on, `POLICY_CONFLICT` for an appeal where the scheme has no `appeal`, `DATE_NOT_COVERED`.
 *
 * @example An A that the committee makes an S
 * ```ts
 * import { handbook, overrideAppraisal } from 'sales-rules'
 *
 * const decided = overrideAppraisal(
 *   {
 *     computed: { employee: 'E-1042', period: '2026-Q1', score: 87.5, grade: 'A' },
 *     decisions: [{ grade: 'S', by: 'committee', on: '2026-04-15', reason: 'project result not yet booked' }],
 *   },
 *   handbook.appraisal,
 * )
 * decided.grade // => 'S'
 * decided.computed // => { score: 87.5, grade: 'A' }
 * decided.decidedBy // => 'committee'
 * decided.decidedOn // => '2026-04-15'
 * ```
 */
export function overrideAppraisal(
  input: OverrideInput,
  scheme: DefinedAppraisalScheme,
  calendar?: DefinedCalendar,
): OverriddenAppraisal {
  const exact = exactAppraisalScheme(scheme)
  const { computed, decisions } = readOverride(input, exact)
  const dated = decisions.map((decision, index) => withDeadline(decision, index, exact, calendar))
  return writeOverride(computed, dated, exact)
}

interface Computed {
  readonly employee: string | null
  readonly period: string | null
  readonly score: number
  readonly grade: string | null
}

/** A decision that was read; of its appeal, the deadline is not known yet. */
type ReadDecision = Omit<RecordedDecision, 'appeal'> & {
  readonly appeal: { readonly announced: string; readonly filed: string } | null
}

/** No score is above 1000; a larger one is a mistake of its unit. */
const BOUNDS = { minimum: fraction.ZERO, maximum: { n: 1000n, d: 1n } }

function readOverride(input: unknown, scheme: ExactAppraisalScheme) {
  const issues: Issue[] = []
  const fields = read.fields(input, [], ['computed', 'decisions'], issues)
  const computed = readComputed(fields?.['computed'], issues)
  const rows = read.array(fields?.['decisions'], ['decisions'], issues) ?? []
  const decisions = rows.flatMap((row, index) =>
    readDecision(row, { path: ['decisions', index], employee: computed.employee, scheme }, issues),
  )
  if (issues.length === 0 && decisions.length === 0)
    issue.add(issues, issue.at(NOTHING_DECIDED, ['decisions'], {}))
  for (const [index, { on }] of decisions.entries()) {
    const before = decisions[index - 1]?.on
    if (before !== undefined && on < before)
      issue.add(issues, outOfOrder(before, on, ['decisions', index, 'on']))
  }
  issue.refuseIfAny(issues)
  return { computed, decisions }
}

function readComputed(value: unknown, issues: Issue[]): Computed {
  const known = ['employee', 'period', 'score', 'grade']
  const before = issues.length
  const fields = read.fields(value, ['computed'], known, issues)
  if (fields === undefined) return { employee: null, period: null, score: 0, grade: null }
  const inside: Issue[] = []
  const whose = readWhose(fields, inside)
  const score = read.within(fields['score'], ['score'], inside, BOUNDS)
  const grade = readGrade(fields['grade'], ['grade'], inside)
  for (const one of inside) issue.add(issues, issue.under(['computed'], one))
  return { ...whose, score: issues.length > before || !score ? 0 : decimal.toNumber(score), grade }
}

function readGrade(value: unknown, path: Path, issues: Issue[]): string | null {
  return (value ?? null) === null ? null : (read.name(value, path, issues) ?? null)
}

/** What a decision is read by. */
interface DecisionPlace {
  readonly path: Path
  readonly employee: string | null
  readonly scheme: ExactAppraisalScheme
}

function readDecision(
  value: unknown,
  { path, employee, scheme }: DecisionPlace,
  issues: Issue[],
): ReadDecision[] {
  const before = issues.length
  const known = ['score', 'grade', 'by', 'on', 'reason', 'appeal']
  const fields = read.fields(value, path, known, issues)
  if (fields === undefined) return []
  const { required, optional } = read.of(fields, path, issues)
  const score = optional('score', (given, at, found) => read.within(given, at, found, BOUNDS))
  const decision = {
    score: score === undefined ? null : decimal.toNumber(score),
    grade: optional('grade', read.name) ?? null,
    by: required('by', read.name) ?? '',
    on: required('on', read.date) ?? '',
    reason: required('reason', read.reason) ?? '',
    appeal: optional('appeal', readAppeal) ?? null,
  }
  if (issues.length === before)
    for (const one of decisionIssues(decision, { path, employee, scheme })) issue.add(issues, one)
  return issues.length > before ? [] : [decision]
}

/** What is wrong with a decision as a whole. */
function decisionIssues(
  { score, grade, by, on, appeal }: ReadDecision,
  { path, employee, scheme }: DecisionPlace,
): Issue[] {
  const found: Issue[] = []
  if (score === null && grade === null) found.push(issue.at(NOTHING_DECIDED, path, {}))
  if (by === employee)
    found.push(issue.at(DECIDES_ON_THEMSELVES, [...path, 'by'], { given: issue.show(by) }))
  if (appeal !== null && scheme.appeal === null)
    found.push(issue.at(SCHEME_LACKS, [...path, 'appeal'], { field: 'appeal' }))
  if (appeal !== null && on < appeal.filed)
    found.push(outOfOrder(appeal.filed, on, [...path, 'on']))
  return found
}

function readAppeal(value: unknown, path: Path, issues: Issue[]) {
  const fields = read.fields(value, path, ['announced', 'filed'], issues)
  if (fields === undefined) return undefined
  const announced = read.date(fields['announced'], [...path, 'announced'], issues)
  const filed = read.date(fields['filed'], [...path, 'filed'], issues)
  if (announced === undefined || filed === undefined) return undefined
  if (filed < announced) issue.add(issues, outOfOrder(announced, filed, [...path, 'filed']))
  return { announced, filed }
}

const outOfOrder = (from: string, to: string, path: Path) =>
  issue.at(DECISION_OUT_OF_ORDER, path, { from, to })

/** The day of the announcement does not count, and an appeal on the last day is in time. */
function withDeadline(
  decision: ReadDecision,
  index: number,
  scheme: ExactAppraisalScheme,
  calendar: DefinedCalendar | undefined,
): RecordedDecision {
  const { appeal } = decision
  if (appeal === null) return { ...decision, appeal }
  if (calendar === undefined) return issue.refuse(APPEAL_NEEDS_CALENDAR, ['calendar'], {})
  const path = ['decisions', index, 'appeal']
  const days = scheme.appeal?.workingDays ?? 0
  const counted = attempt(() => addWorkingDays(appeal.announced, days, calendar))
  if (!counted.ok)
    throw new SalesRulesError(counted.issues.map((one) => issue.moved([...path, 'announced'], one)))
  const deadline = counted.value
  if (appeal.filed > deadline)
    issue.refuse(APPEAL_TOO_LATE, [...path, 'filed'], { from: deadline, to: appeal.filed })
  return { ...decision, appeal: { ...appeal, deadline } }
}

/** The latest score holds; a decision on the score alone leaves its grade to be read from it. */
function writeOverride(
  { employee, period, score, grade }: Computed,
  decisions: readonly RecordedDecision[],
  { policy }: ExactAppraisalScheme,
): OverriddenAppraisal {
  const latest = decisions.at(-1) as RecordedDecision
  const scores = decisions.flatMap((decision) => decision.score ?? [])
  return {
    employee,
    period,
    score: scores.at(-1) ?? score,
    grade: latest.grade,
    computed: { score, grade },
    decidedBy: latest.by,
    decidedOn: latest.on,
    reason: latest.reason,
    decisions,
    policy,
    clauses: ['APP-8'],
  }
}
