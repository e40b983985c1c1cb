import { type CommissionPlanInput, defineCommissionPlan, handbook } from 'sales-rules'
import { describe, expect, it } from 'vitest'
import { type FastForm, fastForm, fieldOfLines } from '../../../src/batch/commission/fastForm.js'
import { exactPlan } from '../../../src/commission/internal.js'

const { commission } = handbook
const { scale } = commission
const planOf = (part: Partial<CommissionPlanInput>) =>
  exactPlan(defineCommissionPlan({ ...commission, ...part }))

describe('the fast form of a plan', () => {
  const steps = [{ id: 'all', upTo: null, multiplier: '1' }]
  const accelerator = { boundary: 'upper-tier', steps } as const
  it.each<[string, Partial<CommissionPlanInput>, FastForm]>([
    ['the handbook', {}, 'compiled'],
    ['a most', { cap: { amount: '1' } }, 'compiled'],
    ['a coefficient that multiplies', { coefficient: { applies: 'multiply' } }, 'compiled'],
    ['exchange rates', { exchange: { on: 'order-date' } }, 'compiled'],
    ['new customers', { eligibility: { newCustomer: { firstOrderAtLeast: '1' } } }, 'compiled'],
    [
      'another figure that chooses the tier',
      { scale: { ...scale, mode: 'whole-amount', measure: 'separate' } },
      'by-total',
    ],
    ['a marginal accelerator', { accelerator: { ...accelerator, mode: 'marginal' } }, 'by-total'],
    [
      'an accelerator of all',
      { accelerator: { ...accelerator, mode: 'whole-amount' } },
      'by-total',
    ],
    [
      'a KPI multiplier',
      { kpiMultiplier: { fact: 'on-time', boundary: 'upper-tier', steps } },
      'by-total',
    ],
    [
      'a condition of its gate',
      { gate: { conditions: { id: 'visits', comparison: 'equals', required: true } } },
      'by-total',
    ],
    ['a most of the base', { cap: { base: '1' } }, 'by-total'],
    ['a most of the rate', { cap: { rate: '0.04' } }, 'by-total'],
    ['a most of the year', { cap: { year: '1' } }, 'by-total'],
    ['ratios of what is earned on target', ofIncentive(), 'by-total'],
    ['lines that are rounded', { rounding: { at: 'line' } }, 'by-lines'],
    ['a most of each line', { cap: { line: '1' } }, 'by-lines'],
  ])('follows from what it looks at: %s', (_, part, form) => {
    const plan = planOf(part)
    expect(fastForm(plan)).toBe(form)
    expect(fieldOfLines(plan) === null).toBe(form !== 'by-lines')
  })

  function ofIncentive(): Partial<CommissionPlanInput> {
    const tiers = [{ id: 'all', upTo: '1', amount: '1' }]
    const ofTarget = {
      mode: 'interpolated',
      thresholds: 'attainment',
      beyond: 'stop',
      tiers,
    } as const
    return { scale: ofTarget, payout: 'of-target-incentive' }
  }
})
