import {
  attempt,
  churnWarnings,
  defineCarePolicy,
  handbook,
  type RetentionFacts,
  retentionPlan,
} from 'sales-rules'
import { describe, expect, it } from 'vitest'
import { throughJson } from '../arbitraries.rooms.js'

const policy = defineCarePolicy({
  currency: 'CNY',
  tiers: {
    clause: 'T',
    by: 'cumulative-share',
    tiers: [
      { id: 'A', upTo: '0.8' },
      { id: 'B', upTo: '0.95' },
      { id: 'C', upTo: null },
    ],
  },
  retention: {
    clause: 'HEA-3',
    measures: [
      { tier: 'A', measure: 'offer' },
      { tier: 'B', measure: 'added-service' },
    ],
  },
})

const warned: RetentionFacts = {
  customer: 'Acme',
  tier: 'A',
  asOf: '2026-03-10',
  warnings: [
    { kind: 'unanswered', since: '2026-03-05' },
    { kind: 'complaint', since: '2026-03-04' },
  ],
}

function issuesOf(customer: unknown) {
  const outcome = attempt(() => retentionPlan(customer as RetentionFacts, policy))
  return outcome.ok ? [] : outcome.issues
}

describe('retentionPlan', () => {
  it('names the measure of the tier, due seven days after the earliest warning (HEA-3, retain-01)', () => {
    const plan = retentionPlan(warned, policy)
    expect(plan).toEqual({
      customer: 'Acme',
      tier: 'A',
      measure: 'offer',
      warnings: warned.warnings.map((one) => ({ ...one, raised: one.since })),
      since: '2026-03-04',
      raised: '2026-03-04',
      due: '2026-03-11',
      state: 'due',
      done: null,
      policy: { id: 'care', version: '1' },
      clauses: ['HEA-3'],
    })
    expect(throughJson(plan)).toStrictEqual(plan)
    expect(retentionPlan({ ...warned, tier: 'B' }, policy).measure).toBe('added-service')
  })

  it.each([
    ['2026-03-11', 'due'],
    ['2026-03-12', 'overdue'],
  ])('on %s is %s', (asOf, state) => {
    expect(retentionPlan({ ...warned, asOf }, policy).state).toBe(state)
  })

  it('is none without a warning, and none for a tier without a measure', () => {
    const none = { measure: null, due: null, state: 'none', done: null }
    expect(retentionPlan({ ...warned, warnings: [] }, policy)).toMatchObject({
      ...none,
      since: null,
    })
    expect(retentionPlan({ ...warned, tier: 'C' }, policy)).toMatchObject(none)
  })

  it('is done by the measure of the tier from the day of the warning on', () => {
    const on = (date: string, measure = 'offer') =>
      retentionPlan({ ...warned, done: [{ measure, date }] }, policy)
    expect(on('2026-03-04')).toMatchObject({ state: 'done', done: '2026-03-04' })
    expect(on('2026-03-03').state).toBe('due')
    expect(on('2026-03-05', 'added-service').state).toBe('due')
  })

  it('counts from the day on which a warning became one, and not from where it goes back to', () => {
    const warnings = [
      { kind: 'unanswered', since: '2026-02-20', raised: '2026-03-06' },
      { kind: 'complaint', since: '2026-03-07' },
    ]
    const on = (date: string) =>
      retentionPlan({ ...warned, warnings, done: [{ measure: 'offer', date }] }, policy)
    expect(on('2026-03-05')).toMatchObject({
      ...{ since: '2026-02-20', raised: '2026-03-06', due: '2026-03-13', state: 'due' },
    })
    expect(on('2026-03-06').state).toBe('done')
  })

  it('takes the warnings of churnWarnings as they are, by the handbook', () => {
    const followUps = ['2026-01-12', '2026-01-19', '2026-01-26'].map((date) => ({
      date,
      answered: false,
    }))
    const warnings = churnWarnings(followUps, handbook.health)
    const plan = retentionPlan({ tier: 'vip', asOf: '2026-01-26', warnings }, handbook.care)
    expect(plan).toMatchObject({ measure: 'special-offer', since: '2026-01-12', customer: null })
    // The third silence makes the warning: nobody is late on the day on which it comes up.
    expect(plan).toMatchObject({ raised: '2026-01-26', due: '2026-02-02', state: 'due' })
    const ordinary = { tier: 'ordinary', asOf: '2026-01-26', warnings }
    expect(retentionPlan(ordinary, handbook.care).measure).toBe('added-service')
  })

  it.each([
    ['another tier', { tier: 'D' }, 'NOT_IN_POLICY', ['tier']],
    [
      'a warning of tomorrow',
      { warnings: [{ kind: 'x', since: '2026-03-11' }] },
      'DATES_OUT_OF_ORDER',
      ['warnings', 0, 'since'],
    ],
    [
      'a warning that was one before it began',
      { warnings: [{ kind: 'x', since: '2026-03-05', raised: '2026-03-04' }] },
      'DATES_OUT_OF_ORDER',
      ['warnings', 0, 'raised'],
    ],
    [
      'a warning that will be one tomorrow',
      { warnings: [{ kind: 'x', since: '2026-03-05', raised: '2026-03-11' }] },
      'DATES_OUT_OF_ORDER',
      ['warnings', 0, 'raised'],
    ],
    ['no warnings', { warnings: undefined }, 'VALUE_MISSING', ['warnings']],
    [
      'a measure that is none',
      { done: [{ measure: 'gift', date: '2026-03-05' }] },
      'NOT_IN_POLICY',
      ['done', 0, 'measure'],
    ],
    ['another key', { owner: 'Li' }, 'UNKNOWN_KEY', ['owner']],
  ])('refuses %s', (_, change, code, path) => {
    expect(issuesOf({ ...warned, ...change })).toMatchObject([
      { code, path: ['customer', ...path] },
    ])
  })

  it('refuses a policy that says nothing of it, and one that was not defined', () => {
    const { retention: _, ...rest } = policy
    const without = defineCarePolicy(rest)
    const outcome = attempt(() => retentionPlan(warned, without))
    expect(outcome.ok ? [] : outcome.issues).toMatchObject([
      { code: 'VALUE_MISSING', path: ['policy', 'retention'] },
    ])
    const copy = throughJson(policy) as typeof policy
    expect(() => retentionPlan(warned, copy)).toThrow('defineCarePolicy')
  })
})
