import * as check from '../kernel/check/check.js'
import { type Issue, refuseIfAny } from '../kernel/input/issue.js'
import * as decimal from '../kernel/number/decimal.js'
import type { Fraction } from '../kernel/number/fraction.js'
import * as fraction from '../kernel/number/fraction.js'
import * as write from '../kernel/number/write.js'
import * as score from '../kernel/score/score.js'
import {
  type ExactAppraisalScheme,
  type ExactIndicator,
  type ExactItem,
  type ExactLevel,
  exactAppraisalScheme,
} from './exactAppraisalScheme.js'
import {
  factsOf,
  type ReadAppraisal,
  type ReadCap,
  type ReadResult,
  readAppraisal,
} from './read.js'
import type {
  Appraisal,
  AppraisalInput,
  AppraisalPart,
  DefinedAppraisalScheme,
  GradeCapOutcome,
  NextLevel,
  PointsAdded,
} from './types.js'

/**
 * A person's weighted score for a period, indicator by indicator (APP-1, APP-2, APP-10).
 *
 * Each result runs through its indicator's curve; the weighted points are added exactly, bonus points are put on top, deductions taken off,
 * and the sum is rounded once. A figure from a source that the scheme does not accept is refused: one that reps reported on themselves
 * (APP-7), or sales that are not the CRM's (APP-11). {@link gradeScore} says what grade the score is, within the caps of `gradeAtMost`.
 *
 * For a stream of people, one by one and each with their derivation, `attemptEach(inputs, (input) => appraise(input, scheme))` is all it
 * takes; where scores are enough, `appraiseRows` of `sales-rules/batch` is a hundred times as fast.
 *
 * @throws SalesRulesError `POLICY_NOT_DEFINED`, `FACT_MISSING`, `SOURCE_REFUSED`, `UNKNOWN_KEY`, and what is wrong with a figure.
 *
 * @example Points 100/80/90/95 weighted 40/30/20/10; a collection rate is a part of what was due
 * ```ts
 * import { appraise, handbook } from 'sales-rules'
 *
 * const appraisal = appraise(
 *   {
 *     results: {
 *       sales: { actual: '1500000', target: '1200000' },
 *       newCustomers: { actual: 8, target: 10 },
 *       satisfaction: { points: 90, source: 'survey' },
 *       collectionRate: { value: '0.95' },
 *     },
 *   },
 *   handbook.appraisal,
 * )
 * appraisal.score // => 91.5
 * appraisal.parts.map((part) => part.contribution) // => [40, 24, 18, 9.5]
 * appraisal.parts[0]?.attainment // => '1.25'
 * appraisal.parts[0]?.level // => 'base'
 * appraisal.parts[0]?.nextLevel // => { level: 'challenge', from: '1.5', remaining: '0.25' }
 * ```
 *
 * @example Bonus and deduction points, and a veto that caps the grade
 * ```ts
 * import { appraise, defineAppraisalScheme, gradeScore, handbook } from 'sales-rules'
 *
 * const scheme = defineAppraisalScheme({
 *   indicators: [{ id: 'sales', weight: 100, curve: 'points' }],
 *   bonuses: [{ id: 'mentoring', curve: { kind: 'points', maximum: 10 } }],
 *   deductions: [{ id: 'lateReports' }],
 *   maximum: 100,
 *   gradeCaps: [
 *     { id: 'compliance', requires: { id: 'compliant', comparison: 'equals', required: true }, gradeAtMost: 'C' },
 *   ],
 *   missing: 'refuse',
 * })
 * const results = { sales: { points: 90 }, mentoring: { points: 5 }, lateReports: { points: 2 } }
 * const { score, gradeAtMost } = appraise({ results, facts: { compliant: false } }, scheme)
 * score // => 93
 * gradeAtMost // => [{ grade: 'C', because: 'compliance' }]
 * const { grade, because } = gradeScore({ score, gradeAtMost }, handbook.grading)
 * grade // => 'C'
 * because // => 'compliance'
 * ```
 */
export function appraise<Result extends string>(
  input: AppraisalInput<NoInfer<Result>>,
  scheme: DefinedAppraisalScheme<Result>,
): Appraisal {
  const exact = exactAppraisalScheme(scheme)
  const issues: Issue[] = []
  const known = readAppraisal(input, exact, issues)
  refuseIfAny(issues)
  return writeAppraisal(
    computeAppraisal(known as ReadAppraisal, exact),
    known as ReadAppraisal,
    exact,
  )
}

/** A score that is still exact, and what it is made of. */
export interface ExactAppraisal extends score.ExactScore {
  /** What cuts the sum, or lifts it to 0. */
  readonly limit: Fraction
}

