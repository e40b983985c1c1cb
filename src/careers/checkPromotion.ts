import * as check from '../kernel/check/check.js'
import type { Issue } from '../kernel/index.js'
import * as issue from '../kernel/input/issue.js'
import type { Fields } from '../kernel/input/read.js'
import * as decimal from '../kernel/number/decimal.js'
import * as fraction from '../kernel/number/fraction.js'
import * as write from '../kernel/number/write.js'
import * as score from '../kernel/score/score.js'
import {
  DIMENSIONS,
  type ExactCareerPolicy,
  type ExactDimensions,
  type ExactRung,
  exactCareerPolicy,
} from './exactCareerPolicy.js'
import { clausesOf, readFacts, readRung, writeAnswer } from './read.js'
import type { CareerFacts, DefinedCareerPolicy, DimensionScore, PromotionCheck } from './types.js'

/**
 * Decides whether somebody may be promoted to a rung or move sideways, and says what is missing (PRO-3, PRO-5 to PRO-10) and what would
 * be the shortest way. For every move that is open to somebody at once use {@link nextRungs}.
 *
 * Each condition of the rung is met, unmet with its gap, unknown, or not applicable. A fact that was not given is unknown, never met: the
 * answer is `unknown` as long as it could go either way. Facts that other rungs look at may be given as well. A ratio is given as `1.1`
 * for 110%, or as `{ actual, target }`; a history as `[{ period, value }]`, or `{ period, excused: 'leave' }` for a period to pass over.
 * `asOf` is the day or the period in which you ask; a run must reach that period or, while that one has no value yet, the one before.
 *
 * What somebody on the rung does (PRO-4, PRO-13), whether the rung `currentRung` leads to it (PRO-1, PRO-2), and the score of ability,
 * contribution and potential (PRO-14) are reported beside it; the policy may require each of them.
 *
 * @throws SalesRulesError `POLICY_NOT_DEFINED`, `NOT_IN_POLICY` for an unknown rung, `UNKNOWN_KEY` for a fact of no rung, and for a fact
 *   that is wrong `NUMBER_INVALID`, `NUMBER_LOOKS_LIKE_PERCENT`, `VALUE_INVALID`, `PERIOD_INVALID`, …; `VALUE_MISSING` for a history
 *   or a date without `asOf`.
 *
 * @example Attainment five percentage points short
 * ```ts
 * import { checkPromotion, handbook } from 'sales-rules'
 *
 * const facts = { attainmentLast12Months: '1.05', newcomerRetention: '0.85', managementAssessment: true }
 * const promotion = checkPromotion(facts, 'sales-supervisor', handbook.careers)
 * promotion.eligible // => false
 * promotion.checks[0]
 * // => { id: 'attainmentLast12Months', clause: 'PRO-5', outcome: 'unmet', comparison: 'at-least', actual: '1.05', required: '1.1', gap: '0.05' }
 * promotion.nearest.map(({ id, gap }) => [id, gap]) // => [['attainmentLast12Months', '0.05']]
 * ```
 *
 * @example The fast track, which must be claimed: graded S two years in a row
 * ```ts
 * import { checkPromotion, handbook } from 'sales-rules'
 *
 * const yearlyGrades = [{ period: '2024', value: 'S' }, { period: '2025', value: 'S' }]
 * const inYear = (asOf: string) => checkPromotion({ yearlyGrades, asOf }, 'sales-supervisor', handbook.careers).eligible
 * inYear('2025') // => true
 * inYear('2026') // => true
 * inYear('2027') // => 'unknown'
 * ```
 */
export function checkPromotion<Rung extends string>(
  facts: CareerFacts,
  rung: NoInfer<Rung>,
  policy: DefinedCareerPolicy<Rung>,
): PromotionCheck {
  const exact = exactCareerPolicy(policy)
  const issues: Issue[] = []
  const target = readRung(rung, ['rung'], exact.rungs, issues)
  const given = readFacts(facts, exact, issues)
  const application = target && readApplication(given, target, exact, issues)
  issue.refuseIfAny(issues)
  return writePromotion(computePromotion(application as Application), exact)
}

/** What is known of somebody, as far as the rung looks at it. */
export interface Application {
  readonly rung: ExactRung
  readonly requires: check.KnownCondition
  readonly standard: check.KnownCondition | null
  readonly order: check.KnownCondition | null
  readonly dimensions: Weighed | null
}

