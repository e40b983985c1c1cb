import type { Defined } from '../../kernel/index.js'
import { applyEdits } from './applyEdits.js'

/**
 * A policy with another value in one place: one edit of {@link applyEdits}, in short.
 *
 * @throws SalesRulesError as {@link applyEdits} does.
 *
 * @example What would the second tier cost at 4.5%?
 * ```ts
 * import { calculateCommission, handbook, withValue } from 'sales-rules'
 *
 * const plan = withValue(handbook.commission, 'scale.tiers.second.rate', '0.045')
 * calculateCommission({ sales: '1500000', target: '1500000' }, plan).amount // => '52500.00'
 * ```
 */
export function withValue<Policy extends Defined<object>>(
  policy: Policy,
  path: string,
  value: unknown,
): Policy {
  return applyEdits(policy, [{ path, set: value }])
}
