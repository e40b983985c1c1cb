import fc from 'fast-check'
import {
  attempt,
  type CommissionPlanInput,
  defineCommissionPlan,
  defineCompensationPlan,
  type SettlementInput,
  settleCommission,
  settleCompensation,
} from 'sales-rules'
import { describe, expect, it } from 'vitest'
import { throughJson } from '../../arbitraries.rooms.js'
import { fraction, toDecimal } from '../../oracle/fraction.js'
import { type Counted, promisedIn } from '../../oracle/service.js'

type Draw = NonNullable<NonNullable<CommissionPlanInput['payment']>['draw']>
type Service = NonNullable<Draw['service']>

/** 3,000 in months of service 1 to 3, 2,000 in 4 to 6, then nothing. */
const RAMP: Draw = {
  kind: 'non-recoverable',
  amount: '0',
  schedule: [
    { periods: 3, amount: '3000' },
    { periods: 3, amount: '2000' },
  ],
  service: {},
}

/** A plan that pays sales as they are, so that sales are what is earned. */
function planWith(draw: Partial<Draw> = {}, more: Partial<CommissionPlanInput> = {}) {
  const tiers = [{ id: 'all', upTo: null, rate: '1' }]
  const payment = { draw: { ...RAMP, ...draw } }
  return defineCommissionPlan({
    currency: 'USD',
    scale: { mode: 'marginal', tiers },
    payment,
    ...more,
  })
}

const MONTHS = ['01', '02', '03', '04', '05', '06', '07', '08', '09', '10', '11', '12']

function months(earned: readonly number[], first = 1) {
  return earned.map((sales, index) => ({ period: `2026-${MONTHS[first - 1 + index]}`, sales }))
}

const NOTHING = MONTHS.map(() => 0)

function paidBy(draw: Partial<Draw>, joined: string, earned: readonly number[] = NOTHING) {
  const settlement = settleCommission(
    { payee: 'E-7', periods: months(earned), joined },
    planWith(draw),
  )
  return settlement.periods.map(({ paid }) => Number(paid))
}

function problemsOf(input: Partial<SettlementInput>, draw: Partial<Draw> = {}) {
  const given = { payee: 'E-7', periods: months([0]), ...input }
  const outcome = attempt(() => settleCommission(given, planWith(draw)))
  return outcome.ok ? [] : outcome.issues.map(({ code, path, params }) => [code, path, params])
}

