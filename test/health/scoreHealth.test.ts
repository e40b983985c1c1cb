import fc from 'fast-check'
import {
  attempt,
  defineHealthModel,
  type HealthFacts,
  type HealthModelInput,
  handbook,
  scoreHealth,
} from 'sales-rules'
import { describe, expect, it } from 'vitest'
import { shuffled, throughJson, withKeysReversed } from '../arbitraries.rooms.js'

function issuesOf(customer: unknown, model = handbook.health) {
  const outcome = attempt(() => scoreHealth(customer as HealthFacts, model))
  return outcome.ok ? [] : outcome.issues
}

describe('the handbook’s health score (HEA-1)', () => {
  it('weighs interaction, satisfaction and purchases 30/40/30 and says how', () => {
    // 15 + 32 + 12
    const customer = { interaction: 50, satisfaction: 80, purchase: 40 }
    expect(scoreHealth(customer, handbook.health)).toEqual({
      score: 59,
      band: 'watch',
      next: { band: 'healthy', from: 70, remaining: 11 },
      parts: [
        { id: 'interaction', points: 50, weight: 30, weightUsed: 30, contribution: 15 },
        { id: 'satisfaction', points: 80, weight: 40, weightUsed: 40, contribution: 32 },
        { id: 'purchase', points: 40, weight: 30, weightUsed: 30, contribution: 12 },
      ],
      missing: [],
      held: null,
      measured: [],
      policy: { id: 'handbook-health', version: '1' },
      clauses: ['HEA-1'],
    })
  })

  it.each([
    ['0', 'at-risk', 40],
    ['39.99', 'at-risk', 0.01],
    ['40', 'watch', 30],
    ['69.99', 'watch', 0.01],
    ['70', 'healthy', null],
    ['100', 'healthy', null],
  ])('of %s everywhere is %s', (points, band, missing) => {
    const customer = { interaction: points, satisfaction: points, purchase: points }
    const health = scoreHealth(customer, handbook.health)
    expect(health.band).toBe(band)
    expect(health.next?.remaining ?? null).toBe(missing)
  })

  it.each([
    [{ interaction: 1, satisfaction: 1 }, 'FACT_MISSING', 'purchase'],
    [{ interaction: 1, satisfaction: 1, purchase: null }, 'FACT_MISSING', 'purchase'],
    [{ interaction: 1, satisfaction: 4.5e3, purchase: 1 }, 'NUMBER_OUT_OF_RANGE', 'satisfaction'],
    [{ interaction: 1, satisfaction: '9０', purchase: 1 }, 'NUMBER_INVALID', 'satisfaction'],
    [{ interaction: 1, satisfaction: 1, purchase: 1, orders: 1 }, 'UNKNOWN_KEY', 'orders'],
  ])('refuses %j', (customer, code, key) => {
    expect(issuesOf(customer)).toMatchObject([{ code, path: [key] }])
  })

  it('names what is missing beside what is wrong, unless a key may only be misspelt', () => {
    expect(issuesOf({ interaction: 101 })).toMatchObject([
      { code: 'NUMBER_OUT_OF_RANGE', path: ['interaction'] },
      { code: 'FACT_MISSING', path: ['satisfaction'] },
      { code: 'FACT_MISSING', path: ['purchase'] },
    ])
    expect(issuesOf({ interaction: 101, satisfation: 50, purchase: 1 })).toMatchObject([
      { code: 'UNKNOWN_KEY', path: ['satisfation'] },
      { code: 'NUMBER_OUT_OF_RANGE', path: ['interaction'] },
    ])
  })

  it.each([undefined, null, [], 'customer'])('refuses %j as a customer', (customer) => {
    expect(issuesOf(customer)).toMatchObject([{ path: [] }])
  })

  it('refuses a model that was not defined', () => {
    const copy = throughJson(handbook.health) as typeof handbook.health
    expect(issuesOf({}, copy)).toMatchObject([{ code: 'POLICY_NOT_DEFINED' }])
  })
})

