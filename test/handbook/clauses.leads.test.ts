import {
  defineLeadModel,
  handbook,
  rankSegments,
  reviewSources,
  routeLeads,
  scoreLead,
  staleProfiles,
} from 'sales-rules'
import { describe, expect, it } from 'vitest'
import { clauses } from '../../src/handbook/clauses.js'

/** What each clause of leads says, in its words and with its figures, by the ready model. */
const { leads } = handbook

const best = { budget: 100, authority: 100, urgency: 100 }
const scoreOf = (facts: object) => scoreLead({ ...best, ...facts }, leads)

describe('leads', () => {
  it('LEA-1: budget, authority and urgency weigh 40, 30 and 30, from 0 to 100', () => {
    expect(scoreOf({}).score).toBe(100)
    expect(scoreOf({ budget: 0, authority: 0, urgency: 0 }).score).toBe(0)
    const without = (id: string) => 100 - (scoreOf({ [id]: 0 }).score ?? 0)
    expect(['budget', 'authority', 'urgency'].map(without)).toEqual([40, 30, 30])
  })

  it('LEA-2: out of reach, a duplicate or outside the market is turned away with the reason, whatever it would score', () => {
    const whyNot = (fact: object) => {
      const { score, band, highValue, disqualified } = scoreOf(fact)
      return [score, band, highValue, disqualified?.reasons]
    }
    expect(whyNot({ reachable: false })).toEqual([100, null, false, ['no-reachable-contact']])
    expect(whyNot({ duplicate: true })).toEqual([100, null, false, ['duplicate']])
    expect(whyNot({ inMarket: false })).toEqual([100, null, false, ['outside-market']])
    expect(whyNot({ reachable: true, duplicate: false, inMarket: true })).toEqual([
      ...[100, 'hot', true, undefined],
    ])
  })

  it('LEA-3: hot from 80, warm from 50, cold below; a hot lead goes to a senior first', () => {
    const bandAt = (points: number) => {
      const { band, highValue } = scoreOf({ budget: points, authority: points, urgency: points })
      return [band, highValue]
    }
    expect([80, 79.99, 50, 49.99].map(bandAt)).toEqual([
      ...[
        ['hot', true],
        ['warm', false],
        ['warm', false],
        ['cold', false],
      ],
    ])
    const reps = [
      { id: 'junior', rank: 'junior', capacity: 9 },
      { id: 'senior', rank: 'senior', capacity: 1, load: 0 },
    ]
    const { assigned } = routeLeads(
      {
        leads: [
          { id: 'warm', score: 79.99 },
          { id: 'hot', score: 80 },
        ],
        reps,
      },
      leads,
    )
    expect(assigned.map(({ lead, rep }) => [lead, rep])).toEqual([
      ...[
        ['hot', 'senior'],
        ['warm', 'junior'],
      ],
    ])
  })

  it('LEA-4: exhibitions that convert only 8% lose their budget, weak channels are dropped, and 8% of 100 waits', () => {
    const sources = [
      { id: 'exhibitions', leads: 1000, won: 80 },
      { id: 'weak', leads: 1000, won: 30 },
      { id: 'good', leads: 1000, won: 120 },
      { id: 'one exhibition', leads: 100, won: 8 },
      { id: 'too few', leads: 29, won: 29 },
    ]
    const review = reviewSources({ sources }, leads)
    expect(review.sources.map(({ verdict }) => verdict)).toEqual([
      ...['shift-budget', 'drop', 'keep', 'undecided', 'undecided'],
    ])
    expect(review.shiftTo).toEqual(['good'])
  })

  it('LEA-5: six parts of the profile say how well a lead fits, and the fit may join the score', () => {
    const profile = [
      ...['industry', 'companySize', 'location'],
      ...['preference', 'budgetRange', 'decisionChain'],
    ]
    expect(leads.fit?.criteria.map(({ id }) => id)).toEqual(profile)
    const fit = Object.fromEntries(profile.map((id) => [id, 'core']))
    expect(scoreOf(fit)).toMatchObject({ score: 100, fit: { score: 100, band: 'A' } })
    const joined = defineLeadModel({
      ...{ missing: 'refuse', bands: leads.bands },
      criteria: [
        { id: 'budget', weight: 60, curve: 'points' },
        { id: 'industry', weight: 40, curve: { kind: 'choice', choices: { core: 100, other: 0 } } },
      ],
    })
    expect(scoreLead({ budget: 50, industry: 'core' }, joined).score).toBe(70)
  })

  it('LEA-6: pages and questions show intent, and half as much after 30 days', () => {
    const intentOf = (kind: string, date: string) =>
      scoreOf({ behaviour: { asOf: '2026-03-31', events: [{ date, kind }] } }).intent?.score
    expect([intentOf('question', '2026-03-31'), intentOf('question', '2026-03-01')]).toEqual([
      ...[20, 10],
    ])
    expect([intentOf('page-view', '2026-03-31'), intentOf('page-view', '2026-01-30')]).toEqual([
      ...[5, 1.25],
    ])
  })

  it('LEA-7: markets by demand, growth and pain, the first to develop first', () => {
    const none = { demand: { amount: '0' }, growth: '0', pain: 0 }
    const { segments } = rankSegments(
      [
        { id: 'pain', facts: { ...none, pain: 100 } },
        { id: 'growth', facts: { ...none, growth: '0.3' } },
        { id: 'demand', facts: { ...none, demand: { amount: '100000000' } } },
      ],
      leads,
    )
    expect(segments.map(({ rank, id, score }) => [rank, id, score])).toEqual([
      ...[
        [1, 'demand', 40],
        [2, 'growth', 30],
        [2, 'pain', 30],
      ],
    ])
  })

  it('LEA-8: a profile of 15 January is due on 15 April, and stale from the 16th', () => {
    const staleOn = (asOf: string) =>
      staleProfiles({ asOf, profiles: [{ id: 'Hua', refreshed: '2026-01-15' }] }, leads).stale
    expect(staleOn('2026-04-15')).toEqual([])
    expect(staleOn('2026-04-16')).toMatchObject([{ refreshBy: '2026-04-15', daysOverdue: 1 }])
  })
})

