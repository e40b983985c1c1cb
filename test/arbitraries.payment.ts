/** What the laws of payment are tried on: terms of every kind, and a payee's periods in a row, around a turn of the year. */
import fc from 'fast-check'
import {
  addPeriods,
  attempt,
  type CommissionInput,
  type CommissionPlanInput,
  type DefinedCommissionPlan,
  defineCommissionPlan,
  type LineProgress,
  restateCommission,
  type SettledPeriod,
  type Settlement,
  type SettlementInput,
  type SettlementPeriodInput,
  settleCommission,
} from 'sales-rules'
import { amounts, commissionFacts, plans, workings } from './arbitraries.rooms.js'
import { multiply, negate, parse, toCanonical } from './oracle/fraction.js'

type Payment = NonNullable<CommissionPlanInput['payment']>

const maybe = <Value>(values: fc.Arbitrary<Value>) => fc.option(values, { nil: undefined })

export interface DrawnDraw {
  readonly amount: number
  readonly kind: 'recoverable' | 'non-recoverable'
  readonly periods?: number
  readonly schedule?: readonly { readonly periods: number; readonly amount: number }[]
  readonly recoverFrom: 'all' | 'above-draw'
  readonly recoverAfter: number
  readonly recoverAtMost: string
  readonly owedAtMost?: number
}

const drawAmounts = fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 3_000 }))

export const draws: fc.Arbitrary<DrawnDraw> = fc
  .record({
    amount: drawAmounts,
    periods: maybe(fc.integer({ min: 1, max: 12 })),
    schedule: maybe(
      fc.array(fc.record({ periods: fc.integer({ min: 1, max: 4 }), amount: drawAmounts }), {
        minLength: 1,
        maxLength: 3,
      }),
    ),
    kind: fc.constantFrom('recoverable' as const, 'non-recoverable' as const),
    recoverFrom: fc.constantFrom('all' as const, 'above-draw' as const),
    recoverAfter: fc.nat({ max: 4 }),
    recoverAtMost: fc.constantFrom('0', '0.25', '0.3333', '1'),
    owedAtMost: maybe(fc.integer({ min: 1, max: 5_000 })),
  })
  .map(({ owedAtMost, periods, schedule, ...draw }) => ({
    ...draw,
    ...(owedAtMost && { owedAtMost }),
    ...(schedule && { schedule }),
    ...(periods && { periods: Math.max(periods, amountsOf(schedule).length) }),
  }))

/** What a schedule comes to, period by period. */
function amountsOf(schedule: DrawnDraw['schedule'] = []): number[] {
  return schedule.flatMap(({ periods, amount }) => Array.from({ length: periods }, () => amount))
}

/** The amount of a draw in the period that comes so many after its first. */
export function drawIn(
  { amount, periods = Number.POSITIVE_INFINITY, schedule }: DrawnDraw,
  at: number,
) {
  return at < periods ? (amountsOf(schedule)[at] ?? amount) : 0
}

const payments = fc
  .record({
    accrual: fc.constantFrom('period' as const, 'year-to-date' as const),
    trueUp: fc.constantFrom('every-period' as const, 'quarter' as const, 'year' as const),
    holdback: maybe(
      fc.record({
        share: fc.constantFrom('0', '0.1', '0.3333', '1'),
        releaseAfter: fc.integer({ min: 1, max: 4 }),
      }),
    ),
    draw: maybe(draws),
    minimumPayout: maybe(fc.integer({ min: 1, max: 2_000 })),
  })
  .map(
    ({ accrual, trueUp, holdback, draw, minimumPayout }): Payment => ({
      accrual,
      trueUp: accrual === 'period' ? 'every-period' : trueUp,
      ...(holdback && { holdback }),
      ...(draw && { draw }),
      ...(minimumPayout !== undefined && { minimumPayout }),
    }),
  )

/** Plans with payment terms; `fixed` pins what a law is about. */
export function settledPlans(fixed: Partial<Payment> = {}): fc.Arbitrary<CommissionPlanInput> {
  return fc.tuple(plans(), payments).map(([plan, payment]) => {
    const terms = { ...payment, ...fixed }
    const trueUp = terms.accrual === 'period' ? ('every-period' as const) : terms.trueUp
    return { ...plan, payment: { ...terms, ...(trueUp && { trueUp }) } }
  })
}

const starts = fc.constantFrom('2025-10', '2026-01', '2025-Q3', '2025')

/** Up to fifteen periods in a row, all with lines whose ids differ. */
const lineHistories: fc.Arbitrary<SettlementPeriodInput[]> = fc
  .tuple(
    starts,
    commissionFacts,
    fc.array(fc.array(amounts(-10, 40), { maxLength: 4 }), { maxLength: 15 }),
  )
  .map(([first, facts, list]) =>
    list.map((sold, index) => ({
      ...facts,
      period: addPeriods(first, index),
      lines: sold.map((amount, line) => ({ id: `order-${index}-${line}`, amount })),
    })),
  )

/** Up to fifteen periods in a row, all with a figure for their sales. */
const figureHistories: fc.Arbitrary<SettlementPeriodInput[]> = fc
  .tuple(starts, commissionFacts, fc.array(amounts(-20, 40), { maxLength: 15 }))
  .map(([first, facts, list]) =>
    list.map((sales, index) => ({ ...facts, period: addPeriods(first, index), sales })),
  )

export const histories = fc.oneof(figureHistories, lineHistories)

