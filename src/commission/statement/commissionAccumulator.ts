import type { Issue } from '../../kernel/index.js'
import { refuse, refuseIfAny } from '../../kernel/input/issue.js'
import * as read from '../../kernel/input/read.js'
import * as defined from '../../kernel/policy/defined.js'
import * as time from '../../kernel/time/time.js'
import { type RateTable, readRates } from '../lines/convertLine.js'
import { looksAtOrders } from '../lines/orders.js'
import { readFacts } from '../lines/readInput.js'
import { type GivenLine, readLine } from '../lines/readLine.js'
import { type Dates, mergeSold, type Sold, soldAsLines } from '../lines/sold.js'
import { combineOf } from '../plan/combineOf.js'
import type {
  CommissionAccumulator,
  CommissionFacts,
  CommissionLine,
  CommissionPlan,
  CommissionTotals,
  DefinedCommissionPlan,
  ExchangeRate,
} from '../types.js'
import { readTotals, writeTotals } from './totals.js'
import { stateCommission } from './writeStatement.js'

/**
 * Adds up order lines without keeping them: in any order, in batches of any size, on any number of machines, the statement is the
 * same. The state is plain JSON and can be stored and sent.
 *
 * It does not keep the ids of lines: it cannot see one that comes twice, nor whether a refund is larger than what it takes back. Use
 * {@link calculateCommission} with `lines` for that. Lines that do not count are kept by name, and so are the orders that an award or a
 * new customer may depend on, with what is refunded of them.
 *
 * @throws SalesRulesError `PLAN_NEEDS_LINES` for a plan whose lines must stay together ({@link combineOf}), naming the field;
 *   `LINE_OUTSIDE_PERIOD` from `finish`, where a line that was added is dated outside the period; `POLICY_NOT_DEFINED`.
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
  defined.check(plan, 'CommissionPlan')
  const { combine, needs } = combineOf(plan)
  if (combine === 'group') {
    const text = `${needs}: the plan needs all lines of a payee together, in their order. Use calculateCommission with lines, or change that field.`
    return refuse('PLAN_NEEDS_LINES', [], { field: needs }, text)
  }
  const issues: Issue[] = []
  const fields = read.fields(options, ['options'], ['exchangeRates'], issues)
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
  const sold = mergeSold(before.sold, soldAsLine(given as GivenLine, rates, plan), plan)
  return writeTotals({ lines: before.lines + 1, sold }, plan)
}

/** Totals know no other line, so that a refund counts as a line of its own. What it takes off an order is kept by name. */
function soldAsLine(given: GivenLine, rates: RateTable, plan: CommissionPlan): Sold {
  const lines = { given: [{ ...given, refundOf: undefined }], twice: [] }
  const sold = soldAsLines(lines, rates, null, plan)
  const { refundOf } = given
  if (typeof refundOf !== 'string' || !looksAtOrders(plan) || sold.lines?.length === 0) return sold
  return { ...sold, refunded: new Map([[refundOf, sold.sales]]) }
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
  const sold = mergeSold(one.sold, other.sold, plan)
  return writeTotals({ lines: one.lines + other.lines, sold }, plan)
}

function finish(totals: CommissionTotals, facts: CommissionFacts, plan: CommissionPlan) {
  const issues: Issue[] = []
  const { sold } = readTotals(totals, 'totals', plan, issues)
  refuseIfAny(issues)
  const known = readFacts(facts, plan)
  if (known.period !== null && sold.dates !== null) requireWithin(known.period, sold.dates)
  return stateCommission(sold, known, plan)
}

/** A line cannot be taken out of a total again, so that one of another period stops the statement. */
function requireWithin(period: string, { first, last }: Dates): void {
  const { from, to } = time.periodRange(period)
  const date = first < from ? first : last
  if (first >= from && last <= to) return
  const text = `a line of ${date} is in these totals, which is not in ${period}. Add up the lines of each period apart.`
  refuse('LINE_OUTSIDE_PERIOD', ['totals', 'dates'], { date, period }, text)
}
