import {
  type CommissionPlanInput,
  calculateCommission,
  creditLines,
  defineCommissionPlan,
} from 'sales-rules'
import { describe, expect, it } from 'vitest'
import { conflictsOf, flat, flatPlan, issuesOf } from '../flatPlan.js'

type RateRuleInput = NonNullable<CommissionPlanInput['rates']>[number]
type Is = NonNullable<RateRuleInput['when']['is']>

const money = (comparison: 'at-least' | 'above' | 'at-most' | 'below', required: string): Is => ({
  id: 'amount',
  comparison,
  required,
  unit: 'money',
})
const late = (required: number): Is => ({
  id: 'daysLate',
  comparison: 'above',
  required,
  unit: 'count',
})
const rule = (id: string, rate: string, when: RateRuleInput['when']) => ({
  id,
  when,
  scale: flat(rate),
})
const half = (is: Is) => flatPlan({ rates: [rule('half', '0.5', { is })] })

/** What one line earns, or why it is set aside. */
function earned(is: Is, line: object) {
  const lines = [{ id: 'a', amount: '1000', ...line }]
  const { amount, notCounted } = calculateCommission({ lines }, half(is))
  return notCounted.length === 0 ? amount : notCounted.map(({ issue }) => [issue.code, issue.path])
}

describe('a condition on a line', () => {
  it.each<[string, Is, object, string]>([
    ['looks at its amount, exactly on what is asked for', money('at-least', '1000'), {}, '500.00'],
    ['above is not at', money('above', '1000'), {}, '100.00'],
    [
      'its margin, which may be a fraction without an end',
      { id: 'margin', comparison: 'at-least', required: '0.3333', unit: 'ratio' },
      { amount: '3', cost: '2' },
      '1.50',
    ],
    [
      'a sale below its cost has a margin below zero',
      { id: 'margin', comparison: 'below', required: '0.1', unit: 'ratio' },
      { cost: '1200' },
      '500.00',
    ],
    [
      'its discount',
      { id: 'discount', comparison: 'at-most', required: '0.2', unit: 'ratio' },
      { listPrice: '1250' },
      '500.00',
    ],
    [
      'its quantity',
      { id: 'quantity', comparison: 'at-least', required: 10, unit: 'count' },
      { quantity: 10 },
      '500.00',
    ],
    [
      'the size of a line below zero: 2,000 are taken back at the rate of 2,000',
      money('at-least', '1000'),
      { amount: '-2000' },
      '-1000.00',
    ],
    [
      'the units of a line below zero, however it signs them',
      { id: 'quantity', comparison: 'at-least', required: 10, unit: 'count' },
      { amount: '-1000', quantity: -10 },
      '-500.00',
    ],
    [
      'exactly 30 days late is not more than 30',
      late(30),
      { dueOn: '2026-01-01', paidOn: '2026-01-31' },
      '100.00',
    ],
    ['31 days late is', late(30), { dueOn: '2026-01-01', paidOn: '2026-02-01' }, '500.00'],
    ['paid early is not late', late(0), { dueOn: '2026-01-10', paidOn: '2026-01-01' }, '100.00'],
    [
      'a fact of its own: a number',
      { id: 'contractYears', comparison: 'at-least', required: 3, unit: 'count' },
      { facts: { contractYears: 3 } },
      '500.00',
    ],
    [
      'a word',
      { id: 'channel', comparison: 'one-of', required: ['web', 'shop'] },
      { facts: { channel: 'shop', other: true } },
      '500.00',
    ],
    [
      'true or false',
      { id: 'renewal', comparison: 'equals', required: true },
      { facts: { renewal: false } },
      '100.00',
    ],
    [
      'what need not be said, and is not, does not hold',
      { id: 'renewal', comparison: 'equals', required: true, absent: 'not-applicable' },
      {},
      '100.00',
    ],
    [
      'of several, one that holds is enough, whatever else is unknown',
      { any: [money('at-least', '10'), late(1)] },
      {},
      '500.00',
    ],
    [
      'of all, one that does not hold is enough',
      { all: [money('at-least', '10000'), late(1)] },
      {},
      '100.00',
    ],
    [
      'a name that every object inherits is no fact, unless it is given',
      { id: 'toString', comparison: 'equals', required: 'x' },
      { facts: { toString: 'x' } },
      '500.00',
    ],
  ])('%s', (_, is, line, amount) => {
    expect(earned(is, line)).toBe(amount)
  })

  it.each<[string, Is, object, string, string]>([
    [
      'a fact',
      { id: 'renewal', comparison: 'equals', required: true },
      {},
      'FACT_MISSING',
      'renewal',
    ],
    [
      'a fact by the name of what every object inherits',
      { id: 'constructor', comparison: 'equals', required: 'x' },
      { facts: {} },
      'FACT_MISSING',
      'constructor',
    ],
    ['the day it was due', late(30), { paidOn: '2026-01-01' }, 'VALUE_MISSING', 'dueOn'],
    ['the day it was paid', late(30), { dueOn: '2026-01-01' }, 'VALUE_MISSING', 'paidOn'],
    [
      'the cost',
      { id: 'margin', comparison: 'below', required: '0.1', unit: 'ratio' },
      {},
      'VALUE_MISSING',
      'cost',
    ],
    [
      'the quantity',
      { id: 'quantity', comparison: 'below', required: 5, unit: 'count' },
      {},
      'VALUE_MISSING',
      'quantity',
    ],
  ])('sets a line aside that does not say %s, and names it', (_, is, line, code, field) => {
    expect(earned(is, line)).toEqual([[code, expect.arrayContaining(['lines', 0, field])]])
  })

  it('sets a line aside whose fact is of another kind than the plan asks for', () => {
    const is: Is = { id: 'years', comparison: 'at-least', required: 3, unit: 'count' }
    expect(earned(is, { facts: { years: 'three' } })).toEqual([
      ['NUMBER_INVALID', ['lines', 0, 'facts', 'years']],
    ])
    expect(earned(is, { facts: { years: true } })).toHaveLength(1)
  })

  it('refuses a fact that is no number, word or answer, and one whose name is computed', () => {
    const facts = { list: [1], nothing: null, margin: 5 }
    const found = issuesOf({ lines: [{ id: 'a', amount: '1', facts }] })
    expect(found.map(({ code, path }) => [code, path.at(-1)])).toEqual([
      ['VALUE_INVALID', 'list'],
      ['POLICY_CONFLICT', 'margin'],
    ])
    const forbidden = JSON.parse('{ "__proto__": 1 }')
    expect(issuesOf({ lines: [{ id: 'a', amount: '1', facts: forbidden }] })).toMatchObject([
      { code: 'KEY_FORBIDDEN' },
    ])
  })

  it('counts a figure of a line only in what it counts, and has no history', () => {
    const when = (is: object) => ({ rates: [rule('r', '0.5', { is: is as Is })] })
    const margin = { id: 'margin', comparison: 'below', required: 15, unit: 'points' }
    expect(conflictsOf(when(margin))).toMatchObject([
      { code: 'VALUE_NOT_ALLOWED', path: ['rates', 0, 'when', 'is', 'unit'] },
    ])
    expect(
      conflictsOf(
        when({ all: [{ any: [{ id: 'quantity', comparison: 'equals', required: 'a' }] }] }),
      ),
    ).toMatchObject([
      { code: 'VALUE_MISSING', path: ['rates', 0, 'when', 'is', 'all', 0, 'any', 0, 'unit'] },
    ])
    const run = { length: 2, per: 'month', gap: 'break' }
    expect(
      conflictsOf(when({ id: 'x', comparison: 'above', required: 1, unit: 'count', inARow: run })),
    ).toMatchObject([{ code: 'POLICY_CONFLICT', params: { reason: 'line-without-history' } }])
    expect(
      conflictsOf({ rates: [rule('r', '0.5', { product: 'a', iz: 1 } as never)] }),
    ).toMatchObject([{ code: 'UNKNOWN_KEY' }])
  })

  it('makes a rule more specific than the same rule without it; two that hold side by side conflict', () => {
    const software = { category: 'software' }
    const large = money('at-least', '1000')
    const plan = (...rates: RateRuleInput[]) => flatPlan({ rates })
    const lines = [{ id: 'a', amount: '1000', category: 'software' }]
    const both = plan(
      rule('all', '0.2', software),
      rule('large', '0.3', { ...software, is: large }),
    )
    expect(calculateCommission({ lines }, both).amount).toBe('300.00')
    const beside = plan(rule('all', '0.2', software), rule('large', '0.3', { is: large }))
    expect(calculateCommission({ lines }, beside).notCounted).toMatchObject([
      { issue: { code: 'RATE_CONFLICT', params: { rules: ['all', 'large'] } } },
    ])
    // What is not known of a less specific rule does not matter.
    const unknown = rule('late', '0.3', { is: late(3) })
    const specific = plan(unknown, rule('all', '0.2', { ...software, is: large }))
    expect(calculateCommission({ lines }, specific).amount).toBe('200.00')
  })

  it('leaves a line out of what counts by its facts', () => {
    const plan = flatPlan({
      eligibility: { exclude: [{ id: 'late', when: { is: late(90) }, reason: 'paid too late' }] },
    })
    const lines = [
      { id: 'a', amount: '100', dueOn: '2026-01-01', paidOn: '2026-04-02' },
      { id: 'b', amount: '100', dueOn: '2026-01-01', paidOn: '2026-04-01' },
      { id: 'c', amount: '100', dueOn: '2026-01-01' },
    ]
    const { amount, notCounted } = calculateCommission({ lines }, plan)
    expect(amount).toBe('10.00')
    expect(notCounted.map(({ id, issue }) => [id, issue.code])).toEqual([
      ['a', 'LINE_EXCLUDED'],
      ['c', 'VALUE_MISSING'],
    ])
  })

  it('looks at a part that is refunded as at the whole that it is a part of', () => {
    const plan = half(money('at-least', '1000'))
    const refund = (refundOf: unknown) => ({ id: 'r', amount: '-400', refundOf })
    const sold = { id: 'a', amount: '1000' }
    expect(calculateCommission({ lines: [sold, refund('a') as never] }, plan).amount).toBe('300.00')
    const earlier = { id: 'a', amount: '1000', commission: '500' }
    expect(calculateCommission({ lines: [refund(earlier) as never] }, plan).amount).toBe('-200.00')
    // A negative line that says nothing of what it takes back stands for itself.
    expect(calculateCommission({ lines: [{ id: 'r', amount: '-400' }] }, plan).amount).toBe(
      '-40.00',
    )
    const tens = half({ id: 'quantity', comparison: 'at-least', required: 10, unit: 'count' })
    const some = { ...refund(earlier), quantity: -4 } as never
    expect(calculateCommission({ lines: [some] }, tens).amount).toBe('-200.00')
  })

  it('looks at the amount in the currency of the plan', () => {
    const plan = defineCommissionPlan({
      currency: 'EUR',
      scale: flat('0.1'),
      exchange: { on: 'order-date' },
      rates: [rule('large', '0.5', { is: money('at-least', '1000') })],
    })
    const lines = [{ id: 'a', amount: '2000', currency: 'USD', date: '2026-01-01' }]
    const at = (rate: string) =>
      calculateCommission(
        { lines, exchangeRates: [{ currency: 'USD', from: '2026-01-01', to: '2026-12-31', rate }] },
        plan,
      ).amount
    expect(at('0.5')).toBe('500.00')
    expect(at('0.4999')).toBe('99.98')
  })

  it('goes with the line to whoever is credited with it', () => {
    const order = {
      id: 'a',
      amount: '1000',
      quantity: '3',
      dueOn: '2026-01-01',
      facts: { contractYears: 3, renewal: true },
      owners: [
        { payee: 'ann', share: '0.5' },
        { payee: 'bob', share: '0.5' },
      ],
    }
    const { payees } = creditLines({ lines: [order] } as never, flatPlan())
    expect(payees.map(({ lines }) => lines[0])).toEqual([
      { id: 'a', amount: '500.00', quantity: '1.50', dueOn: '2026-01-01', facts: order.facts },
      { id: 'a', amount: '500.00', quantity: '1.50', dueOn: '2026-01-01', facts: order.facts },
    ])
  })
})
