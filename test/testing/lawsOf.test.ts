import fc from 'fast-check'
import {
  attempt,
  type ContestRulesInput,
  defineAppraisalScheme,
  defineCarePolicy,
  defineCommissionPlan,
  defineCompensationPlan,
  defineContestRules,
  defineHealthModel,
  defineLeadModel,
  defineSalesProcess,
  defineScale,
  defineWorkingHours,
  handbook,
} from 'sales-rules'
import { handbookPolicy } from 'sales-rules/handbook'
import {
  arbitraryAppraisalScheme,
  arbitraryCommissionPlan,
  arbitraryHealthModel,
  arbitraryLeadModel,
  exemptLawsOf,
  type Law,
  lawsOf,
} from 'sales-rules/testing'
import { describe, expect, it } from 'vitest'

/** What breaks a law, in words; null where nothing does. */
function broken({ property }: Law, numRuns = 100): string | null {
  const { counterexample, errorInstance } = fc.check(property, { numRuns })
  return counterexample === null ? null : String((errorInstance as Error).message)
}

const brokenLaws = (laws: readonly Law[], numRuns?: number) =>
  laws.flatMap((law) => (broken(law, numRuns) === null ? [] : [law.name]))

/** The same, with what is said. */
const saidOf = (laws: readonly Law[], numRuns: number) =>
  laws.flatMap((law) => {
    const said = broken(law, numRuns)
    return said === null ? [] : [`${law.name}: ${said}`]
  })

const office = defineWorkingHours({
  timeZone: 'Asia/Shanghai',
  week: { 1: ['09:00-12:00', '13:00-18:00'], 3: ['09:00-18:00'], 5: ['22:00-24:00'] },
  holidays: ['2026-01-07'],
})

const tiers = (first: string, second: string) => [
  { id: 'first', upTo: '1000', rate: first },
  { id: 'second', upTo: null, rate: second },
]
const table = defineScale({ mode: 'marginal', tiers: tiers('0.05', '0.1') })

const settled = defineCommissionPlan({
  currency: 'EUR',
  scale: { mode: 'marginal', tiers: tiers('0.05', '0.1') },
  clawback: { kind: 'pro-rata', within: { length: 12, unit: 'month' } },
  cap: { amount: '400' },
  payment: {
    accrual: 'year-to-date',
    holdback: { share: '0.3333', releaseAfter: 2 },
    draw: { amount: '50', kind: 'recoverable' },
  },
})

/** Paid in parts: with the order, as it is invoiced and as cash comes in; with an advance by months of service. */
const inParts = defineCommissionPlan({
  currency: 'EUR',
  scale: { mode: 'marginal', tiers: tiers('0.05', '0.1') },
  payment: {
    accrual: 'year-to-date',
    parts: [
      { share: '0.5', on: 'booked', after: 1 },
      { share: '0.3', on: 'invoiced' },
      { share: '0.2', on: 'collected', from: '0.5' },
    ],
    draw: { amount: '50', kind: 'recoverable', service: { by: 'day' } },
  },
})
const onCash = defineCommissionPlan({
  currency: 'EUR',
  scale: { mode: 'marginal', tiers: tiers('0.05', '0.1') },
  payment: { on: 'collected', holdback: { share: '0.3333', releaseAfter: 1 } },
})

const ofIncentive = {
  payout: 'of-target-incentive',
  scale: {
    mode: 'interpolated',
    thresholds: 'attainment',
    tiers: [
      { id: 'to-target', upTo: '1', amount: '1' },
      { id: 'above', upTo: null },
    ],
  },
} as const

/** A component of each kind, of which two look at the first. */
const paid = defineCompensationPlan({
  currency: 'EUR',
  cap: { amount: '20000', multiple: '1.5' },
  consequences: [
    { kind: 'bonus', pays: 'bonus', attendance: 'pro-rata', leavers: 'none' },
    { kind: 'raise', pays: 'base-pay' },
    { kind: 'leave', pays: 'leave', proration: 'month-started' },
  ],
  components: [
    { id: 'meetings', weight: '0.6', commission: ofIncentive },
    {
      id: 'goals',
      weight: '0.2',
      appraisal: { indicators: [{ id: 'launch', weight: 100 }], missing: 'refuse' },
      commission: {
        gate: {
          conditions: {
            ...{
              id: 'meetings.attainment',
              comparison: 'at-least',
              required: '0.8',
              unit: 'ratio',
            },
          },
        },
      },
    },
    {
      id: 'margin',
      weight: '0.2',
      matrix: {
        rows: {
          by: 'meetings.attainment',
          steps: [
            { id: 'low', upTo: '0.9' },
            { id: 'high', upTo: null },
          ],
        },
        columns: {
          by: 'margin',
          steps: [
            { id: 'thin', upTo: '0.25' },
            { id: 'good', upTo: null },
          ],
        },
        pays: [
          ['0', '0.5'],
          ['1', '1.5'],
        ],
      },
    },
    { id: 'sales', commission: { scale: { mode: 'marginal', tiers: tiers('0.05', '0.1') } } },
  ],
})

