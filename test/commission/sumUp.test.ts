import { type CommissionPlanInput, defineCommissionPlan } from 'sales-rules'
import { describe, expect, it } from 'vitest'
import { exactCommission } from '../../src/commission/exactCommission.js'
import { openGate } from '../../src/commission/openGate.js'
import { readInput } from '../../src/commission/readInput.js'
import { NOTHING, roundByLine, sumUp, walkLines } from '../../src/commission/sumUp.js'
import { known, writeDecimal, ZERO } from '../../src/kernel/inside.js'

function planWith(change: Partial<CommissionPlanInput> = {}) {
  const tiers = [
    { id: 'first', upTo: '100', rate: '0.01' },
    { id: 'rest', upTo: null, rate: '0.02' },
  ]
  return defineCommissionPlan({
    currency: 'EUR',
    scale: { mode: 'marginal', tiers },
    coefficient: { applies: 'multiply' },
    ...change,
  })
}

function linesOf(...amounts: readonly string[]) {
  return readInput({ lines: amounts.map((amount, index) => ({ id: `O-${index}`, amount })) })
}

describe('the steps of a commission', () => {
  const of = (plan: ReturnType<typeof planWith>, byLine: bigint | null, uplift = '0.1') => {
    const facts = readInput({ sales: '150.5' })
    return sumUp(exactCommission(facts.sales, plan, known(uplift), facts), byLine, plan)
  }

  it('are in units of the rounding: the slices, with the coefficient, by line, what is paid', () => {
    expect(of(planWith(), null)).toEqual({
      slices: 201n,
      coefficient: 221n,
      lines: 221n,
      paid: 221n,
    })
    expect(of(planWith({ rounding: { decimals: 1, mode: 'up' } }), null)).toEqual({
      slices: 21n,
      coefficient: 23n,
      lines: 23n,
      paid: 23n,
    })
  })

  it('take the sum of the lines where each was rounded, and the cap last', () => {
    expect(of(planWith(), 223n)).toMatchObject({ coefficient: 221n, lines: 223n, paid: 223n })
    const capped = planWith({ cap: { amount: '2.22' } })
    expect(of(capped, 223n)).toMatchObject({ lines: 223n, paid: 222n })
    expect(of(capped, 222n)).toMatchObject({ lines: 222n, paid: 222n })
    expect(of(capped, null)).toMatchObject({ lines: 221n, paid: 221n })
  })

  it('leave a loss as it is, whatever the cap', () => {
    expect(of(planWith({ cap: { amount: '1' } }), -500n).paid).toBe(-500n)
  })

  it('of nothing are nothing', () => {
    expect(NOTHING).toEqual({ slices: 0n, coefficient: 0n, lines: 0n, paid: 0n })
  })
})

describe('the walk along the lines', () => {
  const walk = (plan: ReturnType<typeof planWith>, ...amounts: readonly string[]) => {
    const facts = linesOf(...amounts)
    const steps = [...walkLines(facts.lines ?? [], facts, null, plan)]
    return steps.map(({ counted, exact, byLine }) => [
      writeDecimal(counted),
      writeDecimal(exact.amount),
      byLine,
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

  it('counts by the gate: nothing until the target is passed', () => {
    const above = planWith({ gate: { attainment: 1, counts: 'above-target' } })
    const facts = linesOf('80', '50')
    const gate = openGate(facts.sales, known('100'), above)
    const steps = [...walkLines(facts.lines ?? [], facts, gate, above)]
    expect(steps.map(({ counted }) => writeDecimal(counted))).toEqual(['0', '30'])
  })

  it('of no lines has no step', () => {
    expect(walk(planWith())).toEqual([])
  })
})

describe('rounding by line', () => {
  const facts = linesOf('80.5', '50', '-30')

  it('is the sum of the rounded lines', () => {
    expect(roundByLine(facts, null, planWith({ rounding: { at: 'line' } }))).toBe(102n)
  })

  it('is no matter where the total is rounded, or where there are no lines', () => {
    expect(roundByLine(facts, null, planWith())).toBeNull()
    const figure = { ...facts, lines: null, sales: ZERO }
    expect(roundByLine(figure, null, planWith({ rounding: { at: 'line' } }))).toBeNull()
    expect(roundByLine({ ...facts, lines: [] }, null, planWith({ rounding: { at: 'line' } }))).toBe(
      0n,
    )
  })
})
