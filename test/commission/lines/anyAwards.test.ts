import fc from 'fast-check'
import {
  attempt,
  attributeCommission,
  type CommissionPlanInput,
  calculateCommission,
  commissionAccumulator,
} from 'sales-rules'
import { describe, expect, it } from 'vitest'
import { conflictsOf, flat, flatPlan, issuesOf } from '../flatPlan.js'

type AwardInput = NonNullable<CommissionPlanInput['awards']>[number]

const award = (change: Partial<AwardInput>): AwardInput => ({ id: 'spiff', for: 'any', ...change })
const plan = (change: Partial<AwardInput>, more: Partial<CommissionPlanInput> = {}) =>
  flatPlan({ scale: flat('0'), awards: [award(change)], ...more })
const earned = (lines: readonly object[], by: ReturnType<typeof flatPlan>) =>
  calculateCommission({ lines: lines as never }, by).amount

const phone = { id: 'a', amount: '600', product: 'P', quantity: 3 }
const cable = { id: 'b', amount: '20', product: 'C', quantity: 2 }
const more = { id: 'c', amount: '400', product: 'P', quantity: 2 }
const ofProduct = { when: { product: 'P' } }

describe('an award for any order', () => {
  it.each<[string, Partial<AwardInput>, readonly object[], string]>([
    [
      '25 for each unit of a product',
      { ...ofProduct, per: 'unit', amount: '25' },
      [phone, cable, more],
      '125.00',
    ],
    [
      '40 for each line of it',
      { ...ofProduct, per: 'line', amount: '40' },
      [phone, cable, more],
      '80.00',
    ],
    [
      '40 for each order with it',
      { ...ofProduct, amount: '40' },
      [{ ...phone, order: 'X' }, { ...more, order: 'X' }, cable],
      '40.00',
    ],
    ['a rate of its sales', { ...ofProduct, rate: '0.02' }, [phone, cable, more], '20.00'],
    ['nothing without one', { ...ofProduct, amount: '40' }, [cable], '0.00'],
    [
      'of no units nothing',
      { ...ofProduct, per: 'unit', amount: '25' },
      [{ ...phone, quantity: 0 }],
      '0.00',
    ],
    [
      'of half a unit half of it',
      { ...ofProduct, per: 'unit', amount: '25' },
      [{ ...phone, quantity: '0.5' }],
      '12.50',
    ],
    [
      'a large order: exactly the size is enough',
      { order: { amount: '1000' }, amount: '500' },
      [
        { ...phone, order: 'X' },
        { ...more, order: 'X' },
      ],
      '500.00',
    ],
    ['a cent less is not', { order: { amount: '600.01' }, amount: '500' }, [phone, more], '0.00'],
    [
      'only what is asked for makes an order large',
      { ...ofProduct, order: { amount: '620' }, amount: '500' },
      [
        { ...phone, order: 'X' },
        { ...cable, order: 'X' },
      ],
      '0.00',
    ],
    [
      'a line by what it is',
      {
        when: { is: { id: 'quantity', comparison: 'at-least', required: 3, unit: 'count' } },
        per: 'line',
        amount: '7',
      },
      [phone, cable, more],
      '7.00',
    ],
    [
      'a first order of a product',
      { for: 'first-order', ...ofProduct, amount: '9' },
      [{ ...phone, firstOrder: true }, more],
      '9.00',
    ],
  ])('pays %s', (_, change, lines, amount) => {
    expect(earned(lines, plan(change))).toBe(amount)
  })

  it('is paid for every order of a size, not for the first alone (COM-3)', () => {
    const by = plan({
      order: { comparison: 'above', amount: '1000000' },
      amount: '10000',
      clause: 'COM-3',
    })
    const lines = ['1000000', '1000000.01', '2000000'].map((amount, index) => ({
      id: `${index}`,
      amount,
    }))
    const { amount, awards, clauses } = calculateCommission({ lines }, by)
    expect(amount).toBe('20000.00')
    expect(awards).toEqual([
      { award: 'spiff', line: '1', outcome: 'paid', amount: '10000.00', clause: 'COM-3' },
      { award: 'spiff', line: '2', outcome: 'paid', amount: '10000.00', clause: 'COM-3' },
    ])
    expect(clauses).toContain('COM-3')
  })

  it.each<[string, Partial<AwardInput>, string]>([
    ['of units, those that are left', { ...ofProduct, per: 'unit', amount: '30' }, '60.00'],
    ['of a rate, that of what is left', { ...ofProduct, rate: '0.03' }, '12.00'],
    ['of an order, all while something is left', { ...ofProduct, amount: '30' }, '30.00'],
    ['of an order that was large', { order: { amount: '600' }, amount: '30' }, '0.00'],
  ])('after a refund pays %s', (_, change, amount) => {
    const lines = [phone, { id: 'R', amount: '-200', refundOf: 'a', quantity: -1 }]
    expect(earned(lines, plan(change))).toBe(amount)
    const whole = [phone, { id: 'R', amount: '-600', refundOf: 'a' }]
    expect(earned(whole, plan(change))).toBe('0.00')
    expect(earned(whole, plan(change, { refunds: 'mirror' }))).toBe('0.00')
  })

  it('belongs to its lines, in whole cents that add up', () => {
    const by = plan({ ...ofProduct, rate: '0.0123' })
    const lines = [
      { ...phone, amount: '100.10', order: 'X' },
      { ...more, amount: '33.33', order: 'X' },
      cable,
    ]
    const { amount, lines: shares } = attributeCommission({ lines }, by)
    expect(amount).toBe('1.64')
    expect(shares.map((share) => share.amount)).toEqual(['1.23', '0.41', '0.00'])
  })

  it('is unknown, and pays nothing, where a line does not say what it looks at', () => {
    const { quantity: _, ...unsaid } = phone
    const { amount, awards, issues } = calculateCommission(
      { lines: [unsaid, more] },
      plan({ per: 'unit', amount: '25' }),
    )
    expect(amount).toBe('50.00')
    expect(awards?.map(({ outcome }) => outcome)).toEqual(['unknown', 'paid'])
    expect(issues).toMatchObject([
      { code: 'VALUE_MISSING', severity: 'warning', path: ['lines', 0, 'quantity'] },
    ])
    const is = { id: 'renewal', comparison: 'equals', required: true } as const
    expect(
      calculateCommission({ lines: [phone] }, plan({ when: { is }, amount: '5' })).issues,
    ).toMatchObject([{ code: 'FACT_MISSING', path: ['lines', 0, 'facts', 'renewal'] }])
  })

  it('needs lines, all together; and is an amount or a rate', () => {
    expect(issuesOf({ sales: '1' }, plan({ amount: '1' }))).toMatchObject([
      { code: 'VALUE_MISSING', params: { field: 'awards.for' } },
    ])
    const outcome = attempt(() => commissionAccumulator(plan({ for: 'first-order', rate: '0.1' })))
    expect(outcome.ok ? [] : outcome.issues).toMatchObject([{ params: { field: 'awards.rate' } }])
    const found = (change: Partial<AwardInput>) =>
      conflictsOf({ awards: [award(change)] }).map(({ code, path }) => [code, path.join('.')])
    expect(found({})).toEqual([['VALUE_MISSING', 'awards.0.amount']])
    expect(found({ amount: '1', rate: '0.1' })).toEqual([['POLICY_CONFLICT', 'awards.0.amount']])
    expect(found({ rate: '0.1', per: 'unit' })).toEqual([['POLICY_CONFLICT', 'awards.0.per']])
    expect(found({ amount: '1', when: {} })).toEqual([['POLICY_CONFLICT', 'awards.0.when']])
    expect(found({ rate: '3' })).toEqual([['NUMBER_LOOKS_LIKE_PERCENT', 'awards.0.rate']])
    expect(found({ amount: '0.001' })).toEqual([['TOTAL_TOO_PRECISE', 'awards.0.amount']])
  })

  it('of units is the sum of the units of all lines, whatever the orders', () => {
    const some = fc.array(
      fc.tuple(fc.integer({ min: 0, max: 20 }), fc.integer({ min: 0, max: 3 })),
      { maxLength: 8 },
    )
    fc.assert(
      fc.property(some, (all) => {
        const lines = all.map(([quantity, order], index) => ({
          id: `${index}`,
          amount: '10',
          quantity,
          order: `X${order}`,
        }))
        const units = all.reduce((total, [quantity]) => total + quantity, 0)
        expect(earned(lines, plan({ per: 'unit', amount: '1.25' }))).toBe((units * 1.25).toFixed(2))
      }),
      { numRuns: 50 },
    )
  })
})
