import {
  attempt,
  type CommissionLine,
  type CommissionTotals,
  calculateCommission,
  commissionAccumulator,
  defineCommissionPlan,
  handbook,
} from 'sales-rules'
import { describe, expect, it } from 'vitest'
import { throughJson } from '../../arbitraries.rooms.js'
import { flat, flatPlan } from '../flatPlan.js'

const total = commissionAccumulator(handbook.commission)

function issuesOf(call: () => unknown) {
  const outcome = attempt(call)
  return outcome.ok ? [] : outcome.issues.map(({ code, path }) => [code, path])
}

describe('commissionAccumulator', () => {
  it('adds lines up to the statement of all of them', () => {
    const empty = total.create()
    const january = total.add(empty, { id: 'O-1', amount: '900000' })
    const february = total.add(empty, { id: 'O-2', amount: 600_000 })
    const both = total.merge(january, february)
    expect([empty, january, february, both]).toEqual([
      { lines: 0, sales: '0' },
      { lines: 1, sales: '900000' },
      { lines: 1, sales: '600000' },
      { lines: 2, sales: '1500000' },
    ])
    const facts = { payee: 'E-1042', period: '2026-Q1', target: '1200000' }
    expect(total.finish(both, facts)).toEqual(
      calculateCommission({ ...facts, sales: '1500000' }, handbook.commission),
    )
    expect(total.finish(both, facts).amount).toBe('50000.00')
  })

  it('keeps every digit, and mirrors a refund to nothing', () => {
    const third = total.add(total.create(), { id: 'O-1', amount: '0.333333333333333333333333' })
    expect(third.sales).toBe('0.333333333333333333333333')
    const refunded = total.add(third, { id: 'O-2', amount: '-0.333333333333333333333333' })
    expect(refunded).toEqual({ lines: 2, sales: '0' })
  })

  it('is plain JSON: stored and loaded, it goes on', () => {
    const stored = throughJson(total.add(total.create(), { id: 'O-1', amount: '1000000' }))
    expect(stored).toStrictEqual({ lines: 1, sales: '1000000' })
    expect(total.finish(stored, { target: 1 }).amount).toBe('30000.00')
  })

  it('converts lines at the rates that it is given', () => {
    const tiers = [{ id: 'all', upTo: null, rate: '0.1' }]
    const plan = defineCommissionPlan({
      currency: 'CNY',
      scale: { mode: 'marginal', tiers },
      exchange: { on: 'order-date' },
    })
    const exchangeRates = [{ currency: 'USD', from: '2026-01-01', rate: '7.1' }]
    const { add, create, finish } = commissionAccumulator(plan, { exchangeRates })
    const line = { id: 'O-1', amount: '100', currency: 'USD', date: '2026-01-31' }
    expect(finish(add(create(), line)).amount).toBe('71.00')
  })

  it('adds up what each scale of the plan earns on', () => {
    const flat = (rate: string) => ({
      mode: 'marginal' as const,
      tiers: [{ id: 'all', upTo: null, rate }],
    })
    const plan = defineCommissionPlan({
      currency: 'CNY',
      scale: flat('0.1'),
      rates: [{ id: 'software', when: { category: 'software' }, scale: flat('0.2') }],
    })
    const { add, create, merge, finish } = commissionAccumulator(plan)
    const one = add(create(), { id: 'O-1', amount: '100' })
    const other = add(create(), { id: 'O-2', amount: '30', category: 'software' })
    const both = merge(merge(one, other), other)
    expect(both).toStrictEqual({ lines: 3, sales: '160', bases: [['100'], ['60']] })
    expect(finish(both).amount).toBe('22.00')
  })

  it('adds up what each tier earns on, where each line chooses its own by its margin', () => {
    const tiers = [
      { id: 'low', upTo: '0.2', rate: '0.1' },
      { id: 'high', upTo: null, rate: '0.2' },
    ]
    const plan = defineCommissionPlan({
      ...{ currency: 'CNY', measuredBy: 'margin' },
      scale: { mode: 'whole-amount', measure: 'separate', tiers },
    })
    const lines = [
      { id: 'O-1', amount: '100', cost: '50' },
      { id: 'O-2', amount: '100', cost: '90' },
    ]
    const { add, create, finish } = commissionAccumulator(plan)
    expect(add(create(), { id: 'O-1', amount: '100', cost: '50' }).bases).toEqual([['0', '100']])
    expect(finish(lines.reduce(add, create())).amount).toBe('30.00')
  })

  it('changes no totals that it was given', () => {
    const before = Object.freeze(total.create())
    total.add(before, Object.freeze({ id: 'O-1', amount: '1' }))
    total.merge(before, before)
    expect(before).toEqual({ lines: 0, sales: '0' })
  })

  it('finishes nothing as the statement of nothing', () => {
    const tiers = [{ id: 'all', upTo: null, rate: '0.1' }]
    const plan = defineCommissionPlan({ currency: 'JPY', scale: { mode: 'marginal', tiers } })
    const { create, finish } = commissionAccumulator(plan)
    expect(finish(create())).toEqual(calculateCommission({ lines: [] }, plan))
  })
})

