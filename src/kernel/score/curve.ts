/** A curve turns one fact into points: an attainment, a satisfaction score, a level of authority, a list of visits. */

import { type Issue, issueAt, type Path } from '../input/issue.js'
import { readArray, readFields, readWord } from '../input/values.js'
import { type Bounds, known, readDecimal, readRatio } from '../number/decimal.js'
import {
  add,
  compare,
  divide,
  type Fraction,
  HUNDRED,
  larger,
  multiply,
  smaller,
  subtract,
  sum,
  ZERO,
} from '../number/fraction.js'
import { dayNumber, readDate } from '../time/dates.js'
import { remainingShare } from './decay.js'

/** The fact is the points. */
export interface PointsCurve {
  readonly kind: 'points'
  /** The most points there are. */
  readonly maximum: number
}

/** Points are actual ÷ target × 100, within a floor and a cap. */
export interface RatioCurve {
  readonly kind: 'ratio'
  readonly floor: number
  readonly cap: number
}

/** Points are target ÷ actual × 100, within a floor and a cap: half the complaints allowed is twice as good. */
export interface LowerIsBetterCurve {
  readonly kind: 'lower-is-better'
  readonly floor: number
  readonly cap: number
}

/** Points of the highest step whose start the fact has reached. */
export interface StepsCurve {
  readonly kind: 'steps'
  /** Points below the first step. */
  readonly below: number
  /** From the lowest start to the highest; the start itself is on the step. */
  readonly steps: readonly { readonly from: string; readonly points: number }[]
}

/** Points on straight lines between knots, flat before the first and after the last. */
export interface LinearCurve {
  readonly kind: 'linear'
  /** From the lowest position to the highest, at least two. */
  readonly knots: readonly { readonly at: string; readonly points: number }[]
}

/** Points by name. */
export interface ChoiceCurve {
  readonly kind: 'choice'
  readonly choices: Readonly<Record<string, number>>
}

/** Points of dated events, each halved with every half-life since, up to a maximum. */
export interface DecayCurve {
  readonly kind: 'decay'
  readonly halfLifeDays: number
  /** What a fresh event of each kind is worth. */
  readonly events: Readonly<Record<string, number>>
  readonly maximum: number
}

/** How a fact becomes points. */
export type Curve =
  | PointsCurve
  | RatioCurve
  | LowerIsBetterCurve
  | StepsCurve
  | LinearCurve
  | ChoiceCurve
  | DecayCurve

/**
 * The points of a fact; on failure adds an issue and returns undefined.
 *
 * Whatever the curve, a fact may be given as `{ points }` when it was scored elsewhere.
 *
 * @internal
 */
export function pointsOf(
  fact: unknown,
  curve: Curve,
  path: Path,
  issues: Issue[],
): Fraction | undefined {
  if (isObjectWith(fact, 'points')) {
    const fields = readFields(fact, path, ['points'], issues)
    const bounds = { minimum: ZERO, maximum: highestPoints(curve) }
    return readDecimal(fields?.['points'], [...path, 'points'], issues, bounds)
  }
  switch (curve.kind) {
    case 'points':
      return readDecimal(fact, path, issues, { minimum: ZERO, maximum: known(curve.maximum) })
    case 'ratio':
      return ratioPoints(fact, curve, path, issues)
    case 'lower-is-better':
      return lowerIsBetterPoints(fact, curve, path, issues)
    case 'steps':
      return stepPoints(readFigure(fact, path, issues), curve)
    case 'linear':
      return linearPoints(readFigure(fact, path, issues), curve)
    case 'choice':
      return choicePoints(fact, curve, path, issues)
    case 'decay':
      return decayPoints(fact, curve, path, issues)
  }
}

function isObjectWith(fact: unknown, key: string): boolean {
  try {
    return Object.hasOwn(fact as object, key)
  } catch {
    // Nothing at all, or a proxy that throws: the object cannot be read.
    return false
  }
}

/** The most points that a curve can give. */
export function highestPoints(curve: Curve): Fraction {
  switch (curve.kind) {
    case 'points':
    case 'decay':
      return known(curve.maximum)
    case 'ratio':
    case 'lower-is-better':
      return known(curve.cap)
    case 'steps':
      return highest([curve.below, ...curve.steps.map((step) => step.points)])
    case 'linear':
      return highest(curve.knots.map((knot) => knot.points))
    case 'choice':
      return highest(Object.values(curve.choices))
  }
}

function highest(points: readonly number[]): Fraction {
  return known(Math.max(...points))
}

