import {
  attempt,
  type CommissionPlanInput,
  defineCommissionPlan,
  payrollRows,
  type Settlement,
  type SettlementPeriodInput,
  settleCommission,
} from 'sales-rules'
import { describe, expect, it } from 'vitest'
import { throughJson } from '../../arbitraries.rooms.js'

type Payment = NonNullable<CommissionPlanInput['payment']>

/** A plan that pays sales as they are, so that sales are what is earned. */
function settle(
  periods: readonly SettlementPeriodInput[],
  payment: Payment = {},
  opening?: Settlement['closing'],
) {
  const tiers = [{ id: 'all', upTo: null, rate: '1' }]
  const scale = { mode: 'marginal' as const, tiers }
  const plan = defineCommissionPlan({ currency: 'USD', scale, payment })
  return settleCommission({ payee: 'E-7', periods, ...(opening && { opening }) }, plan)
}

function rowsOf(settlement: Settlement) {
  return payrollRows(settlement).map(({ period, earningCode, amount }) => [
    period,
    earningCode,
    amount,
  ])
}

const clawback = [{ id: 'O-1', amount: -1_000, reason: 'cancelled' }]

describe('payrollRows', () => {
  it('names payee, period, code, amount and currency of each', () => {
    expect(payrollRows(settle([{ period: '2026-01', sales: 500 }]))).toEqual([
      {
        payee: 'E-7',
        period: '2026-01',
        earningCode: 'commission',
        amount: '500.00',
        currency: 'USD',
      },
    ])
  })

  it('gives a code to what is held back and released, below zero what is taken off', () => {
    const settlement = settle(
      [
        { period: '2026-01', sales: 500 },
        { period: '2026-02', sales: 100 },
      ],
      { holdback: { share: '0.2', releaseAfter: 1 } },
    )
    expect(rowsOf(settlement)).toEqual([
      ['2026-01', 'commission', '500.00'],
      ['2026-01', 'held-back', '-100.00'],
      ['2026-02', 'commission', '100.00'],
      ['2026-02', 'held-back', '-20.00'],
      ['2026-02', 'released', '100.00'],
    ])
  })

  it('gives a code to an advance, and to what is recovered of it', () => {
    const settlement = settle(
      [
        { period: '2026-01', sales: 200 },
        { period: '2026-02', sales: 900 },
      ],
      { draw: { amount: 600, kind: 'recoverable' } },
    )
    expect(rowsOf(settlement)).toEqual([
      ['2026-01', 'commission', '200.00'],
      ['2026-01', 'drawn', '400.00'],
      ['2026-02', 'commission', '900.00'],
      ['2026-02', 'recovered', '-300.00'],
    ])
  })

  it('carries over what a clawback takes beyond a guarantee: paid are nothing, then 1,500', () => {
    const settlement = settle(
      [
        { period: '2026-01', sales: 0, adjustments: clawback },
        { period: '2026-02', sales: 2_000 },
      ],
      { draw: { amount: 500, kind: 'non-recoverable' } },
    )
    expect(rowsOf(settlement)).toEqual([
      ['2026-01', 'guarantee', '500.00'],
      ['2026-01', 'adjustment', '-1000.00'],
      ['2026-01', 'carried', '500.00'],
      ['2026-02', 'commission', '2000.00'],
      ['2026-02', 'carried', '-500.00'],
    ])
  })

  it('carries over an amount below the minimum payout, and pays what came over in the opening balance', () => {
    const opening = { held: [], carried: '30', draw: '0' }
    const settlement = settle([{ period: '2026-01', sales: 20 }], { minimumPayout: 100 }, opening)
    expect(rowsOf(settlement)).toEqual([
      ['2026-01', 'commission', '20.00'],
      ['2026-01', 'carried', '-20.00'],
    ])
    const paid = settle([{ period: '2026-01', sales: 70 }], { minimumPayout: 100 }, opening)
    expect(rowsOf(paid)).toEqual([
      ['2026-01', 'commission', '70.00'],
      ['2026-01', 'carried', '30.00'],
    ])
  })

  it('has no rows for a period in which nothing happened, nor for no periods', () => {
    expect(payrollRows(settle([{ period: '2026-01', sales: 0 }]))).toEqual([])
    expect(payrollRows(settle([]))).toEqual([])
  })

  it('reads a settlement from an archive', () => {
    const settlement = settle([{ period: '2026-01', sales: 500 }])
    expect(payrollRows(throughJson(settlement))).toEqual(payrollRows(settlement))
  })

  it.each<[string, unknown, readonly (readonly [string, readonly (string | number)[]])[]]>([
    [
      'nothing',
      undefined,
      [
        ['VALUE_MISSING', []],
        ['VALUE_MISSING', ['periods']],
        ['VALUE_MISSING', ['payee']],
        ['VALUE_MISSING', ['currency']],
        ['VALUE_MISSING', ['closing']],
      ],
    ],
    [
      'an unknown currency',
      { ...settle([]), currency: 'RMB' },
      [['CURRENCY_UNKNOWN', ['currency']]],
    ],
    [
      'an amount that is none, and no period',
      {
        ...settle([]),
        periods: [
          { ...settle([{ period: '2026-01', sales: 1 }]).periods[0], drawn: 'much', period: 7 },
        ],
      },
      [
        ['VALUE_INVALID', ['periods', 0, 'period']],
        ['NUMBER_INVALID', ['periods', 0, 'drawn']],
      ],
    ],
  ])('refuses a settlement with %s', (_, settlement, issues) => {
    const outcome = attempt(() => payrollRows(settlement as Settlement))
    expect(outcome.ok ? [] : outcome.issues.map(({ code, path }) => [code, path])).toEqual(issues)
  })
})
