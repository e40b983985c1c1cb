import { checkFollowUps } from './checkFollowUps.js'
import type { ChurnWarning, DefinedHealthModel, FollowUp } from './types.js'

/**
 * The churn warnings that a customer's follow-ups give now: so many in a row, up to the latest, without an answer (HEA-2).
 *
 * The follow-ups may be in any order. By default each counts by its day, and one that still waits for its answer is not unanswered yet; how
 * many more would be a warning says {@link checkFollowUps}. An answer ends the warning.
 *
 * @throws SalesRulesError `POLICY_NOT_DEFINED`, `DATE_INVALID`, `VALUE_INVALID`, `UNKNOWN_KEY`; `DATES_OUT_OF_ORDER` for a follow-up after
 *   `asOf`, where that is given.
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
 * // => [{ kind: 'unanswered', since: '2026-01-12', raised: '2026-01-26', followUps: 3, days: 3, clause: 'HEA-2' }]
 * churnWarnings(followUps.slice(0, 3), handbook.health) // => []
 * ```
 */
export function churnWarnings(
  followUps: readonly FollowUp[],
  model: DefinedHealthModel,
  options: { readonly asOf?: string } = {},
): ChurnWarning[] {
  return [...checkFollowUps(followUps, model, options).warnings]
}
