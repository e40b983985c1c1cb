import type { Issue, PolicyReference } from '../kernel/index.js'
import * as issue from '../kernel/input/issue.js'
import * as read from '../kernel/input/read.js'
import type { Edit } from '../policy/index.js'
import { tallyFigures } from './baseline.js'
import type { PoliciesToCompare } from './comparePolicies.js'
import { type Figures, figuresOf, MOST_NAMED } from './figuresOf.js'
import { pairOf } from './pair.js'
import { type Roster, readRoster } from './roster.js'
import { RUN_KEYS, readRun, reportDone } from './run.js'
import type {
  InputOf,
  NotComputedRow,
  RosterRow,
  RowCounts,
  RunOptions,
  ScenarioPolicy,
  Totals,
} from './types.js'

/** Two policies over the same rows, in totals alone. */
export interface TotalsComparison extends RowCounts {
  readonly now: PolicyReference
  readonly then: PolicyReference
  /** As {@link comparePolicies} has them. */
  readonly changes: readonly Edit[]
  /** A currency, `points` or `grades`. */
  readonly unit: string
  readonly totals: Totals
  /** The first 1,000 of them. */
  readonly notComputed: readonly NotComputedRow[]
}

/**
 * What another policy would cost, and how many gain and lose: {@link comparePolicies} without who and why, and so at batch speed where rows
 * say no more than sales, target and uplift, and the plan looks at no more.
 *
 * All rows are kept while it runs, be they streamed.
 *
 * @throws SalesRulesError as {@link comparePolicies} does.
 *
 * @example
 * ```ts
 * import { handbook } from 'sales-rules'
 * import { compareTotals, withValue } from 'sales-rules/scenario'
 *
 * const roster = [
 *   { id: 'Ann', input: { sales: '1500000', target: '1200000' } },
 *   { id: 'Ben', input: { sales: '700000', target: '650000' } },
 * ]
 * const then = withValue(handbook.commission, 'scale.tiers.first.upTo', '800000')
 * const { totals, gain, unchanged } = compareTotals(roster, { now: handbook.commission, then })
 * totals // => { now: '71000.00', then: '73000.00', difference: '2000.00' }
 * gain // => 1
 * unchanged // => 1
 * ```
 */
export function compareTotals<Policy extends ScenarioPolicy>(
  rows: Iterable<RosterRow<InputOf<Policy>>>,
  policies: PoliciesToCompare<Policy>,
  options: RunOptions = {},
): TotalsComparison {
  const { now, then, changes, unit, decimals } = pairOf(policies)
  const issues: Issue[] = []
  const run = readRun(read.options(options, ['options'], RUN_KEYS, issues) ?? {}, issues, 1)
  issue.refuseIfAny(issues)
  const roster = readRoster(rows, run)
  const before = figuresOf(roster, now)
  reportDone(run, 1, 2)
  const after = figuresOf(roster, then)
  reportDone(run, 2, 2)
  return {
    now: now.policy,
    then: then.policy,
    changes,
    unit,
    ...tallyFigures(before, after, decimals),
    notComputed: nameEither(roster, before.refused, after.refused),
  }
}

/** The rows that one of the policies refused, or both, in their order. */
function nameEither(
  { ids, groups }: Roster,
  now: Figures['refused'],
  then: Figures['refused'],
): NotComputedRow[] {
  const rows = [...new Set([...now.keys(), ...then.keys()])].sort((a, b) => a - b)
  return rows.slice(0, MOST_NAMED).map((row) => ({
    id: ids[row] ?? '',
    group: groups[row] ?? null,
    by: !then.has(row) ? 'now' : now.has(row) ? 'both' : 'then',
    issues: now.get(row) ?? then.get(row) ?? [],
  }))
}
