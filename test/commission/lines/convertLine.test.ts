import { attempt, type CommissionLine, calculateCommission, type ExchangeRate } from 'sales-rules'
import { describe, expect, it } from 'vitest'
import { flatPlan, issuesOf } from '../flatPlan.js'

const rates: ExchangeRate[] = [
  { currency: 'USD', from: '2026-01-01', to: '2026-01-31', rate: '7.1' },
  { currency: 'USD', from: '2026-03-01', rate: '7.2' },
  { currency: 'JPY', from: '2026-01-01', rate: '0.05' },
]

function statement(
  line: Omit<CommissionLine, 'id'>,
  on: 'order-date' | 'payment-date' = 'order-date',
  exchangeRates = rates,
) {
  return calculateCommission(
    { lines: [{ id: 'a', ...line }], exchangeRates },
    flatPlan({ exchange: { on } }),
  )
}

describe('convertLine', () => {
  it('a line of another currency is converted at the rate of the day of the order', () => {
    const outcome = statement({ amount: '1000', currency: 'USD', date: '2026-01-31' })
    expect(outcome.sales).toBe('7100.00')
    expect(outcome.amount).toBe('710.00')
    expect(outcome.converted).toEqual([
      {
        id: 'a',
        currency: 'USD',
        given: '1000.00',
        date: '2026-01-31',
        rate: '7.1',
        amount: '7100.00',
      },
    ])
  })

  it.each([
    ['2026-01-01', '7100.00'],
    ['2026-01-31', '7100.00'],
    ['2026-03-01', '7200.00'],
    ['2030-12-31', '7200.00'],
  ])('a line of another currency is converted on %s to %s', (date, sales) => {
    expect(statement({ amount: '1000', currency: 'USD', date }).sales).toBe(sales)
  })

  it('a line of another currency is converted at the rate of the day of the payment where the plan says so', () => {
    const line = { amount: '1000', currency: 'USD', date: '2026-01-31', paidOn: '2026-03-01' }
    expect(statement(line, 'payment-date').sales).toBe('7200.00')
    expect(statement(line, 'order-date').sales).toBe('7100.00')
  })

  it.each([['2025-12-31'], ['2026-02-01'], ['2026-02-28']])(
    'without a rate on %s is set aside',
    (date) => {
      const outcome = statement({ amount: '1000', currency: 'USD', date })
      expect(outcome.sales).toBe('0.00')
      expect(outcome.notCounted).toEqual([
        {
          id: 'a',
          amount: '1000.00',
          currency: 'USD',
          issue: {
            code: 'EXCHANGE_RATE_MISSING',
            severity: 'warning',
            path: ['lines', 0, 'currency'],
            params: { currency: 'USD', date },
            message: `lines[0].currency: no rate of USD is given for ${date}. It counts once "exchangeRates" has one.`,
          },
        },
      ])
    },
  )

  it('a line of another currency of which no rate is given at all is set aside, too', () => {
    const outcome = statement({ amount: '1', currency: 'EUR', date: '2026-01-01' })
    expect(outcome.notCounted).toMatchObject([
      { issue: { code: 'EXCHANGE_RATE_MISSING', params: { currency: 'EUR', date: '2026-01-01' } } },
    ])
  })

  it.each([
    ['order-date', { date: undefined }, 'date'],
    ['payment-date', { date: '2026-01-01' }, 'paidOn'],
  ] as const)('a line of another currency without its %s is set aside', (on, dates, key) => {
    const { date } = dates
    const line = { amount: '1', currency: 'USD', ...(date && { date }) }
    expect(statement(line, on).notCounted).toEqual([
      {
        id: 'a',
        amount: '1.00',
        currency: 'USD',
        issue: {
          code: 'VALUE_MISSING',
          severity: 'warning',
          path: ['lines', 0, key],
          params: { expected: 'exchange-date' },
          message: `lines[0].${key}: is missing, expected the date whose rate converts the line.`,
        },
      },
    ])
  })

  it('a line of the plan’s own currency needs no rate and no date', () => {
    expect(statement({ amount: '1000' }).sales).toBe('1000.00')
    expect(statement({ amount: '1000', currency: 'CNY' }).converted).toEqual([])
  })

  it('a line of another currency has its cost and its list price converted with it', () => {
    const plan = flatPlan({ base: 'margin', exchange: { on: 'order-date' } })
    const line = { id: 'a', amount: '1000', cost: '400', currency: 'USD', date: '2026-01-01' }
    const outcome = calculateCommission({ lines: [line], exchangeRates: rates }, plan)
    expect(outcome).toMatchObject({ sales: '7100.00', base: '4260.00', amount: '426.00' })
  })

  it.each([
    ['CNY', 'JPY', '1000', '50.00'],
    ['JPY', 'USD', '10', '1500'],
    ['KWD', 'USD', '10', '3.071'],
  ])(
    'a line of another currency (plan in %s, line in %s) of %s comes to %s',
    (currency, of, amount, sales) => {
      const rate = { CNY: '0.05', JPY: '150', KWD: '0.3071' }[currency] ?? ''
      const plan = flatPlan({ currency, exchange: { on: 'order-date' } })
      const exchangeRates = [{ currency: of, from: '2026-01-01', rate }]
      const lines = [{ id: 'a', amount, currency: of, date: '2026-01-01' }]
      expect(calculateCommission({ lines, exchangeRates }, plan).sales).toBe(sales)
    },
  )

  it('a line of another currency whose decimals are not known is set aside', () => {
    const outcome = statement({ amount: '1', currency: 'XXQ', date: '2026-01-01' })
    expect(outcome.notCounted).toEqual([
      {
        id: 'a',
        amount: '1',
        currency: 'XXQ',
        issue: {
          code: 'CURRENCY_UNKNOWN',
          severity: 'warning',
          path: ['lines', 0, 'currency'],
          params: { given: '"XXQ"' },
          message:
            'lines[0].currency: got "XXQ", expected a currency code of ISO 4217, like "CNY".',
        },
      },
    ])
  })

  it('a table of exchange rates has no currency that does not exist', () => {
    const plan = flatPlan({ exchange: { on: 'order-date' } })
    const exchangeRates = [{ currency: 'RMB', from: '2026-01-01', rate: '1' }]
    const outcome = attempt(() => calculateCommission({ lines: [], exchangeRates }, plan))
    expect(outcome.ok ? [] : outcome.issues).toEqual([
      {
        code: 'CURRENCY_UNKNOWN',
        severity: 'error',
        path: ['exchangeRates', 0, 'currency'],
        params: { given: '"RMB"' },
        message:
          'exchangeRates[0].currency: got "RMB", expected a currency code of ISO 4217, like "CNY".',
      },
    ])
  })

  it('a line of another currency that does not count is named with the amount that was given', () => {
    const plan = flatPlan({ exchange: { on: 'order-date' }, eligibility: { statuses: ['signed'] } })
    const lines = [{ id: 'a', amount: '1000', currency: 'USD', date: '2026-01-01' }]
    expect(calculateCommission({ lines, exchangeRates: rates }, plan).notCounted).toMatchObject([
      { id: 'a', amount: '1000.00', currency: 'USD', issue: { code: 'STATUS_NOT_COUNTED' } },
    ])
  })

  it.each(['7.123444', '7.123456', '7.12'])(
    'exactly at the margin floor counts at any rate (%s)',
    (rate) => {
      const plan = flatPlan({
        exchange: { on: 'order-date' },
        eligibility: { marginFloor: '0.45' },
      })
      const line = { id: 'a', amount: '100', cost: '55', currency: 'USD', date: '2026-01-01' }
      const exchangeRates = [{ currency: 'USD', from: '2026-01-01', rate }]
      expect(calculateCommission({ lines: [line], exchangeRates }, plan).notCounted).toEqual([])
      const dearer = { ...line, cost: '55.01' }
      expect(
        calculateCommission({ lines: [dearer], exchangeRates }, plan).notCounted,
      ).toMatchObject([{ issue: { code: 'MARGIN_TOO_LOW' } }])
    },
  )
})

