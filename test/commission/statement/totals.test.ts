import {
  attempt,
  type CommissionTotals,
  calculateCommission,
  commissionAccumulator,
} from 'sales-rules'
import { describe, expect, it } from 'vitest'
import { throughJson } from '../../arbitraries.rooms.js'
import { flat, flatPlan } from '../flatPlan.js'

const plan = flatPlan({
  rates: [{ id: 'software', when: { category: 'software' }, scale: flat('0.2') }],
  awards: [{ id: 'first', for: 'first-order', amount: '50' }],
  eligibility: { statuses: ['signed'], newCustomer: { firstOrderAtLeast: '100' } },
  exchange: { on: 'order-date' },
})
const exchangeRates = [{ currency: 'USD', from: '2026-01-01', rate: '7.1' }]
const total = commissionAccumulator(plan, { exchangeRates })

const lines = [
  { id: 'a', amount: '100', status: 'signed', customer: 'acme', firstOrder: true },
  { id: 'b', amount: '300', status: 'signed', category: 'software' },
  { id: 'c', amount: '10', status: 'draft' },
  { id: 'd', amount: '10', status: 'signed', currency: 'USD', date: '2026-01-05' },
  { id: 'e', amount: '5', status: 'signed', customer: 'bolt', firstOrder: true },
]

