/**
 * Which part of which line lies in which tier, where it is the line's place among all that counts which says so, and not the sum of what
 * earns: several scales within one quota, or lines that count more or less than they earn on. In deal order a line lies where it came; pro
 * rata, each has the same share of every tier.
 */
import type { Fraction } from '../../kernel/number/fraction.js'
import * as fraction from '../../kernel/number/fraction.js'
import type { ExactScale, ExactTier } from '../../kernel/scale/scales.js'
import * as scales from '../../kernel/scale/scales.js'
import type { CountedLine } from '../lines/countLine.js'
import { addToBases, type Bases, type CountedSales } from '../lines/countSales.js'
import type { ExactPlan } from '../plan/exactPlan.js'
import type { PayeeTerms } from './computeTerms.js'

/** How far lines have come. It changes with each of them. */
export interface Spread {
  /** The scales, their ends as amounts. */
  readonly scales: readonly ExactScale[]
  /** What counts, by axis. */
  readonly counted: Fraction[]
  /** What earns, by scale; and what of that lies in each of its tiers, where it has an axis. */
  readonly earning: Fraction[]
  readonly bases: Fraction[][]
}

/** What earns by each scale, in each of its tiers where lines have a place in them. */
export function basesOf(sold: CountedSales, terms: PayeeTerms, plan: ExactPlan): Bases {
  return plan.axes === null ? sold.bases : spreadAll(sold, terms, plan).bases
}

/** All that was sold, spread over the tiers. */
export function spreadAll(sold: CountedSales, terms: PayeeTerms, plan: ExactPlan): Spread {
  const spread: Spread = {
    scales: terms.scales,
    counted: plan.groups.map(() => fraction.ZERO),
    earning: plan.groups.map(() => fraction.ZERO),
    bases: sold.bases.map((parts) => [...parts]),
  }
  if (plan.axes === null) return spread
  const anew = {
    ...spread,
    scales: terms.scales.map((scale) => scales.stretch(scale, terms.facts)),
    bases: plan.groups.map(({ noBases }) => [...noBases]),
  }
  for (const line of sold.walked) addLine(anew, line, plan)
  spreadTogether(anew, plan)
  return anew
}

export function copyOf({ scales: own, counted, earning, bases }: Spread): Spread {
  return {
    scales: own,
    counted: [...counted],
    earning: [...earning],
    bases: bases.map((parts) => [...parts]),
  }
}

/** What the tiers of a scale go by, of all that was sold. */
export function countedFor(group: number, { bases, walked }: CountedSales, { axes }: ExactPlan) {
  const axis = axes?.[group] ?? null
  if (axis === null) return bases[group]?.[0] ?? fraction.ZERO
  const lines = walked.filter((line) => axes?.[line.group] === axis)
  return fraction.sum(lines.map(({ credited }) => credited))
}

/** Goes on with one more line; what lies together is spread with {@link spreadTogether}. */
export function addLine(spread: Spread, line: CountedLine, plan: ExactPlan): void {
  const axis = plan.axes?.[line.group] ?? null
  if (axis === null) addToBases(spread.bases, line)
  else placeLine(line, axis, spread, plan)
}

function placeLine(
  { group, base, credited }: CountedLine,
  axis: number,
  spread: Spread,
  plan: ExactPlan,
): void {
  const { counted, earning, bases } = spread
  const from = counted[axis] ?? fraction.ZERO
  const to = fraction.add(from, credited)
  counted[axis] = to
  earning[group] = fraction.add(earning[group] ?? fraction.ZERO, base)
  const exact = spread.scales[group] as ExactScale
  if (!isInOrder(exact, plan)) return
  const before = bases[group] ?? []
  bases[group] = partsBetween(from, to, base, exact).map((part, tier) =>
    fraction.add(before[tier] ?? fraction.ZERO, part),
  )
}

/** Spreads what lies together: pro rata, and where one tier pays for all. */
export function spreadTogether(spread: Spread, plan: ExactPlan): void {
  const { scales: all, counted, earning, bases } = spread
  for (const [group, axis] of (plan.axes ?? []).entries()) {
    const exact = all[group] as ExactScale
    if (axis === null || isInOrder(exact, plan)) continue
    const to = counted[axis] ?? fraction.ZERO
    const base = earning[group] ?? fraction.ZERO
    bases[group] =
      exact.scale.mode === 'whole-amount'
        ? // Sales below zero earn in the tier of their opposite.
          partsAt(base.n < 0n ? fraction.negate(to) : to, base, exact)
        : partsBetween(fraction.ZERO, to, base, exact)
  }
}

function isInOrder({ scale }: ExactScale, { attribution }: ExactPlan): boolean {
  return attribution === 'deal-order' && scale.mode !== 'whole-amount'
}

/** A base that counts from here to there, in each tier its part; what counts nothing lies where it stands. */
function partsBetween(from: Fraction, to: Fraction, base: Fraction, exact: ExactScale): Fraction[] {
  const width = fraction.subtract(to, from)
  if (fraction.isZero(width)) return partsAt(fraction.absolute(to), base, exact)
  return exact.tiers.map((tier) => {
    const part = fraction.subtract(within(to, tier), within(from, tier))
    if (part.n === 0n) return fraction.ZERO
    if (fraction.compare(part, width) === 0) return base
    return fraction.reduce(fraction.multiply(base, fraction.divide(part, width)))
  })
}

/** How much of the way from 0 to a place lies in a tier; below 0 the tiers mirror. */
function within(place: Fraction, { from, upTo }: ExactTier): Fraction {
  const size = fraction.absolute(place)
  const end = fraction.atMost(size, upTo)
  const part = fraction.larger(fraction.subtract(end, from), fraction.ZERO)
  return place.n < 0n ? fraction.negate(part) : part
}

/** All of a base in the tier that owns a place. */
function partsAt(place: Fraction, base: Fraction, exact: ExactScale): Fraction[] {
  const owner = scales.ownerOf(place, exact)
  return exact.tiers.map((_, tier) => (tier === owner ? base : fraction.ZERO))
}
