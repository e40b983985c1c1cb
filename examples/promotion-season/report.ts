// The page that a manager reads.
import { columns, title, wrapped } from '../close-the-quarter/report/layout.js'
import { closedOn, openedOn } from './candidates.js'
import type { Result } from './season.js'

export function reportOn(results: readonly Result[]): string[] {
  return [
    `Promotion season, ${openedOn} to ${closedOn}: ${results.length} candidates`,
    ...title('1. Who may be promoted?'),
    ...columns(results.map(rowOf), 'llll'),
    ...title('2. What is missing to those who may not?'),
    ...results.filter(({ check }) => check.eligible !== true).flatMap(wayOf),
    ...title('3. How did each application go?'),
    ...results.flatMap(courseOf),
    ...title('4. Who coached, and what is due?'),
    ...results.flatMap(coachingOf),
  ]
}

function rowOf({ candidate, check, application }: Result): string[] {
  const { eligible, dimensions } = check
  const answer = eligible === 'unknown' ? 'not known' : eligible ? 'yes' : 'no'
  const score = dimensions?.score ?? null
  return [
    candidate.name,
    candidate.rung,
    `${answer}${score === null ? '' : `, ${score} points`}`,
    application?.status ?? 'no application',
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

function coachingOf({ mentoring }: Result): string[] {
  if (mentoring === null) return []
  const { mentor, mentee, outcome, months, assessments, reward } = mentoring
  const done = months.filter((month) => month.outcome === 'met').length
  const assessed = assessments.filter((one) => one.outcome === 'met').length
  const due = reward === null ? 'no reward' : `${reward.kind} for the promotion of ${reward.on}`
  return wrapped(
    `${mentor} coached ${mentee}: ${outcome}, ${done} of ${months.length} months, ${assessed} of ${assessments.length} quarters assessed; ${due}.`,
  )
}
