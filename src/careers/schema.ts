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
export interface CareerPolicyInput extends PolicyHeaderInput {
  readonly ladders: readonly {
    readonly id: string
    readonly clause: string
    readonly rungs: readonly {
      readonly id: string
      readonly from?: readonly string[]
      readonly requires: ConditionInput
      readonly standard?: ConditionInput
    }[]
    readonly defence?: string
  }[]
  readonly levelStandards?: 'report' | 'require'
  readonly rungOrder?: 'report' | 'require'
  readonly sidewaysMoves?: readonly {
    readonly id: string
    readonly clause: string
    readonly from?: readonly string[]
    readonly requires: ConditionInput
  }[]
  readonly dimensions?: ScoredInput & {
    readonly criteria: readonly CriterionInput[]
    readonly passMark: DecimalInput
    readonly applies?: 'report' | 'require'
  }
  readonly reviews?: ScoredInput & {
    readonly groups: readonly {
      readonly id: string
      readonly weight: DecimalInput
      readonly minimum?: number
      readonly anonymous?: boolean
    }[]
    readonly anonymityFloor?: number
    readonly maximum?: DecimalInput
    readonly passMark?: DecimalInput
  }
  readonly procedure?: {
    readonly clause: string
    readonly publication?: {
      readonly workingDays?: number
      readonly firstDay?: 'excluded' | 'included'
    }
  }
  readonly mentors?: {
    readonly clause: string
    readonly requires: ConditionInput
    readonly sessionsPerMonth?: number
    readonly assessedPer?: Exclude<PeriodUnit, 'week'>
    readonly reward?: string
  }
  readonly newcomers?: { readonly clause: string; readonly joinedWithinMonths?: number }
  readonly programmes?: readonly {
    readonly id: string
    readonly clause: string
    readonly for: ConditionInput
    readonly complete: ConditionInput
  }[]
}

type ScoredInput = Omit<ScorecardRulesInput, 'missing'> & { readonly clause: string }

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
export function defineCareerPolicy(policy: CareerPolicyInput): DefinedCareerPolicy {
  return defined.seal<CareerPolicy>('CareerPolicy', readPolicy(policySchema, policy))
}
