import fc from 'fast-check'
import {
  attributeCommission,
  type CommissionPlanInput,
  calculateCommission,
  commissionAccumulator,
  commissionCurve,
  defineCommissionPlan,
  salesForCommission,
} from 'sales-rules'
import { calculateCommissionRows } from 'sales-rules/batch'
import { describe, expect, it } from 'vitest'
import type { Statement } from '../../independent/archive.js'
import { recomputeStatement } from '../../independent/statement.js'
import { divide, fraction, multiply, parse, toCanonical, toDecimal } from '../../oracle/fraction.js'
import { conflictsOf, flat, flatPlan } from '../flatPlan.js'

type Rounding = NonNullable<CommissionPlanInput['rounding']>

const stepsOf = (
  increment: string,
  rounding: Rounding = {},
  change: Partial<CommissionPlanInput> = {},
) => flatPlan({ currency: 'CHF', ...change, rounding: { ...rounding, increment } })

const paid = (sales: string, plan: ReturnType<typeof stepsOf>) =>
  calculateCommission({ sales }, plan)

describe('an amount that is paid in steps', () => {
  // A tenth of the sales.
  it.each([
    ['0.05', '100', '10.00'],
    ['0.05', '100.2', '10.00'],
    ['0.05', '100.25', '10.05'],
    ['0.05', '100.74', '10.05'],
    ['0.05', '-100.25', '-10.05'],
    ['10', '1249.99', '120.00'],
    ['10', '1250', '130.00'],
    ['10', '49.96', '0.00'],
    ['10', '49.999', '0.00'],
    ['10', '50', '10.00'],
    ['0.25', '1.25', '0.25'],
  ])('of %s pays a tenth of %s as %s', (increment, sales, amount) => {
    expect(paid(sales, stepsOf(increment)).amount).toBe(amount)
  })

  it('is rounded once, from the exact amount, and not from whole cents', () => {
    // 4.996 is 5.00 in cents, which would be 10.
    expect(paid('49.96', stepsOf('10')).unrounded).toBe('4.996')
    expect(paid('49.96', stepsOf('10')).amount).toBe('0.00')
  })

  it.each([
    ['half-up', '130.00'],
    ['half-even', '120.00'],
    ['down', '120.00'],
    ['up', '130.00'],
  ] as const)('goes the way of the mode: %s makes 125 into %s', (mode, amount) => {
    expect(paid('1250', stepsOf('10', { mode })).amount).toBe(amount)
  })

  it('states what the step took off or added, and the increment', () => {
    const statement = paid('1234', stepsOf('10'))
    expect(statement.slices.map(({ amount }) => amount)).toEqual(['123.40'])
    expect(statement.adjustments).toEqual([{ kind: 'increment', amount: '-3.40', clause: null }])
    expect(statement.rounding).toEqual({
      mode: 'half-up',
      decimals: 2,
      at: 'total',
      increment: '10',
    })
    expect(paid('1200', stepsOf('10')).adjustments).toEqual([])
  })

  it('may have the decimals of yen, or fewer than the currency has', () => {
    expect(paid('1234', stepsOf('10', {}, { currency: 'JPY' })).amount).toBe('120')
    expect(paid('1234', stepsOf('5', { decimals: 0 })).amount).toBe('125.00')
  })

  it('is each line on its own, where lines are rounded', () => {
    const lines = [
      { id: '1', amount: '0.30' },
      { id: '2', amount: '0.30' },
      { id: '3', amount: '0.10' },
    ]
    const plan = stepsOf('0.05', { at: 'line' })
    // 0.03 is 0.05, twice; 0.01 is nothing. In all, 0.07 would be 0.05.
    expect(calculateCommission({ lines }, plan).amount).toBe('0.10')
    expect(attributeCommission({ lines }, plan).lines.map(({ amount }) => amount)).toEqual([
      '0.05',
      '0.05',
      '0.00',
    ])
    expect(calculateCommission({ lines }, stepsOf('0.05')).amount).toBe('0.05')
  })

  it('is shared out: in deal order in steps, in proportion to the cent', () => {
    const lines = [
      { id: '1', amount: '60' },
      { id: '2', amount: '60' },
      { id: '3', amount: '5' },
    ]
    const shares = (attribution: 'deal-order' | 'pro-rata') =>
      attributeCommission({ lines }, stepsOf('10', {}, { attribution })).lines.map(
        ({ amount }) => amount,
      )
    // 6, 12 and 12.50 are 10, 10 and 10.
    expect(shares('deal-order')).toEqual(['10.00', '0.00', '0.00'])
    expect(shares('pro-rata')).toEqual(['4.80', '4.80', '0.40'])
  })

  it('stays below a cap, and has awards and a capped line on top', () => {
    expect(paid('9876', stepsOf('10', {}, { cap: { amount: '900' } })).amount).toBe('900.00')
    const awards = [{ id: 'large', for: 'first-order' as const, amount: '50' }]
    const lines = [{ id: '1', amount: '1234', firstOrder: true }]
    expect(calculateCommission({ lines }, stepsOf('10', {}, { awards })).amount).toBe('170.00')
    const capped = stepsOf('10', {}, { cap: { line: '100' } })
    const two = [
      { id: '1', amount: '1234' },
      { id: '2', amount: '340' },
    ]
    expect(calculateCommission({ lines: two }, capped).amount).toBe('130.00')
    const left = stepsOf('10', {}, { cap: { year: '100' } })
    expect(calculateCommission({ sales: '1000', yearToDate: { earned: '15' } }, left).amount).toBe(
      '80.00',
    )
  })

  it('is what totals, rows and a curve say; the inverse is that of the exact amount', () => {
    const plan = stepsOf('10')
    const total = commissionAccumulator(plan)
    const both = total.merge(
      total.add(total.create(), { id: '1', amount: '1000' }),
      total.add(total.create(), { id: '2', amount: '234' }),
    )
    expect(total.finish(both)).toEqual(paid('1234', plan))
    const rows = [
      { payee: 'A', amount: '1234' },
      { payee: 'B', amount: '1250' },
    ]
    expect([...calculateCommissionRows(rows, plan).commission]).toEqual([12_000, 13_000])
    const curve = commissionCurve(plan, { upTo: '1234' })
    expect(curve.points.map(({ sales, amount }) => [sales, amount])).toEqual([
      ['0.00', '0.00'],
      ['1234.00', '120.00'],
    ])
    expect(salesForCommission('123.4', plan).sales).toBe('1234.00')
  })
})

