import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { rosterOfQuarter } from '../../examples/what-if/rosters.js'
import { attempt, defineCommissionPlan, handbook } from '../../src/index.js'
import type { PolicyNumber } from '../../src/policy/internal.js'
import {
  type RaisedNumber,
  type RosterRow,
  type ScenarioPolicy,
  type Sensitivity,
  sensitivityOf,
  sweep,
  withValue,
} from '../../src/scenario/index.js'
import { raisesOf } from '../../src/scenario/raise.js'
import { cents, HANDBOOK, type PencilPlan, payOf } from './payroll.js'

const plan = handbook.commission
const pair = [
  { id: 'Ann', input: { sales: '1500000', target: '1200000' } },
  { id: 'Ben', input: { sales: '650000', target: '650000' } },
]
const briefly = ({ path, value, raised, totals }: RaisedNumber) => [
  path,
  value,
  raised,
  totals.difference,
]
const codesOf = (call: () => unknown) => {
  const result = attempt(call)
  return result.ok ? [] : result.issues.map(({ code }) => code)
}
/** All that is said of the numbers of a policy, by path. */
const pathsOf = ({ numbers, unchanged, notRaised }: Sensitivity) => [
  ...numbers.map(({ path }) => path),
  ...unchanged,
  ...notRaised.map(({ path }) => path),
]

