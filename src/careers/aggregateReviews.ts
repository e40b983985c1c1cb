import type { Issue, Path } from '../kernel/index.js'
import * as issue from '../kernel/input/issue.js'
import * as read from '../kernel/input/read.js'
import * as decimal from '../kernel/number/decimal.js'
import type { Fraction } from '../kernel/number/fraction.js'
import * as fraction from '../kernel/number/fraction.js'
import * as score from '../kernel/score/score.js'
import {
  type ExactCareerPolicy,
  type ExactReviews,
  exactCareerPolicy,
} from './exactCareerPolicy.js'
import { requirePart } from './read.js'
import type {
  DefinedCareerPolicy,
  ReviewedGroup,
  ReviewGroup,
  ReviewScores,
  ReviewSummary,
} from './types.js'

/**
 * Puts the reviews of somebody from all sides together: first the mean of each group of reviewers, then the groups by their weights
 * (PRO-11). Three peers do not weigh three times.
 *
 * A group of fewer reviews than its minimum is `missing`, and there is no score without it. An anonymous group of fewer reviewers than the
 * floor counts, but is not shown on its own; where the score and the other groups would still tell its mean, one more group is withheld,
 * or the score itself.
 *
 * @throws SalesRulesError `POLICY_NOT_DEFINED`, `VALUE_MISSING` for a policy without reviews, `UNKNOWN_KEY` for a group that it does not have,
 *   `NUMBER_INVALID` and `NUMBER_OUT_OF_RANGE` for a score.
 *
 * @example Manager, peers and customers, weighted 50, 30 and 20
 * ```ts
 * import { aggregateReviews, handbook } from 'sales-rules'
 *
 * const reviews = { manager: [90], peers: [80, 70, 75], customers: [85] }
 * const { score, groups } = aggregateReviews(reviews, handbook.careers)
 * score // => 84.5
 * groups.map(({ id, average, contribution }) => [id, average, contribution])
 * // => [['manager', 90, 45], ['peers', 75, 22.5], ['customers', 85, 17]]
 * aggregateReviews({ manager: [90], peers: [80, 70] }, handbook.careers).missing // => ['peers', 'customers']
 * ```
 */
export function aggregateReviews(
  reviews: ReviewScores,
  policy: DefinedCareerPolicy,
): ReviewSummary {
  const exact = exactCareerPolicy(policy)
  const rules = requirePart(exact.reviews, 'reviews')
  const issues: Issue[] = []
  const given = readReviews(reviews, ['reviews'], rules, issues)
  issue.refuseIfAny(issues)
  return writeReviews(computeReviews(given, rules), rules, exact)
}

/** The scores of each group, in the order of the policy. */
type Reviews = readonly (readonly Fraction[])[]

/** Reads reviews by their group; one that is not there has none. */
export function readReviews(
  value: unknown,
  path: Path,
  { rules, maximum }: ExactReviews,
  issues: Issue[],
): Reviews {
  const ids = rules.groups.map(({ id }) => id)
  const fields = read.fields(value, path, ids, issues) ?? {}
  const bounds = { minimum: fraction.ZERO, maximum }
  return ids.map((id) =>
    (read.array(fields[id] ?? [], [...path, id], issues) ?? []).flatMap(
      (one, index) => read.within(one, [...path, id, index], issues, bounds) ?? [],
    ),
  )
}

/** What reviews come to. */
export interface Reviewed {
  readonly reviews: Reviews
  /** By the position of the group; null without a review. */
  readonly averages: readonly (Fraction | null)[]
  /** Null while a group is missing, or where it is withheld. */
  readonly scored: score.ExactScore | null
  readonly missing: readonly ReviewGroup[]
  readonly withheld: readonly ReviewedGroup['withheld'][]
}

export function computeReviews(reviews: Reviews, { rules, card }: ExactReviews): Reviewed {
  const { groups } = rules
  const averages = reviews.map(averageOf)
  const missing = groups.filter(
    ({ weight, minimum }, index) => weight > 0 && (reviews[index]?.length ?? 0) < minimum,
  )
  const facts = averages.map((points) => points && { points, ratio: null })
  const scored = missing.length === 0 ? score.compute(facts, card) : null
  const withheld = computeWithheld(reviews, rules, scored !== null)
  const hidden = groups.filter(({ weight }, index) => weight > 0 && withheld[index] !== null)
  return { reviews, averages, scored: hidden.length === 1 ? null : scored, missing, withheld }
}

function averageOf(scores: readonly Fraction[]): Fraction | null {
  if (scores.length === 0) return null
  return fraction.divide(fraction.sum(scores), fraction.whole(scores.length))
}

/**
 * An anonymous few are not shown. If they are the only ones that count, the score would tell what they have said, unless a second group that
 * counts is not shown either: an anonymous one, of the fewest reviews.
 */
function computeWithheld(
  reviews: Reviews,
  { groups, anonymityFloor }: ExactReviews['rules'],
  hasScore: boolean,
): ReviewedGroup['withheld'][] {
  const countOf = (group: ReviewGroup) => reviews[groups.indexOf(group)]?.length ?? 0
  const few = groups.filter(
    (group) => group.anonymous && countOf(group) > 0 && countOf(group) < anonymityFloor,
  )
  const isTold = hasScore && few.filter(({ weight }) => weight > 0).length === 1
  const [second] = groups
    .filter((group) => isTold && !few.includes(group) && group.weight > 0)
    .sort((a, b) => Number(b.anonymous) - Number(a.anonymous) || countOf(a) - countOf(b))
  return groups.map((group) => {
    if (few.includes(group)) return 'anonymity'
    return group === second ? 'would-disclose' : null
  })
}

function writeReviews(
  reviewed: Reviewed,
  rules: ExactReviews,
  { policy }: ExactCareerPolicy,
): ReviewSummary {
  return {
    ...writeReviewed(reviewed, rules),
    missing: reviewed.missing.map(({ id }) => id),
    policy,
    clauses: [rules.rules.clause],
  }
}

/** The score, whether it passes, and what each group has said. */
export function writeReviewed(
  { reviews, averages, scored, withheld }: Reviewed,
  { rules, card, passMark }: ExactReviews,
): Pick<ReviewSummary, 'score' | 'passed' | 'groups'> {
  const parts = scored && score.write(scored, card)
  const rounding = { mode: rules.rounding, decimals: rules.decimals }
  const groups = rules.groups.map(({ id, weight, minimum }, index): ReviewedGroup => {
    const average = averages[index] ?? null
    const why = withheld[index] ?? null
    const isShown = why === null && average !== null
    return {
      id,
      weight,
      reviews: reviews[index]?.length ?? 0,
      minimum,
      average: isShown ? decimal.toNumber(fraction.round(average, rounding)) : null,
      contribution: isShown ? (parts?.[index]?.contribution ?? null) : null,
      withheld: why,
    }
  })
  return {
    score: scored && decimal.toNumber(scored.score),
    passed: scored && passMark && fraction.compare(scored.score, passMark) >= 0,
    groups,
  }
}