/** Adds up the weighted points, the bonuses and the deductions, and rounds them once. */
export function computeAppraisal(
  { results, bonuses, deductions }: ReadAppraisal,
  { card, maximum }: ExactAppraisalScheme,
): ExactAppraisal {
  const facts = factsOf(results)
  const { shares, addends: weighted } = score.weigh(facts, card)
  const added = bonuses.map(pointsOf)
  const taken = deductions.map((result) => fraction.negate(pointsOf(result)))
  const addends = [...weighted, ...added, ...taken]
  const sum = fraction.sum(addends)
  const floored = fraction.larger(sum, fraction.ZERO)
  const bounded = fraction.atMost(floored, maximum)
  const limit = fraction.subtract(bounded, sum)
  return { ...score.round([...addends, limit], bounded, card), facts, shares, limit }
}

const pointsOf = (result: ReadResult | null) => result?.fact.points ?? fraction.ZERO

/** The grades that the caps let pass no better one than, in the order of the scheme. */
export function writeGradeLimits(caps: readonly ReadCap[]) {
  return caps
    .filter(({ decided }) => decided.outcome === 'unmet')
    .map(({ cap }) => ({ grade: cap.gradeAtMost, because: cap.id }))
}

function writeAppraisal(
  scored: ExactAppraisal,
  known: ReadAppraisal,
  exact: ExactAppraisalScheme,
): Appraisal {
  const { card, indicators, bonuses, deductions } = exact
  const { contributions, limit } = scored
  const [afterParts, afterBonuses] = [indicators.length, indicators.length + bonuses.length]
  const added = (items: readonly ExactItem[], results: ReadAppraisal['bonuses'], from: number) =>
    items.map(({ id }, index): PointsAdded => {
      const result = results[index] ?? null
      const units = contributions[from + index]
      return {
        id,
        points: score.writePoints(result?.fact.points, card),
        contribution: score.writeContribution(units, card),
        source: result?.source ?? null,
      }
    })
  return {
    employee: known.employee,
    period: known.period,
    score: decimal.toNumber(scored.score),
    parts: score
      .write(scored, card)
      .map((part, index) =>
        writePart(part, known.results[index] ?? null, indicators[index] as ExactIndicator, card),
      ),
    bonuses: added(bonuses, known.bonuses, afterParts),
    deductions: added(deductions, known.deductions, afterBonuses),
    limit: fraction.isZero(limit)
      ? null
      : {
          at: decimal.toNumber(
            fraction.isNegative(limit) ? (exact.maximum ?? fraction.ZERO) : fraction.ZERO,
          ),
          contribution: score.writeContribution(contributions.at(-1), card),
        },
    missing: score.missingIds(scored, card),
    gradeCaps: known.caps.map(writeCap),
    gradeAtMost: writeGradeLimits(known.caps),
    policy: exact.policy,
    clauses: exact.clauses,
  }
}

function writePart(
  part: Omit<AppraisalPart, keyof ReturnType<typeof writeReached> | 'level' | 'nextLevel'>,
  result: ReadResult | null,
  { levels, components }: ExactIndicator,
  card: score.ExactScorecard,
): AppraisalPart {
  const written = { ...part, ...writeReached(result), ...writeLevel(result, levels) }
  if (components.length === 0) return written
  return {
    ...written,
    components: components.map(({ id, weight }, index) => {
      const one = result?.components[index] ?? null
      return { id, weight, points: score.writePoints(one?.fact.points, card), ...writeReached(one) }
    }),
  }
}

function writeReached(result: ReadResult | null) {
  const ratio = result?.fact.ratio ?? null
  return { attainment: ratio && write.decimal(ratio), source: result?.source ?? null }
}

/** The highest level whose start the attainment has reached, and the way to the next. */
function writeLevel(
  result: ReadResult | null,
  levels: readonly ExactLevel[],
): { readonly level: string | null; readonly nextLevel: NextLevel | null } {
  const ratio = result?.fact.ratio ?? null
  if (ratio === null) return { level: null, nextLevel: null }
  const reached = levels.filter(({ start }) => fraction.compare(ratio, start) >= 0).length
  const next = levels[reached]
  return {
    level: levels[reached - 1]?.id ?? null,
    nextLevel: next
      ? {
          level: next.id,
          from: next.from,
          remaining: write.decimal(fraction.subtract(next.start, ratio)),
        }
      : null,
  }
}

function writeCap({ cap, decided }: ReadCap): GradeCapOutcome {
  const { outcome, checks } = check.write(decided)
  return {
    id: cap.id,
    gradeAtMost: cap.gradeAtMost,
    // Unknown is refused where it is read.
    outcome: outcome as GradeCapOutcome['outcome'],
    checks,
  }
}
