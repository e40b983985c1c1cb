import fc from 'fast-check'
import {
  accrualOf,
  type CommissionInput,
  type CommissionPlanInput,
  calculateCommission,
  clawBack,
  defineCommissionPlan,
  type LineProgress,
  payrollRows,
  restateCommission,
  type Settlement,
  type SettlementBalance,
  type SettlementPeriodInput,
  settleCommission,
} from 'sales-rules'
import { describe, expect, it } from 'vitest'
import {
  collections,
  histories,
  refundedHistories,
  richSettlements,
  settledPlans,
} from '../arbitraries.payment.js'
import { amounts, plans, throughJson } from '../arbitraries.rooms.js'
import {
  add,
  compare,
  divide,
  type Fraction,
  fraction,
  multiply,
  negate,
  parse,
  subtract,
  sum,
  toCanonical,
  toDecimal,
  zero,
} from '../oracle/fraction.js'

type Periods = readonly SettlementPeriodInput[]

interface Given {
  readonly opening?: SettlementBalance
  readonly collected?: readonly LineProgress[]
}

function settle(periods: Periods, plan: CommissionPlanInput, given: Given = {}): Settlement {
  return settleCommission({ payee: 'E-7', periods, ...given }, defineCommissionPlan(plan))
}

function isEachRateKnown({ currency, exchange }: CommissionPlanInput, history: Periods): boolean {
  const lines = history.flatMap((period) => period.lines ?? [])
  return (
    exchange?.on !== 'payment-date' ||
    lines.every((line) => (line.currency ?? currency) === currency || line.paidOn !== undefined)
  )
}

/** A plan that pays on cash, or one that pays on booking with nothing collected. */
const onCash = settledPlans({ on: 'collected' })
const booked = ({ payment, ...plan }: CommissionPlanInput): CommissionPlanInput => ({
  ...plan,
  payment: { ...payment, on: 'booked' },
})

const withCash = refundedHistories.chain((history) =>
  fc.record({ history: fc.constant(history), collected: collections(history) }),
)

/** What is still open on the lines of a settlement, all of it paid in its last period. */
function theRest({ closing, periods }: Settlement): LineProgress[] {
  const period = periods.at(-1)?.period ?? ''
  return (closing.lines ?? []).flatMap(({ line, amount, progress, refunded }) => {
    const open = subtract(parse(amount), add(parse(progress), parse(refunded)))
    return open.n <= 0n ? [] : [{ line, period, amount: toCanonical(open) }]
  })
}

describe('what is paid as cash comes in', () => {
  it('is, once all of it has come, what was booked: to the cent, in any number of payments, with refunds', () => {
    fc.assert(
      fc.property(withCash, onCash, ({ history, collected }, plan) => {
        const soFar = settle(history, plan, { collected })
        const all = settle(history, plan, { collected: [...collected, ...theRest(soFar)] })
        expect(all.earned).toBe(settle(history, booked(plan)).earned)
        expect(theRest(all)).toEqual([])
      }),
      { numRuns: 150 },
    )
  })

  it('is so whatever mechanisms the plan has', () => {
    fc.assert(
      fc.property(richSettlements, ({ plan, history }) => {
        // A plan that waits for cash refuses a line whose rate nobody knows.
        fc.pre(isEachRateKnown(plan, history))
        const waiting = { ...plan, payment: { ...plan.payment, on: 'collected' as const } }
        const soFar = settle(history, waiting, { collected: [] })
        const all = settle(history, waiting, { collected: theRest(soFar) })
        expect(all.earned).toBe(settle(history, booked(plan)).earned)
        expect(all.notCounted.filter(({ issue }) => issue.path[0] === 'collected')).toEqual([])
      }),
      { numRuns: 150 },
    )
  })

  it('is, at any time of the year, of each share the part of its line that has come, rounded, and all that no line has a share of', () => {
    fc.assert(
      fc.property(withCash, onCash, ({ history, collected }, plan) => {
        const year = String(history[0]?.period).slice(0, 4)
        const inYear = history.filter(({ period }) => String(period).startsWith(year))
        const { earned, closing } = settle(inYear, plan, { collected })
        const { mode = 'half-up', decimals = 0 } = plan.rounding ?? {}
        const parts = (closing.lines ?? []).map(({ amount, commission, progress, refunded }) => {
          const come = add(parse(progress), parse(refunded))
          if (compare(come, parse(amount)) >= 0 || parse(amount).n <= 0n) return parse(commission)
          const exact = divide(multiply(parse(commission), come), parse(amount))
          return parse(toDecimal(exact, decimals, mode))
        })
        const shares = sum((closing.lines ?? []).map(({ commission }) => parse(commission)))
        const nobodys = subtract(parse(settle(inYear, booked(plan)).earned), shares)
        expect(add(sum(parts), nobodys)).toEqual(parse(earned))
      }),
    )
  })

  it('names each payment that it sets aside, and the others count as if it had not come', () => {
    fc.assert(
      fc.property(withCash, onCash, ({ history, collected }, plan) => {
        const settlement = settle(history, plan, { collected })
        const ofPayments = settlement.notCounted.filter(
          ({ issue }) => issue.path[0] === 'collected',
        )
        const aside = ofPayments.map(({ issue }) => issue.path[1])
        const counted = collected.filter((_, index) => !aside.includes(index))
        const again = settle(history, plan, { collected: counted })
        const notCounted = settlement.notCounted.filter((one) => !ofPayments.includes(one))
        // The account keeps what was set aside, as a correction may find a place for it.
        const { year, lastYear } = settlement.closing
        const closing = { ...again.closing, ...(year && { year }), ...(lastYear && { lastYear }) }
        expect({ ...again, closing }).toEqual({ ...settlement, notCounted })
      }),
    )
  })

  it('is, of a sale that was refunded before it was paid, what booking both pays', () => {
    const flat = fc.tuple(amounts(1, 40), settledPlans({ on: 'collected', accrual: 'period' }))
    fc.assert(
      fc.property(flat, fc.constantFrom('net', 'mirror'), ([amount, plan], refunds) => {
        const lines = [
          { id: 'O-1', amount },
          { id: 'R-1', amount: toCanonical(negate(parse(amount))), refundOf: 'O-1' },
        ]
        const facts = { period: '2026', target: '50000', measure: '1', targetIncentive: '1' }
        const both = [{ ...facts, lines } as SettlementPeriodInput]
        const paid = settle(both, { ...plan, refunds } as CommissionPlanInput, { collected: [] })
        const atOnce = settle(both, booked({ ...plan, refunds } as CommissionPlanInput))
        expect(paid.earned).toBe(atOnce.earned)
      }),
    )
  })
})

