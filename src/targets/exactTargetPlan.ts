import type { PolicyReference, RoundingMode } from '../kernel/index.js'
import * as currencies from '../kernel/number/currency.js'
import { known, knownOrNull } from '../kernel/number/decimal.js'
import * as fraction from '../kernel/number/fraction.js'
import * as defined from '../kernel/policy/defined.js'
import type { Goal, Proration, TargetMeasure, TargetPlan } from './types.js'

/** A target plan as the rules compute by it. */
export interface ExactTargetPlan {
  readonly currency: string
  readonly mode: RoundingMode
  readonly measures: ReadonlyMap<string, TargetMeasure['unit']>
  /** How fine targets of money and of counts are. */
  readonly precision: Readonly<Record<TargetMeasure['unit'], ExactPrecision>>
  readonly headShare: fraction.Fraction | null
  /** By the months of the year, 01 to 12. */
  readonly profile: ReadonlyMap<string, fraction.Fraction> | null
  readonly revisedFrom: TargetPlan['revisedFrom']
  readonly yearStartsIn: number
  readonly signing: TargetPlan['signing']
  readonly requires: TargetPlan['requires']
  readonly goals: readonly (Omit<Goal, 'amount'> & { readonly amount: fraction.Fraction })[]
  readonly proration: Proration
  readonly ramp: readonly fraction.Fraction[] | null
  readonly policy: PolicyReference
}

/** How fine targets are: they are written with `decimals`, and are whole multiples of `step`, the last of `keeps` decimals, in units. */
export interface ExactPrecision {
  readonly decimals: number
  readonly keeps: number
  readonly step: bigint
}

export function precisionOf(decimals: number, keeps: number): ExactPrecision {
  return { decimals, keeps, step: fraction.powerOfTen(decimals - keeps) }
}

/** The exact form of a defined plan, made once for each. */
export const exactTargetPlan = /* @__PURE__ */ defined.compiler('TargetPlan', compileTargetPlan)

function compileTargetPlan(plan: TargetPlan): ExactTargetPlan {
  const { currency, rounding, profile, ramp, goals } = plan
  const decimals = currencies.decimalsOf(currency) ?? 0
  return {
    currency,
    mode: rounding.mode,
    measures: new Map(plan.measures.map(({ id, unit }) => [id, unit])),
    precision: {
      money: precisionOf(decimals, rounding.decimals),
      count: precisionOf(0, 0),
    },
    headShare: knownOrNull(plan.headShare),
    profile:
      profile === undefined
        ? null
        : new Map(Object.entries(profile).map(([month, weight]) => [month, known(weight)])),
    revisedFrom: plan.revisedFrom,
    yearStartsIn: plan.yearStartsIn ?? 1,
    signing: plan.signing,
    requires: plan.requires,
    goals: goals.map(({ id, per, amount }) => ({ id, per, amount: known(amount) })),
    proration: plan.proration,
    ramp: ramp === undefined ? null : ramp.map(known),
    policy: defined.reference(plan),
  }
}
