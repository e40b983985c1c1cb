import {
  clawBack,
  defineCommissionPlan,
  handbook,
  type SettlementBalance,
  settleCommission,
} from 'sales-rules'
import { describe, expectTypeOf, it } from 'vitest'

const plan = handbook.commission

describe('a settlement', () => {
  it('closes with what the next can open with', () => {
    const settlement = settleCommission({ payee: 'E-7', periods: [] }, plan)
    expectTypeOf(settlement.closing).toEqualTypeOf<SettlementBalance>()
    settleCommission({ payee: 'E-7', periods: [], opening: settlement.closing }, plan)
  })

  it('takes no period that says what the year has earned before, or whose it is', () => {
    // @ts-expect-error the settlement knows it
    settleCommission({ payee: 'E-7', periods: [{ sales: 1, earnedYearToDate: 5 }] }, plan)
    // @ts-expect-error the settlement is one payee's
    settleCommission({ payee: 'E-7', periods: [{ sales: 1, payee: 'E-8' }] }, plan)
  })

  it('takes corrections and clawbacks as adjustments, and no bare amount', () => {
    const { lines } = clawBack([], plan)
    settleCommission({ payee: 'E-7', periods: [{ sales: 1, adjustments: lines }] }, plan)
    // @ts-expect-error an amount needs an id and a reason
    settleCommission({ payee: 'E-7', periods: [{ sales: 1, adjustments: [{ amount: 5 }] }] }, plan)
  })
})

describe('a clawback', () => {
  it('has a time, unless all comes back', () => {
    const scale = { mode: 'marginal' as const, tiers: [{ id: 'all', upTo: null, rate: '0.1' }] }
    // @ts-expect-error a window of what length?
    defineCommissionPlan({ currency: 'EUR', scale, clawback: { kind: 'window' } })
  })
})
