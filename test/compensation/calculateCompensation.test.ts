import {
  attempt,
  type CompensationInput,
  calculateCommission,
  calculateCompensation,
  defineCommissionPlan,
  defineCompensationPlan,
} from 'sales-rules'
import { describe, expect, it } from 'vitest'

/** Each percent pays a percent, up to the target. */
const curve = {
  payout: 'of-target-incentive',
  scale: {
    mode: 'interpolated',
    thresholds: 'attainment',
    tiers: [
      { id: 'to-target', upTo: '1', amount: '1' },
      { id: 'above', upTo: null },
    ],
  },
} as const

const perUnit = (
  quota: string,
  next: string,
  [base, above, top]: readonly [string, string, string],
) =>
  ({
    scale: {
      mode: 'marginal',
      thresholds: 'units',
      tiers: [
        { id: 'quota', upTo: quota, rate: base },
        { id: 'above', upTo: next, rate: above },
        { id: 'top', upTo: null, rate: top },
      ],
    },
  }) as const

const refusal = (call: () => unknown) => {
  const outcome = attempt(call)
  return outcome.ok
    ? outcome.value
    : outcome.issues.map(({ code, path, params }) => [
        code,
        path.join('.'),
        (params as { reason?: string }).reason ?? (params as { expected?: string }).expected,
      ])
}

