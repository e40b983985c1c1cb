import fc from 'fast-check'
import {
  type CommissionPlanInput,
  defineCommissionPlan,
  type LineProgress,
  type SettlementBalance,
  settleCommission,
} from 'sales-rules'
import { describe, expect, it } from 'vitest'
import { add, compare, fraction, negate, parse, sum, toDecimal, zero } from '../oracle/fraction.js'

type Parts = NonNullable<NonNullable<CommissionPlanInput['payment']>['parts']>

const MONTHS = 8

/** Any schedule: shares in twelfths, thirds among them, each on whatever a part may wait for. */
const schedules: fc.Arbitrary<Parts> = fc
  .array(
    fc.record({
      twelfths: fc.integer({ min: 1, max: 12 }),
      kind: fc.constantFrom('now', 'later', 'invoiced', 'collected', 'beyond', 'in-full'),
      after: fc.integer({ min: 1, max: 4 }),
      from: fc.constantFrom('0.25', '0.5', '0.75'),
    }),
    { minLength: 1, maxLength: 5 },
  )
  .map((drawn) => {
    const whole = drawn.reduce((total, { twelfths }) => total + twelfths, 0)
    return drawn.map(({ twelfths, kind, after, from }) => ({
      share: `${twelfths}/${whole}`,
      ...{
        now: { on: 'booked' as const },
        later: { on: 'booked' as const, after },
        invoiced: { on: 'invoiced' as const },
        collected: { on: 'collected' as const },
        beyond: { on: 'collected' as const, from },
        'in-full': { on: 'paid-in-full' as const },
      }[kind],
    }))
  })

/** A month in cents, and what comes of it: too much, taken back, or before its order among it. */
interface Stream {
  readonly cents: number
  readonly month: number
  readonly rows: readonly { readonly month: number; readonly cents: number }[]
}

const streams: fc.Arbitrary<Stream> = fc.record({
  cents: fc.integer({ min: 1, max: 2_000_000 }),
  month: fc.integer({ min: 0, max: 2 }),
  rows: fc.array(
    fc.record({
      month: fc.nat({ max: MONTHS - 1 }),
      cents: fc.integer({ min: -300_000, max: 1_500_000 }),
    }),
    { maxLength: 6 },
  ),
})

const money = (cents: number) => toDecimal(fraction(BigInt(cents), 100n), 2, 'half-up')
const periodOf = (month: number) => `2026-0${month + 1}`

function planOf(payment: NonNullable<CommissionPlanInput['payment']>, others: object = {}) {
  return defineCommissionPlan({
    currency: 'EUR',
    scale: { mode: 'marginal', tiers: [{ id: 'all', upTo: null, rate: '0.0777' }] },
    payment,
    ...others,
  })
}

function periodsOf({ cents, month }: Stream) {
  return Array.from({ length: MONTHS }, (_, index) => ({
    period: periodOf(index),
    lines: index === month ? [{ id: 'O-1', amount: money(cents) }] : [],
  }))
}

function rowsOf({ rows }: Stream): LineProgress[] {
  return rows.map(({ month, cents }) => ({
    line: 'O-1',
    period: periodOf(month),
    amount: money(cents),
  }))
}

const looksAt = (parts: Parts) => {
  const all = parts.map(({ on }) => on)
  return {
    invoiced: all.includes('invoiced'),
    collected: all.includes('collected') || all.includes('paid-in-full'),
  }
}

/** The rows in each list that the plan looks at. */
function listsOf(parts: Parts, rows: readonly LineProgress[]) {
  const { invoiced, collected } = looksAt(parts)
  return { ...(invoiced && { invoiced: rows }), ...(collected && { collected: rows }) }
}

const settleBy = (parts: Parts, stream: Stream, rows = rowsOf(stream)) =>
  settleCommission(
    { payee: 'E-7', periods: periodsOf(stream), ...listsOf(parts, rows) },
    planOf({ parts }),
  )

/** What is still open of the order after a stream, so that one more payment makes it whole. */
function openOf({ cents, month, rows }: Stream): number {
  let came = 0
  const inOrder = [...rows].sort((a, b) => a.month - b.month)
  for (const row of inOrder) {
    const after = came + row.cents
    if (row.month >= month && after >= 0 && after <= cents) came = after
  }
  return cents - came
}

