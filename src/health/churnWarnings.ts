import { type Issue, refuseIfAny } from '../kernel/input/issue.js'
import * as read from '../kernel/input/read.js'
import { type ExactHealthModel, exactHealthModel } from './exactHealthModel.js'
import type { ChurnWarning, DefinedHealthModel, FollowUp } from './types.js'

/**
 * The churn warnings that a customer's follow-ups give now: so many in a row, up to the latest, without an answer (HEA-2).
 *
 * The follow-ups may be in any order; those of one day keep the order given. An answer ends the warning.
 *
 * @throws SalesRulesError `POLICY_NOT_DEFINED`, `DATE_INVALID`, `VALUE_INVALID`, `UNKNOWN_KEY`.
 *
 * @example
 * ```ts
 * import { churnWarnings, handbook } from 'sales-rules'
 *
 * const followUps = [
 *   { date: '2026-01-05', answered: true },
 *   { date: '2026-01-12', answered: false },
 *   { date: '2026-01-19', answered: false },
 *   { date: '2026-01-26', answered: false },
 * ]
 * churnWarnings(followUps, handbook.health)
 * // => [{ kind: 'unanswered', since: '2026-01-12', followUps: 3, clause: 'HEA-2' }]
 * churnWarnings(followUps.slice(0, 3), handbook.health) // => []
 * ```
 */
export function churnWarnings(
  followUps: readonly FollowUp[],
  model: DefinedHealthModel,
): ChurnWarning[] {
  const exact = exactHealthModel(model)
  const issues: Issue[] = []
  const known = readFollowUps(followUps, issues)
  refuseIfAny(issues)
  return computeWarnings(known, exact)
}

/** From the earliest to the latest. */
function readFollowUps(followUps: unknown, issues: Issue[]): FollowUp[] {
  const known: FollowUp[] = []
  for (const [index, row] of (read.array(followUps, ['followUps'], issues) ?? []).entries()) {
    const path = ['followUps', index]
    const fields = read.fields(row, path, ['date', 'answered'], issues)
    const date = read.date(fields?.['date'], [...path, 'date'], issues)
    const answered = read.boolean(fields?.['answered'], [...path, 'answered'], issues)
    if (date !== undefined && answered !== undefined) known.push({ date, answered })
  }
  return known.sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0))
}

function computeWarnings(
  followUps: readonly FollowUp[],
  { unansweredInARow }: ExactHealthModel,
): ChurnWarning[] {
  const silent = silentEnd(followUps)
  const since = silent[0]?.date
  if (since === undefined || silent.length < unansweredInARow) return []
  return [{ kind: 'unanswered', since, followUps: silent.length, clause: 'HEA-2' }]
}

/** The follow-ups after the last answer. */
function silentEnd(followUps: readonly FollowUp[]): readonly FollowUp[] {
  const answers = followUps.map(({ answered }) => answered)
  return followUps.slice(answers.lastIndexOf(true) + 1)
}
