import { countDecimals, known, toNumber } from '../../kernel/number/decimal.js'
import {
  divide,
  type Fraction,
  HUNDRED,
  multiply,
  powerOfTen,
  reduce,
  subtract,
} from '../../kernel/number/fraction.js'
import type { Curve, LinearCurve } from '../../kernel/score/curve.js'
import { highestPoints } from '../../kernel/score/curve.js'
import type { Criterion } from '../../kernel/score/scorecard.js'
import { scaleText } from '../number/scaled.js'

/** One part of a score in plain numbers. A numerator is its points times its weight times the grain of the scorecard, a whole number. */
export interface CompiledPart {
  readonly kind: Curve['kind']
  readonly weight: number
  /** The most points that the part can have, as they are read: scaled by the decimals of the scorecard. */
  readonly most: number
  /** What a scaled point adds to the numerator. */
  readonly perPoint: number
  /** Of a ratio: the numerators at its floor and cap, and of a ratio of 1. */
  readonly floor: number
  readonly cap: number
  readonly perRatio: number
  /** Of a ratio: the ratios at its floor and cap; at or beyond the sure ones, a computed quotient leaves no doubt. */
  readonly floorAt: number
  readonly capAt: number
  readonly sureFloorAt: number
  readonly sureCapAt: number
  /** Of steps and lines: where they start, as numbers and as integers of so many decimals, and the numerators there. */
  readonly decimals: number
  readonly starts: Float64Array
  readonly scaledStarts: Float64Array
  readonly numerators: Float64Array
  /** Of a line: what one more in the last of those decimals adds to the numerator, from each start to the next. */
  readonly slopes: Float64Array
  /** Of steps: the numerator below the first. */
  readonly below: number
  readonly choices: ReadonlyMap<string, number>
}

/** The whole numbers of a scorecard that its parts are made with. */
export interface Grained {
  readonly weight: bigint
  readonly grain: bigint
  /** Decimals with which points are read. */
  readonly decimals: number
}

/** Works out the integers of a part; undefined where a start has too many digits to be compared as a number. */
export function compilePart(
  { curve }: Criterion,
  { weight, grain, decimals }: Grained,
): CompiledPart | undefined {
  const perPoint = weight * grain
  const numeratorOf = (points: Fraction | number) =>
    Number(times(perPoint, typeof points === 'number' ? known(points) : points))
  const starts = startsOf(curve)
  if (starts === undefined) return undefined
  return {
    kind: curve.kind,
    weight: Number(weight),
    most: Number(times(powerOfTen(decimals), highestPoints(curve))),
    perPoint: Number(perPoint / powerOfTen(decimals)),
    perRatio: numeratorOf(HUNDRED),
    ...limitsOf(curve, numeratorOf),
    ...starts,
    numerators: Float64Array.from(pointsAtStarts(curve), numeratorOf),
    slopes: Float64Array.from(slopesOf(curve), numeratorOf),
    below: numeratorOf(curve.kind === 'steps' ? curve.below : 0),
    choices: new Map(choicesOf(curve).map(([word, points]) => [word, numeratorOf(points)])),
  }
}

/** A whole number times a fraction, cut; wherever the product must be whole, the grain makes it so. */
function times(factor: bigint, { n, d }: Fraction): bigint {
  return (factor * n) / d
}

/** All that a curve says of points, and of points per step of a fact: the denominators that the grain must have. */
export function denominatorsOf(curve: Curve): bigint[] {
  const bounds = 'cap' in curve ? [curve.floor, curve.cap] : []
  const below = curve.kind === 'steps' ? [curve.below] : []
  const named = choicesOf(curve).map(([, points]) => points)
  const points = [...bounds, ...below, ...named, ...pointsAtStarts(curve)].map(known)
  return [...points, ...slopesOf(curve)].map((fraction) => reduce(fraction).d)
}

function choicesOf(curve: Curve): (readonly [string, number])[] {
  return curve.kind === 'choice' ? Object.entries(curve.choices) : []
}

function pointsAtStarts(curve: Curve): number[] {
  if (curve.kind === 'steps') return curve.steps.map(({ points }) => points)
  return curve.kind === 'linear' ? curve.knots.map(({ points }) => points) : []
}

/** On the last start a line goes on flat. */
function slopesOf(curve: Curve): Fraction[] {
  return curve.kind === 'linear' ? curve.knots.slice(1).map((_, index) => slope(curve, index)) : []
}

function slope(curve: LinearCurve, index: number): Fraction {
  const [left, right] = curve.knots.slice(index, index + 2)
  const rise = subtract(known(right?.points ?? 0), known(left?.points ?? 0))
  const run = subtract(known(right?.at ?? 0), known(left?.at ?? 0))
  return divide(rise, multiply(run, { n: powerOfTen(decimalsOfStarts(curve)), d: 1n }))
}

/** Most facts that run along a line are amounts of money. */
const MONEY_DECIMALS = 2

function decimalsOfStarts(curve: Curve): number {
  const least = curve.kind === 'linear' ? MONEY_DECIMALS : 0
  return Math.max(least, ...startTexts(curve).map((start) => countDecimals(known(start)) ?? 0))
}

function startTexts(curve: Curve): string[] {
  if (curve.kind === 'steps') return curve.steps.map(({ from }) => from)
  return curve.kind === 'linear' ? curve.knots.map(({ at }) => at) : []
}

/**
 * Where steps and lines start. With at most 15 digits, the number nearest to a start is at most a fact exactly when the start is at
 * most what the fact says: no two decimals of so few digits have the same nearest number, and nearest numbers keep the order (see `scaled.ts`).
 */
function startsOf(curve: Curve) {
  const decimals = decimalsOfStarts(curve)
  const scaledStarts = Float64Array.from(startTexts(curve), (start) => scaleText(start, decimals))
  if (scaledStarts.includes(Number.NaN)) return undefined
  return { decimals, scaledStarts, starts: scaledStarts.map((start) => start / 10 ** decimals) }
}

/** A computed quotient is off by far less than this share of itself. */
export const QUOTIENT_DOUBT = 2 ** -40

/**
 * At a ratio of exactly 1 there is no doubt: of two numbers, the quotient is 1 or more exactly when the first is not the smaller, for
 * the largest number below 1 is the largest quotient below 1. The same goes for 0.
 */
function limitsOf(curve: Curve, numeratorOf: (points: number) => number) {
  const { floor, cap } = 'cap' in curve ? curve : { floor: 0, cap: 0 }
  const floorAt = toNumber(divide(known(floor), HUNDRED))
  const capAt = toNumber(divide(known(cap), HUNDRED))
  return {
    floor: numeratorOf(floor),
    cap: numeratorOf(cap),
    floorAt,
    capAt,
    sureFloorAt: floorAt * (1 - QUOTIENT_DOUBT),
    sureCapAt: capAt === 1 ? 1 : capAt * (1 + QUOTIENT_DOUBT),
  }
}
