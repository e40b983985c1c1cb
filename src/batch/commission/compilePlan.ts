import {
  breakpointsOfScale,
  computePayeeTerms,
  type ExactPlan,
  earn,
  lastOf,
  segmentFrom,
  termsAt,
} from '../../commission/internal.js'
import type { Fraction } from '../../kernel/number/fraction.js'
import * as fraction from '../../kernel/number/fraction.js'
import type { ExactTier } from '../../kernel/scale/scales.js'
import * as scales from '../../kernel/scale/scales.js'
import { type QuotientRounding, quotientRounding } from '../number/roundQuotient.js'
import { LARGEST } from '../number/scaled.js'

/**
 * A plan's commission as a quotient of integers, in plain numbers. On piece k, which starts at `starts[k]`, sales X (an integer: the
 * amount times a power of ten) earn `(constants[k] + slopes[k] · X) / divisor` units, the tiers below being in the constant.
 *
 * For every X from `lowest` to `highest`, each of the two terms, their sum, and what rounding adds to it are whole numbers of at most
 * 2^53 − 1, and so exact. Other sales are none of its business.
 */
export interface CompiledPlan extends QuotientRounding {
  readonly lowest: number
  readonly highest: number
  /** From 0 upward; one more, never reached, ends them. */
  readonly starts: Float64Array
  readonly constants: Float64Array
  readonly slopes: Float64Array
  /** What sales below zero take back of what their opposite earns: all, or nothing. */
  readonly mirrored: 1 | 0
  /** The most units that are paid. */
  readonly most: number
}

/** What a plan may be compiled for. */
export interface CompiledFor {
  /** The power of ten that makes integers of the sales. */
  readonly decimals: number
  readonly uplift: Fraction
  readonly target: Fraction | undefined
}

/** Works out the integers of a plan. Where there is no room for them, no sales at all are in its range. */
export function compilePlan(plan: ExactPlan, given: CompiledFor): CompiledPlan {
  const pieces = piecesOf(plan, given)
  const divisor = commonDivisor(pieces)
  const isTooFine = divisor > MOST
  const rounding = quotientRounding(isTooFine ? 2 : Number(divisor), plan.rounding.mode)
  const integers = pieces.map(({ start, constant, slope }) => ({
    start,
    constant: (constant.n * divisor) / constant.d,
    slope: (slope.n * divisor) / slope.d,
  }))
  const added = BigInt(Math.max(rounding.above, rounding.below))
  const highest = isTooFine ? -1 : Number(rangeOf(integers, added))
  const inRange = integers.filter(({ start }) => start <= highest)
  return {
    ...rounding,
    lowest: lowestOf(plan, highest),
    highest,
    starts: Float64Array.from([...inRange.map(({ start }) => Number(start)), Infinity]),
    constants: Float64Array.from(inRange, ({ constant }) => Number(constant)),
    slopes: Float64Array.from(inRange, ({ slope }) => Number(slope)),
    mirrored: plan.json.scale.negative === 'mirror' ? 1 : 0,
    most: mostOf(plan),
  }
}

const MOST = /* @__PURE__ */ BigInt(LARGEST)

/** A straight piece of the pay line: units paid for an integer X from its start on, up to the start of the next. */
interface Piece {
  readonly start: bigint
  readonly constant: Fraction
  readonly slope: Fraction
}

/** The pay line between two bends is taken from the rule itself, so that there is no second reading of a plan. */
function piecesOf(plan: ExactPlan, { decimals, uplift, target }: CompiledFor): Piece[] {
  const facts = { ...NO_FACTS, uplift, target }
  const line = { ...plan, gate: null, cap: NO_CAP }
  // Tiers in which sales stay are cut where the gate lets them count; the gate itself is looked at elsewhere.
  const payee = computePayeeTerms(facts, staysInOwnTier(plan) ? plan : line)
  const terms = termsAt(fraction.ZERO, { ...payee, gate: null }, line)
  const pay = (sales: Fraction) => lastOf(earn([[sales]], terms, line))
  const stretched = terms.scales.map((scale) => scales.stretch(scale, facts))
  const tiers = stretched.flatMap((scale) => scale.tiers)
  const bends = bendsFromZero(stretched.flatMap(breakpointsOfScale))
  const perUnit = { n: fraction.powerOfTen(plan.rounding.decimals), d: 1n }
  const perStep = { n: 1n, d: fraction.powerOfTen(decimals) }
  const pieces: Piece[] = [{ start: 0n, constant: fraction.ZERO, slope: fraction.ZERO }]
  for (const [index, bend] of bends.entries()) {
    const { start: limit, slope } = segmentFrom(bend, bends[index + 1], pay)
    const constant = fraction.reduce(
      fraction.multiply(fraction.subtract(limit, fraction.multiply(slope, bend)), perUnit),
    )
    const start = firstStep(bend, decimals, fraction.isZero(constant), tiers)
    const piece = {
      start,
      constant,
      slope: fraction.reduce(fraction.multiply(fraction.multiply(slope, perUnit), perStep)),
    }
    // Where nothing lies between two bends, the later one is what counts.
    while (pieces.length > 0 && (pieces.at(-1)?.start ?? 0n) >= start) pieces.pop()
    pieces.push(piece)
  }
  return pieces
}

