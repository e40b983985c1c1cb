/** Leads that are scored, ranked and routed, against the same written by hand in floats, which checks nothing. */
import assert from 'node:assert/strict'
import { handbook, routeLeads } from 'sales-rules'
import { scoreLeadRows } from 'sales-rules/batch'
import type { Comparison } from './comparison.js'

const COUNT = 10_000
const REPS = 60
const MINUTE = 60_000

interface Lead {
  readonly id: string
  readonly arrived: string
  readonly facts: { readonly budget: number; readonly authority: number; readonly urgency: number }
}

/** Whole points, so that many leads tie. */
function drawLeads(): Lead[] {
  const first = Date.UTC(2026, 0, 2)
  return Array.from({ length: COUNT }, (_, at) => ({
    id: `L-${at}`,
    arrived: new Date(first + ((at * 7919) % 500_000) * MINUTE).toISOString(),
    facts: { budget: (at * 37) % 101, authority: (at * 61) % 101, urgency: (at * 89) % 97 },
  }))
}

/** Places for all leads, a third of them at seniors. */
const drawReps = () =>
  Array.from({ length: REPS }, (_, at) => ({
    id: `r${at}`,
    rank: at < REPS / 3 ? 'senior' : 'junior',
    capacity: 200,
    load: at % 7,
  }))

type Reps = ReturnType<typeof drawReps>
type Pair = readonly [lead: string, rep: string]

/** `routeLeads` scores and ranks what it routes: nobody has to do so before. */
function routed(leads: readonly Lead[], reps: Reps) {
  return routeLeads({ leads, reps }, handbook.leads).assigned
}

/** The same with the scores of a batch, for whoever wants them as well. */
function scoredAndRouted(leads: readonly Lead[], reps: Reps) {
  const { scores } = scoreLeadRows(
    leads.map(({ facts }) => facts),
    handbook.leads,
  )
  const scored = leads.map(({ id, arrived }, at) => ({ id, arrived, score: scores[at] as number }))
  return routeLeads({ leads: scored, reps }, handbook.leads).assigned
}

function routedByHand(leads: readonly Lead[], reps: Reps): Pair[] {
  const ranked = leads.map(({ id, arrived, facts: { budget, authority, urgency } }) => ({
    ...{ id, arrived },
    score: Math.round(budget * 40 + authority * 30 + urgency * 30) / 100,
  }))
  const earlier = (one: string, other: string) => (one < other ? -1 : one > other ? 1 : 0)
  ranked.sort((a, b) => b.score - a.score || earlier(a.arrived, b.arrived) || earlier(a.id, b.id))
  const team = reps.map((rep) => ({ ...rep }))
  return ranked.flatMap(({ id }): Pair[] => {
    const next = nextOf(team)
    if (next === undefined) return []
    next.load += 1
    return [[id, next.id]]
  })
}

/** A senior before a junior, and among them whoever has the fewest leads. */
function nextOf(team: Reps): Reps[number] | undefined {
  let next: Reps[number] | undefined
  for (const rep of team) {
    if (rep.load >= rep.capacity) continue
    const isHigher = rep.rank === 'senior' && next?.rank === 'junior'
    if (next === undefined || isHigher || (rep.rank === next.rank && rep.load < next.load))
      next = rep
  }
  return next
}

const ways = [
  ['by `routeLeads` alone', routed],
  ['by `scoreLeadRows` and `routeLeads`', scoredAndRouted],
] as const

export const comparisons: readonly Comparison[] = ways.map(([way, route]) => ({
  work: `leads scored, ranked and routed to 60 reps, 10k, ${way}`,
  against: 'floats by hand, unchecked',
  bound: { 'at-most': 5 },
  prepare: () => {
    const [leads, reps] = [drawLeads(), drawReps()]
    return {
      subject: () => route(leads, reps),
      reference: () => routedByHand(leads, reps),
      check: () =>
        assert.deepEqual(
          route(leads, reps).map(({ lead, rep }) => [lead, rep]),
          routedByHand(leads, reps),
        ),
    }
  },
}))
