import type { Fraction } from '../../kernel/number/fraction.js'
import * as fraction from '../../kernel/number/fraction.js'
import type { ExactScale } from '../../kernel/scale/scales.js'
import type { CountedLine } from '../lines/countLine.js'
import { addToBases, type EligibleSales, nothingSold } from '../lines/countSales.js'
import type { PlacedBase } from '../lines/placeLines.js'
import type { ExactPlan } from '../plan/exactPlan.js'
import { capLine } from './caps.js'
import type { Terms } from './computeTerms.js'
import {
  beyond,
  type Earnings,
  earnTogether,
  type GroupPay,
  lastOf,
  mirrored,
  payGroup,
  placeOf,
} from './earn.js'
import { payEach, payInstead } from './payEach.js'
import { type FlooredLines, raiseLine } from './raiseLine.js'
import { addLine, copyOf, type Spread, spreadAll, spreadTogether } from './spreadLines.js'
import type { ByLine } from './sumUp.js'
import { toPayable } from './toPayable.js'

/** The commission of the first lines of an input, up to and with one of them. */
export interface Walked {
  readonly line: CountedLine
  readonly earnings: Earnings
  readonly byLine: ByLine | null
}

/** How far a walk has come: what its lines have earned. It changes with each of them. */
export interface Walk {
  readonly terms: Terms
  /** What earlier stretches would earn, which is not among it. */
  readonly place: Earnings | null
  readonly spread: Spread
  readonly pays: GroupPay[]
  /** What they have earned together, and what each of them has where lines are capped or rounded on their own. */
  earned: Fraction
  byLine: ByLine | null
  /** What each line has earned where lines have a floor, for its refunds to take back. */
  readonly floored: FlooredLines
}

/**
 * A walk before its first line. Where the plan refuses a base below zero, it is that of the statement which must not be: on the way, a
 * refund that comes first is mirrored.
 */
export function beginWalk(given: Terms, plan: ExactPlan): Walk {
  const terms = { ...given, scales: given.scales.map(mirrored) }
  const spread = spreadAll(terms.before ?? nothingSold(plan), terms, plan)
  const place = placeOf(terms, plan)
  const pays = spread.bases.map((parts, group) => payGroup(parts, group, terms, plan))
  const byLine = { capped: fraction.ZERO, raised: fraction.ZERO, rounded: 0n }
  const earned =
    terms.before === null ? fraction.ZERO : lastOf(beyond(place, earnTogether(pays, terms, plan)))
  return {
    terms,
    place,
    spread,
    pays,
    earned,
    floored: new Map(),
    byLine: isPaidByLine(plan) ? withLine(byLine, { capped: earned, raised: earned }, plan) : null,
  }
}

/** The same walk once more, from where it has come to. */
export function goOn(walk: Walk): Walk {
  return {
    ...walk,
    spread: copyOf(walk.spread),
    pays: [...walk.pays],
    floored: new Map(walk.floored),
  }
}

/** Goes on through lines in their order: each earns what it adds to the commission of those before it. */
export function* walkLines(
  lines: readonly CountedLine[],
  walk: Walk,
  plan: ExactPlan,
): Generator<Walked> {
  const { terms, place, pays } = walk
  for (const line of lines) {
    if (plan.axes === null) addInPlaces(walk, line, plan)
    else addToAll(walk, line, plan)
    const earnings = beyond(place, earnTogether(pays, terms, plan))
    if (walk.byLine !== null) {
      const capped = capLine(fraction.subtract(lastOf(earnings), walk.earned), plan)
      const raised = raiseLine(capped, line, walk.floored, plan)
      walk.earned = lastOf(earnings)
      walk.byLine = withLine(walk.byLine, { capped, raised }, plan)
    }
    yield { line, earnings, byLine: walk.byLine }
  }
}

/** Adds a line to all that counts, among which every line lies. */
function addToAll({ terms, spread, pays }: Walk, line: CountedLine, plan: ExactPlan): void {
  addLine(spread, line, plan)
  spreadTogether(spread, plan)
  for (const [group, parts] of spread.bases.entries())
    pays[group] = payGroup(parts, group, terms, plan)
}

/** Adds a line to the bases, and to what they earn; of lines that go through a scale on their own, no other is looked at again. */
function addInPlaces({ terms, spread, pays }: Walk, line: CountedLine, plan: ExactPlan): void {
  const { bases } = spread
  const { group, places } = line
  const parts = () => bases[group] ?? []
  const payPlaces = (own: readonly PlacedBase[]) =>
    payEach(
      own.map(([place]) => [place, parts()[place] ?? fraction.ZERO] as const),
      group,
      terms,
      plan,
    )
  const before = places && payPlaces(places)
  addToBases(bases, line)
  pays[group] =
    places === undefined || before === undefined
      ? payGroup(parts(), group, terms, plan)
      : payInstead(
          pays[group] as GroupPay,
          before,
          payPlaces(places),
          terms.scales[group] as ExactScale,
        )
}

function withLine(
  { capped, raised = capped, rounded }: ByLine,
  own: Required<Omit<ByLine, 'rounded'>>,
  plan: ExactPlan,
): ByLine {
  return {
    capped: fraction.add(capped, own.capped),
    raised: fraction.add(raised, own.raised),
    rounded: rounded + toPayable(own.raised, plan),
  }
}

/** Whether each line is capped, raised, or rounded, on its own. */
function isPaidByLine({ rounding, cap, leastOfLine }: ExactPlan): boolean {
  return rounding.at === 'line' || cap.line !== null || leastOfLine !== null
}

/** What all lines earn when each is capped, raised, and rounded, on its own; null where the plan does nothing of it, or there are no lines. */
export function sumByLine({ lines }: EligibleSales, terms: Terms, plan: ExactPlan): ByLine | null {
  if (!isPaidByLine(plan) || lines === null) return null
  const walk = beginWalk(terms, plan)
  for (const _ of walkLines(lines, walk, plan));
  return walk.byLine
}
