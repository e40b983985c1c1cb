import { defineCommissionPlan } from 'sales-rules'
import { describe, expect, it } from 'vitest'
import { numbersOf } from '../../../src/policy/internal.js'

describe('the numbers of a policy', () => {
  it('are where an edit finds them; names that look like one are none', () => {
    const plan = defineCommissionPlan({
      id: '2026',
      version: '7',
      currency: 'EUR',
      scale: {
        mode: 'marginal',
        tiers: [
          { id: '1', upTo: '1000', rate: '1/3' },
          { id: '2', upTo: null, rate: '0.05' },
        ],
      },
      coefficient: { applies: 'multiply' },
    })
    expect(numbersOf(plan).map(({ path, value }) => [path, value])).toEqual([
      ['scale.tiers.1.upTo', '1000'],
      ['scale.tiers.1.rate', '1/3'],
      ['scale.tiers.2.rate', '0.05'],
      ['rounding.decimals', 2],
    ])
  })
})
