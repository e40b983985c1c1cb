import { handbook } from 'sales-rules'
import {
  attributeCommissionRows,
  type CommissionRow,
  calculateCommissionRows,
} from 'sales-rules/batch'
import { describe, expect, it } from 'vitest'

/** A guard against slips, as that of the columns: an issue written for every row takes hundreds of times as long. */
const ROWS = 200_000
const right = Array.from({ length: ROWS }, (_, row) => ({
  payee: `E-${row % 500}`,
  amount: row / 4,
}))
const facts = { target: '1' }

function leastTime(call: () => unknown): number {
  let least = Number.POSITIVE_INFINITY
  for (let round = 0; round < 7; round += 1) {
    const start = performance.now()
    call()
    least = Math.min(least, performance.now() - start)
  }
  return least
}

describe('rows with a column that is misspelt', () => {
  it.each<[string, (row: (typeof right)[number]) => object]>([
    ['the payee', ({ payee, amount }) => ({ name: payee, amount })],
    ['the amount', ({ payee, amount }) => ({ payee, amounts: amount })],
    ['the amount, which is a date', ({ payee }) => ({ payee, amount: '2026-03-31' })],
  ])('take at most five times as long as right ones, and are counted: %s', (_, spoil) => {
    const wrong = right.map(spoil) as unknown as CommissionRow[]
    const { issues, refused } = calculateCommissionRows(wrong, handbook.commission, facts)
    expect([issues.length, refused, issues.at(-1)?.row]).toEqual([1000, ROWS, 999])
    for (const call of [calculateCommissionRows, attributeCommissionRows]) {
      const most = 5 * leastTime(() => call(right, handbook.commission, facts))
      expect(leastTime(() => call(wrong, handbook.commission, facts))).toBeLessThan(most)
    }
  })
})
