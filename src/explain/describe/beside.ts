/** What may stand beside an outcome. */
import type {
  CommissionAttribution,
  CommissionStatement,
  DefinedCommissionPlan,
} from '../../commission/index.js'
import type { Defined, PolicyReference } from '../../kernel/index.js'
import * as issue from '../../kernel/input/issue.js'
import * as defined from '../../kernel/policy/defined.js'
import { ITS_ATTRIBUTION } from '../issues.js'
import { OTHER_POLICY } from '../verify/issues.js'

export interface Beside {
  /** Of a commission, the shares of its lines. */
  readonly attribution?: CommissionAttribution
  /** Of a commission or its curve, the plan with all its tiers; of edits, the policy that they change. */
  readonly policy?: Defined<object>
}

/** The plan of a commission, by which it was made; another policy is refused. */
export function planBeside(
  { policy }: Beside,
  made?: PolicyReference,
): DefinedCommissionPlan | undefined {
  if (policy === undefined) return undefined
  const path = ['options', 'policy']
  issue.within(path, () => defined.check(policy, 'CommissionPlan'))
  const plan = policy as DefinedCommissionPlan
  if (made !== undefined && nameOf(made) !== nameOf(plan))
    issue.refuse(OTHER_POLICY, path, { was: nameOf(made), is: nameOf(plan) })
  return plan
}

function nameOf({ id, version }: PolicyReference): string {
  return `${id} ${version}`
}

/** The shares of the lines of this very statement; those of another are refused. */
export function attributionBeside(
  { attribution }: Beside,
  statement: CommissionStatement,
): CommissionAttribution | undefined {
  if (attribution === undefined) return undefined
  const ofIt = (one: Pick<CommissionStatement, 'amount' | 'payee' | 'period' | 'policy'>) =>
    JSON.stringify([one.amount, one.payee, one.period, nameOf(one.policy)])
  if (ofIt(attribution) === ofIt(statement)) return attribution
  throw new issue.SalesRulesError([
    issue.invalid(attribution, ['options', 'attribution'], ITS_ATTRIBUTION),
  ])
}
