import fc from 'fast-check'
import {
  amendPolicy,
  applyEdits,
  attempt,
  type Defined,
  defineCommissionPlan,
  definePolicy,
  diffPolicies,
  type Edit,
  handbook,
} from 'sales-rules'
import { describe, expect, it } from 'vitest'
import { plans } from '../../arbitraries.rooms.js'

const ready = Object.entries(handbook).filter(([name]) => name !== 'clauses') as unknown as [
  string,
  Defined<object>,
][]
const plan = handbook.commission

describe('diffPolicies', () => {
  it('says what changed in the words of edits: a rate, a tier more, a tier less, a part', () => {
    const edits: Edit[] = [
      { path: 'scale.tiers.second', remove: true },
      {
        path: 'scale.tiers',
        insert: { id: 'start', upTo: '500000', rate: '0.02' },
        before: 'first',
      },
      {
        path: 'scale.tiers',
        insert: { id: 'more', upTo: '3000000', rate: '0.045' },
        before: 'top',
      },
      { path: 'scale.tiers.top.rate', set: '0.06' },
      { path: 'gate', remove: true },
      { path: 'provenance', set: [] },
      { path: 'cap', set: { amount: '40000' } },
    ]
    const then = applyEdits(plan, edits)
    const found = diffPolicies(plan, then)
    expect(found).toHaveLength(edits.length)
    expect(found).toEqual(expect.arrayContaining(edits))
  })

  it.each(ready)('finds nothing between %s and itself', (_, policy) => {
    expect(diffPolicies(policy, policy)).toEqual([])
  })

  it('sets a list anew where its order changed, or where its entries have no ids and their number changed', () => {
    const { grading } = handbook
    const [first, ...others] = grading.consequences
    const then = applyEdits(grading, [{ path: 'consequences', set: [...others, first] }])
    expect(applyEdits(grading, diffPolicies(grading, then))).toEqual(then)
    const fewer = applyEdits(grading, [
      { path: 'consequences', set: others },
      { path: 'provenance', set: [] },
    ])
    expect(applyEdits(grading, diffPolicies(grading, fewer))).toEqual(fewer)
  })

  it('sets a list of ids anew where their order changed, and leaves it where entries only came and went', () => {
    const { appraisal } = handbook
    const turned = [...appraisal.indicators].reverse()
    const then = applyEdits(appraisal, [
      { path: 'provenance', set: [] },
      { path: 'indicators', set: turned },
    ])
    const edits = diffPolicies(appraisal, then)
    expect(applyEdits(appraisal, edits)).toEqual(then)
    expect(then.indicators.map(({ id }) => id)).toEqual(turned.map(({ id }) => id))
  })

  it('goes by position where two entries have one id, and quotes a word with a dot in it', () => {
    const visits = (required: string) =>
      ({ id: 'visits', comparison: 'at-least', required, unit: 'count' }) as const
    const twice = (second: string) =>
      applyEdits(plan, [{ path: 'gate.conditions', set: { all: [visits('1'), visits(second)] } }])
    expect(diffPolicies(twice('2'), twice('3'))).toEqual([
      { path: 'gate.conditions.all[1].required', set: '3' },
    ])
    const words = (value: string) =>
      applyEdits(plan, [
        { path: 'multipliers', set: [{ fact: 'region', values: { 'N.W.': value, '[S]': '1' } }] },
      ])
    const edits = diffPolicies(words('1'), words('2'))
    expect(edits).toEqual([{ path: 'multipliers[0].values["N.W."]', set: '2' }])
    expect(applyEdits(words('1'), edits)).toEqual(words('2'))
  })

  it('refuses two policies of different kinds', () => {
    const result = attempt(() => diffPolicies<Defined<object>>(plan, handbook.grading))
    expect(result).toMatchObject({ ok: false, issues: [{ code: 'POLICY_NOT_DEFINED' }] })
  })

  it('names versions of documents, those that came and those that went', () => {
    const before = definePolicy({
      versions: [
        { version: '2025', effectiveFrom: '2025-01-01', commission: plan },
        { version: '2026', effectiveFrom: '2026-01-01', commission: plan },
      ],
    })
    const amended = amendPolicy(
      before,
      [{ path: 'commission.cap', set: { amount: '9' } }],
      '2026-07-01',
    )
    const after = applyEdits(amended, [
      { path: 'versions.2025', remove: true },
      { path: 'versions.2026.commission.gate', remove: true },
    ])
    const edits = diffPolicies(before, after)
    expect(edits.map(({ path }) => path)).toEqual(
      expect.arrayContaining(['versions.2025', 'versions', 'versions.2026.commission.gate']),
    )
    expect(applyEdits(before, edits)).toEqual(after)
  })

  it('applied to the one policy is the other, whatever the two plans', () => {
    fc.assert(
      fc.property(plans(), plans(), (one, other) => {
        const [before, after] = [defineCommissionPlan(one), defineCommissionPlan(other)]
        expect(applyEdits(before, diffPolicies(before, after))).toEqual(after)
      }),
    )
  })

  it('applied to the one document is the other, whatever the versions', () => {
    const versions = fc
      .uniqueArray(fc.integer({ min: 2020, max: 2029 }), { minLength: 1, maxLength: 4 })
      .chain((years) =>
        fc.tuple(...years.sort().map((year) => fc.tuple(fc.constant(year), plans()))),
      )
    const documents = versions.map((all) =>
      definePolicy({
        versions: all.map(([year, commission]) => ({
          version: String(year),
          effectiveFrom: `${year}-01-01`,
          commission,
        })),
      }),
    )
    fc.assert(
      fc.property(documents, documents, (before, after) => {
        expect(applyEdits(before, diffPolicies(before, after))).toEqual(after)
      }),
      { numRuns: 50 },
    )
  })
})