describe('a settlement in two parts', () => {
  const codes = ({ notCounted }: Settlement) =>
    notCounted.map(({ line, issue }) => `${line} ${issue.code}`).sort()

  const upTo = (rows: readonly LineProgress[], periods: Periods) =>
    rows.filter(({ period }) => periods.some((one) => one.period === period))

  function expectSameInParts(
    history: Periods,
    at: number,
    plan: CommissionPlanInput,
    collected?: readonly LineProgress[],
  ): void {
    const rows = (periods: Periods) => collected && { collected: upTo(collected, periods) }
    const [early, late] = [history.slice(0, at), history.slice(at)]
    const whole = settle(history, plan, rows(history))
    const first = settle(early, plan, rows(early))
    const opening = throughJson(first.closing)
    const second = settle(late, plan, { opening, ...rows(late) })
    expect([...first.periods, ...second.periods]).toEqual(whole.periods)
    expect(second.closing).toEqual(whole.closing)
    expect([...payrollRows(first), ...payrollRows(second)]).toEqual(payrollRows(whole))
    const { period: _, ...open } = accrualOf(whole)
    expect(accrualOf(second)).toMatchObject(open)
    expect([...codes(first), ...codes(second)].sort()).toEqual(codes(whole))
  }

  it('pays what one settlement pays, wherever it is split', () => {
    fc.assert(
      fc.property(histories, fc.nat({ max: 15 }), settledPlans(), (history, at, plan) => {
        expectSameInParts(history, at, plan)
      }),
      { numRuns: 150 },
    )
  })

  it('does so whatever mechanisms the plan has', () => {
    fc.assert(
      fc.property(richSettlements, fc.nat({ max: 5 }), ({ plan, history }, at) => {
        expectSameInParts(history, at, plan)
      }),
      { numRuns: 150 },
    )
  })

  it('does so too where the year is capped, and where lines wait for cash', () => {
    const cap = fc.constantFrom({}, { cap: { year: '1000' } })
    fc.assert(
      fc.property(
        withCash,
        fc.nat({ max: 15 }),
        onCash,
        cap,
        ({ history, collected }, at, plan, capped) => {
          expectSameInParts(history, at, { ...plan, ...capped }, collected)
        },
      ),
      { numRuns: 150 },
    )
  })

  const settledFromAnyBalance = (
    law: (before: SettlementBalance, settlement: Settlement) => void,
  ) => {
    const opening = fc.record({
      held: fc.array(
        fc.nat({ max: 900 }).map((amount) => ({ amount: String(amount), releasedIn: '2026-03' })),
        { maxLength: 2 },
      ),
      carried: fc.integer({ min: -900, max: 900 }).map(String),
      draw: fc.nat({ max: 900 }).map(String),
    })
    const changes = fc.array(fc.integer({ min: -2_000, max: 2_000 }), { maxLength: 3 })
    const months = fc.array(fc.tuple(amounts(-20, 40), changes), { maxLength: 6 })
    fc.assert(
      fc.property(months, opening, settledPlans(), (list, before, plan) => {
        const periods = list.map(([sales, adjusted], index) => ({
          period: `2026-0${index + 1}`,
          sales,
          target: '50000',
          measure: '1',
          targetIncentive: '1',
          adjustments: adjusted.map((amount, id) => ({ id: `A-${id}`, amount, reason: 'late' })),
        }))
        law(before, settle(periods, plan, { opening: before }))
      }),
    )
  }

  it('starts from any balance: what is open, and what is earned and adjusted, is paid or stays open', () => {
    settledFromAnyBalance((before, { periods, paid, earned, adjusted, closing }) => {
      const given = sum(periods.map(({ guaranteed }) => parse(guaranteed)))
      const came = sum([parse(earned), parse(adjusted), given, openIn(before)])
      expect(add(parse(paid), openIn(closing))).toEqual(came)
    })
  })

  it('is handed to a payroll in rows that add up to what each period pays, what came over among them', () => {
    settledFromAnyBalance((before, settlement) => {
      const rows = payrollRows(settlement)
      let carried = before.carried
      for (const period of settlement.periods) {
        const own = rows.filter((row) => row.period === period.period)
        expect(sum(own.map(({ amount }) => parse(amount)))).toEqual(parse(period.paid))
        const [over = { amount: '0' }] = own.filter(({ earningCode }) => earningCode === 'carried')
        expect(parse(over.amount)).toEqual(subtract(parse(carried), parse(period.carried)))
        carried = period.carried
      }
    })
  })

  it('leaves open in the books what was earned, guaranteed and adjusted, and not paid', () => {
    settledFromAnyBalance((before, settlement) => {
      const { unpaid, held, carried, advanced } = accrualOf(settlement)
      const rows = payrollRows(settlement)
      const of = (...codes: readonly string[]) =>
        sum(
          rows
            .filter(({ earningCode }) => codes.includes(earningCode))
            .map(({ amount }) => parse(amount)),
        )
      const came = of('commission', 'guarantee', 'adjustment')
      const net = subtract(parse(unpaid), parse(advanced))
      expect(add(parse(settlement.paid), net)).toEqual(add(openIn(before), came))
      expect(add(parse(held), parse(carried))).toEqual(parse(unpaid))
      expect(parse(advanced)).toEqual(sum([parse(before.draw), of('drawn'), of('recovered')]))
    })
  })

  function openIn({ held, carried, draw }: SettlementBalance): Fraction {
    const parts = held.map(({ amount }) => parse(amount))
    return subtract(add(sum(parts), parse(carried)), parse(draw))
  }
})

