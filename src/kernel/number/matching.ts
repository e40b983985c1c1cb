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
  if (chooses === 'members') for (const member of sides.members.keys()) chooseGroup(member, state)
  else for (const group of sides.groups.keys()) chooseMembers(group, state)
  return state.groupOf
}

/** A matching that no other exceeds, in which the pairs of settled members stay. */
interface Assignment extends Sides {
  readonly groupOf: (number | undefined)[]
  readonly held: readonly Set<number>[]
  readonly settled: boolean[]
}

/** As many pairs as there can be: the first place that is free for each, and then for those who have none as long as others can move on. */
function fill(state: Assignment): void {
  for (const [member, list] of state.members.entries()) {
    const group = list.find((one) => hasPlace(one, state))
    if (group !== undefined) join(member, group, state)
  }
  for (;;) {
    const ways = waysToPlaces(state)
    const member = newcomerOf(ways, state)
    if (member === undefined) return
    moveAlong(member, ways, state)
  }
}

function hasPlace(group: number, { held, places }: Assignment): boolean {
  return (held[group]?.size ?? 0) < (places[group] ?? 0)
}

/** Puts a member for good into the first group of its list with which as many pairs as before can be had. */
function chooseGroup(member: number, state: Assignment): void {
  const { members, groupOf, settled } = state
  const before = groupOf[member]
  leave(member, state)
  settled[member] = true
  let ways: Ways | undefined
  for (const group of members[member] ?? []) {
    if (hasPlace(group, state)) {
      join(member, group, state)
      return
    }
    if (!hasLoose(group, state)) continue
    ways ??= waysToPlaces(state)
    // Who had no group can take the place of anybody: that leaves as many pairs.
    const isOpen = before === undefined || ways.from.has(group)
    if (!isOpen && newcomerOf(ways, state) === undefined) continue
    takePlace(member, group, ways, state)
    return
  }
}

/** Gives the places of a group for good to the first members of its list with whom as many pairs as before can be had. */
function chooseMembers(group: number, state: Assignment): void {
  const { groups, places, groupOf, settled } = state
  let left = places[group] ?? 0
  let within = groupsWithin(group, state)
  for (const member of groups[group] ?? []) {
    if (left === 0) return
    const before = groupOf[member]
    const isFree = before === undefined || before === group || hasPlace(group, state)
    // Whoever makes room takes the place that is left, or one that is free.
    const isMade = (one: number | undefined) =>
      one === before || (one !== undefined && hasPlace(one, state))
    if (settled[member] || !(isFree || [...within].some(isMade))) continue
    left -= 1
    settled[member] = true
    if (before !== group) {
      leave(member, state)
      takePlace(member, group, waysToPlaces(state), state)
    }
    within = groupsWithin(group, state)
  }
}

/**
 * Into a full group a member comes for another, which moves on or leaves its place to somebody who has none and gets one elsewhere, as long as anybody
 * can.
 */
function takePlace(member: number, group: number, ways: Ways, state: Assignment): void {
  const mover = ways.from.get(group)
  const isFull = !hasPlace(group, state)
  if (isFull) leave(mover ?? (looseIn(group, state)[0] as number), state)
  join(member, group, state)
  const moving = isFull ? (mover ?? newcomerOf(ways, state)) : undefined
  if (moving !== undefined) moveAlong(moving, ways, state)
}

function looseIn(group: number, { held, settled }: Assignment): number[] {
  return [...(held[group] ?? [])].filter((one) => !settled[one])
}

function hasLoose(group: number, state: Assignment): boolean {
  return looseIn(group, state).length > 0
}

/** Somebody without a group who can get a place where others move on. */
function newcomerOf({ toGroup }: Ways, { groupOf }: Assignment): number | undefined {
  return [...toGroup.keys()].find((one) => groupOf[one] === undefined)
}

/** The groups a place in which somebody could use who is in this group and not settled, or is in none, where others move on. */
function groupsWithin(group: number, state: Assignment): ReadonlySet<number | undefined> {
  const { members, groupOf } = state
  const moving = looseIn(group, state)
  for (const [member, own] of groupOf.entries()) if (own === undefined) moving.push(member)
  const within = new Set<number | undefined>()
  for (const member of moving)
    for (const next of members[member] ?? []) {
      if (within.has(next)) continue
      within.add(next)
      moving.push(...looseIn(next, state))
    }
  return within
}

/** For members that can get a free place where others move on: the group to go to; and for a full group on the way, who moves on from it. */
interface Ways {
  readonly toGroup: ReadonlyMap<number, number>
  readonly from: ReadonlyMap<number, number>
}

/** Looks from the free places back, the shortest ways first; past those who are settled. */
function waysToPlaces(state: Assignment): Ways {
  const { groups, groupOf, settled } = state
  const toGroup = new Map<number, number>()
  const from = new Map<number, number>()
  const reached = [...groups.keys()].filter((group) => hasPlace(group, state))
  const seen = new Set(reached)
  const isOut = (member: number, group: number) =>
    settled[member] || toGroup.has(member) || groupOf[member] === group
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
