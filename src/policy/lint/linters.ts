import type { PolicyKind } from '../../kernel/index.js'
import { at } from '../../kernel/input/issue.js'
import { NOT_LOOKED_AT } from '../issues.js'
import { lintCommission } from './commission/lintCommission.js'
import { lintCareers } from './lintCareers.js'
import { lintCompensation } from './lintCompensation.js'
import { lintGrading } from './lintGrading.js'
import { lintPipeline } from './lintPipeline.js'
import { lintRewards } from './lintRewards.js'
import { lintAppraisal, lintHealth, lintLeads } from './lintScores.js'
import { lintService } from './lintService.js'
import { lintTargets } from './lintTargets.js'
import type { LintOptions, LintReport } from './types.js'

type Linter = (policy: never, options: LintOptions) => LintReport

/** What looks at each kind of policy. */
const LINTERS: Partial<Record<PolicyKind, Linter>> = {
  AppraisalScheme: lintAppraisal,
  CareerPolicy: lintCareers,
  CommissionPlan: lintCommission,
  CompensationPlan: lintCompensation,
  GradingPolicy: lintGrading,
  HealthModel: lintHealth,
  LeadModel: lintLeads,
  RewardPolicy: lintRewards,
  SalesProcess: lintPipeline,
  ServiceStandards: lintService,
  TargetPlan: lintTargets,
}

/** Lints a policy of a kind; of one that nothing looks at, the report says so. */
export function lintAs(kind: PolicyKind, policy: object, options: LintOptions): LintReport {
  const lint = LINTERS[kind]
  if (lint !== undefined) return lint(policy as never, options)
  return {
    findings: [],
    notChecked: [{ path: [], issues: [at(NOT_LOOKED_AT, [], { given: kind })] }],
  }
}
