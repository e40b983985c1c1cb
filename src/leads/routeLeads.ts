import type { Issue, Path } from '../kernel/index.js'
import * as issue from '../kernel/input/issue.js'
import * as read from '../kernel/input/read.js'
import { ID_DUPLICATE } from '../kernel/issues.js'
import * as allocation from '../kernel/number/allocate.js'
import * as fraction from '../kernel/number/fraction.js'
import { type ExactLeadModel, exactLeadModel } from './exactLeadModel.js'
import {
  type Candidate,
  computeOrder,
  type ReadRows,
  readCandidates,
  readInput,
  writeDisqualified,
} from './read.js'
import { scoredBy } from './scoreLead.js'
import type {
  AssignedLead,
  DefinedLeadModel,
  LeadsToRoute,
  RepLoad,
  RoutedLeads,
  WaitingLead,
} from './types.js'

/**
 * Hands leads over to reps: the best leads first, and seniors before juniors, as far as each has places (LEA-3).
 *
 * Leads go by score, then arrival, then id; nobody has to rank them before. Each goes to the highest rank that has a place and, within it,
 * to whoever has the fewest leads, or to each in proportion to their places (`balance`); on a tie, to whoever is first on the list. Nobody
 * gets more than their capacity, and a lead of high value goes to a junior only when no senior has a place: where the model says
 * `seniorsFull: 'wait'`, not even then.
 * What reps have already is part of the input: a run that forgot the last one would always start with the same rep.
 *
 * @throws SalesRulesError `POLICY_NOT_DEFINED`, and for a rep who is wrong, as the leads would go to others: `ID_DUPLICATE`,
 *   `VALUE_NOT_ALLOWED` for a rank that the model does not have, `NUMBER_OUT_OF_RANGE` for a capacity below 0, … In `notCounted`, for a
 *   lead: whatever {@link rankLeads} refuses.
 *
 * @example One place at the senior's, two at the junior's: the best lead goes to the senior
 * ```ts
 * import { handbook, routeLeads } from 'sales-rules'
 *
 * const routed = routeLeads(
 *   {
 *     leads: [{ id: 'L-1', score: 40 }, { id: 'L-2', score: 95 }, { id: 'L-3', score: 85 }, { id: 'L-4', score: 60 }],
 *     reps: [
 *       { id: 'Gu', rank: 'junior', capacity: 10, load: 8 },
 *       { id: 'Chen', rank: 'senior', capacity: 5, load: 4 },
 *     ],
 *   },
 *   handbook.leads,
 * )
 * routed.assigned.map(({ lead, rep, because }) => [lead, rep, because])
 * // => [['L-2', 'Chen', 'senior-first'], ['L-3', 'Gu', 'seniors-full'], ['L-4', 'Gu', 'turn']]
 * routed.waiting.map(({ lead, because }) => [lead, because]) // => [['L-1', 'no-place']]
 * routed.reps.map(({ id, load, assigned, places }) => [id, load, assigned, places]) // => [['Gu', 8, 2, 0], ['Chen', 4, 1, 0]]
 * ```
 */
export function routeLeads(input: LeadsToRoute, model: DefinedLeadModel): RoutedLeads {
  const exact = exactLeadModel(model)
  const { leads, reps } = readRouting(input, exact)
  const routed = computeRoutes(computeOrder(leads.rows), reps, exact)
  return {
    ...writeRoutes(routed, exact),
    reps: reps.map(writeRep),
    disqualified: writeDisqualified(leads.rows),
    notCounted: leads.notCounted,
    policy: exact.policy,
    clauses: ['LEA-3'],
  }
}

/** A rep, and what they get in this run. */
interface Rep {
  readonly id: string
  readonly rank: string | null
  /** The position of the rank; those without one come last. */
  readonly level: number
  readonly active: boolean
  readonly capacity: number
  readonly load: number
  /** The place on the list. */
  readonly order: number
  assigned: number
}

const placesOf = ({ active, capacity, load, assigned }: Rep) =>
  active ? Math.max(capacity - load - assigned, 0) : 0

function readRouting(
  input: unknown,
  model: ExactLeadModel,
): { readonly leads: ReadRows<Candidate>; readonly reps: readonly Rep[] } {
  const issues: Issue[] = []
  const fields = readInput(input, ['leads', 'reps'], issues)
  const path = ['input']
  const list = read.array(fields['leads'], [...path, 'leads'], issues) ?? []
  const seen = new Set<string>()
  const reps = (read.array(fields['reps'], [...path, 'reps'], issues) ?? []).flatMap(
    (row, order): Rep[] => {
      const at = [...path, 'reps', order]
      const rep = readRep(row, at, model, issues)
      if (rep === undefined) return []
      if (seen.has(rep.id)) issue.add(issues, issue.at(ID_DUPLICATE, [...at, 'id'], { id: rep.id }))
      seen.add(rep.id)
      return [{ ...rep, order }]
    },
  )
  issue.refuseIfAny(issues)
  const leads = readCandidates(list, [...path, 'leads'], model, scoredBy(model))
  return { leads, reps }
}

const REP_KEYS = ['id', 'rank', 'capacity', 'load', 'active']
const MOST_LEADS = 1_000_000

