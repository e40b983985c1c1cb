import type { Issue, Path } from '../kernel/index.js'
import * as attempts from '../kernel/input/attempt.js'
import * as issue from '../kernel/input/issue.js'
import * as read from '../kernel/input/read.js'
import * as fraction from '../kernel/number/fraction.js'
import * as write from '../kernel/number/write.js'
import * as time from '../kernel/time/time.js'
import type { ExactSalesProcess } from './exactSalesProcess.js'
import { AFTER_AS_OF, DUE_BEFORE_INVOICED, INVOICE_PAID_TOO_MUCH } from './issues.js'
import { readCurrency } from './read.js'

/** An invoice as it stood on a day. */
export interface ExactInvoice {
  readonly customer: string | null
  readonly amount: fraction.Fraction
  readonly invoiced: string | null
  readonly delivered: string | null
  readonly due: string | null
  /** What was paid by then. */
  readonly payments: readonly Payment[]
  readonly open: fraction.Fraction
}

interface Payment {
  readonly amount: fraction.Fraction
  readonly on: string
}

export const INVOICE_KEYS = [
  ...['id', 'customer', 'amount', 'currency', 'invoiced', 'delivered', 'due', 'terms', 'payments'],
] as const

const MOST_TERMS = 3650

/** Reads an invoice as of a day: payments that came later are not known then. */
export function invoiceReader(exact: ExactSalesProcess, asOf: string) {
  return (fields: read.Fields, path: Path, issues: Issue[]): ExactInvoice | undefined => {
    const { required, optional } = read.of(fields, path, issues)
    const customer = optional('customer', read.name) ?? null
    const amount = required('amount', read.decimal)
    readCurrency(fields['currency'], [...path, 'currency'], exact, issues)
    const dates = {
      invoiced: optional('invoiced', readPast(asOf)) ?? null,
      delivered: optional('delivered', read.date) ?? null,
      due: optional('due', read.date) ?? null,
    }
    const terms = optional('terms', (value, at, found) =>
      read.integer(value, at, found, { minimum: 0, maximum: MOST_TERMS }),
    )
    const payments = optional('payments', readPayments) ?? []
    if (issues.length > 0 || amount === undefined) return undefined
    const due = dates.due ?? dueBy(dates.invoiced, terms, [...path, 'terms'], issues)
    if (due !== null && dates.invoiced !== null && due < dates.invoiced) {
      const params = { from: due, to: dates.invoiced }
      issue.add(issues, issue.at(DUE_BEFORE_INVOICED, [...path, 'due'], params))
    }
    const made = payments.filter(({ on }) => on <= asOf)
    const open = readOpen(amount, made, fields['id'], { path, exact, issues })
    return { customer, amount, ...dates, due, payments: made, open }
  }
}

function readPast(asOf: string) {
  return (value: unknown, path: Path, issues: Issue[]): string | undefined => {
    const date = read.date(value, path, issues)
    if (date !== undefined && date > asOf)
      issue.add(issues, issue.at(AFTER_AS_OF, path, { from: date, to: asOf }))
    return date
  }
}

function dueBy(
  invoiced: string | null,
  terms: number | undefined,
  path: Path,
  issues: Issue[],
): string | null {
  if (invoiced === null || terms === undefined) return null
  const due = attempts.attempt(() => time.addDays(invoiced, terms))
  if (due.ok) return due.value
  for (const found of due.issues) issue.add(issues, issue.moved(path, found))
  return null
}

function readPayments(value: unknown, path: Path, issues: Issue[]): (Payment & { at: Path })[] {
  return (read.array(value, path, issues) ?? []).flatMap((row, index) => {
    const at = [...path, index]
    const fields = read.fields(row, at, ['amount', 'on'], issues)
    if (fields === undefined) return []
    const { required } = read.of(fields, at, issues)
    const amount = required('amount', read.decimal)
    const on = required('on', read.date)
    return amount === undefined || on === undefined ? [] : [{ amount, on, at }]
  })
}

/** What is left of an invoice: payments go its way, and never beyond it. */
function readOpen(
  amount: fraction.Fraction,
  payments: readonly (Payment & { readonly at: Path })[],
  id: unknown,
  { path, exact, issues }: { path: Path; exact: ExactSalesProcess; issues: Issue[] },
): fraction.Fraction {
  const isCredit = fraction.isNegative(amount)
  let open = amount
  for (const { amount: paid, at } of payments) {
    const left = fraction.subtract(open, paid)
    const isOpposite = fraction.isNegative(paid) !== isCredit && !fraction.isZero(paid)
    const isBeyond = !fraction.isZero(left) && fraction.isNegative(left) !== isCredit
    if (isOpposite || isBeyond) {
      const money = (one: fraction.Fraction) => write.money(one, exact.currency)
      const line = typeof id === 'string' ? id : issue.formatPath(path)
      const params = { given: money(paid), line, open: money(open) }
      issue.add(issues, issue.at(INVOICE_PAID_TOO_MUCH, [...at, 'amount'], params))
      return open
    }
    open = left
  }
  return open
}
