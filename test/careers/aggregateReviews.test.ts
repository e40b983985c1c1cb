import fc from 'fast-check'
import { aggregateReviews, attempt, handbook, type ReviewScores } from 'sales-rules'
import { describe, expect, it } from 'vitest'
import { shuffled } from '../arbitraries.rooms.js'
import { add, divide, fraction, multiply, parse, sum, toDecimal } from '../oracle/fraction.js'
import { changed, without } from './policies.js'

const score = (reviews: ReviewScores, policy = handbook.careers) =>
  aggregateReviews(reviews, policy)

const groups = (...list: readonly (readonly [string, number, number, boolean])[]) =>
  changed({
    reviews: {
      clause: 'HR-3',
      groups: list.map(([id, weight, minimum, anonymous]) => ({ id, weight, minimum, anonymous })),
    },
  })

describe('aggregateReviews', () => {
  it('takes the mean of each group first: three peers do not weigh three times (PRO-11)', () => {
    expect(score({ manager: [90], peers: [80, 70, 75], customers: [85] })).toEqual({
      score: 84.5,
      passed: null,
      groups: [
        {
          id: 'manager',
          weight: 50,
          reviews: 1,
          minimum: 1,
          average: 90,
          contribution: 45,
          withheld: null,
        },
        {
          id: 'peers',
          weight: 30,
          reviews: 3,
          minimum: 3,
          average: 75,
          contribution: 22.5,
          withheld: null,
        },
        {
          id: 'customers',
          weight: 20,
          reviews: 1,
          minimum: 1,
          average: 85,
          contribution: 17,
          withheld: null,
        },
      ],
      missing: [],
      policy: { id: 'handbook-careers', version: '1' },
      clauses: ['PRO-11'],
    })
  })

  it('has no score while a group has too few reviews, and names it', () => {
    const { score: total, missing, groups: shown } = score({ manager: [90], peers: [80, 70] })
    expect([total, missing]).toEqual([null, ['peers', 'customers']])
    expect(shown.map(({ contribution }) => contribution)).toEqual([null, null, null])
  })

  it('asks nothing of a group of no weight', () => {
    const policy = groups(['manager', 100, 1, false], ['self', 0, 1, false])
    expect(score({ manager: [80] }, policy)).toMatchObject({ score: 80, missing: [] })
    expect(score({ manager: [80], self: [100] }, policy)).toMatchObject({ score: 80 })
  })

  it('says whether a pass mark is reached, where there is one', () => {
    const policy = (passMark: number) =>
      changed({
        reviews: { clause: 'HR-3', groups: [{ id: 'manager', weight: 100 }], passMark },
      })
    expect(score({ manager: [80] }, policy(80)).passed).toBe(true)
    expect(score({ manager: ['79.99'] }, policy(80)).passed).toBe(false)
    expect(score({}, policy(80)).passed).toBeNull()
  })
})

describe('an anonymous group of fewer than three', () => {
  const policy = groups(
    ['manager', 50, 1, false],
    ['peers', 30, 2, true],
    ['customers', 20, 1, true],
  )
  const withheld = (reviews: ReviewScores, by = policy) =>
    Object.fromEntries(score(reviews, by).groups.map((group) => [group.id, group.withheld]))

  it('counts, and is not shown; nor is a second group, as the score would tell the first', () => {
    const reviewed = score({ manager: [90], peers: [80, 70], customers: [85, 85, 85] }, policy)
    expect(reviewed.score).toBe(84.5)
    expect(reviewed.groups).toMatchObject([
      { id: 'manager', average: 90, contribution: 45, withheld: null },
      { id: 'peers', average: null, contribution: null, withheld: 'anonymity' },
      { id: 'customers', average: null, contribution: null, withheld: 'would-disclose' },
    ])
  })

  it('needs no other to be withheld where there are two, or where there is no score', () => {
    expect(withheld({ manager: [90], peers: [80, 70], customers: [85] })).toEqual({
      manager: null,
      peers: 'anonymity',
      customers: 'anonymity',
    })
    expect(withheld({ manager: [90], peers: [80, 70] })).toEqual({
      manager: null,
      peers: 'anonymity',
      customers: null,
    })
  })

  it('takes a named group with it where there is no other', () => {
    const two = groups(['manager', 50, 1, false], ['peers', 50, 1, true])
    expect(withheld({ manager: [90], peers: [80] }, two)).toEqual({
      manager: 'would-disclose',
      peers: 'anonymity',
    })
  })

  it('takes of named groups the one of the fewest reviews with it', () => {
    const three = groups(
      ['manager', 40, 1, false],
      ['peers', 30, 1, true],
      ['customers', 30, 1, false],
    )
    const given = { manager: [90, 92], peers: [80], customers: [85] }
    const hidden = { peers: 'anonymity', customers: 'would-disclose', manager: null }
    expect(withheld(given, three)).toEqual(hidden)
    expect(withheld({ ...given, manager: [90], customers: [85, 84] }, three)).toEqual({
      ...{ peers: 'anonymity', manager: 'would-disclose', customers: null },
    })
  })

  it('is not hidden by another few who do not count: the score would still tell what it has said', () => {
    const four = groups(
      ['manager', 50, 1, false],
      ['assistants', 0, 1, true],
      ['peers', 30, 1, true],
      ['customers', 20, 1, false],
    )
    const given = { manager: [90], assistants: [10], peers: [80, 70], customers: [85] }
    expect(withheld(given, four)).toEqual({
      manager: 'would-disclose',
      assistants: 'anonymity',
      peers: 'anonymity',
      customers: null,
    })
    const two = groups(['assistants', 0, 1, true], ['peers', 100, 1, true])
    expect(score({ assistants: [10], peers: [80, 70] }, two).score).toBeNull()
    const named = groups(['assistants', 0, 1, true], ['manager', 100, 1, false])
    expect(score({ assistants: [10], manager: [80] }, named).score).toBe(80)
  })

  it('has no score where it is the only group, which the score would be', () => {
    const alone = groups(['peers', 100, 1, true])
    expect(score({ peers: [80, 60] }, alone)).toMatchObject({ score: null, missing: [] })
    expect(score({ peers: [80, 60, 70] }, alone)).toMatchObject({ score: 70 })
  })
})

