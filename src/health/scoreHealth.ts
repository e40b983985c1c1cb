import type { Issue } from '../kernel/index.js'
import { refuseIfAny } from '../kernel/input/issue.js'
import * as read from '../kernel/input/read.js'
import * as decimal from '../kernel/number/decimal.js'
import * as defined from '../kernel/policy/defined.js'
import { bandOf } from '../kernel/score/bands.js'
import { type ExactScore, scoreFacts } from '../kernel/score/scorecard.js'

import type { DefinedHealthModel, HealthFacts, HealthScore } from './types.js'

/**
 * How healthy a customer relationship is: its weighted score, its band, and what is missing to the next (HEA-1).
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
  defined.check(model, 'HealthModel')
  const issues: Issue[] = []
  const facts = read.record(customer, [], issues) ?? {}
  const scored =
    issues.length === 0 ? scoreFacts(facts, model.criteria, model, [], issues) : undefined
  refuseIfAny(issues)
  const { score, parts } = scored as ExactScore
  return {
    score: decimal.toNumber(score),
    ...bandOf(score, model.bands),
    parts,
    missing: parts.filter(({ points }) => points === null).map(({ id }) => id),
    policy: defined.reference(model),
    clauses: ['HEA-1'],
  }
}
