// The season checks itself.
import { addDays, countWorkingDays } from 'sales-rules'
import type { Reconciliation } from '../close-the-quarter/reconcile.js'
import { calendar } from './calendar.js'
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

/** Counted from the other end: the working days after the day of publication, up to the last one. */
function checkPublications(results: readonly Result[]): Reconciliation {
  const published = results.flatMap(({ application }) =>
    (application?.history ?? []).flatMap((entry) => (entry.step === 'publication' ? [entry] : [])),
  )
  return {
    rule: 'a publication lasts five working days',
    numbers: `${published.length} publications`,
    holds: published.every(
      ({ on, lastDay }) => countWorkingDays(addDays(on, 1), lastDay, calendar) === 5,
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
