import * as check from '../kernel/check/check.js'
import type { Condition, PolicyReference } from '../kernel/index.js'
import * as decimal from '../kernel/number/decimal.js'
import type { Fraction } from '../kernel/number/fraction.js'
import * as defined from '../kernel/policy/defined.js'
import * as score from '../kernel/score/score.js'
import type {
  CareerPolicy,
  Ladder,
  MentorRules,
  NewcomerRules,
  PromotionDimensions,
  PromotionProcedure,
  ReviewRules,
  Rung,
  SidewaysMove,
  TrainingProgramme,
} from './types.js'

/** A career policy as its rules read it. */
export interface ExactCareerPolicy {
  /** Rungs and sideways moves by their id, which is unique in the whole policy; in its order. */
  readonly rungs: ReadonlyMap<string, ExactRung>
  readonly dimensions: ExactDimensions | null
  readonly reviews: ExactReviews | null
  readonly procedure: PromotionProcedure | null
  readonly mentors: ExactMentors | null
  readonly newcomers: NewcomerRules | null
  readonly programmes: readonly ExactProgramme[]
  /** The names of all facts that something in the policy looks at. */
  readonly facts: readonly string[]
  readonly policy: PolicyReference
}

/** A rung of a ladder, or a sideways move. */
export interface ExactRung {
  readonly id: string
  readonly clause: string
  /** Null for a sideways move. */
  readonly ladder: Ladder | null
  /** The rung below; null for the lowest. */
  readonly below: string | null
  /** Where somebody may come from: null is anywhere, and none is from outside, to a lowest rung. */
  readonly from: readonly string[] | null
  /** What the promotion to it needs: the standard, the order and the pass mark as well, where the policy requires them. */
  readonly requires: check.ExactCondition
  /** What somebody on it does. */
  readonly standard: check.ExactCondition | null
  readonly order: check.ExactCondition | null
}

export interface ExactDimensions {
  readonly clause: string
  readonly card: score.ExactScorecard
  readonly passMark: number
  readonly pass: check.ExactCondition
}

export interface ExactReviews {
  readonly rules: ReviewRules
  readonly card: score.ExactScorecard
  readonly maximum: Fraction
  readonly passMark: Fraction | null
}

interface ExactMentors {
  readonly rules: MentorRules
  readonly requires: check.ExactCondition
}

export interface ExactProgramme {
  readonly id: string
  readonly clause: string
  readonly for: check.ExactCondition
  readonly complete: check.ExactCondition
}

/** The fact that says on which rung somebody is. */
export const CURRENT_RUNG = 'currentRung'

/** The fact that is made of the dimensions. */
export const DIMENSIONS = 'dimensions'

/** The exact form of a career policy; one that was not defined is refused. */
export const exactCareerPolicy = /* @__PURE__ */ defined.compiler(
  'CareerPolicy',
  compileCareerPolicy,
)

function compileCareerPolicy(policy: CareerPolicy): ExactCareerPolicy {
  const climbed = policy.ladders.flatMap((ladder) =>
    ladder.rungs.map((rung, index) => compileRung(rung, ladder, ladder.rungs[index - 1], policy)),
  )
  const rungs = [...climbed, ...policy.sidewaysMoves.map((move) => compileMove(move, policy))]
  const { dimensions, reviews, procedure = null, mentors, newcomers = null } = policy
  const programmes = policy.programmes.map(compileProgramme)
  const conditions = [
    ...rungs.flatMap(({ requires, standard, order }) => [requires, standard, order]),
    ...programmes.flatMap((programme) => [programme.for, programme.complete]),
    ...(mentors === undefined ? [] : [check.compile(mentors.requires)]),
  ]
  const looked = conditions.flatMap((one) => (one === null ? [] : check.factsOf(one)))
  const weighed = dimensions?.criteria.map(({ id }) => id) ?? []
  return {
    rungs: new Map(rungs.map((rung) => [rung.id, rung])),
    dimensions: dimensions === undefined ? null : compileDimensions(dimensions),
    reviews: reviews === undefined ? null : compileReviews(reviews),
    procedure,
    mentors:
      mentors === undefined ? null : { rules: mentors, requires: check.compile(mentors.requires) },
    newcomers,
    programmes,
    facts: [...new Set([...looked, ...weighed, check.AS_OF, CURRENT_RUNG])].filter(
      (fact) => fact !== DIMENSIONS || dimensions === undefined,
    ),
    policy: Object.freeze(defined.reference(policy)),
  }
}

function compileRung(
  { id, from, requires, standard }: Rung,
  ladder: Ladder,
  below: Rung | undefined,
  policy: CareerPolicy,
): ExactRung {
  const origins = from ?? (below === undefined ? null : [below.id])
  const order = origins === null ? null : orderOf(origins, ladder.clause)
  return {
    id,
    clause: ladder.clause,
    ladder,
    below: below?.id ?? null,
    from: origins ?? [],
    requires: check.compile(allOf([requires, ...alsoRequired(standard, order, policy)])),
    standard: standard === undefined ? null : check.compile(standard),
    order: order && check.compile(order),
  }
}

/** What a promotion needs besides its conditions, where the policy does not only report it. */
function alsoRequired(
  standard: Condition | undefined,
  order: Condition | null,
  { levelStandards, rungOrder, dimensions }: CareerPolicy,
): Condition[] {
  const required: Condition[] = []
  if (levelStandards === 'require' && standard !== undefined) required.push(standard)
  if (rungOrder === 'require' && order !== null) required.push(order)
  if (dimensions?.applies === 'require') required.push(passOf(dimensions))
  return required
}

function allOf(conditions: readonly Condition[]): Condition {
  const [only] = conditions
  return only !== undefined && conditions.length === 1 ? only : { all: conditions }
}

function compileMove(
  { id, clause, from, requires }: SidewaysMove,
  { rungOrder }: CareerPolicy,
): ExactRung {
  const order = from === undefined ? null : orderOf(from, clause)
  const also = rungOrder === 'require' && order !== null ? [order] : []
  return {
    id,
    clause,
    ladder: null,
    below: null,
    from: from ?? null,
    requires: check.compile(allOf([requires, ...also])),
    standard: null,
    order: order && check.compile(order),
  }
}

function orderOf(from: readonly string[], clause: string) {
  return { id: CURRENT_RUNG, comparison: 'one-of', required: from, clause } as const
}

function passOf({ passMark, clause }: PromotionDimensions) {
  const required = String(passMark)
  return { id: DIMENSIONS, comparison: 'at-least', required, unit: 'points', clause } as const
}

/** What is missing is known before the score is computed, so that its rule decides nothing. */
function compileDimensions(dimensions: PromotionDimensions): ExactDimensions {
  return {
    clause: dimensions.clause,
    card: score.compile(dimensions.criteria, { ...dimensions, missing: 'reweight' }),
    passMark: dimensions.passMark,
    pass: check.compile(passOf(dimensions)),
  }
}

function compileReviews(rules: ReviewRules): ExactReviews {
  const { groups, maximum, passMark } = rules
  const curve = { kind: 'points', maximum } as const
  return {
    rules,
    card: score.compile(
      groups.map(({ id, weight }) => ({ id, weight, curve })),
      { ...rules, missing: 'reweight' },
    ),
    maximum: decimal.known(maximum),
    passMark: decimal.knownOrNull(passMark === undefined ? null : String(passMark)),
  }
}

function compileProgramme({ id, clause, for: whom, complete }: TrainingProgramme): ExactProgramme {
  return { id, clause, for: check.compile(whom), complete: check.compile(complete) }
}
