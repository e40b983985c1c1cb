import {
  attributeCommission,
  type CommissionLine,
  type CommissionPlanInput,
  calculateCommission,
  commissionAccumulator,
  creditLines,
  handbook,
  settleCommission,
} from 'sales-rules'
import { describe, expect, it } from 'vitest'
import { throughJson } from '../../arbitraries.rooms.js'
import { flatPlan } from '../flatPlan.js'

const first = (id: string, amount: string, more: Partial<CommissionLine> = {}) => ({
  id,
  amount,
  customer: 'Acme',
  firstOrder: true,
  ...more,
})
const ofOrder = (id: string, amount: string, more: Partial<CommissionLine> = {}) =>
  first(id, amount, { order: 'A-1', ...more })

function byHandbook(lines: readonly CommissionLine[]) {
  return calculateCommission({ lines, target: '1000000' }, handbook.commission)
}

const paidFor = (lines: readonly CommissionLine[]) =>
  byHandbook(lines).awards?.map(({ line, outcome, amount }) => [line, outcome, amount])

const award = {
  id: 'large-order',
  for: 'first-order' as const,
  order: { comparison: 'above' as const, amount: '1000' },
  amount: '50',
}

function statement(lines: readonly CommissionLine[], change: Partial<CommissionPlanInput> = {}) {
  return calculateCommission({ lines }, flatPlan({ awards: [award], ...change }))
}

describe('joinOrders', () => {
  it('makes one first order of 1,200,000 of two lines of 600,000, which earns the award once', () => {
    const lines = [ofOrder('a', '600000'), ofOrder('b', '600000')]
    expect(paidFor(lines)).toEqual([['a', 'paid', '10000.00']])
    // 30,000 for the first million, 8,000 for the rest, and the award.
    expect(byHandbook(lines)).toMatchObject({ amount: '48000.00', sales: '1200000.00' })
    expect(byHandbook(lines)).not.toHaveProperty('issues')
  })

  it('makes one first order of two lines that are each large enough, which earns the award once', () => {
    const lines = [ofOrder('a', '1100000'), ofOrder('b', '1100000')]
    expect(paidFor(lines)).toEqual([['a', 'paid', '10000.00']])
    expect(byHandbook(lines).amount).toBe('90000.00')
  })

  it('leaves lines without an order as orders of their own, also beside an order that is named as one of them', () => {
    const lines = [ofOrder('a', '600000'), first('A-1', '600000', { customer: 'Bolt' })]
    expect(paidFor(lines)).toEqual([])
  })

  it('joins lines wherever they stand in the list', () => {
    const other = { id: 'b', amount: '700000', firstOrder: false }
    expect(paidFor([ofOrder('a', '600000'), other, ofOrder('c', '600000')])).toEqual([
      ['a', 'paid', '10000.00'],
    ])
  })

  it('takes what one line says of the order for the others, too', () => {
    const lines = [{ id: 'a', amount: '600000', order: 'A-1' }, ofOrder('b', '600000')]
    expect(paidFor(lines)).toEqual([['a', 'paid', '10000.00']])
  })

  it('leaves out what does not count: an order is what is left of it', () => {
    const eligibility = { statuses: ['signed'] }
    const lines = [
      ofOrder('a', '600', { status: 'signed' }),
      ofOrder('b', '600', { status: 'draft' }),
    ]
    expect(statement(lines, { eligibility }).awards).toEqual([])
  })

  it('lowers an order by what is refunded of any of its lines, which is a line of the order whatever it says', () => {
    const refund = (amount: string) => ({
      id: 'r',
      amount,
      refundOf: 'b',
      order: 'A-2',
      firstOrder: true,
    })
    const lines = [ofOrder('a', '600'), ofOrder('b', '600')]
    expect(statement([...lines, refund('-199.99')]).awards).toHaveLength(1)
    expect(statement([...lines, refund('-200')]).awards).toEqual([])
    expect(statement([...lines, refund('-200')])).not.toHaveProperty('issues')
  })

  it('joins the lines of an order in a new market, too', () => {
    const market = { ...award, id: 'market', for: 'new-market' as const }
    const lines = ['a', 'b'].map((id) => ({ id, amount: '600', order: 'A-1', newMarket: true }))
    expect(statement(lines, { awards: [market] })).toMatchObject({
      amount: '170.00',
      awards: [{ award: 'market', line: 'a', outcome: 'paid' }],
    })
  })

  it('adds up the first order of a new customer (APP-3), whose least amount is 1,000', () => {
    const eligibility = { newCustomer: { firstOrderAtLeast: '1000' } }
    const customers = (...lines: CommissionLine[]) => statement(lines, { eligibility }).newCustomers
    expect(customers(ofOrder('a', '600'), ofOrder('b', '400'))).toEqual({
      effective: ['Acme'],
      tooSmall: [],
    })
    expect(customers(ofOrder('a', '600'), ofOrder('b', '399.99'))).toEqual({
      effective: [],
      tooSmall: [{ line: 'a', customer: 'Acme', remaining: '0.01' }],
    })
    const nameless = [
      { id: 'a', amount: '600', order: 'A-1', firstOrder: true },
      { id: 'b', amount: '400', order: 'A-1' },
    ]
    expect(customers(...nameless)).toEqual({ effective: ['a'], tooSmall: [] })
  })
})

