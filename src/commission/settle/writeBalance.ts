import type { Fraction } from '../../kernel/number/fraction.js'
import * as fraction from '../../kernel/number/fraction.js'
import * as write from '../../kernel/number/write.js'
import * as time from '../../kernel/time/time.js'
import type { ExactPlan } from '../plan/exactPlan.js'
import type { AccountPeriod, AccountYear } from './account.js'
import { asJson } from './asJson.js'
import { planOfBalance } from './planOfBalance.js'
import { type Balance, FORMAT, type OpenLines } from './readBalance.js'
import type { Place } from './readPeriodRow.js'
import type {
  OpenLine,
  PeriodOfAccount,
  SettledYear,
  SettlementBalance,
  SettlementPeriodInput,
} from './types.js'

/** What a settlement closes with, as the next one opens with it. Only what the plan needs is there. */
export function writeBalance(
  { held, carried, draw, drawFrom, settled, account, lines }: Balance,
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
      releasedIn: writePlace(release),
    })),
    carried: write.money(carried, currency),
    draw: write.money(draw, currency),
    ...(payment?.draw && drawFrom && { drawFrom: writePlace(drawFrom) }),
    ...(settled && { settled: writeSettled(settled) }),
    ...(account.lastYear && { lastYear: writeYear(account.lastYear, plan) }),
    ...(account.year.name !== '' && { year: writeYear(account.year, plan) }),
    ...(payment !== null && payment.on !== 'booked' && { lines: writeLines(lines, currency) }),
  }
}

/** A company's own period that has not come yet has no name: it is known by its number. */
function writePlace({ unit, position }: Place): string | number {
  return unit === 'own' ? position : time.writePeriod({ unit, position })
}

function writeSettled({ from, to }: NonNullable<Balance['settled']>) {
  return {
    from: time.writeAnyPeriod(from),
    to: time.writeAnyPeriod(to),
    ...(to.unit === 'own' && { periods: to.position }),
  }
}

function writeYear({ name, before, outside, periods }: AccountYear, plan: ExactPlan): SettledYear {
  return {
    year: name,
    ...(before && {
      before: {
        sales: write.decimal(before.sales),
        earned: write.decimal(before.earned),
        ...(before.target && { target: write.decimal(before.target) }),
      },
    }),
    ...(!fraction.isZero(outside) && { outside: write.money(outside, plan.currency) }),
    periods: periods.map((period) => writePeriod(period, plan)),
    stretches: periods.flatMap(({ read, plan: digest, change }, index) =>
      index > 0 && change === null
        ? []
        : [{ from: time.writeAnyPeriod(read.period), plan: digest, ...(change && { change }) }],
    ),
  }
}

function writePeriod(period: AccountPeriod, { currency, payment }: ExactPlan): PeriodOfAccount {
  const money = (amount: Fraction) => write.money(amount, currency)
  const ifAny = (key: 'cut' | 'refunded' | 'owed') =>
    fraction.isZero(period[key]) ? {} : { [key]: money(period[key]) }
  const ifGiven = (key: 'byHand' | 'capOfYear' | 'guarantee') => {
    const amount = period[key]
    return amount === null ? {} : { [key]: write.decimal(amount) }
  }
  const { rows, lines } = period
  const list = payment?.on === 'invoiced' ? 'invoiced' : 'collected'
  return {
    ...(asJson(period.read.json) as SettlementPeriodInput),
    earned: money(period.earned),
    capped: money(period.capped),
    due: money(period.due),
    guaranteed: money(period.guaranteed),
    ...ifAny('cut'),
    ...ifAny('refunded'),
    ...ifAny('owed'),
    ...ifGiven('byHand'),
    ...ifGiven('capOfYear'),
    ...ifGiven('guarantee'),
    ...(period.isToDate && { isToDate: true }),
    ...(period.isFigure && { isFigure: true }),
    ...(period.isFinal && { isFinal: true }),
    ...(rows.length > 0 && {
      [list]: rows.map(({ line, amount }) => ({ line, amount: write.decimal(amount) })),
    }),
    ...(lines !== null && lines.size > 0 && { opened: writeLines(lines, currency) }),
  }
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
