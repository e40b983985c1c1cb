import fc from 'fast-check'
import {
  attempt,
  defineLeadModel,
  handbook,
  type LeadFacts,
  type LeadModelInput,
  scoreLead,
} from 'sales-rules'
import { describe, expect, it } from 'vitest'
import { throughJson, withKeysReversed } from '../arbitraries.rooms.js'
import { scoreOf } from '../oracle/scorecard.js'

function issuesOf(lead: unknown, model = handbook.leads) {
  const outcome = attempt(() => scoreLead(lead as LeadFacts, model))
  return outcome.ok ? [] : outcome.issues
}

const facts = { budget: 90, authority: 70, urgency: 60 }

describe('the handbook’s lead score (LEA-1)', () => {
  it('weighs budget, authority and urgency 40/30/30 and says how', () => {
    // 36 + 21 + 18
    expect(scoreLead(facts, handbook.leads)).toEqual({
      score: 75,
      band: 'warm',
      next: { band: 'hot', from: 80, remaining: 5 },
      highValue: false,
      parts: [
        { id: 'budget', points: 90, weight: 40, weightUsed: 40, contribution: 36 },
        { id: 'authority', points: 70, weight: 30, weightUsed: 30, contribution: 21 },
        { id: 'urgency', points: 60, weight: 30, weightUsed: 30, contribution: 18 },
      ],
      disqualified: null,
      policy: { id: 'handbook-leads', version: '1' },
      clauses: ['LEA-1', 'LEA-3'],
    })
  })

  it.each([
    ['0', 0, 'cold', 50],
    ['49.99', 49.99, 'cold', 0.01],
    ['49.994', 49.99, 'cold', 0.01],
    ['49.995', 50, 'warm', 30],
    ['50', 50, 'warm', 30],
    ['79.99', 79.99, 'warm', 0.01],
    ['80', 80, 'hot', null],
    ['100', 100, 'hot', null],
  ])('of %s everywhere is %d and %s (LEA-3)', (points, score, band, missing) => {
    const lead = scoreLead({ budget: points, authority: points, urgency: points }, handbook.leads)
    expect(lead.score).toBe(score)
    expect(lead.band).toBe(band)
    expect(lead.next?.remaining ?? null).toBe(missing)
    expect(lead.highValue).toBe(band === 'hot')
  })

  it('asks for every fact', () => {
    expect(issuesOf({ budget: 90, urgency: null })).toEqual([
      {
        code: 'FACT_MISSING',
        severity: 'error',
        path: ['authority'],
        params: { id: 'authority', reason: 'refused' },
        message: 'authority: is missing, and the policy refuses to score without it.',
      },
      {
        code: 'FACT_MISSING',
        severity: 'error',
        path: ['urgency'],
        params: { id: 'urgency', reason: 'refused' },
        message: 'urgency: is missing, and the policy refuses to score without it.',
      },
    ])
  })

  it.each([
    ['points above 100', { ...facts, budget: 100.01 }, 'NUMBER_OUT_OF_RANGE', 'budget'],
    ['points below 0', { ...facts, budget: '-1' }, 'NUMBER_OUT_OF_RANGE', 'budget'],
    ['points as text', { ...facts, budget: 'high' }, 'NUMBER_INVALID', 'budget'],
    ['points that are no number', { ...facts, urgency: NaN }, 'NUMBER_INVALID', 'urgency'],
    ['a Date', { ...facts, urgency: new Date(0) }, 'NUMBER_INVALID', 'urgency'],
    ['a filter as text', { ...facts, duplicate: 'yes' }, 'VALUE_INVALID', 'duplicate'],
    ['a filter as number', { ...facts, reachable: 1 }, 'VALUE_INVALID', 'reachable'],
  ])('refuses %s', (_, lead, code, key) => {
    expect(issuesOf(lead)).toMatchObject([{ code, path: [key] }])
  })

  it('says which fact was meant', () => {
    expect(issuesOf({ ...facts, autority: 70 })).toEqual([
      {
        code: 'UNKNOWN_KEY',
        severity: 'error',
        path: ['autority'],
        params: {
          key: 'autority',
          known: ['budget', 'authority', 'urgency', 'reachable', 'duplicate', 'inMarket'],
          suggestion: 'authority',
        },
        message:
          'autority: is not a known key. Known: budget, authority, urgency, reachable, duplicate, inMarket. Did you mean "authority"?',
      },
    ])
  })

  it.each([undefined, null, [], 'lead', 5, new Map(), new Date(0)])(
    'refuses %j as a lead',
    (lead) => {
      expect(issuesOf(lead)).toMatchObject([{ path: [] }])
    },
  )

  it('refuses a model that was not defined', () => {
    const copy = throughJson(handbook.leads) as typeof handbook.leads
    expect(issuesOf(facts, copy)).toMatchObject([
      { code: 'POLICY_NOT_DEFINED', params: { define: 'defineLeadModel' } },
    ])
  })
})

