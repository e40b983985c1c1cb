import {
  type Amortization,
  accrualByComponent,
  amortizeCost,
  type Compensation,
  type CompensationAccrual,
  type CompensationPlan,
  type CompensationRestatement,
  type CompensationSettlement,
  type ConsequencePay,
  type Contest,
  calculateCompensation,
  type DefinedCompensationPlan,
  type DefinedContestRules,
  defineCompensationPlan,
  defineContestRules,
  gradeConsequences,
  handbook,
  payConsequences,
  payContest,
  restateCompensation,
  settleCompensation,
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

const scale = { mode: 'marginal', tiers: [{ id: 'all', upTo: null, rate: '0.1' }] } as const
const ofTwo = defineCompensationPlan({
  currency: 'EUR',
  components: [{ id: 'meetings', commission: { scale } }],
  payment: {},
})
const components = { meetings: { sales: '20', target: 20 } }

describe('several components', () => {
  it('are computed from one input for each, by a plan that was defined', () => {
    expectTypeOf(calculateCompensation({ components }, ofTwo)).toEqualTypeOf<Compensation>()
    expectTypeOf<Compensation['amount']>().toEqualTypeOf<string>()
    // @ts-expect-error a plan that nobody has checked
    calculateCompensation({ components }, ofTwo as CompensationPlan)
    // @ts-expect-error a plan of one commission
    calculateCompensation({ components }, handbook.commission)
    // @ts-expect-error of which components?
    calculateCompensation({ period: '2026-01' }, ofTwo)
    // @ts-expect-error a component is an input, and no figure
    calculateCompensation({ components: { meetings: '20' } }, ofTwo)
    // @ts-expect-error an incentive is an amount
    calculateCompensation({ components, targetIncentive: true }, ofTwo)
  })

  it('say by what each is paid', () => {
    // @ts-expect-error which component?
    defineCompensationPlan({ currency: 'EUR', components: [{ commission: { scale } }] })
    // @ts-expect-error a cap has no rate
    defineCompensationPlan({ currency: 'EUR', components: [], cap: { rate: '1' } })
  })

  it('are settled period by period, and corrected', () => {
    const periods = [{ period: '2026-01', components }]
    const settled = settleCompensation({ payee: 'Li', periods }, ofTwo)
    expectTypeOf(settled).toEqualTypeOf<CompensationSettlement>()
    expectTypeOf(accrualByComponent(settled)).toEqualTypeOf<CompensationAccrual>()
    settleCompensation({ payee: 'Li', periods, opening: settled.closing }, ofTwo)
    // @ts-expect-error whose?
    settleCompensation({ periods }, ofTwo)
    // @ts-expect-error which period?
    settleCompensation({ payee: 'Li', periods: [{ components }] }, ofTwo)
    // @ts-expect-error what is open of a settlement, and not of a period
    accrualByComponent(settled.periods[0])
    const now = [{ payee: 'Li', period: '2026-01', components }]
    const restated = restateCompensation({ paid: settled.periods, now }, ofTwo)
    expectTypeOf(restated).toEqualTypeOf<CompensationRestatement>()
    // @ts-expect-error what was paid?
    restateCompensation({ now }, ofTwo)
  })
})

describe('a contest', () => {
  it('is paid by rules that were defined, for figures of those who enter', () => {
    const rules = defineContestRules({ currency: 'EUR', prizes: [{ amount: '3000' }] })
    expectTypeOf(rules).toEqualTypeOf<DefinedContestRules>()
    const entrants = [{ id: 'Li', figure: 60_000 }]
    expectTypeOf(payContest({ entrants }, rules)).toEqualTypeOf<Contest>()
    // @ts-expect-error rules that nobody has checked
    payContest({ entrants }, { currency: 'EUR', ties: 'share' })
    // @ts-expect-error by which figure?
    payContest({ entrants: [{ id: 'Li' }] }, rules)
    // @ts-expect-error ties share, or all win
    defineContestRules({ currency: 'EUR', prizes: [{ amount: '1' }], ties: 'first' })
  })
})

describe('a cost', () => {
  it('is spread over months, by month or by day', () => {
    const terms = { from: '2026-01-01', months: 12, by: 'month' } as const
    expectTypeOf(amortizeCost('1200', terms)).toEqualTypeOf<Amortization>()
    // @ts-expect-error by what?
    amortizeCost('1200', { from: '2026-01-01', months: 12 })
    // @ts-expect-error a week is no part of a contract
    amortizeCost('1200', { ...terms, by: 'week' })
    // @ts-expect-error of which amount?
    amortizeCost(null, terms)
  })
})