describe('the register', () => {
  const policies = [handbook.leads, handbook.bantLeads]
  const ours = policies.flatMap(({ provenance }) =>
    provenance.filter(({ origin }) => origin === 'ours'),
  )

  it('says what is ours of a lead, wherever a ready model marks it', () => {
    const silent = ours.filter(
      ({ clause }) => clauses[clause as keyof typeof clauses].ours === undefined,
    )
    expect(ours.length).toBeGreaterThan(20)
    expect(silent).toEqual([])
    expect([...new Set(ours.map(({ clause }) => clause))].sort()).toEqual(
      Array.from({ length: 8 }, (_, at) => `LEA-${at + 1}`),
    )
  })

  it.each([
    ['LEA-1', '40, 30 and 30', ['criteria[0].weight', 'criteria[1].weight', 'criteria[2].weight']],
    ['LEA-1', 'points an amount', ['criteria[0].curve', 'criteria[1].curve', 'criteria[2].curve']],
    ['LEA-2', 'no reachable contact, a duplicate, outside the', ['disqualifiers']],
    ['LEA-3', 'hot from 80, warm from 50', ['bands', 'highValueFrom']],
    ['LEA-3', 'when no senior has a place', ['routing']],
    ['LEA-4', 'below 5%', ['sources']],
    ['LEA-4', 'at least 30', ['sources']],
    ['LEA-5', 'the points of each part', ['fit']],
    ['LEA-6', '30 days', ['intent']],
    ['LEA-7', '40, 30 and 30', ['segments.criteria[0].weight', 'segments.criteria[0].curve']],
    ['LEA-8', 'from the day after', ['profiles']],
  ] as const)('says of %s what is ours: %s', (clause, words, paths) => {
    expect(clauses[clause].ours).toContain(words)
    const marked = leads.provenance.filter((one) => one.clause === clause && one.origin === 'ours')
    expect(marked.map(({ path }) => path)).toEqual(expect.arrayContaining([...paths]))
  })
})
