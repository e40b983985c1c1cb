/**
 * Commission: what counts, who gets it, how much it is, when it is paid, and what if it was wrong. The plan says so, field by field; what
 * comes out says how it came about, and what more would have earned more.
 *
 * It has floors, each of which knows only those below it: `plan` (what a company decides, and its exact form), `lines` (what counts),
 * `earn` (how much it is), `statement` (what is said of it), `credit` (who gets it), `settle` (when it is paid, and what if it was wrong).
 */
export { creditLines } from './credit/creditLines.js'
export { creditPayments } from './credit/creditPayments.js'
export { splitCredit } from './credit/splitCredit.js'
export type {
  AccountAssignment,
  CreditedPayment,
  CreditInput,
  Crediting,
  CreditOwner,
  LineToCredit,
  ManagerAssignment,
  PayeeCredit,
  PaymentCreditInput,
  PaymentToCredit,
  TeamOverride,
} from './credit/types.js'
export type {
  CommissionFacts,
  CommissionInput,
  CommissionLine,
  CommissionLinesInput,
  CommissionSalesInput,
  ExchangeRate,
  LineNotCounted,
  YearToDate,
} from './lines/types.js'
export type { Need, NeedKind } from './plan/needs.js'
export { planNeeds } from './plan/planNeeds.js'
export type { CommissionPlan, DefinedCommissionPlan } from './plan/types.js'
export { accrualOf } from './settle/accrualOf.js'
export { clawBack } from './settle/clawBack.js'
export { payrollRows } from './settle/payrollRows.js'
export { restateCommission } from './settle/restateCommission.js'
export { settleCommission } from './settle/settleCommission.js'
export type {
  CancelledSale,
  ClawbackEntry,
  CommissionAccrual,
  CommissionClawback,
  CommissionCorrection,
  EarningCode,
  HandedOver,
  LineProgress,
  PayrollRow,
  PlanChange,
  Restatement,
  RestatementInput,
  SettledAdjustment,
  SettledPeriod,
  Settlement,
  SettlementAdjustment,
  SettlementBalance,
  SettlementInput,
  SettlementPeriodInput,
} from './settle/types.js'
export { attributeCommission } from './statement/attributeCommission.js'
export { calculateCommission } from './statement/calculateCommission.js'
export { commissionAccumulator } from './statement/commissionAccumulator.js'
export { commissionCurve } from './statement/commissionCurve.js'
export { salesForCommission } from './statement/salesForCommission.js'
export type {
  CommissionAccumulator,
  CommissionAdjustment,
  CommissionAttribution,
  CommissionCurve,
  CommissionSlice,
  CommissionStatement,
  CommissionTotals,
  LineShare,
  SalesForCommission,
} from './statement/types.js'
