import type { AppraisalSchemeInput } from '../appraisal/schema.js'
import type { CareerPolicyInput } from '../careers/schema.js'
import type { CommissionPlanInput } from '../commission/plan/schema.js'
import type { CompensationPlanInput, ContestRulesInput } from '../compensation/schema.js'
import type { GradingPolicyInput } from '../grading/schema.js'
import type { CarePolicyInput, HealthModelInput } from '../health/schema.js'
import type { CalendarInput, SchemaNamed } from '../kernel/schema.js'
import type { LeadModelInput } from '../leads/schema.js'
import type { SalesProcessInput } from '../pipeline/schema.js'
import type { RewardPolicyInput } from '../rewards/schema.js'
import type { ServiceStandardsInput, WorkingHoursInput } from '../service/schema.js'
import type { TargetPlanInput } from '../targets/schema.js'
import type { DEFINE } from './kinds.js'

/** The sections that a document may have, under the names that the handbook gives them, and the kind of policy that each is. */
export const SECTIONS = {
  appraisal: 'AppraisalScheme',
  calendar: 'Calendar',
  care: 'CarePolicy',
  careers: 'CareerPolicy',
  commission: 'CommissionPlan',
  compensation: 'CompensationPlan',
  contest: 'ContestRules',
  grading: 'GradingPolicy',
  health: 'HealthModel',
  leads: 'LeadModel',
  pipeline: 'SalesProcess',
  rewards: 'RewardPolicy',
  service: 'ServiceStandards',
  targets: 'TargetPlan',
  workingHours: 'WorkingHours',
} as const satisfies Record<string, keyof typeof DEFINE>

export type SectionName = keyof typeof SECTIONS

export const SECTION_NAMES = /* @__PURE__ */ Object.keys(SECTIONS) as readonly SectionName[]

/** The sections of a document, each a policy that was checked and frozen. */
export type PolicySections = {
  readonly [Name in SectionName]: ReturnType<(typeof DEFINE)[(typeof SECTIONS)[Name]]>
}

/** The sections of a document, as they are written down. */
export interface PolicySectionsInput {
  /** How people are appraised. */
  readonly appraisal?: AppraisalSchemeInput
  /** Which days are worked. */
  readonly calendar?: CalendarInput & SchemaNamed
  /** How customers are cared for. */
  readonly care?: CarePolicyInput
  /** How people are promoted. */
  readonly careers?: CareerPolicyInput
  /** What sales earn. */
  readonly commission?: CommissionPlanInput
  /** What one payee gets from all components. */
  readonly compensation?: CompensationPlanInput
  /** How a contest is won. */
  readonly contest?: ContestRulesInput
  /** Which grade a score is, and what follows. */
  readonly grading?: GradingPolicyInput
  /** How healthy a customer is. */
  readonly health?: HealthModelInput
  /** How leads are scored and handed over. */
  readonly leads?: LeadModelInput
  /** How deals move on. */
  readonly pipeline?: SalesProcessInput
  /** What is given beside pay. */
  readonly rewards?: RewardPolicyInput
  /** When service is due and good. */
  readonly service?: ServiceStandardsInput
  /** How targets are set and split. */
  readonly targets?: TargetPlanInput
  /** When people work. */
  readonly workingHours?: WorkingHoursInput
}
