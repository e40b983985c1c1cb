import { type CommissionPlanInput, defineCommissionPlan } from 'sales-rules'
import { describe, expect, it } from 'vitest'
import { computeTerms } from '../../../src/commission/earn/computeTerms.js'
import { lastOf } from '../../../src/commission/earn/earn.js'
import { beginWalk, sumByLine, walkLines } from '../../../src/commission/earn/walkLines.js'
import { readInput } from '../../../src/commission/lines/readInput.js'
import { exactPlan } from '../../../src/commission/plan/exactPlan.js'
import { known, writeDecimal } from '../../../src/kernel/number/decimal.js'

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

describe('walkLines', () => {
  const walk = (plan: Plan, ...amounts: readonly string[]) => {
    const { read, terms } = readLines(plan, amounts)
    return [...walkLines(read.lines ?? [], beginWalk(terms, plan), plan)].map(
      ({ earnings, byLine }) => [
        writeDecimal(earnings.base),
        writeDecimal(lastOf(earnings)),
        byLine?.rounded ?? null,
      ],
    )
  }

  it('the walk along the lines knows after each line what all up to it earn', () => {
    expect(walk(planWith(), '80.5', '50', '-30')).toEqual([
      ['80.5', '0.805', null],
      ['130.5', '1.61', null],
      ['100.5', '1.01', null],
    ])
  })

  it('the walk along the lines rounds what each line adds, where the plan rounds by line', () => {
    const byLine = planWith({ rounding: { at: 'line' } })
    // 0.805, then 0.805, then −0.60: 0.81 + 0.81 − 0.60
    expect(walk(byLine, '80.5', '50', '-30').map(([, , units]) => units)).toEqual([81n, 162n, 102n])
  })

  it('the walk along the lines caps what each line adds, and what a refund takes back', () => {
    const plan = planWith({ cap: { line: '0.5' } })
    const { read, terms } = readLines(plan, ['80.5', '20', '-100'])
    const capped = [...walkLines(read.lines ?? [], beginWalk(terms, plan), plan)].map(
      ({ byLine }) => writeDecimal(byLine?.capped ?? known(9)),
    )
    // 0.805 is capped at 0.5; 0.195 + 0.01 counts; −1.005 is capped at −0.5.
    expect(capped).toEqual(['0.5', '0.705', '0.205'])
  })

  it('the walk along the lines counts by the gate: nothing until the target is passed', () => {
    const above = planWith({ gate: { attainment: 1, counts: 'above-target' } })
    const { read, terms } = readLines(above, ['80', '50'], { target: '100' })
    const bases = [...walkLines(read.lines ?? [], beginWalk(terms, above), above)].map(
      ({ earnings }) => writeDecimal(earnings.base),
    )
    expect(bases).toEqual(['0', '30'])
  })

  it('the walk along the lines of no lines has no step', () => {
    expect(walk(planWith())).toEqual([])
  })
})

describe('sumByLine', () => {
  const amounts = ['80.5', '50', '-30']
  const byLine = planWith({ rounding: { at: 'line' } })

  it('what lines earn one by one is the sum of the rounded lines', () => {
    const { read, terms } = readLines(byLine, amounts)
    expect(sumByLine(read, terms, byLine)?.rounded).toBe(102n)
  })

  it('what lines earn one by one is no matter where the total is rounded, or where there are no lines', () => {
    const plan = planWith()
    const { read, terms } = readLines(plan, amounts)
    expect(sumByLine(read, terms, plan)).toBeNull()
    expect(sumByLine({ ...read, lines: null }, terms, byLine)).toBeNull()
    expect(sumByLine({ ...read, lines: [] }, terms, byLine)?.rounded).toBe(0n)
  })
})