describe('a fact that is missing', () => {
  const written = (missing: 'zero' | 'reweight'): HealthModelInput => ({
    criteria: [
      { id: 'purchases', weight: 60, curve: 'points' },
      { id: 'satisfaction', weight: 40, curve: 'points' },
    ],
    missing,
    bands: [
      { id: 'healthy', from: 70 },
      { id: 'at-risk', from: 0 },
    ],
  })

  it('counts nothing where the model says zero', () => {
    const model = defineHealthModel(written('zero'))
    const health = scoreHealth({ purchases: 75 }, model)
    expect(health).toMatchObject({ score: 45, band: 'at-risk', missing: ['satisfaction'] })
    expect(scoreHealth({}, model).score).toBe(0)
  })

  it('is left out where the model reweights', () => {
    const model = defineHealthModel(written('reweight'))
    expect(scoreHealth({ purchases: 75 }, model)).toMatchObject({
      score: 75,
      band: 'healthy',
      missing: ['satisfaction'],
    })
    expect(issuesOf({}, model)).toHaveLength(2)
  })
})

describe('a health model', () => {
  it('is filled in, so that it names every choice', () => {
    const criteria = [{ id: 'a', weight: '100', curve: 'lower-is-better' as const }]
    const bands = [{ id: 'any', from: 0 }]
    expect(defineHealthModel({ criteria, missing: 'refuse', bands })).toEqual({
      id: 'health',
      version: '1',
      provenance: [],
      criteria: [{ id: 'a', weight: 100, curve: { kind: 'lower-is-better', floor: 0, cap: 100 } }],
      missing: 'refuse',
      decimals: 2,
      rounding: 'half-up',
      bands,
      unansweredInARow: 3,
      unansweredBy: 'day',
    })
  })
})

const measuring = defineHealthModel({
  criteria: [
    {
      id: 'visits',
      weight: 50,
      curve: {
        kind: 'linear',
        knots: [
          { at: 0, points: 0 },
          { at: 4, points: 100 },
        ],
      },
      measure: { kinds: ['visit'], by: 'count', windowDays: 90 },
    },
    {
      id: 'satisfaction',
      weight: 50,
      curve: { kind: 'rating', maximum: 5 },
      measure: { kinds: ['survey'], by: 'latest' },
    },
  ],
  missing: 'reweight',
  bands: [
    { id: 'healthy', from: 70 },
    { id: 'watch', from: 40 },
    { id: 'at-risk', from: 0 },
  ],
  worstPart: { below: 50, bandAtMost: 'watch', criteria: ['satisfaction'] },
})

const asOf = '2026-03-31'
const visit = (date: string) => ({ date, kind: 'visit' })
const survey = (date: string, value: number) => ({ date, kind: 'survey', value })

