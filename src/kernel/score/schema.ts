import * as z from 'zod'
import { type Issue, issueAt, type Path } from '../input/issue.js'
import {
  checked,
  decimal,
  decimalsKept,
  duplicateIds,
  name,
  notRising,
  points,
  roundingMode,
  strict,
  wholeNumber,
  withShortForm,
} from '../input/schema.js'
import { type DecimalInput, known, writeDecimal } from '../number/decimal.js'
import { compare, HUNDRED, ONE, subtract, sum } from '../number/fraction.js'
import type { RoundingMode } from '../number/rounding.js'
import type { Band } from './bands.js'
import type { Curve } from './curve.js'
import type { MissingRule } from './scorecard.js'

/** A curve as it is written down; `points`, `ratio` and `lower-is-better` may be named alone. */
export type CurveInput =
  | NamedCurve
  | { readonly kind: 'points'; readonly maximum?: DecimalInput }
  | { readonly kind: 'ratio'; readonly floor?: DecimalInput; readonly cap?: DecimalInput }
  | { readonly kind: 'lower-is-better'; readonly floor?: DecimalInput; readonly cap?: DecimalInput }
  | {
      readonly kind: 'steps'
      readonly below?: DecimalInput
      readonly steps: readonly { readonly from: DecimalInput; readonly points: DecimalInput }[]
    }
  | {
      readonly kind: 'linear'
      readonly knots: readonly { readonly at: DecimalInput; readonly points: DecimalInput }[]
    }
  | { readonly kind: 'choice'; readonly choices: Readonly<Record<string, DecimalInput>> }
  | {
      readonly kind: 'decay'
      readonly halfLifeDays: number
      readonly events: Readonly<Record<string, DecimalInput>>
      readonly maximum?: DecimalInput
    }

type NamedCurve = 'points' | 'ratio' | 'lower-is-better'

/** One weighted part of a score as it is written down; the curve is `ratio` unless told. */
export interface CriterionInput {
  readonly id: string
  /** In percent; all weights add up to exactly 100. */
  readonly weight: DecimalInput
  readonly curve?: CurveInput
}

/** A band as it is written down. */
export interface BandInput {
  readonly id: string
  readonly from: DecimalInput
}

/** How a score is put together, as it is written down: two decimals, half-up, unless told. */
export interface ScorecardRulesInput {
  readonly missing: MissingRule
  readonly decimals?: number
  readonly rounding?: RoundingMode
}

/** Where points start and end unless a policy says otherwise. */
const FULL = 100

const withinCap = () => ({ floor: points().prefault(0), cap: points().prefault(FULL) })

const named = () =>
  z
    .record(z.string().min(1).max(200), points())
    .refine((record) => Object.keys(record).length > 0, { params: { issues: [emptyIssue()] } })

function emptyIssue(): Issue {
  const expected = 'at least one entry'
  return issueAt('VALUE_MISSING', [], { expected }, `is empty, expected ${expected}.`)
}

const curveForms = z
  .discriminatedUnion('kind', [
    strict({ kind: z.literal('points'), maximum: points().prefault(FULL) }),
    strict({ kind: z.literal('ratio'), ...withinCap() }),
    strict({ kind: z.literal('lower-is-better'), ...withinCap() }),
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
      knots: z
        .array(strict({ at: decimal(), points: points() }))
        .min(2)
        .max(1000),
    }),
    strict({ kind: z.literal('choice'), choices: named() }),
    strict({
      kind: z.literal('decay'),
      halfLifeDays: wholeNumber(1, 36_500),
      events: named(),
      maximum: points().prefault(FULL),
    }),
  ])
  .superRefine(checked(curveIssues))

function curveIssues(curve: Curve): Issue[] {
  if (curve.kind === 'steps')
    return notRising(curve.steps.map(({ from }, index) => [['steps', index, 'from'], from]))
  if (curve.kind === 'linear')
    return notRising(curve.knots.map(({ at }, index) => [['knots', index, 'at'], at]))
  if (!('cap' in curve) || curve.floor <= curve.cap) return []
  const reason = `the floor ${curve.floor} is above the cap ${curve.cap}. Swap them.`
  return [issueAt('POLICY_CONFLICT', ['floor'], { reason }, reason)]
}

/** @internal */
export const curveSchema = withShortForm<typeof curveForms, NamedCurve>(curveForms, (curve) =>
  typeof curve === 'string' ? { kind: curve } : curve,
)

/**
 * Criteria whose weights add up to exactly 100.
 *
 * @internal
 */
export const criterionShape = {
  id: name(),
  weight: points(FULL),
  curve: curveSchema.prefault({ kind: 'ratio' }),
}

/** @internal */
export const scorecardShape = {
  missing: z.enum(['refuse', 'zero', 'reweight']),
  decimals: decimalsKept().default(2),
  rounding: roundingMode().default('half-up'),
}

/**
 * What is wrong with a list of criteria as a whole.
 *
 * @internal
 */
export function criteriaIssues(
  criteria: readonly { readonly id: string; readonly weight: number }[],
  path: Path,
): Issue[] {
  return [...duplicateIds(criteria, path), ...weightIssues(criteria, path)]
}

function weightIssues(criteria: readonly { readonly weight: number }[], path: Path): Issue[] {
  const total = sum(criteria.map(({ weight }) => known(weight)))
  if (compare(total, HUNDRED) === 0) return []
  const difference = writeDecimal(subtract(HUNDRED, total))
  const excess = writeDecimal(subtract(total, HUNDRED))
  const off = compare(total, HUNDRED) < 0 ? `${difference} is missing` : `${excess} is too much`
  const fix =
    compare(total, ONE) === 0
      ? 'Weights are percentages: write 40 for 0.4.'
      : `${off}; weights are never scaled behind your back.`
  const text = `the weights add up to ${writeDecimal(total)}, expected exactly 100. ${fix}`
  return [issueAt('WEIGHTS_NOT_100', path, { total: writeDecimal(total), difference }, text)]
}

/**
 * Bands from the highest to the lowest; the lowest starts at 0, so that every score has one.
 *
 * @internal
 */
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
    const text = `got ${from}, expected less than the ${previous} before it: bands run from the highest down.`
    issues.push(
      issueAt(
        'OUT_OF_ORDER',
        [index, 'from'],
        { given: String(from), previous: String(previous) },
        text,
      ),
    )
  }
  const lowest = bands.at(-1)?.from ?? 0
  if (lowest !== 0) {
    const params = { given: String(lowest), minimum: '0', maximum: '0' }
    const text = `got ${lowest}, expected 0 for the lowest band, so that every score has a band.`
    issues.push(issueAt('NUMBER_OUT_OF_RANGE', [bands.length - 1, 'from'], params, text))
  }
  return issues
}
