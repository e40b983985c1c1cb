/** The payout curve of a plan: what any sales from 0 upward earn, exactly, and where the curve bends or jumps. Between two breakpoints it is straight. */

import * as issue from '../../kernel/input/issue.js'
import type { Fraction } from '../../kernel/number/fraction.js'
import * as fraction from '../../kernel/number/fraction.js'
import type { ExactScale, ExactTier } from '../../kernel/scale/scales.js'
import * as scales from '../../kernel/scale/scales.js'
import { NO_PAYOUT_CURVE } from '../issues.js'
import type { ReadFacts } from '../lines/readFacts.js'
import type { ExactPlan } from '../plan/exactPlan.js'
import { fieldThatNeeds } from '../plan/needs.js'
import { amountCaps } from './caps.js'
import { computePayeeTerms, type PayeeTerms, termsAt } from './computeTerms.js'
import { earn, lastOf } from './earn.js'
import { countedBy, isShut } from './openGate.js'

/** The exact commission of so many sales. */
export type PayoutFunction = (sales: Fraction) => Fraction

/** What sales earn, and every place where the curve may bend or jump, in order. */
export interface PayoutCurve {
  readonly pay: PayoutFunction
  readonly breakpoints: readonly Fraction[]
}

/** The payout curve of sales given as one figure. A plan that looks at each line has none over the sum of them. */
export function payoutCurveOf(facts: ReadFacts, plan: ExactPlan): PayoutCurve {
  const field = fieldThatNeeds(plan, 'line', 'amount')
  if (field !== null) issue.refuse(NO_PAYOUT_CURVE, [], { field })
  const terms = computePayeeTerms(facts, plan)
  // A cap on the rate is a limit like the others, as the curve meets it where no threshold is.
  const uncapped = { ...plan, cap: { ...plan.cap, rate: null } }
  const pay: PayoutFunction = (sales) => payAt(sales, terms, uncapped)
  let curve: PayoutCurve = { pay, breakpoints: breakpointsOf(terms, plan) }
  for (const limit of limitsOf(terms, plan)) curve = limitedBy(curve, limit)
  return curve
}

/** Nothing while the gate is shut; then what the sales that count earn. */
function payAt(sales: Fraction, payee: PayeeTerms, plan: ExactPlan): Fraction {
  const terms = termsAt(sales, payee, plan)
  return isShut(terms.gate) ? fraction.ZERO : lastOf(earn([[sales]], terms, plan))
}

/** What the curve may not exceed: a rate of what counts, an amount, what is left of the year. */
function limitsOf({ facts, gate }: PayeeTerms, plan: ExactPlan): PayoutFunction[] {
  const { rate } = plan.cap
  const amounts = amountCaps(facts, plan).map(
    ({ most }): PayoutFunction =>
      () =>
        most,
  )
  if (rate === null) return amounts
  return [(sales) => fraction.multiply(countedBy(gate, sales), rate), ...amounts]
}

/** Where a curve meets its limit there is one more breakpoint. */
function limitedBy({ pay, breakpoints }: PayoutCurve, limit: PayoutFunction): PayoutCurve {
  const meetings = breakpoints.flatMap((point, index) => {
    const next = breakpoints[index + 1]
    const own = segmentFrom(point, next, pay)
    const other = segmentFrom(point, next, limit)
    const closing = fraction.subtract(own.slope, other.slope)
    if (fraction.isZero(closing)) return []
    const distance = fraction.divide(fraction.subtract(other.start, own.start), closing)
    const meeting = fraction.add(point, distance)
    const isBetween = distance.n > 0n && (next === undefined || fraction.compare(meeting, next) < 0)
    return isBetween ? [meeting] : []
  })
  return {
    pay: (sales) => fraction.smaller(pay(sales), limit(sales)),
    breakpoints: ordered([...breakpoints, ...meetings]),
  }
}

