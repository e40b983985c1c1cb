import {
  attributeCommission,
  type CommissionLine,
  type CommissionPlanInput,
  calculateCommission,
  commissionAccumulator,
  commissionCurve,
  defineCommissionPlan,
  planNeeds,
} from 'sales-rules'
import { describe, expect, it } from 'vitest'
import { flat } from '../flatPlan.js'

/** Rates by the length of the contract; what lies above one quota earns 1.25 times its rate. */
function planWith(change: Partial<CommissionPlanInput> = {}) {
  return defineCommissionPlan({
    currency: 'USD',
    scale: flat('0.1'),
    rates: [
      { id: 'two-years', when: { category: '2' }, scale: flat('0.125') },
      { id: 'three-years', when: { category: '3' }, scale: flat('0.15') },
    ],
    accelerator: {
      steps: [
        { id: 'to-quota', upTo: 1, multiplier: 1 },
        { id: 'above', upTo: null, multiplier: '1.25' },
      ],
    },
    ...change,
  })
}

function deals(...rows: readonly (readonly [amount: string, years: string])[]): CommissionLine[] {
  return rows.map(([amount, category], index) => ({ id: `O-${index + 1}`, amount, category }))
}

const ONE_THREE_TWO = deals(['100000', '1'], ['100000', '3'], ['50000', '2'])
const LONGEST_FIRST = deals(['100000', '3'], ['100000', '1'], ['50000', '2'])
const QUOTA = { target: '175000' }

function paid(lines: readonly CommissionLine[], change: Partial<CommissionPlanInput> = {}) {
  return calculateCommission({ lines, ...QUOTA }, planWith(change)).amount
}

describe('calculateCommission, with rates of lines within one quota', () => {
  it('pays what lies above the quota 1.25 times the rate of its line, in the order of the deals', () => {
    // 10,000 + 75,000 × 15% + 25,000 × 18.75% + 50,000 × 15.625%
    expect(paid(ONE_THREE_TWO)).toBe('33750.00')
  })

  it('pays another amount for another order of the deals', () => {
    // 15,000 + 75,000 × 10% + 25,000 × 12.5% + 50,000 × 15.625%
    expect(paid(LONGEST_FIRST)).toBe('33437.50')
  })

  it('pays the same for any order, pro rata: 175 of 250 of each line lie below the quota', () => {
    // 31,250 × (0.7 + 0.3 × 1.25)
    expect(paid(ONE_THREE_TWO, { attribution: 'pro-rata' })).toBe('33593.75')
    expect(paid(LONGEST_FIRST, { attribution: 'pro-rata' })).toBe('33593.75')
  })

  it('shows of each rate what lies below the quota and what lies above it', () => {
    const { slices, adjustments, next } = calculateCommission(
      { lines: ONE_THREE_TWO, ...QUOTA },
      planWith(),
    )
    expect(slices).toEqual([
      {
        tier: 'all/to-quota',
        from: '0',
        upTo: '175000',
        rate: '0.1',
        base: '100000.00',
        amount: '10000.00',
      },
      {
        rule: 'two-years',
        tier: 'all/above',
        from: '175000',
        upTo: null,
        rate: '0.15625',
        base: '50000.00',
        amount: '7812.50',
      },
      {
        rule: 'three-years',
        tier: 'all/to-quota',
        from: '0',
        upTo: '175000',
        rate: '0.15',
        base: '75000.00',
        amount: '11250.00',
      },
      {
        rule: 'three-years',
        tier: 'all/above',
        from: '175000',
        upTo: null,
        rate: '0.1875',
        base: '25000.00',
        amount: '4687.50',
      },
    ])
    expect(adjustments).toEqual([])
    expect(next).toBeNull()
  })

  it('pays at the plain rates exactly up to the quota, and one cent above it more', () => {
    expect(paid(deals(['75000', '3'], ['100000', '1']))).toBe('21250.00')
    expect(paid(deals(['75000', '3'], ['100000', '1'], ['0.80', '1']))).toBe('21250.10')
  })

  it('names the choice in the plan that it defines', () => {
    expect(planWith().tiersOver).toBe('all-lines')
    expect(defineCommissionPlan(JSON.parse(JSON.stringify(planWith())))).toEqual(planWith())
  })

  it('needs each line, in its order', () => {
    expect(planNeeds(planWith())).toContainEqual({ field: 'tiersOver', of: ['line', 'order'] })
    expect(() => commissionAccumulator(planWith())).toThrow('tiersOver')
    expect(() => commissionCurve(planWith(), QUOTA)).toThrow('rates')
  })
})

describe('attributeCommission, with rates of lines within one quota', () => {
  const shares = (change: Partial<CommissionPlanInput> = {}) =>
    attributeCommission({ lines: ONE_THREE_TWO, ...QUOTA }, planWith(change)).lines.map(
      ({ amount }) => amount,
    )

  it('gives each line what its own parts earn', () => {
    expect(shares()).toEqual(['10000.00', '15937.50', '7812.50'])
  })

  it('gives each line the same share of the quota, pro rata', () => {
    // × 1.075
    expect(shares({ attribution: 'pro-rata' })).toEqual(['10750.00', '16125.00', '6718.75'])
  })
})
