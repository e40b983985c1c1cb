/** What lines earn that each go through a tier table on their own, written from the words of the docs. */
import {
  add,
  compare,
  type Fraction,
  fraction,
  multiply,
  negate,
  parse,
  subtract,
  zero,
} from './fraction.js'

interface EachTier {
  readonly upTo: string | null
  readonly rate: string
  readonly amount?: string
  readonly minimum?: string
  readonly maximum?: string
}

export interface EachScale {
  readonly mode: 'marginal' | 'whole-amount'
  readonly tiers: readonly EachTier[]
}

/** What one deal of this size earns; a threshold belongs to the upper tier, and below zero everything is mirrored. */
export function payOne(size: Fraction, scale: EachScale): Fraction {
  if (size.n < 0n) return negate(payOne(negate(size), scale))
  return scale.mode === 'marginal' ? bySlices(size, scale.tiers) : byTier(size, scale.tiers)
}

/** Each part of the deal earns what the tier it lies in says; a tier that is reached pays its fixed part. */
function bySlices(size: Fraction, tiers: readonly EachTier[]): Fraction {
  let total = zero
  let start = zero
  for (const tier of tiers) {
    const isReached = start.n === 0n ? size.n > 0n : compare(size, start) >= 0
    if (!isReached) return total
    const end = tier.upTo === null ? size : least(size, parse(tier.upTo))
    total = add(total, bounded(subtract(end, start), tier))
    start = tier.upTo === null ? size : parse(tier.upTo)
  }
  return total
}

/** The whole deal earns the rate of the tier that it falls in. */
function byTier(size: Fraction, tiers: readonly EachTier[]): Fraction {
  if (size.n === 0n) return zero
  const tier = tiers.find(({ upTo }) => upTo === null || compare(size, parse(upTo)) < 0)
  return tier === undefined ? zero : bounded(size, tier)
}

function bounded(part: Fraction, { rate, amount = '0', minimum, maximum }: EachTier): Fraction {
  const pay = add(multiply(part, parse(rate)), parse(amount))
  const raised = minimum !== undefined && compare(pay, parse(minimum)) < 0 ? parse(minimum) : pay
  return maximum === undefined ? raised : least(raised, parse(maximum))
}

function least(a: Fraction, b: Fraction): Fraction {
  return compare(a, b) <= 0 ? a : b
}

/** Half a cent goes away from zero. */
export function toCents({ n, d }: Fraction): bigint {
  const sign = n < 0n ? -1n : 1n
  const cents = fraction(n * sign * 100n, d)
  return sign * ((cents.n * 2n + cents.d) / (cents.d * 2n))
}
