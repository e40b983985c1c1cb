import {
  attempt,
  defineRewardPolicy,
  type EducationCommitment,
  educationRepayment,
  handbook,
} from 'sales-rules'
import { describe, expect, it } from 'vitest'
import { throughJson } from '../arbitraries.rooms.js'

const { rewards } = handbook
type Fund = NonNullable<Parameters<typeof defineRewardPolicy>[0]['educationFund']>

const policyWith = (fund: Partial<Fund>) =>
  defineRewardPolicy({ currency: 'CNY', educationFund: { clause: 'HR-5', ...fund } })

function issuesOf(commitment: unknown, policy = rewards) {
  const outcome = attempt(() => educationRepayment(commitment as EducationCommitment, policy))
  return outcome.ok ? [] : outcome.issues
}

const course = { amount: '10000', from: '2024-07-01', to: '2026-06-30' }

describe('educationRepayment', () => {
  it.each([
    ['edu-01', '2024-07-01', '2026-06-30', '2025-06-30', '5000.00', 365, 730],
    ['edu-03', '2024-07-01', '2026-06-30', '2026-06-30', '0.00', 730, 730],
    ['edu-06', '2024-07-01', '2026-06-30', '2024-06-30', '10000.00', 0, 730],
    ['edu-08', '2027-03-01', '2029-02-28', '2028-02-29', '4993.16', 366, 731],
    ['long before the start', '2024-07-01', '2026-06-30', '2020-01-01', '10000.00', 0, 730],
    ['long after the end', '2024-07-01', '2026-06-30', '2030-01-01', '0.00', 730, 730],
    ['after one day', '2024-07-01', '2026-06-30', '2024-07-01', '9986.30', 1, 730],
    ['a day before the end', '2024-07-01', '2026-06-30', '2026-06-29', '13.70', 729, 730],
    ['a promise of one day, kept', '2024-07-01', '2024-07-01', '2024-07-01', '0.00', 1, 1],
  ])(
    'by day (%s): promised %s to %s, last day %s: %s',
    (_, from, to, lastDay, repay, served, of) => {
      const outcome = educationRepayment({ amount: '10000', from, to, lastDay }, rewards)
      expect([outcome.repay, outcome.served, outcome.of]).toEqual([repay, served, of])
    },
  )

  it('asks in proportion to the time not served, and no more than the law allows (REW-5)', () => {
    expect(educationRepayment({ ...course, payee: 'Li', lastDay: '2025-06-30' }, rewards)).toEqual({
      payee: 'Li',
      amount: '10000.00',
      repay: '5000.00',
      currency: 'CNY',
      agreed: '5000.00',
      legalLimit: '5000.00',
      served: 365,
      of: 730,
      step: null,
      findings: [],
      policy: { id: 'handbook-rewards', version: '1' },
      clauses: ['REW-5'],
    })
  })

  const steps = [
    { upToMonths: 12, share: 1 },
    { upToMonths: 24, share: '0.66' },
    { upToMonths: 36, share: '0.33' },
  ]
  const stepped = (boundary: 'upper-tier' | 'lower-tier', aboveLegalLimit?: 'report') =>
    policyWith({
      repayment: { kind: 'steps', steps, boundary },
      ...(aboveLegalLimit && { aboveLegalLimit }),
    })
  const three = { amount: '10000', from: '2024-01-01', to: '2026-12-31' }

  it.each([
    // edu-11: the published steps overlap at 12 and 24 months; a table with ends only names the side.
    ['2024-12-30', '10000.00', '10000.00'],
    ['2024-12-31', '6600.00', '10000.00'],
    ['2025-01-01', '6600.00', '6600.00'],
    ['2025-12-31', '3300.00', '6600.00'],
    ['2026-01-01', '3300.00', '3300.00'],
    ['2026-12-31', '0.00', '0.00'],
    ['2023-12-31', '10000.00', '10000.00'],
  ])('by steps: last day %s owes %s, or %s where a step holds its end', (lastDay, upper, lower) => {
    const agreed = (boundary: 'upper-tier' | 'lower-tier') =>
      educationRepayment({ ...three, lastDay }, stepped(boundary)).agreed
    expect([agreed('upper-tier'), agreed('lower-tier')]).toEqual([upper, lower])
  })

  it('cuts steps to what the law allows, and says so', () => {
    // Of 1,096 days 729 are left after 1 January 2025, and 731 after 30 December 2024.
    const outcome = educationRepayment({ ...three, lastDay: '2025-01-01' }, stepped('upper-tier'))
    expect(outcome).toMatchObject({
      agreed: '6600.00',
      legalLimit: '6651.46',
      repay: '6600.00',
      findings: [],
    })
    const early = educationRepayment({ ...three, lastDay: '2024-12-30' }, stepped('upper-tier'))
    expect(early).toMatchObject({
      agreed: '10000.00',
      legalLimit: '6669.71',
      repay: '6669.71',
      step: { upToMonths: 12, share: '1' },
    })
    expect(early.findings).toMatchObject([
      {
        code: 'NUMBER_OUT_OF_RANGE',
        severity: 'warning',
        message:
          'policy.educationFund: the terms ask back 10000.00, and the law allows 6669.71 at most: in proportion to the time not served.',
      },
    ])
  })

  it('asks for what the steps say, with the finding, where the policy only reports it', () => {
    const outcome = educationRepayment(
      { ...three, lastDay: '2024-12-30' },
      stepped('upper-tier', 'report'),
    )
    expect([outcome.repay, outcome.legalLimit, outcome.findings.length]).toEqual([
      '10000.00',
      '6669.71',
      1,
    ])
  })

  it('owes nothing after the last step, though the promise goes on', () => {
    const short = policyWith({
      repayment: { kind: 'steps', steps: steps.slice(0, 1), boundary: 'upper-tier' },
    })
    const outcome = educationRepayment({ ...three, lastDay: '2025-06-30' }, short)
    expect([outcome.repay, outcome.step]).toEqual(['0.00', null])
  })

  it('owes nothing once the promise is kept, though a step goes on', () => {
    const outcome = educationRepayment(
      { ...three, to: '2025-06-30', lastDay: '2025-06-30' },
      stepped('lower-tier', 'report'),
    )
    expect([outcome.repay, outcome.step]).toEqual(['0.00', null])
  })

  it('rounds to what the policy keeps, and never above the amount', () => {
    const whole = defineRewardPolicy({
      currency: 'CNY',
      rounding: { mode: 'up', decimals: 0 },
      educationFund: { clause: 'HR-5' },
    })
    const outcome = (lastDay: string) =>
      educationRepayment({ ...course, amount: '999.50', lastDay }, whole).repay
    expect([outcome('2024-06-30'), outcome('2026-06-29'), outcome('2026-06-30')]).toEqual([
      '999.50',
      '2.00',
      '0.00',
    ])
  })

  it.each<[string, object, string, (string | number)[]]>([
    ['an amount of 0', { amount: 0 }, 'NUMBER_OUT_OF_RANGE', ['commitment', 'amount']],
    ['a tenth of a cent', { amount: '0.001' }, 'TOTAL_TOO_PRECISE', ['commitment', 'amount']],
    ['an end before the start', { to: '2024-06-30' }, 'DATES_OUT_OF_ORDER', ['commitment']],
    ['no last day', { lastDay: null }, 'VALUE_MISSING', ['commitment', 'lastDay']],
    ['an unknown key', { left: '2025-01-01' }, 'UNKNOWN_KEY', ['commitment', 'left']],
  ])('refuses %s', (_, change, code, path) => {
    const given = { ...course, lastDay: '2025-01-01', ...change }
    expect(issuesOf(given)).toMatchObject([{ code, path }])
  })

  it('refuses steps that do not rise, and shares that do', () => {
    const define = (list: typeof steps) =>
      policyWith({ repayment: { kind: 'steps', steps: list, boundary: 'upper-tier' } })
    expect(() => define([...steps].reverse())).toThrow(
      'educationFund.repayment.steps[1].upToMonths: got 24, expected more than the 36 before it.',
    )
    expect(() =>
      define([
        { upToMonths: 1, share: '0.5' },
        { upToMonths: 2, share: '0.6' },
      ]),
    ).toThrow(
      'educationFund.repayment.steps[1].share: got 0.6, which is more than the 0.5 before it: who serves longer never owes more.',
    )
    expect(() => define([])).toThrow('educationFund.repayment.steps')
  })

  it('refuses a step that ends after the year 9999', () => {
    const far = { ...course, from: '9999-01-01', to: '9999-12-31', lastDay: '9999-06-01' }
    expect(issuesOf(far, stepped('upper-tier'))).toMatchObject([{ code: 'DATE_NOT_COVERED' }])
    expect(educationRepayment(far, rewards).of).toBe(365)
  })

  it('is plain JSON', () => {
    const outcome = educationRepayment({ ...three, lastDay: '2024-12-30' }, stepped('upper-tier'))
    expect(throughJson(outcome)).toEqual(outcome)
  })
})
