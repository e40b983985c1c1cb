import * as allocation from '../kernel/number/allocate.js'
import * as fraction from '../kernel/number/fraction.js'
import * as write from '../kernel/number/write.js'
import type { ExactCompensationPlan } from './exactCompensationPlan.js'
import type { CompensationCapOutcome } from './types.js'

/** What the cap of a plan takes of its components, in units of the currency. */
export interface CapTaken {
  readonly limit: bigint
  readonly by: CompensationCapOutcome['by']
  /** By the positions of the components. */
  readonly cuts: readonly bigint[]
  readonly total: bigint
}

/** Takes what is above the cap in proportion of those components that earn something; null without a cap. */
export function takeCap(
  amounts: readonly bigint[],
  incentive: fraction.Fraction | null,
  { cap, decimals, mode }: ExactCompensationPlan,
): CapTaken | null {
  if (cap === null) return null
  const multiple = cap.multiple && fraction.multiply(cap.multiple, incentive ?? fraction.ZERO)
  const isMultiple =
    multiple !== null && (cap.amount === null || fraction.compare(multiple, cap.amount) < 0)
  const most = (isMultiple ? multiple : cap.amount) ?? fraction.ZERO
  const limit = fraction.toUnits(most, decimals, mode)
  const over = amounts.reduce((sum, units) => sum + units, 0n) - limit
  const earning = amounts.map((units) => ({ n: units > 0n ? units : 0n, d: 1n }))
  const cuts = over > 0n ? allocation.allocateUnits(over, earning) : amounts.map(() => 0n)
  return { limit, by: isMultiple ? 'multiple' : 'amount', cuts, total: over > 0n ? over : 0n }
}

export function writeCap(
  { limit, by, total }: CapTaken,
  { decimals }: ExactCompensationPlan,
): CompensationCapOutcome {
  return { limit: write.fixed(limit, decimals), by, amount: write.fixed(-total, decimals) }
}
