import {
  attempt,
  type CommissionPlanInput,
  calculateCommission,
  commissionAccumulator,
  commissionCurve,
  planNeeds,
  salesForCommission,
  settleCommission,
} from 'sales-rules'
import { describe, expect, it } from 'vitest'
import { flatPlan } from '../flatPlan.js'

const onQuota = {
  id: 'year-on-quota',
  comparison: 'at-least',
  required: '1',
  unit: 'ratio',
} as const

/** 5% always; 1% more above the target, another 1% above 125% of it, while the year is on quota. */
const extras = flatPlan({
  scale: { mode: 'marginal', tiers: [{ id: 'all', upTo: null, rate: '0.05' }] },
  accelerator: {
    steps: [
      { id: 'base', upTo: '1', multiplier: '1' },
      { id: 'quota', upTo: '1.25', multiplier: '1.2' },
      { id: 'over', upTo: null, multiplier: '1.4' },
    ],
    conditions: onQuota,
  },
})
const quarter = { sales: '130000', target: '100000' }
const year = (ratio: string) => ({ facts: { 'year-on-quota': ratio } })

describe('conditions on an accelerator', () => {
  it('pay the extra rates only while the year is on quota', () => {
    // 130,000 × 5% + 25,000 × 1% + 5,000 × 2%.
    expect(calculateCommission({ ...quarter, ...year('1') }, extras).amount).toBe('6850.00')
    expect(calculateCommission({ ...quarter, ...year('0.98') }, extras).amount).toBe('6500.00')
  })

  it('are on the statement, met or not, with what is missing', () => {
    const { conditions } = calculateCommission({ ...quarter, ...year('0.98') }, extras)
    expect(conditions).toMatchObject([
      { of: 'accelerator', id: null, outcome: 'unmet', checks: [{ gap: '0.02', actual: '0.98' }] },
    ])
    expect(calculateCommission({ ...quarter, ...year('1') }, extras).conditions).toMatchObject([
      { outcome: 'met' },
    ])
    expect(calculateCommission({ sales: '1' }, flatPlan()).conditions).toBeUndefined()
  })

  it('cannot be decided without their fact', () => {
    expect(issuesIn(() => calculateCommission(quarter, extras))).toMatchObject([
      {
        code: 'FACT_MISSING',
        path: ['facts', 'year-on-quota'],
        params: { reason: 'condition' },
        message:
          'facts.year-on-quota: is missing, and a condition of the plan depends on it. Give it, or drop the condition.',
      },
    ])
    expect(
      issuesIn(() => calculateCommission({ ...quarter, facts: { 'year-on-quota': 98 } }, extras)),
    ).toMatchObject([{ code: 'NUMBER_LOOKS_LIKE_PERCENT' }])
  })

  it('switch off an accelerator of the whole amount as well', () => {
    const steps = [
      { id: 'base', upTo: '1', multiplier: '1' },
      { id: 'over', upTo: null, multiplier: '2' },
    ]
    const whole = flatPlan({ accelerator: { mode: 'whole-amount', steps, conditions: onQuota } })
    const of = (ratio: string) =>
      calculateCommission({ sales: '1000', target: '1000', ...year(ratio) }, whole)
    expect(of('1')).toMatchObject({ amount: '200.00', accelerator: { step: 'over' } })
    expect(of('0.9').amount).toBe('100.00')
    expect(of('0.9').accelerator).toBeUndefined()
  })

  it('are followed by the inverse, the curve, what comes next and totals', () => {
    const met = { target: '100000', ...year('1') }
    const unmet = { target: '100000', ...year('0.5') }
    expect(salesForCommission('6850', extras, met).sales).toBe('130000.00')
    expect(salesForCommission('6850', extras, unmet).sales).toBe('137000.00')
    expect(commissionCurve(extras, met).points).toHaveLength(3)
    expect(commissionCurve(extras, unmet).points).toHaveLength(1)
    expect(calculateCommission({ sales: '90000', ...met }, extras).next).toMatchObject({
      by: 'accelerator',
      remaining: '10000.00',
    })
    expect(calculateCommission({ sales: '90000', ...unmet }, extras).next).toBeNull()
    const { add, create, finish } = commissionAccumulator(extras)
    expect(finish(add(create(), { id: 'a', amount: '130000' }), met).amount).toBe('6850.00')
  })

  it('hold for each period of a settlement by its own facts', () => {
    const plan = flatPlan({ ...input(extras), payment: {} })
    const periods = ['1', '0.9'].map((ratio, index) => ({
      period: `2026-Q${index + 1}`,
      ...quarter,
      ...year(ratio),
    }))
    const { periods: paid } = settleCommission({ payee: 'Li', periods }, plan)
    expect(paid.map(({ earned }) => earned)).toEqual(['6850.00', '6500.00'])
  })
})

