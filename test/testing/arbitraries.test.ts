import fc from 'fast-check'
import {
  applyScale,
  appraise,
  calculateCommission,
  cascadeTarget,
  checkPromotion,
  compareAmounts,
  defineCommissionPlan,
  defineScale,
  gradeConsequences,
  handbook,
  planNeeds,
  scoreHealth,
  scoreLead,
} from 'sales-rules'
import {
  arbitraryAppraisalInput,
  arbitraryBase,
  arbitraryCareerFacts,
  arbitraryCommissionInput,
  arbitraryCommissionPlan,
  arbitraryGradeHistory,
  arbitraryHealthFacts,
  arbitraryLeadFacts,
  arbitraryScale,
  arbitraryTargetTree,
} from 'sales-rules/testing'
import { describe, expect, it } from 'vitest'

/** So many draws, always the same. */
const drawn = <Value>(values: fc.Arbitrary<Value>, numRuns = 300): Value[] =>
  fc.sample(values, { numRuns, seed: 7 })

const { commission, leads, health, appraisal, careers, grading, targets } = handbook

describe('the inputs of a commission plan', () => {
  it('are on its thresholds, a cent either side, nothing, and at its gate, whatever the target', () => {
    const inputs = drawn(arbitraryCommissionInput(fc, commission), 600)
    const sales = new Set(inputs.map((input) => input.sales))
    for (const edge of ['0.00', '999999.99', '1000000.00', '1000000.01', '2000000.00'])
      expect(sales).toContain(edge)
    const outcomes = inputs.map((input) => calculateCommission(input, commission))
    expect(outcomes.some((one) => one.attainment === '1')).toBe(true)
    expect(outcomes.some(({ gate }) => gate?.remaining === '0.01')).toBe(true)
    expect(
      outcomes.some(({ awards = [] }) => awards.some(({ outcome }) => outcome === 'paid')),
    ).toBe(true)
  })

  it('have refunds among them, of all and of half of a line', () => {
    const lines = drawn(arbitraryCommissionInput(fc, commission)).flatMap((one) => one.lines ?? [])
    const back = lines.filter(({ refundOf }) => refundOf !== undefined)
    expect(back.length).toBeGreaterThan(10)
    expect(back.every(({ amount }) => compareAmounts(amount, '0') <= 0)).toBe(true)
  })

  it('have the units of each line where an award or a rate is for them', () => {
    const scale = { mode: 'marginal', tiers: [{ id: 'all', upTo: null, rate: '0.1' }] } as const
    const plan = defineCommissionPlan({
      currency: 'EUR',
      scale,
      awards: [{ id: 'each', for: 'any', amount: '5', per: 'unit' }],
    })
    const lines = drawn(arbitraryCommissionInput(fc, plan)).flatMap((one) => one.lines ?? [])
    expect(lines.length).toBeGreaterThan(10)
    expect(lines.filter(({ quantity }) => quantity === undefined)).toEqual([])
  })

  it('have the fields that the plan looks at, and no other', () => {
    const fieldsOf = (plan: typeof commission) => {
      const lines = drawn(arbitraryCommissionInput(fc, plan)).flatMap((one) => one.lines ?? [])
      return [...new Set(lines.flatMap((line) => Object.keys(line)))].sort()
    }
    const scale = {
      mode: 'marginal',
      tiers: [{ id: 'all', upTo: null, rate: '0.1' }],
    } as const
    const plain = defineCommissionPlan({ currency: 'EUR', scale })
    expect(fieldsOf(plain)).toEqual(['amount', 'id', 'refundOf'])
    const looking = defineCommissionPlan({
      currency: 'EUR',
      scale,
      base: 'margin',
      rates: [{ id: 'licences', when: { product: 'licence' }, scale }],
      eligibility: { statuses: ['signed'] },
      exchange: { on: 'order-date' },
    })
    expect(fieldsOf(looking)).toEqual(
      [
        'amount',
        'cost',
        'currency',
        'date',
        'id',
        'paidOn',
        'product',
        'refundOf',
        'status',
      ].sort(),
    )
  })

  it('are lines where a plan needs them, and figures as well where it does not', () => {
    fc.assert(
      fc.property(arbitraryCommissionPlan(fc), (json) => {
        const plan = defineCommissionPlan(json)
        const needs = planNeeds(plan).flatMap(({ of }) => of)
        const inputs = fc.sample(arbitraryCommissionInput(fc, plan), 20)
        const figures = inputs.filter(({ sales }) => sales !== undefined)
        const isByLine = needs.includes('line') || needs.includes('amount')
        expect(figures.length > 0).toBe(!isByLine)
        // Each is taken; lines may be set aside.
        for (const input of inputs) calculateCommission(input, plan)
      }),
      { numRuns: 40 },
    )
  })
})

describe('what is drawn for other policies', () => {
  it('is taken by their rules', () => {
    for (const facts of drawn(arbitraryLeadFacts(fc, leads))) scoreLead(facts, leads)
    for (const facts of drawn(arbitraryHealthFacts(fc, health))) scoreHealth(facts, health)
    for (const input of drawn(arbitraryAppraisalInput(fc, appraisal))) appraise(input, appraisal)
    for (const list of drawn(arbitraryGradeHistory(fc, grading))) gradeConsequences(list, grading)
    for (const tree of drawn(arbitraryTargetTree(fc, targets), 100))
      cascadeTarget('1000', tree, {}, targets)
  })

  it('decides both ways: leads of every band, customers of every band, yes and no for each rung', () => {
    const bandsOf = (scored: readonly { readonly band: string | null }[]) =>
      new Set(scored.map(({ band }) => band)).size
    expect(bandsOf(drawn(arbitraryLeadFacts(fc, leads)).map((one) => scoreLead(one, leads)))).toBe(
      3,
    )
    expect(
      bandsOf(drawn(arbitraryHealthFacts(fc, health)).map((one) => scoreHealth(one, health))),
    ).toBe(3)
    const people = drawn(arbitraryCareerFacts(fc, careers), 600)
    const answers = people.map(
      (facts) => checkPromotion(facts, 'sales-supervisor', careers).eligible,
    )
    expect(new Set(answers)).toEqual(new Set([true, false, 'unknown']))
  })

  it('is valid where it is a policy itself, and bases are on the ends of its tiers', () => {
    for (const json of drawn(arbitraryScale(fc))) {
      const scale = defineScale(json)
      if (scale.thresholds === 'attainment' || scale.measure === 'separate') continue
      const bases = fc.sample(arbitraryBase(fc, scale), { numRuns: 5, seed: 7 })
      for (const base of bases) applyScale(base, scale)
    }
    const two = defineScale({
      mode: 'marginal',
      tiers: [
        { id: 'low', upTo: '100', rate: '0.1' },
        { id: 'high', upTo: null, rate: '0.2' },
      ],
    })
    expect(drawn(arbitraryBase(fc, two))).toEqual(
      expect.arrayContaining(['0.00', '99.99', '100.00', '100.01']),
    )
  })
})
