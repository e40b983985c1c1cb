import fc from 'fast-check'
import {
  attempt,
  type CommissionLine,
  type CommissionPlanInput,
  calculateCommission,
  creditLines,
  type ExchangeRate,
  restateCommission,
  settleCommission,
} from 'sales-rules'
import { describe, expect, it } from 'vitest'
import { throughJson } from '../../arbitraries.rooms.js'
import { type Fraction, multiply, parse, sum, toDecimal } from '../../oracle/fraction.js'
import { flat, flatPlan } from '../flatPlan.js'

const exchangeRates: ExchangeRate[] = [
  { currency: 'USD', from: '2026-01-01', to: '2026-02-28', rate: '0.9' },
  { currency: 'USD', from: '2026-03-01', rate: '1' },
]

/** 10% in euros, each payment at the rate of its day. */
const byPayment = (change: Partial<CommissionPlanInput> = {}) =>
  flatPlan({ currency: 'EUR', exchange: { on: 'payment-date' }, ...change })

type Given = Omit<CommissionLine, 'id'>

function statement(line: Given, plan = byPayment()) {
  const lines = [{ id: 'O-1', currency: 'USD', ...line }]
  return calculateCommission({ lines, exchangeRates }, plan)
}

const HALVES = [
  { on: '2026-02-10', amount: '500' },
  { on: '2026-03-10', amount: '500' },
]

