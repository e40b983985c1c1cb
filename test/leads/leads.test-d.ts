import {
  type DefinedLeadModel,
  defineLeadModel,
  evaluateScores,
  handbook,
  type LeadModel,
  type LeadScore,
  type RankedLeads,
  type RankedSegments,
  type RoutedLeads,
  rankLeads,
  rankSegments,
  reviewSources,
  routeLeads,
  type ScoreEvaluation,
  type SourceReview,
  type StaleProfiles,
  scoreLead,
  staleProfiles,
} from 'sales-rules'
import { describe, expectTypeOf, it } from 'vitest'

const criteria = [{ id: 'budget', weight: 100 }]
const bands = [{ id: 'all', from: 0 }]
const model = defineLeadModel({ criteria, bands, missing: 'zero' })
const facts = { budget: 90 }
const lead = { id: 'L-1', score: 90 }
const rep = { id: 'Chen', capacity: 5 }

describe('a lead model', () => {
  it('is defined before a lead is scored by it', () => {
    expectTypeOf(model).toEqualTypeOf<DefinedLeadModel>()
    expectTypeOf(handbook.bantLeads).toEqualTypeOf<DefinedLeadModel>()
    expectTypeOf(scoreLead(facts, model)).toEqualTypeOf<LeadScore>()
    // @ts-expect-error a model that nobody has checked
    scoreLead(facts, model as LeadModel)
    // @ts-expect-error a policy of another kind
    scoreLead(facts, handbook.health)
    // @ts-expect-error by which model?
    scoreLead(facts)
  })

  it('says how leads are routed and sources are judged in words of ours', () => {
    const rules = { criteria, bands, missing: 'zero' } as const
    defineLeadModel({ ...rules, routing: { seniorsFull: 'wait', balance: 'pro-rata' } })
    // @ts-expect-error no balance of ours
    defineLeadModel({ ...rules, routing: { balance: 'random' } })
    // @ts-expect-error they wait, or leads overflow
    defineLeadModel({ ...rules, routing: { seniorsFull: 'drop' } })
    // @ts-expect-error no confidence of ours
    defineLeadModel({ ...rules, sources: { confidence: '0.97' } })
    // @ts-expect-error without bands nobody knows which lead is of high value
    defineLeadModel({ criteria, missing: 'zero' })
  })
})

describe('leads on a list', () => {
  it('have an id, and facts or a score', () => {
    expectTypeOf(rankLeads([lead, { id: 'L-2', facts }], model)).toEqualTypeOf<RankedLeads>()
    // @ts-expect-error whose score?
    rankLeads([{ score: 90 }], model)
    // @ts-expect-error neither facts nor a score
    rankLeads([{ id: 'L-3' }], model)
    // @ts-expect-error which of the two?
    rankLeads([{ ...lead, facts }], model)
    // @ts-expect-error an instant is a text with its offset
    rankLeads([{ ...lead, arrived: new Date(0) }], model)
    // @ts-expect-error one lead is no list
    rankLeads(lead, model)
  })

  it('go to reps with places', () => {
    expectTypeOf(routeLeads({ leads: [lead], reps: [rep] }, model)).toEqualTypeOf<RoutedLeads>()
    // @ts-expect-error how many can they take?
    routeLeads({ leads: [lead], reps: [{ id: 'Chen' }] }, model)
    // @ts-expect-error a rep is there, or not
    routeLeads({ leads: [lead], reps: [{ ...rep, active: 'no' }] }, model)
    // @ts-expect-error to whom?
    routeLeads({ leads: [lead] }, model)
  })

  it('say why they went to whom', () => {
    type Assigned = RoutedLeads['assigned'][number]
    type Waiting = RoutedLeads['waiting'][number]
    expectTypeOf<Assigned['because']>().toEqualTypeOf<'senior-first' | 'seniors-full' | 'turn'>()
    expectTypeOf<Waiting['because']>().toEqualTypeOf<'no-place' | 'no-senior-place'>()
  })
})

describe('what leads are worth', () => {
  it('is told by sources, of which it is known how many were won', () => {
    const source = { id: 'fair', leads: 100, won: 8 }
    expectTypeOf(reviewSources({ sources: [source] }, model)).toEqualTypeOf<SourceReview>()
    // @ts-expect-error won how often?
    reviewSources({ sources: [{ id: 'fair', leads: 100 }] }, model)
    // @ts-expect-error by which thresholds?
    reviewSources({ sources: [source] })
  })

  it('is told by outcomes: won, lost or open', () => {
    const outcomes = [
      { score: 90, outcome: true },
      { probability: '0.5', outcome: null },
    ]
    expectTypeOf(evaluateScores(outcomes)).toEqualTypeOf<ScoreEvaluation>()
    expectTypeOf<ScoreEvaluation['auc']>().toEqualTypeOf<string | null>()
    expectTypeOf(
      evaluateScores([{ id: 'L-1', score: 90, outcome: true }]),
    ).toEqualTypeOf<ScoreEvaluation>()
    // @ts-expect-error won or lost?
    evaluateScores([{ score: 90 }])
    // @ts-expect-error no outcome of ours
    evaluateScores([{ score: 90, outcome: 'won' }])
    // @ts-expect-error no option of ours
    evaluateScores(outcomes, { best: '0.1' })
  })
})

describe('markets and customers', () => {
  it('are ranked by their facts, and refreshed by a day', () => {
    const segments = [{ id: 'north', facts: { demand: 60 } }]
    expectTypeOf(rankSegments(segments, handbook.leads)).toEqualTypeOf<RankedSegments>()
    const profiles = [{ id: 'Hua', refreshed: null }]
    const asked = { asOf: '2026-03-31', profiles }
    expectTypeOf(staleProfiles(asked, handbook.leads)).toEqualTypeOf<StaleProfiles>()
    // @ts-expect-error what is known of it?
    rankSegments([{ id: 'north' }], handbook.leads)
    // @ts-expect-error stale on which day?
    staleProfiles({ profiles }, handbook.leads)
    // @ts-expect-error null says that it never was
    staleProfiles({ asOf: '2026-03-31', profiles: [{ id: 'Hua' }] }, handbook.leads)
  })
})
