// A plan that looks fair and is not: it pays all sales at the rate of the tier that they reach, and the second rate is lower.
import { defineCommissionPlan, withValue } from 'sales-rules'

/** 5% of all sales up to 1,000,000; from there on 4% of all of them, as the company fears large orders at a discount. */
export const plan = defineCommissionPlan({
  id: 'acme-commission',
  version: '2026',
  currency: 'CNY',
  scale: {
    mode: 'whole-amount',
    tiers: [
      { id: 'first', upTo: '1000000', rate: '0.05' },
      { id: 'second', upTo: null, rate: '0.04' },
    ],
  },
})

/** The same rates, each for the sales in its own tier. */
export const mended = withValue(plan, 'scale.mode', 'marginal')
