import fc from 'fast-check'
import {
  addDays,
  defineLeadModel,
  evaluateScores,
  handbook,
  rankLeads,
  reviewSources,
  routeLeads,
  scoreLead,
} from 'sales-rules'
import { scoreLeadRows } from 'sales-rules/batch'
import { describe, expect, it } from 'vitest'
import { throughJson } from '../arbitraries.rooms.js'
import { type Fraction, fraction, multiply, parse, subtract, toText } from '../oracle/fraction.js'
import * as oracle from '../oracle/ranks.js'

/** Few scores, so that many tie. */
const leads = fc.array(
  fc.record({ score: fc.integer({ min: -3, max: 6 }), outcome: fc.boolean() }),
  {
    maxLength: 25,
  },
)
const known = (list: readonly { score: number; outcome: boolean }[]) =>
  list.map(({ score, outcome }) => ({ score: fraction(BigInt(score)), won: outcome }))
const cut = (value: Fraction | null) => value && toText(value)

describe('evaluateScores', () => {
  it('has the AUC of the rank statistic, the average precision and the lift by definition', () => {
    const tops = fc.integer({ min: 1, max: 20 })
    fc.assert(
      fc.property(leads, tops, (list, twentieths) => {
        const evaluation = evaluateScores(list, { top: String(twentieths / 20) })
        const exact = known(list)
        expect(evaluation.auc).toBe(cut(oracle.auc(exact)))
        expect(evaluation.averagePrecision).toBe(cut(oracle.averagePrecision(exact)))
        expect(evaluation.lift).toBe(cut(oracle.lift(exact, fraction(BigInt(twentieths), 20n))))
      }),
      { numRuns: 300 },
    )
  })

  it('is unchanged by any map of the scores that keeps their order, and turned around by one that turns it', () => {
    fc.assert(
      fc.property(leads, (list) => {
        const mapped = (map: (score: number) => number | string) =>
          evaluateScores(list.map(({ score, outcome }) => ({ score: map(score), outcome })))
        const { auc, averagePrecision, lift } = evaluateScores(list)
        expect(mapped((score) => score ** 3 * 1000 - 7)).toMatchObject({
          auc,
          averagePrecision,
          lift,
        })
        const turned = oracle.auc(
          known(list).map((one) => ({ ...one, score: subtract(fraction(0n), one.score) })),
        )
        expect(mapped((score) => -score).auc).toBe(cut(turned))
      }),
    )
  })

  it('has bands that partition the leads, whatever their order, and survives JSON', () => {
    fc.assert(
      fc.property(leads, fc.boolean(), (list, isGiven) => {
        const bands = [
          { id: 'b', from: 2 },
          { id: 'a', from: 0 },
        ]
        const evaluation = evaluateScores(list, isGiven ? { bands } : {})
        const total = (key: 'decided' | 'won') =>
          evaluation.bands.reduce((all, band) => all + band[key], 0)
        expect([total('decided'), total('won')]).toEqual([evaluation.decided, evaluation.won])
        expect(evaluateScores([...list].reverse(), isGiven ? { bands } : {})).toEqual(evaluation)
        expect(throughJson(evaluation)).toStrictEqual(evaluation)
      }),
    )
  })

  it('has bins that partition the leads, and Brier’s score by definition', () => {
    const rows = fc.array(
      fc.record({ probability: fc.integer({ min: 0, max: 100 }), outcome: fc.boolean() }),
      { minLength: 1, maxLength: 20 },
    )
    fc.assert(
      fc.property(rows, fc.integer({ min: 1, max: 13 }), (list, bins) => {
        const predicted = list.map(({ probability, outcome }) => ({
          probability: String(probability / 100),
          outcome,
        }))
        const { brier, calibration } = evaluateScores(predicted, { bins })
        const squares = list.map(
          ({ probability, outcome }) => BigInt(probability - (outcome ? 100 : 0)) ** 2n,
        )
        const sum = squares.reduce((all, one) => all + one, 0n)
        expect(brier).toBe(cut(fraction(sum, 10_000n * BigInt(list.length))))
        expect(calibration?.bins.map(({ decided }) => decided)).toEqual(
          Array.from(
            { length: bins },
            (_, at) =>
              list.filter(
                ({ probability }) =>
                  Math.min(Math.floor((probability * bins) / 100), bins - 1) === at,
              ).length,
          ),
        )
      }),
    )
  })

  it('has the distance of two periods by definition, the same from either side', () => {
    fc.assert(
      fc.property(leads, leads, (now, before) => {
        fc.pre(now.length > 0 && before.length > 0)
        const scoresOf = (list: typeof now) => known(list).map(({ score }) => score)
        const distance = evaluateScores(now, { before }).drift?.distance
        expect(distance).toBe(cut(oracle.distance(scoresOf(now), scoresOf(before))))
        expect(evaluateScores(before, { before: now }).drift?.distance).toBe(distance)
      }),
    )
  })
})

