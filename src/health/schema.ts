import * as z from 'zod'
import type { DecimalInput } from '../kernel/index.js'
import { at, type Issue, moved, type Path } from '../kernel/input/issue.js'
import {
  BANDS_NOT_FALLING,
  ENDS_BEFORE_START,
  ID_DUPLICATE,
  NOT_RISING,
  NUMBER_OUT_OF_RANGE,
  OUTSIDE_COVERAGE,
} from '../kernel/issues.js'
import { decimalsOf, unknownCurrency } from '../kernel/number/currency.js'
import { known } from '../kernel/number/decimal.js'
import { compare, ONE } from '../kernel/number/fraction.js'
import * as defined from '../kernel/policy/defined.js'
import {
  type BandInput,
  bandsSchema,
  type CriterionInput,
  calendarDate,
  checked,
  criteriaIssues,
  criterionShape,
  decimal,
  duplicateIds,
  headerShape,
  name,
  type PolicyHeaderInput,
  points,
  positive,
  provenanceIssues,
  ratio,
  readPolicy,
  type ScorecardRulesInput,
  scorecardShape,
  stepEndIssues,
  strict,
  wholeNumber,
} from '../kernel/schema.js'
import { caresOf } from './exactCarePolicy.js'
import { RECORD_KEYS } from './exactHealthModel.js'
import {
  DAYS_WITHOUT_PERIOD,
  ID_TAKEN,
  MEASURE_OF_NO_FIGURE,
  PERIOD_WITHOUT_DAYS,
} from './issues.js'
import { notNamed } from './read.js'
import type {
  CareInterval,
  CarePolicy,
  CareRhythm,
  DefinedCarePolicy,
  DefinedHealthModel,
  DissatisfactionRules,
  HealthModel,
  OccasionRules,
  PackageRules,
  ProtectionRules,
  RecordMeasure,
  TierRules,
} from './types.js'

/**
 * A health model as it is written down. By default three days of follow-ups without an answer are a warning, and no bad part holds the
 * band down.
 */
export interface HealthModelInput extends PolicyHeaderInput, ScorecardRulesInput {
  readonly criteria: readonly (CriterionInput & { readonly measure?: RecordMeasure })[]
  readonly bands: readonly BandInput[]
  readonly worstPart?: {
    readonly below: DecimalInput
    readonly bandAtMost: string
    readonly criteria?: readonly string[]
  }
  readonly unansweredInARow?: number
  readonly unansweredBy?: HealthModel['unansweredBy']
}

/** A hundred years. */
const MOST_DAYS = 36_500

const measureSchema = strict({
  kinds: z.array(name()).min(1).max(100),
  by: z.enum(['count', 'days', 'total', 'mean', 'latest', 'days-since']),
  windowDays: wholeNumber(0, MOST_DAYS).exactOptional(),
})

export const modelSchema = strict({
  ...headerShape('health'),
  ...scorecardShape,
  criteria: z
    .array(strict({ ...criterionShape, measure: measureSchema.exactOptional() }))
    .min(1)
    .max(100),
  bands: bandsSchema,
  worstPart: strict({
    below: points(),
    bandAtMost: name(),
    criteria: z.array(name()).min(1).max(100).exactOptional(),
  }).exactOptional(),
  unansweredInARow: wholeNumber(1, 1000).default(3),
  unansweredBy: z.enum(['day', 'follow-up']).default('day'),
}).superRefine(
  checked((model) => [
    ...criteriaIssues(model.criteria, ['criteria'], model),
    ...measureIssues(model),
    ...worstPartIssues(model),
    ...provenanceIssues(model),
  ]),
)

/** The curves that take a figure, as one that is measured is. */
const OF_FIGURES: readonly string[] = ['points', 'ratio', 'rating', 'steps', 'linear']

function measureIssues({ criteria }: Pick<HealthModel, 'criteria'>): Issue[] {
  const isMeasured = criteria.some(({ measure }) => measure !== undefined)
  return criteria.flatMap(({ id, curve, measure }, index) => {
    const path = ['criteria', index]
    const isTaken = isMeasured && (RECORD_KEYS as readonly string[]).includes(id)
    return [
      ...(isTaken ? [at(ID_TAKEN, [...path, 'id'], { id })] : []),
      ...(measure === undefined || OF_FIGURES.includes(curve.kind)
        ? []
        : [at(MEASURE_OF_NO_FIGURE, [...path, 'curve'], { given: curve.kind })]),
    ]
  })
}

function worstPartIssues({ worstPart, bands, criteria }: HealthModel): Issue[] {
  if (worstPart === undefined) return []
  const ids = criteria.map(({ id }) => id)
  return [
    ...notNamed(
      worstPart.bandAtMost,
      ['worstPart', 'bandAtMost'],
      bands.map(({ id }) => id),
    ),
    ...(worstPart.criteria ?? []).flatMap((id, index) =>
      notNamed(id, ['worstPart', 'criteria', index], ids),
    ),
  ]
}

