import type { DefinedCommissionPlan } from '../../commission/index.js'
import { exactPlan } from '../../commission/internal.js'
import { calculateCommissionColumns } from './calculateCommissionColumns.js'
import { commissionColumnsBuilder } from './commissionColumnsBuilder.js'
import { fieldOfLines } from './fastForm.js'
import type { CommissionColumnsFacts, CommissionPayColumns, CommissionRow } from './types.js'

/**
 * The commission of every payee of a batch of rows: {@link calculateCommissionColumns}, straight from plain objects.
 *
 * Sales and commission come in minor units, as whole numbers: 5000002 with `commissionDecimals` 2 is 50,000.02. Rows may have more fields
 * than it reads; one in another currency, or one that the plan pays an award for, is refused rather than paid by its amount alone. A row
 * that is wrong is refused and named in `issues`, with its payee: what they are paid lacks it.
 *
 * @throws SalesRulesError as {@link calculateCommissionColumns} does.
 *
 * @example
 * ```ts
 * import { handbook } from 'sales-rules'
 * import { calculateCommissionRows } from 'sales-rules/batch'
 *
 * const rows = [
 *   { payee: 'Ann', amount: '900000' },
 *   { payee: 'Ben', amount: 700000 },
 *   { payee: 'Ann', amount: 600000.5 },
 * ]
 * const paid = calculateCommissionRows(rows, handbook.commission, { target: '650000' })
 * paid.payees // => ['Ann', 'Ben']
 * Array.from(paid.commission) // => [5000002, 2100000]
 * ```
 */
export function calculateCommissionRows(
  rows: Iterable<CommissionRow>,
  plan: DefinedCommissionPlan,
  facts: CommissionColumnsFacts = {},
): CommissionPayColumns {
  const keep = fieldOfLines(exactPlan(plan)) === null ? 'totals' : 'lines'
  const builder = commissionColumnsBuilder(plan, { keep })
  builder.addRows(rows)
  return calculateCommissionColumns(builder.finish(), plan, facts)
}
