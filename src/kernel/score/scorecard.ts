/**
 * A scorecard is a weighted sum of points: a lead score, an appraisal, a customer's health. Each part runs its fact through a
 * curve; the sum is exact and is rounded once, so that a band never turns on the order or the noise of a sum.
 */

import { add, at, type Issue, type Path } from '../input/issue.js'
import type { Fields } from '../input/values.js'
import { ALL_FACTS_MISSING, FACT_MISSING, TOO_LITTLE_KNOWN } from '../issues.js'
import { roundTogether } from '../number/allocate.js'
import { known, toNumber, writeDecimal } from '../number/decimal.js'
import {
  compare,
  divide,
  type Fraction,
  HUNDRED,
  isNegative,
  isZero,
  larger,
  multiply,
  negate,
  add as plus,
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
  /** What happens without a fact, where it is not what the scorecard says. */
  readonly missing?: MissingRule
}

/**
 * What happens to a part without a fact. One of weight 0 is never asked for.
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
  /** Where a part is left out, the least weight that the others have, in percent of all of it; any above 0 unless told. */
  readonly knownWeightAtLeast?: number
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
  /** In percent of the weights that count; 0 where the part was left out. One that does not end is rounded to 12 decimals. */
  readonly weightUsed: number
  /** What the part adds to the score; the contributions add up to the score exactly. */
  readonly contribution: number
}

/** A scorecard in exact numbers. */
export interface ExactScorecard {
  readonly ids: readonly string[]
  readonly parts: readonly ExactPart[]
  /** The ids of the parts whose facts are asked for. */
  readonly required: readonly string[]
  /** In percent. */
  readonly knownWeightAtLeast: Fraction | null
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
  readonly missing: MissingRule
}

/** Works out the exact form of a scorecard that was checked. */
export function compileScorecard(
  criteria: readonly Criterion[],
  { missing: rule, knownWeightAtLeast, decimals, rounding }: ScorecardRules,
): ExactScorecard {
  const parts = criteria.map(({ id, weight, curve, missing = rule }) => ({
    id,
    weight: known(weight),
    written: weight,
    curve: compileCurve(curve),
    missing,
  }))
  const required = parts.filter((part) => part.missing === 'refuse' && part.written > 0)
  return {
    ids: idsOf(parts),
    parts,
    required: idsOf(required),
    knownWeightAtLeast: knownWeightAtLeast === undefined ? null : known(knownWeightAtLeast),
    decimals,
    rounding,
  }
}

const idsOf = (parts: readonly { readonly id: string }[]) => parts.map(({ id }) => id)

/** The facts of a scorecard that were read, by the positions of its parts; null where one is missing. */
export type ReadFacts = readonly (ReadFact | null)[]

/** While they are read: undefined is one that was given, and is wrong. */
export type GivenFacts = readonly (ReadFact | null | undefined)[]

/** Reads the facts of a scorecard; adds what is wrong or missing, and returns undefined where anything is. */
export function readFacts(
  facts: Fields,
  card: ExactScorecard,
  path: Path,
  issues: Issue[],
): ReadFacts | undefined {
  const read = card.parts.map(({ id, curve }) => {
    const fact = facts[id] ?? null
    return fact === null ? null : readFact(fact, curve, [...path, id], issues)
  })
  return refuseMissing(read, card, path, issues)
}

/**
 * Adds an issue for each fact that the scorecard cannot do without; where nothing else is wrong, for what is missing of all of them together.
 * Returns undefined where anything is wrong.
 */
export function refuseMissing(
  given: GivenFacts,
  card: ExactScorecard,
  path: Path,
  issues: Issue[],
): ReadFacts | undefined {
  const missing = card.ids.filter((_, index) => given[index] === null)
  const asked = isMisspelt(issues) ? [] : missing.filter((id) => card.required.includes(id))
  for (const id of asked) add(issues, at(FACT_MISSING, [...path, id], { id }))
  // What is wrong is among the issues.
  const facts = given as ReadFacts
  if (issues.length === 0 && missing.length > 0) refuseUnscored(facts, card, path, issues)
  return issues.length > 0 ? undefined : facts
}

/** A key that is not known may well be the fact that seems to be missing. */
function isMisspelt(issues: readonly Issue[]): boolean {
  return issues.some(({ code }) => code === 'UNKNOWN_KEY')
}

/** Where a score without some of its facts would be of nothing, or of too little. */
function refuseUnscored(facts: ReadFacts, card: ExactScorecard, path: Path, issues: Issue[]): void {
  const missing = idsWithout(facts, card)
  if (isZero(weightOf(card.parts.filter((part, index) => counts(part, facts[index])))))
    for (const id of missing) add(issues, at(ALL_FACTS_MISSING, [...path, id], { id }))
  else refuseTooLittle(facts, card, path, issues)
}

/** Reweighted from a small part of the weight, a score would be a number of almost nothing. */
function refuseTooLittle(
  facts: ReadFacts,
  { parts, knownWeightAtLeast }: ExactScorecard,
  path: Path,
  issues: Issue[],
): void {
  const left = parts.filter((part, index) => !counts(part, facts[index]) && part.weight.n > 0n)
  if (knownWeightAtLeast === null || left.length === 0) return
  const given = weightOf(parts.filter((_, index) => facts[index] !== null))
  const share = divide(multiply(given, HUNDRED), weightOf(parts))
  if (compare(share, knownWeightAtLeast) >= 0) return
  const params = { knownWeight: writeDecimal(share), atLeast: writeDecimal(knownWeightAtLeast) }
  for (const { id } of left) add(issues, at(TOO_LITTLE_KNOWN, [...path, id], { id, ...params }))
}

