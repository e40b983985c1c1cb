/** The payout curve of a plan: what any sales from 0 upward earn, exactly, and where the curve bends or jumps. Between two breakpoints it is straight. */

import * as issue from '../../kernel/input/issue.js'
import type { Fraction } from '../../kernel/number/fraction.js'
import * as fraction from '../../kernel/number/fraction.js'
import type { ExactScale, ExactTier } from '../../kernel/scale/scales.js'
import * as scales from '../../kernel/scale/scales.js'
import { NO_PAYOUT_CURVE, NO_ROUNDED_CURVE } from '../issues.js'
import type { Bases } from '../lines/countSales.js'
import type { QualifiedAward } from '../lines/findAwards.js'
import type { ReadFacts } from '../lines/readFacts.js'
import { type ExactPlan, NO_CAP_ON_AMOUNTS } from '../plan/exactPlan.js'
import { fieldThatNeeds } from '../plan/needs.js'
import { amountCaps } from './caps.js'
import { computePayeeTerms, type PayeeTerms, termsAt } from './computeTerms.js'
import { earn, lastOf } from './earn.js'
import { countedBy, type Gate, paysNothing } from './openGate.js'
import { payAwards } from './payAwards.js'

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
  if (plan.paidAttainment !== null) issue.refuse(NO_ROUNDED_CURVE, ['attainmentRounding'], {})
  const start = { ...NOTHING_BESIDE, own: facts.yearToDate?.sales ?? fraction.ZERO }
  const uncapped = { ...plan, cap: { ...plan.cap, ...NO_CAP_ON_AMOUNTS } }
  let curve = toDate(curveFrom(start, computePayeeTerms(facts, uncapped), uncapped), facts)
  for (const { most, above } of amountCaps(facts, plan))
    curve = limitedBy(raisedBy(curve, above), () => most)
  return curve
}

/** Where a payout curve starts: what earns by the plan's own scale, and what there is beside it whatever more is sold. */
export interface Start {
  readonly own: Fraction
  /** What counts towards the target beside it. */
  readonly credited: Fraction
  /** What earns by the scales of rate rules. */
  readonly bases: Bases
  readonly awards: readonly QualifiedAward[]
}

const NOTHING_BESIDE = { credited: fraction.ZERO, bases: [], awards: [] }

/** The payout curve of what earns by the plan's own scale, from a start on. */
export function curveFrom(
  start: Start,
  terms: PayeeTerms,
  plan: ExactPlan,
  thresholds: readonly Threshold[] = thresholdsOf(start, terms),
): PayoutCurve {
  // A cap on the rate is a limit like the others, as the curve meets it where no threshold is.
  const uncapped = { ...plan, cap: { ...plan.cap, rate: null } }
  const pay: PayoutFunction = (own) => payAt({ ...start, own }, terms, uncapped)
  const points = thresholds.map(({ at }) => at)
  if (plan.cap.base !== null) points.push(fraction.add(plan.cap.base, countsFromOf(terms)))
  let curve: PayoutCurve = { pay, breakpoints: orderedFrom(start.own, points) }
  for (const limit of limitsOf(start, terms, plan)) curve = limitedBy(curve, limit)
  return curve
}

/** Nothing while the gate is shut; then what the sales that count earn. Awards come on top. */
function payAt({ own, credited, bases, awards }: Start, payee: PayeeTerms, plan: ExactPlan) {
  const terms = termsAt(fraction.add(own, credited), payee, plan)
  const earned = paysNothing(terms.gate)
    ? fraction.ZERO
    : lastOf(earn([[own], ...bases], terms, plan))
  return awards.length === 0 ? earned : fraction.add(earned, sumOf(awards, terms.gate))
}

function sumOf(awards: readonly QualifiedAward[], gate: Gate | null): Fraction {
  return fraction.sum(payAwards(awards, gate).values())
}

/** What the curve may not exceed: a rate of what counts, and awards on top; an amount; what is left of the year. */
function limitsOf(start: Start, payee: PayeeTerms, plan: ExactPlan): PayoutFunction[] {
  const { rate } = plan.cap
  const amounts = amountCaps(payee.facts, plan).map(
    ({ most }): PayoutFunction =>
      () =>
        most,
  )
  if (rate === null) return amounts
  const beside = fraction.sum(start.bases.flat())
  const ofRate: PayoutFunction = (own) => {
    const base = fraction.add(countedBy(payee.gate, own), beside)
    const { gate } = termsAt(fraction.add(own, start.credited), payee, plan)
    return fraction.add(fraction.multiply(base, rate), sumOf(start.awards, gate))
  }
  return [ofRate, ...amounts]
}

/** Where the plan counts to date, the curve goes on from what was sold before, less what that has earned. */
function toDate({ pay, breakpoints }: PayoutCurve, { yearToDate }: ReadFacts): PayoutCurve {
  if (yearToDate?.sales === undefined) return { pay, breakpoints }
  const { sales: before, earned } = yearToDate
  return {
    pay: (sales) => fraction.subtract(pay(fraction.add(sales, before)), earned),
    breakpoints: ordered([
      fraction.ZERO,
      ...breakpoints.map((point) => fraction.subtract(point, before)),
    ]),
  }
}