describe('a line in payments', () => {
  it('is worth what its payments are, each at the rate of its own day: 500 at 0.9 and 500 at 1.0', () => {
    const { sales, amount, converted, notCounted } = statement({ amount: '1000', payments: HALVES })
    expect([sales, amount, notCounted]).toEqual(['950.00', '95.00', []])
    expect(converted).toEqual([
      {
        id: 'O-1',
        currency: 'USD',
        given: '1000.00',
        date: null,
        rate: '0.95',
        amount: '950.00',
        payments: [
          { on: '2026-02-10', given: '500.00', rate: '0.9' },
          { on: '2026-03-10', given: '500.00', rate: '1' },
        ],
      },
    ])
  })

  it('goes by the rate that a payment says, before any table', () => {
    const [first, second] = HALVES
    const payments = [{ ...first, rate: '0.8' }, second] as typeof HALVES
    expect(statement({ amount: '1000', payments }).sales).toBe('900.00')
    expect(
      calculateCommission(
        {
          lines: [
            {
              id: 'a',
              amount: '1',
              currency: 'USD',
              payments: [{ on: '2020-01-01', amount: 1, rate: '0.5' }],
            },
          ],
        },
        byPayment(),
      ).sales,
    ).toBe('0.50')
  })

  it('is rounded once, and states a rate that does not end as a quotient', () => {
    const payments = [
      { on: '2026-02-10', amount: '1' },
      { on: '2026-03-10', amount: '2' },
    ]
    // 0.9 + 2.0 = 2.90; 29/30 of each dollar.
    const { sales, converted } = statement({ amount: '3', payments })
    expect([sales, converted?.[0]?.rate]).toEqual(['2.90', '29/30'])
    const thirds = [0, 1, 2].map((day) => ({ on: `2026-02-1${day}`, amount: '0.01' }))
    // Three times 0.009 is 0.027, and not three times 0.01.
    expect(statement({ amount: '0.03', payments: thirds }).sales).toBe('0.03')
    expect(statement({ amount: '0.06', payments: [...thirds, ...thirds] }).sales).toBe('0.05')
  })

  it('with a payment that bounced takes that back at its own rate', () => {
    const payments = [
      ...HALVES,
      { on: '2026-03-20', amount: '-500' },
      { on: '2026-03-30', amount: '500' },
    ]
    expect(statement({ amount: '1000', payments }).sales).toBe('950.00')
  })

  it('has its cost at the rate that its payments come to', () => {
    const margin = byPayment({ base: 'margin' })
    expect(statement({ amount: '1000', cost: '400', payments: HALVES }, margin).amount).toBe(
      '57.00',
    )
  })

  it('is set aside as long as not all of it is paid, and says what is', () => {
    const { sales, notCounted } = statement({ amount: '1000', payments: HALVES.slice(0, 1) })
    expect(sales).toBe('0.00')
    expect(notCounted.map(({ issue }) => [issue.code, issue.path, issue.params])).toEqual([
      [
        'VALUE_INVALID',
        ['lines', 0, 'payments'],
        { reason: 'payments-not-whole', given: '500', expected: '1000' },
      ],
    ])
  })

  it('is set aside where a day has no rate, naming the payment', () => {
    const payments = [{ on: '2025-12-31', amount: '1000' }]
    const { notCounted } = statement({ amount: '1000', payments })
    expect(notCounted.map(({ issue }) => [issue.code, issue.path])).toEqual([
      ['EXCHANGE_RATE_MISSING', ['lines', 0, 'payments', 0, 'on']],
    ])
  })

  it('looks at them only where the plan converts at the day of payment, and the line is of another currency', () => {
    const byOrder = byPayment({ exchange: { on: 'order-date' } })
    expect(statement({ amount: '1000', date: '2026-01-10', payments: HALVES }, byOrder).sales).toBe(
      '900.00',
    )
    expect(statement({ amount: '1000', currency: 'EUR', payments: HALVES.slice(0, 1) }).sales).toBe(
      '1000.00',
    )
    expect(statement({ amount: '0', paidOn: '2026-02-10', payments: [] }).notCounted).toEqual([])
  })

  it('refuses payments that cannot be read', () => {
    const problems = (payments: unknown) => {
      const outcome = attempt(() => statement({ amount: '1', payments } as Given))
      return outcome.ok
        ? []
        : outcome.issues.map(({ code, path }) => [code, path.slice(2).join('.')])
    }
    expect(problems([{ on: '2026-02-30', amount: '1' }])).toEqual([
      ['DATE_INVALID', 'payments.0.on'],
    ])
    expect(problems([{ on: '2026-02-10' }])).toEqual([['VALUE_MISSING', 'payments.0.amount']])
    expect(problems([{ on: '2026-02-10', amount: '1', rate: '0' }])).toEqual([
      ['NUMBER_OUT_OF_RANGE', 'payments.0.rate'],
    ])
    expect(problems([{ on: '2026-02-10', amount: '1', day: 1 }])[0]).toEqual([
      'UNKNOWN_KEY',
      'payments.0.day',
    ])
  })

  it('is not shared between owners: each payment is', () => {
    const lines = [
      {
        id: 'O-1',
        amount: '1000',
        currency: 'USD',
        payments: HALVES,
        owners: [{ payee: 'Li', share: '1' }],
      },
    ]
    const { notCredited } = creditLines({ lines }, byPayment())
    expect(notCredited).toMatchObject([
      {
        id: 'O-1',
        issue: { path: ['lines', 0, 'payments'], params: { reason: 'payments-not-shared' } },
      },
    ])
  })
})