describe('the award for an order of several lines', () => {
  const shares = (change: Partial<CommissionPlanInput>, lines: readonly CommissionLine[]) =>
    attributeCommission({ lines }, flatPlan({ awards: [award], ...change })).lines.map(
      ({ id, amount }) => [id, amount],
    )

  it.each(['deal-order', 'pro-rata'] as const)(
    'belongs to its lines in proportion to their sales (%s)',
    (attribution) => {
      const lines = [ofOrder('a', '900'), { id: 'x', amount: '100' }, ofOrder('b', '600')]
      // 10% of each, and 50 as 900 to 600.
      expect(shares({ attribution }, lines)).toEqual([
        ['a', '120.00'],
        ['x', '10.00'],
        ['b', '80.00'],
      ])
    },
  )

  it('is taken back with the part of the order that is refunded, where the plan mirrors', () => {
    const refund = { id: 'r', amount: '-600', refundOf: 'b' }
    const lines = [ofOrder('a', '900'), ofOrder('b', '600')]
    expect(statement([...lines, refund], { refunds: 'mirror' })).toMatchObject({
      amount: '120.00',
      refunds: [{ line: 'r', amount: '-80.00' }],
    })
  })

  it('is due line by line as the order is collected', () => {
    const plan = flatPlan({ awards: [award], payment: { on: 'collected' } })
    const lines = [ofOrder('a', '900'), ofOrder('b', '600')]
    const { paid } = settleCommission(
      {
        payee: 'Li',
        periods: [{ period: '2026-01', lines }],
        collected: [{ line: 'b', period: '2026-01', amount: '600' }],
      },
      plan,
    )
    expect(paid).toBe('80.00')
  })
})

describe('a second first order of a customer', () => {
  it('earns no award, is named, and its sales count', () => {
    const outcome = byHandbook([first('a', '1100000'), first('b', '1100000')])
    expect(outcome).toMatchObject({
      amount: '90000.00',
      sales: '2200000.00',
      notCounted: [],
      awards: [{ line: 'a', outcome: 'paid', amount: '10000.00' }],
    })
    expect(outcome.issues).toEqual([
      {
        code: 'FIRST_ORDER_TWICE',
        severity: 'warning',
        path: ['lines', 1, 'firstOrder'],
        params: { first: 'a', customer: 'Acme' },
        message:
          'lines[1].firstOrder: the first order of "Acme" is "a". This one earns no award for it. Correct one of them.',
      },
    ])
  })

  it('is named by the orders, where lines have some', () => {
    const second = [ofOrder('c', '1', { order: 'A-2', firstOrder: undefined as never })]
    const lines = [ofOrder('a', '600000'), ofOrder('b', '600000')]
    const outcome = byHandbook([...lines, ...second, ofOrder('d', '1200000', { order: 'A-2' })])
    expect(outcome.awards?.map(({ line }) => line)).toEqual(['a'])
    expect(outcome.issues).toMatchObject([
      { path: ['lines', 3, 'firstOrder'], params: { first: 'A-1', customer: 'Acme' } },
    ])
  })

  it('is the one that comes later in the list, be it the only one that is large enough', () => {
    const lines = [first('a', '500000'), first('b', '1200000')]
    expect(paidFor(lines)).toEqual([])
    expect(byHandbook(lines).issues).toMatchObject([{ path: ['lines', 1, 'firstOrder'] }])
    expect(paidFor([...lines].reverse())).toEqual([['b', 'paid', '10000.00']])
  })

  it('makes no new customer (APP-3) of one whose first order is too small', () => {
    const eligibility = { newCustomer: { firstOrderAtLeast: '1000' } }
    const outcome = calculateCommission(
      { lines: [first('a', '600'), first('b', '1600')] },
      flatPlan({ eligibility }),
    )
    expect(outcome.newCustomers).toEqual({
      effective: [],
      tooSmall: [{ line: 'a', customer: 'Acme', remaining: '400.00' }],
    })
    expect(outcome.issues).toMatchObject([{ code: 'FIRST_ORDER_TWICE' }])
  })

  it.each(['net', 'mirror'] as const)(
    'is the first, where the other was refunded as a whole (%s)',
    (refunds) => {
      const lines = [
        first('a', '1500'),
        { id: 'r', amount: '-1500', refundOf: 'a' },
        first('b', '2000'),
      ]
      const outcome = statement(lines, { refunds })
      expect(outcome.amount).toBe('250.00')
      expect(outcome).not.toHaveProperty('issues')
      const [kept] = statement([first('a', '1500'), first('b', '2000')], { refunds }).issues ?? []
      expect(kept?.code).toBe('FIRST_ORDER_TWICE')
    },
  )

  it('is not looked for among orders without a customer, of other customers, or by a plan that does not ask', () => {
    const { customer: _, ...nameless } = first('a', '1100')
    const several = [nameless, { ...nameless, id: 'b' }, first('c', '1100', { customer: 'Bolt' })]
    expect(statement(several)).not.toHaveProperty('issues')
    const market = { ...award, for: 'new-market' as const }
    const twice = [first('a', '1100'), first('b', '1100')]
    expect(statement(twice, { awards: [market] })).not.toHaveProperty('issues')
    expect(calculateCommission({ lines: twice }, flatPlan())).not.toHaveProperty('issues')
  })
})

