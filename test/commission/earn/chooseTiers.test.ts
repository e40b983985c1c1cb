import {
  attempt,
  attributeCommission,
  type CommissionPlanInput,
  calculateCommission,
  commissionAccumulator,
  planNeeds,
  settleCommission,
} from 'sales-rules'
import { describe, expect, it } from 'vitest'
import { conflictsOf, flat, flatPlan, issuesOf } from '../flatPlan.js'

type ScaleInput = CommissionPlanInput['scale']
type Measure = NonNullable<CommissionPlanInput['measuredBy']>

const table = (...tiers: readonly (readonly [string | null, string])[]): ScaleInput => ({
  mode: 'whole-amount',
  measure: 'separate',
  tiers: tiers.map(([upTo, rate], index) => ({ id: `t${index + 1}`, upTo, rate })),
})
const plan = (measuredBy: Measure, scale: ScaleInput, more: Partial<CommissionPlanInput> = {}) =>
  flatPlan({ measuredBy, scale, ...more })
const earned = (lines: readonly object[], by: ReturnType<typeof flatPlan>, more = {}) =>
  calculateCommission({ lines: lines as never, ...more }, by).amount

/** 1% to 80%, 2% to 100%, 3% to 150%, 4% above. */
const byAttainment = plan(
  'attainment',
  table(['0.8', '0.01'], ['1', '0.02'], ['1.5', '0.03'], [null, '0.04']),
)
/** 25% of all; 30% of all from the 15th car on. */
const byUnits = plan('units', table(['15', '0.25'], [null, '0.3']), { base: 'margin' })

describe('a tier that the figures of all sales choose', () => {
  it.each<[string, string, string]>([
    ['60% of the target', '60000', '600.00'],
    ['exactly 80%: the upper tier', '80000', '1600.00'],
    ['one cent below the target', '99999.99', '2000.00'],
    ['on target', '100000', '3000.00'],
    ['twice the target', '200000', '8000.00'],
  ])('by attainment: %s', (_, amount, pays) => {
    expect(earned([{ id: 'a', amount }], byAttainment, { target: '100000' })).toBe(pays)
  })

  it('by attainment gives a rate for each product: what all products together have reached', () => {
    const by = flatPlan({
      scale: flat('0.01'),
      rates: [
        {
          id: 'A',
          when: { product: 'A' },
          measuredBy: 'attainment',
          scale: table(['1', '0.05'], [null, '0.08']),
        },
        {
          id: 'B',
          when: { product: 'B' },
          measuredBy: 'attainment',
          scale: table(['1', '0.03'], [null, '0.04']),
        },
      ],
    })
    const lines = [
      { id: '1', amount: '6000', product: 'A' },
      { id: '2', amount: '3000', product: 'B' },
      { id: '3', amount: '1000' },
    ]
    // 6,000 × 8% + 3,000 × 4% + 1,000 × 1%; a cent short: 5% and 3%.
    expect(earned(lines, by, { target: '10000' })).toBe('610.00')
    expect(earned(lines, by, { target: '10000.01' })).toBe('400.00')
    const { slices } = calculateCommission({ lines, target: '10000' }, by)
    expect(
      slices.map(({ rule, tier, from, upTo, rate }) => [rule, tier, from, upTo, rate]),
    ).toEqual([
      [undefined, 'all', '0', null, '0.01'],
      ['A', 't2', '1', null, '0.08'],
      ['B', 't2', '1', null, '0.04'],
    ])
  })

  it('by units: 14 cars at 25%, and the 15th brings all of them to 30%', () => {
    const cars = (count: number) =>
      Array.from({ length: count }, (_, index) => ({
        id: `${index}`,
        amount: '10000',
        cost: '9000',
        quantity: 1,
      }))
    expect(earned(cars(14), byUnits)).toBe('3500.00')
    expect(earned(cars(15), byUnits)).toBe('4500.00')
    const fleet = [{ id: 'fleet', amount: '150000', cost: '135000', quantity: 15 }]
    expect(earned(fleet, byUnits)).toBe('4500.00')
    // A car that comes back is one car less, whether it says so or not.
    const back = { id: 'R', amount: '-10000', cost: '-9000', refundOf: '0' }
    for (const refund of [back, { ...back, quantity: -1 }, { ...back, quantity: 1 }])
      expect(earned([...cars(15), refund], byUnits)).toBe('3500.00')
  })

  it('sets a line aside that does not say its units, and refuses a statement without a target', () => {
    const { notCounted } = calculateCommission(
      { lines: [{ id: 'a', amount: '1', cost: '1' }] },
      byUnits,
    )
    expect(notCounted).toMatchObject([
      { issue: { code: 'VALUE_MISSING', path: ['lines', 0, 'quantity'] } },
    ])
    expect(issuesOf({ lines: [{ id: 'a', amount: '1' }] }, byAttainment)).toMatchObject([
      { code: 'TARGET_MISSING', path: ['target'] },
    ])
  })

  it('shares in the order of the deals, or pro rata', () => {
    const lines = [
      { id: 'a', amount: '50000' },
      { id: 'b', amount: '50000' },
    ]
    for (const attribution of ['deal-order', 'pro-rata'] as const) {
      const by = flatPlan({ ...byAttainment, attribution })
      const shares = attributeCommission({ lines, target: '100000' }, by).lines
      expect(shares.map(({ amount }) => amount)).toEqual(['1500.00', '1500.00'])
    }
  })

  it('settles to date: 3% of all once the quarter is on target, less what was paid', () => {
    const by = flatPlan({ ...byAttainment, payment: { on: 'booked', accrual: 'year-to-date' } })
    const periods = [
      { period: '2026-01', target: '50000', lines: [{ id: 'a', amount: '30000' }] },
      { period: '2026-02', target: '50000', lines: [{ id: 'b', amount: '70000' }] },
    ]
    const { periods: settled } = settleCommission({ payee: 'ann', periods } as never, by)
    expect(settled.map((one) => one.earned)).toEqual(['300.00', '2700.00'])
  })

  it('needs lines, and by attainment a target; totals do not count units', () => {
    expect(planNeeds(byAttainment)).toEqual([
      { field: 'measuredBy', of: ['line'] },
      { field: 'measuredBy', of: ['target'] },
    ])
    const outcome = attempt(() => commissionAccumulator(byUnits))
    expect(outcome.ok ? [] : outcome.issues).toMatchObject([{ params: { field: 'measuredBy' } }])
    const totals = commissionAccumulator(byAttainment)
    const all = totals.add(totals.create(), { id: 'a', amount: '100000' })
    expect(totals.finish(all, { target: '100000' }).amount).toBe('3000.00')
    expect(calculateCommission({ lines: [], target: '1' }, byAttainment).next).toBeNull()
  })

  it('is refused where it cannot be', () => {
    const scale = table(['80', '0.01'], [null, '0.02'])
    expect(conflictsOf({ measuredBy: 'attainment', scale })).toMatchObject([
      { code: 'NUMBER_LOOKS_LIKE_PERCENT', path: ['scale', 'tiers', 0, 'upTo'] },
    ])
    const mirrored = {
      refunds: 'mirror' as const,
      payment: { on: 'booked' as const, accrual: 'year-to-date' as const },
    }
    expect(conflictsOf({ measuredBy: 'units', scale, ...mirrored })).toMatchObject([
      { code: 'POLICY_CONFLICT', path: ['refunds'], params: { reason: 'units-of-mirrored' } },
    ])
    // What counts by period has no earlier part whose units it would have to know.
    const byPeriod = { ...mirrored, payment: { on: 'booked' as const } }
    expect(conflictsOf({ measuredBy: 'units', scale, ...byPeriod })).toEqual([])
    expect(conflictsOf({ measuredBy: 'attainments' as never, scale })).toMatchObject([
      { code: 'VALUE_NOT_ALLOWED' },
    ])
    const flatTier = { ...table([null, '0.1']), tiers: [{ id: 'a', upTo: null, amount: '5' }] }
    expect(conflictsOf({ measuredBy: 'units', scale: flatTier })).toMatchObject([
      { params: { reason: 'measured-by-flat-tiers' } },
    ])
  })
})

