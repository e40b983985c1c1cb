import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  assignInTurn,
  type Matching,
  matchStably,
  type Sides,
} from '../../../src/kernel/number/matching.js'

/** Members and groups with mutual lists in any order, and places. */
const sides: fc.Arbitrary<Sides> = fc
  .record({
    members: fc.integer({ min: 0, max: 5 }),
    groups: fc.integer({ min: 0, max: 4 }),
    pairs: fc.array(fc.boolean(), { minLength: 20, maxLength: 20 }),
    keys: fc.array(fc.nat(), { minLength: 40, maxLength: 40 }),
    places: fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 4, maxLength: 4 }),
  })
  .map(({ members, groups, pairs, keys, places }) => {
    const positions = (count: number) => Array.from({ length: count }, (_, index) => index)
    const cell = (member: number, group: number) => member * 4 + group
    const by = (keyOf: (one: number) => number) => (a: number, b: number) =>
      (keys[keyOf(a)] ?? 0) - (keys[keyOf(b)] ?? 0) || a - b
    return {
      members: positions(members).map((member) =>
        positions(groups)
          .filter((group) => pairs[cell(member, group)])
          .sort(by((group) => cell(member, group))),
      ),
      groups: positions(groups).map((group) =>
        positions(members)
          .filter((member) => pairs[cell(member, group)])
          .sort(by((member) => 20 + cell(member, group))),
      ),
      places: places.slice(0, groups),
    }
  })

/** Every matching that there is, by trying all. */
function allMatchings({ members, places }: Sides): Matching[] {
  let found: (number | undefined)[][] = [[]]
  for (const list of members) {
    found = found.flatMap((before) =>
      [undefined, ...list]
        .filter(
          (group) =>
            group === undefined ||
            before.filter((one) => one === group).length < (places[group] ?? 0),
        )
        .map((group) => [...before, group]),
    )
  }
  return found
}

const sizeOf = (matching: Matching) => matching.filter((group) => group !== undefined).length

/** No member and no group would both rather be together. */
function isStable(matching: Matching, { members, groups, places }: Sides): boolean {
  return members.every((list, member) => {
    const own = matching[member]
    const better = own === undefined ? list : list.slice(0, list.indexOf(own))
    return better.every((group) => {
      const held = members.flatMap((_, one) => (matching[one] === group ? [one] : []))
      const order = groups[group] ?? []
      const isFull = held.length === places[group]
      return isFull && held.every((one) => order.indexOf(one) < order.indexOf(member))
    })
  })
}

/** How good a matching is for each of the members, 0 the best. */
const ranksIn = (matching: Matching, { members }: Sides) =>
  members.map((list, member) => {
    const group = matching[member]
    return group === undefined ? list.length : list.indexOf(group)
  })

describe('a stable matching', () => {
  it('is stable, and of all that are the best for each member, or the worst where groups propose', () => {
    fc.assert(
      fc.property(sides, (given) => {
        const stable = allMatchings(given).filter((one) => isStable(one, given))
        const best = matchStably(given, 'members')
        const worst = matchStably(given, 'groups')
        expect(isStable(best, given) && isStable(worst, given)).toBe(true)
        expect([best.length, worst.length]).toEqual([given.members.length, given.members.length])
        const [most, least] = [ranksIn(best, given), ranksIn(worst, given)]
        for (const ranks of stable.map((other) => ranksIn(other, given))) {
          expect(ranks.filter((rank, member) => rank < (most[member] ?? 0))).toEqual([])
          expect(ranks.filter((rank, member) => rank > (least[member] ?? 0))).toEqual([])
        }
      }),
    )
  })
})

describe('an assignment in turn', () => {
  it('has as many pairs as there can be, and gives each member in turn the first choice that leaves as many', () => {
    fc.assert(
      fc.property(sides, (given) => {
        const all = allMatchings(given)
        const most = Math.max(...all.map(sizeOf))
        let left = all.filter((one) => sizeOf(one) === most)
        for (const [member, list] of given.members.entries()) {
          const group = list.find((one) => left.some((matching) => matching[member] === one))
          left = left.filter((matching) => matching[member] === group)
        }
        expect(left).toHaveLength(1)
        expect([...assignInTurn(given, 'members')]).toEqual(left[0])
      }),
    )
  })

  it('gives a group its first choice where who makes room finds a free place elsewhere', () => {
    const given = {
      members: [
        [0, 2],
        [0, 1],
      ],
      groups: [[1, 0], [1], [0]],
      places: [1, 1, 1],
    }
    expect(assignInTurn(given, 'groups')).toEqual([2, 0])
  })

  it('gives a group its first choice where somebody without a group takes the place that this one leaves', () => {
    const given = {
      members: [[0], [0, 1], [1]],
      groups: [
        [1, 0],
        [1, 2],
      ],
      places: [1, 1],
    }
    expect(assignInTurn(given, 'groups')).toEqual([undefined, 0, 1])
  })

  it('keeps whom a group has chosen from making room for its next choice', () => {
    const given = {
      members: [[2, 0], [0], [0, 2]],
      groups: [[2, 0, 1], [], [0, 2]],
      places: [2, 0, 1],
    }
    expect(assignInTurn(given, 'groups')).toEqual([2, 0, 0])
  })

  it('gives each group in turn, place by place, the first choice that leaves as many', () => {
    fc.assert(
      fc.property(sides, (given) => {
        const all = allMatchings(given)
        const most = Math.max(...all.map(sizeOf))
        let left = all.filter((one) => sizeOf(one) === most)
        for (const [group, list] of given.groups.entries())
          for (const member of list) {
            const chosen = left.filter((matching) => matching[member] === group)
            if (chosen.length > 0) left = chosen
          }
        expect(left).toHaveLength(1)
        expect([...assignInTurn(given, 'groups')]).toEqual(left[0])
      }),
    )
  })
})
