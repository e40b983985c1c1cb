import type { Fraction } from '../../kernel/number/fraction.js'
import * as fraction from '../../kernel/number/fraction.js'
import * as write from '../../kernel/number/write.js'
import * as time from '../../kernel/time/time.js'
import { CAP_SPANS } from '../lines/periods.js'
import type { ExactPlan } from '../plan/exactPlan.js'
import { isAtOnce, LISTS, listsOf, type ProgressList } from '../plan/paymentParts.js'
import {
  type AccountPeriod,
  type AccountYear,
  hasLeft,
  type LineShare,
  type Shares,
} from './account.js'
import { asJson } from './asJson.js'
import { partsOf } from './exactTerms.js'
import type { Others } from './handedParts.js'
import { planOfBalance } from './planOfBalance.js'
import { type Balance, FORMAT, type OpenLines } from './readBalance.js'
import type { Place, ReadPeriod } from './readPeriodRow.js'
import type { ProgressRow } from './readProgress.js'
import { isPlain, writeParts } from './storedParts.js'
import type {
  ClawbackOfAccount,
  FactsOfPeriod,
  OpenLine,
  PeriodOfAccount,
  SettledYear,
  SettlementBalance,
  SharesOfLines,
} from './types.js'

/** What a settlement closes with, as the next one opens with it. Only what the plan needs is there. */
export function writeBalance(
  { held, carried, draw, drawFrom, joined, settled, account, lines }: Balance,
  payee: string,
  plan: ExactPlan,
): SettlementBalance {
  const { currency, payment } = plan
  const isFollowed = !isAtOnce(partsOf(plan))
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
    ...(joined !== undefined && { joined }),
    ...(settled && { settled: writeSettled(settled) }),
    ...(hasLeft(account.year) && { final: true }),
    ...(account.lastYear && { lastYear: writeYear(account.lastYear, plan) }),
    ...(account.year.name !== '' && { year: writeYear(account.year, plan) }),
    ...(isFollowed && { lines: writeLines(lines, currency) }),
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

function writeYear(
  { name, before, outside, isAfterFinal, periods }: AccountYear,
  plan: ExactPlan,
): SettledYear {
  return {
    year: name,
    ...(before && {
      before: {
        earned: write.decimal(before.earned),
        ...written(before, ['sales', 'target', ...CAP_SPANS]),
        ...(before.span && { span: before.span }),
      },
    }),
    ...(isAfterFinal && { isAfterFinal }),
    ...(outside.length > 0 && {
      outside: outside.map(({ to, amount }) => ({
        to,
        amount: write.money(amount, plan.currency),
      })),
    }),
    periods: withNewShares(periods).map((period) => writePeriod(period, plan)),
    stretches: periods.flatMap((period, index) =>
      index > 0 && period.change === null ? [] : [writeStretch(period)],
    ),
  }
}

/** Where a plan begins. */
function writeStretch({ read, plan, change, parts, refunds, hasAwards }: AccountPeriod) {
  const [on] = isPlain(parts) ? listsOf(parts) : []
  return {
    from: time.writeAnyPeriod(read.period),
    plan,
    ...(change && { change }),
    ...(on && { on }),
    ...writeParts(parts),
    ...(refunds === 'mirror' && { refunds }),
    ...(hasAwards && { awards: true as const }),
  }
}

/** Of these figures those that there are. */
function written<Key extends string>(
  figures: { readonly [Name in Key]?: Fraction | null | undefined },
  keys: readonly Key[],
): { [Name in Key]?: string } {
  const texts: { [Name in Key]?: string } = {}
  for (const key of keys) {
    const figure = figures[key]
    if (figure) texts[key] = write.decimal(figure)
  }
  return texts
}

/** What lines have earned stands where it came about: with their own period, and again where a later one of their stretch changed it. */
function withNewShares(periods: readonly AccountPeriod[]): AccountPeriod[] {
  const known = new Map<string, LineShare>()
  return periods.map((period) => {
    const own = new Set((period.read.sales.lines ?? []).map(({ id }) => id))
    const shares = [...period.shares].filter(
      ([id, share]) => own.has(id) || !isSame(share, known.get(id)),
    )
    for (const [id, share] of shares) known.set(id, share)
    return { ...period, shares: new Map(shares) }
  })
}

function isSame(a: LineShare, b: LineShare | undefined): boolean {
  return (
    b !== undefined &&
    fraction.compare(a.earned, b.earned) === 0 &&
    fraction.compare(a.capped, b.capped) === 0
  )
}

function writePeriod(period: AccountPeriod, { currency }: ExactPlan): PeriodOfAccount {
  const money = (amount: Fraction) => write.money(amount, currency)
  const ifAny = (key: 'cut' | 'refunded' | 'owed') =>
    fraction.isZero(period[key]) ? {} : { [key]: money(period[key]) }
  const ifGiven = (key: 'byHand' | 'guarantee') => {
    const amount = period[key]
    return amount === null ? {} : { [key]: write.decimal(amount) }
  }
  const { rows, lines, caps } = period
  const clawbacks = writeClawbacks(period.read)
  return {
    ...(asJson(period.read.json) as FactsOfPeriod),
    ...(clawbacks.length > 0 && { adjustments: clawbacks }),
    earned: money(period.earned),
    capped: money(period.capped),
    due: money(period.due),
    guaranteed: money(period.guaranteed),
    ...ifAny('cut'),
    ...ifAny('refunded'),
    ...ifAny('owed'),
    ...ifGiven('byHand'),
    ...written({ capOfQuarter: caps.quarter, capOfHalf: caps.half, capOfYear: caps.year }, [
      'capOfQuarter',
      'capOfHalf',
      'capOfYear',
    ]),
    ...ifGiven('guarantee'),
    ...(period.goesOn && { goesOn: true as const }),
    ...(period.isToDate && { isToDate: true }),
    ...(period.corrected > 0 && { corrected: period.corrected }),
    ...(period.isFigure && { isFigure: true }),
    ...(period.isFinal && { isFinal: true }),
    ...writeRows(rows),
    ...(period.handed.length > 0 && {
      handed: period.handed.map((one) => ({ ...one, amount: money(one.amount) })),
    }),
    ...(period.shares.size > 0 && { shares: writeShares(period.shares, currency) }),
    ...(lines !== null && lines.size > 0 && { opened: writeLines(lines, currency) }),
  }
}

/** Of what was paid beside, only what says which cancellations were taken back. */
function writeClawbacks({ adjustments }: ReadPeriod): ClawbackOfAccount[] {
  return adjustments.given.flatMap(({ given: { kind, id, amount, share, elapsedDays } }) => {
    if (kind !== 'clawback' || id === null || /^-?[0.]+$/.test(amount)) return []
    return [{ id, amount, ...(share !== undefined && { share }), elapsedDays: elapsedDays ?? 0 }]
  })
}

function writeRows(rows: readonly ProgressRow[]): Pick<PeriodOfAccount, ProgressList> {
  const written: { [List in ProgressList]?: PeriodOfAccount[List] } = {}
  for (const list of LISTS) {
    const own = rows.filter((row) => row.list === list)
    if (own.length === 0) continue
    written[list] = own.map(({ line, amount, on, others }) => ({
      line,
      amount: write.decimal(amount),
      ...(others.size > 0 && {
        others: writeOthers(others),
      }),
      ...(on !== undefined && { on }),
    }))
  }
  return written
}

function writeOthers(others: Others): { readonly payee: string; readonly amount: string }[] {
  return [...others].map(([payee, amount]) => ({ payee, amount: write.rate(amount) }))
}

/** What lines have earned, and what the cap of the year has left of it. */
function writeShares(shares: Shares, currency: string): SharesOfLines {
  return [...shares].map(([line, { earned, capped }]) => ({
    line,
    earned: write.money(earned, currency),
    ...(fraction.compare(earned, capped) !== 0 && { capped: write.money(capped, currency) }),
  }))
}

function writeLines(lines: OpenLines, currency: string): OpenLine[] {
  return [...lines].map(([line, of]) => ({
    line,
    amount: write.decimal(of.amount),
    commission: write.money(of.share, currency),
    progress: write.decimal(of.progress),
    refunded: write.decimal(of.refunded),
    ...(fraction.isZero(of.invoiced) ? {} : { invoiced: write.decimal(of.invoiced) }),
    ...(of.others.size > 0 && {
      others: writeOthers(of.others),
    }),
    ...(of.age > 0 && { age: of.age }),
    ...writeParts(of.parts),
    ...(of.refundOf !== undefined && { refundOf: of.refundOf }),
    ...(of.takesBack !== undefined && { takesBack: of.takesBack }),
    ...(of.sinceFinal.n !== 0n && { sinceFinal: write.money(of.sinceFinal, currency) }),
  }))
}
