import * as issue from '../../kernel/input/issue.js'
import type { ExactPlan } from '../plan/exactPlan.js'
import { isAtOnce } from '../plan/paymentParts.js'
import { partsOf } from './exactTerms.js'
import { LINE_OF_EARLIER_PERIOD } from './issues.js'
import type { OpenLines } from './readBalance.js'
import type { ReadPeriod } from './readPeriodRow.js'
import type { Settlement } from './types.js'

/** A line or a payment of a period that was set aside, and why. */
export type SetAside = Omit<Settlement['notCounted'][number], 'period'>

/**
 * A period without the lines that came in an earlier one. Invoices and payments name lines by their id, so that no two periods can
 * have the same; the first counts, as within one statement.
 */
export function withoutFollowed(
  period: ReadPeriod,
  followed: OpenLines,
  plan: ExactPlan,
): { readonly period: ReadPeriod; readonly notCounted: readonly SetAside[] } {
  const { sales, json, path } = period
  const twice = (sales.lines ?? []).filter(({ id }) => followed.has(id))
  if (isAtOnce(partsOf(plan)) || sales.lines === undefined || twice.length === 0)
    return { period, notCounted: [] }
  const isNew = (_: unknown, index: number) => !followed.has(sales.lines[index]?.id ?? '')
  const lines = sales.lines
    .filter(isNew)
    .map((line, index) => ({ ...line, path: ['lines', index] }))
  const rows = (json['lines'] as readonly unknown[]).filter(isNew)
  const notCounted = twice.map(({ id, path: own }) => {
    const at = [...path, ...own, 'id']
    return { line: id, issue: issue.asWarning(issue.at(LINE_OF_EARLIER_PERIOD, at, { id })) }
  })
  return {
    period: { ...period, sales: { ...sales, lines }, json: { ...json, lines: rows } },
    notCounted,
  }
}
