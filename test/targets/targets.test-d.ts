import {
  cascadeTarget,
  type DefinedTargetPlan,
  defineCommissionPlan,
  defineTargetPlan,
  handbook,
  prorateTarget,
  reviseTarget,
  setTarget,
  splitTarget,
  type TargetHistory,
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

describe('a target', () => {
  const target = { owner: 'Li', measure: 'sales', amount: 1, period: '2026' }

  it('is of somebody, and of something', () => {
    expectTypeOf(setTarget(target, plan)).toEqualTypeOf<TargetHistory>()
    const { owner: _, ...nobodys } = target
    // @ts-expect-error whose?
    setTarget(nobodys, plan)
  })

  it('is revised with a reason, and split into months or weeks', () => {
    // @ts-expect-error why?
    reviseTarget(setTarget(target, plan), { from: '2026-07-01', amount: 2 }, plan)
    // @ts-expect-error days have no targets
    splitTarget(1, '2026', { into: 'day' })
    // @ts-expect-error a node has an id
    cascadeTarget(1, { children: [] }, { decimals: 2 })
  })
})
