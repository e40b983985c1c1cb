import fc from 'fast-check'
import {
  attempt,
  type CommissionPlanInput,
  defineCommissionPlan,
  payrollRows,
  type SettlementInput,
  settleCommission,
} from 'sales-rules'
import { describe, expect, it } from 'vitest'
import { throughJson } from '../../arbitraries.rooms.js'
import { multiply, parse, subtract, sum, toDecimal } from '../../oracle/fraction.js'

type Payment = NonNullable<CommissionPlanInput['payment']>

/** 10% in euros. */
function planWith(payment: Payment = {}, more: Partial<CommissionPlanInput> = {}) {
  const tiers = [{ id: 'all', upTo: null, rate: '0.1' }]
  return defineCommissionPlan({
    currency: 'EUR',
    scale: { mode: 'marginal', tiers },
    payment,
    ...more,
  })
}

const POUNDS = { currency: 'GBP', rate: '0.87', on: '2026-02-05' }

function settle(periods: SettlementInput['periods'], payment: Payment = {}) {
  return settleCommission({ payee: 'E-7', periods }, planWith(payment))
}

function problemsOf(payIn: unknown) {
  const periods = [{ period: '2026-01', sales: '1000', payIn }]
  const outcome = attempt(() => settle(periods as never))
  return outcome.ok ? [] : outcome.issues.map(({ code, path }) => [code, path.join('.')])
}

describe('payIn', () => {
  it('converts what is paid, at the rate of the day that it says, and leaves the rest in the currency of the plan', () => {
    const settlement = settle([{ period: '2026-01', sales: '12345', payIn: POUNDS }])
    const [january] = settlement.periods
    // 1,234.50 EUR × 0.87 = 1,074.015 GBP
    expect([january?.paid, january?.payout]).toEqual([
      '1234.50',
      { currency: 'GBP', amount: '1074.02', rate: '0.87', on: '2026-02-05' },
    ])
    expect([settlement.currency, settlement.paid]).toEqual(['EUR', '1234.50'])
    expect(settlement.payouts).toEqual([{ currency: 'GBP', amount: '1074.02' }])
  })

  it('rounds to what the currency has, once, as the plan rounds', () => {
    const yen = { currency: 'JPY', rate: '161.37', on: '2026-02-05' }
    const periods = [{ period: '2026-01', sales: '1000.50', payIn: yen }]
    // 100.05 EUR × 161.37 = 16,145.0685 JPY
    expect(settle(periods).periods[0]?.payout?.amount).toBe('16145')
    const up = planWith({}, { rounding: { mode: 'up' } })
    expect(settleCommission({ payee: 'E-7', periods }, up).payouts?.[0]?.amount).toBe('16146')
  })

  it('is nothing where nothing is paid: what is below zero, or below the minimum payout, is carried over in the currency of the plan', () => {
    const { periods, closing } = settle(
      [
        { period: '2026-01', sales: '-3000', payIn: POUNDS },
        { period: '2026-02', sales: '3500', payIn: POUNDS },
        { period: '2026-03', sales: '600', payIn: POUNDS },
      ],
      { minimumPayout: '100' },
    )
    expect(periods.map(({ paid, carried, payout }) => [paid, carried, payout?.amount])).toEqual([
      ['0.00', '-300.00', '0.00'],
      ['0.00', '50.00', '0.00'],
      ['110.00', '0.00', '95.70'],
    ])
    expect(closing.carried).toBe('0.00')
  })

  it('may change from period to period; each currency is added up', () => {
    const dollars = { currency: 'USD', rate: '1.08', on: '2026-03-05' }
    const { periods, payouts, paid } = settle([
      { period: '2026-01', sales: '1000' },
      { period: '2026-02', sales: '1000', payIn: POUNDS },
      { period: '2026-03', sales: '1000', payIn: dollars },
      { period: '2026-04', sales: '2000', payIn: { ...POUNDS, rate: '0.9', on: '2026-05-05' } },
    ])
    expect(periods.map(({ payout }) => payout?.amount)).toEqual([
      undefined,
      '87.00',
      '108.00',
      '180.00',
    ])
    expect(payouts).toEqual([
      { currency: 'GBP', amount: '267.00' },
      { currency: 'USD', amount: '108.00' },
    ])
    expect(paid).toBe('500.00')
  })

  it('is not there where nobody says it', () => {
    const settlement = settle([{ period: '2026-01', sales: '1000' }])
    expect('payouts' in settlement || 'payout' in (settlement.periods[0] ?? {})).toBe(false)
    expect(payrollRows(settlement)[0]).not.toHaveProperty('payIn')
  })

  it('passes nothing on: neither the balance nor its account knows it', () => {
    const { closing } = settle([{ period: '2026-01', sales: '1000', payIn: POUNDS }])
    expect(closing).toEqual(settle([{ period: '2026-01', sales: '1000' }]).closing)
  })

  it('gives rows of a payroll both amounts, which add up to what is paid in each', () => {
    const adjustments = [{ id: 'A-1', amount: '-33.33', reason: 'cancelled' }]
    const settlement = settle(
      [{ period: '2026-01', sales: '3333.30', adjustments, payIn: { ...POUNDS, rate: '0.8' } }],
      { holdback: { share: '0.1', releaseAfter: 1 } },
    )
    const rows = payrollRows(throughJson(settlement))
    // 333.33, 300.00 and 266.67 so far are 266.664, 240.00 and 213.336.
    expect(
      rows.map(({ earningCode, amount, payIn }) => [earningCode, amount, payIn?.amount]),
    ).toEqual([
      ['commission', '333.33', '266.66'],
      ['held-back', '-33.33', '-26.66'],
      ['adjustment', '-33.33', '-26.66'],
    ])
    expect(rows[0]?.payIn).toEqual({
      currency: 'GBP',
      amount: '266.66',
      rate: '0.8',
      on: '2026-02-05',
    })
    expect(settlement.payouts).toEqual([{ currency: 'GBP', amount: '213.34' }])
  })

  it('gives rows of a payroll that add up to what is paid, whichever way the plan rounds', () => {
    const plan = planWith({}, { rounding: { mode: 'up' } })
    const payIn = { ...POUNDS, rate: '0.8' }
    const periods = [{ period: '2026-01', sales: '3333.10', payIn }]
    const settlement = settleCommission({ payee: 'E-7', periods }, plan)
    // 333.31 EUR × 0.8 = 266.648 GBP
    expect(payrollRows(settlement).map((row) => row.payIn?.amount)).toEqual(['266.65'])
    const down = planWith({}, { rounding: { mode: 'down' } })
    const other = settleCommission({ payee: 'E-7', periods }, down)
    expect(other.payouts?.[0]?.amount).toBe('266.64')
    expect(payrollRows(other).map((row) => row.payIn?.amount)).toEqual(['266.64'])
  })

  it('refuses the currency of the plan, one that nobody knows, and what is missing or wrong', () => {
    const at = (key: string) => `periods.0.payIn.${key}`
    expect(problemsOf({ ...POUNDS, currency: 'EUR' })).toEqual([
      ['POLICY_CONFLICT', at('currency')],
    ])
    expect(problemsOf({ ...POUNDS, currency: 'RMB' })).toEqual([
      ['CURRENCY_UNKNOWN', at('currency')],
    ])
    expect(problemsOf({ ...POUNDS, rate: '0' })).toEqual([['NUMBER_OUT_OF_RANGE', at('rate')]])
    expect(problemsOf({ currency: 'GBP' })).toEqual([
      ['VALUE_MISSING', at('rate')],
      ['VALUE_MISSING', at('on')],
    ])
    expect(problemsOf({ ...POUNDS, on: '2026-02-30' })).toEqual([['DATE_INVALID', at('on')]])
    expect(problemsOf({ ...POUNDS, day: '2026-02-03' })[0]).toEqual(['UNKNOWN_KEY', at('day')])
    expect(problemsOf(null)).toEqual([])
  })
})

