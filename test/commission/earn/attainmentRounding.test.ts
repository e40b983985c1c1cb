import fc from 'fast-check'
import {
  attempt,
  attributeCommission,
  type CommissionPlanInput,
  calculateCommission,
  commissionAccumulator,
  commissionCurve,
  defineCommissionPlan,
  salesForCommission,
  settleCommission,
} from 'sales-rules'
import { calculateCommissionRows } from 'sales-rules/batch'
import { describe, expect, it } from 'vitest'
import {
  add,
  divide,
  type Fraction,
  floorOf,
  fraction,
  multiply,
  parse,
  toCanonical,
  toDecimal,
} from '../../oracle/fraction.js'
import { conflictsOf } from '../flatPlan.js'

/** Below 90 nothing; 90 to 104 the percent itself; 105 to 109 twenty points more; from 110 sixty-six more, at most 200. */
const officer: CommissionPlanInput = {
  currency: 'USD',
  payout: 'of-target-incentive',
  attainmentRounding: { mode: 'down' },
  scale: {
    mode: 'whole-amount',
    thresholds: 'attainment',
    tiers: [
      { id: 'below 90', upTo: '0.9' },
      { id: '90 to 104', upTo: '1.05', multiple: '1' },
      { id: '105 to 109', upTo: '1.1', multiple: '1', amount: '0.2' },
      { id: 'from 110', upTo: null, multiple: '1', amount: '0.66', maximum: '2' },
    ],
  },
}

const score = (sales: string, plan = officer, targetIncentive = '10000') =>
  calculateCommission({ sales, target: '100', targetIncentive }, defineCommissionPlan(plan))

describe('an attainment in whole percents, cut', () => {
  it.each([
    ['0', '0.00'],
    ['89.999', '0.00'],
    ['90', '9000.00'],
    ['104.9', '10400.00'],
    ['104.999999', '10400.00'],
    ['105', '12500.00'],
    ['107', '12700.00'],
    ['109.99', '12900.00'],
    ['110', '17600.00'],
    ['133.99', '19900.00'],
    ['134', '20000.00'],
    ['300', '20000.00'],
  ])('pays an officer with a score of %s, with 10,000 on target: %s', (sales, amount) => {
    expect(score(sales).amount).toBe(amount)
  })

  it('is stated beside the attainment itself, and what it stands for is the base', () => {
    const { sales, base, attainment, attainmentRounded, slices, next } = score('104.9')
    expect([sales, base, attainment, attainmentRounded]).toEqual([
      '104.90',
      '104.00',
      '1.049',
      '1.04',
    ])
    expect(slices).toEqual([
      {
        tier: '90 to 104',
        from: '0.9',
        upTo: '1.05',
        rate: '100',
        multiple: '1',
        base: '104.00',
        amount: '10400.00',
      },
    ])
    expect(next).toBeNull()
  })

  it('pays an incentive that does not divide by the target, to the cent', () => {
    // 104% of 77,777.77.
    expect(score('104.9', officer, '77777.77').amount).toBe('80888.88')
    const third = { ...officer, currency: 'EUR' }
    const statement = calculateCommission(
      { sales: '314700', target: '300000', targetIncentive: '1000' },
      defineCommissionPlan(third),
    )
    expect([statement.attainmentRounded, statement.amount]).toEqual(['1.04', '1040.00'])
  })

  it('is half-up where the plan says so: 89.5% is 90%', () => {
    const plan: CommissionPlanInput = { ...officer, attainmentRounding: { mode: 'half-up' } }
    expect(['89.49', '89.5', '104.49', '104.5'].map((sales) => score(sales, plan).amount)).toEqual([
      '0.00',
      '9000.00',
      '10400.00',
      '12500.00',
    ])
  })

  it('may have other decimals: tenths of a percent', () => {
    const plan: CommissionPlanInput = {
      ...officer,
      attainmentRounding: { mode: 'down', decimals: 3 },
    }
    expect(score('104.99', plan).amount).toBe('10490.00')
  })

  it('is rounded where a payout table is read, so that straight lines become steps', () => {
    const plan: CommissionPlanInput = {
      ...officer,
      scale: {
        mode: 'interpolated',
        thresholds: 'attainment',
        beyond: 'stop',
        tiers: [
          { id: 'below', upTo: '0.75' },
          { id: 'threshold', upTo: '0.75', amount: '0.5' },
          { id: 'to target', upTo: '1', amount: '0.5' },
        ],
      },
    }
    expect(['74.99', '75.9', '90.5', '99.9'].map((sales) => score(sales, plan).amount)).toEqual([
      '0.00',
      '5000.00',
      '8000.00',
      '9800.00',
    ])
  })
})

