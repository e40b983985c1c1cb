import { attempt, type CommissionTotals, commissionAccumulator, type Issue } from 'sales-rules'
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
]
const conversion = {
  id: 'd',
  currency: 'USD',
  given: '10.00',
  date: '2026-01-05',
  rate: '7.1',
  amount: '71.00',
}
const reason: Issue = {
  code: 'STATUS_NOT_COUNTED',
  severity: 'warning',
  path: ['line', 'status'],
  params: { given: 'draft', accepted: ['signed'] },
  message: 'line.status: got "draft". It counts once it is "signed".',
}

describe('readTotals', () => {
  const totals = lines.reduce(total.add, total.create())

  it('takes back evidence as it was written', () => {
    const evidence = {
      converted: [conversion],
      notCounted: [{ id: 'c', amount: '10.00', issue: reason }],
    }
    const { converted, notCounted } = total.finish(throughJson({ ...totals, ...evidence }))
    expect({ converted, notCounted }).toStrictEqual(evidence)
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
    [
      'of lines that cancel out without the bases',
      { lines: 2, sales: '0' },
      'VALUE_MISSING',
      ['bases'],
    ],
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
  ] as const)('refuses totals %s', (_, given, code, path) => {
    const outcome = attempt(() => total.finish(given as unknown as CommissionTotals))
    expect(outcome.ok ? null : outcome.issues[0]).toMatchObject({
      code,
      severity: 'error',
      path: ['totals', ...path],
    })
  })

  it.each<[string, object, readonly (readonly [string, string])[]]>([
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
      { notCounted: [{ id: 'c', amount: '1', currency: 1, issue: reason }] },
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
        ['VALUE_MISSING', 'notCounted.0.issue.code'],
        ['VALUE_MISSING', 'notCounted.0.issue.severity'],
        ['VALUE_MISSING', 'notCounted.0.issue.path'],
        ['VALUE_MISSING', 'notCounted.0.issue.params'],
        ['VALUE_MISSING', 'notCounted.0.issue.message'],
      ],
    ],
    [
      'a conversion of nothing',
      { converted: [{}] },
      ['id', 'currency', 'given', 'rate', 'amount', 'date'].map(
        (key) => ['VALUE_MISSING', `converted.0.${key}`] as const,
      ),
    ],
    [
      'a conversion in numbers, which are no texts',
      { converted: [{ ...conversion, given: 10, rate: 7.1, amount: 71 }] },
      ['given', 'rate', 'amount'].map((key) => ['VALUE_INVALID', `converted.0.${key}`] as const),
    ],
    [
      'a conversion, each figure by its key',
      {
        converted: [
          { ...conversion, id: '', currency: 1, given: 'x', date: '2026-02-30', rate: {}, paid: 1 },
        ],
      },
      [
        ['UNKNOWN_KEY', 'converted.0.paid'],
        ['VALUE_INVALID', 'converted.0.id'],
        ['VALUE_INVALID', 'converted.0.currency'],
        ['NUMBER_INVALID', 'converted.0.given'],
        ['NUMBER_INVALID', 'converted.0.rate'],
        ['DATE_INVALID', 'converted.0.date'],
      ],
    ],
    [
      'a reason, each part of it by its key',
      {
        notCounted: [
          {
            id: 'c',
            amount: '1',
            issue: {
              code: 7,
              severity: 'fatal',
              path: ['lines', 0, 0.5, {}],
              params: 'x',
              message: 5,
              clause: '',
              cause: 'x',
            },
          },
        ],
      },
      [
        ['UNKNOWN_KEY', 'notCounted.0.issue.cause'],
        ['VALUE_INVALID', 'notCounted.0.issue.code'],
        ['VALUE_NOT_ALLOWED', 'notCounted.0.issue.severity'],
        ['VALUE_INVALID', 'notCounted.0.issue.path.2'],
        ['VALUE_INVALID', 'notCounted.0.issue.path.3'],
        ['VALUE_INVALID', 'notCounted.0.issue.params'],
        ['VALUE_INVALID', 'notCounted.0.issue.message'],
        ['VALUE_INVALID', 'notCounted.0.issue.clause'],
      ],
    ],
    [
      'a reason that is a text',
      { notCounted: [{ id: 'c', amount: '1', issue: 'x' }] },
      [['VALUE_INVALID', 'notCounted.0.issue']],
    ],
  ])('refuses totals with %s of another kind, once for each', (_, change, issues) => {
    const outcome = attempt(() => total.finish({ ...totals, ...change } as CommissionTotals))
    expect(
      outcome.ok ? [] : outcome.issues.map(({ code, path }) => [code, path.join('.')]),
    ).toEqual(issues.map(([code, path]) => [code, `totals.${path}`]))
  })

  it('refuses totals of another plan', () => {
    const other = commissionAccumulator(flatPlan())
    const outcome = attempt(() => other.finish(totals))
    expect(outcome.ok ? [] : outcome.issues).toEqual(
      ['bases', 'orders'].map((key) => ({
        code: 'POLICY_CONFLICT',
        severity: 'error',
        path: ['totals', key],
        params: { reason: 'totals-of-other-plan' },
        message: `totals.${key}: these totals were made for another plan. Use the totals of each plan with that plan.`,
      })),
    )
  })
})