describe('running totals', () => {
  const totals = lines.reduce(total.add, total.create())

  it('keep what each scale earns on, and by name only what a statement names', () => {
    expect(totals).toMatchObject({
      lines: 5,
      sales: '476',
      bases: [['176'], ['300']],
      dates: { first: '2026-01-05', last: '2026-01-05' },
      orders: [
        { line: 'a', sales: '100', customer: 'acme', firstOrder: true },
        { line: 'b', sales: '300' },
        { line: 'd', sales: '71' },
        { line: 'e', sales: '5', customer: 'bolt', firstOrder: true },
      ],
      converted: [{ id: 'd', currency: 'USD', amount: '71.00' }],
      notCounted: [{ id: 'c', amount: '10.00', issue: { code: 'STATUS_NOT_COUNTED' } }],
    })
  })

  it('come back from storage as they were', () => {
    expect(throughJson(totals)).toStrictEqual(totals)
    // 17.60 and 60, and two awards of 50.
    const statement = total.finish(throughJson(totals))
    expect(statement.amount).toBe('177.60')
    expect(statement.awards?.map(({ line, outcome }) => [line, outcome])).toEqual([
      ['a', 'paid'],
      ['b', 'unknown'],
      ['d', 'unknown'],
      ['e', 'paid'],
    ])
    expect(statement.newCustomers).toEqual({
      effective: ['acme'],
      tooSmall: [{ line: 'e', customer: 'bolt', remaining: '95.00' }],
    })
    expect(total.merge(throughJson(totals), total.create())).toEqual(totals)
  })

  it.each([
    ['that are null', null, 'VALUE_MISSING', []],
    ['that are a list', [], 'VALUE_INVALID', []],
    ['without a count', { sales: '0' }, 'VALUE_MISSING', ['lines']],
    ['of less than no lines', { ...totals, lines: -1 }, 'NUMBER_OUT_OF_RANGE', ['lines']],
    ['of half a line', { ...totals, lines: 0.5 }, 'VALUE_INVALID', ['lines']],
    ['whose sales are no number', { ...totals, sales: 'x' }, 'NUMBER_INVALID', ['sales']],
    ['with another key', { ...totals, paid: '1' }, 'UNKNOWN_KEY', ['paid']],
    ['without the bases', { ...totals, bases: undefined }, 'VALUE_MISSING', ['bases']],
    ['with too few bases', { ...totals, bases: [['1']] }, 'POLICY_CONFLICT', ['bases']],
    [
      'with too many of one',
      { ...totals, bases: [['1', '2'], ['3']] },
      'POLICY_CONFLICT',
      ['bases'],
    ],
    [
      'with a base that is no number',
      { ...totals, bases: [['1'], [null]] },
      'VALUE_MISSING',
      ['bases', 1, 0],
    ],
    [
      'with an order of no line',
      { ...totals, orders: [{ line: '', sales: '1' }] },
      'VALUE_INVALID',
      ['orders', 0, 'line'],
    ],
    [
      'with an order whose flag is a text',
      { ...totals, orders: [{ line: 'a', sales: '1', firstOrder: 'yes' }] },
      'VALUE_INVALID',
      ['orders', 0, 'firstOrder'],
    ],
    [
      'with a refund of no amount',
      { ...totals, refunded: [{ line: 'a' }] },
      'VALUE_MISSING',
      ['refunded', 0, 'sales'],
    ],
    [
      'with a day that does not exist',
      { ...totals, dates: { first: '2026-02-30', last: '2026-03-01' } },
      'DATE_INVALID',
      ['dates', 'first'],
    ],
    [
      'with a conversion that is none',
      { ...totals, converted: ['x'] },
      'VALUE_INVALID',
      ['converted', 0],
    ],
    [
      'with a line that did not count and no reason',
      { ...totals, notCounted: [{ id: 'c', amount: '1' }] },
      'VALUE_MISSING',
      ['notCounted', 0, 'issue'],
    ],
  ] as const)('%s are refused', (_, given, code, path) => {
    const outcome = attempt(() => total.finish(given as unknown as CommissionTotals))
    expect(outcome.ok ? null : outcome.issues[0]).toMatchObject({
      code,
      severity: 'error',
      path: ['totals', ...path],
    })
  })

  it.each<[string, object, readonly [string, string][]]>([
    [
      'bases',
      { bases: 'x' },
      [
        ['VALUE_INVALID', 'bases'],
        ['POLICY_CONFLICT', 'bases'],
      ],
    ],
    [
      'the bases of one scale',
      { bases: ['x', ['1']] },
      [
        ['VALUE_INVALID', 'bases.0'],
        ['POLICY_CONFLICT', 'bases'],
      ],
    ],
    ['orders', { orders: 'x' }, [['VALUE_INVALID', 'orders']]],
    ['refunds', { refunded: 'x' }, [['VALUE_INVALID', 'refunded']]],
    ['conversions', { converted: 'x' }, [['VALUE_INVALID', 'converted']]],
    ['lines that did not count', { notCounted: 'x' }, [['VALUE_INVALID', 'notCounted']]],
    [
      'a customer',
      { orders: [{ line: 'a', sales: '1', customer: 1 }] },
      [['VALUE_INVALID', 'orders.0.customer']],
    ],
    [
      'a new market',
      { orders: [{ line: 'a', sales: '1', newMarket: 'x' }] },
      [['VALUE_INVALID', 'orders.0.newMarket']],
    ],
    [
      'the line of a refund',
      { refunded: [{ line: 1, sales: '1' }] },
      [['VALUE_INVALID', 'refunded.0.line']],
    ],
    [
      'a currency',
      {
        notCounted: [
          { id: 'c', amount: '1', currency: 1, issue: { code: 'EXCHANGE_RATE_MISSING' } },
        ],
      },
      [['VALUE_INVALID', 'notCounted.0.currency']],
    ],
    [
      'both days',
      { dates: { first: 'x', last: 'y' } },
      [
        ['DATE_INVALID', 'dates.first'],
        ['DATE_INVALID', 'dates.last'],
      ],
    ],
    [
      'orders and refunds, each by its key',
      {
        orders: [{ line: 'a', sales: 'x', size: '1' }],
        refunded: [{ line: 'a', sales: 'x', size: '1' }],
        notCounted: [{ id: 1, amount: 'x', issue: {}, size: '1' }],
      },
      [
        ['UNKNOWN_KEY', 'orders.0.size'],
        ['NUMBER_INVALID', 'orders.0.sales'],
        ['UNKNOWN_KEY', 'refunded.0.size'],
        ['NUMBER_INVALID', 'refunded.0.sales'],
        ['UNKNOWN_KEY', 'notCounted.0.size'],
        ['VALUE_INVALID', 'notCounted.0.id'],
        ['NUMBER_INVALID', 'notCounted.0.amount'],
      ],
    ],
  ])('of which %s are of another kind are refused, once for each', (_, change, issues) => {
    const outcome = attempt(() => total.finish({ ...totals, ...change } as CommissionTotals))
    expect(
      outcome.ok ? [] : outcome.issues.map(({ code, path }) => [code, path.join('.')]),
    ).toEqual(issues.map(([code, path]) => [code, `totals.${path}`]))
  })

  it('name a line that was not converted in its own currency, also when they come back', () => {
    const lost = { id: 'f', amount: '10', status: 'signed', currency: 'USD' }
    const given = throughJson(total.add(totals, lost))
    expect(total.finish(given).notCounted.map(({ issue: _, ...one }) => one)).toEqual([
      { id: 'c', amount: '10.00' },
      { id: 'f', amount: '10.00', currency: 'USD' },
    ])
    expect(total.merge(given, total.create())).toEqual(given)
  })

  it('keep what an order says of a new market', () => {
    const markets = commissionAccumulator(
      flatPlan({ awards: [{ id: 'market', for: 'new-market', amount: '50' }] }),
    )
    const opened = { id: 'a', amount: '100', newMarket: true }
    const given = markets.add(markets.create(), opened)
    expect(given).toEqual({
      lines: 1,
      sales: '100',
      orders: [{ line: 'a', sales: '100', newMarket: true }],
    })
    expect(markets.finish(throughJson(given)).amount).toBe('60.00')
  })

  it('keep no order that nothing looks at', () => {
    const nothingKept = { lines: 1, sales: '100' }
    const order = { id: 'a', amount: '100', newMarket: false, firstOrder: true }
    const markets = commissionAccumulator(
      flatPlan({ awards: [{ id: 'market', for: 'new-market', amount: '50' }] }),
    )
    expect(markets.add(markets.create(), order)).toEqual(nothingKept)
    const customers = commissionAccumulator(
      flatPlan({ eligibility: { newCustomer: { firstOrderAtLeast: '10' } } }),
    )
    expect(customers.add(customers.create(), { ...order, firstOrder: false })).toEqual(nothingKept)
  })

  it('of a plan of one scale have no bases, and totals of nothing need none', () => {
    const one = commissionAccumulator(flatPlan())
    expect(one.add(one.create(), { id: 'a', amount: '5' })).toEqual({ lines: 1, sales: '5' })
    expect(total.finish({ lines: 0, sales: '0' }).amount).toBe('0.00')
  })

  it('of another plan are refused', () => {
    const other = commissionAccumulator(flatPlan())
    const outcome = attempt(() => other.finish(totals))
    const reason =
      'these totals were made for another plan. Use the totals of each plan with that plan.'
    expect(outcome.ok ? [] : outcome.issues).toEqual(
      ['bases', 'orders'].map((key) => ({
        code: 'POLICY_CONFLICT',
        severity: 'error',
        path: ['totals', key],
        params: { reason },
        message: `totals.${key}: ${reason}`,
      })),
    )
  })
})