/** Whether a part is in the score: one without a fact is where it has no points by rule. */
function counts({ missing }: ExactPart, fact: ReadFact | null | undefined): boolean {
  return (fact ?? null) !== null || missing === 'zero'
}

const weightOf = (parts: readonly ExactPart[]) => sum(parts.map(({ weight }) => weight))

const idsWithout = (facts: ReadFacts, { ids }: ExactScorecard) =>
  ids.filter((_, index) => (facts[index] ?? null) === null)

/** A score that is still exact. */
export interface ExactScore {
  /** Rounded as the policy says, in units of its last decimal. */
  readonly units: bigint
  /** The same as a number. */
  readonly score: Fraction
  readonly facts: ReadFacts
  /** The weight of each part, as a part of all that count. */
  readonly shares: readonly Fraction[]
  /** What each part adds, in units; together they are those of the score. */
  readonly contributions: readonly bigint[]
}

/** Adds up the weighted points, to at least 0, and rounds them once. */
export function computeScore(facts: ReadFacts, card: ExactScorecard): ExactScore {
  const { shares, addends } = weigh(facts, card)
  const total = sum(addends)
  const kept = isNegative(total) ? cutToNothing(addends) : addends
  return { ...roundScore(kept, larger(total, ZERO), card), facts, shares }
}

/** The score alone, in units of its last decimal: to say what it is made of as well takes several times as long. */
export function computeUnits(facts: ReadFacts, card: ExactScorecard): bigint {
  const total = sum(weigh(facts, card).addends)
  return toUnits(larger(total, ZERO), card.decimals, card.rounding)
}

/** Parts below 0 take no more than what there is, each in proportion, so that all parts together are 0. */
function cutToNothing(addends: readonly Fraction[]): Fraction[] {
  const gained = sum(addends.filter((addend) => !isNegative(addend)))
  const taken = negate(sum(addends.filter(isNegative)))
  const share = divide(gained, taken)
  return addends.map((addend) => (isNegative(addend) ? multiply(addend, share) : addend))
}

/**
 * The most that a score can be, rounded as all are. A part that is left out without a fact is in it where that makes it higher: the others have its
 * weight otherwise.
 */
export function highestScore({ parts, decimals, rounding: mode }: ExactScorecard): Fraction {
  const always = parts.filter(({ missing }) => missing !== 'reweight')
  const byPoints = parts
    .filter(({ missing }) => missing === 'reweight')
    .sort((a, b) => compare(b.curve.highest, a.curve.highest))
  let points = sum(always.map(mostOf))
  let weight = weightOf(always)
  for (const part of byPoints) {
    if (compare(multiply(part.curve.highest, weight), points) < 0) break
    points = plus(points, mostOf(part))
    weight = plus(weight, part.weight)
  }
  return round(divide(points, weight), { mode, decimals })
}

const mostOf = ({ curve, weight }: ExactPart) => multiply(curve.highest, weight)

/** What the facts of a scorecard add to the score, and by which weights. */
export function weigh(facts: ReadFacts, { parts }: ExactScorecard) {
  const total = weightOf(parts.filter((part, index) => counts(part, facts[index])))
  const shares = parts.map((part, index) =>
    counts(part, facts[index]) ? divide(part.weight, total) : ZERO,
  )
  const addends = shares.map((share, index) => multiply(facts[index]?.points ?? ZERO, share))
  return { shares, addends }
}

/** Rounds a score once, and what it is made of so that the parts add up to it. */
export function roundScore(
  addends: readonly Fraction[],
  exact: Fraction,
  { decimals, rounding }: ExactScorecard,
): Pick<ExactScore, 'units' | 'score' | 'contributions'> {
  const units = toUnits(exact, decimals, rounding)
  const scale = { n: powerOfTen(decimals), d: 1n }
  const contributions = roundTogether(
    addends.map((addend) => multiply(addend, scale)),
    units,
  )
  return { units, score: { n: units, d: scale.n }, contributions }
}

/** The parts of a score as they are handed out. */
export function writeParts(
  { facts, shares, contributions }: Omit<ExactScore, 'units' | 'score'>,
  card: ExactScorecard,
): ScorePart[] {
  return card.parts.map(({ id, written }, index) => ({
    id,
    points: writePoints(facts[index]?.points, card),
    weight: written,
    weightUsed: percentOf(shares[index] ?? ZERO),
    contribution: writeContribution(contributions[index], card),
  }))
}

/** Points as people see them; null where there are none. */
export function writePoints(
  points: Fraction | undefined,
  { decimals, rounding: mode }: ExactScorecard,
): number | null {
  return points === undefined ? null : toNumber(round(points, { mode, decimals }))
}

export function writeContribution(units: bigint | undefined, { decimals }: ExactScorecard): number {
  return toNumber({ n: units ?? 0n, d: powerOfTen(decimals) })
}

/** A part of the whole in percent; one that does not end is rounded to 12 decimals. */
export function percentOf(share: Fraction): number {
  return toNumber(round(multiply(share, HUNDRED), { mode: 'half-up', decimals: 12 }))
}

/** The ids of the parts that had no fact. */
export function missingIds({ facts }: Pick<ExactScore, 'facts'>, card: ExactScorecard): string[] {
  return idsWithout(facts, card)
}
