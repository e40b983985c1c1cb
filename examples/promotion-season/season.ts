// The season: who may be promoted, how each application went, and what is due to mentors.
import {
  advanceApplication,
  checkMentoring,
  checkPromotion,
  handbook,
  type MentoringReview,
  measureNewcomerRetention,
  type NextRungs,
  nextRungs,
  openApplication,
  type PromotionApplication,
  type PromotionCheck,
} from 'sales-rules'
import { calendar } from './calendar.js'
import { type Candidate, closedOn, openedOn } from './candidates.js'

/** What became of one candidate. */
export interface Result {
  readonly candidate: Candidate
  readonly check: PromotionCheck
  readonly next: NextRungs
  /** Null where the conditions are not met, or not known to be. */
  readonly application: PromotionApplication | null
  readonly mentoring: MentoringReview | null
}

export function runSeason(candidates: readonly Candidate[]): Result[] {
  return candidates.map((candidate) => {
    const facts = factsOf(candidate)
    const check = checkPromotion(facts, candidate.rung, handbook.careers)
    const application = check.eligible === true ? proceed(candidate) : null
    const next = nextRungs(facts, handbook.careers)
    return { candidate, check, next, application, mentoring: mentoringOf(candidate, application) }
  })
}

function factsOf({ facts, team }: Candidate): object {
  if (team === undefined) return { ...facts, asOf: openedOn }
  const retention = measureNewcomerRetention({ asOf: openedOn, people: team }, handbook.careers)
  return { ...facts, ...retention.facts, asOf: openedOn }
}

/** Each step is taken on what was stored after the one before. */
function proceed({ name, rung, proofs, steps }: Candidate): PromotionApplication {
  const handedIn = Object.entries(proofs).map(([condition, document]) => ({
    for: condition,
    document,
  }))
  const input = { applicant: name, rung, on: openedOn, proofs: handedIn }
  return steps.reduce(
    (application, step) =>
      advanceApplication(stored(application), step, handbook.careers, calendar),
    openApplication(input, handbook.careers),
  )
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