/** Ability, contribution and potential, as far as they are known. */
interface Weighed {
  readonly card: ExactDimensions
  readonly facts: score.ReadFacts
  /** Null while one of them is missing. */
  readonly scored: score.ExactScore | null
  readonly pass: check.KnownCondition
}

/** Reads what a rung looks at. */
export function readApplication(
  given: Fields,
  rung: ExactRung,
  policy: ExactCareerPolicy,
  issues: Issue[],
): Application {
  const dimensions = policy.dimensions && readDimensions(given, policy.dimensions, issues)
  const facts = { ...given, ...factOf(dimensions) }
  const readOne = (condition: check.ExactCondition | null) =>
    condition && check.read(condition, facts, ['facts'], issues)
  return {
    rung,
    requires: check.read(rung.requires, facts, ['facts'], issues),
    standard: readOne(rung.standard),
    order: readOne(rung.order),
    dimensions: rung.ladder && dimensions,
  }
}

function readDimensions(given: Fields, card: ExactDimensions, issues: Issue[]): Weighed {
  const facts = card.card.parts.map(({ id, curve }) => {
    const fact = given[id] ?? null
    return fact === null ? null : (score.readFact(fact, curve, ['facts', id], issues) ?? null)
  })
  const isKnown = card.card.parts.every(
    ({ weight }, index) => facts[index] !== null || fraction.isZero(weight),
  )
  const scored = isKnown ? score.compute(facts, card.card) : null
  const pass = check.read(card.pass, factOf({ scored }), ['facts'], issues)
  return { card, facts, scored, pass }
}

/** The score as a fact of its own, which is not given but made of others. */
function factOf(weighed: Pick<Weighed, 'scored'> | null): Fields {
  const scored = weighed?.scored ?? null
  return scored === null ? {} : { [DIMENSIONS]: write.decimal(scored.score) }
}

/** What the rung requires, what somebody on it does and where somebody comes from, decided by what is known. */
export interface Promotion {
  readonly rung: ExactRung
  readonly requires: check.ExactOutcome
  readonly standard: check.ExactOutcome | null
  readonly order: check.ExactOutcome | null
  readonly dimensions: (Weighed & { readonly outcome: check.ExactOutcome }) | null
}

export function computePromotion({
  rung,
  requires,
  standard,
  order,
  dimensions,
}: Application): Promotion {
  return {
    rung,
    requires: check.compute(requires),
    standard: standard && check.compute(standard),
    order: order && check.compute(order),
    dimensions: dimensions && { ...dimensions, outcome: check.compute(dimensions.pass) },
  }
}

export function writePromotion(
  { rung, requires, standard, order, dimensions }: Promotion,
  { policy }: ExactCareerPolicy,
): PromotionCheck {
  const { outcome, checks } = check.write(requires)
  return {
    rung: rung.id,
    kind: rung.ladder === null ? 'sideways' : 'promotion',
    ladder: rung.ladder?.id ?? null,
    from: rung.below,
    eligible: writeAnswer(outcome),
    checks,
    missing: requires.missing.map(({ condition }) => condition.id),
    nearest: nearestOf(requires).map(check.writeOne),
    standard: standard && check.write(standard),
    order: order && check.write(order),
    dimensions: dimensions && writeDimensions(dimensions),
    policy,
    clauses: clausesOf(rung.clause, checks),
  }
}

/** Of exceptions alone, of which none was claimed, the nearest is to claim them. */
function nearestOf({ outcome, nearest, findings }: check.ExactOutcome): readonly check.Finding[] {
  return outcome === 'not-applicable' ? findings : nearest
}

function writeDimensions({ card, facts, scored, outcome }: NonNullable<Promotion['dimensions']>) {
  const [finding] = outcome.findings
  const ids = card.card.ids.filter((_, index) => facts[index] === null)
  return {
    clause: card.clause,
    score: scored && decimal.toNumber(scored.score),
    outcome: outcome.outcome as DimensionScore['outcome'],
    passMark: card.passMark,
    remaining: scored && decimal.toNumber(finding?.gap ?? fraction.ZERO),
    parts: scored === null ? [] : score.write(scored, card.card),
    missing: ids,
  }
}
