import { attempt, calculateCommission, defineCommissionPlan, handbook } from 'sales-rules'
import { calculateCommissionRows } from 'sales-rules/batch'
import { describe, expect, it } from 'vitest'

describe('the commission of rows', () => {
  it('is that of their columns, with the rows that were refused', () => {
    const rows = [
      { payee: 'Ann', amount: '900000', region: 'north' },
      { payee: 'Ben', amount: '5 000' },
      { payee: 'Ann', amount: 600_000 },
    ]
    const paid = calculateCommissionRows(rows, handbook.commission, { target: '1200000' })
    expect([paid.payees, [...paid.commission]]).toEqual([['Ann'], [5_000_000]])
    expect(paid.issues.map(({ row, issues }) => [row, issues[0]?.message])).toEqual([
      [1, 'amount: got "5 000", expected a plain decimal. Did you mean "5000"?'],
    ])
  })

  it('takes any iterable, once', () => {
    function* stream() {
      for (let row = 0; row < 10; row += 1) yield { payee: 'Ann', amount: row }
    }
    const paid = calculateCommissionRows(stream(), handbook.commission, { target: 1 })
    expect([...paid.sales, ...paid.commission]).toEqual([4500, 135])
  })

  it('is refused where it is given no rows: a number, a text, nothing', () => {
    for (const rows of [5, 'Ann', null])
      expect(
        attempt(() => calculateCommissionRows(rows as never, handbook.commission, { target: 1 })),
      ).toMatchObject({ ok: false, issues: [{ path: ['rows'] }] })
  })

  it('still has the rows of payees who come after all the refused ones that are named', () => {
    const wrong = Array.from({ length: 1_500 }, () => ({ payee: 'Ann', amount: 'x' }))
    const rows = [...wrong, { payee: 'Ben', amount: '100' }, { payee: 'Cas', amount: 50n }]
    const paid = calculateCommissionRows(rows, handbook.commission, { target: 1 })
    expect([paid.payees, [...paid.sales], paid.refused]).toEqual([
      ['Ben', 'Cas'],
      [10_000, 5_000],
      1_500,
    ])
  })

  it('passes over no field of a row, be it behind an accessor, inherited or not shown', () => {
    const dollars = { payee: 'Ann', amount: '1', currency: 'USD' }
    class Order {
      readonly payee = 'Ann'
      readonly amount = '1'
      get currency() {
        return 'USD'
      }
    }
    const hiding = (currency: unknown) =>
      Object.defineProperty({ payee: 'Ann', amount: '1' }, 'currency', { value: currency })
    const rows = [dollars, new Order(), Object.create(dollars), hiding('USD'), hiding(undefined)]
    const { issues, sales } = calculateCommissionRows(rows, handbook.commission, { target: 1 })
    expect(issues.map((one) => [one.row, one.issues[0]?.code])).toEqual(
      [0, 1, 2, 3].map((row) => [row, 'CURRENCY_MIXED']),
    )
    expect([...sales]).toEqual([100])
  })

  it('keeps the lines of a plan that rounds each of them', () => {
    const plan = defineCommissionPlan({
      currency: 'CNY',
      scale: { mode: 'marginal', tiers: [{ id: 'all', upTo: null, rate: '0.5' }] },
      rounding: { at: 'line' },
    })
    const amounts = ['0.01', '0.01', '0.01']
    const lines = amounts.map((amount, index) => ({ id: String(index), amount }))
    expect(calculateCommission({ lines }, plan).amount).toBe('0.03')
    const rows = amounts.map((amount) => ({ payee: 'Ann', amount }))
    expect([...calculateCommissionRows(rows, plan).commission]).toEqual([3])
  })
})
