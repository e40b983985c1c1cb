import type { CommissionInput, DefinedCommissionPlan } from '../commission/index.js'
import type { DecimalInput, Issue, PolicyReference } from '../kernel/index.js'
import * as issue from '../kernel/input/issue.js'
import * as read from '../kernel/input/read.js'
import type { Fraction } from '../kernel/number/fraction.js'
import * as fraction from '../kernel/number/fraction.js'
import * as write from '../kernel/number/write.js'
import * as defined from '../kernel/policy/defined.js'
import { type AttainmentDistribution, type Drawn, readDistribution } from './distribution.js'
import { type Figures, figuresOf, nameRefused } from './figuresOf.js'
import { TOO_MANY_DRAWS } from './issues.js'
import { type Measure, measureOf } from './measure.js'
import { quantileOf, readQuantiles } from './quantiles.js'
import { requireComputed } from './requireComputed.js'
import { type Roster, readRoster } from './roster.js'
import { RUN_KEYS, type Run, readRun, reportDone } from './run.js'
import * as tallies from './tally.js'
import type { NotComputedRow, RosterRow, RunOptions } from './types.js'
import { generatorOf } from './xoshiro.js'

/** What is drawn, and how often. */
export interface Simulation {
  /** A whole number of 0 or more: the same one draws the same in every runtime. */
  readonly seed: number
  /** How often the whole roster is drawn, 1 to 100,000. */
  readonly runs: number
  readonly attainment: AttainmentDistribution
  /** Parts from 0 to 1; the least, 10%, 25%, 50%, 75%, 90% and the greatest by default. */
  readonly quantiles?: readonly DecimalInput[]
}

/** How figures are spread. */
export interface Spread {
  /** Rounded half up. */
  readonly mean: string
  /** The least figure that so large a part of all does not exceed. */
  readonly quantiles: readonly { readonly at: string; readonly value: string }[]
}

export interface SimulationOutcome {
  readonly policy: PolicyReference
  readonly unit: string
  readonly generator: 'xoshiro128**'
  readonly seed: number
  readonly runs: number
  /** How many rows are in each run. */
  readonly rows: number
  /** What all rows of a run are paid together, over all runs. */
  readonly cost: Spread
  /** What one row is paid, over all rows of all runs. */
  readonly pay: Spread
  /** How many rows could not be computed in some run: they are in none. */
  readonly refused: number
  /** The first 1,000 of these. */
  readonly notComputed: readonly NotComputedRow[]
}

/**
 * What a plan may cost, and pay, where nobody knows yet how much will be sold: each row's attainment is drawn, again and again.
 *
 * A row sells what is drawn times its target, rounded to the cent; what it has sold is not looked at. Draws do not depend on each other, nor
 * on the plan: nobody is assumed to sell more because more is paid. It depends on nothing but the seed.
 *
 * @throws SalesRulesError `VALUE_INVALID` for a distribution that does not go from 0 to 1, `OUT_OF_ORDER`, `VALUE_UNREADABLE` for more
 *   than ten million draws, `RUN_STOPPED`; where no row can be computed, as {@link comparePolicies} does.
 *
 * @example Two reps, half of whose quarters are below 95% of target
 * ```ts
 * import { handbook } from 'sales-rules'
 * import { simulate } from 'sales-rules/scenario'
 *
 * const roster = [
 *   { id: 'Ann', input: { target: '1200000' } },
 *   { id: 'Ben', input: { target: '650000' } },
 * ]
 * const attainment = {
 *   quantiles: [
 *     { at: '0', attainment: '0.5' },
 *     { at: '0.5', attainment: '0.95' },
 *     { at: '1', attainment: '1.6' },
 *   ],
 * }
 * const { cost, pay } = simulate(roster, handbook.commission, { seed: 2026, runs: 200, attainment })
 * cost.quantiles.find(({ at }) => at === '0.5')?.value // => '28675.11'
 * pay.quantiles[0]?.value // => '0.00'
 * ```
 */
export function simulate(
  rows: Iterable<RosterRow<Omit<CommissionInput, 'lines' | 'sales'>>>,
  plan: DefinedCommissionPlan,
  simulation: Simulation,
  options: RunOptions = {},
): SimulationOutcome {
  const asked = readSimulation(simulation, options)
  issue.within(['plan'], () => defined.check(plan, 'CommissionPlan'))
  const measure = measureOf(plan, ['plan'])
  const roster = readRoster(rows, asked.run)
  if (roster.ids.length * asked.runs > MOST_DRAWS)
    issue.refuse(TOO_MANY_DRAWS, ['simulation', 'runs'], { limit: MOST_DRAWS })
  const drawn = drawAll(roster, measure, asked)
  const { policy, unit } = measure
  const { seed, runs } = asked
  return { policy, unit, generator: 'xoshiro128**', seed, runs, ...writeDrawn(drawn, asked) }
}

