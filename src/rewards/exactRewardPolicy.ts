import * as check from '../kernel/check/check.js'
import type { Condition, PolicyReference, Rounding } from '../kernel/index.js'
import * as currencies from '../kernel/number/currency.js'
import { known } from '../kernel/number/decimal.js'
import type * as fraction from '../kernel/number/fraction.js'
import * as defined from '../kernel/policy/defined.js'
import { EDUCATION_FUND } from './read.js'
import type {
  AllowanceRules,
  EducationFundRules,
  EquityPlan,
  HallOfFameRules,
  RepaymentStep,
  RewardPolicy,
  TitleRules,
} from './types.js'

/** A reward policy as its rules read it. */
export interface ExactRewardPolicy {
  readonly currency: string
  /** How many decimals the currency has. */
  readonly decimals: number
  readonly rounding: Rounding
  /** Which rewards there are, for what is said of one that is not. */
  readonly sections: readonly string[]
  readonly equity: ReadonlyMap<string, EquityReward>
  readonly hallOfFame: ExactHallOfFame | null
  readonly allowances: ExactAllowances | null
  readonly educationFund: ExactEducationFund | null
  readonly titles: readonly ExactTitle[]
  /** Whatever may be asked for by id: plans, opportunities and the education fund. */
  readonly rewards: ReadonlyMap<string, ExactReward>
  readonly policy: PolicyReference
}

/** Something that is given to whoever meets a condition; to anybody, where it is null. */
export interface ExactReward {
  readonly id: string
  readonly clause: string
  readonly requires: check.ExactCondition | null
}

export interface EquityReward extends ExactReward {
  readonly plan: EquityPlan
  /** What each tranche needs; of tranches of their own sizes, each its own. */
  readonly vesting: check.ExactCondition | null
  readonly ofTranches: readonly (check.ExactCondition | null)[]
}

export interface ExactHallOfFame {
  readonly rules: HallOfFameRules
  readonly share: fraction.Fraction
}

export interface ExactAllowances {
  readonly rules: AllowanceRules
  /** What is paid for a month, by certificate. */
  readonly amounts: ReadonlyMap<string, fraction.Fraction>
}

export interface ExactEducationFund {
  readonly rules: EducationFundRules
  /** From the shortest service; none where it is paid back by day. */
  readonly steps: readonly { readonly step: RepaymentStep; readonly share: fraction.Fraction }[]
}

export interface ExactTitle {
  readonly rules: TitleRules
  readonly requires: check.ExactCondition | null
}

/** The exact form of a reward policy; one that was not defined is refused. */
export const exactRewardPolicy = /* @__PURE__ */ defined.compiler(
  'RewardPolicy',
  compileRewardPolicy,
)

function compileRewardPolicy(policy: RewardPolicy): ExactRewardPolicy {
  const { currency, rounding, equity, titles, opportunities } = policy
  const plans = equity.map(compilePlan)
  const fund = policy.educationFund
  const rewards = [...plans, ...opportunities.map(compileReward)]
  if (fund !== undefined) rewards.push(compileReward({ ...fund, id: EDUCATION_FUND }))
  return {
    currency,
    decimals: currencies.decimalsOf(currency) ?? 0,
    rounding,
    sections: sectionsOf(policy),
    equity: new Map(plans.map((plan) => [plan.id, plan])),
    hallOfFame: compileHallOfFame(policy.hallOfFame),
    allowances: compileAllowances(policy.allowances),
    educationFund: compileFund(fund),
    titles: titles.map((rules) => ({ rules, requires: compileCondition(rules.requires) })),
    rewards: new Map(rewards.map((reward) => [reward.id, reward])),
    policy: Object.freeze(defined.reference(policy)),
  }
}

function sectionsOf(policy: RewardPolicy): string[] {
  const { equity, hallOfFame, allowances, educationFund, titles, opportunities } = policy
  const sections = { equity, hallOfFame, allowances, educationFund, titles, opportunities }
  return Object.entries(sections)
    .filter(
      ([, section]) => section !== undefined && (!Array.isArray(section) || section.length > 0),
    )
    .map(([name]) => name)
}

function compileReward({
  id,
  clause,
  requires,
}: {
  readonly id: string
  readonly clause: string
  readonly requires?: Condition
}): ExactReward {
  return { id, clause, requires: compileCondition(requires) }
}

function compilePlan(plan: EquityPlan): EquityReward {
  const { tranches, requires } = plan.vesting
  const custom = typeof tranches === 'number' ? [] : tranches
  return {
    ...compileReward(plan),
    plan,
    vesting: compileCondition(requires),
    ofTranches: custom.map((tranche) => compileCondition(tranche.requires)),
  }
}

function compileCondition(condition: Condition | undefined): check.ExactCondition | null {
  return condition === undefined ? null : check.compile(condition)
}

function compileHallOfFame(rules: HallOfFameRules | undefined): ExactHallOfFame | null {
  return rules === undefined ? null : { rules, share: known(rules.share) }
}

function compileAllowances(rules: AllowanceRules | undefined): ExactAllowances | null {
  if (rules === undefined) return null
  const amounts = rules.certificates.map(({ id, amount }) => [id, known(amount)] as const)
  return { rules, amounts: new Map(amounts) }
}

function compileFund(rules: EducationFundRules | undefined): ExactEducationFund | null {
  if (rules === undefined) return null
  const { repayment } = rules
  const steps = repayment.kind === 'by-day' ? [] : repayment.steps
  return { rules, steps: steps.map((step) => ({ step, share: known(step.share) })) }
}
