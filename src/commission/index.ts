/**
 * Commission: what counts, who gets it, how much it is, when it is paid, and what if it was wrong. The plan says so, field by field; what
 * comes out says how it came about, and what more would have earned more.
 *
 * The rules lie beside this door. What they are made of lies in a folder for each question: `count`, `credit`, `earn`, `pay`.
 */
export { attributeCommission } from './attributeCommission.js'
export { attributeCommissionColumns } from './attributeCommissionColumns.js'
export { attributeCommissionEach } from './attributeCommissionEach.js'
export { attributeCommissionRows } from './attributeCommissionRows.js'
export { calculateCommission } from './calculateCommission.js'
export { calculateCommissionColumns } from './calculateCommissionColumns.js'
export { calculateCommissionEach } from './calculateCommissionEach.js'
export { calculateCommissionRows } from './calculateCommissionRows.js'
export { clawBack } from './clawBack.js'
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
export { type Combine, combineOf } from './combineOf.js'
export { commissionAccumulator } from './commissionAccumulator.js'
export { commissionColumns } from './commissionColumns.js'
export { commissionCurve } from './commissionCurve.js'
export { creditLines } from './creditLines.js'
export { prorateTarget } from './prorateTarget.js'
export { restateCommission } from './restateCommission.js'
export { salesForCommission } from './salesForCommission.js'
export { settleCommission } from './settleCommission.js'
export { splitCredit } from './splitCredit.js'
export type {
  Accelerator,
  AccountAssignment,
  AdjustmentKind,
  Award,
  AwardOutcome,
  CancelledSale,
  Cap,
  Clawback,
  ClawbackEntry,
  Coefficient,
  CommissionAccumulator,
  CommissionAdjustment,
  CommissionAttribution,
  CommissionClawback,
  CommissionCorrection,
  CommissionCurve,
  CommissionFacts,
  CommissionInput,
  CommissionLine,
  CommissionLinesInput,
  CommissionPlan,
  CommissionRounding,
  CommissionSalesInput,
  CommissionSlice,
  CommissionStatement,
  CommissionTotals,
  ConvertedLine,
  CorrectionReason,
  CreditedLine,
  CreditInput,
  Crediting,
  CreditOwner,
  CreditRules,
  CreditShare,
  CurvePoint,
  DefinedCommissionPlan,
  Draw,
  Eligibility,
  Employment,
  ExchangeRate,
  ExchangeRules,
  Exclusion,
  GateOutcome,
  Holdback,
  HoldbackEntry,
  KpiMultiplier,
  LineCredit,
  LineMatch,
  LineMeasure,
  LineNotCounted,
  LineNotCredited,
  LineNotOverridden,
  LineProgress,
  LineShare,
  LineToCredit,
  ManagerAssignment,
  MultiplierStep,
  NewCustomers,
  OpenLine,
  PayeeCredit,
  PaymentTerms,
  PendingOrder,
  ProratedTarget,
  Proration,
  RateRule,
  RefundedLine,
  RefundOutcome,
  Restatement,
  RestatementInput,
  SalesForCommission,
  SettledPeriod,
  Settlement,
  SettlementAdjustment,
  SettlementBalance,
  SettlementInput,
  SettlementPeriodInput,
  TargetGate,
  TeamOverride,
  TimeSpan,
  YearToDate,
} from './types.js'
