import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pathToFileURL } from 'node:url'
import { calculateCommissionColumns, commissionColumns, handbook } from 'sales-rules'
import { afterAll, describe, expect, it } from 'vitest'
import { addCsv } from '../../examples/analyst/addCsv.js'
import { addPart } from '../../examples/analyst/addPart.js'
import { orderLines, writeOrders } from '../../examples/analyst/orders.js'
import { partsOf } from '../../examples/analyst/parts.js'

const folder = mkdtempSync(join(tmpdir(), 'analyst-'))
afterAll(() => rmSync(folder, { recursive: true }))

const LINES = 60_000
const totals = () => commissionColumns(handbook.commission, { keep: 'totals' })

async function streamed(text: Iterable<string>) {
  const builder = totals()
  await addCsv(Readable.from(text), builder)
  return builder.finish()
}

describe('the stream', () => {
  it('adds every line up, and names those that it rejects by line and reason', async () => {
    const csv = 'order,payee,amount\nO-1,Ann,900000\nO-2,Ann,"12,500.00"\nO-3,Ann,600000\nO-4,Ben\n'
    const columns = await streamed([csv])
    const { commission } = calculateCommissionColumns(columns, handbook.commission, { target: 1 })
    expect([columns.payees, [...commission]]).toEqual([['Ann'], [5_000_000]])
    const rejected = columns.issues.map(({ row, issues }) => [row + 2, issues[0]?.message])
    expect(rejected).toEqual([
      [3, 'amount: got "12,500.00", expected a plain decimal. Did you mean "12500.00"?'],
      [5, 'amount: is missing, expected a decimal.'],
    ])
  })

  it('meets some dirt in the generated file, always on the same lines', async () => {
    const { rows, issues } = await streamed(orderLines(LINES))
    expect(rows).toBe(LINES)
    expect(issues.length).toBeGreaterThan(0)
    expect((await streamed(orderLines(LINES))).issues).toEqual(issues)
  })
})

describe('parts of a file', () => {
  it('are whole lines, and add up to the totals of the stream', async () => {
    const file = pathToFileURL(join(folder, 'orders.csv'))
    await writeOrders(file, LINES)
    const whole = await streamed(orderLines(LINES))
    for (const count of [1, 2, 7]) {
      const builder = totals()
      for (const { from, to } of partsOf(file, count)) {
        const part = totals()
        addPart(file, from, to, part)
        builder.addColumns(structuredClone(part.finish()))
      }
      const { payees, amounts, rows, issues } = builder.finish()
      expect([payees, amounts, rows]).toEqual([whole.payees, whole.amounts, whole.rows])
      expect(issues.map(({ row }) => row)).toEqual(whole.issues.map(({ row }) => row))
    }
  })
})
