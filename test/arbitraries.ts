/**
 * Where the properties get their cases from: arbitraries that lean to the edges where rules break. Zero, one cent, ties, a
 * threshold and one cent either side of it, many decimals, the largest safe amount.
 */
import fc from 'fast-check'
import type { RoundingMode } from '../src/kernel/index.js'
import { roundingModes } from '../src/kernel/number/rounding.js'
import type { ScaleInput, TierInput } from '../src/kernel/schema.js'

/** Units of `10^-decimals` as text: 1234 of 2 decimals is 12.34. */
function fixed(units: bigint, decimals: number): string {
  const digits = String(units < 0n ? -units : units).padStart(decimals + 1, '0')
  const text = decimals === 0 ? digits : `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`
  return units < 0n ? `-${text}` : text
}

/** How many decimals are kept, mostly none, cents or all. */
export const decimals = (): fc.Arbitrary<number> =>
  fc.oneof(fc.constantFrom(0, 2, 12), fc.integer({ min: 0, max: 12 }))

export const mode = (): fc.Arbitrary<RoundingMode> => fc.constantFrom(...roundingModes)

/** An amount of money in cents, 0 or more. */
export const money = (): fc.Arbitrary<string> =>
  fc.oneof(
    {
      weight: 3,
      arbitrary: fc.constantFrom('0', '0.01', '1', '99.99', '100', '100.01', '9'.repeat(15)),
    },
    { weight: 6, arbitrary: fc.bigInt(0n, 100_000n).map((cents) => fixed(cents, 2)) },
    { weight: 2, arbitrary: fc.bigInt(0n, 10n ** 17n).map((cents) => fixed(cents, 2)) },
  )

/** The same, below zero as often as above it. */
const signedMoney = (): fc.Arbitrary<string> =>
  fc
    .tuple(money(), fc.boolean())
    .map(([amount, isNegative]) => (isNegative ? `-${amount}` : amount))

/** Any decimal that the library reads: of either sign, with up to 34 digits and 24 decimals, often a tie. */
export const decimal = (): fc.Arbitrary<string> =>
  fc.oneof(
    signedMoney(),
    fc
      .tuple(fc.bigInt(-(10n ** 33n), 10n ** 33n), fc.integer({ min: 0, max: 24 }))
      .map(([units, places]) => fixed(units, places)),
    fc
      .tuple(fc.bigInt(-9999n, 9999n), fc.integer({ min: 0, max: 12 }))
      .map(([units, places]) => fixed(units * 10n + 5n, places)),
  )

/** Weights to split by: 0 or more, at least one above 0. */
export const weights = (): fc.Arbitrary<string[]> =>
  fc
    .array(fc.oneof(fc.constantFrom('0', '1', '1', '0.5', '3'), money()), {
      minLength: 1,
      maxLength: 9,
    })
    .filter((list) => list.some((weight) => Number(weight) > 0))

/** A ratio from 0 to 1 with up to four decimals. */
const ratio = (): fc.Arbitrary<string> =>
  fc.oneof(
    fc.constantFrom('0', '0.01', '0.1', '1'),
    fc.bigInt(0n, 10_000n).map((units) => fixed(units, 4)),
  )

/** Ends of tiers that rise, in cents, at times only one cent apart. */
const ends = (): fc.Arbitrary<string[]> =>
  fc
    .array(fc.oneof(fc.bigInt(1n, 30n), fc.bigInt(1n, 200_000n)), { minLength: 0, maxLength: 4 })
    .map((widths) => {
      let end = 0n
      return widths.map((width) => {
        end += width
        return fixed(end, 2)
      })
    })

interface ScaleOptions {
  readonly modes?: readonly ScaleInput['mode'][]
  /** Whether tiers may have flat amounts, minima and maxima; they may if not told. */
  readonly flat?: boolean
  /** Whether the scale may stop, or be measured by another figure; it may if not told. */
  readonly special?: boolean
}

const MODES = ['marginal', 'whole-amount', 'interpolated'] as const

/** A scale in money. */
export function scale(options: ScaleOptions = {}): fc.Arbitrary<ScaleInput> {
  return fc
    .record({
      mode: fc.constantFrom(...(options.modes ?? MODES)),
      boundary: fc.constantFrom('upper-tier' as const, 'lower-tier' as const),
      ends: ends(),
      isStopping: fc.boolean(),
      isSeparate: fc.boolean(),
    })
    .chain(({ mode: paid, boundary, ends: thresholds, isStopping, isSeparate }) => {
      const mayBeSpecial = options.special ?? true
      const stops = mayBeSpecial && isStopping && thresholds.length > 0
      const list = stops ? thresholds : [...thresholds, null]
      const separate = mayBeSpecial && isSeparate && paid === 'whole-amount' && !stops
      return fc
        .tuple(...list.map((upTo, place) => tier(paid, options.flat ?? true, upTo, place)))
        .map((tiers) => ({
          mode: paid,
          boundary,
          tiers,
          ...(stops ? { beyond: 'stop' as const } : {}),
          ...(separate ? { measure: 'separate' as const } : {}),
        }))
    })
}

function tier(
  paid: ScaleInput['mode'],
  isFlat: boolean,
  upTo: string | null,
  place: number,
): fc.Arbitrary<TierInput> {
  const named = { id: fc.constant(`tier ${place + 1}`), upTo: fc.constant(upTo), rate: ratio() }
  if (!isFlat) return fc.record(named)
  if (paid === 'interpolated')
    return upTo === null ? fc.record(named) : fc.record({ ...named, amount: money() })
  const bound = fc.bigInt(0n, 50_000n)
  return fc
    .record(
      { ...named, amount: money(), minimum: bound, extra: bound },
      { requiredKeys: ['id', 'upTo', 'rate'] },
    )
    .map(({ minimum, extra, ...rest }) => ({
      ...rest,
      ...(minimum === undefined ? {} : { minimum: fixed(minimum, 2) }),
      ...(extra === undefined ? {} : { maximum: fixed((minimum ?? 0n) + extra, 2) }),
    }))
}

/** A base of 0 or more that leans to the thresholds of a scale: on one, or one cent either side of it. */
function baseFor({ tiers }: ScaleInput): fc.Arbitrary<string> {
  const thresholds = tiers.flatMap(({ upTo }) => (upTo === null ? [] : [String(upTo)]))
  if (thresholds.length === 0) return money()
  const near = fc
    .tuple(fc.constantFrom(...thresholds), fc.constantFrom(-1n, 0n, 1n))
    .map(([threshold, step]) => fixed(cents(threshold) + step, 2))
  return fc.oneof(near, money())
}

/** A scale and bases for it. */
export function scaleWithBases(options: ScaleOptions = {}) {
  return scale(options).chain((input) =>
    fc.record({ input: fc.constant(input), base: baseFor(input), other: baseFor(input) }),
  )
}

function cents(text: string): bigint {
  const [whole = '0', part = ''] = text.split('.')
  return BigInt(whole) * 100n + BigInt(part.padEnd(2, '0'))
}
