import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { place, rank, type TieRule, tieRules } from '../../../src/kernel/number/rank.js'

const scored = (...scores: number[]) => scores.map((score, at) => ({ id: `p${at}`, score }))
type Scored = ReturnType<typeof scored>[number]
const byScore = (one: Scored, other: Scored) => other.score - one.score
const idsOf = (rows: readonly { readonly row: Scored }[]) => rows.map(({ row }) => row.id)

describe('rank', () => {
  it('ranks by competition: 1 2 2 4', () => {
    const ranked = rank(scored(80, 95, 100, 95), byScore)
    expect(ranked.map(({ row, rank: at }) => [row.id, at])).toEqual([
      ['p2', 1],
      ['p1', 2],
      ['p3', 2],
      ['p0', 4],
    ])
  })

  it('ranks nobody where there is nobody', () => {
    expect(rank([], byScore)).toEqual([])
  })

  it('does not depend on the order that the rows came in', () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 5 })), fc.nat(), (scores, turn) => {
        const rows = scored(...scores)
        const at = rows.length === 0 ? 0 : turn % rows.length
        const turned = [...rows.slice(at), ...rows.slice(0, at)].reverse()
        expect(rank(turned, byScore)).toEqual(rank(rows, byScore))
      }),
    )
  })
})

describe('place', () => {
  const four = rank(scored(100, 95, 95, 95, 80), byScore)

  it.each<[number, TieRule, string[], string[]]>([
    [2, 'all', ['p0', 'p1', 'p2', 'p3'], ['p1', 'p2', 'p3']],
    [2, 'none', ['p0'], ['p1', 'p2', 'p3']],
    [2, 'refuse', ['p0'], ['p1', 'p2', 'p3']],
    [4, 'none', ['p0', 'p1', 'p2', 'p3'], []],
    [0, 'all', [], []],
    [9, 'none', ['p0', 'p1', 'p2', 'p3', 'p4'], []],
  ])(
    'with %i places and the rule %s places %j, and %j tie for the last',
    (places, ties, placed, tied) => {
      const found = place(four, places, ties)
      expect(idsOf(found.placed)).toEqual(placed)
      expect(idsOf(found.tied)).toEqual(tied)
    },
  )

  it('places nobody who is worse than somebody left out, and never parts those who are equal', () => {
    const drawn = fc.tuple(
      fc.array(fc.nat({ max: 6 }), { maxLength: 30 }),
      fc.nat({ max: 30 }),
      fc.constantFrom(...tieRules),
    )
    fc.assert(
      fc.property(drawn, ([scores, places, ties]) => {
        const rows = scored(...scores)
        const ids = new Set(idsOf(place(rank(rows, byScore), places, ties).placed))
        const worst = Math.min(...rows.filter(({ id }) => ids.has(id)).map(({ score }) => score))
        const left = rows.filter(({ id }) => !ids.has(id))
        expect(left.filter(({ score }) => score >= worst)).toEqual([])
        if (ties === 'all') expect(ids.size).toBeGreaterThanOrEqual(Math.min(places, rows.length))
        else expect(ids.size).toBeLessThanOrEqual(places)
      }),
    )
  })
})
