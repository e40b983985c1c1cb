import { LARGEST } from '../../kernel/inside.js'
import { requirePayee } from './requireColumns.js'
import type { CommissionColumns } from './types.js'

/**
 * The sum of every payee's lines; NaN where a line is no whole number, or a sum on the way is larger than 2^53 − 1.
 *
 * Rounding is monotone: where the true sum leaves the range, so does the computed one, and inside it is exact. The comparison is false
 * for NaN, too, so that the lines after such a one stay with it, and so that a line of nobody, whose sum is NaN, is found.
 */
export function totalByPayee(columns: CommissionColumns): Float64Array {
  const { payees, payee, amounts } = columns
  const totals = new Float64Array(payees.length)
  for (let line = 0; line < amounts.length; line += 1) {
    const place = payee[line] ?? -1
    const amount = amounts[line] ?? Number.NaN
    const total = (totals[place] ?? Number.NaN) + amount
    if (Math.abs(total) <= LARGEST && Math.floor(amount) === amount) totals[place] = total
    else {
      requirePayee(columns, line)
      totals[place] = Number.NaN
    }
  }
  return totals
}
