import fc from 'fast-check'
import {
  attempt,
  defineAppraisalScheme,
  defineCommissionPlan,
  defineHealthModel,
  defineLeadModel,
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

describe('the laws', () => {
  it.each(
    [handbookPolicy, handbook.chinaCalendar, table, office, settled].flatMap((policy) =>
      lawsOf(fc, policy).map((law) => ({ ...law })),
    ),
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
