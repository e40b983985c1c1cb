import type { Issue, Path } from '../kernel/index.js'
import * as issue from '../kernel/input/issue.js'
import * as read from '../kernel/input/read.js'
import { DATE_DUPLICATE, ENDS_BEFORE_START, PERIOD_DUPLICATE } from '../kernel/issues.js'
import * as time from '../kernel/time/time.js'
import { type ExactCareerPolicy, exactCareerPolicy } from './exactCareerPolicy.js'
import { A_MENTORING_PERIOD, OUTSIDE_MENTORING } from './issues.js'
import { requirePart } from './read.js'
import type {
  DefinedCareerPolicy,
  Mentoring,
  MentoringAssessment,
  MentoringMonth,
  MentoringReview,
  MentorReward,
  MentorRules,
} from './types.js'

/**
 * Judges what a mentor has done up to a day, and says what is due for it (PRO-12): enough coaching sessions in each month, an assessment in
 * each quarter, and a reward when the mentee is promoted while the mentoring lasts.
 *
 * A month or a quarter is judged when the mentoring lasted through all of it; one in which it began or ended is not. One that still goes on is
 * `unknown` while something is missing. Both must have chosen each other: what only one has chosen is unmet, and brings no reward.
 *
 * @throws SalesRulesError `POLICY_NOT_DEFINED`, `VALUE_MISSING` for a policy without mentors, `DATE_NOT_COVERED` for what lies outside the
 *   mentoring or after the day asked about, `ID_DUPLICATE` for a day or a period that is given twice, `DATES_OUT_OF_ORDER`.
 *
 * @example One session short in February
 * ```ts
 * import { checkMentoring, handbook } from 'sales-rules'
 *
 * const mentoring = {
 *   mentor: 'Zhao', mentee: 'Li Na', chosenBy: ['mentor', 'mentee'] as const, from: '2026-01-01', asOf: '2026-03-10',
 *   sessions: ['2026-01-09', '2026-01-23', '2026-02-13', '2026-03-06'],
 * }
 * const review = checkMentoring(mentoring, handbook.careers)
 * review.outcome // => 'unmet'
 * review.months.map(({ month, remaining, outcome }) => [month, remaining, outcome])
 * // => [['2026-01', 0, 'met'], ['2026-02', 1, 'unmet'], ['2026-03', 1, 'unknown']]
 * review.assessments // => [{ period: '2026-Q1', outcome: 'unknown' }]
 * ```
 */
export function checkMentoring(mentoring: Mentoring, policy: DefinedCareerPolicy): MentoringReview {
  const exact = exactCareerPolicy(policy)
  const { rules } = requirePart(exact.mentors, 'mentors')
  return writeReview(computeMentoring(readMentoring(mentoring, rules), rules), rules, exact)
}

/** A mentoring that was read. */
interface KnownMentoring {
  readonly mentor: string
  readonly mentee: string
  readonly mutual: boolean
  readonly from: string
  readonly to: string | null
  readonly asOf: string
  readonly sessions: readonly string[]
  readonly assessments: ReadonlySet<string>
  readonly promotion: { readonly on: string; readonly rung: string } | null
}

const FIELDS = [
  'mentor',
  'mentee',
  'chosenBy',
  'from',
  'to',
  'asOf',
  'sessions',
  'assessments',
  'promotion',
]
const SIDES = ['mentor', 'mentee'] as const

function readMentoring(value: unknown, rules: MentorRules): KnownMentoring {
  const issues: Issue[] = []
  const path = ['mentoring']
  const fields = read.fields(value, path, FIELDS, issues) ?? {}
  const { required, optional } = read.of(fields, path, issues)
  const mentor = required('mentor', read.name)
  const mentee = required('mentee', read.name)
  const chosenBy = (required('chosenBy', read.array) ?? []).map((side, index) =>
    read.word(side, [...path, 'chosenBy', index], SIDES, issues),
  )
  const span = read.span(fields, path, issues)
  const asOf = required('asOf', read.date)
  issue.refuseIfAny(issues)
  const days: Days = { ...(span as time.Span), asOf: asOf as string }
  if (days.asOf < days.from) {
    const params = { from: days.from, to: days.asOf }
    issues.push(issue.at(ENDS_BEFORE_START, [...path, 'asOf'], params))
  }
  const sessions = readSessions(fields['sessions'], days, issues)
  const assessments = readAssessments(fields['assessments'] ?? [], days, rules, issues)
  const promotion = optional('promotion', readPromotion)
  issue.refuseIfAny(issues)
  return {
    ...days,
    mentor: mentor as string,
    mentee: mentee as string,
    mutual: SIDES.every((side) => chosenBy.includes(side)) && mentor !== mentee,
    sessions,
    assessments,
    promotion: promotion ?? null,
  }
}

/** The days of a mentoring, and the one that is asked about. */
interface Days extends time.Span {
  readonly asOf: string
}

/** The last day that can have been of it. */
function lastOf({ to, asOf }: Days): string {
  return to !== null && to < asOf ? to : asOf
}

