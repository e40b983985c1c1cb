import { type CommissionPlanInput, calculateCommission } from 'sales-rules'
import { describe, expect, it } from 'vitest'
import { flatPlan, issuesOf } from '../flatPlan.js'

const kpiMultiplier = {
  fact: 'on-time proposals',
  steps: [
    { id: 'late', upTo: '0.8', multiplier: '0.9' },
    { id: 'usual', upTo: '0.95', multiplier: '1' },
    { id: 'prompt', upTo: null, multiplier: '1.1' },
  ],
}

function statement(
  rate: string | number,
  change: Partial<CommissionPlanInput['kpiMultiplier']> = {},
) {
  const plan = flatPlan({ kpiMultiplier: { ...kpiMultiplier, ...change } })
  return calculateCommission({ sales: '1000', facts: { 'on-time proposals': rate } }, plan)
}

describe('multiplierAt', () => {
  it.each([
    ['0', '90.00', 'late'],
    ['0.7999', '90.00', 'late'],
    ['0.8', '100.00', 'usual'],
    ['0.9499', '100.00', 'usual'],
    ['0.95', '110.00', 'prompt'],
    [1, '110.00', 'prompt'],
  ])(
    'the KPI multiplier (COM-6) at a rate of %s pays %s on 1,000 at ten percent',
    (rate, amount, step) => {
      const outcome = statement(rate)
      expect(outcome.amount).toBe(amount)
      expect(outcome.kpiMultiplier).toMatchObject({ fact: 'on-time proposals', step })
    },
  )

  it.each([
    ['0.8', '90.00'],
    ['0.8001', '100.00'],
    ['0.95', '100.00'],
  ])(
    'the KPI multiplier (COM-6) whose thresholds belong to the lower step pays at %s: %s',
    (rate, amount) => {
      expect(statement(rate, { boundary: 'lower-tier' }).amount).toBe(amount)
    },
  )

  it('the KPI multiplier (COM-6) shows what it adds and its clause', () => {
    const outcome = statement('0.96')
    expect(outcome.adjustments).toEqual([
      { kind: 'kpi-multiplier', amount: '10.00', clause: 'COM-6' },
    ])
    expect(outcome.kpiMultiplier).toEqual({
      fact: 'on-time proposals',
      step: 'prompt',
      multiplier: '1.1',
    })
    expect(outcome.clauses).toEqual(['COM-1', 'COM-6'])
  })

  it('the KPI multiplier (COM-6) multiplies what the accelerator and the coefficient have made of it', () => {
    const plan = flatPlan({
      kpiMultiplier,
      coefficient: { applies: 'multiply' },
      accelerator: {
        mode: 'whole-amount',
        steps: [{ id: 'always', upTo: null, multiplier: '2' }],
      },
    })
    const statement = calculateCommission(
      {
        sales: '1000',
        target: '1000',
        coefficientUplift: '0.05',
        facts: { 'on-time proposals': '0.96' },
      },
      plan,
    )
    // 100, twice; a twentieth of 200 more; a tenth of 210 more.
    expect(statement.amount).toBe('231.00')
    expect(statement.unrounded).toBe('231')
    expect(statement.adjustments).toEqual([
      { kind: 'accelerator', amount: '100.00', clause: null },
      { kind: 'coefficient', amount: '10.00', clause: 'COM-5' },
      { kind: 'kpi-multiplier', amount: '21.00', clause: 'COM-6' },
    ])
  })

  it.each([
    ['no facts', undefined, 'FACT_MISSING'],
    ['no such fact', {}, 'FACT_MISSING'],
    ['an unknown one', { 'on-time proposals': null }, 'FACT_MISSING'],
    ['a truth instead of a number', { 'on-time proposals': true }, 'NUMBER_INVALID'],
    ['a word instead of a number', { 'on-time proposals': 'good' }, 'NUMBER_INVALID'],
  ])('the KPI multiplier (COM-6) given %s is refused', (_, facts, code) => {
    const plan = flatPlan({ kpiMultiplier })
    expect(issuesOf({ sales: '1', facts }, plan)).toMatchObject([
      { code, severity: 'error', path: ['facts', 'on-time proposals'] },
    ])
  })

  it('the KPI multiplier (COM-6) asks whether 95 was meant to be 0.95', () => {
    const plan = flatPlan({ kpiMultiplier })
    const input = { sales: '1', facts: { 'on-time proposals': '95' } }
    expect(issuesOf(input, plan)).toMatchObject([
      {
        code: 'NUMBER_LOOKS_LIKE_PERCENT',
        path: ['facts', 'on-time proposals'],
        params: { given: '"95"', suggestion: '0.95' },
      },
    ])
  })

  it('the KPI multiplier (COM-6) asks so of steps that end at 1, too', () => {
    const steps = [
      { id: 'some', upTo: '1', multiplier: '0.9' },
      { id: 'all', upTo: null, multiplier: '1' },
    ]
    const plan = flatPlan({ kpiMultiplier: { ...kpiMultiplier, steps } })
    const input = { sales: '1', facts: { 'on-time proposals': '95' } }
    expect(issuesOf(input, plan)).toMatchObject([{ code: 'NUMBER_LOOKS_LIKE_PERCENT' }])
  })

  it.each([
    ['79.99', '90.00'],
    ['80', '100.00'],
    ['95', '100.00'],
    ['110', '110.00'],
  ])(
    'the KPI multiplier (COM-6) takes a figure that is no ratio as it is: at %s it pays %s',
    (points, amount) => {
      const steps = [
        { id: 'late', upTo: '80', multiplier: '0.9' },
        { id: 'usual', upTo: '100', multiplier: '1' },
        { id: 'prompt', upTo: null, multiplier: '1.1' },
      ]
      expect(statement(points, { steps }).amount).toBe(amount)
    },
  )

  it('the KPI multiplier (COM-6) says which fact is missing, and for what', () => {
    expect(issuesOf({ sales: '1' }, flatPlan({ kpiMultiplier }))).toEqual([
      {
        code: 'FACT_MISSING',
        severity: 'error',
        path: ['facts', 'on-time proposals'],
        params: { id: 'on-time proposals', reason: 'kpi-multiplier' },
        message:
          'facts.on-time proposals: is missing, and the plan multiplies the commission by it (COM-6). Give it.',
      },
    ])
  })
})
