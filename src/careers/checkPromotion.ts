import * as check from '../kernel/check/check.js'
import type { CheckState, Condition, Issue } from '../kernel/index.js'
import { closest, didYouMean, refuse, refuseIfAny, show } from '../kernel/input/issue.js'
import * as read from '../kernel/input/read.js'
import { unknownKey } from '../kernel/input/values.js'
import * as defined from '../kernel/policy/defined.js'
import type {
  CareerFacts,
  CareerPolicy,
  DefinedCareerPolicy,
  Ladder,
  PromotionCheck,
  Rung,
} from './types.js'

/**
 * Whether somebody may be promoted to a rung, and what is missing (PRO-5 to PRO-10).
 *
 * Each condition is met, unmet with its gap, unknown, or not applicable. A fact that was not given is unknown, never met: the
 * answer is `unknown` as long as it could go either way.
 *
 * @throws SalesRulesError `POLICY_NOT_DEFINED`, `NOT_IN_POLICY` for an unknown rung, `UNKNOWN_KEY` for an unknown fact, and what
 *   is wrong with a fact.
 *
 * @example Attainment five points short
 * ```ts
 * import { checkPromotion, handbook } from 'sales-rules'
 *
 * const facts = { attainmentLast12Months: '1.05', newcomerRetention: '0.85', managementAssessment: true }
 * const promotion = checkPromotion(facts, 'sales-supervisor', handbook.careers)
 * promotion.eligible // => false
 * promotion.checks[0]
 * // => { id: 'attainmentLast12Months', clause: 'PRO-5', outcome: 'unmet', comparison: 'at-least', actual: '1.05', required: '1.1', gap: '0.05' }
 * ```
 */
export function checkPromotion(
  facts: CareerFacts,
  rung: string,
  policy: DefinedCareerPolicy,
): PromotionCheck {
  defined.check(policy, 'CareerPolicy')
  const { ladder, below, found } = findRung(rung, policy)
  const issues: Issue[] = []
  const known = read.record(facts, ['facts'], issues) ?? {}
  const ids = new Set(policy.ladders.flatMap(({ rungs }) => rungs.flatMap(factsOfRung)))
  for (const key of Object.keys(known)) {
    if (!ids.has(key)) issues.push(unknownKey(key, ['facts'], [...ids]))
  }
  const required = check.run(conditionOf(found, policy), known, ['facts'], issues)
  const standard = found.standard ? check.run(found.standard, known, ['facts'], issues) : null
  refuseIfAny(issues)
  const eligible = toAnswer(required.outcome)
  return {
    rung,
    ladder: ladder.id,
    from: below?.id ?? null,
    eligible,
    checks: required.checks,
    missing: eligible === true ? [] : missingIn(required.checks),
    standard,
    policy: defined.reference(policy),
    clauses: [
      ...new Set([ladder.clause, ...required.checks.flatMap(({ clause }) => clause ?? [])]),
    ],
  }
}

function findRung(id: unknown, { ladders }: CareerPolicy) {
  for (const ladder of ladders) {
    const index = ladder.rungs.findIndex((rung) => rung.id === id)
    const found = ladder.rungs[index]
    if (found !== undefined) return { ladder, found, below: ladder.rungs[index - 1] }
  }
  return refuseRung(id, ladders)
}

function refuseRung(id: unknown, ladders: readonly Ladder[]): never {
  const known = ladders.flatMap(({ rungs }) => rungs.map((rung) => rung.id))
  const given = show(id)
  const suggestion = typeof id === 'string' ? closest(id, known) : null
  const text = `got ${given}, which is no rung of this policy. Rungs: ${known.join(', ')}.${didYouMean(suggestion)}`
  return refuse('NOT_IN_POLICY', ['rung'], { given, known, suggestion }, text)
}

function factsOfRung({ requires, standard }: Rung): string[] {
  return [...check.factsOf(requires), ...(standard === undefined ? [] : check.factsOf(standard))]
}

function conditionOf({ requires, standard }: Rung, { levelStandards }: CareerPolicy): Condition {
  const isRequired = levelStandards === 'require' && standard !== undefined
  return isRequired ? { all: [requires, standard] } : requires
}

function toAnswer(outcome: CheckState): boolean | 'unknown' {
  if (outcome === 'met') return true
  return outcome === 'unmet' ? false : 'unknown'
}

function missingIn(checks: PromotionCheck['checks']): string[] {
  return checks
    .filter(({ outcome }) => outcome === 'unmet' || outcome === 'unknown')
    .map(({ id }) => id)
}
