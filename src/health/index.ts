/**
 * Health: which customers are well, which are about to leave, and how each is cared for. A model weighs what is known of a customer and hears
 * their silence; a care policy says by value who is served how, in which rhythm, and who owns whom.
 */
export { careDue } from './careDue.js'
export { checkFollowUps } from './checkFollowUps.js'
export { churnWarnings } from './churnWarnings.js'
export { healthTrend } from './healthTrend.js'
export { protectCustomer } from './protectCustomer.js'
export { renewalsDue } from './renewalsDue.js'
export { retentionPlan } from './retentionPlan.js'
export { scoreHealth } from './scoreHealth.js'
export { scoreRfm } from './scoreRfm.js'
export { segmentCustomers } from './segmentCustomers.js'
export { servicePackage } from './servicePackage.js'
export { tierCustomers } from './tierCustomers.js'
export type {
  CareDue,
  CareFacts,
  CareItem,
  CarePolicy,
  ChurnWarning,
  CustomerProtection,
  CustomerRecord,
  CustomerTiers,
  CustomerValue,
  DefinedCarePolicy,
  DefinedHealthModel,
  FollowUp,
  FollowUpCheck,
  HealthFacts,
  HealthModel,
  HealthScore,
  HealthTrend,
  PeriodScore,
  ProtectionFacts,
  PurchaseHistory,
  RecordMeasure,
  RenewalsDue,
  RetentionFacts,
  RetentionPlan,
  RfmOptions,
  RfmOrder,
  RfmScore,
  RfmSegment,
  RfmSegments,
  ServicePackage,
} from './types.js'
