import type { Fraction } from '../../kernel/number/fraction.js'
import * as fraction from '../../kernel/number/fraction.js'
import type { CountedLine } from '../lines/countLine.js'
import { type EligibleSales, nothingSold } from '../lines/countSales.js'
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
  const byLine = { capped: fraction.ZERO, rounded: 0n }
  const earned =
    terms.before === null ? fraction.ZERO : lastOf(beyond(place, earnTogether(pays, terms, plan)))
  return {
    terms,
    place,
    spread,
    pays,
    earned,
    byLine: isPaidByLine(plan) ? withLine(byLine, earned, plan) : null,
  }
}

/** The same walk once more, from where it has come to. */
export function goOn(walk: Walk): Walk {
  return { ...walk, spread: copyOf(walk.spread), pays: [...walk.pays] }
}

/** Goes on through lines in their order: each earns what it adds to the commission of those before it. */
export function* walkLines(
  lines: readonly CountedLine[],
  walk: Walk,
  plan: ExactPlan,
): Generator<Walked> {
  const { terms, place, spread, pays } = walk
  for (const line of lines) {
    addLine(spread, line, plan)
    for (const group of touchedBy(line, spread, plan))
      pays[group] = payGroup(spread.bases[group] ?? [], group, terms, plan)
    const earnings = beyond(place, earnTogether(pays, terms, plan))
    if (walk.byLine !== null) {
      const own = capLine(fraction.subtract(lastOf(earnings), walk.earned), plan)
      walk.earned = lastOf(earnings)
      walk.byLine = withLine(walk.byLine, own, plan)
    }
    yield { line, earnings, byLine: walk.byLine }
  }
}

/** The scales by which a line changes what is earned: its own, or every one where lines lie among all that counts. */
function touchedBy({ group }: CountedLine, spread: Spread, plan: ExactPlan): Iterable<number> {
  if (plan.axes === null) return [group]
  spreadTogether(spread, plan)
  return plan.axes.keys()
}

function withLine({ capped, rounded }: ByLine, own: Fraction, plan: ExactPlan): ByLine {
  return {
    capped: fraction.add(capped, own),
    rounded: rounded + toPayable(own, plan),
  }
}

/** Whether each line is capped, or rounded, on its own. */
function isPaidByLine({ rounding, cap }: ExactPlan): boolean {
  return rounding.at === 'line' || cap.line !== null
}

/** What all lines earn when each is capped, and rounded, on its own; null where the plan does neither, or there are no lines. */
export function sumByLine({ lines }: EligibleSales, terms: Terms, plan: ExactPlan): ByLine | null {
  if (!isPaidByLine(plan) || lines === null) return null
  const walk = beginWalk(terms, plan)
  for (const _ of walkLines(lines, walk, plan));
  return walk.byLine
}
