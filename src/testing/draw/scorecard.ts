/** Where scorecards come from: curves of every kind, and weights that add up to 100. */
import type { RoundingMode } from '../../kernel/index.js'
import * as write from '../../kernel/number/write.js'
import type {
  AppraisalSchemeInput,
  CurveInput,
  HealthModelInput,
  LeadModelInput,
} from '../../policy/index.js'
import type { Arbitrary, FastCheck } from '../types.js'
import { MODES } from './plan.js'

/** A curve that is written out, and not by its name alone. */
export type DrawnCurve = Exclude<CurveInput, string>

interface DrawnCard {
  readonly criteria: readonly {
    readonly id: string
    readonly weight: string
    readonly curve: DrawnCurve
  }[]
  readonly missing: 'refuse' | 'zero' | 'reweight'
  readonly decimals: number
  readonly rounding: RoundingMode
}

/** Scorecards of one to five criteria. */
export function drawCard(fc: FastCheck): Arbitrary<DrawnCard> {
  return fc.integer({ min: 1, max: 5 }).chain((count) =>
    fc
      .record({
        weights: drawWeights(fc, count),
        curves: fc.array(drawCurve(fc), { minLength: count, maxLength: count }),
        missing: fc.constantFrom('refuse' as const, 'zero' as const, 'reweight' as const),
        decimals: fc.integer({ min: 0, max: 4 }),
        rounding: fc.constantFrom(...MODES),
      })
      .map(({ weights, curves, ...rules }) => ({
        criteria: curves.map((curve, index) => ({
          id: `part-${index}`,
          weight: weights[index] ?? '0',
          curve,
        })),
        ...rules,
      })),
  )
}

/** So many weights that add up to exactly 100, zeros and fractions among them. */
function drawWeights(fc: FastCheck, count: number): Arbitrary<string[]> {
  return fc
    .array(fc.integer({ min: 0, max: 2_000 }), { minLength: count - 1, maxLength: count - 1 })
    .map((cuts) => [0, ...cuts, 2_000].sort((a, b) => a - b))
    .map((cuts) => cuts.slice(1).map((cut, index) => text(cut - (cuts[index] ?? 0), 20n)))
}

/** Curves of every kind but those of events. */
function drawCurve(fc: FastCheck): Arbitrary<DrawnCurve> {
  const points = fc.integer({ min: 0, max: 1_000 }).map((tenths) => tenths / 10)
  const four = fc.array(points, { minLength: 4, maxLength: 4 })
  const between = fc.record({
    floor: fc.nat({ max: 60 }),
    cap: fc.integer({ min: 60, max: 150 }),
  })
  return fc.oneof(
    fc.constantFrom(80, 100, 120.5).map((maximum) => ({ kind: 'points' as const, maximum })),
    between.map((limits) => ({ kind: 'ratio' as const, ...limits })),
    between.map((limits) => ({ kind: 'lower-is-better' as const, ...limits })),
    fc.tuple(drawRising(fc, 1), four, points).map(([starts, list, below]) => ({
      kind: 'steps' as const,
      steps: starts.map((from, index) => ({ from, points: list[index] ?? 0 })),
      below,
    })),
    fc.tuple(drawRising(fc, 2), four).map(([places, list]) => ({
      kind: 'linear' as const,
      knots: places.map((at, index) => ({ at, points: list[index] ?? 0 })),
    })),
    fc
      .tuple(points, points)
      .map(([good, bad]) => ({ kind: 'choice' as const, choices: { good, bad } })),
  )
}

function drawRising(fc: FastCheck, minLength: number): Arbitrary<string[]> {
  return fc
    .uniqueArray(fc.integer({ min: -20, max: 40 }), { minLength, maxLength: 4 })
    .map((list) => list.sort((a, b) => a - b).map((value) => text(value, 2n)))
}

function text(n: number, d: bigint): string {
  return write.decimal({ n: BigInt(n), d })
}

const BANDS = [
  { id: 'good', from: 60 },
  { id: 'fair', from: 30 },
  { id: 'poor', from: 0 },
]

/**
 * Lead models with criteria of every kind of curve. `defineLeadModel` takes each of them.
 *
 * @example
 * ```ts
 * import fc from 'fast-check'
 * import { defineLeadModel } from 'sales-rules'
 * import { arbitraryLeadModel } from 'sales-rules/testing'
 *
 * fc.assert(fc.property(arbitraryLeadModel(fc), (model) => defineLeadModel(model).bands.length === 3))
 * ```
 */
export function arbitraryLeadModel(fc: FastCheck): Arbitrary<LeadModelInput> {
  return drawCard(fc).map((card) => ({ ...card, bands: BANDS, highValueFrom: 'good' }))
}

/**
 * Health models with criteria of every kind of curve. `defineHealthModel` takes each of them.
 *
 * @example
 * ```ts
 * import fc from 'fast-check'
 * import { defineHealthModel } from 'sales-rules'
 * import { arbitraryHealthModel } from 'sales-rules/testing'
 *
 * fc.assert(fc.property(arbitraryHealthModel(fc), (model) => defineHealthModel(model).bands.length === 3))
 * ```
 */
export function arbitraryHealthModel(fc: FastCheck): Arbitrary<HealthModelInput> {
  return drawCard(fc).map((card) => ({ ...card, bands: BANDS, unansweredInARow: 3 }))
}

/**
 * Appraisal schemes with indicators of every kind of curve. `defineAppraisalScheme` takes each of them.
 *
 * @example
 * ```ts
 * import fc from 'fast-check'
 * import { defineAppraisalScheme } from 'sales-rules'
 * import { arbitraryAppraisalScheme } from 'sales-rules/testing'
 *
 * fc.assert(
 *   fc.property(arbitraryAppraisalScheme(fc), (scheme) => defineAppraisalScheme(scheme).indicators.length > 0),
 * )
 * ```
 */
export function arbitraryAppraisalScheme(fc: FastCheck): Arbitrary<AppraisalSchemeInput> {
  return drawCard(fc).map(({ criteria: indicators, ...rules }) => ({ indicators, ...rules }))
}
