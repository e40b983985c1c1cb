/** One part of a score in plain numbers, derived from its exact form. */
import * as decimal from '../../kernel/number/decimal.js'
import type { Fraction } from '../../kernel/number/fraction.js'
import * as fraction from '../../kernel/number/fraction.js'
import type { ExactCurve, ExactPieces } from '../../kernel/score/score.js'
import { scaleFraction } from '../number/scaled.js'

/** A numerator is points times weight times the grain of the scorecard, a whole number. */
export interface FastPart {
  readonly takes: ExactCurve['takes']
  readonly weight: number
  /** The most points that the part can have, as they are read: scaled by the decimals of the scorecard. */
  readonly most: number
  /** What a scaled point adds to the numerator. */
  readonly perPoint: number
  readonly pieces: FastPieces
  readonly choices: ReadonlyMap<string, number>
}

/** The pieces of a curve in plain numbers; none where the curve takes no figure. */
export interface FastPieces {
  /** A bare figure is below this in size; a ratio from 10 on is refused as a percentage. */
  readonly limit: number
  /** The decimals of the figures and starts that are scaled. */
  readonly decimals: number
  /** Where the pieces start: the nearest numbers, and the whole numbers of so many decimals. */
  readonly starts: Float64Array
  readonly scaledStarts: Float64Array
  /** At or beyond these, a computed quotient is surely beyond the start, or surely before it. */
  readonly sureFrom: Float64Array
  readonly sureBefore: Float64Array
  /** The numerators at the starts, and below the first. */
  readonly numerators: Float64Array
  readonly below: number
  /** What one more in the last of those decimals adds to the numerator. */
  readonly slopes: Float64Array
  /** Whether no start is a jump, so that near one it does not matter which piece a figure is on. */
  readonly isContinuous: boolean
}

/** The whole numbers of a scorecard that its parts are made with. */
export interface Grained {
  readonly grain: bigint
  /** Decimals with which points are read. */
  readonly decimals: number
}

/** Works out the integers of a part; undefined where a start has too many digits to be compared as a number. */
export function fastPart(
  curve: ExactCurve,
  weight: bigint,
  { grain, decimals }: Grained,
): FastPart | undefined {
  const numeratorOf = (points: Fraction) => Number(times(weight * grain, points))
  const pieces = fastPieces(curve, decimals, numeratorOf)
  if (pieces === undefined) return undefined
  return {
    takes: curve.takes,
    weight: Number(weight),
    most: Number(times(fraction.powerOfTen(decimals), curve.highest)),
    perPoint: numeratorOf({ n: 1n, d: fraction.powerOfTen(decimals) }),
    pieces,
    choices: new Map([...choicesOf(curve)].map(([word, points]) => [word, numeratorOf(points)])),
  }
}

/** A whole number times a fraction, cut; wherever the product must be whole, the grain makes it so. */
function times(factor: bigint, { n, d }: Fraction): bigint {
  return (factor * n) / d
}

/** All that a curve says of points, and of points per step of a figure: the denominators that the grain must have. */
export function denominatorsOf(curve: ExactCurve, decimals: number): bigint[] {
  const choices = [...choicesOf(curve).values()]
  if (!('pieces' in curve)) return choices.map(denominatorOf)
  const steps = fraction.powerOfTen(figureDecimals(curve, decimals))
  return [
    curve.below,
    ...curve.pieces.flatMap(({ points, slope }) => [points, { n: slope.n, d: slope.d * steps }]),
  ].map(denominatorOf)
}

const denominatorOf = (value: Fraction) => fraction.reduce(value).d

const choicesOf = (curve: ExactCurve): ReadonlyMap<string, Fraction> =>
  'choices' in curve ? curve.choices : new Map()

const NO_PIECES: ExactPieces['pieces'] = []

function fastPieces(
  curve: ExactCurve,
  pointDecimals: number,
  numeratorOf: (points: Fraction) => number,
): FastPieces | undefined {
  const pieces = 'pieces' in curve ? curve.pieces : NO_PIECES
  const decimals = 'pieces' in curve ? figureDecimals(curve, pointDecimals) : 0
  const scaledStarts = Float64Array.from(pieces, ({ from }) => scaleFraction(from, decimals))
  if (!scaledStarts.every((start) => Math.abs(start) <= MOST_SHORT)) return undefined
  const starts = Float64Array.from(pieces, ({ from }) => decimal.toNumber(from))
  const step = { n: 1n, d: fraction.powerOfTen(decimals) }
  return {
    limit: curve.takes === 'ratio' ? 10 : Number.POSITIVE_INFINITY,
    decimals,
    starts,
    scaledStarts,
    sureFrom: starts.map((start) => start + doubtOf(start)),
    sureBefore: starts.map((start) => start - doubtOf(start)),
    numerators: Float64Array.from(pieces, ({ points }) => numeratorOf(points)),
    below: 'below' in curve ? numeratorOf(curve.below) : 0,
    slopes: Float64Array.from(pieces, ({ slope }) => numeratorOf(fraction.multiply(slope, step))),
    isContinuous: pieces.some(({ slope }) => slope.n !== 0n),
  }
}

/** Fifteen digits: of that many, one number has one decimal, and one decimal one number. */
const MOST_SHORT = 999_999_999_999_999

/** Most facts that run along a line are amounts of money; a ratio has two decimals more than its points. */
const MONEY_DECIMALS = 2
/** A bare ratio is below 10, and so has 14 digits with 13 decimals. */
const MOST_RATIO_DECIMALS = 13

function figureDecimals({ takes, pieces }: ExactPieces, pointDecimals: number): number {
  const own = Math.max(...pieces.map(({ from }) => decimal.countDecimals(from) ?? 0))
  const wanted =
    takes === 'figure' ? MONEY_DECIMALS : Math.min(pointDecimals + 2, MOST_RATIO_DECIMALS)
  return Math.max(own, wanted)
}

/**
 * A computed quotient is off by far less than 2^−40 of itself. At exactly 1 there is no doubt: of two numbers, the computed quotient is 1 or
 * more exactly when the first is not the smaller, for the largest number below 1 is the largest quotient below 1. The same goes for 0.
 */
function doubtOf(start: number): number {
  return start === 0 || start === 1 ? 0 : Math.abs(start) * 2 ** -40
}