/**
 * Checks and freezes a health model.
 *
 * @throws SalesRulesError with everything that is wrong: `WEIGHTS_NOT_100`, `OUT_OF_ORDER`, `UNKNOWN_KEY`, …
 *
 * @example Purchases a year on a curve, satisfaction as it was surveyed, what is missing left out
 * ```ts
 * import { defineHealthModel, scoreHealth } from 'sales-rules'
 *
 * const model = defineHealthModel({
 *   criteria: [
 *     { id: 'purchases', weight: 60, curve: { kind: 'linear', knots: [{ at: 0, points: 0 }, { at: 12, points: 100 }] } },
 *     { id: 'satisfaction', weight: 40, curve: 'points' },
 *   ],
 *   missing: 'reweight',
 *   bands: [{ id: 'healthy', from: 70 }, { id: 'at-risk', from: 0 }],
 * })
 * scoreHealth({ purchases: 6, satisfaction: 95 }, model).score // => 68
 * scoreHealth({ purchases: 9 }, model).score // => 75
 * ```
 */
export function defineHealthModel(model: HealthModelInput): DefinedHealthModel {
  return defined.seal<HealthModel>('HealthModel', readPolicy(modelSchema, model))
}

type Unit = CareInterval['unit']

/**
 * A care policy as it is written down. By default customers are placed by where they start in the cumulative share, no tier asks for an owner,
 * care counts from the last time, and there are no rhythms.
 */
export interface CarePolicyInput extends PolicyHeaderInput {
  readonly currency: string
  readonly tiers:
    | {
        readonly clause: string
        readonly by: 'cumulative-share'
        readonly placedBy?: 'start' | 'end'
        readonly tiers: readonly {
          readonly id: string
          readonly upTo: DecimalInput | null
          readonly dedicatedOwner?: boolean
        }[]
      }
    | {
        readonly clause: string
        readonly by: 'value'
        readonly tiers: readonly {
          readonly id: string
          readonly from: DecimalInput | null
          readonly dedicatedOwner?: boolean
        }[]
      }
  readonly retention?: {
    readonly clause: string
    readonly measures: readonly { readonly tier: string; readonly measure: string }[]
    readonly withinDays?: number
  }
  readonly rhythms?: readonly {
    readonly id: string
    readonly clause: string
    readonly countsFrom?: CareRhythm['countsFrom']
    readonly intervals: readonly {
      readonly tiers?: readonly string[]
      readonly every?: number
      readonly unit: Unit
    }[]
  }[]
  readonly occasions?: {
    readonly clause: string
    readonly daysAhead?: number
    readonly tiers?: readonly string[]
    readonly yearly?: readonly string[]
    readonly holidays?: OccasionRules['holidays']
    readonly lapsesAfterDays?: number
  }
  readonly dissatisfaction?: {
    readonly clause: string
    readonly maximum: DecimalInput
    readonly below: DecimalInput
    readonly every?: number
    readonly unit?: Unit
    readonly closeWithinDays: number
  }
  readonly renewals?: {
    readonly clause: string
    readonly daysBefore: number
    readonly reorders?: {
      readonly atLeastOrders?: number
      readonly lateAfterIntervals?: DecimalInput
      readonly intervals?: readonly { readonly product: string; readonly days: number }[]
    }
    readonly addOns?: readonly { readonly bought: string; readonly offer: string }[]
  }
  readonly packages?: PackageRules
  readonly protection?: ProtectionRules
}

const MOST_ROWS = 100
const list = <Row extends z.ZodType>(row: Row) => z.array(row).max(MOST_ROWS)
const filled = <Row extends z.ZodType>(row: Row) => list(row).min(1)
const names = () => filled(name())
const daysOf = (minimum: number) => wholeNumber(minimum, MOST_DAYS)
const unit = () => z.enum(['working-day', 'day', 'week', 'month', 'quarter', 'half-year', 'year'])
const dedicated = () => z.boolean().default(false)
const open = (bound: ReturnType<typeof decimal>) => bound.nullable()

const tiersSchema = z
  .discriminatedUnion('by', [
    strict({
      clause: name(),
      by: z.literal('cumulative-share'),
      placedBy: z.enum(['start', 'end']).default('start'),
      tiers: filled(strict({ id: name(), upTo: open(ratio()), dedicatedOwner: dedicated() })),
    }),
    strict({
      clause: name(),
      by: z.literal('value'),
      tiers: filled(strict({ id: name(), from: open(decimal()), dedicatedOwner: dedicated() })),
    }),
  ])
  .superRefine(checked(tierIssues))

