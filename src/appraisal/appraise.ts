import { type Issue, refuseIfAny } from '../kernel/input/issue.js'
import * as decimal from '../kernel/number/decimal.js'
import * as write from '../kernel/number/write.js'
import * as score from '../kernel/score/score.js'
import { type ExactAppraisalScheme, exactAppraisalScheme } from './exactAppraisalScheme.js'
import { type ReadAppraisal, readAppraisal } from './read.js'
import type { Appraisal, AppraisalInput, DefinedAppraisalScheme } from './types.js'

/**
 * A person's weighted score for a period, indicator by indicator (APP-1, APP-2, APP-10).
 *
 * Each result runs through its indicator's curve; the weighted points are added exactly and rounded once. A figure that the rep
 * reported on themselves is refused where the scheme asks for a survey (APP-7). {@link gradeScore} says what grade the score is.
 *
 * For a stream of people, one by one and each with their derivation, `attemptEach(inputs, (input) => appraise(input, scheme))` is all it
 * takes; where scores are enough, `appraiseRows` of `sales-rules/batch` is a hundred times as fast.
 *
 * @throws SalesRulesError `POLICY_NOT_DEFINED`, `FACT_MISSING`, `SOURCE_REFUSED`, `UNKNOWN_KEY`, and what is wrong with a figure.
 *
 * @example Points 100/80/90/95 weighted 40/30/20/10; a collection rate is a part of what was due
 * ```ts
 * import { appraise, handbook } from 'sales-rules'
 *
 * const appraisal = appraise(
 *   {
 *     results: {
 *       sales: { actual: '1500000', target: '1200000' },
 *       newCustomers: { actual: 8, target: 10 },
 *       satisfaction: { points: 90, source: 'survey' },
 *       collectionRate: { value: '0.95' },
 *     },
 *   },
 *   handbook.appraisal,
 * )
 * appraisal.score // => 91.5
 * appraisal.parts.map((part) => part.contribution) // => [40, 24, 18, 9.5]
 * appraisal.parts[0]?.attainment // => '1.25'
 * ```
 */
export function appraise(input: AppraisalInput, scheme: DefinedAppraisalScheme): Appraisal {
  const exact = exactAppraisalScheme(scheme)
  const issues: Issue[] = []
  const known = readAppraisal(input, exact, issues)
  refuseIfAny(issues)
  const { facts } = known as ReadAppraisal
  return writeAppraisal(score.compute(facts, exact.card), known as ReadAppraisal, exact)
}

function writeAppraisal(
  scored: score.ExactScore,
  { employee, period, sources }: ReadAppraisal,
  { card, policy, clauses }: ExactAppraisalScheme,
): Appraisal {
  return {
    employee,
    period,
    score: decimal.toNumber(scored.score),
    parts: score.write(scored, card).map((part, index) => {
      const ratio = scored.facts[index]?.ratio ?? null
      return {
        ...part,
        attainment: ratio && write.decimal(ratio),
        source: sources[index] ?? null,
      }
    }),
    missing: score.missingIds(scored, card),
    policy,
    clauses,
  }
}