function readRep(
  row: unknown,
  path: Path,
  { routing: { ranks } }: ExactLeadModel,
  issues: Issue[],
): Omit<Rep, 'order'> | undefined {
  const before = issues.length
  const fields = read.fields(row, path, REP_KEYS, issues)
  if (fields === undefined) return undefined
  const { required, optional } = read.of(fields, path, issues)
  const count = (value: unknown, at: Path, found: Issue[]) =>
    read.integer(value, at, found, { minimum: 0, maximum: MOST_LEADS })
  const id = required('id', read.name)
  const rank = optional('rank', (value, at, found) => read.word(value, at, ranks, found)) ?? null
  const capacity = required('capacity', count)
  const load = optional('load', count) ?? 0
  const active = optional('active', read.boolean) ?? true
  if (issues.length > before || id === undefined || capacity === undefined) return undefined
  const level = rank === null ? ranks.length : ranks.indexOf(rank)
  return { id, rank, level, active, capacity, load, assigned: 0 }
}

type Placed = Candidate & { readonly index: number }

interface Routes {
  readonly assigned: readonly { readonly lead: Placed; readonly rep: Rep }[]
  readonly waiting: readonly { readonly lead: Placed; readonly because: WaitingLead['because'] }[]
}

/** Rank by rank: the leads come with those of high value in front, so that these are the first to be served. */
function computeRoutes(
  leads: readonly Placed[],
  reps: readonly Rep[],
  { routing, highValueUpTo }: ExactLeadModel,
): Routes {
  const assigned: { lead: Placed; rep: Rep }[] = []
  const kept: Placed[] = []
  let next = 0
  for (let level = 0; level <= routing.ranks.length; level += 1) {
    const ranked = reps.filter((rep) => rep.level === level && placesOf(rep) > 0)
    if (level > routing.seniorUpTo && routing.seniorsFull === 'wait')
      for (; (leads[next]?.band ?? Number.NaN) <= highValueUpTo; next += 1)
        kept.push(leads[next] as Placed)
    for (const rep of turnsOf(ranked, leads.length - next, routing.balance)) {
      rep.assigned += 1
      assigned.push({ lead: leads[next] as Placed, rep })
      next += 1
    }
  }
  return {
    assigned,
    waiting: [
      ...kept.map((lead) => ({ lead, because: 'no-senior-place' as const })),
      ...leads.slice(next).map((lead) => ({ lead, because: 'no-place' as const })),
    ],
  }
}

/** Whose turn it is, for as many leads as there are and as there are places. */
function* turnsOf(
  reps: readonly Rep[],
  leads: number,
  balance: ExactLeadModel['routing']['balance'],
): Generator<Rep> {
  const places = reps.map(placesOf)
  const count = Math.min(
    leads,
    places.reduce((all, one) => all + one, 0),
  )
  if (count === 0) return
  const left = balance === 'pro-rata' ? sharesOf(count, places) : places
  const heap = heapOf(
    reps.map((rep, at) => ({ rep, left: left[at] ?? 0 })).filter((one) => one.left > 0),
  )
  for (let given = 0; given < count; given += 1) {
    const top = heap[0] as Turn
    top.left -= 1
    yield top.rep
    if (top.left === 0) {
      const last = heap.pop() as Turn
      if (heap.length > 0 && last !== top) heap[0] = last
    }
    sink(heap, 0)
  }
}

/** Of leads that are fewer than the places nobody gets more than their places. */
function sharesOf(leads: number, places: readonly number[]): number[] {
  return allocation.allocateUnits(BigInt(leads), places.map(fraction.whole)).map(Number)
}

/** A rep in turn, and how many more leads they may get. */
interface Turn {
  readonly rep: Rep
  left: number
}

/** Reps so that the one in front is next: each is before the two at twice its place. */
function heapOf(turns: Turn[]): Turn[] {
  for (let at = Math.floor(turns.length / 2); at >= 0; at -= 1) sink(turns, at)
  return turns
}

function sink(heap: Turn[], from: number): void {
  for (let at = from; ; ) {
    const [left, right] = [2 * at + 1, 2 * at + 2]
    const child = isNext(heap[right], heap[left]) ? right : left
    if (!isNext(heap[child], heap[at])) return
    const one = heap[at] as Turn
    heap[at] = heap[child] as Turn
    heap[child] = one
    at = child
  }
}

/** Whoever has fewer leads is next; of two who have the same number, the first on the list. */
function isNext(one: Turn | undefined, other: Turn | undefined): boolean {
  if (one === undefined || other === undefined) return false
  const [had, has] = [other.rep.load + other.rep.assigned, one.rep.load + one.rep.assigned]
  return has === had ? one.rep.order < other.rep.order : has < had
}

function writeRoutes(
  { assigned, waiting }: Routes,
  { routing, highValueUpTo }: ExactLeadModel,
): Pick<RoutedLeads, 'assigned' | 'waiting'> {
  const write = ({ id, index, score, band }: Placed) => ({
    lead: id,
    index,
    score: score ?? 0,
    highValue: band <= highValueUpTo,
  })
  const why = (highValue: boolean, level: number): AssignedLead['because'] => {
    if (!highValue) return 'turn'
    return level <= routing.seniorUpTo ? 'senior-first' : 'seniors-full'
  }
  return {
    assigned: assigned.map(({ lead: one, rep }) => {
      // Field by field: to spread them takes three times as long.
      const { lead, index, score, highValue } = write(one)
      const because = why(highValue, rep.level)
      return { lead, index, score, highValue, rep: rep.id, rank: rep.rank, because }
    }),
    waiting: waiting.map(({ lead: one, because }) => ({ ...write(one), because })),
  }
}

function writeRep(rep: Rep): RepLoad {
  const { id, rank, active, capacity, load, assigned } = rep
  return { id, rank, active, capacity, load, assigned, places: placesOf(rep) }
}
