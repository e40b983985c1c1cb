import type { PolicyReference, RoundingMode } from '../kernel/index.js'
import * as currencies from '../kernel/number/currency.js'
import * as fraction from '../kernel/number/fraction.js'
import * as defined from '../kernel/policy/defined.js'
import type { Proration, TargetPlan } from './types.js'

/** A target plan as the rules compute by it. */
export interface ExactTargetPlan {
  readonly currency: string
  /** How many decimals the currency has. */
  readonly decimals: number
  /** How many decimals are kept, and how many units of the currency the last of them is. */
  readonly keeps: number
  readonly step: bigint
  readonly mode: RoundingMode
  readonly proration: Proration
  readonly policy: PolicyReference
}

/** The exact form of a defined plan, made once for each. */
export const exactTargetPlan = /* @__PURE__ */ defined.compiler('TargetPlan', compileTargetPlan)

function compileTargetPlan(plan: TargetPlan): ExactTargetPlan {
  const { currency, proration } = plan
  const { mode, decimals: keeps } = plan.rounding
  const decimals = currencies.decimalsOf(currency) ?? 0
  return {
    currency,
    decimals,
    keeps,
    step: fraction.powerOfTen(decimals - keeps),
    mode,
    proration,
    policy: defined.reference(plan),
  }
}