describe('commissionAccumulator', () => {
  it('refuses a plan that rounds line by line, by the name of the field', () => {
    const plan = defineCommissionPlan({
      ...throughJson(handbook.commission),
      rounding: { at: 'line' },
    })
    const outcome = attempt(() => commissionAccumulator(plan))
    expect(outcome).toEqual({
      ok: false,
      issues: [
        {
          code: 'PLAN_NEEDS_LINES',
          severity: 'error',
          path: [],
          params: { reason: 'totals', field: 'rounding.at' },
          message:
            'rounding.at: the plan needs all lines of a payee together, in their order. Use calculateCommission with lines, or change that field.',
        },
      ],
    })
  })

  it('refuses a plan that was not defined', () => {
    const plan = { ...handbook.commission } as typeof handbook.commission
    expect(issuesOf(() => commissionAccumulator(plan))).toEqual([['POLICY_NOT_DEFINED', []]])
  })

  it.each([
    ['a count below 0', { lines: -1, sales: '0' }, ['NUMBER_OUT_OF_RANGE', 'lines']],
    ['half a line', { lines: 0.5, sales: '0' }, ['VALUE_INVALID', 'lines']],
    ['a count as text', { lines: '1', sales: '0' }, ['VALUE_INVALID', 'lines']],
    ['a count past all counting', { lines: 2 ** 60, sales: '0' }, ['NUMBER_OUT_OF_RANGE', 'lines']],
    ['no count', { sales: '0' }, ['VALUE_MISSING', 'lines']],
    ['no sales', { lines: 0 }, ['VALUE_MISSING', 'sales']],
    ['sales that are no number', { lines: 0, sales: '1,000' }, ['NUMBER_INVALID', 'sales']],
    ['sales past all reading', { lines: 0, sales: '9'.repeat(1001) }, ['NUMBER_INVALID', 'sales']],
    ['a key of its own', { lines: 0, sales: '0', paid: 1 }, ['UNKNOWN_KEY', 'paid']],
  ])('refuses a state with %s', (_, state, [code, key]) => {
    const totals = state as CommissionTotals
    const line = { id: 'O-1', amount: '1' }
    expect(issuesOf(() => total.add(totals, line))).toEqual([[code, ['totals', key]]])
    expect(issuesOf(() => total.finish(totals, { target: 1 }))).toEqual([[code, ['totals', key]]])
    expect(issuesOf(() => total.merge(totals, total.create()))).toEqual([[code, ['first', key]]])
    expect(issuesOf(() => total.merge(total.create(), totals))).toEqual([[code, ['second', key]]])
  })

  it('refuses a state with a prototype of its own', () => {
    const state = JSON.parse('{"lines":0,"sales":"0","__proto__":{"lines":5}}')
    const issues = issuesOf(() => total.finish(state, { target: 1 }))
    expect(issues[0]).toEqual(['KEY_FORBIDDEN', ['totals', '__proto__']])
  })

  it.each([null, 'totals', [], new Map(), 7])('refuses a state that is no object: %j', (state) => {
    const issues = issuesOf(() => total.finish(state as never, { target: 1 }))
    expect(issues[0]?.[1]).toEqual(['totals'])
  })

  it.each([
    ['an amount', { id: 'O-1' }, 'VALUE_MISSING', 'amount'],
    ['an id', { amount: '1' }, 'VALUE_MISSING', 'id'],
    ['a number for its amount', { id: 'O-1', amount: 'one' }, 'NUMBER_INVALID', 'amount'],
    ['only keys that are read', { id: 'O-1', amount: 1, amout: 2 }, 'UNKNOWN_KEY', 'amout'],
  ])('refuses a line without %s', (_, line, code, key) => {
    expect(issuesOf(() => total.add(total.create(), line as CommissionLine))).toEqual([
      [code, ['line', key]],
    ])
  })

  it('refuses to finish without the target that the plan needs', () => {
    expect(issuesOf(() => total.finish(total.create()))).toEqual([['TARGET_MISSING', ['target']]])
    expect(issuesOf(() => total.finish(total.create(), { target: 1, payee: '' }))).toEqual([
      ['VALUE_INVALID', ['payee']],
    ])
  })
})

