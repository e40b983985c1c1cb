import {
  type CommissionPlanInput,
  commissionAccumulator,
  defineCommissionPlan,
  handbook,
} from 'sales-rules'
import {
  attributeCommissionColumns,
  attributeCommissionRows,
  type CommissionColumns,
  calculateCommissionColumns,
  calculateCommissionRows,
  commissionColumnsBuilder,
} from 'sales-rules/batch'
import { describe, expect, it } from 'vitest'

const large = '900000000000000000.01'
const small = '0.00000000000000000000000001'
/** Each has few enough digits; their sum has 44. */
const rows = [large, small].map((amount) => ({ payee: 'Ann', amount }))
const facts = { target: 1 }
const { scale } = handbook.commission

/** Totals of one builder, and of two that were put together. */
function totalsOf(input: CommissionPlanInput): CommissionColumns[] {
  const plan = defineCommissionPlan(input)
  const whole = commissionColumnsBuilder(plan, { keep: 'totals' })
  whole.addRows(rows)
  const merged = commissionColumnsBuilder(plan, { keep: 'totals' })
  for (const row of rows) {
    const part = commissionColumnsBuilder(plan, { keep: 'totals' })
    part.addRow(row)
    merged.addColumns(part.finish())
  }
  return [whole.finish(), merged.finish()]
}

describe('a sum of more digits than a figure may have', () => {
  it.each<[string, CommissionPlanInput]>([
    ['the handbook', handbook.commission],
    ['a plan whose tier another figure chooses', { currency: 'CNY', scale: separate() }],
  ])('is paid under %s, however the rows came', (_, input) => {
    const plan = defineCommissionPlan(input)
    const known = scaleMeasure(input)
    const total = commissionAccumulator(plan)
    const lines = rows.map(({ amount }, index) => ({ id: String(index), amount }))
    const { amount } = total.finish(lines.reduce(total.add, total.create()), known)
    const builder = commissionColumnsBuilder(plan)
    builder.addRows(rows)
    const outcomes = [
      calculateCommissionRows(rows, plan, known),
      ...[builder.finish(), ...totalsOf(input)].map((columns) =>
        calculateCommissionColumns(columns, plan, known),
      ),
    ]
    for (const { wide, issues } of outcomes)
      expect([wide.get(0)?.commission, issues]).toEqual([amount, []])
  })

  it('is shared out as its rows are', () => {
    const plan = handbook.commission
    const shared = attributeCommissionRows(rows, plan, facts)
    expect([shared.wide.get(0), shared.shares[1]]).toEqual(['44999999999970000.00', 0])
    for (const columns of totalsOf(plan)) {
      const { wide, issues } = attributeCommissionColumns(columns, plan, facts)
      expect([wide.get(0), issues]).toEqual(['44999999999970000.00', []])
    }
  })

  it('is a line like any other under a plan that rounds each of them', () => {
    const [columns] = totalsOf(handbook.commission)
    const plan = defineCommissionPlan({ ...handbook.commission, rounding: { at: 'line' } })
    const { wide } = calculateCommissionColumns(columns as CommissionColumns, plan, facts)
    expect(wide.get(0)?.commission).toBe('44999999999970000.00')
  })

  it('is written whole, and the refusal of one names no line', () => {
    const plan = handbook.commission
    const [whole] = totalsOf(plan)
    const columns = whole as CommissionColumns
    expect(columns.wide.get(0)).toBe('900000000000000000.01000000000000000000000001')
    const { issues: refused } = calculateCommissionColumns(columns, plan)
    expect(refused.map(({ issues }) => issues.map(({ code, path }) => [code, path]))).toEqual([
      [['TARGET_MISSING', ['target']]],
    ])
  })
})

function separate() {
  return { ...scale, mode: 'whole-amount', measure: 'separate' } as const
}

function scaleMeasure({ scale: { measure } }: CommissionPlanInput) {
  return measure === 'separate' ? { measure: 1 } : facts
}
