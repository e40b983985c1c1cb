import {
  attempt,
  type DefinedRewardPolicy,
  defineRewardPolicy,
  educationRepayment,
  hallOfFame,
  handbook,
  type RoundingMode,
  type VestingGrant,
  vestingSchedule,
} from 'sales-rules'
import { describe, expect, it } from 'vitest'

/** The cases that were collected for rewards, each with its numbers as they were written down, and more of the same kinds. */
const { rewards } = handbook

type Allocation = NonNullable<VestingGrant['allocation']>
const ALLOCATIONS = {
  round: 'cumulative-rounding',
  down: 'cumulative-round-down',
  front: 'front-loaded',
  back: 'back-loaded',
  'front-one': 'front-loaded-to-single-tranche',
  'back-one': 'back-loaded-to-single-tranche',
} as const satisfies Record<string, Allocation>

const start = '2026-03-01'
const sharesOf = (grant: Omit<VestingGrant, 'start'>) =>
  vestingSchedule({ start, ...grant }).tranches.map(({ shares }) => shares)

describe('shares over tranches (REW-1)', () => {
  it.each([
    [
      'vest-01',
      ...([18, 4] as const),
      {
        ...{ round: [5, 4, 5, 4], down: [4, 5, 4, 5], front: [5, 5, 4, 4], back: [4, 4, 5, 5] },
        ...{ 'front-one': [6, 4, 4, 4], 'back-one': [4, 4, 4, 6] },
      },
    ],
    [
      'a hundred over three',
      ...([100, 3] as const),
      {
        ...{ round: [33, 34, 33], down: [33, 33, 34], front: [34, 33, 33], back: [33, 33, 34] },
        ...{ 'front-one': [34, 33, 33], 'back-one': [33, 33, 34] },
      },
    ],
    [
      'fewer shares than tranches',
      ...([3, 4] as const),
      {
        ...{ round: [1, 1, 0, 1], down: [0, 1, 1, 1], front: [1, 1, 1, 0], back: [0, 1, 1, 1] },
        ...{ 'front-one': [3, 0, 0, 0], 'back-one': [0, 0, 0, 3] },
      },
    ],
    [
      'a half each time',
      ...([2, 4] as const),
      {
        ...{ round: [1, 0, 1, 0], down: [0, 1, 0, 1], front: [1, 1, 0, 0], back: [0, 0, 1, 1] },
        ...{ 'front-one': [2, 0, 0, 0], 'back-one': [0, 0, 0, 2] },
      },
    ],
    [
      'what divides',
      ...([20, 4] as const),
      Object.fromEntries(Object.keys(ALLOCATIONS).map((name) => [name, [5, 5, 5, 5]])),
    ],
  ])('%s: %i over %i, in six ways', (_, shares, tranches, expected) => {
    const found = Object.entries(ALLOCATIONS).map(([name, allocation]) => [
      name,
      sharesOf({ shares, tranches, allocation }),
    ])
    expect(Object.fromEntries(found)).toEqual(expected)
  })

  const vestedAt = (grant: Omit<VestingGrant, 'start'>, months: readonly number[]) => {
    const { tranches } = vestingSchedule({ start: '2026-01-01', ...grant })
    return months.map((month) => {
      const date = `${2026 + Math.floor(month / 12)}-${String(1 + (month % 12)).padStart(2, '0')}-01`
      return tranches.filter((one) => one.date <= date).at(-1)?.total ?? 0
    })
  }
  const monthly = { every: 'month', tranches: 48, cliffMonths: 12 } as const

  it.each([
    ['vest-03, down', 10, 'down', [0, 0, 0, 2, 2, 2, 3, 5, 7, 9, 10]],
    ['vest-03, half-up', 10, 'round', [0, 0, 0, 3, 3, 3, 3, 5, 8, 10, 10]],
    ['one for each month', 48, 'down', [0, 0, 0, 12, 13, 14, 15, 24, 36, 47, 48]],
    ['a single share', 1, 'down', [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1]],
    ['a single share, half-up', 1, 'round', [0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1]],
  ] as const)('%s: %i over 48 months with a cliff of 12', (_, shares, allocation, expected) => {
    const months = [0, 1, 11, 12, 13, 14, 15, 24, 36, 47, 48]
    const grant = { ...monthly, shares, allocation: ALLOCATIONS[allocation] }
    expect(vestedAt(grant, months)).toEqual(expected)
  })

  it('a cliff between two tranches vests those before it: 4 of 16 quarters after 13 months', () => {
    const grant = { shares: 100, tranches: 16, every: 'quarter', cliffMonths: 13 } as const
    expect(vestingSchedule({ ...grant, start: '2026-01-31' }).tranches.slice(0, 3)).toEqual([
      { date: '2027-02-28', shares: 25, total: 25 },
      { date: '2027-04-30', shares: 6, total: 31 },
      { date: '2027-07-31', shares: 6, total: 37 },
    ])
  })

  it.each([
    ['vest-06', '2028-01-31', 'month', ['2028-02-29', '2028-03-31', '2028-04-30', '2028-05-31']],
    ['quarters', '2026-08-31', 'quarter', ['2026-11-30', '2027-02-28', '2027-05-31', '2027-08-31']],
    ['leap day', '2024-02-29', 'year', ['2025-02-28', '2026-02-28', '2027-02-28', '2028-02-29']],
    ['half-years', '2026-08-30', 'half-year', ['2027-02-28', '2027-08-30', '2028-02-29']],
    ['over the year', '2026-12-31', 'month', ['2027-01-31', '2027-02-28', '2027-03-31']],
  ] as const)('%s: every %s from %s', (_, from, every, dates) => {
    const { tranches } = vestingSchedule({ shares: 9, start: from, every, tranches: dates.length })
    expect(tranches.map(({ date }) => date)).toEqual(dates)
  })

  it.each([
    ['vest-08, a day before the cliff', '2027-02-28', 0],
    ['vest-08, on the day of the cliff', '2027-03-01', 12],
    ['the day after', '2027-03-02', 12],
    ['a day before the next month', '2027-03-31', 12],
    ['on the last day of all', '2030-03-01', 48],
    ['long after', '2040-01-01', 48],
  ])('%s: who leaves on %s has %i of 48', (_, lastDay, vested) => {
    const grant = { ...monthly, plan: 'expert-options', shares: 48, start }
    const leaver = { kind: 'bad', lastDay }
    expect(vestingSchedule({ ...grant, leaver }, rewards).position?.vested).toBe(vested)
  })

  it.each([
    ['vest-11', 12, 24, 'POLICY_CONFLICT'],
    ['a month after the end', 12, 13, 'POLICY_CONFLICT'],
    ['at the end, all of it at once', 12, 12, [100]],
    ['no cliff', 2, 0, [50, 50]],
    ['a cliff that is no number of months', 12, 1.5, 'VALUE_INVALID'],
    ['a cliff below nothing', 12, -1, 'NUMBER_OUT_OF_RANGE'],
  ])('%s: %i months with a cliff of %d', (_, tranches, cliffMonths, expected) => {
    const grant = { shares: 100, tranches, every: 'month', cliffMonths } as const
    const outcome = attempt(() => sharesOf(grant))
    expect(outcome.ok ? outcome.value : outcome.issues[0]?.code).toEqual(expected)
  })
})

