import { defineCommissionPlan, settleCommission } from 'sales-rules'
import { describe, expect, it } from 'vitest'

const plan = (id: string, payment: object) =>
  defineCommissionPlan({
    id,
    currency: 'EUR',
    scale: { mode: 'marginal', tiers: [{ id: 'all', upTo: null, rate: '0.05' }] },
    awards: [
      {
        id: 'first',
        for: 'first-order',
        order: { comparison: 'at-least', amount: '10000' },
        amount: '250',
      },
    ],
    yearStartsIn: 4,
    payment,
  })
const toDate = plan('to-date', { accrual: 'year-to-date', trueUp: 'quarter' })
const byMonth = plan('by-month', { accrual: 'period' })

const sold = (id: string, amount: string) => ({
  ...{ id, amount, order: 'A', customer: 'Acme', firstOrder: true },
})
const refund = { id: 'R-1', amount: '-5000', refundOf: 'L-1' }

describe('an order that goes on in the next year', () => {
  it('earns its award once, though the plan that held from the start of the year counts by the month', () => {
    const before = settleCommission(
      {
        payee: 'Li',
        periods: [
          { period: '2026-12', lines: [sold('L-1', '10000')] },
          { period: '2027-01', lines: [] },
          { period: '2027-02', lines: [refund] },
        ],
      },
      toDate,
    )
    // 500 and the award, in a quarter of its own.
    expect(before.periods[0]?.earned).toBe('750.00')
    const { periods } = settleCommission(
      {
        payee: 'Li',
        opening: before.closing,
        planChange: 'from-start-of-year',
        periods: [
          { period: '2027-03', lines: [] },
          { period: '2027-04', lines: [sold('L-2', '6000')] },
        ],
      },
      byMonth,
    )
    // With the refund in mind the order reaches 10,000 again in April; the award was paid in December, and stays so by this plan.
    expect(periods.map(({ earned }) => earned)).toEqual(['0.00', '300.00'])
  })
})
