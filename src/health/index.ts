/**
 * Health: which customers are well, and which are about to leave. A model weighs what is known of a customer; follow-ups without an
 * answer raise a warning.
 */

export { churnWarnings } from './churnWarnings.js'
export { scoreHealth } from './scoreHealth.js'
export type {
  ChurnWarning,
  DefinedHealthModel,
  FollowUp,
  HealthFacts,
  HealthModel,
  HealthScore,
} from './types.js'
