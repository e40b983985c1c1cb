import type { Issue, Path } from '../kernel/index.js'
import * as attempts from '../kernel/input/attempt.js'
import * as issue from '../kernel/input/issue.js'
import * as read from '../kernel/input/read.js'
import { EVENT_TOO_LATE } from '../kernel/issues.js'
import * as time from '../kernel/time/time.js'
import { exactLeadModel } from './exactLeadModel.js'
import { readInput, readRows } from './read.js'
import type { DefinedLeadModel, ProfilesToCheck, StaleProfile, StaleProfiles } from './types.js'

/**
 * Finds the customer profiles that have to be refreshed (LEA-8): those that never were, and those whose time is over.
 *
 * A profile is due on the same day so many calendar months after it was refreshed, or on the last day of a month that has no such day; it is
 * current on that day and stale from the next.
 *
 * @throws SalesRulesError `POLICY_NOT_DEFINED`, `DATE_INVALID` for `asOf`. In `notCounted`: `DATES_OUT_OF_ORDER` for a profile that was
 *   refreshed after `asOf`, `ID_DUPLICATE`, …
 *
 * @example Refreshed on 30 November: current through the last day of February
 * ```ts
 * import { handbook, staleProfiles } from 'sales-rules'
 *
 * const profiles = [{ id: 'Hua', refreshed: '2025-11-30' }, { id: 'Xin', refreshed: '2026-01-15' }, { id: 'Lan', refreshed: null }]
 * const { stale, current } = staleProfiles({ asOf: '2026-03-02', profiles }, handbook.leads)
 * stale.map(({ id, refreshBy, daysOverdue }) => [id, refreshBy, daysOverdue]) // => [['Lan', null, null], ['Hua', '2026-02-28', 2]]
 * current // => 1
 * ```
 */
export function staleProfiles(input: ProfilesToCheck, model: DefinedLeadModel): StaleProfiles {
  const { refreshEveryMonths, policy } = exactLeadModel(model)
  const issues: Issue[] = []
  const { required } = read.of(readInput(input, ['asOf', 'profiles'], issues), ['input'], issues)
  const asOf = required('asOf', read.date)
  const list = required('profiles', read.array) ?? []
  issue.refuseIfAny(issues)
  const day = asOf as string
  const { rows, notCounted } = readRows(list, ['input', 'profiles'], (row, path, found) =>
    readProfile(row, path, { asOf: day, refreshEveryMonths }, found),
  )
  const stale = rows.flatMap(({ id, index, refreshed, refreshBy }): StaleProfile[] => {
    if (refreshBy === null) return [{ id, index, refreshed, refreshBy, daysOverdue: null }]
    const daysOverdue = time.daysBetween(refreshBy, day)
    return daysOverdue > 0 ? [{ id, index, refreshed, refreshBy, daysOverdue }] : []
  })
  return {
    asOf: day,
    stale: stale.sort(byNeed),
    current: rows.length - stale.length,
    notCounted,
    policy,
    clauses: ['LEA-8'],
  }
}

interface When {
  readonly asOf: string
  readonly refreshEveryMonths: number
}

function readProfile(
  row: unknown,
  path: Path,
  { asOf, refreshEveryMonths }: When,
  issues: Issue[],
) {
  const fields = read.fields(row, path, ['id', 'refreshed'], issues)
  if (fields === undefined) return undefined
  const id = read.name(fields['id'], [...path, 'id'], issues)
  const at = [...path, 'refreshed']
  const isNever = fields['refreshed'] === null
  const refreshed = isNever ? null : read.date(fields['refreshed'], at, issues)
  if (id === undefined || refreshed === undefined) return undefined
  if (refreshed !== null && refreshed > asOf)
    issue.add(issues, issue.at(EVENT_TOO_LATE, at, { from: refreshed, to: asOf }))
  if (refreshed === null) return { id, refreshed, refreshBy: null }
  const due = attempts.attempt(() => time.addMonths(refreshed, refreshEveryMonths))
  if (due.ok) return { id, refreshed, refreshBy: due.value }
  issues.push(...due.issues.map((one) => issue.moved(at, one)))
  return undefined
}

function byNeed(one: StaleProfile, other: StaleProfile): number {
  const overdue = ({ daysOverdue }: StaleProfile) => daysOverdue ?? Number.MAX_SAFE_INTEGER
  return overdue(other) - overdue(one) || (one.id < other.id ? -1 : 1)
}