describe('reviewSources', () => {
  const z2 = multiply(parse('1.959964'), parse('1.959964'))

  /** What is below 0 within Wilson's interval, and above 0 outside of it: (rate − p)² · n − z² · p · (1 − p). */
  function outside(won: number, of: number, p: Fraction): Fraction {
    const distance = subtract(fraction(BigInt(won), BigInt(of)), p)
    const square = multiply(multiply(distance, distance), fraction(BigInt(of)))
    return subtract(square, multiply(z2, multiply(p, subtract(fraction(1n), p))))
  }

  const counts = fc
    .oneof(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 1, max: 5000 }))
    .chain((of) => fc.record({ of: fc.constant(of), won: fc.integer({ min: 0, max: of }) }))

  it('ends its intervals where the exact polynomial is 0, to half a unit', () => {
    fc.assert(
      fc.property(counts, ({ won, of }) => {
        const [source] = reviewSources(
          { sources: [{ id: 's', leads: of, won }] },
          handbook.leads,
        ).sources
        const [lower = '', upper = ''] = source?.interval ?? []
        const half = fraction(1n, 20_000n)
        const isOut = (p: Fraction) => outside(won, of, p).n >= 0n || p.n <= 0n || p.n >= p.d
        // An end that was kept from 0 or from 1 is off by up to a unit.
        const slack = (text: string) =>
          text === '0.0001' || text === '0.9999' ? fraction(1n, 10_000n) : half
        expect(isOut(subtract(parse(lower), slack(lower)))).toBe(true)
        expect(
          outside(won, of, subtract(parse(upper), slack(upper))).n <= 0n || upper === '1.0000',
        ).toBe(true)
        expect(Number(lower)).toBeLessThanOrEqual(won / of)
        expect(Number(upper)).toBeGreaterThanOrEqual(Math.floor((won / of) * 10_000) / 10_000)
      }),
    )
  })

  it('compares by the same interval as it shows, and never judges worse for one more win', () => {
    const order = ['drop', 'shift-budget', 'undecided', 'keep']
    fc.assert(
      fc.property(counts, ({ won, of }) => {
        const verdictOf = (count: number) =>
          reviewSources({ sources: [{ id: 's', leads: of, won: count }] }, handbook.leads)
            .sources[0]
        const now = verdictOf(won)
        const isInside = outside(won, of, fraction(1n, 10n)).n <= 0n
        expect(now?.compared === 'undecided').toBe(isInside)
        if (won === of) return
        const better = order.indexOf(verdictOf(won + 1)?.verdict ?? '')
        expect(better).toBeGreaterThanOrEqual(order.indexOf(now?.verdict ?? ''))
      }),
    )
  })

  it('says how many leads of the same rate would settle it: so many do, and one less does not', () => {
    fc.assert(
      fc.property(counts, ({ won, of }) => {
        const [source] = reviewSources(
          { sources: [{ id: 's', leads: of, won }] },
          handbook.leads,
        ).sources
        const needed = source?.decidedNeeded ?? null
        fc.pre(needed !== null)
        const rate = fraction(BigInt(won), BigInt(of))
        const distance = subtract(rate, fraction(1n, 10n))
        const spread = multiply(z2, fraction(9n, 100n))
        const settles = (n: number) =>
          subtract(multiply(multiply(distance, distance), fraction(BigInt(n))), spread).n > 0n
        // Fewer than the minimum sample settle nothing, whatever their rate.
        const isMinimum = needed === handbook.leads.sources.minimumSample
        expect(settles(needed ?? 0)).toBe(true)
        expect(!isMinimum && settles((needed ?? 0) - 1)).toBe(false)
        expect(needed).toBeGreaterThanOrEqual(30)
      }),
    )
  })
})

