import {
  calculateCommission,
  type DefinedCommissionPlan,
  type DefinedGradingPolicy,
  definePolicy,
  handbook,
  type LintedPolicy,
  lintPolicy,
  policiesOver,
  policyOn,
  type SalesPolicyInput,
} from 'sales-rules'
import { describe, expectTypeOf, it } from 'vitest'

const { commission, grading } = handbook
const policy = definePolicy({
  id: 'acme',
  versions: [
    { version: '2026', effectiveFrom: '2026-01-01', commission },
    {
      version: '2027',
      effectiveFrom: '2027-01-01',
      commission,
      grading,
      groups: { sdr: { commission } },
    },
  ],
})

describe('policyOn', () => {
  it('knows the sections that every version has', () => {
    const now = policyOn(policy, '2026-03-31')
    expectTypeOf(now.commission).toEqualTypeOf<DefinedCommissionPlan>()
    calculateCommission({ sales: '1' }, now.commission)
  })

  it('says of a section that some version lacks that it may be missing', () => {
    const now = policyOn(policy, '2026-03-31')
    expectTypeOf(now.grading).toEqualTypeOf<DefinedGradingPolicy | undefined>()
    expectTypeOf(now.targets).toExtend<object | undefined>()
    // @ts-expect-error: not every version has grades
    expectTypeOf(now.grading).toEqualTypeOf<DefinedGradingPolicy>()
  })

  it('knows no section that does not exist', () => {
    // @ts-expect-error: no kind of policy
    policyOn(policy, '2026-03-31').bonus
  })

  it('knows nothing of what was parsed', () => {
    const parsed = policyOn(definePolicy(JSON.parse('{}')), '2026-03-31')
    expectTypeOf(parsed.commission).toEqualTypeOf<DefinedCommissionPlan | undefined>()
    const given = policyOn(definePolicy({} as SalesPolicyInput), '2026-03-31')
    expectTypeOf(given.commission).toEqualTypeOf<DefinedCommissionPlan | undefined>()
  })

  it('has the header, and an end that may be open', () => {
    const now = policyOn(policy, '2026-03-31', { group: 'sdr' })
    expectTypeOf(now.id).toEqualTypeOf<string>()
    expectTypeOf(now.until).toEqualTypeOf<string | undefined>()
    // @ts-expect-error: a version never changes
    now.version = '2'
  })

  it('takes a document, and options that it has', () => {
    // @ts-expect-error: nobody has checked it
    policyOn({ versions: [] }, '2026-03-31')
    // @ts-expect-error: a policy of one kind
    policyOn(commission, '2026-03-31')
    // @ts-expect-error: what for?
    policyOn(policy, '2026-03-31', { team: 'sdr' })
  })
})

describe('policiesOver', () => {
  it('knows of each version what policyOn knows, and its days', () => {
    for (const part of policiesOver(policy, '2026')) {
      expectTypeOf(part.commission).toEqualTypeOf<DefinedCommissionPlan>()
      expectTypeOf(part.grading).toEqualTypeOf<DefinedGradingPolicy | undefined>()
      expectTypeOf(part.from).toEqualTypeOf<string>()
    }
    policiesOver(policy, { from: '2026-01-01', to: '2026-06-30' })
    // @ts-expect-error: until when?
    policiesOver(policy, { from: '2026-01-01' })
  })
})

describe('lintPolicy', () => {
  it('takes a document, whatever its sections are', () => {
    expectTypeOf(policy).toExtend<LintedPolicy>()
    lintPolicy(policy)
    lintPolicy(definePolicy(JSON.parse('{}')))
    // @ts-expect-error: lint does not look at it
    lintPolicy(handbook.care)
  })
})
