import assert from 'node:assert/strict'
import { Decimal } from 'decimal.js'
import { calculateCommission, handbook } from 'sales-rules'
import type { Comparison } from './comparison.js'

const PAYEES = 2_000

/** Full statements against the bare total of what most people would write. */
const statements: Comparison = {
  work: 'full statement with derivation, per payee',
  against: 'naive decimal.js total without derivation',
  bound: { 'at-most': 1 },
  prepare: () => {
    const inputs = Array.from({ length: PAYEES }, (_, index) => ({
      sales: `${500_000 + index * 1_234}.56`,
      target: '600000',
    }))
    const statement = (input: (typeof inputs)[number]) =>
      calculateCommission(input, handbook.commission).amount
    return {
      subject: () => inputs.map(statement),
      reference: () => inputs.map(naiveTotal),
      check: () => assert.deepEqual(inputs.map(statement), inputs.map(naiveTotal)),
    }
  },
}

function naiveTotal({ sales, target }: { sales: string; target: string }): string {
  const total = new Decimal(sales)
  if (total.lt(target)) return '0.00'
  const first = Decimal.min(total, 1_000_000).times('0.03')
  const second = Decimal.max(0, Decimal.min(total, 2_000_000).minus(1_000_000)).times('0.04')
  const top = Decimal.max(0, total.minus(2_000_000)).times('0.05')
  return first.plus(second).plus(top).toFixed(2)
}

export const comparisons: readonly Comparison[] = [statements]
