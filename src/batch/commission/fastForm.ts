import { type ExactPlan, fieldThatNeeds } from '../../commission/internal.js'

/**
 * Which way the commission of a plan is computed over many lines:
 *
 * - `compiled`: from a payee's total, by a quotient of integers that was worked out once
 * - `by-total`: from a payee's total, by the rule itself
 * - `by-lines`: from a payee's lines, by the rule itself
 */
export type FastForm = 'compiled' | 'by-total' | 'by-lines'

/** Chooses the way by which a plan is computed. This is the one place that decides it. */
export function fastForm(plan: ExactPlan): FastForm {
  if (fieldOfLines(plan) !== null) return 'by-lines'
  return isCompiled(plan) ? 'compiled' : 'by-total'
}

/** The field by which a plan is computed from a payee's lines; null where their total will do. */
export function fieldOfLines(plan: ExactPlan): string | null {
  return fieldThatNeeds(plan, 'amount', 'order')
}

/**
 * Whether sales, target and uplift are all that a plan looks at, and its payout curve has no bends but those of its scale, the gate and
 * the most that is paid. What a payee is paid under an accelerator, or a cap of the base or the rate, is left to the rule.
 */
function isCompiled(plan: ExactPlan): boolean {
  const { accelerator, cap, gate, increment, paidAttainment } = plan
  return (
    fieldThatNeeds(plan, 'facts', 'incentive', 'measure', 'year') === null &&
    accelerator === null &&
    (gate?.below ?? null) === null &&
    paidAttainment === null &&
    increment === 1n &&
    cap.base === null &&
    cap.rate === null
  )
}
