import { handbook } from 'sales-rules'
import { attributeCommissionRows } from 'sales-rules/batch'
import { describe, expect, it } from 'vitest'

describe('the shares of rows', () => {
  it('have a place for each row, those that were refused among them', () => {
    const rows = [
      { payee: 'Ann', amount: 'nothing' },
      { payee: 'Ann', amount: '100' },
      { payee: '', amount: '100' },
      { payee: 'Ann', amount: '99999999999999.5' },
      { payee: 'Ann', amount: '-99999999999999.5' },
    ]
    const { shares, wide, issues } = attributeCommissionRows(rows, handbook.commission, {
      target: 1,
    })
    expect(shares.length).toBe(5)
    expect([shares[0], shares[1], shares[2]]).toEqual([Number.NaN, 300, Number.NaN])
    expect((shares[3] ?? 0) + (shares[4] ?? 0)).toBe(0)
    expect(wide.size).toBe(0)
    expect(issues.map(({ row }) => row)).toEqual([0, 2])
  })

  it('have places among more refused rows than are named', () => {
    const rows = Array.from({ length: 3000 }, (_, row) => ({
      payee: 'Ann',
      amount: row % 2 === 0 ? '?' : '100',
    }))
    const { shares, issues, refused } = attributeCommissionRows(rows, handbook.commission, {
      target: 1,
    })
    expect([issues.length, refused]).toEqual([1000, 1500])
    expect([...shares]).toEqual(rows.map((_, row) => (row % 2 === 0 ? Number.NaN : 300)))
  })

  it('that are larger than a number holds are given as decimals, under their rows', () => {
    const rows = [
      { payee: 'Ann', amount: '?' },
      { payee: 'Ann', amount: '9'.repeat(25) },
    ]
    const { shares, wide } = attributeCommissionRows(rows, handbook.commission, { target: 1 })
    expect([...shares]).toEqual([Number.NaN, Number.NaN])
    expect([...wide]).toEqual([[1, '499999999999999999969999.95']])
  })
})
