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
