import {
  type CommissionPlanInput,
  defineCommissionPlan,
  type SettlementBalance,
  type SettlementInput,
  settleCommission,
} from 'sales-rules'
import { describe, expect, it } from 'vitest'

type Periods = SettlementInput['periods']

/** 1% of the first 1,000 of the year, then 2%. */
const toDate: CommissionPlanInput = {
  currency: 'EUR',
  scale: {
    mode: 'marginal',
    tiers: [
      { id: 'first', upTo: '1000', rate: '0.01' },
      { id: 'then', upTo: null, rate: '0.02' },
    ],
  },
  payment: { accrual: 'year-to-date' },
}

const sale = (id: string, amount = '600') => ({ id, amount })
const refund = (id: string, refundOf: string) => ({ id, amount: '-100', refundOf })

/** Each period in a settlement of its own: all that its year has sold is counted together. */
function inTurn(periods: Periods, plan: CommissionPlanInput) {
  const defined = defineCommissionPlan(plan)
  let opening: SettlementBalance | undefined
  return periods.map((period) => {
    const settled = settleCommission(
      { payee: 'E-7', periods: [period], ...collectedBy(plan), ...(opening && { opening }) },
      defined,
    )
    opening = settled.closing
    return settled.periods[0]
  })
}

function atOnce(periods: Periods, plan: CommissionPlanInput) {
  const input = { payee: 'E-7', periods, ...collectedBy(plan) }
  return settleCommission(input, defineCommissionPlan(plan)).periods
}

function collectedBy({ payment }: CommissionPlanInput) {
  return payment?.on === 'collected' ? { collected: [] } : {}
}

describe('countOn', () => {
  const months = (...lines: readonly (readonly object[])[]) =>
    lines.map((own, index) => ({ period: `2026-0${index + 1}`, lines: own })) as unknown as Periods
  const usd = (id: string) => ({ ...sale(id), currency: 'USD', date: '2026-01-15' })
  const atRate = (period: Periods[number] | undefined, rate: string) => ({
    ...period,
    exchangeRates: [{ currency: 'USD', from: '2026-01-01', rate }],
  })
  const [january, february, march] = months([usd('A')], [usd('B')], [usd('C')])

  it.each([
    ['lines of which none knows another', months([sale('A')], [sale('B')], [sale('C')]), {}],
    ['an id that comes again', months([sale('A')], [sale('A', '700')], [sale('B')]), {}],
    ['an id that comes twice at once', months([sale('A')], [sale('B'), sale('B')], []), {}],
    ['a refund of a month before', months([sale('A')], [refund('R', 'A')], [sale('B')]), {}],
    ['a refund of a line that comes later', months([refund('R', 'B')], [sale('B')], []), {}],
    [
      'a refund that mirrors, and sales after it',
      months([sale('A')], [refund('R', 'A')], [sale('B')], [sale('C')]),
      { refunds: 'mirror' },
    ],
    [
      'a rate that is corrected',
      [atRate(january, '0.9'), february, atRate(march, '0.8')] as Periods,
      { exchange: { on: 'order-date' } },
    ],
    [
      'lines that go through the scale on their own',
      months([sale('A', '1200')], [sale('B', '1300')], [sale('C')]),
      { scale: { ...toDate.scale, per: 'line' } },
    ],
    [
      'lines in a tier of their own',
      months([{ ...sale('A'), cost: '300' }], [{ ...sale('B'), cost: '500' }]),
      {
        measuredBy: 'margin',
        scale: {
          mode: 'whole-amount',
          measure: 'separate',
          tiers: [
            { id: 'low', upTo: '0.3', rate: '0.01' },
            { id: 'high', upTo: null, rate: '0.02' },
          ],
        },
      },
    ],
  ])('counts %s as all lines of the year together', (_case, periods, change) => {
    const plan = { ...toDate, ...change } as CommissionPlanInput
    expect(atOnce(periods, plan)).toEqual(inTurn(periods, plan))
  })

  it('counts a line that came in an earlier month once, where lines are followed', () => {
    const plan = {
      ...toDate,
      payment: { ...toDate.payment, on: 'collected' },
    } as CommissionPlanInput
    const periods = months([sale('A')], [sale('A'), sale('B')], [sale('C')], [sale('D')])
    expect(atOnce(periods, plan)).toEqual(inTurn(periods, plan))
  })
})
