import type { DecimalInput, Issue } from '../kernel/index.js'
import {
  add,
  known,
  readDecimal,
  readFields,
  readInteger,
  readName,
  refuse,
  refuseIfAny,
  requireDefined,
  writeDecimal,
} from '../kernel/inside.js'
import { calculateCommission } from './calculateCommission.js'
import type {
  CommissionAccumulator,
  CommissionFacts,
  CommissionLine,
  CommissionTotals,
  DefinedCommissionPlan,
} from './types.js'

/** The most lines that a total counts. */
const MOST_LINES = Number.MAX_SAFE_INTEGER

/**
 * Adds up order lines without keeping them: in any order, in batches of any size, on any number of machines, the statement is the
 * same. The state is plain JSON and can be stored and sent.
 *
 * It does not keep the ids of lines and so cannot see one that comes twice; use {@link calculateCommission} with `lines` for that.
 *
 * @throws SalesRulesError `PLAN_NEEDS_LINES` for a plan that rounds line by line, naming the field; `POLICY_NOT_DEFINED`.
 *
 * @example Two batches, merged
 * ```ts
 * import { commissionAccumulator, handbook } from 'sales-rules'
 *
 * const total = commissionAccumulator(handbook.commission)
 * const january = total.add(total.create(), { id: 'O-1', amount: '900000' })
 * const february = total.add(total.create(), { id: 'O-2', amount: '600000' })
 * const both = total.merge(january, february)
 * both // => { lines: 2, sales: '1500000' }
 * total.finish(both, { target: '1200000' }).amount // => '50000.00'
 * ```
 */
export function commissionAccumulator(plan: DefinedCommissionPlan): CommissionAccumulator {
  requireDefined(plan, 'CommissionPlan')
  if (plan.rounding.at === 'line') {
    const text =
      'rounding.at: got "line", so the plan needs all lines of a payee together. Use calculateCommission with lines, or round at the total.'
    refuse('PLAN_NEEDS_LINES', [], { field: 'rounding.at' }, text)
  }
  return {
    create: () => ({ lines: 0, sales: '0' }),
    add: addLine,
    merge: mergeTotals,
    finish: (totals, facts = {}) => finish(totals, facts, plan),
  }
}

function addLine(totals: CommissionTotals, line: CommissionLine): CommissionTotals {
  const issues: Issue[] = []
  const before = readTotals(totals, 'totals', issues)
  const fields = readFields(line, ['line'], ['id', 'amount'], issues)
  if (fields !== undefined) readName(fields['id'], ['line', 'id'], issues)
  const amount = readDecimal(fields?.['amount'], ['line', 'amount'], issues)
  refuseIfAny(issues)
  return total([before, { lines: 1, sales: amount === undefined ? '0' : writeDecimal(amount) }])
}

function mergeTotals(first: CommissionTotals, second: CommissionTotals): CommissionTotals {
  const issues: Issue[] = []
  const both = [readTotals(first, 'first', issues), readTotals(second, 'second', issues)]
  refuseIfAny(issues)
  return total(both)
}

function total(parts: readonly CommissionTotals[]): CommissionTotals {
  let lines = 0
  let sales = known('0')
  for (const part of parts) {
    lines += part.lines
    sales = add(sales, known(part.sales))
  }
  return { lines, sales: writeDecimal(sales) }
}

/** Totals come back from storage, so that they are read like any input. */
function readTotals(value: unknown, name: string, issues: Issue[]): CommissionTotals {
  const fields = readFields(value, [name], ['lines', 'sales'], issues)
  const bounds = { minimum: 0, maximum: MOST_LINES }
  const lines = readInteger(fields?.['lines'], [name, 'lines'], issues, bounds)
  const sales = readDecimal(fields?.['sales'] as DecimalInput, [name, 'sales'], issues)
  return { lines: lines ?? 0, sales: sales === undefined ? '0' : writeDecimal(sales) }
}

function finish(totals: CommissionTotals, facts: CommissionFacts, plan: DefinedCommissionPlan) {
  const issues: Issue[] = []
  const { sales } = readTotals(totals, 'totals', issues)
  refuseIfAny(issues)
  return calculateCommission({ ...facts, sales }, plan)
}
