import {
  type CommissionLine,
  type CommissionPlanInput,
  defineCommissionPlan,
  restateCommission,
  type SettlementPeriodInput,
  settleCommission,
} from 'sales-rules'
import { describe, expect, it } from 'vitest'
import { flat } from '../flatPlan.js'

/** 10% of a and of n, 20% of b, all doubled above 10,000 a month; n counts one and a half times. */
function planWith(change: Partial<CommissionPlanInput> = {}) {
  return defineCommissionPlan({
    currency: 'EUR',
    scale: flat('0.1'),
    rates: [{ id: 'b', when: { product: 'b' }, scale: flat('0.2') }],
    accelerator: {
      steps: [
        { id: 'to-quota', upTo: 1, multiplier: 1 },
        { id: 'above', upTo: null, multiplier: 2 },
      ],
    },
    factors: [{ id: 'new', when: { product: 'n' }, applies: 'counts', multiplier: '1.5' }],
    payment: {},
    ...change,
  })
}

const toDate = { payment: { accrual: 'year-to-date' as const } }

const A: CommissionLine = { id: 'A', amount: '8000', product: 'a' }
const B: CommissionLine = { id: 'B', amount: '14000', product: 'b' }
const SMALL_B: CommissionLine = { id: 'B', amount: '4000', product: 'b' }
const BACK: CommissionLine = { id: 'R', amount: '-4000', refundOf: 'B' }

type Month = readonly CommissionLine[]

function settle(change: Partial<CommissionPlanInput>, months: readonly Month[], more = {}) {
  const periods = months.map(
    (lines, index): SettlementPeriodInput => ({
      period: `2026-0${index + 1}`,
      lines,
      target: '10000',
    }),
  )
  return settleCommission({ payee: 'E-1', periods, ...more }, planWith(change))
}

const earned = (change: Partial<CommissionPlanInput>, months: readonly Month[], more = {}) =>
  settle(change, months, more).periods.map((period) => period.earned)

describe('settleCommission, with rates within one quota', () => {
  it('pays in a year to date what the lines so far earn in their order, less what was earned', () => {
    expect(earned(toDate, [[A], [B]])).toEqual(['800.00', '3200.00'])
  })

  it('gives all lines of the year to date the same share of the quota, pro rata', () => {
    expect(earned({ ...toDate, attribution: 'pro-rata' }, [[A], [B]])).toEqual([
      '800.00',
      '3127.27',
    ])
  })

  it('takes a net refund back the way that its line came', () => {
    expect(earned({}, [[A, SMALL_B, BACK]])).toEqual(['800.00'])
    expect(earned(toDate, [[A, SMALL_B], [BACK]])).toEqual(['2000.00', '-1200.00'])
  })

  it('takes back of a mirrored refund what its line has earned', () => {
    expect(earned({ refunds: 'mirror' }, [[A, SMALL_B], [BACK]])).toEqual(['2000.00', '-1200.00'])
  })

  it('pays what becomes due of a line by what its own parts earn', () => {
    const collected = [{ line: 'B', period: '2026-01', amount: '2000' }]
    const payment = { on: 'collected' as const }
    expect(earned({ payment }, [[A, SMALL_B]], { collected })).toEqual(['600.00'])
  })

  it('opens a gate by what counts, and pays its parts on what it earns', () => {
    const line: CommissionLine = { id: 'N', amount: '8000', product: 'n' }
    expect(earned({ gate: { attainment: 1 } }, [[line]])).toEqual(['933.33'])
  })

  it('computes every later line again where a correction moves it', () => {
    const plan = planWith(toDate)
    const { closing, periods: paid } = settle(toDate, [[A], [B]])
    const lines = [{ ...A, amount: '6000' }]
    const { corrections } = restateCommission(
      {
        paid: paid.slice(0, 1).map(({ statement, period }) => ({ ...statement, period })),
        now: [{ payee: 'E-1', period: '2026-01', target: '10000', lines }],
      },
      plan,
    )
    const march = { period: '2026-03', lines: [], adjustments: corrections }
    const { periods } = settleCommission({ payee: 'E-1', periods: [march], opening: closing }, plan)
    // a is 200 less, and b lies below the quota of both months as a whole: 2,800 − 3,200
    expect(periods[0]?.adjusted).toBe('-600.00')
  })

  it('goes on from a balance as if the year were settled at once', () => {
    const first = settle(toDate, [[A]])
    const next = settleCommission(
      {
        payee: 'E-1',
        periods: [{ period: '2026-02', lines: [B], target: '10000' }],
        opening: first.closing,
      },
      planWith(toDate),
    )
    expect(next.periods.map((period) => period.earned)).toEqual(['3200.00'])
  })
})
