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
export interface HealthModelInput<Fact extends string = string, Band extends string = string>
  extends PolicyHeaderInput,
    ScorecardRulesInput {
  /** The parts of the score; the weights add up to exactly 100, unless they are parts. 1 to 100 of them. */
  readonly criteria: readonly (CriterionInput<Fact> & {
    /** How the fact is measured on the customer's records, where it is not given. */
    readonly measure?: RecordMeasure
  })[]
  /** From the healthiest to the least healthy. */
  readonly bands: readonly BandInput<Band>[]
  /** How far one bad part holds the band down, whatever the score; left out, it does not. */
  readonly worstPart?: {
    /** A part with fewer points than this is bad. */
    readonly below: DecimalInput
    /** The best band that is left. */
    readonly bandAtMost: string
    /** The parts that can do it; all of them, where left out. */
    readonly criteria?: readonly string[]
  }
  /** So many follow-ups in a row without an answer are a churn warning (HEA-2). 1 to 1,000; `3` by default. */
  readonly unansweredInARow?: number
  /** What is counted: days on which nobody answered, or each follow-up, several of one day among them. `day` by default. */
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
export function defineHealthModel<const Fact extends string, const Band extends string>(
  model: HealthModelInput<Fact, Band>,
): DefinedHealthModel<Fact, Band> {
  const written: HealthModelInput = model
  return defined.seal<HealthModel>('HealthModel', readPolicy(modelSchema, written))
}

type Unit = CareInterval['unit']

/**
 * A care policy as it is written down. By default customers are placed by where they start in the cumulative share, no tier asks for an owner,
 * care counts from the last time, and there are no rhythms.
 */
export interface CarePolicyInput extends PolicyHeaderInput {
  /** The currency of customers' values, a code of ISO 4217. */
  readonly currency: string
  /** How customers are sorted, from the most important to the least. */
  readonly tiers:
    | {
        /** The clause that it follows, named in outcomes. */
        readonly clause: string
        /** By the share of all value that customers add up to, the greatest first. */
        readonly by: 'cumulative-share'
        /** A customer is placed by where they start in the cumulative share, or by where they end. `start` by default. */
        readonly placedBy?: 'start' | 'end'
        /**
         * `upTo`: the share at which the tier ends; null for the last. Who starts at it is in the next tier, who ends at it still in this one.
         * `from`: the value from which on a customer is in the tier, included; the last has null.
         */
        readonly tiers: readonly {
          /** Names the tier in outcomes; each once. */
          readonly id: string
          /** The share of all value up to which customers are in it; null for the last tier, which has the rest. */
          readonly upTo: DecimalInput | null
          /** Whether each customer of it has an owner. `false` by default. */
          readonly dedicatedOwner?: boolean
        }[]
      }
    | {
        /** The clause that it follows, named in outcomes. */
        readonly clause: string
        /** By the value of each customer. */
        readonly by: 'value'
        /**
         * `upTo`: the share at which the tier ends; null for the last. Who starts at it is in the next tier, who ends at it still in this one.
         * `from`: the value from which on a customer is in the tier, included; the last has null.
         */
        readonly tiers: readonly {
          /** Names the tier in outcomes; each once. */
          readonly id: string
          /** The least value in it, in the currency of the policy; null for the last tier, which has the rest. */
          readonly from: DecimalInput | null
          /** Whether each customer of it has an owner. `false` by default. */
          readonly dedicatedOwner?: boolean
        }[]
      }
  /** What is done for a customer who is about to leave. */
  readonly retention?: {
    /** The clause that it follows, named in outcomes. */
    readonly clause: string
    /** The measure for each tier. */
    readonly measures: readonly {
      /** The id of a tier. */
      readonly tier: string
      /** What is done, in the company's words. */
      readonly measure: string
    }[]
    /** How many days after the warning became one the measure is due. 0 to 36,500; `7` by default. */
    readonly withinDays?: number
  }
  /** Care that comes again and again: calls, visits, reviews. None by default. */
  readonly rhythms?: readonly {
    /** Names the care in outcomes; each once. */
    readonly id: string
    /** The clause that it follows, named in outcomes. */
    readonly clause: string
    /**
     * `last`: the next is due so long after the last one was done, or after the start; `schedule`: on fixed days from the start, whenever
     * the last one was done. `last` by default.
     */
    readonly countsFrom?: CareRhythm['countsFrom']
    /** How often, by tier; the first one that names the tier holds. */
    readonly intervals: readonly {
      /** For which tiers; for all that no interval before it has, where left out. */
      readonly tiers?: readonly string[]
      /** Each so many units. 1 to 1,000; `1` by default. */
      readonly every?: number
      /** Days, weeks, months, quarters or years of the calendar. */
      readonly unit: Unit
    }[]
  }[]
  /** Greetings: birthdays and other yearly days, holidays. */
  readonly occasions?: {
    /** The clause that it follows, named in outcomes. */
    readonly clause: string
    /** It is due from so many days ahead; care that comes earlier is not for that day. 0 to 36,500; `7` by default. */
    readonly daysAhead?: number
    /** Which tiers it is for; all, where left out. */
    readonly tiers?: readonly string[]
    /** Which dates of a customer call for it every year: a birthday, an anniversary. None by default. */
    readonly yearly?: readonly string[]
    /** Holidays with their dates, and the days for which they are known. */
    readonly holidays?: OccasionRules['holidays']
    /** After so many days a day that was missed is let go; left out, it stays overdue until it is done. 0 to 36,500. */
    readonly lapsesAfterDays?: number
  }
  /** What follows from an answer that shows somebody is not satisfied. */
  readonly dissatisfaction?: {
    /** The clause that it follows, named in outcomes. */
    readonly clause: string
    /** The top of the scale of answers. */
    readonly maximum: DecimalInput
    /** An answer below this is dissatisfied. */
    readonly below: DecimalInput
    /** How often the measure is followed up, from the answer or the last time on. 1 to 1,000; `1` by default. */
    readonly every?: number
    /** What `every` counts. `week` by default. */
    readonly unit?: Unit
    /** The measure is closed within so many days of the answer. 1 to 36,500. */
    readonly closeWithinDays: number
  }
  /** When contracts are renewed and goods ordered again. */
  readonly renewals?: {
    /** The clause that it follows, named in outcomes. */
    readonly clause: string
    /** A renewal is due from so many days before the end of a contract. 0 to 36,500. */
    readonly daysBefore: number
    /** When an order is overdue, by the rhythm of those before. */
    readonly reorders?: {
      /** How many orders on different days show an interval. 2 to 1,000; `3` by default. */
      readonly atLeastOrders?: number
      /** A reorder is late once so many intervals have passed since the last order. `1.5` by default. */
      readonly lateAfterIntervals?: DecimalInput
      /** Intervals that are known, by product, in days; they go before what the history shows. None by default. */
      readonly intervals?: readonly {
        /** The product. */
        readonly product: string
        /** Days from one order of it to the next. 1 to 36,500. */
        readonly days: number
      }[]
    }
    /** Whoever has bought the one and never the other is offered it. None by default. */
    readonly addOns?: readonly {
      /** The product that a customer has. */
      readonly bought: string
      /** What is offered to them. */
      readonly offer: string
    }[]
  }
  /** Which services each tier has. */
  readonly packages?: PackageRules
  /** Whose customer it is, and when they fall into the common pool. */
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
