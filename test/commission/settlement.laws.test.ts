import fc from 'fast-check'
import {
  type CommissionCorrection,
  type CommissionInput,
  type CommissionPlanInput,
  type CommissionStatement,
  calculateCommission,
  defineCommissionPlan,
  periodRange,
  restateCommission,
  type SettlementPeriodInput,
  settleCommission,
} from 'sales-rules'
import { describe, expect, it } from 'vitest'
import { type DrawnDraw, drawIn, draws, histories, settledPlans } from '../arbitraries.payment.js'
import { amounts, commissionFacts, plans, throughJson } from '../arbitraries.rooms.js'
import {
  add,
  compare,
  type Fraction,
  fraction,
  larger,
  multiply,
  negate,
  parse,
  smaller,
  subtract,
  sum,
  toCanonical,
  toDecimal,
  zero,
} from '../oracle/fraction.js'

function settle(periods: readonly SettlementPeriodInput[], plan: CommissionPlanInput) {
  return settleCommission({ payee: 'E-7', periods }, defineCommissionPlan(plan))
}

type Settled = ReturnType<typeof settle>['periods'][number]

function total(
  list: readonly Settled[],
  key: Exclude<
    keyof Settled,
    'statement' | 'corrections' | 'adjustments' | 'parts' | 'payout' | 'handedOver'
  >,
): Fraction {
  return sum(list.map((period) => parse(period[key])))
}

/** The settlement up to and with each of its periods, and that period. */
function upToEach(periods: readonly Settled[]) {
  return periods.map((period, index) => ({ period, list: periods.slice(0, index + 1) }))
}

describe('a settlement', () => {
  it('pays, holds or carries all that was earned: nothing is lost and nothing invented', () => {
    fc.assert(
      fc.property(histories, settledPlans(), (history, plan) => {
        for (const { period, list } of upToEach(settle(history, plan).periods)) {
          const held = subtract(total(list, 'heldBack'), total(list, 'released'))
          const open = subtract(add(held, parse(period.carried)), parse(period.drawOwed))
          const came = add(total(list, 'earned'), total(list, 'guaranteed'))
          expect(add(total(list, 'paid'), open)).toEqual(came)
        }
      }),
      { numRuns: 300 },
    )
  })

  it('closes with what its periods leave open', () => {
    fc.assert(
      fc.property(histories, settledPlans(), (history, plan) => {
        const { periods, earned, paid, closing } = settle(history, plan)
        const held = subtract(total(periods, 'heldBack'), total(periods, 'released'))
        expect([parse(earned), parse(paid)]).toEqual([
          total(periods, 'earned'),
          total(periods, 'paid'),
        ])
        expect(sum(closing.held.map(({ amount }) => parse(amount)))).toEqual(held)
        expect(closing.carried).toBe(periods.at(-1)?.carried ?? closing.carried)
        expect(closing.draw).toBe(periods.at(-1)?.drawOwed ?? closing.draw)
        expect(throughJson(settle(history, plan))).toStrictEqual(settle(history, plan))
      }),
    )
  })

  it('pays nobody less than nothing, and nothing or at least the minimum', () => {
    fc.assert(
      fc.property(histories, settledPlans(), (history, plan) => {
        const minimum = parse(String(plan.payment?.minimumPayout ?? 0))
        for (const { paid, carried } of settle(history, plan).periods) {
          if (parse(paid).n > 0n) {
            expect(isAtLeast(paid, minimum)).toBe(true)
            expect(parse(carried)).toEqual(zero)
          } else {
            expect(parse(paid)).toEqual(zero)
            expect(parse(carried).n > 0n && isAtLeast(carried, minimum)).toBe(false)
          }
        }
      }),
    )
  })

  it('can be settled up to any period, and the periods after it change nothing', () => {
    fc.assert(
      fc.property(histories, fc.nat({ max: 15 }), settledPlans(), (history, at, plan) => {
        const part = settle(history.slice(0, at), plan).periods
        expect(settle(history, plan).periods.slice(0, at)).toEqual(part)
      }),
    )
  })
})

function isAtLeast(amount: string, least: Fraction): boolean {
  return compare(parse(amount), least) >= 0
}

