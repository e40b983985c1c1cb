import type { Fraction } from '../../kernel/number/fraction.js'
import * as fraction from '../../kernel/number/fraction.js'
import type { ExactScale, ExactTier } from '../../kernel/scale/scales.js'
import * as scales from '../../kernel/scale/scales.js'
import { BEYOND_REACH } from '../lines/readTarget.js'
import type { ExactStep, ExactSteps } from '../plan/exactPlan.js'

/**
 * A marginal scale with its tiers cut at the thresholds of an accelerator, each piece at that step's multiple of its tier's rate. So the
 * slices of a statement show what was sold in which tier at which multiplier, and every law of marginal scales holds as before. Where
 * only the sales above a level earn, the first of them is already at the attainment of that level.
 */
export function accelerateScale(
  exact: ExactScale,
  { steps }: ExactSteps,
  target: Fraction,
  level: Fraction,
): ExactScale {
  const isByTarget = exact.scale.thresholds === 'attainment'
  const state = (base: Fraction) => (isByTarget ? fraction.divide(base, target) : base)
  const { tiers } = scales.stretch(exact, { target, measure: undefined })
  const own = target === BEYOND_REACH ? openFirst(steps) : steps
  const cutters = own.map(({ id, upTo, multiplier }): Cutter => {
    const end = upTo && fraction.subtract(fraction.multiply(upTo, target), level)
    return { id, upTo: end, multiplier }
  })
  const pieces = tiers.flatMap((tier) => cutTier(tier, cutters, state))
  // Its ends are amounts of the base already.
  const scale = { ...exact.scale, thresholds: 'money' as const }
  return { scale, tiers: pieces as unknown as ExactScale['tiers'] }
}

/** Without a target nothing comes to the end of the first step. */
function openFirst([first]: ExactSteps['steps']): ExactSteps['steps'] {
  return first === undefined ? [] : [{ ...first, upTo: null }]
}

/** A step whose end is an amount of the base. */
type Cutter = ExactStep

/** The pieces of a tier. Steps that end before it begins are done with: the next tier begins no earlier. */
function cutTier(
  tier: ExactTier,
  cutters: Cutter[],
  state: (base: Fraction) => Fraction,
): ExactTier[] {
  while (cutters[0] !== undefined && endsBy(cutters[0], tier.from)) cutters.shift()
  const pieces: ExactTier[] = []
  let from = tier.from
  for (const { id, upTo: stepEnd, multiplier } of cutters) {
    const upTo = lower(stepEnd, tier.upTo)
    pieces.push({
      ...tier,
      id: `${tier.id}/${id}`,
      stated: { from: state(from), upTo: upTo && state(upTo) },
      from,
      upTo,
      rate: fraction.multiply(tier.rate, multiplier),
      // A flat amount is paid once, where its tier begins.
      amount: from === tier.from ? tier.amount : fraction.ZERO,
    })
    if (upTo === null || upTo === tier.upTo) break
    from = upTo
  }
  return pieces
}

function endsBy({ upTo }: Cutter, from: Fraction): boolean {
  return upTo !== null && fraction.compare(upTo, from) <= 0
}

/** The lower of two ends; null is no end, and of two equal ones the tier's is taken. */
function lower(step: Fraction | null, tier: Fraction | null): Fraction | null {
  if (step === null || tier === null) return step ?? tier
  return fraction.compare(step, tier) < 0 ? step : tier
}