/** Where the curve may bend before its limits: at 0, the gate, each threshold, and where a tier's minimum or maximum begins. */
function breakpointsOf({ facts, gate, scales: [scale] }: PayeeTerms, plan: ExactPlan): Fraction[] {
  const shift = gate?.countsFrom ?? fraction.ZERO
  const inScale = scale === undefined ? [] : breakpointsIn(scale, facts)
  const onBase = plan.cap.base === null ? inScale : [...inScale, plan.cap.base]
  return ordered([
    fraction.ZERO,
    ...(gate === null ? [] : [gate.level, gate.countsFrom]),
    ...acceleratorBreakpoints(facts, plan),
    ...onBase.map((point) => fraction.add(point, shift)),
  ])
}

/** An accelerator for the whole amount jumps where the attainment reaches its next step. */
function acceleratorBreakpoints({ target }: ReadFacts, { accelerator }: ExactPlan): Fraction[] {
  if (accelerator?.mode !== 'whole-amount' || target === undefined) return []
  return accelerator.steps.flatMap(({ upTo }) =>
    upTo === null ? [] : [fraction.multiply(upTo, target)],
  )
}

function breakpointsIn(scale: ExactScale, facts: ReadFacts): Fraction[] {
  return scale.scale.measure === 'separate'
    ? breakpointsOfChosenTier(scale, facts)
    : breakpointsOfScale(scales.stretch(scale, facts))
}

/** Where a scale of amounts of the base bends or jumps. */
export function breakpointsOfScale({ scale, tiers }: ExactScale): Fraction[] {
  const origin = (tier: ExactTier) => (scale.mode === 'whole-amount' ? fraction.ZERO : tier.from)
  return tiers.flatMap((tier) => [
    ...(tier.upTo === null ? [] : [tier.upTo]),
    ...partsAtBounds(tier)
      .map((part) => fraction.add(origin(tier), part))
      .filter((point) => isInside(point, tier)),
  ])
}

/** With a separate measure the tier is chosen already, wherever it begins; a measure of zero or less earns its rate alone. */
function breakpointsOfChosenTier(exact: ExactScale, facts: ReadFacts): Fraction[] {
  const figure = scales.figureOf(fraction.ZERO, exact.scale, facts)
  const tier = exact.tiers[scales.ownerOf(figure, exact)] ?? exact.tiers[0]
  return figure.n > 0n ? partsAtBounds(tier).filter((part) => part.n > 0n) : []
}

/** How much of the base earns a tier's minimum, and its maximum. */
function partsAtBounds({ minimum, maximum, amount, rate }: ExactTier): Fraction[] {
  if (fraction.isZero(rate)) return []
  return [minimum, maximum].flatMap((bound) =>
    bound === null ? [] : [fraction.divide(fraction.subtract(bound, amount), rate)],
  )
}

function isInside(point: Fraction, { from, upTo }: ExactTier): boolean {
  return fraction.compare(point, from) > 0 && (upTo === null || fraction.compare(point, upTo) < 0)
}

/** Numbers from 0 upward, in order, each once. */
export function ordered(points: readonly Fraction[]): Fraction[] {
  const sorted = points.filter(({ n }) => n >= 0n).sort(fraction.compare)
  return sorted.filter(
    (point, index) =>
      fraction.compare(point, sorted[index - 1] ?? fraction.negate(fraction.ONE)) > 0,
  )
}

/** The straight line from just above a breakpoint to just below the next: where it starts, and how steep it is. */
export function segmentFrom(point: Fraction, next: Fraction | undefined, pay: PayoutFunction) {
  const width =
    next === undefined ? fraction.ONE : fraction.divide(fraction.subtract(next, point), THREE)
  const first = fraction.add(point, width)
  const low = pay(first)
  const rise = fraction.subtract(pay(fraction.add(first, width)), low)
  return { start: fraction.subtract(low, rise), slope: fraction.divide(rise, width) }
}

const THREE: Fraction = { n: 3n, d: 1n }
