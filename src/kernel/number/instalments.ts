/** Whole units that come one instalment after the other, as shares that vest do, and which of them gets what does not divide evenly. */
import { add, type Fraction, sum, toUnits, ZERO } from './fraction.js'

/**
 * Which instalment gets what does not divide evenly, by the names of the Open Cap Format.
 *
 * - `cumulative-rounding`: what has come so far is the exact part of the whole, rounded half-up
 * - `cumulative-round-down`: the same, rounded down
 * - `front-loaded`, `back-loaded`: each is rounded down, and the units left over go one by one to the first, or to the last
 * - `front-loaded-to-single-tranche`, `back-loaded-to-single-tranche`: all of them to the first, or to the last
 */
export type InstalmentRule =
  | 'cumulative-rounding'
  | 'cumulative-round-down'
  | 'front-loaded'
  | 'back-loaded'
  | 'front-loaded-to-single-tranche'
  | 'back-loaded-to-single-tranche'

/** Every rule for instalments. */
export const instalmentRules: readonly InstalmentRule[] = [
  'cumulative-rounding',
  'cumulative-round-down',
  'front-loaded',
  'back-loaded',
  'front-loaded-to-single-tranche',
  'back-loaded-to-single-tranche',
]

/** Splits whole units of 0 or more into instalments of weights above 0, which add up to them. */
export function payInInstalments(
  total: bigint,
  weights: readonly Fraction[],
  rule: InstalmentRule,
): bigint[] {
  const all = sum(weights)
  const partOf = ({ n, d }: Fraction): Fraction => ({ n: total * n * all.d, d: d * all.n })
  if (rule === 'cumulative-rounding' || rule === 'cumulative-round-down')
    return toDate(weights, (part) =>
      toUnits(partOf(part), 0, rule === 'cumulative-rounding' ? 'half-up' : 'down'),
    )
  const parts = weights.map((weight) => toUnits(partOf(weight), 0, 'down'))
  const left = total - parts.reduce((one, other) => one + other, 0n)
  return parts.map((part, index) => part + extraOf(index, parts.length, left, rule))
}

/** Each instalment is what the amount to date gains by it. */
function toDate(weights: readonly Fraction[], unitsOf: (weight: Fraction) => bigint): bigint[] {
  let weightToDate = ZERO
  let before = 0n
  return weights.map((weight) => {
    weightToDate = add(weightToDate, weight)
    const now = unitsOf(weightToDate)
    const gained = now - before
    before = now
    return gained
  })
}

/** What the instalment at a position gets of what is left over, which is less than one for each. */
function extraOf(index: number, count: number, left: bigint, rule: InstalmentRule): bigint {
  switch (rule) {
    case 'front-loaded':
      return BigInt(index) < left ? 1n : 0n
    case 'back-loaded':
      return BigInt(count - 1 - index) < left ? 1n : 0n
    case 'front-loaded-to-single-tranche':
      return index === 0 ? left : 0n
    default:
      return index === count - 1 ? left : 0n
  }
}
