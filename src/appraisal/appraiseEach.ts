import { type AttemptAt, attemptEach } from '../kernel/index.js'
import * as defined from '../kernel/policy/defined.js'
import { appraise } from './appraise.js'
import type { Appraisal, AppraisalInput, DefinedAppraisalScheme } from './types.js'

/**
 * One appraisal after the other, indicator by indicator: {@link appraise} over a stream, in order and lazily.
 *
 * One wrong row stops nothing: its outcome has the issues instead of a score. Where scores are enough, {@link appraiseRows} is a hundred
 * times as fast.
 *
 * @throws SalesRulesError `POLICY_NOT_DEFINED`.
 *
 * @example
 * ```ts
 * import { appraiseEach, defineAppraisalScheme } from 'sales-rules'
 *
 * const scheme = defineAppraisalScheme({ indicators: [{ id: 'sales', weight: 100 }], missing: 'refuse' })
 * const inputs = [{ results: { sales: { actual: 9, target: 10 } } }, { results: { sales: null } }]
 * const outcomes = [...appraiseEach(inputs, scheme)]
 * outcomes.map((outcome) => (outcome.ok ? outcome.value.score : outcome.issues[0]?.code)) // => [90, 'FACT_MISSING']
 * ```
 */
export function appraiseEach(
  inputs: Iterable<AppraisalInput>,
  scheme: DefinedAppraisalScheme,
): Generator<AttemptAt<Appraisal>> {
  defined.check(scheme, 'AppraisalScheme')
  return attemptEach(inputs, (input) => appraise(input, scheme))
}
