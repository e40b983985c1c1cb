import { attempt, handbook, type Issue } from 'sales-rules'
import {
  attributeCommissionColumns,
  type CommissionColumns,
  calculateCommissionColumns,
  commissionColumnsBuilder,
} from 'sales-rules/batch'
import { describe, expect, it } from 'vitest'

const plan = handbook.commission

function refusing(rows: number): CommissionColumns {
  const builder = commissionColumnsBuilder(plan)
  builder.addRow({ payee: 'Ann', amount: 1 })
  for (let row = 0; row < rows; row += 1) builder.addRow({ payee: 'Ann', amount: '1,5' })
  return builder.finish()
}

const columns = refusing(1)
const [one] = columns.issues as [CommissionColumns['issues'][number]]
const [issue] = one.issues as [Issue]

describe('the refused rows of columns that are handed in', () => {
  it('are those of the result, as copies', () => {
    const again = JSON.parse(JSON.stringify(columns.issues)) as typeof columns.issues
    const given = { ...columns, issues: again }
    const { issues, refused } = calculateCommissionColumns(given, plan, { target: 1 })
    expect([issues, refused]).toEqual([columns.issues, 1])
    expect(issues[0]).not.toBe(again[0])
  })

  it.each<[string, unknown, string]>([
    ['a text', 'none', 'issues'],
    ['a number in the list', [7], 'issues[0]'],
    ['a row of less than none', [{ ...one, row: -1 }], 'issues[0].row'],
    ['an id that is no text', [{ ...one, id: 7 }], 'issues[0].id'],
    ['no issues', [{ row: 1 }], 'issues[0].issues'],
    ['a key that nobody knows', [{ ...one, rows: 1 }], 'issues[0].rows'],
    ['an issue that is a text', [{ row: 1, issues: ['wrong'] }], 'issues[0].issues[0]'],
    ['no code', [withIssue({ code: undefined })], 'issues[0].issues[0].code'],
    ['another severity', [withIssue({ severity: 'fatal' })], 'issues[0].issues[0].severity'],
    ['no message', [withIssue({ message: undefined })], 'issues[0].issues[0].message'],
    ['no params', [withIssue({ params: null })], 'issues[0].issues[0].params'],
    ['a path of an object', [withIssue({ path: [{}] })], 'issues[0].issues[0].path[0]'],
  ])('are refused where they are, or have, %s', (_, issues, path) => {
    const given = { ...columns, issues } as CommissionColumns
    for (const call of [
      () => calculateCommissionColumns(given, plan, { target: 1 }),
      () => attributeCommissionColumns(given, plan, { target: 1 }),
      () => commissionColumnsBuilder(plan).addColumns(given),
    ]) {
      const outcome = attempt(call)
      const messages = outcome.ok ? [] : outcome.issues.map(({ message }) => message)
      expect(messages.map((message) => message.split(':')[0])).toEqual([path])
    }
  })

  it.each([0, 3, 1.5, Number.NaN])(
    'are at least those that are named, and no more than the rows: not %d',
    (refused) => {
      const outcome = attempt(() => calculateCommissionColumns({ ...columns, refused }, plan))
      expect(outcome.ok ? [] : outcome.issues.map(({ path }) => path)).toEqual([['refused']])
    },
  )

  it('are a thousand at most, and the others are counted, however often they are put together', () => {
    const many = refusing(1500)
    expect([many.issues.length, many.refused, many.rows]).toEqual([1000, 1500, 1501])
    const builder = commissionColumnsBuilder(plan)
    builder.addColumns(columns)
    builder.addColumns(many)
    const { issues, refused, rows } = builder.finish()
    expect([issues.length, refused, rows]).toEqual([1000, 1501, 1503])
    expect([issues[0]?.row, issues[1]?.row, issues[999]?.row]).toEqual([1, 3, 1001])
  })
})

function withIssue(wrong: object): object {
  return { ...one, issues: [{ ...issue, ...wrong }] }
}
