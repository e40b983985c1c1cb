/** A scorecard in plain numbers, derived from its exact form. */
import type { RoundingMode } from '../../kernel/index.js'
import type { Fraction } from '../../kernel/number/fraction.js'
import * as fraction from '../../kernel/number/fraction.js'
import type { ExactPart, ExactScorecard } from '../../kernel/score/score.js'
import { type QuotientRounding, quotientRounding } from '../number/roundQuotient.js'
import { LARGEST } from '../number/scaled.js'
import { denominatorsOf, type FastPart, fastPart, type Grained } from './fastPart.js'

/**
 * A score is `numerator / divisor` units of its last decimal: weights are whole numbers, and so are points once they are multiplied by
 * the grain, the common denominator of all that the policy says of points.
 *
 * With all parts at their most, the numerator and what rounding adds to it are at most 2^53 − 1. No part is below zero, so that every
 * product and every sum on the way is a whole number within that, and exact.
 */
export interface FastScorecard {
  readonly parts: readonly FastPart[]
  /** Points are read with so many decimals, by this power of ten. */
  readonly decimals: number
  readonly power: number
  /** By part: the most that bare points may be, scaled; −1 where a bare number is no points. */
  readonly most: Float64Array
  /** By part: what a scaled point adds to the numerator. */
  readonly perPoint: Float64Array
  /** What happens to missing parts, where it is the same for all; else the rule itself decides. */
  readonly missing: 'zero' | 'reweight' | 'by-rule'
  /** The weights of all parts together, and the divisor that each unit of weight brings. */
  readonly weight: number
  readonly divisorPerWeight: number
  readonly mode: RoundingMode
  /** Of a score without a part missing. */
  readonly rounding: QuotientRounding
  /** A numerator with computed quotients in it is less than this from the true one. */
  readonly tolerance: number
  /** What share of a unit has to be added before cutting turns the mode's decision into a whole unit, and what a cut leaves to add. */
  readonly raised: 0.5 | 0
  readonly addedAfter: 1 | 0
}

/** Works out the integers of a scorecard; undefined where every score is for the rule itself. */
export function fastScorecard(card: ExactScorecard): FastScorecard | undefined {
  const { parts: exact, decimals: kept, rounding: mode } = card
  // Powers of a half have more digits than a plain number holds, and what takes from the other parts may take all of them.
  if (exact.some(({ curve }) => curve.takes === 'events' || takesAway(curve))) return undefined
  const weights = wholeWeights(exact)
  const room = roomOf(exact, weights, kept)
  const grained = grainOf(exact, room)
  if (grained === undefined) return undefined
  const parts = exact.flatMap(
    ({ curve }, index) => fastPart(curve, weights[index] ?? 0n, grained) ?? [],
  )
  if (parts.length < exact.length) return undefined
  const { grain, decimals } = grained
  const weight = Number(room.weight)
  const divisorPerWeight = Number(grain / room.unitsPerPoint)
  return {
    parts,
    decimals,
    power: Number(fraction.powerOfTen(decimals)),
    most: Float64Array.from(parts, ({ takes, most }) => (takes === 'points' ? most : -1)),
    perPoint: Float64Array.from(parts, ({ perPoint }) => perPoint),
    missing: missingRule(card),
    weight,
    divisorPerWeight,
    mode,
    rounding: quotientRounding(divisorPerWeight * weight, mode),
    tolerance: toleranceOf(parts, Number(mostNumerator(grain, room))),
    raised: mode.startsWith('half') ? 0.5 : 0,
    addedAfter: mode === 'up' || mode === 'ceiling' ? 1 : 0,
  }
}

const takesAway = (curve: ExactPart['curve']) =>
  curve.takes === 'word' && [...curve.choices.values()].some(fraction.isNegative)

function missingRule({ parts, knownWeightAtLeast }: ExactScorecard): FastScorecard['missing'] {
  if (parts.every(({ missing }) => missing === 'zero')) return 'zero'
  const isFree = knownWeightAtLeast === null
  return isFree && parts.every(({ missing }) => missing === 'reweight') ? 'reweight' : 'by-rule'
}

/** Weights as the smallest whole numbers in the same proportion. */
function wholeWeights(parts: readonly ExactPart[]): bigint[] {
  const denominator = parts.reduce((common, { weight }) => commonMultiple(common, weight.d), 1n)
  const whole = parts.map(({ weight: { n, d } }) => n * (denominator / d))
  const divisor = whole.reduce(commonDivisor, 0n)
  return whole.map((weight) => weight / divisor)
}

/** What decides how fine the numerators can be. */
interface Room {
  readonly weight: bigint
  readonly highest: Fraction
  readonly unitsPerPoint: bigint
}

function roomOf(parts: readonly ExactPart[], weights: readonly bigint[], decimals: number): Room {
  return {
    weight: weights.reduce((total, weight) => total + weight, 0n),
    highest: parts.map(({ curve }) => curve.highest).reduce(fraction.larger, fraction.ZERO),
    unitsPerPoint: fraction.powerOfTen(decimals),
  }
}

const MOST = /* @__PURE__ */ BigInt(LARGEST)

/** Points are at most 1,000; with 12 decimals they are at most 10^15, and read exactly. */
const MOST_POINT_DECIMALS = 12

/** The common denominator of points, with as many decimals for those that are read as there is room for. */
function grainOf(parts: readonly ExactPart[], room: Room): Grained | undefined {
  for (let decimals = MOST_POINT_DECIMALS; decimals >= 0; decimals -= 1) {
    // Twice the units: the divisor is even, and half of it, which rounding adds, is whole.
    const grain = parts
      .flatMap(({ curve }) => denominatorsOf(curve, decimals))
      .reduce(
        commonMultiple,
        commonMultiple(2n * room.unitsPerPoint, fraction.powerOfTen(decimals)),
      )
    const divisor = (grain / room.unitsPerPoint) * room.weight
    if (mostNumerator(grain, room) + divisor <= MOST) return { grain, decimals }
  }
  return undefined
}

/** The numerator of a score whose parts are all at the most that one of them can be. */
function mostNumerator(grain: bigint, { weight, highest }: Room): bigint {
  return (weight * grain * highest.n) / highest.d
}

/**
 * How far a numerator with computed quotients in it can be from the true one. A quotient is made of two numbers next to what was given,
 * and of fewer than five steps, each off by at most 2^−53 of what it makes; a piece may be steep, so that what counts is the height of
 * its slope over the whole way from zero. A hundred parts are then off by less than 2^−44 of all of it.
 */
function toleranceOf(parts: readonly FastPart[], most: number): number {
  const heights = parts.map(({ pieces: { slopes, scaledStarts } }) => {
    const steepest = Math.max(0, ...slopes.map(Math.abs))
    return steepest * Math.max(0, ...scaledStarts.map(Math.abs))
  })
  return heights.reduce((total, height) => total + height, most) * 2 ** -44
}

function commonMultiple(a: bigint, b: bigint): bigint {
  return (a / commonDivisor(a, b)) * b
}

function commonDivisor(a: bigint, b: bigint): bigint {
  let [divisor, rest] = [a, b]
  while (rest !== 0n) [divisor, rest] = [rest, divisor % rest]
  return divisor
}
