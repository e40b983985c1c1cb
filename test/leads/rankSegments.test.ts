import { attempt, defineLeadModel, handbook, rankSegments, type SegmentToRank } from 'sales-rules'
import { describe, expect, it } from 'vitest'

const rank = (segments: unknown, model = handbook.leads) =>
  rankSegments(segments as SegmentToRank[], model)
const facts = { demand: 50, growth: { points: 50 }, pain: 50 }

describe('rankSegments (LEA-7)', () => {
  it('weighs demand, growth and pain 40/30/30, the best segment first', () => {
    const { segments, policy, clauses } = rank([
      { id: 'b', facts },
      { id: 'a', facts },
      // 80 × 0.4 + 100 ÷ 3 × 0.3 + 100 × 0.3
      { id: 'c', facts: { demand: { amount: '80000000' }, growth: '0.1', pain: 100 } },
    ])
    expect(
      segments.map(({ rank: place, id, score, behind }) => [place, id, score, behind]),
    ).toEqual([
      [1, 'c', 72, null],
      [2, 'a', 50, { id: 'c', remaining: 22 }],
      [2, 'b', 50, { id: 'a', remaining: 0 }],
    ])
    expect(segments[0]?.parts.map(({ contribution }) => contribution)).toEqual([32, 10, 30])
    expect([policy.id, clauses]).toEqual(['handbook-leads', ['LEA-7']])
  })

  it('scores each alone: one that is added changes no other', () => {
    const segments = [
      { id: 'a', facts },
      { id: 'b', facts: { ...facts, demand: 60 } },
    ]
    const giant = { id: 'giant', facts: { ...facts, demand: { amount: '900000000' } } }
    const scoreOf = (all: object[]) =>
      Object.fromEntries(rank(all).segments.map(({ id, score }) => [id, score]))
    expect(scoreOf([...segments, giant])).toMatchObject(scoreOf(segments))
  })

  it('sets a segment that cannot be read aside, and goes on', () => {
    const { segments, notCounted } = rank([
      { id: 'a', facts },
      { id: 'a', facts },
      { id: 'b', facts: { demand: 50 } },
      { id: 'c', facts: { ...facts, size: 1 } },
      { id: 'd', facts: { ...facts, demand: { amount: '1', currency: 'USD' } } },
      'e',
    ])
    expect(segments.map(({ id }) => id)).toEqual(['a'])
    expect(notCounted.map(({ id, index, issues }) => [id, index, issues[0]?.code])).toEqual([
      ['a', 1, 'ID_DUPLICATE'],
      ['b', 2, 'FACT_MISSING'],
      ['c', 3, 'UNKNOWN_KEY'],
      ['d', 4, 'CURRENCY_MIXED'],
      [null, 5, 'VALUE_INVALID'],
    ])
  })

  it('refuses segments that are no list, and a model that says nothing of them', () => {
    const { segments: _, provenance: __, ...rest } = handbook.leads
    const codesOf = (run: () => unknown) => {
      const outcome = attempt(run)
      return outcome.ok ? [] : outcome.issues.map(({ code }) => code)
    }
    expect(codesOf(() => rank(1))).toEqual(['VALUE_INVALID'])
    expect(codesOf(() => rank([], defineLeadModel(rest)))).toEqual(['POLICY_CONFLICT'])
  })
})
