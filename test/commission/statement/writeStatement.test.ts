import { type CommissionPlanInput, calculateCommission } from 'sales-rules'
import { describe, expect, it } from 'vitest'
import { flatPlan } from '../flatPlan.js'

const award = { id: 'opening', for: 'first-order' as const, amount: '80' }
const first = { id: 'a', amount: '1000', cost: '400', firstOrder: true }

function statement(change: Partial<CommissionPlanInput>, lines: readonly object[] = [first]) {
  const input = { lines: lines as (typeof first)[], target: '2000' }
  return calculateCommission(input, flatPlan(change))
}

describe('writeStatement', () => {
  it.each<[string, Partial<CommissionPlanInput>, readonly string[]]>([
    ['a plan of rates', {}, ['COM-1']],
    ['a gate', { gate: { attainment: '1' } }, ['COM-1', 'COM-2']],
    [
      'new customers',
      { eligibility: { newCustomer: { firstOrderAtLeast: '1' } } },
      ['COM-1', 'APP-3'],
    ],
    ['a margin floor', { eligibility: { marginFloor: '0.2' } }, ['COM-1', 'APP-5']],
    ['an award that has none', { awards: [award] }, ['COM-1']],
    ['an award that has one', { awards: [{ ...award, clause: 'COM-7' }] }, ['COM-1', 'COM-7']],
    [
      'two awards of the same',
      {
        awards: [
          { ...award, clause: 'COM-7' },
          { ...award, id: 'second', clause: 'COM-7' },
        ],
      },
      ['COM-1', 'COM-7'],
    ],
  ])('the clauses of a statement with %s', (_, change, clauses) => {
    expect(statement(change).clauses).toEqual(clauses)
  })

  it('the clauses of a statement leave out that of an award while no one knows whether the order is a first one', () => {
    const { firstOrder: _, ...unknown } = first
    const { clauses, awards } = statement({ awards: [{ ...award, clause: 'COM-7' }] }, [unknown])
    expect(clauses).toEqual(['COM-1'])
    expect(awards).toEqual([
      { award: 'opening', line: 'a', outcome: 'unknown', amount: '80.00', clause: 'COM-7' },
    ])
  })
})

describe('writeStatement', () => {
  it('what a shut gate withholds is what an open one would have paid more: no award that is paid in any case', () => {
    const gate = { attainment: '1' }
    const paid = statement({ gate, awards: [award] })
    expect([paid.amount, paid.gate?.forgone]).toEqual(['80.00', '100.00'])
    const held = statement({ gate, awards: [{ ...award, whileGateShut: 'forgone' }] })
    expect([held.amount, held.gate?.forgone]).toEqual(['0.00', '180.00'])
  })
})

describe('writeStatement', () => {
  it.each([
    ['share', 'COM-7', 'COM-7'],
    ['do not share', 'COM-8', null],
  ])('the awards of a statement have the clause that they %s', (_, second, clause) => {
    const awards = [
      { ...award, clause: 'COM-7' },
      { ...award, id: 'second', amount: '20', clause: second },
    ]
    expect(statement({ awards }).adjustments).toEqual([{ kind: 'award', amount: '100.00', clause }])
  })
})