describe('the best tenth (REW-3)', () => {
  const hallBy = (rounding: RoundingMode, ties: 'all' | 'none' = 'all', share = '0.1') =>
    defineRewardPolicy({ currency: 'CNY', hallOfFame: { clause: 'HR-3', share, rounding, ties } })
  const name = (at: number) => `p${String(at).padStart(3, '0')}`
  const peopleOf = (...results: readonly number[]) =>
    results.map((result, at) => ({ id: name(at), result }))
  const places = (people: number, policy: DefinedRewardPolicy) =>
    hallOfFame(peopleOf(...Array.from({ length: people }, (_, at) => people - at)), policy).members
      .length

  it.each([
    ['hall-01', 15, 1, 2, 2],
    ['hall-03', 5, 0, 1, 1],
    ['hall-06', 0, 0, 0, 0],
    ['one', 1, 0, 1, 0],
    ['fourteen', 14, 1, 2, 1],
    ['nineteen', 19, 1, 2, 2],
    ['twenty-five', 25, 2, 3, 3],
    ['what divides, 30 × 0.1 in floating point being more than 3', 30, 3, 3, 3],
    ['a hundred and one', 101, 10, 11, 10],
  ])('%s: of %i people %i, %i or %i', (_, people, down, up, halfUp) => {
    const found = (['down', 'up', 'half-up'] as const).map((mode) => places(people, hallBy(mode)))
    expect(found).toEqual([down, up, halfUp])
  })

  const sixteen = Array.from({ length: 16 }, () => 80)
  it.each([
    ['hall-08', [100, 95, 95, 95, ...sixteen], [0, 1, 2, 3], [0]],
    ['two at the top', [100, 100, 95, 95, ...sixteen], [0, 1], [0, 1]],
    ['three at the top', [100, 100, 100, 95, ...sixteen], [0, 1, 2], []],
    ['all the same', [80, 80, 80, 80, ...sixteen], Array.from({ length: 20 }, (__, at) => at), []],
    ['a tie behind the last place', [100, 99, 95, 95, ...sixteen], [0, 1], [0, 1]],
  ])('%s: two places', (_, results, all, none) => {
    expect(hallOfFame(peopleOf(...results), hallBy('up', 'all')).members).toEqual(all.map(name))
    expect(hallOfFame(peopleOf(...results), hallBy('up', 'none')).members).toEqual(none.map(name))
  })
})