describe('a fact that is measured on records', () => {
  it('counts those of the last 90 days, the 90th among them, and takes the latest survey (HEA-1)', () => {
    const records = [
      visit('2025-12-31'),
      visit('2025-12-30'),
      visit('2026-03-31'),
      survey('2026-01-01', 1),
      survey('2026-03-01', 5),
    ]
    const health = scoreHealth({ asOf, records }, measuring)
    // 2 of 4 visits are 50 points, 5 of 5 are 100.
    expect(health).toMatchObject({ score: 75, band: 'healthy', held: null })
    expect(health.measured).toEqual([
      { id: 'visits', by: 'count', figure: '2', from: '2025-12-31', to: asOf, records: 2 },
      { id: 'satisfaction', by: 'latest', figure: '5', from: null, to: asOf, records: 2 },
    ])
  })

  it('is 0 where it counts nothing, and missing where there is nothing to take', () => {
    const health = scoreHealth({ asOf, records: [] }, measuring)
    expect(health).toMatchObject({ score: 0, missing: ['satisfaction'] })
    expect(health.measured[1]).toMatchObject({ figure: null, records: 0 })
  })

  it.each([
    ['count', 3, '3'],
    ['days', 3, '2'],
    ['total', 3, '10'],
    ['mean', 3, '3.333333333333'],
    ['latest', 3, '3.5'],
    ['days-since', 3, '30'],
    ['days-since', 0, null],
  ] as const)('by %s of %i records is %j', (by, count, figure) => {
    const model = defineHealthModel({
      criteria: [
        {
          id: 'a',
          weight: 100,
          curve: { kind: 'steps', steps: [{ from: 3, points: 100 }] },
          measure: { kinds: ['x'], by },
        },
      ],
      missing: 'zero',
      bands: [{ id: 'any', from: 0 }],
    })
    const records = [
      { date: '2026-03-01', kind: 'x', value: 3 },
      { date: '2026-02-01', kind: 'x', value: 3 },
      { date: '2026-03-01', kind: 'x', value: 4 },
    ].slice(0, count)
    expect(scoreHealth({ asOf, records }, model).measured[0]?.figure).toBe(figure)
  })

  it('keeps a third exact until the score is rounded', () => {
    const model = defineHealthModel({
      criteria: [
        {
          id: 'a',
          weight: 100,
          curve: {
            kind: 'linear',
            knots: [
              { at: 0, points: 0 },
              { at: 10, points: 30 },
            ],
          },
          measure: { kinds: ['x'], by: 'mean' },
        },
      ],
      missing: 'zero',
      bands: [{ id: 'any', from: 0 }],
      decimals: 0,
    })
    // 3 × 7 ÷ 6 = 3.5, which rounds up; 1.166666666666 × 3 is below it.
    const values = [1, 1, 1, 1, 1, 2]
    const records = values.map((value) => ({ date: asOf, kind: 'x', value }))
    expect(scoreHealth({ asOf, records }, model).score).toBe(4)
  })

  it('may be given instead, and not both', () => {
    expect(scoreHealth({ visits: 4, satisfaction: 5 }, measuring).score).toBe(100)
    const both = { asOf, records: [], visits: 4 }
    expect(issuesOf(both, measuring)).toMatchObject([{ code: 'POLICY_CONFLICT', path: ['visits'] }])
  })

  it.each([
    ['after the day asked about', visit('2026-04-01'), 'DATES_OUT_OF_ORDER', 'date'],
    ['of another kind', { date: asOf, kind: 'visits' }, 'NOT_IN_POLICY', 'kind'],
    ['without the value', { date: asOf, kind: 'survey' }, 'VALUE_MISSING', 'value'],
  ])('is refused with a record %s', (_, record, code, key) => {
    expect(issuesOf({ asOf, records: [record] }, measuring)).toMatchObject([
      { code, path: ['records', 0, key] },
    ])
  })

  it('is refused above its scale, and without a day', () => {
    expect(issuesOf({ asOf, records: [survey(asOf, 6)] }, measuring)).toMatchObject([
      { code: 'NUMBER_OUT_OF_RANGE', path: ['satisfaction'] },
    ])
    expect(issuesOf({ records: [] }, measuring)).toMatchObject([{ path: ['asOf'] }])
    expect(issuesOf({ asOf, records: [] })).toMatchObject([
      { code: 'UNKNOWN_KEY' },
      { code: 'UNKNOWN_KEY' },
    ])
  })

  it('does not depend on the order of records', () => {
    const day = fc.integer({ min: 10, max: 28 }).map((one) => `2026-03-${one}`)
    const record = fc.oneof(
      day.map(visit),
      fc.tuple(day, fc.integer({ min: 1, max: 5 })).map(([date, value]) => survey(date, value)),
    )
    const lists = fc.array(record, { maxLength: 12 })
    fc.assert(
      fc.property(
        lists.chain((list) => fc.tuple(fc.constant(list), shuffled(list))),
        ([records, others]) => {
          const health = scoreHealth({ asOf, records }, measuring)
          expect(scoreHealth({ asOf, records: others }, measuring)).toEqual(health)
          const more = scoreHealth({ asOf, records: [...records, visit(asOf)] }, measuring)
          expect(more.score).toBeGreaterThanOrEqual(health.missing.length > 0 ? 0 : health.score)
        },
      ),
    )
  })
})

