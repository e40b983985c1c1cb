import {
  attempt,
  type DefinedLeadModel,
  defineLeadModel,
  handbook,
  type LeadToRank,
  rankLeads,
  scoreLead,
} from 'sales-rules'
import { scoreLeadRows } from 'sales-rules/batch'
import { describe, expect, it } from 'vitest'

const rank = (leads: unknown, model: DefinedLeadModel = handbook.leads) =>
  rankLeads(leads as LeadToRank[], model)

const orderOf = (leads: unknown) => rank(leads).leads.map(({ rank: place, id }) => [place, id])

describe('rankLeads (LEA-3)', () => {
  it('ranks by score, then whoever came first, then by id, whatever the order of the list', () => {
    const leads = [
      { id: 'b', score: 75, arrived: '2026-03-02T10:00:00Z' },
      { id: 'a', score: 75, arrived: '2026-03-02T10:00:00Z' },
      // An hour later by the clock on the wall, and an hour earlier in truth.
      { id: 'c', score: 75, arrived: '2026-03-02T11:00:00+02:00' },
      { id: 'd', score: 75 },
      { id: 'e', score: '75.01' },
      { id: 'f', score: 0, arrived: '2020-01-01T00:00:00Z' },
    ]
    const expected = [
      [1, 'e'],
      [2, 'c'],
      [2, 'a'],
      [2, 'b'],
      [2, 'd'],
      [6, 'f'],
    ]
    expect(orderOf(leads)).toEqual(expected)
    expect(orderOf([...leads].reverse())).toEqual(expected)
    const { leads: ranked } = rank(leads)
    expect(ranked.map(({ behind }) => behind)).toEqual([
      null,
      { id: 'e', remaining: 0.01, by: 'score' },
      { id: 'c', remaining: 0, by: 'arrival' },
      { id: 'a', remaining: 0, by: 'id' },
      { id: 'b', remaining: 0, by: 'arrival' },
      { id: 'd', remaining: 75, by: 'score' },
    ])
  })

  it('marks leads of high value, and says how a score that it computed came about', () => {
    const facts = { budget: { amount: '500000' }, authority: 'decision-maker', urgency: 'none' }
    const { leads, policy, clauses } = rank([
      { id: 'low', score: 79.99 },
      { id: 'facts', facts },
      { id: 'high', score: 80 },
    ])
    expect(leads).toMatchObject([
      { id: 'high', band: 'hot', highValue: true, outcome: null, index: 2 },
      { id: 'low', band: 'warm', highValue: false, index: 0 },
      { id: 'facts', score: 70, index: 1, outcome: scoreLead(facts, handbook.leads) },
    ])
    expect(policy).toEqual({ id: 'handbook-leads', version: '1' })
    expect(clauses).toEqual(['LEA-1', 'LEA-2', 'LEA-3'])
  })

  it('names invalid leads apart with their reasons (LEA-2)', () => {
    const { leads, disqualified } = rank([
      { id: 'x', facts: { duplicate: true, inMarket: false } },
      { id: 'y', facts: { budget: 1, authority: 1, urgency: 1, reachable: false } },
    ])
    expect(leads).toEqual([])
    expect(disqualified).toEqual([
      { id: 'x', index: 0, reasons: ['duplicate', 'outside-market'], clause: 'LEA-2' },
      { id: 'y', index: 1, reasons: ['no-reachable-contact'], clause: 'LEA-2' },
    ])
  })

  it.each([
    ['no id', { score: 1 }, null, 'VALUE_MISSING', ['leads', 1, 'id']],
    ['an id twice', { id: 'ok', score: 1 }, 'ok', 'ID_DUPLICATE', ['leads', 1, 'id']],
    ['neither facts nor a score', { id: 'x' }, 'x', 'VALUE_INVALID', ['leads', 1]],
    [
      'both facts and a score',
      { id: 'x', score: 1, facts: {} },
      'x',
      'VALUE_INVALID',
      ['leads', 1],
    ],
    [
      'a score above all that the model gives',
      { id: 'x', score: '100.01' },
      'x',
      'NUMBER_OUT_OF_RANGE',
      ['leads', 1, 'score'],
    ],
    ['a score below 0', { id: 'x', score: -1 }, 'x', 'NUMBER_OUT_OF_RANGE', ['leads', 1, 'score']],
    [
      'a score that is no number',
      { id: 'x', score: NaN },
      'x',
      'NUMBER_INVALID',
      ['leads', 1, 'score'],
    ],
    [
      'an arrival without an offset',
      { id: 'x', score: 1, arrived: '2026-03-02T10:00' },
      'x',
      'INSTANT_INVALID',
      ['leads', 1, 'arrived'],
    ],
    [
      'a wrong fact',
      { id: 'x', facts: { budget: 101, authority: 1, urgency: 1 } },
      'x',
      'NUMBER_OUT_OF_RANGE',
      ['leads', 1, 'facts', 'budget'],
    ],
    ['an unknown key', { id: 'x', scor: 1, score: 1 }, 'x', 'UNKNOWN_KEY', ['leads', 1, 'scor']],
    ['no object', 'lead', null, 'VALUE_INVALID', ['leads', 1]],
  ])('sets a row with %s aside, and goes on', (_, row, id, code, path) => {
    const { leads, notCounted } = rank([{ id: 'ok', score: 50 }, row, { id: 'next', score: 40 }])
    expect(leads.map((one) => one.id)).toEqual(['ok', 'next'])
    expect(notCounted).toMatchObject([{ id, index: 1, issues: [{ code, path }] }])
  })

  it('takes a score up to the most that the model gives, and says what that is', () => {
    const leads = [
      { id: 'most', score: 100 },
      { id: 'more', score: 950 },
    ]
    expect(orderOf(leads)).toEqual([[1, 'most']])
    expect(rank(leads).notCounted[0]?.issues[0]?.message).toBe(
      'leads[1].score: got 950, expected from 0 to 100.',
    )
  })

  it('takes more than 100 where a criterion gives more', () => {
    const criteria = handbook.leads.criteria.map((one) => ({
      ...one,
      curve: { kind: 'points' as const, maximum: 120 },
    }))
    const generous = defineLeadModel({ ...handbook.leads, criteria })
    const facts = { budget: 120, authority: 120, urgency: 120 }
    const { score } = scoreLead(facts, generous)
    const { leads, notCounted } = rank(
      [
        { id: 'most', score },
        { id: 'more', score: 120.1 },
      ],
      generous,
    )
    expect(leads).toMatchObject([{ id: 'most', score: 120 }])
    expect(notCounted).toMatchObject([{ id: 'more' }])
  })

  it('takes the scores of a batch', () => {
    const rows = [
      { budget: 90, authority: 70, urgency: 60 },
      { budget: 99, authority: 80, urgency: 70 },
    ]
    const { scores } = scoreLeadRows(rows, handbook.leads)
    const leads = rows.map((_, index) => ({ id: `L-${index}`, score: scores[index] }))
    expect(orderOf(leads)).toEqual([
      [1, 'L-1'],
      [2, 'L-0'],
    ])
  })

  it('refuses leads that are no array, and a model that was not defined', () => {
    const issuesOf = (run: () => unknown) => {
      const outcome = attempt(run)
      return outcome.ok ? [] : outcome.issues.map(({ code }) => code)
    }
    expect(issuesOf(() => rank('leads'))).toEqual(['VALUE_INVALID'])
    expect(issuesOf(() => rank([], {} as DefinedLeadModel))).toEqual(['POLICY_NOT_DEFINED'])
  })
})
