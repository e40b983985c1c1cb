/** A policy that holds and its figures over all rows, which many others are compared with. */
import { type Figures, figuresOf } from './figuresOf.js'
import { type Measure, measureOf } from './measure.js'
import { paired } from './pair.js'
import { requireComputed } from './requireComputed.js'
import { type Roster, readRoster } from './roster.js'
import type { Run } from './run.js'
import * as tallies from './tally.js'
import type { RowCounts, Totals } from './types.js'

export interface Baseline {
  readonly measure: Measure
  readonly roster: Roster
  readonly now: Figures
}

export function baselineOf(rows: Iterable<unknown>, policy: unknown, run: Run): Baseline {
  const measure = measureOf(policy, ['policy'])
  const roster = readRoster(rows, run)
  const now = figuresOf(roster, measure)
  const count = roster.ids.length
  requireComputed({ rows: count, computed: count - now.refused.size }, now.refused.get(0))
  return { measure, roster, now }
}

/** What another policy comes to over the same rows: of those that both could compute. */
export function compareWith(
  { measure, roster, now }: Baseline,
  changed: Measure,
): { readonly totals: Totals } & RowCounts {
  const { decimals } = paired(measure, changed)
  return tallyFigures(now, changed === measure ? now : figuresOf(roster, changed), decimals)
}

/** What two policies come to over the rows that both could compute, in so many decimals; refused where there are none. */
export function tallyFigures(
  now: Figures,
  then: Figures,
  decimals: number,
): { readonly totals: Totals } & RowCounts {
  const tally = tallies.noTally()
  const before = 10 ** (decimals - now.decimals)
  const after = 10 ** (decimals - then.decimals)
  tally.rows = now.units.length
  for (let row = 0; row < tally.rows; row += 1) {
    const [one = Number.NaN, other = Number.NaN] = [now.units[row], then.units[row]]
    if (!Number.isNaN(one + other)) tallies.addFigures(tally, one * before, other * after)
  }
  const counts = tallies.countsOf(tally)
  requireComputed(counts, now.refused.get(0) ?? then.refused.get(0))
  return { ...counts, totals: tallies.totalsOf(tally, decimals) }
}