function ratioPoints(fact: unknown, curve: RatioCurve, path: Path, issues: Issue[]) {
  const ratio = readFigure(fact, path, issues, readRatio)
  return ratio && within(multiply(ratio, HUNDRED), curve)
}

/** A figure as it is, or actual ÷ target. A bare ratio of 10 or more is a percentage by mistake only where a ratio is due. */
function readFigure(
  fact: unknown,
  path: Path,
  issues: Issue[],
  readBare: typeof readRatio = readDecimal,
): Fraction | undefined {
  if (!isObjectWith(fact, 'actual')) return readBare(fact, path, issues)
  const { actual, target } = readActualAndTarget(fact, path, issues)
  return actual && target && divide(actual, target)
}

function readActualAndTarget(fact: unknown, path: Path, issues: Issue[], bounds?: Bounds) {
  const fields = readFields(fact, path, ['actual', 'target'], issues)
  if (fields === undefined) return { actual: undefined, target: undefined }
  const above = { minimum: ZERO, above: true }
  return {
    actual: readDecimal(fields['actual'], [...path, 'actual'], issues, bounds),
    target: readDecimal(fields['target'], [...path, 'target'], issues, above),
  }
}

function lowerIsBetterPoints(
  fact: unknown,
  curve: LowerIsBetterCurve,
  path: Path,
  issues: Issue[],
) {
  const { actual, target } = readActualAndTarget(fact, path, issues, { minimum: ZERO })
  if (actual === undefined || target === undefined) return undefined
  if (actual.n === 0n) return known(curve.cap)
  return within(multiply(divide(target, actual), HUNDRED), curve)
}

function within(points: Fraction, { floor, cap }: { floor: number; cap: number }): Fraction {
  return smaller(larger(points, known(floor)), known(cap))
}

function stepPoints(figure: Fraction | undefined, { below, steps }: StepsCurve) {
  if (figure === undefined) return undefined
  const reached = steps.filter((step) => compare(known(step.from), figure) <= 0).at(-1)
  return known(reached?.points ?? below)
}

function linearPoints(figure: Fraction | undefined, { knots }: LinearCurve): Fraction | undefined {
  if (figure === undefined) return undefined
  const after = knots.findIndex((knot) => compare(figure, known(knot.at)) < 0)
  const right = knots[after === -1 ? knots.length - 1 : after]
  const left = knots[after === -1 ? knots.length - 1 : Math.max(after - 1, 0)]
  if (left === undefined || right === undefined) return undefined
  if (left === right) return known(left.points)
  const width = subtract(known(right.at), known(left.at))
  const share = divide(subtract(figure, known(left.at)), width)
  const rise = subtract(known(right.points), known(left.points))
  return add(known(left.points), multiply(share, rise))
}

function choicePoints(fact: unknown, { choices }: ChoiceCurve, path: Path, issues: Issue[]) {
  const chosen = readWord(fact, path, Object.keys(choices), issues)
  return chosen === undefined ? undefined : known(choices[chosen] ?? 0)
}

function decayPoints(fact: unknown, curve: DecayCurve, path: Path, issues: Issue[]) {
  const before = issues.length
  const fields = readFields(fact, path, ['asOf', 'events'], issues)
  if (fields === undefined) return undefined
  const asOf = readDate(fields['asOf'], [...path, 'asOf'], issues)
  const events = readArray(fields['events'], [...path, 'events'], issues)
  if (asOf === undefined || events === undefined) return undefined
  const worth = events.map((event, index) =>
    eventPoints(event, asOf, curve, [...path, 'events', index], issues),
  )
  return issues.length > before ? undefined : smaller(sum(worth), known(curve.maximum))
}

function eventPoints(
  event: unknown,
  asOf: string,
  curve: DecayCurve,
  path: Path,
  issues: Issue[],
): Fraction {
  const fields = readFields(event, path, ['date', 'kind'], issues)
  if (fields === undefined) return ZERO
  const date = readDate(fields['date'], [...path, 'date'], issues)
  const kind = readWord(fields['kind'], [...path, 'kind'], Object.keys(curve.events), issues)
  if (date === undefined || kind === undefined) return ZERO
  if (date > asOf) {
    const text = `got ${date}, which is after ${asOf}. Leave later events out, or score as of a later day.`
    issues.push(issueAt('DATES_OUT_OF_ORDER', [...path, 'date'], { from: date, to: asOf }, text))
    return ZERO
  }
  const age = dayNumber(asOf) - dayNumber(date)
  return multiply(known(curve.events[kind] ?? 0), remainingShare(age, curve.halfLifeDays))
}
