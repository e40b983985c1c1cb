import {
  attempt,
  type CommissionFacts,
  type CommissionPlanInput,
  salesForCommission,
} from 'sales-rules'
import { describe, expect, it } from 'vitest'
import { flatPlan } from '../flatPlan.js'

const steps = [
  { id: 'below', upTo: '1', multiplier: '0.5' },
  { id: 'on-target', upTo: '1.2', multiplier: '1' },
  { id: 'above', upTo: null, multiplier: '2' },
]
const scale = {
  mode: 'marginal' as const,
  tiers: [
    { id: 'first', upTo: '1000', rate: '0.1' },
    { id: 'rest', upTo: null, rate: '0.3' },
  ],
}
const slow = { fact: 'on-time', steps: [{ id: 'always', upTo: null, multiplier: '0.9' }] }
const aboveTarget = { attainment: '1', counts: 'above-target' as const }

type Change = Partial<CommissionPlanInput>

describe('payoutCurve', () => {
  it.each<[string, string, string, Change, CommissionFacts]>([
    [
      'whole accelerator, on its way',
      '49',
      '980.00',
      { accelerator: { mode: 'whole-amount', steps } },
      {},
    ],
    [
      'whole accelerator, by its jump',
      '60',
      '1000.00',
      { accelerator: { mode: 'whole-amount', steps } },
      {},
    ],
    ['marginal accelerator', '60', '1100.00', { accelerator: { steps } }, {}],
    ['marginal accelerator, doubled', '130', '1500.00', { accelerator: { steps } }, {}],
    [
      'accelerator above target',
      '20',
      '1200.00',
      { accelerator: { steps }, gate: aboveTarget },
      {},
    ],
    [
      'accelerator above target, doubled',
      '80',
      '1500.00',
      { accelerator: { steps }, gate: aboveTarget },
      {},
    ],
    ['process', '90', '1000.00', { kpiMultiplier: slow }, { facts: { 'on-time': '1' } }],
    ['cap on the base', '160', '1200.00', { scale, cap: { base: '1200' } }, {}],
    // 15% of 1,333.33 is a hundredth of a cent short.
    ['cap on the rate', '200', '1333.34', { scale, cap: { rate: '0.15' } }, {}],
    ['cap on the amount', '130', '1100.00', { scale, cap: { amount: '130' } }, {}],
    [
      'cap on the year',
      '30',
      '300.00',
      { cap: { year: '500' } },
      { yearToDate: { earned: '470' } },
    ],
  ])(
    'the smallest sales that earn an amount, with a %s: for %s it is %s',
    (_, amount, sales, change, facts) => {
      const found = salesForCommission(amount, flatPlan(change), { target: '1000', ...facts })
      expect(found.sales).toBe(sales)
    },
  )

  it.each<[string, string, string, Change, CommissionFacts]>([
    ['cap on the base', '160.01', '160.00', { scale, cap: { base: '1200' } }, {}],
    ['cap on the amount', '130.01', '130.00', { scale, cap: { amount: '130' } }, {}],
    [
      'cap on the year',
      '30.01',
      '30.00',
      { cap: { year: '500' } },
      { yearToDate: { earned: '470' } },
    ],
  ])(
    'the smallest sales that earn an amount, with a %s: no sales earn %s, for the highest is %s',
    (_, amount, highest, change, facts) => {
      const found = attempt(() => salesForCommission(amount, flatPlan(change), facts))
      expect(found.ok ? [] : found.issues).toMatchObject([
        { code: 'COMMISSION_UNREACHABLE', params: { amount, highest, reason: 'cap' } },
      ])
    },
  )
})
