import { LARGEST } from '../number/scaled.js'
import { requirePayee } from './requireColumns.js'
import type { CommissionColumns } from './types.js'

/**
 * The sum of every payee's lines; NaN where a line is no whole number, or a sum on the way is larger than 2^53 − 1.
 *
 * Adding is all that is done line by line; whether it was exact is asked once for all of them. Where the sizes of all amounts add up to
 * at most 2^53 − 1, so does the size of every sum on the way: rounding is monotone, so that a sum of sizes that is too large does not
 * look small. Where nothing but zeros was cut off below the point, all amounts are whole numbers. Neither holds for NaN.
 */
export function totalByPayee(columns: CommissionColumns): Float64Array {
  const { payees, payee, amounts } = columns
  const totals = new Float64Array(payees.length)
  const last = payees.length - 1
  let sizes = 0
  let fractions = 0
  // Its sign is set once the place of a line is below 0 or above the last.
  let strays = 0
  for (let line = 0; line < amounts.length; line += 1) {
    const place = payee[line] ?? -1
    const amount = amounts[line] ?? Number.NaN
    totals[place] = (totals[place] ?? 0) + amount
    sizes += Math.abs(amount)
    fractions += amount - Math.floor(amount)
    strays |= place | (last - place)
  }
  return sizes <= LARGEST && fractions === 0 && strays >= 0 ? totals : totalWithCare(columns)
}

/** The same, asked of every line, so that what is wrong with one payee stays with it. */
function totalWithCare(columns: CommissionColumns): Float64Array {
  const { payees, payee, amounts } = columns
  const totals = new Float64Array(payees.length)
  for (let line = 0; line < amounts.length; line += 1) {
    const place = payee[line] ?? -1
    const amount = amounts[line] ?? Number.NaN
    const total = (totals[place] ?? Number.NaN) + amount
    // The comparison is false for NaN, too, so that the lines after such a one stay with it, and a line of nobody is found.
    if (Math.abs(total) <= LARGEST && Math.floor(amount) === amount) totals[place] = total
    else {
      requirePayee(columns, line)
      totals[place] = Number.NaN
    }
  }
  return totals
}
