import * as issue from '../../kernel/input/issue.js'
import { computeCommission } from '../earn/computeCommission.js'
import { LINES_TO_SHARE_MISSING } from '../issues.js'
import { readInput } from '../lines/readInput.js'
import type { CommissionLinesInput } from '../lines/types.js'
import { exactPlan } from '../plan/exactPlan.js'
import type { DefinedCommissionPlan } from '../plan/types.js'
import type { CommissionAttribution } from './types.js'
import { writeShares } from './writeShares.js'

/**
 * What each order line adds to the commission. The shares add up to the statement of {@link calculateCommission}, to the cent.
 *
 * The plan says how: in `deal-order` a line earns what it adds to the commission of the lines before it, so that the line that crosses
 * a tier shows two slices; `pro-rata`, each line earns the same share of the commission as it has of the sales that earn by the
 * same scale. A refund that the plan mirrors takes back the share of its original, and comes after the lines that earn.
 *
 * @throws SalesRulesError as {@link calculateCommission} does; `VALUE_MISSING` without lines.
 *
 * @example The second order crosses 1,000,000
 * ```ts
 * import { attributeCommission, handbook } from 'sales-rules'
 *
 * const lines = [{ id: 'O-1', amount: '900000' }, { id: 'O-2', amount: '300000' }]
 * const attribution = attributeCommission({ lines, target: '1000000' }, handbook.commission)
 * attribution.amount // => '38000.00'
 * attribution.lines.map((line) => line.amount) // => ['27000.00', '11000.00']
 * attribution.lines[1]?.slices.map(({ base, rate, amount }) => [base, rate, amount])
 * // => [['100000.00', '0.03', '3000.00'], ['200000.00', '0.04', '8000.00']]
 * ```
 */
export function attributeCommission(
  input: CommissionLinesInput,
  plan: DefinedCommissionPlan,
): CommissionAttribution {
  const exact = exactPlan(plan)
  const { facts, sales } = readInput(input, exact)
  if (sales.lines === null) issue.refuse(LINES_TO_SHARE_MISSING, ['lines'], {})
  return writeShares(computeCommission(sales, facts, exact), exact)
}
