import {
  attempt,
  type CommissionLine,
  type CommissionPlanInput,
  defineCommissionPlan,
  type LineProgress,
  type SettlementInput,
  type SettlementPeriodInput,
  settleCommission,
} from 'sales-rules'
import { describe, expect, it } from 'vitest'
import { throughJson } from '../../arbitraries.rooms.js'

function planWith(change: Partial<CommissionPlanInput> = {}) {
  const tiers = [{ id: 'all', upTo: null, rate: '0.1' }]
  return defineCommissionPlan({
    currency: 'EUR',
    scale: { mode: 'marginal', tiers },
    payment: { on: 'collected' },
    ...change,
  })
}

type Sold = readonly [id: string, amount: string, refundOf?: CommissionLine['refundOf']]

/** Months in a row from January 2026, with these lines. */
function months(...list: readonly (readonly Sold[])[]): SettlementPeriodInput[] {
  return list.map((lines, index) => ({
    period: `${2026 + Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`,
    lines: lines.map(([id, amount, refundOf]) => ({ id, amount, ...(refundOf && { refundOf }) })),
  }))
}

/** Payments, as months of 2026 and amounts. */
function paid(line: string, ...list: readonly (readonly [month: number, amount: string])[]) {
  return list.map(
    ([month, amount]): LineProgress => ({
      line,
      period: `2026-${String(month).padStart(2, '0')}`,
      amount,
    }),
  )
}

function settle(
  periods: readonly SettlementPeriodInput[],
  collected: readonly LineProgress[],
  plan = planWith(),
) {
  return settleCommission({ payee: 'E-7', periods, collected }, plan)
}

function earned(...given: Parameters<typeof settle>) {
  return settle(...given).periods.map((period) => Number(period.earned))
}

function issuesOf(input: unknown, plan = planWith()) {
  const outcome = attempt(() => settleCommission(input as SettlementInput, plan))
  return outcome.ok ? [] : outcome.issues.map(({ code, path }) => [code, path])
}

describe('paid in proportion to what was collected', () => {
  it('a line pays as much of its share as the customer paid of its amount', () => {
    const periods = months([['O-1', '1000']], [], [])
    expect(earned(periods, paid('O-1', [1, '300'], [3, '700']))).toEqual([30, 0, 70])
    expect(earned(periods, paid('O-1', [2, '250']))).toEqual([0, 25, 0])
    expect(earned(periods, [])).toEqual([0, 0, 0])
  })

  it('two agents on one invoice are each paid for the part that came in: 15 of 50 and 30 of 100', () => {
    const rated = (rate: string) =>
      planWith({ scale: { mode: 'marginal', tiers: [{ id: 'all', upTo: null, rate }] } })
    const rates = ['0.05', '0.1'].map(rated)
    const invoice = [months([['I-1', '1000']]), paid('I-1', [1, '300'])] as const
    expect(rates.map((plan) => earned(...invoice, plan))).toEqual([[15], [30]])
  })

  it('is rounded to date, so that the parts add up to the share', () => {
    const periods = months([['O-1', '1']], [], [])
    const thirds = paid('O-1', [1, '0.33'], [2, '0.33'], [3, '0.34'])
    expect(earned(periods, thirds)).toEqual([0.03, 0.04, 0.03])
  })

  it('several payments in a month are added up, and each line is on its own', () => {
    const periods = months([
      ['O-1', '1000'],
      ['O-2', '500'],
    ])
    const collected = [...paid('O-1', [1, '100'], [1, '200']), ...paid('O-2', [1, '500'])]
    expect(earned(periods, collected)).toEqual([80])
  })

  it('follows invoices in the same way', () => {
    const plan = planWith({ payment: { on: 'invoiced' } })
    const invoiced = paid('O-1', [2, '400'])
    const input = { payee: 'E-7', periods: months([['O-1', '1000']], []), invoiced }
    expect(settleCommission(input, plan).periods.map((one) => one.earned)).toEqual([
      '0.00',
      '40.00',
    ])
  })

  it('a payment that bounced takes back what it had paid', () => {
    const periods = months([['O-1', '1000']], [], [])
    const bounced = paid('O-1', [1, '1000'], [2, '-400'], [3, '400'])
    expect(earned(periods, bounced)).toEqual([100, -40, 40])
  })

  it('a line that does not count pays nothing, and its payments are no mistake', () => {
    const plan = planWith({ eligibility: { statuses: ['signed'] } })
    const lines = [{ id: 'O-1', amount: '1000', status: 'draft' }]
    const settlement = settle([{ period: '2026-01', lines }], paid('O-1', [1, '1000']), plan)
    expect(settlement.earned).toBe('0.00')
    expect(settlement.notCounted).toMatchObject([
      { period: '2026-01', line: 'O-1', issue: { code: 'STATUS_NOT_COUNTED' } },
    ])
    expect(settlement.periods[0]?.statement.notCounted).toMatchObject([{ id: 'O-1' }])
  })

  it('is a part of the amount in the currency in which the line was sold', () => {
    const plan = planWith({ exchange: { on: 'order-date' } })
    const lines = [{ id: 'O-1', amount: '800', currency: 'USD', date: '2026-01-05' }]
    const exchangeRates = [{ currency: 'USD', from: '2026-01-01', rate: '0.5' }]
    const period = { period: '2026-01', lines, exchangeRates }
    expect(earned([period], paid('O-1', [1, '200']), plan)).toEqual([10])
  })
})