describe('a rounded attainment that only chooses', () => {
  // 1% to 80%, 2% to 100%, 3% from there on, of all sales.
  const byAttainment: CommissionPlanInput = {
    currency: 'EUR',
    attainmentRounding: { mode: 'half-up' },
    scale: {
      mode: 'whole-amount',
      thresholds: 'attainment',
      tiers: [
        { id: 'to 80%', upTo: '0.8', rate: '0.01' },
        { id: 'to target', upTo: '1', rate: '0.02' },
        { id: 'from target', upTo: null, rate: '0.03' },
      ],
    },
  }
  const paid = (sales: string, plan = byAttainment) =>
    calculateCommission({ sales, target: '1000' }, defineCommissionPlan(plan))

  it.each([
    ['794.99', '7.95'],
    ['795', '15.90'],
    ['994.99', '19.90'],
    ['995', '29.85'],
  ])(
    'a rate is that of the rounded attainment, of the sales themselves: %s pays %s',
    (sales, amount) => {
      expect(paid(sales).amount).toBe(amount)
      expect(paid(sales).base).toBe(sales === '795' ? '795.00' : sales === '995' ? '995.00' : sales)
    },
  )

  it('has a next tier, a curve, an inverse and a batch, as any other plan', () => {
    const plan = defineCommissionPlan(byAttainment)
    expect(paid('990').next).toMatchObject({
      tier: 'from target',
      remaining: '5.00',
      reached: 'at',
    })
    expect(salesForCommission('25', plan, { target: '1000' }).sales).toBe('995.00')
    expect(commissionCurve(plan, { target: '1000' }).points.map(({ sales }) => sales)).toEqual([
      '0.00',
      '795.00',
      '995.00',
    ])
    const rows = [
      { payee: 'A', amount: '995' },
      { payee: 'B', amount: '994.99' },
    ]
    expect([...calculateCommissionRows(rows, plan, { target: '1000' }).commission]).toEqual([
      2985, 1990,
    ])
  })

  it('says who owns a threshold by the rounded figure', () => {
    const tiers = [
      { id: 'to target', upTo: '1', rate: '0.02', boundary: 'lower-tier' as const },
      { id: 'above', upTo: null, rate: '0.03' },
    ]
    const lower: CommissionPlanInput = { ...byAttainment, scale: { ...byAttainment.scale, tiers } }
    // 100.4% is 100%, which is the lower tier's; 100.5% is 101%.
    expect([
      paid('1004', lower).amount,
      paid('1004.99', lower).amount,
      paid('1005', lower).amount,
    ]).toEqual(['20.08', '20.10', '30.15'])
    const cut: CommissionPlanInput = { ...lower, attainmentRounding: { mode: 'down' } }
    expect([paid('1009.99', cut).amount, paid('1010', cut).amount]).toEqual(['20.20', '30.30'])
  })

  it('opens a gate and reaches an accelerator', () => {
    const flat = { mode: 'marginal' as const, tiers: [{ id: 'all', upTo: null, rate: '0.1' }] }
    const gated: CommissionPlanInput = {
      currency: 'EUR',
      scale: flat,
      gate: { attainment: '0.9' },
      attainmentRounding: { mode: 'half-up' },
    }
    expect([paid('894.99', gated).amount, paid('895', gated).amount]).toEqual(['0.00', '89.50'])
    expect(paid('890', gated).gate).toMatchObject({ attainment: '0.9', remaining: '5.00' })
    expect(paid('895', gated)).toMatchObject({ attainment: '0.895', attainmentRounded: '0.9' })
    const steps = [
      { id: 'once', upTo: '1', multiplier: '1' },
      { id: 'twice', upTo: null, multiplier: '2' },
    ]
    const accelerated: CommissionPlanInput = {
      currency: 'EUR',
      scale: flat,
      accelerator: { mode: 'whole-amount', steps },
      attainmentRounding: { mode: 'half-up' },
    }
    expect([paid('994.99', accelerated).amount, paid('995', accelerated).amount]).toEqual([
      '99.50',
      '199.00',
    ])
    expect(paid('990', accelerated).next).toMatchObject({ by: 'accelerator', remaining: '5.00' })
  })
})

