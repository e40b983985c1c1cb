import * as write from '../../kernel/number/write.js'
import * as time from '../../kernel/time/time.js'
import type { ExactPlan } from '../plan/exactPlan.js'
import { planOfBalance } from './planOfBalance.js'
import { type Balance, FORMAT, looksAtTheYear, type OpenLines } from './readBalance.js'
import type { OpenLine, SettlementBalance, SettlementPeriodInput, YearToDate } from './types.js'

/** What a settlement closes with, as the next one opens with it. Only what the plan needs is there. */
export function writeBalance(
  { held, carried, draw, drawFrom, settled, year, lines }: Balance,
  payee: string,
  plan: ExactPlan,
): SettlementBalance {
  const { currency, payment } = plan
  return {
    format: FORMAT,
    payee,
    currency,
    plan: planOfBalance(plan.json),
    held: held.map(({ amount, release }) => ({
      amount: write.money(amount, currency),
      releasedIn: time.writePeriod(release),
    })),
    carried: write.money(carried, currency),
    draw: write.money(draw, currency),
    ...(payment?.draw && drawFrom && { drawFrom: time.writePeriod(drawFrom) }),
    ...(settled && {
      settled: { from: time.writePeriod(settled.from), to: time.writePeriod(settled.to) },
    }),
    ...(looksAtTheYear(plan) && year.name !== '' && { year: writeYear(year, plan) }),
    ...(payment !== null && payment.on !== 'booked' && { lines: writeLines(lines, currency) }),
  }
}

function writeYear(
  { name, earned, periods }: Balance['year'],
  { payment, currency }: ExactPlan,
): YearToDate {
  const year = { year: name, earned: write.money(earned, currency) }
  if (payment?.accrual !== 'year-to-date') return year
  return { ...year, periods: periods.map(({ json }) => asJson(json) as SettlementPeriodInput) }
}

/** What was given as a bigint or a Decimal is text in JSON. */
function asJson(value: unknown): unknown {
  if (typeof value === 'bigint') return String(value)
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map(asJson)
  const { toJSON } = value as { readonly toJSON?: unknown }
  if (typeof toJSON === 'function') return toJSON.call(value)
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, asJson(inner)]))
}

function writeLines(lines: OpenLines, currency: string): OpenLine[] {
  return [...lines].map(([line, { amount, share, progress, refunded, refundOf }]) => ({
    line,
    amount: write.decimal(amount),
    commission: write.money(share, currency),
    progress: write.decimal(progress),
    refunded: write.decimal(refunded),
    ...(refundOf !== undefined && { refundOf }),
  }))
}
