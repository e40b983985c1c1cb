import { currencyDecimals, writeDecimal, writePadded, writePeriod } from '../../kernel/inside.js'
import type {
  CommissionPlan,
  FollowedLine,
  PaymentTerms,
  SettlementBalance,
  SettlementPeriodInput,
  YearSoFar,
} from '../types.js'
import { type Balance, type Followed, looksAtTheYear } from './readBalance.js'

/** What a settlement closes with, as the next one opens with it. Only what the plan needs is there. */
export function writeBalance(
  { held, carried, draw, settled, year, lines }: Balance,
  terms: PaymentTerms,
  plan: CommissionPlan,
): SettlementBalance {
  const decimals = currencyDecimals(plan.currency) ?? 0
  return {
    held: held.map(({ amount, release }) => ({
      amount: writePadded(amount, decimals),
      releasedIn: writePeriod(release),
    })),
    carried: writePadded(carried, decimals),
    draw: writePadded(draw, decimals),
    ...(settled && {
      settled: { from: writePeriod(settled.from), to: writePeriod(settled.to) },
    }),
    ...(looksAtTheYear(terms, plan) &&
      year.name !== '' && { year: writeYear(year, terms, decimals) }),
    ...(terms.on !== 'booked' && { lines: writeLines(lines, decimals) }),
  }
}

function writeYear(
  { name, earned, periods }: Balance['year'],
  { accrual }: PaymentTerms,
  decimals: number,
): YearSoFar {
  const year = { year: name, earned: writePadded(earned, decimals) }
  if (accrual === 'period') return year
  return { ...year, periods: asJson(periods) as SettlementPeriodInput[] }
}

/** What was given as a bigint or a Decimal is text in JSON. */
function asJson(value: unknown): unknown {
  return JSON.parse(
    JSON.stringify(value, (_, inner) => (typeof inner === 'bigint' ? String(inner) : inner)),
  )
}

function writeLines(lines: Followed, decimals: number): FollowedLine[] {
  return [...lines].map(([line, { amount, share, progress, refunded, refundOf }]) => ({
    line,
    amount: writeDecimal(amount),
    commission: writePadded(share, decimals),
    progress: writeDecimal(progress),
    refunded: writeDecimal(refunded),
    ...(refundOf !== undefined && { refundOf }),
  }))
}
