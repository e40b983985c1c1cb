/**
 * A scorecard is a weighted sum of points: a lead score, an appraisal, a customer's health. Each part runs its fact through a
 * curve; the sum is exact and is rounded once, so that a band never turns on the order or the noise of a sum.
 */

import { type Issue, issueAt, type Path } from '../input/issue.js'
import { type Fields, unknownKey } from '../input/values.js'
import { roundTogether } from '../number/allocate.js'
import { known, toNumber } from '../number/decimal.js'
import {
  divide,
  type Fraction,
  multiply,
  powerOfTen,
  round,
  sum,
  toUnits,
  ZERO,
} from '../number/fraction.js'
import type { RoundingMode } from '../number/rounding.js'
import { type Curve, pointsOf } from './curve.js'

/** One weighted part of a score. */
export interface Criterion {
  readonly id: string
  /** In percent; the weights of a scorecard add up to exactly 100. */
  readonly weight: number
  readonly curve: Curve
}

/**
 * What happens to a part without a fact.
 *
 * - `refuse`: the score is refused, and the issue names the part
 * - `zero`: the part has no points
 * - `reweight`: the part is left out and the weights of the others are scaled up to 100
 */
export type MissingRule = 'refuse' | 'zero' | 'reweight'

/** How a score is put together. */
export interface ScorecardRules {
  readonly missing: MissingRule
  /** Decimals of the score, of its parts' points and of their contributions. */
  readonly decimals: number
  readonly rounding: RoundingMode
}

/** One part of a score. */
export interface ScorePart {
  readonly id: string
  /** Points before weighting; null where the fact is missing. */
  readonly points: number | null
  /** In percent, as the policy has it. */
  readonly weight: number
  /** What the part adds to the score; the contributions add up to the score exactly. */
  readonly contribution: number
}

/** A score that is still exact. */
export interface ExactScore {
  /** Rounded as the policy says. */
  readonly score: Fraction
  readonly parts: readonly ScorePart[]
}

/**
 * Scores facts by a list of criteria; on failure adds issues and returns undefined.
 *
 * @internal
 */
export function scoreFacts(
  facts: Fields,
  criteria: readonly Criterion[],
  rules: ScorecardRules,
  path: Path,
  issues: Issue[],
  places: Readonly<Record<string, Path>> = {},
): ExactScore | undefined {
  const before = issues.length
  refuseUnknown(facts, criteria, path, issues)
  const points = criteria.map(({ id, curve }) => {
    const fact = facts[id] ?? null
    return fact === null
      ? null
      : pointsOf(fact, curve, [...path, id, ...placeOf(id, places)], issues)
  })
  if (issues.length === before) refuseMissing(points, criteria, rules.missing, path, issues)
  if (issues.length > before) return undefined
  return weigh(points as (Fraction | null)[], criteria, rules)
}

function placeOf(id: string, places: Readonly<Record<string, Path>>): Path {
  return Object.hasOwn(places, id) ? (places[id] ?? []) : []
}

function refuseUnknown(facts: Fields, criteria: readonly Criterion[], path: Path, issues: Issue[]) {
  const ids = criteria.map(({ id }) => id)
  for (const key of Object.keys(facts)) {
    if (!ids.includes(key)) issues.push(unknownKey(key, path, ids))
  }
}

function refuseMissing(
  points: readonly unknown[],
  criteria: readonly Criterion[],
  missing: MissingRule,
  path: Path,
  issues: Issue[],
) {
  const hasWeight = criteria.some(({ weight }, index) => points[index] !== null && weight > 0)
  if (missing === 'zero' || (missing === 'reweight' && hasWeight)) return
  for (const [index, { id }] of criteria.entries()) {
    if (points[index] !== null) continue
    const text = `is missing, and the policy ${missing === 'refuse' ? 'refuses to score without it' : 'has no other part to score'}.`
    issues.push(issueAt('FACT_MISSING', [...path, id], { id }, text))
  }
}

function weigh(
  points: readonly (Fraction | null)[],
  criteria: readonly Criterion[],
  { missing, decimals, rounding }: ScorecardRules,
): ExactScore {
  const used = criteria.filter((_, index) => missing === 'zero' || points[index] !== null)
  const total = sum(used.map(({ weight }) => known(weight)))
  const exact = criteria.map(({ weight }, index) =>
    divide(multiply(points[index] ?? ZERO, known(weight)), total),
  )
  const units = toUnits(sum(exact), decimals, rounding)
  const scale = { n: powerOfTen(decimals), d: 1n }
  const contributions = roundTogether(
    exact.map((part) => multiply(part, scale)),
    units,
  )
  const parts = criteria.map(({ id, weight }, index) => {
    const exactPoints = points[index] ?? null
    return {
      id,
      points: exactPoints && toNumber(round(exactPoints, { mode: rounding, decimals })),
      weight,
      contribution: toNumber({ n: contributions[index] ?? 0n, d: scale.n }),
    }
  })
  return { score: { n: units, d: scale.n }, parts }
}
