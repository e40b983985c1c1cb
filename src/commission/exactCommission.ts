import {
  add,
  compileScale,
  type ExactPay,
  type ExactScale,
  type Figures,
  type Fraction,
  isZero,
  multiply,
  ONE,
  payOnScale,
} from '../kernel/inside.js'
import type { CommissionPlan } from './types.js'

/** A commission before rounding and before the cap. */
export interface ExactCommission {
  readonly pay: ExactPay
  /** What the slices earned, with the coefficient. */
  readonly amount: Fraction
}

/** What sales that count earn by a plan: its scale, raised by the uplift as the plan's coefficient applies. */
export function exactCommission(
  counted: Fraction,
  plan: CommissionPlan,
  uplift: Fraction,
  figures: Figures,
): ExactCommission {
  const scale = compileScale(plan.scale)
  if (plan.coefficient.applies === 'add-to-rate') {
    const pay = payOnScale(counted, raiseRates(scale, uplift), figures)
    return { pay, amount: pay.amount }
  }
  const pay = payOnScale(counted, scale, figures)
  return { pay, amount: multiply(pay.amount, add(ONE, uplift)) }
}

/** A scale whose tiers all pay so much more. */
export function raiseRates(exact: ExactScale, uplift: Fraction): ExactScale {
  if (isZero(uplift)) return exact
  const [first, ...others] = exact.tiers
  const raise = (tier: typeof first) => ({ ...tier, rate: add(tier.rate, uplift) })
  return { scale: exact.scale, tiers: [raise(first), ...others.map(raise)] }
}
