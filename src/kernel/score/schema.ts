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
      readonly kind: 'points'
      readonly maximum?: DecimalInput
      readonly names?: Readonly<Record<string, DecimalInput>>
      readonly amounts?: { readonly currency: string; readonly knots: readonly KnotInput[] }
    }
  | { readonly kind: 'ratio'; readonly floor?: DecimalInput; readonly cap?: DecimalInput }
  | { readonly kind: 'lower-is-better'; readonly floor?: DecimalInput; readonly cap?: DecimalInput }
  | { readonly kind: 'progress'; readonly floor?: DecimalInput; readonly cap?: DecimalInput }
  | { readonly kind: 'rating'; readonly minimum?: DecimalInput; readonly maximum: DecimalInput }
  | {
      readonly kind: 'steps'
      readonly below?: DecimalInput
      readonly steps: readonly { readonly from: DecimalInput; readonly points: DecimalInput }[]
    }
  | {
      readonly kind: 'linear'
      readonly knots: readonly KnotInput[]
    }
  | { readonly kind: 'choice'; readonly choices: Readonly<Record<string, DecimalInput>> }
  | ({
      readonly kind: 'decay'
      readonly events: Readonly<Record<string, DecimalInput | DecayingEventInput>>
      readonly maximum?: DecimalInput
    } & FadingInput)

interface KnotInput {
  readonly at: DecimalInput
  readonly points: DecimalInput
}

interface FadingInput {
  readonly halfLifeDays?: number
  readonly steps?: {
    readonly kind: 'linear' | 'compound'
    readonly everyDays: number
    readonly loses: DecimalInput
  }
  readonly windowDays?: number
}

export interface DecayingEventInput extends FadingInput {
  readonly points: DecimalInput
  readonly maximum?: DecimalInput
}

type NamedCurve = 'points' | 'ratio' | 'lower-is-better' | 'progress'

/** One weighted part of a score as it is written down; the curve is `ratio` unless told. */
export interface CriterionInput {
  readonly id: string
  /** 0 to 100; all weights add up to exactly 100, unless they are parts. */
  readonly weight: DecimalInput
  readonly curve?: CurveInput
  /** What happens without a fact; what the scorecard says unless told. */
  readonly missing?: MissingRule
}

/** A band as it is written down. */
export interface BandInput {
  readonly id: string
  readonly from: DecimalInput
}

/** How a score is put together, as it is written down: weights in percent, two decimals, half-up, unless told. */
export interface ScorecardRulesInput {
  readonly missing: MissingRule
  readonly knownWeightAtLeast?: DecimalInput
  readonly weights?: WeightRule
  readonly decimals?: number
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
