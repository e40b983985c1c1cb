import {
  type DefinedRewardPolicy,
  defineRewardPolicy,
  educationRepayment,
  hallOfFame,
  handbook,
  type RewardPolicy,
  type VestingSchedule,
  vestingSchedule,
} from 'sales-rules'
import { describe, expectTypeOf, it } from 'vitest'

const policy = defineRewardPolicy({
  currency: 'CNY',
  hallOfFame: { clause: 'HR-3', share: '0.1', rounding: 'up' },
})

describe('a reward policy', () => {
  it('is defined before anything is decided by it', () => {
    expectTypeOf(policy).toEqualTypeOf<DefinedRewardPolicy>()
    // @ts-expect-error a policy that nobody has checked
    hallOfFame([], policy as RewardPolicy)
    // @ts-expect-error a policy of another kind
    hallOfFame([], handbook.grading)
    // @ts-expect-error no policy at all
    educationRepayment({ amount: 1, from: '', to: '', lastDay: '' })
  })

  it('says which way a broken place goes', () => {
    // @ts-expect-error which way?
    defineRewardPolicy({ currency: 'CNY', hallOfFame: { clause: 'HR-3', share: '0.1' } })
  })

  it('says on which side of a step somebody is who has served exactly to its end', () => {
    const steps = [{ upToMonths: 12, share: 1 }]
    // @ts-expect-error which side?
    const educationFund = { clause: 'HR-5', repayment: { kind: 'steps', steps } } satisfies Fund
    expectTypeOf(educationFund).toHaveProperty('clause')
  })
})

type Fund = NonNullable<Parameters<typeof defineRewardPolicy>[0]['educationFund']>

describe('a grant', () => {
  it('may give its terms itself, and then needs no policy', () => {
    const schedule = vestingSchedule({ shares: 18, tranches: 4, start: '2026-03-01' })
    expectTypeOf(schedule).toEqualTypeOf<VestingSchedule>()
    // @ts-expect-error shares are whole numbers, and no texts
    vestingSchedule({ shares: '18', tranches: 4, start: '2026-03-01' })
    // @ts-expect-error not a rule for instalments
    vestingSchedule({ shares: 18, tranches: 4, start: '2026-03-01', allocation: 'front' })
  })
})
