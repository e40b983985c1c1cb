import type { DecimalInput, Issue } from '../kernel/index.js'
import { refuseIfAny } from '../kernel/input/issue.js'
import * as read from '../kernel/input/read.js'
import * as decimal from '../kernel/number/decimal.js'
import type { Fraction } from '../kernel/number/fraction.js'
import * as fraction from '../kernel/number/fraction.js'
import * as bands from '../kernel/score/score.js'
import { type ExactGradingPolicy, exactGradingPolicy } from './exactGradingPolicy.js'
import type { DefinedGradingPolicy, Grade } from './types.js'

/**
 * Gives a score its grade, and says how far it is from the next (GRA-1).
 *
 * The score, 0 to 1000 points, is first rounded as the policy says, so that a tie is on the side that the policy names. For the score
 * itself use {@link appraise}; for what follows from grades use {@link gradeConsequences}.
 *
 * @throws SalesRulesError `POLICY_NOT_DEFINED`, `NUMBER_INVALID`, `NUMBER_OUT_OF_RANGE`.
 *
 * @example An S, an A, and a score that rounds to the threshold between them
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
  const exact = exactGradingPolicy(policy)
  return writeGrade(computeGrade(readScore(score), exact), exact)
}

/** No score is above 1000; a larger one is a mistake of its unit. */
const BOUNDS = { minimum: fraction.ZERO, maximum: { n: 1000n, d: 1n } }

function readScore(score: unknown): Fraction {
  const issues: Issue[] = []
  const exact = read.decimal(score, ['score'], issues, BOUNDS)
  refuseIfAny(issues)
  return exact ?? fraction.ZERO
}

/** A score as it is graded, and the position of its grade. */
interface ExactGrade {
  readonly score: Fraction
  readonly position: number
}

function computeGrade(given: Fraction, { grades, rounding }: ExactGradingPolicy): ExactGrade {
  const score = fraction.round(given, rounding)
  return { score, position: bands.bandAt(score, grades) }
}

function writeGrade(
  { score, position }: ExactGrade,
  { grades, policy }: ExactGradingPolicy,
): Grade {
  const { band, next } = bands.writeBand(score, position, grades)
  return {
    grade: band,
    next: next && { grade: next.band, from: next.from, remaining: next.remaining },
    score: decimal.toNumber(score),
    policy,
    clauses: ['GRA-1'],
  }
}