describe.each(['net', 'mirror'] as const)('a refund in another currency (%s)', (refunds) => {
  const plan = flatPlan({ exchange: { on: 'order-date' }, refunds })
  const sale = { id: 'a', amount: '100', currency: 'USD', date: '2026-01-31' }
  const refund = (id: string, amount: string, more = {}) => ({
    id,
    amount,
    currency: 'USD',
    date: '2026-03-01',
    refundOf: 'a',
    ...more,
  })
  const refunded = (...lines: CommissionLine[]) =>
    calculateCommission({ lines: [sale, ...lines], exchangeRates: rates }, plan)

  it('is converted at the rate of its original, so that nothing is left of it', () => {
    const outcome = refunded(refund('r', '-100'))
    expect(outcome).toMatchObject({ amount: '0.00', sales: '0.00', notCounted: [] })
    expect(outcome.converted).toEqual([
      {
        id: 'a',
        currency: 'USD',
        given: '100.00',
        date: '2026-01-31',
        rate: '7.1',
        amount: '710.00',
      },
      {
        id: 'r',
        currency: 'USD',
        given: '-100.00',
        date: '2026-01-31',
        rate: '7.1',
        amount: '-710.00',
      },
    ])
  })

  it.each([{ date: undefined }, { date: '2026-02-10' }])(
    'needs neither a day nor a rate of its own: %j',
    ({ date }) => {
      const { date: _, ...undated } = refund('r', '-100')
      const outcome = refunded({ ...undated, ...(date && { date }) })
      expect(outcome).toMatchObject({ amount: '0.00', sales: '0.00', notCounted: [] })
    },
  )

  it('leaves nothing in parts, whatever the rate and its cents', () => {
    const exchangeRates = [{ currency: 'USD', from: '2026-01-01', rate: '7.123456' }]
    const parts = ['-33.33', '-33.33', '-33.34'].map((amount, at) => refund(`r${at}`, amount))
    const outcome = calculateCommission({ lines: [sale, ...parts], exchangeRates }, plan)
    expect(outcome).toMatchObject({ amount: '0.00', sales: '0.00', notCounted: [] })
    // A third of 712.35, two thirds and all of it, each rounded, less what came before.
    expect(outcome.converted?.map(({ amount }) => amount)).toEqual([
      '712.35',
      '-237.43',
      '-237.42',
      '-237.50',
    ])
  })

  it('takes no more than what is left, in its own currency', () => {
    expect(refunded(refund('r', '-60'), refund('s', '-40.01')).notCounted).toMatchObject([
      {
        id: 's',
        amount: '-40.01',
        currency: 'USD',
        issue: { code: 'REFUND_TOO_LARGE', params: { given: '-40.01', refundOf: 'a', open: '40' } },
      },
    ])
  })

  it('than that of its original is set aside', () => {
    const outcome = refunded(refund('r', '-100', { currency: 'CNY' }))
    expect(outcome.sales).toBe('710.00')
    expect(outcome.notCounted).toEqual([
      {
        id: 'r',
        amount: '-100.00',
        issue: {
          code: 'CURRENCY_MIXED',
          severity: 'warning',
          path: ['lines', 1, 'currency'],
          params: { reason: 'refund', given: 'CNY', expected: 'USD', line: 'a' },
          message: 'lines[1].currency: got CNY, and "a" is in USD. Give the amount in USD.',
        },
      },
    ])
  })

  const earlier = { id: 'x', amount: '100', commission: '71' }
  const ofEarlier = (then: object, exchangeRates = rates) =>
    calculateCommission(
      { lines: [refund('r', '-100', { refundOf: { ...earlier, ...then } })], exchangeRates },
      plan,
    )

  it.each([
    ['at the rate of its day', { date: '2026-01-31' }, '2026-01-31', '7.1', '-710.00', '-71.00'],
    ['at the rate that is said', { rate: '7.3' }, null, '7.3', '-730.00', '-73.00'],
    [
      'at the rate that is said, rather than that of its day',
      { rate: '7.3', date: '2026-01-31' },
      '2026-01-31',
      '7.3',
      '-730.00',
      '-73.00',
    ],
  ])('of an earlier statement is converted %s', (_, then, date, rate, amount, netted) => {
    const outcome = ofEarlier(then)
    expect(outcome.notCounted).toEqual([])
    expect(outcome.converted).toEqual([
      { id: 'r', currency: 'USD', given: '-100.00', date, rate, amount },
    ])
    // Mirrored, what was earned goes back, whatever the rate.
    expect(outcome.amount).toBe(refunds === 'mirror' ? '-71.00' : netted)
  })

  it('of an earlier statement that says neither day nor rate is set aside, and never converted at its own day', () => {
    expect(ofEarlier({}).notCounted).toEqual([
      {
        id: 'r',
        amount: '-100.00',
        currency: 'USD',
        issue: {
          code: 'VALUE_MISSING',
          severity: 'warning',
          path: ['lines', 0, 'refundOf', 'rate'],
          params: { expected: 'rate-of-refunded-line' },
          message: 'lines[0].refundOf.rate: is missing, expected the rate that converted the line.',
        },
      },
    ])
    expect(ofEarlier({ date: '2026-02-10' }).notCounted).toMatchObject([
      {
        issue: {
          code: 'EXCHANGE_RATE_MISSING',
          path: ['lines', 0, 'currency'],
          params: { currency: 'USD', date: '2026-02-10' },
        },
      },
    ])
  })

  it('of an earlier statement that was converted on the day of its payment says the rate, as the day of an order does not tell it', () => {
    const byPayment = flatPlan({ exchange: { on: 'payment-date' }, refunds })
    const outcome = (then: object) =>
      calculateCommission(
        {
          lines: [refund('r', '-100', { paidOn: '2026-03-01', refundOf: { ...earlier, ...then } })],
          exchangeRates: rates,
        },
        byPayment,
      )
    expect(outcome({ date: '2026-01-31' }).notCounted).toMatchObject([
      { issue: { code: 'VALUE_MISSING', path: ['lines', 0, 'refundOf', 'rate'] } },
    ])
    expect(outcome({ rate: '7.1' })).toMatchObject({ notCounted: [], amount: '-71.00' })
  })
})

