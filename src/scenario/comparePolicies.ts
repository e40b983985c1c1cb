import type { DecimalInput, Issue } from '../kernel/index.js'
import { attempt } from '../kernel/input/attempt.js'
import * as issue from '../kernel/input/issue.js'
import * as read from '../kernel/input/read.js'
import type { Fraction } from '../kernel/number/fraction.js'
import * as write from '../kernel/number/write.js'
import { firstDifference } from './firstDifference.js'
import { A_CALLBACK } from './issues.js'
import { type Measure, type Measured, unitsOf } from './measure.js'
import { type Pair, pairOf } from './pair.js'
import { quantileOf, readQuantiles } from './quantiles.js'
import { eachRow, type ReadRow } from './roster.js'
import { RUN_KEYS, type Run, readRun } from './run.js'
import * as tallies from './tally.js'
import type {
  ChangedRow,
  ClassCount,
  GroupComparison,
  InputOf,
  NotComputedRow,
  PolicyComparison,
  Quantile,
  RosterRow,
  RunOptions,
  ScenarioPolicy,
} from './types.js'

/** The policies to compare: what holds now, and what would hold then. */
export interface PoliciesToCompare<Policy> {
  readonly now: Policy
  readonly then: Policy
}

/** What people would do differently; a method, so that it may know more of its inputs than the rule does. */
export interface BehaviourAssumption<Input> {
  readonly id: string
  change(input: Input): Input
}

export interface ComparisonOptions<Input> extends RunOptions {
  /**
   * What people would do differently then, by its name, which the outcome repeats: their input then, made of that of now. Nothing, by
   * default.
   */
  readonly assume?: BehaviourAssumption<Input>
  /** Parts from 0 to 1; the least, 10%, 25%, 50%, 75%, 90% and the greatest by default. */
  readonly quantiles?: readonly DecimalInput[]
}

/**
 * What another policy would change: totals, who gains, who loses, and by which step of the rules.
 *
 * Rows are a roster or a stream: each has an `id`, the `input` of the rule, and a `group` if results are to be told apart by one. Every row
 * is computed by the rule itself, twice; nothing is assumed of what people would do differently. A row that one of the policies cannot
 * compute is named in `notComputed`, and is in no total. Two policies the other way round give the same, with the signs turned.
 *
 * Of a commission plan the figure is the amount; of an appraisal scheme, a lead or a health model the score; of a grading policy the number
 * of grades below; of a compensation plan the amount of all components. Use {@link sweep} for many values of one number.
 *
 * @throws SalesRulesError `VALUE_INVALID` for policies that say nothing of a row, or are of two kinds; `CURRENCY_MIXED`, `ID_DUPLICATE`,
 *   `RUN_STOPPED`.
 *
 * @example Who gains where 4% starts at 800,000?
 * ```ts
 * import { handbook } from 'sales-rules'
 * import { comparePolicies, withValue } from 'sales-rules/scenario'
 *
 * const roster = [
 *   { id: 'Ann', group: 'east', input: { sales: '1500000', target: '1200000' } },
 *   { id: 'Ben', group: 'west', input: { sales: '700000', target: '650000' } },
 *   { id: 'Eve', group: 'west', input: { sales: '900000' } },
 * ]
 * const then = withValue(handbook.commission, 'scale.tiers.first.upTo', '800000')
 * const { totals, winners, unchanged, notComputed } = comparePolicies(roster, { now: handbook.commission, then })
 * totals // => { now: '71000.00', then: '73000.00', difference: '2000.00' }
 * winners.map(({ id, difference }) => [id, difference]) // => [['Ann', '2000.00']]
 * winners[0]?.reason // => { step: 'tier', id: 'first', now: '1000000.00', then: '800000.00' }
 * unchanged // => 1
 * notComputed.map(({ id, issues }) => [id, issues[0]?.code]) // => [['Eve', 'TARGET_MISSING']]
 * ```
 */
export function comparePolicies<Policy extends ScenarioPolicy>(
  rows: Iterable<RosterRow<InputOf<Policy>>>,
  policies: PoliciesToCompare<Policy>,
  options: ComparisonOptions<InputOf<Policy>> = {},
): PolicyComparison {
  const { quantiles, assume, run } = readOptions(options)
  const comparing = startComparing(pairOf(policies), assume)
  for (const row of eachRow(rows, run)) addRow(comparing, row)
  return writeComparison(comparing, quantiles)
}

/** What people would do differently, as it is named. */
interface Assumption {
  readonly id: string
  readonly change: (input: unknown) => unknown
}

