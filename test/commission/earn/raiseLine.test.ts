import fc from 'fast-check'
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
import { conflictsOf, flat, flatPlan } from '../flatPlan.js'

const plan = (more: Partial<CommissionPlanInput> = {}) =>
  flatPlan({ scale: flat('0.25'), base: 'margin', floor: { line: '150' }, ...more })
const dealer = plan({ cap: { line: '2500' } })
const car = (id: string, gross: number) => ({ id, amount: '30000', cost: String(30000 - gross) })
const earned = (lines: readonly object[], by = dealer) =>
  calculateCommission({ lines: lines as never }, by).amount
const refund = (amount: string, refundOf: unknown) => ({ id: 'R', amount, cost: amount, refundOf })

describe('a floor for each line', () => {
  it.each<[string, readonly object[], string]>([
    [
      'three cars of 400 gross 150 each, and not 25% of 1,200',
      [car('a', 400), car('b', 400), car('c', 400)],
      '450.00',
    ],
    ['one of 12,000 the maximum', [car('a', 12000)], '2500.00'],
    ['one of 600 exactly its mini', [car('a', 600)], '150.00'],
    ['one of 601 its percentage', [car('a', 601)], '150.25'],
    ['one without any gross its mini', [car('a', 0)], '150.00'],
    ['one sold at a loss its mini as well', [car('a', -2000)], '150.00'],
    ['each for itself, whatever the others earn', [car('a', 12000), car('b', -2000)], '2650.00'],
    ['nothing for no car', [], '0.00'],
  ])('pays %s', (_, lines, amount) => {
    expect(earned(lines)).toBe(amount)
  })

  it('says on the statement what caps and floor have changed, and how far', () => {
    const { amount, adjustments } = calculateCommission(
      { lines: [car('a', 12000), car('b', 400)] },
      dealer,
    )
    expect(amount).toBe('2650.00')
    expect(adjustments).toEqual([
      { kind: 'cap-line', amount: '-500.00', clause: null, limit: '2500.00' },
      { kind: 'floor-line', amount: '50.00', clause: null, limit: '150.00' },
    ])
  })

  it('belongs to its line', () => {
    const { lines } = attributeCommission(
      { lines: [car('a', 12000), car('b', 400), car('c', 0)] },
      dealer,
    )
    expect(lines.map(({ id, amount }) => [id, amount])).toEqual([
      ['a', '2500.00'],
      ['b', '150.00'],
      ['c', '150.00'],
    ])
  })

  it('is not paid while the gate is shut', () => {
    const by = plan({ gate: { attainment: '1' } })
    const at = (target: string) =>
      calculateCommission({ lines: [car('a', 400)], target }, by).amount
    expect([at('400'), at('401')]).toEqual(['150.00', '0.00'])
  })

  it('is rounded line by line where the plan does so', () => {
    const by = plan({ rounding: { at: 'line', decimals: 0 }, floor: { line: '150' } })
    expect(earned([car('a', 601), car('b', 0)], by)).toBe('300.00')
  })

  it.each<[string, readonly object[], string]>([
    [
      'half a car at its mini gives back half of it',
      [car('a', 400), refund('-15000', 'a')],
      '75.00',
    ],
    ['all of it, all', [car('a', 400), refund('-30000', 'a')], '0.00'],
    [
      'a car at the maximum gives back its part of that',
      [car('a', 12000), refund('-15000', 'a')],
      '1250.00',
    ],
    [
      'a refund that comes first finds its car all the same',
      [refund('-30000', 'a'), car('a', 400), car('b', 0)],
      '150.00',
    ],
    [
      'of an earlier statement, what that has paid',
      [refund('-15000', { id: 'x', amount: '30000', commission: '150' })],
      '-75.00',
    ],
  ])('is given back: %s', (_, lines, amount) => {
    expect(earned(lines)).toBe(amount)
    const [one] = lines
    // Where refunds mirror, the statement says so as well.
    if (lines.length === 2 && one !== undefined)
      expect(earned(lines, plan({ cap: { line: '2500' }, refunds: 'mirror' }))).toBe(amount)
  })

  it('is settled month by month, and to date with refunds that mirror', () => {
    const months = [
      { period: '2026-01', lines: [car('a', 400), car('b', 4000)] },
      { period: '2026-02', lines: [refund('-30000', 'a'), car('c', 0)] },
    ]
    const settle = (by: ReturnType<typeof plan>) =>
      settleCommission({ payee: 'ann', periods: months } as never, by).periods.map(
        ({ earned }) => earned,
      )
    expect(settle(plan({ payment: { on: 'booked' } }))).toEqual(['1150.00', '0.00'])
    const toDate = plan({ payment: { on: 'booked', accrual: 'year-to-date' }, refunds: 'mirror' })
    expect(settle(toDate)).toEqual(['1150.00', '0.00'])
  })

  it('needs the lines in their order, and is refused with what does not fit it', () => {
    expect(planNeeds(plan()).map(({ field }) => field)).toContain('floor.line')
    const outcome = attempt(() => commissionAccumulator(plan()))
    expect(outcome.ok ? [] : outcome.issues).toMatchObject([{ params: { field: 'floor.line' } }])
    const floor = { line: '150' }
    const found = (more: Partial<CommissionPlanInput>) =>
      conflictsOf({ floor, ...more }).map(({ code, path }) => [code, path.join('.')])
    expect(found({ cap: { line: '149.99' } })).toEqual([['POLICY_CONFLICT', 'floor.line']])
    expect(found({ cap: { line: '150' } })).toEqual([])
    expect(found({ attribution: 'pro-rata' })).toEqual([['POLICY_CONFLICT', 'attribution']])
    expect(found({ payment: { on: 'booked', accrual: 'year-to-date' } })).toEqual([
      ['POLICY_CONFLICT', 'refunds'],
    ])
    expect(conflictsOf({ floor: { line: '0.001' } })).toMatchObject([{ path: ['floor', 'line'] }])
    expect(conflictsOf({ floor: { order: '1' } as never })).toEqual(
      expect.arrayContaining([expect.objectContaining({ code: 'UNKNOWN_KEY' })]),
    )
  })

  it('pays each line the larger of the two, whatever the lines', () => {
    const grosses = fc.array(fc.integer({ min: -2000, max: 20000 }), { maxLength: 8 })
    fc.assert(
      fc.property(grosses, (all) => {
        // Quarters of whole amounts, in cents.
        const each = all.map((gross) => Math.min(Math.max(gross * 25, 15_000), 250_000))
        const cents = each.reduce((total, own) => total + own, 0)
        expect(earned(all.map((gross, index) => car(`${index}`, gross)))).toBe(
          (cents / 100).toFixed(2),
        )
      }),
      { numRuns: 50 },
    )
  })
})
