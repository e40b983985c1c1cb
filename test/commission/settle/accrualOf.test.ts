import {
  accrualOf,
  attempt,
  type CommissionPlanInput,
  defineCommissionPlan,
  type Settlement,
  type SettlementPeriodInput,
  settleCommission,
} from 'sales-rules'
import { describe, expect, it } from 'vitest'
import { throughJson } from '../../arbitraries.rooms.js'

type Payment = NonNullable<CommissionPlanInput['payment']>

/** A plan that pays sales as they are, so that sales are what is earned. */
function settle(periods: readonly SettlementPeriodInput[], payment: Payment = {}) {
  const tiers = [{ id: 'all', upTo: null, rate: '1' }]
  const scale = { mode: 'marginal' as const, tiers }
  const plan = defineCommissionPlan({ currency: 'USD', scale, payment })
  return settleCommission({ payee: 'E-7', periods }, plan)
}

const month = { period: '2026-01', sales: 1_000 }

describe('accrualOf', () => {
  it('has nothing open where all that was earned was paid', () => {
    expect(accrualOf(settle([month]))).toEqual({
      payee: 'E-7',
      period: '2026-01',
      currency: 'USD',
      unpaid: '0.00',
      held: '0.00',
      carried: '0.00',
      advanced: '0.00',
    })
  })

  it('adds up what is held, of every period', () => {
    const payment = { holdback: { share: '0.2', releaseAfter: 2 } }
    const settlement = settle([month, { period: '2026-02', sales: 500 }], payment)
    expect(accrualOf(settlement)).toMatchObject({
      period: '2026-02',
      unpaid: '300.00',
      held: '300.00',
    })
  })

  it('is below zero where more was paid than is left: half of 1,000 is held, and 1,600 are clawed back', () => {
    const adjustments = [{ id: 'O-1', amount: -1_600, reason: 'cancelled' }]
    const payment = { holdback: { share: '0.5', releaseAfter: 1 } }
    expect(accrualOf(settle([{ ...month, adjustments }], payment))).toMatchObject({
      unpaid: '-600.00',
      held: '500.00',
      carried: '-1100.00',
    })
  })

  it('tells what is paid and not earned yet from what is earned and not paid', () => {
    const payment = {
      draw: { amount: 2_000, kind: 'recoverable' },
      holdback: { share: '0.5', releaseAfter: 1 },
    } as const
    expect(accrualOf(settle([month], payment))).toMatchObject({
      unpaid: '500.00',
      advanced: '1500.00',
    })
  })

  it('speaks of no period where none was settled', () => {
    expect(accrualOf(settle([])).period).toBeNull()
  })

  it('reads a settlement from an archive, and refuses what it cannot read', () => {
    const settlement = settle([month])
    expect(accrualOf(throughJson(settlement))).toEqual(accrualOf(settlement))
    const closing = { held: [{ amount: 'some' }], carried: '0' }
    const outcome = attempt(() => accrualOf({ ...settlement, closing } as unknown as Settlement))
    expect(outcome.ok ? [] : outcome.issues.map(({ code, path }) => [code, path])).toEqual([
      ['NUMBER_INVALID', ['closing', 'held', 0, 'amount']],
      ['VALUE_MISSING', ['closing', 'draw']],
    ])
    const unlisted = { ...settlement, closing: { held: 5, carried: '0', draw: '0' } }
    const none = attempt(() => accrualOf(unlisted as unknown as Settlement))
    expect(none.ok ? [] : none.issues.map(({ code, path }) => [code, path])).toEqual([
      ['VALUE_INVALID', ['closing', 'held']],
    ])
  })
})