/** Whether sales that count stay in the tier where they lie, so that a plan depends on the target of each payee. */
export function staysInOwnTier({ gate }: ExactPlan): boolean {
  return gate?.startsIn === 'own-tier'
}

const NO_CAP = {
  base: null,
  rate: null,
  line: null,
  amount: null,
  quarter: null,
  half: null,
  year: null,
}

const NO_FACTS = {
  payee: null,
  period: null,
  measure: undefined,
  incentive: undefined,
  facts: {},
  yearToDate: undefined,
}

function bendsFromZero(list: readonly Fraction[]): Fraction[] {
  const bends = [fraction.ZERO]
  for (const bend of [...list].sort(fraction.compare))
    if (fraction.compare(bend, bends.at(-1) ?? fraction.ZERO) > 0) bends.push(bend)
  return bends
}

/**
 * The first integer that a piece pays for. On a threshold the boundary rule of the plan decides, which matters where the line jumps.
 * Sales of nothing have reached no tier, so that what is paid flat is paid from the next integer on.
 */
function firstStep(
  bend: Fraction,
  decimals: number,
  isFromOrigin: boolean,
  tiers: readonly ExactTier[],
): bigint {
  if (fraction.isZero(bend)) return isFromOrigin ? 0n : 1n
  // Where a tier comes to its minimum or maximum the line does not jump.
  const above = tiers.find(({ from }) => fraction.compare(from, bend) === 0)
  const isOwner = above?.ownsStart ?? true
  const step = fraction.toUnits(bend, decimals, isOwner ? 'ceiling' : 'floor')
  return isOwner ? step : step + 1n
}

/** The least even number by which all constants and slopes are whole. */
function commonDivisor(pieces: readonly Piece[]): bigint {
  let common = 2n
  for (const { constant, slope } of pieces) {
    for (const { d } of [constant, slope]) common *= fraction.reduce({ n: d, d: common }).n
  }
  return common
}

interface IntegerPiece {
  readonly start: bigint
  readonly constant: bigint
  readonly slope: bigint
}

/**
 * The largest X up to which every piece is exact on its own stretch: |c| + |slope| · X + what rounding adds stays at or below 2^53 − 1,
 * which bounds the product and the sum as well. X itself does, so that running totals are exact, too.
 */
function rangeOf(pieces: readonly IntegerPiece[], added: bigint): bigint {
  for (const [index, { start, constant, slope }] of pieces.entries()) {
    const room = MOST - added - size(constant)
    const end = slope === 0n ? (room >= 0n ? MOST : -1n) : room / size(slope)
    const last = (pieces[index + 1]?.start ?? MOST + 1n) - 1n
    if (end < last) return end < start ? start - 1n : end
  }
  return MOST
}

function size(value: bigint): bigint {
  return value < 0n ? -value : value
}

/** A plan that refuses sales below zero has none of them in its range: the rule itself says why. */
function lowestOf({ json: { scale } }: ExactPlan, highest: number): number {
  if (highest < 0) return 0
  return scale.negative === 'mirror' ? -highest : scale.negative === 'zero' ? -LARGEST : 0
}

/** No quotient in the range is above a cap that is too large for a number. */
function mostOf({ cap, rounding }: ExactPlan): number {
  if (cap.amount === null) return Infinity
  const units = fraction.toUnits(cap.amount, rounding.decimals, 'floor')
  return units > MOST ? Infinity : Number(units)
}
