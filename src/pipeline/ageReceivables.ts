import type { Issue } from '../kernel/index.js'
import * as issue from '../kernel/input/issue.js'
import * as read from '../kernel/input/read.js'
import * as fraction from '../kernel/number/fraction.js'
import * as write from '../kernel/number/write.js'
import * as time from '../kernel/time/time.js'
import { type ExactInvoice, INVOICE_KEYS, invoiceReader } from './exactInvoice.js'
import { type ExactSalesProcess, exactSalesProcess } from './exactSalesProcess.js'
import { byText, readInput, readRows } from './read.js'
import type { DefinedSalesProcess, ReceivablesAgeing, ReceivablesInput } from './types.js'

/**
 * Sorts what customers owe by how many days it is overdue, or old (PIP-2).
 *
 * Both ends of a bucket belong to it, and what is due today is current. Payments count up to `asOf`. A credit note lowers the bucket of its
 * own date. An invoice without the date is set apart as `undated`, so that the buckets and what is undated are all that is open.
 *
 * @throws SalesRulesError `POLICY_NOT_DEFINED`, `DATE_INVALID` for `asOf`. What is wrong with an invoice is in `notCounted`.
 *
 * @example One of 60 days that is not due yet, one that is a month late and partly paid, and one that comes from the future
 * ```ts
 * import { ageReceivables, handbook } from 'sales-rules'
 *
 * const invoices = [
 *   { id: 'I-1', customer: 'Acme', amount: '5000', invoiced: '2026-03-15', terms: 60 },
 *   { id: 'I-2', customer: 'Acme', amount: '8000', due: '2026-03-01', payments: [{ amount: '3000', on: '2026-03-20' }] },
 *   { id: 'I-3', customer: 'Beta', amount: '900', invoiced: '2026-05-01', terms: 30 },
 * ]
 * const ageing = ageReceivables({ asOf: '2026-03-31', invoices }, handbook.pipeline)
 * ageing.buckets.slice(0, 2).map(({ id, amount }) => [id, amount]) // => [['current', '5000.00'], ['1-30', '5000.00']]
 * ageing.customers.map(({ customer, open, oldestDays }) => [customer, open, oldestDays]) // => [['Acme', '10000.00', 30]]
 * ageing.notCounted.map(({ invoice, issues }) => [invoice, issues[0]?.code]) // => [['I-3', 'DATES_OUT_OF_ORDER']]
 * ```
 */
export function ageReceivables(
  input: ReceivablesInput,
  policy: DefinedSalesProcess,
): ReceivablesAgeing {
  const exact = exactSalesProcess(policy)
  const { asOf, rows, notCounted } = readReceivables(input, exact)
  const aged = rows
    .filter(({ open }) => !fraction.isZero(open))
    .map((row) => computeAge(row, asOf, exact))
  return { asOf, ...writeAgeing(aged, exact), notCounted }
}

/** Reads invoices as of a day, each on its own. */
export function readReceivables(input: unknown, exact: ExactSalesProcess) {
  const issues: Issue[] = []
  const fields = readInput(input, ['input'], ['asOf', 'invoices'], issues)
  const { required } = read.of(fields, ['input'], issues)
  const asOf = required('asOf', read.date) ?? ''
  const values = required('invoices', read.array) ?? []
  issue.refuseIfAny(issues)
  const at = { path: ['input', 'invoices'], keys: INVOICE_KEYS }
  const { rows, notRead } = readRows(values, at, invoiceReader(exact, asOf))
  return {
    asOf,
    rows,
    notCounted: notRead.map(({ id: invoice, ...row }) => ({ invoice, ...row })),
  }
}

type Row = ExactInvoice & { readonly id: string | null; readonly index: number }
type Aged = Row & { readonly days: number | null; readonly bucket: number | null }

function computeAge(row: Row, asOf: string, { ageBy, buckets }: ExactSalesProcess): Aged {
  const from = row[ageBy]
  if (from === null) return { ...row, days: null, bucket: null }
  const days = time.daysBetween(from, asOf)
  const bucket = buckets.findIndex(({ upTo }) => upTo === null || days <= upTo)
  return { ...row, days, bucket }
}

function writeAgeing(
  aged: readonly Aged[],
  exact: ExactSalesProcess,
): Omit<ReceivablesAgeing, 'asOf' | 'notCounted'> {
  const { buckets, ageBy, currency } = exact
  const money = (rows: readonly Aged[]) =>
    write.money(fraction.sum(rows.map(({ open }) => open)), currency)
  const inBucket = (rows: readonly Aged[], at: number) => rows.filter(({ bucket }) => bucket === at)
  return {
    ageBy,
    buckets: buckets.map(({ id, upTo }, at) => {
      const rows = inBucket(aged, at)
      const before = buckets[at - 1]?.upTo
      const from = before === undefined || before === null ? null : before + 1
      return { id, from, to: upTo, amount: money(rows), invoices: rows.length }
    }),
    total: money(aged),
    undated: money(aged.filter(({ bucket }) => bucket === null)),
    customers: [...byCustomer(aged)].map(([customer, rows]) => ({
      customer,
      open: money(rows),
      amounts: Object.fromEntries(buckets.map(({ id }, at) => [id, money(inBucket(rows, at))])),
      oldestDays: oldestOf(rows),
    })),
    invoices: aged.map(({ id: invoice, index, customer, open, due, days, bucket }) => ({
      invoice,
      index,
      customer,
      open: write.money(open, currency),
      due,
      days,
      bucket: bucket === null ? null : (buckets[bucket]?.id ?? null),
    })),
    policy: exact.policy,
    clauses: ['PIP-2'],
  }
}

/** Customers by name, those without one last. */
function byCustomer(aged: readonly Aged[]): [string | null, Aged[]][] {
  const groups = new Map<string | null, Aged[]>()
  for (const row of aged) {
    const others = groups.get(row.customer)
    if (others === undefined) groups.set(row.customer, [row])
    else others.push(row)
  }
  return [...groups].sort(([one], [other]) => byText(one, other))
}

function oldestOf(rows: readonly Aged[]): number | null {
  const known = rows.flatMap(({ days }) => days ?? [])
  return known.length === 0 ? null : known.reduce((most, days) => (days > most ? days : most))
}