describe('calculateCompensation', () => {
  /** 70% of 2,000 on 20 meetings is 70 each, 30% on 8 conversions is 75 each; a quarter more up to 125%, a half more above. */
  const sdr = defineCompensationPlan({
    currency: 'EUR',
    components: [
      { id: 'meetings', commission: perUnit('20', '25', ['70', '87.5', '105']) },
      { id: 'conversions', commission: perUnit('8', '10', ['75', '93.75', '112.5']) },
    ],
  })
  const sdrOf = (meetings: number, conversions: number) =>
    calculateCompensation(
      {
        payee: 'Li',
        period: '2026-03',
        components: { meetings: { sales: meetings }, conversions: { sales: conversions } },
      },
      sdr,
    )

  it('pays an SDR 2,025.00 for 22 meetings and 6 conversions: 20 × 70 + 2 × 87.50 + 6 × 75', () => {
    const { amount, components } = sdrOf(22, 6)
    expect(amount).toBe('2025.00')
    expect(components.map((one) => [one.id, one.amount])).toEqual([
      ['meetings', '1575.00'],
      ['conversions', '450.00'],
    ])
  })

  it.each([
    [28, 8, '2752.50'],
    [0, 0, '0.00'],
    [20, 8, '2000.00'],
    [25, 10, '2625.00'],
    [26, 11, '2842.50'],
    [1, 0, '70.00'],
  ])('pays for %d meetings and %d conversions %s', (meetings, conversions, expected) => {
    expect(sdrOf(meetings, conversions).amount).toBe(expected)
  })

  it('names payee and period, once and in each component', () => {
    const { payee, period, components, policy } = sdrOf(1, 1)
    expect([payee, period, policy]).toEqual(['Li', '2026-03', { id: 'compensation', version: '1' }])
    expect(components.map(({ outcome }) => [outcome.payee, outcome.period])).toEqual([
      ['Li', '2026-03'],
      ['Li', '2026-03'],
    ])
  })

  describe('objectives by weight', () => {
    const weights = [22, 15, 20, 4, 4, 14, 4, 7, 3, 7]
    const mbo = defineCompensationPlan({
      currency: 'USD',
      components: [
        {
          id: 'objectives',
          weight: '1',
          appraisal: {
            missing: 'refuse',
            indicators: weights.map((weight, index) => ({ id: `o${index + 1}`, weight })),
          },
        },
      ],
    })
    const reached = (parts: Readonly<Record<string, number>>, targetIncentive = '80000') =>
      calculateCompensation(
        {
          payee: 'Li',
          targetIncentive,
          components: {
            objectives: {
              results: Object.fromEntries(
                weights.map((_, index) => {
                  const id = `o${index + 1}`
                  return [id, { actual: parts[id] ?? 1, target: 1 }]
                }),
              ),
            },
          },
        },
        mbo,
      )

    it('pays 60,000.00 where all are reached but the second (none) and the third (half): 75 of 80,000', () => {
      const { amount, components } = reached({ o2: 0, o3: 0.5 })
      expect(amount).toBe('60000.00')
      const [one] = components
      expect([one?.appraisal?.score, one?.outcome.attainment, one?.weight]).toEqual([
        75,
        '0.75',
        '1',
      ])
      expect([one?.targetIncentive, one?.appraisal?.employee]).toEqual(['80000.00', 'Li'])
    })

    it.each([
      ['all are reached', {}, '80000', '80000.00'],
      ['none is', Object.fromEntries(weights.map((_, at) => [`o${at + 1}`, 0])), '80000', '0.00'],
      [
        'one third of the first is reached, rounded to 2 decimals of the score',
        { o1: 0.3333 },
        '100',
        '85.33',
      ],
      ['the smallest is missed', { o9: 0 }, '80000', '77600.00'],
      [
        'more than all is reached: a curve of 100 points lets no more through',
        { o1: 2 },
        '80000',
        '80000.00',
      ],
    ])('pays %s', (_, parts, incentive, expected) => {
      expect(reached(parts, incentive).amount).toBe(expected)
    })
  })

  it('pays a score above 100 without an end', () => {
    const plan = defineCompensationPlan({
      currency: 'EUR',
      components: [
        {
          id: 'goals',
          weight: 1,
          appraisal: {
            missing: 'refuse',
            indicators: [{ id: 'sales', weight: 100 }],
            bonuses: [{ id: 'extra', curve: { kind: 'points', maximum: 100 } }],
          },
        },
      ],
    })
    const results = { sales: { points: 100 }, extra: { points: 99.5 } }
    const paid = calculateCompensation(
      { targetIncentive: '1000', components: { goals: { results } } },
      plan,
    )
    expect(paid.amount).toBe('1995.00')
  })

  it('hands the facts of a scored component to its appraisal, and its veto comes with the score', () => {
    const plan = defineCompensationPlan({
      currency: 'EUR',
      components: [
        {
          id: 'goals',
          weight: 1,
          appraisal: {
            missing: 'refuse',
            indicators: [{ id: 'sales', weight: 100, curve: 'points' }],
            gradeCaps: [
              {
                id: 'compliance',
                requires: { id: 'compliant', comparison: 'equals', required: true },
                gradeAtMost: 'C',
              },
            ],
          },
        },
      ],
    })
    const results = { sales: { points: 90 } }
    const of = (facts?: Readonly<Record<string, unknown>>) => ({
      targetIncentive: '1000',
      components: { goals: { results, ...(facts && { facts }) } },
    })
    const { amount, components } = calculateCompensation(of({ compliant: false }), plan)
    expect([amount, components[0]?.appraisal?.gradeAtMost]).toEqual([
      '900.00',
      [{ grade: 'C', because: 'compliance' }],
    ])
    expect(refusal(() => calculateCompensation(of(), plan))).toEqual([
      ['FACT_MISSING', 'components.goals.facts.compliant', 'grade-cap'],
    ])
  })

  describe('a bonus of officers', () => {
    /** Below 90 nothing; 90 to 104 the percent itself; 105 to 109 twenty points more; from 110 sixty-six more, at most 200. */
    const scale = {
      mode: 'whole-amount',
      thresholds: 'money',
      measure: 'separate',
      tiers: [
        { id: 'below', upTo: '90' },
        { id: 'on', upTo: null, amount: '1.04' },
      ],
    } as const
    const plan = defineCompensationPlan({
      currency: 'USD',
      components: [
        {
          id: 'goals',
          weight: 1,
          appraisal: {
            missing: 'refuse',
            indicators: [{ id: 'all', weight: 100, curve: { kind: 'points', maximum: 200 } }],
          },
          commission: { payout: 'of-target-incentive', scale },
        },
      ],
    })
    it.each([
      [89.9, '0.00'],
      [90, '10400.00'],
      [104.9, '10400.00'],
    ])(
      'is paid by the scale of the component: a score of %d picks its tier',
      (points, expected) => {
        const paid = calculateCompensation(
          { targetIncentive: '10000', components: { goals: { results: { all: { points } } } } },
          plan,
        )
        expect(paid.amount).toBe(expected)
      },
    )
  })

  describe('two measures in one table', () => {
    const steps = [
      { id: 'below', upTo: '0.95' },
      { id: 'at', upTo: '1.05' },
      { id: 'above', upTo: null },
    ]
    const matrix = {
      rows: { by: 'earnings', steps },
      columns: { by: 'revenue', steps },
      pays: [
        ['0', '0.4', '0.6'],
        ['0.4', '1', '1.3'],
        ['0.6', '1.3', '2'],
      ],
    }
    const plan = defineCompensationPlan({
      currency: 'USD',
      components: [{ id: 'bonus', weight: '1', matrix }],
    })
    const paid = (earnings: string, revenue: string) =>
      calculateCompensation(
        { targetIncentive: '20000', components: { bonus: { facts: { earnings, revenue } } } },
        plan,
      )

    it('pays 26,000.00 with earnings at plan and revenue above: 130% of 20,000', () => {
      const { amount, components } = paid('1', '1.2')
      expect(amount).toBe('26000.00')
      expect(components[0]?.matrix).toEqual({
        row: { by: 'earnings', figure: '1', step: 'at' },
        column: { by: 'revenue', figure: '1.2', step: 'above' },
        pays: '1.3',
      })
    })

    it.each([
      ['0.94', '0.94', '0.00'],
      ['0.95', '0.94', '8000.00'],
      ['0.94', '1.05', '12000.00'],
      ['1.0499', '0.95', '20000.00'],
      ['1.05', '1.05', '40000.00'],
      ['-0.2', '3', '12000.00'],
    ])('pays earnings of %s and revenue of %s of the plan %s', (earnings, revenue, expected) => {
      expect(paid(earnings, revenue).amount).toBe(expected)
    })

    it('pays the same looked up by what two components have attained', () => {
      const measured = {
        scale: { mode: 'marginal', tiers: [{ id: 'nothing', upTo: null }] },
      } as const
      const ofComponents = defineCompensationPlan({
        currency: 'USD',
        components: [
          { id: 'earnings', commission: measured },
          { id: 'revenue', commission: measured },
          {
            id: 'bonus',
            weight: '1',
            matrix: {
              ...matrix,
              rows: { by: 'earnings.attainment', steps },
              columns: { by: 'revenue.attainment', steps },
            },
          },
        ],
      })
      const { amount, components } = calculateCompensation(
        {
          targetIncentive: '20000',
          components: {
            earnings: { sales: '500000', target: '500000' },
            revenue: { sales: '6000000', target: '5000000' },
            bonus: {},
          },
        },
        ofComponents,
      )
      expect(amount).toBe('26000.00')
      expect(components[2]?.facts).toEqual({
        'earnings.attainment': '1',
        'revenue.attainment': '1.2',
      })
    })

    it('refuses a percentage where steps are ratios, and a fact that is not given', () => {
      expect(refusal(() => paid('100', '1'))).toEqual([
        ['NUMBER_LOOKS_LIKE_PERCENT', 'components.bonus.facts.earnings', undefined],
      ])
      const bare = { targetIncentive: 1, components: { bonus: {} } }
      expect(refusal(() => calculateCompensation(bare, plan))).toEqual([
        ['FACT_MISSING', 'components.bonus.facts.earnings', 'fact-of-matrix'],
        ['FACT_MISSING', 'components.bonus.facts.revenue', 'fact-of-matrix'],
      ])
    })

    it('knows that steps are ratios where one of them ends at the whole', () => {
      const rows = {
        by: 'earnings',
        steps: [
          { id: 'below', upTo: '0.9' },
          { id: 'at', upTo: '1' },
          { id: 'above', upTo: null },
        ],
      }
      const ratios = defineCompensationPlan({
        currency: 'USD',
        components: [{ id: 'bonus', weight: '1', matrix: { ...matrix, rows } }],
      })
      const of = (earnings: string) => ({
        targetIncentive: '20000',
        components: { bonus: { facts: { earnings, revenue: '1' } } },
      })
      expect(calculateCompensation(of('0.95'), ratios).amount).toBe('20000.00')
      expect(refusal(() => calculateCompensation(of('95'), ratios))).toEqual([
        ['NUMBER_LOOKS_LIKE_PERCENT', 'components.bonus.facts.earnings', undefined],
      ])
    })

    it('gives the upper step a figure on a threshold, or the lower one', () => {
      const lower = defineCompensationPlan({
        currency: 'USD',
        components: [
          {
            id: 'bonus',
            weight: '1',
            matrix: { ...matrix, rows: { ...matrix.rows, boundary: 'lower-tier' } },
          },
        ],
      })
      const facts = { earnings: '1.05', revenue: '1.05' }
      const input = { targetIncentive: '20000', components: { bonus: { facts } } }
      expect(calculateCompensation(input, lower).amount).toBe('26000.00')
      expect(calculateCompensation(input, plan).amount).toBe('40000.00')
    })
  })

  describe('gates across components', () => {
    const gated = (fact: string, required: string, unit = 'ratio') =>
      defineCompensationPlan({
        currency: 'EUR',
        components: [
          { id: 'a', weight: '0.6', commission: curve },
          {
            id: 'b',
            weight: '0.4',
            commission: {
              ...curve,
              gate: { conditions: { id: fact, comparison: 'at-least', required, unit } as never },
            },
          },
        ],
      })
    const paid = (sales: string, plan = gated('a.attainment', '0.8')) =>
      calculateCompensation(
        {
          targetIncentive: '1000',
          components: { a: { sales, target: '100' }, b: { sales: '50', target: '100' } },
        },
        plan,
      )

    it('pays B only if A is at 80%', () => {
      expect(paid('80').amount).toBe('680.00')
      expect(paid('79.99').amount).toBe('479.94')
      const [, b] = paid('79.99').components
      expect([b?.facts, b?.outcome.gate?.outcome, b?.outcome.gate?.forgone]).toEqual([
        { 'a.attainment': '0.7999' },
        'unmet',
        '200.00',
      ])
    })

    it('looks at twelve times the target, which no one has given', () => {
      const { amount, components } = paid('1200')
      expect(amount).toBe('800.00')
      expect(components[1]?.outcome.gate?.checks?.[0]?.actual).toBe('12')
    })

    it('looks at what A is paid as well', () => {
      const plan = gated('a.amount', '300', 'money')
      expect(paid('50', plan).amount).toBe('500.00')
      expect(paid('49.99', plan).amount).toBe('299.94')
    })

    it('refuses to look where nothing was measured', () => {
      const plan = defineCompensationPlan({
        currency: 'EUR',
        components: [
          { id: 'a', commission: perUnit('20', '25', ['70', '87.5', '105']) },
          {
            id: 'b',
            commission: {
              ...perUnit('20', '25', ['70', '87.5', '105']),
              kpiMultiplier: {
                fact: 'a.attainment',
                steps: [
                  { id: 'low', upTo: '0.8', multiplier: '0.5' },
                  { id: 'high', upTo: null, multiplier: '1' },
                ],
              },
            },
          },
        ],
      })
      const input = (target?: number) => ({
        components: { a: { sales: 10, ...(target && { target }) }, b: { sales: 10 } },
      })
      expect(refusal(() => calculateCompensation(input(), plan))).toEqual([
        ['FACT_MISSING', 'components.b.facts.a.attainment', 'figure-of-component'],
      ])
      expect(calculateCompensation(input(20), plan).amount).toBe('1050.00')
    })

    it('refuses the figure of a component that is given', () => {
      const input = {
        targetIncentive: '1000',
        components: {
          a: { sales: '1', target: '100' },
          b: { sales: '1', target: '100', facts: { 'a.attainment': '1' } },
        },
      }
      expect(refusal(() => calculateCompensation(input, gated('a.attainment', '0.8')))).toEqual([
        ['POLICY_CONFLICT', 'components.b.facts.a.attainment', 'figure-of-component'],
      ])
      const { components } = input
      const ofAll = {
        targetIncentive: '1000',
        facts: { 'a.attainment': '1' },
        components: { ...components, b: { sales: '1', target: '100' } },
      }
      expect(refusal(() => calculateCompensation(ofAll, gated('a.attainment', '0.8')))).toEqual([
        ['UNKNOWN_KEY', 'facts.a.attainment', undefined],
      ])
    })
  })

  describe('a cap of all components', () => {
    const capped = (cap: { amount?: string; multiple?: string }) =>
      defineCompensationPlan({
        currency: 'EUR',
        cap,
        components: [
          { id: 'a', commission: flat('0.1') },
          { id: 'b', commission: flat('0.1') },
          { id: 'c', commission: flat('0.1') },
        ],
      })
    const flat = (rate: string) =>
      ({ scale: { mode: 'marginal', tiers: [{ id: 'all', upTo: null, rate }] } }) as const
    const paid = (plan: ReturnType<typeof capped>, sales: readonly string[]) => {
      const [a = '0', b = '0', c = '0'] = sales
      const components = { a: { sales: a }, b: { sales: b }, c: { sales: c } }
      const {
        amount,
        cap,
        components: parts,
      } = calculateCompensation({ targetIncentive: '50', components }, plan)
      return [amount, cap, ...parts.map((one) => [one.amount, one.cut, one.outcome.amount])]
    }

    it('cuts each in proportion, to the cent, and says what bound them', () => {
      expect(paid(capped({ amount: '100' }), ['400', '400', '400'])).toEqual([
        '100.00',
        { limit: '100.00', by: 'amount', amount: '-20.00' },
        ['33.33', '-6.67', '40.00'],
        ['33.33', '-6.67', '40.00'],
        ['33.34', '-6.66', '40.00'],
      ])
    })

    it('takes nothing below it, nor on it', () => {
      const nothing = { limit: '100.00', by: 'amount', amount: '0.00' }
      expect(paid(capped({ amount: '100' }), ['500', '500'])).toEqual([
        '100.00',
        nothing,
        ['50.00', undefined, '50.00'],
        ['50.00', undefined, '50.00'],
        ['0.00', undefined, '0.00'],
      ])
    })

    it('takes a single cent that is above it', () => {
      expect(paid(capped({ amount: '100' }), ['500', '500.1'])).toEqual([
        '100.00',
        { limit: '100.00', by: 'amount', amount: '-0.01' },
        ['50.00', undefined, '50.00'],
        ['50.00', '-0.01', '50.01'],
        ['0.00', undefined, '0.00'],
      ])
    })

    it('is the lower one of an amount and a multiple of the incentive', () => {
      const [amount, cap] = paid(capped({ amount: '101', multiple: '2' }), ['9000'])
      expect([amount, cap]).toEqual([
        '100.00',
        { limit: '100.00', by: 'multiple', amount: '-800.00' },
      ])
      const [other, lower] = paid(capped({ amount: '99', multiple: '2' }), ['9000'])
      expect([other, lower]).toEqual(['99.00', { limit: '99.00', by: 'amount', amount: '-801.00' }])
    })

    it('takes nothing of a component that takes back', () => {
      expect(paid(capped({ amount: '100' }), ['2000', '-500'])).toEqual([
        '100.00',
        { limit: '100.00', by: 'amount', amount: '-50.00' },
        ['150.00', '-50.00', '200.00'],
        ['-50.00', undefined, '-50.00'],
        ['0.00', undefined, '0.00'],
      ])
    })

    it('takes nothing of a component that takes back a single cent, where a few cents are above it', () => {
      expect(paid(capped({ amount: '0.01' }), ['0.9', '-0.1'])).toEqual([
        '0.01',
        { limit: '0.01', by: 'amount', amount: '-0.07' },
        ['0.02', '-0.07', '0.09'],
        ['-0.01', undefined, '-0.01'],
        ['0.00', undefined, '0.00'],
      ])
    })
  })

  it('names a clause once by which several components are paid', () => {
    const commission = {
      ...perUnit('20', '25', ['70', '87.5', '105']),
      gate: { attainment: '0.5' },
    }
    const ids = ['a', 'b']
    const plan = defineCompensationPlan({
      currency: 'EUR',
      components: ids.map((id) => ({ id, commission })),
    })
    const components = Object.fromEntries(ids.map((id) => [id, { sales: '9', target: '10' }]))
    expect(calculateCompensation({ components }, plan).clauses).toEqual(['COM-1', 'COM-2'])
  })

  it('has the outcome of a plan of one component as its commission', () => {
    const commission = { ...curve, currency: 'EUR', gate: { attainment: '0.5' } }
    const plan = defineCompensationPlan({
      currency: 'EUR',
      components: [{ id: 'only', weight: '1', commission }],
    })
    const own = { sales: '80', target: '100' }
    const whose = { payee: 'Li', period: '2026-Q1', targetIncentive: '2000' }
    const { amount, components } = calculateCompensation(
      { ...whose, components: { only: own } },
      plan,
    )
    const alone = calculateCommission({ ...whose, ...own }, defineCommissionPlan(commission))
    expect([amount, components[0]?.outcome]).toEqual([alone.amount, alone])
  })

  it('hands facts of all to the components that look at them, a component’s own before them', () => {
    const kpi = (fact: string) => ({
      ...flatRate,
      kpiMultiplier: {
        fact,
        steps: [
          { id: 'low', upTo: '0.9', multiplier: '0.5' },
          { id: 'high', upTo: null, multiplier: '1' },
        ],
      },
    })
    const plan = defineCompensationPlan({
      currency: 'EUR',
      components: [
        { id: 'a', commission: kpi('attendance') },
        { id: 'b', commission: kpi('attendance') },
        { id: 'c', commission: flatRate },
      ],
    })
    const components = {
      a: { sales: 100 },
      b: { sales: 100, facts: { attendance: 1 } },
      c: { sales: 100 },
    }
    const paid = calculateCompensation({ facts: { attendance: '0.8' }, components }, plan)
    expect(paid.components.map(({ amount }) => amount)).toEqual(['5.00', '10.00', '10.00'])
    const unknown = { facts: { attendence: '0.8' }, components }
    expect(refusal(() => calculateCompensation(unknown, plan))).toEqual([
      ['UNKNOWN_KEY', 'facts.attendence', undefined],
    ])
  })

  describe('refuses', () => {
    const plan = defineCompensationPlan({
      currency: 'EUR',
      components: [
        { id: 'a', weight: '0.5', commission: curve },
        {
          id: 'b',
          weight: '0.5',
          appraisal: { missing: 'refuse', indicators: [{ id: 'x', weight: 100 }] },
        },
      ],
    })
    const a = { sales: 1, target: 1 }
    const b = { results: { x: { points: 50 } } }
    const whole: CompensationInput = {
      payee: 'Li',
      period: '2026-01',
      targetIncentive: 100,
      components: { a, b },
    }

    it.each<[string, object, unknown]>([
      [
        'no components at all',
        { components: undefined },
        [['VALUE_MISSING', 'components', 'plain-object']],
      ],
      [
        'a component that is missing',
        { components: { a } },
        [['VALUE_MISSING', 'components.b', 'plain-object']],
      ],
      [
        'one that the plan does not have',
        { components: { a, b, c: a } },
        [['UNKNOWN_KEY', 'components.c', undefined]],
      ],
      [
        'no target incentive',
        { targetIncentive: undefined },
        [['VALUE_MISSING', 'targetIncentive', 'target-incentive-of-all']],
      ],
      [
        'a target incentive of 0',
        { targetIncentive: 0 },
        [['NUMBER_OUT_OF_RANGE', 'targetIncentive', 'above-minimum']],
      ],
      [
        'one for a component',
        { components: { a: { ...a, targetIncentive: 1 }, b } },
        [['POLICY_CONFLICT', 'components.a.targetIncentive', 'incentive-of-component']],
      ],
      [
        'another payee',
        { components: { a: { ...a, payee: 'Wang' }, b } },
        [['VALUE_INVALID', 'components.a.payee', 'other-than-of-all']],
      ],
      [
        'another person',
        { components: { a, b: { ...b, employee: 'Wang' } } },
        [['VALUE_INVALID', 'components.b.employee', 'other-than-of-all']],
      ],
      [
        'another period',
        { components: { a: { ...a, period: '2026-02' }, b } },
        [['VALUE_INVALID', 'components.a.period', 'other-than-of-all']],
      ],
      [
        'sales of a score',
        { components: { a, b: { ...b, sales: 1 } } },
        [['UNKNOWN_KEY', 'components.b.sales', undefined]],
      ],
      [
        'results of sales',
        { components: { a: { ...a, reslts: {} }, b } },
        [['UNKNOWN_KEY', 'components.a.reslts', undefined]],
      ],
      [
        'what a commission refuses',
        { components: { a: { ...a, target: 0 }, b } },
        [['NUMBER_OUT_OF_RANGE', 'components.a.target', 'above-minimum']],
      ],
      [
        'what an appraisal refuses',
        { components: { a, b: { results: {} } } },
        [['FACT_MISSING', 'components.b.results.x', 'refused']],
      ],
    ])('%s', (_, change, expected) => {
      expect(refusal(() => calculateCompensation({ ...whole, ...change } as never, plan))).toEqual(
        expected,
      )
    })

    it('takes payee and period that are said again', () => {
      const again = {
        a: { ...a, payee: 'Li', period: '2026-01' },
        b: { ...b, employee: 'Li', period: '2026-01' },
      }
      expect(calculateCompensation({ ...whole, components: again }, plan).amount).toBe('75.00')
    })

    it('another period with the one of all components', () => {
      const components = { a: { ...a, period: '2026-02' }, b }
      const outcome = attempt(() => calculateCompensation({ ...whole, components } as never, plan))
      expect(outcome.ok ? [] : outcome.issues.map(({ params }) => params)).toEqual([
        { given: '"2026-02"', expected: '"2026-01"', reason: 'other-than-of-all' },
      ])
    })

    it('a plan without components', () => {
      const none = defineCompensationPlan({ currency: 'EUR' })
      expect(refusal(() => calculateCompensation(whole, none))).toEqual([
        ['POLICY_CONFLICT', 'components', 'no-components'],
      ])
    })
  })
})

