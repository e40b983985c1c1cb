import { attempt, handbook } from 'sales-rules'
import {
  attributeCommissionColumns,
  attributeCommissionRows,
  type CommissionColumns,
  type CommissionRow,
  calculateCommissionColumns,
  calculateCommissionRows,
  commissionColumnsBuilder,
} from 'sales-rules/batch'
import { describe, expect, it } from 'vitest'

const plan = handbook.commission
const target = '1'
const rowsOf = (rows: readonly unknown[]) => rows as CommissionRow[]
const columnsOf = (rows: readonly unknown[]) => {
  const builder = commissionColumnsBuilder(plan)
  builder.addRows(rowsOf(rows))
  return builder.finish()
}

const mixed = [
  { payee: 'Ann', amount: '1,000,000' },
  { payee: 'Ann', amount: '700000' },
  { payee: 'Ben', amount: '1', currency: 'USD' },
  { payee: 'Ann' },
  { payee: '', amount: '1' },
  { payee: 'Cem', amount: 7 },
]
const byPayee = new Map([
  ['Ann', 2],
  ['Ben', 1],
])
const byCode = { NUMBER_INVALID: 1, CURRENCY_MIXED: 1, VALUE_MISSING: 1, VALUE_INVALID: 1 }

describe('the rows that were refused', () => {
  it('are counted by payee, be it one who has no other row, and by code', () => {
    for (const call of [calculateCommissionRows, attributeCommissionRows]) {
      const { payees, refusedByPayee, refusedByCode, refused } = call(rowsOf(mixed), plan, {
        target,
      })
      expect(payees).toEqual(['Ann', 'Cem'])
      expect(refusedByPayee).toEqual(byPayee)
      expect(refusedByCode).toEqual(byCode)
      expect(refused).toBe(4)
    }
  })

  it('have their counts beside payees who cannot be paid, who are counted by code alone', () => {
    const known = { target: new Map([['Cem', 1]]) }
    const ofAll = { ...byCode, TARGET_MISSING: 1 }
    const columns = columnsOf(mixed)
    for (const call of [calculateCommissionColumns, attributeCommissionColumns]) {
      const { refusedByPayee, refusedByCode, refused } = call(columns, plan, known)
      expect([refusedByPayee, refusedByCode, refused]).toEqual([byPayee, ofAll, 5])
    }
    expect(columns.refusedByCode).toEqual(byCode)
  })

  it('are counted beyond those that are named, under the same codes', () => {
    const wrong = [
      null,
      7,
      {},
      { payee: 7, amount: 1 },
      { amount: 'x' },
      { payee: 'x'.repeat(201), amount: 'x' },
      ...[undefined, null, '', '1,5', '1e99', 'x'.repeat(101), 0.1 + 0.2, Number.NaN, true, {}]
        .concat('1'.repeat(35), 10n ** 200n, [], new Date(0), Number.MAX_VALUE)
        .map((amount) => ({ payee: 'Ann', amount })),
    ]
    const full = Array.from({ length: 1000 }, () => ({ payee: 'Ben', amount: '' }))
    for (const row of wrong) {
      const first = columnsOf([row])
      const last = columnsOf([...full, row, row])
      const [code = ''] = Object.keys(first.refusedByCode)
      expect([first.refused, first.refusedByCode]).toEqual([1, { [code]: 1 }])
      const before = code === 'NUMBER_INVALID' ? {} : { NUMBER_INVALID: 1000 }
      expect(last.refusedByCode).toEqual({
        ...before,
        [code]: code === 'NUMBER_INVALID' ? 1002 : 2,
      })
      expect(last.refusedByPayee.get('Ann')).toBe(first.refusedByPayee.has('Ann') ? 2 : undefined)
    }
  })

  it('add up over builders, and are those of a copy', () => {
    const builder = commissionColumnsBuilder(plan)
    builder.addRows(rowsOf(mixed))
    const before = builder.finish()
    builder.addColumns(structuredClone(before))
    const { refusedByPayee, refusedByCode } = builder.finish()
    expect([...refusedByPayee]).toEqual([...byPayee].map(([name, rows]) => [name, 2 * rows]))
    expect(Object.values(refusedByCode)).toEqual([2, 2, 2, 2])
    expect(before.refusedByPayee).toEqual(byPayee)
  })

  it('are counted of the rows that are named, where columns do not say it', () => {
    const { refusedByPayee, refusedByCode, ...own } = columnsOf(mixed)
    const paid = calculateCommissionColumns(own, plan, { target })
    expect([paid.refusedByPayee, paid.refusedByCode]).toEqual([refusedByPayee, refusedByCode])
  })

  it('name ten thousand payees at most', () => {
    const rows = Array.from({ length: 10_005 }, (_, at) => ({ payee: `${at}`, amount: 'Ann' }))
    const { refusedByPayee, refusedByCode } = columnsOf([...rows, rows[0]])
    expect([refusedByPayee.size, refusedByPayee.get('0')]).toEqual([10_000, 2])
    expect(refusedByCode).toEqual({ NUMBER_INVALID: 10_006 })
  })

  it.each<[string, object, string]>([
    ['payees that are no Map', { refusedByPayee: { Ann: 1 } }, 'refusedByPayee'],
    ['a payee without a name', { refusedByPayee: new Map([['', 1]]) }, 'refusedByPayee'],
    ['half a row', { refusedByPayee: new Map([['Ann', 0.5]]) }, 'refusedByPayee.Ann'],
    ['no row', { refusedByPayee: new Map([['Ann', 0]]) }, 'refusedByPayee.Ann'],
    ['more rows than all', { refusedByPayee: new Map([['Ann', 5]]) }, 'refusedByPayee.Ann'],
    [
      'a count in words',
      { refusedByCode: { NUMBER_INVALID: 'one' } },
      'refusedByCode.NUMBER_INVALID',
    ],
    ['codes that are a list', { refusedByCode: [1] }, 'refusedByCode'],
  ])('are refused as part of columns with %s', (_, wrong, path) => {
    const given = { ...columnsOf(mixed), ...wrong } as CommissionColumns
    const outcome = attempt(() => calculateCommissionColumns(given, plan, { target }))
    expect(outcome.ok ? [] : outcome.issues.map((issue) => issue.path.join('.'))).toContain(path)
  })
})
