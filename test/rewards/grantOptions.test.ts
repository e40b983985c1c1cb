import {
  attempt,
  defineRewardPolicy,
  grantOptions,
  handbook,
  type OptionRequests,
} from 'sales-rules'
import { describe, expect, it } from 'vitest'
import { throughJson } from '../arbitraries.rooms.js'

const { rewards } = handbook
const facts = { rung: 'product-expert' }
const ask = (id: string, options: number, project = 'scanner') => ({ id, project, options, facts })
const base = {
  plan: 'expert-options',
  pool: { size: 1000 },
  projects: [{ id: 'scanner' }, { id: 'drone', options: 100 }],
  requests: [ask('R-1', 600), ask('R-2', 300)],
}

const proRata = defineRewardPolicy({
  currency: 'CNY',
  equity: [
    {
      id: 'expert-options',
      clause: 'HR-2',
      pool: { exceeded: 'pro-rata' },
      vesting: { tranches: 4 },
    },
    { id: 'no-pool', clause: 'HR-2', vesting: { tranches: 4 } },
  ],
})
/** Without facts, which the plan above does not ask for. */
const plain = (requests: typeof base.requests) => requests.map(({ facts: _, ...one }) => one)

function issuesOf(requests: unknown, policy = rewards) {
  const outcome = attempt(() => grantOptions(requests as OptionRequests, policy))
  return outcome.ok ? [] : outcome.issues
}

const granted = (requests: OptionRequests, policy = rewards) =>
  grantOptions(requests, policy).grants.map((one) => [one.granted, one.reason])

