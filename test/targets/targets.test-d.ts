import {
  type CascadeCheck,
  cascadeTarget,
  checkCascade,
  checkTarget,
  type DefinedTargetPlan,
  defineCommissionPlan,
  defineTargetPlan,
  type GoalsReached,
  handbook,
  measureGoals,
  prorateTarget,
  reviseTarget,
  setTarget,
  signOffTarget,
  splitTarget,
  type TargetCheck,
  type TargetHistory,
  type TargetOnDate,
  type TargetPlan,
  targetOn,
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

  it('is signed by somebody, on a day, and asked for on a day', () => {
    const set = setTarget(target, plan)
    const signature = { as: 'person', by: 'Li', on: '2026-01-05' }
    expectTypeOf(signOffTarget(set, signature)).toEqualTypeOf<TargetHistory>()
    expectTypeOf(targetOn(set, '2026-01-05')).toEqualTypeOf<TargetOnDate>()
    // @ts-expect-error when?
    signOffTarget(set, { as: 'person', by: 'Li' })
    // @ts-expect-error on which day?
    targetOn(set)
    // @ts-expect-error a split has no versions
    targetOn(splitTarget(1, '2026', { into: 'month' }), '2026-01-05')
  })

  it('is checked before all of it is there', () => {
    expectTypeOf(checkTarget({}, plan)).toEqualTypeOf<TargetCheck>()
    // @ts-expect-error no field of a target
    checkTarget({ whose: 'Li' }, plan)
    // @ts-expect-error by which plan?
    checkTarget({})
  })

  it('has a tree that may be checked, and goals on the way', () => {
    const { tree } = cascadeTarget(1, { id: 'company' }, { decimals: 2 })
    expectTypeOf(checkCascade(tree)).toEqualTypeOf<CascadeCheck>()
    // @ts-expect-error what is the target of the node?
    checkCascade({ id: 'company' })
    const input = { period: '2026-01', asOf: '2026-01-14', results: [] }
    expectTypeOf(measureGoals(input, plan)).toEqualTypeOf<GoalsReached>()
    // @ts-expect-error as of when?
    measureGoals({ period: '2026-01', results: [] }, plan)
  })

  it('may be of a period of the company', () => {
    const period = { id: 'FY26', from: '2026-02-01', to: '2027-01-31' }
    prorateTarget(1, { period }, plan)
    splitTarget(1, period, { into: 'week' })
    // @ts-expect-error until when?
    splitTarget(1, { id: 'FY26', from: '2026-02-01' }, { into: 'week' })
    // @ts-expect-error a year starts in a month, by its number
    defineTargetPlan({ currency: 'CNY', proration: { by: 'day' }, yearStartsIn: 'April' })
  })
})
