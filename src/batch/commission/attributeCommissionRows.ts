import type { DefinedCommissionPlan } from '../../commission/index.js'
import { exactPlan } from '../../commission/internal.js'
import { addRows } from './addRows.js'
import { attributeCommissionColumns } from './attributeCommissionColumns.js'
import { requireAmountsOnly } from './beyondAmount.js'
import { finishColumns, startColumns } from './building.js'
import { decimalsOf } from './decimalsOf.js'
import { storeOfLines } from './lineStores.js'
import type { CommissionColumnsFacts, CommissionRow, CommissionShareColumns } from './types.js'

/**
 * The share of every row of a batch in its payee's commission: {@link attributeCommissionColumns}, straight from plain objects.
 *
 * `shares` has a place for each row, in minor units, and NaN for one that was refused: 2700000 with `decimals` 2 is 27,000.00. As in
 * {@link calculateCommissionRows}, a row in another currency is refused, and so is one that the plan pays an award for.
 *
 * @throws SalesRulesError as {@link attributeCommissionColumns} does.
 *
 * @example
 * ```ts
 * import { handbook } from 'sales-rules'
 * import { attributeCommissionRows } from 'sales-rules/batch'
 *
 * const rows = [
 *   { payee: 'Ann', amount: '900000' },
 *   { payee: 'Ben', amount: '7 000' },
 *   { payee: 'Ann', amount: '300000' },
 * ]
 * const shared = attributeCommissionRows(rows, handbook.commission, { target: '1000000' })
 * Array.from(shared.shares) // => [2700000, NaN, 1100000]
 * shared.issues.map(({ row, issues }) => [row, issues[0]?.code]) // => [[1, 'NUMBER_INVALID']]
 * ```
 */
export function attributeCommissionRows(
  rows: Iterable<CommissionRow>,
  plan: DefinedCommissionPlan,
  facts: CommissionColumnsFacts = {},
): CommissionShareColumns {
  const exact = exactPlan(plan)
  requireAmountsOnly(exact)
  const refused: number[] = []
  const building = startColumns(exact, storeOfLines(), decimalsOf(exact), refused)
  addRows(building, rows)
  const columns = finishColumns(building)
  const shared = attributeCommissionColumns(columns, plan, facts)
  return refused.length === 0 ? shared : { ...shared, ...byRow(shared, columns.rows, refused) }
}

/** Makes room for the rows that were refused. */
function byRow(
  { shares, wide }: CommissionShareColumns,
  rows: number,
  refused: readonly number[],
): Pick<CommissionShareColumns, 'shares' | 'wide'> {
  const spread = new Float64Array(rows)
  for (const row of refused) spread[row] = Number.NaN
  const moved = new Map<number, string>()
  let line = 0
  for (const row of spread.keys()) {
    if (Number.isNaN(spread[row])) continue
    spread[row] = shares[line] ?? Number.NaN
    const share = wide.get(line)
    if (share !== undefined) moved.set(row, share)
    line += 1
  }
  return { shares: spread, wide: moved }
}