describe('a year that is paid month by month with a true-up', () => {
  it('pays what it would pay at once, whatever mechanisms the plan has', () => {
    fc.assert(
      fc.property(richSettlements, ({ plan, history }) => {
        const payment = { ...plan.payment, accrual: 'year-to-date' as const }
        const input = yearOf(history)
        // What the cap of a period takes does not come back.
        const { amount: _, ...cap } = plan.cap ?? {}
        const uncapped = { ...plan, payment, cap: { year: '100000000', ...cap } }
        const { amount } = calculateCommission(input, defineCommissionPlan(uncapped))
        expect(settle(history, uncapped).earned).toBe(amount)
      }),
      { numRuns: 150 },
    )
  })

  /** All lines together, against the sum of the targets. */
  function yearOf(history: Periods): CommissionInput {
    const times = (figure: unknown) =>
      toCanonical(multiply(parse(String(figure)), fraction(BigInt(history.length))))
    const [first] = history
    const lines = history.flatMap((period) => [...(period.lines ?? [])])
    const { target, targetIncentive } = first ?? {}
    return {
      ...first,
      payee: 'E-7',
      period: '2026',
      lines,
      ...(target !== undefined && { target: times(target) }),
      ...(targetIncentive !== undefined && { targetIncentive: times(targetIncentive) }),
    } as CommissionInput
  }
})

describe('a cap for the year', () => {
  it('holds in every period, however the year is paid', () => {
    fc.assert(
      fc.property(histories, settledPlans(), (history, plan) => {
        const most = parse('1000')
        const { periods } = settle(history, { ...plan, cap: { year: '1000' } })
        for (const year of ['2025', '2026', '2027']) {
          let earned = zero
          for (const period of periods.filter((one) => one.period.startsWith(year))) {
            earned = add(earned, parse(period.earned))
            expect(compare(earned, most)).toBeLessThanOrEqual(0)
          }
        }
      }),
      { numRuns: 100 },
    )
  })
})

