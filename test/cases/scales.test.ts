/** Plans that companies have, by the names of `plans.json`: those that are a scale alone. Every figure is worked by hand. */
import {
  attempt,
  attributeCommission,
  type CommissionPlanInput,
  calculateCommission,
  commissionCurve,
  defineCommissionPlan,
  planNeeds,
  salesForCommission,
  settleCommission,
} from 'sales-rules'
import { describe, expect, it } from 'vitest'

describe('over-achievement: a percent a percent, two above target, one again above 150%, nothing beyond 200%', () => {
  const json: CommissionPlanInput = {
    currency: 'USD',
    payout: 'of-target-incentive',
    scale: {
      mode: 'marginal',
      thresholds: 'attainment',
      beyond: 'stop',
      tiers: [
        { id: 'to target', upTo: '1', multiple: '1' },
        { id: 'over', upTo: '1.5', multiple: '2' },
        { id: 'far over', upTo: '2', multiple: '1' },
      ],
    },
  }
  const plan = defineCommissionPlan(json)
  const facts = { target: '1200000', targetIncentive: '24000' }
  const statement = (sales: string) => calculateCommission({ sales, ...facts }, plan)

  it.each([
    ['0', '0.00'],
    ['1080000', '21600.00'],
    ['1200000', '24000.00'],
    ['1560000', '38400.00'],
    ['1800000', '48000.00'],
    ['2400000', '60000.00'],
    ['2880000', '60000.00'],
    ['-120000', '-2400.00'],
  ])('pays on %s of 1,200,000, with 24,000 on target: %s', (sales, amount) => {
    expect(statement(sales).amount).toBe(amount)
  })

  it('states the rate of each slice, which is a multiple of 24,000 ÷ 1,200,000', () => {
    expect(statement('1560000').slices).toEqual([
      {
        tier: 'to target',
        from: '0',
        upTo: '1',
        rate: '0.02',
        multiple: '1',
        base: '1200000.00',
        amount: '24000.00',
      },
      {
        tier: 'over',
        from: '1',
        upTo: '1.5',
        rate: '0.04',
        multiple: '2',
        base: '360000.00',
        amount: '14400.00',
      },
    ])
    expect(statement('1560000').next).toBeNull()
    expect(statement('1100000').next).toMatchObject({
      by: 'tier',
      tier: 'over',
      rate: '0.04',
      remaining: '100000.00',
    })
  })

  it('keeps a rate that does not end exact: 1,000 on a target of 3', () => {
    const third = calculateCommission({ sales: '2', target: '3', targetIncentive: '1000' }, plan)
    expect(third.slices.map(({ rate }) => rate)).toEqual(['1000/3'])
    expect(third.amount).toBe('666.67')
    expect(
      calculateCommission({ sales: '3', target: '3', targetIncentive: '1000' }, plan).amount,
    ).toBe('1000.00')
  })

  it('is inverted, and drawn as a curve', () => {
    expect(salesForCommission('38400', plan, facts).sales).toBe('1560000.00')
    expect(attempt(() => salesForCommission('60000.01', plan, facts))).toMatchObject({
      issues: [
        { code: 'COMMISSION_UNREACHABLE', params: { highest: '60000.00', reason: 'scale' } },
      ],
    })
    expect(
      commissionCurve(plan, facts).points.map(({ sales, amount, rate }) => [sales, amount, rate]),
    ).toEqual([
      ['0.00', '0.00', '0.02'],
      ['1200000.00', '24000.00', '0.04'],
      ['1800000.00', '48000.00', '0.02'],
      ['2400000.00', '60000.00', '0'],
    ])
  })

  it('needs a target and an incentive, and says so', () => {
    expect(planNeeds(plan)).toEqual([
      { field: 'scale.thresholds', of: ['target'] },
      { field: 'scale.tiers.multiple', of: ['target'] },
      { field: 'payout', of: ['incentive'] },
    ])
    const issueOf = (input: object) => {
      const outcome = attempt(() => calculateCommission({ sales: '1', ...input }, plan))
      return outcome.ok ? null : outcome.issues.map(({ code, path }) => [code, path.join('.')])
    }
    expect(issueOf({ targetIncentive: '1' })).toEqual([['TARGET_MISSING', 'target']])
    expect(issueOf({ target: '1' })).toEqual([['VALUE_MISSING', 'targetIncentive']])
  })

  it('refuses an uplift that would be added to money per unit, and takes one that multiplies', () => {
    const input = { sales: '1200000', ...facts, coefficientUplift: '0.005' }
    expect(attempt(() => calculateCommission(input, plan))).toMatchObject({
      issues: [
        {
          code: 'POLICY_CONFLICT',
          path: ['coefficientUplift'],
          params: { reason: 'uplift-on-multiples' },
        },
      ],
    })
    const multiplying = defineCommissionPlan({ ...json, coefficient: { applies: 'multiply' } })
    expect(calculateCommission(input, multiplying).amount).toBe('24120.00')
  })

  it('is paid each month to date, less what was paid', () => {
    const toDate = defineCommissionPlan({ ...json, payment: { accrual: 'year-to-date' } })
    const target = { period: '2026', amount: '1200000' }
    const periods = [
      ['2026-01', '90000'],
      ['2026-02', '1110000'],
      ['2026-03', '0'],
      ['2026-04', '360000'],
      ['2026-05', '-60000'],
      ['2026-06', '5000000'],
    ].map(([period = '', sales = '']) => ({ period, sales, target, targetIncentive: '24000' }))
    const settled = settleCommission({ payee: 'P-1', periods }, toDate)
    // 90,000 × 2% = 1,800; 24,000 in all; the same; 24,000 + 14,400; 60,000 × 4% back, which is owed; 60,000 in all.
    expect(settled.periods.map(({ paid }) => paid)).toEqual([
      '1800.00',
      '22200.00',
      '0.00',
      '14400.00',
      '0.00',
      '21600.00',
    ])
    expect(settled.paid).toBe('60000.00')
  })

  it('is the same by the months: their targets and their incentives add up', () => {
    const toDate = defineCommissionPlan({ ...json, payment: { accrual: 'year-to-date' } })
    const months = ['01', '02', '03', '04', '05', '06', '07', '08', '09', '10', '11', '12']
    const periods = months.map((month) => ({
      period: `2026-${month}`,
      sales: '90000',
      target: '100000',
      targetIncentive: '2000',
    }))
    const settled = settleCommission({ payee: 'P-1', periods }, toDate)
    expect(settled.periods.map(({ paid }) => paid)).toEqual(months.map(() => '1800.00'))
    expect(settled.paid).toBe('21600.00')
  })
})