const byPlace = defineContestRules({
  currency: 'CNY',
  prizes: [{ amount: '3000' }, { places: 2, amount: '1000.01' }],
  ties: 'all',
  pot: '6000',
  tieBreakers: ['margin'],
  enter: { comparison: 'above', figure: '50000' },
})
const pool = defineContestRules({ currency: 'EUR', enter: { figure: '60' } })

const threeTiers = [
  { id: 'A', upTo: '0.5', dedicatedOwner: true },
  { id: 'B', upTo: '0.8', dedicatedOwner: false },
  { id: 'C', upTo: null, dedicatedOwner: false },
]
const intervals = (['working-day', 'week', 'quarter'] as const).map((unit) => ({
  ...{ id: `each ${unit}`, clause: 'CARE', countsFrom: 'schedule' as const },
  intervals: [{ every: 2, unit }],
}))
const byShare = { clause: 'CARE', by: 'cumulative-share', tiers: threeTiers } as const
const caring = defineCarePolicy({
  currency: 'EUR',
  tiers: { ...byShare, placedBy: 'start' },
  rhythms: intervals,
})

const discounts = {
  floor: { margin: '0.1' },
  authorities: [
    { rung: 'rep', discountAtMost: '0.333333', amountAtMost: '5000', marginAtLeast: '0.2' },
    { rung: 'head', discountAtMost: '1' },
  ],
} as const

/** Ages by date of invoice, in a currency without cents, and asks since when there is a contact. */
const selling = defineSalesProcess({
  currency: 'JPY',
  wonAt: 'won',
  stages: [
    {
      id: 'open',
      requires: [{ id: 'contact', comparison: 'at-least', required: '3', unit: 'months-since' }],
      reports: [{ id: 'risk', comparison: 'below', required: '0.5', unit: 'ratio' }],
    },
    { id: 'won' },
  ],
  receivables: { ageBy: 'invoiced' },
  discounts,
})

/** Rules of every kind: prizes or a pool, who enters, and what becomes of ties. */
const drawContestRules = fc
  .record({
    prizes: fc.uniqueArray(fc.integer({ min: 1, max: 300 }), { maxLength: 4 }),
    enter: fc.record({
      figure: fc.constantFrom('-5', '0', '1.005'),
      comparison: fc.constantFrom('above' as const, 'at-least' as const),
    }),
    ties: fc.constantFrom('share' as const, 'all' as const),
    tieBreakers: fc.constantFrom([], ['margin', 'visits']),
  })
  .map(({ prizes, enter, ties, tieBreakers }): ContestRulesInput => {
    if (prizes.length === 0) return { currency: 'EUR', enter, pot: '99.99' }
    const sorted = prizes.sort((a, b) => b - a).map((amount) => ({ amount: String(amount) }))
    return {
      ...{ currency: 'EUR', enter, ties, prizes: sorted },
      pot: prizes.reduce((sum, amount) => sum + amount, 0),
      ...(tieBreakers.length > 0 && { tieBreakers }),
    }
  })

