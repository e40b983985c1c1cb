/**
 * A curve in exact numbers. Whatever is measured on a figure, be it a ratio, steps or a line between knots, is pieces of straight lines,
 * so that it is decided in one place which of them owns a threshold.
 */
import { known } from '../number/decimal.js'
import {
  add,
  compare,
  divide,
  type Fraction,
  HUNDRED,
  multiply,
  subtract,
  ZERO,
} from '../number/fraction.js'
import type { Curve, LinearCurve } from './curve.js'

/** A curve that is ready to compute with, by what it takes. */
export type ExactCurve = ExactPoints | ExactPieces | ExactRating | ExactChoices | ExactDecay

/** It takes the points themselves. */
interface ExactPoints {
  readonly takes: 'points'
  /** The most points that it gives. */
  readonly highest: Fraction
}

/**
 * It takes a figure: one as it is, one where 1 is 100%, target ÷ actual, or the part of the way from a baseline to the target. The first two
 * may be actual ÷ target.
 */
export interface ExactPieces {
  readonly takes: 'figure' | 'ratio' | 'inverse' | 'progress'
  readonly highest: Fraction
  /** The points below the first piece. */
  readonly below: Fraction
  /** From the lowest start to the highest; the last one goes on for ever, flat. */
  readonly pieces: readonly Piece[]
}

/** A part of a curve, up to where the next one starts. The start is on it. */
interface Piece {
  readonly from: Fraction
  /** At its start. */
  readonly points: Fraction
  /** What one more in the figure adds. */
  readonly slope: Fraction
}

/** It takes a rating on a scale. */
export interface ExactRating {
  readonly takes: 'rating'
  readonly highest: Fraction
  readonly minimum: Fraction
  readonly maximum: Fraction
}

/** It takes a word. */
export interface ExactChoices {
  readonly takes: 'word'
  readonly highest: Fraction
  readonly choices: ReadonlyMap<string, Fraction>
}

/** It takes dated events. */
export interface ExactDecay {
  readonly takes: 'events'
  readonly highest: Fraction
  readonly halfLifeDays: number
  /** What a fresh event of each kind is worth. */
  readonly events: ReadonlyMap<string, Fraction>
}

/** Works out the exact form of a curve that was checked. */
export function compileCurve(curve: Curve): ExactCurve {
  switch (curve.kind) {
    case 'points':
      return { takes: 'points', highest: known(curve.maximum) }
    case 'ratio':
      return { takes: 'ratio', ...betweenLimits(curve) }
    case 'lower-is-better':
      return { takes: 'inverse', ...betweenLimits(curve) }
    case 'progress':
      return { takes: 'progress', ...betweenLimits(curve) }
    case 'rating': {
      const [minimum, maximum] = [known(curve.minimum), known(curve.maximum)]
      return { takes: 'rating', highest: HUNDRED, minimum, maximum }
    }
    case 'steps': {
      const pieces = curve.steps.map(({ from, points }) => flat(known(from), points))
      const below = known(curve.below)
      return { takes: 'figure', highest: highestOf([below, ...pointsOf(pieces)]), below, pieces }
    }
    case 'linear': {
      const pieces = piecesBetween(curve.knots)
      const [below = ZERO] = pointsOf(pieces)
      return { takes: 'figure', highest: highestOf(pointsOf(pieces)), below, pieces }
    }
    case 'choice': {
      const choices = exactEntries(curve.choices)
      return { takes: 'word', highest: highestOf([...choices.values()]), choices }
    }
    case 'decay': {
      const { halfLifeDays, events, maximum } = curve
      const highest = known(maximum)
      return { takes: 'events', highest, halfLifeDays, events: exactEntries(events) }
    }
  }
}

/** The points of a figure: those of the last piece whose start it has reached. */
export function pointsAt(figure: Fraction, { below, pieces }: ExactPieces): Fraction {
  let reached: Piece | undefined
  for (const piece of pieces) {
    if (compare(piece.from, figure) > 0) break
    reached = piece
  }
  if (reached === undefined) return below
  const { from, points, slope } = reached
  return slope.n === 0n ? points : add(points, multiply(subtract(figure, from), slope))
}

/** Points are the ratio × 100, from the floor to the cap. */
function betweenLimits(limits: { readonly floor: number; readonly cap: number }) {
  const [floor, cap] = [known(limits.floor), known(limits.cap)]
  const rising = { from: divide(floor, HUNDRED), points: floor, slope: HUNDRED }
  const pieces = [rising, flat(divide(cap, HUNDRED), limits.cap)]
  return { highest: cap, below: floor, pieces }
}

function flat(from: Fraction, points: number): Piece {
  return { from, points: known(points), slope: ZERO }
}

function piecesBetween(knots: LinearCurve['knots']): Piece[] {
  return knots.map(({ at, points }, index) => {
    const left = flat(known(at), points)
    const next = knots[index + 1]
    if (next === undefined) return left
    const rise = subtract(known(next.points), left.points)
    return { ...left, slope: divide(rise, subtract(known(next.at), left.from)) }
  })
}

const pointsOf = (pieces: readonly Piece[]) => pieces.map(({ points }) => points)

function exactEntries(points: Readonly<Record<string, number>>): ReadonlyMap<string, Fraction> {
  return new Map(Object.entries(points).map(([word, value]) => [word, known(value)]))
}

function highestOf(points: readonly Fraction[]): Fraction {
  return points.reduce((most, one) => (compare(one, most) > 0 ? one : most), ZERO)
}
