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
  readonly points: readonly SweepPoint[]
  /** Rows that the policy as it is cannot compute, the first 1,000 of them: they are in no total. */
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
 * @throws SalesRulesError `VALUE_INVALID` for a policy that says nothing of a row, `ID_DUPLICATE`, `RUN_STOPPED`.
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
  const { sets, run } = readSweep(parameters, options)
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
    points,
    notComputed: nameRefused(roster, now.refused),
  }
}

/** Values to set together, each with its path, and where that was given. */
type Values = readonly {
  readonly path: string
  readonly value: unknown
  readonly at: issue.Path
}[]

function readSweep(parameters: Sweep, options: RunOptions): { sets: Values[]; run: Run } {
  const issues: Issue[] = []
  const run = readRun(read.options(options, ['options'], RUN_KEYS, issues) ?? {}, issues, 1)
  const keys = ['path', 'values', 'across']
  const fields = read.fields(parameters, ['parameters'], keys, issues) ?? {}
  const first = readParameter(fields, ['parameters'], issues)
  const { across } = fields
  const path = ['parameters', 'across']
  const second =
    across === undefined
      ? null
      : readParameter(read.fields(across, path, ['path', 'values'], issues) ?? {}, path, issues)
  issue.refuseIfAny(issues)
  const sets = first.flatMap((one) => (second === null ? [[one]] : second.map((two) => [one, two])))
  return { sets, run }
}

function readParameter(fields: read.Fields, path: issue.Path, issues: Issue[]) {
  const at = [...path, 'path']
  const name = read.name(fields['path'], at, issues) ?? ''
  const values = read.array(fields['values'], [...path, 'values'], issues) ?? []
  return values.map((value) => ({ path: name, value, at }))
}

function pointOf(set: Values, policy: ScenarioPolicy, baseline: Baseline): SweepPoint {
  const [first, second] = set
  const value = first?.value
  const at = second === undefined ? { value } : { value, across: second.value }
  const changed = attempt(() =>
    measureOf(
      set.reduce<ScenarioPolicy>(
        (one, { path, value: own, at }) => editPlace(one, [{ path, set: own }], at),
        policy,
      ),
      ['policy'],
    ),
  )
  if (!changed.ok) return { ...at, ok: false, issues: changed.issues }
  return { ...at, ok: true, ...compareWith(baseline, changed.value) }
}