describe('lines of one order that say different things', () => {
  it('leave it unknown whether it is the first, which is named and pays nothing', () => {
    const outcome = statement([ofOrder('a', '600'), ofOrder('b', '600', { firstOrder: false })])
    expect(outcome).toMatchObject({
      amount: '120.00',
      awards: [{ line: 'a', outcome: 'unknown', amount: '50.00' }],
    })
    expect(outcome.issues).toEqual([
      {
        code: 'FIRST_ORDER_TWICE',
        severity: 'warning',
        path: ['lines', 1, 'firstOrder'],
        params: { reason: 'lines-differ', first: 'a', customer: null },
        message:
          'lines[1].firstOrder: "a", a line of the same order, says something else. Say the same in both.',
      },
    ])
  })

  it('leave each of their facts unknown that they differ in, and only those', () => {
    const market = { ...award, id: 'market', for: 'new-market' as const }
    const awards = [award, market]
    const outcomes = (more: Partial<CommissionLine>) =>
      statement([ofOrder('a', '600', { newMarket: true }), ofOrder('b', '600', more)], { awards })
    expect(outcomes({ newMarket: false }).awards?.map(({ outcome }) => outcome)).toEqual([
      'paid',
      'unknown',
    ])
    expect(
      outcomes({ newMarket: false, firstOrder: false }).awards?.map(({ outcome }) => outcome),
    ).toEqual(['unknown', 'unknown'])
    const ofTwo = outcomes({ customer: 'Bolt' })
    expect(ofTwo.awards?.map(({ outcome }) => outcome)).toEqual(['unknown', 'unknown'])
    expect(ofTwo.issues).toMatchObject([{ path: ['lines', 1, 'customer'] }])
  })
})

describe('orders of several lines, elsewhere', () => {
  const plan = flatPlan({
    awards: [award],
    eligibility: { newCustomer: { firstOrderAtLeast: '1100' } },
  })
  const lines = [
    ofOrder('a', '600'),
    ofOrder('b', '600'),
    first('c', '5', { customer: 'Bolt' }),
    first('d', '5000', { customer: 'Bolt' }),
  ]

  it('are joined by an accumulator, in batches, through JSON', () => {
    const { add, create, merge, finish } = commissionAccumulator(plan)
    const one = throughJson(add(create(), lines[0] as CommissionLine))
    expect(one.orders).toEqual([
      { line: 'a', sales: '600', order: 'A-1', customer: 'Acme', firstOrder: true },
    ])
    const rest = lines.slice(1).reduce(add, create())
    const expected = calculateCommission({ lines }, plan)
    expect(expected.amount).toBe('670.50')
    for (const totals of [merge(one, rest), throughJson(merge(one, throughJson(rest)))]) {
      const { issues, ...outcome } = finish(totals)
      expect({ ...outcome, issues: expected.issues }).toEqual(expected)
      expect(issues).toMatchObject([
        { path: ['totals', 'orders', 3, 'firstOrder'], params: { first: 'c', customer: 'Bolt' } },
      ])
    }
  })

  it('are lowered in an accumulator by a refund of any of their lines, which is no line of an order', () => {
    const { add, create, finish } = commissionAccumulator(plan)
    const refund = ofOrder('r', '-100', { refundOf: 'b' })
    const totals = [...lines.slice(0, 2), refund].reduce(add, create())
    expect(totals.orders).toHaveLength(2)
    expect(finish(totals)).toEqual(
      calculateCommission({ lines: [...lines.slice(0, 2), refund] }, plan),
    )
    expect(finish(totals).newCustomers).toMatchObject({ effective: ['Acme'] })
    const all = [...lines.slice(0, 2), { ...refund, amount: '-100.01' }].reduce(add, create())
    expect(finish(all).newCustomers).toMatchObject({ tooSmall: [{ remaining: '0.01' }] })
  })

  it('keep their order with each owner of a line', () => {
    const owners = ['Li', 'Wang'].map((payee) => ({ payee, parts: 1 }))
    const owned = lines.slice(0, 2).map((line) => ({ ...line, amount: '1200', owners }))
    const { payees } = creditLines({ lines: owned }, plan)
    expect(payees.map((one) => one.lines.map(({ id, order }) => [id, order]))).toEqual([
      [
        ['a', 'A-1'],
        ['b', 'A-1'],
      ],
      [
        ['a', 'A-1'],
        ['b', 'A-1'],
      ],
    ])
    // Each owner's 600 and 600 are 1,200.
    expect(payees.map((one) => calculateCommission({ lines: one.lines }, plan).amount)).toEqual([
      '170.00',
      '170.00',
    ])
  })
})