describe('what a period has earned', () => {
  it('on its own is its statement', () => {
    fc.assert(
      fc.property(histories, settledPlans({ accrual: 'period' }), (history, plan) => {
        const defined = defineCommissionPlan(plan)
        fc.pre(defined.cap?.year === undefined)
        for (const [index, { earned, statement }] of settle(history, plan).periods.entries()) {
          const input = { ...history[index], payee: 'E-7' } as CommissionInput
          expect(statement).toEqual(calculateCommission(input, defined))
          expect(earned).toBe(statement.amount)
        }
      }),
    )
  })

  it('to date adds up to the statement of the year, paid at once, whenever it is trued up', () => {
    // What the cap of a period takes does not come back.
    const plansToDate = settledPlans({ accrual: 'year-to-date' }).filter(
      ({ cap }) => cap?.amount === undefined,
    )
    fc.assert(
      fc.property(histories, plansToDate, (history, plan) => {
        const { periods } = settle(history, plan)
        for (const year of ['2025', '2026', '2027']) {
          const inYear = ({ period }: { readonly period?: unknown }) =>
            String(period).startsWith(year)
          const inputs = history.filter(inYear)
          if (!endsTheYear(inputs.at(-1)?.period as string, plan)) continue
          const { amount } = calculateCommission(atOnce(inputs, year), defineCommissionPlan(plan))
          expect(total(periods.filter(inYear), 'earned')).toEqual(parse(amount))
          expect(periods.filter(inYear).at(-1)?.statement.amount).toBe(amount)
        }
      }),
      { numRuns: 200 },
    )
  })
})

/** Whether the plan has trued up to the year with this period. */
function endsTheYear(period: string | undefined, { payment }: CommissionPlanInput): boolean {
  if (period === undefined) return false
  return payment?.trueUp === 'every-period' || periodRange(period).to.endsWith('-12-31')
}

/** The periods of a year as one: their sales, or their lines, and their targets together. */
function atOnce(inputs: readonly SettlementPeriodInput[], year: string): CommissionInput {
  const addUp = (key: 'sales' | 'target' | 'targetIncentive') =>
    toCanonical(sum(inputs.map((input) => parse(String(input[key] ?? '0')))))
  const [first] = inputs
  const lines = inputs.flatMap((input) => [...(input.lines ?? [])])
  return {
    ...first,
    payee: 'E-7',
    period: year,
    target: addUp('target'),
    ...(first?.targetIncentive !== undefined && { targetIncentive: addUp('targetIncentive') }),
    ...(first?.lines === undefined ? { sales: addUp('sales') } : { lines }),
  } as CommissionInput
}

describe('a holdback', () => {
  it('is released exactly once, its periods later, and is its share of what was earned', () => {
    const holdback = { share: '0.3333', releaseAfter: 2 }
    fc.assert(
      fc.property(histories, settledPlans({ holdback }), (history, plan) => {
        const { periods } = settle(history, plan)
        const { mode = 'half-up', decimals = 0 } = plan.rounding ?? {}
        for (const [index, { earned, heldBack, released }] of periods.entries()) {
          const before = periods[index - holdback.releaseAfter]?.heldBack ?? '0'
          expect(parse(released)).toEqual(parse(before))
          const exact = multiply(parse(earned), parse(holdback.share))
          const share = parse(earned).n <= 0n ? zero : exact
          expect(parse(heldBack)).toEqual(parse(toDecimal(share, decimals, mode)))
        }
      }),
    )
  })
})