describe('a rounded attainment between runs', () => {
  const toDate = defineCommissionPlan({ ...officer, payment: { accrual: 'year-to-date' } })
  const month = (period: string, sales: string) => ({
    period,
    sales,
    target: { period: '2026', amount: '100' },
    targetIncentive: '10000',
  })

  it('is that of the year so far: 90.9 pays 9,000, 104.9 in all pays 10,400, a refund of 15 takes all of it back', () => {
    const first = settleCommission({ payee: 'P', periods: [month('2026-01', '90.9')] }, toDate)
    const later = [month('2026-02', '14'), month('2026-03', '-15')]
    const second = settleCommission({ payee: 'P', periods: later, opening: first.closing }, toDate)
    expect([first.paid, ...second.periods.map(({ paid }) => paid)]).toEqual([
      '9000.00',
      '1400.00',
      '0.00',
    ])
    expect(second.closing).toMatchObject({ carried: '-10400.00' })
    const once = settleCommission(
      { payee: 'P', periods: [month('2026-01', '90.9'), ...later] },
      toDate,
    )
    expect(once.closing).toEqual(second.closing)
  })

  it('is shared by lines, in either way, to the cent', () => {
    const lines = [
      { id: '1', amount: '90.5' },
      { id: '2', amount: '0.4' },
      { id: '3', amount: '14' },
    ]
    const input = { lines, target: '100', targetIncentive: '10000' }
    const shares = (plan: CommissionPlanInput) =>
      attributeCommission(input, defineCommissionPlan(plan)).lines.map(({ amount }) => amount)
    // 90%; 90% still; 104%.
    expect(shares(officer)).toEqual(['9000.00', '0.00', '1400.00'])
    const inProportion = shares({ ...officer, attribution: 'pro-rata' })
    expect(inProportion).toEqual(['8972.35', '39.66', '1387.99'])
  })

  it('is the same from parts that were added up', () => {
    const plan = defineCommissionPlan(officer)
    const total = commissionAccumulator(plan)
    const both = total.merge(
      total.add(total.create(), { id: '1', amount: '60.45' }),
      total.add(total.create(), { id: '2', amount: '44.45' }),
    )
    const facts = { target: '100', targetIncentive: '10000' }
    expect(total.finish(both, facts)).toEqual(
      calculateCommission({ sales: '104.90', ...facts }, plan),
    )
  })
})

describe('what a rounded attainment is refused with', () => {
  const rounding = { attainmentRounding: { mode: 'down' as const } }
  const tiers = [{ id: 'all', upTo: null, rate: '0.1' }]
  const marginal = { mode: 'marginal' as const, thresholds: 'attainment' as const, tiers }
  const steps = [
    { id: 'once', upTo: '1', multiplier: '1' },
    { id: 'twice', upTo: null, multiplier: '2' },
  ]

  it.each<[string, Partial<CommissionPlanInput>, string]>([
    ['nothing that looks it up', {}, 'rounding-of-nothing'],
    ['slices that earn their own rates', { scale: marginal }, 'rounding-of-slices'],
    ['a marginal accelerator', { accelerator: { steps } }, 'rounding-of-slices'],
    [
      'sales above a gate',
      { gate: { attainment: '0.9', counts: 'above-gate' } },
      'rounding-above-gate',
    ],
    [
      'rate rules beside what is paid on attainment',
      {
        scale: officer.scale,
        payout: 'of-target-incentive',
        rates: [{ id: 'r', when: { product: 'x' }, scale: { mode: 'marginal', tiers } }],
      },
      'rounding-of-rates',
    ],
  ])('%s', (_, change, reason) => {
    expect(conflictsOf({ ...rounding, ...change })).toMatchObject([
      { code: 'POLICY_CONFLICT', path: ['attainmentRounding'], params: { reason } },
    ])
  })

  it('a curve and an inverse, where it is paid on', () => {
    const plan = defineCommissionPlan(officer)
    const facts = { target: '100', targetIncentive: '10000' }
    const calls: (() => unknown)[] = [
      () => commissionCurve(plan, facts),
      () => salesForCommission('1', plan, facts),
    ]
    for (const call of calls)
      expect(attempt(call)).toMatchObject({
        issues: [
          {
            code: 'POLICY_CONFLICT',
            path: ['attainmentRounding'],
            params: { reason: 'no-rounded-curve' },
          },
        ],
      })
  })

  it('another mode, and no target', () => {
    expect(conflictsOf({ attainmentRounding: { mode: 'up' as never } })).toMatchObject([
      { code: 'VALUE_NOT_ALLOWED' },
    ])
    const outcome = attempt(() =>
      calculateCommission({ sales: '1', targetIncentive: '1' }, defineCommissionPlan(officer)),
    )
    expect(outcome).toMatchObject({ issues: [{ code: 'TARGET_MISSING' }] })
  })
})

