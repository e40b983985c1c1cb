import type { Issue, Path } from '../../kernel/index.js'
import * as issue from '../../kernel/input/issue.js'
import * as read from '../../kernel/input/read.js'
import * as currencies from '../../kernel/number/currency.js'
import type { Fraction } from '../../kernel/number/fraction.js'
import * as fraction from '../../kernel/number/fraction.js'
import * as write from '../../kernel/number/write.js'
import { readCurrency } from '../lines/convertLine.js'
import type { ExactPlan } from '../plan/exactPlan.js'
import { PAY_IN_OWN_CURRENCY } from './issues.js'
import type { Payout, Settlement } from './types.js'

/** In which currency a payee is paid, and what a unit of the plan's was worth in it on a day. */
export interface ReadPayIn {
  readonly currency: string
  readonly rate: Fraction
  readonly on: string
}

const KEYS = ['currency', 'rate', 'on']

/** Reads in what a period is paid; null where that is the plan's currency. */
export function readPayIn(
  value: unknown,
  path: Path,
  plan: Pick<ExactPlan, 'currency'>,
  issues: Issue[],
): ReadPayIn | null {
  if ((value ?? null) === null) return null
  const fields = read.fields(value, path, KEYS, issues)
  if (fields === undefined) return null
  const { required } = read.of(fields, path, issues)
  const currency = required('currency', readCurrency)
  const rate = required('rate', read.positive)
  const on = required('on', read.date)
  if (currency === plan.currency)
    issues.push(issue.at(PAY_IN_OWN_CURRENCY, [...path, 'currency'], { given: currency }))
  return currency === undefined || rate === undefined || on === undefined
    ? null
    : { currency, rate, on }
}

/** What is paid, in the currency of the payee. */
export interface ReadPayout extends ReadPayIn {
  readonly amount: Fraction
}

/** Rounded once, as the plan rounds; null where it is paid in the plan's currency. */
export function computePayout(
  paid: Fraction,
  payIn: ReadPayIn | null,
  { rounding }: ExactPlan,
): ReadPayout | null {
  if (payIn === null) return null
  const decimals = currencies.decimalsOf(payIn.currency) ?? 0
  const exact = fraction.multiply(paid, payIn.rate)
  return { ...payIn, amount: fraction.round(exact, { mode: rounding.mode, decimals }) }
}

export function writePayout({ currency, amount, rate, on }: ReadPayout): Payout {
  return { currency, amount: write.money(amount, currency), rate: write.decimal(rate), on }
}

/** Reads a payout of an archive again. */
export function readPayout(value: unknown, path: Path, issues: Issue[]): ReadPayout | null {
  const { amount, ...terms } = read.record(value, path, issues) ?? {}
  const paid = read.written(amount, [...path, 'amount'], issues)
  const payIn = readPayIn(terms, path, { currency: '' }, issues)
  return paid === undefined || payIn === null ? null : { ...payIn, amount: paid }
}

/** What is paid in each currency, in the order in which they come. */
export function sumPayouts(payouts: readonly ReadPayout[]): Pick<Settlement, 'payouts'> {
  if (payouts.length === 0) return {}
  const named = [...new Set(payouts.map(({ currency }) => currency))]
  return {
    payouts: named.map((currency) => {
      const own = payouts.filter((one) => one.currency === currency)
      const sum = fraction.sum(own.map(({ amount }) => amount))
      return { currency, amount: write.money(sum, currency) }
    }),
  }
}
