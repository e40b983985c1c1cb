import {
  attributeCommission,
  type CommissionPlanInput,
  calculateCommission,
  commissionAccumulator,
  commissionCurve,
  defineCommissionPlan,
  handbook,
  salesForCommission,
} from 'sales-rules'
import { describe, expect, it } from 'vitest'
import { conflictsOf, flat, flatPlan } from '../flatPlan.js'

type Gate = NonNullable<CommissionPlanInput['gate']>

const onTarget = { attainment: '1', below: '0.02' } as const

/** The tiers of the handbook, and 2% of what its gate keeps from them. */
function tiered(gate: Partial<Gate> = {}, change: Partial<CommissionPlanInput> = {}) {
  return defineCommissionPlan({
    currency: 'CNY',
    scale: handbook.commission.scale,
    gate: { ...onTarget, ...gate },
    ...change,
  })
}

const paid = (sales: string, plan: ReturnType<typeof tiered>) =>
  calculateCommission({ sales, target: '1200000' }, plan).amount

const margins = {
  mode: 'whole-amount' as const,
  measure: 'separate' as const,
  tiers: [
    { id: 'thin', upTo: '0.3', rate: '0.05' },
    { id: 'fat', upTo: null, rate: '0.1' },
  ],
}

describe('a flat rate below the gate', () => {
  // 1,199,999.99 × 2%; 30,000 + 200,000 × 4%; 30,000 + 500,000 × 4%.
  it.each([
    ['0', '0.00'],
    ['500000', '10000.00'],
    ['1199999.99', '24000.00'],
    ['1200000', '38000.00'],
    ['1500000', '50000.00'],
  ])(
    'pays 2%% of all sales below the target, and the tiers of all of them from it on: %s',
    (sales, amount) => {
      expect(paid(sales, tiered())).toBe(amount)
    },
  )

  // 1,200,000 × 2%, and of what is above it 3% in the first tier, or 4% where it lies.
  it.each([
    ['first-tier', '500000', '10000.00'],
    ['first-tier', '1200000', '24000.00'],
    ['first-tier', '1500000', '33000.00'],
    ['first-tier', '2300000', '58000.00'],
    ['own-tier', '1500000', '36000.00'],
    ['own-tier', '2300000', '71000.00'],
  ] as const)(
    'pays 2%% up to the target where only sales above it count, from the %s on: %s',
    (startsIn, sales, amount) => {
      expect(paid(sales, tiered({ counts: 'above-target', startsIn }))).toBe(amount)
    },
  )

  // The gate is at 80%, or at 115%: 960,000 and 1,380,000.
  it.each([
    ['0.8', 'above-gate', '1000000', '20400.00'],
    ['0.8', 'above-target', '1000000', '20000.00'],
    ['1.15', 'above-target', '1300000', '26000.00'],
    ['1.15', 'above-target', '1380000', '29400.00'],
    ['1.15', 'above-gate', '1380000', '27600.00'],
    ['1.15', 'all', '1379999', '27599.98'],
  ] as const)('a gate at %s that counts %s pays %s as %s', (attainment, counts, sales, amount) => {
    expect(paid(sales, tiered({ attainment, counts }))).toBe(amount)
  })

  it('says on the statement that the gate is shut, what the flat rate paid, and what was forgone', () => {
    const { gate, slices, base, unrounded, next } = calculateCommission(
      { sales: '1000000', target: '1200000' },
      tiered(),
    )
    expect(gate).toEqual({
      clause: 'COM-2',
      outcome: 'unmet',
      attainment: '1',
      counts: 'all',
      remaining: '200000.00',
      forgone: '10000.00',
    })
    expect(slices).toEqual([
      {
        tier: 'below',
        from: '0',
        upTo: null,
        rate: '0.02',
        base: '1000000.00',
        amount: '20000.00',
      },
    ])
    expect([base, unrounded]).toEqual(['1000000.00', '20000'])
    expect(next).toMatchObject({ by: 'gate', tier: 'second', remaining: '200000.00' })
  })

  it('shows what lies below the target as a slice of its own beside the tiers above', () => {
    const gate = { counts: 'above-target', startsIn: 'own-tier' } as const
    const { slices } = calculateCommission({ sales: '1500000', target: '1200000' }, tiered(gate))
    expect(slices.map(({ tier, base, amount }) => [tier, base, amount])).toEqual([
      ['below', '1200000.00', '24000.00'],
      ['second', '300000.00', '12000.00'],
    ])
  })

  it('is raised by an uplift like any rate, or multiplied like any commission', () => {
    const input = { sales: '1000', target: '2000', coefficientUplift: '0.005' }
    const gate = onTarget
    expect(calculateCommission(input, flatPlan({ gate })).amount).toBe('25.00')
    const multiplied = flatPlan({ gate, coefficient: { applies: 'multiply' } })
    expect(calculateCommission(input, multiplied).amount).toBe('20.10')
  })

  it('is multiplied by what multiplies the whole commission', () => {
    const steps = [
      { id: 'low', upTo: '0.5', multiplier: '0.5' },
      { id: 'high', upTo: null, multiplier: '1' },
    ]
    const plan = flatPlan({ gate: onTarget, accelerator: { mode: 'whole-amount', steps } })
    const pays = (sales: string) => calculateCommission({ sales, target: '1000' }, plan).amount
    expect(['499', '500', '1000'].map(pays)).toEqual(['4.99', '10.00', '100.00'])
  })

  it('is paid while a condition is unmet as well', () => {
    const conditions = {
      id: 'appraisal',
      comparison: 'at-least',
      required: '60',
      unit: 'points',
    } as const
    const plan = flatPlan({ gate: { conditions, below: '0.02' } })
    const pays = (appraisal: string) =>
      calculateCommission({ sales: '1000', facts: { appraisal } }, plan).amount
    expect(['59', '60'].map(pays)).toEqual(['20.00', '100.00'])
  })

  it('is money per unit where the tiers count units', () => {
    const scale = {
      mode: 'marginal' as const,
      thresholds: 'units' as const,
      tiers: [{ id: 'all', upTo: null, rate: '70' }],
    }
    const plan = flatPlan({ scale, gate: { attainment: '1', below: '50' } })
    const pays = (sales: string) => calculateCommission({ sales, target: '20' }, plan).amount
    expect(['19', '20'].map(pays)).toEqual(['950.00', '1400.00'])
  })

  it('is a rate of the sales below the gate of a payout curve', () => {
    const scale = {
      mode: 'interpolated' as const,
      thresholds: 'attainment' as const,
      beyond: 'stop' as const,
      tiers: [{ id: 'to-target', upTo: '1', amount: '1' }],
    }
    const plan = flatPlan({
      scale,
      payout: 'of-target-incentive',
      gate: { attainment: '0.75', below: '0.01' },
    })
    const pays = (sales: string) =>
      calculateCommission({ sales, target: '1000', targetIncentive: '400' }, plan).amount
    expect(['700', '750', '1000'].map(pays)).toEqual(['7.00', '300.00', '400.00'])
  })

  it('is one for all lines, whatever rule or margin they earn by above it', () => {
    const plan = flatPlan({
      scale: margins,
      measuredBy: 'margin',
      rates: [{ id: 'b', when: { product: 'b' }, scale: flat('0.2') }],
      gate: onTarget,
      attribution: 'pro-rata',
    })
    const lines = [
      { id: 'thin', amount: '100', cost: '80' },
      { id: 'fat', amount: '300', cost: '100' },
      { id: 'b', amount: '500', product: 'b' },
    ]
    const shared = (target: string, attribution: 'pro-rata' | 'deal-order' = 'pro-rata') => {
      const own = defineCommissionPlan({ ...plan, attribution })
      return attributeCommission({ lines, target }, own).lines.map(({ amount }) => amount)
    }
    expect(calculateCommission({ lines, target: '1000' }, plan).amount).toBe('18.00')
    expect(shared('1000')).toEqual(['2.00', '6.00', '10.00'])
    expect(shared('1000', 'deal-order')).toEqual(['2.00', '6.00', '10.00'])
    expect(shared('900')).toEqual(['5.00', '30.00', '100.00'])
  })

  it('is one where each order has its own tiers, and where an award is forgone', () => {
    const plan = flatPlan({
      scale: { ...handbook.commission.scale, per: 'order' },
      gate: onTarget,
      awards: [{ id: 'first', for: 'first-order', amount: '500', whileGateShut: 'forgone' }],
    })
    const lines = [{ id: 'O-1', amount: '1000', firstOrder: true }]
    const pays = (target: string) => calculateCommission({ lines, target }, plan).amount
    expect(['1001', '1000'].map(pays)).toEqual(['20.00', '530.00'])
  })

  it('is one within one quota, where lines count more than they earn on', () => {
    const plan = flatPlan({
      rates: [{ id: 'b', when: { product: 'b' }, scale: flat('0.2') }],
      tiersOver: 'all-lines',
      factors: [{ id: 'new', when: { product: 'n' }, applies: 'counts', multiplier: '2' }],
      gate: onTarget,
    })
    const lines = [
      { id: 'n', amount: '300', product: 'n' },
      { id: 'b', amount: '300', product: 'b' },
    ]
    const pays = (target: string) => calculateCommission({ lines, target }, plan).amount
    expect(['901', '900'].map(pays)).toEqual(['12.00', '90.00'])
  })

  it('takes back of a refund what the rate of the statement pays, or what its line earned', () => {
    const refund = {
      id: 'R',
      amount: '-200',
      refundOf: { id: 'O-0', amount: '200', commission: '4' },
    }
    const lines = [{ id: 'O-1', amount: '1100' }, refund]
    const pays = (refunds: 'net' | 'mirror') =>
      calculateCommission({ lines, target: '1000' }, flatPlan({ gate: onTarget, refunds })).amount
    expect([pays('net'), pays('mirror')]).toEqual(['18.00', '106.00'])
  })

  it('takes back the flat rate alone below zero', () => {
    const gate = { ...onTarget, counts: 'above-target' } as const
    const input = { sales: '-3000', target: '1000' }
    expect(calculateCommission(input, flatPlan({ gate })).amount).toBe('-60.00')
    expect(calculateCommission(input, flatPlan({ gate: onTarget })).amount).toBe('-60.00')
  })

  it('takes back the flat rate alone of a refund that comes first, on the way to above the target', () => {
    const gate = { ...onTarget, counts: 'above-target' } as const
    const lines = [
      { id: 'R', amount: '-3000' },
      { id: 'O', amount: '6000' },
    ]
    // −3,000 × 2%; then 1,000 × 2% + 2,000 × 10% in all
    const { lines: shares } = attributeCommission({ lines, target: '1000' }, flatPlan({ gate }))
    expect(shares.map(({ amount }) => amount)).toEqual(['-60.00', '280.00'])
  })

  it('pays what the first tier pays flat above the target, and not at it', () => {
    const scale = {
      mode: 'marginal' as const,
      tiers: [{ id: 'all', upTo: null, rate: '0.1', amount: '50' }],
    }
    const plan = flatPlan({ scale, gate: { ...onTarget, counts: 'above-target' } })
    const pays = (sales: string) => calculateCommission({ sales, target: '1000' }, plan).amount
    expect(['1000', '1000.10'].map(pays)).toEqual(['20.00', '70.01'])
  })

  it('bends and jumps the curve at the gate, and is inverted across the jump', () => {
    const facts = { target: '1200000' }
    const points = commissionCurve(tiered(), facts).points
    expect(points.map(({ sales, below, amount }) => [sales, below, amount])).toEqual([
      ['0.00', '0.00', '0.00'],
      ['1200000.00', '24000.00', '38000.00'],
      ['2000000.00', '70000.00', '70000.00'],
    ])
    const sold = (amount: string, gate = {}) =>
      salesForCommission(amount, tiered(gate), facts).sales
    expect(['10000', '24000', '38000.04'].map((amount) => sold(amount))).toEqual([
      '500000.00',
      '1200000.00',
      '1200001.00',
    ])
    expect(sold('24000', { counts: 'above-target' })).toBe('1200000.00')
    expect(sold('24000.03', { counts: 'above-target' })).toBe('1200001.00')
  })

  it('is paid by totals of an accumulator', () => {
    const total = commissionAccumulator(tiered())
    const totals = total.add(total.create(), { id: 'O-1', amount: '500000' })
    expect(total.finish(totals, { target: '1200000' }).amount).toBe('10000.00')
  })
})

