import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { rosterOfQuarter } from '../../examples/what-if/rosters.js'
import { attempt, type CommissionInput, defineCommissionPlan, handbook } from '../../src/index.js'
import { comparePolicies, type RosterRow, sweep, withValue } from '../../src/scenario/index.js'
import { measureOf } from '../../src/scenario/measure.js'
import { readRoster } from '../../src/scenario/roster.js'
import { readRun } from '../../src/scenario/run.js'

const plan = handbook.commission
const upTo = 'scale.tiers.first.upTo'
const open = defineCommissionPlan({ currency: 'CNY', scale: plan.scale })

/** Of each row, whether the batch pays it; the others are left to the rule. */
function paidByBatch(rows: readonly RosterRow<CommissionInput>[], own = plan): boolean[] {
  const roster = readRoster(rows, readRun({}, []))
  const units = measureOf(own, []).batch?.(roster) ?? []
  return Array.from(units, (one) => !Number.isNaN(one))
}

const rowOf = (input: object): RosterRow<CommissionInput>[] => [
  { id: 'Ann', input: { target: '1', ...input } as CommissionInput },
]
const large = { id: 'O-1', amount: '1000001' }

describe('rows of order lines', () => {
  it('are paid for their sum, where their amounts say all', () => {
    const lines = [
      { id: 'O-1', amount: '600000.005' },
      { id: 'O-2', amount: 399999.995 },
    ]
    expect(paidByBatch(rowOf({ lines }))).toEqual([true])
    expect(paidByBatch(rowOf({ lines: [] }))).toEqual([true])
    const { points } = sweep(rowOf({ lines }), plan, { path: upTo, values: ['800000'] })
    // 800,000 at 3% and 200,000 at 4%.
    expect(points[0]).toMatchObject({ totals: { now: '30000.00', then: '32000.00' } })
  })

  it.each<[string, object]>([
    ['a line that comes twice', { lines: [large, large] }],
    ['a line that is wrong', { lines: [{ ...large, date: '2026-02-30' }] }],
    ['a refund', { lines: [large, { id: 'O-2', amount: '-1', refundOf: 'O-1' }] }],
    ['a line outside the period', { period: '2026-Q4', lines: [{ ...large, date: '2027-01-01' }] }],
    ['a line in another currency', { lines: [{ ...large, currency: 'EUR' }] }],
    ['a large first order', { lines: [{ ...large, firstOrder: true }] }],
    [
      'a large first order of two lines',
      {
        lines: [
          { id: 'O-1', amount: '600000', order: 'A', firstOrder: true },
          { id: 'O-2', amount: '400001', order: 'A' },
          { id: 'O-3', amount: '-400000', order: 'A' },
        ],
      },
    ],
    ['a figure beside the lines', { sales: '1', lines: [large] }],
    ['exchange rates', { lines: [large], exchangeRates: [] }],
    ['half a cent', { lines: [{ id: 'O-1', amount: '0.005' }] }],
  ])('are left to the rule with %s', (_, input) => {
    expect(paidByBatch(rowOf(input))).toEqual([false])
  })

  it.each<[string, object]>([
    ['a line within the period', { period: '2026-Q4', lines: [{ ...large, date: '2026-12-31' }] }],
    ['a line in the currency of the plan', { lines: [{ ...large, currency: 'CNY' }] }],
    [
      'a first order that is not too large',
      { lines: [{ ...large, amount: 1e6, firstOrder: true }] },
    ],
    ['a large order that is no first one', { lines: [{ ...large, firstOrder: false }] }],
    [
      'two first orders that are large together',
      {
        lines: [
          { id: 'O-1', amount: '600000', firstOrder: true },
          { id: 'O-2', amount: '600000', firstOrder: true },
        ],
      },
    ],
    ['what a plan does not look at', { lines: [{ ...large, product: 'X', quantity: 2, tax: 3 }] }],
  ])('are not, with %s', (_, input) => {
    expect(paidByBatch(rowOf(input))).toEqual([true])
  })

  it('are left to the rule by a plan that looks at each line', () => {
    const byLine = defineCommissionPlan({ ...plan, cap: { line: '9000' } })
    expect(paidByBatch(rowOf({ lines: [large] }), byLine)).toEqual([false])
    const rounded = defineCommissionPlan({
      ...plan,
      rounding: { mode: 'half-up', decimals: 2, at: 'line' },
    })
    expect(paidByBatch(rowOf({ lines: [large] }), rounded)).toEqual([false])
  })

  it('are left to the rule where the largest of their orders earns an award, of whichever kind', () => {
    const lines = [
      { id: 'O-1', amount: '1', firstOrder: true },
      { ...large, id: 'O-2', firstOrder: true },
    ]
    expect(paidByBatch(rowOf({ lines }))).toEqual([false])
    const opened = defineCommissionPlan({
      currency: 'CNY',
      scale: plan.scale,
      awards: [{ id: 'opened', for: 'new-market', amount: '500' }],
    })
    const market = (newMarket: boolean) => rowOf({ lines: [{ ...large, newMarket }] })
    expect(paidByBatch(market(true), opened)).toEqual([false])
    expect(paidByBatch(market(false), opened)).toEqual([true])
  })

  it('are paid by a plan without awards whatever is a first order', () => {
    const lines = [{ ...large, firstOrder: true, newMarket: true }]
    expect(paidByBatch(rowOf({ lines }), open)).toEqual([true])
  })

  it('are those of the example quarter but for who has a large first order, a refund or no target', () => {
    const rows = rosterOfQuarter()
    const left = rows.filter((_, row) => paidByBatch(rows)[row] === false)
    for (const { input } of left) {
      const { lines = [], target } = input
      const isLarge = lines.some(({ amount, firstOrder }) => firstOrder && Number(amount) > 1e6)
      expect(isLarge || target === undefined).toBe(true)
    }
    expect(left.length).toBeLessThan(5)
  })
})