describe('parts of a commission', () => {
  it('add up to it to the cent, under any schedule and any stream of cash that ends', () => {
    fc.assert(
      fc.property(schedules, streams, (parts, stream) => {
        const last = { line: 'O-1', period: periodOf(MONTHS - 1), amount: money(openOf(stream)) }
        const booked = settleCommission({ payee: 'E-7', periods: periodsOf(stream) }, planOf({}))
        const { earned } = settleBy(parts, stream, [...rowsOf(stream), last])
        expect(earned).toBe(booked.earned)
      }),
    )
  })

  it('never come to more than it, nor to less than nothing, at any time', () => {
    fc.assert(
      fc.property(schedules, streams, (parts, stream) => {
        const most = parse(
          settleCommission({ payee: 'E-7', periods: periodsOf(stream) }, planOf({})).earned,
        )
        let total = zero
        for (const { earned } of settleBy(parts, stream).periods) {
          total = add(total, parse(earned))
          expect(compare(total, zero)).toBeGreaterThanOrEqual(0)
          expect(compare(total, most)).toBeLessThanOrEqual(0)
        }
      }),
    )
  })

  it('are said part by part: what a period says of them is what it earned', () => {
    fc.assert(
      fc.property(schedules, streams, (parts, stream) => {
        fc.pre(parts.some(({ on, after }) => on !== 'booked' || after !== undefined))
        for (const period of settleBy(parts, stream).periods) {
          const said = sum((period.parts ?? []).map(({ amount }) => parse(amount)))
          expect(add(said, negate(parse(period.earned)))).toEqual(zero)
        }
      }),
    )
  })

  it('are paid the same whether settled at once or month by month, stored as JSON between', () => {
    fc.assert(
      fc.property(schedules, streams, (parts, stream) => {
        const plan = planOf({ parts })
        const { periods: atOnce } = settleBy(parts, stream)
        let opening: SettlementBalance | undefined
        const each = periodsOf(stream).map((period) => {
          const rows = rowsOf(stream).filter((row) => row.period === period.period)
          const { paid, closing } = settleCommission(
            {
              payee: 'E-7',
              periods: [period],
              ...listsOf(parts, rows),
              ...(opening && { opening }),
            },
            plan,
          )
          opening = JSON.parse(JSON.stringify(closing)) as SettlementBalance
          return paid
        })
        expect(each).toEqual(atOnce.map(({ paid }) => paid))
      }),
    )
  })

  it('do not look at the order of what comes in a month, where all of it fits', () => {
    fc.assert(
      fc.property(schedules, streams, (parts, stream) => {
        const cents = stream.rows.reduce((total, row) => total + Math.abs(row.cents), stream.cents)
        const rows = stream.rows.map((row) => ({ ...row, cents: Math.abs(row.cents) }))
        const fitting = { ...stream, cents, month: 0, rows }
        const there = settleBy(parts, fitting).periods.map(({ earned }) => earned)
        const back = settleBy(parts, fitting, rowsOf(fitting).reverse())
        expect(back.periods.map(({ earned }) => earned)).toEqual(there)
      }),
    )
  })

  it.each(['booked', 'invoiced', 'collected'] as const)(
    'that are one of 1, on what is %s, are a plan on that',
    (on) => {
      fc.assert(
        fc.property(streams, (stream) => {
          const input = { payee: 'E-7', periods: periodsOf(stream) }
          const lists = on === 'booked' ? {} : { [on]: rowsOf(stream) }
          const whole = settleCommission({ ...input, ...lists }, planOf({ on }))
          const parts = settleCommission(
            { ...input, ...lists },
            planOf({ parts: [{ share: 1, on }] }),
          )
          expect(parts.periods.map(({ parts: _, ...period }) => period.paid)).toEqual(
            whole.periods.map(({ paid }) => paid),
          )
          expect(parts.notCounted).toEqual(whole.notCounted)
          expect(parts.closing.lines).toEqual(whole.closing.lines)
        }),
      )
    },
  )

  it('take all back that they paid, where all of the order is taken back', () => {
    fc.assert(
      fc.property(schedules, streams, fc.integer({ min: 3, max: 7 }), (parts, stream, month) => {
        const periods = periodsOf(stream).map((period, index) => ({
          ...period,
          lines:
            index === month
              ? [{ id: 'R-1', amount: `-${money(stream.cents)}`, refundOf: 'O-1' }]
              : period.lines,
        }))
        const rows = rowsOf(stream).filter(({ period }) => String(period) < periodOf(month))
        const { earned } = settleCommission(
          { payee: 'E-7', periods, ...listsOf(parts, rows) },
          planOf({ parts }),
        )
        expect(earned).toBe('0.00')
      }),
    )
  })
})
