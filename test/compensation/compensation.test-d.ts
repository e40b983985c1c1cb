import {
  type CompensationPlan,
  type ConsequencePay,
  type DefinedCompensationPlan,
  defineCompensationPlan,
  gradeConsequences,
  handbook,
  payConsequences,
} from 'sales-rules'
import { describe, expectTypeOf, it } from 'vitest'

const plan = defineCompensationPlan({ currency: 'CNY' })
const consequences = gradeConsequences([], handbook.grading)
const input = { period: '2026', baseSalary: '8000', consequences }

describe('a compensation plan', () => {
  it('is defined before anybody is paid by it', () => {
    expectTypeOf(plan).toEqualTypeOf<DefinedCompensationPlan>()
    // @ts-expect-error a plan that nobody has checked
    payConsequences(input, plan as CompensationPlan)
    // @ts-expect-error a plan of another kind
    payConsequences(input, handbook.commission)
    // @ts-expect-error in which currency?
    defineCompensationPlan({})
  })

  it('says of each kind how it is paid, and no more than that takes', () => {
    defineCompensationPlan({ currency: 'CNY', consequences: [{ kind: 'raise', pays: 'base-pay' }] })
    // @ts-expect-error how?
    defineCompensationPlan({ currency: 'CNY', consequences: [{ kind: 'bonus' }] })
    // @ts-expect-error base pay has no number of months
    const salary = { kind: 'raise', pays: 'base-pay', months: '1' } satisfies Rule
    // @ts-expect-error nor has leave an attendance
    const leave = { kind: 'leave', pays: 'leave', attendance: 'ignore' } satisfies Rule
    expectTypeOf([salary.kind, leave.kind]).toEqualTypeOf<string[]>()
  })
})

type Rule = NonNullable<Parameters<typeof defineCompensationPlan>[0]['consequences']>[number]

describe('what is paid', () => {
  it('is paid in a period, of a salary, for consequences as they come', () => {
    expectTypeOf(payConsequences(input, plan)).toEqualTypeOf<ConsequencePay>()
    expectTypeOf<ConsequencePay['amount']>().toEqualTypeOf<string>()
    payConsequences({ ...input, period: { id: 'May', from: '2026-05-01', to: '2026-05-31' } }, plan)
    payConsequences({ ...input, baseSalary: [{ from: '2026-01-01', monthly: 8000 }] }, plan)
    const { baseSalary: _, ...unpaid } = input
    // @ts-expect-error of which salary?
    payConsequences(unpaid, plan)
    // @ts-expect-error a kind and a value are no consequence
    payConsequences({ ...input, consequences: [{ kind: 'bonus', value: '1' }] }, plan)
  })
})
