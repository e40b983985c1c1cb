import { attempt, defineRewardPolicy, hallOfFame, handbook, type YearResult } from 'sales-rules'
import { describe, expect, it } from 'vitest'
import { throughJson } from '../arbitraries.rooms.js'

const { rewards } = handbook
type Hall = Parameters<typeof defineRewardPolicy>[0]['hallOfFame']

function policyWith(rules: Partial<NonNullable<Hall>>) {
  const hall = { clause: 'HR-3', share: '0.1', rounding: 'up' as const, ...rules }
  return defineRewardPolicy({ currency: 'CNY', hallOfFame: hall })
}

function issuesOf(people: unknown, policy = rewards) {
  const outcome = attempt(() => hallOfFame(people as YearResult[], policy))
  return outcome.ok ? [] : outcome.issues
}

const year = (...results: (number | null)[]) =>
  results.map((result, at) => ({ id: `p${at}`, result }))
const falling = (count: number) => year(...Array.from({ length: count }, (_, at) => 100 - at))

/** 20 people, of whom three tie for the second place. */
const tied = year(100, 95, 95, 95, ...Array.from({ length: 16 }, () => 80))

describe('hallOfFame', () => {
  it.each([
    // hall-01, hall-03, hall-06
    [15, { floor: 1, ceiling: 2, 'half-up': 2 }],
    [5, { floor: 0, ceiling: 1, 'half-up': 1 }],
    [0, { floor: 0, ceiling: 0, 'half-up': 0 }],
    [30, { floor: 3, ceiling: 3, 'half-up': 3 }],
  ])('of %i people a tenth is, by the rounding of the policy, %j', (people, expected) => {
    for (const [rounding, places] of Object.entries(expected)) {
      const policy = policyWith({ rounding: rounding as 'floor' })
      const hall = hallOfFame(falling(people), policy)
      expect([hall.base, hall.places, hall.members.length]).toEqual([people, places, places])
    }
  })

  it.each([
    ['all', ['p0', 'p1', 'p2', 'p3']],
    ['none', ['p0']],
  ] as const)(
    'where more tie than there are places lets %s of them in: %j (hall-08)',
    (ties, members) => {
      const hall = hallOfFame(tied, policyWith({ ties }))
      expect(hall.places).toBe(2)
      expect(hall.members).toEqual(members)
      expect(hall.tied).toEqual(['p1', 'p2', 'p3'])
      expect(hall.ranking.slice(0, 5).map(({ rank }) => rank)).toEqual([1, 2, 2, 2, 5])
    },
  )

  it('asks who enters, by name, where the policy refuses ties', () => {
    expect(issuesOf(tied, policyWith({ ties: 'refuse' }))[0]).toMatchObject({
      code: 'TIE_UNDECIDED',
      path: ['people'],
      params: { places: 2, count: 3, tied: ['p1', 'p2', 'p3'] },
      message:
        'people: 3 tie for the last of 2 places: "p1", "p2", "p3". Decide between them, or let the policy say whether those who tie enter.',
    })
    expect(issuesOf(falling(20), policyWith({ ties: 'refuse' }))).toEqual([])
  })

  it('names no more of those who tie than anybody would read', () => {
    const [issue] = issuesOf(
      year(...Array.from({ length: 50 }, () => 1)),
      policyWith({ ties: 'refuse' }),
    )
    expect(issue?.params).toMatchObject({ count: 50, places: 5, tied: { length: 20 } })
    expect(issue?.message).toContain(', …. Decide')
  })

  it('lets the best tenth in by the handbook, those who tie included (REW-3)', () => {
    expect(hallOfFame(tied, rewards)).toMatchObject({
      base: 20,
      places: 2,
      members: ['p0', 'p1', 'p2', 'p3'],
      clauses: ['REW-3'],
      policy: { id: 'handbook-rewards', version: '1' },
    })
    expect(hallOfFame(falling(4), rewards).members).toEqual(['p0'])
  })

  it('counts nobody without a result, and names them', () => {
    const hall = hallOfFame(
      year(null, 3, null, 2, 1),
      policyWith({ share: '0.34', rounding: 'down' }),
    )
    expect(hall).toMatchObject({ base: 3, places: 1, members: ['p1'], unranked: ['p0', 'p2'] })
  })

  it('says what is missing to the last place', () => {
    const hall = hallOfFame(year(90, 80, 70.5), policyWith({ share: '0.5' }))
    expect(hall.ranking).toEqual([
      { id: 'p0', result: '90', rank: 1, entered: true, remaining: null },
      { id: 'p1', result: '80', rank: 2, entered: true, remaining: null },
      { id: 'p2', result: '70.5', rank: 3, entered: false, remaining: '9.5' },
    ])
    const none = hallOfFame(year(5, 4), policyWith({ rounding: 'down' }))
    expect(none.ranking.map(({ remaining }) => remaining)).toEqual([null, null])
  })

  it('computes with results of any form, negative ones too, and keeps equal ones equal', () => {
    const people = [
      { id: 'a', result: '-1.50' },
      { id: 'b', result: -1.5 },
      { id: 'c', result: '1e3' },
    ]
    const hall = hallOfFame(people, policyWith({ share: '0.5' }))
    expect(hall.ranking.map(({ result, rank }) => [result, rank])).toEqual([
      ['1000', 1],
      ['-1.5', 2],
      ['-1.5', 2],
    ])
    expect(throughJson(hall)).toEqual(hall)
  })

  it.each<[string, unknown, string, (string | number)[]]>([
    ['no list', {}, 'VALUE_INVALID', ['people']],
    [
      'a result that is no number',
      [{ id: 'a', result: 'many' }],
      'NUMBER_INVALID',
      ['people', 0, 'result'],
    ],
    ['nobody', [{ result: 1 }], 'VALUE_MISSING', ['people', 0, 'id']],
    [
      'somebody twice',
      [
        { id: 'a', result: 1 },
        { id: 'a', result: 2 },
      ],
      'ID_DUPLICATE',
      ['people', 1, 'id'],
    ],
    ['a score', [{ id: 'a', score: 1 }], 'UNKNOWN_KEY', ['people', 0, 'score']],
  ])('refuses %s', (_, people, code, path) => {
    expect(issuesOf(people)).toMatchObject([{ code, path }])
  })

  it('refuses a policy without a hall of fame, and says what it has', () => {
    const titles = [{ id: 'best', clause: 'HR-6', per: 'year' as const, by: ['sales'] }]
    const policy = defineRewardPolicy({ currency: 'CNY', titles })
    expect(issuesOf([], policy)[0]?.message).toBe(
      'policy: has no hallOfFame, so nothing says how it is given. It has: titles. Add hallOfFame.',
    )
  })

  it('refuses a share in percent', () => {
    expect(() => policyWith({ share: 10 })).toThrow(
      'hallOfFame.share: got 10, expected a ratio from 0 to 1. Did you mean 0.1 (10%)?',
    )
  })
})