describe('a draw', () => {
  const withDraw = (change: Partial<DrawnDraw>) =>
    fc.tuple(settledPlans(), draws).map(([plan, drawn]) => {
      const draw: DrawnDraw = { ...drawn, ...change }
      return { ...plan, payment: { ...plan.payment, draw } }
    })

  it('that is recoverable never changes what is paid in all, but for what is still owed', () => {
    fc.assert(
      fc.property(histories, withDraw({ kind: 'recoverable' }), (history, plan) => {
        const { draw: _, ...without } = plan.payment
        const undrawn = upToEach(settle(history, { ...plan, payment: without }).periods)
        for (const [index, { period, list }] of upToEach(settle(history, plan).periods).entries()) {
          const same = undrawn[index]
          const paid = add(total(list, 'paid'), parse(period.carried))
          const otherwise = add(total(same?.list ?? [], 'paid'), parse(same?.period.carried ?? '0'))
          expect(subtract(paid, parse(period.drawOwed))).toEqual(otherwise)
          expect(parse(period.guaranteed)).toEqual(zero)
        }
      }),
    )
  })

  it('that is recoverable is the least that is paid, where recovery takes only what is above it and neither a minimum nor a limit holds it', () => {
    const advance = { kind: 'recoverable', recoverFrom: 'above-draw' } as const
    fc.assert(
      fc.property(histories, withDraw(advance), (history, plan) => {
        const { minimumPayout: _, ...terms } = plan.payment
        const { owedAtMost: __, ...draw } = terms.draw
        const payment = { ...terms, draw }
        for (const [index, { paid }] of settle(history, { ...plan, payment }).periods.entries())
          expect(isAtLeast(paid, amountIn(draw, index))).toBe(true)
      }),
    )
  })

  it('that is a guarantee tops up what a period earned, by no more than its amount, whatever else is owed', () => {
    const debts = fc.array(fc.integer({ min: -9_000, max: 9_000 }), { minLength: 1, maxLength: 3 })
    const guaranteed = withDraw({ kind: 'non-recoverable' })
    fc.assert(
      fc.property(histories, guaranteed, debts, (history, plan, amounts) => {
        const { periods } = settle(history, plan)
        for (const [index, period] of periods.entries()) {
          const most = amountIn(plan.payment.draw, index)
          const earned = larger(zero, parse(period.earned))
          const expected = larger(zero, subtract(most, earned))
          expect(parse(period.guaranteed)).toEqual(expected)
        }
        const indebted = history.map((input, index) => ({
          ...input,
          adjustments: [{ id: 'A', amount: amounts[index % amounts.length] ?? 0, reason: 'other' }],
        }))
        expect(settle(indebted, plan).periods.map((period) => period.guaranteed)).toEqual(
          periods.map((period) => period.guaranteed),
        )
      }),
    )
  })

  it('changes nothing of a clawback: taking back all that was earned leaves the guarantees alone', () => {
    fc.assert(
      fc.property(histories, withDraw({}), fc.nat({ max: 15 }), (history, plan, at) => {
        fc.pre(history.length > 0)
        const clean = settle(history, plan)
        const taken = toCanonical(negate(parse(clean.earned)))
        const adjustments = [{ id: 'all of it', amount: taken, reason: 'cancelled' }]
        const returning = history.map((input, index) =>
          index === at % history.length ? { ...input, adjustments } : input,
        )
        const { periods, closing } = settle(returning, plan)
        const open = [closing.carried, `-${closing.draw}`, ...closing.held.map((one) => one.amount)]
        const inAll = add(total(periods, 'paid'), sum(open.map(parse)))
        expect(inAll).toEqual(total(clean.periods, 'guaranteed'))
      }),
      { numRuns: 200 },
    )
  })

  it('that is recoverable is recovered by a plan without one, from all that it pays', () => {
    const alone = fc.tuple(settledPlans({ accrual: 'period' }), draws).map(([plan, drawn]) => ({
      ...plan,
      payment: { ...plan.payment, draw: { ...drawn, kind: 'recoverable' as const } },
    }))
    fc.assert(
      fc.property(histories, fc.nat({ max: 8 }), alone, (history, at, plan) => {
        const { draw: _, ...payment } = plan.payment
        const without = defineCommissionPlan({ ...plan, payment })
        const first = settle(history.slice(0, at), plan)
        const opening = throughJson(first.closing)
        const periods = history.slice(at)
        const { periods: later } = settleCommission({ payee: 'E-7', periods, opening }, without)
        for (const [index, period] of later.entries()) {
          const before = later[index - 1] ?? first.periods.at(-1)
          const available = larger(zero, availableIn(period, before))
          expect(parse(period.recovered)).toEqual(
            smaller(parse(before?.drawOwed ?? '0'), available),
          )
          expect(parse(period.drawn)).toEqual(zero)
        }
      }),
    )
  })

  it('is never owed beyond its limit', () => {
    fc.assert(
      fc.property(
        histories,
        withDraw({ kind: 'recoverable', owedAtMost: 1_000 }),
        (history, plan) => {
          for (const { drawOwed } of settle(history, plan).periods) {
            expect(isAtLeast('1000', parse(drawOwed))).toBe(true)
          }
        },
      ),
    )
  })

  it('is recovered within its terms: not before its time, not beyond its share, not twice', () => {
    fc.assert(
      fc.property(histories, withDraw({}), (history, plan) => {
        const { draw } = plan.payment
        const { periods } = settle(history, plan)
        for (const [index, period] of periods.entries()) {
          const before = periods[index - 1]
          const recovered = parse(period.recovered)
          const most = mostRecovered(index, availableIn(period, before), draw)
          expect(compare(recovered, parse(before?.drawOwed ?? '0'))).toBeLessThanOrEqual(0)
          expect(compare(recovered, most)).toBeLessThanOrEqual(0)
          expect(compare(recovered, zero)).toBeGreaterThanOrEqual(0)
        }
      }),
    )
  })

  it('is recovered as soon as its terms allow', () => {
    const eager = {
      kind: 'recoverable',
      recoverFrom: 'all',
      recoverAfter: 0,
      recoverAtMost: '1',
    } as const
    fc.assert(
      fc.property(histories, withDraw(eager), (history, plan) => {
        const { periods } = settle(history, plan)
        for (const [index, period] of periods.entries()) {
          const available = availableIn(period, periods[index - 1])
          if (compare(available, amountIn(plan.payment.draw, index)) < 0) continue
          const owed = parse(periods[index - 1]?.drawOwed ?? '0')
          const expected = compare(owed, available) < 0 ? owed : available
          expect(parse(period.recovered)).toEqual(expected)
        }
      }),
    )
  })
})

