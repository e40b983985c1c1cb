/**
 * What if: another policy over the same rows. Who gains and who loses, what it costs, which value keeps the cost. The policy that holds is
 * never changed, and nothing is assumed of what people would do differently.
 */

/** One value of a policy is another: the same function as that of `sales-rules/policy`. */
export { withValue } from '../policy/index.js'
export {
  type BehaviourAssumption,
  type ComparisonOptions,
  comparePolicies,
  type PoliciesToCompare,
} from './comparePolicies.js'
export { compareTotals, type TotalsComparison } from './compareTotals.js'
export { curvesOf, type Kink, type PlanCurve } from './curvesOf.js'
export type { AttainmentDistribution } from './distribution.js'
export { type GoalOutcome, goalSeek } from './goalSeek.js'
export type { Goal } from './readGoal.js'
export { type PayInversion, type PayReview, type PayReviewOptions, reviewPay } from './reviewPay.js'
export type { GoalPoint } from './seek.js'
export { type RaisedNumber, type Sensitivity, sensitivityOf } from './sensitivityOf.js'
export { type Simulation, type SimulationOutcome, type Spread, simulate } from './simulate.js'
export {
  type Sweep,
  type SweepOutcome,
  type SweepPoint,
  type SweptParameter,
  sweep,
} from './sweep.js'
export type {
  ChangedRow,
  ClassCount,
  CostRatio,
  GroupComparison,
  InputOf,
  NotComputedRow,
  PolicyComparison,
  Progress,
  Quantile,
  Reason,
  RosterRow,
  RowCounts,
  RunOptions,
  ScenarioPolicy,
  Totals,
} from './types.js'
