import type { CommissionPlan, DefinedCommissionPlan } from '../../commission/plan/types.js'
import type { Issue } from '../../kernel/index.js'
import { refuse, refuseIfAny } from '../../kernel/input/issue.js'
import * as read from '../../kernel/input/read.js'
import * as defined from '../../kernel/policy/defined.js'
import { requireAmountsOnly } from './beyondAmount.js'
import {
  addBytes,
  addColumns,
  addRow,
  addRows,
  addTexts,
  finishColumns,
  ownColumns,
  startColumns,
} from './building.js'
import { decimalsOf } from './decimalsOf.js'
import { fieldByLines } from './fastForm.js'
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
 * import { calculateCommissionColumns, commissionColumns, handbook } from 'sales-rules'
 *
 * const builder = commissionColumns(handbook.commission)
 * builder.addRow({ payee: 'E-1042', amount: '900000.50' })
 * builder.addRow({ payee: 'E-1042', amount: '12,5' })
 * builder.addTexts(['E-1042', 'E-2001'], ['599999.50', '80000'])
 * const columns = builder.finish()
 * columns.payees // => ['E-1042', 'E-2001']
 * [...columns.amounts] // => [90000050, 59999950, 8000000]
 * columns.issues.map(({ row, issues }) => [row, issues[0]?.code]) // => [[1, 'NUMBER_INVALID']]
 * const { commission } = calculateCommissionColumns(columns, handbook.commission, { target: '50000' })
 * [...commission] // => [5000000, 240000]
 * ```
 */
export function commissionColumns(
  plan: DefinedCommissionPlan,
  options: CommissionColumnsOptions = {},
): CommissionColumnsBuilder {
  defined.check(plan, 'CommissionPlan')
  const { keep, decimals } = readBuilding(options, plan)
  requireAmountsOnly(plan)
  if (keep === 'totals') refuseIfByLines(plan)
  const store = keep === 'totals' ? storeOfTotals(decimals) : storeOfLines()
  const building = startColumns(plan, store, decimals)
  return {
    addRow: (row) => addRow(building, row),
    addRows: (rows) => addRows(building, rows),
    addTexts: (payees, amounts) => addTexts(building, payees, amounts),
    addBytes: (bytes, payeeStart, payeeEnd, amountStart, amountEnd) =>
      addBytes(building, bytes, payeeStart, payeeEnd, amountStart, amountEnd),
    addColumns: (columns) => addColumns(building, columns),
    finish: () => ownColumns(finishColumns(building)),
  }
}

function readBuilding(given: CommissionColumnsOptions, plan: CommissionPlan) {
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

function refuseIfByLines(plan: CommissionPlan): void {
  const field = fieldByLines(plan)
  if (field === null) return
  const text = `got "totals", but a plan with this "${field}" is computed from lines. Keep the lines, or change that field.`
  refuse('PLAN_NEEDS_LINES', ['options', 'keep'], { field }, text)
}
