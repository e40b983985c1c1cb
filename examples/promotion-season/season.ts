// The season: who may be promoted, how each application went, and what is due to mentors.
import {
  advanceApplication,
  attempt,
  checkMentor,
  checkMentoring,
  checkPromotion,
  checkTraining,
  handbook,
  type MentorCheck,
  type MentoringReview,
  measureNewcomerRetention,
  type NextRungs,
  nextRungs,
  openApplication,
  type PromotionApplication,
  type PromotionCheck,
  type TrainingCheck,
} from 'sales-rules'
import { type Candidate, closedOn, mentors, openedOn } from './candidates.js'

/** What became of one candidate. */
export interface Result {
  readonly candidate: Candidate
  readonly check: PromotionCheck
  readonly next: NextRungs
  /** Null where the conditions are not met, or not known to be; and for a sideways move, which is not applied for. */
  readonly application: PromotionApplication | null
  /** The steps that were refused, and why. */
  readonly refused: readonly string[]
  readonly mentoring: MentoringReview | null
  readonly mentor: MentorCheck | null
  /** What is trained on the new rung; null for whoever stays. */
  readonly training: TrainingCheck | null
}

export function runSeason(candidates: readonly Candidate[]): Result[] {
  return candidates.map((candidate) => {
    const facts = factsOf(candidate)
    const check = checkPromotion(facts, candidate.rung, handbook.careers)
    const isApplied = check.eligible === true && check.kind === 'promotion'
    const { application, refused } = isApplied ? proceed(candidate) : NOT_APPLIED
    return {
      candidate,
      check,
      next: nextRungs(facts, handbook.careers),
      application,
      refused,
      mentoring: mentoringOf(candidate, application),
      mentor: mentorOf(candidate),
      training: trainingOf(candidate, application),
    }
  })
}

/** How far an application went, and what was refused on the way. */
interface Course {
  readonly application: PromotionApplication | null
  readonly refused: readonly string[]
}

const NOT_APPLIED: Course = { application: null, refused: [] }

function factsOf({ facts, team }: Candidate): object {
  if (team === undefined) return { ...facts, asOf: openedOn }
  const retention = measureNewcomerRetention({ asOf: openedOn, people: team }, handbook.careers)
  return { ...facts, ...retention.facts, asOf: openedOn }
}

/** Each step is taken on what was stored after the one before; one that is refused changes nothing. */
function proceed({ name, rung, proofs, steps }: Candidate): Course {
  const handedIn = Object.entries(proofs).map(([condition, document]) => ({
    for: condition,
    document,
  }))
  const input = { applicant: name, rung, on: openedOn, proofs: handedIn }
  let application = openApplication(input, handbook.careers)
  const refused: string[] = []
  for (const step of steps) {
    const outcome = attempt(() =>
      advanceApplication(stored(application), step, handbook.careers, handbook.chinaCalendar),
    )
    if (outcome.ok) application = outcome.value
    else refused.push(...outcome.issues.map(({ message }) => message))
  }
  return { application, refused }
}

function stored(application: PromotionApplication): PromotionApplication {
  return JSON.parse(JSON.stringify(application)) as PromotionApplication
}

function mentoringOf(
  { name, rung, mentoring }: Candidate,
  application: PromotionApplication | null,
): MentoringReview | null {
  if (mentoring === undefined) return null
  const on = application?.history.at(-1)?.on
  const promotion = application?.status === 'promoted' && on !== undefined ? { on, rung } : null
  return checkMentoring({ ...mentoring, mentee: name, asOf: closedOn, promotion }, handbook.careers)
}

function mentorOf({ mentoring }: Candidate): MentorCheck | null {
  if (mentoring === undefined) return null
  return checkMentor({ ...mentors[mentoring.mentor], asOf: openedOn }, handbook.careers)
}

/** Whoever is on a new rung is trained for it. */
function trainingOf(
  { rung }: Candidate,
  application: PromotionApplication | null,
): TrainingCheck | null {
  if (application?.status !== 'promoted') return null
  return checkTraining({ currentRung: rung }, handbook.careers)
}
