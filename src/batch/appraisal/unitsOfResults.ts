import * as read from '../../kernel/input/read.js'
import {
  factNumerator,
  pointsNumerator,
  quotientNumerator,
  type Tally,
} from '../score/factNumerator.js'
import type { FastPart } from '../score/fastPart.js'
import type { FastScorecard } from '../score/fastScorecard.js'
import { type Fields, hides, isPlainObject } from '../score/plainObject.js'
import { scoreUnits, weightOf } from '../score/scoreUnits.js'

/** What rows of results are read by. */
export interface ResultForm {
  readonly card: FastScorecard
  readonly ids: readonly string[]
  readonly positions: ReadonlyMap<string, number>
  /** By the positions of the indicators: the sources that each accepts, or undefined for any. */
  readonly sources: readonly (readonly string[] | undefined)[]
}

/** What was found of a row. */
export interface AppraisalTally extends Tally {
  /** The last period that was found right: most rows have the same. */
  period: unknown
}

/** Nothing was found yet. */
export const noAppraisalTally = (): AppraisalTally => ({ isNear: false, period: null })

/** The units of a row in plain numbers; NaN where the rule itself must decide. */
export function unitsOfResults(input: Fields, form: ResultForm, tally: AppraisalTally): number {
  const { employee, period, results } = input
  tally.isNear = false
  let keys = 0
  for (const key in input)
    keys += key === 'results' || key === 'employee' || key === 'period' ? 1 : Number.NaN
  const given = 1 + (employee === undefined ? 0 : 1) + (period === undefined ? 0 : 1)
  const isRight =
    keys === given &&
    (employee === undefined || employee === null || read.isName(employee)) &&
    isPeriod(period, tally) &&
    isPlainObject(results)
  return isRight ? unitsOf(results, form, tally) : Number.NaN
}

function isPeriod(period: unknown, tally: AppraisalTally): boolean {
  if (period === undefined || period === tally.period) return true
  if (period !== null && read.period(period, [], []) === undefined) return false
  tally.period = period
  return true
}

/** Results mostly come in the order of the indicators, so that each is looked for after the one before. */
function unitsOf(results: Fields, form: ResultForm, tally: Tally): number {
  const { card, ids, positions, sources } = form
  let [numerator, parts, weight] = [0, 0, 0]
  let [next, seen] = [0, 0]
  for (const id in results) {
    const at = id === ids[next] ? next : (positions.get(id) ?? Number.NaN)
    next = at + 1
    const result = results[id]
    const part = card.parts[at]
    if (part === undefined) return Number.NaN
    seen += 1
    if ((result ?? null) === null) continue
    numerator += resultNumerator(result, part, sources[at], card, tally)
    parts += 1
    weight += part.weight
  }
  if (seen < ids.length && hides(results, ids, seen)) return Number.NaN
  return scoreUnits(numerator, weightOf(parts, weight, card), tally, card)
}

/** What a result adds that has the fields of one form, and no others; NaN where it is for the rule itself. */
function resultNumerator(
  result: unknown,
  part: FastPart,
  accepted: readonly string[] | undefined,
  card: FastScorecard,
  tally: Tally,
): number {
  if (!isPlainObject(result)) return Number.NaN
  const { actual, target, points, value, source } = result
  if (!isSource(source, accepted)) return Number.NaN
  const figures = countDefined(actual, target) + countDefined(points, value)
  // One that the loop does not show is no enumerable field, which the rule refuses.
  if (countFields(result) !== figures + countDefined(source, undefined)) return Number.NaN
  if (points === undefined && value === undefined)
    return figures === 2 ? quotientNumerator(actual, target, part, tally) : Number.NaN
  if (figures !== 1) return Number.NaN
  if (value === undefined) return pointsNumerator(points, part, card.decimals)
  return value === null ? Number.NaN : factNumerator(value, part, card.decimals, tally)
}

function countDefined(first: unknown, second: unknown): number {
  return (first === undefined ? 0 : 1) + (second === undefined ? 0 : 1)
}

/** How many of the fields of a result an object shows; NaN where it shows another. */
function countFields(result: Fields): number {
  let count = 0
  for (const key in result) count += FIELDS.has(key) ? 1 : Number.NaN
  return count
}

const FIELDS: ReadonlySet<string> = /* @__PURE__ */ new Set([
  'actual',
  'target',
  'points',
  'value',
  'source',
])

function isSource(source: unknown, accepted: readonly string[] | undefined): boolean {
  // The first one is what most schemes accept, and most results have.
  if (accepted !== undefined) return source === accepted[0] || accepted.includes(source as string)
  return source === undefined || source === null || read.isName(source)
}