describe('grantOptions', () => {
  it('grants experts options for innovation projects out of the pool (REW-2)', () => {
    expect(grantOptions({ ...base, requests: [ask('R-1', 600)] }, rewards)).toEqual({
      plan: 'expert-options',
      available: 1000,
      granted: 600,
      left: 400,
      projects: [
        { id: 'scanner', requested: 600, granted: 600, left: null },
        { id: 'drone', requested: 0, granted: 0, left: 100 },
      ],
      grants: [
        {
          id: 'R-1',
          project: 'scanner',
          requested: 600,
          granted: 600,
          cut: 0,
          reason: null,
          checks: [
            {
              id: 'rung',
              clause: 'REW-2',
              outcome: 'met',
              comparison: 'one-of',
              actual: 'product-expert',
              required: [
                'junior-product-consultant',
                'senior-industry-consultant',
                'product-expert',
                'chief-technical-consultant',
              ],
              gap: null,
            },
          ],
        },
      ],
      policy: { id: 'handbook-rewards', version: '1' },
      clauses: ['REW-2'],
    })
  })

  it('counts what was granted before, and what came back of it', () => {
    const pool = { size: 1000, granted: 400, returned: 50 }
    expect(grantOptions({ ...base, pool }, rewards)).toMatchObject({ available: 650, left: 0 })
    expect(granted({ ...base, pool })).toEqual([
      [600, null],
      [50, 'pool-exhausted'],
    ])
  })

  it('meets the first given first, or each in part', () => {
    const requests = [ask('R-1', 700), ask('R-2', 500), ask('R-3', 1)]
    expect(granted({ ...base, requests })).toEqual([
      [700, null],
      [300, 'pool-exhausted'],
      [0, 'pool-exhausted'],
    ])
    // 1,000 of 1,201: 582.84, 416.32 and 0.83, by largest remainder.
    expect(granted({ ...base, requests: plain(requests) }, proRata)).toEqual([
      [583, 'pool-exhausted'],
      [416, 'pool-exhausted'],
      [1, null],
    ])
  })

  it('keeps to what is set aside for a project, before it shares out the pool', () => {
    const requests = [ask('R-1', 90, 'drone'), ask('R-2', 60, 'drone'), ask('R-3', 950)]
    expect(granted({ ...base, requests })).toEqual([
      [90, null],
      [10, 'project-exhausted'],
      [900, 'pool-exhausted'],
    ])
    expect(grantOptions({ ...base, requests }, rewards).projects).toEqual([
      { id: 'scanner', requested: 950, granted: 900, left: null },
      { id: 'drone', requested: 150, granted: 100, left: 0 },
    ])
    expect(granted({ ...base, requests: plain(requests) }, proRata)).toEqual([
      [57, 'pool-exhausted'],
      [38, 'pool-exhausted'],
      [905, 'pool-exhausted'],
    ])
  })

  it('grants nothing for what is no innovation project, nor to who is no expert or may not be one', () => {
    const requests = [
      ask('R-1', 1, 'brochure'),
      { ...ask('R-2', 1), facts: { rung: 'sales-director' } },
      { id: 'R-3', project: 'scanner', options: 1 },
      { ...ask('R-4', 1), facts: { rung: null } },
    ]
    expect(granted({ ...base, requests })).toEqual([
      [0, 'project-unknown'],
      [0, 'not-eligible'],
      [0, 'eligibility-unknown'],
      [0, 'eligibility-unknown'],
    ])
  })

  it('may have granted more than the pool is, where enough of it came back', () => {
    const pool = { size: 5, granted: 6, returned: 2 }
    expect(grantOptions({ ...base, pool }, rewards).available).toBe(1)
  })

  it('grants nothing from an empty pool', () => {
    const pool = { size: 5, granted: 5 }
    expect(granted({ ...base, pool })).toEqual([
      [0, 'pool-exhausted'],
      [0, 'pool-exhausted'],
    ])
    expect(granted({ ...base, pool, requests: plain(base.requests) }, proRata)).toEqual([
      [0, 'pool-exhausted'],
      [0, 'pool-exhausted'],
    ])
  })

  it.each<[string, object, string, (string | number)[]]>([
    [
      'more granted than the pool has',
      { pool: { size: 5, granted: 6 } },
      'NUMBER_OUT_OF_RANGE',
      ['requests', 'pool', 'granted'],
    ],
    [
      'more returned than granted',
      { pool: { size: 5, granted: 2, returned: 3 } },
      'NUMBER_OUT_OF_RANGE',
      ['requests', 'pool', 'returned'],
    ],
    [
      'half an option',
      { requests: [{ ...ask('R', 1), options: 0.5 }] },
      'VALUE_INVALID',
      ['requests', 'requests', 0, 'options'],
    ],
    [
      'no option',
      { requests: [ask('R', 0)] },
      'NUMBER_OUT_OF_RANGE',
      ['requests', 'requests', 0, 'options'],
    ],
    [
      'a request twice',
      { requests: [ask('R', 1), ask('R', 1)] },
      'ID_DUPLICATE',
      ['requests', 'requests', 1, 'id'],
    ],
    [
      'a project twice',
      { projects: [{ id: 'a' }, { id: 'a' }] },
      'ID_DUPLICATE',
      ['requests', 'projects', 1, 'id'],
    ],
    [
      'a fact that the plan does not look at',
      { requests: [{ ...ask('R', 1), facts: { grade: 'S' } }] },
      'UNKNOWN_KEY',
      ['requests', 'requests', 0, 'facts', 'grade'],
    ],
    ['no pool', { pool: undefined }, 'VALUE_MISSING', ['requests', 'pool']],
    ['a plan that there is not', { plan: 'options' }, 'NOT_IN_POLICY', ['requests', 'plan']],
    [
      'a plan without a pool',
      { plan: 'restricted-stock' },
      'POLICY_CONFLICT',
      ['requests', 'plan'],
    ],
  ])('refuses %s', (_, change, code, path) => {
    const given = { ...base, ...change }
    expect(issuesOf(given).find((issue) => issue.code === code)?.path).toEqual(path)
  })

  it('takes a fact that every object inherits for one that nobody gave', () => {
    const policy = defineRewardPolicy({
      currency: 'CNY',
      equity: [
        {
          ...{ id: 'expert-options', clause: 'HR-2', pool: {}, vesting: { tranches: 4 } },
          requires: { id: 'toString', comparison: 'equals', required: true },
        },
      ],
    })
    expect(granted({ ...base, requests: plain([ask('R-1', 600)]) }, policy)).toEqual([
      [0, 'eligibility-unknown'],
    ])
  })

  it('is plain JSON', () => {
    const outcome = grantOptions(base, rewards)
    expect(throughJson(outcome)).toEqual(outcome)
  })
})
