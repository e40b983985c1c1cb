/** An outcome of each function whose outcomes are explained. */
import type { ExplainedFunction } from 'sales-rules/explain'
import { appraisalOutcomes } from './outcomes/appraisal.js'
import { careersOutcomes } from './outcomes/careers.js'
import { commissionOutcomes } from './outcomes/commission.js'
import { compensationOutcomes } from './outcomes/compensation.js'
import { gradingOutcomes } from './outcomes/grading.js'
import { healthOutcomes } from './outcomes/health.js'
import { leadsOutcomes } from './outcomes/leads.js'
import { pipelineOutcomes } from './outcomes/pipeline.js'
import { policyOutcomes } from './outcomes/policy.js'
import { rewardsOutcomes } from './outcomes/rewards.js'
import { scenarioOutcomes } from './outcomes/scenario.js'
import { serviceOutcomes } from './outcomes/service.js'
import { targetsOutcomes } from './outcomes/targets.js'
import { verifyOutcomes } from './outcomes/verify.js'

export const OUTCOMES: Readonly<Record<ExplainedFunction, () => unknown>> = {
  ...appraisalOutcomes,
  ...careersOutcomes,
  ...commissionOutcomes,
  ...compensationOutcomes,
  ...gradingOutcomes,
  ...healthOutcomes,
  ...leadsOutcomes,
  ...pipelineOutcomes,
  ...policyOutcomes,
  ...rewardsOutcomes,
  ...scenarioOutcomes,
  ...serviceOutcomes,
  ...targetsOutcomes,
  ...verifyOutcomes,
}
