/**
 * Compensation: what one payee gets from what the rooms have decided. So far that is the money and the days of what follows from grades.
 */
export { payConsequences } from './payConsequences.js'
export type {
  CompensationPlan,
  ConsequencePay,
  ConsequencePayInput,
  DefinedCompensationPlan,
  PaidConsequence,
  PayRule,
  UnpaidConsequence,
} from './types.js'
