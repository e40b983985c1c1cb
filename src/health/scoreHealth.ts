import { type Issue, refuseIfAny } from '../kernel/input/issue.js'
import * as read from '../kernel/input/read.js'
import * as decimal from '../kernel/number/decimal.js'
import * as score from '../kernel/score/score.js'
import { type ExactHealthModel, exactHealthModel } from './exactHealthModel.js'
import type { DefinedHealthModel, HealthFacts, HealthScore } from './types.js'

/**
 * How healthy a customer relationship is: its weighted score, its band, and what is missing to the next (HEA-1).
 *
 * For a stream of customers, one by one and each with its derivation, `attemptEach(customers, (facts) => scoreHealth(facts, model))` is
 * all it takes; where scores are enough, `scoreHealthRows` of `sales-rules/batch` is a hundred times as fast.
 *
 * @throws SalesRulesError `POLICY_NOT_DEFINED`, `FACT_MISSING`, `UNKNOWN_KEY`, and what is wrong with a fact.
 *
 * @example Points for interaction, satisfaction and purchases, weighted 30/40/30
 * ```ts
 * import { handbook, scoreHealth } from 'sales-rules'
 *
 * const health = scoreHealth({ interaction: 50, satisfaction: 80, purchase: 40 }, handbook.health)
 * health.score // => 59
 * health.band // => 'watch'
 * health.next // => { band: 'healthy', from: 70, remaining: 11 }
 * ```
 */
export function scoreHealth(customer: HealthFacts, model: DefinedHealthModel): HealthScore {
  const exact = exactHealthModel(model)
  const issues: Issue[] = []
  const facts = readHealth(customer, exact, issues)
  refuseIfAny(issues)
  return writeHealthScore(score.compute(facts as score.ReadFacts, exact.card), exact)
}

/** Reads what is known of a customer; adds what is wrong, and returns undefined where anything is. */
export function readHealth(
  customer: unknown,
  { card }: ExactHealthModel,
  issues: Issue[],
): score.ReadFacts | undefined {
  const fields = read.fields(customer, [], card.ids, issues)
  return fields && score.read(fields, card, [], issues)
}

function writeHealthScore(
  scored: score.ExactScore,
  { card, bands, policy }: ExactHealthModel,
): HealthScore {
  return {
    score: decimal.toNumber(scored.score),
    ...score.writeBand(scored.score, score.bandAt(scored.score, bands), bands),
    parts: score.write(scored, card),
    missing: score.missingIds(scored, card),
    policy,
    clauses: ['HEA-1'],
  }
}
