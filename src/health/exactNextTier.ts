/** The least value that brings a customer into a better tier. */
import { decimalsOf } from '../kernel/number/currency.js'
import * as fraction from '../kernel/number/fraction.js'
import type { ExactCarePolicy } from './exactCarePolicy.js'

/** Customers of one value, from the largest down, and what all who are worth more have together. */
interface ValueGroup {
  readonly value: fraction.Fraction
  readonly before: fraction.Fraction
}

/** All customers who are in the base. */
export interface Ranking {
  readonly base: fraction.Fraction
  readonly groups: readonly ValueGroup[]
}

interface Climber {
  readonly value: fraction.Fraction
  /** What all others have together. */
  readonly others: fraction.Fraction
  /** How many groups are worth more. */
  readonly above: number
}

/**
 * The least value, in the smallest unit of the currency, with which a customer starts below a share, where the others stay as they are. More value
 * passes others, who then stand behind, and is itself more of the whole: of S that stand before and T that others have, x starts below the
 * share b where x > S ÷ b − T.
 */
export function leastValueBelow(
  share: fraction.Fraction,
  value: fraction.Fraction,
  { base, groups }: Ranking,
  { rules: { currency } }: ExactCarePolicy,
): fraction.Fraction | null {
  if (base.n === 0n || share.n === 0n) return null
  const above = countWorth(value, groups)
  const isIn = !fraction.isNegative(value)
  const climber = { value, above, others: isIn ? fraction.subtract(base, value) : base }
  const decimals = decimalsOf(currency) ?? 0
  const least = (passed: number) => leastAfter(passed, climber, { groups, share, decimals })
  // Whoever passes more starts earlier: the fewest that are enough, by halving.
  let [low, high] = [0, above]
  while (low < high) {
    const middle = Math.floor((low + high) / 2)
    const next = groups[above - middle - 1]
    if (next === undefined || fraction.compare(least(middle), next.value) < 0) high = middle
    else low = middle + 1
  }
  return least(low)
}

/** How many groups are worth more, by halving what is sorted. */
function countWorth(value: fraction.Fraction, groups: readonly ValueGroup[]): number {
  let [low, high] = [0, groups.length]
  while (low < high) {
    const middle = Math.floor((low + high) / 2)
    const group = groups[middle]
    if (group !== undefined && fraction.compare(group.value, value) > 0) low = middle + 1
    else high = middle
  }
  return low
}

/** The least value that is enough for whoever has reached so many of the groups above. */
function leastAfter(
  passed: number,
  { others, above }: Climber,
  {
    groups,
    share,
    decimals,
  }: Pick<Ranking, 'groups'> & { readonly share: fraction.Fraction; readonly decimals: number },
): fraction.Fraction {
  const reached = passed === 0 ? undefined : groups[above - passed]
  const last = groups.at(-1)
  const before =
    reached?.before ?? groups[above]?.before ?? (last === undefined ? fraction.ZERO : others)
  const limit = fraction.subtract(fraction.divide(before, share), others)
  const unit = 10n ** BigInt(decimals)
  const beyond = { n: fraction.toUnits(limit, decimals, 'floor') + 1n, d: unit }
  if (reached === undefined) return beyond
  const written = { n: fraction.toUnits(reached.value, decimals, 'ceiling'), d: unit }
  return fraction.larger(beyond, written)
}
