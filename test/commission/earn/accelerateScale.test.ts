import { type CommissionPlanInput, calculateCommission } from 'sales-rules'
import { describe, expect, it } from 'vitest'
import { flatPlan, issuesOf } from '../flatPlan.js'

const steps = [
  { id: 'below', upTo: '1', multiplier: '0.5' },
  { id: 'on-target', upTo: '1.2', multiplier: '1' },
  { id: 'above', upTo: null, multiplier: '2' },
]

function statement(
  sales: string,
  accelerator: Omit<NonNullable<CommissionPlanInput['accelerator']>, 'steps'>,
  change: Partial<CommissionPlanInput> = {},
) {
  const plan = flatPlan({ accelerator: { ...accelerator, steps }, ...change })
  return calculateCommission({ sales, target: '1000' }, plan)
}

describe('accelerateScale', () => {
  // 10%, halved up to 1,000, doubled above 1,200.
  it.each([
    ['0', '0.00'],
    ['999.99', '50.00'],
    ['1000', '50.00'],
    ['1000.01', '50.00'],
    ['1000.10', '50.01'],
    ['1100', '60.00'],
    ['1200', '70.00'],
    ['1500', '130.00'],
    ['-1500', '-130.00'],
  ])('a marginal accelerator pays on sales of %s against 1,000: %s', (sales, amount) => {
    expect(statement(sales, { mode: 'marginal' }).amount).toBe(amount)
    expect(statement(sales, { mode: 'marginal', boundary: 'lower-tier' }).amount).toBe(amount)
  })

  it('a marginal accelerator is the default, and cuts the tiers at its thresholds', () => {
    const { slices, adjustments } = statement('1500', {})
    const total = [...slices, ...adjustments].map(({ amount }) => Number(amount))
    expect(total.reduce((sum, amount) => sum + amount, 0)).toBe(130)
    expect(slices).toEqual([
      {
        tier: 'all/below',
        from: '0',
        upTo: '1000',
        rate: '0.05',
        base: '1000.00',
        amount: '50.00',
      },
      {
        tier: 'all/on-target',
        from: '1000',
        upTo: '1200',
        rate: '0.1',
        base: '200.00',
        amount: '20.00',
      },
      {
        tier: 'all/above',
        from: '1200',
        upTo: null,
        rate: '0.2',
        base: '300.00',
        amount: '60.00',
      },
    ])
  })

  it('a marginal accelerator works on tiers by attainment', () => {
    const tiers = [
      { id: 'to-target', upTo: '1.1', rate: '0.1' },
      { id: 'above', upTo: null, rate: '0.2' },
    ]
    const scale = { mode: 'marginal' as const, thresholds: 'attainment' as const, tiers }
    // 1,000 at 5%; 100 at 10%; 100 at 20%; 300 at 40%.
    const { amount, slices } = statement('1500', {}, { scale })
    expect(amount).toBe('200.00')
    expect(slices.map(({ tier, from, upTo, base }) => [tier, from, upTo, base])).toEqual([
      ['to-target/below', '0', '1', '1000.00'],
      ['to-target/on-target', '1', '1.1', '100.00'],
      ['above/on-target', '1.1', '1.2', '100.00'],
      ['above/above', '1.2', null, '300.00'],
    ])
  })

  it('a marginal accelerator leaves flat amounts of tiers as they are', () => {
    const tiers = [
      { id: 'first', upTo: '1100', rate: '0.1' },
      { id: 'rest', upTo: null, rate: '0.2', amount: '7' },
    ]
    // 1,000 at 5%; 100 at 10%; 7, once; 100 at 20%; 300 at 40%.
    expect(statement('1500', {}, { scale: { mode: 'marginal', tiers } }).amount).toBe('207.00')
  })

  it('a marginal accelerator pays a flat amount once where its tier begins at a threshold of the accelerator', () => {
    const tiers = [
      { id: 'first', upTo: '1000', rate: '0.1' },
      { id: 'rest', upTo: null, rate: '0.2', amount: '7' },
    ]
    // 1,000 at 5%; 7, once; 200 at 20%; 300 at 40%.
    const { amount, slices } = statement('1500', {}, { scale: { mode: 'marginal', tiers } })
    expect(amount).toBe('217.00')
    expect(slices.map(({ tier, amount: own }) => [tier, own])).toEqual([
      ['first/below', '50.00'],
      ['rest/on-target', '47.00'],
      ['rest/above', '120.00'],
    ])
  })

  it('a marginal accelerator counts the sales above the target from the target on', () => {
    // Above 1,000: 200 at 10%, 300 at 20%. The steps are those of the attainment, not of what is above it.
    const gate = { attainment: '1', counts: 'above-target' as const }
    expect(statement('1500', {}, { gate }).amount).toBe('80.00')
  })

  it('a marginal accelerator starts from the first sale where a gate lets all of them count', () => {
    const gate = { attainment: '1' }
    // 1,000 at 5%, 200 at 10%, 300 at 20%, as without the gate.
    expect(statement('1500', {}, { gate }).amount).toBe('130.00')
    expect(statement('999.99', {}, { gate }).amount).toBe('0.00')
  })

  it('a marginal accelerator multiplies rates that the coefficient has raised', () => {
    const plan = flatPlan({ accelerator: { steps } })
    const input = { sales: '1500', target: '1000', coefficientUplift: '0.01' }
    // 11% instead of 10%.
    expect(calculateCommission(input, plan).amount).toBe('143.00')
  })
})