const MOST_DRAWS = 10_000_000
const MOST_RUNS = 100_000

interface Asked {
  readonly seed: number
  readonly runs: number
  readonly drawn: Drawn
  readonly quantiles: readonly Fraction[]
  readonly run: Run
}

function readSimulation(simulation: Simulation, options: RunOptions): Asked {
  const issues: Issue[] = []
  const run = readRun(read.options(options, ['options'], RUN_KEYS, issues) ?? {}, issues, 1)
  const keys = ['seed', 'runs', 'attainment', 'quantiles']
  const fields = read.fields(simulation, ['simulation'], keys, issues) ?? {}
  const integer = (key: string, minimum: number, maximum: number) =>
    read.integer(fields[key], ['simulation', key], issues, { minimum, maximum }) ?? minimum
  const asked = {
    seed: integer('seed', 0, Number.MAX_SAFE_INTEGER),
    runs: integer('runs', 1, MOST_RUNS),
    drawn: readDistribution(fields['attainment'], ['simulation', 'attainment'], issues),
    quantiles: readQuantiles(fields['quantiles'], issues),
    run,
  }
  issue.refuseIfAny(issues)
  return asked
}

/** What all runs have come to. */
interface AllDrawn {
  readonly roster: Roster
  readonly figures: readonly Figures[]
  readonly decimals: number
  /** Why a row is in no run, by its place. */
  readonly refused: ReadonlyMap<number, readonly Issue[]>
}

function drawAll(roster: Roster, measure: Measure, asked: Asked): AllDrawn {
  const draw = generatorOf(asked.seed)
  const refused = new Map<number, readonly Issue[]>()
  const targets = roster.inputs.map((input, row) => readTarget(input, row, refused))
  const figures: Figures[] = []
  for (let run = 1; run <= asked.runs; run += 1) {
    // A row that cannot be drawn takes its number all the same, so that the others have theirs.
    const inputs = roster.inputs.map((input, row) =>
      drawnInput(input, targets[row], asked.drawn(draw())),
    )
    const drawn = figuresOf({ ...roster, inputs }, measure)
    for (const [row, issues] of drawn.refused) if (!refused.has(row)) refused.set(row, issues)
    figures.push(drawn)
    reportDone(asked.run, run, asked.runs)
  }
  return { roster, figures, decimals: measure.decimals, refused }
}

/** The target of a row as one figure; without one, nothing can be drawn for it. */
function readTarget(
  input: unknown,
  row: number,
  refused: Map<number, readonly Issue[]>,
): Fraction | undefined {
  const issues: Issue[] = []
  const fields = read.record(input, [], issues) ?? {}
  const target = read.positive(fields['target'], ['target'], issues)
  if (issues.length > 0) refused.set(row, issues)
  return target
}

const SALES_DECIMALS = 2

/** The input of a row that sells so much of its target. */
function drawnInput(input: unknown, target: Fraction | undefined, attainment: Fraction): unknown {
  if (target === undefined) return input
  const { lines: _, ...others } = input as Partial<CommissionInput>
  const units = fraction.toUnits(fraction.multiply(attainment, target), SALES_DECIMALS, 'half-up')
  return { ...others, sales: write.fixed(units, SALES_DECIMALS) }
}

function writeDrawn({ roster, figures, decimals, refused }: AllDrawn, { quantiles }: Asked) {
  const rows = [...roster.ids.keys()].filter((row) => !refused.has(row))
  requireComputed({ rows: roster.ids.length, computed: rows.length }, refused.get(0))
  const pays = new Float64Array(rows.length * figures.length)
  const costs: bigint[] = []
  for (const [run, { units }] of figures.entries()) {
    const cost = tallies.noSum()
    for (const [place, row] of rows.entries()) {
      const pay = units[row] ?? 0
      pays[run * rows.length + place] = pay
      tallies.addTo(cost, pay)
    }
    costs.push(tallies.totalOf(cost))
  }
  const total = costs.reduce((sum, cost) => sum + cost, 0n)
  const spreadOf = (rising: ArrayLike<bigint | number>) =>
    writeSpread(rising, total, quantiles, decimals)
  return {
    rows: rows.length,
    cost: spreadOf(costs.sort((a, b) => (a < b ? -1 : a > b ? 1 : 0))),
    pay: spreadOf(pays.sort()),
    refused: refused.size,
    notComputed: nameRefused(roster, refused),
  }
}

function writeSpread(
  rising: ArrayLike<bigint | number>,
  total: bigint,
  quantiles: readonly Fraction[],
  decimals: number,
): Spread {
  const { length } = rising
  const mean = fraction.toUnits({ n: total, d: BigInt(length) }, 0, 'half-up')
  return {
    mean: tallies.writeUnits(mean, decimals),
    quantiles: quantiles.map((part) => ({
      at: write.decimal(part),
      value: tallies.writeUnits(quantileOf(rising, part) ?? 0, decimals),
    })),
  }
}
