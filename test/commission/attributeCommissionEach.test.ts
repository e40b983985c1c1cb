import {
  attempt,
  attributeCommission,
  attributeCommissionEach,
  type CommissionLinesInput,
  type DefinedCommissionPlan,
  handbook,
} from 'sales-rules'
import { describe, expect, it } from 'vitest'

const plan = handbook.commission

describe('the shares of many', () => {
  it('are those of each, in order, and a bad input is named and stops nothing', () => {
    const inputs = [
      { payee: 'Ann', lines: [{ id: 'O-1', amount: 900_000 }], target: 1 },
      { payee: 'Ben', sales: '1', target: 1 },
      { payee: 'Cem', lines: [{ id: 'O-1', amount: '5' }], target: '1' },
    ] as unknown as readonly CommissionLinesInput[]
    const expected = inputs.map((input, index) => ({
      index,
      ...attempt(() => attributeCommission(input, plan)),
    }))
    expect([...attributeCommissionEach(inputs, plan)]).toEqual(expected)
    expect(expected.map(({ ok }) => ok)).toEqual([true, false, true])
  })

  it('refuse a plan that was not defined before any input is read', () => {
    const call = () => attributeCommissionEach([], {} as DefinedCommissionPlan)
    expect(attempt(call).ok).toBe(false)
  })
})
