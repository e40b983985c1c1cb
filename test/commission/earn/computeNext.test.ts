import {
  type CommissionFacts,
  type CommissionPlanInput,
  type CommissionStatement,
  calculateCommission,
  handbook,
} from 'sales-rules'
import { describe, expect, it } from 'vitest'
import { flatPlan } from '../flatPlan.js'

type Change = Partial<CommissionPlanInput>
type Tier = CommissionPlanInput['scale']['tiers'][number]

const tiersOf = (mode: CommissionPlanInput['scale']['mode'], ...tiers: Omit<Tier, 'id'>[]) => ({
  mode,
  tiers: tiers.map((tier, index) => ({ ...tier, id: `t${index + 1}` })),
})

function textOf({ next }: CommissionStatement): string {
  if (next === null) return 'nothing'
  return `${next.reached} ${next.remaining} more by ${next.by}: ${next.tier} at ${next.rate}`
}

/** 10% of all sales, and what is changed. */
const planWith = (change: Change) =>
  flatPlan({ scale: tiersOf('marginal', { upTo: null, rate: '0.1' }), ...change })

function nextOf(sales: string, change: Change = {}, facts: CommissionFacts = {}) {
  return textOf(calculateCommission({ target: '100', ...facts, sales }, planWith(change)))
}

const doubledFrom = (upTo: string, mode: 'marginal' | 'whole-amount' = 'whole-amount') => ({
  mode,
  steps: [
    { id: 'once', upTo, multiplier: '1' },
    { id: 'twice', upTo: null, multiplier: '2' },
  ],
})

