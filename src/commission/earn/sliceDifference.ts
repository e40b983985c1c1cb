import * as fraction from '../../kernel/number/fraction.js'
import * as scales from '../../kernel/scale/scales.js'
import type { EarnedSlice } from './earn.js'

/** Tier by tier, what is new; where all of the sales change their tier, the old one is taken back. */
export function sliceDifference(
  after: readonly EarnedSlice[],
  before: readonly EarnedSlice[],
): EarnedSlice[] {
  const changed = before.map((slice) => {
    const { tier, base, amount } = after.find((now) => isSame(now, slice)) ?? {
      ...slice,
      base: fraction.ZERO,
      amount: fraction.ZERO,
    }
    return {
      ...slice,
      tier,
      base: fraction.subtract(base, slice.base),
      amount: fraction.subtract(amount, slice.amount),
    }
  })
  const added = after.filter((slice) => !before.some((one) => isSame(one, slice)))
  return [...changed, ...added].filter(scales.isSomething)
}

function isSame(one: EarnedSlice, other: EarnedSlice): boolean {
  return one.tier.id === other.tier.id && one.rule === other.rule
}