describe('a flat rate below the gate is refused', () => {
  const steps = [
    { id: 'to', upTo: '1.2', multiplier: '1' },
    { id: 'from', upTo: null, multiplier: '2' },
  ]
  const above = { ...onTarget, counts: 'above-target' } as const
  const byMeasure = { ...margins, tiers: margins.tiers }
  const curve = {
    mode: 'interpolated' as const,
    thresholds: 'attainment' as const,
    tiers: [{ id: 'all', upTo: '1', amount: '1000' }],
    beyond: 'stop' as const,
  }

  it.each([
    ['a marginal accelerator', { gate: onTarget, accelerator: { steps } }, ['accelerator', 'mode']],
    ['a cap on the base', { gate: onTarget, cap: { base: '1000' } }, ['cap', 'base']],
    [
      'a rounded attainment that is paid on',
      { gate: onTarget, scale: curve, attainmentRounding: { mode: 'down' } },
      ['attainmentRounding'],
    ],
    [
      'a scale for the whole amount above the target',
      { gate: above, scale: { ...flat('0.1'), mode: 'whole-amount' } },
      ['scale', 'mode'],
    ],
  ] as const)('beside %s', (_, change, path) => {
    expect(conflictsOf(change)).toMatchObject([
      { code: 'POLICY_CONFLICT', path, params: { reason: 'flat-below-gate' } },
    ])
  })

  it('beside a measure that chooses the tier of what is above the target', () => {
    expect(
      conflictsOf({ gate: above, scale: byMeasure }).map(({ path }) => path.join('.')),
    ).toEqual(['scale.mode', 'scale.measure'])
  })

  it('where a tier has its name', () => {
    const scale = { mode: 'marginal' as const, tiers: [{ id: 'below', upTo: null, rate: '0.1' }] }
    expect(conflictsOf({ gate: onTarget, scale })).toMatchObject([
      { code: 'ID_DUPLICATE', path: ['scale', 'tiers', 0, 'id'] },
    ])
  })

  it.each([
    ['2', 'NUMBER_LOOKS_LIKE_PERCENT'],
    ['0', 'NUMBER_OUT_OF_RANGE'],
  ])('at a rate of %s', (below, code) => {
    expect(conflictsOf({ gate: { attainment: '1', below } })).toMatchObject([
      { code, path: ['gate', 'below'] },
    ])
  })
})
