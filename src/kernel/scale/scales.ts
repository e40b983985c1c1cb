/** The arithmetic of a scale, in fractions: what a base earns, tier by tier, and which tier comes next. */

import { refuse } from '../input/issue.js'
import { BASE_NEGATIVE, MEASURE_MISSING, TARGET_FOR_THRESHOLDS_MISSING } from '../issues.js'
import { known, knownOrNull, writeDecimal } from '../number/decimal.js'
import {
  add,
  atMost,
  compare,
  divide,
  type Fraction,
  isNegative,
  larger,
  multiply,
  negate,
  subtract,
  sum,
  ZERO,
} from '../number/fraction.js'
import { oncePerPolicy } from '../policy/defined.js'
import type { Scale } from './scale.js'

/** A tier with its numbers read. */
export interface ExactTier {
  readonly id: string
  /** Its ends as the policy states them; attainment thresholds are ratios. */
  readonly stated: { readonly from: Fraction; readonly upTo: Fraction | null }
  /** Its ends as amounts of the base. */
  readonly from: Fraction
  readonly upTo: Fraction | null
  /** Whether a base exactly on its start has reached it: the tier below says who owns its end. */
  readonly ownsStart: boolean
  /** How many times the base rate it pays, where it says so; then its rate is that of a base rate of 1. */
  readonly multiple: Fraction | null
  readonly rate: Fraction
  readonly amount: Fraction
  readonly minimum: Fraction | null
  readonly maximum: Fraction | null
}

export interface ExactScale {
  readonly scale: Scale
  readonly tiers: readonly [ExactTier, ...ExactTier[]]
}

/** What may be needed beside the base. */
export interface Figures {
  readonly target: Fraction | undefined
  readonly measure: Fraction | undefined
}

export interface ExactSlice {
  readonly tier: ExactTier
  readonly base: Fraction
  readonly amount: Fraction
}

export interface ExactPay {
  readonly amount: Fraction
  readonly slices: readonly ExactSlice[]
}

/** Where a figure lies among the tiers. */
export interface Position {
  readonly tier: ExactTier
  readonly next: {
    readonly tier: ExactTier
    readonly remaining: Fraction
    readonly reached: 'at' | 'above'
  } | null
}

/** Reads the numbers of a checked scale, once. */
export const compile = /* @__PURE__ */ oncePerPolicy((scale: Scale): ExactScale => {
  let from = ZERO
  let ownsStart = scale.boundary === 'upper-tier'
  const tiers: ExactTier[] = []
  for (const { id, upTo, rate, amount, minimum, maximum, ...tier } of scale.tiers) {
    const end = knownOrNull(upTo)
    const multiple = knownOrNull(tier.multiple)
    tiers.push({
      id,
      stated: { from, upTo: end },
      from,
      upTo: end,
      ownsStart,
      multiple,
      rate: multiple ?? known(rate),
      amount: knownOrNull(amount) ?? ZERO,
      minimum: knownOrNull(minimum),
      maximum: knownOrNull(maximum),
    })
    from = end ?? from
    ownsStart = (tier.boundary ?? scale.boundary) === 'upper-tier'
  }
  // A checked scale has at least one tier.
  return { scale, tiers: tiers as unknown as ExactScale['tiers'] }
})

/** What a base earns. `scale` may be a compiled one with other rates (a coefficient adds to them). */
export function pay(base: Fraction, exact: ExactScale, figures: Figures): ExactPay {
  const { scale } = exact
  if (isNegative(base) && scale.negative === 'refuse') {
    refuse(BASE_NEGATIVE, ['base'], { given: writeDecimal(base) })
  }
  // A measure that was not given is missing, whatever the base.
  figureOf(base, scale, figures)
  const slices = slicesOf(base, stretch(exact, figures), figures)
  return { amount: sum(slices.map((slice) => slice.amount)), slices }
}

/** Ends of tiers that are ratios of the target, as amounts of the base. */
export function stretch(exact: ExactScale, { target }: Figures): ExactScale {
  if (exact.scale.thresholds !== 'attainment') return exact
  if (target === undefined) {
    return refuse(TARGET_FOR_THRESHOLDS_MISSING, ['target'], {})
  }
  const tiers = exact.tiers.map((tier) => ({
    ...tier,
    from: multiply(tier.from, target),
    upTo: tier.upTo && multiply(tier.upTo, target),
  }))
  return { scale: exact.scale, tiers: tiers as unknown as ExactScale['tiers'] }
}

