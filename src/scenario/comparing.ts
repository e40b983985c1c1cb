/** A comparison of two policies while rows are added to it, one by one. */
import type { Issue } from '../kernel/index.js'
import { attempt } from '../kernel/input/attempt.js'
import * as fraction from '../kernel/number/fraction.js'
import { type Measure, type Measured, unitsOf } from './measure.js'
import type { PairOfPolicies } from './pair.js'
import { reasonOf } from './reasonOf.js'
import type { ReadRow } from './roster.js'
import * as tallies from './tally.js'
import type { ChangedRow, NotComputedRow } from './types.js'

/** What people would do differently, as it is named. */
export interface Assumption {
  readonly id: string
  readonly change: (input: unknown) => unknown
}

/** A comparison while rows are added. */
export interface Comparing {
  readonly pair: PairOfPolicies
  readonly assume: Assumption | null
  readonly all: tallies.Tally
  readonly groups: Map<string | null, tallies.Tally>
  readonly classes: Map<string, { now: number; then: number }>
  reclassified: number
  readonly figures: { readonly now: number[]; readonly then: number[] }
  readonly changed: (ChangedRow & { readonly units: number })[]
  readonly notComputed: NotComputedRow[]
}

export function startComparing(pair: PairOfPolicies, assume: Assumption | null): Comparing {
  return {
    pair,
    assume,
    all: tallies.noTally(),
    groups: new Map(),
    classes: new Map(),
    reclassified: 0,
    figures: { now: [], then: [] },
    changed: [],
    notComputed: [],
  }
}

/** A row by one of the policies. */
interface Side extends Measured {
  readonly units: number
}

export function addRow(comparing: Comparing, row: ReadRow): void {
  const { pair, assume, all, groups } = comparing
  const group = groups.get(row.group) ?? tallies.noTally()
  groups.set(row.group, group)
  all.rows += 1
  group.rows += 1
  const now = attempt(() => computeSide(row.input, pair.now, pair.decimals))
  const then = attempt(() => {
    const input = assume === null ? row.input : assume.change(row.input)
    return computeSide(input, pair.then, pair.decimals)
  })
  if (!now.ok) addRefused(comparing, row, then.ok ? 'now' : 'both', now.issues)
  else if (!then.ok) addRefused(comparing, row, 'then', then.issues)
  else {
    for (const tally of [all, group]) addSides(tally, now.value, then.value)
    addFigures(comparing, row, now.value, then.value)
  }
}

function addRefused(
  { notComputed }: Comparing,
  { id, group }: ReadRow,
  by: NotComputedRow['by'],
  issues: readonly Issue[],
): void {
  if (notComputed.length < MOST_REFUSED) notComputed.push({ id, group, by, issues })
}

/** More would tell nobody anything. */
const MOST_REFUSED = 1000

function computeSide(input: unknown, measure: Measure, decimals: number): Side {
  const measured = measure.compute(input)
  return { ...measured, units: unitsOf(measured.figure, decimals) }
}

function addSides(tally: tallies.Tally, now: Side, then: Side): void {
  tallies.addFigures(tally, now.units, then.units)
  tallies.addSales(tally, now.sales, then.sales)
}

function addFigures(comparing: Comparing, row: ReadRow, now: Side, then: Side): void {
  const { figures, changed, pair } = comparing
  figures.now.push(now.units)
  figures.then.push(then.units)
  addClass(comparing, now.class, 'now')
  addClass(comparing, then.class, 'then')
  if (now.class !== then.class) comparing.reclassified += 1
  if (now.units === then.units) return
  const written = (units: number) => tallies.writeUnits(units, pair.decimals)
  changed.push({
    id: row.id,
    group: row.group,
    now: written(now.units),
    then: written(then.units),
    difference: written(then.units - now.units),
    reason: reasonOf(fraction.subtract(then.figure, now.figure), now.steps(), then.steps()),
    units: then.units - now.units,
  })
}

function addClass({ classes }: Comparing, name: string | null, side: 'now' | 'then'): void {
  if (name === null) return
  const count = classes.get(name) ?? { now: 0, then: 0 }
  count[side] += 1
  classes.set(name, count)
}
