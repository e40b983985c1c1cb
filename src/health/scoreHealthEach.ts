import { type AttemptAt, attemptEach } from '../kernel/index.js'
import * as defined from '../kernel/policy/defined.js'
import { scoreHealth } from './scoreHealth.js'
import type { DefinedHealthModel, HealthFacts, HealthScore } from './types.js'

/**
 * The health of one customer after the other, with the parts of each score: {@link scoreHealth} over a stream, in order and lazily.
 *
 * One wrong row stops nothing: its outcome has the issues instead of a score. Where scores and bands are enough, {@link scoreHealthRows}
 * is a hundred times as fast.
 *
 * @throws SalesRulesError `POLICY_NOT_DEFINED`.
 *
 * @example
 * ```ts
 * import { handbook, scoreHealthEach } from 'sales-rules'
 *
 * const customers = [{ interaction: 50, satisfaction: 80, purchase: 40 }, { interaction: 50 }]
 * const outcomes = [...scoreHealthEach(customers, handbook.health)]
 * outcomes.map((outcome) => (outcome.ok ? outcome.value.band : outcome.issues.length)) // => ['watch', 2]
 * ```
 */
export function scoreHealthEach(
  customers: Iterable<HealthFacts>,
  model: DefinedHealthModel,
): Generator<AttemptAt<HealthScore>> {
  defined.check(model, 'HealthModel')
  return attemptEach(customers, (customer) => scoreHealth(customer, model))
}
