import { type CommissionPlanInput, defineCommissionPlan } from 'sales-rules'
import { describe, expect, it } from 'vitest'
import { computeTerms } from '../../../src/commission/earn/computeTerms.js'
import { earn, lastOf } from '../../../src/commission/earn/earn.js'
import { type ByLine, type Sums, sumUp, totalOf } from '../../../src/commission/earn/sumUp.js'
import { sumByLine, walkLines } from '../../../src/commission/earn/walkLines.js'
import { readInput } from '../../../src/commission/lines/readInput.js'
import { exactPlan } from '../../../src/commission/plan/exactPlan.js'
import { known, writeDecimal } from '../../../src/kernel/number/decimal.js'
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

function readLines(plan: Plan, amounts: readonly string[], facts = {}) {
  const lines = amounts.map((amount, index) => ({ id: `O-${index}`, amount }))
  const { facts: known, sales } = readInput({ lines, ...facts }, plan)
  return { read: sales, terms: computeTerms(sales.credited, known, plan) }
}

const unitsOf = (sums: Sums) => sums.map(({ kind, units }) => [kind, units])

describe('the steps of a commission', () => {
  const of = (plan: Plan, byLine: bigint | null) => {
    const { facts, sales } = readInput({ sales: '150.5', coefficientUplift: '0.1' }, plan)
    const terms = computeTerms(sales.credited, facts, plan)
    const lines: ByLine | null = byLine === null ? null : { capped: ZERO, rounded: byLine }
    const earnings = earn(sales.bases, terms, plan)
    return sumUp({ earnings, byLine: lines, awards: ZERO }, terms, plan)
  }

  it('are in units of the rounding: the slices, then with the coefficient', () => {
    expect(unitsOf(of(planWith(), null))).toEqual([
      ['slices', 201n],
      ['coefficient', 221n],
    ])
    expect(unitsOf(of(planWith({ rounding: { decimals: 1, mode: 'up' } }), null))).toEqual([
      ['slices', 21n],
      ['coefficient', 23n],
    ])
  })

  it('take the sum of the lines where each was rounded, and the cap last', () => {
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

  it('leave a loss as it is, whatever the cap', () => {
    const plan = planWith({ rounding: { at: 'line' }, cap: { amount: '1' } })
    expect(totalOf(of(plan, -500n))).toBe(-500n)
  })

  it('of nothing are nothing', () => {
    expect(totalOf([])).toBe(0n)
  })
})

describe('the walk along the lines', () => {
  const walk = (plan: Plan, ...amounts: readonly string[]) => {
    const { read, terms } = readLines(plan, amounts)
    return [...walkLines(read.lines ?? [], terms, plan)].map(({ earnings, byLine }) => [
      writeDecimal(earnings.base),
      writeDecimal(lastOf(earnings)),
      byLine?.rounded ?? null,
    ])
  }

  it('knows after each line what all up to it earn', () => {
    expect(walk(planWith(), '80.5', '50', '-30')).toEqual([
      ['80.5', '0.805', null],
      ['130.5', '1.61', null],
      ['100.5', '1.01', null],
    ])
  })

  it('rounds what each line adds, where the plan rounds by line', () => {
    const byLine = planWith({ rounding: { at: 'line' } })
    // 0.805, then 0.805, then −0.60: 0.81 + 0.81 − 0.60
    expect(walk(byLine, '80.5', '50', '-30').map(([, , units]) => units)).toEqual([81n, 162n, 102n])
  })

  it('caps what each line adds, and what a refund takes back', () => {
    const plan = planWith({ cap: { line: '0.5' } })
    const { read, terms } = readLines(plan, ['80.5', '20', '-100'])
    const capped = [...walkLines(read.lines ?? [], terms, plan)].map(({ byLine }) =>
      writeDecimal(byLine?.capped ?? known(9)),
    )
    // 0.805 is capped at 0.5; 0.195 + 0.01 counts; −1.005 is capped at −0.5.
    expect(capped).toEqual(['0.5', '0.705', '0.205'])
  })

  it('counts by the gate: nothing until the target is passed', () => {
    const above = planWith({ gate: { attainment: 1, counts: 'above-target' } })
    const { read, terms } = readLines(above, ['80', '50'], { target: '100' })
    const bases = [...walkLines(read.lines ?? [], terms, above)].map(({ earnings }) =>
      writeDecimal(earnings.base),
    )
    expect(bases).toEqual(['0', '30'])
  })

  it('of no lines has no step', () => {
    expect(walk(planWith())).toEqual([])
  })
})

describe('what lines earn one by one', () => {
  const amounts = ['80.5', '50', '-30']
  const byLine = planWith({ rounding: { at: 'line' } })

  it('is the sum of the rounded lines', () => {
    const { read, terms } = readLines(byLine, amounts)
    expect(sumByLine(read, terms, byLine)?.rounded).toBe(102n)
  })

  it('is no matter where the total is rounded, or where there are no lines', () => {
    const plan = planWith()
    const { read, terms } = readLines(plan, amounts)
    expect(sumByLine(read, terms, plan)).toBeNull()
    expect(sumByLine({ ...read, lines: null }, terms, byLine)).toBeNull()
    expect(sumByLine({ ...read, lines: [] }, terms, byLine)?.rounded).toBe(0n)
  })
})
