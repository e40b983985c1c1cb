import * as z from 'zod'
import type { DecimalInput, Issue, Path } from '../kernel/index.js'
import * as issue from '../kernel/input/issue.js'
import { known } from '../kernel/number/decimal.js'
import * as fraction from '../kernel/number/fraction.js'
import * as defined from '../kernel/policy/defined.js'
import {
  type ConditionInput,
  checked,
  completeRounding,
  conditionSchema,
  currencyIssues,
  duplicateIds,
  headerShape,
  type MoneyRoundingInput,
  moneyRounding,
  name,
  notNegative,
  notRising,
  onceEach,
  type PolicyHeaderInput,
  points,
  positive,
  provenanceIssues,
  ratio,
  readPolicy,
  stepEndIssues,
  strict,
  wholeNumber,
} from '../kernel/schema.js'
import {
  AUTHORITY_SHRINKS,
  LIMIT_ADDED,
  MARGIN_RISES,
  MOVE_UNKNOWN,
  STAGE_UNKNOWN,
  WON_AT_FIRST_STAGE,
} from './issues.js'
import { nearest } from './read.js'
import type {
  AgeBucket,
  DefinedSalesProcess,
  DiscountAuthority,
  DiscountRules,
  InvoiceDate,
  RecordRules,
  SalesProcess,
} from './types.js'

/**
 * A sales process as it is written down. By default a deal moves to the next stage or back to any before it, is won in the last stage, and
 * receivables age by due date in buckets of 30 days up to 90.
 */
export interface SalesProcessInput<Stage extends string = string> extends PolicyHeaderInput {
  /** A code of ISO 4217; every amount is in it. */
  readonly currency: string
  /** How amounts are rounded. */
  readonly rounding?: MoneyRoundingInput
  /** From the first to the last. */
  readonly stages: readonly {
    /** Names the stage; each once. */
    readonly id: Stage
    /** Where a deal may move from here. */
    readonly to?: readonly string[]
    /** What holds a deal back until it is met. */
    readonly requires?: readonly ConditionInput[]
    /** What is only reported. */
    readonly reports?: readonly ConditionInput[]
    /** How probable it is that a deal in this stage is won; from `wonAt` on it is. A ratio from 0 to 1. */
    readonly probability?: DecimalInput
  }[]
  /** The stage that a deal reaches by being won. */
  readonly wonAt?: string
  /** The fewest deals by which a step is judged, and a probability measured. 1 to 1,000,000; `10` by default. */
  readonly minimumSample?: number
  /** How many standard deviations the range of a forecast reaches to each side. */
  readonly forecast?: {
    /** How many standard deviations the range of a forecast reaches to each side. 0 or more. */
    readonly deviations?: DecimalInput
  }
  /** From which date of an invoice the days until cash are counted. */
  readonly collection?: {
    /** The date of an invoice from which the days until cash are counted. `invoiced` by default. */
    readonly startsAt?: InvoiceDate
  }
  /** How what is owed is sorted by age. */
  readonly receivables?: {
    /** The day that an age is counted from. `due` by default. */
    readonly ageBy?: 'due' | 'invoiced'
    /** From the youngest to the oldest; by default not due, then up to 30, 60, 90 days and more. */
    readonly buckets?: readonly AgeBucket[]
  }
  /** Who may grant which discount. */
  readonly discounts?: {
    /** The price below which nobody sells. */
    readonly floor?: {
      /** Each negotiation has a floor of its own, set beforehand. `false` by default. */
      readonly setBeforehand?: boolean
      /** The margin that nobody goes below. A ratio from 0 to 1. */
      readonly margin?: DecimalInput
    }
    /** What a customer gives in return for a discount. */
    readonly exchange?: {
      /** A discount above this is given only in exchange. */
      readonly above?: DecimalInput
      /** What may be given besides a discount. None by default. */
      readonly concessions?: readonly string[]
      /** What counts as something in exchange. */
      readonly accepted: readonly string[]
    }
    /** From the lowest to the highest: whoever comes later approves more. */
    readonly authorities: readonly {
      /** The rung of whoever grants it. */
      readonly rung: string
      /** The greatest discount, of the list price. A ratio from 0 to 1. */
      readonly discountAtMost: DecimalInput
      /** Of the list price of the whole order. Above 0. */
      readonly amountAtMost?: DecimalInput
      /** Of the price after the discount. A ratio from 0 to 1. */
      readonly marginAtLeast?: DecimalInput
    }[]
  }
  /** Which records have to be complete. */
  readonly records?: {
    /** The completeness that is asked for. A ratio from 0 to 1. */
    readonly target: DecimalInput
    /** Whether the target is of fields that are filled, or of records with all of them. `fields` by default. */
    readonly of?: RecordRules['of']
    /** The kinds of records that are looked at. 1 to 100 of them. */
    readonly kinds: readonly {
      /** Names the kind; each once. */
      readonly kind: string
      /** The fields that have to be filled. */
      readonly fields: readonly string[]
      /** Hours, around the clock, from what happened to its record. Above 0. */
      readonly withinHours?: DecimalInput
    }[]
  }
  /** Which task comes first, by how important and how urgent it is. */
  readonly priorities?: {
    /** Points from which a task is important. 0 to 100 points. */
    readonly importantFrom?: DecimalInput
    /** Points from which a task is urgent. 0 to 100 points. */
    readonly urgentFrom?: DecimalInput
    /** What is always both important and urgent. */
    readonly always?: ConditionInput
  }
}

