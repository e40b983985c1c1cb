import { type CommissionPlan, handbook } from 'sales-rules'
import {
  attributeCommissionColumns,
  type CommissionColumns,
  type CommissionPayColumns,
  type CommissionShareColumns,
  calculateCommissionColumns,
  calculateCommissionRows,
  commissionColumnsBuilder,
  type RefusedCounts,
} from 'sales-rules/batch'
import { describe, expectTypeOf, it } from 'vitest'

const builder = commissionColumnsBuilder(handbook.commission)

describe('columns', () => {
  it('are typed to the last field', () => {
    expectTypeOf(builder.finish()).toEqualTypeOf<CommissionColumns & RefusedCounts>()
    const columns = builder.finish()
    expectTypeOf(columns.amounts).toEqualTypeOf<Float64Array>()
    expectTypeOf(
      calculateCommissionColumns(columns, handbook.commission),
    ).toEqualTypeOf<CommissionPayColumns>()
    expectTypeOf(
      attributeCommissionColumns(columns, handbook.commission),
    ).toEqualTypeOf<CommissionShareColumns>()
  })

  it('take a defined plan and known facts', () => {
    const columns = builder.finish()
    const plain: CommissionPlan = handbook.commission
    // @ts-expect-error: a plan that nobody has checked
    calculateCommissionColumns(columns, plain)
    // @ts-expect-error: a misspelt figure
    calculateCommissionColumns(columns, handbook.commission, { targets: 1 })
    calculateCommissionColumns(columns, handbook.commission, { target: new Map([['Ann', 1]]) })
    calculateCommissionColumns(columns, handbook.commission, { target: Float64Array.of(1) })
    // @ts-expect-error: nothing is kept by that name
    commissionColumnsBuilder(handbook.commission, { keep: 'sums' })
  })

  it('are made of rows that may have more fields, and never of rows without an amount', () => {
    const rows = [{ payee: 'Ann', amount: 1, region: 'north' }]
    calculateCommissionRows(rows, handbook.commission)
    // @ts-expect-error: what was sold?
    calculateCommissionRows([{ payee: 'Ann' }], handbook.commission)
  })
})