describe('a refund', () => {
  it('is taken back when it is booked, and what it takes back need not be collected', () => {
    const periods = months([['O-1', '1000']], [['R-1', '-600', 'O-1']], [])
    const plan = planWith({ payment: { on: 'collected', accrual: 'year-to-date' } })
    expect(earned(periods, paid('O-1', [1, '400']), plan)).toEqual([40, 0, 0])
    expect(earned(periods, paid('O-1', [3, '400']), plan)).toEqual([0, 0, 40])
    expect(settle(periods, paid('O-1', [3, '400.01']), plan).notCounted).toMatchObject([
      { line: 'O-1', issue: { code: 'PAID_TOO_MUCH', params: { line: 'O-1', open: '400' } } },
    ])
  })

  it('of a sale that was paid takes back its part of it', () => {
    const periods = months([['O-1', '1000']], [['R-1', '-300', 'O-1']])
    const plan = planWith({ payment: { on: 'collected', accrual: 'year-to-date' } })
    expect(earned(periods, paid('O-1', [1, '1000']), plan)).toEqual([100, -30])
    const returned = paid('O-1', [1, '1000'], [2, '-300'])
    expect(earned(periods, returned, plan)).toEqual([100, -30])
  })

  it('of a line of an earlier statement names it, and finds it among the lines that are followed', () => {
    const original = { id: 'O-1', amount: '1000', commission: '100.00' }
    const periods = months([['O-1', '1000']], [['R-1', '-600', original]], [])
    for (const refunds of ['net', 'mirror'] as const) {
      const plan = planWith({ refunds })
      expect(earned(periods, paid('O-1', [3, '400']), plan)).toEqual([0, 0, 40])
    }
  })

  it('that names no line is taken back at once, and frees nothing', () => {
    const periods = months([['O-1', '1000']], [['R-1', '-600']], [])
    expect(earned(periods, paid('O-1', [3, '1000']))).toEqual([0, -60, 100])
  })

  it('that does not count frees nothing, until it does', () => {
    const quarterly = { on: 'collected', accrual: 'year-to-date', trueUp: 'quarter' } as const
    const periods = months([['R-1', '-600', 'O-1']], [['O-1', '1000']], [])
    const [january, , march] = settle(periods, [], planWith({ payment: quarterly })).periods
    expect(january?.statement.notCounted).toMatchObject([{ issue: { code: 'REFUND_UNKNOWN' } }])
    expect(march?.statement.notCounted).toEqual([])
    // Until then the balance names what the refund takes back.
    const upToFebruary = settle(periods.slice(0, 2), [], planWith({ payment: quarterly }))
    expect(throughJson(upToFebruary.closing.lines)).toStrictEqual([
      {
        line: 'R-1',
        amount: '-600',
        commission: '0.00',
        progress: '0',
        refunded: '0',
        refundOf: 'O-1',
      },
      {
        line: 'O-1',
        amount: '1000',
        commission: '100.00',
        progress: '0',
        refunded: '0',
      },
    ])
    const early = paid('O-1', [2, '1000'])
    expect(earned(periods, early, planWith({ payment: quarterly }))).toEqual([0, 100, -60])
  })
})