/** The figure that chooses the tier. */
export function figureOf(base: Fraction, scale: Scale, { measure }: Figures): Fraction {
  if (scale.measure === 'base') return base
  if (measure !== undefined) return measure
  return refuse(MEASURE_MISSING, ['measure'], {})
}

/** Which tier owns a figure: the first that ends above it; one that ends at it where the lower tier owns the threshold. */
export function ownerOf(figure: Fraction, { tiers }: ExactScale): number {
  const owner = tiers.findIndex(
    ({ upTo }, index) =>
      upTo === null || compare(upTo, figure) >= (tiers[index + 1]?.ownsStart ? 1 : 0),
  )
  return owner === -1 ? tiers.length - 1 : owner
}

/** Whether a base has reached a tier, so that its flat amount and its minimum are due. */
function isReached(base: Fraction, { from, ownsStart }: ExactTier): boolean {
  const over = compare(base, from)
  return over > 0 || (over === 0 && from.n > 0n && ownsStart)
}

function slicesOf(base: Fraction, exact: ExactScale, figures: Figures): ExactSlice[] {
  if (!isNegative(base)) return slicesOfPositive(base, exact, figures)
  if (exact.scale.negative === 'zero') return []
  return slicesOfPositive(negate(base), exact, figures).map((slice) => ({
    ...slice,
    base: negate(slice.base),
    amount: negate(slice.amount),
  }))
}

function slicesOfPositive(base: Fraction, exact: ExactScale, figures: Figures): ExactSlice[] {
  const { scale, tiers } = exact
  if (scale.mode === 'whole-amount') return [wholeSlice(base, exact, figures)].filter(isSomething)
  const slices: ExactSlice[] = []
  for (const tier of tiers) {
    if (!isReached(base, tier)) break
    slices.push(tierSlice(base, tier, scale))
  }
  return slices.filter(isSomething)
}

export function isSomething({ base, amount }: ExactSlice): boolean {
  return base.n !== 0n || amount.n !== 0n
}

function tierSlice(base: Fraction, tier: ExactTier, scale: Scale): ExactSlice {
  const filled = subtract(atMost(base, tier.upTo), tier.from)
  const amount = scale.mode === 'interpolated' ? interpolate(filled, tier) : earned(filled, tier)
  return { tier, base: filled, amount }
}

function wholeSlice(base: Fraction, exact: ExactScale, figures: Figures): ExactSlice {
  const figure = figureOf(base, exact.scale, figures)
  const tier = exact.tiers[ownerOf(figure, exact)] ?? exact.tiers[0]
  const isSeparate = exact.scale.measure === 'separate'
  const paid = isSeparate ? base : atMost(base, tier.upTo)
  // A figure of zero reaches no tier: no flat amount, no minimum.
  const amount = figure.n > 0n ? earned(paid, tier) : multiply(paid, tier.rate)
  return { tier, base: paid, amount }
}

/** What a tier pays for the part of the base in it: its rate, its flat amount, within its minimum and maximum. */
export function earned(part: Fraction, tier: ExactTier): Fraction {
  const pay = add(multiply(part, tier.rate), tier.amount)
  const atLeast = tier.minimum === null ? pay : larger(pay, tier.minimum)
  return atMost(atLeast, tier.maximum)
}

/** The tier's amount times the share of its width that is filled; a jump pays its amount at once. */
function interpolate(filled: Fraction, tier: ExactTier): Fraction {
  return isJump(tier) ? tier.amount : multiply(filled, slopeOf(tier))
}

/** Whether a tier ends where it starts, so that an interpolated scale has two points at one end. */
export function isJump({ from, upTo }: ExactTier): boolean {
  return upTo !== null && compare(from, upTo) === 0
}

/** What one unit of base earns inside a tier of an interpolated scale. */
export function slopeOf(tier: ExactTier): Fraction {
  if (tier.upTo === null) return tier.rate
  return add(tier.rate, divide(tier.amount, subtract(tier.upTo, tier.from)))
}

/** The tier that a base, or its measure, has reached, and the one after it. */
export function positionOf(base: Fraction, given: ExactScale, figures: Figures): Position {
  const exact = stretch(given, figures)
  const figure = figureOf(base, exact.scale, figures)
  const owner = ownerOf(figure, exact)
  const tier = exact.tiers[owner] ?? exact.tiers[0]
  const next = exact.tiers[owner + 1]
  if (next === undefined) return { tier, next: null }
  const remaining = subtract(next.from, figure)
  const reached = next.ownsStart ? 'at' : 'above'
  return { tier, next: { tier: next, remaining, reached } }
}
