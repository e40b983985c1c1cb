import type { PolicyReference, RoundingMode } from '../kernel/index.js'
import * as currencies from '../kernel/number/currency.js'
import * as decimal from '../kernel/number/decimal.js'
import * as fraction from '../kernel/number/fraction.js'
import * as defined from '../kernel/policy/defined.js'
import {
  compileCap,
  compileComponents,
  type ExactCompensationCap,
  type ExactComponent,
} from './exactComponents.js'
import type { CompensationPlan, PayRule } from './types.js'

/** A compensation plan as its rules compute by it. */
export interface ExactCompensationPlan {
  readonly currency: string
  /** How many decimals the currency has. */
  readonly decimals: number
  /** How many decimals are kept, and how many units of the currency the last of them is. */
  readonly keeps: number
  readonly step: bigint
  readonly mode: RoundingMode
  /** By kind. */
  readonly rules: ReadonlyMap<string, ExactPayRule>
  readonly components: readonly ExactComponent[]
  readonly cap: ExactCompensationCap | null
  readonly policy: PolicyReference
}

export interface ExactPayRule {
  readonly rule: PayRule
  /** Months of base salary that a value of 1 is; 1 for what is no bonus. */
  readonly months: fraction.Fraction
}

/** The exact form of a defined plan, made once for each. */
export const exactCompensationPlan = /* @__PURE__ */ defined.compiler(
  'CompensationPlan',
  compileCompensationPlan,
)

function compileCompensationPlan(plan: CompensationPlan): ExactCompensationPlan {
  const { currency, consequences, rounding } = plan
  const decimals = currencies.decimalsOf(currency) ?? 0
  return {
    currency,
    decimals,
    keeps: rounding.decimals,
    step: fraction.powerOfTen(decimals - rounding.decimals),
    mode: rounding.mode,
    rules: new Map(consequences.map((rule) => [rule.kind, compileRule(rule)])),
    components: compileComponents(plan),
    cap: compileCap(plan),
    policy: Object.freeze(defined.reference(plan)),
  }
}

function compileRule(rule: PayRule): ExactPayRule {
  return { rule, months: rule.pays === 'bonus' ? decimal.known(rule.months) : fraction.ONE }
}