describe('a tier that a line chooses', () => {
  it.each<[string, Measure, object, string]>([
    ['by its amount', 'amount', { amount: '500' }, '100.00'],
    ['by its units', 'quantity', { quantity: 600 }, '20.00'],
    ['by a fact', { fact: 'seats' }, { facts: { seats: 499 } }, '10.00'],
    [
      'by a fact with the name of what every object inherits',
      { fact: 'toString' },
      { facts: { toString: '500' } },
      '20.00',
    ],
  ])('%s', (_, measuredBy, line, amount) => {
    const by = plan(measuredBy, table(['500', '0.1'], [null, '0.2']))
    expect(earned([{ id: 'a', amount: '100', ...line }], by)).toBe(amount)
  })

  it('is set aside without its fact, or with one that is no number', () => {
    const by = plan({ fact: 'valueOf' }, table(['500', '0.1'], [null, '0.2']))
    const lines = [
      { id: 'a', amount: '100' },
      { id: 'b', amount: '100', facts: { valueOf: 'many' } },
    ]
    expect(
      calculateCommission({ lines }, by).notCounted.map(({ issue }) => [issue.code, issue.path]),
    ).toEqual([
      ['FACT_MISSING', ['lines', 0, 'facts', 'valueOf']],
      ['NUMBER_INVALID', ['lines', 1, 'facts', 'valueOf']],
    ])
  })

  it('has a rate by the size of an invoice and by its margin', () => {
    const size = (comparison: 'above' | 'at-most', required: string) =>
      ({ id: 'amount', comparison, required, unit: 'money' }) as const
    const margins = (...[low, middle, high]: readonly [string, string, string]): ScaleInput => ({
      ...table(['0.15', low], ['0.2', middle], [null, high]),
    })
    const by = flatPlan({
      scale: flat('0'),
      rates: [
        {
          id: 'to 500',
          when: { is: size('at-most', '500') },
          measuredBy: 'margin',
          scale: margins('0.1', '0.12', '0.14'),
        },
        {
          id: 'to 2,000',
          when: { is: { all: [size('above', '500'), size('at-most', '2000')] } },
          measuredBy: 'margin',
          scale: margins('0.12', '0.14', '0.16'),
        },
      ],
    })
    expect(earned([{ id: 'a', amount: '400', cost: '352' }], by)).toBe('40.00')
    expect(earned([{ id: 'a', amount: '1800', cost: '1350' }], by)).toBe('288.00')
    expect(earned([{ id: 'a', amount: '500', cost: '425' }], by)).toBe('60.00')
    expect(earned([{ id: 'a', amount: '500.01', cost: '425.01' }], by)).toBe('60.00')
    expect(earned([{ id: 'a', amount: '2000.01', cost: '1' }], by)).toBe('0.00')
  })
})
