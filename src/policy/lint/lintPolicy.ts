import type { Issue, PolicyKind } from '../../kernel/index.js'
import * as issue from '../../kernel/input/issue.js'
import * as read from '../../kernel/input/read.js'
import * as defined from '../../kernel/policy/defined.js'
import { lintCommission } from './commission/lintCommission.js'
import { lintCareers } from './lintCareers.js'
import { lintCompensation } from './lintCompensation.js'
import { lintGrading } from './lintGrading.js'
import { lintPipeline } from './lintPipeline.js'
import { lintRewards } from './lintRewards.js'
import { lintAppraisal, lintHealth, lintLeads } from './lintScores.js'
import { lintService } from './lintService.js'
import { lintTargets } from './lintTargets.js'
import type { Finding, LintedPolicy, LintOptions, LintReport } from './types.js'

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

const ORDER = ['error', 'warning', 'note']

export function lintPolicy(policy: LintedPolicy, options: LintOptions = {}): LintReport {
  const kind = defined.kindOf(policy)
  const issues: Issue[] = []
  read.options(options, ['options'], ['payee'], issues)
  issue.refuseIfAny(issues)
  const linter = LINTERS[kind]
  const { findings, notChecked } = linter?.(policy as never, options) ?? {
    findings: [],
    notChecked: [],
  }
  return { findings: inOrder(findings), notChecked }
}

/** Errors first; of one severity in the order in which they were found. */
function inOrder(findings: readonly Finding[]): Finding[] {
  return ORDER.flatMap((severity) => findings.filter((one) => one.severity === severity))
}
