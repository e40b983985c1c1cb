import {
  type DefinedTargetPlan,
  defineCommissionPlan,
  defineTargetPlan,
  handbook,
  prorateTarget,
  type TargetPlan,
} from 'sales-rules'
import { describe, expectTypeOf, it } from 'vitest'

const plan = defineTargetPlan({ currency: 'CNY', proration: { by: 'day' } })
const may = { period: '2026-05' }

describe('a target plan', () => {
  it('is defined before anything is prorated by it', () => {
    expectTypeOf(plan).toEqualTypeOf<DefinedTargetPlan>()
    // @ts-expect-error a plan that nobody has checked
    prorateTarget('1', may, plan as TargetPlan)
    // @ts-expect-error a plan of another kind
    prorateTarget('1', may, handbook.commission)
  })

  it('says how targets are prorated', () => {
    // @ts-expect-error by what?
    defineTargetPlan({ currency: 'CNY' })
    // @ts-expect-error no commission plan says so
    defineCommissionPlan({ ...handbook.commission, proration: { by: 'day' } })
  })
})
