import type { PayeePlan } from './payeePlans.js'
import { payUnits } from './payUnits.js'
import type { CommissionColumns } from './types.js'

/**
 * Goes through the lines in their order: each earns what is paid after it less what was paid before it, so that the shares of a payee
 * add up to what the total is paid, whatever the rounding. Units are at most half of 2^53 − 1, so that a difference is exact.
 *
 * What leaves the range of a plan on its way is NaN, and so is every share of that payee after it. Returns what each payee is paid.
 */
export function shareInOrder(
  { payee, amounts }: CommissionColumns,
  plans: readonly PayeePlan[],
  shares: Float64Array,
): Float64Array {
  const totals = new Float64Array(plans.length)
  const paid = new Float64Array(plans.length)
  for (let line = 0; line < amounts.length; line += 1) {
    const place = payee[line] ?? 0
    const { compiled, off } = plans[place] as PayeePlan
    const total = (totals[place] ?? 0) + (amounts[line] ?? 0)
    const units = payUnits(off === 0 ? total : Math.max(0, total - off), compiled)
    const before = paid[place] ?? 0
    const share = units - before
    totals[place] = total
    // Not the units themselves, so that NaN stays once it is there.
    paid[place] = before + share
    shares[line] = share
  }
  return paid
}
