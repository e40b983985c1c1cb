import { add, at, type Issue, type Path } from '../input/issue.js'
import { hasField, readArray, readFields, readWord } from '../input/values.js'
import { EVENT_TOO_LATE } from '../issues.js'
import { readDecimal, readRatio } from '../number/decimal.js'
import { divide, type Fraction, multiply, smaller, sum, ZERO } from '../number/fraction.js'
import { isQuotient, readActualAndTarget, readQuotient } from '../number/quotient.js'
import { dayNumber, readDate } from '../time/dates.js'
import { remainingShare } from './decay.js'
import {
  type ExactChoices,
  type ExactCurve,
  type ExactDecay,
  type ExactPieces,
  pointsAt,
} from './exactCurve.js'

/** A fact that was read. */
export interface ReadFact {
  readonly points: Fraction
  /** Actual ÷ target, where it was given as both, or as a ratio; else null. */
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

/** Of nothing at all, the least there can be, the points are the highest. */
function readInverse(fact: unknown, curve: ExactPieces, path: Path, issues: Issue[]) {
  const { actual, target } = readActualAndTarget(fact, path, issues, ZERO)
  if (actual === undefined || target === undefined) return undefined
  const points = actual.n === 0n ? curve.highest : pointsAt(divide(target, actual), curve)
  return { points, ratio: divide(actual, target) }
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
