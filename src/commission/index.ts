/**
 * Commission: what counts, who gets it, how much it is, when it is paid, and what if it was wrong. The plan says so, field by field; what
 * comes out says how it came about, and what more would have earned more.
 *
 * The rules lie beside this door. What they are made of lies in a folder for each question: `count`, `credit`, `earn`, `pay`.
 */

export { attributeCommissionColumns } from '../batch/commission/attributeCommissionColumns.js'
export { attributeCommissionRows } from '../batch/commission/attributeCommissionRows.js'
export { calculateCommissionColumns } from '../batch/commission/calculateCommissionColumns.js'
export { calculateCommissionRows } from '../batch/commission/calculateCommissionRows.js'
export { commissionColumns } from '../batch/commission/commissionColumns.js'
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
} from '../batch/commission/types.js'
export { prorateTarget } from '../targets/prorateTarget.js'
export { creditLines } from './credit/creditLines.js'
export { splitCredit } from './credit/splitCredit.js'
export { type Combine, combineOf } from './plan/combineOf.js'
export { clawBack } from './settle/clawBack.js'
export { restateCommission } from './settle/restateCommission.js'
export { settleCommission } from './settle/settleCommission.js'
export { attributeCommission } from './statement/attributeCommission.js'
export { calculateCommission } from './statement/calculateCommission.js'
export { commissionAccumulator } from './statement/commissionAccumulator.js'
export { commissionCurve } from './statement/commissionCurve.js'
export { salesForCommission } from './statement/salesForCommission.js'
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
