import {
  attempt,
  defineRewardPolicy,
  handbook,
  type RewardPolicyInput,
  type VestingGrant,
  vestingSchedule,
} from 'sales-rules'
import { describe, expect, it } from 'vitest'
import { throughJson } from '../arbitraries.rooms.js'

const { rewards } = handbook
const start = '2026-03-01'
const monthly = { every: 'month', cliffMonths: 12, tranches: 48, start } as const

function issuesOf(grant: unknown, policy?: unknown) {
  const outcome = attempt(() => vestingSchedule(grant as VestingGrant, policy as typeof rewards))
  return outcome.ok ? [] : outcome.issues
}

/** What has vested so many months after the start, by the shares of the schedule alone. */
function vestedAfter(grant: VestingGrant, months: number): number {
  const year = 2026 + Math.floor((2 + months) / 12)
  const day = `${year}-${String(((2 + months) % 12) + 1).padStart(2, '0')}-01`
  return vestingSchedule({ ...grant, asOf: day }).position?.vested ?? Number.NaN
}

type PlanInput = NonNullable<RewardPolicyInput['equity']>[number]['vesting']

function policyWith(vesting: Partial<PlanInput>) {
  return defineRewardPolicy({
    currency: 'CNY',
    equity: [{ id: 'plan', clause: 'HR-1', vesting: { tranches: 4, ...vesting } }],
  })
}

