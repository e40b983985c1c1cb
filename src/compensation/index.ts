/**
 * Compensation: what one payee gets from what the rooms have decided: by several components, and in money and days for what follows from
 * grades.
 */
export { amortizeCost } from './amortizeCost.js'
export { calculateCompensation } from './calculateCompensation.js'
export { payConsequences } from './payConsequences.js'
export { payContest } from './payContest.js'
export type {
  Amortization,
  AmortizationTerms,
  Compensation,
  CompensationInput,
  CompensationPlan,
  ComponentInput,
  ComponentPay,
  ConsequencePay,
  ConsequencePayInput,
  Contest,
  ContestEntrant,
  ContestInput,
  ContestPlace,
  ContestRules,
  DefinedCompensationPlan,
  DefinedContestRules,
  PaidConsequence,
  PayRule,
  UnpaidConsequence,
} from './types.js'
