import type { DecimalInput, Issue, PolicyReference } from '../kernel/index.js'
import * as issue from '../kernel/input/issue.js'
import * as read from '../kernel/input/read.js'
import type { Fraction } from '../kernel/number/fraction.js'
import * as fraction from '../kernel/number/fraction.js'
import * as write from '../kernel/number/write.js'
import { type Figures, figuresOf, nameRefused } from './figuresOf.js'
import { BOUNDS_WITHOUT_STEP } from './issues.js'
import { measureOf } from './measure.js'
import { type Roster, readRoster } from './roster.js'
import { RUN_KEYS, type Run, readRun, reportDone } from './run.js'
import * as tallies from './tally.js'
import type { InputOf, NotComputedRow, RosterRow, RunOptions, ScenarioPolicy } from './types.js'
import { withNumber } from './withNumber.js'

/** Which value of a number brings the total to a goal. */
export interface Goal {
  /** As {@link withValue} takes it: `scale.tiers.first.rate`. */
  readonly path: string
  /** The least and the greatest value that are looked at. */
  readonly between: readonly [DecimalInput, DecimalInput]
  /** The decimals of the values, 0 to 12: 4 for a rate in hundredths of a percent. */
  readonly decimals: number
  /** What the total of all rows may come to at most, or has to come to at least. */
  readonly goal: { readonly atMost: DecimalInput } | { readonly atLeast: DecimalInput }
}

/** A value, and the total of all rows at it. */
export interface GoalPoint {
  readonly value: string
  readonly total: string
}

export type GoalOutcome = {
  readonly policy: PolicyReference
  readonly unit: string
  /** How many values were computed. */
  readonly evaluations: number
  /** Rows that the policy as it is cannot compute, the first 1,000 of them: they are in no total. */
  readonly notComputed: readonly NotComputedRow[]
} & (
  | {
      readonly found: true
      readonly value: string
      readonly total: string
      /** The total less the goal. */
      readonly difference: string
      /** One step further, where the goal is not met; null where it is met up to the end of the bounds. */
      readonly beside: GoalPoint | null
    }
  | {
      readonly found: false
      readonly because: 'not-monotone'
      /** Two values between which the total rises, and two between which it falls: a search by halves would miss some. */
      readonly rises: readonly [GoalPoint, GoalPoint]
      readonly falls: readonly [GoalPoint, GoalPoint]
    }
  | {
      readonly found: false
      readonly because: 'out-of-reach'
      /** The end of the bounds that comes nearest. */
      readonly nearest: GoalPoint
    }
)

/**
 * Finds the value of a number at which the total meets a goal, and one step beside which it does not: the highest rate that a budget allows.
 *
 * It halves a grid of values of so many decimals, exactly: there is no tolerance. That takes a total that goes one way; nine values spread
 * over the bounds, and each one on the way, show whether it does. Where it does not, nothing is found, and the outcome has the pairs.
 *
 * @throws SalesRulesError what is wrong with a policy at one of the values, or with a row that the policy as it is can compute;
 *   `UNKNOWN_KEY` for a path that is nowhere, `NUMBER_INVALID`, `OUT_OF_ORDER`, `RUN_STOPPED`.
 *
 * @example 4% is to start at 800,000: which first rate keeps the cost?
 * ```ts
 * import { handbook } from 'sales-rules'
 * import { goalSeek, withValue } from 'sales-rules/scenario'
 *
 * const roster = [
 *   { id: 'Ann', input: { sales: '1500000', target: '1200000' } },
 *   { id: 'Ben', input: { sales: '700000', target: '650000' } },
 * ]
 * const changed = withValue(handbook.commission, 'scale.tiers.first.upTo', '800000')
 * const sought = goalSeek(roster, changed, {
 *   path: 'scale.tiers.first.rate',
 *   between: ['0.02', '0.03'],
 *   decimals: 4,
 *   goal: { atMost: '71000' },
 * })
 * sought.found && [sought.value, sought.total, sought.beside]
 * // => ['0.0286', '70900.00', { value: '0.0287', total: '71050.00' }]
 * ```
 */