describe('sensitivityOf', () => {
  it('raises each number by 1%, and ranks the changes of the total, up or down', () => {
    // Ann has 1,000,000 at 3% and 500,000 at 4%; Ben 650,000 at 3%, just at the gate.
    const { total, numbers, policy, unit } = sensitivityOf(pair, plan)
    expect({ total, policy, unit }).toEqual({
      total: '69500.00',
      policy: { id: 'handbook-commission', version: '1' },
      unit: 'CNY',
    })
    expect(numbers.map(briefly)).toEqual([
      ['gate.attainment', '1', '1.01', '-19500.00'],
      ['scale.tiers.first.rate', '0.03', '0.0303', '495.00'],
      ['scale.tiers.second.rate', '0.04', '0.0404', '200.00'],
      ['scale.tiers.first.upTo', '1000000', '1010000', '-100.00'],
    ])
    expect(numbers[0]).toMatchObject({ gain: 0, lose: 1, unchanged: 1, refused: 0 })
  })

  it('names the numbers that change nothing for anybody', () => {
    const { unchanged, notRaised } = sensitivityOf(pair, plan)
    expect([...unchanged, ...notRaised.map(({ path }) => path)].sort()).toEqual([
      'awards.large-order.amount',
      'awards.large-order.order.amount',
      'rounding.decimals',
      'scale.tiers.second.upTo',
      'scale.tiers.top.rate',
    ])
  })

  it('keeps a number by which one gains what another loses', () => {
    const rows = [
      { id: 'Ann', input: { sales: '1000000', target: '1' } },
      { id: 'Ben', input: { sales: '-1000000', target: '-1' } },
    ]
    const open = defineCommissionPlan({ currency: 'CNY', scale: plan.scale })
    const { numbers } = sensitivityOf(
      rows.map(({ id, input: { sales } }) => ({ id, input: { sales } })),
      open,
    )
    expect(numbers.map(briefly)).toEqual([['scale.tiers.first.rate', '0.03', '0.0303', '0.00']])
    expect(numbers[0]).toMatchObject({ gain: 1, lose: 1 })
  })

  it('raises a 0 to 0.01, and a whole number by 1', () => {
    const scale = {
      mode: 'marginal' as const,
      tiers: [
        { id: 'none', upTo: '100000', rate: '0' },
        { id: 'all', upTo: null, rate: '0.05' },
      ],
    }
    const some = defineCommissionPlan({
      currency: 'CNY',
      scale,
      rounding: { mode: 'half-up', decimals: 0 },
    })
    const rows = [{ id: 'Ann', input: { sales: '100010.49' } }]
    // 10.49 × 5% is 0.52: 1, and with one decimal 0.5. A first rate of 1% pays 1,000 more.
    const { numbers } = sensitivityOf(rows, some)
    expect(numbers.map(briefly)).toEqual([
      ['scale.tiers.none.rate', '0', '0.01', '1000.00'],
      ['scale.tiers.none.upTo', '100000', '101000', '-1.00'],
      ['rounding.decimals', 0, 1, '-0.50'],
    ])
  })

  it('says why a number cannot be raised alone: weights add up to 100', () => {
    const input = {
      results: {
        sales: { actual: '1500000', target: '1200000' },
        newCustomers: { actual: 8, target: 10 },
        satisfaction: { points: 92, source: 'survey' },
        collectionRate: { value: '0.95' },
      },
    }
    const { notRaised, numbers } = sensitivityOf([{ id: 'Ann', input }], handbook.appraisal)
    const weights = notRaised.filter(({ path }) => path.endsWith('.weight'))
    expect(weights.map(({ issues }) => issues[0]?.code)).toEqual(
      handbook.appraisal.indicators.map(() => 'WEIGHTS_NOT_100'),
    )
    expect(numbers.length).toBeGreaterThan(0)
  })

  it('raises a quotient exactly', () => {
    const rate = withValue(plan, 'scale.tiers.first.rate', '1/30')
    const { numbers } = sensitivityOf(
      [{ id: 'Ann', input: { sales: '300000', target: '1' } }],
      rate,
    )
    // 300,000 × 1/30 is 10,000.
    expect(numbers.map(briefly)).toEqual([['scale.tiers.first.rate', '1/30', '101/3000', '100.00']])
  })

  it('takes no id, version or clause for a number', () => {
    const scale = {
      mode: 'marginal' as const,
      tiers: [
        { id: '1', upTo: '100000', rate: '0.03' },
        { id: '2', upTo: null, rate: '0.05' },
      ],
    }
    const some = defineCommissionPlan({ currency: 'CNY', id: '7', version: '2026', scale })
    const paths = pathsOf(sensitivityOf([{ id: 'Ann', input: { sales: '1' } }], some))
    expect(paths.sort()).toEqual([
      'rounding.decimals',
      'scale.tiers.1.rate',
      'scale.tiers.1.upTo',
      'scale.tiers.2.rate',
    ])
  })

  it('takes no product, and no word of several, for a number', () => {
    const scaleOf = (rate: string) =>
      ({ mode: 'marginal', tiers: [{ id: '1', upTo: null, rate }] }) as const
    const some = defineCommissionPlan({
      currency: 'CNY',
      scale: scaleOf('0.03'),
      rates: [{ id: '100', when: { product: ['4711', '24/7'] }, scale: scaleOf('0.05') }],
    })
    const lines = [{ id: 'O-1', amount: '1000', product: '4711' }]
    const said = sensitivityOf([{ id: 'Ann', input: { lines } }], some)
    expect(said.numbers.map(briefly)).toEqual([
      ['rates.100.scale.tiers.1.rate', '0.05', '0.0505', '0.50'],
    ])
    expect(pathsOf(said).sort()).toEqual([
      'rates.100.scale.tiers.1.rate',
      'rounding.decimals',
      'scale.tiers.1.rate',
    ])
    // One of "0.9", "0.95" and "0.99".
    expect(handbook.leads.sources?.confidence).toBe('0.95')
    const best = handbook.leads.criteria.map(({ id }) => [id, 100])
    const lead = { id: 'L-1', input: Object.fromEntries(best) }
    expect(pathsOf(sensitivityOf([lead], handbook.leads))).not.toContain('sources.confidence')
  })

  it('names those who cannot be computed, and leaves them out', () => {
    const rows = [...pair, { id: 'Eve', input: { sales: '900000' } }]
    const { notComputed, total, numbers } = sensitivityOf(rows, plan)
    expect(notComputed.map(({ id, issues }) => [id, issues[0]?.code])).toEqual([
      ['Eve', 'TARGET_MISSING'],
    ])
    expect(total).toBe('69500.00')
    expect(numbers[0]).toMatchObject({ rows: 3, computed: 2, refused: 1 })
  })

  it('reports each number, and stops by a signal', () => {
    const seen: number[] = []
    const signal = { aborted: false }
    const onProgress = ({ done }: { done: number }) => {
      seen.push(done)
      signal.aborted = done === 2
    }
    expect(codesOf(() => sensitivityOf(pair, plan, { onProgress, signal }))).toEqual([
      'RUN_STOPPED',
    ])
    expect(seen).toEqual([1, 2])
  })

  it('refuses what is no policy of rows, and more work than it can do', () => {
    expect(codesOf(() => sensitivityOf([], handbook.careers as never))).toEqual(['VALUE_INVALID'])
    const planOf = (count: number) =>
      defineCommissionPlan({
        currency: 'CNY',
        scale: {
          mode: 'marginal',
          tiers: Array.from({ length: count }, (_, at) => ({
            id: `T-${at}`,
            upTo: at === count - 1 ? null : String(at + 1),
            rate: '0.01',
          })),
        },
      })
    // Twice as many numbers as tiers: a rate, and an end but for the last one, where the decimals of rounding make up for it.
    const one = [{ id: 'Ann', input: { sales: 1 } }]
    expect(codesOf(() => sensitivityOf(one, planOf(224)))).toEqual(['VALUE_UNREADABLE'])
    const rows = Array.from({ length: 99_001 }, (_, at) => ({ id: `${at}`, input: { sales: 1 } }))
    expect(codesOf(() => sensitivityOf(rows, planOf(50)))).toEqual(['VALUE_UNREADABLE'])
  })
})

