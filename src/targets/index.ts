/**
 * Targets: what somebody has to sell, collect or win. A target is cascaded from the company to the person, split into months and weeks,
 * and lowered for whoever was there for a part of it. Whose sales they are, and what they earn, is for the room of commission.
 */
export { cascadeTarget } from './cascadeTarget.js'
export { checkCascade } from './checkCascade.js'
export { prorateTarget } from './prorateTarget.js'
export { splitTarget } from './splitTarget.js'
export type {
  CascadeCheck,
  CascadedNode,
  DefinedTargetPlan,
  Employment,
  ProratedTarget,
  Proration,
  SplitOptions,
  TargetCascade,
  TargetNode,
  TargetPeriod,
  TargetPlan,
  TargetPrecision,
  TargetSplit,
  TargetTree,
} from './types.js'