describe('what a course costs who leaves (REW-5)', () => {
  it.each([
    ['edu-01', '10000', '2024-07-01', '2026-06-30', '2025-06-30', '5000.00', 365, 730],
    ['edu-03', '10000', '2024-07-01', '2026-06-30', '2026-06-30', '0.00', 730, 730],
    ['edu-06', '10000', '2024-07-01', '2026-06-30', '2024-06-30', '10000.00', 0, 730],
    ['edu-08', '10000', '2027-03-01', '2029-02-28', '2028-02-29', '4993.16', 366, 731],
    ['a third', '30000', '2025-01-01', '2027-12-31', '2025-12-31', '20000.00', 365, 1095],
    ['five years', '60000', '2024-01-01', '2028-12-31', '2026-06-30', '30049.26', 912, 1827],
    ['the first day', '730', '2024-07-01', '2026-06-30', '2024-07-01', '729.00', 1, 730],
    ['half a cent', '0.01', '2026-01-01', '2026-01-02', '2026-01-01', '0.01', 1, 2],
    ['after the end', '10000', '2024-07-01', '2026-06-30', '2027-01-01', '0.00', 730, 730],
    ['one day promised', '500', '2026-01-01', '2026-01-01', '2025-12-31', '500.00', 0, 1],
  ])('%s: %s for %s to %s, last day %s', (_, amount, from, to, lastDay, repay, served, of) => {
    expect(educationRepayment({ amount, from, to, lastDay }, rewards)).toMatchObject({
      ...{ repay, served, of, agreed: repay, legalLimit: repay, findings: [] },
    })
  })

  const steps = [
    { upToMonths: 12, share: '1' },
    { upToMonths: 24, share: '0.66' },
    { upToMonths: 36, share: '0.33' },
  ]
  const owed = (boundary: 'upper-tier' | 'lower-tier', lastDay: string) =>
    educationRepayment(
      { amount: '10000', from: '2024-01-01', to: '2027-12-31', lastDay },
      defineRewardPolicy({
        currency: 'CNY',
        educationFund: {
          ...{ clause: 'HR-5', repayment: { kind: 'steps', steps, boundary } },
          aboveLegalLimit: 'report',
        },
      }),
    ).repay

  it.each([
    ['edu-11, 12 months', '2024-12-31', '6600.00', '10000.00'],
    ['edu-11, 24 months', '2025-12-31', '3300.00', '6600.00'],
    ['edu-11, 36 months', '2026-12-31', '0.00', '3300.00'],
    ['a day short of 12', '2024-12-30', '10000.00', '10000.00'],
    ['a day more than 12', '2025-01-01', '6600.00', '6600.00'],
    ['a day more than 36', '2027-01-01', '0.00', '0.00'],
  ])('%s served: the step after the end, or the one before it', (_, lastDay, after, before) => {
    expect([owed('upper-tier', lastDay), owed('lower-tier', lastDay)]).toEqual([after, before])
  })
})
