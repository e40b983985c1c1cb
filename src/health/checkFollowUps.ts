import { type Issue, refuseIfAny } from '../kernel/input/issue.js'
import * as read from '../kernel/input/read.js'
import { type ExactHealthModel, exactHealthModel } from './exactHealthModel.js'
import { byText, readPast } from './read.js'
import type { ChurnWarning, DefinedHealthModel, FollowUp, FollowUpCheck } from './types.js'

/**
 * Says how far a customer's silence has come: how many follow-ups in a row are without an answer, how many more are a warning (HEA-2).
 *
 * By default days are counted, as three calls of one afternoon are no three follow-ups: a day is without an answer where none of its
 * follow-ups was answered and none still waits. Where the model counts follow-ups, those of one day keep the order given. A follow-up
 * that still waits, `answered: null`, neither counts nor ends a run. An answer ends it.
 *
 * @throws SalesRulesError `POLICY_NOT_DEFINED`, `DATE_INVALID`, `VALUE_INVALID`, `UNKNOWN_KEY`; `DATES_OUT_OF_ORDER` for a follow-up after
 *   `asOf`, where that is given.
 *
 * @example Two without an answer, and one that still waits
 * ```ts
 * import { checkFollowUps, handbook } from 'sales-rules'
 *
 * const followUps = [
 *   { date: '2026-03-01', answered: false },
 *   { date: '2026-03-08', answered: false },
 *   { date: '2026-03-15', answered: null },
 * ]
 * const silence = checkFollowUps(followUps, handbook.health)
 * silence.unanswered // => 2
 * silence.pending // => 1
 * silence.remaining // => 1
 * silence.warnings // => []
 * ```
 */
export function checkFollowUps(
  followUps: readonly FollowUp[],
  model: DefinedHealthModel,
  options: { readonly asOf?: string } = {},
): FollowUpCheck {
  const exact = exactHealthModel(model)
  const issues: Issue[] = []
  const known = readFollowUps(followUps, options, issues)
  refuseIfAny(issues)
  return computeCheck(known, exact)
}

/** From the earliest to the latest. */
function readFollowUps(followUps: unknown, options: unknown, issues: Issue[]): FollowUp[] {
  const given = read.options(options, ['options'], ['asOf'], issues) ?? {}
  const { optional } = read.of(given, ['options'], issues)
  const asOf = optional('asOf', read.date)
  const known: FollowUp[] = []
  for (const [index, row] of (read.array(followUps, ['followUps'], issues) ?? []).entries()) {
    const path = ['followUps', index]
    const fields = read.fields(row, path, ['date', 'answered'], issues)
    const date = readPast(fields?.['date'], [...path, 'date'], asOf, issues)
    const isPending = fields?.['answered'] === null
    const answered = isPending
      ? null
      : read.boolean(fields?.['answered'], [...path, 'answered'], issues)
    if (date !== undefined && answered !== undefined) known.push({ date, answered })
  }
  return known.sort((a, b) => byText(a.date, b.date))
}

function computeCheck(
  followUps: readonly FollowUp[],
  { unansweredInARow: required, unansweredBy, policy }: ExactHealthModel,
): FollowUpCheck {
  const { silent, lastAnswered } =
    unansweredBy === 'day' ? silentDays(followUps) : silentFollowUps(followUps)
  const days = new Set(silent.map(({ date }) => date)).size
  const unanswered = unansweredBy === 'day' ? days : silent.length
  const since = silent[0]?.date ?? null
  const counted = silent.map(({ date }) => date)
  const raised = (unansweredBy === 'day' ? [...new Set(counted)] : counted)[required - 1]
  const warning: ChurnWarning[] =
    since !== null && raised !== undefined
      ? [{ kind: 'unanswered', since, raised, followUps: silent.length, days, clause: 'HEA-2' }]
      : []
  return {
    unanswered,
    required,
    remaining: Math.max(required - unanswered, 0),
    since,
    lastAnswered,
    pending: followUps.filter(({ answered }) => answered === null).length,
    warnings: warning,
    policy,
    clauses: ['HEA-2'],
  }
}

/** The follow-ups without an answer after the last one that has one, and the day of that. */
interface Silence {
  readonly silent: readonly FollowUp[]
  readonly lastAnswered: string | null
}

function silentFollowUps(followUps: readonly FollowUp[]): Silence {
  const last = followUps.map(({ answered }) => answered).lastIndexOf(true)
  return {
    silent: followUps.slice(last + 1).filter(({ answered }) => answered === false),
    lastAnswered: followUps[last]?.date ?? null,
  }
}

/** An answer is that of its whole day, and a day on which one still waits is not over. */
function silentDays(followUps: readonly FollowUp[]): Silence {
  const { lastAnswered } = silentFollowUps(followUps)
  const waiting = new Set(followUps.flatMap((one) => (one.answered === null ? [one.date] : [])))
  const silent = followUps.filter(
    ({ date, answered }) => answered === false && date > (lastAnswered ?? '') && !waiting.has(date),
  )
  return { silent, lastAnswered }
}
