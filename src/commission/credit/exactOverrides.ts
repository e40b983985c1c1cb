import * as decimal from '../../kernel/number/decimal.js'
import * as defined from '../../kernel/policy/defined.js'
import type { CommissionPlan } from '../plan/types.js'

/** What the managers of a seller earn by a plan, the direct one first. */
export const exactOverrides = /* @__PURE__ */ defined.oncePerPolicy(({ credit }: CommissionPlan) =>
  (credit.override?.levels ?? []).map((text) => ({ rate: decimal.known(text), text })),
)
