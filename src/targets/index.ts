/**
 * Targets: what somebody has to sell. The plan says how the target of a period is lowered for whoever was there for a part of it; so far
 * that is all. Whose sales they are, and what they earn, is for the room of commission.
 */
export { prorateTarget } from './prorateTarget.js'
export type {
  DefinedTargetPlan,
  Employment,
  ProratedTarget,
  Proration,
  TargetPlan,
} from './types.js'
