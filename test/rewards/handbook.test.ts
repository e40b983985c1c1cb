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
import { describe, expect, it } from 'vitest'

type Policy = typeof handbook.rewards

/** What a year of a company comes to by a policy: each figure of the handbook's turns something in it. */
function outcomes(policy: Policy): unknown {
  const year = '2026-03-01'
  const stays = ['good', 'bad', 'cause'].flatMap((kind) =>
    ['2026-10-01', '2027-09-30', '2029-03-01'].map((lastDay) => ({ kind, lastDay })),
  )
  const results = [0.1, 0, 0.005, -0.1].map((growth) => ({ performanceGrowth: growth }))
  const vested = [undefined, ...stays].flatMap((leaver) =>
    ['restricted-stock', 'expert-options'].map((plan) => {
      const grant = { plan, shares: 10, start: year, leaver, asOf: '2030-12-31' }
      const answers = plan === 'restricted-stock' ? results : undefined
      return vestingSchedule({ ...grant, results: answers }, policy)
    }),
  )
  const rungs = ['sales-director', ...EXPERTS, 'regional-manager']
  const grades = [['S'], ['A', 'S'], ['S', 'S'], ['S', 'A'], ['A', 'A'], ['S', '', 'S']]
  const rewards = ['restricted-stock', 'expert-options', 'education-fund', ...OPPORTUNITIES]
  const histories = grades.map((list) => ({
    asOf: '2026',
    yearlyGrades: list.flatMap((value, at) =>
      value === '' ? [] : [{ period: String(2026 - list.length + at), value }],
    ),
  }))
  const known = [
    ...rungs.map((rung) => ({ rung })),
    ...histories,
    ...[true, false].map((highPotential) => ({ highPotential })),
  ]
  const requests = [700, 500].map((options, at) => ({ id: `R-${at}`, project: 'P', options }))
  const people = Array.from({ length: 12 }, (_, at) => ({
    id: `p${at}`,
    facts: { sales: Math.max(3, 10 - Math.floor(at / 2)), monthsOfService: 11 + at / 2 },
  })).map(({ id, facts }) => ({
    id,
    facts: { ...facts, monthsOfService: Math.floor(facts.monthsOfService) },
  }))
  return read([
    ...vested,
    ...known.flatMap((facts) => rewards.map((reward) => checkReward(facts, reward, policy))),
    grantOptions(
      {
        plan: 'expert-options',
        pool: { size: 1000 },
        projects: [{ id: 'P' }],
        requests: requests.map((one) => ({ ...one, facts: { rung: 'product-expert' } })),
      },
      policy,
    ),
    ...[0, 5, 11].map((count) =>
      hallOfFame(
        people.slice(0, count).map(({ id, facts }) => ({ id, result: facts.sales })),
        policy,
      ),
    ),
    allowances(
      { period: '2026-Q1', certificates: [{ certificate: 'PMP', from: '2026-02-11' }] },
      policy,
    ),
    ...['2025-01-01', '2025-09-30'].map((lastDay) =>
      educationRepayment({ amount: 10000, from: '2025-01-01', to: '2026-12-31', lastDay }, policy),
    ),
    ...['2026', '2026-W07'].map((period) => awardTitles({ period, people }, policy)),
  ])
}

/** Without what only names the policy, and what only repeats its figures. */
function read(value: unknown): unknown {
  return JSON.parse(
    JSON.stringify(value, (key, part) => (['policy', 'terms'].includes(key) ? undefined : part)),
  )
}

const EXPERTS = [
  'junior-product-consultant',
  'senior-industry-consultant',
  'product-expert',
  'chief-technical-consultant',
]
const OPPORTUNITIES = ['training-abroad', 'emba', 'internal-venture']

