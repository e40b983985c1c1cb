import * as defined from '../../kernel/policy/defined.js'
import * as digest from '../../kernel/policy/digest.js'
import type { CommissionPlan } from '../plan/types.js'
import type { PlanOfBalance } from './types.js'

/** How a balance names the plan that it was made by. Two plans are one where their ids and what they decide are the same. */
export const planOfBalance = /* @__PURE__ */ defined.oncePerPolicy(
  (plan: CommissionPlan): PlanOfBalance => ({
    id: plan.id,
    version: plan.version,
    digest: digest.digestOfContents(plan),
  }),
)