describe('a guarantee by month of service', () => {
  it('is of the first three months, then of the next three, from the day of joining', () => {
    expect(paidBy({}, '2026-02-01')).toEqual([0, 3000, 3000, 3000, 2000, 2000, 2000, 0, 0, 0, 0, 0])
  })

  it('tops up what each month earned, and lets stand what it earned above that', () => {
    const earned = [500, 3500, 1000, 1999.99, 2500, 0, 700]
    expect(paidBy({}, '2026-01-01', earned)).toEqual([3000, 3500, 3000, 2000, 2500, 2000, 700])
  })

  it('takes the month in which somebody joins as the first, where started months count', () => {
    for (const joined of ['2026-02-02', '2026-02-18', '2026-02-28'])
      expect(paidBy({}, joined).slice(0, 8)).toEqual([0, 3000, 3000, 3000, 2000, 2000, 2000, 0])
  })

  it('takes the month after it as the first, where whole months count, unless it is on the first day', () => {
    const draw = { service: { months: 'whole' as const } }
    expect(paidBy(draw, '2026-02-18').slice(0, 9)).toEqual([
      0, 0, 3000, 3000, 3000, 2000, 2000, 2000, 0,
    ])
    expect(paidBy(draw, '2026-02-01').slice(0, 8)).toEqual([
      0, 3000, 3000, 3000, 2000, 2000, 2000, 0,
    ])
  })

  it('by day, has in each month the part of its days: 14 of the 31 of May, then 17 of the 31 of August at the first amount', () => {
    const paid = paidBy({ service: { by: 'day' } }, '2026-05-18')
    expect(paid.slice(3)).toEqual([0, 1354.84, 3000, 3000, 2548.39, 2000, 2000, 1133.33, 0])
  })

  it('by day, starts months of service of somebody who joined on the 31st on the last of shorter months', () => {
    const draw = {
      service: { by: 'day' as const },
      schedule: [
        { periods: 1, amount: '3100' },
        { periods: 1, amount: '2800' },
      ],
    }
    // 31 January; then 1 to 27 February, and the 28th, which begins the second month.
    expect(paidBy(draw, '2026-01-31').slice(0, 4)).toEqual([100, 3089.29, 2709.68, 0])
  })

  it('counts on from whatever day somebody joined long ago', () => {
    expect(paidBy({}, '2025-10-05').slice(0, 4)).toEqual([2000, 2000, 2000, 0])
    expect(paidBy({ amount: '100' }, '2001-10-05').slice(0, 2)).toEqual([100, 100])
    expect(paidBy({}, '2027-01-01')).toEqual(NOTHING)
  })

  it('of a quarter is that of its months together', () => {
    const periods = ['2026-Q1', '2026-Q2', '2026-Q3', '2026-Q4'].map((period) => ({
      period,
      sales: 0,
    }))
    const paid = (draw: Partial<Draw>) =>
      settleCommission({ payee: 'E-7', periods, joined: '2026-02-10' }, planWith(draw)).periods.map(
        (one) => one.paid,
      )
    expect(paid({})).toEqual(['6000.00', '7000.00', '2000.00', '0.00'])
    expect(paid({ service: { months: 'whole' } })).toEqual([
      '3000.00',
      '8000.00',
      '4000.00',
      '0.00',
    ])
    // 19 of 28 days of February and March; April, 9 days of May at 3,000 and 22 at 2,000, June; July, 9 of August.
    expect(paid({ service: { by: 'day' } })).toEqual(['5035.71', '7290.32', '2580.65', '0.00'])
  })

  it("is of a company's own months as of the calendar's", () => {
    const periods = [
      { period: { id: 'Jan', from: '2025-12-26', to: '2026-01-25' }, sales: 0 },
      { period: { id: 'Feb', from: '2026-01-26', to: '2026-02-25' }, sales: 0 },
      { period: { id: 'Mar', from: '2026-02-26', to: '2026-03-25' }, sales: 0 },
    ]
    const paid = (joined: string, service: Service) =>
      settleCommission({ payee: 'E-7', periods, joined }, planWith({ service })).periods.map(
        (one) => one.paid,
      )
    expect(paid('2026-01-28', {})).toEqual(['0.00', '3000.00', '3000.00'])
    expect(paid('2026-01-25', {})).toEqual(['3000.00', '3000.00', '3000.00'])
    // From 28 January on, 29 of 31 days.
    expect(paid('2026-01-28', { by: 'day' })).toEqual(['0.00', '2806.45', '3000.00'])
  })

  it('ends after so many months of service, whatever its schedule has left to its amount', () => {
    const draw = { amount: '900', periods: 8 }
    expect(paidBy(draw, '2026-01-20').slice(5)).toEqual([2000, 900, 900, 0, 0, 0, 0])
  })

  it('is paid in the last period, and not after it', () => {
    const plan = planWith()
    const first = settleCommission(
      { payee: 'E-7', periods: months([0, 0]), joined: '2026-01-10', final: true },
      plan,
    )
    const after = settleCommission(
      { payee: 'E-7', periods: months([0], 3), opening: first.closing },
      plan,
    )
    expect([first.paid, after.paid]).toEqual(['6000.00', '0.00'])
  })

  it('begins anew for somebody who is hired again, from the first period that is settled then', () => {
    const plan = planWith()
    const first = settleCommission(
      { payee: 'E-7', periods: months([0, 0, 0, 0]), joined: '2026-01-10' },
      plan,
    )
    const again = settleCommission(
      {
        payee: 'E-7',
        periods: months([0, 0, 0, 0], 5),
        joined: '2026-06-15',
        opening: throughJson(first.closing),
      },
      plan,
    )
    expect(again.periods.map(({ paid }) => paid)).toEqual(['0.00', '3000.00', '3000.00', '3000.00'])
  })

  it('may begin anew on the first day of that period, and no earlier', () => {
    const plan = planWith()
    const first = settleCommission(
      { payee: 'E-7', periods: months([0]), joined: '2025-06-01' },
      plan,
    )
    const again = { payee: 'E-7', periods: months([0], 2), opening: first.closing }
    expect(settleCommission({ ...again, joined: '2026-02-01' }, plan).paid).toBe('3000.00')
    expect(problemsOf({ ...again, joined: '2026-01-31' })[0]?.[0]).toBe('VALUE_INVALID')
  })

  it('goes on by month of service where the plan changes in the middle of it', () => {
    const first = settleCommission(
      { payee: 'E-7', periods: months([0, 0]), joined: '2026-01-10' },
      planWith(),
    )
    const other = planWith({ schedule: [{ periods: 4, amount: '1000' }] }, { id: 'other' })
    const then = settleCommission(
      {
        payee: 'E-7',
        periods: months([0, 0, 0], 3),
        opening: first.closing,
        planChange: 'continue',
      },
      other,
    )
    expect(then.periods.map(({ paid }) => paid)).toEqual(['1000.00', '1000.00', '0.00'])
  })

  it('of a closed period stays what it was where a correction changes what was earned', () => {
    const plan = planWith()
    const first = settleCommission(
      { payee: 'E-7', periods: months([500, 0]), joined: '2026-01-10' },
      plan,
    )
    const adjustments = [{ id: 'A-1', amount: '2800', reason: 'forgotten', period: '2026-01' }]
    const [march] = settleCommission(
      {
        payee: 'E-7',
        periods: [{ period: '2026-03', sales: 0, adjustments }],
        opening: first.closing,
      },
      plan,
    ).periods
    // January earned 3,300 instead of 500 and 2,500 of guarantee.
    expect([march?.adjusted, march?.guaranteed, march?.paid]).toEqual([
      '2800.00',
      '500.00',
      '3300.00',
    ])
  })

  it('asks for the day of joining where the plan needs it, and passes it on', () => {
    expect(problemsOf({})).toEqual([
      ['VALUE_MISSING', ['joined'], { expected: 'first-day-of-service' }],
    ])
    expect(problemsOf({ joined: '2026-02-30' })[0]?.[0]).toBe('DATE_INVALID')
    const { closing } = settleCommission(
      { payee: 'E-7', periods: months([0]), joined: '2026-01-10' },
      planWith(),
    )
    expect(closing.joined).toBe('2026-01-10')
    expect(problemsOf({ periods: months([0], 2), opening: closing })).toEqual([])
  })

  it('refuses another day of joining than closed periods were paid by', () => {
    const { closing } = settleCommission(
      { payee: 'E-7', periods: months([0, 0]), joined: '2026-01-10' },
      planWith(),
    )
    expect(problemsOf({ periods: months([0], 3), opening: closing, joined: '2026-02-10' })).toEqual(
      [
        [
          'VALUE_INVALID',
          ['joined'],
          { reason: 'joined-changed', given: '2026-02-10', expected: '2026-01-10' },
        ],
      ],
    )
    expect(problemsOf({ periods: months([0], 3), opening: closing, joined: '2026-01-10' })).toEqual(
      [],
    )
  })

  it('refuses weeks, which have no months', () => {
    expect(
      problemsOf({ periods: [{ period: '2026-W07', sales: 0 }], joined: '2026-01-10' }),
    ).toEqual([
      [
        'POLICY_CONFLICT',
        ['periods', 0, 'period'],
        { reason: 'period-without-months', given: '2026-W07' },
      ],
    ])
  })

  it('is of each component that has it', () => {
    const scale = { mode: 'marginal' as const, tiers: [{ id: 'all', upTo: null, rate: '1' }] }
    const plan = defineCompensationPlan({
      currency: 'USD',
      payment: {},
      components: [{ id: 'a', commission: { scale, payment: { draw: RAMP } } }],
    })
    const periods = [{ period: '2026-01', components: { a: { sales: 100 } } }]
    const settled = settleCompensation({ payee: 'E-7', periods, joined: '2026-01-10' }, plan)
    expect(settled.paid).toBe('3000.00')
  })
})

