import type { Issue } from '../../kernel/index.js'
import { asWarning, issueAt, show } from '../../kernel/input/issue.js'
import * as read from '../../kernel/input/read.js'
import type { Followed } from './readBalance.js'
import type { ReadPeriod } from './readSettlement.js'
import type { Settlement } from './types.js'

/**
 * A period without the lines that came in an earlier one. Invoices and payments name lines by their id, so that no two periods can
 * have the same; the first counts, as within one statement.
 */
export function withoutFollowed(
  period: ReadPeriod,
  followed: Followed,
): { readonly period: ReadPeriod; readonly notCounted: Settlement['notCounted'] } {
  const lines = read.array(period.facts['lines'], [], [])
  if (lines === undefined) return { period, notCounted: [] }
  const rows = lines.map((row, index) => ({ row, index, id: read.record(row, [], [])?.['id'] }))
  const isKnown = (id: unknown): id is string => typeof id === 'string' && followed.has(id)
  const facts = {
    ...period.facts,
    lines: rows.filter(({ id }) => !isKnown(id)).map(({ row }) => row),
  }
  const notCounted = rows.flatMap(({ index, id }) =>
    isKnown(id) ? [{ line: id, issue: duplicate(id, index, period) }] : [],
  )
  return { period: { ...period, facts }, notCounted }
}

function duplicate(id: string, index: number, { path }: ReadPeriod): Issue {
  const text = `got ${show(id)}, which an earlier period has; only the first counts. Remove it, or give it an id of its own.`
  return asWarning(issueAt('ID_DUPLICATE', [...path, 'lines', index, 'id'], { id }, text))
}