describe('laws of payIn', () => {
  const rates = fc.integer({ min: 1, max: 2_000_000 }).map((n) => String(n / 10_000))
  const currencies = fc.constantFrom(['GBP', 2] as const, ['JPY', 0] as const, ['KWD', 3] as const)
  const amounts = fc.array(fc.integer({ min: -100_000, max: 500_000 }), {
    minLength: 1,
    maxLength: 6,
  })
  const payments = fc.constantFrom<Payment>(
    {},
    { holdback: { share: '0.3333', releaseAfter: 1 }, minimumPayout: '50' },
    { draw: { amount: '300', kind: 'recoverable' } },
    { draw: { amount: '300', kind: 'non-recoverable' } },
  )
  const cases = fc.record({ rate: rates, of: currencies, sales: amounts, payment: payments })
  const periodsOf = (sales: readonly number[]) =>
    sales.map((cents, index) => ({ period: `2026-0${index + 1}`, sales: String(cents / 100) }))

  it('changes nothing but the currency of what is paid, which is what is paid times the rate, rounded once', () => {
    fc.assert(
      fc.property(cases, ({ rate, of: [currency, decimals], sales, payment }) => {
        const periods = periodsOf(sales)
        const payIn = { currency, rate, on: '2026-12-31' }
        const plain = settle(periods, payment)
        const { payouts, ...converted } = settle(
          periods.map((one) => ({ ...one, payIn })),
          payment,
        )
        const without = converted.periods.map(({ payout, ...one }) => one)
        expect({ ...converted, periods: without }).toEqual(plain)
        const expected = plain.periods.map(({ paid }) =>
          toDecimal(multiply(parse(paid), parse(rate)), decimals, 'half-up'),
        )
        expect(converted.periods.map(({ payout }) => payout?.amount)).toEqual(expected)
        const total = toDecimal(sum(expected.map(parse)), decimals, 'half-up')
        expect(payouts).toEqual([{ currency, amount: total }])
      }),
    )
  })

  it('lets the rows of each period add up to its payout, each within a unit of its own amount at the rate', () => {
    fc.assert(
      fc.property(cases, ({ rate, of: [currency, decimals], sales, payment }) => {
        const payIn = { currency, rate, on: '2026-12-31' }
        const settlement = settle(
          periodsOf(sales).map((one) => ({ ...one, payIn })),
          payment,
        )
        const rows = payrollRows(settlement)
        const unit = 1 / 10 ** decimals
        for (const { period, payout } of settlement.periods) {
          const own = rows.filter((row) => row.period === period)
          const total = sum(own.map((row) => parse(row.payIn?.amount ?? '0')))
          expect(toDecimal(total, decimals, 'half-up')).toBe(payout?.amount)
          for (const row of own) {
            const exact = multiply(parse(row.amount), parse(rate))
            const off = subtract(parse(row.payIn?.amount ?? '0'), exact)
            expect(Math.abs(Number(off.n) / Number(off.d))).toBeLessThanOrEqual(unit)
          }
        }
      }),
    )
  })
})