describe('commissionAccumulator', () => {
  const large = '9'.repeat(34)

  it('reads back a total of more digits than one amount may have', () => {
    const once = total.add(total.create(), { id: 'O-1', amount: large })
    const twice = throughJson(total.add(once, { id: 'O-2', amount: '0.01' }))
    expect(twice.sales).toBe(`${large}.01`)
    const other = total.add(total.create(), { id: 'O-3', amount: large })
    expect(total.merge(twice, other).sales).toBe(`1${'9'.repeat(33)}8.01`)
    expect(total.finish(twice, { target: '1' }).sales).toBe(`${large}.01`)
  })
})

const mixed = flatPlan({
  rates: [{ id: 'software', when: { category: 'software' }, scale: flat('0.2') }],
  awards: [{ id: 'first', for: 'first-order', amount: '50' }],
  eligibility: { statuses: ['signed'], newCustomer: { firstOrderAtLeast: '100' } },
  exchange: { on: 'order-date' },
})
const exchangeRates = [{ currency: 'USD', from: '2026-01-01', rate: '7.1' }]
const all = commissionAccumulator(mixed, { exchangeRates })

describe('commissionAccumulator', () => {
  const sold = [
    { id: 'a', amount: '100', status: 'signed', customer: 'acme', firstOrder: true },
    { id: 'b', amount: '30', status: 'signed', date: '2026-03-31' },
    { id: 'r', amount: '-40', status: 'signed', refundOf: 'a' },
  ]

  it('takes what is refunded off an order, as a statement of the lines does, in whatever order they come', () => {
    for (const order of [sold, [...sold].reverse()]) {
      const totals = order.reduce(all.add, all.create())
      const [one = all.create(), ...others] = order.map((line) => all.add(all.create(), line))
      expect(others.reduce(all.merge, one)).toEqual(totals)
      const statement = all.finish(totals, { period: '2026-03' })
      expect(statement.newCustomers?.tooSmall.map(({ remaining }) => remaining)).toEqual(['40.00'])
      expect({ ...statement, awards: null }).toEqual({
        ...calculateCommission({ lines: sold, period: '2026-03' }, mixed),
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
      { reason: 'totals', date: '2026-02-28', period: '2026-03' },
    ])
  })

  it('states no period that a line of it is not in', () => {
    const totals = sold.reduce(all.add, all.create())
    const outcome = attempt(() => all.finish(totals, { period: '2026-04' }))
    expect(outcome.ok ? [] : outcome.issues).toEqual([
      {
        code: 'LINE_OUTSIDE_PERIOD',
        severity: 'error',
        path: ['totals', 'dates'],
        params: { reason: 'totals', date: '2026-03-31', period: '2026-04' },
        message:
          'totals.dates: a line of 2026-03-31 is in these totals, which is not in 2026-04. Add up the lines of each period apart.',
      },
    ])
  })

  it.each([
    ['rounding.at', flatPlan({ rounding: { at: 'line' } })],
    ['cap.line', flatPlan({ cap: { line: '5' } })],
    ['refunds', flatPlan({ refunds: 'mirror' })],
  ])('refuses a plan that needs its lines together, by name: %s', (field, other) => {
    const outcome = attempt(() => commissionAccumulator(other))
    expect(outcome.ok ? [] : outcome.issues).toEqual([
      {
        code: 'PLAN_NEEDS_LINES',
        severity: 'error',
        path: [],
        params: { reason: 'totals', field },
        message: `${field}: the plan needs all lines of a payee together, in their order. Use calculateCommission with lines, or change that field.`,
      },
    ])
  })

  it('converts a refund as its original was: one that names it by its id alone is set aside', () => {
    const usd = { amount: '-10', status: 'signed', currency: 'USD', date: '2026-02-05' }
    const d = { id: 'd', amount: '10', commission: '1' }
    const named = all.add(all.create(), { ...usd, id: 'r', refundOf: { ...d, rate: '7' } })
    expect(all.finish(named)).toMatchObject({ sales: '-70.00', amount: '-7.00' })
    const dated = all.add(all.create(), { ...usd, id: 'r', refundOf: { ...d, date: '2026-01-05' } })
    expect(all.finish(throughJson(dated)).converted).toMatchObject([
      { date: '2026-01-05', rate: '7.1', amount: '-71.00' },
    ])
    for (const refundOf of ['d', d])
      expect(all.add(all.create(), { ...usd, id: 'r', refundOf }).notCounted).toMatchObject([
        { id: 'r', issue: { code: 'VALUE_MISSING', path: ['line', 'refundOf', 'rate'] } },
      ])
    const own = all.add(all.create(), { ...usd, currency: 'CNY', id: 'r', refundOf: 'd' })
    expect(all.finish(own).sales).toBe('-10.00')
    const { currency: _, ...mixedIn } = usd
    const plain = commissionAccumulator(flatPlan())
    expect(
      plain.add(plain.create(), { ...mixedIn, currency: 'USD', id: 'r', refundOf: 'd' }).notCounted,
    ).toMatchObject([{ issue: { code: 'CURRENCY_MIXED' } }])
  })

  it('takes back totals whose refund was converted at a rate without a day', () => {
    const d = { id: 'd', amount: '10', commission: '1', rate: '7' }
    const line = { id: 'r', amount: '-10', status: 'signed', currency: 'USD', refundOf: d }
    const totals = all.add(all.create(), line)
    expect(totals.converted).toMatchObject([{ date: null, rate: '7' }])
    expect(all.finish(throughJson(totals))).toStrictEqual(all.finish(totals))
  })

  /** One line of each kind of evidence: orders, a refund of one, a conversion, a line that does not count, one that chooses its rate. */
  const evidence = [
    { id: 'a', amount: '100', status: 'signed', customer: 'acme', firstOrder: true },
    { id: 'b', amount: '300', status: 'signed', category: 'software' },
    { id: 'c', amount: '10', status: 'draft' },
    { id: 'd', amount: '10', status: 'signed', currency: 'USD', date: '2026-01-05' },
    { id: 'r', amount: '-40', status: 'signed', refundOf: 'a', date: '2026-01-03' },
  ]
  const [first, second, ...others] = evidence.map((line) => all.add(all.create(), line))

  it('adds to older totals as often as asked, each time to those alone', () => {
    const older = evidence.slice(0, 3).reduce(all.add, all.create())
    const written = throughJson(older)
    const one = evidence.slice(3).reduce(all.add, older)
    const again = evidence.slice(3).reduce(all.add, older)
    const other = all.add(older, { id: 'x', amount: '5', status: 'lost' })
    const merged = all.merge(older, other)
    expect(older).toStrictEqual(written)
    expect(again).toStrictEqual(one)
    expect(one).toStrictEqual(evidence.reduce(all.add, all.create()))
    expect([one, other, merged].map((totals) => totals.notCounted?.map(({ id }) => id))).toEqual([
      ['c'],
      ['c', 'x'],
      ['c', 'c', 'x'],
    ])
    expect(one.orders?.map(({ line }) => line)).toEqual(['a', 'b', 'd'])
    expect(other.orders?.map(({ line }) => line)).toEqual(['a', 'b'])
    expect(Object.isFrozen(older)).toBe(true)
  })

  it('writes older totals as they were, also when they are first looked at after others went on', () => {
    const older = all.add(all.create(), { id: 'c', amount: '10', status: 'draft' })
    all.add(older, { id: 'x', amount: '5', status: 'draft' })
    expect(older.notCounted?.map(({ id }) => id)).toEqual(['c'])
  })

  it('goes on from JSON as from what it holds itself', () => {
    let held = all.create()
    let stored = all.create()
    for (const line of evidence) {
      held = all.add(held, line)
      stored = throughJson(all.add(stored, line))
      expect(stored).toStrictEqual(throughJson(held))
    }
    expect(all.finish(stored)).toStrictEqual(all.finish(held))
    expect(all.merge(stored, held)).toStrictEqual(all.merge(held, stored))
  })

  it('takes totals of nothing from either side', () => {
    const totals = evidence.reduce(all.add, all.create())
    expect(all.merge(all.create(), totals)).toStrictEqual(totals)
    expect(all.merge(totals, all.create())).toStrictEqual(totals)
  })

  it('merges totals with themselves, as lines that were given twice', () => {
    const totals = all.add(all.create(), evidence[0] ?? { id: 'a', amount: '1' })
    const twice = all.merge(totals, totals)
    expect(twice).toEqual({
      lines: 2,
      sales: '200',
      bases: [['200'], ['0']],
      orders: [totals.orders?.[0], totals.orders?.[0]],
    })
  })

  it('pays the same however totals are merged, and lists what it kept in the order of the merges', () => {
    const forwards = [second, ...others].reduce<CommissionTotals>(
      (totals, next) => all.merge(totals, next ?? all.create()),
      first ?? all.create(),
    )
    const backwards = [second, ...others].reduce<CommissionTotals>(
      (totals, next) => all.merge(next ?? all.create(), totals),
      first ?? all.create(),
    )
    const facts = { period: '2026-01' }
    const [one, other] = [all.finish(forwards, facts), all.finish(backwards, facts)]
    expect(one).toStrictEqual(all.finish(evidence.reduce(all.add, all.create()), facts))
    expect({ ...other, awards: [...(other.awards ?? [])].reverse() }).toEqual(one)
    // 10% of 100, of 71 and of the 40 taken back; 20% of 300; and what is left of the first order still earns its award.
    expect(one.amount).toBe('123.10')
  })
})
