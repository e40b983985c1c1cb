/**
 * Compensation: what one payee gets from what the rooms have decided: by several components, and in money and days for what follows from
 * grades.
 */
export { accrualByComponent } from './accrualByComponent.js'
export { amortizeCost } from './amortizeCost.js'
export { calculateCompensation } from './calculateCompensation.js'
export { payConsequences } from './payConsequences.js'
export { payContest } from './payContest.js'
export { restateCompensation } from './restateCompensation.js'
export { settleCompensation } from './settleCompensation.js'
export type {
  Amortization,
  AmortizationTerms,
  Compensation,
  CompensationAccrual,
  CompensationBalance,
  CompensationCorrection,
  CompensationInput,
  CompensationPeriodInput,
  CompensationPlan,
  CompensationRestatement,
  CompensationRestatementInput,
  CompensationSettlement,
  CompensationSettlementInput,
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
  SettledCompensation,
  UnpaidConsequence,
} from './types.js'
