import { type CommissionPlanInput, calculateCommission } from 'sales-rules'
import { describe, expect, it } from 'vitest'
import { flatPlan, issuesOf } from '../flatPlan.js'

const appraisal = {
  id: 'appraisal',
  comparison: 'at-least' as const,
  required: '60',
  unit: 'points' as const,
}
const onTime = {
  id: 'on-time',
  comparison: 'at-least' as const,
  required: '0.95',
  unit: 'ratio' as const,
}
const trained = { id: 'trained', comparison: 'equals' as const, required: true }

type Facts = Readonly<Record<string, string | boolean>>

function statement(gate: NonNullable<CommissionPlanInput['gate']>, facts: Facts, sales = '1000') {
  return calculateCommission({ sales, target: '1000', facts }, flatPlan({ gate }))
}

describe('openGate', () => {
  const all = { conditions: { all: [appraisal, onTime] } }
  const any = { conditions: { any: [appraisal, onTime] } }
  const two = { conditions: { atLeast: 2, of: [appraisal, onTime, trained] } }

  it.each([
    ['all', all, { appraisal: '60', 'on-time': '0.95' }, '100.00'],
    ['all', all, { appraisal: '59.99', 'on-time': '0.95' }, '0.00'],
    ['all', all, { appraisal: '60', 'on-time': '0.9499' }, '0.00'],
    ['any', any, { appraisal: '60', 'on-time': '0' }, '100.00'],
    ['any', any, { appraisal: '0', 'on-time': '0.95' }, '100.00'],
    ['any', any, { appraisal: '0', 'on-time': '0' }, '0.00'],
    ['at least two', two, { appraisal: '60', 'on-time': '0', trained: true }, '100.00'],
    ['at least two', two, { appraisal: '60', 'on-time': '0', trained: false }, '0.00'],
  ] as const)(
    'a gate of several conditions (%s) %# pays what it should',
    (_, gate, facts, amount) => {
      expect(statement(gate, facts).amount).toBe(amount)
    },
  )

  it('a gate of several conditions says condition by condition what is missing, and what is forgone', () => {
    expect(statement(all, { appraisal: '55', 'on-time': '0.96' }).gate).toEqual({
      clause: 'COM-2',
      outcome: 'unmet',
      attainment: null,
      counts: 'all',
      remaining: null,
      forgone: '100.00',
      checks: [
        {
          id: 'appraisal',
          clause: null,
          outcome: 'unmet',
          comparison: 'at-least',
          actual: '55',
          required: '60',
          gap: '5',
        },
        {
          id: 'on-time',
          clause: null,
          outcome: 'met',
          comparison: 'at-least',
          actual: '0.96',
          required: '0.95',
          gap: null,
        },
      ],
    })
  })

  it('a gate of several conditions needs no target where it asks for no attainment', () => {
    const facts = { appraisal: '60', 'on-time': '1' }
    const plan = flatPlan({ gate: all })
    expect(calculateCommission({ sales: '1000', facts }, plan).amount).toBe('100.00')
  })

  it('a gate of several conditions is open only when the attainment is reached and the conditions are met', () => {
    const both = { attainment: '1', conditions: appraisal }
    expect(statement(both, { appraisal: '60' }, '1000').amount).toBe('100.00')
    expect(statement(both, { appraisal: '60' }, '999.99')).toMatchObject({
      amount: '0.00',
      gate: {
        outcome: 'unmet',
        remaining: '0.01',
        forgone: '100.00',
        checks: [{ outcome: 'met' }],
      },
    })
    expect(statement(both, { appraisal: '59' }, '1000')).toMatchObject({
      amount: '0.00',
      gate: { outcome: 'unmet', remaining: null, checks: [{ outcome: 'unmet', gap: '1' }] },
    })
  })

  it('a gate of several conditions counts only the sales above the target where the plan says so', () => {
    const above = { attainment: '1', counts: 'above-target' as const, conditions: appraisal }
    expect(statement(above, { appraisal: '60' }, '1500')).toMatchObject({
      amount: '50.00',
      base: '500.00',
    })
    expect(statement(above, { appraisal: '59' }, '1500')).toMatchObject({
      amount: '0.00',
      base: '0.00',
      gate: { forgone: '50.00' },
    })
  })

  it.each([
    ['without facts', undefined],
    ['without this one', {}],
  ])('a gate of several conditions %s is refused, not taken for met or unmet', (_, facts) => {
    const plan = flatPlan({ gate: { conditions: appraisal } })
    expect(issuesOf({ sales: '1', facts }, plan)).toMatchObject([
      {
        code: 'FACT_MISSING',
        severity: 'error',
        path: ['facts', 'appraisal'],
        params: { id: 'appraisal', reason: 'gate' },
      },
    ])
  })

  it('a gate of several conditions asks for each fact that is missing, and for no other', () => {
    const plan = flatPlan({ gate: two })
    expect(issuesOf({ sales: '1', facts: { trained: true } }, plan)).toEqual(
      ['appraisal', 'on-time'].map((id) => ({
        code: 'FACT_MISSING',
        severity: 'error',
        path: ['facts', id],
        params: { id, reason: 'gate' },
        message: `facts.${id}: is missing, and the gate depends on it. Give it, or drop the condition.`,
      })),
    )
  })

  it('a gate of several conditions does not ask for a fact that decides nothing', () => {
    expect(statement(any, { appraisal: '60' }).amount).toBe('100.00')
    expect(statement(all, { appraisal: '59' }).amount).toBe('0.00')
  })

  it('a gate of several conditions refuses a fact of the wrong kind', () => {
    const plan = flatPlan({ gate: { conditions: appraisal } })
    expect(issuesOf({ sales: '1', facts: { appraisal: true } }, plan)).toMatchObject([
      { severity: 'error', path: ['facts', 'appraisal'] },
    ])
  })
})