describe('what is collected later', () => {
  it('pays the share of the year in which the line was sold', () => {
    const tiers = [
      { id: 'first', upTo: '1000', rate: '0.1' },
      { id: 'rest', upTo: null, rate: '0.2' },
    ]
    const payment = { on: 'collected', accrual: 'year-to-date' } as const
    const plan = planWith({ scale: { mode: 'marginal', tiers }, payment })
    const periods = [
      { period: '2025-12', lines: [{ id: 'O-1', amount: '1500' }] },
      ...months([['O-2', '1500']], []),
    ]
    const collected = [...paid('O-1', [2, '750']), ...paid('O-2', [2, '1500'])]
    expect(earned(periods, collected, plan)).toEqual([0, 0, 300])
  })

  it('is due as soon as the gate of the year has opened', () => {
    const payment = { on: 'collected', accrual: 'year-to-date' } as const
    const plan = planWith({ gate: { attainment: 1 }, payment })
    const periods = months([['O-1', '500']], [['O-2', '1600']]).map((period) => ({
      ...period,
      target: '1000',
    }))
    const collected = [...paid('O-1', [1, '500']), ...paid('O-2', [2, '800'])]
    expect(earned(periods, collected, plan)).toEqual([0, 130])
  })

  it('is followed to the end of the year in which all of it was collected', () => {
    const year = months([['O-1', '1000']], ...Array.from({ length: 12 }, () => []))
    const early = paid('O-1', [1, '1000'], [12, '-100'], [12, '100'])
    const late = { line: 'O-1', period: '2027-01', amount: '-100' }
    const settlement = settle(year, [...early, late])
    expect(settlement.earned).toBe('100.00')
    expect(settlement.closing.lines).toEqual([])
    expect(settlement.notCounted).toMatchObject([{ line: 'O-1', issue: { code: 'LINE_UNKNOWN' } }])
    const again = { period: '2027-01', lines: [{ id: 'O-1', amount: '50' }] }
    expect(settle([...year.slice(0, 12), again], early).notCounted).toEqual([])
    expect(settle(year.slice(0, 12), early).closing.lines).toEqual([
      { line: 'O-1', amount: '1000', commission: '100.00', progress: '1000', refunded: '0' },
    ])
  })
})

