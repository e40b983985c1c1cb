import {
  attempt,
  awardTitles,
  defineRewardPolicy,
  handbook,
  type TitleCandidates,
} from 'sales-rules'
import { describe, expect, it } from 'vitest'
import { throughJson } from '../arbitraries.rooms.js'

const { rewards } = handbook
type Title = NonNullable<Parameters<typeof defineRewardPolicy>[0]['titles']>[number]

const policyWith = (title: Partial<Title>) =>
  defineRewardPolicy({
    currency: 'CNY',
    titles: [{ id: 'best', clause: 'HR-6', per: 'month', by: ['sales'], ...title }],
  })

function issuesOf(candidates: unknown, policy = rewards) {
  const outcome = attempt(() => awardTitles(candidates as TitleCandidates, policy))
  return outcome.ok ? [] : outcome.issues
}

const people = (...facts: object[]) => facts.map((one, at) => ({ id: `p${at}`, facts: one }))
const sold = (...sales: (number | null)[]) => people(...sales.map((one) => ({ sales: one })))

const may = (candidates: TitleCandidates['people'], title: Partial<Title> = {}) =>
  awardTitles({ period: '2026-05', people: candidates }, policyWith(title)).titles[0]

describe('awardTitles', () => {
  it('names the sales champion and the rising star of a year, who joined within it (REW-6)', () => {
    const candidates = people(
      { sales: '900000', monthsOfService: 40 },
      { sales: '500000', monthsOfService: 12 },
      { sales: '600000', monthsOfService: 13 },
      { sales: '800000' },
    )
    const { period, titles, clauses } = awardTitles({ period: '2026', people: candidates }, rewards)
    expect([period, clauses]).toEqual(['2026', ['REW-6']])
    expect(titles.map(({ title, winners }) => [title, winners])).toEqual([
      ['sales-champion', ['p0']],
      ['rising-star', ['p1']],
    ])
    expect(titles[1]?.unranked.map(({ id, reason }) => [id, reason])).toEqual([
      ['p0', 'not-eligible'],
      ['p2', 'not-eligible'],
      ['p3', 'eligibility-unknown'],
    ])
  })

  it('names the star of the week', () => {
    const { titles } = awardTitles({ period: '2026-W53', people: sold(5, 7) }, rewards)
    expect(titles).toEqual([
      {
        title: 'star-of-the-week',
        clause: 'REW-6',
        winners: ['p1'],
        tied: [],
        ranking: [
          { id: 'p1', rank: 1, figures: ['7'] },
          { id: 'p0', rank: 2, figures: ['5'] },
        ],
        unranked: [],
      },
    ])
    expect(issuesOf({ period: '2025-W53', people: [] })).toMatchObject([{ code: 'PERIOD_INVALID' }])
  })

  it.each([
    ['all', ['p0', 'p1']],
    ['none', []],
  ] as const)('gives a title that two tie for to %s of them: %j', (ties, winners) => {
    expect(may(sold(9, 9, 8), { ties })).toMatchObject({ winners, tied: ['p0', 'p1'] })
  })

  it('asks whose the title is, by name, where the policy refuses ties', () => {
    const candidates = { period: '2026-05', people: sold(9, 9) }
    expect(issuesOf(candidates, policyWith({ ties: 'refuse' }))).toMatchObject([
      { code: 'TIE_UNDECIDED', path: ['titles', 'best'], params: { tied: ['p0', 'p1'] } },
    ])
  })

  it('lets the next figure decide where the first is equal', () => {
    const candidates = people(
      { sales: 9, newCustomers: 1 },
      { sales: '9.0', newCustomers: 2 },
      { sales: 8, newCustomers: 9 },
    )
    const award = may(candidates, { by: ['sales', 'newCustomers'] })
    expect(award?.winners).toEqual(['p1'])
    expect(award?.ranking.map(({ id, figures }) => [id, figures])).toEqual([
      ['p1', ['9', '2']],
      ['p0', ['9', '1']],
      ['p2', ['8', '9']],
    ])
  })

  it('gives as many as there are places', () => {
    expect(may(sold(1, 2, 3, 4), { places: 3 })?.winners).toEqual(['p3', 'p2', 'p1'])
    expect(may(sold(1), { places: 3 })?.winners).toEqual(['p0'])
    expect(may([])?.winners).toEqual([])
  })

  it('asks for a least figure where the policy does', () => {
    const requires = { id: 'sales', comparison: 'above', required: 0, unit: 'money' } as const
    expect(may(sold(0, -5, null), { requires })).toMatchObject({
      winners: [],
      unranked: [
        { id: 'p0', reason: 'not-eligible', checks: [{ outcome: 'unmet', gap: '0' }] },
        { id: 'p1', reason: 'not-eligible' },
        { id: 'p2', reason: 'eligibility-unknown' },
      ],
    })
    expect(may(sold(0, null))).toMatchObject({
      winners: ['p0'],
      unranked: [{ id: 'p1', reason: 'figure-missing', checks: [] }],
    })
  })

  it('refuses a period for which there is no title, and says for which there is', () => {
    expect(issuesOf({ period: '2026-Q1', people: [] })[0]?.message).toBe(
      'candidates.period: got 2026-Q1, and no title of this policy is awarded for a period of this length. Titles are awarded by: year, week.',
    )
  })

  it.each<[string, unknown, string, (string | number)[]]>([
    ['somebody twice', [...sold(1), ...sold(1)], 'ID_DUPLICATE', ['candidates', 'people', 1, 'id']],
    [
      'a figure that is no number',
      people({ sales: 'many' }),
      'NUMBER_INVALID',
      ['candidates', 'people', 0, 'facts', 'sales'],
    ],
    [
      'a fact of no title',
      people({ sale: 1 }),
      'UNKNOWN_KEY',
      ['candidates', 'people', 0, 'facts', 'sale'],
    ],
    ['no facts', [{ id: 'a' }], 'VALUE_MISSING', ['candidates', 'people', 0, 'facts']],
    ['no people', undefined, 'VALUE_MISSING', ['candidates', 'people']],
  ])('refuses %s', (_, given, code, path) => {
    expect(issuesOf({ period: '2026', people: given })).toMatchObject([{ code, path }])
  })

  it('refuses a title twice in a policy', () => {
    const title = { id: 'best', clause: 'HR-6', per: 'month', by: ['sales'] } as const
    expect(() => defineRewardPolicy({ currency: 'CNY', titles: [title, title] })).toThrow(
      'titles[1].id: got "best" twice',
    )
  })

  it('are plain JSON', () => {
    const outcome = awardTitles({ period: '2026', people: sold(1, null) }, rewards)
    expect(throughJson(outcome)).toEqual(outcome)
  })
})
