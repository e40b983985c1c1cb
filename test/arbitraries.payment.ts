/** What the laws of payment are tried on: terms of every kind, and a payee's periods in a row, around a turn of the year. */
import fc from 'fast-check'
import {
  addPeriods,
  type CommissionPlanInput,
  type LineProgress,
  type SettlementPeriodInput,
} from 'sales-rules'
import { amounts, commissionFacts, plans } from './arbitraries.rooms.js'
import { fraction, multiply, parse, toCanonical } from './oracle/fraction.js'

type Payment = NonNullable<CommissionPlanInput['payment']>

const maybe = <Value>(values: fc.Arbitrary<Value>) => fc.option(values, { nil: undefined })

export interface DrawnDraw {
  readonly amount: number
  readonly kind: 'recoverable' | 'non-recoverable'
  readonly recoverFrom: 'all' | 'above-draw'
  readonly recoverAfter: number
  readonly recoverAtMost: string
  readonly owedAtMost?: number
}

export const draws: fc.Arbitrary<DrawnDraw> = fc
  .record({
    amount: fc.integer({ min: 1, max: 3_000 }),
    kind: fc.constantFrom('recoverable' as const, 'non-recoverable' as const),
    recoverFrom: fc.constantFrom('all' as const, 'above-draw' as const),
    recoverAfter: fc.nat({ max: 4 }),
    recoverAtMost: fc.constantFrom('0', '0.25', '0.3333', '1'),
    owedAtMost: maybe(fc.integer({ min: 1, max: 5_000 })),
  })
  .map(({ owedAtMost, ...draw }) => ({ ...draw, ...(owedAtMost && { owedAtMost }) }))

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
export const lineHistories: fc.Arbitrary<SettlementPeriodInput[]> = fc
  .tuple(
    starts,
    commissionFacts,
    fc.array(fc.array(amounts(-10, 40), { maxLength: 4 }), { maxLength: 15 }),
  )
  .map(([first, { earnedBefore: _, ...facts }, list]) =>
    list.map((sold, index) => ({
      ...facts,
      period: addPeriods(first, index),
      lines: sold.map((amount, line) => ({ id: `order-${index}-${line}`, amount })),
    })),
  )

/** Up to fifteen periods in a row, all with a figure for their sales. */
const figureHistories: fc.Arbitrary<SettlementPeriodInput[]> = fc
  .tuple(starts, commissionFacts, fc.array(amounts(-20, 40), { maxLength: 15 }))
  .map(([first, { earnedBefore: _, ...facts }, list]) =>
    list.map((sales, index) => ({ ...facts, period: addPeriods(first, index), sales })),
  )

export const histories = fc.oneof(figureHistories, lineHistories)

/** For each line, in turn, in how many periods after its own it is paid, and in how many equal parts. */
export type Paying = readonly { readonly after: number; readonly parts: number }[]

export const payings: fc.Arbitrary<Paying> = fc.array(
  fc.record({ after: fc.nat({ max: 6 }), parts: fc.constantFrom(1, 1, 2, 4) }),
  { minLength: 1, maxLength: 6 },
)

/** Every line above zero is paid in full, in parts, one a period; what would come after the last period comes in it. */
export function payInFull(
  history: readonly SettlementPeriodInput[],
  paying: Paying,
): LineProgress[] {
  const rows: LineProgress[] = []
  let turn = 0
  for (const [index, { lines = [] }] of history.entries()) {
    for (const { id, amount } of lines) {
      const { after = 0, parts = 1 } = paying[turn % paying.length] ?? {}
      turn += 1
      if (parse(String(amount)).n <= 0n) continue
      const part = toCanonical(multiply(parse(String(amount)), fraction(1n, BigInt(parts))))
      for (let paid = 0; paid < parts; paid += 1) {
        const at = Math.min(history.length - 1, index + after + paid)
        rows.push({ line: id, period: history[at]?.period ?? '', amount: part })
      }
    }
  }
  return rows
}
