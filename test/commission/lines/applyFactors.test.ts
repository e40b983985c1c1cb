import {
  attributeCommission,
  type CommissionLine,
  type CommissionPlanInput,
  calculateCommission,
  commissionAccumulator,
  defineCommissionPlan,
  planNeeds,
} from 'sales-rules'
import { describe, expect, it } from 'vitest'
import { conflictsOf, flat, flatPlan } from '../flatPlan.js'

/** 10% up to the target and 15% above it. */
const byTarget = {
  mode: 'marginal' as const,
  thresholds: 'attainment' as const,
  tiers: [
    { id: 'to-target', upTo: 1, rate: '0.1' },
    { id: 'above', upTo: null, rate: '0.15' },
  ],
}

/** A new product counts one and a half times towards the quota. */
const newProduct = {
  id: 'new-product',
  when: { category: 'new' },
  applies: 'counts' as const,
  multiplier: '1.5',
  reason: 'launch year',
}

const NEW_PRODUCT = { scale: byTarget, factors: [newProduct] }

const OLD_AND_NEW: readonly CommissionLine[] = [
  { id: 'O-1', amount: '60000', category: 'old' },
  { id: 'O-2', amount: '40000', category: 'new' },
]

const TARGET = { target: '100000' }

function statementOf(
  plan: Partial<CommissionPlanInput>,
  lines: readonly CommissionLine[] = OLD_AND_NEW,
) {
  return calculateCommission({ lines, ...TARGET }, flatPlan(plan))
}

describe('calculateCommission, with a factor for what a line counts', () => {
  it('moves the line further through the tiers than it earns on', () => {
    // 60,000 × 10%; of the 60,000 that the new product counts, 40,000 lie below the target: 2/3 × 40,000 × 10% + 1/3 × 40,000 × 15%
    const { amount, sales, base, credited, attainment } = statementOf(NEW_PRODUCT)
    expect({ amount, sales, base, credited, attainment }).toEqual({
      amount: '10666.67',
      sales: '100000.00',
      base: '100000.00',
      credited: '120000.00',
      attainment: '1.2',
    })
  })

  it('says which line it changed, and why', () => {
    expect(statementOf(NEW_PRODUCT).factors).toEqual([
      {
        line: 'O-2',
        credited: '60000.00',
        base: '40000.00',
        by: [
          { factor: 'new-product', applies: 'counts', multiplier: '1.5', reason: 'launch year' },
        ],
      },
    ])
  })

  it('pays all lines the same share of each tier, pro rata', () => {
    // 100,000 × (5/6 × 10% + 1/6 × 15%)
    expect(statementOf({ ...NEW_PRODUCT, attribution: 'pro-rata' }).amount).toBe('10833.33')
  })

  it('pays by order: the new product first lies below the target as a whole', () => {
    // 40,000 × 10% + 40,000 × 10% + 20,000 × 15%
    expect(statementOf(NEW_PRODUCT, [...OLD_AND_NEW].reverse()).amount).toBe('11000.00')
  })

  it('opens a gate, and reaches the step of a whole-amount accelerator', () => {
    const gate = { attainment: '1.2' }
    const steps = [
      { id: 'to', upTo: '1.2', multiplier: 1 },
      { id: 'from', upTo: null, multiplier: 2 },
    ]
    const plan = {
      factors: [newProduct],
      gate,
      accelerator: { mode: 'whole-amount' as const, steps },
    }
    expect(statementOf(plan).amount).toBe('20000.00')
    const { factors: _, ...without } = plan
    expect(statementOf(without).amount).toBe('0.00')
  })

  it('chooses the tier of a whole-amount scale', () => {
    const scale = { ...byTarget, mode: 'whole-amount' as const }
    // 120,000 counts: 15% of the 100,000 that earn
    expect(statementOf({ scale, factors: [newProduct] }).amount).toBe('15000.00')
  })

  it('moves a marginal accelerator, for all rates together', () => {
    const steps = [
      { id: 'to', upTo: 1, multiplier: 1 },
      { id: 'above', upTo: null, multiplier: 2 },
    ]
    const rates = [{ id: 'new', when: { category: 'new' }, scale: flat('0.2') }]
    // 6,000 + 2/3 × 8,000 + 1/3 × 16,000
    expect(statementOf({ factors: [newProduct], rates, accelerator: { steps } }).amount).toBe(
      '16666.67',
    )
  })

  it('pays at the tier where it stands what counts nothing', () => {
    const none = { ...newProduct, multiplier: '0' }
    // 60,000 × 10% + 40,000 × 10%: nothing lies above the target
    expect(statementOf({ ...NEW_PRODUCT, factors: [none] }).amount).toBe('10000.00')
    const lines = [{ id: 'O-0', amount: '100000' }, ...OLD_AND_NEW]
    // 10,000 + 60,000 × 15% + 40,000 × 15%
    expect(statementOf({ ...NEW_PRODUCT, factors: [none] }, lines).amount).toBe('25000.00')
  })

  it('takes what counts nothing back at the tier where the refund stands', () => {
    const none = { ...newProduct, multiplier: '0' }
    const lines = [
      ...OLD_AND_NEW,
      { id: 'O-3', amount: '40000' },
      { id: 'R-1', amount: '-20000', refundOf: 'O-2' },
    ]
    // 6,000 + 4,000 + 4,000; the refund stands exactly on the target, which is above it: −20,000 × 15%
    expect(statementOf({ ...NEW_PRODUCT, factors: [none] }, lines).amount).toBe('11000.00')
  })

  it('takes back of a refunded line what it counts and what it earns', () => {
    const refund = { id: 'R-1', amount: '-40000', refundOf: 'O-2' }
    const { amount, credited, factors } = statementOf(NEW_PRODUCT, [...OLD_AND_NEW, refund])
    expect({ amount, credited }).toEqual({ amount: '6000.00', credited: '60000.00' })
    expect(factors?.map(({ line, credited }) => [line, credited])).toEqual([
      ['O-2', '60000.00'],
      ['R-1', '-60000.00'],
    ])
  })
})

