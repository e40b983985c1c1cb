import {
  attempt,
  type CommissionPlanInput,
  calculateCommission,
  defineCommissionPlan,
  type SettlementInput,
  settleCommission,
} from 'sales-rules'
import { describe, expect, it } from 'vitest'
import { flat } from '../flatPlan.js'

/** 10% in euros. */
function planWith(
  payment: CommissionPlanInput['payment'],
  change: Partial<CommissionPlanInput> = {},
) {
  return defineCommissionPlan({ currency: 'EUR', scale: flat('0.1'), payment, ...change } as never)
}

type Periods = SettlementInput['periods']

const settle = (periods: Periods, plan: ReturnType<typeof planWith>, more: object = {}) =>
  settleCommission({ payee: 'Li', periods, ...more }, plan)

describe('what was earned before the first period that is settled', () => {
  const cap = { cap: { year: '900' } }
  const first = {
    period: '2026-05',
    lines: [{ id: 'O-1', amount: 5_000 }],
    yearToDate: { earned: '700' },
  }

  it('is used up of the cap of the year on the statement', () => {
    const [period] = settle([first], planWith({}, cap)).periods
    // 500 of which 200 are left.
    expect(period?.statement).toMatchObject({
      amount: '200.00',
      adjustments: [{ kind: 'cap-year', amount: '-300.00' }],
    })
  })

  it('is used up of what its lines are paid as they are collected', () => {
    const collected = [{ line: 'O-1', period: '2026-05', amount: 2_500 }]
    const { paid } = settle([first], planWith({ on: 'collected' }, cap), { collected })
    expect(paid).toBe('100.00')
  })
})

describe('a cap of the quarter in a year to date', () => {
  const plan = planWith({ accrual: 'year-to-date' }, { cap: { quarter: '500' } })

  it('has cut each quarter of the stretch alone on its statement', () => {
    const months = ['01', '02', '03', '04'].map((month, index) => ({
      period: `2026-${month}`,
      sales: [8_000, 0, 0, 3_000][index] ?? 0,
    }))
    const statement = settle(months, plan).periods[3]?.statement
    // 800 and 300 to date, of which the first quarter lost 300.
    expect(statement).toMatchObject({
      amount: '800.00',
      adjustments: [{ kind: 'cap-quarter', amount: '-300.00', limit: '800.00' }],
    })
  })

  it('lets a later quarter earn what the stretch could not lose in one that another stretch had filled', () => {
    const uplift = { coefficientUplift: '0.01' }
    const { periods } = settle(
      [
        { period: '2026-01', sales: 8_000 },
        { period: '2026-02', sales: -1_000, ...uplift },
        { period: '2026-03', sales: 0, ...uplift },
        { period: '2026-04', sales: 1_000, ...uplift },
      ],
      plan,
    )
    // January has 800 under 500; February takes 110 from above the cap; April earns 110.
    expect(periods.map(({ earned }) => earned)).toEqual(['500.00', '0.00', '0.00', '110.00'])
    expect(periods[3]?.statement.amount).toBe('110.00')
  })
})

describe('a line that goes beyond the cap of its period before a refund brings the period below it again', () => {
  const lines = [
    { id: 'O-1', amount: 6_000 },
    { id: 'R-0', amount: -2_000, refundOf: { id: 'O-0', amount: 2_000, commission: 200 } },
  ]
  // 600 under a cap of 500, then 400 in all: O-1 has 500, and the refund takes 100.
  const half = [{ line: 'O-1', period: '2026-02', amount: 3_000 }]
  const settled = (accrual: 'period' | 'quarter-to-date' | 'year-to-date', start: object[]) =>
    settle(
      [...(start as Periods), { period: '2026-02', lines }],
      planWith({ accrual, on: 'collected' }, { cap: { amount: '500' } }),
      { collected: half },
    ).periods.at(-1)

  it.each(['period', 'quarter-to-date', 'year-to-date'] as const)(
    'has what the cap leaves of it: %s',
    (accrual) => {
      const period = settled(accrual, [])
      expect(period).toMatchObject({ earned: '150.00', cut: '0.00' })
      expect(period?.statement).toMatchObject({ amount: '400.00', adjustments: [] })
    },
  )

  it('adds what earlier periods of the stretch have earned to the most that it may have', () => {
    // To date 300, then 900 under 300 + 500.
    const before = [{ period: '2026-01', lines: [{ id: 'O-A', amount: 3_000 }] }]
    expect(settled('year-to-date', before)).toMatchObject({ earned: '150.00', cut: '0.00' })
  })
})

describe('a target incentive in a year to date', () => {
  const plan = planWith(
    { accrual: 'year-to-date' },
    {
      payout: 'of-target-incentive',
      scale: {
        mode: 'interpolated',
        thresholds: 'attainment',
        tiers: [
          { id: 'to-target', upTo: '1', amount: '1' },
          { id: 'above', upTo: null },
        ],
      } as never,
    },
  )
  const month = { period: '2026-02', sales: 10_000, target: 10_000, targetIncentive: 1_000 }

  it('is refused where something was sold before that has none, as its figure to date is not known', () => {
    const before = { sales: 10_000, target: 10_000, earned: 1_000 }
    const outcome = attempt(() => settle([{ ...month, yearToDate: before }], plan))
    expect(outcome.ok ? outcome.value.earned : outcome.issues).toMatchObject([
      { path: ['periods', 0, 'targetIncentive'], params: { given: 1, of: 2 } },
    ])
  })

  it('is that of its periods where nothing was sold before, and of the year so far on a statement', () => {
    const nothing = { sales: 0, earned: 0 }
    expect(settle([{ ...month, yearToDate: nothing }], plan).earned).toBe('1000.00')
    const before = { sales: 10_000, target: 10_000, earned: 1_000 }
    const toDate = { ...month, targetIncentive: 2_000, yearToDate: before }
    expect(calculateCommission(toDate, plan).amount).toBe('1000.00')
  })
})
