/**
 * Health: which customers are well, and which are about to leave. A model weighs what is known of a customer; follow-ups without an
 * answer raise a warning.
 */

export { checkFollowUps } from './checkFollowUps.js'
export { churnWarnings } from './churnWarnings.js'
export { healthTrend } from './healthTrend.js'
export { scoreHealth } from './scoreHealth.js'
export type {
  ChurnWarning,
  CustomerRecord,
  DefinedHealthModel,
  FollowUp,
  FollowUpCheck,
  HealthFacts,
  HealthModel,
  HealthScore,
  HealthTrend,
  PeriodScore,
  RecordMeasure,
} from './types.js'
