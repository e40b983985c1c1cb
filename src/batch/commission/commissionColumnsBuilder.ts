import type { DefinedCommissionPlan } from '../../commission/index.js'
import { type ExactPlan, exactPlan } from '../../commission/internal.js'
import type { Issue } from '../../kernel/index.js'
import { refuse, refuseIfAny } from '../../kernel/input/issue.js'
import * as read from '../../kernel/input/read.js'
import { TOTALS_TOO_LITTLE } from '../issues.js'
import { addBytes } from './addBytes.js'
import { addColumns } from './addColumns.js'
import { addRow, addRows } from './addRows.js'
import { addTexts } from './addTexts.js'
import { requireAmountsOnly } from './beyondAmount.js'
import { finishColumns, ownColumns, startColumns } from './building.js'
import { decimalsOf } from './decimalsOf.js'
import { fieldOfLines } from './fastForm.js'
import { storeOfLines, storeOfTotals } from './lineStores.js'
import type { CommissionColumnsBuilder, CommissionColumnsOptions } from './types.js'

/**
 * Builds columns of order lines for millions of them: from rows, from columns of texts or from slices of UTF-8, in chunks of any size.
 *
 * Use it where one payee's lines at a time are too slow; {@link calculateCommissionColumns} and {@link attributeCommissionColumns}
 * take what it makes. With `keep: 'totals'` it needs the memory of the payees, however many lines there are. Amounts become whole
 * numbers without loss; one that does not fit is kept as it is. It does not know the ids of lines and so cannot see one that comes
 * twice.
 *
 * What `finish` returns is a copy: its columns may be transferred to another thread, and the builder goes on.
 *
 * A row that is wrong is refused, with its place and its issues, and the rows after it are added.
 *
 * @throws SalesRulesError `POLICY_NOT_DEFINED`; `PLAN_NEEDS_LINES` for a plan that looks at more of a line than its payee and its amount,
 *   and for totals under a plan that is computed from lines, naming the field of the plan.
 *
 * @example Rows from two sources, and one that is refused
 * ```ts
 * import { handbook } from 'sales-rules'
 * import { calculateCommissionColumns, commissionColumnsBuilder } from 'sales-rules/batch'
 *
 * const builder = commissionColumnsBuilder(handbook.commission)
 * builder.addRow({ payee: 'E-1042', amount: '900000.50' })
 * builder.addRow({ payee: 'E-1042', amount: '12,5' })
 * builder.addTexts(['E-1042', 'E-2001'], ['599999.50', '80000'])
 * const columns = builder.finish()
 * columns.payees // => ['E-1042', 'E-2001']
 * Array.from(columns.amounts) // => [90000050, 59999950, 8000000]
 * columns.issues.map(({ row, issues }) => [row, issues[0]?.code]) // => [[1, 'NUMBER_INVALID']]
 * const { commission } = calculateCommissionColumns(columns, handbook.commission, { target: '50000' })
 * Array.from(commission) // => [5000000, 240000]
 * ```
 */
export function commissionColumnsBuilder(
  plan: DefinedCommissionPlan,
  options: CommissionColumnsOptions = {},
): CommissionColumnsBuilder {
  const exact = exactPlan(plan)
  const { keep, decimals } = readBuilding(options, exact)
  requireAmountsOnly(exact)
  if (keep === 'totals') refuseIfByLines(exact)
  const store = keep === 'totals' ? storeOfTotals(decimals) : storeOfLines()
  const building = startColumns(exact, store, decimals)
  return {
    addRow: (row) => addRow(building, row),
    addRows: (rows) => addRows(building, rows),
    addTexts: (payees, amounts) => addTexts(building, payees, amounts),
    addBytes: (bytes, slices) => addBytes(building, bytes, slices),
    addColumns: (columns) => addColumns(building, columns),
    finish: () => ownColumns(finishColumns(building)),
  }
}

function readBuilding(given: CommissionColumnsOptions, plan: ExactPlan) {
  const issues: Issue[] = []
  const fields = read.options(given, ['options'], ['keep', 'decimals'], issues)
  const keeps = ['lines', 'totals'] as const
  const keep = read.word(fields?.['keep'] ?? 'lines', ['options', 'keep'], keeps, issues)
  const decimals = read.integer(
    fields?.['decimals'] ?? decimalsOf(plan),
    ['options', 'decimals'],
    issues,
    { minimum: 0, maximum: MOST_DECIMALS },
  )
  refuseIfAny(issues)
  return { keep, decimals: decimals ?? 0 }
}

const MOST_DECIMALS = 15

function refuseIfByLines(plan: ExactPlan): void {
  const field = fieldOfLines(plan)
  if (field !== null) refuse(TOTALS_TOO_LITTLE, ['options', 'keep'], { field })
}
