import * as z from 'zod'
import { at, type Issue, invalid, type Path, show } from '../input/issue.js'
import {
  checked,
  decimal,
  decimalsKept,
  duplicateIds,
  hasKey,
  name,
  notNegative,
  notRising,
  oneOf,
  points,
  positive,
  ratio,
  roundingMode,
  signedPoints,
  strict,
  wholeNumber,
  withShortForm,
} from '../input/schema.js'
import {
  A_WHOLE_NUMBER,
  BANDS_NOT_FALLING,
  FADES_TWICE,
  FLOOR_ABOVE_CAP,
  KNOWN_WEIGHT_WITHOUT_REWEIGHT,
  LOWEST_BAND_NOT_ZERO,
  NAME_IS_NUMBER,
  NUMBER_OUT_OF_RANGE,
  RATING_SCALE_EMPTY,
  RECORD_EMPTY,
  WEIGHTS_NOT_100,
  WEIGHTS_NOT_POSITIVE,
} from '../issues.js'
import { decimalsOf, unknownCurrency } from '../number/currency.js'
import { type DecimalInput, isDecimal, known, writeDecimal } from '../number/decimal.js'
import { compare, HUNDRED, subtract, sum } from '../number/fraction.js'
import type { RoundingMode } from '../number/rounding.js'
import type { Band } from './bands.js'
import type {
  Curve,
  DecayCurve,
  DecayingEvent,
  Fading,
  LinearCurve,
  PointsCurve,
  RatingCurve,
} from './curve.js'
import type { MissingRule, ScorecardRules, WeightRule } from './scorecard.js'

/** A curve as it is written down; `points`, `ratio`, `lower-is-better` and `progress` may be named alone. */
export type CurveInput =
  | NamedCurve
  | {
      /** The fact is points already. */
      readonly kind: 'points'
      /** The most points there are. */
      readonly maximum?: DecimalInput
      /** Points by name, 0 to the maximum. */
      readonly names?: Readonly<Record<string, DecimalInput>>
      /** Points of an amount `{ amount }`, on straight lines between knots, flat before the first and after the last. */
      readonly amounts?: {
        /** A code of ISO 4217. An amount that names another one is refused. */
        readonly currency: string
        /** From the lowest amount to the highest, at least two. */
        readonly knots: readonly KnotInput[]
      }
    }
  | {
      /** Actual ÷ target, in percent. */
      readonly kind: 'ratio'
      /** The fewest points. 0 to 1,000 points; `0` by default. */
      readonly floor?: DecimalInput
      /** The most points: more than 100 rewards what is above the target. 0 to 1,000 points; `100` by default. */
      readonly cap?: DecimalInput
    }
  | {
      /** The other way round: target ÷ actual, in percent, as for complaints or days. */
      readonly kind: 'lower-is-better'
      /** The fewest points. 0 to 1,000 points; `0` by default. */
      readonly floor?: DecimalInput
      /** The most points: more than 100 rewards what is above the target. 0 to 1,000 points; `100` by default. */
      readonly cap?: DecimalInput
    }
  | {
      /** How far it has come from the start to the target, in percent. */
      readonly kind: 'progress'
      /** The fewest points. 0 to 1,000 points; `0` by default. */
      readonly floor?: DecimalInput
      /** The most points: more than 100 rewards what is above the target. 0 to 1,000 points; `100` by default. */
      readonly cap?: DecimalInput
    }
  | {
      /** A rating between its minimum and its maximum, in percent of the way. */
      readonly kind: 'rating'
      /** The lowest rating there is, 0 or more. `0` by default. */
      readonly minimum?: DecimalInput
      /** The highest rating there is. */
      readonly maximum: DecimalInput
    }
  | {
      /** Points of the step that the figure has reached. */
      readonly kind: 'steps'
      /** Points below the first step. 0 to 1,000 points; `0` by default. */
      readonly below?: DecimalInput
      /** From the lowest start to the highest; the start itself is on the step. */
      readonly steps: readonly {
        /** Where the step starts, itself included. */
        readonly from: DecimalInput
        /** Points on it. */
        readonly points: DecimalInput
      }[]
    }
  | {
      /** Points on straight lines between knots, flat before the first and after the last. */
      readonly kind: 'linear'
      /** From the lowest position to the highest, at least two. */
      readonly knots: readonly KnotInput[]
    }
  | {
      /** Points of the one that is named. */
      readonly kind: 'choice'
      /** Points by name, −1000 to 1000. */
      readonly choices: Readonly<Record<string, DecimalInput>>
    }
  | ({
      /** Points of dated events, which fade. */
      readonly kind: 'decay'
      /** What a fresh event of each kind is worth. Points below 0 do not fade. */
      readonly events: Readonly<Record<string, DecimalInput | DecayingEventInput>>
      /** The most points there are. */
      readonly maximum?: DecimalInput
    } & FadingInput)

