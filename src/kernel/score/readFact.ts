import { add, at, type Issue, type Path } from '../input/issue.js'
import { hasField, readArray, readFields, readWord } from '../input/values.js'
import { BASELINE_IS_TARGET, EVENT_TOO_LATE } from '../issues.js'
import { readDecimal, readRatio, writeDecimal } from '../number/decimal.js'
import {
  divide,
  type Fraction,
  HUNDRED,
  isZero,
  multiply,
  smaller,
  subtract,
  sum,
  ZERO,
} from '../number/fraction.js'
import { isQuotient, readQuotient } from '../number/quotient.js'
import { dayNumber, readDate } from '../time/dates.js'
import { remainingShare } from './decay.js'
import {
  type ExactChoices,
  type ExactCurve,
  type ExactDecay,
  type ExactPieces,
  type ExactRating,
  pointsAt,
} from './exactCurve.js'

/** A fact that was read. */
export interface ReadFact {
  readonly points: Fraction
  /** Actual ÷ target, or the part of the way from the baseline, where it was given as these, or as a ratio; else null. */
  readonly ratio: Fraction | null
}

/**
 * Reads a fact as its curve takes it; on failure adds issues and returns undefined. Whatever the curve, a fact may be given as
 * `{ points }` when it was scored elsewhere.
 */
export function readFact(
  fact: unknown,
  curve: ExactCurve,
  path: Path,
  issues: Issue[],
): ReadFact | undefined {
  if (hasField(fact, 'points')) {
    const fields = readFields(fact, path, ['points'], issues)
    return readPoints(fields?.['points'], curve, [...path, 'points'], issues)
  }
  switch (curve.takes) {
    case 'points':
      return readPoints(fact, curve, path, issues)
    case 'figure':
    case 'ratio':
      return readFigure(fact, curve, path, issues)
    case 'inverse':
      return readInverse(fact, curve, path, issues)
    case 'progress':
      return readProgress(fact, curve, path, issues)
    case 'rating':
      return readRating(fact, curve, path, issues)
    case 'word':
      return readChoice(fact, curve, path, issues)
    case 'events':
      return readEvents(fact, curve, path, issues)
  }
}

function readPoints(fact: unknown, { highest }: ExactCurve, path: Path, issues: Issue[]) {
  const points = readDecimal(fact, path, issues, { minimum: ZERO, maximum: highest })
  return points && { points, ratio: null }
}

/** A figure as it is, or actual ÷ target. A bare ratio of 10 or more is a percentage by mistake, a figure of that size is not. */
function readFigure(fact: unknown, curve: ExactPieces, path: Path, issues: Issue[]) {
  const isRatio = isQuotient(fact) || curve.takes === 'ratio'
  const readBare = isRatio ? readRatio : readDecimal
  const figure = (isQuotient(fact) ? readQuotient : readBare)(fact, path, issues)
  if (figure === undefined) return undefined
  return { points: pointsAt(figure, curve), ratio: isRatio ? figure : null }
}

/** Of nothing at all, the least there can be, the points are the highest. A target of 0 is met or not, and nothing is a part of it. */
function readInverse(fact: unknown, curve: ExactPieces, path: Path, issues: Issue[]) {
  const fields = readFields(fact, path, ['actual', 'target'], issues)
  if (fields === undefined) return undefined
  const [actual, target] = (['actual', 'target'] as const).map((key) =>
    readDecimal(fields[key], [...path, key], issues, { minimum: ZERO }),
  )
  if (actual === undefined || target === undefined) return undefined
  const points = isZero(actual) ? curve.highest : pointsAt(divide(target, actual), curve)
  return { points, ratio: isZero(target) ? null : divide(actual, target) }
}

/** How much of the way from the baseline to the target was gone, up or down. */
function readProgress(fact: unknown, curve: ExactPieces, path: Path, issues: Issue[]) {
  const fields = readFields(fact, path, ['actual', 'target', 'baseline'], issues)
  if (fields === undefined) return undefined
  const [actual, target, baseline] = (['actual', 'target', 'baseline'] as const).map((key) =>
    readDecimal(fields[key], [...path, key], issues),
  )
  if (actual === undefined || target === undefined || baseline === undefined) return undefined
  const way = subtract(target, baseline)
  if (isZero(way)) {
    add(issues, at(BASELINE_IS_TARGET, [...path, 'baseline'], { given: writeDecimal(baseline) }))
    return undefined
  }
  const ratio = divide(subtract(actual, baseline), way)
  return { points: pointsAt(ratio, curve), ratio }
}

function readRating(fact: unknown, scale: ExactRating, path: Path, issues: Issue[]) {
  const rating = readDecimal(fact, path, issues, scale)
  return rating && { points: divide(multiply(rating, HUNDRED), scale.maximum), ratio: null }
}

function readChoice(fact: unknown, { choices }: ExactChoices, path: Path, issues: Issue[]) {
  const chosen = readWord(fact, path, [...choices.keys()], issues)
  return chosen === undefined ? undefined : { points: choices.get(chosen) ?? ZERO, ratio: null }
}

function readEvents(fact: unknown, curve: ExactDecay, path: Path, issues: Issue[]) {
  const before = issues.length
  const fields = readFields(fact, path, ['asOf', 'events'], issues)
  if (fields === undefined) return undefined
  const asOf = readDate(fields['asOf'], [...path, 'asOf'], issues)
  const events = readArray(fields['events'], [...path, 'events'], issues)
  if (asOf === undefined || events === undefined) return undefined
  const worth = events.map((event, index) =>
    readEvent(event, { asOf, curve, path: [...path, 'events', index] }, issues),
  )
  if (issues.length > before) return undefined
  return { points: smaller(sum(worth), curve.highest), ratio: null }
}

/** What an event is read by. */
interface EventPlace {
  readonly asOf: string
  readonly curve: ExactDecay
  readonly path: Path
}

/** What an event is worth; nothing where it is wrong. */
function readEvent(event: unknown, { asOf, curve, path }: EventPlace, issues: Issue[]): Fraction {
  const fields = readFields(event, path, ['date', 'kind'], issues)
  if (fields === undefined) return ZERO
  const date = readDate(fields['date'], [...path, 'date'], issues)
  const kind = readWord(fields['kind'], [...path, 'kind'], [...curve.events.keys()], issues)
  if (date === undefined || kind === undefined) return ZERO
  if (date > asOf) {
    add(issues, at(EVENT_TOO_LATE, [...path, 'date'], { from: date, to: asOf }))
    return ZERO
  }
  const age = dayNumber(asOf) - dayNumber(date)
  return multiply(curve.events.get(kind) ?? ZERO, remainingShare(age, curve.halfLifeDays))
}
