import type { DefinedCalendar, Issue } from '../kernel/index.js'
import * as issue from '../kernel/input/issue.js'
import * as read from '../kernel/input/read.js'
import { FORMAT_UNKNOWN } from '../kernel/issues.js'
import * as defined from '../kernel/policy/defined.js'
import * as time from '../kernel/time/time.js'
import { computeReviews, readReviews, writeReviewed } from './aggregateReviews.js'
import { type ApplicationState, follow, opened, refuseIllegal } from './exactApplication.js'
import {
  type ExactCareerPolicy,
  type ExactReviews,
  type ExactRung,
  exactCareerPolicy,
} from './exactCareerPolicy.js'
import { type Proceeding, readEntry, readStepName, readWorkingDays } from './exactSteps.js'
import {
  APPLICATION_POLICY_CHANGED,
  CALENDAR_MISSING,
  REVIEWS_TOO_FEW,
  STEP_NOT_ALLOWED,
} from './issues.js'
import { proceedingTo, promotionsOf, writeApplication } from './openApplication.js'
import { readRung } from './read.js'
import type {
  ApplicationEntry,
  ApplicationStep,
  ApplicationStepName,
  DefinedCareerPolicy,
  KeptReview,
  PromotionApplication,
} from './types.js'

/**
 * Takes the next step of an application: review from all sides, defence, publication, objections and their answers, decision (PRO-11). A
 * step out of order is refused, with those that can be taken; nothing that was done is ever lost or changed.
 *
 * A publication runs for at least the policy's working days of the calendar; the day of publication does not count by default. Objections
 * are taken until its last day, and each is answered before the decision, which comes on a later day. A review or a defence that is not
 * passed closes the application, and so does a withdrawal. Where an application stands is worked out from its history each time, so that
 * one that was edited in the store is refused like any other wrong step; give the calendar with each step, and the working days of the
 * publication are counted again as well.
 *
 * @throws SalesRulesError `STEP_NOT_ALLOWED`, `DATES_OUT_OF_ORDER`, `REVIEWS_TOO_FEW`, `DATE_NOT_COVERED` for a publication that the calendar does
 *   not cover, `VALUE_MISSING` without a calendar, `POLICY_CONFLICT` for a promotion against an objection that was upheld, `PLAN_CHANGED` under
 *   another policy than it was opened under, `FORMAT_UNKNOWN`, and what is wrong with a field.
 *
 * @example No defence before the review
 * ```ts
 * import { advanceApplication, attempt, handbook, openApplication } from 'sales-rules'
 *
 * const proofs = [{ for: 'channelCases', document: 'two signed contracts' }]
 * const input = { applicant: 'Li Na', rung: 'regional-manager', on: '2026-09-01', proofs }
 * const application = openApplication(input, handbook.careers)
 * const defence = { step: 'defence', on: '2026-09-20', kind: 'management-case', passed: true } as const
 * const outcome = attempt(() => advanceApplication(application, defence, handbook.careers))
 * outcome.ok ? '' : outcome.issues[0]?.message
 * // => 'step.step: got "defence", which cannot follow application. What can: review-360, withdrawal.'
 *
 * const reviews = { manager: [90], peers: [80, 70, 75], customers: [85] }
 * const reviewed = advanceApplication(application, { step: 'review-360', on: '2026-09-10', reviews }, handbook.careers)
 * reviewed.next.map(({ step }) => step) // => ['defence', 'withdrawal']
 * ```
 */
export function advanceApplication(
  application: PromotionApplication,
  step: ApplicationStep,
  policy: DefinedCareerPolicy,
  calendar?: DefinedCalendar,
): PromotionApplication {
  const exact = exactCareerPolicy(policy)
  const given = readCalendar(calendar)
  const { applicant, by, history } = readStored(application, exact, given)
  const state = replay(history, by)
  const entry = readStep(step, state, by)
  return writeApplication(applicant, follow(state, entry, ['step']), by, exact)
}

/** An application as it was stored. */
interface Stored {
  readonly applicant: string
  readonly by: Proceeding
  readonly history: readonly unknown[]
}

const STORED = [
  'format',
  'applicant',
  'rung',
  'ladder',
  'status',
  'next',
  'unproven',
  'openObjections',
  'history',
  'policy',
  'clauses',
]

/** A calendar is needed for the publication alone. */
function readCalendar(calendar: DefinedCalendar | null | undefined): DefinedCalendar | null {
  if ((calendar ?? null) === null) return null
  defined.check(calendar, 'Calendar')
  return calendar as DefinedCalendar
}

