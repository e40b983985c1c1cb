import type { Issue } from '../kernel/index.js'
import * as issue from '../kernel/input/issue.js'
import * as read from '../kernel/input/read.js'
import * as fraction from '../kernel/number/fraction.js'
import * as write from '../kernel/number/write.js'
import { type ExactShares, placesOf } from './exactShares.js'
import { readShares, SHARE_FIELDS } from './read.js'
import type { DistributionCheck, GradePlaces, ShareRules } from './types.js'

/**
 * Says how many places the shares give each grade, and how far the grades that were proposed are from them: how many to add or to take
 * out (GRA-1).
 *
 * The places are whole and add up to the headcount, and the moves to 0. A grade that is not proposed counts 0. To grade people by rank
 * use {@link gradeByRank}; to move somebody, {@link calibrateGrades}.
 *
 * @throws SalesRulesError `UNKNOWN_KEY` for a grade without a share, `WEIGHTS_NOT_100`, `WEIGHTS_NOT_POSITIVE`, `NUMBER_OUT_OF_RANGE`.
 *
 * @example Managers propose too many at the top
 * ```ts
 * import { checkDistribution } from 'sales-rules'
 *
 * const shares = { S: 10, A: 20, B: 60, C: 10 }
 * const { fits, grades } = checkDistribution({ S: 4, A: 6, B: 7, C: 2 }, { shares })
 * fits // => false
 * grades.map(({ grade, places, move }) => [grade, places, move])
 * // => [['S', 2, -2], ['A', 4, -2], ['B', 11, 4], ['C', 2, 0]]
 * ```
 */
export function checkDistribution(
  proposed: Readonly<Record<string, number>>,
  rules: ShareRules,
): DistributionCheck {
  const { counts, shares } = readDistribution(proposed, rules)
  return writeDistribution(counts, shares)
}

/** More people than that are a mistake of the unit. */
const COUNTS = { minimum: 0, maximum: 10_000_000 }

function readDistribution(proposed: unknown, rules: unknown) {
  const issues: Issue[] = []
  const fields = read.fields(rules, ['rules'], SHARE_FIELDS, issues)
  const shares = fields && readShares(fields, ['rules'], issues)
  if (shares === undefined) issue.refuseIfAny(issues)
  const { grades } = shares as ExactShares
  const given = read.fields(proposed, ['proposed'], grades, issues) ?? {}
  const counts = grades.map(
    (grade) => read.integer(given[grade] ?? 0, ['proposed', grade], issues, COUNTS) ?? 0,
  )
  issue.refuseIfAny(issues)
  return { counts, shares: shares as ExactShares }
}

function writeDistribution(counts: readonly number[], shares: ExactShares): DistributionCheck {
  const grades = writePlaces(counts, shares)
  return {
    fits: grades.every(({ move }) => move === 0),
    headcount: counts.reduce((total, count) => total + count, 0),
    grades,
    clauses: ['GRA-1'],
  }
}

/** What the shares ask for, beside what is proposed. */
function writePlaces(counts: readonly number[], shares: ExactShares): GradePlaces[] {
  const headcount = counts.reduce((total, count) => total + count, 0)
  const places = placesOf(headcount, shares)
  const total = fraction.sum(shares.weights)
  return shares.grades.map((grade, index) => {
    const share = fraction.divide(shares.weights[index] as fraction.Fraction, total)
    const proposed = counts[index] ?? 0
    return {
      grade,
      share: write.decimal(fraction.multiply(share, fraction.HUNDRED)),
      exact: write.decimal(fraction.multiply(share, fraction.whole(headcount))),
      places: places[index] ?? 0,
      proposed,
      move: (places[index] ?? 0) - proposed,
    }
  })
}
