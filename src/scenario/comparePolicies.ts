import type { DecimalInput, Issue } from '../kernel/index.js'
import * as issue from '../kernel/input/issue.js'
import * as read from '../kernel/input/read.js'
import type { Fraction } from '../kernel/number/fraction.js'
import * as write from '../kernel/number/write.js'
import { type Assumption, addRow, type Comparing, startComparing } from './comparing.js'
import { A_CALLBACK } from './issues.js'
import { pairOf } from './pair.js'
import { quantileOf, readQuantiles } from './quantiles.js'
import { requireComputed } from './requireComputed.js'
import { eachRow } from './roster.js'
import { RUN_KEYS, type Run, readRun } from './run.js'
import * as tallies from './tally.js'
import type {
  ChangedRow,
  ClassCount,
  GroupComparison,
  InputOf,
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
 * of grades below; of a compensation plan the amount of all components. Use {@link compareTotals} where only totals are asked, {@link sweep} for
 * many values of one number.
 *
 * @throws SalesRulesError `VALUE_INVALID` for policies that say nothing of a row, or are of two kinds; `CURRENCY_MIXED`, `ID_DUPLICATE`,
 *   `RUN_STOPPED`. Where no row can be computed, `VALUE_INVALID` with what is wrong with the first one, or `VALUE_MISSING` for no rows.
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
 *
 * @example Two versions of a document
 * ```ts
 * import { amendPolicy, definePolicy, handbook, policyOn } from 'sales-rules'
 * import { comparePolicies } from 'sales-rules/scenario'
 *
 * const { commission } = handbook
 * const policy = definePolicy({ versions: [{ version: '2026', effectiveFrom: '2026-01-01', commission }] })
 * const edits = [{ path: 'commission.scale.tiers.second.rate', set: '0.045' }]
 * const amended = amendPolicy(policy, edits, '2026-07-01')
 *
 * const roster = [{ id: 'Ann', input: { sales: '1500000', target: '1200000' } }]
 * const now = policyOn(amended, '2026-06-30').commission
 * const then = policyOn(amended, '2026-07-01').commission
 * const compared = comparePolicies(roster, { now, then })
 * compared.totals.difference // => '2500.00'
 * compared.now.effectiveFrom // => '2026-01-01'
 * compared.then.effectiveFrom // => '2026-07-01'
 * ```
 */
export function comparePolicies<Policy extends ScenarioPolicy>(
  rows: Iterable<RosterRow<InputOf<Policy>>>,
  policies: PoliciesToCompare<Policy>,
  options: ComparisonOptions<InputOf<Policy>> = {},
): PolicyComparison {
  const pair = pairOf(policies)
  const { quantiles, assume, run } = readOptions(options)
  const comparing = startComparing(pair, assume)
  for (const row of eachRow(rows, run)) addRow(comparing, row)
  requireComputed(tallies.countsOf(comparing.all), comparing.notComputed[0]?.issues)
  return writeComparison(comparing, quantiles)
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

function writeComparison(comparing: Comparing, quantiles: readonly Fraction[]): PolicyComparison {
  const { pair, all, groups, changed, notComputed } = comparing
  const { now, then, unit, decimals } = pair
  const ordered = changed.sort((a, b) => Math.abs(b.units) - Math.abs(a.units))
  const written = ({ units: _, ...row }: (typeof changed)[number]): ChangedRow => row
  return {
    now: now.policy,
    then: then.policy,
    changes: pair.changes,
    assumes: comparing.assume?.id ?? null,
    unit,
    ...tallies.countsOf(all),
    totals: tallies.totalsOf(all, decimals),
    costRatio: tallies.costRatioOf(all, decimals),
    quantiles: writeQuantiles(comparing, quantiles),
    classes: writeClasses(comparing),
    reclassified: comparing.reclassified,
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
