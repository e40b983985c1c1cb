/** Settles a year of plain facts by the library, cut into settlements; what is learned later goes through `restateCommission`. */
import { attempt, defineCommissionPlan, restateCommission, settleCommission } from 'sales-rules'
import { add, sum } from '../../oracle/fraction.js'
import { spanOf } from './calendar.js'
import type { Chain } from './draw.js'
import { type Known, soldBy } from './earn.js'
import { amountOf, at, lastOf, toMoney } from './exact.js'
import type { Period, Plan, Settled, Year } from './facts.js'
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

/** With `isGivenAgain` all corrections are given once more in the last period. */
export function run({ year, starts }: Chain, isGivenAgain = false): Run {
  const result = attempt(() => settleEach(year, starts, isGivenAgain))
  if (result.ok) return { refused: null, ...result.value }
  return { refused: result.issues.map(({ code, message }) => `${code} ${message}`).join('; ') }
}

interface Progress {
  readonly settlements: Settlement[]
  readonly corrections: Corrections[number][]
  readonly isGivenAgain: boolean
}

function settleEach(year: Year, starts: readonly number[], isGivenAgain: boolean) {
  const progress: Progress = { settlements: [], corrections: [], isGivenAgain }
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
    ...(held.from === start && held.change && { planChange: held.change }),
    ...(periods.some(({ isFinal }) => isFinal) && { final: true }),
    ...collectedIn(periods, held.plan),
  }
  return settleCommission(input as unknown as SettlementInput, define(held.plan))
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
  if (payment.on === undefined || payment.on === 'booked') return {}
  const rows = periods.flatMap(({ facts: { period }, collected }) =>
    (collected ?? []).map((row) => ({ ...row, period })),
  )
  return { [payment.on]: rows }
}

/** What `restateCommission` says of a period, by the plan of then. */
function correct(year: Year, now: Period, index: number, progress: Progress): Corrections {
  const position = year.periods.findIndex(({ facts }) => facts.period === now.period)
  const { plan } = lastOf(year.plans, ({ from }) => from <= position) ?? at(year.plans, 0)
  const paid = progress.settlements
    .flatMap(({ periods }) => periods)
    .filter(({ period }) => period === now.period)
    .map(({ statement }) => ({ ...statement, period: now.period }))
  const corrected = progress.corrections.filter(({ period }) => period === now.period)
  const input = {
    paid,
    corrected,
    now: [{ payee: PAYEE, ...now, ...yearToDateOf(year, position, index, plan) }],
  }
  const { corrections } = restateCommission(input as never, define(plan))
  progress.corrections.push(...corrections)
  return corrections
}

/** What the year had sold and earned before a period, as is known when it is corrected; nothing where the period begins its year. */
function yearToDateOf(year: Year, position: number, index: number, plan: Plan) {
  const { known, earned } = accountAt(year, index)
  const yearOf = ({ facts }: Known) => spanOf(facts.period, 'year', plan.yearStartsIn)
  const own = at(known, position)
  const looksBack = plan.cap?.year !== undefined || plan.payment.accrual !== 'period'
  if (!looksBack || isFirstOfYear(own.facts.period, plan)) return {}
  const before = known.slice(0, position).filter((period) => yearOf(period) === yearOf(own))
  const earnedBefore = before.map((period) => at(earned, period.index).beforeCap)
  return {
    yearToDate: {
      sales: toMoney(sum(before.map(soldBy))),
      earned: toMoney(sum(earnedBefore)),
      ...targetBefore(before, own.facts),
    },
  }
}

function isFirstOfYear(period: string, { yearStartsIn = 1 }: Plan): boolean {
  return Number(period.slice(-2)) === yearStartsIn
}

function targetBefore(before: readonly Known[], { target }: Period) {
  if (typeof target !== 'string') return {}
  const total = sum(before.map(({ facts }) => amountOf(facts.target as string | undefined)))
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
