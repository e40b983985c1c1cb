import { type CommissionPlan, defineCommissionPlan, handbook } from 'sales-rules'
import { describe, expect, it } from 'vitest'
import { fastForm, fieldByLines } from '../../../src/batch/commission/fastForm.js'

const { commission } = handbook

describe('the fast form of a plan', () => {
  it('is compiled where all that it says depends on the total alone', () => {
    expect([fastForm(commission), fieldByLines(commission)]).toEqual(['compiled', null])
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
    ['bonus', { bonus: { amount: '1' } }],
    ['gate.grace', { gate: { ...commission.gate, grace: '0.05' } }],
    ['coefficient.from', { coefficient: { applies: 'add-to-rate', from: '2026-01' } }],
    ['cap.per', { cap: { amount: '1', per: 'line' } }],
    ['rounding.step', { rounding: { ...commission.rounding, step: '0.05' } }],
    ['scale.offset', { scale: { ...commission.scale, offset: '1' } }],
    [
      'scale.tiers[0].product',
      { scale: { ...commission.scale, tiers: [{ ...first, product: 'A' }, ...others] } },
    ],
  ])(
    'is the rule by the lines for a field that it does not know, and names it: %s',
    (path, field) => {
      const plan = { ...commission, ...field } as CommissionPlan
      expect([fastForm(plan), fieldByLines(plan)]).toEqual(['by-lines', path])
    },
  )

  it.each<[string, object]>([
    ['gate.counts', { gate: { attainment: '1', counts: 'half' } }],
    ['coefficient.applies', { coefficient: { applies: 'square' } }],
    ['scale.mode', { scale: { ...commission.scale, mode: 'regressive' } }],
    ['scale.negative', { scale: { ...commission.scale, negative: 'double' } }],
    ['attribution', { attribution: 'by-margin' }],
  ])(
    'is the rule by the lines for a choice that it does not know, and names it: %s',
    (path, field) => {
      const plan = { ...commission, ...field } as unknown as CommissionPlan
      expect([fastForm(plan), fieldByLines(plan)]).toEqual(['by-lines', path])
    },
  )
})