describe('vestingSchedule', () => {
  it.each([
    ['cumulative-rounding', [5, 4, 5, 4]],
    ['cumulative-round-down', [4, 5, 4, 5]],
    ['front-loaded', [5, 5, 4, 4]],
    ['back-loaded', [4, 4, 5, 5]],
    ['front-loaded-to-single-tranche', [6, 4, 4, 4]],
    ['back-loaded-to-single-tranche', [4, 4, 4, 6]],
  ] as const)('shares 18 over four tranches %s: %j (vest-01)', (allocation, expected) => {
    const { tranches } = vestingSchedule({ shares: 18, tranches: 4, start, allocation })
    expect(tranches.map(({ shares }) => shares)).toEqual(expected)
    expect(tranches.at(-1)?.total).toBe(18)
  })

  it.each([
    ['cumulative-round-down', [0, 0, 0, 2, 2, 2, 3, 5, 7, 9, 10]],
    ['cumulative-rounding', [0, 0, 0, 3, 3, 3, 3, 5, 8, 10, 10]],
  ] as const)(
    'vests 10 shares over 48 months with a cliff of 12, %s (vest-03)',
    (allocation, expected) => {
      const grant = { ...monthly, shares: 10, allocation }
      const at = [0, 1, 11, 12, 13, 14, 15, 24, 36, 47, 48]
      expect(at.map((months) => vestedAfter(grant, months))).toEqual(expected)
    },
  )

  it('counts each date from the start, so that the 31st comes back after February (vest-06)', () => {
    const { tranches } = vestingSchedule({
      shares: 4,
      tranches: 4,
      every: 'month',
      start: '2028-01-31',
    })
    expect(tranches.map(({ date }) => date)).toEqual([
      '2028-02-29',
      '2028-03-31',
      '2028-04-30',
      '2028-05-31',
    ])
  })

  it('vests the cliff for who is in service on its day, and not a day before (vest-08)', () => {
    const grant = { ...monthly, shares: 48 }
    const on = (asOf: string) => vestingSchedule({ ...grant, asOf }).position?.vested
    expect(on('2027-02-28')).toBe(0)
    expect(on('2027-03-01')).toBe(12)
    const { start: _, ...terms } = monthly
    const policy = policyWith({
      ...terms,
      leavers: [{ kind: 'bad', vested: 'keep', unvested: 'forfeit' }],
    })
    const left = (lastDay: string) => {
      const leaver = { kind: 'bad', lastDay }
      return vestingSchedule({ shares: 48, start, plan: 'plan', leaver }, policy).position
    }
    expect(left('2027-02-28')).toMatchObject({ vested: 0, unvested: 0, forfeited: 48 })
    expect(left('2027-03-01')).toMatchObject({ vested: 12, unvested: 0, forfeited: 36 })
  })

  it('refuses a cliff after the end, in a grant and in a policy (vest-11)', () => {
    const issues = issuesOf({ shares: 100, tranches: 12, every: 'month', cliffMonths: 24, start })
    expect(issues.map(({ code, path, message }) => [code, path, message])).toEqual([
      [
        'POLICY_CONFLICT',
        ['grant', 'cliffMonths'],
        'grant.cliffMonths: the cliff of 24 months is after the last tranche, which vests after 12. Shorten it.',
      ],
    ])
    expect(() => policyWith({ tranches: 1, cliffMonths: 13 })).toThrow(
      'equity[0].vesting.cliffMonths: the cliff of 13 months is after the last tranche, which vests after 12.',
    )
    expect(issuesOf({ shares: 100, tranches: 12, every: 'month', cliffMonths: 12, start })).toEqual(
      [],
    )
  })

  it('refuses a cliff beside tranches of their own sizes, whose first is one', () => {
    const tranches = [
      { months: 12, weight: '1' },
      { months: 24, weight: '3' },
    ]
    const refused = { code: 'POLICY_CONFLICT', params: { reason: 'cliff-of-custom-tranches' } }
    expect(issuesOf({ shares: 100, tranches, cliffMonths: 12, start })).toMatchObject([
      { ...refused, path: ['grant', 'cliffMonths'] },
    ])
    expect(attempt(() => policyWith({ tranches, cliffMonths: 12 }))).toMatchObject({
      issues: [{ ...refused, path: ['equity', 0, 'vesting', 'cliffMonths'] }],
    })
    expect(issuesOf({ shares: 100, tranches, cliffMonths: 0, start })).toEqual([])
  })

  it('refuses a leaver who forfeits what has vested and keeps what has not', () => {
    const of = (vested: 'forfeit' | 'keep', unvested: 'forfeit' | 'continue') =>
      attempt(() => policyWith({ leavers: [{ kind: 'bad', vested, unvested }] }))
    expect(of('forfeit', 'continue')).toMatchObject({
      issues: [
        {
          path: ['equity', 0, 'vesting', 'leavers', 0, 'unvested'],
          params: { reason: 'leaver-gains' },
        },
      ],
    })
    expect([of('forfeit', 'forfeit').ok, of('keep', 'continue').ok]).toEqual([true, true])
  })

  it('says everything of a plain grant, and names the terms that it took by default', () => {
    expect(vestingSchedule({ shares: 7, tranches: 2, start: '2024-02-29' })).toEqual({
      shares: 7,
      start: '2024-02-29',
      cliff: null,
      terms: { tranches: 2, every: 'year', cliffMonths: 0, allocation: 'cumulative-round-down' },
      tranches: [
        { date: '2025-02-28', shares: 3, total: 3 },
        { date: '2026-02-28', shares: 4, total: 7 },
      ],
      position: null,
      plan: null,
      policy: null,
      clauses: [],
    })
  })

  it('puts what falls before the cliff into one tranche on its day', () => {
    const { cliff, tranches } = vestingSchedule({
      ...monthly,
      cliffMonths: 18,
      every: 'year',
      tranches: 3,
      shares: 30,
    })
    expect(cliff).toBe('2027-09-01')
    expect(tranches).toEqual([
      { date: '2027-09-01', shares: 10, total: 10 },
      { date: '2028-03-01', shares: 10, total: 20 },
      { date: '2029-03-01', shares: 10, total: 30 },
    ])
  })

  it.each([
    ['quarter', ['2026-06-01', '2026-09-01']],
    ['half-year', ['2026-09-01', '2027-03-01']],
  ] as const)('vests each %s', (every, dates) => {
    const { tranches } = vestingSchedule({ shares: 2, tranches: 2, every, start })
    expect(tranches.map(({ date }) => date)).toEqual(dates)
  })

  it('vests tranches of their own sizes: 10, 20, 30 and 40 parts of 1,001', () => {
    const parts = [10, 20, 30, 40].map((weight, at) => ({ months: 12 * (at + 1), weight }))
    const { tranches, terms } = vestingSchedule({ shares: 1001, tranches: parts, start })
    expect(tranches.map(({ shares }) => shares)).toEqual([100, 200, 300, 401])
    expect(terms.tranches).toEqual(
      parts.map(({ months, weight }) => ({ months, weight: String(weight) })),
    )
  })

  it('has no cliff besides tranches of their own sizes', () => {
    const tranches = [{ months: 6, weight: 1 }]
    expect(issuesOf({ shares: 5, tranches, cliffMonths: 6, start })[0]?.message).toBe(
      'grant.cliffMonths: tranches of their own sizes have no cliff besides: the first of them is one. Use 0.',
    )
  })
})

