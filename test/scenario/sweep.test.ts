import { describe, expect, it } from 'vitest'
import { handbook } from '../../src/index.js'
import { comparePolicies, goalSeek, sweep, withValue } from '../../src/scenario/index.js'
import { quarterRoster } from './roster.js'

const plan = handbook.commission

describe('sweep', () => {
  it('is the comparison at each value, in totals and counts', () => {
    const values = ['500000', '800000', '999999.99', '1000000', '1200000']
    const { points } = sweep(quarterRoster, plan, { path: 'scale.tiers.first.upTo', values })
    expect(points).toHaveLength(5)
    for (const point of points) {
      const then = withValue(plan, 'scale.tiers.first.upTo', point.value)
      const { totals, gain, lose, unchanged, refused, rows, computed } = comparePolicies(
        quarterRoster,
        { now: plan, then },
      )
      expect(point).toEqual({
        value: point.value,
        ok: true,
        totals,
        gain,
        lose,
        unchanged,
        refused,
        rows,
        computed,
      })
    }
  })
})

describe('goalSeek over the example quarter', () => {
  it('finds that a first rate of 2.81% keeps the cost where 4% starts at 800,000: 805.47 less', () => {
    const then = withValue(plan, 'scale.tiers.first.upTo', '800000')
    const budget = comparePolicies(quarterRoster, { now: plan, then }).totals.now
    const sought = goalSeek(quarterRoster, then, {
      path: 'scale.tiers.first.rate',
      between: ['0.01', '0.03'],
      decimals: 4,
      goal: { atMost: budget },
    })
    expect(sought).toMatchObject({
      found: true,
      value: '0.0281',
      difference: '-805.47',
      beside: { value: '0.0282', total: '1427741.12' },
      evaluations: 13,
    })
    const neutral = withValue(then, 'scale.tiers.first.rate', '0.0281')
    const { gain, lose, totals } = comparePolicies(quarterRoster, { now: plan, then: neutral })
    expect({ gain, lose, totals }).toEqual({
      gain: 16,
      lose: 8,
      totals: { now: '1426706.26', then: '1425900.79', difference: '-805.47' },
    })
  })
})
