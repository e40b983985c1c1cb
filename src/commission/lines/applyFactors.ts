/** What a line counts, and what it earns on, where rules of the plan make it more or less than it is. */
import type { Fraction } from '../../kernel/number/fraction.js'
import * as fraction from '../../kernel/number/fraction.js'
import type { ExactFactor, ExactPlan } from '../plan/exactPlan.js'
import { matches } from './chooseRule.js'
import type { GivenLine } from './readLine.js'

/** A rule that multiplies a line, or what of it lies above a level. */
export interface AppliedFactor {
  readonly factor: ExactFactor
  readonly multiplier: Fraction
}

/** What a line counts towards the target and the tiers, what it earns on, and the rules that say so. */
export interface Weighed {
  readonly credited: Fraction
  readonly base: Fraction
  readonly factors: readonly AppliedFactor[]
}

/** All rules that match a line multiply; each looks at what the line comes to without any of them. */
export function applyFactors(base: Fraction, line: GivenLine, { factors }: ExactPlan): Weighed {
  let [credited, earning] = [base, base]
  const applied: AppliedFactor[] = []
  for (const factor of factors) {
    if (factor.when !== null && !matches(line, factor.when)) continue
    const share = shareAbove(factor.above, wholeOf(base, line))
    if (fraction.isZero(share)) continue
    const { multiplier, applies } = factor
    const change = fraction.multiply(share, fraction.subtract(multiplier, fraction.ONE))
    const times = fraction.add(fraction.ONE, change)
    if (applies !== 'earns') credited = fraction.multiply(credited, times)
    if (applies !== 'counts') earning = fraction.multiply(earning, times)
    applied.push({ factor, multiplier })
  }
  return { credited: fraction.reduce(credited), base: fraction.reduce(earning), factors: applied }
}

/** The size of a line; a refund of an earlier one has the size that its line had. */
function wholeOf(base: Fraction, { amount, refundOf }: GivenLine): Fraction {
  const size = fraction.absolute(base)
  if (typeof refundOf !== 'object' || fraction.isZero(amount)) return size
  return fraction.multiply(size, fraction.divide(refundOf.amount, fraction.absolute(amount)))
}

/** The share of a size that lies above a level; without one, all of it. */
function shareAbove(level: Fraction | null, size: Fraction): Fraction {
  if (level === null) return fraction.ONE
  if (fraction.compare(size, level) <= 0) return fraction.ZERO
  return fraction.divide(fraction.subtract(size, level), size)
}
