import { type CommissionPlanInput, defineCommissionPlan } from 'sales-rules'
import { describe, expect, it } from 'vitest'
import { computeTerms } from '../../../src/commission/earn/computeTerms.js'
import { earn } from '../../../src/commission/earn/earn.js'
import { type ByLine, type Sums, sumUp, totalOf } from '../../../src/commission/earn/sumUp.js'
import { readInput } from '../../../src/commission/lines/readInput.js'
import { exactPlan } from '../../../src/commission/plan/exactPlan.js'
import { ZERO } from '../../../src/kernel/number/fraction.js'

function planWith(change: Partial<CommissionPlanInput> = {}) {
  const tiers = [
    { id: 'first', upTo: '100', rate: '0.01' },
    { id: 'rest', upTo: null, rate: '0.02' },
  ]
  return exactPlan(
    defineCommissionPlan({
      currency: 'EUR',
      scale: { mode: 'marginal', tiers },
      coefficient: { applies: 'multiply' },
      ...change,
    }),
  )
}

type Plan = ReturnType<typeof planWith>

const unitsOf = (sums: Sums) => sums.map(({ kind, units }) => [kind, units])

describe('sumUp', () => {
  const of = (plan: Plan, byLine: bigint | null) => {
    const { facts, sales } = readInput({ sales: '150.5', coefficientUplift: '0.1' }, plan)
    const terms = computeTerms(sales.credited, facts, plan)
    const lines: ByLine | null = byLine === null ? null : { capped: ZERO, rounded: byLine }
    const earnings = earn(sales.bases, terms, plan)
    return sumUp({ earnings, byLine: lines, awards: ZERO }, terms, plan)
  }

  it('the steps of a commission are in units of the rounding: the slices, then with the coefficient', () => {
    expect(unitsOf(of(planWith(), null))).toEqual([
      ['slices', 201n],
      ['coefficient', 221n],
    ])
    expect(unitsOf(of(planWith({ rounding: { decimals: 1, mode: 'up' } }), null))).toEqual([
      ['slices', 21n],
      ['coefficient', 23n],
    ])
  })

  it('the steps of a commission take the sum of the lines where each was rounded, and the cap last', () => {
    const byLine = { at: 'line' as const }
    expect(unitsOf(of(planWith({ rounding: byLine }), 223n))).toEqual([
      ['slices', 201n],
      ['coefficient', 221n],
      ['line-rounding', 223n],
    ])
    const capped = planWith({ rounding: byLine, cap: { amount: '2.22' } })
    expect(totalOf(of(capped, 223n))).toBe(222n)
    expect(totalOf(of(capped, 222n))).toBe(222n)
    expect(totalOf(of(capped, 221n))).toBe(221n)
  })

  it('the steps of a commission leave a loss as it is, whatever the cap', () => {
    const plan = planWith({ rounding: { at: 'line' }, cap: { amount: '1' } })
    expect(totalOf(of(plan, -500n))).toBe(-500n)
  })

  it('the steps of a commission of nothing are nothing', () => {
    expect(totalOf([])).toBe(0n)
  })
})