describe('an increment is refused', () => {
  const rounding = { increment: '0.05' }

  it.each<[string, Partial<CommissionPlanInput>, string, string]>([
    ['finer than the decimals', { rounding: { increment: '0.005' } }, 'rounding.increment', 'CNY'],
    ['at nothing', { rounding: { increment: '0' } }, 'rounding.increment', ''],
    [
      'beside a cap that is no multiple',
      { rounding, cap: { amount: '10.02' } },
      'cap.amount',
      'amount-off-increment',
    ],
    ['beside payment terms', { rounding, payment: {} }, 'rounding.increment', 'increment-of-parts'],
    [
      'beside a clawback',
      { rounding, clawback: { kind: 'full' } },
      'rounding.increment',
      'increment-of-parts',
    ],
    [
      'beside refunds that mirror',
      { rounding, refunds: 'mirror' },
      'rounding.increment',
      'increment-of-parts',
    ],
    [
      'beside an override',
      { rounding, credit: { override: { levels: ['0.01'] } } },
      'rounding.increment',
      'increment-of-parts',
    ],
  ])('%s', (_, change, path, reason) => {
    const found = conflictsOf(change)
    expect(found.map((one) => one.path.join('.'))).toEqual([path])
    if (reason.includes('-'))
      expect(found).toMatchObject([{ code: 'POLICY_CONFLICT', params: { reason } }])
  })
})

describe('the laws of an increment', () => {
  const sales = fc
    .integer({ min: -99_999, max: 999_999 })
    .map((n) => toCanonical(fraction(BigInt(n), 1000n)))
  const increment = fc.constantFrom('0.05', '0.25', '1', '10', '0.01', '0.02', '2.5')
  const mode = fc.constantFrom(
    'half-up' as const,
    'half-even' as const,
    'down' as const,
    'up' as const,
    'floor' as const,
  )

  it('what is paid is the exact amount over the increment, rounded to a whole number of steps', () => {
    fc.assert(
      fc.property(sales, increment, mode, (sold, step, how) => {
        const statement = paid(sold, stepsOf(step, { mode: how }))
        const exact = multiply(parse(sold), parse('0.1'))
        const whole = parse(toDecimal(divide(exact, parse(step)), 0, how))
        expect(statement.amount).toBe(toDecimal(multiply(whole, parse(step)), 2, 'down'))
        const archived = JSON.parse(JSON.stringify(statement)) as Statement
        expect(recomputeStatement(archived).findings).toEqual([])
      }),
      { numRuns: 300, seed: 20_261_129 },
    )
  })

  it('an increment of the last decimal changes nothing', () => {
    fc.assert(
      fc.property(sales, (sold) => {
        const plain = defineCommissionPlan({ currency: 'CHF', scale: flat('0.1') })
        const { rounding: _, ...one } = paid(sold, stepsOf('0.01'))
        const { rounding: __, ...other } = paid(sold, plain)
        expect(one).toEqual(other)
      }),
      { numRuns: 100, seed: 20_261_129 },
    )
  })
})
