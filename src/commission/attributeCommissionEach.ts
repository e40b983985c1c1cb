import type { AttemptAt } from '../kernel/index.js'
import { attemptEach } from '../kernel/input/attempt.js'
import * as defined from '../kernel/policy/defined.js'
import type { CommissionLinesInput } from './lines/types.js'
import type { DefinedCommissionPlan } from './plan/types.js'
import { attributeCommission } from './statement/attributeCommission.js'
import type { CommissionAttribution } from './statement/types.js'

/**
 * The shares of the lines of each of many payees, in order: {@link attributeCommission}, where one bad input does not stop the run.
 *
 * It is lazy, as {@link calculateCommissionEach} is. Where the shares alone are wanted, without their slices,
 * {@link attributeCommissionColumns} is many times as fast.
 *
 * @throws SalesRulesError `POLICY_NOT_DEFINED`, at once.
 *
 * @example
 * ```ts
 * import { attributeCommissionEach, handbook } from 'sales-rules'
 *
 * const inputs = [
 *   { payee: 'Ann', lines: [{ id: 'O-1', amount: '900000' }, { id: 'O-2', amount: '300000' }], target: '1000000' },
 *   { payee: 'Ben', lines: [{ id: 'O-3', amount: '12,5' }], target: '1000000' },
 * ]
 * const shared = [...attributeCommissionEach(inputs, handbook.commission)]
 * shared.map((row) => (row.ok ? row.value.lines.map(({ amount }) => amount) : row.issues[0]?.code))
 * // => [['27000.00', '11000.00'], 'NUMBER_INVALID']
 * ```
 */
export function attributeCommissionEach(
  inputs: Iterable<CommissionLinesInput>,
  plan: DefinedCommissionPlan,
): Generator<AttemptAt<CommissionAttribution>> {
  defined.check(plan, 'CommissionPlan')
  return attemptEach(inputs, (input) => attributeCommission(input, plan))
}
