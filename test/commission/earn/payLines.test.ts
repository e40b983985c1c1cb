import fc from 'fast-check'
import { attempt, type CommissionLinesInput, defineCommissionPlan } from 'sales-rules'
import { describe, expect, it } from 'vitest'
import { computeCommission } from '../../../src/commission/earn/computeCommission.js'
import { computeShares } from '../../../src/commission/earn/computeShares.js'
import { payLines } from '../../../src/commission/earn/payLines.js'
import { totalOf } from '../../../src/commission/earn/sumUp.js'
import { readInput } from '../../../src/commission/lines/readInput.js'
import { type ExactPlan, exactPlan } from '../../../src/commission/plan/exactPlan.js'
import { type Working, workings } from '../../arbitraries.rooms.js'

function compute(input: CommissionLinesInput, plan: ExactPlan) {
  const { facts, sales } = readInput(input, plan)
  return computeCommission(sales, facts, plan)
}

describe('what lines are paid', () => {
  it('is their shares of the commission, whether they are paid at once or some were paid before', () => {
    let resumed = 0
    const law = ({ plan, input }: Working, until: number) => {
      const exact = exactPlan(defineCommissionPlan(plan))
      const whole = attempt(() => compute(input, exact))
      const part = attempt(() => compute({ ...input, lines: input.lines.slice(0, until) }, exact))
      if (!whole.ok || !part.ok) return
      const shares = computeShares(whole.value, exact).map(({ sums }) => totalOf(sums))
      expect(payLines(whole.value, exact).units).toEqual(shares)
      const before = payLines(part.value, exact)
      const { units } = payLines(whole.value, exact, before)
      expect(units).toEqual(shares)
      if (before.walk !== null && before.lines.length > 0) resumed += 1
    }
    fc.assert(fc.property(workings(), fc.nat({ max: 6 }), law), { numRuns: 2000 })
    expect(resumed).toBeGreaterThan(100)
  })

  it('is asked twice of the same lines before, with the same answer', () => {
    const plan = exactPlan(
      defineCommissionPlan({
        currency: 'EUR',
        scale: {
          mode: 'marginal',
          tiers: [
            { id: 'first', upTo: '100', rate: '0.1' },
            { id: 'rest', upTo: null, rate: '0.2' },
          ],
        },
      }),
    )
    const lines = ['80', '40', '30'].map((amount, index) => ({ id: `O-${index}`, amount }))
    const before = payLines(compute({ lines: lines.slice(0, 1) }, plan), plan)
    const whole = compute({ lines }, plan)
    // 8; 2 + 4; 6
    const expected = [800n, 600n, 600n]
    expect(payLines(whole, plan, before).units).toEqual(expected)
    expect(payLines(whole, plan, before).units).toEqual(expected)
  })
})
