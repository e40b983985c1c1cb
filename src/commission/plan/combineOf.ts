import * as defined from '../../kernel/policy/defined.js'
import type { DefinedCommissionPlan } from '../types.js'

/** How lines may be added up, and the field of the plan that asks for all of them together. */
export type Combine =
  | { readonly combine: 'merge'; readonly needs: null }
  | { readonly combine: 'group'; readonly needs: string }

/**
 * Whether totals of any lines can be merged, or a payee's lines must stay together and in their order.
 *
 * Ask it before choosing {@link commissionAccumulator}, which refuses a plan of groups by the name of the field.
 *
 * @throws SalesRulesError `POLICY_NOT_DEFINED`.
 *
 * @example A plan that rounds each line
 * ```ts
 * import { combineOf, defineCommissionPlan, handbook } from 'sales-rules'
 *
 * combineOf(handbook.commission) // => { combine: 'merge', needs: null }
 * const plan = defineCommissionPlan({ ...handbook.commission, rounding: { at: 'line' } })
 * combineOf(plan) // => { combine: 'group', needs: 'rounding.at' }
 * ```
 */
export function combineOf(plan: DefinedCommissionPlan): Combine {
  defined.check(plan, 'CommissionPlan')
  const { rounding, cap, refunds } = plan
  if (rounding.at === 'line') return { combine: 'group', needs: 'rounding.at' }
  if (cap?.line !== undefined) return { combine: 'group', needs: 'cap.line' }
  if (refunds === 'mirror') return { combine: 'group', needs: 'refunds' }
  return { combine: 'merge', needs: null }
}