interface KnotInput {
  /** The position: a figure, or an amount of money. */
  readonly at: DecimalInput
  /** Points at it. */
  readonly points: DecimalInput
}

interface FadingInput {
  /** After so many days half of the points are left. It, or `steps`. 1 to 36,500. */
  readonly halfLifeDays?: number
  /** Points that fade step by step, instead of by half-life. */
  readonly steps?: {
    /** `linear` takes the share of what they were worth at first, `compound` of what is left. */
    readonly kind: 'linear' | 'compound'
    /** The days that are complete for each step. 1 to 36,500. */
    readonly everyDays: number
    /** The share that a step takes, 0 to 1. */
    readonly loses: DecimalInput
  }
  /** An event of this age in days still counts, an older one does not. 0 to 36,500. */
  readonly windowDays?: number
}

export interface DecayingEventInput extends FadingInput {
  /** Of a fresh one; below 0 where it speaks against. */
  readonly points: DecimalInput
  /** The most that all of the kind are worth together, once they have faded; below 0, the most that they take. */
  readonly maximum?: DecimalInput
}

type NamedCurve = 'points' | 'ratio' | 'lower-is-better' | 'progress'

/** One weighted part of a score as it is written down; the curve is `ratio` unless told. */
export interface CriterionInput<Id extends string = string> {
  /** Names the part; facts are given by it, and outcomes name it. Each once. */
  readonly id: Id
  /** 0 to 100; all weights add up to exactly 100, unless they are parts. */
  readonly weight: DecimalInput
  /** How a fact becomes points; `ratio` by default: actual ÷ target, 100 points at the most. */
  readonly curve?: CurveInput
  /** What happens without a fact; what the scorecard says unless told. */
  readonly missing?: MissingRule
}

/** A band as it is written down. */
export interface BandInput<Id extends string = string> {
  /** Names the band or grade in outcomes; each once. */
  readonly id: Id
  /** The lowest score in it, itself included. 0 to 1,000 points, falling; the last one also has what is below it. */
  readonly from: DecimalInput
}

/** How a score is put together, as it is written down: weights in percent, two decimals, half-up, unless told. */
export interface ScorecardRulesInput {
  /** What happens without a fact: `refuse` names the part, `zero` gives no points, `reweight` scales the other weights up. */
  readonly missing: MissingRule
  /**
   * Where a part is left out, the least weight that the others have, in percent of all of it; any above 0 unless told. 0 to 100 points.
   */
  readonly knownWeightAtLeast?: DecimalInput
  /** `percent`: the weights add up to exactly 100; `parts`: they stand for shares of their sum. `percent` by default. */
  readonly weights?: WeightRule
  /** Decimals of the score, of its parts' points and of their contributions. 0 to 12; `2` by default. */
  readonly decimals?: number
  /** How points and scores are rounded. `half-up` by default. */
  readonly rounding?: RoundingMode
}

/** Where points start and end unless a policy says otherwise. */
const FULL = 100

/** A hundred years. */
const MOST_DAYS = 36_500

const withinCap = () => ({ floor: points().prefault(0), cap: points().prefault(FULL) })

const namedBy = <Value extends z.ZodType>(value: Value) =>
  z.record(z.string().min(1).max(200), value).refine((record) => Object.keys(record).length > 0, {
    params: { issues: [at(RECORD_EMPTY, [], {})] },
  })

