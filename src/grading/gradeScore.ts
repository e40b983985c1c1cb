import type { DecimalInput, Issue } from '../kernel/index.js'
import { refuseIfAny } from '../kernel/input/issue.js'
import * as read from '../kernel/input/read.js'
import * as decimal from '../kernel/number/decimal.js'
import type { Fraction } from '../kernel/number/fraction.js'
import * as fraction from '../kernel/number/fraction.js'
import * as bands from '../kernel/score/score.js'
import { type ExactGradingPolicy, exactGradingPolicy } from './exactGradingPolicy.js'
import { heldBy, type ReadLimit, readLimits, SCORES } from './read.js'
import type { DefinedGradingPolicy, Grade, ScoreToGrade } from './types.js'

/**
 * Gives a score its grade, and says how far it is from the next (GRA-1).
 *
 * The score, 0 to 1000 points, is first rounded as the policy says, so that a tie is on the side that the policy names. Given with the
 * `gradeAtMost` of an appraisal, the grade is no better than the lowest that these name, and `because` says which one held it. For the
 * score itself use {@link appraise}; for what follows from grades use {@link gradeConsequences}.
 *
 * @throws SalesRulesError `POLICY_NOT_DEFINED`, `NUMBER_INVALID`, `NUMBER_OUT_OF_RANGE`, `VALUE_NOT_ALLOWED` for a grade that the policy
 *   does not have.
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
 *
 * @example A veto
 * ```ts
 * import { gradeScore, handbook } from 'sales-rules'
 *
 * const gradeAtMost = [{ grade: 'C', because: 'compliance' }]
 * const { grade, gradeByScore, because } = gradeScore({ score: 92, gradeAtMost }, handbook.grading)
 * grade // => 'C'
 * gradeByScore // => 'S'
 * because // => 'compliance'
 * ```
 */
export function gradeScore<Id extends string>(
  score: DecimalInput | ScoreToGrade,
  policy: DefinedGradingPolicy<Id>,
): Grade<Id> {
  const exact = exactGradingPolicy(policy)
  return writeGrade(computeGrade(readScore(score, exact), exact), exact) as Grade<Id>
}

/** A score that was read, and the grades that it is not to exceed. */
interface ReadScore {
  readonly score: Fraction
  readonly limits: readonly ReadLimit[]
}

/** A score may be a number in any form that a decimal may have, an object among them. */
function readScore(given: unknown, policy: ExactGradingPolicy): ReadScore {
  const issues: Issue[] = []
  const isLimited = read.hasField(given, 'gradeAtMost')
  const fields = isLimited ? read.fields(given, [], ['score', 'gradeAtMost'], issues) : undefined
  const score = read.within(isLimited ? fields?.['score'] : given, ['score'], issues, SCORES)
  const grades = policy.grades.map(({ id }) => id)
  const limits = isLimited
    ? readLimits(fields?.['gradeAtMost'], ['gradeAtMost'], grades, issues)
    : []
  refuseIfAny(issues)
  return { score: score ?? fraction.ZERO, limits }
}

/** A score as it is graded, the position of its grade, and what keeps it from a better one. */
interface ExactGrade {
  readonly score: Fraction
  readonly position: number
  readonly byScore: number
  readonly because: string | null
}

function computeGrade(
  { score: given, limits }: ReadScore,
  { grades, rounding }: ExactGradingPolicy,
): ExactGrade {
  const score = fraction.round(given, rounding)
  const byScore = bands.bandAt(score, grades)
  return { score, byScore, ...heldBy(byScore, limits) }
}

function writeGrade(
  { score, position, byScore, because }: ExactGrade,
  { grades, policy }: ExactGradingPolicy,
): Grade {
  const { band, next } = bands.writeBand(score, byScore, grades)
  return {
    grade: grades[position]?.id ?? band,
    gradeByScore: band,
    because,
    next: next && { grade: next.band, from: next.from, remaining: next.remaining },
    score: decimal.toNumber(score),
    policy,
    clauses: ['GRA-1'],
  }
}
