import type fastCheck from 'fast-check'
import type { DefinedAppraisalScheme } from '../appraisal/index.js'
import type { DefinedCareerPolicy } from '../careers/index.js'
import type { DefinedCommissionPlan } from '../commission/index.js'
import type { DefinedCompensationPlan, DefinedContestRules } from '../compensation/index.js'
import type { DefinedGradingPolicy } from '../grading/index.js'
import type { DefinedCarePolicy, DefinedHealthModel } from '../health/index.js'
import type { DefinedCalendar, DefinedScale } from '../kernel/index.js'
import type { DefinedLeadModel } from '../leads/index.js'
import type { DefinedSalesProcess } from '../pipeline/index.js'
import type { DefinedSalesPolicy, SectionName } from '../policy/index.js'
import type { DefinedRewardPolicy } from '../rewards/index.js'
import type { DefinedServiceStandards, DefinedWorkingHours } from '../service/index.js'
import type { DefinedTargetPlan } from '../targets/index.js'

/** fast-check, as `import fc from 'fast-check'` gives it. This entry never loads it: it is handed in. */
export type FastCheck = typeof fastCheck

/** Something to draw cases from, as fast-check has it. */
export type Arbitrary<Value> = fastCheck.Arbitrary<Value>

/** What holds for a policy, whatever the case, and how fast-check tries it. */
export interface Law {
  /** A claim, the name of a test: `more sales never pay less`. */
  readonly name: string
  /**
   * `library`: it holds for every policy, so that a failure is a bug of the library; please report it. `policy`: it holds for most good
   * policies, so that a failure says something of yours.
   */
  readonly of: 'library' | 'policy'
  /** For `fc.assert`. A failure says in words which two results do not agree. */
  readonly property: fastCheck.IRawProperty<[unknown], false>
}

/** A law that a policy is exempt from, as it says otherwise itself. */
export interface ExemptLaw extends Law {
  /** The field of the policy that decides otherwise, and what it does. */
  readonly because: string
}

/** A defined policy of any kind: each has laws, and a document has those of its sections. */
export type TestedPolicy =
  | DefinedAppraisalScheme
  | DefinedCalendar
  | DefinedCareerPolicy
  | DefinedCarePolicy
  | DefinedCommissionPlan
  | DefinedCompensationPlan
  | DefinedContestRules
  | DefinedGradingPolicy
  | DefinedHealthModel
  | DefinedLeadModel
  | DefinedRewardPolicy
  | DefinedSalesPolicy<SectionName>
  | DefinedSalesProcess
  | DefinedScale
  | DefinedServiceStandards
  | DefinedTargetPlan
  | DefinedWorkingHours
