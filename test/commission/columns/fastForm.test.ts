import { type CommissionPlan, defineCommissionPlan, handbook } from 'sales-rules'
import { describe, expect, it } from 'vitest'
import { fastForm } from '../../../src/commission/columns/fastForm.js'

const { commission } = handbook

describe('the fast form of a plan', () => {
  it('is compiled where all that it says depends on the total alone', () => {
    expect(fastForm(commission)).toBe('compiled')
    expect(
      fastForm({ ...commission, cap: { amount: '1' }, coefficient: { applies: 'multiply' } }),
    ).toBe('compiled')
  })

  it('is the rule by the total where another figure chooses the tier', () => {
    const scale = { ...commission.scale, mode: 'whole-amount', measure: 'separate' } as const
    expect(fastForm(defineCommissionPlan({ ...commission, scale }))).toBe('by-total')
  })

  it('is the rule by the lines where each line is rounded', () => {
    const rounding = { ...commission.rounding, at: 'line' } as const
    expect(fastForm({ ...commission, rounding })).toBe('by-lines')
  })

  const [first, ...others] = commission.scale.tiers
  it.each<[string, object]>([
    ['of the plan', { bonus: { amount: '1' } }],
    ['of the gate', { gate: { ...commission.gate, grace: '0.05' } }],
    ['of the coefficient', { coefficient: { applies: 'add-to-rate', from: '2026-01' } }],
    ['of the cap', { cap: { amount: '1', per: 'line' } }],
    ['of the rounding', { rounding: { ...commission.rounding, step: '0.05' } }],
    ['of the scale', { scale: { ...commission.scale, offset: '1' } }],
    [
      'of a tier',
      { scale: { ...commission.scale, tiers: [{ ...first, product: 'A' }, ...others] } },
    ],
  ])('is the rule by the lines for a field %s that it does not know', (_, field) => {
    expect(fastForm({ ...commission, ...field } as CommissionPlan)).toBe('by-lines')
  })

  it.each<[string, object]>([
    ['gate', { gate: { attainment: '1', counts: 'half' } }],
    ['coefficient', { coefficient: { applies: 'square' } }],
    ['scale', { scale: { ...commission.scale, mode: 'regressive' } }],
    ['sign', { scale: { ...commission.scale, negative: 'double' } }],
    ['attribution', { attribution: 'by-margin' }],
  ])('is the rule by the lines for a choice that it does not know: %s', (_, field) => {
    expect(fastForm({ ...commission, ...field } as unknown as CommissionPlan)).toBe('by-lines')
  })
})
