import * as check from '../kernel/check/check.js'
import type { CheckState, Issue } from '../kernel/index.js'
import * as issue from '../kernel/input/issue.js'
import * as read from '../kernel/input/read.js'
import { exactServiceStandards } from './exactServiceStandards.js'
import type { DefinedServiceStandards, QualityCheck, QualityFacts } from './types.js'

/**
 * Checks the quality of a service against the standards of a policy, and says how much is missing to each (SLA-9). What is not known is
 * never taken for met.
 *
 * @throws SalesRulesError `POLICY_NOT_DEFINED`, and what is wrong with a fact.
 *
 * @example Deliveries that come too late, and satisfaction that nobody has asked for yet
 * ```ts
 * import { checkQuality, handbook } from 'sales-rules'
 *
 * const facts = {
 *   needsAnalysisAccuracy: '0.92',
 *   solutionAcceptance: '0.85',
 *   contractClauseErrors: '0.01',
 *   onTimeDelivery: '0.93',
 * }
 * const { met, checks, unmet, unknown } = checkQuality(facts, handbook.service)
 * met // => false
 * unmet // => ['onTimeDelivery']
 * unknown // => ['satisfactionOfFive']
 * checks[3]?.gap // => '0.02'
 * ```
 */
export function checkQuality(facts: QualityFacts, policy: DefinedServiceStandards): QualityCheck {
  const exact = exactServiceStandards(policy)
  const issues: Issue[] = []
  const given = read.fields(facts, ['facts'], exact.facts, issues) ?? {}
  const known = check.read(exact.quality, given, ['facts'], issues)
  issue.refuseIfAny(issues)
  const { outcome, checks } = check.write(check.compute(known))
  const idsOf = (state: CheckState) =>
    checks.filter((one) => one.outcome === state).map(({ id }) => id)
  return {
    met: outcome === 'unknown' ? 'unknown' : outcome !== 'unmet',
    checks,
    unmet: idsOf('unmet'),
    unknown: idsOf('unknown'),
    policy: exact.policy,
    clauses: [...new Set(checks.flatMap(({ clause }) => clause ?? []))],
  }
}