describe('the restricted stock of the handbook (REW-1)', () => {
  const grant = { plan: 'restricted-stock', shares: 1000, start }
  const grew = { performanceGrowth: '0.1' }
  const fell = { performanceGrowth: '0' }
  const at = (asOf: string, ...results: (object | null)[]) =>
    vestingSchedule({ ...grant, asOf, results }, rewards)

  it('is released over four years', () => {
    const { tranches, plan, policy, clauses } = vestingSchedule(grant, rewards)
    expect(tranches.map(({ date, shares }) => [date, shares])).toEqual([
      ['2027-03-01', 250],
      ['2028-03-01', 250],
      ['2029-03-01', 250],
      ['2030-03-01', 250],
    ])
    expect([plan, policy, clauses]).toEqual([
      'restricted-stock',
      { id: 'handbook-rewards', version: '1' },
      ['REW-1'],
    ])
  })

  it('vests a tranche only where performance has grown, and says what it looked at', () => {
    const { position } = at('2028-03-01', grew, fell)
    expect(position).toMatchObject({
      asOf: '2028-03-01',
      vested: 250,
      unvested: 500,
      forfeited: 250,
    })
    expect(position?.tranches[1]).toEqual({
      date: '2028-03-01',
      state: 'forfeited',
      vested: 0,
      forfeited: 250,
      vestedOn: null,
      checks: [
        {
          id: 'performanceGrowth',
          clause: 'REW-1',
          outcome: 'unmet',
          comparison: 'above',
          actual: '0',
          required: '0',
          gap: '0',
        },
      ],
    })
  })

  it('takes growth that nobody gave for unknown, never for met', () => {
    const { position } = at('2028-12-31', null, {})
    expect(position).toMatchObject({ vested: 0, unvested: 1000, forfeited: 0 })
    expect(position?.tranches.map(({ state }) => state)).toEqual([
      'unknown',
      'unknown',
      'scheduled',
      'scheduled',
    ])
  })

  it('does not look at results of a day that is to come', () => {
    const { position } = at('2026-12-31', grew, fell)
    expect(position?.tranches.map(({ state, checks }) => [state, checks.length])).toEqual(
      Array.from({ length: 4 }, () => ['scheduled', 0]),
    )
  })

  const leaving = (kind: string, lastDay: string, asOf?: string) =>
    vestingSchedule({ ...grant, asOf, leaver: { kind, lastDay }, results: [grew, grew] }, rewards)
      .position

  it('keeps for a good leaver the running tranche by the days served: 31 of 366', () => {
    // From 2 March 2027 to 1 April 2027 are 31 days of the 366 to 1 March 2028: 250 × 31 ÷ 366 = 21.17.
    expect(leaving('good', '2027-04-01')).toMatchObject({
      asOf: '2027-04-01',
      vested: 271,
      unvested: 0,
      forfeited: 729,
      leaver: { kind: 'good', lastDay: '2027-04-01', vested: 'keep', unvested: 'pro-rata' },
    })
    expect(leaving('good', '2027-04-01')?.tranches[1]).toMatchObject({
      state: 'pro-rata',
      vested: 21,
      forfeited: 229,
      vestedOn: '2027-04-01',
    })
  })

  it('keeps for a bad leaver what has vested, and for cause nothing', () => {
    expect(leaving('bad', '2027-04-01')).toMatchObject({ vested: 250, forfeited: 750 })
    expect(leaving('cause', '2027-04-01')).toMatchObject({
      vested: 0,
      unvested: 0,
      forfeited: 1000,
    })
  })

  it('knows nothing yet of somebody who leaves later', () => {
    expect(leaving('cause', '2027-04-01', '2027-03-31')).toMatchObject({
      vested: 250,
      unvested: 750,
      leaver: null,
    })
  })

  it('refuses a kind of leaver that the plan does not have', () => {
    const [issue] = issuesOf({ ...grant, leaver: { kind: 'goood', lastDay: start } }, rewards)
    expect(issue).toMatchObject({
      code: 'NOT_IN_POLICY',
      path: ['grant', 'leaver', 'kind'],
      params: { known: ['good', 'bad', 'cause'], suggestion: 'good' },
    })
  })
})

