import fc from 'fast-check'
import {
  type CommissionInput,
  type CommissionPlan,
  type CommissionPlanInput,
  handbook,
} from 'sales-rules'
import { handbookPolicy } from 'sales-rules/handbook'
import {
  arbitraryCommissionInput,
  arbitraryCommissionPlan,
  exemptLawsOf,
  type Law,
  lawsOf,
} from 'sales-rules/testing'
import { describe, expectTypeOf, it } from 'vitest'

describe('the laws of a policy', () => {
  it('are of defined policies, and of no other', () => {
    expectTypeOf(lawsOf(fc, handbook.commission)).toEqualTypeOf<readonly Law[]>()
    lawsOf(fc, handbookPolicy)
    for (const policy of [handbook.care, handbook.compensation, handbook.pipeline])
      lawsOf(fc, policy)
    const plain: CommissionPlan = handbook.commission
    // @ts-expect-error: a plan that nobody has checked
    lawsOf(fc, plain)
    // @ts-expect-error: fast-check is handed in
    lawsOf(handbook.commission)
  })

  it('go into an assertion as they are', () => {
    for (const { property, of } of lawsOf(fc, handbook.leads)) {
      expectTypeOf(fc.assert(property, { numRuns: 1 })).toEqualTypeOf<void>()
      expectTypeOf(of).toEqualTypeOf<'library' | 'policy'>()
    }
    expectTypeOf(exemptLawsOf(fc, handbook.leads)[0]?.because).toEqualTypeOf<string | undefined>()
  })
})

describe('what is drawn', () => {
  it('is what the rules and the define functions take', () => {
    expectTypeOf(arbitraryCommissionInput(fc, handbook.commission)).toEqualTypeOf<
      fc.Arbitrary<CommissionInput>
    >()
    expectTypeOf(arbitraryCommissionPlan(fc)).toEqualTypeOf<fc.Arbitrary<CommissionPlanInput>>()
    // @ts-expect-error: a policy of another kind
    arbitraryCommissionInput(fc, handbook.leads)
  })
})