const MOST_STAGES = 100
const MOST_DAYS = 36_525

const names = () => z.array(name()).max(MOST_STAGES)
const conditions = () => z.array(conditionSchema).max(MOST_STAGES).default([])

const stage = strict({
  id: name(),
  to: names().exactOptional(),
  requires: conditions(),
  reports: conditions(),
  probability: ratio().exactOptional(),
})

const bucket = strict({ id: name(), upTo: wholeNumber(0, MOST_DAYS).nullable() })

const BUCKETS: readonly AgeBucket[] = [
  { id: 'current', upTo: 0 },
  { id: '1-30', upTo: 30 },
  { id: '31-60', upTo: 60 },
  { id: '61-90', upTo: 90 },
  { id: 'over 90', upTo: null },
]

const receivables = strict({
  ageBy: z.enum(['due', 'invoiced']).default('due'),
  buckets: z
    .array(bucket)
    .min(1)
    .max(MOST_STAGES)
    .default(() => BUCKETS.map((one) => ({ ...one }))),
})

const discounts = strict({
  floor: strict({
    setBeforehand: z.boolean().default(false),
    margin: ratio().exactOptional(),
  }).prefault({}),
  exchange: strict({
    above: ratio().default('0'),
    concessions: names().default([]),
    accepted: names(),
  }).prefault({ above: '1', accepted: [] }),
  authorities: z
    .array(
      strict({
        rung: name(),
        discountAtMost: ratio(),
        amountAtMost: positive().exactOptional(),
        marginAtLeast: ratio().exactOptional(),
      }),
    )
    .min(1)
    .max(MOST_STAGES),
})

const records = strict({
  target: ratio(),
  of: z.enum(['fields', 'records']).default('fields'),
  kinds: z
    .array(
      strict({
        kind: name(),
        fields: names().min(1),
        withinHours: positive().exactOptional(),
      }),
    )
    .min(1)
    .max(MOST_STAGES),
})

const priorities = strict({
  importantFrom: points(100).default(50),
  urgentFrom: points(100).default(50),
  always: conditionSchema.exactOptional(),
})

export const policySchema = strict({
  ...headerShape('sales-process'),
  currency: z.string(),
  rounding: moneyRounding(),
  stages: z.array(stage).min(1).max(MOST_STAGES),
  wonAt: name().exactOptional(),
  minimumSample: wholeNumber(1, 1_000_000).default(10),
  forecast: strict({ deviations: notNegative().default('1') }).prefault({}),
  collection: strict({
    startsAt: z.enum(['invoiced', 'delivered', 'due']).default('invoiced'),
  }).prefault({}),
  receivables: receivables.prefault({}),
  discounts: discounts.exactOptional(),
  records: records.exactOptional(),
  priorities: priorities.exactOptional(),
})
  .transform((policy) => {
    const ids = policy.stages.map(({ id }) => id)
    return {
      ...policy,
      wonAt: policy.wonAt ?? ids.at(-1) ?? '',
      stages: policy.stages.map((one, at) => ({ ...one, to: one.to ?? movesFrom(at, ids) })),
    }
  })
  .superRefine(
    checked((policy) => [
      ...currencyIssues(policy),
      ...stageIssues(policy),
      ...bucketIssues(policy.receivables.buckets),
      ...authorityIssues(policy.discounts?.authorities ?? []),
      ...exchangeIssues(policy.discounts?.exchange),
      ...recordIssues(policy.records?.kinds ?? []),
      ...provenanceIssues(policy),
    ]),
  )
  .transform((policy) => ({ ...policy, rounding: completeRounding(policy) }))

/** To the next stage, or back to any before it. */
function movesFrom(at: number, ids: readonly string[]): string[] {
  return [...ids.slice(0, at), ...ids.slice(at + 1, at + 2)]
}

