/**
 * The door of every define function: a company's own numbers come in here as JSON, are checked once, completed and frozen; and what is done
 * with a whole policy: edits. Only this entry, the root and `sales-rules/scenario` load zod; rules that compute do not, and a bundle of `policyOn`
 * alone has none either.
 */
export { type AppraisalSchemeInput, defineAppraisalScheme } from '../appraisal/schema.js'
export { type CareerPolicyInput, defineCareerPolicy } from '../careers/schema.js'
export {
  type AcceleratorInput,
  type AwardInput,
  type CapInput,
  type ClawbackInput,
  type CommissionPlanInput,
  defineCommissionPlan,
  type EligibilityInput,
  type KpiMultiplierInput,
  type LineFactorInput,
  type LineMatchInput,
  type MultiplierInput,
  type MultiplierStepInput,
  type PaymentTermsInput,
  type RateRuleInput,
  type TargetGateInput,
} from '../commission/plan/schema.js'
export {
  type CompensationPlanInput,
  type ContestRulesInput,
  defineCompensationPlan,
  defineContestRules,
} from '../compensation/schema.js'
export {
  defineGradingPolicy,
  type GradeRuleInput,
  type GradingPolicyInput,
  type StreakConsequenceRuleInput,
} from '../grading/schema.js'
export {
  type CarePolicyInput,
  defineCarePolicy,
  defineHealthModel,
  type HealthModelInput,
} from '../health/schema.js'
export { digestOf, packPolicy, unpackPolicy } from '../kernel/index.js'
export {
  type BandInput,
  type CalendarInput,
  type ConditionInput,
  type CriterionInput,
  type CurveInput,
  defineCalendar,
  defineScale,
  type FactConditionInput,
  type ScaleInput,
  type TierInput,
} from '../kernel/schema.js'
export { defineLeadModel, type LeadModelInput } from '../leads/schema.js'
export { defineSalesProcess, type SalesProcessInput } from '../pipeline/schema.js'
export { defineRewardPolicy, type RewardPolicyInput } from '../rewards/schema.js'
export {
  defineServiceStandards,
  defineWorkingHours,
  type ServiceStandardsInput,
  type WorkingHoursInput,
} from '../service/schema.js'
export { defineTargetPlan, type TargetPlanInput } from '../targets/schema.js'
export { definePolicy } from './definePolicy.js'
export { type Amendment, amendPolicy } from './edits/amendPolicy.js'
export { applyEdits } from './edits/applyEdits.js'
export { diffPolicies } from './edits/diffPolicies.js'
export type { Edit } from './edits/types.js'
export { withValue } from './edits/withValue.js'
export { checkExamples } from './examples/checkExamples.js'
export { lintPolicy } from './lint/lintPolicy.js'
export type {
  Finding,
  FindingExample,
  LintedPolicy,
  LintOptions,
  LintReport,
} from './lint/types.js'
export { type PolicyOptions, type PolicyOverDays, policiesOver, policyOn } from './policyOn.js'
export type { PolicySections, PolicySectionsInput, SectionName } from './sections.js'
export type {
  DefinedSalesPolicy,
  PolicyExample,
  PolicyOnDate,
  PolicyVersion,
  PolicyVersionInput,
  SalesPolicy,
  SalesPolicyInput,
} from './types.js'
