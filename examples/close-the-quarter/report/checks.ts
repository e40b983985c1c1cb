import { groupBy } from '../groupBy.js'
import type { Reconciliation } from '../reconcile.js'
import { title, wrapped } from './layout.js'

/** What the run checked of itself, rule by rule; a check that fails has a line of its own. */
export function checkSection(heading: string, checks: readonly Reconciliation[]): string[] {
  const holding = checks.filter(({ holds }) => holds)
  const failing = checks.filter(({ holds }) => !holds)
  return [
    ...title(heading),
    ...[...groupBy(holding, ({ rule }) => rule)].flatMap(([rule, group]) =>
      line('holds', rule, group.map(({ numbers }) => numbers).join(', ')),
    ),
    ...failing.flatMap(({ rule, numbers }) => line('FAILS', rule, numbers)),
    `Checks: ${holding.length} of ${checks.length} hold`,
  ]
}

function line(outcome: string, rule: string, numbers: string): string[] {
  return wrapped(`${rule}: ${numbers}`, `  ${outcome}  `, ' '.repeat(9))
}