const flatRate = {
  scale: { mode: 'marginal', tiers: [{ id: 'all', upTo: null, rate: '0.1' }] },
} as const

describe('calculateCompensation, of figures of ten times and more', () => {
  const scale = { mode: 'marginal' as const, tiers: [{ id: 'all', upTo: null, rate: '0.1' }] }
  const steps = [
    { id: 'low', upTo: '0.8', multiplier: '0' },
    { id: 'reached', upTo: null, multiplier: '2' },
  ]

  it('multiplies a component by the attainment of one before it, however high that is', () => {
    const plan = defineCompensationPlan({
      currency: 'EUR',
      components: [
        { id: 'meetings', commission: { scale } },
        {
          id: 'deals',
          commission: { scale, multipliers: [{ fact: 'meetings.attainment', steps }] },
        },
      ],
    })
    const amounts = (meetings: string) =>
      calculateCompensation(
        { components: { meetings: { sales: meetings, target: '10' }, deals: { sales: '100' } } },
        plan,
      ).components.map(({ amount }) => amount)
    expect(['7', '8', '99', '200'].map(amounts)).toEqual([
      ['0.70', '0.00'],
      ['0.80', '20.00'],
      ['9.90', '20.00'],
      ['20.00', '20.00'],
    ])
  })

  it('pays the score itself, the highest as well, where the plan names no scale', () => {
    const curve = { kind: 'ratio', cap: 1000 } as const
    const indicators = [{ id: 'sold', weight: 100, curve }]
    const plan = defineCompensationPlan({
      currency: 'EUR',
      components: [{ id: 'goals', weight: '1', appraisal: { missing: 'refuse', indicators } }],
    })
    const paid = (actual: string) => {
      const components = { goals: { results: { sold: { actual, target: '1' } } } }
      return calculateCompensation({ targetIncentive: '1000', components }, plan).amount
    }
    expect(['0.5', '1', '9', '9.5', '10', '12'].map(paid)).toEqual([
      '500.00',
      '1000.00',
      '9000.00',
      '9500.00',
      '10000.00',
      '10000.00',
    ])
  })
})
