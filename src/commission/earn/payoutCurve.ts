/** The pay line of a plan: what any sales from 0 upward earn, exactly, and where the line bends or jumps. Between two bends it is straight. */

import { refuse } from '../../kernel/input/issue.js'
import * as decimal from '../../kernel/number/decimal.js'
import type { Fraction } from '../../kernel/number/fraction.js'
import * as fraction from '../../kernel/number/fraction.js'
import type { ExactScale, ExactTier } from '../../kernel/scale/scales.js'
import * as scales from '../../kernel/scale/scales.js'
import { fieldOfLines } from '../lines/fieldOfLines.js'
import type { ReadFacts } from '../lines/readInput.js'
import { soldAsFigure } from '../lines/sold.js'
import type { CommissionPlan } from '../types.js'
import { earn, lastOf } from './earn.js'
import { isShut } from './openGate.js'
import { capsOf } from './sumUp.js'
import { termsOf } from './termsOf.js'

/** The exact commission of so many sales. */
export type PayoutFunction = (sales: Fraction) => Fraction

/** The line, and every place where it may bend or jump, in order. */
export interface PayoutCurve {
  readonly pay: PayoutFunction
  readonly bends: readonly Fraction[]
}

/** The pay line of sales given as one figure. */
export function payoutCurveOf(facts: ReadFacts, plan: CommissionPlan): PayoutCurve {
  requireFigure(plan)
  const earned: PayoutFunction = (sales) => earnedBy(sales, facts, withoutRateCap(plan))
  const corners = bendsOf(facts, plan)
  const limits = limitsOf(facts, plan)
  let line: PayoutCurve = { pay: earned, bends: corners }
  for (const limit of limits) line = limitedBy(line, limit)
  return line
}

/** A plan that looks at each line has no pay line over the sum of them. */
function requireFigure(plan: CommissionPlan): void {
  const field = fieldOfLines(plan)
  if (field === null) return
  const text = `${field}: the plan looks at each line, so that the same sum of sales can earn different amounts. Use calculateCommission with lines.`
  refuse('PLAN_NEEDS_LINES', [], { field }, text)
}

function withoutRateCap(plan: CommissionPlan): CommissionPlan {
  if (plan.cap?.rate === undefined) return plan
  const { rate: _, ...cap } = plan.cap
  return { ...plan, cap }
}

/** Nothing while the gate is shut; then what the sales that count earn. */
function earnedBy(sales: Fraction, facts: ReadFacts, plan: CommissionPlan): Fraction {
  const sold = soldAsFigure(sales, plan)
  const terms = termsOf(sold.credited, facts, plan)
  if (isShut(terms.gate)) return fraction.ZERO
  return lastOf(earn(sold.bases, terms, plan))
}

/** What the line may not exceed: a rate of what counts, an amount, what is left of the year. */
function limitsOf(facts: ReadFacts, plan: CommissionPlan): PayoutFunction[] {
  const { gate } = termsOf(fraction.ZERO, facts, plan)
  const rate = plan.cap?.rate
  const amounts = capsOf({ facts }, plan).map(
    ({ most }): PayoutFunction =>
      () =>
        most,
  )
  if (rate === undefined) return amounts
  const ofRate: PayoutFunction = (sales) =>
    fraction.multiply(gate === null ? sales : gate.counted(sales), decimal.known(rate))
  return [ofRate, ...amounts]
}

/** Where a line meets its limit there is one more bend. */
function limitedBy({ pay, bends }: PayoutCurve, limit: PayoutFunction): PayoutCurve {
  const meetings = bends.flatMap((bend, index) => {
    const next = bends[index + 1]
    const own = segmentFrom(bend, next, pay)
    const other = segmentFrom(bend, next, limit)
    const closing = fraction.subtract(own.slope, other.slope)
    if (fraction.isZero(closing)) return []
    const meeting = fraction.add(
      bend,
      fraction.divide(fraction.subtract(other.start, own.start), closing),
    )
    const isInside =
      fraction.compare(meeting, bend) > 0 &&
      (next === undefined || fraction.compare(meeting, next) < 0)
    return isInside ? [meeting] : []
  })
  return {
    pay: (sales) => fraction.smaller(pay(sales), limit(sales)),
    bends: ordered([...bends, ...meetings]),
  }
}

/** Where the line may bend before its limits: at 0, the gate, each threshold, and where a tier's minimum or maximum begins. */
function bendsOf(facts: ReadFacts, plan: CommissionPlan): Fraction[] {
  const {
    gate,
    scales: [scale],
  } = termsOf(fraction.ZERO, facts, plan)
  const shift = plan.gate?.counts === 'above-target' && gate !== null ? gate.level : fraction.ZERO
  const cap = plan.cap?.base
  const inScale = scale === undefined ? [] : bendsIn(scale, facts)
  const onBase = [...inScale, ...(cap === undefined ? [] : [decimal.known(cap)])]
  return ordered([
    fraction.ZERO,
    ...(gate === null ? [] : [gate.level]),
    ...acceleratorBends(facts, plan),
    ...onBase.map((bend) => fraction.add(bend, shift)),
  ])
}

/** An accelerator for the whole amount jumps where the attainment reaches its next step. */
function acceleratorBends({ target }: ReadFacts, { accelerator }: CommissionPlan): Fraction[] {
  if (accelerator?.mode !== 'whole-amount' || target === undefined) return []
  return accelerator.steps.flatMap(({ upTo }) =>
    upTo === null ? [] : [fraction.multiply(decimal.known(upTo), target)],
  )
}

function bendsIn(scale: ExactScale, facts: ReadFacts): Fraction[] {
  return scale.scale.measure === 'separate'
    ? bendsOfChosenTier(scale, facts)
    : breakpointsOfScale(scales.stretch(scale, facts))
}

/** Where a scale of amounts of the base bends or jumps. */
export function breakpointsOfScale({ scale, tiers }: ExactScale): Fraction[] {
  const origin = (tier: ExactTier) => (scale.mode === 'whole-amount' ? fraction.ZERO : tier.from)
  return tiers.flatMap((tier) => [
    ...(tier.upTo === null ? [] : [tier.upTo]),
    ...partsAtBounds(tier)
      .map((part) => fraction.add(origin(tier), part))
      .filter((bend) => isInside(bend, tier)),
  ])
}

/** With a separate measure the tier is chosen already, wherever it begins; a measure of zero or less earns its rate alone. */
function bendsOfChosenTier(exact: ExactScale, facts: ReadFacts): Fraction[] {
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

function isInside(bend: Fraction, { from, upTo }: ExactTier): boolean {
  return fraction.compare(bend, from) > 0 && (upTo === null || fraction.compare(bend, upTo) < 0)
}

/** Numbers from 0 upward, in order, each once. */
export function ordered(bends: readonly Fraction[]): Fraction[] {
  const sorted = bends.filter(({ n }) => n >= 0n).sort(fraction.compare)
  return sorted.filter(
    (bend, index) => fraction.compare(bend, sorted[index - 1] ?? fraction.negate(fraction.ONE)) > 0,
  )
}

/** The straight line from just above a bend to just below the next: where it starts, and how steep it is. */
export function segmentFrom(bend: Fraction, next: Fraction | undefined, line: PayoutFunction) {
  const width =
    next === undefined ? fraction.ONE : fraction.divide(fraction.subtract(next, bend), THREE)
  const first = fraction.add(bend, width)
  const low = line(first)
  const rise = fraction.subtract(line(fraction.add(first, width)), low)
  return { start: fraction.subtract(low, rise), slope: fraction.divide(rise, width) }
}

const THREE: Fraction = { n: 3n, d: 1n }
