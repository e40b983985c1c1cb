import type { DefinedAppraisalScheme } from '../../appraisal/index.js'
import type { DefinedCareerPolicy } from '../../careers/index.js'
import type { CommissionFacts, DefinedCommissionPlan } from '../../commission/index.js'
import type { DefinedCompensationPlan } from '../../compensation/index.js'
import type { DefinedGradingPolicy } from '../../grading/index.js'
import type { DefinedHealthModel } from '../../health/index.js'
import type { Issue } from '../../kernel/index.js'
import type { DefinedLeadModel } from '../../leads/index.js'
import type { DefinedSalesProcess } from '../../pipeline/index.js'
import type { DefinedRewardPolicy } from '../../rewards/index.js'
import type { DefinedServiceStandards } from '../../service/index.js'
import type { DefinedTargetPlan } from '../../targets/index.js'
import type { SectionName } from '../sections.js'
import type { DefinedSalesPolicy } from '../types.js'
import type { RuleName } from './rules.js'

/** A policy that lint can look at, or a whole document. */
export type LintedPolicy =
  | DefinedAppraisalScheme
  | DefinedCareerPolicy
  | DefinedCommissionPlan
  | DefinedCompensationPlan
  | DefinedGradingPolicy
  | DefinedHealthModel
  | DefinedLeadModel
  | DefinedRewardPolicy
  | DefinedSalesPolicy<SectionName>
  | DefinedSalesProcess
  | DefinedServiceStandards
  | DefinedTargetPlan

/** What lint may be told of the people whom a policy is for. */
export interface LintOptions {
  /** A typical payee of a commission plan: target, target incentive, facts. Without it, lint makes one that the plan fits. */
  readonly payee?: CommissionFacts
}

/** What is wrong with a policy that is valid, and the proof. */
export type Finding = Issue & {
  /** What the rules say that shows it; absent where the policy alone does. */
  readonly example?: FindingExample
}

/** Calls of a rule, and what each returns. Call them again: `String(rule(...given, policy)[figure])`. */
export interface FindingExample {
  readonly rule: RuleName
  /** What is read of each result: `amount`, `band`. */
  readonly figure: string
  /** Of each call what it is given before the policy. */
  readonly given: readonly (readonly unknown[])[]
  /** Where the policy is, of a plan that is a part of another one. */
  readonly at?: readonly (string | number)[]
  readonly gives: readonly string[]
}

/** What lint has found, errors first, and what it could not look at. */
export interface LintReport {
  readonly findings: readonly Finding[]
  readonly notChecked: readonly NotChecked[]
}

/** A part of a policy that could not be looked at, and what stopped it. */
export interface NotChecked {
  readonly path: readonly (string | number)[]
  readonly issues: readonly Issue[]
}
