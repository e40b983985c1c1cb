import type { DefinedHealthModel, HealthFacts } from '../../health/index.js'
import { type ExactHealthModel, exactHealthModel, readHealth } from '../../health/internal.js'
import * as defined from '../../kernel/policy/defined.js'
import * as score from '../../kernel/score/score.js'
import { inheritsNone, isPlainRow, isSurelyRefused } from '../score/plainObject.js'
import { factForm, noTally, unitsOfFacts } from '../score/scoreFacts.js'
import { type RowScorer, scoreRows } from '../score/scoreRows.js'
import type { HealthScores } from '../types.js'

/**
 * The health of many customers at once: a score and a band per row, as {@link scoreHealth} would give them, in typed columns.
 *
 * Use it for a whole book of customers; where each score must say how it came about, use scoreHealth row by row. Facts that are plain
 * numbers or short decimal texts cost no more than a few multiplications; a row that has others goes through the rule itself. One wrong row
 * stops nothing: it has no score, `issues` says what is wrong with it, and `refused` counts all of them.
 *
 * @throws SalesRulesError `POLICY_NOT_DEFINED`, `VALUE_INVALID` for rows that are no array.
 *
 * @example The third customer has more points than there are
 * ```ts
 * import { handbook } from 'sales-rules'
 * import { scoreHealthRows } from 'sales-rules/batch'
 *
 * const customers = [
 *   { interaction: 50, satisfaction: 80, purchase: 40 },
 *   { interaction: 90, satisfaction: '87.5', purchase: 70 },
 *   { interaction: 90, satisfaction: 101, purchase: 70 },
 * ]
 * const { scores, bands, bandNames, issues, refused } = scoreHealthRows(customers, handbook.health)
 * [...scores] // => [59, 83, Number.NaN]
 * [...bands].map((band) => bandNames[band] ?? null) // => ['watch', 'healthy', null]
 * issues.map(({ row, issues: [first] }) => [row, first?.code, first?.path]) // => [[2, 'NUMBER_OUT_OF_RANGE', ['satisfaction']]]
 * refused // => 1
 * ```
 */
export function scoreHealthRows(
  customers: readonly HealthFacts[],
  model: DefinedHealthModel,
): HealthScores {
  const exact = exactHealthModel(model)
  const bandNames = exact.bands.map(({ id }) => id)
  const scored = scoreRows(customers, healthScorer(exact))
  return { ...scored, bandNames, policy: exact.policy, clauses: ['HEA-1'] }
}

const NO_FLAGS: readonly [] = []

const formOf = /* @__PURE__ */ defined.oncePerPolicy(({ card }: ExactHealthModel) =>
  factForm(card, card.ids, NO_FLAGS),
)

function healthScorer(model: ExactHealthModel): RowScorer {
  const { card, bands } = model
  const form = inheritsNone(card.ids) ? formOf(model) : undefined
  const tally = noTally()
  const { required } = card
  return {
    decimals: card.decimals,
    bands,
    fastUnits: (customer) =>
      form !== undefined && isPlainRow(customer) ? unitsOfFacts(customer, form, tally) : Number.NaN,
    isRefused: (customer) =>
      form !== undefined &&
      isPlainRow(customer) &&
      isSurelyRefused(customer, form.positions, required),
    exactUnits: (customer, issues) => {
      const facts = readHealth(customer, model, issues)
      return facts === undefined ? Number.NaN : Number(score.compute(facts, card).units)
    },
  }
}