/** A figure of the policy, and another that a company might have instead. */
const changes: readonly (readonly [path: string, other: unknown])[] = [
  ['currency', 'EUR'],
  ['rounding.mode', 'up'],
  ['rounding.decimals', 0],
  ...[0, 1].flatMap((plan) => [
    [`equity.${plan}.clause`, 'HR-1'] as const,
    [`equity.${plan}.requires.required.0`, 'regional-manager'] as const,
    [`equity.${plan}.requires.clause`, 'HR-1'] as const,
    [`equity.${plan}.vesting.tranches`, 3] as const,
    [`equity.${plan}.vesting.every`, 'half-year'] as const,
    [`equity.${plan}.vesting.cliffMonths`, 24] as const,
    [`equity.${plan}.vesting.allocation`, 'front-loaded'] as const,
    [`equity.${plan}.vesting.leavers.0.unvested`, 'forfeit'] as const,
    [`equity.${plan}.vesting.leavers.1.unvested`, 'accelerate'] as const,
    [`equity.${plan}.vesting.leavers.2.vested`, 'keep'] as const,
  ]),
  ['equity.0.vesting.requires.comparison', 'at-least'],
  ['equity.0.vesting.requires.required', '0.05'],
  ['equity.0.vesting.requires.clause', 'HR-1'],
  ['equity.0.vesting.unmet', 'carry'],
  ['equity.1.pool.exceeded', 'pro-rata'],
  ...[1, 2, 3].map((at) => [`equity.1.requires.required.${at}`, 'regional-manager'] as const),
  ['hallOfFame.clause', 'HR-3'],
  ['hallOfFame.share', '0.2'],
  ['hallOfFame.rounding', 'down'],
  ['hallOfFame.ties', 'none'],
  ['allowances.clause', 'HR-4'],
  ['allowances.certificates.0.amount', '1900'],
  ['allowances.months', 'whole'],
  ['educationFund.clause', 'HR-5'],
  ['educationFund.requires.required', false],
  [
    'educationFund.repayment',
    {
      kind: 'steps',
      steps: [{ upToMonths: 24, share: '1' }],
      boundary: 'upper-tier',
    },
  ],
  ...[0, 1, 2].flatMap((title) => [
    [`titles.${title}.id`, 'other'] as const,
    [`titles.${title}.clause`, 'HR-6'] as const,
    [`titles.${title}.by.0`, 'monthsOfService'] as const,
    [`titles.${title}.places`, 2] as const,
    [`titles.${title}.ties`, 'none'] as const,
  ]),
  ['titles.0.per', 'week'],
  ['titles.1.per', 'week'],
  ['titles.2.per', 'year'],
  ['titles.1.requires.required', '11'],
  ['titles.1.requires.comparison', 'above'],
  ...[0, 1, 2].flatMap((at) => [
    [`opportunities.${at}.clause`, 'HR-7'] as const,
    [`opportunities.${at}.requires.required`, 'A'] as const,
    [`opportunities.${at}.requires.inARow.length`, 3] as const,
  ]),
  ['opportunities.2.requires.inARow.gap', 'ignore'],
]

/** Figures that turn nothing alone: each is tried beside the figure that makes it count. */
const together: readonly (readonly [
  path: string,
  other: unknown,
  beside: string,
  given: unknown,
])[] = [
  [
    'educationFund.aboveLegalLimit',
    'report',
    'educationFund.repayment',
    { kind: 'steps', steps: [{ upToMonths: 24, share: '1' }], boundary: 'upper-tier' },
  ],
  [
    'equity.1.vesting.unmet',
    'carry',
    'equity.1.vesting.requires',
    { id: 'met', comparison: 'equals', required: true },
  ],
  [
    'allowances.combine',
    'highest',
    'allowances.certificates',
    ['PMP', 'CFA'].map((id) => ({ id, amount: '2000' })),
  ],
]

function changed(policy: unknown, path: string, other: unknown): never {
  const copy = JSON.parse(JSON.stringify(policy))
  const steps = path.split('.')
  const last = steps.pop() ?? ''
  let part = copy
  for (const step of steps) part = part[step]
  part[last] = other
  return { ...copy, provenance: [] } as never
}

const before = outcomes(handbook.rewards)

describe('each figure of the rewards of the handbook', () => {
  it.each(changes)('turns an outcome: %s is not %j', (path, other) => {
    const policy = defineRewardPolicy(changed(handbook.rewards, path, other))
    let after: unknown
    try {
      after = outcomes(policy)
    } catch (error) {
      after = String(error)
    }
    expect(after).not.toEqual(before)
  })

  it.each(together)(
    'turns an outcome: %s is not %j, where there is %s',
    (path, other, beside, given) => {
      const base = changed(handbook.rewards, beside, given)
      const asked = (policy: Policy) => [
        outcomes(policy),
        allowances(
          {
            period: '2026-01',
            certificates: (policy.allowances?.certificates ?? []).map(({ id }) => ({
              ...{ certificate: id, from: '2025-01-01' },
            })),
          },
          policy,
        ),
        vestingSchedule(
          {
            ...{ plan: 'expert-options', shares: 10, start: '2026-03-01', asOf: '2028-03-01' },
            results: beside.includes('vesting') ? [{ met: false }, { met: true }] : [],
          },
          policy,
        ),
      ]
      expect(asked(defineRewardPolicy(changed(base, path, other)))).not.toEqual(
        asked(defineRewardPolicy(base)),
      )
    },
  )

  it('is among those that are tried', () => {
    const tried = [...changes, ...together].map(([path]) => path)
    const isTried = (path: string) =>
      tried.some((one) => one === path || path.startsWith(`${one}.`)) || NAMES.test(path)
    const { id: _, version: __, provenance: ___, ...figures } = handbook.rewards
    expect(leaves(figures).filter((path) => !isTried(path))).toEqual([])
  })
})

/** What only names a part, or says of which kind it is. */
const NAMES =
  /\.(id|kind)$|comparison$|\.unit$|requires\.clause$|requires\.required\.\d$|inARow\.(per|gap)$|leavers\.\d\.vested$|leavers\.\d\.unvested$/

function leaves(value: unknown, path: readonly string[] = []): string[] {
  if (typeof value !== 'object' || value === null) return [path.join('.')]
  return Object.entries(value).flatMap(([key, part]) => leaves(part, [...path, key]))
}
