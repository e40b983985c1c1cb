import * as check from '../kernel/check/check.js'
import type { Issue } from '../kernel/index.js'
import * as issue from '../kernel/input/issue.js'
import { exactCareerPolicy } from './exactCareerPolicy.js'
import { clausesOf, readFacts, requirePart, writeAnswer } from './read.js'
import type { CareerFacts, DefinedCareerPolicy, MentorCheck } from './types.js'

/**
 * Decides whether somebody may be a career mentor: on target two years in a row, and has coached before (PRO-12). The facts are those of
 * {@link checkPromotion}. What a mentor then does is judged by {@link checkMentoring}.
 *
 * @throws SalesRulesError `POLICY_NOT_DEFINED`, `VALUE_MISSING` for a policy without mentors, and what is wrong with a fact.
 *
 * @example On target for two years, and nobody says whether they coached before
 * ```ts
 * import { checkMentor, handbook } from 'sales-rules'
 *
 * const yearlyAttainment = [{ period: '2024', value: '1.02' }, { period: '2025', value: '1' }]
 * checkMentor({ yearlyAttainment, asOf: '2026-03-01' }, handbook.careers).missing // => ['coachedBefore']
 * checkMentor({ yearlyAttainment, asOf: '2026-03-01', coachedBefore: true }, handbook.careers).eligible // => true
 * ```
 */
export function checkMentor(facts: CareerFacts, policy: DefinedCareerPolicy): MentorCheck {
  const exact = exactCareerPolicy(policy)
  const { rules, requires } = requirePart(exact.mentors, 'mentors')
  const issues: Issue[] = []
  const given = readFacts(facts, exact, issues)
  const known = check.read(requires, given, ['facts'], issues)
  issue.refuseIfAny(issues)
  const outcome = check.compute(known)
  const { checks } = check.write(outcome)
  return {
    eligible: writeAnswer(outcome.outcome),
    checks,
    missing: outcome.missing.map(({ condition }) => condition.id),
    policy: exact.policy,
    clauses: clausesOf(rules.clause, checks),
  }
}
