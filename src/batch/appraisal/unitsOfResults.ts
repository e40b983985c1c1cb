import * as read from '../../kernel/input/read.js'
import {
  factNumerator,
  pointsNumerator,
  quotientNumerator,
  type Tally,
} from '../score/factNumerator.js'
import type { FastScorecard } from '../score/fastScorecard.js'
import { bitOf, type Fields, hides, isPlainObject } from '../score/plainObject.js'
import { scoreUnits, weightWithout } from '../score/scoreUnits.js'

/** What rows of results are read by. */
export interface ResultForm {
  readonly card: FastScorecard
  readonly ids: readonly string[]
  readonly positions: ReadonlyMap<string, number>
  /** By the positions of the indicators: the sources that each accepts, or undefined for any. */
  readonly sources: readonly (readonly (string | null)[] | undefined)[]
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
  for (const key in input) {
    if (key !== 'results' && key !== 'employee' && key !== 'period') return Number.NaN
    keys += 1
  }
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
  const { card, ids, positions } = form
  let numerator = 0
  let parts = 0
  let next = 0
  let keys = 0
  let seen = 0
  for (const id in results) {
    if (id !== ids[next]) next = positions.get(id) ?? ids.length
    if (next === ids.length) return Number.NaN
    const result = results[id]
    if (result !== undefined && result !== null) {
      numerator += resultNumerator(result, next, form, tally)
      parts += 1
    }
    seen |= bitOf(next)
    next += 1
    keys += 1
  }
  if (keys < ids.length && hides(results, ids, seen)) return Number.NaN
  return scoreUnits(numerator, weightOf(results, form, parts), tally, card)
}

/** The weight that a score of so many results is divided by; NaN where the rule itself must decide. */
function weightOf(results: Fields, { card, ids }: ResultForm, parts: number): number {
  if (parts === ids.length) return card.weight
  return weightWithout(card, (at) => (results[ids[at] ?? ''] ?? null) === null)
}

/** What a result adds that has the fields of one form, and no others; NaN where it is for the rule itself. */
function resultNumerator(
  result: unknown,
  at: number,
  { card, sources }: ResultForm,
  tally: Tally,
): number {
  const part = card.parts[at]
  if (part === undefined || !isPlainObject(result)) return Number.NaN
  const { actual, target, points, value, source } = result
  if (!isSource(source, sources[at])) return Number.NaN
  const fields = countFields(result) - (source === undefined ? 0 : 1)
  // One that has a value and that the loop does not show is no enumerable field, which the rule refuses.
  const isBare = points === undefined && value === undefined
  if (isBare && fields === 2) return quotientNumerator(actual, target, part, tally)
  if (isBare || fields !== 1 || actual !== undefined || target !== undefined) return Number.NaN
  if (value === undefined) return pointsNumerator(points, part, card.decimals)
  if (points !== undefined || value === null) return Number.NaN
  return factNumerator(value, part, card.decimals, tally)
}

/** How many fields a result shows; −1 where it shows another than those it may have. */
function countFields(result: Fields): number {
  let count = 0
  for (const key in result) {
    if (!isFigure(key) && key !== 'source') return -1
    count += 1
  }
  return count
}

function isFigure(key: string): boolean {
  return key === 'actual' || key === 'target' || key === 'points' || key === 'value'
}

function isSource(source: unknown, accepted: readonly (string | null)[] | undefined): boolean {
  // The first one is what most schemes accept, and most results have.
  if (accepted !== undefined)
    return source === accepted[0] || accepted.includes((source ?? null) as string | null)
  return source === undefined || source === null || read.isName(source)
}
