import * as defined from '../../kernel/policy/defined.js'
import { type ExactPlan, NO_CAP_ON_AMOUNTS } from '../plan/exactPlan.js'

/** A plan whose caps on amounts are left to the settlement. */
export const uncapped = /* @__PURE__ */ defined.oncePerPolicy(
  (plan: ExactPlan): ExactPlan => ({ ...plan, cap: { ...plan.cap, ...NO_CAP_ON_AMOUNTS } }),
)