/** What is above the cap of the year already is used up first. */
function raisedBy({ pay, breakpoints }: PayoutCurve, above: Fraction): PayoutCurve {
  if (fraction.isZero(above)) return { pay, breakpoints }
  return { pay: (sales) => fraction.add(pay(sales), above), breakpoints }
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

/** What changes at a threshold. */
export type ThresholdKind = 'accelerator' | 'gate' | 'minimum' | 'target' | 'tier'

/** What must be sold by the plan's own scale for something to change. */
export interface Threshold {
  readonly kind: ThresholdKind
  readonly at: Fraction
}

/** A start, and the points above it, in order. */
function orderedFrom(start: Fraction, points: readonly Fraction[]): Fraction[] {
  return ordered([start, ...points.filter((point) => fraction.compare(point, start) > 0)])
}

/** The thresholds of a plan; of those at one place, the first is what matters. */
export function thresholdsOf(
  { credited }: Pick<Start, 'credited'>,
  payee: PayeeTerms,
): Threshold[] {
  const {
    facts,
    gate,
    scales: [scale],
  } = payee
  const from = countsFromOf(payee)
  const thresholds: Threshold[] = []
  const add = (kind: ThresholdKind, points: readonly Fraction[]) => {
    for (const at of points) thresholds.push({ kind, at })
  }
  if (gate !== null) add('gate', [fraction.subtract(gate.level, credited)])
  if (from.n > 0n) add('target', [from])
  add('accelerator', acceleratorThresholds(credited, payee))
  if (scale === undefined) return thresholds
  const { ends, bounds } = breakpointsIn(scale, facts)
  // A flat rate below the gate is the first of the tiers: their ends are among all sales.
  const start = gate === null || gate.below === null ? from : fraction.ZERO
  const above = (points: readonly Fraction[]) => points.map((point) => fraction.add(point, start))
  add('tier', above([fraction.ZERO, ...ends]))
  add('minimum', above(bounds))
  return thresholds
}

function countsFromOf({ gate }: PayeeTerms): Fraction {
  return gate?.countsFrom ?? fraction.ZERO
}

/** Where the next step of an accelerator begins, one that multiplies by something else. A marginal one looks at what earns alone. */
function acceleratorThresholds(
  credited: Fraction,
  { accelerating, facts: { target } }: PayeeTerms,
): Fraction[] {
  if (accelerating === null || target === undefined) return []
  const { mode, steps } = accelerating
  return steps.flatMap(({ upTo, multiplier }, index) => {
    const next = steps[index + 1]?.multiplier ?? multiplier
    if (upTo === null || fraction.compare(multiplier, next) === 0) return []
    const reached = fraction.multiply(upTo, target)
    return [mode === 'marginal' ? reached : fraction.subtract(reached, credited)]
  })
}

function breakpointsIn(scale: ExactScale, facts: ReadFacts) {
  if (scale.scale.measure === 'separate')
    return { ends: [], bounds: boundsOfChosenTier(scale, facts) }
  const stretched = scales.stretch(scale, facts)
  return { ends: endsOf(stretched), bounds: boundsInTiers(stretched) }
}

/** Where a scale of amounts of the base bends or jumps. */
export function breakpointsOfScale(exact: ExactScale): Fraction[] {
  return [...endsOf(exact), ...boundsInTiers(exact)]
}

function endsOf({ tiers }: ExactScale): Fraction[] {
  return tiers.flatMap(({ upTo }) => (upTo === null ? [] : [upTo]))
}

function boundsInTiers({ scale, tiers }: ExactScale): Fraction[] {
  const origin = (tier: ExactTier) => (scale.mode === 'whole-amount' ? fraction.ZERO : tier.from)
  return tiers.flatMap((tier) =>
    partsAtBounds(tier)
      .map((part) => fraction.add(origin(tier), part))
      .filter((point) => isInside(point, tier)),
  )
}

/** With a separate measure the tier is chosen already, wherever it begins; a measure of zero or less earns its rate alone. */
function boundsOfChosenTier(exact: ExactScale, facts: ReadFacts): Fraction[] {
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

/** A straight line: where it starts, and how steep it is. */
export interface Segment {
  readonly start: Fraction
  readonly slope: Fraction
}

/** The straight line from just above a breakpoint to just below the next. */
export function segmentFrom(
  point: Fraction,
  next: Fraction | undefined,
  pay: PayoutFunction,
): Segment {
  const width =
    next === undefined ? fraction.ONE : fraction.divide(fraction.subtract(next, point), THREE)
  const first = fraction.add(point, width)
  const low = pay(first)
  const rise = fraction.subtract(pay(fraction.add(first, width)), low)
  return { start: fraction.subtract(low, rise), slope: fraction.divide(rise, width) }
}

const THREE: Fraction = { n: 3n, d: 1n }
