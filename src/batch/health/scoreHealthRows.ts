import type { DefinedHealthModel, HealthFacts } from '../../health/index.js'
import {
  badParts,
  type ExactHealthModel,
  exactHealthModel,
  readHealth,
} from '../../health/internal.js'
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
 * numbers or short decimal texts cost no more than a few multiplications; a row that has others goes through the rule itself, and so do all
 * rows of a model that measures records or has a `worstPart`. One wrong row stops nothing: it has no score, `issues` says what is wrong with it, and `refused` counts all of them.
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
 * Array.from(scores) // => [59, 83, Number.NaN]
 * Array.from(bands, (band) => bandNames[band] ?? null) // => ['watch', 'healthy', null]
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
  const held: number[] = []
  const scored = scoreRows(customers, healthScorer(exact, held))
  holdDown(scored.bands, held, exact)
  return { ...scored, bandNames, policy: exact.policy, clauses: ['HEA-1'] }
}

const NO_FLAGS: readonly [] = []

const formOf = /* @__PURE__ */ defined.oncePerPolicy(({ card }: ExactHealthModel) =>
  factForm(card, card.ids, NO_FLAGS),
)

/** One bad part holds the band of a row down, whatever the score. */
function holdDown(
  bands: Int8Array,
  held: readonly number[],
  { worstPart }: ExactHealthModel,
): void {
  const best = worstPart?.best ?? 0
  for (const row of held) bands[row] = Math.max(bands[row] ?? 0, best)
}

/** Rows that are measured on records, and those of which a bad part holds the band down, go through the rule itself. */
function healthScorer(model: ExactHealthModel, held: number[]): RowScorer {
  const { card, bands, keys, worstPart } = model
  const isPlain = keys === card.ids && worstPart === null
  const form = isPlain && inheritsNone(card.ids) ? formOf(model) : undefined
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
    exactUnits: (customer, issues, row) => {
      const known = readHealth(customer, model, issues)
      if (known === undefined) return Number.NaN
      if (badParts(known.facts, model).length > 0) held.push(row)
      return Number(score.computeUnits(known.facts, card))
    },
  }
}
