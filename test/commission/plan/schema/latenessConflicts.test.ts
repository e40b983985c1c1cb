import { type CommissionPlanInput, defineCommissionPlan, settleCommission } from 'sales-rules'
import { describe, expect, it } from 'vitest'
import { conflictsOf, flat, flatPlan } from '../../flatPlan.js'

type Change = Partial<CommissionPlanInput>
type Payment = NonNullable<Change['payment']>

const steps = [
  { id: 'in-time', upTo: 60, multiplier: 1 },
  { id: 'late', upTo: null, multiplier: '0.6' },
]
const late = { id: 'late', by: { fact: 'daysLate', boundary: 'lower-tier' as const, steps } }
const after60 = { id: 'daysLate', comparison: 'above', required: 60, unit: 'count' } as const
const is = {
  any: [{ all: [after60] }, { id: 'odd', comparison: 'equals', required: true }],
} as const
const separate = { mode: 'whole-amount' as const, measure: 'separate' as const, ...tiers('0.1') }

function tiers(rate: string) {
  return { tiers: [{ id: 'all', upTo: null, rate }] }
}

/** Each way in which a plan can look at how late a line was paid. */
const ways: readonly [string, readonly (string | number)[], Change][] = [
  ['a factor by it', ['factors', 0, 'by', 'fact'], { factors: [late] }],
  [
    'a factor by the part that it is',
    ['factors', 0, 'part'],
    { factors: [{ id: 'late', part: 'daysLate' }] },
  ],
  [
    'a factor for what is late',
    ['factors', 0, 'when', 'is'],
    { factors: [{ id: 'late', when: { is }, multiplier: '0.5' }] },
  ],
  [
    'a rate for what is late',
    ['rates', 0, 'when', 'is'],
    { rates: [{ id: 'late', when: { is }, scale: flat('0.05') }] },
  ],
  [
    'a rate that chooses its tier by it',
    ['rates', 0, 'measuredBy'],
    { rates: [{ id: 'a', when: { product: 'A' }, scale: separate, measuredBy: 'daysLate' }] },
  ],
  ['tiers by it', ['measuredBy'], { scale: separate, measuredBy: 'daysLate' }],
  [
    'an award for what is not late',
    ['awards', 0, 'when', 'is'],
    { awards: [{ id: 'late', for: 'any', per: 'line', when: { is }, amount: '-5' }] },
  ],
  [
    'an exclusion of what is late',
    ['eligibility', 'exclude', 0, 'when', 'is'],
    { eligibility: { exclude: [{ id: 'late', when: { is }, reason: 'late' }] } },
  ],
]

const waiting: readonly Payment[] = [
  { on: 'collected' },
  {
    parts: [
      { share: '0.5', on: 'booked' },
      { share: '0.5', on: 'collected' },
    ],
  },
  { parts: [{ share: 1, on: 'paid-in-full' }] },
]

const others: readonly Payment[] = [
  {},
  { on: 'invoiced' },
  { parts: [{ share: 1, on: 'booked', after: 2 }] },
]

describe('how late cash is', () => {
  it.each(ways)('is not known of a line that waits for it: refuses %s', (_, path, change) => {
    for (const payment of waiting)
      expect(conflictsOf({ ...change, payment })).toEqual([
        {
          code: 'POLICY_CONFLICT',
          severity: 'error',
          path,
          params: { reason: 'lateness-of-cash' },
          message: `${written(path)}: a line that waits for its cash does not say how late each payment will be. Let payment be "booked", and give each payment as a line of its own, with "dueOn" and "paidOn".`,
        },
      ])
  })

  it.each(ways)('is asked for where nothing waits for cash: takes %s', (_, __, change) => {
    expect(conflictsOf(change)).toEqual([])
    for (const payment of others) expect(conflictsOf({ ...change, payment })).toEqual([])
  })

  it('is refused in each place of a plan at once', () => {
    const rates = [{ id: 'late', when: { is }, scale: flat('0.05') }]
    const found = conflictsOf({ factors: [late], rates, payment: { on: 'collected' } })
    expect(found.map(({ path }) => path.join('.'))).toEqual([
      'factors.0.by.fact',
      'rates.0.when.is',
    ])
  })

  it('lets rules of that name alone, and other figures of a line', () => {
    const named = { id: 'daysLate', when: { product: 'A' }, scale: flat('0.05') }
    const large = { ...after60, id: 'quantity' } as const
    const factors = [{ id: 'daysLate', when: { is: large }, multiplier: '0.5' }]
    expect(conflictsOf({ rates: [named], factors, payment: { on: 'collected' } })).toEqual([])
  })

  it('is that of each payment, where each is a line of its own: 500 after 30 days, 300 after 63', () => {
    const plan = flatPlan({ scale: flat('0.01'), factors: [late], payment: {} })
    const half = { order: 'O-1', amount: '50000', dueOn: '2026-01-01' }
    const periods = [
      { period: '2026-01', lines: [{ ...half, id: 'O-1/1', paidOn: '2026-01-31' }] },
      { period: '2026-02', lines: [] },
      { period: '2026-03', lines: [{ ...half, id: 'O-1/2', paidOn: '2026-03-05' }] },
    ]
    const { periods: settled } = settleCommission({ payee: 'E-7', periods }, plan)
    expect(settled.map(({ paid }) => paid)).toEqual(['500.00', '0.00', '300.00'])
  })

  it('is refused of a plan that was taken over from one that books', () => {
    const books = flatPlan({ factors: [late], payment: {} })
    expect(() => defineCommissionPlan({ ...books, payment: { on: 'collected' } })).toThrow(
      'does not say how late',
    )
  })
})

function written(path: readonly (string | number)[]): string {
  return path
    .map((key) => (typeof key === 'number' ? `[${key}]` : `.${key}`))
    .join('')
    .slice(1)
}
