import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { rosterOfQuarter } from '../../examples/what-if/rosters.js'
import { attempt, type CommissionInput, defineCommissionPlan, handbook } from '../../src/index.js'
import { comparePolicies, type RosterRow, sweep, withValue } from '../../src/scenario/index.js'

const quarterRoster = rosterOfQuarter()

const plan = handbook.commission
const upTo = 'scale.tiers.first.upTo'

/** What a comparison says in totals alone. */
function totalsOf(rows: readonly RosterRow<CommissionInput>[], then: typeof plan, now = plan) {
  const compared = comparePolicies(rows, { now, then })
  const { totals, gain, lose, unchanged, refused, rows: count, computed } = compared
  return { ok: true, totals, gain, lose, unchanged, refused, rows: count, computed }
}

describe('sweep over the example quarter', () => {
  it('is the comparison at each value, in totals and counts', () => {
    const values = ['500000', '800000', '999999.99', '1000000', '1200000']
    const { path, across, points, notComputed } = sweep(quarterRoster, plan, { path: upTo, values })
    expect([path, across]).toEqual([upTo, undefined])
    expect(points).toEqual(
      values.map((value) => ({ value, ...totalsOf(quarterRoster, withValue(plan, upTo, value)) })),
    )
    expect(notComputed.map(({ id }) => id)).toEqual(['R25'])
  })
})

const rows: RosterRow<CommissionInput>[] = [
  { id: 'Ann', input: { sales: '1500000', target: '1200000' } },
  { id: 'Ben', input: { sales: 700000, target: '650000', payee: 'Ben', period: '2026-Q1' } },
  { id: 'Cid', input: { sales: '-20000.50', target: '650000' } },
  { id: 'Dan', input: { sales: '2500000.005', target: '650000' } },
  { id: 'Eve', input: { sales: '700000', target: '650000', coefficientUplift: '0.005' } },
  {
    id: 'Fay',
    input: { lines: [{ id: 'O-1', amount: '1500000', firstOrder: true }], target: '1' },
  },
  { id: 'Gil', input: { sales: '700000' } },
  { id: 'Joy', input: { sales: '700000', target: '650000', payee: '' } },
  { id: 'Hal', input: { sales: 'many', target: '650000' } },
  { id: 'Ida', input: { sales: '99999999999999999999', target: '1' } },
]

describe('sweep', () => {
  it('takes two parameters, each value of one with each of the other', () => {
    const swept = sweep(rows, plan, {
      path: upTo,
      values: ['800000', '1000000'],
      across: { path: 'scale.tiers.first.rate', values: ['0.02', '0.03'] },
    })
    const { points } = swept
    expect([swept.path, swept.across]).toEqual([upTo, 'scale.tiers.first.rate'])
    expect(points.map(({ value, across }) => [value, across])).toEqual([
      ['800000', '0.02'],
      ['800000', '0.03'],
      ['1000000', '0.02'],
      ['1000000', '0.03'],
    ])
    const then = withValue(withValue(plan, upTo, '800000'), 'scale.tiers.first.rate', '0.02')
    expect(points[0]).toEqual({ value: '800000', across: '0.02', ...totalsOf(rows, then) })
  })

  it('has in a point why its value makes no policy', () => {
    const { points } = sweep(rows, plan, { path: upTo, values: ['3000000', '900000'] })
    expect(points.map((point) => (point.ok ? 'ok' : point.issues[0]?.code))).toEqual([
      'OUT_OF_ORDER',
      'ok',
    ])
  })

  it('says of a path that is nowhere which of the two it is', () => {
    const values = ['0.02']
    const across = { path: 'scale.tier.first.rate', values }
    const { points } = sweep(rows, plan, { path: 'scale.tiers.first.rate', values, across })
    expect(points.map((point) => (point.ok ? [] : point.issues.map(({ path }) => path)))).toEqual([
      [['parameters', 'across', 'path']],
    ])
  })

  it('names those who cannot be computed, and leaves them out', () => {
    const { notComputed, points } = sweep(rows, plan, { path: upTo, values: ['900000'] })
    expect(notComputed.map(({ id, issues }) => [id, issues[0]?.code])).toEqual([
      ['Gil', 'TARGET_MISSING'],
      ['Joy', 'VALUE_INVALID'],
      ['Hal', 'NUMBER_INVALID'],
      ['Ida', 'NUMBER_OUT_OF_RANGE'],
    ])
    expect(points[0]).toMatchObject({ computed: 6, refused: 4 })
  })

  it('reports each point, and stops by a signal', () => {
    const seen: number[] = []
    const signal = { aborted: false }
    const onProgress = ({ done }: { done: number }) => {
      seen.push(done)
      signal.aborted = done === 2
    }
    const values = ['700000', '800000', '900000']
    const call = () => sweep(rows, plan, { path: upTo, values }, { onProgress, signal })
    const result = attempt(call)
    expect(result.ok ? '' : result.issues[0]?.code).toBe('RUN_STOPPED')
    expect(seen).toEqual([1, 2])
  })
})

