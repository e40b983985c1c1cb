/**
 * What a fact adds to the numerator of a score in plain numbers. NaN says that the fact is not for plain numbers: too many digits, another
 * form, or wrong. The rule itself then decides between a score and an issue, so that nothing is decided here that it would decide
 * otherwise.
 */
import { LARGEST, scaleNumber, scaleText, scalingPowers } from '../number/scaled.js'
import type { FastPart, FastPieces } from './fastPart.js'
import { type Fields, isPlainObject } from './plainObject.js'

/** A score that is being put together. */
export interface Tally {
  /** A computed quotient is in the numerator, which is then only near the true one. */
  isNear: boolean
}

const NOT_FAST = Number.NaN

/** Points that were scored elsewhere, whatever the curve. */
export function pointsNumerator(fact: unknown, part: FastPart, decimals: number): number {
  const points = scaled(fact, decimals)
  return points >= 0 && points <= part.most ? points * part.perPoint : NOT_FAST
}

/** A fact in any form, as the part's curve takes it. */
export function factNumerator(
  fact: unknown,
  part: FastPart,
  decimals: number,
  tally: Tally,
): number {
  if (typeof fact === 'object') return objectNumerator(fact, part, decimals, tally)
  switch (part.takes) {
    case 'points':
      return pointsNumerator(fact, part, decimals)
    case 'figure':
    case 'ratio':
      return figureNumerator(fact, part.pieces)
    case 'word':
      return typeof fact === 'string' ? (part.choices.get(fact) ?? NOT_FAST) : NOT_FAST
    default:
      return NOT_FAST
  }
}

function objectNumerator(
  fact: object | null,
  part: FastPart,
  decimals: number,
  tally: Tally,
): number {
  if (!isPlainObject(fact)) return NOT_FAST
  const { points, actual, target } = fact
  if (points !== undefined)
    return countOf(fact, 'points') === 1 ? pointsNumerator(points, part, decimals) : NOT_FAST
  return countOf(fact, 'actual', 'target') === 2
    ? quotientNumerator(actual, target, part, tally)
    : NOT_FAST
}

/** How many of these keys an object shows; NaN where it shows another. */
function countOf(fact: Fields, first: string, second = first): number {
  let count = 0
  for (const key in fact) count += key === first || key === second ? 1 : Number.NaN
  return count
}

/**
 * A figure as it is. Starts and figure are the numbers nearest to decimals of at most 15 digits; no two such decimals have the same
 * nearest number, and nearest numbers keep their order, so that comparing them compares those.
 *
 * On a piece that rises, the run is a whole number, and the rise no more than the points of the part, so that the product is exact.
 */
function figureNumerator(fact: unknown, pieces: FastPieces): number {
  const figure = figureOf(fact)
  if (!(Math.abs(figure) < pieces.limit)) return NOT_FAST
  const at = lastReached(figure, pieces.starts)
  if (at < 0) return pieces.below
  const [start, slope] = [pieces.scaledStarts[at] as number, pieces.slopes[at] as number]
  const numerator = pieces.numerators[at] as number
  return slope === 0 ? numerator : numerator + (scaled(fact, pieces.decimals) - start) * slope
}

/** The last start that is at most the figure, or −1. */
function lastReached(figure: number, starts: Float64Array): number {
  let next = 0
  while (next < starts.length && figure >= (starts[next] as number)) next += 1
  return next - 1
}

/** Actual ÷ target, as the part's curve takes it. */
export function quotientNumerator(
  actual: unknown,
  target: unknown,
  { takes, pieces }: FastPart,
  tally: Tally,
): number {
  const over = figureOf(actual)
  const under = figureOf(target)
  // False for NaN, too.
  if (!(under > 0 && Math.abs(over) < Number.POSITIVE_INFINITY)) return NOT_FAST
  // What is divided by −0 would be below everything, and by 0 it is above.
  if (takes === 'inverse')
    return over >= 0 ? continuous(under / Math.abs(over), pieces, tally) : NOT_FAST
  if (takes !== 'figure' && takes !== 'ratio') return NOT_FAST
  return pieces.isContinuous
    ? continuous(over / under, pieces, tally)
    : stepped(over, under, pieces)
}

/**
 * A quotient on a curve without jumps is only near the true one, and so is what it adds; that a piece is taken for reached too early or too
 * late makes no difference that the tolerance does not cover. Where it is surely on a flat piece, or on a start, there is no doubt.
 */
function continuous(quotient: number, pieces: FastPieces, tally: Tally): number {
  const { starts, numerators, slopes } = pieces
  const at = lastReached(quotient, starts)
  const slope = at < 0 ? 0 : (slopes[at] as number)
  if (!isSure(quotient, at, slope, pieces)) tally.isNear = true
  if (at < 0) return pieces.below
  const numerator = numerators[at] as number
  if (slope === 0) return numerator
  const run = (quotient - (starts[at] as number)) * (scalingPowers[pieces.decimals] as number)
  return numerator + run * slope
}

/** A comparison with what is not there is false. */
function isSure(
  quotient: number,
  at: number,
  slope: number,
  { sureFrom, sureBefore }: FastPieces,
): boolean {
  if (slope !== 0) return quotient === sureFrom[at] && quotient === sureBefore[at]
  return !(quotient < (sureFrom[at] as number)) && !(quotient > (sureBefore[at + 1] as number))
}

/** A quotient on steps, of which the last one counts that it has surely reached. */
function stepped(actual: number, target: number, pieces: FastPieces): number {
  const { starts, sureFrom, sureBefore, numerators, below } = pieces
  const quotient = actual / target
  let step = -1
  for (let next = 0; next < starts.length; next += 1) {
    if (quotient < (sureBefore[next] as number)) break
    const isSure = quotient >= (sureFrom[next] as number)
    const beyond = isSure ? 1 : beyondStart(actual, target, pieces, next)
    if (Number.isNaN(beyond)) return NOT_FAST
    if (beyond >= 0) step = next
  }
  return step < 0 ? below : (numerators[step] as number)
}

/** Below zero, zero or above zero, as actual ÷ target is less than, equal to or more than a start; NaN where plain numbers cannot tell. */
function beyondStart(actual: number, target: number, pieces: FastPieces, step: number): number {
  // Both sides are products of whole numbers, exact up to 2^53 − 1; a larger product is not computed as a smaller one.
  const left = scaleNumber(actual, FIGURE_POWER) * (scalingPowers[pieces.decimals] as number)
  const right = scaleNumber(target, FIGURE_POWER) * (pieces.scaledStarts[step] as number)
  const isExact = Math.abs(left) <= LARGEST && Math.abs(right) <= LARGEST
  return isExact ? left - right : NOT_FAST
}

const FIGURE_POWER = 1_000
const MOST_FIGURE_DECIMALS = 9

/** The number nearest to a fact of at most 15 digits and 9 decimals; most are numbers and have no more than three, and say so themselves. */
function figureOf(fact: unknown): number {
  if (typeof fact === 'number' && !Number.isNaN(scaleNumber(fact, FIGURE_POWER))) return fact
  return scaled(fact, MOST_FIGURE_DECIMALS) / 10 ** MOST_FIGURE_DECIMALS
}

/** A fact as a whole number of so many decimals. */
function scaled(fact: unknown, decimals: number): number {
  if (typeof fact === 'number') return scaleNumber(fact, scalingPowers[decimals] as number)
  return typeof fact === 'string' ? scaleText(fact, decimals) : NOT_FAST
}
