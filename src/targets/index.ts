/**
 * Targets: what somebody has to sell, collect or win. A target is cascaded from the company to the person, split into months and weeks,
 * signed, revised, and lowered for whoever was there for a part of it. Whose sales they are, and what they earn, is for the room of commission.
 */
export { cascadeTarget } from './cascadeTarget.js'
export { checkCascade } from './checkCascade.js'
export { checkTarget } from './checkTarget.js'
export { measureGoals } from './measureGoals.js'
export { prorateTarget } from './prorateTarget.js'
export { reviseTarget } from './reviseTarget.js'
export { setTarget } from './setTarget.js'
export { signOffTarget } from './signOffTarget.js'
export { splitTarget } from './splitTarget.js'
export { targetOn } from './targetOn.js'
export type {
  CascadeCheck,
  CascadedNode,
  DefinedTargetPlan,
  Employment,
  GoalResults,
  GoalsReached,
  ProratedTarget,
  Proration,
  SplitOptions,
  TargetCascade,
  TargetCheck,
  TargetHistory,
  TargetInput,
  TargetNode,
  TargetOnDate,
  TargetPeriod,
  TargetPlan,
  TargetPrecision,
  TargetRevision,
  TargetSignature,
  TargetSplit,
  TargetTree,
} from './types.js'
