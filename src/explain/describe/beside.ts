/** What may stand beside an outcome. */
import type { CommissionAttribution, DefinedCommissionPlan } from '../../commission/index.js'
import type { Defined } from '../../kernel/index.js'
import * as issue from '../../kernel/input/issue.js'
import * as defined from '../../kernel/policy/defined.js'

export interface Beside {
  /** Of a commission, the shares of its lines. */
  readonly attribution?: CommissionAttribution
  /** Of a commission or its curve, the plan with all its tiers; of edits, the policy that they change. */
  readonly policy?: Defined<object>
}

/** The plan of a commission; another policy than that is refused. */
export function planBeside({ policy }: Beside): DefinedCommissionPlan | undefined {
  if (policy === undefined) return undefined
  issue.within(['options', 'policy'], () => defined.check(policy, 'CommissionPlan'))
  return policy as DefinedCommissionPlan
}
