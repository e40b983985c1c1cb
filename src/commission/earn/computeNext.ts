import type { Fraction } from '../../kernel/number/fraction.js'
import * as fraction from '../../kernel/number/fraction.js'
import type { ExactScale, ExactTier } from '../../kernel/scale/scales.js'
import * as scales from '../../kernel/scale/scales.js'
import type { ExactPlan } from '../plan/exactPlan.js'
import type { Commission } from './computeCommission.js'
import type { Terms } from './computeTerms.js'
import { countedBy } from './openGate.js'
import {
  curveFrom,
  type PayoutCurve,
  type PayoutFunction,
  type Start,
  segmentFrom,
  type Threshold,
  type ThresholdKind,
  thresholdsOf,
} from './payoutCurve.js'
import { ceiling, firstAbove, salesDecimals } from './writableSales.js'

/** The nearest change that pays more than going on at the rate of now. */
export interface Next {
  /** What brings it: the first threshold of that place; a separate measure where no sales do. */
  readonly by: ThresholdKind | 'measure'
  /** The tier that holds there. */
  readonly tier: ExactTier
  /** What each further unit of sales earns from there on. */
  readonly rate: Fraction
  readonly remaining: Fraction
  readonly reached: 'at' | 'above'
}

/**
 * What must be sold on top, by the plan's own scale, to be paid more than at the rate of now. Where each line chooses its tier nobody can
 * say so, nor of steps of an attainment that is rounded and paid on. Where a separate measure chooses the tier and no sales pay more: the measure that does.
 */
export function computeNext({ sales, awards, ...of }: Commission, plan: ExactPlan): Next | null {
  const terms = { ...of.terms, scales: of.terms.onceOpen ?? of.terms.scales, onceOpen: null }
  const [[own = fraction.ZERO] = [], ...bases] = sales.bases
  const [group] = plan.groups
  if (group?.measuredBy !== null || group.per !== null || plan.axes !== null) return null
  if (plan.paidAttainment !== null) return null
  if (plan.groups.some(({ measuredTogether }) => measuredTogether !== null)) return null
  // The curve starts at 0: whoever is below it has the way to it to go as well.
  const start = {
    own: fraction.larger(own, fraction.ZERO),
    credited: fraction.subtract(sales.credited, own),
    bases,
    awards,
  }
  const ahead = thresholdsOf(start, terms).filter(
    ({ kind, at }) => fraction.compare(at, start.own) >= (kind === 'gate' ? 1 : 0),
  )
  if (ahead.length === 0) return nextByMeasure(start, terms, plan)
  const curve = curveFrom(start, terms, plan, ahead)
  const decimals = salesDecimals(plan)
  const place = findPlace(curve, decimals)
  if (place === null) return nextByMeasure(start, terms, plan)
  const by = kindOf(place, ahead)
  const tier = tierAbove(place, terms)
  const isOwned =
    by === 'tier'
      ? tier.ownsStart
      : by === 'accelerator' && plan.json.scale.boundary === 'upper-tier'
  const at = ceiling(place.at, decimals)
  const isReached =
    place.reached === 'at' ||
    (place.reached === 'by-bend' && isOwned) ||
    fraction.compare(at, place.at) > 0
  const remaining = fraction.subtract(at, own)
  return { by, tier, rate: rateFrom(at, curve), remaining, reached: isReached ? 'at' : 'above' }
}

/**
 * A place on a curve, where more is paid at it, or only above it; or where it bends, so that each further unit earns more. Sales on a bend are
 * in the tier that owns its threshold; they are not above a target or a minimum yet.
 */
interface Place {
  readonly at: Fraction
  readonly reached: 'at' | 'above' | 'by-bend'
}

