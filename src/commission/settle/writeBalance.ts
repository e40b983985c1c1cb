import * as write from '../../kernel/number/write.js'
import * as time from '../../kernel/time/time.js'
import type { PaymentTerms } from '../plan/terms.js'
import type { CommissionPlan } from '../plan/types.js'
import { type Balance, type Followed, looksAtTheYear } from './readBalance.js'
import type { OpenLine, SettlementBalance, SettlementPeriodInput, YearToDate } from './types.js'

/** What a settlement closes with, as the next one opens with it. Only what the plan needs is there. */
export function writeBalance(
  { held, carried, draw, settled, year, lines }: Balance,
  terms: PaymentTerms,
  plan: CommissionPlan,
): SettlementBalance {
  const { currency } = plan
  return {
    held: held.map(({ amount, release }) => ({
      amount: write.money(amount, currency),
      releasedIn: time.writePeriod(release),
    })),
    carried: write.money(carried, currency),
    draw: write.money(draw, currency),
    ...(settled && {
      settled: { from: time.writePeriod(settled.from), to: time.writePeriod(settled.to) },
    }),
    ...(looksAtTheYear(terms, plan) &&
      year.name !== '' && { year: writeYear(year, terms, currency) }),
    ...(terms.on !== 'booked' && { lines: writeLines(lines, currency) }),
  }
}

function writeYear(
  { name, earned, periods }: Balance['year'],
  { accrual }: PaymentTerms,
  currency: string,
): YearToDate {
  const year = { year: name, earned: write.money(earned, currency) }
  if (accrual === 'period') return year
  return { ...year, periods: asJson(periods) as SettlementPeriodInput[] }
}

/** What was given as a bigint or a Decimal is text in JSON. */
function asJson(value: unknown): unknown {
  return JSON.parse(
    JSON.stringify(value, (_, inner) => (typeof inner === 'bigint' ? String(inner) : inner)),
  )
}

function writeLines(lines: Followed, currency: string): OpenLine[] {
  return [...lines].map(([line, { amount, share, progress, refunded, refundOf }]) => ({
    line,
    amount: write.decimal(amount),
    commission: write.money(share, currency),
    progress: write.decimal(progress),
    refunded: write.decimal(refunded),
    ...(refundOf !== undefined && { refundOf }),
  }))
}
