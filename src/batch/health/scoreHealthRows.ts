import type { DefinedHealthModel, HealthFacts, HealthScores } from '../../health/types.js'
import * as defined from '../../kernel/policy/defined.js'
import type { CompiledScorecard } from '../score/compileScorecard.js'
import { countKeys, isPlainObject } from '../score/plainObject.js'
import { bareNumerator, roundBlock } from '../score/scoreBare.js'
import { readRowCount } from '../score/scoreRows.js'
import { healthCard, scoreCustomers, unitsOf } from './healthCard.js'

/**
 * The health of many customers at once: a score and a band per row, as {@link scoreHealth} would give them, in typed columns.
 *
 * Use it for a whole book of customers; where each score must say how it came about, use {@link scoreHealthEach}. Facts that are plain
 * numbers or short decimal texts cost no more than a few multiplications; a row that has others goes through scoreHealth itself. One
 * wrong row stops nothing: it has no score, and its issues say what is wrong with it, the position of the row first.
 *
 * @throws SalesRulesError `POLICY_NOT_DEFINED`, `VALUE_INVALID` for rows that are no array.
 *
 * @example
 * ```ts
 * import { handbook, scoreHealthRows } from 'sales-rules'
 *
 * const customers = [
 *   { interaction: 50, satisfaction: 80, purchase: 40 },
 *   { interaction: 90, satisfaction: '87.5', purchase: 70 },
 *   { interaction: 90, satisfaction: 101, purchase: 70 },
 * ]
 * const { scores, bands, bandNames, issues } = scoreHealthRows(customers, handbook.health)
 * [...scores] // => [59, 83, Number.NaN]
 * [...bands].map((band) => bandNames[band] ?? null) // => ['watch', 'healthy', null]
 * issues.map(({ code, path }) => [code, path]) // => [['NUMBER_OUT_OF_RANGE', [2, 'satisfaction']]]
 * ```
 */
export function scoreHealthRows(
  customers: readonly HealthFacts[],
  model: DefinedHealthModel,
): HealthScores {
  defined.check(model, 'HealthModel')
  const card = healthCard(model)
  return scoreCustomers(readRowCount(customers), model, {
    readBlock: (start, units) => readBlock(customers, start, card, units),
    customerAt: (row) => customers[row],
  })
}

function readBlock(
  customers: readonly unknown[],
  start: number,
  card: CompiledScorecard | undefined,
  units: Float64Array,
): void {
  units.fill(Number.NaN)
  if (card === undefined) return
  try {
    sumBlock(customers, start, card, units)
  } catch {
    // A getter or a proxy that throws; from that row on, each is tried by itself.
  }
  roundBlock(units, card)
  for (let at = 0; at < units.length; at += 1) {
    if (Number.isNaN(units[at])) units[at] = unitsOf(customers[start + at], card)
  }
}

/** The numerators of customers of whom all is known, in bare points; NaN for the others. */
function sumBlock(
  customers: readonly unknown[],
  start: number,
  card: CompiledScorecard,
  sums: Float64Array,
): void {
  const count = card.ids.length
  for (let at = 0; at < sums.length; at += 1) {
    const customer = customers[start + at]
    const isWhole = isPlainObject(customer) && countKeys(customer) === count
    sums[at] = isWhole ? sumOfBare(customer, card) : Number.NaN
  }
}

/**
 * Bare points of up to eight criteria. Each has a line of its own, at which an engine meets one key only, as long as a program has one
 * model at a time: it then reads the field as fast as if its name stood here. For the same reason leads have lines of their own.
 */
function sumOfBare(facts: Readonly<Record<string, unknown>>, card: CompiledScorecard): number {
  const { ids } = card
  const count = ids.length
  let sum = count > 8 ? Number.NaN : bareNumerator(facts[ids[0] as string], 0, card)
  if (count > 1) sum += bareNumerator(facts[ids[1] as string], 1, card)
  if (count > 2) sum += bareNumerator(facts[ids[2] as string], 2, card)
  if (count > 3) sum += bareNumerator(facts[ids[3] as string], 3, card)
  if (count > 4) sum += bareNumerator(facts[ids[4] as string], 4, card)
  if (count > 5) sum += bareNumerator(facts[ids[5] as string], 5, card)
  if (count > 6) sum += bareNumerator(facts[ids[6] as string], 6, card)
  if (count > 7) sum += bareNumerator(facts[ids[7] as string], 7, card)
  return sum
}
