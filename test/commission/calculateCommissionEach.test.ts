import {
  attempt,
  type CommissionInput,
  calculateCommission,
  calculateCommissionEach,
  type DefinedCommissionPlan,
  handbook,
} from 'sales-rules'
import { describe, expect, it } from 'vitest'

const plan = handbook.commission

describe('statements of many', () => {
  it('are those of each, in order, and a bad input is named and stops nothing', () => {
    const inputs = [
      { payee: 'Ann', sales: '1500000', target: '1200000' },
      { payee: 'Ben', sales: 'many', target: '1' },
      { payee: 'Cem', lines: [{ id: 'O-1', amount: 5 }], target: '1' },
      null as unknown as CommissionInput,
    ]
    const expected = inputs.map((input, index) => ({
      index,
      ...attempt(() => calculateCommission(input, plan)),
    }))
    expect([...calculateCommissionEach(inputs, plan)]).toEqual(expected)
    expect(expected.map(({ ok }) => ok)).toEqual([true, false, true, false])
  })

  it('are made one at a time', () => {
    let read = 0
    function* inputs() {
      for (; ; read += 1) yield { sales: read, target: 1 }
    }
    const [first, second] = [calculateCommissionEach(inputs(), plan)].flatMap((each) => [
      each.next().value,
      each.next().value,
    ])
    expect([first?.index, second?.index, read]).toEqual([0, 1, 1])
  })

  it('refuse a plan that was not defined before any input is read', () => {
    const call = () => calculateCommissionEach([], {} as DefinedCommissionPlan)
    expect(attempt(call).ok).toBe(false)
  })
})