export function goalSeek<Policy extends ScenarioPolicy>(
  rows: Iterable<RosterRow<InputOf<Policy>>>,
  policy: Policy,
  goal: Goal,
  options: RunOptions = {},
): GoalOutcome {
  const asked = readGoal(goal, options)
  const measure = measureOf(policy, ['policy'])
  const roster = readRoster(rows, asked.run)
  const now = figuresOf(roster, measure)
  const { decimals, unit } = measure
  const seeking: Seeking = { ...asked, policy, roster, now, totals: new Map(), decimals }
  const found = seek(seeking)
  const notComputed = nameRefused(roster, now.refused)
  return {
    policy: measure.policy,
    unit,
    evaluations: seeking.totals.size,
    notComputed,
    ...found,
  }
}

/** What was asked, read exactly; values are whole steps of so many decimals. */
interface Asked {
  readonly path: string
  readonly from: bigint
  readonly to: bigint
  readonly places: number
  readonly side: 'atLeast' | 'atMost'
  readonly limit: Fraction
  readonly run: Run
}

function readGoal(goal: Goal, options: RunOptions): Asked {
  const issues: Issue[] = []
  const run = readRun(read.options(options, ['options'], RUN_KEYS, issues) ?? {}, issues, 1)
  const keys = ['path', 'between', 'decimals', 'goal']
  const fields = read.fields(goal, ['goal'], keys, issues) ?? {}
  const path = read.name(fields['path'], ['goal', 'path'], issues) ?? ''
  const bounds = { minimum: 0, maximum: 12 }
  const places = read.integer(fields['decimals'], ['goal', 'decimals'], issues, bounds) ?? 0
  const [from, to] = readBounds(fields['between'], places, issues)
  const { side, limit } = readLimit(fields['goal'], issues)
  issue.refuseIfAny(issues)
  return { path, from, to, places, side, limit, run }
}

/** The first and the last step within two values. */
function readBounds(value: unknown, places: number, issues: Issue[]): readonly [bigint, bigint] {
  const path = ['goal', 'between']
  const given = read.array(value, path, issues) ?? []
  const [low, high] = [0, 1].map((at) => read.decimal(given[at], [...path, at], issues))
  if (low === undefined || high === undefined || issues.length > 0) return [0n, 0n]
  const from = fraction.toUnits(low, places, 'ceiling')
  const to = fraction.toUnits(high, places, 'floor')
  if (from >= to)
    issue.add(
      issues,
      issue.at(BOUNDS_WITHOUT_STEP, [...path, 1], {
        given: issue.show(given[1]),
        previous: issue.show(given[0]),
      }),
    )
  return [from, to]
}

function readLimit(value: unknown, issues: Issue[]): Pick<Asked, 'limit' | 'side'> {
  const path = ['goal', 'goal']
  const fields = read.fields(value, path, ['atLeast', 'atMost'], issues) ?? {}
  const side = fields['atLeast'] === undefined ? 'atMost' : 'atLeast'
  const limit = read.decimal(fields[side], [...path, side], issues) ?? fraction.ZERO
  return { side, limit }
}

/** A search, and the totals it has computed. */
interface Seeking extends Asked {
  readonly policy: ScenarioPolicy
  readonly roster: Roster
  readonly now: Figures
  /** By step, in units of `decimals`. */
  readonly totals: Map<bigint, bigint>
  readonly decimals: number
}

type Found<Outcome = GoalOutcome> = Outcome extends unknown
  ? Omit<Outcome, 'evaluations' | 'notComputed' | 'policy' | 'unit'>
  : never

function seek(seeking: Seeking): Found {
  for (const step of spread(seeking)) totalAt(step, seeking)
  let turn = turnOf(seeking)
  while (turn === null) {
    const gap = gapOf(seeking)
    if (gap === null) return resultOf(seeking)
    const [below, above] = gap
    totalAt((below + above) / 2n, seeking)
    turn = turnOf(seeking)
  }
  return { found: false, because: 'not-monotone', ...turn }
}

/** So many parts of the bounds are looked at first. */
const PARTS = 8n

function spread({ from, to }: Seeking): bigint[] {
  return Array.from(
    { length: Number(PARTS) + 1 },
    (_, at) => from + ((to - from) * BigInt(at)) / PARTS,
  )
}

