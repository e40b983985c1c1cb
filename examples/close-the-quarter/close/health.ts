import { type ChurnWarning, churnWarnings, type HealthScore, scoreHealth } from 'sales-rules'
import { groupBy } from '../groupBy.js'
import { healthModel } from '../policy.js'
import { type Customer, healthFacts } from '../read/customers.js'
import type { Followup } from '../read/followups.js'

export interface WatchedCustomer {
  readonly customer: Customer
  readonly health: HealthScore
  readonly warning: ChurnWarning | null
}

/** Every customer's health, the worst first: those with a churn warning, since it asks for a plan at once (HEA-3), then by score. */
export function checkHealth(
  customers: readonly Customer[],
  followups: readonly Followup[],
): WatchedCustomer[] {
  const calls = groupBy(followups, ({ customer }) => customer)
  return customers
    .map((customer) => ({
      customer,
      health: scoreHealth(healthFacts(customer), healthModel),
      warning: warningOf(calls.get(customer.customer) ?? []),
    }))
    .sort((left, right) => urgencyOf(left) - urgencyOf(right))
}

function warningOf(followups: readonly Followup[]): ChurnWarning | null {
  const calls = followups.map(({ date, answered }) => ({ date, answered }))
  return churnWarnings(calls, healthModel)[0] ?? null
}

function urgencyOf({ health, warning }: WatchedCustomer): number {
  return health.score - (warning === null ? 0 : 1000)
}

/** Whether somebody should look after the customer. */
export function isWatched({ health, warning }: WatchedCustomer): boolean {
  return health.band !== 'healthy' || warning !== null
}
