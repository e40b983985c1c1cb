import type {
  AppraisalColumns,
  AppraisalInput,
  AppraisalScores,
  DefinedAppraisalScheme,
} from '../../appraisal/types.js'
import type { Issue, Path } from '../../kernel/index.js'
import * as read from '../../kernel/input/read.js'
import { invalid } from '../../kernel/input/values.js'
import * as defined from '../../kernel/policy/defined.js'
import type { CompiledPart } from '../score/compilePart.js'
import { type ColumnForm, NUMBERS, readFactColumns } from '../score/factColumns.js'
import {
  addRatio,
  factNumerator,
  pointsNumerator,
  quotientNumerator,
  type Tally,
} from '../score/numerators.js'
import { emptyTally, scoreUnits } from '../score/scoreUnits.js'
import { type SchemeCard, schemeCard, scoreAppraisals } from './schemeCard.js'

/**
 * The scores of many appraisals from typed columns, one or two for each indicator: the scores of {@link appraiseRows} without an object per
 * row.
 *
 * An indicator has the columns of one form of a result: `actual` and `target`, `points`, or `value`; and a `source`, the same for all rows. In
 * a column NaN is a result that is missing. Columns are equally long; an indicator that is left out is missing in every row.
 *
 * @throws SalesRulesError `POLICY_NOT_DEFINED`; `UNKNOWN_KEY` for an indicator that the scheme does not have; `VALUE_INVALID` for what is no
 *   form of a result, no Float64Array, or of another length.
 *
 * @example The second person has not been surveyed
 * ```ts
 * import { appraiseColumns, handbook } from 'sales-rules'
 *
 * const results = {
 *   sales: { actual: Float64Array.of(1500000, 600000), target: Float64Array.of(1200000, 1200000) },
 *   newCustomers: { actual: Float64Array.of(8, 10), target: Float64Array.of(10, 10) },
 *   satisfaction: { points: Float64Array.of(90, Number.NaN), source: 'survey' },
 *   collectionRate: { actual: Float64Array.of(0.95, 0.95), target: Float64Array.of(0.95, 0.95) },
 * }
 * const { scores, issues } = appraiseColumns(results, handbook.appraisal)
 * [...scores] // => [92, Number.NaN]
 * issues.map(({ code, path }) => [code, path]) // => [['FACT_MISSING', [1, 'results', 'satisfaction']]]
 * ```
 */
export function appraiseColumns(
  results: AppraisalColumns,
  scheme: DefinedAppraisalScheme,
): AppraisalScores {
  defined.check(scheme, 'AppraisalScheme')
  const ids = scheme.indicators.map(({ id }) => id)
  const { byId, length } = readFactColumns(results, ids, RESULTS)
  const card = schemeCard(scheme)
  return scoreAppraisals(length, scheme, {
    readBlock: (start, units) => readBlock(byId, start, card, units),
    inputAt: (row) => inputAt(byId, row),
  })
}

/** The columns of one indicator. */
interface Result {
  readonly columns: ReadonlyMap<string, Float64Array>
  readonly source: string | undefined
}

const FORMS = [['actual', 'target'], ['points'], ['value']]
const KEYS = [...FORMS.flat(), 'source']

const RESULTS: ColumnForm<Result> = {
  read: readResult,
  lengthOf: ({ columns }) => Math.max(...[...columns.values()].map(({ length }) => length)),
}

function readResult(given: unknown, path: Path, issues: Issue[]): Result | undefined {
  const fields = read.fields(given, path, KEYS, issues)
  if (fields === undefined) return undefined
  const form = FORMS.find((keys) => keys.some((key) => fields[key] !== undefined))
  const isOneForm = KEYS.every(
    (key) => key === 'source' || (fields[key] !== undefined) === form?.includes(key),
  )
  if (form === undefined || !isOneForm) {
    issues.push(invalid(given, path, 'columns "actual" and "target", or "points", or "value"'))
    return undefined
  }
  const columns = new Map<string, Float64Array>()
  for (const key of form) {
    const column = NUMBERS.read(fields[key], [...path, key], issues)
    if (column !== undefined) columns.set(key, column)
  }
  const [one, two] = [...columns.values()]
  if (two !== undefined && one?.length !== two.length)
    issues.push(invalid(two, [...path, 'target'], 'as many rows as "actual" has'))
  const source =
    fields['source'] === undefined
      ? undefined
      : read.name(fields['source'], [...path, 'source'], issues)
  return { columns, source }
}

type Results = ReadonlyMap<string, Result>

function readBlock(
  results: Results,
  start: number,
  card: SchemeCard | undefined,
  units: Float64Array,
): void {
  units.fill(Number.NaN)
  const parts = card && partsOf(results, card)
  if (card === undefined || parts === undefined) return
  const tally = emptyTally()
  for (let at = 0; at < units.length; at += 1) {
    tally.numerator = 0
    tally.isNear = false
    tally.parts = 0
    tally.weight = 0
    for (const part of parts) addResult(part, start + at, card.score.decimals, tally)
    units[at] = scoreUnits(tally, card.score)
  }
}

/** An indicator's columns beside what it counts. */
interface PartColumns {
  readonly part: CompiledPart
  readonly actual: Float64Array | undefined
  readonly target: Float64Array | undefined
  readonly points: Float64Array | undefined
  readonly value: Float64Array | undefined
}

/** Undefined where a source is not accepted, which the rule itself must say. */
function partsOf(results: Results, { score, sources }: SchemeCard): PartColumns[] | undefined {
  const parts: PartColumns[] = []
  for (const [at, id] of score.ids.entries()) {
    const result = results.get(id)
    const part = score.parts[at]
    if (result === undefined || part === undefined) continue
    if (sources[at]?.includes(result.source ?? '') === false) return undefined
    const column = (key: string) => result.columns.get(key)
    parts.push({
      part,
      actual: column('actual'),
      target: column('target'),
      points: column('points'),
      value: column('value'),
    })
  }
  return parts
}

/** Adds a result of a row; one that is missing adds nothing. */
function addResult(columns: PartColumns, row: number, decimals: number, tally: Tally): void {
  const { part, actual, target, points, value } = columns
  const first = (actual ?? points ?? value)?.[row] as number
  const second = target === undefined ? 0 : (target[row] as number)
  if (Number.isNaN(first) || Number.isNaN(second)) return
  tally.parts += 1
  tally.weight += part.weight
  if (points !== undefined) tally.numerator += pointsNumerator(first, part, decimals)
  else if (value !== undefined) tally.numerator += factNumerator(first, part, decimals, tally)
  else if (!addRatio(first, second, part, tally))
    tally.numerator += quotientNumerator(first, second, part, tally)
}

/** An appraisal as a row would have it. */
function inputAt(results: Results, row: number): AppraisalInput {
  const known = [...results].flatMap(([id, { columns, source }]) => {
    const facts = [...columns].map(([key, column]) => [key, column[row] as number] as const)
    if (facts.some(([, fact]) => Number.isNaN(fact))) return []
    const result = Object.fromEntries(facts)
    return [[id, source === undefined ? result : { ...result, source }] as const]
  })
  return { results: Object.fromEntries(known) } as AppraisalInput
}