const knots = () =>
  z
    .array(strict({ at: decimal(), points: points() }))
    .min(2)
    .max(1000)

const fadingShape = {
  halfLifeDays: wholeNumber(1, MOST_DAYS).exactOptional(),
  steps: strict({
    kind: z.enum(['linear', 'compound']),
    everyDays: wholeNumber(1, MOST_DAYS),
    loses: ratio(),
  }).exactOptional(),
  windowDays: wholeNumber(0, MOST_DAYS).exactOptional(),
}

const ownEvent = strict({
  points: signedPoints(),
  ...fadingShape,
  maximum: points().exactOptional(),
}).superRefine(checked(fadesTwice))

/** Points of an event, or what it does otherwise than the curve says. */
const eventSchema: z.ZodType<number | DecayingEvent, DecimalInput | DecayingEventInput> = oneOf(
  [signedPoints(), ownEvent],
  (value) => (hasKey(value, 'points') ? ownEvent : signedPoints()),
)

const curveForms = z
  .discriminatedUnion('kind', [
    strict({
      kind: z.literal('points'),
      maximum: points().prefault(FULL),
      names: namedBy(points()).exactOptional(),
      amounts: strict({ currency: z.string(), knots: knots() }).exactOptional(),
    }),
    strict({ kind: z.literal('ratio'), ...withinCap() }),
    strict({ kind: z.literal('lower-is-better'), ...withinCap() }),
    strict({ kind: z.literal('progress'), ...withinCap() }),
    strict({
      kind: z.literal('rating'),
      minimum: notNegative().prefault('0'),
      maximum: positive(),
    }),
    strict({
      kind: z.literal('steps'),
      below: points().prefault(0),
      steps: z
        .array(strict({ from: decimal(), points: points() }))
        .min(1)
        .max(1000),
    }),
    strict({
      kind: z.literal('linear'),
      knots: knots(),
    }),
    strict({ kind: z.literal('choice'), choices: namedBy(signedPoints()) }),
    strict({
      kind: z.literal('decay'),
      ...fadingShape,
      events: namedBy(eventSchema),
      maximum: points().prefault(FULL),
    }),
  ])
  .superRefine(checked(curveIssues))

function curveIssues(curve: Curve): Issue[] {
  if (curve.kind === 'steps')
    return notRising(curve.steps.map(({ from }, index) => [['steps', index, 'from'], from]))
  if (curve.kind === 'linear') return knotIssues(curve.knots, ['knots'])
  if (curve.kind === 'points') return standInIssues(curve)
  if (curve.kind === 'decay') return fadingIssues(curve)
  if (curve.kind === 'rating') return scaleIssues(curve)
  if (!('cap' in curve) || curve.floor <= curve.cap) return []
  const params = { minimum: String(curve.floor), maximum: String(curve.cap) }
  return [at(FLOOR_ABOVE_CAP, ['floor'], params)]
}

function knotIssues(knots: LinearCurve['knots'], path: Path): Issue[] {
  return notRising(knots.map(({ at }, index) => [[...path, index, 'at'], at]))
}

/** What stands for points stands for no more of them than there are; a name that is a number would be read as points. */
function standInIssues({ maximum, names = {}, amounts }: PointsCurve): Issue[] {
  const tooMany = (points: number, path: Path) =>
    points <= maximum
      ? []
      : [
          at(NUMBER_OUT_OF_RANGE, path, {
            given: String(points),
            minimum: '0',
            maximum: String(maximum),
          }),
        ]
  const knots = amounts?.knots ?? []
  return [
    ...Object.entries(names).flatMap(([name, points]) => [
      ...(isDecimal(name) ? [at(NAME_IS_NUMBER, ['names', name], { given: show(name) })] : []),
      ...tooMany(points, ['names', name]),
    ]),
    ...knots.flatMap(({ points }, index) => tooMany(points, ['amounts', 'knots', index, 'points'])),
    ...knotIssues(knots, ['amounts', 'knots']),
    ...(amounts === undefined || decimalsOf(amounts.currency) !== undefined
      ? []
      : [unknownCurrency(amounts.currency, ['amounts', 'currency'])]),
  ]
}

