import * as z from 'zod'
import type { DecimalInput, PeriodUnit } from '../kernel/index.js'
import type { Issue, Path } from '../kernel/input/issue.js'
import * as read from '../kernel/input/read.js'
import * as defined from '../kernel/policy/defined.js'
import {
  type ConditionInput,
  type CriterionInput,
  checked,
  conditionSchema,
  criteriaIssues,
  criterionShape,
  duplicateIds,
  headerShape,
  name,
  type PolicyHeaderInput,
  points,
  provenanceIssues,
  readPolicy,
  type ScorecardRulesInput,
  scorecardShape,
  strict,
  wholeNumber,
} from '../kernel/schema.js'
import type { CareerPolicy, DefinedCareerPolicy } from './types.js'

/**
 * A career policy as it is written down. By default the standards of a level and the order of rungs are reported, and not required; and
 * there are no sideways moves and no programmes.
 */
export interface CareerPolicyInput<Rung extends string = string> extends PolicyHeaderInput {
  /** The ladders that careers go up on. 1 to 100 of them. */
  readonly ladders: readonly {
    /** Names the ladder; each once. */
    readonly id: string
    /** The clause that it follows, named in outcomes. */
    readonly clause: string
    /** From the lowest to the highest. 1 to 100 of them. */
    readonly rungs: readonly {
      /** Names the rung, by which a promotion is asked for; unique among all ladders. */
      readonly id: Rung
      /** The rungs and sideways moves from which somebody may come; the rung below, where it is left out. */
      readonly from?: readonly string[]
      /** What a promotion to this rung asks for. */
      readonly requires: ConditionInput
      /** What somebody on this rung does, where the company says so. */
      readonly standard?: ConditionInput
    }[]
    /** What is defended before a promotion on this ladder, such as a management case; any defence where it is left out. */
    readonly defence?: string
  }[]
  /**
   * Whether what the holder of a level does (PRO-4, PRO-13) is only reported, or required for the promotion to it. `report` by default.
   */
  readonly levelStandards?: 'report' | 'require'
  /** Whether it is only reported that somebody comes from a rung that leads to the one asked about, or required. `report` by default. */
  readonly rungOrder?: 'report' | 'require'
  /** Moves to other work without a higher rung (PRO-3). */
  readonly sidewaysMoves?: readonly {
    /** Names the move; unique among rungs and moves. */
    readonly id: Rung
    /** The clause that it follows, named in outcomes. */
    readonly clause: string
    /** The rungs and sideways moves from which somebody may come; any, where it is left out. */
    readonly from?: readonly string[]
    /** What must be met for it. */
    readonly requires: ConditionInput
  }[]
  /** What a promotion weighs besides its conditions (PRO-14). */
  readonly dimensions?: ScoredInput & {
    /** What is weighed; the weights add up to exactly 100, unless they are parts. */
    readonly criteria: readonly CriterionInput[]
    /** In points of the score. 0 to 1,000 points. */
    readonly passMark: DecimalInput
    /** Whether the pass mark is only reported, or required. `report` by default. */
    readonly applies?: 'report' | 'require'
  }
  /** How reviews from all sides are put together (PRO-11). */
  readonly reviews?: ScoredInput & {
    /** From whom reviews come: managers, peers, reports. Their weights add up to 100. */
    readonly groups: readonly {
      /** Names the group, by which its reviews are given. */
      readonly id: string
      /** The part of the group in the score, in percent. */
      readonly weight: DecimalInput
      /** Fewer reviews than this are none. 1 to 1,000; `1` by default. */
      readonly minimum?: number
      /** Whether its members answer without their names. `false` by default. */
      readonly anonymous?: boolean
    }[]
    /** An anonymous group of fewer reviewers than this is not shown on its own. 1 to 1,000; `3` by default. */
    readonly anonymityFloor?: number
    /** The highest score of a single review. 0 to 1,000 points; `100` by default. */
    readonly maximum?: DecimalInput
    /** What the score must reach, where the company asks for it. 0 to 1,000 points. */
    readonly passMark?: DecimalInput
  }
  /** What follows an application (PRO-11). */
  readonly procedure?: {
    /** The clause that it follows, named in outcomes. */
    readonly clause: string
    /** How long a result is published before it is decided. */
    readonly publication?: {
      /** At least so many. 1 to 250; `5` by default. */
      readonly workingDays?: number
      /** Whether the day of publication, where it is a working day, is one of them. `excluded` by default. */
      readonly firstDay?: 'excluded' | 'included'
    }
  }
  /** Who may be a career mentor, and what a mentor does (PRO-12). */
  readonly mentors?: {
    /** The clause that it follows, named in outcomes. */
    readonly clause: string
    /** What a mentor must meet. */
    readonly requires: ConditionInput
    /** The least sessions in a month. 1 to 31; `2` by default. */
    readonly sessionsPerMonth?: number
    /** How often the mentoring is assessed. `quarter` by default. */
    readonly assessedPer?: Exclude<PeriodUnit, 'week'>
    /** What a mentor has when the mentee is promoted, in the company's words. `mentor-reward` by default. */
    readonly reward?: string
  }
  /** Who of a team is a newcomer (PRO-5). */
  readonly newcomers?: {
    /** The clause that it follows, named in outcomes. */
    readonly clause: string
    /** Somebody who joined in so many months up to the day asked about. 1 to 1,200; `12` by default. */
    readonly joinedWithinMonths?: number
  }
  /** What each group of people is trained in (PRO-15). */
  readonly programmes?: readonly {
    /** Names the programme; each once. */
    readonly id: string
    /** The clause that it follows, named in outcomes. */
    readonly clause: string
    /** Whom it is for. */
    readonly for: ConditionInput
    /** What must be done of it. */
    readonly complete: ConditionInput
  }[]
}