describe('multiples of target incentive ÷ target, between runs', () => {
  const json: CommissionPlanInput = {
    currency: 'USD',
    payout: 'of-target-incentive',
    scale: {
      mode: 'marginal',
      thresholds: 'attainment',
      tiers: [
        { id: 'to target', upTo: '1', multiple: '1' },
        { id: 'over', upTo: null, multiple: '2' },
      ],
    },
    payment: {},
  }
  const plan = defineCommissionPlan(json)
  const month = (period: string, sales: string, target?: string) => ({
    period,
    sales,
    targetIncentive: '2000',
    ...(target === undefined ? {} : { target }),
  })

  it('pay nothing where nothing was sold and no target was given, and refuse a refund then', () => {
    const idle = [month('2026-01', '120', '100'), month('2026-02', '0')]
    expect(settleCommission({ payee: 'P', periods: idle }, plan).paid).toBe('2800.00')
    const refund = [month('2026-01', '120', '100'), month('2026-02', '-20')]
    expect(attempt(() => settleCommission({ payee: 'P', periods: refund }, plan))).toMatchObject({
      issues: [{ code: 'TARGET_MISSING' }],
    })
  })

  it('go by the target of now where it has changed within the year, in one run and in two', () => {
    const toDate = defineCommissionPlan({ ...json, payment: { accrual: 'year-to-date' } })
    const of = (amount: string) => ({ period: '2026', amount })
    const january = { ...month('2026-01', '100'), target: of('1000'), targetIncentive: '24000' }
    const february = { ...month('2026-02', '100'), target: of('800'), targetIncentive: '24000' }
    const first = settleCommission({ payee: 'P', periods: [january] }, toDate)
    const second = settleCommission(
      { payee: 'P', periods: [february], opening: first.closing },
      toDate,
    )
    // 100 × 24; 200 × 30 − 2,400.
    expect([first.paid, second.paid]).toEqual(['2400.00', '3600.00'])
    const once = settleCommission({ payee: 'P', periods: [january, february] }, toDate)
    expect(once.paid).toBe('6000.00')
  })

  it('share out over the lines what they pay together, whose rate does not end', () => {
    const lines = ['1', '2', '3', '4', '5'].map((id) => ({ id, amount: '2' }))
    const input = { lines, target: '7', targetIncentive: '1000' }
    const { amount, lines: shares } = attributeCommission(input, plan)
    // 7 × 142.857… + 3 × 285.714…
    expect(amount).toBe('1857.14')
    expect(shares.map((share) => share.amount)).toEqual([
      '285.71',
      '285.72',
      '285.71',
      '428.57',
      '571.43',
    ])
  })
})

