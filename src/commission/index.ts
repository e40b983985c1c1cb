/**
 * Commission: what a period's sales earn. The plan says at which rates, from which target on, and how amounts are rounded; the
 * statement says which slice of the sales earned what, and what more would have earned more.
 */
export { attributeCommission } from './attributeCommission.js'
export { calculateCommission } from './calculateCommission.js'
export { type Combine, combineOf } from './combineOf.js'
export { commissionAccumulator } from './commissionAccumulator.js'
export { commissionCurve } from './commissionCurve.js'
export { creditLines } from './creditLines.js'
export { prorateTarget } from './prorateTarget.js'
export { type RestatementInput, restateCommission } from './restateCommission.js'
export { salesForCommission } from './salesForCommission.js'
export { settleCommission } from './settleCommission.js'
export { splitCredit } from './splitCredit.js'
export type {
  Accelerator,
  AdjustmentKind,
  Award,
  AwardedOrder,
  AwardOutcome,
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
  CommissionSlice,
  CommissionStatement,
  CommissionTotals,
  ConvertedLine,
  CorrectionReason,
  CountRules,
  Credit,
  CreditedLine,
  CreditInput,
  CreditOwner,
  CreditRules,
  CreditShare,
  CurvePoint,
  DefinedCommissionPlan,
  Draw,
  ExchangeRate,
  ExchangeRules,
  Exclusion,
  GateOutcome,
  Holdback,
  LineCredit,
  LineMatch,
  LineMeasure,
  LineNotCounted,
  LineNotCredited,
  LineNotOverridden,
  LineShare,
  LineToCredit,
  MultiplierStep,
  NewCustomers,
  Ownership,
  PayeeCredit,
  PaymentTerms,
  Presence,
  ProcessMultiplier,
  ProratedTarget,
  Proration,
  RateRule,
  RefundedLine,
  RefundOutcome,
  Reporting,
  Restatement,
  SalesForCommission,
  SettledPeriod,
  Settlement,
  SettlementInput,
  SettlementPeriodInput,
  TargetGate,
  TeamOverride,
} from './types.js'
