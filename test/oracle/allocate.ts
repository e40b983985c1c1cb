/**
 * Splits a total by largest remainder, the way one would with coins on a table: everyone first gets
 * the whole units of their share, then the units left over are handed out one at a time, each to
 * whoever still lacks the most of a unit.
 */
import {
  compare,
  type Fraction,
  floorOf,
  fraction,
  multiply,
  negate,
  parse,
  Refusal,
  subtract,
  sum,
  toDecimal,
} from './fraction.js'

export interface AllocateOptions {
  readonly decimals: number
}

export function allocate(
  total: string,
  weights: readonly string[],
  options: AllocateOptions,
): string[] {
  const unit = fraction(1n, 10n ** BigInt(options.decimals))
  const units = multiply(parse(total), fraction(unit.d))
  if (units.d !== 1n) throw new Refusal('the total has more decimals than the parts')
  const isNegative = units.n < 0n
  const counts = shareUnits(isNegative ? -units.n : units.n, weights.map(parse))
  return counts.map((count) => {
    const part = multiply(fraction(count), unit)
    return toDecimal(isNegative ? negate(part) : part, options.decimals, 'down')
  })
}

function shareUnits(units: bigint, weights: readonly Fraction[]): bigint[] {
  const all = sum(weights)
  if (weights.some((weight) => weight.n < 0n)) throw new Refusal('a weight is below zero')
  if (all.n === 0n) throw new Refusal('no weight is above zero')
  const exact = weights.map((weight) => fraction(units * weight.n * all.d, weight.d * all.n))
  return handOut(units, exact)
}

/** Whole units that add up to `units`, from exact shares that are at most a unit each from them. */
export function handOut(units: bigint, exact: readonly Fraction[]): bigint[] {
  const counts = exact.map(floorOf)
  let left = units - counts.reduce((total, count) => total + count, 0n)
  while (left > 0n) {
    const place = mostLacking(exact, counts)
    counts[place] = (counts[place] ?? 0n) + 1n
    left -= 1n
  }
  return counts
}

/** The first place with the most still owed to it; after a unit it is owed less than nothing. */
function mostLacking(exact: readonly Fraction[], counts: readonly bigint[]): number {
  const owed = exact.map((share, place) => subtract(share, fraction(counts[place] ?? 0n)))
  let best = 0
  for (const [place, lack] of owed.entries()) {
    const most = owed[best]
    if (most !== undefined && compare(lack, most) > 0) best = place
  }
  return best
}