describe('the laws of a rounded attainment', () => {
  const centsOf = (n: number) => toCanonical(fraction(BigInt(n), 100n))
  const sales = fc.integer({ min: 0, max: 40_000 }).map(centsOf)
  const target = fc.constantFrom('100', '33', '77.77', '3')
  const mode = fc.constantFrom('down' as const, 'half-up' as const)
  const pointsOf = (percent: bigint) => {
    if (percent < 90n) return 0n
    if (percent < 105n) return percent
    const points = percent < 110n ? percent + 20n : percent + 66n
    return points > 200n ? 200n : points
  }
  const rounded = (attainment: Fraction, how: 'down' | 'half-up') => {
    const percents = multiply(attainment, fraction(100n))
    const shifted = how === 'down' ? percents : add(percents, fraction(1n, 2n))
    return fraction(floorOf(shifted), 100n)
  }

  it('an officer is paid by whole percents, counted by hand', () => {
    fc.assert(
      fc.property(sales, target, mode, (sold, of, how) => {
        const percent = rounded(divide(parse(sold), parse(of)), how)
        const whole = percent.n * (100n / percent.d)
        const plan = defineCommissionPlan({ ...officer, attainmentRounding: { mode: how } })
        const { amount } = calculateCommission(
          { sales: sold, target: of, targetIncentive: '999.99' },
          plan,
        )
        expect(amount).toBe(
          toDecimal(multiply(fraction(pointsOf(whole), 100n), parse('999.99')), 2, 'half-up'),
        )
      }),
      { numRuns: 300, seed: 20_261_129 },
    )
  })

  it('a rate is the one that the rounded attainment chooses, whoever owns the threshold', () => {
    const ends = fc.uniqueArray(fc.integer({ min: 1, max: 2000 }), { minLength: 1, maxLength: 4 })
    const boundary = fc.constantFrom('upper-tier' as const, 'lower-tier' as const)
    fc.assert(
      fc.property(sales, target, mode, ends, boundary, (sold, of, how, list, owner) => {
        const ordered = [...list]
          .sort((a, b) => a - b)
          .map((end) => toCanonical(fraction(BigInt(end), 1000n)))
        const tiers = [...ordered, null].map((upTo, index) => ({
          id: `${index}`,
          upTo,
          rate: centsOf(index + 1),
        }))
        const scale = {
          mode: 'whole-amount' as const,
          thresholds: 'attainment' as const,
          boundary: owner,
          tiers,
        }
        const plan = defineCommissionPlan({
          currency: 'EUR',
          scale,
          attainmentRounding: { mode: how },
        })
        const attainment = rounded(divide(parse(sold), parse(of)), how)
        const passed = ordered.filter((end) => {
          const over = attainment.n * parse(end).d - parse(end).n * attainment.d
          return owner === 'upper-tier' ? over >= 0n : over > 0n
        }).length
        const expected = toDecimal(
          multiply(parse(sold), fraction(BigInt(passed + 1), 100n)),
          2,
          'half-up',
        )
        expect(calculateCommission({ sales: sold, target: of }, plan).amount).toBe(expected)
      }),
      { numRuns: 300, seed: 20_261_129 },
    )
  })

  it('of whole percents changes nothing', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 400 }), mode, (percent, how) => {
        const { attainmentRounding: _, ...plain } = officer
        const plan = { ...officer, attainmentRounding: { mode: how } }
        expect(score(String(percent), plan).amount).toBe(score(String(percent), plain).amount)
      }),
      { numRuns: 200, seed: 20_261_129 },
    )
  })
})
