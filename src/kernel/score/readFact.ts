import { add, at, type Issue, type Path, show } from '../input/issue.js'
import { hasField, readArray, readFields, readWord } from '../input/values.js'
import {
  BASELINE_IS_TARGET,
  EVENT_TOO_LATE,
  FACT_IN_OTHER_CURRENCY,
  NO_POINTS_NOR_MONEY,
  POINTS_LOOK_LIKE_MONEY,
} from '../issues.js'
import { isDecimal, readDecimal, readRatio, readWithin, writeDecimal } from '../number/decimal.js'
import {
  absolute,
  compare,
  divide,
  type Fraction,
  HUNDRED,
  isNegative,
  isZero,
  larger,
  multiply,
  negate,
  add as plus,
  smaller,
  subtract,
  sum,
  ZERO,
} from '../number/fraction.js'
import { isQuotient, readQuotient } from '../number/quotient.js'
import { dayNumber, readDate } from '../time/dates.js'
import { compoundShare, linearShare, remainingShare } from './decay.js'
import {
  type ExactChoices,
  type ExactCurve,
  type ExactDecay,
  type ExactEvent,
  type ExactPieces,
  type ExactPoints,
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
      return readStandIn(fact, curve, path, issues)
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
  const points = readWithin(fact, path, issues, { minimum: ZERO, maximum: highest })
  return points && { points, ratio: null }
}

/** Points, or a name or an amount of money that stands for some. */
function readStandIn(fact: unknown, curve: ExactPoints, path: Path, issues: Issue[]) {
  const { names, money } = curve
  if (money !== null && hasField(fact, 'amount')) return readAmount(fact, money, path, issues)
  if (names.size === 0 || typeof fact !== 'string' || isDecimal(fact)) {
    const found: Issue[] = []
    const points = readPoints(fact, curve, path, found)
    for (const one of found) add(issues, money === null ? one : tellOfMoney(one))
    return points
  }
  const name = readWord(fact, path, [...names.keys()], issues)
  return name === undefined ? undefined : { points: names.get(name) ?? ZERO, ratio: null }
}

/** Whoever gives a bare amount has to hear how money is given. */
function tellOfMoney(found: Issue): Issue {
  const { code, params, path } = found
  if (code === 'NUMBER_OUT_OF_RANGE') return at(POINTS_LOOK_LIKE_MONEY, path, params)
  const isNumber = code !== 'NUMBER_INVALID' || params.exponent !== undefined
  return isNumber ? found : at(NO_POINTS_NOR_MONEY, path, params)
}

function readAmount(
  fact: unknown,
  { currency, line }: NonNullable<ExactPoints['money']>,
  path: Path,
  issues: Issue[],
) {
  const fields = readFields(fact, path, ['amount', 'currency'], issues)
  const amount = readWithin(fields?.['amount'], [...path, 'amount'], issues, { minimum: ZERO })
  const given = fields?.['currency'] ?? currency
  if (given !== currency) {
    const params = { given: show(given), expected: currency }
    add(issues, at(FACT_IN_OTHER_CURRENCY, [...path, 'currency'], params))
    return undefined
  }
  return amount && { points: pointsAt(amount, line), ratio: null }
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
    readWithin(fields[key], [...path, key], issues, { minimum: ZERO }),
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
  const rating = readWithin(fact, path, issues, scale)
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
  const read = events.map((event, index) =>
    readEvent(event, { asOf, curve, path: [...path, 'events', index] }, issues),
  )
  if (issues.length > before) return undefined
  return { points: addEvents(read as ReadEvent[], curve), ratio: null }
}

/** What an event is read by. */
interface EventPlace {
  readonly asOf: string
  readonly curve: ExactDecay
  readonly path: Path
}

interface ReadEvent {
  readonly kind: string
  readonly ageDays: number
}

/** Reads an event; undefined where it is wrong. */
function readEvent(
  event: unknown,
  { asOf, curve, path }: EventPlace,
  issues: Issue[],
): ReadEvent | undefined {
  const fields = readFields(event, path, ['date', 'kind'], issues)
  if (fields === undefined) return undefined
  const date = readDate(fields['date'], [...path, 'date'], issues)
  const kind = readWord(fields['kind'], [...path, 'kind'], [...curve.events.keys()], issues)
  if (date === undefined || kind === undefined) return undefined
  if (date > asOf) {
    add(issues, at(EVENT_TOO_LATE, [...path, 'date'], { from: date, to: asOf }))
    return undefined
  }
  return { kind, ageDays: dayNumber(asOf) - dayNumber(date) }
}

/** What events have faded to, each kind up to its bound; all together at least 0 and at most the maximum. */
function addEvents(events: readonly ReadEvent[], { events: kinds, highest }: ExactDecay): Fraction {
  const worth = new Map<string, Fraction>()
  for (const { kind, ageDays } of events) {
    const left = worthOf(kinds.get(kind) as ExactEvent, ageDays)
    worth.set(kind, plus(worth.get(kind) ?? ZERO, left))
  }
  const bounded = [...worth].map(([kind, points]) =>
    bound(points, kinds.get(kind)?.maximum ?? null),
  )
  return smaller(larger(sum(bounded), ZERO), highest)
}

function worthOf({ points, windowDays, fades }: ExactEvent, ageDays: number): Fraction {
  if (windowDays !== null && ageDays > windowDays) return ZERO
  if (fades === null) return points
  if (fades.by === 'half-life') return multiply(points, remainingShare(ageDays, fades.days))
  const shareAfter = fades.by === 'linear' ? linearShare : compoundShare
  return multiply(points, shareAfter(Math.floor(ageDays / fades.days), fades.loses))
}

function bound(points: Fraction, maximum: Fraction | null): Fraction {
  if (maximum === null || compare(absolute(points), maximum) <= 0) return points
  return isNegative(points) ? negate(maximum) : maximum
}