/** The total of all rows at a step, computed once. */
function totalAt(step: bigint, seeking: Seeking): bigint {
  const before = seeking.totals.get(step)
  if (before !== undefined) return before
  const { policy, path, places, roster, now, totals, run, decimals } = seeking
  const changed = withNumber(
    policy,
    path,
    write.decimal({ n: step, d: fraction.powerOfTen(places) }),
  )
  const then = figuresOf(roster, measureOf(changed, ['policy']))
  const sum = tallies.noSum()
  for (const [row, units] of then.units.entries()) {
    if (now.refused.has(row)) continue
    const issues = then.refused.get(row)
    // Totals of other rows could not be compared.
    if (issues !== undefined)
      issue.refuseIfAny(issues.map((one) => issue.under(['rows', row, 'input'], one)))
    tallies.addTo(sum, units)
  }
  // The decimals of a total are those of the policy, whatever is sought.
  const total = tallies.totalOf(sum) * fraction.powerOfTen(decimals - then.decimals)
  totals.set(step, total)
  reportDone(run, totals.size, null)
  return total
}

/** The steps that were computed, in rising order. */
function stepsOf({ totals }: Seeking): bigint[] {
  return [...totals.keys()].sort((a, b) => (a < b ? -1 : 1))
}

/** A rise and a fall, where the total does both. */
function turnOf(seeking: Seeking) {
  const { totals } = seeking
  const steps = stepsOf(seeking)
  const pairs = steps.slice(1).map((step, index) => [steps[index] ?? step, step] as const)
  const change = ([one, other]: readonly [bigint, bigint]) =>
    (totals.get(other) ?? 0n) - (totals.get(one) ?? 0n)
  const rise = pairs.find((pair) => change(pair) > 0n)
  const fall = pairs.find((pair) => change(pair) < 0n)
  if (rise === undefined || fall === undefined) return null
  const written = ([one, other]: readonly [bigint, bigint]) =>
    [pointAt(one, seeking), pointAt(other, seeking)] as const
  return { rises: written(rise), falls: written(fall) }
}

/** Two steps, not side by side, of which one meets the goal and the other does not; null where there are none. */
function gapOf(seeking: Seeking): readonly [bigint, bigint] | null {
  const border = borderOf(seeking)
  return border !== null && border[1] - border[0] > 1n ? border : null
}

/** The two neighbours of which one meets the goal and the other does not. */
function borderOf(seeking: Seeking): readonly [bigint, bigint] | null {
  const steps = stepsOf(seeking)
  const index = steps.findIndex(
    (step, at) => at > 0 && meets(step, seeking) !== meets(steps[at - 1] ?? step, seeking),
  )
  const [below, above] = [steps[index - 1], steps[index]]
  return below === undefined || above === undefined ? null : [below, above]
}

function meets(step: bigint, seeking: Seeking): boolean {
  const side = fraction.compare(exactAt(step, seeking), seeking.limit)
  return seeking.side === 'atMost' ? side <= 0 : side >= 0
}

function exactAt(step: bigint, seeking: Seeking): Fraction {
  return { n: totalAt(step, seeking), d: fraction.powerOfTen(seeking.decimals) }
}

function pointAt(step: bigint, seeking: Seeking): GoalPoint {
  const { places, decimals } = seeking
  return {
    value: write.decimal({ n: step, d: fraction.powerOfTen(places) }),
    total: write.fixed(totalAt(step, seeking), decimals),
  }
}

function resultOf(seeking: Seeking): Found {
  const border = borderOf(seeking)
  if (border !== null) {
    const [met, beside] = meets(border[0], seeking) ? border : [border[1], border[0]]
    return foundAt(met, pointAt(beside, seeking), seeking)
  }
  const nearest = nearestEnd(seeking)
  if (meets(nearest, seeking)) return foundAt(nearest, null, seeking)
  return { found: false, because: 'out-of-reach', nearest: pointAt(nearest, seeking) }
}

function foundAt(step: bigint, beside: GoalPoint | null, seeking: Seeking): Found {
  const { limit, decimals } = seeking
  const difference = write.padded(fraction.subtract(exactAt(step, seeking), limit), decimals)
  return { found: true, ...pointAt(step, seeking), difference, beside }
}

/** The end of the bounds whose total is nearest to the goal: of a flat total, the upper one. */
function nearestEnd(seeking: Seeking): bigint {
  const { from, to, limit } = seeking
  const distance = (step: bigint) =>
    fraction.absolute(fraction.subtract(exactAt(step, seeking), limit))
  return fraction.compare(distance(from), distance(to)) < 0 ? from : to
}
