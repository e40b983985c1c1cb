import { handbook } from 'sales-rules'
import { commissionColumnsBuilder } from 'sales-rules/batch'
import { describe, expect, it } from 'vitest'
import { attributeCommissionColumns } from '../../../src/batch/commission/attributeCommissionColumns.js'
import { calculateCommissionColumns } from '../../../src/batch/commission/calculateCommissionColumns.js'

/**
 * A guard against slips, not a benchmark (that is test/bench): ratios within one process, and bounds far above what is usual, so that a
 * busy machine does not turn it red, while a fraction or a text for every line does.
 */
const LINES = 200_000
const PAYEES = 500

const builder = commissionColumnsBuilder(handbook.commission)
for (let line = 0; line < LINES; line += 1)
  builder.addRow({ payee: `E-${(line * 7919) % PAYEES}`, amount: (line % 9973) / 100 })
const columns = builder.finish()

/** What a loop over the same columns takes that does no more than read, divide and write. */
function loop(): Float64Array {
  const running = new Float64Array(PAYEES)
  const shares = new Float64Array(LINES)
  for (let line = 0; line < LINES; line += 1) {
    const place = columns.payee[line] ?? 0
    const before = running[place] ?? 0
    const after = before + (columns.amounts[line] ?? 0)
    running[place] = after
    shares[line] = Math.round(after / 33) - Math.round(before / 33)
  }
  return shares
}

function leastTime(call: () => unknown): number {
  let least = Number.POSITIVE_INFINITY
  for (let round = 0; round < 15; round += 1) {
    const start = performance.now()
    call()
    least = Math.min(least, performance.now() - start)
  }
  return least
}

const facts = { target: '1' }
const MOST = 12

describe('columns', () => {
  it.each<[string, () => unknown]>([
    ['are paid', () => calculateCommissionColumns(columns, handbook.commission, facts)],
    ['are shared out', () => attributeCommissionColumns(columns, handbook.commission, facts)],
  ])('%s in a few times what a bare loop takes', (_, call) => {
    expect(leastTime(call) / leastTime(loop)).toBeLessThan(MOST)
  })
})
