import fc from 'fast-check'
import {
  attempt,
  type CommissionLinesInput,
  type CommissionPlanInput,
  defineCommissionPlan,
} from 'sales-rules'
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

/** What may have been known when the first lines were paid. */
const figuresOfThen = fc.constantFrom<Partial<CommissionLinesInput>>(
  {},
  {},
  { target: '40000' },
  { measure: '1' },
  { coefficientUplift: '0.01' },
)

describe('what lines are paid', () => {
  it('is their shares of the commission, whether they are paid at once or some were paid before', () => {
    let resumed = 0
    const law = ({ plan, input }: Working, until: number, then: Partial<CommissionLinesInput>) => {
      const exact = exactPlan(defineCommissionPlan(plan))
      const whole = attempt(() => compute(input, exact))
      const first = { ...input, ...then, lines: input.lines.slice(0, until) }
      const part = attempt(() => compute(first, exact))
      if (!whole.ok || !part.ok) return
      const shares = computeShares(whole.value, exact).map(({ sums }) => totalOf(sums))
      expect(payLines(whole.value, exact).units).toEqual(shares)
      const before = payLines(part.value, exact)
      const { units } = payLines(whole.value, exact, before)
      expect(units).toEqual(shares)
      if (before.walk !== null && before.lines.length > 0) resumed += 1
    }
    fc.assert(fc.property(workings(), fc.nat({ max: 6 }), figuresOfThen, law), { numRuns: 2000 })
    expect(resumed).toBeGreaterThan(100)
  })

  it('is looked at again where one multiplier of several has changed', () => {
    const values = { S: '2', A: '1' }
    const plan = exactPlan(
      defineCommissionPlan({
        currency: 'EUR',
        scale: { mode: 'marginal', tiers: [{ id: 'all', upTo: null, rate: '0.1' }] },
        multipliers: [
          { fact: 'grade', values },
          { fact: 'team', values },
        ],
      }),
    )
    const input = (lines: number, grade: string, team: string) => ({
      facts: { grade, team },
      lines: ['100', '300'].slice(0, lines).map((amount) => ({ id: amount, amount })),
    })
    const before = payLines(compute(input(1, 'A', 'A'), plan), plan)
    const paid = (grade: string, team: string) =>
      payLines(compute(input(2, grade, team), plan), plan, before).units
    expect([paid('A', 'A'), paid('A', 'S'), paid('S', 'A')]).toEqual([
      [1000n, 3000n],
      [2000n, 6000n],
      [2000n, 6000n],
    ])
  })

  it('is computed anew where a line earns on something else than it did', () => {
    const plan = exactPlan(
      defineCommissionPlan({
        currency: 'EUR',
        scale: { mode: 'marginal', tiers: [{ id: 'all', upTo: null, rate: '0.1' }] },
        factors: [{ id: 'half', when: { category: 'used' }, applies: 'earns', multiplier: '0.5' }],
      }),
    )
    const lines = (category: string) =>
      ['O-1', 'O-2'].map((id) => ({ id, amount: '100', category }))
    const before = payLines(compute({ lines: lines('used').slice(0, 1) }, plan), plan)
    expect(before.units).toEqual([500n])
    // It has counted 100 then as now, and earns on all of it.
    const whole = compute({ lines: lines('new') }, plan)
    expect(payLines(whole, plan, before).units).toEqual([1000n, 1000n])
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

  it.each<[string, Partial<CommissionPlanInput>, bigint[]]>([
    // 9; 1 + 10: 10% to 100, 20% above.
    [
      'a marginal accelerator',
      {
        accelerator: {
          mode: 'marginal',
          steps: [
            { id: 'to', upTo: '1', multiplier: '1' },
            { id: 'above', upTo: null, multiplier: '2' },
          ],
        },
      },
      [900n, 1100n],
    ],
    // 0; 5: nothing to 100, 10% above.
    [
      'a gate that counts above the target',
      { gate: { attainment: '1', counts: 'above-target' } },
      [0n, 500n],
    ],
    // 9; 1 + 10 again.
    [
      'tiers of the target',
      {
        scale: {
          mode: 'marginal',
          thresholds: 'attainment',
          tiers: [
            { id: 'first', upTo: '1', rate: '0.1' },
            { id: 'rest', upTo: null, rate: '0.2' },
          ],
        },
      },
      [900n, 1100n],
    ],
  ])('is computed anew under another target with %s', (_, change, expected) => {
    const tiers = [{ id: 'all', upTo: null, rate: '0.1' }]
    const plan = exactPlan(
      defineCommissionPlan({ currency: 'EUR', scale: { mode: 'marginal', tiers }, ...change }),
    )
    const lines = ['90', '60'].map((amount, index) => ({ id: `O-${index}`, amount }))
    const before = payLines(compute({ lines: lines.slice(0, 1), target: '20' }, plan), plan)
    const { units } = payLines(compute({ lines, target: '100' }, plan), plan, before)
    expect(units).toEqual(expected)
  })
})
