/**
 * Commission: what a period's sales earn. The plan says at which rates, from which target on, and how amounts are rounded; the
 * statement says which slice of the sales earned what, and what more would have earned more.
 */
export { attributeCommission } from './attributeCommission.js'
export { attributeCommissionColumns } from './attributeCommissionColumns.js'
export { attributeCommissionRows } from './attributeCommissionRows.js'
export { calculateCommission } from './calculateCommission.js'
export { calculateCommissionColumns } from './calculateCommissionColumns.js'
export { calculateCommissionEach } from './calculateCommissionEach.js'
export { calculateCommissionRows } from './calculateCommissionRows.js'
export type {
  CommissionColumns,
  CommissionColumnsBuilder,
  CommissionColumnsFacts,
  CommissionColumnsOptions,
  CommissionPayColumns,
  CommissionRow,
  CommissionShareColumns,
  PayeeIssues,
  PerPayee,
  RowIssues,
} from './columns/types.js'
export { commissionAccumulator } from './commissionAccumulator.js'
export { commissionColumns } from './commissionColumns.js'
export { commissionCurve } from './commissionCurve.js'
export { type RestatementInput, restateCommission } from './restateCommission.js'
export { salesForCommission } from './salesForCommission.js'
export { settleCommission } from './settleCommission.js'
export { splitCredit } from './splitCredit.js'
export type {
  Cap,
  Coefficient,
  CommissionAccumulator,
  CommissionAdjustment,
  CommissionAttribution,
  CommissionCorrection,
  CommissionCurve,
  CommissionFacts,
  CommissionInput,
  CommissionLine,
  CommissionLinesInput,
  CommissionPlan,
  CommissionRounding,
  CommissionSalesInput,
  CommissionStatement,
  CommissionTotals,
  CorrectionReason,
  CreditOwner,
  CreditRules,
  CreditShare,
  CurvePoint,
  DefinedCommissionPlan,
  Draw,
  GateOutcome,
  Holdback,
  LineNotCounted,
  LineShare,
  PaymentTerms,
  Restatement,
  SalesForCommission,
  SettledPeriod,
  Settlement,
  SettlementInput,
  SettlementPeriodInput,
  TargetGate,
} from './types.js'
