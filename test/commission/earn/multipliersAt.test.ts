import { type CommissionPlanInput, calculateCommission, restateCommission } from 'sales-rules'
import { describe, expect, it } from 'vitest'
import { conflictsOf, flatPlan, issuesOf } from '../flatPlan.js'

const grade = { fact: 'grade', values: { S: '1.2', A: '1', C: '0.8' } }
const attendance = {
  fact: 'attendance',
  steps: [
    { id: 'absent', upTo: '0.9', multiplier: '0.5' },
    { id: 'present', upTo: null, multiplier: '1' },
  ],
}
const plan = flatPlan({ multipliers: [grade, attendance] })

function statement(facts: Record<string, string>, by = plan) {
  return calculateCommission({ sales: '1000', facts }, by)
}

describe('multipliers', () => {
  it.each([
    ['S', '1', '120.00'],
    ['S', '0.85', '60.00'],
    ['C', '0.9', '80.00'],
    ['C', '0.8999', '40.00'],
  ])('of a grade of %s and an attendance of %s pay %s on 100', (word, rate, amount) => {
    expect(statement({ grade: word, attendance: rate }).amount).toBe(amount)
  })

  it('are on the statement one by one, with what each adds', () => {
    const { adjustments, multipliers, clauses, kpiMultiplier } = statement({
      grade: 'S',
      attendance: '0.5',
    })
    expect(multipliers).toEqual([
      { fact: 'grade', step: 'S', multiplier: '1.2' },
      { fact: 'attendance', step: 'absent', multiplier: '0.5' },
    ])
    expect(adjustments).toEqual([
      { kind: 'multiplier', amount: '20.00', clause: null },
      { kind: 'multiplier', amount: '-60.00', clause: null },
    ])
    expect(clauses).toEqual(['COM-1'])
    expect(kpiMultiplier).toBeUndefined()
  })

  it('come after the KPI multiplier', () => {
    const kpiMultiplier = {
      fact: 'prompt',
      steps: [{ id: 'all', upTo: null, multiplier: '1.1' }],
    }
    const both = statement(
      { grade: 'S', prompt: '1' },
      flatPlan({ kpiMultiplier, multipliers: [grade] }),
    )
    expect(both.amount).toBe('132.00')
    expect(both.adjustments.map(({ kind, clause }) => [kind, clause])).toEqual([
      ['kpi-multiplier', 'COM-6'],
      ['multiplier', null],
    ])
    expect(both.multipliers).toEqual([{ fact: 'grade', step: 'S', multiplier: '1.2' }])
    expect(both.kpiMultiplier).toEqual({ fact: 'prompt', step: 'all', multiplier: '1.1' })
  })

  it('are one after the other, whatever their order', () => {
    const facts = { grade: 'C', attendance: '0.5' }
    const turned = flatPlan({ multipliers: [attendance, grade] })
    expect(statement(facts, turned).amount).toBe(statement(facts).amount)
  })

  it.each([
    [
      { attendance: '1' },
      'FACT_MISSING',
      'grade',
      'is missing, and the plan multiplies the commission by it. Give it.',
    ],
    [
      { grade: 'B', attendance: '1' },
      'VALUE_NOT_ALLOWED',
      'grade',
      'got "B", expected one of "S", "A", "C".',
    ],
    [
      { grade: 'toString', attendance: '1' },
      'VALUE_NOT_ALLOWED',
      'grade',
      'got "toString", expected one of "S", "A", "C".',
    ],
    [
      { grade: 's', attendance: '1' },
      'VALUE_NOT_ALLOWED',
      'grade',
      'got "s", expected one of "S", "A", "C". Did you mean "S"?',
    ],
    [
      { grade: true, attendance: '1' },
      'VALUE_NOT_ALLOWED',
      'grade',
      'got true, expected one of "S", "A", "C".',
    ],
    [
      { grade: 'S', attendance: 95 },
      'NUMBER_LOOKS_LIKE_PERCENT',
      'attendance',
      'got 95, expected a ratio, where 1 is 100%. Did you mean 0.95?',
    ],
  ])('refuse %j', (facts, code, fact, text) => {
    expect(issuesOf({ sales: '1000', facts }, plan)).toMatchObject([
      { code, path: ['facts', fact], message: `facts.${fact}: ${text}` },
    ])
  })

  it.each<[string, CommissionPlanInput['multipliers'], string, (string | number)[]]>([
    ['one fact twice', [grade, grade], 'ID_DUPLICATE', ['multipliers', 1, 'fact']],
    ['no word', [{ fact: 'grade', values: {} }], 'POLICY_CONFLICT', ['multipliers', 0, 'values']],
    [
      'a percentage',
      [{ fact: 'grade', values: { S: 120 } }],
      'NUMBER_LOOKS_LIKE_PERCENT',
      ['multipliers', 0, 'values', 'S'],
    ],
    [
      'less than nothing',
      [{ fact: 'grade', values: { S: '-1' } }],
      'NUMBER_OUT_OF_RANGE',
      ['multipliers', 0, 'values', 'S'],
    ],
    ['no list', [], 'VALUE_INVALID', ['multipliers']],
    [
      'an end that is missing',
      [{ fact: 'x', steps: [{ id: 'a', upTo: '1', multiplier: '1' }] }],
      'SCALE_END',
      ['multipliers', 0, 'steps', 0, 'upTo'],
    ],
  ])('are refused with %s', (_, multipliers, code, path) => {
    expect(conflictsOf({ ...(multipliers && { multipliers }) })).toMatchObject([{ code, path }])
  })

  it('are a fact that the KPI multiplier has not', () => {
    const kpiMultiplier = { fact: 'grade', steps: [{ id: 'all', upTo: null, multiplier: '1' }] }
    expect(conflictsOf({ kpiMultiplier, multipliers: [grade] })).toMatchObject([
      { code: 'ID_DUPLICATE', path: ['multipliers', 0, 'fact'] },
    ])
  })

  it('are what differs where a grade was wrong', () => {
    const input = { payee: 'Li', period: '2026-03', sales: '1000' }
    const paid = calculateCommission({ ...input, facts: { grade: 'A', attendance: '1' } }, plan)
    const now = { ...input, facts: { grade: 'S', attendance: '1' } }
    const { corrections } = restateCommission({ paid: [paid], now: [now] }, plan)
    expect(corrections).toMatchObject([
      { amount: '20.00', reasons: [{ field: 'multiplier', was: 'A, present', is: 'S, present' }] },
    ])
  })
})

describe('a multiplier by a ratio of 10 or more', () => {
  const steps = [
    { id: 'low', upTo: '0.8', multiplier: '0' },
    { id: 'reached', upTo: null, multiplier: '2' },
  ]
  const byMeetings = flatPlan({ multipliers: [{ fact: 'meetings', steps }] })

  it.each([
    [{ actual: '200', target: '10' }, '200.00'],
    [{ actual: '7', target: '10' }, '0.00'],
    ['0.8', '200.00'],
  ] as const)('takes it as what it is made of: %j', (meetings, amount) => {
    const input = { sales: '1000', facts: { meetings } }
    expect(calculateCommission(input, byMeetings).amount).toBe(amount)
  })

  it.each([
    ['20', 'NUMBER_LOOKS_LIKE_PERCENT', ['facts', 'meetings']],
    [{ actual: '200', target: '0' }, 'NUMBER_OUT_OF_RANGE', ['facts', 'meetings', 'target']],
    [{ actual: '200' }, 'VALUE_MISSING', ['facts', 'meetings', 'target']],
  ] as const)('refuses %j', (meetings, code, path) => {
    expect(issuesOf({ sales: '1000', facts: { meetings } }, byMeetings)).toMatchObject([
      { code, path },
    ])
  })
})
