import * as fraction from '../../kernel/number/fraction.js'
import type { EarnedSlice } from './earn.js'

/** Tier by tier, what is new; where all of the sales change their tier, the old one is taken back. */
export function sliceDifference(
  after: readonly EarnedSlice[],
  before: readonly EarnedSlice[],
): EarnedSlice[] {
  const changed = before.map((slice) => {
    const now = after.find(({ tier }) => tier.id === slice.tier.id)
    return {
      ...slice,
      tier: now?.tier ?? slice.tier,
      base: fraction.subtract(now?.base ?? fraction.ZERO, slice.base),
      amount: fraction.subtract(now?.amount ?? fraction.ZERO, slice.amount),
    }
  })
  const added = after.filter(({ tier }) => before.every((slice) => slice.tier.id !== tier.id))
  return [...changed, ...added].filter(isSomething)
}

function isSomething({ base, amount }: EarnedSlice): boolean {
  return !fraction.isZero(base) || !fraction.isZero(amount)
}