describe('the laws', () => {
  it.each(
    [
      ...[handbookPolicy, handbook.chinaCalendar, table, office, settled],
      ...[paid, byPlace, pool, caring, selling],
    ].flatMap((policy) => lawsOf(fc, policy).map((law) => ({ ...law }))),
  )('hold: $name', (law) => {
    expect(broken(law, 30)).toBeNull()
  })

  it('of a document are those of its sections, under their names', () => {
    const [version] = handbookPolicy.versions
    const own = lawsOf(fc, handbook.grading).map(
      ({ name }) => `grading ${version?.version}: ${name}`,
    )
    expect(own.length).toBeGreaterThan(2)
    expect(lawsOf(fc, handbookPolicy).map(({ name }) => name)).toEqual(expect.arrayContaining(own))
  })

  it('have names of their own', () => {
    const names = [handbookPolicy, settled].map((one) => lawsOf(fc, one).map(({ name }) => name))
    for (const list of names) expect(new Set(list).size).toBe(list.length)
  })

  it('that are of the library hold for any plan, and every input that is drawn is one that it takes', () => {
    fc.assert(
      fc.property(arbitraryCommissionPlan(fc), (plan) => {
        const laws = lawsOf(fc, defineCommissionPlan(plan)).filter(({ of }) => of === 'library')
        expect(laws.length).toBeGreaterThan(1)
        expect(saidOf(laws, 10)).toEqual([])
      }),
      { numRuns: 15 },
    )
  })

  it('that are of the library hold for any lead model, health model and scheme', () => {
    const drawn = fc.record({
      model: arbitraryLeadModel(fc),
      health: arbitraryHealthModel(fc),
      scheme: arbitraryAppraisalScheme(fc),
    })
    fc.assert(
      fc.property(drawn, ({ model, health, scheme }) => {
        const policies = [
          defineLeadModel(model),
          defineHealthModel(health),
          defineAppraisalScheme(scheme),
        ]
        for (const policy of policies) {
          const laws = lawsOf(fc, policy).filter(({ of }) => of === 'library')
          expect(saidOf(laws, 15)).toEqual([])
        }
      }),
      { numRuns: 20 },
    )
  })

  it('that are of the library hold for any plan among the components of another', () => {
    const scale = { mode: 'marginal', tiers: tiers('0.05', '0.1') } as const
    const drawn = fc.record({
      plan: arbitraryCommissionPlan(fc),
      scheme: arbitraryAppraisalScheme(fc),
    })
    fc.assert(
      fc.property(drawn, ({ plan, scheme }) => {
        const components = [
          { id: 'any', commission: plan },
          { id: 'plain', commission: { scale } },
          { id: 'scored', weight: '1', appraisal: scheme },
        ]
        const { currency } = plan
        const all = defineCompensationPlan({ currency, cap: { amount: '1000' }, components })
        const laws = lawsOf(fc, all).filter(({ name }) => !name.startsWith('component '))
        expect(laws.map(({ of }) => of)).toEqual(laws.map(() => 'library'))
        expect(saidOf(laws, 5)).toEqual([])
      }),
      { numRuns: 5 },
    )
  })

  it.each([
    ['in parts', inParts],
    ['on cash', onCash],
  ])('of settlements hold for a plan that pays %s', (_, plan) => {
    const laws = lawsOf(fc, plan).filter(({ name }) => /stands open|one after the other/.test(name))
    expect(laws).toHaveLength(2)
    expect(saidOf(laws, 20)).toEqual([])
  })

  it('that are of the library hold for any rules of a contest', () => {
    fc.assert(
      fc.property(drawContestRules, (rules) => {
        expect(saidOf(lawsOf(fc, defineContestRules(rules)), 20)).toEqual([])
      }),
      { numRuns: 12 },
    )
  })

  it('of a plan of components are also those of each of them, under its name', () => {
    const names = lawsOf(fc, paid).map(({ name }) => name)
    expect(names).toEqual(
      expect.arrayContaining([
        'component sales: more sales never pay less',
        'component goals: what the parts of the appraisal score add makes up the score',
        'the components together are never paid above the cap',
      ]),
    )
    const exempt = exemptLawsOf(fc, paid).map(({ name, because }) => [name, because])
    expect(exempt).toContainEqual([
      ...['component meetings: no sale earns more than it brings in'],
      ...['payout: it pays shares of the target incentive'],
    ])
  })

  it('are there for every kind of policy', () => {
    const kinds = [handbook.care, handbook.pipeline, handbook.compensation, byPlace, pool]
    for (const policy of kinds) expect(lawsOf(fc, policy).length).toBeGreaterThan(2)
  })

  it('are of policies only', () => {
    const outcome = attempt(() => lawsOf(fc, {} as typeof settled))
    expect(outcome.ok ? [] : outcome.issues.map(({ code }) => code)).toEqual(['POLICY_NOT_DEFINED'])
  })
})