describe('calculateCommission, with a factor for what a line earns', () => {
  it('pays on less than counts', () => {
    const factor = { ...newProduct, applies: 'earns' as const, multiplier: '0.5' }
    // 6,000 + half of 40,000 × 10%: nothing lies above the target
    const { amount, base, credited } = statementOf({ scale: byTarget, factors: [factor] })
    expect({ amount, base, credited }).toEqual({
      amount: '8000.00',
      base: '80000.00',
      credited: '100000.00',
    })
  })

  it('pays more than counts, 1.5 times', () => {
    const factor = { ...newProduct, applies: 'earns' as const }
    expect(statementOf({ scale: byTarget, factors: [factor] }).amount).toBe('12000.00')
  })
})

describe('calculateCommission, with a windfall', () => {
  /** Nothing below 75%, half at 75%, all at 100%, twice at 150%, no more; what of a deal exceeds 500,000 counts half. */
  const plan = (change: Partial<CommissionPlanInput> = {}) =>
    defineCommissionPlan({
      currency: 'EUR',
      payout: 'of-target-incentive',
      scale: {
        mode: 'interpolated',
        thresholds: 'attainment',
        tiers: [
          { id: 'threshold', upTo: '0.75', amount: '0.5' },
          { id: 'target', upTo: 1, amount: '0.5' },
          { id: 'excellence', upTo: '1.5', amount: 1 },
          { id: 'no-more', upTo: null },
        ],
      },
      gate: { attainment: '0.75' },
      factors: [{ id: 'windfall', above: '500000', multiplier: '0.5' }],
      ...change,
    })
  const pays = (...amounts: readonly string[]) => {
    const lines = amounts.map((amount, index) => ({ id: `D-${index + 1}`, amount }))
    const given = { lines, target: '1000000', targetIncentive: '40000' }
    return calculateCommission(given, plan())
  }

  it('counts half of what of a deal lies above 500,000', () => {
    // 500,000 + half of 400,000, and 200,000: 90%; half + 15/25 of the other half
    const { amount, attainment, credited, factors } = pays('900000', '200000')
    expect({ amount, attainment, credited }).toEqual({
      amount: '32000.00',
      attainment: '0.9',
      credited: '900000.00',
    })
    expect(factors).toEqual([
      {
        line: 'D-1',
        credited: '700000.00',
        base: '700000.00',
        by: [
          { factor: 'windfall', applies: 'both', multiplier: '0.5', above: '500000', reason: null },
        ],
      },
    ])
  })

  it('leaves a deal of exactly 500,000 as it is', () => {
    expect(pays('500000', '400000').factors).toEqual([])
    expect(pays('500000', '400000').amount).toBe('32000.00')
  })

  it('adds up in batches, as what counts is what earns', () => {
    const total = commissionAccumulator(plan())
    const [first, second] = [
      total.add(total.create(), { id: 'D-1', amount: '900000' }),
      total.add(total.create(), { id: 'D-2', amount: '200000' }),
    ]
    const given = { target: '1000000', targetIncentive: '40000' }
    const { amount, attainment } = total.finish(total.merge(first, second), given)
    expect({ amount, attainment }).toEqual({ amount: '32000.00', attainment: '0.9' })
  })

  it('takes back of a deal that another statement has paid what it has counted', () => {
    // Half of the 900,000 is refunded, which counted 700,000: 350,000 of what counts now
    const refund = {
      id: 'R-1',
      amount: '-450000',
      refundOf: { id: 'D-0', amount: '900000', commission: '0' },
    }
    const lines = [{ id: 'D-1', amount: '500000' }, { id: 'D-2', amount: '500000' }, refund]
    const flatly = flatPlan({ factors: [{ id: 'windfall', above: '500000', multiplier: '0.5' }] })
    expect(calculateCommission({ lines }, flatly).amount).toBe('65000.00')
  })
})