describe('the conditions of tranches', () => {
  const growth = (required: string) =>
    ({ id: 'growth', comparison: 'at-least', required, unit: 'ratio' }) as const
  const results = (...values: (string | null)[]) =>
    values.map((value) => (value === null ? null : { growth: value }))

  const carrying = policyWith({ requires: growth('0.1'), unmet: 'carry' })
  const states = (asOf: string, values: readonly (string | null)[], policy = carrying) =>
    vestingSchedule(
      { plan: 'plan', shares: 100, start, asOf, results: results(...values) },
      policy,
    ).position?.tranches.map(({ state, vestedOn }) => [state, vestedOn])

  it('carry a tranche to the next one that meets its own', () => {
    expect(states('2028-12-31', ['0.05', '0.02'])?.slice(0, 2)).toEqual([
      ['carried', null],
      ['carried', null],
    ])
    expect(states('2029-12-31', ['0.05', '0.02', '0.1'])).toEqual([
      ['vested', '2029-03-01'],
      ['vested', '2029-03-01'],
      ['vested', '2029-03-01'],
      ['scheduled', null],
    ])
  })

  it('forfeit what is carried once no tranche is left that could bring it', () => {
    const all = ['0', '0.1', '0', '0']
    expect(states('2030-03-01', all)).toEqual([
      ['vested', '2028-03-01'],
      ['vested', '2028-03-01'],
      ['forfeited', null],
      ['forfeited', null],
    ])
    expect(states('2030-03-01', ['0', null, '0', '0'])).toEqual([
      ['carried', null],
      ['unknown', null],
      ['forfeited', null],
      ['forfeited', null],
    ])
  })

  it('leave what was carried open while an unknown tranche could still bring it, whoever has left', () => {
    const policy = policyWith({
      requires: growth('0.1'),
      unmet: 'carry',
      leavers: [{ kind: 'bad', vested: 'keep', unvested: 'forfeit' }],
    })
    const leaver = { kind: 'bad', lastDay: '2028-12-31' }
    const left = (...values: (string | null)[]) =>
      vestingSchedule(
        { plan: 'plan', shares: 100, start, leaver, results: results(...values) },
        policy,
      ).position
    expect(left('0', null)).toMatchObject({ vested: 0, unvested: 50, forfeited: 50 })
    expect(left('0', '0')).toMatchObject({ vested: 0, unvested: 0, forfeited: 100 })
  })

  it('settle what is unknown by a later tranche that vests: met or carried, it has come by then', () => {
    expect(states('2029-12-31', ['0', null, '0.1'])).toEqual([
      ['vested', '2029-03-01'],
      ['vested', '2029-03-01'],
      ['vested', '2029-03-01'],
      ['scheduled', null],
    ])
    const forfeiting = policyWith({ requires: growth('0.1') })
    expect(states('2029-12-31', [null, '0.1'], forfeiting)?.map(([state]) => state)).toEqual([
      'unknown',
      'vested',
      'unknown',
      'scheduled',
    ])
  })

  it('may differ from tranche to tranche', () => {
    const rising = policyWith({
      tranches: [
        { months: 12, weight: 1 },
        { months: 24, weight: 1, requires: growth('0.2') },
        { months: 36, weight: 2, requires: growth('0.3') },
      ],
      requires: growth('0.1'),
    })
    expect(states('2029-12-31', ['0.1', '0.19', '0.3'], rising)?.map(([state]) => state)).toEqual([
      'vested',
      'forfeited',
      'vested',
    ])
  })

  it('are those of the plan for tranches that the grant gives', () => {
    const rising = policyWith({
      tranches: [{ months: 12, weight: 1, requires: growth('0.9') }],
      requires: growth('0.1'),
    })
    const { position } = vestingSchedule(
      { plan: 'plan', shares: 3, tranches: 1, start, asOf: '2027-03-01', results: results('0.1') },
      rising,
    )
    expect(position?.vested).toBe(3)
  })

  it('refuse a fact that they do not look at, more results than tranches, and results of no day', () => {
    const grant = { plan: 'plan', shares: 100, start }
    expect(issuesOf({ ...grant, asOf: start, results: [{ groth: 1 }] }, carrying)[0]).toMatchObject(
      {
        code: 'UNKNOWN_KEY',
        path: ['grant', 'results', 0, 'groth'],
        params: { suggestion: 'growth' },
      },
    )
    expect(
      issuesOf({ ...grant, asOf: start, results: results('0', '0', '0', '0', '0') }, carrying)[0]
        ?.message,
    ).toBe('grant.results: got 5 results, expected at most 4, one for each tranche.')
    expect(issuesOf({ ...grant, results: results('0') }, carrying)[0]?.message).toBe(
      'grant.asOf: is missing, and results were given. Give the day on which you ask.',
    )
  })
})

