import {
  attempt,
  defineLeadModel,
  handbook,
  type LeadModelInput,
  type LeadsToRoute,
  routeLeads,
} from 'sales-rules'
import { describe, expect, it } from 'vitest'

const withRouting = (routing: LeadModelInput['routing'] & object) =>
  defineLeadModel({ ...handbook.leads, provenance: [], routing })
const waiting = withRouting({ seniorsFull: 'wait' })
const proRata = withRouting({ balance: 'pro-rata' })

const route = (leads: unknown, reps: unknown, model = handbook.leads) =>
  routeLeads({ leads, reps } as LeadsToRoute, model)

const leadsOf = (count: number, score = 50) =>
  Array.from({ length: count }, (_, at) => ({ id: `L-${String(at).padStart(4, '0')}`, score }))

const assignedBy = (routed: ReturnType<typeof route>) =>
  Object.fromEntries(routed.reps.map(({ id, assigned }) => [id, assigned]))

describe('routeLeads, by the cases collected from other products', () => {
  it('route-01: one lead a day for 30 days is shared, as what reps have is part of the input', () => {
    const loads = { old: 0, new: 0 }
    for (let day = 0; day < 30; day += 1) {
      const reps = (['old', 'new'] as const).map((id) => ({ id, capacity: 100, load: loads[id] }))
      for (const { rep } of route([{ id: `L-${day}`, score: 50 }], reps).assigned)
        loads[rep as keyof typeof loads] += 1
    }
    expect(loads).toEqual({ old: 15, new: 15 })
  })

  it('route-03: the turns of somebody who is away are shared by all who are there', () => {
    const reps = [
      { id: 'a', capacity: 10, active: false },
      { id: 'b', capacity: 10 },
      { id: 'c', capacity: 10 },
    ]
    expect(assignedBy(route(leadsOf(6), reps))).toEqual({ a: 0, b: 3, c: 3 })
  })

  it('route-06: of equal scores the one that came first gets the place', () => {
    const leads = [
      { id: 'l2', score: 90, arrived: '2026-03-02T10:00:00Z' },
      { id: 'l1', score: 90, arrived: '2026-03-02T09:00:00Z' },
    ]
    const { assigned, waiting: left } = route(leads, [{ id: 's1', capacity: 1 }])
    expect(assigned.map(({ lead, rep }) => [lead, rep])).toEqual([['l1', 's1']])
    expect(left).toMatchObject([{ lead: 'l2', because: 'no-place' }])
  })

  it('route-08: in proportion to places, the lead left over goes to the largest remainder', () => {
    const reps = [
      { id: 'a', capacity: 5 },
      { id: 'b', capacity: 3 },
      { id: 'c', capacity: 2 },
    ]
    expect(assignedBy(route(leadsOf(7), reps, proRata))).toEqual({ a: 4, b: 2, c: 1 })
    expect(assignedBy(route(leadsOf(11), reps, proRata))).toEqual({ a: 5, b: 3, c: 2 })
    // By least load they would be shared alike, as far as there are places.
    expect(assignedBy(route(leadsOf(7), reps))).toEqual({ a: 3, b: 2, c: 2 })
  })
})