describe('what factors need', () => {
  it('is each line; and their order, where lines count more or less than they earn on', () => {
    const both = flatPlan({ factors: [{ ...newProduct, applies: 'both' }] })
    expect(planNeeds(both)).toEqual([{ field: 'factors', of: ['line'] }])
    expect(planNeeds(flatPlan({ factors: [newProduct] }))).toContainEqual({
      field: 'factors',
      of: ['line', 'order'],
    })
  })

  it('refuses by name what nothing says of lines that count more or less than they earn on', () => {
    const tiers = [{ id: 'all', upTo: null, rate: '0.1', minimum: '5' }]
    const found = conflictsOf({
      scale: { mode: 'marginal', tiers },
      factors: [newProduct],
      gate: { attainment: 1, counts: 'above-target' },
      cap: { base: '1000' },
    })
    expect(found.map(({ path }) => path.join('.'))).toEqual([
      'gate.counts',
      'cap.base',
      'scale.tiers.0.minimum',
    ])
  })

  it('refuses a multiplier that looks like a percentage, and an id given twice', () => {
    expect(conflictsOf({ factors: [{ id: 'a', multiplier: 80 }] }).map(({ path }) => path)).toEqual(
      [['factors', 0, 'multiplier']],
    )
    const twice = conflictsOf({
      factors: [
        { id: 'a', multiplier: 1 },
        { id: 'a', multiplier: 2 },
      ],
    })
    expect(twice.map(({ code }) => code)).toEqual(['ID_DUPLICATE'])
  })
})

describe('attributeCommission, with factors', () => {
  it('gives each line what its own parts earn', () => {
    const { lines } = attributeCommission({ lines: OLD_AND_NEW, ...TARGET }, flatPlan(NEW_PRODUCT))
    expect(lines.map(({ amount }) => amount)).toEqual(['6000.00', '4666.67'])
  })
})
