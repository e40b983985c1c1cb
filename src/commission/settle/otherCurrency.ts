import type { Issue, Path } from '../../kernel/index.js'
import { issueAt, show } from '../../kernel/input/issue.js'
import type { CommissionPlan } from '../plan/types.js'

/** An amount in another currency than the plan pays: there is no sum of the two. */
export function otherCurrency(currency: unknown, path: Path, plan: CommissionPlan): Issue[] {
  if (currency === plan.currency) return []
  const given = typeof currency === 'string' ? currency : show(currency)
  const text = `got ${given}, and the plan pays ${plan.currency}. Amounts of two currencies are never added.`
  const params = { given, expected: plan.currency }
  return [issueAt('CURRENCY_MIXED', [...path, 'currency'], params, text)]
}
