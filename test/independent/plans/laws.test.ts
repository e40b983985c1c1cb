/** What holds of plans of every kind, with every mechanism beside every other. */
import fc from 'fast-check'
import {
  attempt,
  calculateCommission,
  calculateCompensation,
  defineCommissionPlan,
  defineCompensationPlan,
  settleCommission,
  settleCompensation,
  sumOf,
} from 'sales-rules'
import { describe, expect, it } from 'vitest'
import { type Chain, kinds, years } from './draw.js'
import type { Line, Month } from './facts.js'
import { defined } from './run.js'

const CASES = Math.ceil(Number(process.env['YEAR_CASES'] ?? 20_000) / 200)
const TIMEOUT = Math.max(120_000, CASES * 1_000)

type DefinedPlan = NonNullable<ReturnType<typeof defined>>

const anyYear = fc.oneof(...Object.values(kinds).map((plans) => years(plans)))

/** Holds of years whose plan is one. */
function law(name: string, holds: (chain: Chain, plan: DefinedPlan) => void): void {
  it(
    name,
    () => {
      fc.assert(
        fc.property(anyYear, (chain) => {
          const plan = defined(chain.year.plan)
          if (plan !== null) holds(chain, plan)
        }),
        { numRuns: CASES },
      )
    },
    TIMEOUT,
  )
}

const monthsOf = ({ year }: Chain): readonly Month[] => year.months.map(({ month }) => month)

function settle(months: readonly object[], plan: DefinedPlan, more: object = {}) {
  return settleCommission({ payee: 'E-1', periods: months, ...more } as never, plan)
}

describe('a plan of any kind', () => {
  law('pays the same with a factor of 1 beside it', ({ year }, plan) => {
    const [first] = year.months
    for (const applies of ['both', 'counts', 'earns'] as const) {
      const factors = [...(year.plan.factors ?? []), { id: 'one', multiplier: '1', applies }]
      const same = defined({ ...year.plan, factors })
      // Where only the sum of the lines says what is earned, none counts more than it earns on.
      if (same === null) continue
      const amount = (by: DefinedPlan) => calculateCommission(first?.month as never, by).amount
      expect(amount(same)).toBe(amount(plan))
    }
  })

  law('pays the same with multipliers of 1, and with conditions that are met', ({ year }, plan) => {
    const [first] = year.months
    const step = { id: 'all', upTo: null, multiplier: '1' }
    const held = { id: 'held', comparison: 'at-least', required: '1', unit: 'ratio' } as const
    const multipliers = [...(year.plan.multipliers ?? []), { fact: 'one', steps: [step] }]
    const gate = year.plan.gate ?? { conditions: held }
    const same = defined({ ...year.plan, multipliers, gate })
    const month = { ...first?.month, facts: { ...first?.month.facts, one: '1' } }
    const facts = year.plan.gate === undefined ? { ...month.facts, held: '1' } : month.facts
    expect(calculateCommission({ ...month, facts } as never, same as DefinedPlan).amount).toBe(
      calculateCommission(first?.month as never, plan).amount,
    )
  })

  law('pays in a component alone what it pays, by any chain of settlements', (chain, plan) => {
    const { id: _, currency, ...commission } = chain.year.plan
    if (commission.payout === 'of-target-incentive') return
    const alone = defineCompensationPlan({
      currency,
      components: [
        { id: 'one', commission },
        { id: 'other', commission },
      ],
    } as never)
    const months = monthsOf(chain)
    const rows = months.map(({ period, ...own }) => ({
      period,
      components: { one: own, other: own },
    }))
    const [first] = rows
    const statement = calculateCommission(months[0] as never, plan)
    const paid = calculateCompensation(first as never, alone)
    expect(paid.amount).toBe(sumOf([statement.amount, statement.amount]))
    expect(paid.components.map(({ amount }) => amount)).toEqual([
      statement.amount,
      statement.amount,
    ])
    const cut = chain.starts[0] ?? 1
    const start = settleCompensation({ payee: 'E-1', periods: rows.slice(0, cut) } as never, alone)
    const opening = JSON.parse(JSON.stringify(start.closing))
    const rest = rows.slice(cut)
    const end =
      rest.length === 0
        ? start
        : settleCompensation({ payee: 'E-1', periods: rest, opening } as never, alone)
    const whole = settle(months, plan)
    expect(sumOf([start.paid, ...(rest.length === 0 ? [] : [end.paid])])).toBe(
      sumOf([whole.paid, whole.paid]),
    )
  })

  law('pays to date in all what one statement pays', (chain, plan) => {
    if (chain.year.plan.payment?.accrual !== 'year-to-date') return
    const months = monthsOf(chain)
    const whole = settle(months, plan)
    const last = whole.periods.at(-1)
    expect(sumOf(whole.periods.map(({ earned }) => earned))).toBe(last?.statement.amount)
  })

  law('pays for cash, once all of it has come, what it pays for orders', (chain, plan) => {
    const { payment } = chain.year.plan
    const onCash = attempt(() =>
      defineCommissionPlan({
        ...chain.year.plan,
        payment: { ...payment, on: 'collected' },
      } as never),
    )
    if (!onCash.ok) return
    const months = monthsOf(chain)
    const collected = months.flatMap(({ period, lines }) =>
      lines.flatMap((line) => leftOf(line, lines).map((row) => ({ ...row, period }))),
    )
    const booked = settle(months, plan)
    const cash = settle(months, onCash.value, { collected })
    const inAll = ({ periods }: typeof booked) => sumOf(periods.map(({ earned }) => earned))
    expect([inAll(cash), cash.notCounted]).toEqual([inAll(booked), booked.notCounted])
  })

  law('takes back all that it has paid where all that was sold comes back', (chain, plan) => {
    const { refunds, payment, floor } = chain.year.plan
    const [first] = monthsOf(chain)
    if (first === undefined || (refunds !== 'mirror' && payment?.accrual === 'period')) return
    if (floor !== undefined && refunds !== 'mirror') return
    const sold = first.lines.filter(({ refundOf }) => refundOf === undefined)
    // Among tiers that lines lie in, the last one comes back first.
    const back = [...sold]
      .reverse()
      .map(({ id, amount }) => ({ id: `B-${id}`, amount: `-${amount}`, refundOf: id }))
    const months = [
      { ...first, lines: sold },
      { ...first, period: '2026-02', lines: back },
    ]
    const { periods } = settle(months, plan)
    expect(sumOf(periods.map(({ earned }) => earned))).toBe('0.00')
  })
})