describe('what is set aside', () => {
  const periods = months([['O-1', '1000']], [['O-2', '500']])

  it('is more than is open, a line that nothing knows, and more back than came in; the others go on', () => {
    const collected = [
      ...paid('O-1', [1, '600'], [1, '400.01'], [2, '400']),
      ...paid('O-3', [1, '5']),
      ...paid('O-2', [1, '500'], [2, '-0.01'], [2, '500']),
    ]
    const settlement = settle(periods, collected)
    expect(settlement.periods.map((period) => period.earned)).toEqual(['60.00', '90.00'])
    expect(settlement.notCounted).toEqual([
      {
        period: '2026-01',
        line: 'O-1',
        issue: {
          code: 'PAID_TOO_MUCH',
          severity: 'warning',
          path: ['collected', 1, 'amount'],
          params: { given: '400.01', line: 'O-1', open: '400' },
          message:
            'collected[1].amount: got 400.01, and 400 of "O-1" is open. Give what belongs to this line alone.',
        },
      },
      {
        period: '2026-01',
        line: 'O-3',
        issue: {
          code: 'LINE_UNKNOWN',
          severity: 'warning',
          path: ['collected', 3, 'line'],
          params: { line: 'O-3' },
          message:
            'collected[3].line: got "O-3", expected a line of this or an earlier period that is not settled for good.',
        },
      },
      // February's order was paid in January, before it was there.
      { period: '2026-01', line: 'O-2', issue: expect.objectContaining({ code: 'LINE_UNKNOWN' }) },
      {
        period: '2026-02',
        line: 'O-2',
        issue: {
          code: 'NUMBER_OUT_OF_RANGE',
          severity: 'warning',
          path: ['collected', 5, 'amount'],
          params: { given: '-0.01', minimum: '0', maximum: null, expected: 'what-came-in' },
          message:
            'collected[5].amount: got -0.01, expected at least 0: no more comes back than came in.',
        },
      },
    ])
  })

  it('is a payment on a refund', () => {
    const refunded = months([
      ['O-1', '1000'],
      ['R-1', '-200', 'O-1'],
    ])
    expect(settle(refunded, paid('R-1', [1, '200'])).notCounted).toMatchObject([
      { line: 'R-1', issue: { code: 'PAID_TOO_MUCH', params: { open: '0' } } },
    ])
  })

  it('is a payment outside the periods that are settled', () => {
    const [row] = paid('O-1', [3, '100'])
    expect(settle(periods, row ? [row] : []).notCounted).toEqual([
      {
        period: null,
        line: 'O-1',
        issue: {
          code: 'DATE_NOT_COVERED',
          severity: 'warning',
          path: ['collected', 0, 'period'],
          params: { date: '2026-03', from: '2026-01', to: '2026-02', reason: 'settlement' },
          message:
            'collected[0].period: got "2026-03", and this settlement covers 2026-01 to 2026-02. What was learned late belongs to the period in which it was learned.',
        },
      },
    ])
    expect(settle([], row ? [row] : []).notCounted).toMatchObject([
      {
        issue: {
          params: { date: '2026-03', from: null, to: null },
          message:
            'collected[0].period: got "2026-03", and this settlement covers no period. What was learned late belongs to the period in which it was learned.',
        },
      },
    ])
    const year = months([['O-1', '1000']], [], [], [])
    const [late] = paid('O-1', [5, '100'])
    expect(settle(year, late ? [late] : []).notCounted).toMatchObject([
      { issue: { params: { date: '2026-05', from: '2026-01', to: '2026-04' } } },
    ])
    const before = { line: 'O-1', period: '2025', amount: '100' }
    expect(settle(periods, [before]).notCounted).toMatchObject([{ line: 'O-1' }])
  })

  it('is a line that an earlier period has', () => {
    const settlement = settle(months([['O-1', '1000']], [['O-1', '900']]), paid('O-1', [2, '1000']))
    expect(settlement.periods.map((period) => period.earned)).toEqual(['0.00', '100.00'])
    expect(settlement.notCounted).toEqual([
      {
        period: '2026-02',
        line: 'O-1',
        issue: {
          code: 'ID_DUPLICATE',
          severity: 'warning',
          path: ['periods', 1, 'lines', 0, 'id'],
          params: { id: 'O-1', reason: 'earlier-period' },
          message:
            'periods[1].lines[0].id: got "O-1", which an earlier period has; only the first counts. Remove it, or give it an id of its own.',
        },
      },
    ])
  })
})

