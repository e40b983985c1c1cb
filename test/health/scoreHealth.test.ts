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
import { throughJson, withKeysReversed } from '../arbitraries.rooms.js'

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
    })
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