function stageIssues({ stages, wonAt }: Pick<SalesProcess, 'stages' | 'wonAt'>): Issue[] {
  const ids = stages.map(({ id }) => id)
  const twice = duplicateIds(stages, ['stages'])
  if (twice.length > 0) return twice
  const unknown = stages.flatMap(({ id, to }, index) => [
    ...to.flatMap((given, place) => {
      if (ids.includes(given) && given !== id) return []
      const params = { given: issue.show(given), ...nearest(given, ids) }
      return [issue.at(MOVE_UNKNOWN, ['stages', index, 'to', place], params)]
    }),
    ...onceEach(to, ['stages', index, 'to']),
  ])
  if (!ids.includes(wonAt)) {
    const params = { given: issue.show(wonAt), ...nearest(wonAt, ids) }
    return [...unknown, issue.at(STAGE_UNKNOWN, ['wonAt'], params)]
  }
  const isFirst = ids.length > 1 && ids[0] === wonAt
  return isFirst ? [...unknown, issue.at(WON_AT_FIRST_STAGE, ['wonAt'], { id: wonAt })] : unknown
}

function bucketIssues(buckets: readonly AgeBucket[]): Issue[] {
  const path = ['receivables', 'buckets']
  const ends = buckets.flatMap(({ upTo }, index) =>
    upTo === null ? [] : [[[...path, index, 'upTo'], String(upTo)] as const],
  )
  const steps = buckets.map(({ id, upTo }) => ({ id, upTo: upTo === null ? null : String(upTo) }))
  const open = stepEndIssues(steps, 'buckets').map((one) => issue.under(['receivables'], one))
  return [...duplicateIds(buckets, path), ...notRising(ends), ...open]
}

/** Whoever comes later approves at least as much. */
function authorityIssues(authorities: readonly DiscountAuthority[]): Issue[] {
  const path = ['discounts', 'authorities']
  const shrinking = authorities.flatMap((authority, index) => {
    const before = authorities[index - 1]
    if (before === undefined) return []
    return LIMITS.flatMap((key) => {
      const at = [...path, index, key]
      return limitIssues(key, authority[key], before[key], at)
    })
  })
  const rungs = authorities.map(({ rung }) => rung)
  return [...onceEach(rungs, path, 'rung'), ...shrinking]
}

const LIMITS = ['discountAtMost', 'amountAtMost', 'marginAtLeast'] as const

/** What is at most does not fall from rung to rung, and what is at least does not rise. */
function limitIssues(
  key: (typeof LIMITS)[number],
  given: string | undefined,
  previous: string | undefined,
  path: Path,
): Issue[] {
  if (given === undefined) return []
  if (previous === undefined) return [issue.at(LIMIT_ADDED, path, { given })]
  const order = fraction.compare(known(given), known(previous))
  if (key === 'marginAtLeast')
    return order > 0 ? [issue.at(MARGIN_RISES, path, { given, previous })] : []
  return order < 0 ? [issue.at(AUTHORITY_SHRINKS, path, { given, previous })] : []
}

function exchangeIssues(exchange: DiscountRules['exchange'] | undefined): Issue[] {
  return (['concessions', 'accepted'] as const).flatMap((key) =>
    onceEach(exchange?.[key] ?? [], ['discounts', 'exchange', key]),
  )
}

/** A field that is asked for twice would count twice. */
function recordIssues(kinds: RecordRules['kinds']): Issue[] {
  const path = ['records', 'kinds']
  const names = kinds.map(({ kind }) => kind)
  const fields = kinds.flatMap((kind, index) => onceEach(kind.fields, [...path, index, 'fields']))
  return [...onceEach(names, path, 'kind'), ...fields]
}

/**
 * Checks and freezes a sales process: its stages with what each asks for, and how the pipeline is measured.
 *
 * @throws SalesRulesError with everything that is wrong: `ID_DUPLICATE`, `NOT_IN_POLICY` for a move to a stage that is not there,
 *   `POLICY_CONFLICT` where the first stage is the won one, `SCALE_END` and `OUT_OF_ORDER` for buckets, `OUT_OF_ORDER` for a rung that
 *   approves less than the one before, `CURRENCY_UNKNOWN`, `UNKNOWN_KEY`, …
 *
 * @example Three stages, of which the second asks for two references
 * ```ts
 * import { checkStage, defineSalesProcess } from 'sales-rules'
 *
 * const selling = defineSalesProcess({
 *   currency: 'EUR',
 *   stages: [
 *     { id: 'lead' },
 *     { id: 'offer', requires: [{ id: 'references', comparison: 'at-least', required: 2, unit: 'count' }] },
 *     { id: 'order' },
 *   ],
 * })
 * selling.wonAt // => 'order'
 * checkStage({ references: 1 }, 'offer', selling).missing
 * // => [{ id: 'references', outcome: 'unmet', gap: '1', holdsBack: true }]
 * ```
 */
export function defineSalesProcess<const Stage extends string>(
  policy: SalesProcessInput<Stage>,
): DefinedSalesProcess<Stage> {
  const written: SalesProcessInput = policy
  return defined.seal<SalesProcess>('SalesProcess', readPolicy(policySchema, written))
}
