import { cutQuotient } from '../number/roundQuotient.js'
import type { CompiledPlan } from './compilePlan.js'
import { unitsFor } from './payeePlans.js'
import { dividendOf } from './payUnits.js'
import type { CommissionColumns } from './types.js'

/** How the lines of each payee are paid, one after the other. */
export interface PlansInOrder {
  /** Null where only the rule itself can tell. */
  readonly compiled: readonly (CompiledPlan | null)[]
  /** What is taken off each running total before it earns; NaN where only the rule itself can tell. */
  readonly off: Float64Array
}

/**
 * Goes through the lines in their order: each earns what is paid after it less what was paid before it, so that the shares of a payee
 * add up to what the total is paid, whatever the rounding. Units are at most half of 2^53 − 1, so that a difference is exact.
 *
 * What leaves the range of a plan on its way is NaN, and so is every share of that payee after it. Returns what each payee is paid.
 */
export function shareInOrder(
  columns: CommissionColumns,
  { compiled, off }: PlansInOrder,
  shares: Float64Array,
): Float64Array {
  const [first, another] = new Set(compiled.filter((plan) => plan !== null))
  if (first === undefined) return new Float64Array(off.length).fill(Number.NaN)
  if (another === undefined) return shareByOne(columns, first, off, shares)
  const plans = compiled.map((plan) => plan ?? first)
  return shareByEach(columns, plans, off, shares)
}

/** Most often all payees have the same plan. With its integers at hand a line takes half as long as by {@link unitsFor}. */
function shareByOne(
  { payee, amounts }: CommissionColumns,
  plan: CompiledPlan,
  off: Float64Array,
  shares: Float64Array,
): Float64Array {
  const { starts, constants, slopes, above, divisor, toEven, highest, most } = plan
  const totals = new Float64Array(off.length)
  const paid = new Float64Array(off.length)
  for (let line = 0; line < amounts.length; line += 1) {
    const place = payee[line] ?? 0
    const total = (totals[place] ?? 0) + (amounts[line] ?? 0)
    const level = off[place] ?? 0
    const counted = total - level
    const units =
      counted >= 0 && counted <= highest
        ? Math.min(
            most,
            cutQuotient(above + dividendOf(counted, starts, constants, slopes), divisor, toEven),
          )
        : unitsFor(total, level, plan)
    const before = paid[place] ?? 0
    const share = units - before
    totals[place] = total
    // Not the units themselves, so that NaN stays once it is there.
    paid[place] = before + share
    shares[line] = share
  }
  return paid
}

function shareByEach(
  { payee, amounts }: CommissionColumns,
  plans: readonly CompiledPlan[],
  off: Float64Array,
  shares: Float64Array,
): Float64Array {
  const totals = new Float64Array(off.length)
  const paid = new Float64Array(off.length)
  for (let line = 0; line < amounts.length; line += 1) {
    const place = payee[line] ?? 0
    const total = (totals[place] ?? 0) + (amounts[line] ?? 0)
    const before = paid[place] ?? 0
    const share = unitsFor(total, off[place] ?? 0, plans[place] as CompiledPlan) - before
    totals[place] = total
    paid[place] = before + share
    shares[line] = share
  }
  return paid
}
