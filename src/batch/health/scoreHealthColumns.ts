import type {
  DefinedHealthModel,
  HealthColumns,
  HealthFacts,
  HealthScores,
} from '../../health/types.js'
import * as defined from '../../kernel/policy/defined.js'
import type { CompiledScorecard } from '../score/compileScorecard.js'
import { NUMBERS, readFactColumns, unitsOfColumns } from '../score/factColumns.js'
import { healthCard, scoreCustomers, unitsOf } from './healthCard.js'

/**
 * The health of many customers from typed columns, one for each criterion: the scores of {@link scoreHealthRows} without an object per
 * customer.
 *
 * A number is a fact as a row would have it, NaN one that is missing. Columns are equally long; a criterion without a column is missing in
 * every row.
 *
 * @throws SalesRulesError `POLICY_NOT_DEFINED`; `UNKNOWN_KEY` for a column that the model has no criterion for; `VALUE_INVALID` for what is
 *   no Float64Array, or of another length.
 *
 * @example The second customer has not been asked how satisfied they are
 * ```ts
 * import { handbook, scoreHealthColumns } from 'sales-rules'
 *
 * const facts = {
 *   interaction: Float64Array.of(50, 90),
 *   satisfaction: Float64Array.of(80, Number.NaN),
 *   purchase: Float64Array.of(40, 70),
 * }
 * const { scores, bands, bandNames, issues } = scoreHealthColumns(facts, handbook.health)
 * [...scores] // => [59, Number.NaN]
 * [...bands].map((band) => bandNames[band] ?? null) // => ['watch', null]
 * issues.map(({ code, path }) => [code, path]) // => [['FACT_MISSING', [1, 'satisfaction']]]
 * ```
 */
export function scoreHealthColumns(facts: HealthColumns, model: DefinedHealthModel): HealthScores {
  defined.check(model, 'HealthModel')
  const ids = model.criteria.map(({ id }) => id)
  const { byId, length } = readFactColumns(facts, ids, NUMBERS)
  const card = healthCard(model)
  return scoreCustomers(length, model, {
    readBlock: (start, units) => readBlock(byId, start, card, units),
    customerAt: (row) => customerAt(byId, row),
  })
}

type Columns = ReadonlyMap<string, Float64Array>

function readBlock(
  columns: Columns,
  start: number,
  card: CompiledScorecard | undefined,
  units: Float64Array,
): void {
  units.fill(Number.NaN)
  if (card === undefined) return
  unitsOfColumns(columns, start, card, units)
  for (let at = 0; at < units.length; at += 1) {
    if (Number.isNaN(units[at])) units[at] = unitsOf(customerAt(columns, start + at), card)
  }
}

/** A customer as a row would have them. */
function customerAt(columns: Columns, row: number): HealthFacts {
  const known = [...columns].filter(([, column]) => !Number.isNaN(column[row]))
  return Object.fromEntries(known.map(([id, column]) => [id, column[row] as number]))
}
