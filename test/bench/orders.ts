/** Order lines of many payees, the same in every run, in all the shapes that the comparisons need. */
import { handbook } from 'sales-rules'
import { type CommissionColumns, commissionColumnsBuilder } from 'sales-rules/batch'

export const PAYEES = 2_000
export const TARGET = '250000'
/** In cents, as the columns have it. */
export const TARGET_CENTS = 25_000_000

/** Cents of a line: some 1,000.00 on average, every tenth a refund. */
export function centsOf(line: number): number {
  const size = ((line * 104_729) % 200_003) + 1
  return line % 10 === 9 ? -size : size
}

export function payeeOf(line: number): number {
  return (line * 7_919) % PAYEES
}

export interface Row<Amount> {
  readonly payee: string
  readonly amount: Amount
}

/** Names are made anew for each row, as a parser or a driver makes them. */
export function rowsOf<Amount>(
  count: number,
  write: (cents: number) => Amount,
): readonly Row<Amount>[] {
  return Array.from({ length: count }, (_, line) => ({
    payee: `E-${payeeOf(line)}`,
    amount: write(centsOf(line)),
  }))
}

export const asNumber = (cents: number) => cents / 100
export const asText = (cents: number) => (cents / 100).toFixed(2)

/** Our columns, and the same lines as columns of plain numbers. */
export function columnsOf(count: number): { ours: CommissionColumns; plain: PlainColumns } {
  const builder = commissionColumnsBuilder(handbook.commission)
  const plain = { payee: new Int32Array(count), amounts: new Float64Array(count) }
  for (let line = 0; line < count; line += 1) {
    const row = { payee: `E-${payeeOf(line)}`, amount: centsOf(line) / 100 }
    builder.addRow(row)
    plain.payee[line] = payeeOf(line)
    plain.amounts[line] = row.amount
  }
  const ours = builder.finish()
  // Places as our columns have them, so that both sides add to the same places in the same order.
  return { ours, plain: { ...plain, payee: ours.payee } }
}

export interface PlainColumns {
  readonly payee: Int32Array
  readonly amounts: Float64Array
}