/** Each tier once; shares rise and values fall; the last one takes the rest, and no other. */
function tierIssues(rules: TierRules): Issue[] {
  const isShare = rules.by === 'cumulative-share'
  const key = isShare ? 'upTo' : 'from'
  const bounds = rules.tiers.map((tier) => ('upTo' in tier ? tier.upTo : tier.from))
  const ends = rules.tiers.map(({ id }, index) => ({ id, upTo: bounds[index] ?? null }))
  return [
    ...duplicateIds(rules.tiers, ['tiers']),
    ...stepEndIssues(ends, 'tiers').map((one) => moved([...one.path.slice(0, 2), key], one)),
    ...bounds.flatMap((bound, index) => {
      const previous = bounds[index - 1]
      if (bound === null || previous === undefined || previous === null) return []
      const order = compare(known(bound), known(previous))
      if (isShare ? order > 0 : order < 0) return []
      const params = { given: bound, previous }
      return [at(isShare ? NOT_RISING : BANDS_NOT_FALLING, ['tiers', index, key], params)]
    }),
  ]
}

const rhythmSchema = strict({
  id: name(),
  clause: name(),
  countsFrom: z.enum(['last', 'schedule']).default('last'),
  intervals: filled(
    strict({
      tiers: names().exactOptional(),
      every: wholeNumber(1, 1000).default(1),
      unit: unit(),
    }),
  ),
})

const holidaysSchema = strict({
  from: calendarDate(),
  to: calendarDate(),
  days: z.array(strict({ id: name(), date: calendarDate() })).max(10_000),
})

const occasionsSchema = strict({
  clause: name(),
  daysAhead: daysOf(0).default(7),
  tiers: names().exactOptional(),
  yearly: list(name()).default([]),
  holidays: holidaysSchema.exactOptional(),
  lapsesAfterDays: daysOf(0).exactOptional(),
})

const dissatisfactionSchema = strict({
  clause: name(),
  maximum: positive(),
  below: positive(),
  every: wholeNumber(1, 1000).default(1),
  unit: unit().default('week'),
  closeWithinDays: daysOf(1),
})

const renewalsSchema = strict({
  clause: name(),
  daysBefore: daysOf(0),
  reorders: strict({
    atLeastOrders: wholeNumber(2, 1000).default(3),
    lateAfterIntervals: decimal({ minimum: ONE }).prefault('1.5'),
    intervals: list(strict({ product: name(), days: daysOf(1) })).default([]),
  }).prefault({}),
  addOns: list(strict({ bought: name(), offer: name() })).default([]),
})

const protectionSchema = strict({
  clause: name(),
  rule: z.enum(['first-report', 'protection-period', 'shares']),
  days: daysOf(1).exactOptional(),
  pool: strict({
    withoutFollowUpDays: daysOf(1).exactOptional(),
    withoutDealDays: daysOf(1).exactOptional(),
  }).exactOptional(),
  limits: strict({
    claimsPerDay: wholeNumber(1, 100_000).exactOptional(),
    customersPerRep: wholeNumber(1, 1_000_000).exactOptional(),
    reclaimAfterDays: daysOf(1).exactOptional(),
  }).exactOptional(),
})

export const careSchema = strict({
  ...headerShape('care'),
  currency: name(),
  tiers: tiersSchema,
  retention: strict({
    clause: name(),
    measures: filled(strict({ tier: name(), measure: name() })),
    withinDays: daysOf(0).default(7),
  }).exactOptional(),
  rhythms: list(rhythmSchema).default([]),
  occasions: occasionsSchema.exactOptional(),
  dissatisfaction: dissatisfactionSchema.exactOptional(),
  renewals: renewalsSchema.exactOptional(),
  packages: strict({
    clause: name(),
    packages: filled(strict({ tier: name(), services: names() })),
  }).exactOptional(),
  protection: protectionSchema.exactOptional(),
}).superRefine(
  checked((policy) => [
    ...(decimalsOf(policy.currency) === undefined
      ? [unknownCurrency(policy.currency, ['currency'])]
      : []),
    ...tierNameIssues(policy),
    ...careNameIssues(policy),
    ...occasionIssues(policy.occasions),
    ...scaleIssues(policy.dissatisfaction),
    ...protectionIssues(policy.protection),
    ...provenanceIssues(policy),
  ]),
)

