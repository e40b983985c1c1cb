import type { Issue } from '../kernel/index.js'
import * as issue from '../kernel/input/issue.js'
import * as read from '../kernel/input/read.js'
import { exactCarePolicy } from './exactCarePolicy.js'
import { readInput, readNamed, sectionOf } from './read.js'
import type { DefinedCarePolicy, ServicePackage } from './types.js'

/**
 * Lists what a customer of a tier is served, what of it they have not received yet, and what they have received beyond it (HEA-11).
 *
 * @throws SalesRulesError `NOT_IN_POLICY` for a tier that the policy does not have, `VALUE_MISSING` for a policy without packages,
 *   `POLICY_NOT_DEFINED`.
 *
 * @example
 * ```ts
 * import { handbook, servicePackage } from 'sales-rules'
 *
 * const received = ['weekly-follow-up', 'priority-support']
 * const served = servicePackage({ tier: 'ordinary', received }, handbook.care)
 * served.missing // => ['quarterly-product-check', 'standard-support']
 * served.beyond // => ['priority-support']
 * ```
 */
export function servicePackage(
  customer: { readonly tier: string; readonly received?: readonly string[] },
  policy: DefinedCarePolicy,
): ServicePackage {
  const exact = exactCarePolicy(policy)
  const { packages, clause } = sectionOf(exact, 'packages')
  const issues: Issue[] = []
  const path = ['customer']
  const fields = readInput(customer, path, ['tier', 'received'], issues)
  const { required, optional } = read.of(fields, path, issues)
  const tier = required('tier', (given, at, found) => readNamed(given, at, exact.tierIds, found))
  const received = (optional('received', read.array) ?? []).map((one, index) =>
    read.name(one, [...path, 'received', index], issues),
  )
  issue.refuseIfAny(issues)
  const services = packages.find((one) => one.tier === tier)?.services ?? []
  return {
    tier: tier as string,
    services,
    missing: services.filter((one) => !received.includes(one)),
    beyond: [...new Set(received as string[])].filter((one) => !services.includes(one)),
    policy: exact.policy,
    clauses: [clause],
  }
}
