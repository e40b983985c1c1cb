import { accrualOf } from '../commission/index.js'
import type { Issue } from '../kernel/index.js'
import { sumOf } from '../kernel/index.js'
import * as issue from '../kernel/input/issue.js'
import * as read from '../kernel/input/read.js'
import { COMPONENTS_MISSING } from './issues.js'
import type { CompensationAccrual, CompensationSettlement } from './types.js'

/**
 * What a settlement by several components leaves open, for the books: in all, and of each component, as {@link accrualOf} says it.
 *
 * @throws SalesRulesError what {@link accrualOf} refuses, with the component in its path; `VALUE_MISSING` for a settlement without
 *   components.
 *
 * @example A fifth of one component is held back
 * ```ts
 * import { accrualByComponent, defineCompensationPlan, settleCompensation } from 'sales-rules'
 *
 * const scale = { mode: 'marginal', tiers: [{ id: 'all', upTo: null, rate: '0.1' }] } as const
 * const plan = defineCompensationPlan({
 *   currency: 'EUR',
 *   payment: {},
 *   components: [
 *     { id: 'licences', commission: { scale } },
 *     { id: 'services', commission: { scale, payment: { holdback: { share: '0.2', releaseAfter: 1 } } } },
 *   ],
 * })
 * const components = { licences: { sales: '1000' }, services: { sales: '500' } }
 * const settlement = settleCompensation({ payee: 'E-7', periods: [{ period: '2026-01', components }] }, plan)
 * const accrual = accrualByComponent(settlement)
 * accrual.unpaid // => '10.00'
 * accrual.components.map(({ id, unpaid }) => [id, unpaid]) // => [['licences', '0.00'], ['services', '10.00']]
 * ```
 */
export function accrualByComponent(settlement: CompensationSettlement): CompensationAccrual {
  const issues: Issue[] = []
  const fields = read.record(settlement, [], issues) ?? {}
  const rows = read.array(fields['components'], ['components'], issues) ?? []
  issue.refuseIfAny(issues)
  const components = rows.map((row, index) => {
    const path = ['components', index]
    const own = read.record(row, path, issues) ?? {}
    const id = read.name(own['id'], [...path, 'id'], issues) ?? ''
    issue.refuseIfAny(issues)
    const one = own['settlement'] as CompensationSettlement['components'][number]['settlement']
    return issue.within([...path, 'settlement'], () => ({ id, ...accrualOf(one) }))
  })
  const [first] = components
  if (first === undefined) return issue.refuse(COMPONENTS_MISSING, ['components'], {})
  const total = (key: 'unpaid' | 'held' | 'carried' | 'advanced') =>
    sumOf(components.map((one) => one[key]))
  return {
    payee: first.payee,
    period: first.period,
    currency: first.currency,
    unpaid: total('unpaid'),
    held: total('held'),
    carried: total('carried'),
    advanced: total('advanced'),
    components,
  }
}
