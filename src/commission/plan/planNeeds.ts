import { exactPlan } from './exactPlan.js'
import { type Need, needsLater } from './needs.js'
import type { DefinedCommissionPlan } from './types.js'

/**
 * What a plan needs to know of its input, field by field.
 *
 * Ask it before choosing how to give sales: a plan that needs each `line` or `amount` refuses a figure; one that needs the lines in
 * their `order` has no {@link commissionAccumulator}; `target`, `measure`, `incentive`, `facts` and `year` are what a calculation must
 * know beside the sales; `service` and `progress` are what a settlement must, `ownership` and `reporting` what crediting must.
 *
 * @throws SalesRulesError `POLICY_NOT_DEFINED`.
 *
 * @example The handbook's plan needs a target, and for its award to know which order is a first one
 * ```ts
 * import { handbook, planNeeds } from 'sales-rules'
 *
 * planNeeds(handbook.commission)
 * // => [{ field: 'awards', of: ['first-order'] }, { field: 'gate.attainment', of: ['target'] }]
 * ```
 */
export function planNeeds(plan: DefinedCommissionPlan): readonly Need[] {
  const { needs, json } = exactPlan(plan)
  return [...needs, ...needsLater(json)]
}
