/** What lines, or orders, earn where each of them goes through the scale on its own. */
import type { Fraction } from '../../kernel/number/fraction.js'
import * as fraction from '../../kernel/number/fraction.js'
import type { ExactScale, ExactSlice } from '../../kernel/scale/scales.js'
import * as scales from '../../kernel/scale/scales.js'
import type { PlacedBase } from '../lines/placeLines.js'
import type { ExactGroup, ExactPlan } from '../plan/exactPlan.js'
import type { Terms } from './computeTerms.js'
import type { EarnedSlice, GroupPay } from './earn.js'

/** What is earned at these places, tier by tier. */
export function payEach(
  placed: Iterable<PlacedBase>,
  group: number,
  terms: Terms,
  plan: ExactPlan,
): GroupPay {
  const { rule } = plan.groups[group] as ExactGroup
  const scale = terms.scales[group] as ExactScale
  const bases: Fraction[] = []
  const slices: EarnedSlice[] = []
  for (const [place, base] of placed) {
    if (base.n === 0n) continue
    bases.push(base)
    const sign = base.n < 0n ? -1 : 1
    for (const slice of slicesAt(place, base, scale, terms))
      slices.push({ ...slice, rule: rule?.id ?? null, times: sign })
  }
  return { base: fraction.sum(bases), slices: byTier(slices, scale) }
}

/** What a refund has left of an earlier sale comes at an even place; what it takes back for that, whatever is below zero, at an odd one. */
function slicesAt(
  place: number,
  base: Fraction,
  scale: ExactScale,
  { facts }: Terms,
): readonly ExactSlice[] {
  if (place % 2 === 0) return scales.pay(base, scale, facts).slices
  return scales.pay(fraction.negate(base), scale, facts).slices.map(({ tier, ...slice }) => ({
    tier,
    base: fraction.negate(slice.base),
    amount: fraction.negate(slice.amount),
  }))
}

/** The slices of each tier as one. */
function byTier(slices: readonly EarnedSlice[], { tiers }: ExactScale): EarnedSlice[] {
  const ofTiers = new Map<string, EarnedSlice[]>(tiers.map(({ id }) => [id, []]))
  for (const slice of slices) ofTiers.get(slice.tier.id)?.push(slice)
  return [...ofTiers.values()].flatMap((own) => {
    const [first] = own
    if (first === undefined) return []
    const sum = {
      ...first,
      base: fraction.sum(own.map(({ base }) => base)),
      amount: fraction.sum(own.map(({ amount }) => amount)),
      times: own.reduce((total, { times = 0 }) => total + times, 0),
    }
    return scales.isSomething(sum) ? [sum] : []
  })
}

/** The same where some places have changed: without what they earned before, and with what they earn now. */
export function payInstead(
  pay: GroupPay,
  before: GroupPay,
  now: GroupPay,
  scale: ExactScale,
): GroupPay {
  const gone = before.slices.map(({ base, amount, times = 0, ...slice }) => ({
    ...slice,
    base: fraction.negate(base),
    amount: fraction.negate(amount),
    times: -times,
  }))
  return {
    base: fraction.sum([pay.base, fraction.negate(before.base), now.base]),
    slices: byTier([...pay.slices, ...gone, ...now.slices], scale),
  }
}