describe('a flat amount that no line’s scale has earned', () => {
  const tiers = [{ id: 'any measure', upTo: null, rate: '0.1', amount: '50' }]
  const services = { mode: 'marginal', tiers: [{ id: 'all', upTo: null, rate: '0.06' }] } as const
  const flatBy = (
    attribution: 'deal-order' | 'pro-rata',
    payment: CommissionPlanInput['payment'] = { on: 'collected' },
  ) =>
    planWith({
      scale: { mode: 'whole-amount', measure: 'separate', tiers },
      rates: [{ id: 'services', when: { product: 'svc' }, scale: services }],
      attribution,
      payment,
    })
  const month = (period: string, ...amounts: readonly string[]): SettlementPeriodInput => ({
    period,
    measure: '80',
    lines: amounts.map((amount, index) => ({ id: `O-${index + 1}`, amount, product: 'svc' })),
  })

  it.each(['deal-order', 'pro-rata'] as const)(
    'is paid as its line is collected: half of 110, then the rest (%s)',
    (attribution) => {
      const plan = flatBy(attribution)
      const periods = [month('2026-01', '1000')]
      expect(earned(periods, paid('O-1', [1, '500']), plan)).toEqual([55])
      expect(earned(periods, paid('O-1', [1, '1000']), plan)).toEqual([110])
    },
  )

  it.each(['deal-order', 'pro-rata'] as const)(
    'is paid at once in a month without lines, as it is where booking pays (%s)',
    (attribution) => {
      const booked = settleCommission(
        { payee: 'E-7', periods: [month('2026-01')] },
        flatBy(attribution, {}),
      )
      expect(booked.earned).toBe('50.00')
      expect(earned([month('2026-01')], [], flatBy(attribution))).toEqual([50])
    },
  )

  it('goes over to the first line of the year, where the year is paid to date, and is paid with it', () => {
    const plan = flatBy('pro-rata', { on: 'collected', accrual: 'year-to-date' })
    const periods = [month('2026-01'), month('2026-02', '1000'), month('2026-03')]
    expect(earned(periods, paid('O-1', [3, '1000']), plan)).toEqual([50, -50, 110])
  })
})

describe('what cannot be paid in proportion', () => {
  it('is sales without lines', () => {
    const periods = [{ period: '2026-01', sales: '1000' }]
    expect(issuesOf({ payee: 'E-7', periods, collected: [] })).toEqual([
      ['VALUE_MISSING', ['periods', 0, 'lines']],
    ])
  })

  it('is a settlement that does not say what was collected', () => {
    expect(issuesOf({ payee: 'E-7', periods: [] })).toEqual([['VALUE_MISSING', ['collected']]])
  })

  it.each([
    ['booked', 'collected'],
    ['booked', 'invoiced'],
    ['collected', 'invoiced'],
    ['invoiced', 'collected'],
  ] as const)('is, where the plan pays what is %s, a list of what was %s', (on, list) => {
    const given = { payee: 'E-7', periods: [], [list]: [], ...(on !== 'booked' && { [on]: [] }) }
    expect(issuesOf(given, planWith({ payment: { on } }))).toEqual([['POLICY_CONFLICT', [list]]])
  })

  it.each([
    ['no object', 7, [['VALUE_INVALID', ['collected', 0]]]],
    [
      'without a line, a period and an amount',
      {},
      [
        ['VALUE_MISSING', ['collected', 0, 'line']],
        ['VALUE_MISSING', ['collected', 0, 'period']],
        ['VALUE_MISSING', ['collected', 0, 'amount']],
      ],
    ],
    [
      'of a month 13',
      { line: 'O-1', period: '2026-13', amount: 1 },
      [['PERIOD_INVALID', ['collected', 0, 'period']]],
    ],
    [
      'with a key that nothing reads',
      { line: 'O-1', period: '2026-01', amount: 1, by: 'transfer' },
      [['UNKNOWN_KEY', ['collected', 0, 'by']]],
    ],
  ])('is a payment %s', (_, row, issues) => {
    expect(issuesOf({ payee: 'E-7', periods: months([]), collected: [row] })).toEqual(issues)
  })
})
