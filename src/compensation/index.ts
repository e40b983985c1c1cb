/**
 * Compensation: what one payee gets from what the rooms have decided: by several components, and in money and days for what follows from
 * grades.
 */
export { calculateCompensation } from './calculateCompensation.js'
export { payConsequences } from './payConsequences.js'
export type {
  Compensation,
  CompensationInput,
  CompensationPlan,
  ComponentInput,
  ComponentPay,
  ConsequencePay,
  ConsequencePayInput,
  DefinedCompensationPlan,
  PaidConsequence,
  PayRule,
  UnpaidConsequence,
} from './types.js'