/** The same periods, with refunds of some of their lines: each names a line of its own period, or of the period before. */
export const refundedHistories: fc.Arbitrary<SettlementPeriodInput[]> = fc
  .tuple(
    lineHistories,
    fc.array(
      fc.record({ back: fc.nat({ max: 1 }), part: fc.constantFrom('1', '0.5', '0.3', '0') }),
      {
        minLength: 1,
        maxLength: 5,
      },
    ),
  )
  .map(([history, refunds]) =>
    history.map((period, index) => {
      const { back, part } = refunds[index % refunds.length] ?? { back: 0, part: '0' }
      const original = history[Math.max(0, index - back)]?.lines?.[0]
      if (original === undefined || part === '0') return period
      const amount = toCanonical(negate(multiply(parse(String(original.amount)), parse(part))))
      const refund = { id: `refund-${index}`, amount, refundOf: original.id }
      return { ...period, lines: [...(period.lines ?? []), refund] } as SettlementPeriodInput
    }),
  )

/** A settlement that goes on from an earlier one, and pays a correction of it, clawbacks, overrides and amounts by hand. */
export interface CorrectedSettlement {
  readonly plan: DefinedCommissionPlan
  readonly input: SettlementInput
  readonly settlement: Settlement
  /** The period that was wrong, as it was settled. */
  readonly wrong: SettledPeriod
}

const SAID_BESIDE = [
  { share: '1', elapsedDays: 3 },
  { manager: 'Li', payee: 'Wu', rate: '0.01' },
  { reason: 'as agreed' },
]

/** Of what the rules refuse, nothing; of a correction that they refuse, what else there is. */
export const correctedSettlements: fc.Arbitrary<CorrectedSettlement | undefined> = fc
  .tuple(
    settledPlans(),
    histories.filter(({ length }) => length > 1),
    fc.array(
      fc.record({
        said: fc.constantFrom(...SAID_BESIDE),
        id: fc.constantFrom('A', 'B'),
        amount: fc.integer({ min: -3_000, max: 3_000 }).map(String),
      }),
      { maxLength: 4 },
    ),
    fc.tuple(fc.nat(), fc.nat(), amounts(-3, 9)),
  )
  .map(([json, history, given, [from, of, more]]) => {
    const [plan] = made(() => defineCommissionPlan(json))
    if (plan === undefined) return undefined
    const at = 1 + (from % (history.length - 1))
    const before = { payee: 'Li', periods: history.slice(0, at) }
    const [first] = made(() => settleCommission(before, plan))
    const wrong = first?.periods[of % at]
    const now = { payee: 'Li', ...moreSold(history[of % at], more) } as CommissionInput
    const corrections = made(() => {
      const paid = (first?.periods ?? []).slice(0, 1 + (of % at)).map((one) => one.statement)
      return restateCommission({ paid, now: [now] }, plan).corrections
    }).flat()
    const { currency } = plan
    const beside = given.map(({ said, id, amount }, index) => {
      // An amount by hand has an id of its own.
      const own = 'reason' in said ? `${id}-${index}` : id
      return { ...said, id: own, amount, currency }
    })
    const settle = (adjustments: readonly object[]) =>
      made((): CorrectedSettlement | undefined => {
        const [own, ...later] = history.slice(at)
        if (first === undefined || wrong === undefined || own === undefined) return undefined
        const periods = [{ ...own, adjustments } as SettlementPeriodInput, ...later]
        const input = { payee: 'Li', periods, opening: first.closing }
        return { plan, input, settlement: settleCommission(input, plan), wrong }
      })[0]
    return settle([...corrections, ...beside]) ?? settle(beside)
  })

/** What a call returns; nothing where the rules refuse it. */
function made<Value>(call: () => Value): readonly Value[] {
  const result = attempt(call)
  return result.ok ? [result.value] : []
}

/** What a period really was: more sold than was known, or less. */
function moreSold(period: SettlementPeriodInput | undefined, more: string): object {
  if (period?.lines === undefined) return { ...period, sales: more }
  return { ...period, lines: [...period.lines, { id: 'late', amount: more }] }
}

/** A plan with any of its mechanisms and terms, and the last five months of a year with all that they look at. */
export const richSettlements = fc
  .tuple(workings(), payments, fc.array(fc.nat({ max: 4 }), { minLength: 12, maxLength: 12 }))
  .map(([{ plan, input }, payment, months]) => {
    const { payee: _, period: __, yearToDate: ___, lines, ...facts } = input
    const ids = lines.map(({ id }) => id)
    const own = lines.filter(({ id }, index) => ids.indexOf(id) === index)
    const monthOf = own.map((_line, index) => months[index % months.length] ?? 0).sort()
    const history = Array.from({ length: 5 }, (_month, at) => ({
      ...facts,
      period: addPeriods('2026-08', at),
      lines: own.filter((_line, index) => monthOf[index] === at),
    })) as SettlementPeriodInput[]
    return { plan: { ...plan, payment }, history }
  })

/** Payments of some of the lines, in the period of the line or later: some are too large, and some name no line. */
export function collections(
  history: readonly SettlementPeriodInput[],
): fc.Arbitrary<readonly LineProgress[]> {
  const lines = history.flatMap(({ lines: own = [] }, index) =>
    own.map(({ id, amount }) => ({ id, amount: String(amount), index })),
  )
  if (lines.length === 0) return fc.constant([])
  const row = fc
    .record({
      line: fc.constantFrom(...lines),
      later: fc.nat({ max: 6 }),
      part: fc.constantFrom('0.1', '0.25', '0.5', '1', '1.5', '-0.1'),
      isUnknown: fc.nat({ max: 9 }).map((draw) => draw === 0),
    })
    .map(({ line: { id, amount, index }, later, part, isUnknown }) => ({
      line: isUnknown ? 'nothing' : id,
      period: history[Math.min(history.length - 1, index + later)]?.period ?? '',
      amount: toCanonical(multiply(parse(amount), parse(part))),
    }))
  return fc.array(row, { maxLength: 12 })
}
