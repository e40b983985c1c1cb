import type { Issue, Path } from '../../kernel/index.js'
import * as issue from '../../kernel/input/issue.js'
import * as read from '../../kernel/input/read.js'
import * as currencies from '../../kernel/number/currency.js'
import { unknownCurrency } from '../../kernel/number/currency.js'
import type { Fraction } from '../../kernel/number/fraction.js'
import * as fraction from '../../kernel/number/fraction.js'
import * as write from '../../kernel/number/write.js'
import * as time from '../../kernel/time/time.js'
import {
  EXCHANGE_DATE_MISSING,
  EXCHANGE_RATE_MISSING,
  NOT_CONVERTED,
  PAYMENTS_NOT_WHOLE,
  REFUND_RATE_MISSING,
} from '../issues.js'
import type { ExactPlan } from '../plan/exactPlan.js'
import type { ExchangeRules } from '../plan/types.js'
import { isIssue } from './lineFigures.js'
import type { GivenLine } from './readLine.js'
import type { ReadPayment } from './readPayments.js'
import type { ConvertedLine } from './types.js'

/** What a unit of a currency is worth in the plan's, on the days of the span. */
interface Rate extends time.Span {
  readonly path: Path
  readonly rate: Fraction
}

/** The rates of each currency, of which no two hold on one day. */
export type RateTable = ReadonlyMap<string, readonly Rate[]>

/** Reads a table of exchange rates. */
export function readRates(value: unknown, path: Path, issues: Issue[]): RateTable {
  const rows = new Map<string, Rate[]>()
  for (const [index, row] of (read.array(value, path, issues) ?? []).entries()) {
    const at = [...path, index]
    const fields = read.fields(row, at, ['currency', 'from', 'to', 'rate'], issues)
    if (fields === undefined) continue
    const { required } = read.of(fields, at, issues)
    const currency = required('currency', readCurrency)
    const span = read.span(fields, at, issues)
    const rate = required('rate', read.positive)
    if (currency === undefined || span === undefined || rate === undefined) continue
    const list = rows.get(currency) ?? []
    list.push({ ...span, path: at, rate })
    rows.set(currency, list)
  }
  return new Map([...rows].map(([currency, list]) => [currency, time.timeline(list, issues)]))
}

export function readCurrency(value: unknown, path: Path, issues: Issue[]): string | undefined {
  const code = read.name(value, path, issues)
  if (code === undefined || currencies.decimalsOf(code) !== undefined) return code
  issues.push(unknownCurrency(code, path))
  return undefined
}

/** A line as it was given, its figures in the plan's currency, and how they got there. */
export interface Converted {
  readonly line: GivenLine
  readonly amount: Fraction
  readonly cost: Fraction | undefined
  readonly tax: Fraction | undefined
  readonly converted: ConvertedLine | null
  /** What converted it. */
  readonly rate?: Fraction
}

/** A line that is not converted, or not yet. */
export function asItIs(line: GivenLine): Converted {
  return { line, amount: line.amount, cost: line.cost, tax: line.tax, converted: null }
}

/**
 * The line in the plan's currency, or why it cannot be converted. The refund of a line of this statement is converted with it; that of an
 * earlier line as that line was, and never at its own day. Of a payment no day is known then, only the rate.
 */
export function convertLine(one: Converted, rates: RateTable, plan: ExactPlan): Converted | Issue {
  const { line } = one
  const { currency, refundOf } = line
  if (currency === undefined || currency === plan.currency || typeof refundOf === 'string')
    return one
  const path = [...line.path, 'currency']
  if (currencies.decimalsOf(currency) === undefined) return unknownCurrency(currency, path)
  if (plan.exchange === undefined)
    return issue.at(NOT_CONVERTED, path, { given: currency, expected: plan.currency })
  const of = rateOf({ ...line, currency }, rates.get(currency) ?? [], plan.exchange)
  return isIssue(of) ? of : convertAt(of, line, plan)
}