/** What is worked out again is not read. */
function readStored(
  value: unknown,
  exact: ExactCareerPolicy,
  calendar: DefinedCalendar | null,
): Stored {
  const issues: Issue[] = []
  const path = ['application']
  const fields = read.fields(value, path, STORED, issues) ?? {}
  issue.refuseIfAny(issues)
  if (fields['format'] !== 1) {
    const params = { given: issue.show(fields['format']), known: '1' }
    issue.refuse(FORMAT_UNKNOWN, [...path, 'format'], params)
  }
  const applicant = read.name(fields['applicant'], [...path, 'applicant'], issues)
  readPolicy(fields['policy'], exact, issues)
  const rung = readRung(fields['rung'], [...path, 'rung'], promotionsOf(exact), issues)
  const history = read.array(fields['history'], [...path, 'history'], issues)
  issue.refuseIfAny(issues)
  return {
    applicant: applicant as string,
    by: proceedingTo(rung as ExactRung, exact, calendar),
    history: history as readonly unknown[],
  }
}

/** What was begun under one policy does not go on under another. */
function readPolicy(value: unknown, { policy }: ExactCareerPolicy, issues: Issue[]): void {
  const path = ['application', 'policy']
  const stored = read.reference(value, path, issues)
  if (stored === undefined) return
  const [was, is] = [`${stored.id} ${stored.version}`, `${policy.id} ${policy.version}`]
  if (was !== is) issues.push(issue.at(APPLICATION_POLICY_CHANGED, path, { was, is }))
}

/** Takes every step that was stored once more. */
function replay(history: readonly unknown[], by: Proceeding): ApplicationState {
  const path = ['application', 'history']
  const first = readEntry(history[0], [...path, 0], by)
  if (first.step !== 'application') {
    const params = { given: issue.show(first.step), allowed: ['application'], previous: 'nothing' }
    return issue.refuse(STEP_NOT_ALLOWED, [...path, 0, 'step'], params)
  }
  return history.slice(1).reduce((state: ApplicationState, entry, index) => {
    const at = [...path, index + 1]
    return follow(state, readEntry(entry, at, by), at)
  }, opened(first))
}

/** Reads a step that is given, after it is known that it can be taken. */
function readStep(value: unknown, state: ApplicationState, by: Proceeding): ApplicationEntry {
  const issues: Issue[] = []
  const step = readStepName(value, ['step'], issues)
  issue.refuseIfAny(issues)
  refuseIllegal(step as ApplicationStepName, state, ['step'])
  if (step === 'review-360') return readReview(value, by.reviews)
  if (step === 'publication') return readPublication(value, by)
  return readEntry(value, ['step'], by)
}

/** Too few reviews are no review. */
function readReview(value: unknown, rules: ExactReviews): ApplicationEntry {
  const issues: Issue[] = []
  const fields = read.fields(value, ['step'], ['step', 'on', 'reviews'], issues) ?? {}
  const on = read.date(fields['on'], ['step', 'on'], issues)
  const path = ['step', 'reviews']
  const reviewed = computeReviews(readReviews(fields['reviews'], path, rules, issues), rules)
  issue.refuseIfAny(issues)
  const review = writeReviewed(reviewed, rules)
  for (const { id, reviews } of review.groups) {
    const few = reviewed.missing.find((group) => group.id === id)
    if (few === undefined) continue
    const params = { id, given: String(reviews), minimum: String(few.minimum) }
    issues.push(issue.at(REVIEWS_TOO_FEW, [...path, id], params))
  }
  if (issues.length === 0 && review.score === null)
    issues.push(...tooFewToTell(review.groups, rules))
  issue.refuseIfAny(issues)
  return { step: 'review-360', on: on as string, review: review as KeptReview }
}

/** The score would tell what an anonymous few have said, so that there is none. */
function tooFewToTell(groups: KeptReview['groups'], { rules }: ExactReviews): Issue[] {
  return groups.flatMap(({ id, weight, reviews, withheld }) => {
    const params = { id, given: String(reviews), minimum: String(rules.anonymityFloor) }
    return weight > 0 && withheld === 'anonymity'
      ? [issue.at(REVIEWS_TOO_FEW, ['step', 'reviews', id], params)]
      : []
  })
}

function readPublication(value: unknown, by: Proceeding): ApplicationEntry {
  const issues: Issue[] = []
  const fields = read.fields(value, ['step'], ['step', 'on', 'workingDays'], issues) ?? {}
  const on = read.date(fields['on'], ['step', 'on'], issues)
  const path = ['step', 'workingDays']
  const workingDays = readWorkingDays(fields['workingDays'], path, by, issues)
  issue.refuseIfAny(issues)
  const { calendar } = by
  if (calendar === null) return issue.refuse(CALENDAR_MISSING, ['calendar'], {})
  const entry = {
    step: 'publication',
    on: on as string,
    workingDays: workingDays as number,
  } as const
  return { ...entry, lastDay: lastDayOf(entry, by, calendar) }
}

/** The day on which the last of the working days is over. */
function lastDayOf(
  { on, workingDays }: { readonly on: string; readonly workingDays: number },
  { procedure }: Proceeding,
  calendar: DefinedCalendar,
): string {
  return issue.within(['step', 'publication'], () => {
    const isCounted =
      procedure.publication.firstDay === 'included' && time.isWorkingDay(on, calendar)
    return time.addWorkingDays(on, isCounted ? workingDays - 1 : workingDays, calendar)
  })
}
