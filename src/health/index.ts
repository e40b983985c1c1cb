/**
 * Health: which customers are well, and which are about to leave. A model weighs what is known of a customer; follow-ups without an
 * answer raise a warning.
 */

export { scoreHealthColumns } from '../batch/health/scoreHealthColumns.js'
export { scoreHealthRows } from '../batch/health/scoreHealthRows.js'
export { churnWarnings } from './churnWarnings.js'
export { scoreHealth } from './scoreHealth.js'
export { scoreHealthEach } from './scoreHealthEach.js'
export type {
  ChurnWarning,
  DefinedHealthModel,
  FollowUp,
  HealthColumns,
  HealthFacts,
  HealthModel,
  HealthScore,
  HealthScores,
} from './types.js'
