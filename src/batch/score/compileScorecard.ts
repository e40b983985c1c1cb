import { known } from '../../kernel/number/decimal.js'
import { type Fraction, larger, powerOfTen, ZERO } from '../../kernel/number/fraction.js'
import type { RoundingMode } from '../../kernel/number/rounding.js'
import { highestPoints } from '../../kernel/score/curve.js'
import type { Criterion, MissingRule, ScorecardRules } from '../../kernel/score/scorecard.js'
import { type QuotientRounding, quotientRounding } from '../number/roundQuotient.js'
import { LARGEST } from '../number/scaled.js'
import { type CompiledPart, compilePart, denominatorsOf } from './compilePart.js'

/**
 * A scorecard in plain numbers. A score is `numerator / divisor` units of its last decimal: weights are whole numbers, and so are
 * points once they are multiplied by the grain, the common denominator of all that the policy says of points.
 *
 * With all parts at their most, the numerator and what rounding adds to it are at most 2^53 − 1: `grainOf` takes no grain that leaves less room. No part is below zero, so that
 * every product and every sum on the way is a whole number within that, and exact.
 */
export interface CompiledScorecard {
  readonly ids: readonly string[]
  readonly positions: ReadonlyMap<string, number>
  readonly parts: readonly CompiledPart[]
  /** Points are read with so many decimals, by this power of ten. */
  readonly decimals: number
  readonly power: number
  /** By part: the most that bare points may be, scaled; −1 where a bare number is no points. */
  readonly most: Float64Array
  /** By part: what a scaled point adds to the numerator. */
  readonly perPoint: Float64Array
  readonly missing: MissingRule
  /** The weights of all parts together, and the divisor that each unit of weight brings. */
  readonly weight: number
  readonly divisorPerWeight: number
  readonly mode: RoundingMode
  /** Of a score without a part missing. */
  readonly rounding: QuotientRounding
  /** Units of a whole point. */
  readonly unitsPerPoint: number
  /** A numerator with computed quotients in it is less than this from the true one. */
  readonly tolerance: number
  /** What share of a unit has to be added before cutting turns the mode's decision into a whole unit, and what a cut leaves to add. */
  readonly raised: 0.5 | 0
  readonly addedAfter: 1 | 0
}

/** Works out the integers of a scorecard; undefined where there is no room for them in plain numbers. */
export function compileScorecard(
  criteria: readonly Criterion[],
  { missing, decimals: scoreDecimals, rounding: mode }: ScorecardRules,
): CompiledScorecard | undefined {
  const weights = wholeWeights(criteria)
  const room = roomOf(criteria, weights, scoreDecimals)
  const grained = grainOf(criteria, room)
  if (grained === undefined) return undefined
  const { grain, decimals } = grained
  const parts = criteria.flatMap((criterion, index) => {
    const part = compilePart(criterion, { weight: weights[index] ?? 0n, grain, decimals })
    return part === undefined ? [] : [part]
  })
  if (parts.length < criteria.length) return undefined
  const weight = Number(room.weight)
  const divisorPerWeight = Number(grain / room.unitsPerPoint)
  return {
    ids: criteria.map(({ id }) => id),
    positions: new Map(criteria.map(({ id }, index) => [id, index])),
    parts,
    decimals,
    power: Number(powerOfTen(decimals)),
    most: Float64Array.from(parts, ({ kind, most }) => (kind === 'points' ? most : -1)),
    perPoint: Float64Array.from(parts, ({ perPoint }) => perPoint),
    missing,
    weight,
    divisorPerWeight,
    mode,
    rounding: quotientRounding(divisorPerWeight * weight, mode),
    unitsPerPoint: Number(room.unitsPerPoint),
    tolerance: toleranceOf(parts, Number(mostNumerator(grain, room))),
    raised: mode.startsWith('half') ? 0.5 : 0,
    addedAfter: mode === 'up' || mode === 'ceiling' ? 1 : 0,
  }
}

/** Weights as the smallest whole numbers in the same proportion. */
function wholeWeights(criteria: readonly Criterion[]): bigint[] {
  const exact = criteria.map(({ weight }) => known(weight))
  const denominator = exact.reduce((common, { d }) => commonMultiple(common, d), 1n)
  const whole = exact.map(({ n, d }) => n * (denominator / d))
  const divisor = whole.reduce(commonDivisor, 0n)
  return whole.map((weight) => weight / divisor)
}

/** What decides how fine the numerators can be. */
interface Room {
  readonly weight: bigint
  readonly highest: Fraction
  readonly unitsPerPoint: bigint
}

function roomOf(criteria: readonly Criterion[], weights: readonly bigint[], decimals: number) {
  return {
    weight: weights.reduce((total, weight) => total + weight, 0n),
    highest: criteria.map(({ curve }) => highestPoints(curve)).reduce(larger, ZERO),
    unitsPerPoint: powerOfTen(decimals),
  }
}

const MOST = /* @__PURE__ */ BigInt(LARGEST)

/** Points are at most 1,000; with 12 decimals they are at most 10^15, and read exactly. */
const MOST_POINT_DECIMALS = 12

/** The common denominator of points, with as many decimals for those that are read as there is room for. */
function grainOf(criteria: readonly Criterion[], room: Room) {
  // Twice the units: the divisor, which is the grain by the units times the weight, is even, so that the half that rounding adds is whole.
  const least = criteria
    .flatMap(({ curve }) => denominatorsOf(curve))
    .reduce(commonMultiple, 2n * room.unitsPerPoint)
  for (let decimals = MOST_POINT_DECIMALS; decimals >= 0; decimals -= 1) {
    const grain = commonMultiple(least, powerOfTen(decimals))
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
 * and of fewer than five steps, each off by at most 2^−53 of what it makes; a line may be steep, so that what counts is the height of
 * its slope over the whole way from zero. A hundred parts are then off by less than 2^−44 of all of it.
 */
function toleranceOf(parts: readonly CompiledPart[], most: number): number {
  const heights = parts.map(({ slopes, scaledStarts }) => {
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
