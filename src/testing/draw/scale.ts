/** Where scales come from: of every mode, with tiers of every kind. */
import * as write from '../../kernel/number/write.js'
import type { ScaleInput, TierInput } from '../../policy/index.js'
import type { Arbitrary, FastCheck } from '../types.js'

/** What amounts, thresholds and targets lie on, so that they often meet. */
export const GRID = 2_500

/**
 * Tier tables of every mode: marginal, whole amounts, interpolated; in money, in units, by attainment; with flat amounts, least and most.
 * `defineScale` takes each of them.
 *
 * @example
 * ```ts
 * import fc from 'fast-check'
 * import { defineScale } from 'sales-rules'
 * import { arbitraryScale } from 'sales-rules/testing'
 *
 * fc.assert(fc.property(arbitraryScale(fc), (scale) => defineScale(scale).tiers.length >= 1))
 * ```
 */
export function arbitraryScale(fc: FastCheck): Arbitrary<ScaleInput> {
  return drawScale(fc)
}

export function optional<Value>(fc: FastCheck, values: Arbitrary<Value>) {
  return fc.option(values, { nil: undefined })
}

export interface DrawnScale {
  readonly mode: ScaleInput['mode']
  readonly boundary: 'upper-tier' | 'lower-tier'
  readonly negative: 'mirror' | 'zero'
  readonly thresholds: 'money' | 'units' | 'attainment'
  readonly isSeparate: boolean
  readonly stops: boolean
  readonly ends: readonly number[]
  readonly tiers: readonly DrawnTier[]
}

interface DrawnTier {
  readonly rate: number
  readonly amount: number | undefined
  readonly bounds: readonly number[] | undefined
}

const MOST_ENDS = 4

function drawTier(fc: FastCheck): Arbitrary<DrawnTier> {
  return fc.record({
    rate: fc.integer({ min: 0, max: 125 }),
    amount: optional(fc, fc.integer({ min: 0, max: 5_000 })),
    bounds: optional(
      fc,
      fc.array(fc.integer({ min: 0, max: 9_000 }), { minLength: 2, maxLength: 2 }),
    ),
  })
}

/** Scales of every mode; `fixed` pins what a law is about. */
export function drawScale(fc: FastCheck, fixed: Partial<DrawnScale> = {}): Arbitrary<ScaleInput> {
  return fc
    .record<DrawnScale>({
      mode: fc.constantFrom('marginal', 'marginal', 'whole-amount', 'interpolated'),
      boundary: fc.constantFrom('upper-tier', 'lower-tier'),
      negative: fc.constantFrom('mirror', 'mirror', 'zero'),
      thresholds: fc.constantFrom('money', 'money', 'units', 'attainment'),
      isSeparate: fc.nat({ max: 4 }).map((draw) => draw === 0),
      stops: fc.nat({ max: 4 }).map((draw) => draw === 0),
      ends: fc.uniqueArray(fc.integer({ min: 1, max: 60 }), { maxLength: MOST_ENDS }),
      tiers: fc.array(drawTier(fc), { minLength: MOST_ENDS + 1, maxLength: MOST_ENDS + 1 }),
    })
    .map((drawn) => toScale({ ...drawn, ...fixed }))
}

function toScale(drawn: DrawnScale): ScaleInput {
  const { boundary, negative } = drawn
  // A separate measure is a matter of whole amounts, of money, and of an open end.
  const mode = drawn.isSeparate ? 'whole-amount' : drawn.mode
  const thresholds = drawn.isSeparate ? 'money' : drawn.thresholds
  const ends = [...drawn.ends].sort((a, b) => a - b).map((end) => writeEnd(end, thresholds))
  const stops = drawn.stops && !drawn.isSeparate && ends.length > 0
  return {
    mode,
    boundary,
    negative,
    thresholds,
    measure: drawn.isSeparate ? 'separate' : 'base',
    ...(stops ? { beyond: 'stop' as const } : {}),
    tiers: (stops ? ends : [...ends, null]).map((upTo, index) => ({
      id: `tier-${index}`,
      upTo,
      rate: write.decimal({
        n: BigInt(drawn.tiers[index]?.rate ?? 0),
        d: thresholds === 'units' ? 4n : 1_000n,
      }),
      ...flatParts(upTo, mode, drawn.tiers[index]),
    })),
  }
}

function writeEnd(end: number, thresholds: DrawnScale['thresholds']): string {
  return thresholds === 'attainment'
    ? write.decimal({ n: BigInt(end), d: 20n })
    : String(end * GRID)
}

/** What a tier pays beside its rate, where its scale allows it. */
function flatParts(
  upTo: string | null,
  mode: ScaleInput['mode'],
  tier: DrawnTier | undefined,
): Partial<TierInput> {
  if (tier === undefined) return {}
  const amount = tier.amount === undefined ? {} : { amount: String(tier.amount) }
  if (mode === 'interpolated') return upTo === null ? {} : amount
  if (tier.bounds === undefined) return amount
  const [minimum, maximum] = [...tier.bounds].sort((a, b) => a - b).map(String)
  return { ...amount, ...(minimum && { minimum }), ...(maximum && { maximum }) }
}