describe('computeNext', () => {
  it('finds the accelerator before the tier: 500 more double the pay of 16,000', () => {
    const scale = tiersOf('marginal', { upTo: '33000', rate: '0.05' }, { upTo: null, rate: '0.06' })
    const change = { scale, accelerator: doubledFrom('0.5') }
    const pay = (sales: string) => calculateCommission({ sales, target: '33000' }, planWith(change))
    expect(textOf(pay('16000'))).toBe('at 500.00 more by accelerator: t1 at 0.1')
    expect([pay('16000').amount, pay('16499.99').amount, pay('16500').amount]).toEqual([
      '800.00',
      '825.00',
      '1650.00',
    ])
    expect(textOf(pay('16500'))).toBe('at 16500.00 more by tier: t2 at 0.12')
    expect(textOf(pay('33000'))).toBe('nothing')
  })

  it.each([
    [
      'a tier',
      '60',
      { scale: tiersOf('marginal', { upTo: '80', rate: '0.1' }, { upTo: null, rate: '0.2' }) },
      'at 20.00 more by tier: t2 at 0.2',
    ],
    [
      'a tier that does not own its threshold',
      '60',
      {
        scale: {
          ...tiersOf('marginal', { upTo: '80', rate: '0.1' }, { upTo: null, rate: '0.2' }),
          boundary: 'lower-tier',
        },
      },
      'above 20.00 more by tier: t2 at 0.2',
    ],
    [
      'a tier for the whole amount',
      '60',
      { scale: tiersOf('whole-amount', { upTo: '80', rate: '0.1' }, { upTo: null, rate: '0.2' }) },
      'at 20.00 more by tier: t2 at 0.2',
    ],
    [
      'a tier for the whole amount, from the threshold on which one is',
      '80',
      {
        scale: {
          ...tiersOf('whole-amount', { upTo: '80', rate: '0.1' }, { upTo: null, rate: '0.2' }),
          boundary: 'lower-tier',
        },
      },
      'above 0.00 more by tier: t2 at 0.2',
    ],
    [
      'a flat amount of the next tier',
      '60',
      {
        scale: tiersOf(
          'marginal',
          { upTo: '80', rate: '0.1' },
          { upTo: null, rate: '0.1', amount: '5' },
        ),
      },
      'at 20.00 more by tier: t2 at 0.1',
    ],
    [
      'a flat amount from the first sale on',
      '0',
      { scale: tiersOf('marginal', { upTo: null, rate: '0.1', amount: '5' }) },
      'above 0.00 more by tier: t1 at 0.1',
    ],
    [
      'the rate, once it earns more than the minimum',
      '10',
      { scale: tiersOf('marginal', { upTo: null, rate: '0.1', minimum: '5' }) },
      'above 40.00 more by minimum: t1 at 0.1',
    ],
    [
      'the minimum of the next tier',
      '10',
      {
        scale: tiersOf(
          'marginal',
          { upTo: '80', rate: '0.1' },
          { upTo: null, rate: '0.1', minimum: '5' },
        ),
      },
      'at 70.00 more by tier: t2 at 0',
    ],
    [
      'a steeper part of an interpolated scale',
      '10',
      {
        scale: {
          ...tiersOf('interpolated', { upTo: '80', amount: '8' }, { upTo: '100', amount: '8' }),
          beyond: 'stop',
        },
      },
      'at 70.00 more by tier: t2 at 0.4',
    ],
    ['a gate', '60', { gate: { attainment: '0.8' } }, 'at 20.00 more by gate: t1 at 0.1'],
    [
      'a gate above which sales count',
      '60',
      { gate: { attainment: '0.8', counts: 'above-gate' } },
      'above 20.00 more by gate: t1 at 0.1',
    ],
    [
      'the target, behind a gate that is open',
      '90',
      { gate: { attainment: '0.8', counts: 'above-target' } },
      'above 10.00 more by target: t1 at 0.1',
    ],
    [
      'the target, before a gate that pays nothing yet',
      '60',
      { gate: { attainment: '0.8', counts: 'above-target' } },
      'above 40.00 more by target: t1 at 0.1',
    ],
    [
      'a gate above the target',
      '105',
      { gate: { attainment: '1.15', counts: 'above-target' } },
      'at 10.00 more by gate: t1 at 0.1',
    ],
    [
      'a gate whose level is no whole cent',
      '30',
      { gate: { attainment: '0.33333' } },
      'at 3.34 more by gate: t1 at 0.1',
    ],
    [
      'an own tier above the target',
      '110',
      {
        gate: { attainment: '1', counts: 'above-target', startsIn: 'own-tier' },
        scale: tiersOf('marginal', { upTo: '150', rate: '0.1' }, { upTo: null, rate: '0.2' }),
      },
      'at 40.00 more by tier: t2 at 0.2',
    ],
    [
      'a marginal accelerator',
      '60',
      { accelerator: doubledFrom('1', 'marginal') },
      'at 40.00 more by accelerator: t1/twice at 0.2',
    ],
    [
      'what is left of the year above the next tier',
      '60',
      {
        scale: tiersOf('whole-amount', { upTo: '80', rate: '0.1' }, { upTo: null, rate: '0.2' }),
        cap: { amount: '8.50' },
      },
      'at 20.00 more by tier: t2 at 0',
    ],
  ] as const)('finds %s', (_, sales, change, expected) => {
    expect(nextOf(sales, change as Change)).toBe(expected)
  })

  it.each([
    ['one rate pays for all', '60', {}],
    ['the cap is reached', '60', { cap: { amount: '5' }, accelerator: doubledFrom('1') }],
    ['the cap comes before it', '60', { cap: { amount: '9' }, accelerator: doubledFrom('1') }],
    ['the rate is capped', '60', { cap: { rate: '0.1' }, accelerator: doubledFrom('1') }],
    [
      'the base is capped',
      '60',
      {
        cap: { base: '60' },
        scale: tiersOf('marginal', { upTo: '80', rate: '0.1' }, { upTo: null, rate: '0.2' }),
      },
    ],
    [
      'the next tier pays less',
      '60',
      { scale: tiersOf('marginal', { upTo: '80', rate: '0.1' }, { upTo: null, rate: '0.05' }) },
    ],
    [
      'an accelerator slows down',
      '60',
      {
        accelerator: {
          mode: 'whole-amount',
          steps: [
            { id: 'once', upTo: '1', multiplier: '1' },
            { id: 'half', upTo: null, multiplier: '0.5' },
          ],
        },
      },
    ],
    [
      'the scale stops',
      '60',
      { scale: { ...tiersOf('marginal', { upTo: '80', rate: '0.1' }), beyond: 'stop' } },
    ],
    [
      'the multiplier is 0',
      '60',
      {
        scale: tiersOf('marginal', { upTo: '80', rate: '0.1' }, { upTo: null, rate: '0.2' }),
        accelerator: { mode: 'whole-amount', steps: [{ id: 'none', upTo: null, multiplier: '0' }] },
      },
    ],
  ] as const)('finds nothing where %s', (_, sales, change) => {
    expect(nextOf(sales, change as unknown as Change)).toBe('nothing')
  })

  it('finds nothing behind a condition that sales cannot meet', () => {
    const conditions = {
      id: 'appraisal',
      comparison: 'at-least',
      required: 60,
      unit: 'points',
    } as const
    const gate = { attainment: '0.8', conditions }
    expect(nextOf('60', { gate }, { facts: { appraisal: 59 } })).toBe('nothing')
    expect(nextOf('60', { gate }, { facts: { appraisal: 60 } })).toBe(
      'at 20.00 more by gate: t1 at 0.1',
    )
  })

  it('finds the year’s cap as any other', () => {
    const change = { cap: { year: '10' }, accelerator: doubledFrom('1') }
    expect(nextOf('60', change, { yearToDate: { earned: '0' } })).toBe('nothing')
    expect(nextOf('60', { ...change, cap: { year: '11' } }, { yearToDate: { earned: '0' } })).toBe(
      'at 40.00 more by accelerator: t1 at 0',
    )
    expect(nextOf('60', { ...change, cap: { year: '30' } }, { yearToDate: { earned: '5' } })).toBe(
      'at 40.00 more by accelerator: t1 at 0.2',
    )
  })

  it('has to make up for a fall first: 5%, then 3%, then 10% are more than 5% from 2,400 on', () => {
    const scale = tiersOf(
      'marginal',
      { upTo: '1000', rate: '0.05' },
      { upTo: '2000', rate: '0.03' },
      { upTo: null, rate: '0.1' },
    )
    expect(nextOf('500', { scale })).toBe('above 1900.00 more by tier: t3 at 0.1')
    const pay = (sales: string) => calculateCommission({ sales }, planWith({ scale })).amount
    // 25 + 1,900 × 5%, and one more at 10%.
    expect([pay('2400'), pay('2410')]).toEqual(['120.00', '121.00'])
    expect(nextOf('1000', { scale })).toBe('at 1000.00 more by tier: t3 at 0.1')
  })

  it('counts the way up from sales below zero', () => {
    const scale = tiersOf('marginal', { upTo: '80', rate: '0.1' }, { upTo: null, rate: '0.2' })
    expect(nextOf('-20', { scale })).toBe('at 100.00 more by tier: t2 at 0.2')
  })

  it('counts units whole', () => {
    const scale = {
      ...tiersOf('marginal', { upTo: '80', rate: '1' }, { upTo: null, rate: '2' }),
      thresholds: 'units' as const,
    }
    expect(nextOf('60', { scale })).toBe('at 20 more by tier: t2 at 2')
    expect(nextOf('60', { scale, accelerator: doubledFrom('0.705') })).toBe(
      'at 11 more by accelerator: t1 at 2',
    )
  })

  it('says what further units earn by whatever multiplies them', () => {
    const scale = tiersOf('marginal', { upTo: '80', rate: '0.1' }, { upTo: null, rate: '0.2' })
    const change = { scale, coefficient: { applies: 'multiply' as const } }
    expect(nextOf('60', change, { coefficientUplift: '0.05' })).toBe(
      'at 20.00 more by tier: t2 at 0.21',
    )
    expect(nextOf('60', { scale }, { coefficientUplift: '0.05' })).toBe(
      'at 20.00 more by tier: t2 at 0.25',
    )
  })

  it('looks for more sales by the plan’s own scale, beside those by rate rules', () => {
    const services = tiersOf('marginal', { upTo: null, rate: '0.5' })
    const plan = planWith({
      rates: [{ id: 'services', when: { product: 'svc' }, scale: services }],
      gate: { attainment: '1' },
      accelerator: doubledFrom('1.5'),
    })
    const next = (kit: string, svc: string) => {
      const lines = [
        { id: 'O-1', amount: kit },
        { id: 'O-2', amount: svc, product: 'svc' },
      ]
      return textOf(calculateCommission({ lines, target: '100' }, plan))
    }
    expect(next('30', '60')).toBe('at 10.00 more by gate: t1 at 0.1')
    expect(next('60', '60')).toBe('at 30.00 more by accelerator: t1 at 0.2')
  })

  it('counts awards, which may use up the cap or wait for the gate', () => {
    const awards = (whileGateShut: 'paid' | 'forgone') => [
      { id: 'first', for: 'first-order' as const, amount: '5', whileGateShut },
    ]
    const next = (change: Change) => {
      const lines = [{ id: 'O-1', amount: '60', firstOrder: true }]
      return textOf(calculateCommission({ lines, target: '100' }, planWith(change)))
    }
    const gate = { attainment: '1' }
    expect(next({ awards: awards('paid'), gate, cap: { amount: '5' } })).toBe('nothing')
    expect(next({ awards: awards('forgone'), gate, cap: { amount: '5' } })).toBe(
      'at 40.00 more by gate: t1 at 0',
    )
  })

  it('finds nothing where each line chooses its tier', () => {
    const scale = {
      ...tiersOf('whole-amount', { upTo: '0.2', rate: '0.1' }, { upTo: null, rate: '0.2' }),
      measure: 'separate' as const,
    }
    const plan = planWith({ scale, measuredBy: 'margin' })
    const lines = [{ id: 'O-1', amount: '60', cost: '50' }]
    expect(textOf(calculateCommission({ lines }, plan))).toBe('nothing')
  })

  it('finds a higher measure where no sales pay more, and sales where they do', () => {
    const scale = {
      ...tiersOf(
        'whole-amount',
        { upTo: '3', rate: '0.1' },
        { upTo: '4', rate: '0.05' },
        { upTo: null, rate: '0.2' },
      ),
      measure: 'separate' as const,
    }
    expect(nextOf('60', { scale }, { measure: '2.5' })).toBe('at 1.5 more by measure: t3 at 0.2')
    expect(nextOf('60', { scale: { ...scale, boundary: 'lower-tier' } }, { measure: '2.5' })).toBe(
      'above 1.5 more by measure: t3 at 0.2',
    )
    expect(nextOf('60', { scale }, { measure: '4' })).toBe('nothing')
    expect(nextOf('60', { scale, gate: { attainment: '1' } }, { measure: '2.5' })).toBe(
      'at 40.00 more by gate: t1 at 0.1',
    )
    expect(nextOf('60', { scale, cap: { amount: '6' } }, { measure: '2.5' })).toBe('nothing')
  })

  it('is that of the handbook: the gate, then each tier', () => {
    const next = (sales: string) =>
      textOf(calculateCommission({ sales, target: '1200000' }, handbook.commission))
    expect(next('1150000')).toBe('at 50000.00 more by gate: second at 0.04')
    expect(next('1500000')).toBe('at 500000.00 more by tier: top at 0.05')
    expect(next('2000000')).toBe('nothing')
  })
})
