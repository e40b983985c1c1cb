import * as fraction from '../../kernel/number/fraction.js'
import * as time from '../../kernel/time/time.js'
import {
  type DefinedRewardPolicy,
  educationRepayment,
  vestingSchedule,
} from '../../rewards/index.js'
import { drawAmount, exactly } from '../draw/amounts.js'
import { type AnyLaw, differing, law } from '../law.js'
import type { FastCheck } from '../types.js'

/** The laws of a reward policy: of its grants, and of what is paid back for a course. */
export function rewardLaws(fc: FastCheck, policy: DefinedRewardPolicy): AnyLaw[] {
  return [
    ...(policy.equity.length === 0 ? [] : [wholeShares(fc, policy)]),
    ...(policy.educationFund === undefined ? [] : [repayment(fc, policy)]),
  ]
}

const START = '2024-02-29'

function wholeShares(fc: FastCheck, policy: DefinedRewardPolicy): AnyLaw {
  return law(fc, {
    name: 'a grant vests in whole shares that add up to it, on dates that rise',
    of: 'library',
    cases: fc.record({
      plan: fc.constantFrom(...policy.equity.map(({ id }) => id)),
      shares: fc.oneof(fc.constantFrom(1, 18, 1_000_000_007), fc.integer({ min: 1, max: 5_000 })),
    }),
    broken: ({ plan, shares }) => {
      const { tranches } = vestingSchedule({ plan, shares, start: START }, policy)
      const parts = tranches.map((one) => one.shares)
      const dates = tranches.map(({ date }) => date)
      return (
        differing('tranches and grant', sumOf(parts), shares) ??
        differing('whole shares', parts.map(Math.floor), parts) ??
        differing('dates', dates, [...new Set(dates)].sort())
      )
    },
  })
}

function sumOf(parts: readonly number[]): number {
  return parts.reduce((sum, part) => sum + part, 0)
}

function repayment(fc: FastCheck, policy: DefinedRewardPolicy): AnyLaw {
  const to = time.addDays(time.addMonths(START, 36), -1)
  const repaid = (amount: string, lastDay: string) =>
    educationRepayment({ amount, from: START, to, lastDay }, policy).repay
  return law(fc, {
    name: 'what is paid back for a course never rises with a day of service, and is nothing in the end',
    of: 'library',
    cases: fc.record({
      amount: drawAmount(fc, { edges: [exactly('80000')], least: exactly('0.01'), decimals: 2 }),
      served: fc.nat({ max: time.daysBetween(START, to) - 1 }),
    }),
    broken: ({ amount, served }) => {
      const lastDay = time.addDays(START, served)
      const [less, more] = [repaid(amount, lastDay), repaid(amount, time.addDays(lastDay, 1))]
      if (fraction.compare(exactly(more), exactly(less)) > 0)
        return `after ${served + 1} days ${less}, and a day later ${more}`
      return fraction.isZero(exactly(repaid(amount, to)))
        ? null
        : `in the end ${repaid(amount, to)}`
    },
  })
}
