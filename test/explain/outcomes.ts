/** An outcome of each function whose outcomes are explained. */
import type { ExplainedFunction } from 'sales-rules/explain'
import { appraisalOutcomes } from './outcomes/appraisal.js'
import { commissionOutcomes } from './outcomes/commission.js'
import { gradingOutcomes } from './outcomes/grading.js'

export const OUTCOMES: Readonly<Record<ExplainedFunction, () => unknown>> = {
  ...appraisalOutcomes,
  ...commissionOutcomes,
  ...gradingOutcomes,
}
