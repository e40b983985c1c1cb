import {
  attempt,
  type CommissionInput,
  type CommissionPlan,
  type CommissionStatement,
  calculateCommission,
  type DefinedCommissionPlan,
  defineCommissionPlan,
  handbook,
  type Issue,
} from 'sales-rules'
import { describe, expectTypeOf, it } from 'vitest'

describe('calculateCommission', () => {
  it('takes a defined plan and no other', () => {
    const input = { sales: '1', target: '1' }
    expectTypeOf(
      calculateCommission(input, handbook.commission),
    ).toEqualTypeOf<CommissionStatement>()
    const plain: CommissionPlan = handbook.commission
    // @ts-expect-error: a plan that nobody has checked
    calculateCommission(input, plain)
    // @ts-expect-error: JSON is not a plan before it is defined
    calculateCommission(input, JSON.parse('{}') as Record<string, unknown>)
    // @ts-expect-error: a defined policy of another kind
    calculateCommission(input, handbook.leads)
    // @ts-expect-error: the policy is always explicit
    calculateCommission(input)
  })

  it('takes sales or lines, never both and never none', () => {
    const lines = [{ id: 'a', amount: 1n }] as const
    expectTypeOf<{ sales: string }>().toExtend<CommissionInput>()
    expectTypeOf<{ lines: typeof lines }>().toExtend<CommissionInput>()
    // @ts-expect-error: sales are given twice
    calculateCommission({ sales: '1', lines }, handbook.commission)
    // @ts-expect-error: nothing was sold, and nobody says so
    calculateCommission({ target: '1' }, handbook.commission)
    // @ts-expect-error: a misspelt figure
    calculateCommission({ sales: '1', targets: '1' }, handbook.commission)
    // @ts-expect-error: a Date is no amount
    calculateCommission({ sales: new Date(0) }, handbook.commission)
    // @ts-expect-error: a line without an id cannot be counted once
    calculateCommission({ lines: [{ amount: '1' }] }, handbook.commission)
  })
})

describe('a statement', () => {
  it('holds texts, not numbers that lose cents', () => {
    expectTypeOf<CommissionStatement['amount']>().toEqualTypeOf<string>()
    expectTypeOf<CommissionStatement['slices'][number]['amount']>().toEqualTypeOf<string>()
    expectTypeOf<CommissionStatement['attainment']>().toEqualTypeOf<string | null>()
  })

  it('cannot be written to', () => {
    const statement = calculateCommission({ sales: '1', target: '1' }, handbook.commission)
    // @ts-expect-error: an amount that was computed stays
    statement.amount = '2'
    // @ts-expect-error: so do its slices
    statement.slices.push({ tier: '', from: '', upTo: null, rate: '', base: '', amount: '' })
    // @ts-expect-error: and what is in them
    if (statement.slices[0]) statement.slices[0].rate = '1'
  })

  it('may have no gate', () => {
    const { gate } = {} as CommissionStatement
    // @ts-expect-error: a plan without a gate has none to ask
    gate.remaining
    expectTypeOf(gate?.outcome).toEqualTypeOf<'met' | 'unmet' | undefined>()
  })
})

describe('defineCommissionPlan', () => {
  it('returns the plan with every choice in it', () => {
    const scale = { mode: 'marginal', tiers: [{ id: 'all', upTo: null, rate: 0.1 }] } as const
    const plan = defineCommissionPlan({ currency: 'CNY', scale })
    expectTypeOf(plan).toEqualTypeOf<DefinedCommissionPlan<'all'>>()
    expectTypeOf(plan).toExtend<CommissionPlan>()
    expectTypeOf(plan.rounding.at).toEqualTypeOf<'total' | 'line'>()
    // @ts-expect-error: a defined plan does not change
    plan.currency = 'EUR'
    // @ts-expect-error: rounding cannot be turned off
    defineCommissionPlan({ currency: 'CNY', scale, rounding: null })
    // @ts-expect-error: a mode that does not exist
    defineCommissionPlan({ currency: 'CNY', scale: { ...scale, mode: 'total' } })
    // @ts-expect-error: a gate counts all sales, or those above the target
    defineCommissionPlan({ currency: 'CNY', scale, gate: { attainment: 1, counts: 'some' } })
    // @ts-expect-error: a line is measured by its margin or its discount
    defineCommissionPlan({ currency: 'CNY', scale, measuredBy: 'cost' })
  })
})

describe('an issue', () => {
  it('has params of its code', () => {
    const issue = {} as Issue
    const known = issue.code === 'TARGET_MISSING' ? issue.params : undefined
    expectTypeOf(known).toEqualTypeOf<
      { readonly needed: string; readonly given?: number; readonly of?: number } | undefined
    >()
    const meant = issue.code === 'NUMBER_LOOKS_LIKE_PERCENT' ? issue.params.suggestion : undefined
    expectTypeOf(meant).toEqualTypeOf<string | undefined>()
    // @ts-expect-error: a suggestion that only some codes have
    issue.params.suggestion
    // @ts-expect-error: a code that no issue has
    expectTypeOf(issue.code === 'TARGET_MISING').toBeBoolean()
  })

  it('comes instead of the value', () => {
    const outcome = attempt(() => calculateCommission({ sales: '1' }, handbook.commission))
    // @ts-expect-error: nobody has looked whether there is a value
    outcome.value
    expectTypeOf(outcome.ok ? outcome.value : null).toEqualTypeOf<CommissionStatement | null>()
    expectTypeOf(outcome.ok ? null : outcome.issues).toEqualTypeOf<readonly Issue[] | null>()
  })
})
