import { computeCommission } from '../earn/computeCommission.js'
import { readInput } from '../lines/readInput.js'
import type { CommissionInput } from '../lines/types.js'
import { exactPlan } from '../plan/exactPlan.js'
import type { DefinedCommissionPlan } from '../plan/types.js'
import type { CommissionStatement } from './types.js'
import { writeStatement } from './writeStatement.js'

/**
 * The commission on a period's sales, with everything it came from.
 *
 * Sales come as one figure or as order lines; refunds are negative. In this order: what counts is counted, the gate is looked at
 * (COM-2), each slice of the sales earns its tier (COM-1), then the plan's multipliers, rounding, awards (COM-3, COM-4) and caps. A
 * mechanism that the plan does not name does nothing. The slices and the adjustments of the statement add up to its amount, to the cent.
 *
 * @throws SalesRulesError `POLICY_NOT_DEFINED`, `TARGET_MISSING`, `FACT_MISSING`, `BASE_NEGATIVE`, and what is wrong with the input. A
 *   line that can be read and does not count stops nothing: it is named in `notCounted`, with what would make it count.
 *
 * @example Target met: 1,000,000 at 3% and 500,000 at 4%
 * ```ts
 * import { calculateCommission, handbook } from 'sales-rules'
 *
 * const statement = calculateCommission({ sales: '1500000', target: '1200000' }, handbook.commission)
 * statement.amount // => '50000.00'
 * statement.slices.map((slice) => slice.amount) // => ['30000.00', '20000.00']
 * statement.next // => { by: 'tier', tier: 'top', rate: '0.05', remaining: '500000.00', reached: 'at' }
 * ```
 *
 * @example Target missed: nothing is paid, and the statement says what is missing
 * ```ts
 * import { calculateCommission, handbook } from 'sales-rules'
 *
 * const missed = calculateCommission({ sales: '1150000', target: '1200000' }, handbook.commission)
 * missed.amount // => '0.00'
 * missed.gate?.remaining // => '50000.00'
 * missed.gate?.forgone // => '36000.00'
 * ```
 */
export function calculateCommission<Tier extends string>(
  input: CommissionInput,
  plan: DefinedCommissionPlan<Tier>,
): CommissionStatement<Tier> {
  const exact = exactPlan(plan)
  const { facts, sales } = readInput(input, exact)
  const statement = writeStatement(computeCommission(sales, facts, exact), exact)
  return statement as CommissionStatement<Tier>
}
