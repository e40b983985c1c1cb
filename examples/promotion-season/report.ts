// The page that a manager reads.
import type { MentoringReview } from 'sales-rules'
import { columns, title, wrapped } from '../close-the-quarter/report/layout.js'
import { closedOn, openedOn } from './candidates.js'
import type { Result } from './season.js'

export function reportOn(results: readonly Result[]): string[] {
  return [
    `Promotion season, ${openedOn} to ${closedOn}: ${results.length} candidates`,
    ...title('1. Who may be promoted?'),
    ...columns([['candidate', 'wants to be', 'may be', 'ended'], ...results.map(rowOf)], 'llll'),
    '  Points are of ability, contribution and potential; 70 of 100 pass, and they are only reported.',
    ...title('2. What is missing to those who may not?'),
    ...results.filter(({ check }) => check.eligible !== true).flatMap(wayOf),
    ...title('3. How did each application go?'),
    ...results.flatMap(courseOf),
    ...title('4. What was refused on the way?'),
    ...results.flatMap(({ candidate, refused }) =>
      refused.flatMap((message) => wrapped(`${candidate.name}: ${message}`)),
    ),
    ...title('5. Who coached, and what is due?'),
    ...results.flatMap(coachingOf),
    ...title('6. What is to be learnt on the new rung?'),
    ...results.flatMap(trainingOf),
  ]
}

function rowOf({ candidate, check, application }: Result): string[] {
  const { eligible, dimensions, kind } = check
  const answer = eligible === 'unknown' ? 'not known' : eligible ? 'yes' : 'no'
  const score = dimensions?.score ?? null
  const end = kind === 'sideways' ? 'moves sideways' : 'did not apply'
  return [
    candidate.name,
    candidate.rung,
    `${answer}${score === null ? '' : `, ${score} points`}`,
    application?.status ?? end,
  ]
}

function wayOf({ candidate, check, next }: Result): string[] {
  const lacks = check.nearest.map(({ id, gap, clause }) => {
    const distance = gap === null ? 'not given or not met' : `${gap} short`
    return `${id} ${distance} (${clause})`
  })
  const other = next.moves.filter(({ rung }) => rung !== candidate.rung)
  const open = other.map(({ rung, remaining }) => `${rung} (${remaining})`).join(', ')
  return wrapped(
    `${candidate.name}: ${lacks.join('; ')}. Other moves, and what they lack: ${open}.`,
  )
}

function courseOf({ application }: Result): string[] {
  if (application === null) return []
  const steps = application.history.map((entry) => {
    if (entry.step === 'review-360') return `${entry.on} review ${entry.review.score}`
    if (entry.step === 'publication') return `${entry.on} published until ${entry.lastDay}`
    if (entry.step === 'objection') return `${entry.on} objection of ${entry.by}: ${entry.reason}`
    if (entry.step === 'answer')
      return `${entry.on} ${entry.upheld ? 'upheld' : 'dismissed'}: ${entry.reason}`
    return `${entry.on} ${entry.step}`
  })
  return wrapped(`${application.applicant}, ${application.status}: ${steps.join('; ')}.`)
}

function coachingOf({ mentoring, mentor }: Result): string[] {
  if (mentoring === null) return []
  const { mentee, outcome, months, assessments, reward } = mentoring
  const due = reward === null ? 'no reward' : `${reward.kind} for the promotion of ${reward.on}`
  const may = mentor?.eligible === true ? 'may coach' : 'may not coach'
  return wrapped(
    `${mentoring.mentor} ${may}, and coached ${mentee}. Duties ${outcome}: two sessions in ${countOf(months)} months, ` +
      `an assessment in ${countOf(assessments)} quarters. Due: ${due}.`,
  )
}

/** Of those that are over how many were as they should be. */
function countOf(parts: MentoringReview['months'] | MentoringReview['assessments']): string {
  const judged = parts.filter(({ outcome }) => outcome === 'met' || outcome === 'unmet')
  return `${judged.filter(({ outcome }) => outcome === 'met').length} of ${judged.length} whole`
}

function trainingOf({ candidate, training }: Result): string[] {
  const open = (training?.programmes ?? []).filter(({ applies }) => applies === true)
  return open.flatMap(({ programme, missing, clause }) =>
    wrapped(`${candidate.name}: ${missing.join(', ')}, as ${programme} do (${clause}).`),
  )
}
