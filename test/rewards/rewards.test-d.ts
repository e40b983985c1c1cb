import {
  type Allowances,
  allowances,
  awardTitles,
  checkReward,
  type DefinedRewardPolicy,
  defineRewardPolicy,
  type EducationRepayment,
  educationRepayment,
  grantOptions,
  type HallOfFame,
  hallOfFame,
  handbook,
  type OptionGrants,
  type RewardCheck,
  type RewardPolicy,
  type TitleAwards,
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

describe('the other rewards', () => {
  const { rewards } = handbook

  it('say what they are asked for, and what they answer', () => {
    expectTypeOf(hallOfFame).returns.toEqualTypeOf<HallOfFame>()
    expectTypeOf(allowances).returns.toEqualTypeOf<Allowances>()
    expectTypeOf(educationRepayment).returns.toEqualTypeOf<EducationRepayment>()
    expectTypeOf(awardTitles).returns.toEqualTypeOf<TitleAwards>()
    expectTypeOf(grantOptions).returns.toEqualTypeOf<OptionGrants>()
    expectTypeOf<RewardCheck['eligible']>().toEqualTypeOf<boolean | 'unknown'>()
    expectTypeOf<Allowances['amount']>().toEqualTypeOf<string>()
    expectTypeOf<EducationRepayment['repay']>().toEqualTypeOf<string>()
    hallOfFame([{ id: 'Li', result: null }], rewards)
    // @ts-expect-error of whom?
    hallOfFame([{ result: 1 }], rewards)
    // @ts-expect-error for which period?
    allowances({ certificates: [] }, rewards)
    // @ts-expect-error held since when?
    allowances({ period: '2026', certificates: [{ certificate: 'PMP' }] }, rewards)
    // @ts-expect-error when did they leave?
    educationRepayment({ amount: 1, from: '2026-01-01', to: '2026-12-31' }, rewards)
    const pool = { plan: 'x', pool: { size: 1 }, projects: [] }
    // @ts-expect-error for which project?
    grantOptions({ ...pool, requests: [{ id: 'R', options: 1 }] }, rewards)
    // @ts-expect-error what is known of them?
    awardTitles({ period: '2026', people: [{ id: 'Li' }] }, rewards)
    // @ts-expect-error which reward?
    checkReward({}, rewards)
    // @ts-expect-error nothing is known is {}, and not a text
    checkReward('S', 'emba', rewards)
  })
})