const clawbacks = fc.constantFrom(
  { kind: 'full' as const },
  { kind: 'window' as const, within: { length: 90, unit: 'day' as const } },
  { kind: 'pro-rata' as const, within: { length: 12, unit: 'month' as const } },
  { kind: 'pro-rata' as const, within: { length: 7, unit: 'day' as const } },
)

/** Shares of hundredths that add up to 1, at most. */
const partsOfOne = fc
  .array(fc.integer({ min: 1, max: 100 }), { minLength: 1, maxLength: 6 })
  .map((cuts) => {
    const whole = cuts.reduce((total, cut) => total + cut, 0)
    const shares = cuts.map((cut) => Math.floor((cut * 100) / whole)).filter((cut) => cut > 0)
    const rest = 100 - shares.reduce((total, cut) => total + cut, 0)
    return [...shares, ...(rest > 0 ? [rest] : [])].map((cut) =>
      toCanonical(fraction(BigInt(cut), 100n)),
    )
  })

const cancelled = fc
  .tuple(
    partsOfOne,
    fc.nat({ max: 99_999 }),
    fc.constantFrom('2026-01-01', '2026-01-08', '2026-06-30'),
  )
  .map(
    ([shares, units, cancelledOn]) =>
      (decimals: number) =>
        shares.map((share) => ({
          id: 'O-1',
          commission: toCanonical(fraction(BigInt(units), 10n ** BigInt(decimals))),
          soldOn: '2026-01-01',
          cancelledOn,
          share,
        })),
  )

describe('a clawback', () => {
  const decimalsOf = ({ rounding }: CommissionPlanInput) => rounding?.decimals ?? 0

  it('of everything returns everything, in any number of parts and of runs', () => {
    fc.assert(
      fc.property(cancelled, plans(), (sales, input) => {
        const plan = defineCommissionPlan({ ...input, clawback: { kind: 'full' } })
        const rows = sales(decimalsOf(input))
        let taken = zero
        for (const [index] of rows.entries()) {
          const takenBefore = toCanonical(negate(taken))
          const soFar = rows.slice(0, index + 1).map((row) => ({ ...row, takenBefore: '0' }))
          const run = clawBack([{ ...soFar[0], takenBefore }, ...soFar.slice(1)] as never, plan)
          expect(run.notCounted).toEqual([])
          taken = add(taken, parse(run.total))
        }
        expect(taken).toEqual(negate(parse(rows[0]?.commission ?? '0')))
        expect(parse(clawBack(rows, plan).total)).toEqual(taken)
      }),
    )
  })

  it('never takes more than was paid, nor anything twice', () => {
    fc.assert(
      fc.property(cancelled, plans(), clawbacks, (sales, input, clawback) => {
        const plan = defineCommissionPlan({ ...input, clawback })
        const rows = sales(decimalsOf(input))
        const { lines, total } = clawBack(rows, plan)
        expect(
          compare(negate(parse(total)), parse(rows[0]?.commission ?? '0')),
        ).toBeLessThanOrEqual(0)
        for (const { amount } of lines) expect(compare(parse(amount), zero)).toBeLessThanOrEqual(0)
        const again = rows.map((row, index) => ({
          ...row,
          takenBefore: toCanonical(negate(parse(lines[index]?.amount ?? '0'))),
        }))
        expect(parse(clawBack(again, plan).total)).toEqual(zero)
      }),
    )
  })
})

describe('corrections paid as adjustments', () => {
  it('and what was paid are what a clean run pays, and a second run adds nothing', () => {
    const sold = fc.array(fc.tuple(amounts(), amounts()), { minLength: 1, maxLength: 4 })
    fc.assert(
      fc.property(sold, plans(), (list, input) => {
        const plan = defineCommissionPlan({ ...input, payment: {} })
        const inputsOf = (which: 0 | 1) =>
          list.map((pair, index) => ({
            period: `2026-0${index + 1}`,
            sales: pair[which],
            target: '50000',
            measure: '1',
            targetIncentive: '1',
          }))
        const named = (which: 0 | 1) => inputsOf(which).map((one) => ({ ...one, payee: 'E-7' }))
        const paid = named(0).map((one) => calculateCommission(one, plan))
        const { corrections } = restateCommission({ paid, now: named(1) }, plan)
        const last = { ...inputsOf(0)[0], sales: '0', period: `2026-0${list.length + 1}` }
        const settled = (periods: Periods) => settleCommission({ payee: 'E-7', periods }, plan)
        const corrected = settled([...inputsOf(0), { ...last, adjustments: corrections }])
        const clean = settled([...inputsOf(1), last])
        expect(add(parse(corrected.earned), parse(corrected.adjusted))).toEqual(parse(clean.earned))
        expect(
          restateCommission({ paid, corrected: corrections, now: named(1) }, plan).corrections,
        ).toEqual([])
      }),
    )
  })
})
