// The season checks itself.
import { addDays, compareAmounts, countWorkingDays, handbook, sumOf } from 'sales-rules'
import type { Reconciliation } from '../close-the-quarter/reconcile.js'
import type { Candidate } from './candidates.js'
import { type Result, runSeason } from './season.js'

const STAGES = ['application', 'review-360', 'defence', 'publication', 'decision']

export function reconcile(
  candidates: readonly Candidate[],
  results: readonly Result[],
): Reconciliation[] {
  return [
    checkHeadcount(candidates, results),
    checkStages(results),
    checkSteps(candidates, results),
    checkReviews(results),
    checkPublications(results),
    checkRewards(results),
    checkOrder(candidates, results),
  ]
}

function checkHeadcount(
  candidates: readonly Candidate[],
  results: readonly Result[],
): Reconciliation {
  const counts = new Map<string, number>()
  for (const { application } of results) {
    const status = application?.status ?? 'without an application'
    counts.set(status, (counts.get(status) ?? 0) + 1)
  }
  const total = [...counts.values()].reduce((sum, count) => sum + count, 0)
  return {
    rule: 'candidates = those of every outcome',
    numbers: `${candidates.length} = ${[...counts].map(([status, count]) => `${count} ${status}`).join(' + ')}`,
    holds: total === candidates.length,
  }
}

function checkStages(results: readonly Result[]): Reconciliation {
  const promoted = results.filter(({ application }) => application?.status === 'promoted')
  return {
    rule: 'whoever is promoted met the conditions and went through all five stages',
    numbers: `${promoted.length} promoted`,
    holds: promoted.every(({ check, application }) => {
      const steps = application?.history.map(({ step }) => step) ?? []
      const stages = steps.filter((step) => STAGES.includes(step))
      return check.eligible === true && `${stages}` === `${STAGES}`
    }),
  }
}

/** Nothing is lost: each step that was given is in the history, or was refused; and the application is one more. */
function checkSteps(candidates: readonly Candidate[], results: readonly Result[]): Reconciliation {
  const applied = results.flatMap(({ application }) => application ?? [])
  const given = results.reduce((sum, { candidate, application }) => {
    return application === null ? sum : sum + candidate.steps.length
  }, applied.length)
  const kept = applied.reduce((sum, { history }) => sum + history.length, 0)
  const refused = results.reduce((sum, result) => sum + result.refused.length, 0)
  return {
    rule: 'steps given = steps kept + steps refused',
    numbers: `${given} = ${kept} + ${refused}`,
    holds: given === kept + refused && candidates.length === results.length,
  }
}

/** What the groups of reviewers add makes up the score. */
function checkReviews(results: readonly Result[]): Reconciliation {
  const reviews = results.flatMap(({ application }) =>
    (application?.history ?? []).flatMap((one) => (one.step === 'review-360' ? [one.review] : [])),
  )
  return {
    rule: 'a review is what its groups add',
    numbers: `${reviews.length} reviews`,
    holds: reviews.every(({ score, groups }) => {
      const added = sumOf(groups.map(({ contribution }) => contribution ?? 0))
      return compareAmounts(added, score) === 0
    }),
  }
}

/** Counted from the other end: the working days after the day of publication, up to the last one. */
function checkPublications(results: readonly Result[]): Reconciliation {
  const published = results.flatMap(({ application }) =>
    (application?.history ?? []).flatMap((entry) => (entry.step === 'publication' ? [entry] : [])),
  )
  return {
    rule: 'a publication lasts five working days',
    numbers: `${published.length} publications`,
    holds: published.every(
      ({ on, lastDay }) => countWorkingDays(addDays(on, 1), lastDay, handbook.chinaCalendar) === 5,
    ),
  }
}

function checkRewards(results: readonly Result[]): Reconciliation {
  const rewarded = results.filter(({ mentoring }) => mentoring?.reward)
  return {
    rule: 'a mentor is rewarded for somebody who was promoted, and on that day',
    numbers: `${rewarded.length} rewards`,
    holds: rewarded.every(
      ({ application, mentoring }) =>
        application?.status === 'promoted' &&
        mentoring?.reward?.on === application.history.at(-1)?.on,
    ),
  }
}

function checkOrder(candidates: readonly Candidate[], results: readonly Result[]): Reconciliation {
  const reversed = runSeason([...candidates].reverse()).reverse()
  return {
    rule: 'the order of candidates decides nothing',
    numbers: `${results.length} results`,
    holds: JSON.stringify(reversed) === JSON.stringify(results),
  }
}
