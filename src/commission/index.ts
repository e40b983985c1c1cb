/**
 * Commission: what a period's sales earn. The plan says at which rates, from which target on, and how amounts are rounded; the
 * statement says which slice of the sales earned what, and what more would have earned more.
 */
export { attributeCommission } from './attributeCommission.js'
export { calculateCommission } from './calculateCommission.js'
export { clawBack } from './clawBack.js'
export { type Combine, combineOf } from './combineOf.js'
export { commissionAccumulator } from './commissionAccumulator.js'
export { commissionCurve } from './commissionCurve.js'
export { restateCommission } from './restateCommission.js'
export { salesForCommission } from './salesForCommission.js'
export { settleCommission } from './settleCommission.js'
export { splitCredit } from './splitCredit.js'
export type {
  Accelerator,
  AdjustmentKind,
  Award,
  AwardedOrder,
  AwardOutcome,
  CancelledSale,
  Cap,
  Clawback,
  ClawedBack,
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
  CountRules,
  CreditOwner,
  CreditRules,
  CreditShare,
  CurvePoint,
  DefinedCommissionPlan,
  Draw,
  ExchangeRate,
  ExchangeRules,
  Exclusion,
  FollowedLine,
  GateOutcome,
  HeldPart,
  Holdback,
  LineMatch,
  LineMeasure,
  LineNotCounted,
  LineProgress,
  LineShare,
  MultiplierStep,
  NewCustomers,
  PaymentTerms,
  ProcessMultiplier,
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
  TimeSpan,
  YearSoFar,
} from './types.js'