function fadingIssues(curve: DecayCurve): Issue[] {
  if (curve.halfLifeDays !== undefined || curve.steps !== undefined) return fadesTwice(curve)
  const range = { minimum: '1', maximum: String(MOST_DAYS) }
  return [invalid(undefined, ['halfLifeDays'], A_WHOLE_NUMBER, range)]
}

function fadesTwice({ halfLifeDays, steps }: Fading): Issue[] {
  return halfLifeDays === undefined || steps === undefined ? [] : [at(FADES_TWICE, ['steps'], {})]
}

function scaleIssues({ minimum, maximum }: RatingCurve): Issue[] {
  if (compare(known(minimum), known(maximum)) < 0) return []
  return [at(RATING_SCALE_EMPTY, ['minimum'], { minimum, maximum })]
}

export const curveSchema = withShortForm<typeof curveForms, NamedCurve>(
  curveForms,
  z.enum(['points', 'ratio', 'lower-is-better', 'progress']),
  (curve) => (typeof curve === 'string' ? { kind: curve } : curve),
)

const missingRule = () => z.enum(['refuse', 'zero', 'reweight'])

/** What a weighted part of a score is made of. */
export const criterionShape = {
  id: name(),
  weight: points(FULL),
  curve: curveSchema.prefault({ kind: 'ratio' }),
  missing: missingRule().exactOptional(),
}

/** What says how a score is put together. */
export const scorecardShape = {
  missing: missingRule(),
  knownWeightAtLeast: points(FULL).exactOptional(),
  weights: z.enum(['percent', 'parts']).exactOptional(),
  decimals: decimalsKept().default(2),
  rounding: roundingMode().default('half-up'),
}

type Weighted = readonly {
  readonly id: string
  readonly weight: number
  readonly missing?: MissingRule
}[]

/** What is wrong with a list of criteria as a whole. */
export function criteriaIssues(criteria: Weighted, path: Path, rules: Rules): Issue[] {
  const weigh = rules.weights === 'parts' ? partIssues : percentIssues
  return [
    ...duplicateIds(criteria, path),
    ...weigh(criteria, path),
    ...knownWeightIssues(criteria, rules),
  ]
}

type Rules = Pick<ScorecardRules, 'weights' | 'missing' | 'knownWeightAtLeast'>

/** A least known weight is of use only where a part may be left out. */
function knownWeightIssues(criteria: Weighted, { missing: rule, knownWeightAtLeast }: Rules) {
  if (knownWeightAtLeast === undefined) return []
  if (criteria.some(({ missing = rule }) => missing === 'reweight')) return []
  return [at(KNOWN_WEIGHT_WITHOUT_REWEIGHT, ['knownWeightAtLeast'], {})]
}

function partIssues(criteria: Weighted, path: Path): Issue[] {
  if (criteria.some(({ weight }) => weight > 0)) return []
  return [at(WEIGHTS_NOT_POSITIVE, path, { weights: criteria.length })]
}

function percentIssues(criteria: Weighted, path: Path): Issue[] {
  const total = sum(criteria.map(({ weight }) => known(weight)))
  if (compare(total, HUNDRED) === 0) return []
  const difference = writeDecimal(subtract(HUNDRED, total))
  return [at(WEIGHTS_NOT_100, path, { total: writeDecimal(total), difference })]
}

/** Bands from the highest to the lowest; the lowest starts at 0, so that every score has one. */
export const bandsSchema = z
  .array(strict({ id: name(), from: points() }))
  .min(1)
  .max(100)
  .superRefine(checked(bandIssues))

function bandIssues(bands: readonly Band[]): Issue[] {
  const issues = duplicateIds(bands, [])
  for (const [index, { from }] of bands.entries()) {
    const previous = bands[index - 1]?.from
    if (previous === undefined || from < previous) continue
    const params = { given: String(from), previous: String(previous) }
    issues.push(at(BANDS_NOT_FALLING, [index, 'from'], params))
  }
  const lowest = bands.at(-1)?.from ?? 0
  if (lowest !== 0)
    issues.push(at(LOWEST_BAND_NOT_ZERO, [bands.length - 1, 'from'], { given: String(lowest) }))
  return issues
}
