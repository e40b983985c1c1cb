import fc from 'fast-check'
import {
  attempt,
  attributeCommission,
  type CommissionLine,
  type CommissionPlanInput,
  calculateCommission,
  creditLines,
  defineCommissionPlan,
  planNeeds,
  settleCommission,
} from 'sales-rules'
import { describe, expect, it } from 'vitest'
import {
  fraction,
  multiply,
  parse,
  subtract,
  toCanonical,
  toDecimal,
} from '../../oracle/fraction.js'
import { conflictsOf, flatPlan } from '../flatPlan.js'

const paidOn = (base: NonNullable<CommissionPlanInput['base']>, line: Omit<CommissionLine, 'id'>) =>
  calculateCommission({ lines: [{ id: 'O-1', ...line }] }, flatPlan({ base }))

// 13% of 1,000 is in 1,130; the goods cost 600.
const sold = { amount: '1130', tax: '130', cost: '600' }

describe('amounts with and without tax', () => {
  it.each([
    ['amount', '1130.00', '113.00'],
    ['amount-without-tax', '1000.00', '100.00'],
    ['margin', '530.00', '53.00'],
    ['margin-without-tax', '400.00', '40.00'],
  ] as const)('a tenth of the %s, %s, is %s', (base, earns, amount) => {
    const statement = paidOn(base, sold)
    expect([statement.sales, statement.base, statement.amount]).toEqual(['1130.00', earns, amount])
  })

  it.each([
    ['no tax at all', { amount: '1000', tax: '0' }, '100.00'],
    ['nothing but tax', { amount: '130', tax: '130' }, '0.00'],
    ['a refund', { amount: '-1130', tax: '-130' }, '-100.00'],
    ['tax of less than a cent', { amount: '0.05', tax: '0.0065' }, '0.00'],
    ['10,000.10 with 6%', { amount: '10000.10', tax: '566.04' }, '943.41'],
  ])('of %s', (_, line, amount) => {
    expect(paidOn('amount-without-tax', line).amount).toBe(amount)
  })

  it('a line without its tax is set aside, and never taken for one without any', () => {
    const { amount, notCounted } = paidOn('amount-without-tax', { amount: '1130' })
    expect(amount).toBe('0.00')
    expect(notCounted).toMatchObject([
      { id: 'O-1', issue: { code: 'VALUE_MISSING', path: ['lines', 0, 'tax'] } },
    ])
  })

  it('targets count what the plan does, and margins of such a plan are without tax', () => {
    const tiers = [
      { id: 'thin', upTo: '0.4', rate: '0.01' },
      { id: 'fair', upTo: null, rate: '0.1' },
    ]
    const plan = flatPlan({
      base: 'amount-without-tax',
      measuredBy: 'margin',
      gate: { attainment: '1' },
      scale: { mode: 'whole-amount', measure: 'separate', tiers },
    })
    // 400 of 1,000 are 40%; 530 of 1,130 would be more, and 399 of 999 are less.
    const pay = (line: Omit<CommissionLine, 'id'>, target: string) =>
      calculateCommission({ lines: [{ id: '1', ...line }], target }, plan)
    expect(pay(sold, '1000').amount).toBe('100.00')
    expect(pay(sold, '1000.01').amount).toBe('0.00')
    expect(pay({ ...sold, tax: '131' }, '999').amount).toBe('9.99')
  })

  it('a margin floor looks at the margin without tax, and names the cost that would do', () => {
    const plan = flatPlan({ base: 'margin-without-tax', eligibility: { marginFloor: '0.45' } })
    const { notCounted } = calculateCommission({ lines: [{ id: '1', ...sold }] }, plan)
    expect(notCounted).toMatchObject([
      {
        issue: {
          code: 'MARGIN_TOO_LOW',
          params: { margin: '0.4', amountNeeded: null, costAtMost: '550.00' },
        },
      },
    ])
  })

  it('tax is converted with its line', () => {
    const plan = flatPlan({
      currency: 'EUR',
      base: 'amount-without-tax',
      exchange: { on: 'order-date' },
    })
    const lines = [{ id: '1', amount: '1130', tax: '130', currency: 'USD', date: '2026-03-01' }]
    const exchangeRates = [{ currency: 'USD', from: '2026-01-01', rate: '0.9' }]
    expect(calculateCommission({ lines, exchangeRates }, plan).amount).toBe('90.00')
  })

  it('tax is shared with its line between owners', () => {
    const plan = flatPlan({ base: 'amount-without-tax' })
    const lines = [{ id: 'O-1', ...sold, customer: 'Acme' }]
    const shares = [
      { line: 'O-1', payee: 'A', share: '0.7' },
      { line: 'O-1', payee: 'B', share: '0.3' },
    ]
    const outcome = attempt(() => creditLines({ lines, shares } as never, plan))
    if (outcome.ok) expect(JSON.stringify(outcome.value)).toContain('"tax":"91')
  })

  it('a refund takes its part of the line, netted, mirrored and in a later period', () => {
    const lines = [
      { id: 'O-1', ...sold },
      { id: 'R-1', amount: '-565', refundOf: 'O-1' },
    ]
    expect(calculateCommission({ lines }, flatPlan({ base: 'amount-without-tax' })).amount).toBe(
      '50.00',
    )
    const mirror = flatPlan({ base: 'amount-without-tax', refunds: 'mirror' })
    expect(attributeCommission({ lines }, mirror).lines.map(({ amount }) => amount)).toEqual([
      '100.00',
      '-50.00',
    ])
    const plan = flatPlan({ base: 'amount-without-tax', payment: {} })
    const [first, second] = [
      settleCommission(
        { payee: 'P', periods: [{ period: '2026-01', lines: [lines[0] as CommissionLine] }] },
        plan,
      ),
      { period: '2026-02', lines: [lines[1] as CommissionLine, { id: 'O-2', ...sold }] },
    ]
    const later = settleCommission({ payee: 'P', periods: [second], opening: first.closing }, plan)
    expect([first.paid, later.paid]).toEqual(['100.00', '50.00'])
  })

  it('a plan without tax needs each line, and counts no units', () => {
    expect(planNeeds(flatPlan({ base: 'amount-without-tax' }))).toEqual([
      { field: 'base', of: ['line'] },
    ])
    const input = attempt(() =>
      calculateCommission({ sales: '1' }, flatPlan({ base: 'margin-without-tax' })),
    )
    expect(input).toMatchObject({ issues: [{ code: 'VALUE_MISSING', path: ['lines'] }] })
    const tiers = [{ id: 'all', upTo: null, rate: '5' }]
    expect(
      conflictsOf({
        base: 'amount-without-tax',
        scale: { mode: 'marginal', thresholds: 'units', tiers },
      }),
    ).toMatchObject([{ code: 'POLICY_CONFLICT', path: ['base'] }])
  })
})

describe('the law of tax', () => {
  it('without tax is paid what the amount less the tax is paid', () => {
    const cents = fc
      .integer({ min: -99_999, max: 99_999 })
      .map((n) => toCanonical(fraction(BigInt(n), 100n)))
    fc.assert(
      fc.property(cents, cents, (amount, tax) => {
        const net = subtract(parse(amount), parse(tax))
        const expected = toDecimal(multiply(net, parse('0.1')), 2, 'half-up')
        expect(paidOn('amount-without-tax', { amount, tax }).amount).toBe(expected)
        expect(paidOn('amount', { amount: toCanonical(net) }).amount).toBe(expected)
      }),
      { numRuns: 200, seed: 20_261_129 },
    )
  })

  it('is read as it was written', () => {
    const plan = flatPlan({ base: 'margin-without-tax' })
    expect(defineCommissionPlan(JSON.parse(JSON.stringify(plan)))).toEqual(plan)
  })
})
