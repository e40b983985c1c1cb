import * as z from 'zod'
import type { DecimalInput, Issue, Band as ScoreBand } from '../kernel/index.js'
import { at, closest, moved } from '../kernel/input/issue.js'
import { known } from '../kernel/number/decimal.js'
import { compare, isZero, ONE } from '../kernel/number/fraction.js'
import * as defined from '../kernel/policy/defined.js'
import {
  type BandInput,
  bandsSchema,
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
  provenanceIssues,
  ratio,
  readPolicy,
  type ScorecardRulesInput,
  scorecardShape,
  strict,
  wholeNumber,
} from '../kernel/schema.js'
import {
  DROPPED_ABOVE_THRESHOLD,
  HIGH_VALUE_UNKNOWN,
  SENIOR_UNKNOWN,
  THRESHOLD_AT_END,
} from './issues.js'
import type {
  DefinedLeadModel,
  LeadModel,
  ProfileRules,
  RoutingRules,
  SourceRules,
} from './types.js'

/**
 * A lead model as it is written down. By default the best band is of high value, no lead is invalid, seniors are first and others get what they
 * cannot take, a source has to convert 10% of at least 30 leads, and a profile is refreshed every 3 months.
 */
export interface LeadModelInput<Fact extends string = string, Band extends string = string>
  extends PolicyHeaderInput,
    ScorecardRulesInput {
  /** The parts of the score; the weights add up to exactly 100, unless they are parts. 1 to 100 of them. */
  readonly criteria: readonly CriterionInput<Fact>[]
  /** From the best to the worst. */
  readonly bands: readonly BandInput<Band>[]
  /** The lowest band whose leads are marked as high value and go to senior reps first (LEA-3). */
  readonly highValueFrom?: string
  /** What makes a lead invalid whatever it would score (LEA-2). */
  readonly disqualifiers?: readonly {
    /** Why, in outcomes. */
    readonly reason: string
    /** When a lead is invalid. A fact that is not given drops nobody. */
    readonly when: ConditionInput<Fact>
  }[]
  /** How well the customer's profile fits the target market (LEA-5), beside the score. */
  readonly fit?: LeadAxisInput<Fact>
  /** How much behaviour says of buying (LEA-6), beside the score. */
  readonly intent?: LeadAxisInput<Fact>
  /** How leads are handed over to reps (LEA-3). */
  readonly routing?: Partial<RoutingRules>
  /** How sources are judged by their conversion (LEA-4). */
  readonly sources?: {
    /** A source is kept whose conversion is surely at least this, a ratio. 0 to 1; `0.1` by default. */
    readonly threshold?: DecimalInput
    /**
     * One that is surely below the threshold loses its budget to others; one that is surely below this is dropped. A ratio from 0 to 1;
     * `0.05` by default.
     */
    readonly dropBelow?: DecimalInput
    /** How sure is sure. `0.95` by default. */
    readonly confidence?: SourceRules['confidence']
    /** Below so many leads that are decided nothing is judged. 1 to 1,000,000; `30` by default. */
    readonly minimumSample?: number
  }
  /** How market segments are ranked (LEA-7). */
  readonly segments?: {
    /** The parts of a segment's score; the weights add up to exactly 100, unless they are parts. */
    readonly criteria: readonly CriterionInput[]
  }
  /** When a customer profile is stale (LEA-8). */
  readonly profiles?: Partial<ProfileRules>
}

interface LeadAxisInput<Fact extends string = string> {
  /** The parts of this score; the weights add up to exactly 100, unless they are parts. 1 to 100 of them. */
  readonly criteria: readonly CriterionInput<Fact>[]
  /** From the best to the worst. */
  readonly bands: readonly BandInput[]
}

const criteria = () => z.array(strict(criterionShape)).min(1).max(100)

const axis = strict({ criteria: criteria(), bands: bandsSchema })

const routing = strict({
  ranks: z
    .array(name())
    .min(1)
    .max(100)
    .default(() => ['senior', 'junior']),
  seniorFrom: name().exactOptional(),
  seniorsFull: z.enum(['overflow', 'wait']).default('overflow'),
  balance: z.enum(['least-loaded', 'pro-rata']).default('least-loaded'),
})
  .superRefine(checked(rankIssues))
  // The order of the keys is the same, whether the rank is given or not.
  .transform(({ ranks, seniorFrom, ...rules }) => ({
    ranks,
    seniorFrom: seniorFrom ?? ranks[0] ?? '',
    ...rules,
  }))
  .prefault({})

const sources = strict({
  threshold: ratio().prefault('0.1'),
  dropBelow: ratio().prefault('0.05'),
  confidence: z.enum(['0.9', '0.95', '0.99']).default('0.95'),
  minimumSample: wholeNumber(1, 1_000_000).default(30),
})
  .superRefine(checked(thresholdIssues))
  .prefault({})