describe('sdr: variable pay ÷ quota for each unit, 1.25 times above it, 1.5 times from 125% on without an end', () => {
  const plan = defineCommissionPlan({
    currency: 'USD',
    payout: 'of-target-incentive',
    scale: {
      mode: 'marginal',
      thresholds: 'attainment',
      tiers: [
        { id: 'to quota', upTo: '1', multiple: '1' },
        { id: 'above', upTo: '1.25', multiple: '1.25' },
        { id: 'far above', upTo: null, multiple: '1.5' },
      ],
    },
  })

  it.each([
    ['22 meetings of 20', '22', '20', '1400', '1575.00'],
    ['28 meetings of 20', '28', '20', '1400', '2152.50'],
    ['6 conversions of 8', '6', '8', '600', '450.00'],
    ['8 conversions of 8', '8', '8', '600', '600.00'],
    ['11 conversions of 8', '11', '8', '600', '900.00'],
    ['25 meetings of 20', '25', '20', '1400', '1837.50'],
    ['7 of 7, whose rate does not end', '7', '7', '1000', '1000.00'],
    ['9 of 7: 1,000 and 1.75 × 178.57… and 0.25 × 214.28…', '9', '7', '1000', '1366.07'],
  ])('%s', (_, sales, target, targetIncentive, amount) => {
    expect(calculateCommission({ sales, target, targetIncentive }, plan).amount).toBe(amount)
  })

  it('is the same where the tiers count units themselves, and then needs whole units', () => {
    const byUnits = defineCommissionPlan({
      currency: 'USD',
      payout: 'of-target-incentive',
      scale: {
        mode: 'marginal',
        thresholds: 'units',
        tiers: [
          { id: 'to quota', upTo: '20', multiple: '1' },
          { id: 'above', upTo: '25', multiple: '1.25' },
          { id: 'far above', upTo: null, multiple: '1.5' },
        ],
      },
    })
    const facts = { target: '20', targetIncentive: '1400' }
    const { amount, slices } = calculateCommission({ sales: '28', ...facts }, byUnits)
    expect(amount).toBe('2152.50')
    expect(slices.map(({ base, rate, amount }) => [base, rate, amount])).toEqual([
      ['20', '70', '1400.00'],
      ['5', '87.5', '437.50'],
      ['3', '105', '315.00'],
    ])
    // 8 × 105 = 840 would be 33 units; 10 above 2,152.50 is one unit more.
    expect(salesForCommission('2162.50', byUnits, facts).sales).toBe('29')
    expect(planNeeds(byUnits).map(({ field }) => field)).toEqual(['scale.tiers.multiple', 'payout'])
  })

  it('has no base rate in units that pay money, and says what to write', () => {
    const refused = attempt(() =>
      defineCommissionPlan({
        currency: 'USD',
        scale: {
          mode: 'marginal',
          thresholds: 'units',
          tiers: [{ id: 'all', upTo: null, multiple: '70' }],
        },
      }),
    )
    expect(refused).toMatchObject({
      issues: [{ code: 'NUMBER_LOOKS_LIKE_PERCENT' }, { params: { reason: 'multiple-of-units' } }],
    })
    const small = attempt(() =>
      defineCommissionPlan({
        currency: 'USD',
        scale: {
          mode: 'marginal',
          thresholds: 'units',
          tiers: [{ id: 'all', upTo: null, multiple: '7' }],
        },
      }),
    )
    expect(small).toMatchObject({
      issues: [
        { path: ['scale', 'tiers', 0, 'multiple'], params: { reason: 'multiple-of-units' } },
      ],
    })
  })
})

describe('insurance: the first premium at 110%', () => {
  const plan = defineCommissionPlan({
    currency: 'USD',
    scale: { mode: 'marginal', tiers: [{ id: 'first year', upTo: null, multiple: '1.1' }] },
  })

  it.each([
    ['600', '660.00'],
    ['1234.56', '1358.02'],
    ['-600', '-660.00'],
    ['0.01', '0.01'],
    ['0.05', '0.06'],
  ])('%s pays %s', (sales, amount) => {
    expect(calculateCommission({ sales }, plan).amount).toBe(amount)
  })

  it('needs no target, is raised by an uplift, and is inverted', () => {
    expect(planNeeds(plan)).toEqual([])
    expect(calculateCommission({ sales: '1000', coefficientUplift: '0.05' }, plan).amount).toBe(
      '1150.00',
    )
    expect(salesForCommission('660', plan).sales).toBe('600.00')
  })
})