describe('for any reviews', () => {
  const reviews = fc.record({
    manager: fc.array(fc.nat({ max: 100 }), { minLength: 1, maxLength: 3 }),
    peers: fc.array(fc.nat({ max: 100 }), { minLength: 3, maxLength: 7 }),
    customers: fc.array(fc.nat({ max: 100 }), { minLength: 1, maxLength: 3 }),
  })
  const weights = { manager: '0.5', peers: '0.3', customers: '0.2' }

  it('the score is that of fractions, and what the groups add makes it up', () => {
    fc.assert(
      fc.property(reviews, (given) => {
        const exact = Object.entries(weights).map(([id, weight]) => {
          const list = given[id as keyof typeof given]
          const mean = divide(
            sum(list.map((one) => fraction(BigInt(one)))),
            fraction(BigInt(list.length)),
          )
          return multiply(mean, parse(weight))
        })
        const { score: total, groups: shown } = score(given)
        expect(total).toBe(Number(toDecimal(sum(exact), 2, 'half-up')))
        const added = shown.map(({ contribution }) => parse(String(contribution)))
        expect(toDecimal(added.reduce(add), 2, 'half-up')).toBe(toDecimal(sum(exact), 2, 'half-up'))
      }),
    )
  })

  it('their order within a group decides nothing, and a better one never lowers the score', () => {
    const drawn = reviews.chain((given) => fc.tuple(fc.constant(given), shuffled(given.peers)))
    fc.assert(
      fc.property(drawn, ([given, peers]) => {
        expect(score({ ...given, peers })).toEqual(score(given))
        const better = { ...given, peers: given.peers.map((one) => Math.min(100, one + 1)) }
        expect(score(better).score ?? 0).toBeGreaterThanOrEqual(score(given).score ?? 0)
      }),
    )
  })

  it('what a withheld group has said cannot be worked out: other reviews give the same page', () => {
    const policy = groups(
      ['manager', 50, 1, false],
      ['peers', 30, 1, true],
      ['customers', 20, 1, true],
    )
    // A point less from the peers is made up for by one and a half more from the customers.
    fc.assert(
      fc.property(
        fc.integer({ min: 20, max: 80 }),
        fc.integer({ min: 20, max: 80 }),
        (peers, customers) => {
          const one = score(
            { manager: [70], peers: [peers], customers: [customers, customers, customers] },
            policy,
          )
          const more = customers + 3
          const other = score(
            { manager: [70], peers: [peers - 2], customers: [more, more, more] },
            policy,
          )
          expect(other).toEqual(one)
        },
      ),
    )
  })
})

describe('reviews are refused', () => {
  it.each<[string, unknown, string, readonly (string | number)[]]>([
    [
      'of a group that the policy does not have',
      { boss: [90] },
      'UNKNOWN_KEY',
      ['reviews', 'boss'],
    ],
    ['above the maximum', { peers: [80, 101] }, 'NUMBER_OUT_OF_RANGE', ['reviews', 'peers', 1]],
    ['below 0', { peers: [-1] }, 'NUMBER_OUT_OF_RANGE', ['reviews', 'peers', 0]],
    ['in words', { peers: ['good'] }, 'NUMBER_INVALID', ['reviews', 'peers', 0]],
    ['that are no list', { peers: 80 }, 'VALUE_INVALID', ['reviews', 'peers']],
    ['that are nothing', null, 'VALUE_MISSING', ['reviews']],
  ])('%s', (_, reviews, code, path) => {
    const outcome = attempt(() => score(reviews as ReviewScores))
    expect(outcome.ok ? [] : outcome.issues).toMatchObject([{ code, path }])
  })

  it('by a policy that says nothing of them', () => {
    const outcome = attempt(() => score({}, without('reviews')))
    expect(outcome.ok ? [] : outcome.issues).toMatchObject([
      { code: 'VALUE_MISSING', path: ['policy', 'reviews'] },
    ])
  })

  it('by weights that do not add up', () => {
    const outcome = attempt(() => groups(['manager', 50, 1, false], ['peers', 40, 1, true]))
    expect(outcome.ok ? [] : outcome.issues).toMatchObject([
      { code: 'WEIGHTS_NOT_100', path: ['reviews', 'groups'] },
    ])
  })
})