describe('an accumulator', () => {
  const sold = [
    { id: 'a', amount: '100', status: 'signed', customer: 'acme', firstOrder: true },
    { id: 'b', amount: '30', status: 'signed', date: '2026-03-31' },
    { id: 'r', amount: '-40', status: 'signed', refundOf: 'a' },
  ]

  it('takes what is refunded off an order, as a statement of the lines does, in whatever order they come', () => {
    for (const order of [sold, [...sold].reverse()]) {
      const totals = order.reduce(total.add, total.create())
      const [one = total.create(), ...others] = order.map((line) => total.add(total.create(), line))
      expect(others.reduce(total.merge, one)).toEqual(totals)
      const statement = total.finish(totals, { period: '2026-03' })
      expect(statement.newCustomers?.tooSmall.map(({ remaining }) => remaining)).toEqual(['40.00'])
      expect({ ...statement, awards: null }).toEqual({
        ...calculateCommission({ lines: sold, period: '2026-03' }, plan),
        awards: null,
      })
    }
  })

  it('keeps the first and the last day of its lines, in whatever order they come', () => {
    const { add, create, merge, finish } = commissionAccumulator(flatPlan())
    const dated = ['2026-03-05', '2026-03-01', '2026-03-09', '2026-03-04'].map((date) => ({
      id: date,
      amount: '1',
      date,
    }))
    const dates = { first: '2026-03-01', last: '2026-03-09' }
    for (const order of [dated, [...dated].reverse()]) {
      expect(order.reduce(add, create())).toEqual({ lines: 4, sales: '4', dates })
      const [one = create(), ...others] = order.map((line) => add(create(), line))
      const totals = others.reduce(merge, one)
      expect(totals).toEqual({ lines: 4, sales: '4', dates })
      expect(finish(totals, { period: '2026-03' }).amount).toBe('0.40')
    }
    const early = add(create(), { id: 'a', amount: '1', date: '2026-02-28' })
    const outcome = attempt(() => finish(dated.reduce(add, early), { period: '2026-03' }))
    expect(outcome.ok ? [] : outcome.issues.map(({ params }) => params)).toEqual([
      { date: '2026-02-28', period: '2026-03' },
    ])
  })

  it('states no period that a line of it is not in', () => {
    const totals = sold.reduce(total.add, total.create())
    const outcome = attempt(() => total.finish(totals, { period: '2026-04' }))
    expect(outcome.ok ? [] : outcome.issues).toEqual([
      {
        code: 'LINE_OUTSIDE_PERIOD',
        severity: 'error',
        path: ['totals', 'dates'],
        params: { date: '2026-03-31', period: '2026-04' },
        message:
          'totals.dates: a line of 2026-03-31 is in these totals, which is not in 2026-04. Add up the lines of each period apart.',
      },
    ])
  })

  it.each([
    ['rounding.at', flatPlan({ rounding: { at: 'line' } })],
    ['cap.line', flatPlan({ cap: { line: '5' } })],
    ['refunds', flatPlan({ refunds: 'mirror' })],
  ])('is refused for a plan that needs its lines together, by name: %s', (field, other) => {
    const outcome = attempt(() => commissionAccumulator(other))
    expect(outcome.ok ? [] : outcome.issues).toEqual([
      {
        code: 'PLAN_NEEDS_LINES',
        severity: 'error',
        path: [],
        params: { field },
        message: `${field}: the plan needs all lines of a payee together, in their order. Use calculateCommission with lines, or change that field.`,
      },
    ])
  })
})
