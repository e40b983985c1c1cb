/** Who goes with whom, where each side has its order of the other: members that go into one group each, and groups that have places. */

/** Two sides by their positions. A member stands in the list of a group exactly where the group stands in that of the member. */
export interface Sides {
  /** The groups that each member would join, the best first. */
  readonly members: readonly (readonly number[])[]
  /** The members that each group would take, the best first. */
  readonly groups: readonly (readonly number[])[]
  /** How many members each group takes. */
  readonly places: readonly number[]
}

export type SideName = 'members' | 'groups'

/** The group of each member, or undefined. */
export type Matching = readonly (number | undefined)[]

/**
 * A stable matching (Gale and Shapley): no member and no group that are not together would both rather be. Of all that are stable it is the best for
 * each of the side that proposes.
 */
export function matchStably(sides: Sides, proposes: SideName): Matching {
  return proposes === 'members' ? membersPropose(sides) : groupsPropose(sides)
}

function membersPropose({ members, groups, places }: Sides): Matching {
  const ranks = groups.map(ranksOf)
  const held = groups.map((): number[] => [])
  const asked = members.map(() => 0)
  const free = members.map((_, member) => member).reverse()
  for (let member = free.pop(); member !== undefined; member = free.pop()) {
    const group = members[member]?.[asked[member] ?? 0]
    if (group === undefined) continue
    asked[member] = (asked[member] ?? 0) + 1
    const holds = held[group] ?? []
    holds.push(member)
    if (holds.length <= (places[group] ?? 0)) continue
    const last = holds.reduce((worst, one) => (isBefore(worst, one, ranks[group]) ? one : worst))
    holds.splice(holds.indexOf(last), 1)
    free.push(last)
  }
  return groupsOf(held, members.length)
}

function groupsPropose({ members, groups, places }: Sides): Matching {
  const ranks = members.map(ranksOf)
  const groupOf: (number | undefined)[] = members.map(() => undefined)
  const left = [...places]
  const asked = groups.map(() => 0)
  const free = groups.map((_, group) => group).reverse()
  for (let group = free.pop(); group !== undefined; group = free.pop()) {
    const member = groups[group]?.[asked[group] ?? 0]
    if (member === undefined || left[group] === 0) continue
    asked[group] = (asked[group] ?? 0) + 1
    free.push(group)
    const before = groupOf[member]
    if (isBefore(before, group, ranks[member])) continue
    groupOf[member] = group
    left[group] = (left[group] ?? 0) - 1
    if (before === undefined) continue
    left[before] = (left[before] ?? 0) + 1
    free.push(before)
  }
  return groupOf
}

function isBefore(one: number | undefined, other: number, ranks: Ranks | undefined): boolean {
  return one !== undefined && (ranks?.get(one) ?? 0) < (ranks?.get(other) ?? 0)
}

type Ranks = ReadonlyMap<number, number>

function ranksOf(list: readonly number[]): Ranks {
  return new Map(list.map((one, rank) => [one, rank]))
}

function groupsOf(held: readonly (readonly number[])[], count: number): Matching {
  const groupOf: (number | undefined)[] = Array.from({ length: count })
  for (const [group, holds] of held.entries()) for (const member of holds) groupOf[member] = group
  return groupOf
}

/**
 * As many pairs as there can be, of which one side chooses in the order of its positions: each the first of its list that still leaves as many; a
 * group does so for one place after the other. The order of the other side counts for nothing.
 */
export function assignInTurn(sides: Sides, chooses: SideName): Matching {
  const state: Assignment = {
    ...sides,
    groupOf: sides.members.map(() => undefined),
    held: sides.groups.map(() => new Set()),
    settled: sides.members.map(() => false),
  }
  fill(state)
  if (chooses === 'members') {
    for (const [member, list] of sides.members.entries())
      list.some((group) => settle(member, group, state))
  } else for (const group of sides.groups.keys()) settleGroup(group, state)
  return state.groupOf
}

function settleGroup(group: number, state: Assignment): void {
  let left = state.places[group] ?? 0
  for (const member of state.groups[group] ?? []) {
    if (left === 0) return
    if (settle(member, group, state)) left -= 1
  }
}

