/**
 * What a fact adds to the numerator of a compiled score. NaN says that the fact is not for plain numbers: too many digits, another form, or
 * wrong. The rule itself then decides between a score and an issue, so that nothing is decided here that it would decide otherwise.
 */
import { LARGEST, scaleNumber, scaleText, scalingPowers } from '../number/scaled.js'
import { type CompiledPart, QUOTIENT_DOUBT } from './compilePart.js'
import { countKeys, isPlainObject } from './plainObject.js'

/** A score that is being put together. */
export interface Tally {
  numerator: number
  /** How many parts had a fact, and their weights together. */
  parts: number
  weight: number
  /** A computed quotient is in the numerator, which is then only near the true one. */
  isNear: boolean
}

const NOT_FAST = Number.NaN

/** Added and taken away again, it leaves the nearest whole number of one below 2^51. */
export const NO_FRACTION = 1.5 * 2 ** 52

const MOST_SHORT = 999_999_999_999_999

/**
 * Points that were scored elsewhere, whatever the curve.
 *
 * @internal
 */
export function pointsNumerator(fact: unknown, part: CompiledPart, decimals: number): number {
  const points = scaled(fact, decimals)
  return points >= 0 && points <= part.most ? points * part.perPoint : NOT_FAST
}

/**
 * A fact in any form, as the part's curve takes it.
 *
 * @internal
 */
export function factNumerator(
  fact: unknown,
  part: CompiledPart,
  decimals: number,
  tally: Tally,
): number {
  if (typeof fact === 'object') return objectNumerator(fact, part, decimals, tally)
  switch (part.kind) {
    case 'points':
      return pointsNumerator(fact, part, decimals)
    case 'ratio':
      return ratioNumerator(fact, part, decimals)
    case 'steps':
      return stepNumerator(figureOf(fact), part)
    case 'linear':
      return lineNumerator(scaled(fact, part.decimals), part)
    case 'choice':
      return typeof fact === 'string' ? (part.choices.get(fact) ?? NOT_FAST) : NOT_FAST
    default:
      return NOT_FAST
  }
}

function objectNumerator(
  fact: object | null,
  part: CompiledPart,
  decimals: number,
  tally: Tally,
): number {
  if (!isPlainObject(fact)) return NOT_FAST
  const { points, actual, target } = fact
  const keys = countKeys(fact)
  if (points !== undefined && keys === 1) return pointsNumerator(points, part, decimals)
  const isQuotient = actual !== undefined && target !== undefined && keys === 2
  return isQuotient ? quotientNumerator(actual, target, part, tally) : NOT_FAST
}

/** A ratio is points over 100, and so has two decimals more. From 10 on it is refused as a percentage. */
function ratioNumerator(fact: unknown, part: CompiledPart, decimals: number): number {
  const ratio = figureOf(fact)
  if (!(Math.abs(ratio) < 10)) return NOT_FAST
  if (ratio >= part.capAt) return part.cap
  return ratio <= part.floorAt ? part.floor : scaled(fact, decimals + 2) * part.perPoint
}

/** Starts and figure are the numbers nearest to decimals of at most 15 digits, which keep the order: comparing them compares those. */
function stepNumerator(figure: number, part: CompiledPart): number {
  if (Number.isNaN(figure)) return NOT_FAST
  const step = lastReached(figure, part.starts)
  return step < 0 ? part.below : (part.numerators[step] as number)
}

/**
 * Between two knots the rise is no more than the most points of the part, in a numerator for which there is room up to 2^53 − 1 (see
 * `compileScorecard.ts`): the product is a whole number within that, and exact.
 */
function lineNumerator(figure: number, part: CompiledPart): number {
  if (Number.isNaN(figure)) return NOT_FAST
  const { scaledStarts, numerators, slopes } = part
  const knot = lastReached(figure, scaledStarts)
  if (knot < 0) return numerators[0] as number
  const run = knot < slopes.length ? figure - (scaledStarts[knot] as number) : 0
  return (numerators[knot] as number) + run * (slopes[knot] ?? 0)
}

/** The last start that is at most the figure, or −1. */
function lastReached(figure: number, starts: Float64Array): number {
  let next = 0
  while (next < starts.length && figure >= (starts[next] as number)) next += 1
  return next - 1
}

/**
 * Actual ÷ target, as the part's curve takes it.
 *
 * @internal
 */
export function quotientNumerator(
  actual: unknown,
  target: unknown,
  part: CompiledPart,
  tally: Tally,
): number {
  const over = figureOf(actual)
  const under = figureOf(target)
  // False for NaN, too.
  if (!(under > 0 && Math.abs(over) < Number.POSITIVE_INFINITY)) return NOT_FAST
  switch (part.kind) {
    case 'ratio':
      return limitedNumerator(over / under, part, tally)
    case 'lower-is-better':
      return over >= 0 ? limitedNumerator(under / over, part, tally) : NOT_FAST
    case 'steps':
      return quotientStep(over, under, part)
    case 'linear':
      return quotientLine(over / under, part, tally)
    default:
      return NOT_FAST
  }
}

