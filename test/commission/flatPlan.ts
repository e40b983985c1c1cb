import {
  attempt,
  type CommissionInput,
  type CommissionPlanInput,
  calculateCommission,
  defineCommissionPlan,
} from 'sales-rules'

/** Ten percent of everything, with what a test is about. */
export function flatPlan(change: Partial<CommissionPlanInput> = {}) {
  return defineCommissionPlan({ currency: 'CNY', scale: flat('0.1'), ...change })
}

/** One rate for any amount. */
export function flat(rate: string) {
  return { mode: 'marginal' as const, tiers: [{ id: 'all', upTo: null, rate }] }
}

/** What stops a calculation. */
export function issuesOf(input: unknown, plan = flatPlan()) {
  const outcome = attempt(() => calculateCommission(input as CommissionInput, plan))
  return outcome.ok ? [] : outcome.issues
}

/** What stops a definition. */
export function conflictsOf(change: Partial<CommissionPlanInput>) {
  const outcome = attempt(() => flatPlan(change))
  return outcome.ok ? [] : outcome.issues
}