describe('an invalid lead (LEA-2)', () => {
  it.each([
    [{ reachable: false }, ['no-reachable-contact']],
    [{ duplicate: true }, ['duplicate']],
    [{ inMarket: false }, ['outside-market']],
    [
      { inMarket: false, duplicate: true, reachable: false },
      ['no-reachable-contact', 'duplicate', 'outside-market'],
    ],
  ])('with %j is dropped with its reasons, whatever it would score', (filters, reasons) => {
    const lead = scoreLead(
      { budget: 100, authority: 100, urgency: 100, ...filters },
      handbook.leads,
    )
    expect(lead).toMatchObject({
      score: 100,
      band: null,
      next: null,
      highValue: false,
      disqualified: { reasons, clause: 'LEA-2' },
      clauses: ['LEA-1', 'LEA-2'],
    })
  })

  it('is dropped even when its facts are not complete', () => {
    expect(scoreLead({ budget: 90, duplicate: true }, handbook.leads)).toEqual({
      score: null,
      band: null,
      next: null,
      highValue: false,
      parts: [],
      disqualified: { reasons: ['duplicate'], clause: 'LEA-2' },
      policy: { id: 'handbook-leads', version: '1' },
      clauses: ['LEA-2'],
    })
  })

  it('is still refused when a fact is wrong', () => {
    expect(issuesOf({ budget: 101, duplicate: true })).toMatchObject([
      { code: 'NUMBER_OUT_OF_RANGE', path: ['budget'] },
    ])
  })

  it('is one that is known to be: a filter that says the contrary drops nobody', () => {
    const lead = { ...facts, reachable: true, duplicate: false, inMarket: true }
    expect(scoreLead(lead, handbook.leads)).toEqual(scoreLead(facts, handbook.leads))
  })
})

describe('a company’s own model', () => {
  const model = defineLeadModel({
    criteria: [
      {
        id: 'budget',
        weight: 40,
        curve: {
          kind: 'linear',
          knots: [
            { at: 0, points: 0 },
            { at: 500_000, points: 100 },
          ],
        },
      },
      {
        id: 'authority',
        weight: 30,
        curve: { kind: 'choice', choices: { decides: 100, advises: 60, none: 0 } },
      },
      {
        id: 'visits',
        weight: 30,
        curve: { kind: 'decay', halfLifeDays: 30, events: { visit: 50 } },
      },
    ],
    missing: 'reweight',
    bands: [
      { id: 'hot', from: 80 },
      { id: 'warm', from: 50 },
      { id: 'cold', from: 0 },
    ],
    highValueFrom: 'warm',
  })

  it('counts a visit half a month half as much after each half-life (LEA-6)', () => {
    const scored = (date: string) => {
      const visits = { asOf: '2026-03-31', events: [{ date, kind: 'visit' }] }
      const lead = { budget: '250000', authority: 'decides', visits }
      return scoreLead(lead, model).parts.map((part) => part.contribution)
    }
    expect(scored('2026-03-31')).toEqual([20, 30, 15])
    expect(scored('2026-03-01')).toEqual([20, 30, 7.5])
    expect(scored('2026-01-30')).toEqual([20, 30, 3.75])
  })

  it('that reweights leaves out what is missing', () => {
    // (50 × 40 + 60 × 30) ÷ 70 = 54.2857…
    const lead = scoreLead({ budget: '250000', authority: 'advises' }, model)
    expect(lead.score).toBe(54.29)
    expect(lead.parts).toEqual([
      { id: 'budget', points: 50, weight: 40, weightUsed: 57.142857142857, contribution: 28.57 },
      { id: 'authority', points: 60, weight: 30, weightUsed: 42.857142857143, contribution: 25.72 },
      { id: 'visits', points: null, weight: 30, weightUsed: 0, contribution: 0 },
    ])
  })

  it('marks leads as of high value from the band it names', () => {
    expect(scoreLead({ authority: 'advises' }, model)).toMatchObject({
      band: 'warm',
      highValue: true,
    })
    expect(scoreLead({ authority: 'none' }, model)).toMatchObject({
      band: 'cold',
      highValue: false,
    })
  })

  it('has nothing to score when no fact is given', () => {
    expect(issuesOf({}, model).map(({ code }) => code)).toEqual([
      'FACT_MISSING',
      'FACT_MISSING',
      'FACT_MISSING',
    ])
  })

  it('may look at one fact to score and to filter', () => {
    const both = defineLeadModel({
      criteria: [{ id: 'budget', weight: 100, curve: 'points' }],
      missing: 'refuse',
      bands: [{ id: 'any', from: 0 }],
      disqualifiers: [
        {
          reason: 'no-money',
          when: { id: 'budget', comparison: 'below', required: 10, unit: 'points' },
        },
      ],
    })
    expect(scoreLead({ budget: 9 }, both).disqualified?.reasons).toEqual(['no-money'])
    expect(scoreLead({ budget: 10 }, both)).toMatchObject({ score: 10, disqualified: null })
  })
})