describe('routeLeads (LEA-3)', () => {
  const reps = [
    { id: 'j1', rank: 'junior', capacity: 10 },
    { id: 's1', rank: 'senior', capacity: 3, load: 2 },
    { id: 's2', rank: 'senior', capacity: 2 },
    { id: 'none', capacity: 10 },
  ]
  const hot = leadsOf(4, 90)

  it('fills the seniors first, then the juniors, then whoever has no rank', () => {
    const { assigned } = route([...leadsOf(1, 85), ...leadsOf(13, 60).slice(1)], reps)
    expect(assigned.map(({ rep }) => rep)).toEqual([
      ...['s2', 's2', 's1'],
      ...Array.from({ length: 10 }, () => 'j1'),
    ])
  })

  it('takes a score as a text, and hands nobody a lead that is invalid, whatever it would score', () => {
    const leads = [
      { id: 'text', score: '95.50' },
      { id: 'copy', facts: { budget: 100, authority: 100, urgency: 100, duplicate: true } },
    ]
    const { assigned, waiting: left, disqualified } = route(leads, reps)
    expect(assigned.map(({ lead, score }) => [lead, score])).toEqual([['text', 95.5]])
    expect([left, disqualified.map(({ id }) => id)]).toEqual([[], ['copy']])
  })

  it('lets leads of high value overflow to juniors, or wait for a senior, as the model says', () => {
    expect(route(hot, reps).assigned.map(({ lead, rep, because }) => [lead, rep, because])).toEqual(
      [
        ['L-0000', 's2', 'senior-first'],
        ['L-0001', 's2', 'senior-first'],
        ['L-0002', 's1', 'senior-first'],
        ['L-0003', 'j1', 'seniors-full'],
      ],
    )
    const cold = { id: 'cold', score: 10 }
    const routed = route([cold, ...hot], reps, waiting)
    expect(routed.assigned.at(-1)).toMatchObject({ lead: 'cold', rep: 'j1', because: 'turn' })
    expect(routed.waiting).toEqual([
      { lead: 'L-0003', index: 4, score: 90, highValue: true, because: 'no-senior-place' },
    ])
  })

  it('counts ranks as senior down to the one that the model names', () => {
    const model = withRouting({
      ranks: ['director', 'manager', 'rep'],
      seniorFrom: 'manager',
      seniorsFull: 'wait',
    })
    const people = [
      { id: 'r', rank: 'rep', capacity: 5 },
      { id: 'm', rank: 'manager', capacity: 1 },
      { id: 'd', rank: 'director', capacity: 1 },
    ]
    const routed = route(hot, people, model)
    expect(routed.assigned.map(({ rep }) => rep)).toEqual(['d', 'm'])
    expect(routed.waiting.map(({ because }) => because)).toEqual([
      'no-senior-place',
      'no-senior-place',
    ])
  })

  it('gives nothing to whoever has no places, be it by capacity, by load or by being away', () => {
    const full = [
      { id: 'zero', capacity: 0 },
      { id: 'over', capacity: 2, load: 3 },
      { id: 'away', capacity: 9, active: false },
    ]
    const routed = route(leadsOf(2), full)
    expect(routed.assigned).toEqual([])
    expect(routed.waiting.map(({ because }) => because)).toEqual(['no-place', 'no-place'])
    expect(routed.reps).toEqual([
      { id: 'zero', rank: null, active: true, capacity: 0, load: 0, assigned: 0, places: 0 },
      { id: 'over', rank: null, active: true, capacity: 2, load: 3, assigned: 0, places: 0 },
      { id: 'away', rank: null, active: false, capacity: 9, load: 0, assigned: 0, places: 0 },
    ])
    expect(route([], full).waiting).toEqual([])
    expect(route(leadsOf(1), []).waiting).toHaveLength(1)
  })

  it('gives the next lead to the least loaded, and on a tie to the first on the list', () => {
    const people = [
      { id: 'a', capacity: 9, load: 2 },
      { id: 'b', capacity: 9, load: 0 },
      { id: 'c', capacity: 9, load: 1 },
    ]
    expect(
      route(leadsOf(7), people)
        .assigned.map(({ rep }) => rep)
        .join(''),
    ).toBe('bbcabca')
  })

  it('gives the only senior place to no score that the model cannot give', () => {
    const leads = [
      { id: 'of another model', score: 950 },
      { id: 'best', score: 100 },
    ]
    const { assigned, notCounted } = route(leads, [{ id: 'Chen', rank: 'senior', capacity: 1 }])
    expect(assigned).toMatchObject([{ lead: 'best', rep: 'Chen' }])
    expect(notCounted).toMatchObject([
      { id: 'of another model', issues: [{ code: 'NUMBER_OUT_OF_RANGE' }] },
    ])
  })

  it('keeps invalid leads and rows that cannot be read apart', () => {
    const leads = [
      { id: 'dup', facts: { duplicate: true } },
      { id: 'bad', score: 'high' },
      { id: 'ok', score: 1 },
    ]
    const routed = route(leads, [{ id: 'r', capacity: 5 }])
    expect(routed.assigned.map(({ lead }) => lead)).toEqual(['ok'])
    expect(routed.disqualified.map(({ id }) => id)).toEqual(['dup'])
    expect(routed.notCounted).toMatchObject([
      { id: 'bad', index: 1, issues: [{ path: ['input', 'leads', 1, 'score'] }] },
    ])
    expect(routed.clauses).toEqual(['LEA-3'])
  })

  it.each([
    [
      'a rank that the model does not have',
      { id: 'r', capacity: 1, rank: 'senoir' },
      'VALUE_NOT_ALLOWED',
      'rank',
    ],
    ['a capacity below 0', { id: 'r', capacity: -1 }, 'NUMBER_OUT_OF_RANGE', 'capacity'],
    ['a capacity of halves', { id: 'r', capacity: 1.5 }, 'VALUE_INVALID', 'capacity'],
    ['no capacity', { id: 'r' }, 'VALUE_MISSING', 'capacity'],
    ['a load below 0', { id: 'r', capacity: 1, load: -1 }, 'NUMBER_OUT_OF_RANGE', 'load'],
    ['no id', { capacity: 1 }, 'VALUE_MISSING', 'id'],
    ['an id twice', { id: 'other', capacity: 1 }, 'ID_DUPLICATE', 'id'],
    ['presence in words', { id: 'r', capacity: 1, active: 'no' }, 'VALUE_INVALID', 'active'],
  ])('refuses reps of whom one has %s', (_, rep, code, key) => {
    const outcome = attempt(() => route(leadsOf(1), [{ id: 'other', capacity: 1 }, rep]))
    expect(outcome.ok ? [] : outcome.issues).toMatchObject([
      { code, path: ['input', 'reps', 1, key] },
    ])
  })

  it.each([[undefined], [null], [[]], ['x'], [{}], [{ leads: [] }], [{ reps: [], leads: 1 }]])(
    'refuses %j as an input',
    (input) => {
      expect(attempt(() => routeLeads(input as never, handbook.leads)).ok).toBe(false)
    },
  )

  it('refuses a model in which nobody can be senior, or a rank is there twice', () => {
    const outcome = attempt(() => withRouting({ ranks: ['a', 'b', 'a'], seniorFrom: 'c' }))
    expect(outcome.ok ? [] : outcome.issues).toMatchObject([
      { code: 'ID_DUPLICATE', path: ['routing', 'ranks', 2] },
      { code: 'NOT_IN_POLICY', path: ['routing', 'seniorFrom'] },
    ])
  })
})