describe('a number that is raised', () => {
  it('is 1% of its size higher, be it below zero', () => {
    const raise = (exact: PolicyNumber['exact']) => raisesOf({ path: 'x', value: '', exact })
    expect(raise({ n: -1n, d: 10n })).toEqual([
      { path: 'x', multiply: '0.99' },
      { path: 'x', add: '0.1' },
    ])
    expect(raise({ n: 0n, d: 1n })).toEqual([
      { path: 'x', add: '0.01' },
      { path: 'x', add: '1' },
    ])
    expect(raise({ n: 1n, d: 3n })).toEqual([{ path: 'x', multiply: '1.01' }])
  })

  it('matters where somebody can no more be computed by it', () => {
    const half = defineCommissionPlan({
      currency: 'CNY',
      scale: { mode: 'marginal', tiers: [{ id: 'all', upTo: null, rate: '0.5' }] },
    })
    // Half of it is the largest figure of a what-if; 1% more is beyond.
    const largest = { id: 'Ann', input: { sales: '180143985094819.80' } }
    const rows = [largest, { id: 'Ben', input: { sales: '0' } }]
    const [rate, ...others] = sensitivityOf(rows, half).numbers
    expect(others).toEqual([])
    expect(rate).toMatchObject({ path: 'scale.tiers.all.rate', gain: 0, lose: 0, refused: 1 })
    const { notRaised } = sensitivityOf([largest], half)
    expect(notRaised[0]?.path).toBe('scale.tiers.all.rate')
    expect(notRaised[0]?.issues.map(({ code }) => code)).toEqual([
      'VALUE_INVALID',
      'NUMBER_OUT_OF_RANGE',
    ])
  })
})

describe('sensitivityOf over the example quarter', () => {
  it('agrees with a payroll by pencil, number by number', () => {
    const roster = rosterOfQuarter()
    const { numbers } = sensitivityOf(roster, plan)
    const cost = (own: PencilPlan) =>
      roster.reduce((sum, { input }) => sum + (payOf(input, own) ?? 0n), 0n)
    const differenceOf = (path: string) =>
      cents(numbers.find((one) => one.path === path)?.totals.difference ?? '0')
    const more = (change: Partial<PencilPlan>) => cost({ ...HANDBOOK, ...change }) - cost(HANDBOOK)
    expect(differenceOf('scale.tiers.first.rate')).toBe(more({ first: 303n }))
    expect(differenceOf('scale.tiers.second.rate')).toBe(more({ second: 404n }))
    expect(differenceOf('scale.tiers.top.rate')).toBe(more({ top: 505n }))
    expect(differenceOf('scale.tiers.first.upTo')).toBe(more({ firstEnds: 1_010_000n }))
    expect(differenceOf('scale.tiers.second.upTo')).toBe(more({ secondEnds: 2_020_000n }))
  })
})

/** Every number of plain data, by the keys that lead to it: what is no name, and no word. */
function countNumbers(node: unknown): number {
  if (typeof node === 'number') return 1
  if (typeof node === 'string') return /^-?\d+(\.\d+)?(\/\d+)?$/.test(node) ? 1 : 0
  if (typeof node !== 'object' || node === null) return 0
  return Object.entries(node)
    .filter(([key]) => !['id', 'version', 'clause', 'provenance', 'confidence'].includes(key))
    .reduce((sum, [, part]) => sum + countNumbers(part), 0)
}

describe('what sensitivityOf says of a number', () => {
  const holds = (rows: readonly RosterRow<never>[], policy: ScenarioPolicy) => {
    const said = sensitivityOf(rows, policy as never)
    for (const { path, value: _, raised, ...compared } of said.numbers) {
      const { points } = sweep(rows, policy as never, { path, values: [raised] })
      expect(points).toEqual([{ value: raised, ok: true, ...compared }])
    }
    const paths = pathsOf(said)
    expect(new Set(paths).size).toBe(paths.length)
    expect(paths.length).toBe(countNumbers(policy))
    const sizes = said.numbers.map(({ totals }) => Math.abs(Number(totals.difference)))
    expect(sizes).toEqual([...sizes].sort((a, b) => b - a))
  }

  it('is what a sweep says of its raised value, and each number is named once, of commissions', () => {
    const sales = fc.oneof(
      fc.integer({ min: -3_000_000, max: 3_000_000 }),
      fc.integer({ min: 0, max: 300_000_000 }).map((cents) => (cents / 100).toFixed(2)),
      fc.constantFrom('650000', 649999.99, undefined, '1,000'),
    )
    const target = fc.constantFrom('650000', 1_000_000, undefined, '7e5')
    const input = fc.record({ sales, target }, { requiredKeys: [] })
    fc.assert(
      fc.property(fc.array(input, { maxLength: 6 }), (inputs) => {
        const all = [...inputs, { sales: '700000', target: '650000' }]
        const rows = all.map((one, index) => ({ id: `E-${index}`, input: one as never }))
        holds(rows, plan)
      }),
      { numRuns: 20 },
    )
  })

  it('and of the other policies', () => {
    const { grading, health, leads } = handbook
    const row = (input: unknown) => [{ id: 'E-1', input: input as never }]
    holds(row('92.5'), grading)
    holds(row(Object.fromEntries(health.criteria.map(({ id }) => [id, 3]))), health)
    const facts = leads.criteria.map(({ id, curve }) => [
      id,
      'choices' in curve ? Object.keys(curve.choices)[0] : 50,
    ])
    holds(row(Object.fromEntries(facts)), leads)
  })
})
