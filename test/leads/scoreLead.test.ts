import fc from 'fast-check'
import {
  addDays,
  attempt,
  type CurveInput,
  defineLeadModel,
  handbook,
  type LeadFacts,
  type LeadModelInput,
  scoreLead,
} from 'sales-rules'
import { scoreLeadRows } from 'sales-rules/batch'
import { describe, expect, it } from 'vitest'
import { throughJson, withKeysReversed } from '../arbitraries.rooms.js'
import { scoreOf } from '../oracle/scorecard.js'

function issuesOf(lead: unknown, model = handbook.leads) {
  const outcome = attempt(() => scoreLead(lead as LeadFacts, model))
  return outcome.ok ? [] : outcome.issues
}

const facts = { budget: 90, authority: 70, urgency: 60 }

const KNOWN = [
  ...['budget', 'authority', 'urgency', 'reachable', 'duplicate', 'inMarket'],
  ...['industry', 'companySize', 'location', 'preference', 'budgetRange', 'decisionChain'],
  'behaviour',
]

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

  it('asks for every fact, also where another one is wrong', () => {
    expect(issuesOf({ budget: 101 })).toMatchObject([
      { code: 'NUMBER_OUT_OF_RANGE', path: ['budget'] },
      { code: 'FACT_MISSING', path: ['authority'] },
      { code: 'FACT_MISSING', path: ['urgency'] },
    ])
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
          known: KNOWN,
          suggestion: 'authority',
        },
        message: `autority: is not a known key. Known: ${KNOWN.join(', ')}. Did you mean "authority"?`,
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

describe('what a CRM has (LEA-1)', () => {
  const scored = (lead: object) => scoreLead(lead, handbook.leads).parts.map(({ points }) => points)

  it('is a budget in money, a role and a time by name, or points', () => {
    const crm = { budget: { amount: '300000' }, authority: 'influencer', urgency: 'this-year' }
    expect(scored(crm)).toEqual([60, 60, 40])
    expect(scored({ ...crm, authority: 70, urgency: '99.5' })).toEqual([60, 70, 99.5])
    expect(scored({ ...crm, urgency: { points: 5 } })).toEqual([60, 60, 5])
  })

  it.each([
    ['0', 0],
    ['0.01', 0],
    ['250000', 50],
    ['499999.99', 100],
    ['500000', 100],
    ['90000000', 100],
  ])('gives a budget of %s %d points, as far as they are shown', (amount, points) => {
    const [budget] = scored({ ...facts, budget: { amount, currency: 'CNY' } })
    expect(budget).toBe(points)
  })

  it.each([
    ['a budget below 0', { budget: { amount: -1 } }, 'NUMBER_OUT_OF_RANGE', ['budget', 'amount']],
    ['no amount', { budget: { currency: 'CNY' } }, 'NUMBER_INVALID', ['budget']],
    [
      'a budget in dollars',
      { budget: { amount: 1, currency: 'USD' } },
      'CURRENCY_MIXED',
      ['budget', 'currency'],
    ],
    [
      'an unknown field of it',
      { budget: { amount: 1, per: 'year' } },
      'UNKNOWN_KEY',
      ['budget', 'per'],
    ],
    ['a bare amount of money', { budget: 300000 }, 'NUMBER_OUT_OF_RANGE', ['budget']],
    ['money where there is none', { authority: { amount: 1 } }, 'NUMBER_INVALID', ['authority']],
    ['a role that nobody has', { authority: 'decision maker' }, 'VALUE_NOT_ALLOWED', ['authority']],
  ])('refuses %s', (_, change, code, path) => {
    expect(issuesOf({ ...facts, ...change })).toMatchObject([{ code, path }])
  })

  it('may come by BANT, a quarter each', () => {
    const bant = { budget: 'confirmed', authority: 'confirmed', need: 'partly', timeline: 'absent' }
    expect(scoreLead(bant, handbook.bantLeads)).toMatchObject({ score: 62.5, band: 'warm' })
    const inMoney = { ...bant, budget: { amount: 250000 }, timeline: 80 }
    expect(scoreLead(inMoney, handbook.bantLeads).score).toBe(70)
  })

  it('is refused in a model whose names are numbers, stand for too many points, or whose money is unknown', () => {
    const curve = {
      kind: 'points',
      maximum: 50,
      names: { '5': 1, high: 51 },
      amounts: {
        currency: 'RMB',
        knots: [
          { at: 1, points: 60 },
          { at: 1, points: 0 },
        ],
      },
    } as const
    const outcome = attempt(() =>
      defineLeadModel({
        criteria: [{ id: 'budget', weight: 100, curve }],
        missing: 'zero',
        bands: [{ id: 'any', from: 0 }],
      }),
    )
    expect(
      outcome.ok ? [] : outcome.issues.map(({ code, path }) => [code, path.slice(3).join('.')]),
    ).toEqual([
      ['POLICY_CONFLICT', 'names.5'],
      ['NUMBER_OUT_OF_RANGE', 'names.high'],
      ['NUMBER_OUT_OF_RANGE', 'amounts.knots.0.points'],
      ['OUT_OF_ORDER', 'amounts.knots.1.at'],
      ['CURRENCY_UNKNOWN', 'amounts.currency'],
    ])
  })
})

describe('fit and intent', () => {
  const points = { weight: 100, curve: 'points' } as const
  const grid = defineLeadModel({
    criteria: [
      { id: 'fit', weight: 50, curve: 'points' },
      { id: 'intent', weight: 50, curve: 'points' },
    ],
    missing: 'refuse',
    bands: [{ id: 'any', from: 0 }],
    fit: {
      criteria: [{ id: 'fit', ...points }],
      bands: [
        { id: 'A', from: 80 },
        { id: 'B', from: 50 },
        { id: 'C', from: 0 },
      ],
    },
    intent: {
      criteria: [{ id: 'intent', ...points }],
      bands: [
        { id: '1', from: 70 },
        { id: '2', from: 40 },
        { id: '3', from: 0 },
      ],
    },
  })

  it('fit-01: three leads of one average are in three cells, and a threshold is in the better one', () => {
    const leads = [
      { fit: 100, intent: 0 },
      { fit: 0, intent: 100 },
      { fit: 50, intent: 50 },
      { fit: 80, intent: 70 },
      { fit: '79.99', intent: '69.99' },
    ].map((lead) => scoreLead(lead, grid))
    expect(leads.map(({ cell }) => cell)).toEqual(['A3', 'C1', 'B2', 'A1', 'B2'])
    expect(leads.map(({ score }) => score)).toEqual([50, 50, 50, 75, 74.99])
  })

  it('stand beside the score of the ready model where something is known, and leave it as it is (LEA-5, LEA-6)', () => {
    const plain = scoreLead(facts, handbook.leads)
    expect('fit' in plain || 'intent' in plain || 'cell' in plain).toBe(false)
    // (100 × 25 + 50 × 15) ÷ 40
    const fitting = scoreLead({ ...facts, industry: 'core', location: 'adjacent' }, handbook.leads)
    expect(fitting).toMatchObject({ score: 75, fit: { score: 81.25, band: 'A', next: null } })
    expect(fitting.clauses).toEqual(['LEA-1', 'LEA-3', 'LEA-5'])
    expect(fitting.cell).toBeUndefined()
    const events = [
      { date: '2026-03-31', kind: 'question' },
      { date: '2026-03-01', kind: 'question' },
      { date: '2026-03-01', kind: 'page-view' },
    ]
    const behaviour = { asOf: '2026-03-31', events }
    expect(scoreLead({ ...facts, industry: 'outside', behaviour }, handbook.leads)).toMatchObject({
      score: 75,
      intent: { score: 32.5, band: '3', next: { band: '2', from: 40, remaining: 7.5 } },
      cell: 'C3',
      clauses: ['LEA-1', 'LEA-3', 'LEA-5', 'LEA-6'],
    })
  })

  it('are refused where a fact is wrong, or one is missing that they cannot do without', () => {
    expect(issuesOf({ ...facts, industry: 'corr' })).toMatchObject([
      { code: 'VALUE_NOT_ALLOWED', path: ['industry'], params: { suggestion: 'core' } },
    ])
    const strict = defineLeadModel({
      ...handbook.leads,
      provenance: [],
      fit: {
        criteria: [
          { id: 'industry', weight: 50, curve: 'points' },
          { id: 'staff', weight: 50, curve: 'points' },
        ],
        bands: [{ id: 'any', from: 0 }],
      },
    })
    expect(issuesOf({ ...facts, industry: 1 }, strict)).toMatchObject([
      { code: 'FACT_MISSING', path: ['staff'] },
    ])
    expect(scoreLead({ ...facts, industry: 1, duplicate: true }, strict)).toMatchObject({
      band: null,
    })
  })

  it('are the same in a batch: facts beside the score are looked at, and change nothing', () => {
    const rows = [
      { ...facts, industry: 'core' },
      { ...facts, industry: 'corr' },
      Object.defineProperty({ ...facts }, 'industry', { value: 'core' }),
      { budget: { amount: '300000' }, authority: 'user', urgency: 'none' },
    ]
    const { scores, issues } = scoreLeadRows(rows, handbook.leads)
    expect([...scores]).toEqual([75, Number.NaN, Number.NaN, 33])
    expect(issues.map(({ row, issues: [first] }) => [row, first?.code])).toEqual([
      [1, 'VALUE_NOT_ALLOWED'],
      [2, 'VALUE_UNREADABLE'],
    ])
  })
})

describe('behaviour that fades (LEA-6)', () => {
  type Decay = Extract<CurveInput, { readonly kind: 'decay' }>
  const modelOf = (curve: Omit<Decay, 'kind'>) =>
    defineLeadModel({
      criteria: [{ id: 'behaviour', weight: 100, curve: { kind: 'decay', ...curve } as Decay }],
      missing: 'refuse',
      bands: [{ id: 'any', from: 0 }],
    })
  const asOf = '2026-06-30'
  const pointsOf = (
    curve: Omit<Decay, 'kind'>,
    ...events: readonly (readonly [string, number])[]
  ) => {
    const dated = events.map(([kind, age]) => ({ kind, date: addDays(asOf, -age) }))
    return scoreLead({ behaviour: { asOf, events: dated } }, modelOf(curve)).score
  }

  it.each([
    [0, 25],
    [7, 17.68],
    [14, 12.5],
    [28, 6.25],
  ])('decay-01: 25 points of a half-life of 14 days are, after %d days, %d', (age, points) => {
    expect(pointsOf({ halfLifeDays: 14, events: { visit: 25 } }, ['visit', age])).toBe(points)
  })

  it('decay-03: an event of 90 days is within a window of 90 days, and one of 91 is not', () => {
    const curve = { halfLifeDays: 36_500, windowDays: 90, events: { visit: 100 } }
    const dated = (date: string) => ({ behaviour: { asOf, events: [{ date, kind: 'visit' }] } })
    const scored = ['2026-04-01', '2026-03-31', '2026-06-30'].map(
      (date) => scoreLead(dated(date), modelOf(curve)).score,
    )
    expect(scored.map((score) => (score ?? 0) > 0)).toEqual([true, false, true])
  })

  it('decay-06: an event after the day is refused', () => {
    const events = [{ date: '2026-07-01', kind: 'visit' }]
    const model = modelOf({ halfLifeDays: 30, events: { visit: 5 } })
    expect(issuesOf({ behaviour: { asOf, events } }, model)).toMatchObject([
      { code: 'DATES_OUT_OF_ORDER', path: ['behaviour', 'events', 0, 'date'] },
    ])
  })

  it('fades by kind where a kind says so', () => {
    const curve = {
      halfLifeDays: 30,
      events: {
        page: 10,
        demo: { points: 40, halfLifeDays: 60 },
        quote: { points: 20, windowDays: 59 },
      },
    }
    expect(pointsOf(curve, ['page', 60])).toBe(2.5)
    expect(pointsOf(curve, ['demo', 60])).toBe(20)
    expect(pointsOf(curve, ['quote', 60])).toBe(0)
    expect(pointsOf(curve, ['quote', 30], ['page', 0])).toBe(20)
  })

  it('loses a share in steps, of what there was at first or of what is left', () => {
    const steps = (kind: 'linear' | 'compound') => ({
      steps: { kind, everyDays: 30, loses: '0.25' },
      events: { visit: 100 },
    })
    const ages = [0, 29, 30, 59, 60, 90, 120, 150]
    expect(ages.map((age) => pointsOf(steps('linear'), ['visit', age]))).toEqual([
      ...[100, 100, 75, 75, 50, 25, 0, 0],
    ])
    expect(ages.map((age) => pointsOf(steps('compound'), ['visit', age]))).toEqual([
      ...[100, 100, 75, 75, 56.25, 42.19, 31.64, 23.73],
    ])
  })

  it('bounds a kind once it has faded, and all of them at the end', () => {
    const events = { page: { points: 10, maximum: 15 }, question: 60 }
    const curve = { halfLifeDays: 30, events }
    const pages = (count: number, age: number) =>
      Array.from({ length: count }, () => ['page', age] as const)
    // Bounded before, 40 points of four pages would be 15, and 7.5 after a half-life.
    expect(pointsOf(curve, ...pages(4, 30))).toBe(15)
    expect(pointsOf(curve, ...pages(2, 30))).toBe(10)
    expect(pointsOf(curve, ...pages(4, 0), ['question', 0])).toBe(75)
    expect(pointsOf(curve, ...pages(4, 0), ['question', 0], ['question', 0])).toBe(100)
  })

  it('takes points away, which do not fade, down to 0 once all are added', () => {
    const events = { visit: 30, complaint: -20, silence: { points: -20, maximum: 25 } }
    const curve = { halfLifeDays: 30, events }
    expect(pointsOf(curve, ['visit', 0], ['complaint', 0])).toBe(10)
    expect(pointsOf(curve, ['complaint', 0], ['visit', 0])).toBe(10)
    expect(pointsOf(curve, ['visit', 0], ['visit', 0], ['complaint', 300])).toBe(40)
    expect(pointsOf(curve, ['complaint', 0], ['complaint', 0], ['visit', 0])).toBe(0)
    // Three silences would take 60.
    expect(
      pointsOf(curve, ...[1, 2, 3].map((age) => ['silence', age] as const), ['visit', 0]),
    ).toBe(5)
  })

  it('takes points away from the other parts by a choice, and never more than there are', () => {
    const model = defineLeadModel({
      criteria: [
        { id: 'size', weight: 60, curve: 'points' },
        {
          id: 'kind',
          weight: 40,
          curve: { kind: 'choice', choices: { buyer: 100, student: -100 } },
        },
      ],
      missing: 'refuse',
      bands: [{ id: 'any', from: 0 }],
    })
    const scored = (size: number, kind: string) => {
      const { score, parts } = scoreLead({ size, kind }, model)
      return [score, parts.map(({ points, contribution }) => [points, contribution])]
    }
    expect(scored(100, 'buyer')).toEqual([
      100,
      [
        [100, 60],
        [100, 40],
      ],
    ])
    expect(scored(100, 'student')).toEqual([
      20,
      [
        [100, 60],
        [-100, -40],
      ],
    ])
    expect(scored(50, 'student')).toEqual([
      0,
      [
        [50, 30],
        [-100, -30],
      ],
    ])
    expect(scored(0, 'student')).toEqual([
      0,
      [
        [0, 0],
        [-100, 0],
      ],
    ])
    const rows = [
      { size: 100, kind: 'student' },
      { size: 50, kind: 'student' },
    ]
    expect([...scoreLeadRows(rows, model).scores]).toEqual([20, 0])
  })

  it.each([
    [
      'two ways to fade',
      { halfLifeDays: 1, steps: { kind: 'linear', everyDays: 1, loses: 0.5 }, events: { a: 1 } },
      'POLICY_CONFLICT',
      'steps',
    ],
    ['none', { events: { a: 1 } }, 'VALUE_MISSING', 'halfLifeDays'],
    [
      'a share above 1',
      { steps: { kind: 'linear', everyDays: 1, loses: 25 }, events: { a: 1 } },
      'NUMBER_LOOKS_LIKE_PERCENT',
      'steps.loses',
    ],
    [
      'steps of no days',
      { steps: { kind: 'linear', everyDays: 0, loses: 0 }, events: { a: 1 } },
      'VALUE_INVALID',
      'steps.everyDays',
    ],
    [
      'a window below 0',
      { halfLifeDays: 1, windowDays: -1, events: { a: 1 } },
      'VALUE_INVALID',
      'windowDays',
    ],
    [
      'too many points',
      { halfLifeDays: 1, events: { a: -1001 } },
      'NUMBER_OUT_OF_RANGE',
      'events.a',
    ],
    [
      'two ways for a kind',
      {
        halfLifeDays: 1,
        events: {
          a: { points: 1, halfLifeDays: 1, steps: { kind: 'linear', everyDays: 1, loses: 0 } },
        },
      },
      'POLICY_CONFLICT',
      'events.a.steps',
    ],
    [
      'a kind with an unknown key',
      { halfLifeDays: 1, events: { a: { points: 1, cap: 1 } } },
      'UNKNOWN_KEY',
      'events.a.cap',
    ],
  ])('is refused with %s', (_, curve, code, path) => {
    const outcome = attempt(() => modelOf(curve as never))
    const found = outcome.ok ? [] : outcome.issues
    expect(found.map((one) => [one.code, one.path.slice(3).join('.')])).toEqual([[code, path]])
  })

  it('is the same, key by key, when its model is defined again', () => {
    const model = modelOf({
      steps: { kind: 'compound', everyDays: 7, loses: '0.10' },
      windowDays: 90,
      events: { page: 5, leave: { points: -5, maximum: 20 } },
    })
    const text = JSON.stringify(model)
    expect(JSON.stringify(defineLeadModel(JSON.parse(text)))).toBe(text)
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
      routing: {
        ranks: ['senior', 'junior'],
        seniorFrom: 'senior',
        seniorsFull: 'overflow',
        balance: 'least-loaded',
      },
      sources: { threshold: '0.1', dropBelow: '0.05', confidence: '0.95', minimumSample: 30 },
      profiles: { refreshEveryMonths: 3 },
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
