import type { CommissionStatement } from 'sales-rules'
import type { Books } from '../database/open.js'
import { insert } from '../database/rows.js'
import type { SettledMonth } from './settle.js'

/** Writes a settled month back: what is paid, how its year to date came about, and what it corrects. */
export async function writeMonth(books: Books, settled: SettledMonth): Promise<void> {
  const { payee, month, statement, closing, adjustments } = settled
  const { collected, earned, corrected, paid, carried } = settled
  const row = { payee, month, collected, earned, corrected, paid, carried }
  await insert(books, 'statements', [
    { ...row, year_to_date: statement.amount, statement, closing },
  ])
  await insert(
    books,
    'statement_lines',
    linesOf(statement).map((line, index) => ({ payee, month, position: index + 1, ...line })),
  )
  await insert(
    books,
    'adjustments',
    adjustments.map(({ month: corrected, amount, toDate, correction }) => ({
      payee,
      month: corrected,
      paid_in: month,
      amount,
      to_date: toDate,
      correction,
    })),
  )
}

function linesOf({ slices, adjustments }: CommissionStatement) {
  return [
    ...slices.map(({ tier, rate, base, amount }) => ({ kind: 'slice', tier, rate, base, amount })),
    ...adjustments.map(({ kind, amount }) => ({
      kind,
      tier: null,
      rate: null,
      base: null,
      amount,
    })),
  ]
}
