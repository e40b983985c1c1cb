/**
 * An application as a state machine. What is kept of one is its history alone; where it stands is worked out from that, each step held to
 * those before it, so that no history that was stored and tampered with reaches a decision by another way.
 */

import type { Path } from '../kernel/index.js'
import * as issue from '../kernel/input/issue.js'
import * as read from '../kernel/input/read.js'
import { ID_DUPLICATE } from '../kernel/issues.js'
import * as time from '../kernel/time/time.js'
import {
  DECISION_TOO_EARLY,
  OBJECTION_TOO_LATE,
  OBJECTION_UPHELD,
  STEP_NOT_ALLOWED,
  STEP_TOO_EARLY,
} from './issues.js'
import type {
  ApplicationEntry,
  ApplicationStepName,
  NextStep,
  PromotionApplication,
} from './types.js'

/** The steps that everybody goes through, in this order. */
type Stage = 'application' | 'review-360' | 'defence' | 'publication' | 'decision'

/** Where an application stands. Each step adds to one map and one list, so that many of them take no longer than they are. */
export interface ApplicationState {
  readonly status: PromotionApplication['status']
  readonly stage: Stage
  /** The latest step, and its day. */
  readonly latest: ApplicationEntry
  /** The last day of the publication; null before there is one. */
  readonly lastDay: string | null
  readonly objections: Map<string, 'open' | 'upheld' | 'dismissed'>
  /** How many of them wait for an answer. */
  readonly unanswered: number
  /** The first that was upheld. */
  readonly upheld: string | null
  readonly history: ApplicationEntry[]
}

/** A new application. */
export function opened(
  entry: Extract<ApplicationEntry, { step: 'application' }>,
): ApplicationState {
  return {
    status: 'open',
    stage: 'application',
    latest: entry,
    lastDay: null,
    objections: new Map(),
    unanswered: 0,
    upheld: null,
    history: [entry],
  }
}

const FOLLOWING: Readonly<Record<Exclude<Stage, 'publication'>, readonly ApplicationStepName[]>> = {
  application: ['review-360', 'withdrawal'],
  'review-360': ['defence', 'withdrawal'],
  defence: ['publication', 'withdrawal'],
  decision: [],
}

/** The steps that may follow. */
function allowedAfter({
  status,
  stage,
  unanswered,
}: ApplicationState): readonly ApplicationStepName[] {
  if (status !== 'open') return []
  if (stage !== 'publication') return FOLLOWING[stage]
  return ['objection', unanswered > 0 ? 'answer' : 'decision', 'withdrawal']
}

export function openObjections({ objections }: Pick<ApplicationState, 'objections'>): string[] {
  return [...objections].flatMap(([id, state]) => (state === 'open' ? [id] : []))
}

/** Refuses a step that cannot follow, and says which can. */
export function refuseIllegal(
  step: ApplicationStepName,
  state: ApplicationState,
  path: Path,
): void {
  const allowed = allowedAfter(state)
  if (allowed.includes(step)) return
  const previous = state.status === 'open' ? state.latest.step : state.status
  issue.refuse(STEP_NOT_ALLOWED, [...path, 'step'], { given: issue.show(step), allowed, previous })
}

/** Takes a step, or refuses it. */
export function follow(
  state: ApplicationState,
  entry: ApplicationEntry,
  path: Path,
): ApplicationState {
  refuseIllegal(entry.step, state, path)
  const { on: from, step: previous } = state.latest
  if (entry.on < from)
    issue.refuse(STEP_TOO_EARLY, [...path, 'on'], {
      from,
      to: entry.on,
      given: entry.step,
      previous,
    })
  state.history.push(entry)
  const after = { ...state, latest: entry }
  switch (entry.step) {
    case 'application':
      return after
    case 'review-360':
      return { ...after, stage: 'review-360', status: passedTo(entry.review.passed !== false) }
    case 'defence':
      return { ...after, stage: 'defence', status: passedTo(entry.passed) }
    case 'publication':
      return { ...after, stage: 'publication', lastDay: entry.lastDay }
    case 'objection':
      return object(after, entry, path)
    case 'answer':
      return answer(after, entry, path)
    case 'decision':
      return decide(after, entry, path)
    case 'withdrawal':
      return { ...after, status: 'withdrawn' }
  }
}

function passedTo(passed: boolean): 'open' | 'failed' {
  return passed ? 'open' : 'failed'
}

function object(
  state: ApplicationState,
  { id, on }: Extract<ApplicationEntry, { step: 'objection' }>,
  path: Path,
): ApplicationState {
  const { objections, lastDay, unanswered } = state
  if (lastDay !== null && on > lastDay)
    issue.refuse(OBJECTION_TOO_LATE, [...path, 'on'], { from: on, to: lastDay })
  if (objections.has(id)) issue.refuse(ID_DUPLICATE, [...path, 'id'], { id })
  objections.set(id, 'open')
  return { ...state, unanswered: unanswered + 1 }
}

function answer(
  state: ApplicationState,
  { id, upheld }: Extract<ApplicationEntry, { step: 'answer' }>,
  path: Path,
): ApplicationState {
  const { objections, unanswered } = state
  if (objections.get(id) !== 'open')
    issue.refuseIfAny([read.notAllowed(id, [...path, 'id'], openObjections(state))])
  objections.set(id, upheld ? 'upheld' : 'dismissed')
  const first = state.upheld ?? (upheld ? id : null)
  return { ...state, unanswered: unanswered - 1, upheld: first }
}

function decide(
  state: ApplicationState,
  { on, promoted }: Extract<ApplicationEntry, { step: 'decision' }>,
  path: Path,
): ApplicationState {
  const { lastDay, upheld } = state
  if (lastDay !== null && on <= lastDay)
    issue.refuse(DECISION_TOO_EARLY, [...path, 'on'], { from: lastDay, to: on })
  if (promoted && upheld !== null)
    issue.refuse(OBJECTION_UPHELD, [...path, 'promoted'], { id: upheld })
  return { ...state, stage: 'decision', status: promoted ? 'promoted' : 'rejected' }
}

/** The steps that may follow, each with the days on which it may. */
export function nextOf(state: ApplicationState): NextStep[] {
  const { latest, lastDay } = state
  return allowedAfter(state).flatMap((step): NextStep[] => {
    if (step === 'objection')
      return lastDay === null || latest.on > lastDay
        ? []
        : [{ step, from: latest.on, until: lastDay }]
    const isDecision = step === 'decision' && lastDay !== null && latest.on <= lastDay
    return [{ step, from: isDecision ? time.addDays(lastDay, 1) : latest.on, until: null }]
  })
}