/** What can still be collected of a line in the month of its order. */
function leftOf({ id, amount, refundOf }: Line, lines: readonly Line[]) {
  if (refundOf !== undefined) return []
  const taken = lines.filter((line) => line.refundOf === id).map((line) => line.amount)
  const left = sumOf([amount, ...taken])
  return Number(left) > 0 ? [{ line: id, amount: left }] : []
}

describe('a table of one column', () => {
  it('is the scale: each row pays its one rate, whatever chooses the column', () => {
    const rateAndMonth = fc.tuple(
      fc.constantFrom('0.05', '1/7', '0.2'),
      fc.constantFrom(
        'amount',
        'margin',
        'discount',
        'quantity',
        'daysLate',
        'attainment',
        'units',
      ),
      years(kinds['tables that a figure or a fact chooses']),
    )
    fc.assert(
      fc.property(rateAndMonth, ([rate, measuredBy, { year }]) => {
        const month = year.months[0]?.month as Month
        const tiers = [{ id: 'all', upTo: null, rate }]
        const pay = (scale: object, more: object) => {
          const rules = ['a', 'b'].map((product) => ({
            id: product,
            when: { product },
            scale,
            ...more,
          }))
          const plan = defineCommissionPlan({
            currency: 'EUR',
            scale,
            ...more,
            rates: rules,
          } as never)
          const { facts: _, ...own } = month
          return calculateCommission(own as never, plan).amount
        }
        const column = { mode: 'whole-amount', measure: 'separate', tiers }
        expect(pay(column, { measuredBy })).toBe(pay({ mode: 'marginal', tiers }, {}))
      }),
      { numRuns: CASES },
    )
  })
})