describe('a law of a good policy', () => {
  const scale = { mode: 'marginal', tiers: tiers('0.05', '0.1') } as const
  const plain = { currency: 'EUR', scale } as const

  it.each([
    ['more sales never pay less', { scale: { mode: 'whole-amount', tiers: tiers('0.1', '0.05') } }],
    [
      'no sale earns more than it brings in',
      {
        scale: { mode: 'marginal', tiers: tiers('0.4', '0.5') },
        accelerator: { mode: 'marginal', steps: [{ id: 'any', upTo: null, multiplier: '3' }] },
      },
    ],
    [
      'sales without refunds are never paid less than nothing',
      { awards: [{ id: 'fee', for: 'any', amount: '-20' }] },
    ],
    [
      'a higher target never pays more for the same sales',
      {
        accelerator: {
          mode: 'whole-amount',
          steps: [
            { id: 'below', upTo: '1', multiplier: '2' },
            { id: 'above', upTo: null, multiplier: '1' },
          ],
        },
      },
    ],
  ] as const)('is broken by a plan that is not: %s', (name, change) => {
    const plan = defineCommissionPlan({ ...plain, ...change } as Parameters<
      typeof defineCommissionPlan
    >[0])
    const law = lawsOf(fc, plan).find((one) => one.name === name)
    expect(law && broken(law)).not.toBeNull()
  })

  it('is kept by a plain plan', () => {
    expect(brokenLaws(lawsOf(fc, defineCommissionPlan(plain)), 50)).toEqual([])
  })

  it('is broken by a curve with a hump, at the step that falls', () => {
    const steps = [
      { from: '2', points: 60 },
      { from: '3', points: 50 },
      { from: '4', points: 100 },
    ]
    const curve = { kind: 'steps', below: 0, steps } as const
    const bands = [{ id: 'all', from: 0 }]
    const model = defineHealthModel({
      criteria: [{ id: 'orders', weight: 100, curve }],
      bands,
      missing: 'refuse',
      unansweredInARow: 3,
    })
    const laws = lawsOf(fc, model)
    expect(brokenLaws(laws)).toEqual(['a better result never lowers the health score'])
    expect(laws.map((law) => broken(law))).toContain(
      'orders of "2.9999" scores 60, and of "3.0000" 50',
    )
  })

  it('is broken by a tier table that falls', () => {
    const falling = defineScale({ mode: 'whole-amount', tiers: tiers('0.1', '0.05') })
    expect(brokenLaws(lawsOf(fc, falling))).toEqual(['a larger base never pays less'])
  })
})

describe('a law from which a policy is exempt', () => {
  it('is that of the next tier, where customers are placed by where they end', () => {
    const byEnd = defineCarePolicy({ ...caring, tiers: { ...byShare, placedBy: 'end' } })
    expect(exemptLawsOf(fc, byEnd).map(({ because }) => because)).toEqual([
      'tiers.placedBy: more value also moves where a customer ends',
    ])
    expect(brokenLaws(lawsOf(fc, byEnd), 30)).toEqual([])
  })

  it('is that of the lowest price, where nothing is accepted in exchange for it', () => {
    const exchange = { above: '0.1', accepted: [] }
    const process = defineSalesProcess({
      ...selling,
      discounts: { ...discounts, exchange },
    })
    const [law] = exemptLawsOf(fc, process)
    expect(law?.because).toBe('discounts.exchange: nothing is accepted in exchange')
    expect(law && broken(law)).toMatch(/^the lowest price of \d+: "refused", and "granted"$/)
  })

  it('is not among its laws, and names the field that decides otherwise', () => {
    const exempt = exemptLawsOf(fc, handbookPolicy)
    expect(exempt.map(({ because }) => because)).toEqual([
      'gate.counts: once the gate opens, sales made before are paid too',
    ])
    const names = lawsOf(fc, handbookPolicy).map(({ name }) => name)
    expect(names.filter((name) => exempt.some((law) => law.name === name))).toEqual([])
  })

  it('can be tried all the same, and says what the decision does', () => {
    const [law] = exemptLawsOf(fc, handbook.commission)
    // Right below one of the targets that are drawn, and on it.
    expect(law && broken(law)).toMatch(
      /^sales of \d+99\.99 pay 0\.00, and sales of \d+00\.00 pay|0\.99 pay 0\.00, and sales of \d+1\.00 pay/,
    )
  })
})