/** A matching that no other exceeds, in which the pairs of settled members stay. */
interface Assignment extends Sides {
  readonly groupOf: (number | undefined)[]
  readonly held: readonly Set<number>[]
  readonly settled: boolean[]
}

/** As many pairs as there can be: the first place that is free for each, and then for those who have none as long as others can move on. */
function fill(state: Assignment): void {
  const { members, groupOf } = state
  for (const [member, list] of members.entries()) {
    const group = list.find((one) => hasPlace(one, state))
    if (group !== undefined) join(member, group, state)
  }
  for (;;) {
    const ways = waysToPlaces(state)
    const member = [...ways.toGroup.keys()].find((one) => groupOf[one] === undefined)
    if (member === undefined) return
    moveAlong(member, ways, state)
  }
}

function hasPlace(group: number, { held, places }: Assignment): boolean {
  return (held[group]?.size ?? 0) < (places[group] ?? 0)
}

/** Puts a member into a group for good, if as many pairs as before can be had with it. */
function settle(member: number, group: number, state: Assignment): boolean {
  const { groupOf, settled } = state
  if (settled[member]) return false
  const isIn = groupOf[member] === group || moveInto(group, member, state)
  if (isIn) settled[member] = true
  return isIn
}

/** Into a full group a member comes for another, which must find a place, or leave its own place to somebody who has none. */
function moveInto(group: number, member: number, state: Assignment): boolean {
  const { groupOf, held, settled } = state
  const before = groupOf[member]
  const isFull = !hasPlace(group, state)
  const loose = [...(held[group] ?? [])].filter((one) => !settled[one])
  if (isFull && loose.length === 0) return false
  leave(member, state)
  if (!isFull) {
    join(member, group, state)
    return true
  }
  const ways = waysToPlaces(state, member)
  const mover = ways.from.get(group)
  const newcomer = [...ways.toGroup.keys()].find((one) => groupOf[one] === undefined)
  if (before !== undefined && mover === undefined && newcomer === undefined) {
    join(member, before, state)
    return false
  }
  leave(mover ?? (loose[0] as number), state)
  join(member, group, state)
  const moving = mover ?? newcomer
  if (moving !== undefined) moveAlong(moving, ways, state)
  return true
}

/** For members that can get a free place where others move on: the group to go to; and for a full group on the way, who moves on from it. */
interface Ways {
  readonly toGroup: ReadonlyMap<number, number>
  readonly from: ReadonlyMap<number, number>
}

/** Looks from the free places back, the shortest ways first; past those who are settled, and one besides. */
function waysToPlaces(state: Assignment, besides?: number): Ways {
  const { groups, groupOf, settled } = state
  const toGroup = new Map<number, number>()
  const from = new Map<number, number>()
  const reached = [...groups.keys()].filter((group) => hasPlace(group, state))
  const seen = new Set(reached)
  const isOut = (member: number, group: number) =>
    settled[member] || member === besides || toGroup.has(member) || groupOf[member] === group
  for (const group of reached)
    for (const member of groups[group] ?? []) {
      if (isOut(member, group)) continue
      toGroup.set(member, group)
      const own = groupOf[member]
      if (own === undefined || seen.has(own)) continue
      seen.add(own)
      from.set(own, member)
      reached.push(own)
    }
  return { toGroup, from }
}

/** Moves a member along its way; whoever it displaces moves on. */
function moveAlong(member: number, { toGroup, from }: Ways, state: Assignment): void {
  let moving: number | undefined = member
  while (moving !== undefined) {
    const group = toGroup.get(moving) as number
    const next = from.get(group)
    leave(moving, state)
    if (next !== undefined) leave(next, state)
    join(moving, group, state)
    moving = next
  }
}

function leave(member: number, { groupOf, held }: Assignment): void {
  const group = groupOf[member]
  if (group !== undefined) held[group]?.delete(member)
  groupOf[member] = undefined
}

function join(member: number, group: number, { groupOf, held }: Assignment): void {
  groupOf[member] = group
  held[group]?.add(member)
}
