import type { Issue, Path } from '../kernel/index.js'
import * as issue from '../kernel/input/issue.js'
import * as read from '../kernel/input/read.js'
import { ID_DUPLICATE } from '../kernel/issues.js'
import * as fraction from '../kernel/number/fraction.js'
import * as write from '../kernel/number/write.js'
import * as time from '../kernel/time/time.js'
import { readReceivables } from './ageReceivables.js'
import type { ExactInvoice } from './exactInvoice.js'
import { type ExactSalesProcess, exactSalesProcess } from './exactSalesProcess.js'
import { A_MONTH, MONTHS_WITH_GAP } from './issues.js'
import { readInput, readNotNegative } from './read.js'
import type {
  CollectionInput,
  CollectionPeriod,
  DefinedSalesProcess,
  InvoiceDate,
} from './types.js'

/**
 * Says how many days it takes until cash is collected (PIP-2), in one of three ways, by what you have.
 *
 * Invoices with their payments: the days from the invoice (or the delivery, or the due date, as the process says) to each payment, weighted
 * by what was paid; paid in advance is negative. Receivables and the sales of each month: counted back through the months with their real
 * lengths. Receivables and the sales of so many days: receivables ÷ sales × days.
 *
 * @throws SalesRulesError `POLICY_NOT_DEFINED`, `DATE_INVALID`, `PERIODS_NOT_CONSECUTIVE`, `PERIOD_INVALID`, `NUMBER_OUT_OF_RANGE`, … What
 *   is wrong with an invoice is in `notCounted`.
 *
 * @example Half paid after 10 days and half after 30
 * ```ts
 * import { collectionPeriod, handbook } from 'sales-rules'
 *
 * const payments = [{ amount: '500', on: '2026-01-11' }, { amount: '500', on: '2026-01-31' }]
 * const invoices = [{ id: 'I-1', amount: '1000', invoiced: '2026-01-01', payments }]
 * collectionPeriod({ asOf: '2026-03-31', invoices }, handbook.pipeline).days // => '20'
 * ```
 *
 * @example Counted back from the end of June
 * ```ts
 * import { collectionPeriod, handbook } from 'sales-rules'
 *
 * const months = [
 *   { month: '2026-06', sales: '100000' },
 *   { month: '2026-05', sales: '80000' },
 *   { month: '2026-04', sales: '70000' },
 * ]
 * collectionPeriod({ receivables: '212000', months }, handbook.pipeline).days // => '74.714285714285'
 * collectionPeriod({ receivables: '300000', months }, handbook.pipeline).moreThan // => '91'
 * ```
 */
export function collectionPeriod(
  input: CollectionInput,
  policy: DefinedSalesProcess,
): CollectionPeriod {
  const exact = exactSalesProcess(policy)
  if (read.hasField(input, 'invoices')) return ofInvoices(input, exact)
  return read.hasField(input, 'months') ? countBack(input, exact) : ofTotals(input, exact)
}

const NOTHING = {
  days: null,
  moreThan: null,
  months: [],
  paid: null,
  open: null,
  openDays: null,
  setAside: [],
  notCounted: [],
}

function about({ policy }: ExactSalesProcess) {
  return { policy, clauses: ['PIP-2'] }
}

function ofTotals(input: unknown, exact: ExactSalesProcess): CollectionPeriod {
  const issues: Issue[] = []
  const fields = readInput(input, ['input'], ['receivables', 'sales', 'days'], issues)
  const { required } = read.of(fields, ['input'], issues)
  const receivables = required('receivables', readNotNegative) ?? fraction.ZERO
  const sales = required('sales', readNotNegative) ?? fraction.ZERO
  const length = required('days', (value, path, found) =>
    read.integer(value, path, found, { minimum: 1, maximum: MOST_DAYS }),
  )
  issue.refuseIfAny(issues)
  const days = fraction.isZero(sales)
    ? null
    : fraction.divide(fraction.multiply(receivables, fraction.whole(length ?? 0)), sales)
  return { method: 'ratio', ...NOTHING, days: days && write.decimal(days), ...about(exact) }
}

const MOST_DAYS = 36_525
const MOST_MONTHS = 1200

interface Month {
  readonly at: time.ExactPeriod
  readonly sales: fraction.Fraction
}

function countBack(input: unknown, exact: ExactSalesProcess): CollectionPeriod {
  const issues: Issue[] = []
  const fields = readInput(input, ['input'], ['receivables', 'months'], issues)
  const { required } = read.of(fields, ['input'], issues)
  const receivables = required('receivables', readNotNegative) ?? fraction.ZERO
  const months = required('months', readMonths)
  issue.refuseIfAny(issues)
  const counted = computeCountback(receivables, months)
  const days = write.decimal(fraction.sum(counted.months.map((month) => month.days)))
  return {
    method: 'countback',
    ...NOTHING,
    days: counted.isShort ? null : days,
    moreThan: counted.isShort ? days : null,
    months: counted.months.map(({ at, sales, days: part }) => ({
      month: at.name,
      sales: write.money(sales, exact.currency),
      days: write.decimal(part),
    })),
    ...about(exact),
  }
}