describe('leavers', () => {
  const leavers = (['forfeit', 'pro-rata', 'accelerate', 'continue'] as const).map((unvested) => ({
    kind: unvested,
    vested: 'keep' as const,
    unvested,
  }))
  const requires = { id: 'met', comparison: 'equals', required: true } as const
  const policy = policyWith({ leavers })
  const asked = policyWith({ leavers, requires, unmet: 'carry' })
  const position = (kind: string, asOf: string, results?: readonly object[]) =>
    vestingSchedule(
      { plan: 'plan', shares: 100, start, asOf, results, leaver: { kind, lastDay: '2027-08-31' } },
      results === undefined ? policy : asked,
    ).position

  it.each([
    // 183 days of 366: half of 25, rounded down.
    ['forfeit', 25, 0, 75],
    ['pro-rata', 37, 0, 63],
    ['accelerate', 100, 0, 0],
    ['continue', 25, 75, 0],
  ])('%s: %i vested, %i unvested, %i forfeited', (kind, vested, unvested, forfeited) => {
    expect(position(kind, '2027-08-31')).toMatchObject({ vested, unvested, forfeited })
  })

  it('pro-rata is of the tranche that was running, and of no later one', () => {
    expect(position('pro-rata', '2027-08-31')?.tranches.map(({ state }) => state)).toEqual([
      'vested',
      'pro-rata',
      'forfeited',
      'forfeited',
    ])
  })

  it('goes on vesting where the plan says so', () => {
    expect(position('continue', '2029-03-01')).toMatchObject({ vested: 75, unvested: 25 })
  })

  it('waives the conditions of what is accelerated, and asks for that of a running tranche', () => {
    expect(position('accelerate', '2027-09-30', [{ met: true }])?.vested).toBe(100)
    expect(position('pro-rata', '2027-09-30', [{ met: true }, { met: true }])?.vested).toBe(37)
    expect(position('pro-rata', '2027-09-30', [{ met: true }, { met: false }])).toMatchObject({
      vested: 25,
      forfeited: 75,
    })
    expect(position('pro-rata', '2027-09-30', [{ met: true }])).toMatchObject({
      vested: 25,
      unvested: 12,
      forfeited: 63,
    })
  })

  it('forfeits what was carried', () => {
    expect(position('accelerate', '2027-09-30', [{ met: false }])).toMatchObject({
      vested: 75,
      forfeited: 25,
    })
    expect(position('continue', '2027-09-30', [{ met: false }])).toMatchObject({ unvested: 100 })
  })

  it('has nothing to give who left before the start', () => {
    const leaver = { kind: 'pro-rata', lastDay: '2026-01-31' }
    const { position: left } = vestingSchedule({ plan: 'plan', shares: 100, start, leaver }, policy)
    expect(left).toMatchObject({ vested: 0, forfeited: 100 })
    expect(left?.tranches[0]).toMatchObject({ state: 'pro-rata', vestedOn: null })
  })

  it('cannot forfeit what has vested and give what has not', () => {
    expect(() =>
      policyWith({ leavers: [{ kind: 'odd', vested: 'forfeit', unvested: 'continue' }] }),
    ).toThrow('equity[0].vesting.leavers[0].unvested: who forfeits what has vested')
    expect(() => policyWith({ leavers: [...leavers, ...leavers] })).toThrow('got "forfeit" twice')
  })
})

