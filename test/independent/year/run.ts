/** Settles a year of plain facts by the library, cut into settlements; what is learned later goes through `restateCommission`. */
import { attempt, defineCommissionPlan, restateCommission, settleCommission } from 'sales-rules'
import { add, type Fraction, sum, toDecimal, zero } from '../../oracle/fraction.js'
import { type Span, spanOf } from './calendar.js'
import { earnedInSpans } from './caps.js'
import type { Chain } from './draw.js'
import { type Known, soldBy, stretchStart } from './earn.js'
import { amountOf, at, lastOf, toMoney } from './exact.js'
import type { Line, Period, Plan, Settled, Year } from './facts.js'
import { isMirrored, isOf } from './lines.js'
import { accountAt, type SettledPay } from './oracle.js'

type SettlementInput = Parameters<typeof settleCommission>[0]
type Settlement = ReturnType<typeof settleCommission>
type Corrections = ReturnType<typeof restateCommission>['corrections']
type DefinedPlan = ReturnType<typeof defineCommissionPlan>

export type Run =
  | {
      readonly refused: null
      readonly pays: readonly SettledPay[]
      readonly settlements: readonly Settlement[]
    }
  | { readonly refused: string }

const PAYEE = 'E-1'

/** Each plan is read once. */
const defined = new WeakMap<Plan, DefinedPlan>()

function define(plan: Plan): DefinedPlan {
  const known = defined.get(plan) ?? defineCommissionPlan(plan as never)
  defined.set(plan, known)
  return known
}

/**
 * With `isGivenAgain` all corrections are given once more in the last period. The plans that held before are given with every settlement of
 * one year in two, and of the others where one is asked for: what needs none pays the same without.
 */
export function run(
  { year, starts }: Chain,
  isGivenAgain = false,
  calendar: Calendar = (input) => input,
): Run {
  const settle = (knowsPlans: boolean) =>
    attempt(() =>
      settleEach(year, starts, {
        settlements: [],
        corrections: [],
        isGivenAgain,
        knowsPlans,
        calendar,
      }),
    )
  const without = year.periods.length % 2 === 0 ? null : settle(false)
  const isAskedFor =
    without === null ||
    (!without.ok && without.issues.some(({ path }) => path[0] === 'earlierPlans'))
  const result = isAskedFor ? settle(true) : without
  if (result.ok) return { refused: null, ...result.value }
  return { refused: result.issues.map(({ code, message }) => `${code} ${message}`).join('; ') }
}

interface Progress {
  readonly settlements: Settlement[]
  readonly corrections: Corrections[number][]
  readonly isGivenAgain: boolean
  readonly knowsPlans: boolean
  readonly calendar: Calendar
}

/** The same input with periods of another kind, by the same names. */
type Calendar = <Input>(input: Input) => Input

function settleEach(year: Year, starts: readonly number[], progress: Progress) {
  for (const [position, start] of starts.entries()) {
    const end = starts[position + 1] ?? year.periods.length
    progress.settlements.push(settleFrom(year, start, end, progress))
  }
  const { settlements } = progress
  return { settlements, pays: settlements.flatMap(paysOf) }
}

function settleFrom(year: Year, start: number, end: number, progress: Progress): Settlement {
  const held = lastOf(year.plans, ({ from }) => from <= start) ?? at(year.plans, 0)
  const opening = progress.settlements.at(-1)?.closing
  const periods = year.periods.slice(start, end)
  const input = {
    payee: PAYEE,
    periods: periods.map((settled, index) => periodInput(year, settled, start + index, progress)),
    ...(opening && { opening }),
    ...(progress.knowsPlans && { earlierPlans: year.plans.map(({ plan }) => define(plan)) }),
    ...(held.from === start && held.change && { planChange: held.change }),
    ...(periods.some(({ isFinal }) => isFinal) && { final: true }),
    ...collectedIn(periods, held.plan),
  }
  return settleCommission(progress.calendar(input) as unknown as SettlementInput, define(held.plan))
}

function periodInput(year: Year, settled: Settled, index: number, progress: Progress) {
  const byHand = (settled.byHand ?? []).map((amount, position) => ({
    id: `${settled.facts.period}/${position}`,
    reason: 'by hand',
    ...amount,
  }))
  const corrections = (settled.corrections ?? []).flatMap((now) =>
    correct(year, now, index, progress),
  )
  const isLast = index === year.periods.length - 1
  const again = progress.isGivenAgain && isLast ? progress.corrections : []
  const adjustments = [...corrections, ...byHand, ...again]
  return { ...settled.facts, ...(adjustments.length > 0 && { adjustments }) }
}

function collectedIn(periods: readonly Settled[], { payment }: Plan) {
  const list = listOf(payment)
  if (list === undefined) return {}
  const rows = periods.flatMap(({ facts: { period }, collected }) =>
    (collected ?? []).map((row) => ({ ...row, period })),
  )
  return { [list]: rows }
}

/** What lines wait for; nothing where they are paid by time alone. */
function listOf({ on, parts }: Plan['payment']): 'invoiced' | 'collected' | undefined {
  const all = parts?.map((part) => part.on) ?? [on ?? 'booked']
  if (all.includes('invoiced')) return 'invoiced'
  return all.some((one) => one !== 'booked') ? 'collected' : undefined
}

/**
 * What `restateCommission` says of a period, by the plan of then. Once that plan has gone, the rest of a stretch to date is restated
 * with it (`PERIODS_TO_RESTATE`).
 */
