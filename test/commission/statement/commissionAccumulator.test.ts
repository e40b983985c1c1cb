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

const total = commissionAccumulator(handbook.commission)

function issuesOf(call: () => unknown) {
  const outcome = attempt(call)
  return outcome.ok ? [] : outcome.issues.map(({ code, path }) => [code, path])
}

describe('an accumulator', () => {
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

describe('what an accumulator refuses', () => {
  it('is a plan that rounds line by line, by the name of the field', () => {
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
          params: { field: 'rounding.at' },
          message:
            'rounding.at: the plan needs all lines of a payee together, in their order. Use calculateCommission with lines, or change that field.',
        },
      ],
    })
  })

  it('is a plan that was not defined', () => {
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
  ])('is a state with %s', (_, state, [code, key]) => {
    const totals = state as CommissionTotals
    const line = { id: 'O-1', amount: '1' }
    expect(issuesOf(() => total.add(totals, line))).toEqual([[code, ['totals', key]]])
    expect(issuesOf(() => total.finish(totals, { target: 1 }))).toEqual([[code, ['totals', key]]])
    expect(issuesOf(() => total.merge(totals, total.create()))).toEqual([[code, ['first', key]]])
    expect(issuesOf(() => total.merge(total.create(), totals))).toEqual([[code, ['second', key]]])
  })

  it('is a state with a prototype of its own', () => {
    const state = JSON.parse('{"lines":0,"sales":"0","__proto__":{"lines":5}}')
    const issues = issuesOf(() => total.finish(state, { target: 1 }))
    expect(issues[0]).toEqual(['KEY_FORBIDDEN', ['totals', '__proto__']])
  })

  it.each([null, 'totals', [], new Map(), 7])('is a state that is no object: %j', (state) => {
    const issues = issuesOf(() => total.finish(state as never, { target: 1 }))
    expect(issues[0]?.[1]).toEqual(['totals'])
  })

  it.each([
    ['an amount', { id: 'O-1' }, 'VALUE_MISSING', 'amount'],
    ['an id', { amount: '1' }, 'VALUE_MISSING', 'id'],
    ['a number for its amount', { id: 'O-1', amount: 'one' }, 'NUMBER_INVALID', 'amount'],
    ['only keys that are read', { id: 'O-1', amount: 1, amout: 2 }, 'UNKNOWN_KEY', 'amout'],
  ])('is a line without %s', (_, line, code, key) => {
    expect(issuesOf(() => total.add(total.create(), line as CommissionLine))).toEqual([
      [code, ['line', key]],
    ])
  })

  it('is a finish without the target that the plan needs', () => {
    expect(issuesOf(() => total.finish(total.create()))).toEqual([['TARGET_MISSING', ['target']]])
    expect(issuesOf(() => total.finish(total.create(), { target: 1, payee: '' }))).toEqual([
      ['VALUE_INVALID', ['payee']],
    ])
  })
})

describe('a total of more digits than one amount may have', () => {
  const large = '9'.repeat(34)

  it('is read back as it was written', () => {
    const once = total.add(total.create(), { id: 'O-1', amount: large })
    const twice = throughJson(total.add(once, { id: 'O-2', amount: '0.01' }))
    expect(twice.sales).toBe(`${large}.01`)
    const other = total.add(total.create(), { id: 'O-3', amount: large })
    expect(total.merge(twice, other).sales).toBe(`1${'9'.repeat(33)}8.01`)
    expect(total.finish(twice, { target: '1' }).sales).toBe(`${large}.01`)
  })
})