describe('routeLeads', () => {
  const reps = fc.uniqueArray(
    fc.record({
      id: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
      rank: fc.constantFrom('senior', 'junior', null),
      capacity: fc.integer({ min: 0, max: 6 }),
      load: fc.integer({ min: 0, max: 4 }),
      active: fc.boolean(),
    }),
    { selector: ({ id }) => id },
  )
  const list = fc
    .array(fc.constantFrom(10, 60, 79.99, 80, 95), { maxLength: 20 })
    .map((scores) => scores.map((score, at) => ({ id: `L-${at}`, score })))
  const models = fc
    .record({
      seniorsFull: fc.constantFrom('overflow' as const, 'wait' as const),
      balance: fc.constantFrom('least-loaded' as const, 'pro-rata' as const),
    })
    .map((routing) => defineLeadModel({ ...handbook.leads, provenance: [], routing }))

  it('never exceeds a capacity, and loses no lead', () => {
    fc.assert(
      fc.property(list, reps, models, (leads, people, model) => {
        const routed = routeLeads({ leads, reps: people }, model)
        const given = routed.reps.map(({ id, assigned, places }) => [id, assigned + places])
        const had = people.map(({ id, load, capacity, active }) => [
          id,
          active ? Math.max(capacity - load, 0) : 0,
        ])
        expect(given).toEqual(had)
        expect(routed.reps.filter(({ places }) => places < 0)).toEqual([])
        const all = [...routed.assigned, ...routed.waiting].map(({ lead }) => lead)
        expect(all.sort()).toEqual(leads.map(({ id }) => id).sort())
        for (const { id, assigned } of routed.reps)
          expect(routed.assigned.filter(({ rep }) => rep === id)).toHaveLength(assigned)
      }),
    )
  })

  const placesOf = (people: readonly { readonly places: number }[]) =>
    people.reduce((all, { places }) => all + places, 0)

  it('gives no hot lead to a junior while a senior has a place, and lets none wait while somebody who may take it has one', () => {
    fc.assert(
      fc.property(list, reps, models, (leads, people, model) => {
        const { assigned, waiting, reps: after } = routeLeads({ leads, reps: people }, model)
        const seniorPlaces = placesOf(after.filter(({ rank }) => rank === 'senior'))
        const isDown = assigned.some(({ highValue, rank }) => highValue && rank !== 'senior')
        expect(isDown && seniorPlaces > 0).toBe(false)
        expect(isDown && model.routing.seniorsFull === 'wait').toBe(false)
        const because = waiting.map((one) => one.because)
        expect(because.includes('no-place') && placesOf(after) > 0).toBe(false)
        expect(because.includes('no-senior-place') && seniorPlaces > 0).toBe(false)
      }),
    )
  })

  it('gives the better lead its place first, and is the same in any order of the leads', () => {
    fc.assert(
      fc.property(list, reps, models, (leads, people, model) => {
        const routed = routeLeads({ leads, reps: people }, model)
        const ranked = rankLeads(leads, model).leads.map(({ id }) => id)
        const order = routed.assigned.map(({ lead }) => ranked.indexOf(lead))
        expect(order).toEqual([...order].sort((a, b) => a - b))
        const pairs = ({ assigned }: typeof routed) => assigned.map(({ lead, rep }) => [lead, rep])
        expect(pairs(routeLeads({ leads: [...leads].reverse(), reps: people }, model))).toEqual(
          pairs(routed),
        )
      }),
    )
  })

  it('gives nobody a lead of whom another of the same rank has fewer, and a place', () => {
    fc.assert(
      fc.property(list, reps, (leads, people) => {
        const { reps: after } = routeLeads({ leads, reps: people }, handbook.leads)
        const pairs = after.flatMap((one) => after.map((other) => [one, other] as const))
        const unfair = pairs.filter(
          ([one, other]) =>
            one.rank === other.rank &&
            one.assigned > 0 &&
            other.places > 0 &&
            one.load + one.assigned > other.load + other.assigned + 1,
        )
        expect(unfair).toEqual([])
      }),
    )
  })
})

describe('a lead', () => {
  const fact = (names: readonly string[]) =>
    fc.oneof(
      fc.constantFrom(...names),
      fc.integer({ min: 0, max: 10_000 }).map((units) => units / 100),
    )
  const money = fc.integer({ min: 0, max: 60_000_000 }).map((cents) => ({ amount: cents / 100 }))
  const facts = fc.record(
    {
      budget: fc.oneof(fact(['100']), money),
      authority: fact(['decision-maker', 'influencer', 'none']),
      urgency: fact(['this-month', 'this-year', 'none']),
      industry: fact(['core', 'outside']),
      duplicate: fc.boolean(),
    },
    { requiredKeys: ['budget', 'authority', 'urgency'] },
  )
  /** Parts may be missing, and one takes points away. */
  const model = defineLeadModel({
    ...{ ...handbook.leads, provenance: [], missing: 'reweight', decimals: 1 },
    criteria: [
      { id: 'budget', weight: 50, curve: handbook.leads.criteria[0]?.curve ?? 'points' },
      { id: 'authority', weight: 30, curve: handbook.leads.criteria[1]?.curve ?? 'points' },
      {
        ...{ id: 'urgency', weight: 20 },
        curve: { kind: 'choice', choices: { 'this-month': 100, none: -80 } },
      },
    ],
  })
  const partly = facts.map(({ urgency, ...others }) =>
    typeof urgency === 'number'
      ? others
      : { ...others, urgency: urgency === 'none' ? urgency : null },
  )

  it('has the same score alone, on a list, in a batch and on its way to a rep', () => {
    const cases = fc.oneof(
      fc.tuple(facts, fc.constant(handbook.leads)),
      fc.tuple(partly, fc.constant(model)),
    )
    fc.assert(
      fc.property(cases, ([known, by]) => {
        const { score, disqualified } = scoreLead(known, by)
        const expected = disqualified ? [] : [score]
        const leads = [{ id: 'L-1', facts: known }]
        const routed = routeLeads({ leads, reps: [{ id: 'Gu', capacity: 1 }] }, by)
        expect(routed.assigned.map((one) => one.score)).toEqual(expected)
        expect(rankLeads(leads, by).leads.map((one) => one.score)).toEqual(expected)
        expect([...scoreLeadRows([known], by).scores]).toEqual([score])
        expect(routed.disqualified.map(({ reasons }) => reasons)).toEqual(
          disqualified ? [disqualified.reasons] : [],
        )
      }),
      { numRuns: 300 },
    )
  })
})

