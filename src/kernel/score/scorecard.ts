/**
 * A scorecard is a weighted sum of points: a lead score, an appraisal, a customer's health. Each part runs its fact through a
 * curve; the sum is exact and is rounded once, so that a band never turns on the order or the noise of a sum.
 */

import { add, at, type Issue, type Path } from '../input/issue.js'
import type { Fields } from '../input/values.js'
import { ALL_FACTS_MISSING, FACT_MISSING } from '../issues.js'
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
import type { Curve } from './curve.js'
import { compileCurve, type ExactCurve } from './exactCurve.js'
import { type ReadFact, readFact } from './readFact.js'

/** One weighted part of a score. */
export interface Criterion {
  readonly id: string
  /** 0 to 100; the weights of a scorecard add up to exactly 100, unless they are parts. */
  readonly weight: number
  readonly curve: Curve
}

/**
 * What happens to a part without a fact.
 *
 * - `refuse`: the score is refused, and the issue names the part
 * - `zero`: the part has no points
 * - `reweight`: the part is left out and the weights of the others are scaled up to the whole
 */
export type MissingRule = 'refuse' | 'zero' | 'reweight'

/**
 * What the weights are.
 *
 * - `percent`: they add up to exactly 100, and anything else is refused
 * - `parts`: they stand for shares of their sum: 1, 1 and 1 are a third each
 */
export type WeightRule = 'percent' | 'parts'

/** How a score is put together. */
export interface ScorecardRules {
  readonly missing: MissingRule
  /** `percent` unless told. */
  readonly weights?: WeightRule
  /** Decimals of the score, of its parts' points and of their contributions. */
  readonly decimals: number
  readonly rounding: RoundingMode
}

/** One part of a score. */
export interface ScorePart {
  readonly id: string
  /** Points before weighting; null where the fact is missing. */
  readonly points: number | null
  /** As the policy has it. */
  readonly weight: number
  /** What the part adds to the score; the contributions add up to the score exactly. */
  readonly contribution: number
}

/** A scorecard in exact numbers. */
export interface ExactScorecard {
  readonly ids: readonly string[]
  readonly parts: readonly ExactPart[]
  readonly missing: MissingRule
  readonly decimals: number
  readonly rounding: RoundingMode
}

/** One weighted part in exact numbers. */
export interface ExactPart {
  readonly id: string
  readonly weight: Fraction
  /** As the policy has it. */
  readonly written: number
  readonly curve: ExactCurve
}

/** Works out the exact form of a scorecard that was checked. */
export function compileScorecard(
  criteria: readonly Criterion[],
  { missing, decimals, rounding }: ScorecardRules,
): ExactScorecard {
  const parts = criteria.map(({ id, weight, curve }) => ({
    id,
    weight: known(weight),
    written: weight,
    curve: compileCurve(curve),
  }))
  return { ids: criteria.map(({ id }) => id), parts, missing, decimals, rounding }
}

/** The facts of a scorecard that were read, by the positions of its parts; null where one is missing. */
export type ReadFacts = readonly (ReadFact | null)[]

/**
 * Reads the facts of a scorecard; adds what is wrong, and returns undefined where anything is. What is missing is said once all that was
 * given is right.
 */
export function readFacts(
  facts: Fields,
  card: ExactScorecard,
  path: Path,
  issues: Issue[],
): ReadFacts | undefined {
  const read = card.parts.map(({ id, curve }) => {
    const fact = facts[id] ?? null
    // What is wrong is among the issues.
    return fact === null ? null : (readFact(fact, curve, [...path, id], issues) ?? null)
  })
  if (issues.length === 0) refuseMissing(read, card, path, issues)
  return issues.length > 0 ? undefined : read
}

/** Adds an issue for each fact that the scorecard cannot do without. */
export function refuseMissing(
  facts: ReadFacts,
  { parts, missing }: ExactScorecard,
  path: Path,
  issues: Issue[],
): void {
  const hasWeight = parts.some(({ weight }, index) => facts[index] !== null && weight.n > 0n)
  if (missing === 'zero' || (missing === 'reweight' && hasWeight)) return
  const kind = missing === 'refuse' ? FACT_MISSING : ALL_FACTS_MISSING
  for (const [index, { id }] of parts.entries()) {
    if (facts[index] === null) add(issues, at(kind, [...path, id], { id }))
  }
}

/** A score that is still exact. */
export interface ExactScore {
  /** Rounded as the policy says, in units of its last decimal. */
  readonly units: bigint
  /** The same as a number. */
  readonly score: Fraction
  readonly facts: ReadFacts
  /** What each part adds, in units; together they are those of the score. */
  readonly contributions: readonly bigint[]
}

/** Adds up the weighted points and rounds them once. */
export function computeScore(facts: ReadFacts, card: ExactScorecard): ExactScore {
  const { parts, missing, decimals, rounding } = card
  const used = parts.filter((_, index) => missing === 'zero' || facts[index] !== null)
  const total = sum(used.map(({ weight }) => weight))
  const exact = parts.map(({ weight }, index) =>
    divide(multiply(facts[index]?.points ?? ZERO, weight), total),
  )
  const units = toUnits(sum(exact), decimals, rounding)
  const scale = { n: powerOfTen(decimals), d: 1n }
  const contributions = roundTogether(
    exact.map((part) => multiply(part, scale)),
    units,
  )
  return { units, score: { n: units, d: scale.n }, facts, contributions }
}

/** The parts of a score as they are handed out. */
export function writeParts(
  { facts, contributions }: ExactScore,
  { parts, decimals, rounding }: ExactScorecard,
): ScorePart[] {
  return parts.map(({ id, written }, index) => {
    const points = facts[index]?.points
    return {
      id,
      points: points === undefined ? null : toNumber(round(points, { mode: rounding, decimals })),
      weight: written,
      contribution: toNumber({ n: contributions[index] ?? 0n, d: powerOfTen(decimals) }),
    }
  })
}

/** The ids of the parts that had no fact. */
export function missingIds({ facts }: ExactScore, { ids }: ExactScorecard): string[] {
  return ids.filter((_, index) => facts[index] === null)
}