/** Goes up the curve, to the first sales that can be written and are paid more than on the line on which it would go on from now. */
function findPlace({ pay, breakpoints }: PayoutCurve, decimals: number): Place | null {
  const [from = fraction.ZERO, ...others] = breakpoints
  const now = pay(from)
  const { start, slope } = segmentFrom(from, others[0], pay)
  /** What is paid above that line. */
  const gain: PayoutFunction = (sales) => {
    const line = fraction.add(now, fraction.multiply(slope, fraction.subtract(sales, from)))
    return fraction.subtract(pay(sales), line)
  }
  const ahead = fraction.compare(start, now) > 0 ? breakpoints : others
  for (const [index, at] of ahead.entries()) {
    if (gain(at).n > 0n && gain(ceiling(at, decimals)).n > 0n) return { at, reached: 'at' }
    const found = placeAbove([at, ahead[index + 1]], gain)
    // The next sales that can be written may be past a fall already.
    if (found !== null && gain(firstAbove(found.at, decimals)).n > 0n) return found
  }
  return null
}

/** The first place from a breakpoint to the next above which there is a gain. */
function placeAbove(
  [at, next]: readonly [Fraction, Fraction | undefined],
  gain: PayoutFunction,
): Place | null {
  const { start, slope } = segmentFrom(at, next, gain)
  if (start.n > 0n) return { at, reached: 'above' }
  if (slope.n <= 0n) return null
  if (start.n === 0n) return { at, reached: 'by-bend' }
  // After a fall, the curve has to catch up with the line.
  const meeting = fraction.subtract(at, fraction.divide(start, slope))
  const isBeforeNext = next === undefined || fraction.compare(meeting, next) < 0
  return isBeforeNext ? { at: meeting, reached: 'above' } : null
}

/** What each further unit earns from there on; between a place and the sales that can be written above it, a curve may bend again. */
function rateFrom(at: Fraction, { pay, breakpoints }: PayoutCurve): Fraction {
  const next = breakpoints.find((one) => fraction.compare(one, at) > 0)
  return segmentFrom(at, next, pay).slope
}

/** The kind of the last threshold up to a place. */
function kindOf({ at }: Place, thresholds: readonly Threshold[]): ThresholdKind {
  let last: Threshold | undefined
  for (const threshold of thresholds) {
    const isLater = last === undefined || fraction.compare(threshold.at, last.at) > 0
    if (isLater && fraction.compare(threshold.at, at) <= 0) last = threshold
  }
  return last?.kind ?? 'tier'
}

function tierAbove({ at }: Place, { gate, scales: [own], facts }: Terms): ExactTier {
  const exact = scales.stretch(own as ExactScale, facts)
  const counted = countedBy(gate, at)
  const isAbove = ({ upTo }: ExactTier) => upTo === null || fraction.compare(upTo, counted) > 0
  const above =
    exact.scale.measure === 'separate'
      ? scales.positionOf(at, exact, facts).tier
      : exact.tiers.find(isAbove)
  return above ?? (exact.tiers.at(-1) as ExactTier)
}

/** The lowest tier above that of the measure in which the same sales are paid more. */
function nextByMeasure(start: Start, terms: Terms, plan: ExactPlan): Next | null {
  const {
    facts,
    scales: [own],
  } = terms
  if (own === undefined || own.scale.measure !== 'separate') return null
  const curveAt = (measure: Fraction) =>
    curveFrom(start, { ...terms, facts: { ...facts, measure } }, plan)
  const figure = scales.figureOf(start.own, own.scale, facts)
  const now = curveAt(figure).pay(start.own)
  for (const tier of own.tiers.slice(scales.ownerOf(figure, own) + 1)) {
    const { pay, breakpoints } = curveAt(tier.ownsStart ? tier.from : insideOf(tier))
    if (fraction.compare(pay(start.own), now) <= 0) continue
    const { slope } = segmentFrom(start.own, breakpoints[1], pay)
    const remaining = fraction.subtract(tier.from, figure)
    return { by: 'measure', tier, rate: slope, remaining, reached: tier.ownsStart ? 'at' : 'above' }
  }
  return null
}

function insideOf({ from, upTo }: ExactTier): Fraction {
  const width = upTo === null ? fraction.ONE : fraction.subtract(upTo, from)
  return fraction.add(from, fraction.multiply(width, { n: 1n, d: 2n }))
}
