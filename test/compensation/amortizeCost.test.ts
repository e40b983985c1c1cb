import fc from 'fast-check'
import { amortizeCost, attempt, sumOf } from 'sales-rules'
import { describe, expect, it } from 'vitest'

type Terms = Parameters<typeof amortizeCost>[1]
const amounts = (amount: string, terms: Terms) =>
  amortizeCost(amount, terms).periods.map((one) => [one.period, one.amount, one.carrying])

const refusal = (amount: unknown, terms: unknown) => {
  const outcome = attempt(() => amortizeCost(amount as string, terms as Terms))
  return outcome.ok ? outcome.value : outcome.issues.map(({ code, path }) => [code, path.join('.')])
}

describe('amortizeCost', () => {
  it('spreads a commission of 12,000 over a contract of 36 months: 333.33 a month, and 333.34 where the cent has come', () => {
    const { periods, impaired } = amortizeCost('12000', {
      from: '2026-01-01',
      months: 36,
      by: 'month',
    })
    expect(periods.length).toBe(36)
    expect(periods.slice(0, 3)).toEqual([
      { period: '2026-01', amount: '333.33', carrying: '11666.67' },
      { period: '2026-02', amount: '333.34', carrying: '11333.33' },
      { period: '2026-03', amount: '333.33', carrying: '11000.00' },
    ])
    expect(periods.at(-1)).toEqual({ period: '2028-12', amount: '333.33', carrying: '0.00' })
    expect(impaired).toBeNull()
  })

  it('has by month as many months as the contract, from the one in which it begins', () => {
    expect(amounts('90', { from: '2026-01-31', months: 3, by: 'month' })).toEqual([
      ['2026-01', '30.00', '60.00'],
      ['2026-02', '30.00', '30.00'],
      ['2026-03', '30.00', '0.00'],
    ])
  })

  it('has by day the days of each month: 17, 28, 31 and 14 of 90', () => {
    expect(amounts('900', { from: '2026-01-15', months: 3, by: 'day' })).toEqual([
      ['2026-01', '170.00', '730.00'],
      ['2026-02', '280.00', '450.00'],
      ['2026-03', '310.00', '140.00'],
      ['2026-04', '140.00', '0.00'],
    ])
  })

  it('counts the leap day', () => {
    expect(amounts('366', { from: '2028-01-01', months: 12, by: 'day' })[1]).toEqual([
      '2028-02',
      '29.00',
      '306.00',
    ])
  })

  it.each<[string, 'month' | 'day', string, unknown]>([
    ['on its first day', 'day', '2026-01-15', [['2026-01', '10.00', '890.00']]],
    ['on its first day, by month', 'month', '2026-01-15', [['2026-01', '300.00', '600.00']]],
    [
      'on the last day of a month',
      'day',
      '2026-02-28',
      [
        ['2026-01', '170.00', '730.00'],
        ['2026-02', '280.00', '450.00'],
      ],
    ],
    [
      'in a month, by month',
      'month',
      '2026-02-01',
      [
        ['2026-01', '300.00', '600.00'],
        ['2026-02', '300.00', '300.00'],
      ],
    ],
  ])('ends %s', (_, by, endedOn, expected) => {
    const terms = { from: '2026-01-15', months: 3, by, endedOn }
    expect(amounts('900', terms)).toEqual(expected)
    const last = amortizeCost('900', terms).periods.at(-1)
    expect(amortizeCost('900', terms).impaired).toEqual({ on: endedOn, amount: last?.carrying })
  })

  it.each(['2026-04-14', '2027-01-01'])(
    'impairs nothing where the contract has run its time by %s',
    (endedOn) => {
      const terms = { from: '2026-01-15', months: 3, by: 'day', endedOn } as const
      expect(amortizeCost('900', terms)).toEqual(
        amortizeCost('900', { ...terms, endedOn: undefined } as never),
      )
    },
  )

  it('has as many decimals as it is told', () => {
    expect(
      amounts('100', { from: '2026-01-01', months: 3, by: 'month', decimals: 0 }).map(
        ([, amount]) => amount,
      ),
    ).toEqual(['33', '34', '33'])
  })

  it('adds up to the cost, whatever it is and whenever it ends', () => {
    const day = fc
      .integer({ min: 0, max: 4000 })
      .map((days) => new Date(Date.UTC(2020, 0, 1) + days * 86400000).toISOString().slice(0, 10))
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 10_000_000 }),
        fc.record({
          from: day,
          months: fc.integer({ min: 1, max: 60 }),
          by: fc.constantFrom('month' as const, 'day' as const),
        }),
        fc.option(day),
        (cents, terms, end) => {
          const amount = `${Math.floor(cents / 100)}.${String(cents % 100).padStart(2, '0')}`
          const endedOn = end !== null && end >= terms.from ? { endedOn: end } : {}
          const { periods, impaired } = amortizeCost(amount, { ...terms, ...endedOn })
          const all = [...periods.map((one) => one.amount), ...(impaired ? [impaired.amount] : [])]
          expect(sumOf(all)).toBe(amount)
          expect(all.every((one) => !one.startsWith('-'))).toBe(true)
        },
      ),
    )
  })

  it.each<[string, unknown, unknown, unknown]>([
    ['an amount below zero', '-1', {}, [['NUMBER_OUT_OF_RANGE', 'amount']]],
    ['half a cent', '0.005', {}, [['TOTAL_TOO_PRECISE', 'amount']]],
    ['no months', 1, { months: 0 }, [['NUMBER_OUT_OF_RANGE', 'terms.months']]],
    ['weeks', 1, { by: 'week' }, [['VALUE_NOT_ALLOWED', 'terms.by']]],
    [
      'an end before the beginning',
      1,
      { endedOn: '2025-12-31' },
      [['DATES_OUT_OF_ORDER', 'terms.endedOn']],
    ],
    ['a day that there is not', 1, { from: '2026-02-30' }, [['DATE_INVALID', 'terms.from']]],
    ['a misspelt field', 1, { ended: '2026-02-01' }, [['UNKNOWN_KEY', 'terms.ended']]],
  ])('refuses %s', (_, amount, change, expected) => {
    expect(
      refusal(amount, { from: '2026-01-01', months: 12, by: 'month', ...(change as object) }),
    ).toEqual(expected)
  })

  it('refuses terms that are none', () => {
    expect(refusal(1, undefined)).toEqual([['VALUE_MISSING', 'terms']])
  })
})