describe('a refund of an earlier statement', () => {
  it('of 1,000 USD that were sold at 0.9 takes back 90.00, though the rate is 1.0 by then', () => {
    const plan = flatPlan({ currency: 'EUR', exchange: { on: 'order-date' } })
    const exchangeRates = [
      { currency: 'USD', from: '2026-01-01', to: '2026-02-28', rate: '0.9' },
      { currency: 'USD', from: '2026-03-01', rate: '1' },
    ]
    const sale = { id: 'O-1', amount: '1000', currency: 'USD', date: '2026-01-10' }
    const january = calculateCommission({ lines: [sale], exchangeRates, period: '2026-01' }, plan)
    expect(january.amount).toBe('90.00')
    for (const then of [{ date: '2026-01-10' }, { rate: '0.9' }]) {
      const refundOf = { id: 'O-1', amount: '1000', commission: january.amount, ...then }
      const refund = { id: 'R-1', amount: '-1000', currency: 'USD', date: '2026-03-10', refundOf }
      const march = calculateCommission({ lines: [refund], exchangeRates, period: '2026-03' }, plan)
      expect(march.amount).toBe('-90.00')
    }
  })
})

describe('convertLine', () => {
  const plan = flatPlan({ exchange: { on: 'order-date' } })
  const issues = (exchangeRates: unknown) => issuesOf({ lines: [], exchangeRates }, plan)

  it('exchange rates of one currency must not overlap', () => {
    const overlapping = [
      { currency: 'USD', from: '2026-01-01', to: '2026-02-01', rate: '7.1' },
      { currency: 'USD', from: '2026-02-01', rate: '7.2' },
    ]
    expect(issues(overlapping)).toMatchObject([{ code: 'VERSIONS_OVERLAP', severity: 'error' }])
  })

  it('exchange rates that overlap are named by their place in the table, whatever other currencies it has', () => {
    const overlapping = [
      { currency: 'EUR', from: '2026-01-01', rate: '8.1' },
      { currency: 'USD', from: '2026-02-01', rate: '7.2' },
      { currency: 'USD', from: '2026-01-01', to: '2026-02-01', rate: '7.1' },
    ]
    expect(issues(overlapping)).toMatchObject([
      { code: 'VERSIONS_OVERLAP', path: ['exchangeRates', 2] },
    ])
  })

  it('exchange rates end where the next begins', () => {
    const exchangeRates = [
      { currency: 'USD', from: '2026-01-01', rate: '7.1' },
      { currency: 'USD', from: '2026-02-01', rate: '7.2' },
    ]
    const pay = (date: string) =>
      statement({ amount: '1', currency: 'USD', date }, 'order-date', exchangeRates).sales
    expect([pay('2026-01-31'), pay('2026-02-01')]).toEqual(['7.10', '7.20'])
  })

  const good = { currency: 'USD', from: '2026-01-01', rate: '7.1' }

  it.each([
    ['as an object', {}, 'VALUE_INVALID', ['exchangeRates']],
    ['with a text', ['x'], 'VALUE_INVALID', ['exchangeRates', 0]],
    [
      'without a rate',
      [{ ...good, rate: undefined }],
      'VALUE_MISSING',
      ['exchangeRates', 0, 'rate'],
    ],
    [
      'with a rate of 0',
      [{ ...good, rate: 0 }],
      'NUMBER_OUT_OF_RANGE',
      ['exchangeRates', 0, 'rate'],
    ],
    [
      'with a rate below 0',
      [{ ...good, rate: '-1' }],
      'NUMBER_OUT_OF_RANGE',
      ['exchangeRates', 0, 'rate'],
    ],
    [
      'with a rate that is no number',
      [{ ...good, rate: 'x' }],
      'NUMBER_INVALID',
      ['exchangeRates', 0, 'rate'],
    ],
    [
      'from the 30th of February',
      [{ ...good, from: '2026-02-30' }],
      'DATE_INVALID',
      ['exchangeRates', 0, 'from'],
    ],
    ['to no date', [{ ...good, to: 'soon' }], 'DATE_INVALID', ['exchangeRates', 0, 'to']],
    [
      'that end before they begin',
      [{ ...good, to: '2025-12-31' }],
      'DATES_OUT_OF_ORDER',
      ['exchangeRates', 0],
    ],
    [
      'without a currency',
      [{ ...good, currency: undefined }],
      'VALUE_MISSING',
      ['exchangeRates', 0, 'currency'],
    ],
    [
      'with another key',
      [{ ...good, date: '2026-01-01' }],
      'UNKNOWN_KEY',
      ['exchangeRates', 0, 'date'],
    ],
  ] as const)('exchange rates %s are refused', (_, exchangeRates, code, path) => {
    expect(issues(exchangeRates)).toMatchObject([{ code, path, severity: 'error' }])
  })
})
