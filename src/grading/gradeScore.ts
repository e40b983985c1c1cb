import type { DecimalInput, Issue } from '../kernel/index.js'
import { refuseIfAny } from '../kernel/input/issue.js'
import * as read from '../kernel/input/read.js'
import * as decimal from '../kernel/number/decimal.js'
import type { Fraction } from '../kernel/number/fraction.js'
import * as fraction from '../kernel/number/fraction.js'
import * as defined from '../kernel/policy/defined.js'
import { bandOf } from '../kernel/score/bands.js'

import type { DefinedGradingPolicy, Grade } from './types.js'

/** No score is above this; a larger one is a mistake of its unit. */
const HIGHEST_SCORE = 1000

/**
 * The grade of a score, and what is missing to the next (GRA-1).
 *
 * The score is first rounded as the policy says, so that a tie is on the side that the policy names.
 *
 * @throws SalesRulesError `POLICY_NOT_DEFINED`, `NUMBER_INVALID`, `NUMBER_OUT_OF_RANGE`.
 *
 * @example
 * ```ts
 * import { gradeScore, handbook } from 'sales-rules'
 *
 * gradeScore(92, handbook.grading).grade // => 'S'
 * gradeScore(87.5, handbook.grading).next // => { grade: 'S', from: 90, remaining: 2.5 }
 * gradeScore('89.995', handbook.grading).grade // => 'S'
 * gradeScore('89.994', handbook.grading).grade // => 'A'
 * ```
 */
export function gradeScore(score: DecimalInput, policy: DefinedGradingPolicy): Grade {
  defined.check(policy, 'GradingPolicy')
  const issues: Issue[] = []
  const bounds = { minimum: fraction.ZERO, maximum: decimal.known(HIGHEST_SCORE) }
  const exact = read.decimal(score, ['score'], issues, bounds)
  refuseIfAny(issues)
  const rounded = fraction.round(exact as Fraction, {
    mode: policy.rounding,
    decimals: policy.decimals,
  })
  const { band, next } = bandOf(rounded, policy.grades)
  return {
    grade: band,
    next: next && { grade: next.band, from: next.from, remaining: next.remaining },
    score: decimal.toNumber(rounded),
    policy: defined.reference(policy),
    clauses: ['GRA-1'],
  }
}