/** Months in a row, the latest first. */
function readMonths(value: unknown, path: Path, issues: Issue[]): readonly Month[] {
  const rows = read.array(value, path, issues) ?? []
  read.integer(rows.length, [...path, 'length'], issues, { minimum: 1, maximum: MOST_MONTHS })
  const months = rows.slice(0, MOST_MONTHS).flatMap((row, index) => {
    const at = [...path, index]
    const fields = read.fields(row, at, ['month', 'sales'], issues)
    if (fields === undefined) return []
    const { required } = read.of(fields, at, issues)
    const month = required('month', readMonth)
    const sales = required('sales', readNotNegative)
    return month === undefined || sales === undefined ? [] : [{ at: month, sales, path: at }]
  })
  const ordered = months.sort((a, b) => b.at.position - a.at.position)
  for (const [index, { at, path: rowPath }] of ordered.entries()) {
    const after = ordered[index - 1]?.at
    if (after === undefined || after.position === at.position + 1) continue
    if (after.position === at.position)
      issue.add(issues, issue.at(ID_DUPLICATE, [...rowPath, 'month'], { id: at.name }))
    else {
      const expected = time.writePeriod({ unit: 'month', position: after.position - 1 })
      const params = { given: at.name, expected }
      issue.add(issues, issue.at(MONTHS_WITH_GAP, [...rowPath, 'month'], params))
    }
  }
  return ordered
}

function readMonth(value: unknown, path: Path, issues: Issue[]): time.ExactPeriod | undefined {
  const period = read.period(value, path, issues)
  if (period === undefined) return undefined
  if (period.unit === 'month') return time.rangeOf(period)
  issue.add(issues, issue.invalid(value, path, A_MONTH))
  return undefined
}

/** Each month that the receivables cover counts whole, the last of them in proportion. */
function computeCountback(receivables: fraction.Fraction, months: readonly Month[]) {
  const counted: (Month & { readonly days: fraction.Fraction })[] = []
  let left = receivables
  for (const { at, sales } of months) {
    if (fraction.isZero(left)) break
    const length = fraction.whole(time.daysBetween(at.from, at.to) + 1)
    const isWhole = fraction.compare(left, sales) >= 0
    const days = isWhole ? length : fraction.divide(fraction.multiply(left, length), sales)
    counted.push({ at, sales, days })
    left = isWhole ? fraction.subtract(left, sales) : fraction.ZERO
  }
  return { months: counted, isShort: !fraction.isZero(left) }
}

function ofInvoices(input: unknown, exact: ExactSalesProcess): CollectionPeriod {
  const { asOf, rows, notCounted } = readReceivables(input, exact)
  const { startsAt } = exact
  const judged = rows.map((row) => ({
    ...row,
    from: row[startsAt] ?? '',
    reason: reasonOf(row, startsAt, asOf),
  }))
  const started = judged.filter(({ reason }) => reason === null)
  const setAside = judged.flatMap(({ id: invoice, index, reason }) =>
    reason === null ? [] : [{ invoice, index, reason }],
  )
  const paid = started.flatMap(({ from, payments }) =>
    payments.map(({ amount, on }) => ({ amount, days: time.daysBetween(from, on) })),
  )
  const open = started.map(({ from, open: amount }) => ({
    amount,
    days: time.daysBetween(from, asOf),
  }))
  const money = (parts: readonly Weighted[]) => write.money(totalOf(parts), exact.currency)
  return {
    method: 'invoices',
    ...NOTHING,
    days: meanOf(paid),
    paid: money(paid),
    open: money(open),
    openDays: meanOf(open),
    setAside,
    notCounted,
    ...about(exact),
  }
}

type Reason = CollectionPeriod['setAside'][number]['reason']

/** What is to be delivered later has not begun to wait for its money; what is due later may have been paid already. */
function reasonOf(row: ExactInvoice, startsAt: InvoiceDate, asOf: string): Reason | null {
  if (fraction.isNegative(row.amount)) return 'credit-note'
  const from = row[startsAt]
  if (from === null) return 'no-date'
  return startsAt === 'delivered' && from > asOf ? 'not-delivered' : null
}

interface Weighted {
  readonly amount: fraction.Fraction
  readonly days: number
}

function totalOf(parts: readonly Weighted[]): fraction.Fraction {
  return fraction.sum(parts.map(({ amount }) => amount))
}

/** Days weighted by amount; null of nothing. */
function meanOf(parts: readonly Weighted[]): string | null {
  const total = totalOf(parts)
  if (fraction.isZero(total)) return null
  const weighted = fraction.sum(
    parts.map(({ amount, days }) => fraction.multiply(amount, fraction.whole(days))),
  )
  return write.decimal(fraction.divide(weighted, total))
}