describe('an advance by month of service', () => {
  const draw = {
    kind: 'recoverable' as const,
    schedule: [{ periods: 3, amount: '2000' }],
  }

  it('ends after three months of service, and is then recovered from all that is earned', () => {
    // As the draw of 2,000 for three months: 1,500, 2,600, 900, 2,000, from the month of joining on.
    expect(paidBy(draw, '2026-02-20', [0, 1500, 2600, 900, 2000])).toEqual([
      0, 2000, 2100, 2000, 900,
    ])
  })

  it('by day, advances the part of the month in which somebody joins', () => {
    expect(paidBy({ ...draw, service: { by: 'day' } }, '2026-02-15', [0, 0, 0])).toEqual([
      0, 1000, 2000,
    ])
  })

  it('recovers what is owed of before, from the first period on, where nothing says it waits', () => {
    const owed = settleCommission(
      { payee: 'E-7', periods: months([0]), joined: '2026-01-01' },
      planWith(draw),
    )
    const again = { payee: 'E-7', periods: months([300], 2), opening: owed.closing }
    const { recovered, paid } = settleCommission({ ...again, joined: '2026-03-10' }, planWith(draw))
      .periods[0] as { recovered: string; paid: string }
    expect([recovered, paid]).toEqual(['300.00', '0.00'])
  })

  it('is recovered once so many months of service are over', () => {
    const late = { ...draw, schedule: [{ periods: 1, amount: '2000' }], recoverAfter: 3 }
    const earned = [0, 500, 800, 800, 800]
    expect(paidBy(late, '2026-02-20', earned)).toEqual([0, 2000, 800, 800, 0])
    // By day, April still has days of the third month; in June none is.
    const byDay = {
      ...late,
      service: { by: 'day' as const },
      schedule: [{ periods: 1, amount: '2800' }],
    }
    expect(paidBy(byDay, '2026-02-15', [0, 0, 0, 0, 800, 800])).toEqual([
      0, 1400, 1264.52, 0, 800, 0,
    ])
  })
})

