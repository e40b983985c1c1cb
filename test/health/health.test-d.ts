import {
  type CareDue,
  type CareFacts,
  type CarePolicy,
  type ChurnWarning,
  type CustomerProtection,
  type CustomerTiers,
  careDue,
  checkFollowUps,
  churnWarnings,
  type DefinedCarePolicy,
  type DefinedHealthModel,
  defineCarePolicy,
  defineHealthModel,
  type FollowUpCheck,
  type HealthModel,
  type HealthScore,
  type HealthTrend,
  handbook,
  healthTrend,
  protectCustomer,
  type RenewalsDue,
  type RetentionPlan,
  type RfmScore,
  type RfmSegments,
  renewalsDue,
  retentionPlan,
  type ServicePackage,
  scoreHealth,
  scoreRfm,
  segmentCustomers,
  servicePackage,
  tierCustomers,
} from 'sales-rules'
import { describe, expectTypeOf, it } from 'vitest'

const asOf = '2026-03-31'
const bands = [{ id: 'all', from: 0 }]
const visits = { id: 'visits', weight: 100, curve: { kind: 'points', maximum: 10 } } as const
const rules = { missing: 'refuse', criteria: [visits], bands } as const
const model = defineHealthModel(rules)
const tiers = { clause: 'C-1', by: 'value', tiers: [{ id: 'all', from: null }] } as const
const policy = defineCarePolicy({ currency: 'EUR', tiers })
const facts: CareFacts = { asOf, tier: 'all', since: '2026-01-01' }

describe('a health model', () => {
  it('is defined before anybody is scored by it', () => {
    expectTypeOf(model).toEqualTypeOf<DefinedHealthModel<'visits'>>()
    expectTypeOf(handbook.health).toEqualTypeOf<DefinedHealthModel>()
    expectTypeOf(scoreHealth({ visits: 3 }, model)).toEqualTypeOf<HealthScore>()
    expectTypeOf(healthTrend([], model)).toEqualTypeOf<HealthTrend>()
    expectTypeOf(checkFollowUps([], model)).toEqualTypeOf<FollowUpCheck>()
    expectTypeOf(churnWarnings([], model)).toEqualTypeOf<ChurnWarning[]>()
    // @ts-expect-error a model that nobody has checked
    scoreHealth({ visits: 3 }, model as HealthModel)
    // @ts-expect-error a care policy scores nobody
    scoreHealth({ visits: 3 }, policy)
  })

  it('says how a fact is measured, and what is counted', () => {
    const counted = { kinds: ['visit'], by: 'count' } as const
    const median = { kinds: ['visit'], by: 'median' } as const
    defineHealthModel({ ...rules, criteria: [{ ...visits, measure: counted }] })
    // @ts-expect-error no measure of ours
    defineHealthModel({ ...rules, criteria: [{ ...visits, measure: median }] })
    // @ts-expect-error a band has points
    defineHealthModel({ ...rules, bands: [{ id: 'all' }] })
    // @ts-expect-error which band is the best that is left?
    defineHealthModel({ ...rules, worstPart: { below: 50 } })
    // @ts-expect-error weeks are not counted
    defineHealthModel({ ...rules, unansweredBy: 'week' })
  })

  it('knows whether each follow-up was answered, or that it is awaited', () => {
    churnWarnings([{ date: asOf, answered: null }], model)
    // @ts-expect-error answered or not?
    churnWarnings([{ date: asOf }], model)
    // @ts-expect-error neither yes nor no
    checkFollowUps([{ date: asOf, answered: 'no' }], model)
    // @ts-expect-error of which period?
    healthTrend([{ score: 80 }], model)
  })
})

describe('a care policy', () => {
  it('is defined before anybody is cared for by it', () => {
    expectTypeOf(policy).toEqualTypeOf<DefinedCarePolicy>()
    expectTypeOf(handbook.care).toEqualTypeOf<DefinedCarePolicy>()
    expectTypeOf(careDue(facts, policy)).toEqualTypeOf<CareDue>()
    expectTypeOf(tierCustomers([], policy)).toEqualTypeOf<CustomerTiers>()
    expectTypeOf(servicePackage({ tier: 'all' }, policy)).toEqualTypeOf<ServicePackage>()
    expectTypeOf(renewalsDue({ asOf }, policy)).toEqualTypeOf<RenewalsDue>()
    const warned = { tier: 'all', asOf, warnings: [] }
    expectTypeOf(retentionPlan(warned, policy)).toEqualTypeOf<RetentionPlan>()
    expectTypeOf(protectCustomer({ asOf, claims: [] }, policy)).toEqualTypeOf<CustomerProtection>()
    // @ts-expect-error a policy that nobody has checked
    careDue(facts, policy as CarePolicy)
    // @ts-expect-error a model of health cares for nobody
    careDue(facts, model)
    // @ts-expect-error days off are no calendar
    careDue(facts, policy, ['2026-01-01'])
  })

  it('sorts customers by one thing', () => {
    // @ts-expect-error in which currency?
    defineCarePolicy({ tiers })
    // @ts-expect-error by what?
    defineCarePolicy({ currency: 'EUR', tiers: { clause: 'C-1', tiers: tiers.tiers } })
    // @ts-expect-error shares end, and values start
    defineCarePolicy({ currency: 'EUR', tiers: { ...tiers, by: 'cumulative-share' } })
    // @ts-expect-error what is a customer worth?
    tierCustomers([{ customer: 'Acme' }], policy)
  })

  it('counts in units that there are, by rules that there are', () => {
    const rhythm = { id: 'call', clause: 'C-2', intervals: [{ unit: 'decade' }] } as const
    // @ts-expect-error no unit of ours
    defineCarePolicy({ currency: 'EUR', tiers, rhythms: [rhythm] })
    const protection = { clause: 'C-3', rule: 'loudest' } as const
    // @ts-expect-error no rule of ours
    defineCarePolicy({ currency: 'EUR', tiers, protection })
  })

  it('asks as of a day, and since when', () => {
    // @ts-expect-error since when is there care?
    careDue({ asOf, tier: 'all' }, policy)
    // @ts-expect-error a Date has no calendar
    careDue({ ...facts, asOf: new Date(0) }, policy)
    // @ts-expect-error as of which day?
    renewalsDue({ contracts: [] }, policy)
    // @ts-expect-error a claim is of a day
    protectCustomer({ asOf, claims: [{ rep: 'Li' }] }, policy)
  })
})

describe('scores of recency, frequency and money', () => {
  it('need no policy, and a day', () => {
    const orders = [{ customer: 'Acme', date: asOf, amount: 10 }]
    expectTypeOf(scoreRfm(orders, { asOf })).toEqualTypeOf<RfmScore[]>()
    expectTypeOf(segmentCustomers(orders, { asOf })).toEqualTypeOf<RfmSegments>()
    // @ts-expect-error as of which day?
    scoreRfm(orders, {})
    // @ts-expect-error an order has an amount
    scoreRfm([{ customer: 'Acme', date: asOf }], { asOf })
  })
})
