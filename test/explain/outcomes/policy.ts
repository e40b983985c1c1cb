/** An example of each outcome of the room, with as much in it as a case of everyday has. */
import {
  applyEdits,
  checkExamples,
  defineCommissionPlan,
  definePolicy,
  diffPolicies,
  handbook,
  lintPolicy,
  withValue,
} from 'sales-rules'

const { commission } = handbook

export const document = definePolicy({
  versions: [
    {
      version: '2026',
      effectiveFrom: '2026-01-01',
      commission,
      examples: [
        {
          id: 'on-target',
          rule: 'calculateCommission',
          input: { sales: '1500000', target: '1500000' },
          expect: { amount: '50000.00' },
        },
      ],
    },
  ],
})

export const edited = applyEdits(commission, [
  { path: 'scale.tiers.second.rate', set: '0.045' },
  { path: 'scale.tiers.first.upTo', set: '900000' },
  { path: 'scale.tiers', insert: { id: 'middle', upTo: '3000000', rate: '0.048' }, before: 'top' },
  { path: 'awards', remove: true },
  { path: 'gate.counts', set: 'above-target' },
  { path: 'cap', set: { amount: '500000' } },
])

const falling = defineCommissionPlan({
  currency: 'CNY',
  scale: {
    mode: 'whole-amount',
    tiers: [
      { id: 'a', upTo: '100', rate: '0.2' },
      { id: 'b', upTo: null, rate: '0.1' },
    ],
  },
})

export const policyOutcomes = {
  checkExamples: () =>
    checkExamples(withValue(document, 'commission.scale.tiers.second.rate', '0.045')),
  diffPolicies: () => diffPolicies(commission, edited),
  lintPolicy: () => lintPolicy(falling),
}
