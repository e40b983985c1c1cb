import type {
  AppraisalInput,
  AppraisalScores,
  DefinedAppraisalScheme,
} from '../../appraisal/types.js'
import * as read from '../../kernel/input/read.js'
import * as defined from '../../kernel/policy/defined.js'
import type { CompiledPart } from '../score/compilePart.js'
import {
  addRatio,
  factNumerator,
  pointsNumerator,
  quotientNumerator,
  type Tally,
} from '../score/numerators.js'
import { countKeys, isPlainObject } from '../score/plainObject.js'
import { readRowCount } from '../score/scoreRows.js'
import { emptyTally, scoreUnits } from '../score/scoreUnits.js'
import { type SchemeCard, schemeCard, scoreAppraisals } from './schemeCard.js'

/**
 * The scores of many people, or of one in many periods, at once: one per row, as {@link appraise} would give it, in a typed column.
 *
 * Use it for a whole company; where each score must say how it came about, use {@link appraiseEach}. Results that are plain numbers or
 * short decimal texts cost no more than a division each; a row that has others goes through appraise itself, and so does one whose
 * score is too near a tie to be told from it. One wrong row stops nothing: it has no score, and its issues say what is wrong with it, the
 * position of the row first.
 *
 * @throws SalesRulesError `POLICY_NOT_DEFINED`, `VALUE_INVALID` for rows that are no array.
 *
 * @example The second row has a satisfaction that the rep reported
 * ```ts
 * import { appraiseRows, handbook } from 'sales-rules'
 *
 * const results = {
 *   sales: { actual: '1500000', target: '1200000' },
 *   newCustomers: { actual: 8, target: 10 },
 *   satisfaction: { points: 90, source: 'survey' },
 *   collectionRate: { actual: 0.95, target: 0.95 },
 * }
 * const reported = { ...results, satisfaction: { points: 98, source: 'self' } }
 * const { scores, issues } = appraiseRows([{ results }, { results: reported }], handbook.appraisal)
 * [...scores] // => [92, Number.NaN]
 * issues.map(({ code, path }) => [code, path]) // => [['SOURCE_REFUSED', [1, 'results', 'satisfaction', 'source']]]
 * ```
 */
export function appraiseRows(
  inputs: readonly AppraisalInput[],
  scheme: DefinedAppraisalScheme,
): AppraisalScores {
  defined.check(scheme, 'AppraisalScheme')
  const card = schemeCard(scheme)
  return scoreAppraisals(readRowCount(inputs), scheme, {
    readBlock: (start, units) => readBlock(inputs, start, card, units),
    inputAt: (row) => inputs[row],
  })
}

function readBlock(
  inputs: readonly unknown[],
  start: number,
  card: SchemeCard | undefined,
  units: Float64Array,
): void {
  units.fill(Number.NaN)
  if (card === undefined) return
  const tally = emptyTally()
  const seen = { period: undefined }
  for (let at = 0; at < units.length; at += 1) {
    units[at] = unitsOf(inputs[start + at], card, tally, seen)
  }
}

/** The last period that was found right: most rows have the same. */
interface Seen {
  period: unknown
}

/** The units of a row in plain numbers; NaN where it is for the rule itself. */
function unitsOf(input: unknown, card: SchemeCard, tally: Tally, seen: Seen): number {
  try {
    if (!isPlainObject(input) || !isHeadRight(input, seen)) return Number.NaN
    const { results } = input
    if (!isPlainObject(results)) return Number.NaN
    tallyResults(results, card, tally)
    return scoreUnits(tally, card.score)
  } catch {
    // A getter or a proxy that throws.
    return Number.NaN
  }
}

type Fields = Readonly<Record<string, unknown>>

function isHeadRight(input: Fields, seen: Seen): boolean {
  const { employee, period } = input
  let keys = 1
  if (employee !== undefined) {
    if (!read.isName(employee)) return false
    keys += 1
  }
  if (period !== undefined) {
    if (period !== seen.period && read.period(period, [], []) === undefined) return false
    seen.period = period
    keys += 1
  }
  return countKeys(input) === keys
}

/** Results mostly come in the order of the indicators, so that each is looked for after the one before. */
function tallyResults(results: Fields, card: SchemeCard, tally: Tally): void {
  const { ids, parts, positions } = card.score
  tally.numerator = 0
  tally.isNear = false
  tally.parts = 0
  tally.weight = 0
  let next = 0
  for (const id in results) {
    const at = id === ids[next] ? next : (positions.get(id) ?? -1)
    const part = parts[at]
    const result = results[id]
    if (part === undefined) tally.numerator = Number.NaN
    else if (result !== null && result !== undefined) {
      addResult(result, part, card.sources[at], card.score.decimals, tally)
      tally.parts += 1
      tally.weight += part.weight
    }
    next = at + 1
  }
}

/** Adds a result that has the keys of one form, and no others; NaN where it is for the rule itself. */
function addResult(
  result: unknown,
  part: CompiledPart,
  accepted: readonly string[] | undefined,
  decimals: number,
  tally: Tally,
): void {
  if (!isPlainObject(result) || !isSourceRight(result['source'], accepted)) {
    tally.numerator = Number.NaN
    return
  }
  const keys = countKeys(result) - (result['source'] === undefined ? 0 : 1)
  if (keys !== 2 || !addRatio(result['actual'], result['target'], part, tally))
    tally.numerator += otherNumerator(result, keys, part, decimals, tally)
}

function otherNumerator(
  { actual, target, points, value }: Fields,
  keys: number,
  part: CompiledPart,
  decimals: number,
  tally: Tally,
): number {
  if (keys === 2 && actual !== undefined && target !== undefined)
    return quotientNumerator(actual, target, part, tally)
  if (keys !== 1) return Number.NaN
  if (points !== undefined) return pointsNumerator(points, part, decimals)
  return value === undefined || value === null
    ? Number.NaN
    : factNumerator(value, part, decimals, tally)
}

function isSourceRight(source: unknown, accepted: readonly string[] | undefined): boolean {
  // The first one is what most schemes accept, and most results have.
  if (accepted !== undefined) return source === accepted[0] || accepted.includes(source as string)
  return source === undefined || read.isName(source)
}