describe('conditions on a rate rule', () => {
  const trained = { id: 'certified', comparison: 'equals', required: true } as const
  const scale = { mode: 'marginal' as const, tiers: [{ id: 'all', upTo: null, rate: '0.2' }] }
  const rates = [
    { id: 'cloud', when: { product: 'cloud' }, scale, conditions: trained },
    {
      id: 'software',
      when: { category: 'software' },
      scale: { ...scale, tiers: [{ id: 'all', upTo: null, rate: '0.12' }] },
    },
  ]
  const plan = flatPlan({ rates })
  const lines = [
    { id: 'a', amount: '1000', product: 'cloud', category: 'software' },
    { id: 'b', amount: '1000', product: 'box', category: 'hardware' },
  ]
  const of = (certified: boolean) => calculateCommission({ lines, facts: { certified } }, plan)

  it('leave its lines to the rule that is there without it', () => {
    expect(of(true).amount).toBe('300.00')
    expect(of(false).amount).toBe('220.00')
    expect(of(false).slices.map(({ rule }) => rule)).toEqual([undefined, 'software'])
    expect(of(false).conditions).toMatchObject([{ of: 'rate', id: 'cloud', outcome: 'unmet' }])
  })

  it('need the lines of a payee together', () => {
    expect(planNeeds(plan)).toContainEqual({ field: 'rates.conditions', of: ['facts', 'order'] })
    expect(issuesIn(() => commissionAccumulator(plan))).toMatchObject([
      { params: { field: 'rates.conditions' } },
    ])
  })

  it('are refused where the plan counts to date', () => {
    const payment = { accrual: 'year-to-date' } as const
    expect(issuesIn(() => flatPlan({ rates, payment }))).toMatchObject([
      { code: 'POLICY_CONFLICT', path: ['rates', 0, 'conditions'] },
    ])
  })

  it('hold period by period, in settlements and in corrections of them', () => {
    const settled = flatPlan({ rates, payment: {} })
    const periods = [true, false].map((certified, index) => ({
      period: `2026-0${index + 1}`,
      facts: { certified },
      lines: lines.map(({ id, ...line }) => ({ ...line, id: `${id}${index}` })),
    }))
    const { periods: paid } = settleCommission({ payee: 'Li', periods }, settled)
    expect(paid.map(({ earned }) => earned)).toEqual(['300.00', '220.00'])
  })
})

describe('conditions on an award', () => {
  const awards = [
    {
      id: 'new',
      for: 'first-order',
      amount: '500',
      conditions: { id: 'appraisal', comparison: 'at-least', required: '60', unit: 'points' },
    },
  ] as const
  const plan = flatPlan({ awards })
  const lines = [{ id: 'a', amount: '1000', customer: 'acme', firstOrder: true }]
  const of = (appraisal: string) => calculateCommission({ lines, facts: { appraisal } }, plan)

  it('forgo it where they are not met', () => {
    expect(of('60')).toMatchObject({ amount: '600.00', awards: [{ outcome: 'paid' }] })
    expect(of('59')).toMatchObject({
      amount: '100.00',
      awards: [{ outcome: 'forgone', amount: '500.00' }],
      conditions: [{ of: 'award', id: 'new', outcome: 'unmet' }],
    })
  })

  it('must be known even where no order asks for it', () => {
    expect(attempt(() => calculateCommission({ sales: '1000' }, plan)).ok).toBe(false)
  })
})

function issuesIn(run: () => unknown) {
  const outcome = attempt(run)
  return outcome.ok ? [] : outcome.issues
}

function input({ provenance: _, ...plan }: ReturnType<typeof flatPlan>): CommissionPlanInput {
  return plan
}