describe('openGate', () => {
  it.each([
    ['a gate: all count once it is open', { attainment: '1' }, '1500', '150.00'],
    ['a gate: nothing below it', { attainment: '1' }, '999.99', '0.00'],
    ['above the target', { attainment: '1', counts: 'above-target' }, '1500', '50.00'],
    [
      'above the target: nothing at it',
      { attainment: '1', counts: 'above-target' },
      '1000',
      '0.00',
    ],
    [
      'above the gate, on target: the same',
      { attainment: '1', counts: 'above-gate' },
      '1500',
      '50.00',
    ],
    ['no gate', undefined, '1500', '150.00'],
    ['no gate: from the first unit', undefined, '999.99', '100.00'],
  ] as const)('the three readings of COM-2 on 1,500 against 1,000 %s', (_, gate, sales, amount) => {
    const plan = flatPlan(gate === undefined ? {} : { gate })
    expect(calculateCommission({ sales, target: '1000' }, plan).amount).toBe(amount)
  })
})

describe('openGate', () => {
  // The target is 100; the gate opens at 80, or at 115.
  it.each([
    ['0.8', 'above-target', '79.99', 'unmet', '0.00'],
    ['0.8', 'above-target', '90', 'met', '0.00'],
    ['0.8', 'above-target', '100', 'met', '0.00'],
    ['0.8', 'above-target', '120', 'met', '20.00'],
    ['0.8', 'above-gate', '80', 'met', '0.00'],
    ['0.8', 'above-gate', '90', 'met', '10.00'],
    ['0.8', 'above-gate', '120', 'met', '40.00'],
    ['0.8', 'all', '90', 'met', '90.00'],
    ['1.15', 'above-target', '114.99', 'unmet', '0.00'],
    ['1.15', 'above-target', '115', 'met', '15.00'],
    ['1.15', 'above-target', '120', 'met', '20.00'],
    ['1.15', 'above-gate', '115', 'met', '0.00'],
    ['1.15', 'above-gate', '120', 'met', '5.00'],
  ] as const)(
    'a gate at %s that counts %s lets of sales of %s, where it is %s, count %s',
    (attainment, counts, sales, outcome, base) => {
      const plan = flatPlan({ gate: { attainment, counts } })
      const statement = calculateCommission({ sales, target: '100' }, plan)
      expect([statement.gate?.outcome, statement.base]).toEqual([outcome, base])
    },
  )
})
