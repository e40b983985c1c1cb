import type { Issue } from '../kernel/index.js'
import * as issue from '../kernel/input/issue.js'
import * as read from '../kernel/input/read.js'
import {
  counts,
  type ExactHistory,
  lastOf,
  missingFrom,
  readHistory,
  replacedIn,
} from './exactHistory.js'
import { OUTSIDE_PERIOD } from './issues.js'
import type { TargetHistory, TargetOnDate } from './types.js'

/**
 * The target that holds on a day: of the last version that has begun by then and counts (TAR-3, TAR-4).
 *
 * A revision changes nothing before its first day, and one that is not signed changes nothing at all: it is named among the `pending`. Once it is
 * signed it holds from its first day, also where the last signature came later. Where nothing counts, there is no target, not one of 0.
 *
 * @throws SalesRulesError `DATE_NOT_COVERED` for a day outside the period, `DATE_INVALID`, `FORMAT_UNKNOWN`, and for a history that was changed where it
 *   was stored `TARGET_NOT_ADDING_UP`, `VALUE_MISSING`, …
 *
 * @example Before it is signed, and after
 * ```ts
 * import { handbook, setTarget, signOffTarget, targetOn } from 'sales-rules'
 *
 * const target = { owner: 'Li', measure: 'newCustomers', amount: 24, period: '2026', reason: 'two a month' }
 * const set = setTarget(target, handbook.targets)
 * targetOn(set, '2026-03-31').counts // => false
 * const half = signOffTarget(set, { as: 'person', by: 'Li', on: '2026-01-05' })
 * const signed = signOffTarget(half, { as: 'direct-manager', by: 'Chen', on: '2026-01-07' })
 * targetOn(signed, '2026-03-31').part // => { period: '2026-03', from: '2026-03-01', to: '2026-03-31', amount: '2' }
 * ```
 */
export function targetOn(history: TargetHistory, date: string): TargetOnDate {
  const issues: Issue[] = []
  read.date(date, ['date'], issues)
  issue.refuseIfAny(issues)
  const known = readHistory(history)
  const { from, to } = known.period
  if (date < from || date > to) issue.refuse(OUTSIDE_PERIOD, ['date'], { date, from, to })
  return writeOnDate(known, date)
}

function writeOnDate(history: ExactHistory, date: string): TargetOnDate {
  const { owner, measure, versions } = history
  const index = lastOf(versions, (one) => one.from <= date && counts(one))
  const version = versions[index]
  const isReplaced = replacedIn(history)
  return {
    date,
    owner,
    measure,
    counts: version !== undefined,
    version: version === undefined ? null : index + 1,
    amount: version?.amount ?? null,
    part: version?.parts.find((part) => part.from <= date && date <= part.to) ?? null,
    pending: versions.flatMap((one, at) => {
      const missing = missingFrom(one)
      if (one.from > date || missing.length === 0 || counts(one) || isReplaced[at]) return []
      return [{ version: at + 1, from: one.from, amount: one.amount, missing }]
    }),
    clauses: ['TAR-3', 'TAR-4'],
  }
}
