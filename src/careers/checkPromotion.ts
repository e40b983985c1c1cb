import * as check from '../kernel/check/check.js'
import type { CheckState, Issue } from '../kernel/index.js'
import * as issue from '../kernel/input/issue.js'
import * as read from '../kernel/input/read.js'
import { type ExactCareerPolicy, type ExactRung, exactCareerPolicy } from './exactCareerPolicy.js'
import { RUNG_UNKNOWN } from './issues.js'
import type { CareerFacts, DefinedCareerPolicy, PromotionCheck } from './types.js'

/**
 * Decides whether somebody may be promoted to a rung, and says what is missing (PRO-5 to PRO-10).
 *
 * Each condition of the rung is met, unmet with its gap, unknown, or not applicable. A fact that was not given is unknown, never met: the
 * answer is `unknown` as long as it could go either way. Facts that other rungs look at may be given as well. A ratio is given as `1.1`
 * for 110%, or as `{ actual, target }`; a history as `[{ period, value }]`, or `{ period, excused: 'leave' }` for a period to pass over.
 * A run must reach the period `asOf` in which you ask or, while that one has no value yet, the one before.
 *
 * @throws SalesRulesError `POLICY_NOT_DEFINED`, `NOT_IN_POLICY` for an unknown rung, `UNKNOWN_KEY` for a fact of no rung, and for a fact
 *   that is wrong `NUMBER_INVALID`, `NUMBER_LOOKS_LIKE_PERCENT`, `VALUE_INVALID`, `PERIOD_INVALID`, …; `VALUE_MISSING` for a history
 *   without `asOf`.
 *
 * @example Attainment five percentage points short
 * ```ts
 * import { checkPromotion, handbook } from 'sales-rules'
 *
 * const facts = { attainmentLast12Months: '1.05', newcomerRetention: '0.85', managementAssessment: true }
 * const promotion = checkPromotion(facts, 'sales-supervisor', handbook.careers)
 * promotion.eligible // => false
 * promotion.checks[0]
 * // => { id: 'attainmentLast12Months', clause: 'PRO-5', outcome: 'unmet', comparison: 'at-least', actual: '1.05', required: '1.1', gap: '0.05' }
 * ```
 *
 * @example The fast track, which must be claimed: graded S two years in a row
 * ```ts
 * import { checkPromotion, handbook } from 'sales-rules'
 *
 * const yearlyGrades = [{ period: '2024', value: 'S' }, { period: '2025', value: 'S' }]
 * const inYear = (asOf: string) => checkPromotion({ yearlyGrades, asOf }, 'sales-supervisor', handbook.careers).eligible
 * inYear('2025') // => true
 * inYear('2026') // => true
 * inYear('2027') // => 'unknown'
 * ```
 */
export function checkPromotion(
  facts: CareerFacts,
  rung: string,
  policy: DefinedCareerPolicy,
): PromotionCheck {
  const exact = exactCareerPolicy(policy)
  const application = readApplication(facts, rung, exact)
  return writePromotion(computePromotion(application), application.rung, exact)
}

/** What is known of somebody, as far as the rung looks at it. */
interface Application {
  readonly rung: ExactRung
  readonly requires: check.KnownCondition
  readonly standard: check.KnownCondition | null
}

function readApplication(facts: unknown, id: unknown, policy: ExactCareerPolicy): Application {
  const rung = readRung(id, policy)
  const issues: Issue[] = []
  const given = read.fields(facts, ['facts'], policy.facts, issues) ?? {}
  const requires = check.read(rung.requires, given, ['facts'], issues)
  const standard = rung.standard && check.read(rung.standard, given, ['facts'], issues)
  issue.refuseIfAny(issues)
  return { rung, requires, standard }
}

function readRung(id: unknown, { rungs }: ExactCareerPolicy): ExactRung {
  const rung = rungs.get(id as string)
  if (rung !== undefined) return rung
  const known = [...rungs.keys()]
  const suggestion = typeof id === 'string' ? issue.closest(id, known) : null
  return issue.refuse(RUNG_UNKNOWN, ['rung'], { given: issue.show(id), known, suggestion })
}

/** What the rung requires, and what somebody on it does, decided by what is known. */
interface Promotion {
  readonly requires: check.ExactOutcome
  readonly standard: check.ExactOutcome | null
}

function computePromotion({ requires, standard }: Application): Promotion {
  return { requires: check.compute(requires), standard: standard && check.compute(standard) }
}

function writePromotion(
  { requires, standard }: Promotion,
  { id, ladder, from }: ExactRung,
  { policy }: ExactCareerPolicy,
): PromotionCheck {
  const { outcome, checks } = check.write(requires)
  return {
    rung: id,
    ladder: ladder.id,
    from,
    eligible: writeAnswer(outcome),
    checks,
    missing: requires.missing.map(({ condition }) => condition.id),
    standard: standard && check.write(standard),
    policy,
    clauses: [...new Set([ladder.clause, ...checks.flatMap(({ clause }) => clause ?? [])])],
  }
}

function writeAnswer(outcome: CheckState): boolean | 'unknown' {
  if (outcome === 'met') return true
  return outcome === 'unmet' ? false : 'unknown'
}
