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
  REFUND_RATE_MISSING,
} from '../issues.js'
import type { ExactPlan } from '../plan/exactPlan.js'
import type { EarlierLine, GivenLine } from './readLine.js'
import type { ConvertedLine } from './types.js'

/** What a unit of a currency is worth in the plan's, on the days of the span. */
interface Rate extends time.Span {
  readonly path: Path
  readonly rate: Fraction
}

/** The rates of each currency, of which no two hold on one day. */
export type RateTable = ReadonlyMap<string, readonly time.Placed<Rate>[]>

/** Reads a table of exchange rates. */
export function readRates(value: unknown, path: Path, issues: Issue[]): RateTable {
  const rows = new Map<string, Rate[]>()
  for (const [index, row] of (read.array(value, path, issues) ?? []).entries()) {
    const at = [...path, index]
    const fields = read.fields(row, at, ['currency', 'from', 'to', 'rate'], issues)
    if (fields === undefined) continue
    const currency = readCurrency(fields['currency'], [...at, 'currency'], issues)
    const span = read.span(fields, at, issues)
    const above = { minimum: fraction.ZERO, above: true }
    const rate = read.decimal(fields['rate'], [...at, 'rate'], issues, above)
    if (currency === undefined || span === undefined || rate === undefined) continue
    const list = rows.get(currency) ?? []
    list.push({ ...span, path: at, rate })
    rows.set(currency, list)
  }
  return new Map([...rows].map(([currency, list]) => [currency, time.timeline(list, issues)]))
}

function readCurrency(value: unknown, path: Path, issues: Issue[]): string | undefined {
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
  readonly converted: ConvertedLine | null
}

/** The line in the plan's currency, or why it cannot be converted. */
export function convertLine(line: GivenLine, rates: RateTable, plan: ExactPlan): Converted | Issue {
  const { currency } = line
  if (currency === undefined || currency === plan.currency) return asItIs(line)
  if (currencies.decimalsOf(currency) === undefined)
    return issue.asWarning(unknownCurrency(currency, [...line.path, 'currency']))
  if (plan.exchange === undefined) return mixed(currency, line, plan)
  if (typeof line.refundOf === 'object') return convertEarlier(line, line.refundOf, rates, plan)
  const key = plan.exchange.on === 'order-date' ? 'date' : 'paidOn'
  const date = line[key]
  if (date === undefined)
    return issue.asWarning(issue.at(EXCHANGE_DATE_MISSING, [...line.path, key], {}))
  return convertOn({ currency, date }, line, rates, plan)
}

/** A refund is converted as what it takes back was, never at its own day. Of a payment no date is known, only the rate. */
function convertEarlier(
  line: GivenLine,
  { rate, date }: EarlierLine,
  rates: RateTable,
  plan: ExactPlan,
): Converted | Issue {
  const { currency = plan.currency } = line
  if (rate !== undefined) return convertAt({ rate, date: date ?? null, currency }, line, plan)
  if (date !== undefined && plan.exchange?.on === 'order-date')
    return convertOn({ currency, date }, line, rates, plan)
  return issue.asWarning(issue.at(REFUND_RATE_MISSING, [...line.path, 'refundOf', 'rate'], {}))
}

function convertOn(
  { currency, date }: { readonly currency: string; readonly date: string },
  line: GivenLine,
  rates: RateTable,
  plan: ExactPlan,
): Converted | Issue {
  const found = time.rowOn(rates.get(currency) ?? [], date)
  if (found === undefined) return noRate(currency, date, line)
  return convertAt({ rate: found.rate, date, currency }, line, plan)
}

/** A line that needs no conversion, or not yet. */
export function asItIs(line: GivenLine): Converted {
  return { line, amount: line.amount, cost: line.cost, converted: null }
}

interface RateOfDay {
  readonly rate: Fraction
  readonly date: string | null
  readonly currency: string
}

/** The amount in whole cents, as it is written on the statement; the cost exactly. */
function convertAt(
  { rate, date, currency }: RateOfDay,
  line: GivenLine,
  plan: ExactPlan,
): Converted {
  const exact = fraction.multiply(line.amount, rate)
  const amount = fraction.round(exact, { mode: plan.rounding.mode, decimals: plan.decimals })
  return {
    line,
    amount,
    cost: line.cost && fraction.multiply(line.cost, rate),
    converted: {
      id: line.id,
      currency,
      given: write.money(line.amount, currency),
      date,
      rate: write.decimal(rate),
      amount: write.money(amount, plan.currency),
    },
  }
}

function mixed(given: string, { path }: GivenLine, { currency }: ExactPlan): Issue {
  const params = { given, expected: currency }
  return issue.asWarning(issue.at(NOT_CONVERTED, [...path, 'currency'], params))
}

function noRate(currency: string, date: string, { path }: GivenLine): Issue {
  return issue.asWarning(issue.at(EXCHANGE_RATE_MISSING, [...path, 'currency'], { currency, date }))
}
