import type { CommissionStatement } from 'sales-rules'
import type { Books } from '../database/open.js'
import { insert } from '../database/rows.js'
import type { Digests } from './digests.js'
import type { SettledMonth } from './settle.js'

/** Writes a settled month back: what is paid, how its year to date came about, what each order earned, and what it corrects. */
export async function writeMonth(
  books: Books,
  settled: SettledMonth,
  digests: Digests,
): Promise<void> {
  const { payee, month, statement, closing, byHand } = settled
  const { collected, earned, corrected, paid, carried } = settled
  const row = { payee, month, collected, earned, corrected, by_hand: byHand, paid, carried }
  await insert(books, 'statements', [
    { ...row, year_to_date: statement.amount, statement, closing, digests },
  ])
  await insert(
    books,
    'statement_lines',
    linesOf(statement).map((line, index) => ({ payee, month, position: index + 1, ...line })),
  )
  await insert(
    books,
    'order_commissions',
    settled.orders.map(({ order, amount }) => ({ payee, month, order_line: order, amount })),
  )
  await insert(
    books,
    'payroll_rows',
    settled.payroll.map(({ earningCode, amount, currency }) => ({
      payee,
      month,
      earning_code: earningCode,
      amount,
      currency,
    })),
  )
  await insert(
    books,
    'adjustments',
    settled.adjustments.map(({ month: corrected, amount, toDate, correction }) => ({
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
  const empty = { tier: null, rate: null, base: null }
  return [
    ...slices.map(({ tier, rate, base, amount }) => ({ kind: 'slice', tier, rate, base, amount })),
    ...adjustments.map(({ kind, amount }) => ({ kind, ...empty, amount })),
  ]
}
