import { defineAppraisalScheme } from '../appraisal/schema.js'
import { defineCareerPolicy } from '../careers/schema.js'
import { defineCommissionPlan } from '../commission/plan/schema.js'
import { defineCompensationPlan, defineContestRules } from '../compensation/schema.js'
import { defineGradingPolicy } from '../grading/schema.js'
import { defineCarePolicy, defineHealthModel } from '../health/schema.js'
import type { Defined, PolicyKind } from '../kernel/policy/defined.js'
import { defineCalendar, defineScale } from '../kernel/schema.js'
import { defineLeadModel } from '../leads/schema.js'
import { defineSalesProcess } from '../pipeline/schema.js'
import { defineRewardPolicy } from '../rewards/schema.js'
import { defineServiceStandards, defineWorkingHours } from '../service/schema.js'
import { defineTargetPlan } from '../targets/schema.js'

/** The define function of each kind of policy but the document, which is made of them. */
export const DEFINE = {
  AppraisalScheme: defineAppraisalScheme,
  Calendar: defineCalendar,
  CareerPolicy: defineCareerPolicy,
  CarePolicy: defineCarePolicy,
  CommissionPlan: defineCommissionPlan,
  CompensationPlan: defineCompensationPlan,
  ContestRules: defineContestRules,
  GradingPolicy: defineGradingPolicy,
  HealthModel: defineHealthModel,
  LeadModel: defineLeadModel,
  RewardPolicy: defineRewardPolicy,
  SalesProcess: defineSalesProcess,
  Scale: defineScale,
  ServiceStandards: defineServiceStandards,
  TargetPlan: defineTargetPlan,
  WorkingHours: defineWorkingHours,
} satisfies Record<Exclude<PolicyKind, 'Policy'>, (policy: never) => Defined<object>>

/** Defines a policy of a kind that is known when the program runs. */
export function defineAs(kind: keyof typeof DEFINE, policy: unknown): Defined<object> {
  const define: (policy: never) => Defined<object> = DEFINE[kind]
  return define(policy as never)
}