describe('curve and tail: a payout table with an open end in money', () => {
  const plan = defineCommissionPlan({
    currency: 'USD',
    payout: 'of-target-incentive',
    scale: {
      mode: 'interpolated',
      thresholds: 'attainment',
      tiers: [
        { id: 'to 85%', upTo: '0.85' },
        { id: 'to 90%', upTo: '0.9', amount: '0.5' },
        { id: 'to 100%', upTo: '1', amount: '0.5' },
        { id: 'to 105%', upTo: '1.05', amount: '0.5' },
        { id: 'further sales', upTo: null, rate: '0.025' },
      ],
    },
  })
  const facts = { target: '10000000', targetIncentive: '100000' }

  it.each([
    ['8500000', '0.00'],
    ['9000000', '50000.00'],
    ['9500000', '75000.00'],
    ['10000000', '100000.00'],
    ['10250000', '125000.00'],
    ['10500000', '150000.00'],
    ['12000000', '187500.00'],
  ])('%s of 10,000,000 pays %s', (sales, amount) => {
    expect(calculateCommission({ sales, ...facts }, plan).amount).toBe(amount)
  })

  it('is inverted on the tail', () => {
    expect(salesForCommission('187500', plan, facts).sales).toBe('12000000.00')
  })
})

describe('windfall: threshold, target and maximum of a payout table', () => {
  const plan = defineCommissionPlan({
    currency: 'USD',
    payout: 'of-target-incentive',
    scale: {
      mode: 'interpolated',
      thresholds: 'attainment',
      beyond: 'stop',
      tiers: [
        { id: 'below', upTo: '0.75' },
        { id: 'threshold', upTo: '0.75', amount: '0.5' },
        { id: 'to target', upTo: '1', amount: '0.5' },
        { id: 'over', upTo: '1.5', amount: '1' },
      ],
    },
  })
  const facts = { target: '1000000', targetIncentive: '40000' }

  it.each([
    ['749999.99', '0.00'],
    ['750000', '20000.00'],
    ['900000', '32000.00'],
    ['1000000', '40000.00'],
    ['1250000', '60000.00'],
    ['1500000', '80000.00'],
    ['3000000', '80000.00'],
  ])('%s of 1,000,000 pays %s', (sales, amount) => {
    expect(calculateCommission({ sales, ...facts }, plan).amount).toBe(amount)
  })

  it('states the jump as a slice of its own, that is paid flat', () => {
    expect(calculateCommission({ sales: '900000', ...facts }, plan).slices).toEqual([
      { tier: 'below', from: '0', upTo: '0.75', rate: '0', base: '750000.00', amount: '0.00' },
      {
        tier: 'threshold',
        from: '0.75',
        upTo: '0.75',
        rate: '0',
        base: '0.00',
        amount: '20000.00',
        flat: '20000.00',
      },
      {
        tier: 'to target',
        from: '0.75',
        upTo: '1',
        rate: '0',
        base: '150000.00',
        amount: '12000.00',
        flat: '20000.00',
        width: '250000.00',
      },
    ])
  })

  it('says what is missing to the jump, draws it, and inverts it', () => {
    expect(calculateCommission({ sales: '700000', ...facts }, plan).next).toMatchObject({
      by: 'tier',
      remaining: '50000.00',
      reached: 'at',
    })
    expect(
      commissionCurve(plan, facts).points.map(({ sales, below, amount }) => [sales, below, amount]),
    ).toEqual([
      ['0.00', '0.00', '0.00'],
      ['750000.00', '0.00', '20000.00'],
      ['1500000.00', '80000.00', '80000.00'],
    ])
    expect(salesForCommission('100', plan, facts).sales).toBe('750000.00')
  })
})

describe('rebates: on all purchases by growth, and on growth alone', () => {
  // The target is what was bought last year.
  const onAll = defineCommissionPlan({
    currency: 'EUR',
    scale: {
      mode: 'whole-amount',
      thresholds: 'attainment',
      tiers: [
        { id: 'from the first unit', upTo: '1.15', rate: '0.025' },
        { id: '15% growth', upTo: '1.25', rate: '0.035' },
        { id: '25% growth', upTo: null, rate: '0.05' },
      ],
    },
  })
  const onGrowth = defineCommissionPlan({
    currency: 'EUR',
    gate: { attainment: '1.15', counts: 'above-target' },
    scale: { mode: 'marginal', tiers: [{ id: 'growth', upTo: null, rate: '0.03' }] },
  })

  it.each([
    ['930000', '800000', '32550.00'],
    ['919999.99', '800000', '23000.00'],
    ['920000', '800000', '32200.00'],
    ['1000000', '800000', '50000.00'],
    ['5000000', '4800000', '125000.00'],
  ])('%s after %s last year pays on all of it %s', (sales, target, amount) => {
    expect(calculateCommission({ sales, target }, onAll).amount).toBe(amount)
  })

  it.each([
    ['930000', '800000', '3900.00'],
    ['919999.99', '800000', '0.00'],
    ['920000', '800000', '3600.00'],
    ['5000000', '4315000', '20550.00'],
    ['800000', '800000', '0.00'],
  ])('%s after %s last year pays on what exceeds it %s', (sales, target, amount) => {
    expect(calculateCommission({ sales, target }, onGrowth).amount).toBe(amount)
  })
})
