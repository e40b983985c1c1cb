import type { Issue } from '../../kernel/index.js'
import * as issue from '../../kernel/input/issue.js'
import * as read from '../../kernel/input/read.js'
import { computeCommission } from '../earn/computeCommission.js'
import { NO_TOTALS, REFUND_RATE_MISSING, TOTALS_OUTSIDE_PERIOD } from '../issues.js'
import { type RateTable, readRates } from '../lines/convertLine.js'
import { countLines, type EligibleSales } from '../lines/countSales.js'
import { periodMissing } from '../lines/lengthIssues.js'
import type { Period } from '../lines/periods.js'
import { readFacts } from '../lines/readFacts.js'
import { type GivenLine, type ReadLines, readLine } from '../lines/readLine.js'
import type { CommissionFacts, CommissionLine, ExchangeRate } from '../lines/types.js'
import { type ExactPlan, exactPlan } from '../plan/exactPlan.js'
import { fieldThatNeeds } from '../plan/needs.js'
import type { DefinedCommissionPlan } from '../plan/types.js'
import { readTotals } from './readTotals.js'
import { addSales, type Dates, mergeTotals, noLines, salesOf, type Totals } from './totals.js'
import type { CommissionAccumulator, CommissionStatement, CommissionTotals } from './types.js'
import { writeStatement } from './writeStatement.js'
import { writeTotals } from './writeTotals.js'

/**
 * Adds up order lines without keeping them: in any order, in batches of any size, on any number of machines, the statement is the
 * same. The state is plain JSON and can be stored and sent.
 *
 * It does not keep the ids of lines: it cannot see one that comes twice, nor whether a refund is larger than what it takes back. Use
 * {@link calculateCommission} with `lines` for that. A refund in another currency names its original in full, with the `rate` or the
 * `date` that converted it. Lines that do not count are kept by name, and so are the lines of orders that an award or a new customer may
 * depend on, with what is refunded of them; of two first orders of a customer, the one that was added first is it.
 *
 * @throws SalesRulesError `PLAN_NEEDS_LINES` for a plan whose lines must stay together ({@link planNeeds}), naming the field;
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
  const exact = exactPlan(plan)
  const field = fieldThatNeeds(exact, 'order')
  if (field !== null) return issue.refuse(NO_TOTALS, [], { field })
  const rates = readOptions(options)
  // What this accumulator wrote need not be read again, as long as it has not been sent.
  const written = new WeakMap<object, Totals>()
  const write = (totals: Totals) => {
    const json = writeTotals(totals, exact)
    written.set(json, totals)
    return json
  }
  const readOne = (totals: CommissionTotals, name: string, issues: Issue[]) =>
    written.get(totals) ?? readTotals(totals, name, exact, issues)
  return {
    combine: 'merge',
    create: () => write(noLines(exact)),
    add: (totals, line) => {
      const issues: Issue[] = []
      const before = readOne(totals, 'totals', issues)
      const sales = countOne(line, rates, exact, issues)
      return write(addSales(before, sales, exact))
    },
    merge: (first, second) => {
      const issues: Issue[] = []
      const [one, other] = [readOne(first, 'first', issues), readOne(second, 'second', issues)]
      issue.refuseIfAny(issues)
      return write(mergeTotals(one, other))
    },
    finish: (totals, facts = {}) => {
      const issues: Issue[] = []
      const known = readOne(totals, 'totals', issues)
      issue.refuseIfAny(issues)
      return finish(known, facts, exact)
    },
  }
}

function readOptions(options: { readonly exchangeRates?: readonly ExchangeRate[] }): RateTable {
  const issues: Issue[] = []
  const fields = read.options(options, ['options'], ['exchangeRates'], issues)
  const path = ['options', 'exchangeRates']
  const rates = readRates(fields?.['exchangeRates'] ?? [], path, issues)
  issue.refuseIfAny(issues)
  return rates
}

/**
 * Totals know no other line, so that a refund of one of them counts as a line of its own. What it takes off an order is kept by name; what
 * converted the line is not kept, so that the refund has to say it.
 */
function countOne(
  row: CommissionLine,
  rates: RateTable,
  plan: ExactPlan,
  issues: Issue[],
): EligibleSales {
  const line = readLine(row, ['line'], issues) as GivenLine
  issue.refuseIfAny(issues)
  const { refundOf, currency = plan.currency } = line
  const count = (lines: ReadLines) => countLines(lines, rates, null, plan)
  if (typeof refundOf !== 'string') return count({ given: [line], twice: [] })
  if (plan.exchange !== undefined && currency !== plan.currency)
    return count({ given: [], twice: [{ line, issue: rateMissing() }] })
  const sales = count({ given: [{ ...line, refundOf: undefined }], twice: [] })
  if (sales.lines?.length !== 1 || fieldThatNeeds(plan, 'first-order') === null) return sales
  return { ...sales, orders: [], refunded: new Map([[refundOf, sales.sales]]) }
}

function rateMissing(): Issue {
  return issue.asWarning(issue.at(REFUND_RATE_MISSING, ['line', 'refundOf', 'rate'], {}))
}

function finish(totals: Totals, facts: CommissionFacts, plan: ExactPlan): CommissionStatement {
  const known = readFacts(facts, plan)
  issue.refuseIfAny(periodMissing(known.period, plan))
  if (known.period !== null && totals.dates !== null) requireWithin(known.period, totals.dates)
  return writeStatement(computeCommission(salesOf(totals), known, plan), plan)
}

/** A line cannot be taken out of a total again, so that one of another period stops the statement. */
function requireWithin({ name, from, to }: Period, { first, last }: Dates): void {
  if (first >= from && last <= to) return
  const date = first < from ? first : last
  issue.refuse(TOTALS_OUTSIDE_PERIOD, ['totals', 'dates'], { date, period: name })
}
