/**
 * Commission: what a period's sales earn. The plan says at which rates, from which target on, and how amounts are rounded; the
 * statement says which slice of the sales earned what, and what more would have earned more.
 */
export { calculateCommission } from './calculateCommission.js'
export type {
  Cap,
  Coefficient,
  CommissionAdjustment,
  CommissionFacts,
  CommissionInput,
  CommissionLine,
  CommissionPlan,
  CommissionRounding,
  CommissionStatement,
  DefinedCommissionPlan,
  GateOutcome,
  LineNotCounted,
  TargetGate,
} from './types.js'
