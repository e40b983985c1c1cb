import type { AttemptAt } from '../kernel/index.js'
import { attemptEach } from '../kernel/input/attempt.js'
import * as defined from '../kernel/policy/defined.js'
import type { CommissionInput } from './lines/types.js'
import type { DefinedCommissionPlan } from './plan/types.js'
import { calculateCommission } from './statement/calculateCommission.js'
import type { CommissionStatement } from './statement/types.js'

/**
 * The full statement of each of many inputs, in order: {@link calculateCommission}, where one bad input does not stop the run.
 *
 * It is lazy: a stream of any length needs the memory of one statement. Where the amounts alone are wanted, without their derivation,
 * {@link calculateCommissionColumns} is many times as fast.
 *
 * @throws SalesRulesError `POLICY_NOT_DEFINED`, at once.
 *
 * @example
 * ```ts
 * import { calculateCommissionEach, handbook } from 'sales-rules'
 *
 * const inputs = [
 *   { payee: 'Ann', sales: '1500000', target: '1200000' },
 *   { payee: 'Ben', sales: '12,000', target: '9000' },
 * ]
 * const statements = [...calculateCommissionEach(inputs, handbook.commission)]
 * statements.map((row) => (row.ok ? row.value.amount : row.issues[0]?.code)) // => ['50000.00', 'NUMBER_INVALID']
 * ```
 */
export function calculateCommissionEach(
  inputs: Iterable<CommissionInput>,
  plan: DefinedCommissionPlan,
): Generator<AttemptAt<CommissionStatement>> {
  defined.check(plan, 'CommissionPlan')
  return attemptEach(inputs, (input) => calculateCommission(input, plan))
}
