/** The steps of a score in one call, for tests of curves and scorecards that no room stands around. */
import type { Issue, Path } from '../src/kernel/index.js'
import * as read from '../src/kernel/input/read.js'
import type { Fraction } from '../src/kernel/number/fraction.js'
import { type Band, bandAt, compileBands, writeBand } from '../src/kernel/score/bands.js'
import type { Curve } from '../src/kernel/score/curve.js'
import { compileCurve } from '../src/kernel/score/exactCurve.js'
import { readFact } from '../src/kernel/score/readFact.js'
import {
  type Criterion,
  compileScorecard,
  computeScore,
  readFacts,
  type ScorecardRules,
  writeParts,
} from '../src/kernel/score/scorecard.js'

/** The points of a fact; on failure adds issues and returns undefined. */
export const pointsOf = (fact: unknown, curve: Curve, path: Path, issues: Issue[]) =>
  readFact(fact, compileCurve(curve), path, issues)?.points

/** The most points that a curve can give. */
export const highestPoints = (curve: Curve): Fraction => compileCurve(curve).highest

/** The score of facts and its parts; on failure adds issues and returns undefined. */
export function scoreFacts(
  facts: Readonly<Record<string, unknown>>,
  criteria: readonly Criterion[],
  rules: ScorecardRules,
  path: Path,
  issues: Issue[],
) {
  const card = compileScorecard(criteria, rules)
  const fields = read.fields(facts, path, card.ids, issues)
  const known = fields && readFacts(fields, card, path, issues)
  if (known === undefined) return undefined
  const scored = computeScore(known, card)
  return { score: scored.score, parts: writeParts(scored, card) }
}

/** The band of a score, and the distance to the next one up. */
export function bandOf(score: Fraction, bands: readonly Band[]) {
  const exact = compileBands(bands)
  return writeBand(score, bandAt(score, exact), exact)
}