describe('laws of months of service', () => {
  const dates = fc
    .tuple(
      fc.constantFrom('2025', '2026'),
      fc.integer({ min: 1, max: 12 }),
      fc.integer({ min: 1, max: 31 }),
    )
    .map(([year, month, day]) => {
      const last = new Date(Date.UTC(Number(year), month, 0)).getUTCDate()
      return `${year}-${MONTHS[month - 1]}-${String(Math.min(day, last)).padStart(2, '0')}`
    })
  const steps = fc.array(
    fc.record({
      periods: fc.integer({ min: 1, max: 4 }),
      amount: fc.integer({ min: 0, max: 3100 }).map(String),
    }),
    { minLength: 1, maxLength: 3 },
  )
  const services = fc.constantFrom<Counted>('started', 'whole', 'by-day')
  const inPlan = (counted: Counted): Service =>
    counted === 'by-day' ? { by: 'day' } : { by: 'month', months: counted }
  const cases = fc.record({
    joined: dates,
    schedule: steps,
    counted: services,
    amount: fc.constantFrom('0', '50'),
  })

  it('pays what an oracle finds that walks from day to day', () => {
    fc.assert(
      fc.property(cases, ({ joined, schedule, counted, amount }) => {
        const list = schedule.flatMap((step) =>
          Array.from({ length: step.periods }, () => step.amount),
        )
        const amountOf = (n: number) => fraction(BigInt(list[n - 1] ?? amount))
        const paid = settleCommission(
          { payee: 'E-7', periods: months(NOTHING), joined },
          planWith({ schedule, amount, service: inPlan(counted) }),
        ).periods.map((one) => one.paid)
        const expected = MONTHS.map((month) =>
          toDecimal(promisedIn(`2026-${month}`, joined, counted, amountOf), 2, 'half-up'),
        )
        expect(paid).toEqual(expected)
      }),
    )
  })

  it('pays month by month what one settlement pays', () => {
    fc.assert(
      fc.property(
        cases,
        fc.constantFrom('recoverable' as const, 'non-recoverable' as const),
        fc.array(fc.integer({ min: 0, max: 4000 }), { minLength: 12, maxLength: 12 }),
        fc.nat({ max: 12 }),
        ({ joined, schedule, counted, amount }, kind, earned, cut) => {
          const plan = planWith({ schedule, amount, kind, service: inPlan(counted) })
          const all = months(earned)
          const whole = settleCommission({ payee: 'E-7', periods: all, joined }, plan)
          const first = settleCommission({ payee: 'E-7', periods: all.slice(0, cut), joined }, plan)
          const then = settleCommission(
            { payee: 'E-7', periods: all.slice(cut), opening: throughJson(first.closing) },
            plan,
          )
          expect([...first.periods, ...then.periods]).toEqual(whole.periods)
          expect(then.closing).toEqual(whole.closing)
        },
      ),
    )
  })

  it('pays what a schedule of periods pays to somebody who joins on the first day of the first period', () => {
    fc.assert(
      fc.property(cases, ({ schedule, counted, amount }) => {
        const { service: _, ...plain } = { ...RAMP, schedule, amount }
        const tiers = [{ id: 'all', upTo: null, rate: '1' }]
        const by = (draw: Draw) =>
          settleCommission(
            { payee: 'E-7', periods: months(NOTHING), joined: '2026-01-01' },
            defineCommissionPlan({
              currency: 'USD',
              scale: { mode: 'marginal', tiers },
              payment: { draw },
            }),
          ).periods.map(({ paid }) => paid)
        expect(by({ ...plain, service: inPlan(counted) })).toEqual(by(plain))
      }),
    )
  })
})