describe('a refund of a line in payments', () => {
  it('of the same statement is converted with it', () => {
    const lines = [
      { id: 'O-1', amount: '1000', currency: 'USD', payments: HALVES },
      { id: 'R-1', amount: '-500', currency: 'USD', refundOf: 'O-1' },
    ]
    expect(calculateCommission({ lines, exchangeRates }, byPayment()).sales).toBe('475.00')
  })

  it.each(['net', 'mirror'] as const)(
    'of a later settlement takes back what it was, by %s: 1,000 at 0.95 and not at 1.0',
    (refunds) => {
      const plan = byPayment({ payment: {}, refunds })
      const sold = {
        period: '2026-03',
        lines: [{ id: 'O-1', amount: '1000', currency: 'USD', payments: HALVES }],
        exchangeRates,
      }
      const back = {
        period: '2026-04',
        lines: [{ id: 'R-1', amount: '-1000', currency: 'USD', refundOf: 'O-1' }],
        exchangeRates,
      }
      const first = settleCommission({ payee: 'E-7', periods: [sold] }, plan)
      const then = settleCommission(
        { payee: 'E-7', periods: [back], opening: throughJson(first.closing) },
        plan,
      )
      expect([first.paid, then.earned]).toEqual(['95.00', '-95.00'])
      const once = settleCommission({ payee: 'E-7', periods: [sold, back] }, plan)
      expect(once.closing).toEqual(then.closing)
    },
  )

  it('is exact where the rate does not end', () => {
    const plan = byPayment({ payment: {}, scale: flat('1') })
    const payments = [
      { on: '2026-02-10', amount: '1000000000000' },
      { on: '2026-03-10', amount: '2000000000000' },
    ]
    const sold = {
      period: '2026-03',
      lines: [{ id: 'O-1', amount: '3000000000000', currency: 'USD', payments }],
      exchangeRates,
    }
    const back = {
      period: '2026-04',
      lines: [{ id: 'R-1', amount: '-3000000000000', currency: 'USD', refundOf: 'O-1' }],
      exchangeRates,
    }
    const settled = settleCommission({ payee: 'E-7', periods: [sold, back] }, plan)
    expect(settled.periods.map(({ earned }) => earned)).toEqual([
      '2900000000000.00',
      '-2900000000000.00',
    ])
  })
})

describe('a correction of a line in payments', () => {
  it.each(['period', 'year-to-date'] as const)(
    'of a rate pays the difference, counted by %s',
    (accrual) => {
      const plan = byPayment({ payment: { accrual } })
      const march = (rate: string) => ({
        period: '2026-03',
        lines: [
          {
            id: 'O-1',
            amount: '1000',
            currency: 'USD',
            payments: [{ on: '2026-03-10', amount: '1000', rate }],
          },
        ],
      })
      const april = { period: '2026-04', lines: [] }
      const first = settleCommission({ payee: 'E-7', periods: [march('0.9')] }, plan)
      const paid = first.periods.map(({ statement: one }) => one)
      const given = accrual === 'period' ? {} : { yearToDate: { sales: '0', earned: '0' } }
      const { corrections } = restateCommission(
        { paid, now: [{ payee: 'E-7', ...march('0.8'), ...given }] },
        plan,
      )
      const then = settleCommission(
        {
          payee: 'E-7',
          periods: [{ ...april, adjustments: corrections }],
          opening: throughJson(first.closing),
        },
        plan,
      )
      expect([first.paid, then.adjusted, then.closing.carried]).toEqual([
        '90.00',
        '-10.00',
        '-10.00',
      ])
      const clean = settleCommission({ payee: 'E-7', periods: [march('0.8'), april] }, plan)
      expect(clean.paid).toBe('80.00')
    },
  )
})