describe('a sweep over rows of lines', () => {
  const award = (over: object) =>
    defineCommissionPlan({
      ...plan,
      provenance: [],
      awards: [{ id: 'extra', for: 'first-order', amount: '500', ...over } as never],
    })
  const plans = [
    plan,
    open,
    award({ order: { comparison: 'above', amount: '650000' } }),
    award({ order: { comparison: 'at-least', amount: '650000' } }),
    defineCommissionPlan({ ...plan, rounding: { mode: 'half-up', decimals: 2, at: 'line' } }),
    defineCommissionPlan({ ...plan, refunds: 'mirror' }),
    award({ for: 'new-market', order: { comparison: 'above', amount: '100000' } }),
  ]
  const line = fc.record(
    {
      id: fc.constantFrom('O-1', 'O-2', 'O-3', 'O-4', 'O-5', 'O-6', 'O-7'),
      amount: fc.constantFrom('650000', '650000.01', 325000, '-100000', '1000001', '0.005', 'x'),
      order: fc.constantFrom('A', 'B'),
      customer: fc.constantFrom('C-1', 'C-2'),
      firstOrder: fc.boolean(),
      newMarket: fc.boolean(),
      currency: fc.constantFrom('CNY', 'CNY', 'EUR', null),
      date: fc.constantFrom('2026-10-01', '2026-12-31', '2026-09-30'),
      refundOf: fc.constantFrom('O-1', undefined),
      product: fc.constantFrom('X', ''),
    },
    { requiredKeys: ['id', 'amount'] },
  )
  const input = fc.record(
    {
      lines: fc.array(line, { maxLength: 5 }),
      period: fc.constantFrom('2026-Q4', '2026'),
      target: fc.constantFrom('650000', '1', null),
    },
    { requiredKeys: ['lines'] },
  )

  it('is the comparison at that value, whatever lines say', () => {
    fc.assert(
      fc.property(
        fc.array(input, { maxLength: 5 }),
        fc.constantFrom(...plans),
        fc.integer({ min: 1, max: 1_999_999 }),
        (inputs, own, end) => {
          const rows = inputs.map((one, at) => ({ id: `E-${at}`, input: one as CommissionInput }))
          const value = String(end)
          const then = withValue(own, upTo, value)
          const compared = attempt(() => comparePolicies(rows, { now: own, then }))
          const swept = attempt(() => sweep(rows, own, { path: upTo, values: [value] }))
          // Where all rows are refused, both say so.
          const [point] = swept.ok ? swept.value.points : []
          expect(point?.ok === true).toBe(compared.ok)
          if (!compared.ok) return
          const { totals, gain, lose, refused } = compared.value
          expect(point).toMatchObject({ totals, gain, lose, refused })
        },
      ),
      { numRuns: 300 },
    )
  })
})