interface Asked {
  readonly quantiles: readonly Fraction[]
  readonly assume: Assumption | null
  readonly run: Run
}

function readOptions(options: unknown): Asked {
  const issues: Issue[] = []
  const keys = ['quantiles', 'assume', ...RUN_KEYS]
  const fields = read.options(options, ['options'], keys, issues) ?? {}
  const quantiles = readQuantiles(fields['quantiles'], issues)
  const assume = readAssumption(fields['assume'], issues)
  const run = readRun(fields, issues)
  issue.refuseIfAny(issues)
  return { quantiles, assume, run }
}

function readAssumption(value: unknown, issues: Issue[]): Assumption | null {
  if (value === undefined) return null
  const path = ['assume']
  const fields = read.fields(value, path, ['id', 'change'], issues) ?? {}
  const { change } = fields
  const id = read.name(fields['id'], [...path, 'id'], issues) ?? ''
  if (typeof change !== 'function')
    issue.add(issues, issue.invalid(change, [...path, 'change'], A_CALLBACK))
  return { id, change: change as Assumption['change'] }
}

/** A comparison while rows are added. */
interface Comparing {
  readonly pair: Pair
  readonly assume: Assumption | null
  readonly all: tallies.Tally
  readonly groups: Map<string | null, tallies.Tally>
  readonly classes: Map<string, { now: number; then: number }>
  readonly figures: { readonly now: number[]; readonly then: number[] }
  readonly changed: (ChangedRow & { readonly units: number })[]
  readonly notComputed: NotComputedRow[]
}

function startComparing(pair: Pair, assume: Assumption | null): Comparing {
  return {
    pair,
    assume,
    all: tallies.noTally(),
    groups: new Map(),
    classes: new Map(),
    figures: { now: [], then: [] },
    changed: [],
    notComputed: [],
  }
}

/** A row by one of the policies. */
interface Side extends Measured {
  readonly units: number
}

function addRow(comparing: Comparing, row: ReadRow): void {
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
  if (now.units === then.units) return
  const written = (units: number) => tallies.writeUnits(units, pair.decimals)
  changed.push({
    id: row.id,
    group: row.group,
    now: written(now.units),
    then: written(then.units),
    difference: written(then.units - now.units),
    reason: firstDifference(now.steps(), then.steps()),
    units: then.units - now.units,
  })
}

function addClass({ classes }: Comparing, name: string | null, side: 'now' | 'then'): void {
  if (name === null) return
  const count = classes.get(name) ?? { now: 0, then: 0 }
  count[side] += 1
  classes.set(name, count)
}

function writeComparison(comparing: Comparing, quantiles: readonly Fraction[]): PolicyComparison {
  const { pair, all, groups, changed, notComputed } = comparing
  const { now, then, unit, decimals } = pair
  const ordered = changed.sort((a, b) => Math.abs(b.units) - Math.abs(a.units))
  const written = ({ units: _, ...row }: (typeof changed)[number]): ChangedRow => row
  return {
    now: now.policy,
    then: then.policy,
    assumes: comparing.assume?.id ?? null,
    unit,
    ...tallies.countsOf(all),
    totals: tallies.totalsOf(all, decimals),
    costRatio: tallies.costRatioOf(all, decimals),
    quantiles: writeQuantiles(comparing, quantiles),
    classes: writeClasses(comparing),
    groups: [...groups].map(([group, tally]) => writeGroup(group, tally, decimals)),
    winners: ordered.filter(({ units }) => units > 0).map(written),
    losers: ordered.filter(({ units }) => units < 0).map(written),
    notComputed,
  }
}

function writeGroup(group: string | null, tally: tallies.Tally, decimals: number): GroupComparison {
  return {
    group,
    ...tallies.countsOf(tally),
    totals: tallies.totalsOf(tally, decimals),
    costRatio: tallies.costRatioOf(tally, decimals),
  }
}

function writeQuantiles({ figures, pair }: Comparing, parts: readonly Fraction[]): Quantile[] {
  if (figures.now.length === 0) return []
  const [now, then] = [
    Float64Array.from(figures.now).sort(),
    Float64Array.from(figures.then).sort(),
  ]
  return parts.map((part) => ({
    at: write.decimal(part),
    now: tallies.writeUnits(quantileOf(now, part) ?? 0, pair.decimals),
    then: tallies.writeUnits(quantileOf(then, part) ?? 0, pair.decimals),
  }))
}

/** By name, whatever came first. */
function writeClasses({ classes }: Comparing): ClassCount[] {
  return [...classes]
    .map(([name, count]) => ({ class: name, ...count }))
    .sort((a, b) => (a.class < b.class ? -1 : 1))
}
