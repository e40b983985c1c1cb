import {
  type CommissionPlanInput,
  calculateCommission,
  commissionCurve,
  defineCommissionPlan,
  handbook,
  salesForCommission,
} from 'sales-rules'
import { describe, expect, it } from 'vitest'
import { flatPlan } from '../flatPlan.js'

const own = { attainment: '1', counts: 'above-target', startsIn: 'own-tier' } as const

/** 3% to 1,000,000, 4% to 2,000,000, then 5%; only what is above the target counts. */
const handbookWith = (gate: NonNullable<CommissionPlanInput['gate']>) =>
  defineCommissionPlan({ ...handbook.commission, gate })

const slicesOf = (sales: string, scale: CommissionPlanInput['scale'], gate: object = own) => {
  const plan = flatPlan({ scale, gate: { ...own, ...gate } })
  const { amount, slices } = calculateCommission({ sales, target: '1000' }, plan)
  return [amount, ...slices.map(({ tier, base, amount: earned }) => `${tier} ${base}: ${earned}`)]
}

describe('scaleAbove', () => {
  it.each([
    // 300,000 × 3%, and 300,000 × 4%.
    ['1500000', 'first-tier', '9000.00', ['first 300000.00']],
    ['1500000', 'own-tier', '12000.00', ['second 300000.00']],
    // 1,000,000 × 3% + 300,000 × 4%, and 800,000 × 4% + 500,000 × 5%.
    ['2500000', 'first-tier', '42000.00', ['first 1000000.00', 'second 300000.00']],
    ['2500000', 'own-tier', '57000.00', ['second 800000.00', 'top 500000.00']],
    ['1200000', 'own-tier', '0.00', []],
    ['1199999.99', 'own-tier', '0.00', []],
  ] as const)(
    'sales of %s above a target of 1,200,000 that start in the %s earn %s',
    (sales, startsIn, amount, slices) => {
      const plan = handbookWith({ ...own, startsIn })
      const statement = calculateCommission({ sales, target: '1200000' }, plan)
      expect(statement.amount).toBe(amount)
      expect(statement.slices.map(({ tier, base }) => `${tier} ${base}`)).toEqual(slices)
    },
  )

  it('names each tier with its own ends and rate', () => {
    const statement = calculateCommission(
      { sales: '1500000', target: '1200000' },
      handbookWith(own),
    )
    expect(statement.slices).toEqual([
      {
        tier: 'second',
        from: '1000000',
        upTo: '2000000',
        rate: '0.04',
        base: '300000.00',
        amount: '12000.00',
      },
    ])
  })

  it('starts at the gate where what is above it counts', () => {
    // A gate at 960,000: 40,000 × 3% + 500,000 × 4%.
    const plan = handbookWith({ ...own, attainment: '0.8', counts: 'above-gate' })
    expect(calculateCommission({ sales: '1500000', target: '1200000' }, plan).amount).toBe(
      '21200.00',
    )
  })

  it('raises the rates of the tiers in which the sales lie', () => {
    // 300,000 × 4.5%.
    const input = { sales: '1500000', target: '1200000', coefficientUplift: '0.005' }
    expect(calculateCommission(input, handbookWith(own)).amount).toBe('13500.00')
  })

  it('moves the payout curve and its inverse to where the sales lie', () => {
    const plan = handbookWith(own)
    const { points } = commissionCurve(plan, { target: '1200000' })
    expect(points.map(({ sales, amount, rate }) => [sales, amount, rate])).toEqual([
      ['0.00', '0.00', '0'],
      ['1200000.00', '0.00', '0.04'],
      ['2000000.00', '32000.00', '0.05'],
    ])
    expect(salesForCommission('57000', plan, { target: '1200000' }).sales).toBe('2500000.00')
  })

  it('goes by tiers in attainment as by those in money', () => {
    const tiers = [
      { id: 'to-target', upTo: '1', rate: '0.1' },
      { id: 'over', upTo: '1.5', rate: '0.2' },
      { id: 'far', upTo: null, rate: '0.3' },
    ]
    const scale = { mode: 'marginal', thresholds: 'attainment', tiers } as const
    expect(slicesOf('1600', scale)).toEqual(['130.00', 'over 500.00: 100.00', 'far 100.00: 30.00'])
    const gate = { attainment: '0.5', counts: 'above-gate' }
    expect(slicesOf('1100', scale, gate)).toEqual([
      '70.00',
      'to-target 500.00: 50.00',
      'over 100.00: 20.00',
    ])
  })

  it('pays a flat amount of a tier that begins with what counts, or above it, and none of one that began below', () => {
    const tiers = [
      { id: 'first', upTo: '800', rate: '0.1', amount: '5' },
      { id: 'cut', upTo: '1200', rate: '0.1', amount: '7' },
      { id: 'rest', upTo: null, rate: '0.1', amount: '9' },
    ]
    const scale = { mode: 'marginal', tiers } as const
    expect(slicesOf('1100', scale)).toEqual(['10.00', 'cut 100.00: 10.00'])
    expect(slicesOf('1200', scale)).toEqual(['29.00', 'cut 200.00: 20.00', 'rest 0.00: 9.00'])
    const fromTarget = {
      mode: 'marginal',
      tiers: [
        { ...tiers[0], id: 'first', upTo: '1000' },
        { ...tiers[2], id: 'rest', upTo: null },
      ],
    } as const
    expect(slicesOf('1000', fromTarget)).toEqual(['0.00'])
    expect(slicesOf('1010', fromTarget)).toEqual(['10.00', 'rest 10.00: 10.00'])
  })

  it('pays the rest of an interpolated amount, so that the slice can be computed again', () => {
    const tiers = [
      { id: 'cut', upTo: '1200', amount: '90' },
      { id: 'rest', upTo: '1400', amount: '50' },
    ]
    const plan = flatPlan({ gate: own, scale: { mode: 'interpolated', beyond: 'stop', tiers } })
    const { amount, slices } = calculateCommission({ sales: '1300', target: '1000' }, plan)
    // 90 over 1,200 is 15 over the last 200; half of 50.
    expect(amount).toBe('40.00')
    expect(
      slices.map(({ base, flat, width, amount: earned }) => [base, flat, width, earned]),
    ).toEqual([
      ['200.00', '15.00', '200.00', '15.00'],
      ['100.00', '50.00', '200.00', '25.00'],
    ])
  })

  it('pays all that counts by the tier that all sales reach, where that is the mode', () => {
    const tiers = [
      { id: 'first', upTo: '1500', rate: '0.1', minimum: '20' },
      { id: 'rest', upTo: null, rate: '0.2', amount: '3' },
    ]
    const scale = { mode: 'whole-amount', tiers } as const
    expect(slicesOf('1100', scale)).toEqual(['20.00', 'first 100.00: 20.00'])
    expect(slicesOf('1499', scale)).toEqual(['49.90', 'first 499.00: 49.90'])
    expect(slicesOf('1500', scale)).toEqual(['103.00', 'rest 500.00: 103.00'])
    expect(slicesOf('1500', { ...scale, boundary: 'lower-tier' })).toEqual([
      '50.00',
      'first 500.00: 50.00',
    ])
    expect(slicesOf('1000', scale)).toEqual(['0.00'])
  })

  it.each(['marginal', 'interpolated', 'whole-amount'] as const)(
    'pays nothing beyond the end of a %s scale that stops below the target',
    (mode) => {
      const tiers = [{ id: 'all', upTo: '900', rate: '0.1' }]
      expect(slicesOf('1100', { mode, beyond: 'stop', tiers })[0]).toBe('0.00')
    },
  )

  it('has the steps of a marginal accelerator where the attainment puts them', () => {
    const tiers = [
      { id: 'first', upTo: '1100', rate: '0.1' },
      { id: 'rest', upTo: null, rate: '0.2' },
    ]
    const steps = [
      { id: 'once', upTo: '1.2', multiplier: '1' },
      { id: 'twice', upTo: null, multiplier: '2' },
    ]
    const plan = flatPlan({ gate: own, scale: { mode: 'marginal', tiers }, accelerator: { steps } })
    const { amount, slices } = calculateCommission({ sales: '1300', target: '1000' }, plan)
    // 100 at 10%, 100 at 20%, 100 at 40%.
    expect(amount).toBe('70.00')
    expect(
      slices.map(({ tier, from, upTo, amount: earned }) => [tier, from, upTo, earned]),
    ).toEqual([
      ['first/once', '0', '1100', '10.00'],
      ['rest/once', '1100', '1200', '20.00'],
      ['rest/twice', '1200', null, '40.00'],
    ])
  })
})
