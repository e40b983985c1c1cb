/** The search for a goal: the bounds are halved until two neighbours lie on either side of it, or the total turns. */
import * as issue from '../kernel/input/issue.js'
import type { Fraction } from '../kernel/number/fraction.js'
import * as fraction from '../kernel/number/fraction.js'
import * as write from '../kernel/number/write.js'
import { type Figures, figuresOf } from './figuresOf.js'
import { measureOf } from './measure.js'
import type { Asked } from './readGoal.js'
import type { Roster } from './roster.js'
import { reportDone } from './run.js'
import * as tallies from './tally.js'
import type { ScenarioPolicy } from './types.js'
import { withNumber } from './withNumber.js'

/** A value, and the total of all rows at it. */
export interface GoalPoint {
  readonly value: string
  readonly total: string
}

/** What a search has come to. */
export type Found =
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

/** A search, and the totals it has computed. */
export interface Seeking extends Asked {
  readonly policy: ScenarioPolicy
  readonly roster: Roster
  readonly now: Figures
  /** By step, in units of `decimals`. */
  readonly totals: Map<bigint, bigint>
  readonly decimals: number
}

export function seek(seeking: Seeking): Found {
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