type ForeignLine = GivenLine & { readonly currency: string }

/** What converts a line: the rate that a refund names, its payments, or the rate of its day. */
function rateOf(
  line: ForeignLine,
  rates: readonly Rate[],
  { on }: ExchangeRules,
): RateOfDay | Issue {
  const { currency, refundOf, path } = line
  if (typeof refundOf === 'object' && refundOf.rate !== undefined)
    return { currency, date: refundOf.date ?? null, rate: refundOf.rate }
  if (on === 'payment-date' && isInPayments(line)) return ofPayments(line, rates)
  const date = dayOf(line, on === 'order-date' ? 'date' : 'paidOn')
  if (typeof date === 'object') return date
  const rate = time.rowOn(rates, date)?.rate
  return rate === undefined
    ? issue.at(EXCHANGE_RATE_MISSING, [...path, 'currency'], { currency, date })
    : { currency, date, rate }
}

function dayOf({ refundOf, path, ...line }: GivenLine, key: 'date' | 'paidOn'): string | Issue {
  if (typeof refundOf !== 'object')
    return line[key] ?? issue.at(EXCHANGE_DATE_MISSING, [...path, key], {})
  const date = key === 'date' ? refundOf.date : undefined
  return date ?? issue.at(REFUND_RATE_MISSING, [...path, 'refundOf', 'rate'], {})
}

/** Whether its payments convert it; a line of nothing has none, and a refund goes by what it takes back. */
function isInPayments({ payments, amount, refundOf }: GivenLine): boolean {
  return payments !== undefined && amount.n !== 0n && refundOf === undefined
}

type RatedPayment = ReadPayment & { readonly rate: Fraction }

/** Each payment has the rate of its own day; together they are the line. */
function ofPayments(
  { payments = [], path, amount, currency }: ForeignLine,
  rates: readonly Rate[],
): RateOfDay | Issue {
  const sum = fraction.sum(payments.map((payment) => payment.amount))
  if (fraction.compare(sum, amount) !== 0) {
    const params = { given: write.decimal(sum), expected: write.decimal(amount) }
    return issue.at(PAYMENTS_NOT_WHOLE, [...path, 'payments'], params)
  }
  const rated: RatedPayment[] = []
  let worth = fraction.ZERO
  for (const [index, { on, amount: paid, rate: own }] of payments.entries()) {
    const rate = own ?? time.rowOn(rates, on)?.rate
    const at = [...path, 'payments', index, 'on']
    if (rate === undefined) return issue.at(EXCHANGE_RATE_MISSING, at, { currency, date: on })
    worth = fraction.add(worth, fraction.multiply(paid, rate))
    rated.push({ on, amount: paid, rate })
  }
  return { currency, date: null, rate: fraction.divide(worth, amount), payments: rated }
}

interface RateOfDay {
  readonly rate: Fraction
  readonly date: string | null
  readonly currency: string
  readonly payments?: readonly RatedPayment[]
}

/** The amount in whole cents, as it is written on the statement; the cost and the tax exactly. */
function convertAt(
  { rate, date, currency, payments }: RateOfDay,
  line: GivenLine,
  plan: ExactPlan,
): Converted {
  const exact = fraction.multiply(line.amount, rate)
  const amount = fraction.round(exact, { mode: plan.rounding.mode, decimals: plan.decimals })
  return {
    line,
    amount,
    rate,
    cost: line.cost && fraction.multiply(line.cost, rate),
    tax: line.tax && fraction.multiply(line.tax, rate),
    converted: {
      id: line.id,
      currency,
      given: write.money(line.amount, currency),
      date,
      rate: write.rate(rate),
      amount: write.money(amount, plan.currency),
      ...(payments && { payments: payments.map((one) => writePayment(one, currency)) }),
    },
  }
}

function writePayment({ on, amount, rate }: RatedPayment, currency: string) {
  return { on, given: write.money(amount, currency), rate: write.decimal(rate) }
}