describe('a grant that is wrong', () => {
  const grant = { shares: 18, tranches: 4, start }

  it.each<[string, unknown, string, (string | number)[]]>([
    ['no shares', { ...grant, shares: 0 }, 'NUMBER_OUT_OF_RANGE', ['grant', 'shares']],
    ['half a share', { ...grant, shares: 1.5 }, 'VALUE_INVALID', ['grant', 'shares']],
    ['shares as text', { ...grant, shares: '18' }, 'VALUE_INVALID', ['grant', 'shares']],
    ['no tranches', { shares: 18, start }, 'VALUE_MISSING', ['grant', 'tranches']],
    ['0 tranches', { ...grant, tranches: 0 }, 'NUMBER_OUT_OF_RANGE', ['grant', 'tranches']],
    [
      'no list of tranches',
      { ...grant, tranches: [] },
      'NUMBER_OUT_OF_RANGE',
      ['grant', 'tranches', 'length'],
    ],
    [
      'a tranche of nothing',
      { ...grant, tranches: [{ months: 1, weight: 0 }] },
      'NUMBER_OUT_OF_RANGE',
      ['grant', 'tranches', 0, 'weight'],
    ],
    [
      'tranches out of order',
      {
        ...grant,
        tranches: [
          { months: 2, weight: 1 },
          { months: 2, weight: 1 },
        ],
      },
      'OUT_OF_ORDER',
      ['grant', 'tranches', 1, 'months'],
    ],
    [
      'a month that is no start',
      { ...grant, start: '2026-02-30' },
      'DATE_INVALID',
      ['grant', 'start'],
    ],
    [
      'a rule for instalments that is none',
      { ...grant, allocation: 'front' },
      'VALUE_NOT_ALLOWED',
      ['grant', 'allocation'],
    ],
    [
      'a week between tranches',
      { ...grant, every: 'week' },
      'VALUE_NOT_ALLOWED',
      ['grant', 'every'],
    ],
    [
      'an end after the year 9999',
      { ...grant, start: '9998-01-01' },
      'DATE_NOT_COVERED',
      ['grant', 'start', 'months'],
    ],
    ['a plan and no policy', { ...grant, plan: 'restricted-stock' }, 'POLICY_NOT_DEFINED', []],
    [
      'a leaver and no plan',
      { ...grant, leaver: { kind: 'good', lastDay: start } },
      'NOT_IN_POLICY',
      ['grant', 'leaver', 'kind'],
    ],
    ['a key that nothing reads', { ...grant, cliff: 12 }, 'UNKNOWN_KEY', ['grant', 'cliff']],
    ['no grant at all', null, 'VALUE_MISSING', ['grant']],
  ])('with %s is refused', (_, given, code, path) => {
    expect(issuesOf(given)).toMatchObject([{ code, path }])
  })

  it('under a policy must name its plan, by a name that the policy has', () => {
    expect(issuesOf(grant, rewards)).toMatchObject([
      { code: 'NOT_IN_POLICY', path: ['grant', 'plan'] },
    ])
    expect(issuesOf({ ...grant, plan: 'restricted-stocks' }, rewards)[0]?.message).toBe(
      'grant.plan: got "restricted-stocks", which is no equity plan of this policy. Plans: restricted-stock, expert-options. Did you mean "restricted-stock"?',
    )
    expect(issuesOf(grant, { ...rewards })).toMatchObject([{ code: 'POLICY_NOT_DEFINED' }])
  })

  it('reports all that is wrong at once', () => {
    expect(issuesOf({ shares: 0, tranches: 0, start: 'soon', every: 'day' })).toHaveLength(4)
  })
})

it('a schedule is plain JSON', () => {
  const leaver = { kind: 'good', lastDay: '2027-08-31' }
  const schedule = vestingSchedule(
    { plan: 'restricted-stock', shares: 1000, start, leaver },
    rewards,
  )
  expect(throughJson(schedule)).toEqual(schedule)
})