type ScoredInput = Omit<ScorecardRulesInput, 'missing'> & {
  /** The clause that it follows, named in outcomes. */
  readonly clause: string
}

/** Points and weights run to 100 unless a policy says otherwise. */
const MOST_POINTS = 100
const MOST_REVIEWERS = 1000
/** About a year of working days. */
const MOST_PUBLISHED_DAYS = 250

const { missing: _, ...scoredShape } = scorecardShape

const names = () => z.array(name()).min(1).max(100)

const rungSchema = strict({
  id: name(),
  from: names().exactOptional(),
  requires: conditionSchema,
  standard: conditionSchema.exactOptional(),
})

const ladderSchema = strict({
  id: name(),
  clause: name(),
  rungs: z.array(rungSchema).min(1).max(100),
  defence: name().exactOptional(),
})

const moveSchema = strict({
  id: name(),
  clause: name(),
  from: names().exactOptional(),
  requires: conditionSchema,
})

const dimensionsSchema = strict({
  ...scoredShape,
  clause: name(),
  criteria: z.array(strict(criterionShape)).min(1).max(100),
  passMark: points(),
  applies: z.enum(['report', 'require']).default('report'),
})

const reviewsSchema = strict({
  ...scoredShape,
  clause: name(),
  groups: z
    .array(
      strict({
        id: name(),
        weight: points(MOST_POINTS),
        minimum: wholeNumber(1, MOST_REVIEWERS).default(1),
        anonymous: z.boolean().default(false),
      }),
    )
    .min(1)
    .max(100),
  anonymityFloor: wholeNumber(1, MOST_REVIEWERS).default(3),
  maximum: points().prefault(MOST_POINTS),
  passMark: points().exactOptional(),
})

const procedureSchema = strict({
  clause: name(),
  publication: strict({
    workingDays: wholeNumber(1, MOST_PUBLISHED_DAYS).default(5),
    firstDay: z.enum(['excluded', 'included']).default('excluded'),
  }).prefault({}),
})

const mentorsSchema = strict({
  clause: name(),
  requires: conditionSchema,
  sessionsPerMonth: wholeNumber(1, 31).default(2),
  assessedPer: z.enum(['month', 'quarter', 'half-year', 'year']).default('quarter'),
  reward: name().default('mentor-reward'),
})

const programmeSchema = strict({
  id: name(),
  clause: name(),
  for: conditionSchema,
  complete: conditionSchema,
})

