import type { Issue } from '../kernel/index.js'
import { readFields, refuse, refuseIfAny, requireDefined } from '../kernel/inside.js'
import { combineOf } from './combineOf.js'
import { type RateTable, readRates } from './count/convertLine.js'
import { readFacts } from './count/readInput.js'
import { readLine } from './count/readLine.js'
import { mergeSold, soldAsLines } from './count/sold.js'
import { readTotals, writeTotals } from './count/totals.js'
import { stateCommission } from './earn/stateCommission.js'
import type {
  CommissionAccumulator,
  CommissionFacts,
  CommissionLine,
  CommissionPlan,
  CommissionTotals,
  DefinedCommissionPlan,
  ExchangeRate,
} from './types.js'

/**
 * Adds up order lines without keeping them: in any order, in batches of any size, on any number of machines, the statement is the
 * same. The state is plain JSON and can be stored and sent.
 *
 * It does not keep the ids of lines, and it does not know the period while it adds: it cannot see a line that comes twice or from another
 * period, nor the original of a refund, so that an award stays when its order is refunded. Use {@link calculateCommission} with `lines`
 * for that. Lines that do not count and orders that earn an award are kept by name.
 *
 * @throws SalesRulesError `PLAN_NEEDS_LINES` for a plan whose lines must stay together ({@link combineOf}), naming the field; `POLICY_NOT_DEFINED`.
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
export function commissionAccumulator(
  plan: DefinedCommissionPlan,
  options: { readonly exchangeRates?: readonly ExchangeRate[] } = {},
): CommissionAccumulator {
  requireDefined(plan, 'CommissionPlan')
  const { combine, needs } = combineOf(plan)
  if (combine === 'group') {
    const text = `${needs}: the plan needs all lines of a payee together, in their order. Use calculateCommission with lines, or change that field.`
    return refuse('PLAN_NEEDS_LINES', [], { field: needs }, text)
  }
  const issues: Issue[] = []
  const fields = readFields(options, ['options'], ['exchangeRates'], issues)
  const path = ['options', 'exchangeRates']
  const rates = readRates(fields?.['exchangeRates'] ?? [], path, issues)
  refuseIfAny(issues)
  return {
    combine,
    create: () => ({ lines: 0, sales: '0' }),
    add: (totals, line) => addLine(totals, line, rates, plan),
    merge: (first, second) => mergeTotals(first, second, plan),
    finish: (totals, facts = {}) => finish(totals, facts, plan),
  }
}

function addLine(
  totals: CommissionTotals,
  line: CommissionLine,
  rates: RateTable,
  plan: CommissionPlan,
): CommissionTotals {
  const issues: Issue[] = []
  const before = readTotals(totals, 'totals', plan, issues)
  const given = readLine(line, ['line'], issues)
  refuseIfAny(issues)
  // Totals know no other line, so that a refund counts as a line of its own.
  const own = given === undefined ? [] : [{ ...given, refundOf: undefined }]
  const sold = soldAsLines({ given: own, twice: [] }, rates, null, plan)
  return writeTotals({ lines: before.lines + 1, sold: mergeSold(before.sold, sold) }, plan)
}

function mergeTotals(
  first: CommissionTotals,
  second: CommissionTotals,
  plan: CommissionPlan,
): CommissionTotals {
  const issues: Issue[] = []
  const one = readTotals(first, 'first', plan, issues)
  const other = readTotals(second, 'second', plan, issues)
  refuseIfAny(issues)
  const sold = mergeSold(one.sold, other.sold)
  return writeTotals({ lines: one.lines + other.lines, sold }, plan)
}

function finish(totals: CommissionTotals, facts: CommissionFacts, plan: CommissionPlan) {
  const issues: Issue[] = []
  const { sold } = readTotals(totals, 'totals', plan, issues)
  refuseIfAny(issues)
  return stateCommission(sold, readFacts(facts, plan), plan)
}
