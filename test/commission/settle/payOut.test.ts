import {
  type CommissionPlanInput,
  defineCommissionPlan,
  type SettlementBalance,
  settleCommission,
} from 'sales-rules'
import { describe, expect, it } from 'vitest'

type Payment = NonNullable<CommissionPlanInput['payment']>
type Draw = NonNullable<Payment['draw']>

/** A plan that pays sales as they are, so that sales are what is earned. */
function planWith(payment: Payment) {
  const tiers = [{ id: 'all', upTo: null, rate: '1' }]
  return defineCommissionPlan({ currency: 'USD', scale: { mode: 'marginal', tiers }, payment })
}

function settle(earned: readonly number[], payment: Payment, opening?: SettlementBalance) {
  const periods = earned.map((sales, index) => ({
    period: `2026-${String(index + 1).padStart(2, '0')}`,
    sales,
  }))
  return settleCommission({ payee: 'E-7', periods, ...(opening && { opening }) }, planWith(payment))
}

function rows(earned: readonly number[], draw: Draw) {
  return settle(earned, { draw }).periods.map(({ paid, recovered, drawOwed }) =>
    [paid, recovered, drawOwed].map(Number),
  )
}

/**
 * Three parameters tell the draws of other systems apart: what an advance is recovered from, when recovery starts, and whether it may
 * push pay under the draw. The figures are worked by hand.
 */
describe('the draw of', () => {
  const earned = [1_000, 500, 3_000, 2_500, 6_000]
  const draw = { amount: 2_000, kind: 'recoverable' } as const

  it('Siebel recovers from what is above it, and pays it at least', () => {
    expect(rows(earned, { ...draw, recoverFrom: 'above-draw' })).toEqual([
      [2_000, 0, 1_000],
      [2_000, 0, 2_500],
      [2_000, 1_000, 1_500],
      [2_000, 500, 1_000],
      [5_000, 1_000, 0],
    ])
  })

  it('Oracle (1088212.1) recovers from all that is earned once that reaches the draw', () => {
    expect(rows(earned, { ...draw, recoverFrom: 'all' })).toEqual([
      [2_000, 0, 1_000],
      [2_000, 0, 2_500],
      [500, 2_500, 0],
      [2_500, 0, 0],
      [6_000, 0, 0],
    ])
  })

  it('Fusion starts to recover in the fourth period, and never takes pay under it', () => {
    expect(rows(earned, { ...draw, recoverFrom: 'above-draw', recoverAfter: 3 })).toEqual([
      [2_000, 0, 1_000],
      [2_000, 0, 2_500],
      [3_000, 0, 2_500],
      [2_000, 500, 2_000],
      [4_000, 2_000, 0],
    ])
  })

  it('Fusion, where it recovers a percentage, takes no more than that of what is earned', () => {
    const quarter = { recoverFrom: 'above-draw', recoverAfter: 3, recoverAtMost: '0.25' } as const
    expect(rows(earned, { ...draw, ...quarter })).toEqual([
      [2_000, 0, 1_000],
      [2_000, 0, 2_500],
      [3_000, 0, 2_500],
      [2_000, 500, 2_000],
      [4_500, 1_500, 500],
    ])
  })

  it.each([
    ['Siebel', { recoverFrom: 'above-draw' }],
    ['Oracle', { recoverFrom: 'all' }],
    ['Fusion', { recoverFrom: 'above-draw', recoverAfter: 3 }],
  ] as const)('%s pays 13,000 in all, which is what was earned', (_, terms) => {
    expect(settle(earned, { draw: { ...draw, ...terms } })).toMatchObject({
      earned: '13000.00',
      paid: '13000.00',
      closing: { draw: '0.00' },
    })
  })
})

describe('a draw that may not be owed beyond 2,500', () => {
  const draw = { amount: 2_000, kind: 'recoverable', owedAtMost: 2_500 } as const

  it('advances what is left, and then only what is earned is paid', () => {
    expect(rows([1_000, 0, 700, 3_000, 0], draw)).toEqual([
      [2_000, 0, 1_000],
      [1_500, 0, 2_500],
      [700, 0, 2_500],
      [2_000, 1_000, 1_500],
      [1_000, 0, 2_500],
    ])
  })

  it('covers a loss only as far', () => {
    expect(settle([-3_000], { draw }).periods[0]).toMatchObject({
      drawn: '2500.00',
      paid: '0.00',
      carried: '-500.00',
    })
  })

  it('advances nothing where more is owed already', () => {
    const opening = { held: [], carried: '0', draw: '2600' }
    expect(settle([0], { draw }, opening).periods[0]).toMatchObject({
      drawn: '0.00',
      drawOwed: '2600.00',
    })
  })
})