describe('a settlement that pays as the cash comes, by a plan that converts at the day of payment', () => {
  const onCash = byPayment({ payment: { on: 'collected' } })
  const settle = (line: object) =>
    attempt(() =>
      settleCommission(
        {
          payee: 'E-7',
          periods: [
            { period: '2026-03', lines: [{ id: 'O-1', amount: '1000', ...line }], exchangeRates },
          ],
          collected: [{ line: 'O-1', period: '2026-03', amount: '500' }],
        },
        onCash,
      ),
    )

  it('refuses a line whose rate is not known yet, of which nothing would ever be paid', () => {
    const outcome = settle({ currency: 'USD', date: '2026-03-01' })
    expect(
      outcome.ok ? [] : outcome.issues.map(({ code, path, params }) => [code, path, params]),
    ).toEqual([
      [
        'POLICY_CONFLICT',
        ['periods', 0, 'lines', 0, 'paidOn'],
        { reason: 'rate-not-known-yet', given: 'USD' },
      ],
    ])
  })

  it('refuses it as well where only a part waits for the cash', () => {
    const parts = [
      { share: '0.5', on: 'booked' as const },
      { share: '0.5', on: 'paid-in-full' as const },
    ]
    const periods = [{ period: '2026-03', lines: [{ id: 'O-1', amount: '1', currency: 'USD' }] }]
    const plan = byPayment({ payment: { parts } })
    const outcome = attempt(() => settleCommission({ payee: 'E-7', periods, collected: [] }, plan))
    expect(outcome.ok ? [] : outcome.issues.map(({ params }) => params)).toEqual([
      { reason: 'rate-not-known-yet', given: 'USD' },
    ])
  })

  it('pays one whose rate is known: by the day it was paid, by its payments, or in the currency of the plan', () => {
    const paid = (line: object) => {
      const outcome = settle(line)
      return outcome.ok ? outcome.value.paid : 'refused'
    }
    expect(paid({ currency: 'USD', paidOn: '2026-02-10' })).toBe('45.00')
    expect(paid({ currency: 'USD', payments: HALVES })).toBe('47.50')
    expect(paid({ currency: 'EUR' })).toBe('50.00')
    expect(paid({})).toBe('50.00')
  })

  it('pays each payment at its own rate where it is a line of its own, by a plan that pays what is booked', () => {
    const booked = byPayment({ payment: {} })
    const periods = [
      {
        period: '2026-02',
        lines: [
          { id: 'O-1/1', order: 'O-1', amount: '500', currency: 'USD', paidOn: '2026-02-10' },
        ],
        exchangeRates,
      },
      {
        period: '2026-03',
        lines: [
          { id: 'O-1/2', order: 'O-1', amount: '500', currency: 'USD', paidOn: '2026-03-10' },
        ],
        exchangeRates,
      },
    ]
    const { periods: settled } = settleCommission({ payee: 'E-7', periods }, booked)
    expect(settled.map(({ paid }) => paid)).toEqual(['45.00', '50.00'])
  })
})

describe('laws of payments', () => {
  const payments = fc.array(
    fc.record({
      on: fc.constantFrom('2026-01-31', '2026-02-28', '2026-03-01', '2026-12-31'),
      cents: fc.integer({ min: 1, max: 1_000_000 }),
      rate: fc.option(
        fc.integer({ min: 1, max: 50_000 }).map((n) => String(n / 10_000)),
        { nil: undefined },
      ),
    }),
    { minLength: 1, maxLength: 5 },
  )
  const given = (list: readonly { on: string; cents: number; rate: string | undefined }[]) =>
    list.map(({ on, cents, rate }) => ({ on, amount: String(cents / 100), ...(rate && { rate }) }))
  const wholeOf = (list: readonly { cents: number }[]) =>
    String(list.reduce((total, { cents }) => total + cents, 0) / 100)

  it('a line is worth the sum of its payments times their rates, as an oracle adds it up, in whatever order', () => {
    fc.assert(
      fc.property(payments, (list) => {
        const worth: Fraction[] = list.map(({ on, cents, rate }) =>
          multiply(parse(String(cents / 100)), parse(rate ?? (on < '2026-03-01' ? '0.9' : '1'))),
        )
        const expected = toDecimal(sum(worth), 2, 'half-up')
        for (const one of [list, [...list].reverse()])
          expect(statement({ amount: wholeOf(list), payments: given(one) }).sales).toBe(expected)
      }),
    )
  })

  it('one payment of all of it is a line that was paid on that day', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 1_000_000 }),
        fc.constantFrom('2026-02-28', '2026-03-01'),
        (cents, on) => {
          const amount = String(cents / 100)
          const whole = statement({ amount, payments: [{ on, amount }] })
          const plain = statement({ amount, paidOn: on })
          expect([whole.sales, whole.amount]).toEqual([plain.sales, plain.amount])
        },
      ),
    )
  })

  it('splitting a payment changes nothing', () => {
    fc.assert(
      fc.property(payments, fc.integer({ min: 1, max: 99 }), (list, part) => {
        const [first, ...others] = list
        if (first === undefined) return
        const cents = Math.floor((first.cents * part) / 100)
        const split = [{ ...first, cents }, { ...first, cents: first.cents - cents }, ...others]
        const amount = wholeOf(list)
        const sales = (one: typeof list) => statement({ amount, payments: given(one) }).sales
        expect(sales(split)).toBe(sales(list))
      }),
    )
  })
})