/** Whatever speaks of tiers speaks of those there are, and of each once. */
function tierNameIssues({ tiers, retention, rhythms, occasions, packages }: CarePolicy): Issue[] {
  const known = tiers.tiers.map(({ id }) => id)
  const named: (readonly [Path, readonly string[]])[] = [
    ...rhythms.flatMap(({ intervals }, rhythm) =>
      intervals.map(
        ({ tiers: of = [] }, index) =>
          [['rhythms', rhythm, 'intervals', index, 'tiers'], of] as const,
      ),
    ),
    [['occasions', 'tiers'], occasions?.tiers ?? []],
  ]
  const perTier: (readonly [Path, readonly { readonly tier: string }[]])[] = [
    [['retention', 'measures'], retention?.measures ?? []],
    [['packages', 'packages'], packages?.packages ?? []],
  ]
  return [
    ...named.flatMap(([path, of]) =>
      of.flatMap((tier, index) => notNamed(tier, [...path, index], known)),
    ),
    ...perTier.flatMap(([path, rows]) => [
      ...rows.flatMap(({ tier }, index) => notNamed(tier, [...path, index, 'tier'], known)),
      ...twice(
        rows.map(({ tier }) => tier),
        (index) => [...path, index, 'tier'],
      ),
    ]),
  ]
}

/** A kind of care has one name, and a tier one interval of it. */
function careNameIssues(policy: CarePolicy): Issue[] {
  const cares = caresOf(policy)
  return [
    ...twice(cares, (index) =>
      index < policy.rhythms.length ? ['rhythms', index, 'id'] : ['occasions'],
    ),
    ...policy.rhythms.flatMap(({ intervals }, rhythm) => {
      const path = ['rhythms', rhythm, 'intervals']
      const owners = intervals.flatMap(({ tiers = [ALL_TIERS] }, index) =>
        tiers.map((tier) => ({ tier, index })),
      )
      return twice(
        owners.map(({ tier }) => tier),
        (place) => [...path, owners[place]?.index ?? 0, 'tiers'],
      )
    }),
  ]
}

/** What an interval without tiers is for. */
const ALL_TIERS = '*'

/** Names that come twice. */
function twice(ids: readonly string[], pathOf: (index: number) => Path): Issue[] {
  const seen = new Set<string>()
  return ids.flatMap((id, index) => {
    if (seen.has(id)) return [at(ID_DUPLICATE, pathOf(index), { id })]
    seen.add(id)
    return []
  })
}

function occasionIssues(occasions: OccasionRules | undefined): Issue[] {
  if (occasions?.holidays === undefined) return []
  const { from, to, days } = occasions.holidays
  const path = ['occasions', 'holidays']
  if (from > to) return [at(ENDS_BEFORE_START, path, { from, to })]
  return days.flatMap(({ date }, index) =>
    date < from || date > to
      ? [at(OUTSIDE_COVERAGE, [...path, 'days', index, 'date'], { date, from, to })]
      : [],
  )
}

/** Who gives the best answer is not dissatisfied. */
function scaleIssues(rules: DissatisfactionRules | undefined): Issue[] {
  if (rules === undefined || compare(known(rules.below), known(rules.maximum)) <= 0) return []
  const params = { given: rules.below, minimum: null, maximum: rules.maximum }
  return [at(NUMBER_OUT_OF_RANGE, ['dissatisfaction', 'below'], params)]
}

/** A period that protects has days, and nothing else has. */
function protectionIssues(rules: ProtectionRules | undefined): Issue[] {
  if (rules === undefined) return []
  const isPeriod = rules.rule === 'protection-period'
  if (isPeriod === (rules.days !== undefined)) return []
  return [at(isPeriod ? PERIOD_WITHOUT_DAYS : DAYS_WITHOUT_PERIOD, ['protection', 'days'], {})]
}

/**
 * Checks and freezes a care policy.
 *
 * @throws SalesRulesError with everything that is wrong: `OUT_OF_ORDER`, `SCALE_END`, `NOT_IN_POLICY`, `ID_DUPLICATE`, `POLICY_CONFLICT`,
 *   `CURRENCY_UNKNOWN`, `UNKNOWN_KEY`, …
 *
 * @example Three tiers by value, and a call each month for the best
 * ```ts
 * import { careDue, defineCarePolicy } from 'sales-rules'
 *
 * const policy = defineCarePolicy({
 *   currency: 'EUR',
 *   tiers: {
 *     clause: 'CARE-1',
 *     by: 'value',
 *     tiers: [{ id: 'A', from: 100000 }, { id: 'B', from: 10000 }, { id: 'C', from: null }],
 *   },
 *   rhythms: [{ id: 'call', clause: 'CARE-2', intervals: [{ tiers: ['A'], unit: 'month' }] }],
 * })
 * const [call] = careDue({ asOf: '2026-03-31', tier: 'A', since: '2026-01-31' }, policy).items
 * call?.due // => '2026-02-28'
 * call?.daysOverdue // => 31
 * ```
 */
export function defineCarePolicy(policy: CarePolicyInput): DefinedCarePolicy {
  return defined.seal<CarePolicy>('CarePolicy', readPolicy(careSchema, policy))
}