function correct(year: Year, now: Period, index: number, progress: Progress): Corrections {
  const account = accountAt(year, index)
  const position = year.periods.findIndex(({ facts }) => facts.period === now.period)
  const own = at(account.known, position)
  const hasGone = own.plan !== at(account.known, index).plan
  const rest = hasGone ? restOfStretch(account, own) : mirrorsOf(account, own)
  const restated = [own, ...rest]
  const names = restated.map(({ facts }) => facts.period)
  const isRestated = ({ period }: { readonly period: string | { readonly id: string } }) =>
    names.some((name) => name === (typeof period === 'string' ? period : period.id))
  const paid = progress.settlements
    .flatMap(({ periods }) => periods)
    .filter(isRestated)
    .map(({ statement, period }) => ({ ...statement, period }))
  const corrected = progress.corrections.filter(isRestated)
  const { shares } = accountAt(beforeLaterPlans(year, position), index)
  const input = {
    paid,
    corrected,
    now: restated.map((known) => ({
      payee: PAYEE,
      ...known.facts,
      ...(hasGone && linesOf(known, shares)),
      ...before(account, known),
    })),
  }
  const { corrections } = restateCommission(progress.calendar(input) as never, define(own.plan))
  progress.corrections.push(...corrections)
  return corrections
}

type Account = ReturnType<typeof accountAt>

/** The year as if the plan of a period had held on. */
function beforeLaterPlans(year: Year, index: number): Year {
  return { ...year, plans: year.plans.filter(({ from }) => from <= index) }
}

/** `restateCommission` has no account: where its figure is taken, a refund names a line of another period in full. */
function linesOf({ facts, lines: counted }: Known, shares: Account['shares']) {
  const { lines } = facts
  if (lines === undefined) return {}
  const inFull = (figure: Fraction) => toDecimal(figure, 6, 'half-up')
  const withLine = (line: Line): Line => {
    const refund = counted.find(({ id }) => id === line.id)
    if (refund?.kind !== 'refund' || isOf(refund, counted) || 'commission' in refund.of) return line
    const { of, before } = refund
    const refundOf = {
      id: of.id,
      amount: inFull(of.amount),
      commission: inFull(shares.get(of.id) ?? zero),
      rate: inFull(of.rate),
      refundedBefore: inFull(before),
    }
    return { ...line, refundOf }
  }
  return { lines: lines.map(withLine) }
}

function restOfStretch({ known }: Account, own: Known): readonly Known[] {
  if ((own.plan.payment.accrual ?? 'period') === 'period') return []
  const year = known.filter((period) => yearOf(period) === yearOf(own))
  const position = year.indexOf(own)
  return year.filter((_, index) => index > position && stretchStart(year, index) <= position)
}

/** The periods that mirror what a period's lines earned. */
function mirrorsOf({ known }: Account, own: Known): readonly Known[] {
  return known
    .slice(own.index + 1, -1)
    .filter(({ lines }) => lines.some((line) => isMirrored(line) && isOf(line, own.lines)))
}

function yearOf(period: Known): number {
  return spanIn(period, 'year')
}

function spanIn({ facts, plan }: Known, span: Span): number {
  return spanOf(facts.period, span, plan.yearStartsIn)
}

/**
 * What the span that is counted to date had sold and earned before a period, up to its caps, as is known now; of a plan that counts by period,
 * what the longest span that it caps had earned. Nothing where the period begins its year.
 */
function before({ known, earned }: Account, own: Known) {
  const { plan, facts } = own
  const year = known.filter((period) => yearOf(period) === yearOf(own))
  const spans = earnedInSpans(
    year,
    year.map(({ index }) => at(earned, index)),
    year.indexOf(own),
  )
  const looksBack = Object.keys(spans).length > 0 || plan.payment.accrual !== 'period'
  if (!looksBack || isFirstOfYear(facts.period, plan)) return {}
  const span = placeOf(plan.payment.accrual)
  const earlier = year.filter(
    (period) => period.index < own.index && spanIn(period, span) === spanIn(own, span),
  )
  return {
    yearToDate: {
      sales: toMoney(sum(earlier.map(soldBy))),
      earned: toMoney(
        (plan.payment.accrual ?? 'period') === 'period'
          ? (Object.values(spans).at(-1) ?? zero)
          : sum(earlier.map(({ index }) => at(earned, index).own)),
      ),
      ...targetBefore(earlier, facts),
      ...Object.fromEntries(Object.entries(spans).map(([span, figure]) => [span, toMoney(figure)])),
    },
  }
}

/** The span whose sales and earnings a period goes on from. */
function placeOf(accrual: Plan['payment']['accrual']): Span {
  if (accrual === 'quarter-to-date') return 'quarter'
  return accrual === 'half-year-to-date' ? 'half' : 'year'
}

function isFirstOfYear(period: string, { yearStartsIn = 1 }: Plan): boolean {
  return Number(period.slice(-2)) === yearStartsIn
}

/** A period on leave has no target, and counts those before it. */
function targetBefore(before: readonly Known[], { target }: Period) {
  if (typeof target === 'object') return {}
  const plain = before.map(({ facts }) => (typeof facts.target === 'string' ? facts.target : '0'))
  const total = sum(plain.map(amountOf))
  return total.n === 0n ? {} : { target: toMoney(total) }
}

function paysOf({ periods, closing }: Settlement): readonly SettledPay[] {
  return periods.map((period, index) => ({
    period: period.period,
    earned: period.earned,
    adjusted: period.adjusted,
    guaranteed: period.guaranteed,
    heldBack: period.heldBack,
    released: period.released,
    drawn: period.drawn,
    recovered: period.recovered,
    paid: period.paid,
    carried: period.carried,
    held: index === periods.length - 1 ? heldIn(closing) : '',
    drawOwed: period.drawOwed,
  }))
}

function heldIn({ held }: Settlement['closing']): string {
  return toMoney(
    (held ?? []).reduce((total, { amount }) => add(total, amountOf(amount)), amountOf('0')),
  )
}