const profiles = strict({ refreshEveryMonths: wholeNumber(1, 1200).default(3) }).prefault({})

export const modelSchema = strict({
  ...headerShape('leads'),
  ...scorecardShape,
  criteria: criteria(),
  bands: bandsSchema,
  highValueFrom: name().exactOptional(),
  disqualifiers: z
    .array(strict({ reason: name(), when: conditionSchema }))
    .max(100)
    .default([]),
  fit: axis.exactOptional(),
  intent: axis.exactOptional(),
  routing,
  sources,
  segments: strict({ criteria: criteria() }).exactOptional(),
  profiles,
})
  .superRefine(
    checked((model) => [
      ...criteriaIssues(model.criteria, ['criteria'], model),
      ...highValueIssues(model.bands, model.highValueFrom),
      ...(['fit', 'intent', 'segments'] as const).flatMap((part) => {
        const rules = model[part]
        return rules === undefined ? [] : criteriaIssues(rules.criteria, [part, 'criteria'], model)
      }),
      ...provenanceIssues(model),
    ]),
  )
  // The order of the keys is the same, whether the band is given or not.
  .transform(({ highValueFrom, disqualifiers, ...model }) => ({
    ...model,
    highValueFrom: highValueFrom ?? model.bands[0]?.id ?? '',
    disqualifiers,
  }))

function highValueIssues(bands: readonly ScoreBand[], given: string | undefined): Issue[] {
  const known = bands.map(({ id }) => id)
  if (given === undefined || known.includes(given)) return []
  const suggestion = closest(given, known)
  return [at(HIGH_VALUE_UNKNOWN, ['highValueFrom'], { given, known, suggestion })]
}

/** Each rank once, and what counts as senior is one of them. */
function rankIssues({ ranks, seniorFrom: given }: RanksGiven): Issue[] {
  const twice = duplicateIds(
    ranks.map((id) => ({ id })),
    ['ranks'],
  ).map((one) => moved(one.path.slice(0, -1), one))
  if (given === undefined || ranks.includes(given)) return twice
  const params = { given, known: ranks, suggestion: closest(given, ranks) }
  return [...twice, at(SENIOR_UNKNOWN, ['seniorFrom'], params)]
}

interface RanksGiven {
  readonly ranks: readonly string[]
  readonly seniorFrom?: string
}

/** Of 0 or 1 no sample could say that it is below or above. */
function thresholdIssues({ threshold, dropBelow }: Pick<SourceRules, 'threshold' | 'dropBelow'>) {
  const [most, least] = [known(threshold), known(dropBelow)]
  const issues: Issue[] = []
  if (isZero(most) || compare(most, ONE) === 0)
    issues.push(
      at(THRESHOLD_AT_END, ['threshold'], { given: threshold, minimum: '0', maximum: '1' }),
    )
  if (compare(least, most) > 0) {
    const params = { given: dropBelow, maximum: threshold, minimum: '0' }
    issues.push(at(DROPPED_ABOVE_THRESHOLD, ['dropBelow'], params))
  }
  return issues
}

/**
 * Checks and freezes a lead model.
 *
 * @throws SalesRulesError with everything that is wrong: `WEIGHTS_NOT_100`, `OUT_OF_ORDER`, `NOT_IN_POLICY`, `NUMBER_OUT_OF_RANGE`,
 *   `UNKNOWN_KEY`, …
 *
 * @example Budgets in money, authority by name, recent visits counting more than old ones
 * ```ts
 * import { defineLeadModel, scoreLead } from 'sales-rules'
 *
 * const model = defineLeadModel({
 *   criteria: [
 *     { id: 'budget', weight: 40, curve: { kind: 'linear', knots: [{ at: 0, points: 0 }, { at: 500000, points: 100 }] } },
 *     { id: 'authority', weight: 30, curve: { kind: 'choice', choices: { decides: 100, advises: 60, none: 0 } } },
 *     { id: 'visits', weight: 30, curve: { kind: 'decay', halfLifeDays: 30, events: { visit: 50 } } },
 *   ],
 *   missing: 'zero',
 *   bands: [{ id: 'hot', from: 80 }, { id: 'warm', from: 50 }, { id: 'cold', from: 0 }],
 * })
 * const visits = { asOf: '2026-03-31', events: [{ date: '2026-03-01', kind: 'visit' }] }
 * const lead = scoreLead({ budget: '250000', authority: 'decides', visits }, model)
 * lead.parts.map((part) => part.contribution) // => [20, 30, 7.5]
 * lead.band // => 'warm'
 * ```
 */
export function defineLeadModel<const Fact extends string, const Band extends string>(
  model: LeadModelInput<Fact, Band>,
): DefinedLeadModel<Fact, Band> {
  const written: LeadModelInput = model
  return defined.seal<LeadModel>('LeadModel', readPolicy(modelSchema, written))
}
