import {
  allowances,
  awardTitles,
  checkReward,
  defineRewardPolicy,
  educationRepayment,
  grantOptions,
  hallOfFame,
  handbook,
  vestingSchedule,
} from 'sales-rules'

const { rewards } = handbook

const grant = { plan: 'restricted-stock', shares: 4000, start: '2026-03-01' }
const growth = [{ performanceGrowth: '0.08' }, { performanceGrowth: '-0.02' }]

const others = [70, 69, 68, 67, 66, 65, 64, 63].map((result, at) => ({ id: `other-${at}`, result }))
const best = [
  { id: 'Li', result: 99 },
  { id: 'Wang', result: 95 },
  { id: 'Zhao', result: 95 },
]

const facts = { rung: 'product-expert' }
const options = { plan: 'expert-options', pool: { size: 1000 }, projects: [{ id: 'scanner' }] }

const people = [
  { id: 'Li', facts: { sales: '80000' } },
  { id: 'Wang', facts: { sales: '95000' } },
  { id: 'Zhao', facts: { sales: '95000' } },
]

const course = { amount: '10000', from: '2024-07-01', to: '2026-06-30', lastDay: '2025-06-30' }

/** The fund asks for all of it in the first year, which is more than the law lets it. */
const steps = defineRewardPolicy({
  ...rewards,
  provenance: [],
  educationFund: {
    clause: 'REW-5',
    requires: { id: 'highPotential', comparison: 'equals', required: true },
    repayment: {
      kind: 'steps',
      boundary: 'upper-tier',
      steps: [
        { upToMonths: 12, share: '1' },
        { upToMonths: 24, share: '0.5' },
      ],
    },
    aboveLegalLimit: 'cap',
  },
})

const grown = { id: 'growth', comparison: 'above', required: '0', unit: 'ratio' } as const
const ownTranches = defineRewardPolicy({
  ...rewards,
  provenance: [],
  equity: rewards.equity.map((plan) => ({
    ...plan,
    vesting: {
      ...plan.vesting,
      tranches: [
        { months: 12, weight: '1' },
        {
          months: 24,
          weight: '3',
          requires: { all: [grown, { any: [{ ...grown, id: 'share' }] }] },
        },
      ],
    },
  })),
})

const champions = (period: string, known: readonly object[]) =>
  awardTitles({ period, people: known as typeof people }, rewards)

const excellent = { yearlyGrades: [{ period: '2025', value: 'S' }], asOf: '2026' }

const leaving = (vested: 'keep' | 'forfeit', unvested: 'forfeit' | 'accelerate' | 'continue') =>
  vestingSchedule(
    {
      ...grant,
      asOf: '2028-12-31',
      results: growth,
      leaver: { kind: 'own', lastDay: '2027-09-30' },
    },
    defineRewardPolicy({
      ...rewards,
      provenance: [],
      equity: rewards.equity.map((plan) => ({
        ...plan,
        vesting: { ...plan.vesting, leavers: [{ kind: 'own', vested, unvested }] },
      })),
    }),
  )

export const rewardsOutcomes = {
  allowances: () =>
    allowances(
      {
        payee: 'E-17',
        period: '2026-Q1',
        certificates: [{ certificate: 'PMP', from: '2026-02-15' }],
      },
      rewards,
    ),
  awardTitles: () => champions('2026-W07', [...people, { id: 'Gu', facts: {} }]),
  checkReward: () => checkReward(excellent, 'internal-venture', rewards),
  educationRepayment: () =>
    educationRepayment({ payee: 'E-17', ...course, lastDay: '2024-12-31' }, steps),
  grantOptions: () =>
    grantOptions(
      {
        ...options,
        requests: [
          { id: 'R-1', project: 'scanner', options: 700, facts },
          { id: 'R-2', project: 'scanner', options: 500, facts },
          { id: 'R-3', project: 'brochure', options: 100, facts },
          { id: 'R-4', project: 'scanner', options: 100, facts: { rung: 'sales-director' } },
        ],
      },
      rewards,
    ),
  hallOfFame: () => hallOfFame([...best, ...others, { id: 'Gu', result: null }], rewards),
  vestingSchedule: () =>
    vestingSchedule({ ...grant, asOf: '2028-12-31', results: growth }, rewards),
}

export const rewardsBranches = {
  'vestingSchedule: somebody was dismissed': () => leaving('forfeit', 'forfeit'),
  'vestingSchedule: at once': () => leaving('keep', 'accelerate'),
  'vestingSchedule: goes on': () => leaving('keep', 'continue'),
  'allowances: a month that is not whole': () =>
    allowances(
      { period: '2026-02', certificates: [{ certificate: 'PMP', from: '2026-02-15' }] },
      defineRewardPolicy({
        ...rewards,
        provenance: [],
        allowances: {
          clause: 'REW-4',
          certificates: [{ id: 'PMP', amount: '2000' }],
          months: 'whole',
          combine: 'all',
        },
      }),
    ),
  'awardTitles: nobody': () => champions('2026-W07', []),
  'checkReward: open': () => checkReward(excellent, 'training-abroad', rewards),
  'checkReward: not known': () => checkReward({ asOf: '2026' }, 'training-abroad', rewards),
  'educationRepayment: by day': () => educationRepayment(course, rewards),
  'grantOptions: as requested': () =>
    grantOptions(
      { ...options, requests: [{ id: 'R-1', project: 'scanner', options: 700, facts }] },
      rewards,
    ),
  'hallOfFame: nobody': () => hallOfFame([], rewards),
  'vestingSchedule: a plain schedule': () =>
    vestingSchedule({ shares: 18, tranches: 4, start: '2026-03-01', cliffMonths: 12 }),
  'vestingSchedule: tranches of their own': () =>
    vestingSchedule({ plan: 'restricted-stock', shares: 100, start: '2026-03-01' }, ownTranches),
  'vestingSchedule: somebody has left': () =>
    vestingSchedule(
      {
        ...grant,
        asOf: '2028-12-31',
        results: growth,
        leaver: { kind: 'good', lastDay: '2027-09-30' },
      },
      rewards,
    ),
}