describe('accelerateScale', () => {
  it.each([
    ['999.99', 'upper-tier', '50.00', 'below', '0.5'],
    ['1000', 'upper-tier', '100.00', 'on-target', '1'],
    ['1000', 'lower-tier', '50.00', 'below', '0.5'],
    ['1000.01', 'lower-tier', '100.00', 'on-target', '1'],
    ['1199.99', 'upper-tier', '120.00', 'on-target', '1'],
    ['1200', 'upper-tier', '240.00', 'above', '2'],
    ['1200', 'lower-tier', '120.00', 'on-target', '1'],
    ['1500', 'upper-tier', '300.00', 'above', '2'],
  ] as const)(
    'an accelerator of the whole amount on sales of %s, threshold to the %s, pays %s',
    (sales, boundary, amount, step, multiplier) => {
      const outcome = statement(sales, { mode: 'whole-amount', boundary })
      expect(outcome.amount).toBe(amount)
      expect(outcome.accelerator).toEqual({ step, multiplier })
    },
  )

  it('an accelerator of the whole amount shows what it adds, or takes away', () => {
    const shown = (sales: string) => statement(sales, { mode: 'whole-amount' }).adjustments
    expect(shown('1500')).toEqual([{ kind: 'accelerator', amount: '150.00', clause: null }])
    expect(shown('1100')).toEqual([])
    expect(shown('500')).toEqual([{ kind: 'accelerator', amount: '-25.00', clause: null }])
  })

  it('an accelerator of the whole amount works with tiers of every kind, and with tiers by attainment', () => {
    const tiers = [
      { id: 'to-target', upTo: '1', rate: '0.1' },
      { id: 'above', upTo: null, rate: '0.3' },
    ]
    const scale = { mode: 'whole-amount' as const, thresholds: 'attainment' as const, tiers }
    expect(statement('1000', { mode: 'whole-amount' }, { scale }).amount).toBe('300.00')
    expect(statement('999.99', { mode: 'whole-amount' }, { scale }).amount).toBe('50.00')
  })
})

describe('accelerateScale', () => {
  it.each(['marginal', 'whole-amount'] as const)(
    'an accelerator of either kind (%s) asks for a target',
    (mode) => {
      const plan = flatPlan({ accelerator: { mode, steps } })
      expect(issuesOf({ sales: '1' }, plan)).toEqual([
        {
          code: 'TARGET_MISSING',
          severity: 'error',
          path: ['target'],
          params: { needed: 'accelerator' },
          message: 'target: is missing, and the accelerator goes by it. Give a target above 0.',
        },
      ])
    },
  )
})