function readSessions(value: unknown, days: Days, issues: Issue[]): readonly string[] {
  const path = ['mentoring', 'sessions']
  const seen = new Set<string>()
  for (const [index, row] of (read.array(value, path, issues) ?? []).entries()) {
    const at = [...path, index]
    const date = read.date(row, at, issues)
    if (date === undefined) continue
    const bounds = { from: days.from, to: lastOf(days) }
    if (date < bounds.from || date > bounds.to)
      issue.add(issues, issue.at(OUTSIDE_MENTORING, at, { date, ...bounds }))
    if (seen.has(date)) issue.add(issues, issue.at(DATE_DUPLICATE, at, { id: date }))
    seen.add(date)
  }
  return [...seen]
}

/** Periods of the length that the policy asks for, of which the mentoring has a part. */
function readAssessments(
  value: unknown,
  days: Days,
  { assessedPer }: MentorRules,
  issues: Issue[],
): ReadonlySet<string> {
  const path = ['mentoring', 'assessments']
  const seen = new Set<string>()
  for (const [index, row] of (read.array(value, path, issues) ?? []).entries()) {
    const at = [...path, index]
    const position = read.period(row, at, issues)
    if (position === undefined) continue
    const { name, unit, from, to } = time.rangeOf(position)
    const bounds = { from: days.from, to: lastOf(days) }
    if (unit !== assessedPer)
      issue.add(issues, issue.invalid(row, at, A_MENTORING_PERIOD, { unit: assessedPer }))
    else if (to < bounds.from || from > bounds.to)
      issue.add(issues, issue.at(OUTSIDE_MENTORING, at, { date: name, ...bounds }))
    if (seen.has(name)) issue.add(issues, issue.at(PERIOD_DUPLICATE, at, { id: name }))
    seen.add(name)
  }
  return seen
}

function readPromotion(value: unknown, path: Path, issues: Issue[]) {
  const fields = read.fields(value, path, ['on', 'rung'], issues)
  const on = fields && read.date(fields['on'], [...path, 'on'], issues)
  const rung = fields && read.name(fields['rung'], [...path, 'rung'], issues)
  return on === undefined || rung === undefined ? undefined : { on, rung }
}

interface Judged extends KnownMentoring {
  readonly months: readonly MentoringMonth[]
  readonly judged: readonly MentoringAssessment[]
  readonly reward: MentorReward | null
}

function computeMentoring(
  known: KnownMentoring,
  { sessionsPerMonth, assessedPer, reward }: MentorRules,
): Judged {
  const counts = new Map<string, number>()
  for (const date of known.sessions) {
    const month = date.slice(0, 7)
    counts.set(month, (counts.get(month) ?? 0) + 1)
  }
  const months = periodsOf(known, 'month').map((month): MentoringMonth => {
    const sessions = counts.get(month.name) ?? 0
    const remaining = Math.max(0, sessionsPerMonth - sessions)
    const outcome = judge(remaining === 0, month, known)
    return { month: month.name, sessions, required: sessionsPerMonth, remaining, outcome }
  })
  const judged = periodsOf(known, assessedPer).map((period): MentoringAssessment => {
    return {
      period: period.name,
      outcome: judge(known.assessments.has(period.name), period, known),
    }
  })
  return { ...known, months, judged, reward: rewardOf(known, reward) }
}

/** The periods of a length that the mentoring has a day in. */
function periodsOf(days: Days, unit: MentorRules['assessedPer']): time.ExactPeriod[] {
  const first = time.periodWith(days.from, unit)
  const last = time.periodWith(lastOf(days), unit)
  if (first === undefined || last === undefined) return []
  return Array.from({ length: last.position - first.position + 1 }, (_, index) =>
    time.rangeOf({ unit, position: first.position + index }),
  )
}

/** Of a period that is over, or where all is done, the answer is known; of one in which the mentoring began or ended nothing is asked. */
function judge(
  isDone: boolean,
  period: time.ExactPeriod,
  { from, to, asOf }: Days,
): MentoringMonth['outcome'] {
  if (from > period.from || (to !== null && to < period.to)) return 'not-applicable'
  if (isDone) return 'met'
  return asOf > period.to ? 'unmet' : 'unknown'
}

function rewardOf({ promotion, mutual, ...days }: KnownMentoring, kind: string) {
  if (promotion === null || !mutual) return null
  const isWithin = promotion.on >= days.from && promotion.on <= lastOf(days)
  return isWithin ? { kind, ...promotion } : null
}

function writeReview(
  { mentor, mentee, mutual, months, judged, reward }: Judged,
  { clause }: MentorRules,
  { policy }: ExactCareerPolicy,
): MentoringReview {
  const outcomes = [...months, ...judged].map(({ outcome }) => outcome)
  const isUnmet = !mutual || outcomes.includes('unmet')
  return {
    mentor,
    mentee,
    outcome: isUnmet ? 'unmet' : outcomes.includes('met') ? 'met' : 'unknown',
    mutual,
    months,
    assessments: judged,
    reward,
    policy,
    clauses: [clause],
  }
}