/** Plans that a batch computes in each of its ways, or not at all. */
const plans = {
  'the handbook’s': plan,
  'one without a gate': defineCommissionPlan({ currency: 'CNY', scale: plan.scale }),
  'one that caps the amount': defineCommissionPlan({ ...plan, cap: { amount: '30000' } }),
  'one that caps the base': defineCommissionPlan({ ...plan, cap: { base: '900000' } }),
  'one that caps each line': defineCommissionPlan({ ...plan, cap: { line: '9000' } }),
  'one that rounds lines': defineCommissionPlan({
    ...plan,
    rounding: { mode: 'half-up', decimals: 2, at: 'line' },
  }),
  'one per quarter': defineCommissionPlan({ ...plan, tiersPer: 'quarter' }),
  'one that caps the year': defineCommissionPlan({
    ...plan,
    cap: { year: '30000' },
    payment: { accrual: 'period' },
  }),
  'one per month': defineCommissionPlan({ ...plan, tiersPer: 'month' }),
  'one that rounds to yuan': defineCommissionPlan({
    ...plan,
    rounding: { mode: 'half-up', decimals: 0 },
  }),
  'one in yen': defineCommissionPlan({ currency: 'JPY', scale: plan.scale, gate: plan.gate ?? {} }),
}

describe('a sweep’s point is the comparison at that value', () => {
  it.each(Object.entries(plans))('by %s', (_, own) => {
    const yearToDate = { sales: '0', earned: '0' }
    const kim = { id: 'Kim', input: { sales: '900000', target: '650000', yearToDate } }
    // Tiers of a month are for sales of a month.
    const liz = { id: 'Liz', input: { sales: '900000', target: '650000', period: '2026-03' } }
    const all = [...rows, kim, liz]
    const { points } = sweep(all, own, { path: upTo, values: ['654321.09'] })
    const then = withValue(own, upTo, '654321.09')
    expect(points).toEqual([{ value: '654321.09', ...totalsOf(all, then, own) }])
  })

  it('for sales of any kind', () => {
    const sales = fc.oneof(
      fc.integer({ min: -3_000_000, max: 3_000_000 }),
      fc.integer({ min: 0, max: 300_000_000 }).map((cents) => (cents / 100).toFixed(2)),
      fc.constantFrom('1e6', '0.001', '650000', 649999.99, null, undefined, {}, '1,000'),
    )
    const target = fc.constantFrom('650000', 1_000_000, '0', null, undefined, '7e5')
    const input = fc.record({ sales, target }, { requiredKeys: [] })
    fc.assert(
      fc.property(
        fc.array(input, { maxLength: 8 }),
        fc.integer({ min: 1, max: 1999999 }),
        (inputs, end) => {
          const some = [...inputs, { sales: '900000', target: '800000' }].map((one, index) => ({
            id: `E-${index}`,
            input: one as CommissionInput,
          }))
          const value = String(end)
          const { points } = sweep(some, plan, { path: upTo, values: [value] })
          expect(points).toEqual([{ value, ...totalsOf(some, withValue(plan, upTo, value)) }])
        },
      ),
      { numRuns: 100 },
    )
  })
})

describe('sweep of other policies', () => {
  it('is the comparison for appraisals, leads, customers and grades', () => {
    const { appraisal, grading, health, leads } = handbook
    const people = [90, 100, 'x'].map((points, index) => ({
      id: `E-${index}`,
      input: {
        results: {
          sales: { actual: '1500000', target: '1200000' },
          newCustomers: { actual: 8, target: 10 },
          satisfaction: { points, source: 'survey' },
          collectionRate: { value: '0.95' },
        },
      },
    }))
    const agree = (some: never, policy: never, path: string, value: unknown) => {
      const { points } = sweep(some, policy, { path, values: [value] })
      const then = withValue(policy, path, value)
      const { totals, gain, lose, computed } = comparePolicies(some, { now: policy, then })
      expect(points[0]).toMatchObject({ value, ok: true, totals, gain, lose, computed })
    }
    agree(people as never, appraisal as never, 'decimals', 0)
    agree(people as never, withValue(appraisal, 'decimals', 0) as never, 'decimals', 2)
    const scores = ['96', '92.5', '70'].map((input, index) => ({ id: `E-${index}`, input }))
    agree(scores as never, grading as never, 'grades.S.from', 95)
    const facts = leads.criteria.map(({ id, curve }) => [
      id,
      'choices' in curve ? Object.keys(curve.choices)[0] : 50,
    ])
    const prospects = [{ id: 'L-1', input: Object.fromEntries(facts) }]
    agree(prospects as never, leads as never, 'decimals', 1)
    const known = health.criteria.map(({ id }) => [id, 3])
    const customers = [{ id: 'C-1', input: Object.fromEntries(known) }]
    agree(customers as never, health as never, 'decimals', 1)
  })
})