describe('a lead model', () => {
  const least: LeadModelInput = {
    criteria: [{ id: 'budget', weight: 100, curve: 'points' }],
    missing: 'zero',
    bands: [
      { id: 'hot', from: 80 },
      { id: 'cold', from: 0 },
    ],
  }

  it('is filled in, so that it names every choice', () => {
    expect(defineLeadModel(least)).toEqual({
      id: 'leads',
      version: '1',
      provenance: [],
      criteria: [{ id: 'budget', weight: 100, curve: { kind: 'points', maximum: 100 } }],
      missing: 'zero',
      decimals: 2,
      rounding: 'half-up',
      bands: least.bands,
      highValueFrom: 'hot',
      disqualifiers: [],
    })
  })

  it('is the same, key by key, when it is defined again', () => {
    const text = JSON.stringify(defineLeadModel(least))
    expect(JSON.stringify(defineLeadModel(JSON.parse(text)))).toBe(text)
  })

  it.each([
    [{ highValueFrom: 'hott' }, 'NOT_IN_POLICY', ['highValueFrom']],
    [{ bands: [{ id: 'hot', from: 80 }] }, 'NUMBER_OUT_OF_RANGE', ['bands', 0, 'from']],
    [{ bands: [...least.bands].reverse() }, 'OUT_OF_ORDER', ['bands', 1, 'from']],
    [{ missing: undefined }, 'VALUE_MISSING', ['missing']],
    [{ criteria: [] }, 'VALUE_INVALID', ['criteria']],
    [{ disqualifiers: [{ reason: 'x' }] }, 'VALUE_MISSING', ['disqualifiers', 0, 'when']],
  ])('with %j is refused', (change, code, path) => {
    const outcome = attempt(() => defineLeadModel({ ...least, ...change } as LeadModelInput))
    const found = outcome.ok ? [] : outcome.issues
    expect(found.map((issue) => issue.code)).toContain(code)
    expect(found.map((issue) => issue.path)).toContainEqual(path)
  })
})

describe('for any lead', () => {
  const points = fc.integer({ min: 0, max: 20_000 }).map((units) => units / 200)
  const leads = fc.record({ budget: points, authority: points, urgency: points })

  it('the score is the weighted sum, computed another way', () => {
    const weighted = [
      ['budget', '40'],
      ['authority', '30'],
      ['urgency', '30'],
    ] as const
    fc.assert(
      fc.property(leads, (lead) => {
        const answers = Object.fromEntries(
          Object.entries(lead).map(([id, value]) => [id, String(value)]),
        )
        const { score } = scoreOf(answers, {
          criteria: weighted.map(([id, weight]) => ({
            id,
            weight,
            curve: { type: 'points', max: '100' },
          })),
          missing: 'refuse',
          rounding: { mode: 'half-up', decimals: 2 },
        })
        expect(scoreLead(lead, handbook.leads).score).toBe(Number(score))
      }),
    )
  })

  it('more of anything never scores less, nor lands in a lower band', () => {
    const order = handbook.leads.bands.map(({ id }) => id)
    fc.assert(
      fc.property(
        leads,
        fc.constantFrom('budget', 'authority', 'urgency'),
        points,
        (lead, key, more) => {
          const low = scoreLead(lead, handbook.leads)
          const high = scoreLead({ ...lead, [key]: Math.max(lead[key], more) }, handbook.leads)
          expect(high.score).toBeGreaterThanOrEqual(low.score ?? 0)
          expect(order.indexOf(high.band ?? '')).toBeLessThanOrEqual(order.indexOf(low.band ?? ''))
        },
      ),
    )
  })

  it('the order of facts does not matter, and the result survives JSON', () => {
    fc.assert(
      fc.property(leads, fc.option(fc.boolean(), { nil: undefined }), (lead, duplicate) => {
        const known = { ...lead, ...(duplicate !== undefined && { duplicate }) }
        const score = scoreLead(known, handbook.leads)
        expect(scoreLead(withKeysReversed(known), handbook.leads)).toEqual(score)
        expect(throughJson(score)).toStrictEqual(score)
      }),
    )
  })
})