describe('scoreLead with behaviour', () => {
  const kinds = {
    page: 5,
    demo: { points: 30, halfLifeDays: 10, maximum: 40 },
    complaint: { points: -15, windowDays: 60 },
  }
  const fading = fc.constantFrom(
    { halfLifeDays: 14 },
    { steps: { kind: 'linear' as const, everyDays: 7, loses: '0.1' } },
    { steps: { kind: 'compound' as const, everyDays: 7, loses: '0.1' } },
  )
  const asOf = '2026-06-30'
  const events = fc.array(
    fc.record({ kind: fc.constantFrom('page', 'demo', 'complaint'), age: fc.nat({ max: 200 }) }),
    { maxLength: 12 },
  )
  const scoreOf = (list: readonly { kind: string; age: number }[], fades: object, day = asOf) => {
    const model = defineLeadModel({
      criteria: [
        {
          id: 'behaviour',
          weight: 100,
          curve: { kind: 'decay', ...fades, events: kinds } as never,
        },
      ],
      missing: 'refuse',
      bands: [{ id: 'any', from: 0 }],
    })
    const dated = list.map(({ kind, age }) => ({ kind, date: addDays(asOf, -age) }))
    return scoreLead({ behaviour: { asOf: day, events: dated } }, model).score ?? 0
  }

  it('is the same in any order of the events, and from 0 to 100', () => {
    fc.assert(
      fc.property(events, fading, (list, fades) => {
        const score = scoreOf(list, fades)
        expect(scoreOf([...list].reverse(), fades)).toBe(score)
        expect(score >= 0 && score <= 100).toBe(true)
      }),
    )
  })

  it('only ever falls as days pass without an event, where nothing speaks against', () => {
    fc.assert(
      fc.property(events, fading, fc.nat({ max: 100 }), (list, fades, days) => {
        const positive = list.filter(({ kind }) => kind !== 'complaint')
        expect(scoreOf(positive, fades, addDays(asOf, days))).toBeLessThanOrEqual(
          scoreOf(positive, fades),
        )
      }),
    )
  })

  it('never falls for one more event that speaks for, nor rises for one that speaks against', () => {
    fc.assert(
      fc.property(events, fading, fc.nat({ max: 200 }), (list, fades, age) => {
        const score = scoreOf(list, fades)
        expect(scoreOf([...list, { kind: 'demo', age }], fades)).toBeGreaterThanOrEqual(score)
        expect(scoreOf([...list, { kind: 'complaint', age }], fades)).toBeLessThanOrEqual(score)
      }),
    )
  })

  it('keeps a score in its range with choices that take points away, and its parts add up to it', () => {
    const model = defineLeadModel({
      criteria: [
        { id: 'a', weight: 50, curve: 'points' },
        { id: 'b', weight: 30, curve: { kind: 'choice', choices: { yes: 100, no: -80 } } },
        { id: 'c', weight: 20, curve: { kind: 'choice', choices: { yes: 100, no: -33.33 } } },
      ],
      missing: 'zero',
      bands: [{ id: 'any', from: 0 }],
    })
    const word = fc.constantFrom('yes', 'no', null)
    fc.assert(
      fc.property(fc.nat({ max: 10_000 }), word, word, (units, b, c) => {
        const { score, parts } = scoreLead({ a: units / 100, b, c }, model)
        const sum = parts.reduce((all, { contribution }) => all + Math.round(contribution * 100), 0)
        expect(sum).toBe(Math.round((score ?? -1) * 100))
        expect(score ?? -1).toBeGreaterThanOrEqual(0)
        const more = scoreLead({ a: Math.min(units + 100, 10_000) / 100, b, c }, model).score ?? 0
        expect(more).toBeGreaterThanOrEqual(score ?? 0)
      }),
    )
  })
})
