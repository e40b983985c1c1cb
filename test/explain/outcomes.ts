/** An outcome of each function whose outcomes are explained. */
import type { ExplainedFunction } from 'sales-rules/explain'
import { appraisalOutcomes } from './outcomes/appraisal.js'
import { commissionOutcomes } from './outcomes/commission.js'
import { compensationOutcomes } from './outcomes/compensation.js'
import { gradingOutcomes } from './outcomes/grading.js'
import { policyOutcomes } from './outcomes/policy.js'
import { scenarioOutcomes } from './outcomes/scenario.js'

export const OUTCOMES: Readonly<Record<ExplainedFunction, () => unknown>> = {
  ...appraisalOutcomes,
  ...commissionOutcomes,
  ...compensationOutcomes,
  ...gradingOutcomes,
  ...policyOutcomes,
  ...scenarioOutcomes,
}