function amountIn(draw: DrawnDraw, index: number): Fraction {
  return fraction(BigInt(drawIn(draw, index)))
}

function mostRecovered(index: number, available: Fraction, draw: DrawnDraw): Fraction {
  const advance = draw.kind === 'recoverable' ? amountIn(draw, index) : zero
  const above = subtract(available, advance)
  if (index < draw.recoverAfter || above.n < 0n) return zero
  const share = multiply(available, parse(draw.recoverAtMost))
  return smaller(share, draw.recoverFrom === 'all' ? available : above)
}

/** Earned and guaranteed, less what is held back, with what is released and what was carried over. */
function availableIn(period: Settled, before: Settled | undefined): Fraction {
  return sum([
    parse(period.earned),
    parse(period.guaranteed),
    negate(parse(period.heldBack)),
    parse(period.released),
    parse(before?.carried ?? '0'),
  ])
}

const runs = fc
  .tuple(
    fc.array(fc.record({ payee: fc.nat({ max: 1 }), period: fc.nat({ max: 2 }) }), {
      maxLength: 5,
    }),
    fc.array(fc.tuple(amounts(), commissionFacts), { minLength: 30, maxLength: 30 }),
  )
  .map(([named, figures]) => {
    const names = [...new Set(named.map(({ payee, period }) => `E-${payee} 2026-Q${period + 1}`))]
    return (run: number): CommissionInput[] =>
      names.map((name, index) => {
        const [payee = '', period = ''] = name.split(' ')
        const [sales = '0', facts] = figures[(run * 5 + index) % figures.length] ?? []
        return { ...facts, payee, period, sales }
      })
  })

describe('corrections', () => {
  it('and what was paid are what a clean run pays, in any chain', () => {
    fc.assert(
      fc.property(runs, plans({ at: 'total' }), fc.nat({ max: 5 }), (inputs, input, unpaid) => {
        const plan = defineCommissionPlan(input)
        const paid = inputs(0)
          .slice(unpaid)
          .map((one) => calculateCommission(one, plan))
        const archive = deepFreeze(throughJson(paid))
        let corrected: readonly CommissionCorrection[] = []
        for (let run = 1; run <= 4; run += 1) {
          const now = inputs(run)
          const restated = restateCommission({ paid: archive, corrected, now }, plan)
          corrected = deepFreeze([...corrected, ...throughJson(restated.corrections)])
          const clean = now.map((one) => calculateCommission(one, plan))
          expect(restated.statements).toEqual(clean)
          for (const statement of clean) {
            const all = [...archive, ...corrected].filter((one) => isOf(one, statement))
            expect(sum(all.map(({ amount }) => parse(amount)))).toEqual(parse(statement.amount))
          }
          expect(restateCommission({ paid: archive, corrected, now }, plan).corrections).toEqual([])
        }
        expect(archive).toEqual(paid)
      }),
      { numRuns: 150 },
    )
  })

  it('are the same in one run or payee by payee', () => {
    fc.assert(
      fc.property(runs, plans({ at: 'total' }), (inputs, input) => {
        const plan = defineCommissionPlan(input)
        const paid = inputs(0).map((one) => calculateCommission(one, plan))
        const { corrections } = restateCommission({ paid, now: inputs(1) }, plan)
        const split = inputs(1).flatMap(
          (one) => restateCommission({ paid, now: [one] }, plan).corrections,
        )
        expect(split).toEqual(corrections)
      }),
    )
  })

  it('each add up: paid and amount are due, and a reason is named', () => {
    fc.assert(
      fc.property(runs, plans({ at: 'total' }), (inputs, input) => {
        const plan = defineCommissionPlan(input)
        const paid = inputs(0).map((one) => calculateCommission(one, plan))
        for (const one of restateCommission({ paid, now: inputs(1) }, plan).corrections) {
          expect(add(parse(one.paid), parse(one.amount))).toEqual(parse(one.due))
          expect(one.reasons.length).toBeGreaterThan(0)
          for (const { was, is } of one.reasons) expect(was).not.toBe(is)
        }
      }),
    )
  })
})

type Owned = Pick<CommissionStatement, 'payee' | 'period'>

function isOf(one: Owned, other: Owned): boolean {
  return one.payee === other.payee && one.period === other.period
}

function deepFreeze<Value>(value: Value): Value {
  if (typeof value !== 'object' || value === null) return value
  for (const inner of Object.values(value)) deepFreeze(inner)
  return Object.freeze(value)
}
