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
import type { Curve, DecayCurve, DecayingEvent, Fading, LinearCurve, PointsCurve } from './curve.js'

/** A curve that is ready to compute with, by what it takes. */
export type ExactCurve = ExactPoints | ExactPieces | ExactRating | ExactChoices | ExactDecay

/** It takes the points themselves, or what stands for them. */
export interface ExactPoints {
  readonly takes: 'points'
  /** The most points that it gives. */
  readonly highest: Fraction
  readonly names: ReadonlyMap<string, Fraction>
  /** How amounts of money become points; null where they do not. */
  readonly money: ExactMoney | null
}

interface ExactMoney {
  readonly currency: string
  readonly line: Line
}

/**
 * It takes a figure: one as it is, one where 1 is 100%, target ÷ actual, or the part of the way from a baseline to the target. The first two
 * may be actual ÷ target.
 */
export interface ExactPieces extends Line {
  readonly takes: 'figure' | 'ratio' | 'inverse' | 'progress'
  readonly highest: Fraction
}

/** Points by pieces of straight lines. */
export interface Line {
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
  readonly events: ReadonlyMap<string, ExactEvent>
}

/** A kind of event. */
export interface ExactEvent {
  /** Of a fresh one. */
  readonly points: Fraction
  readonly windowDays: number | null
  /** Null for one that does not fade. */
  readonly fades: ExactFading | null
  /** The most that all of the kind are worth together, or take; null where nothing bounds them. */
  readonly maximum: Fraction | null
}

type ExactFading =
  | { readonly by: 'half-life'; readonly days: number }
  | { readonly by: 'linear' | 'compound'; readonly days: number; readonly loses: Fraction }

/** Works out the exact form of a curve that was checked. */
export function compileCurve(curve: Curve): ExactCurve {
  switch (curve.kind) {
    case 'points':
      return { takes: 'points', highest: known(curve.maximum), ...standIns(curve) }
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
      const line = lineBetween(curve.knots)
      return { takes: 'figure', highest: highestOf(pointsOf(line.pieces)), ...line }
    }
    case 'choice': {
      const choices = exactEntries(curve.choices)
      return { takes: 'word', highest: highestOf([...choices.values()]), choices }
    }
    case 'decay': {
      const events = Object.entries(curve.events).map(
        ([kind, event]) => [kind, exactEvent(event, curve)] as const,
      )
      return { takes: 'events', highest: known(curve.maximum), events: new Map(events) }
    }
  }
}

/** The points of a figure: those of the last piece whose start it has reached. */
export function pointsAt(figure: Fraction, { below, pieces }: Line): Fraction {
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

/** What may stand for points. */
function standIns({ names = {}, amounts }: PointsCurve): Pick<ExactPoints, 'names' | 'money'> {
  const money = amounts && { currency: amounts.currency, line: lineBetween(amounts.knots) }
  return { names: exactEntries(names), money: money ?? null }
}

/** A kind says itself what it does, or the curve does. */
function exactEvent(event: number | DecayingEvent, curve: DecayCurve): ExactEvent {
  const own: DecayingEvent = typeof event === 'number' ? { points: event } : event
  const points = known(own.points)
  const isFaded = own.halfLifeDays !== undefined || own.steps !== undefined
  return {
    points,
    windowDays: own.windowDays ?? curve.windowDays ?? null,
    fades: points.n < 0n ? null : exactFading(isFaded ? own : curve),
    maximum: own.maximum === undefined ? null : known(own.maximum),
  }
}

function exactFading({ halfLifeDays, steps }: Fading): ExactFading | null {
  if (steps !== undefined)
    return { by: steps.kind, days: steps.everyDays, loses: known(steps.loses) }
  return halfLifeDays === undefined ? null : { by: 'half-life', days: halfLifeDays }
}

function lineBetween(knots: LinearCurve['knots']): Line {
  const pieces = piecesBetween(knots)
  const [below = ZERO] = pointsOf(pieces)
  return { below, pieces }
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