/**
 * Adds actual ÷ target where both are plain numbers and the curve is a ratio, which is most of an appraisal; says whether it did. It is
 * small enough for an engine to put it where the fields are read, so that no number is wrapped up on the way.
 *
 * @internal
 */
export function addRatio(
  actual: unknown,
  target: unknown,
  part: CompiledPart,
  tally: Tally,
): boolean {
  if (typeof actual !== 'number' || typeof target !== 'number' || part.kind !== 'ratio')
    return false
  if (!(isShort(actual) && isShort(target) && target > 0)) return false
  const quotient = actual / target
  if (quotient >= part.sureCapAt) tally.numerator += part.cap
  else if (quotient <= part.sureFloorAt) tally.numerator += part.floor
  else {
    tally.numerator += Math.min(Math.max(quotient * part.perRatio, part.floor), part.cap)
    tally.isNear = true
  }
  return true
}

/** Whether a number is what a decimal of at most 15 digits, three of them behind the point, says: fifteen digits name one number. */
function isShort(value: number): boolean {
  const scaledUp = value * FIGURE_POWER
  return (
    (scaledUp + NO_FRACTION - NO_FRACTION) / FIGURE_POWER === value &&
    Math.abs(scaledUp) <= MOST_SHORT
  )
}

/** The quotient is only near the true one; where that could matter for a limit, the numerator is so, too. */
function limitedNumerator(quotient: number, part: CompiledPart, tally: Tally): number {
  if (quotient >= part.sureCapAt) return part.cap
  if (quotient <= part.sureFloorAt) return part.floor
  tally.isNear = true
  return Math.min(Math.max(quotient * part.perRatio, part.floor), part.cap)
}

function quotientStep(actual: number, target: number, part: CompiledPart): number {
  let step = -1
  for (let next = 0; next < part.starts.length; next += 1) {
    const beyond = beyondStart(actual, target, part, next)
    if (Number.isNaN(beyond)) return NOT_FAST
    if (beyond >= 0) step = next
  }
  return step < 0 ? part.below : (part.numerators[step] as number)
}

/** Below zero, zero or above zero, as actual ÷ target is less than, equal to or more than a start; NaN where that is in doubt. */
function beyondStart(actual: number, target: number, part: CompiledPart, step: number): number {
  const start = part.starts[step] as number
  const beyond = actual / target - start
  if (Math.abs(beyond) > QUOTIENT_DOUBT * Math.abs(start)) return beyond
  // Both sides are products of whole numbers, exact up to 2^53 − 1; a larger one is computed as 2^53 or more, and so shows.
  const left = scaleNumber(actual, FIGURE_POWER) * (scalingPowers[part.decimals] as number)
  const right = scaleNumber(target, FIGURE_POWER) * (part.scaledStarts[step] as number)
  const isExact = Math.abs(left) <= LARGEST && Math.abs(right) <= LARGEST
  return isExact ? left - right : NOT_FAST
}

/** A line has no jumps, so that a knot taken for reached too early or too late makes no difference that the tolerance does not cover. */
function quotientLine(quotient: number, part: CompiledPart, tally: Tally): number {
  tally.isNear = true
  const knot = lastReached(quotient, part.starts)
  if (knot < 0) return part.numerators[0] as number
  const run = knot < part.slopes.length ? quotient - (part.starts[knot] as number) : 0
  const perUnit = (part.slopes[knot] ?? 0) * (scalingPowers[part.decimals] as number)
  return (part.numerators[knot] as number) + run * perUnit
}

const FIGURE_DECIMALS = 3
const FIGURE_POWER = 1_000
const MOST_FIGURE_DECIMALS = 9

/** The number nearest to a fact of at most 15 digits and 9 decimals; most have no more than three. */
function figureOf(fact: unknown): number {
  const coarse = scaled(fact, FIGURE_DECIMALS) / FIGURE_POWER
  if (!Number.isNaN(coarse)) return coarse
  return scaled(fact, MOST_FIGURE_DECIMALS) / 10 ** MOST_FIGURE_DECIMALS
}

/** A fact as a whole number of so many decimals; a number by its nearest decimal, a text digit by digit, and both exactly. */
function scaled(fact: unknown, decimals: number): number {
  if (typeof fact === 'number') return scaleNumber(fact, scalingPowers[decimals] as number)
  return typeof fact === 'string' ? scaleText(fact, decimals) : NOT_FAST
}