describe('one bad part', () => {
  it('holds the band down, whatever the score, and says what it lacks', () => {
    const health = scoreHealth({ visits: 4, satisfaction: '2.4' }, measuring)
    expect(health).toMatchObject({
      score: 74,
      band: 'watch',
      next: null,
      held: {
        from: 'healthy',
        to: 'watch',
        by: [{ id: 'satisfaction', points: 48, remaining: 2 }],
      },
    })
    expect(scoreHealth({ visits: 4, satisfaction: '2.5' }, measuring)).toMatchObject({
      band: 'healthy',
      held: null,
    })
  })

  it('does nothing where the band is no better, where it is not one that counts, or where it is missing', () => {
    expect(scoreHealth({ visits: 2, satisfaction: 2 }, measuring)).toMatchObject({
      band: 'watch',
      next: { band: 'healthy', remaining: 25 },
      held: null,
    })
    expect(scoreHealth({ visits: 1, satisfaction: 5 }, measuring).held).toBeNull()
    expect(scoreHealth({ visits: 4 }, measuring).held).toBeNull()
  })

  it.each([
    ['a band that is not there', { worstPart: { below: 5, bandAtMost: 'wach' } }, 'NOT_IN_POLICY'],
    [
      'a criterion that is not there',
      { worstPart: { below: 5, bandAtMost: 'watch', criteria: ['visit'] } },
      'NOT_IN_POLICY',
    ],
  ])('is refused of %s', (_, rule, code) => {
    const outcome = attempt(() => defineHealthModel({ ...measuring, ...rule }))
    expect(outcome.ok ? [] : outcome.issues.map((one) => one.code)).toEqual([code])
  })

  it('a model that measures what is no figure, or has a criterion named records, is refused', () => {
    const measure = { kinds: ['x'], by: 'count' as const }
    const curve = { kind: 'choice' as const, choices: { good: 100 } }
    const outcome = attempt(() =>
      defineHealthModel({
        criteria: [
          { id: 'a', weight: 50, curve, measure },
          { id: 'records', weight: 50 },
        ],
        missing: 'zero',
        bands: [{ id: 'any', from: 0 }],
      }),
    )
    const found = outcome.ok ? [] : outcome.issues
    expect(found.map(({ params }) => ('reason' in params ? params.reason : null))).toEqual([
      'measure-of-no-figure',
      'id-taken',
    ])
  })
})

describe('for any customer', () => {
  const points = fc.integer({ min: 0, max: 20_000 }).map((units) => units / 200)
  const customers = fc.record({ interaction: points, satisfaction: points, purchase: points })

  it('contributions add up to the score, and what is missing leads exactly to the next band', () => {
    fc.assert(
      fc.property(customers, (customer) => {
        const { score, parts, next } = scoreHealth(customer, handbook.health)
        const cents = (value: number) => Math.round(value * 100)
        expect(parts.reduce((sum, part) => sum + cents(part.contribution), 0)).toBe(cents(score))
        if (next) expect(cents(score) + cents(next.remaining)).toBe(cents(next.from))
      }),
    )
  })

  it('more of anything never scores less', () => {
    const keys = fc.constantFrom('interaction', 'satisfaction', 'purchase')
    fc.assert(
      fc.property(customers, keys, points, (customer, key, more) => {
        const raised = { ...customer, [key]: Math.max(customer[key], more) }
        const { score } = scoreHealth(customer, handbook.health)
        expect(scoreHealth(raised, handbook.health).score).toBeGreaterThanOrEqual(score)
      }),
    )
  })

  it('the order of facts does not matter, and the result survives JSON', () => {
    fc.assert(
      fc.property(customers, (customer) => {
        const health = scoreHealth(customer, handbook.health)
        expect(scoreHealth(withKeysReversed(customer), handbook.health)).toEqual(health)
        expect(throughJson(health)).toStrictEqual(health)
      }),
    )
  })
})
