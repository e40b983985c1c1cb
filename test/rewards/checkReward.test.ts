import { attempt, checkReward, defineRewardPolicy, handbook } from 'sales-rules'
import { describe, expect, it } from 'vitest'
import { throughJson } from '../arbitraries.rooms.js'

const { rewards } = handbook

function issuesOf(facts: unknown, reward: unknown, policy = rewards) {
  const outcome = attempt(() => checkReward(facts as object, reward as string, policy))
  return outcome.ok ? [] : outcome.issues
}

const graded = (asOf: string, ...grades: string[]) => ({
  asOf,
  yearlyGrades: grades.map((value, at) => ({ period: String(2026 - grades.length + at), value })),
})

describe('checkReward', () => {
  it.each([
    ['restricted-stock', { rung: 'sales-director' }, true, 'REW-1'],
    ['restricted-stock', { rung: 'regional-manager' }, false, 'REW-1'],
    ['expert-options', { rung: 'junior-product-consultant' }, true, 'REW-2'],
    ['expert-options', { rung: 'sales-director' }, false, 'REW-2'],
    ['education-fund', { highPotential: true }, true, 'REW-5'],
    ['education-fund', { highPotential: false }, false, 'REW-5'],
    ['training-abroad', graded('2026', 'S'), true, 'REW-7'],
    ['emba', graded('2026', 'A', 'S'), true, 'REW-7'],
    ['training-abroad', graded('2026', 'S', 'A'), false, 'REW-7'],
    ['training-abroad', graded('2027', 'S'), false, 'REW-7'],
    ['internal-venture', graded('2026', 'S', 'S'), true, 'REW-8'],
    ['internal-venture', graded('2026', 'A', 'S'), false, 'REW-8'],
    ['restricted-stock', {}, 'unknown', 'REW-1'],
    ['internal-venture', {}, 'unknown', 'REW-8'],
  ])('says of %s, given %j: %s (%s)', (reward, facts, eligible, clause) => {
    const outcome = checkReward(facts, reward, rewards)
    expect(outcome).toMatchObject({ reward, eligible, clauses: [clause] })
    expect(outcome.missing.length === 0).toBe(eligible === true)
    expect(throughJson(outcome)).toEqual(outcome)
  })

  it('says how far away it is', () => {
    expect(checkReward(graded('2026', 'S'), 'internal-venture', rewards)).toEqual({
      reward: 'internal-venture',
      eligible: false,
      checks: [
        {
          id: 'yearlyGrades',
          clause: 'REW-8',
          outcome: 'unmet',
          comparison: 'at-least',
          actual: '1',
          required: '2',
          each: { comparison: 'equals', required: 'S' },
          gap: '1',
        },
      ],
      missing: ['yearlyGrades'],
      policy: { id: 'handbook-rewards', version: '1' },
      clauses: ['REW-8'],
    })
  })

  it('takes facts that other rewards look at, and refuses those of none', () => {
    expect(
      checkReward({ rung: 'x', highPotential: true }, 'education-fund', rewards).eligible,
    ).toBe(true)
    expect(issuesOf({ grade: 'S' }, 'education-fund')).toMatchObject([
      { code: 'UNKNOWN_KEY', path: ['facts', 'grade'] },
    ])
  })

  it('opens what has no condition to anybody', () => {
    const policy = defineRewardPolicy({ currency: 'CNY', educationFund: { clause: 'HR-5' } })
    expect(checkReward({}, 'education-fund', policy)).toMatchObject({
      eligible: true,
      checks: [],
      missing: [],
      clauses: ['HR-5'],
    })
  })

  it('refuses a reward that the policy does not have, and names the one that was meant', () => {
    expect(issuesOf({}, 'training-abrod')[0]?.message).toBe(
      'reward: got "training-abrod", which is no reward of this policy. Rewards: restricted-stock, expert-options, training-abroad, emba, internal-venture, education-fund. Did you mean "training-abroad"?',
    )
    expect(issuesOf({}, 7)).toMatchObject([{ code: 'NOT_IN_POLICY', params: { suggestion: null } }])
  })

  it('refuses grades without the year in which it is asked', () => {
    const { yearlyGrades } = graded('2026', 'S')
    expect(issuesOf({ yearlyGrades }, 'emba')).toMatchObject([
      { code: 'VALUE_MISSING', path: ['facts', 'asOf'] },
    ])
  })

  it('refuses a policy in which two rewards have one id', () => {
    const requires = { id: 'met', comparison: 'equals', required: true } as const
    const opportunities = ['a', 'a', 'education-fund'].map((id) => ({ id, clause: 'HR', requires }))
    const outcome = attempt(() => defineRewardPolicy({ currency: 'CNY', opportunities }))
    expect(outcome.ok ? [] : outcome.issues.map(({ code, path }) => [code, path])).toEqual([
      ['ID_DUPLICATE', ['opportunities', 1, 'id']],
      ['ID_DUPLICATE', ['opportunities', 2, 'id']],
    ])
  })
})
