import type { Issue, PolicyReference } from '../kernel/index.js'
import { attempt } from '../kernel/input/attempt.js'
import * as issue from '../kernel/input/issue.js'
import * as read from '../kernel/input/read.js'
import { type Baseline, baselineOf, compareWith } from './baseline.js'
import { nameRefused } from './figuresOf.js'
import { measureOf } from './measure.js'
import { RUN_KEYS, type Run, readRun, reportDone } from './run.js'
import type {
  InputOf,
  NotComputedRow,
  RosterRow,
  RowCounts,
  RunOptions,
  ScenarioPolicy,
  Totals,
} from './types.js'
import { editPlace } from './withNumber.js'

/** A number of the policy, and the values that it is given one after the other. */
export interface SweptParameter {
  /** As {@link withValue} takes it: `scale.tiers.first.upTo`. */
  readonly path: string
  readonly values: readonly unknown[]
}

/** One parameter, or two: each value of the first with each of the second. */
export interface Sweep extends SweptParameter {
  readonly across?: SweptParameter
}

/** What the policy comes to at one value; or why the policy is none there. */
export type SweepPoint = {
  readonly value: unknown
  /** That of the second parameter; present where there is one. */
  readonly across?: unknown
} & (
  | ({ readonly ok: true; readonly totals: Totals } & RowCounts)
  | { readonly ok: false; readonly issues: readonly Issue[] }
)

export interface SweepOutcome {
  /** What the points are compared with. */
  readonly now: PolicyReference
  readonly unit: string
  /** The number that was swept. */
  readonly path: string
  /** The second one; present where there is one. */
  readonly across?: string
  readonly points: readonly SweepPoint[]
  /** How many rows the policy as it is cannot compute: they are in no total. */
  readonly refused: number
  /** The first 1,000 of these. */
  readonly notComputed: readonly NotComputedRow[]
}

/**
 * What a policy comes to at each of many values of a number, or of two: totals, and how many gain and lose.
 *
 * Each point is what {@link comparePolicies} says at that value, without derivations, and so at batch speed where rows say no more than
 * sales, target and uplift, and the plan looks at no more. Of order lines their sum will do then; a row with a refund, a line that does not
 * count, or an order that earns an award is left to the rule. A value that makes no valid policy has its issues in its point, and stops nothing; so has
 * each of a path that is nowhere (`NOT_IN_POLICY`).
 *
 * @throws SalesRulesError `VALUE_INVALID` for a policy that says nothing of a row, `ID_DUPLICATE`, `RUN_STOPPED`; where
 *   no row can be computed, as {@link comparePolicies} does.
 *
 * @example Where the second tier starts
 * ```ts
 * import { handbook } from 'sales-rules'
 * import { sweep } from 'sales-rules/scenario'
 *
 * const roster = [
 *   { id: 'Ann', input: { sales: '1500000', target: '1200000' } },
 *   { id: 'Ben', input: { sales: '700000', target: '650000' } },
 * ]
 * const values = ['600000', '800000', '1000000']
 * const { points } = sweep(roster, handbook.commission, { path: 'scale.tiers.first.upTo', values })
 * points.map((point) => [point.value, point.ok && point.totals.difference, point.ok && point.gain])
 * // => [['600000', '5000.00', 2], ['800000', '2000.00', 1], ['1000000', '0.00', 0]]
 * ```
 */
export function sweep<Policy extends ScenarioPolicy>(
  rows: Iterable<RosterRow<InputOf<Policy>>>,
  policy: Policy,
  parameters: Sweep,
  options: RunOptions = {},
): SweepOutcome {
  const { sets, swept, run } = readSweep(parameters, options)
  const baseline = baselineOf(rows, policy, run)
  const points: SweepPoint[] = []
  for (const set of sets) {
    points.push(pointOf(set, policy, baseline))
    reportDone(run, points.length, sets.length)
  }
  const { measure, roster, now } = baseline
  return {
    now: measure.policy,
    unit: measure.unit,
    ...swept,
    points,
    refused: now.refused.size,
    notComputed: nameRefused(roster, now.refused),
  }
}

/** Values to set together, each with its path, and where that was given. */
type Values = readonly {
  readonly path: string
  readonly value: unknown
  readonly at: issue.Path
}[]

interface Asked {
  readonly sets: readonly Values[]
  readonly swept: Pick<SweepOutcome, 'across' | 'path'>
  readonly run: Run
}

function readSweep(parameters: Sweep, options: RunOptions): Asked {
  const issues: Issue[] = []
  const run = readRun(read.options(options, ['options'], RUN_KEYS, issues) ?? {}, issues, 1)
  const keys = ['path', 'values', 'across']
  const fields = read.fields(parameters, ['parameters'], keys, issues) ?? {}
  const { path, values } = readParameter(fields, ['parameters'], issues)
  const second = fields['across'] === undefined ? null : readAcross(fields['across'], issues)
  issue.refuseIfAny(issues)
  if (second === null) return { sets: values.map((one) => [one]), swept: { path }, run }
  const sets = values.flatMap((one) => second.values.map((two) => [one, two]))
  return { sets, swept: { path, across: second.path }, run }
}

function readAcross(value: unknown, issues: Issue[]) {
  const path = ['parameters', 'across']
  return readParameter(read.fields(value, path, ['path', 'values'], issues) ?? {}, path, issues)
}

function readParameter(fields: read.Fields, place: issue.Path, issues: Issue[]) {
  const at = [...place, 'path']
  const path = read.name(fields['path'], at, issues) ?? ''
  const values = read.array(fields['values'], [...place, 'values'], issues) ?? []
  return { path, values: values.map((value) => ({ path, value, at })) }
}

function pointOf(set: Values, policy: ScenarioPolicy, baseline: Baseline): SweepPoint {
  const [first, second] = set
  const value = first?.value
  const at = second === undefined ? { value } : { value, across: second.value }
  const changed = attempt(() =>
    compareWith(
      baseline,
      measureOf(
        set.reduce<ScenarioPolicy>(
          (one, { path, value: own, at }) => editPlace(one, [{ path, set: own }], at),
          policy,
        ),
        ['policy'],
      ),
    ),
  )
  if (!changed.ok) return { ...at, ok: false, issues: changed.issues }
  return { ...at, ok: true, ...changed.value }
}