export const policySchema = strict({
  ...headerShape('careers'),
  ladders: z.array(ladderSchema).min(1).max(100),
  levelStandards: z.enum(['report', 'require']).default('report'),
  rungOrder: z.enum(['report', 'require']).default('report'),
  sidewaysMoves: z.array(moveSchema).max(100).default([]),
  dimensions: dimensionsSchema.exactOptional(),
  reviews: reviewsSchema.exactOptional(),
  procedure: procedureSchema.exactOptional(),
  mentors: mentorsSchema.exactOptional(),
  newcomers: strict({
    clause: name(),
    joinedWithinMonths: wholeNumber(1, 1200).default(12),
  }).exactOptional(),
  programmes: z.array(programmeSchema).max(100).default([]),
}).superRefine(
  checked((policy) => [
    ...duplicateIds(policy.ladders, ['ladders']),
    ...duplicateIds(
      [...policy.ladders.flatMap(({ rungs }) => rungs), ...policy.sidewaysMoves],
      ['ladders', 'rungs'],
    ),
    ...duplicateIds(policy.programmes, ['programmes']),
    ...originIssues(policy),
    ...weightIssues(policy),
    ...provenanceIssues(policy),
  ]),
)

/** Whoever comes from somewhere comes from a rung or a sideways move of the policy. */
function originIssues({ ladders, sidewaysMoves }: CareerPolicy): Issue[] {
  const places: (readonly [Path, readonly string[]])[] = [
    ...ladders.flatMap(({ rungs }, ladder) =>
      rungs.map(({ from = [] }, rung) => [['ladders', ladder, 'rungs', rung], from] as const),
    ),
    ...sidewaysMoves.map(({ from = [] }, move) => [['sidewaysMoves', move], from] as const),
  ]
  const known = [...ladders.flatMap(({ rungs }) => rungs), ...sidewaysMoves].map(({ id }) => id)
  return places.flatMap(([path, from]) =>
    from.flatMap((id, index) =>
      known.includes(id) ? [] : [read.notAllowed(id, [...path, 'from', index], known)],
    ),
  )
}

function weightIssues({ dimensions, reviews }: CareerPolicy): Issue[] {
  return [
    ...(dimensions === undefined
      ? []
      : criteriaIssues(dimensions.criteria, ['dimensions', 'criteria'], {
          ...dimensions,
          missing: 'refuse',
        })),
    ...(reviews === undefined
      ? []
      : criteriaIssues(reviews.groups, ['reviews', 'groups'], { ...reviews, missing: 'refuse' })),
  ]
}

/**
 * Checks and freezes a career policy.
 *
 * @throws SalesRulesError with everything that is wrong: `ID_DUPLICATE`, `POLICY_CONFLICT`, `VALUE_NOT_ALLOWED`, `WEIGHTS_NOT_100`,
 *   `UNKNOWN_KEY`, …
 *
 * @example One rung, two of three conditions
 * ```ts
 * import { checkPromotion, defineCareerPolicy } from 'sales-rules'
 *
 * const policy = defineCareerPolicy({
 *   ladders: [
 *     {
 *       id: 'sales',
 *       clause: 'HR-7',
 *       rungs: [
 *         {
 *           id: 'senior',
 *           requires: {
 *             atLeast: 2,
 *             of: [
 *               { id: 'attainment', comparison: 'at-least', required: 1.1, unit: 'ratio' },
 *               { id: 'joinedOn', comparison: 'at-least', required: 3, unit: 'years-since' },
 *               { id: 'trained', comparison: 'equals', required: true },
 *             ],
 *           },
 *         },
 *       ],
 *     },
 *   ],
 * })
 * checkPromotion({ attainment: 1.2, trained: true }, 'senior', policy).eligible // => true
 * checkPromotion({ attainment: 1.2 }, 'senior', policy).eligible // => 'unknown'
 * checkPromotion({ joinedOn: '2023-03-01', trained: true, asOf: '2026-03-01' }, 'senior', policy).eligible // => true
 * ```
 */
export function defineCareerPolicy<const Rung extends string>(
  policy: CareerPolicyInput<Rung>,
): DefinedCareerPolicy<Rung> {
  const written: CareerPolicyInput = policy
  return defined.seal<CareerPolicy>('CareerPolicy', readPolicy(policySchema, written))
}
